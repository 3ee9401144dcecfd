//! Meetings: called, held with an agenda that is a query, decisions on recommendations and decisions that become tasks, minutes.
use super::{
    BASE,
    body::{Sent, Which, told},
    programme::Programmes,
    reply::{Created, created, time},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::{
    meeting::{self as app, story},
    programme::list::PAGE,
};
use tiltas_domain::meeting::Meeting as Known;
use tiltas_input::{
    Input,
    meeting::{AgreeMinutes, CallMeeting, DecideAtMeeting, DraftMinutes, HoldMeeting, ResolveAtMeeting},
    programme::SelectProgrammes,
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// A recommendation on the agenda.
#[derive(Serialize, ToSchema)]
pub struct AgendaItem {
    /// Which, by id.
    pub recommendation: String,
    /// In a line.
    pub title: String,
    /// Why it stands there.
    pub why: &'static str,
    /// Who is to carry it out, by id.
    pub addressees: Vec<String>,
}

/// What was decided on a recommendation.
#[derive(Serialize, ToSchema)]
pub struct DecidedHere {
    /// Which, by id.
    pub recommendation: String,
    /// What.
    pub outcome: &'static str,
    /// Why.
    pub reason: Option<String>,
}

/// A decision that became a task.
#[derive(Serialize, ToSchema)]
pub struct ResolvedHere {
    /// What is to be done.
    pub text: String,
    /// By whom, by id.
    pub owner: String,
    /// By when.
    pub due: Option<String>,
    /// The task, by id.
    pub task: String,
}

/// A meeting with all that was decided.
#[derive(Serialize, ToSchema)]
pub struct Meeting {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Which body.
    pub body: String,
    /// On which day.
    pub on: String,
    /// Where.
    pub place: Option<String>,
    /// Where it stands.
    pub state: &'static str,
    /// Invented, to show how it works.
    pub example: bool,
    /// Who is invited, by id.
    pub invited: Vec<String>,
    /// Who was there, by id.
    pub present: Vec<String>,
    /// Its agenda: as it stands now until it is held, then as it stood.
    pub agenda: Vec<AgendaItem>,
    /// What was decided on recommendations.
    pub decisions: Vec<DecidedHere>,
    /// Decisions that became tasks.
    pub tasks: Vec<ResolvedHere>,
    /// The minutes.
    pub minutes: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// The meetings.
#[utoipa::path(get, path = "/meetings", tag = "meeting", params(SelectProgrammes), responses((status = 200, description = "A page of them", body = Programmes)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectProgrammes>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| app::list(app, &context, &select, PAGE)).await?;
    Ok(Json(Programmes::of("/meetings", &asked, found)).into_response())
}

/// One with all that was decided.
#[utoipa::path(get, path = "/meetings/{id}", tag = "meeting", params(("id" = String, Path, description = "The meeting")), responses((status = 200, description = "The meeting", body = Meeting)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Meeting>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let (of, first) = (&story.of, &story.of.first);
    let agenda = story.agenda.iter().map(|item| AgendaItem {
        recommendation: item.recommendation.to_string(),
        title: item.title.clone(),
        why: item.why.code(),
        addressees: item.addressees.iter().map(ToString::to_string).collect(),
    });
    let decisions = of.taken.iter().map(|taken| DecidedHere {
        recommendation: taken.recommendation.to_string(),
        outcome: taken.outcome.code(),
        reason: taken.reason.clone(),
    });
    let tasks = of.resolved.iter().map(|resolved| ResolvedHere {
        text: resolved.text.clone(),
        owner: resolved.owner.to_string(),
        due: resolved.due.map(time),
        task: resolved.task.to_string(),
    });
    Ok(Json(Meeting {
        id: id.to_string(),
        title: first.title.clone(),
        body: first.body.clone(),
        on: first.on.to_string(),
        place: first.place.clone(),
        state: of.state.code(),
        example: first.example,
        invited: first.invited.iter().map(ToString::to_string).collect(),
        present: of.present.iter().map(ToString::to_string).collect(),
        agenda: agenda.collect(),
        decisions: decisions.collect(),
        tasks: tasks.collect(),
        minutes: of.minutes.clone(),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Calls one.
#[utoipa::path(post, path = "/meetings", tag = "meeting", request_body = CallMeeting, responses((status = 201, description = "Called", body = Created)))]
pub async fn call(visit: Visit, sent: Sent<CallMeeting>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::call(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/meetings/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "meeting", params(("id" = String, Path, description = "The meeting")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/meetings/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Says that it took place.
    hold(HoldMeeting) at "/meetings/{id}/ends" by app::hold;
    /// Says what was decided on a recommendation.
    decide(DecideAtMeeting) at "/meetings/{id}/decisions" by app::decide;
    /// Makes a task of a decision.
    resolve(ResolveAtMeeting) at "/meetings/{id}/tasks" by app::resolve;
    /// Writes the minutes.
    draft(DraftMinutes) at "/meetings/{id}/drafts" by app::draft;
    /// Agrees the minutes.
    agree(AgreeMinutes) at "/meetings/{id}/agreements" by app::agree;
}
