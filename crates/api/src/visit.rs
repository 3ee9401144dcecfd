//! Visits: planned, held, noted, found, reported; a finding becomes a recommendation.
use super::{
    BASE,
    body::{Sent, Which, told},
    programme::Programmes,
    reply::{Created, created},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::{
    programme::list::PAGE,
    visit::{self as app, story},
};
use tiltas_domain::visit::Visit as Known;
use tiltas_input::{
    Input,
    programme::SelectProgrammes,
    visit::{FindOnVisit, GoOnWithVisit, NoteVisit, PlanVisit, PlanVisitDay, RecommendFinding, TellOfVisit},
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// What is done, or was noted, on a day.
#[derive(Serialize, ToSchema)]
pub struct OfDay {
    /// Which day.
    pub on: String,
    /// What.
    pub text: String,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub struct Finding {
    /// Its number, counted from one.
    pub number: usize,
    /// What.
    pub text: String,
    /// About what.
    pub theme: &'static str,
    /// The day note that it rests on, counted from one.
    pub note: Option<u32>,
    /// Who found it.
    pub organisation: String,
    /// Invented, to show how it works.
    pub example: bool,
    /// The recommendation to which it led, by id.
    pub recommendation: Option<String>,
}

/// A visit with all that was noted and found.
#[derive(Serialize, ToSchema)]
pub struct VisitStory {
    /// Which.
    pub id: String,
    /// What kind.
    pub kind: &'static str,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// Where.
    pub place: Option<String>,
    /// Its first day: a year, a month or a day.
    pub begins: String,
    /// Its last day.
    pub ends: Option<String>,
    /// The institutions that go, by id.
    pub delegation: Vec<String>,
    /// Who receives them.
    pub hosts: Vec<String>,
    /// Invented, to show how it works.
    pub example: bool,
    /// What is done on which day.
    pub days: Vec<OfDay>,
    /// What was noted.
    pub notes: Vec<OfDay>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Its report.
    pub report: Option<String>,
    /// What came of it.
    pub follow_up: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// The visits.
#[utoipa::path(get, path = "/visits", tag = "visit", params(SelectProgrammes), responses((status = 200, description = "A page of them", body = Programmes)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectProgrammes>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| app::list(app, &context, &select, PAGE)).await?;
    Ok(Json(Programmes::of("/visits", &asked, found)).into_response())
}

/// One with all that was noted and found.
#[utoipa::path(get, path = "/visits/{id}", tag = "visit", params(("id" = String, Path, description = "The visit")), responses((status = 200, description = "The visit", body = VisitStory)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<VisitStory>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let (of, first) = (&story.of, &story.of.first);
    let day = |on: tiltas_domain::dated::Dated, text: &String| OfDay {
        on: on.to_string(),
        text: text.clone(),
    };
    let findings = of.findings.iter().enumerate().map(|(nth, finding)| Finding {
        number: nth + 1,
        text: finding.text.clone(),
        theme: finding.theme.code(),
        note: finding.note,
        organisation: finding.by.to_string(),
        example: finding.example,
        recommendation: finding.recommendation.map(|id| id.to_string()),
    });
    Ok(Json(VisitStory {
        id: id.to_string(),
        kind: first.kind.code(),
        title: first.title.clone(),
        state: of.state.code(),
        place: first.place.clone(),
        begins: first.begins.to_string(),
        ends: first.ends.map(|ends| ends.to_string()),
        delegation: first.delegation.iter().map(ToString::to_string).collect(),
        hosts: first.hosts.clone(),
        example: first.example,
        days: of.days.iter().map(|one| day(one.on, &one.text)).collect(),
        notes: of.notes.iter().map(|one| day(one.on, &one.text)).collect(),
        findings: findings.collect(),
        report: of.report.as_ref().map(|told| told.text.clone()),
        follow_up: of.follow_up.as_ref().map(|told| told.text.clone()),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Plans one.
#[utoipa::path(post, path = "/visits", tag = "visit", request_body = PlanVisit, responses((status = 201, description = "Planned", body = Created)))]
pub async fn plan(visit: Visit, sent: Sent<PlanVisit>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::plan(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/visits/{id}"), id, receipt))
}

/// Makes a recommendation of a finding.
#[utoipa::path(post, path = "/visits/{id}/recommendations", tag = "visit", params(("id" = String, Path, description = "The visit")), request_body = RecommendFinding, responses((status = 201, description = "Written down", body = Created)))]
pub async fn recommend(
    visit: Visit,
    Which(id): Which<Known>,
    sent: Sent<RecommendFinding>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| app::recommend(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/recommendations/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "visit", params(("id" = String, Path, description = "The visit")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/visits/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Says that the hosts agreed.
    confirm(GoOnWithVisit) at "/visits/{id}/confirmations" by app::confirm;
    /// Says what is done on a day.
    plan_day(PlanVisitDay) at "/visits/{id}/days" by app::plan_day;
    /// Says that it took place.
    hold(GoOnWithVisit) at "/visits/{id}/ends" by app::hold;
    /// Notes something of a day.
    note(NoteVisit) at "/visits/{id}/notes" by app::note;
    /// Writes down what was found.
    find(FindOnVisit) at "/visits/{id}/findings" by app::find;
    /// Writes its report.
    report(TellOfVisit) at "/visits/{id}/reports" by app::report;
    /// Tells what came of it.
    follow_up(TellOfVisit) at "/visits/{id}/outcomes" by app::follow_up;
}
