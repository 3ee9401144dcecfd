//! Good practices: what they tell, where they stand, and what they became.
use super::{
    BASE,
    body::{Sent, Which, told},
    reply::{Created, created, link, time},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::practice::{
    self as app,
    list::{self, PAGE},
    show as shown,
};
use tiltas_domain::practice::Practice as Known;
use tiltas_input::Input;
use tiltas_input::practice::{
    AdoptPractice, PlanPractice, SelectPractices, SteerPractice, WithdrawPractice, WritePractice,
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// A practice in a list.
#[derive(Serialize, ToSchema)]
pub struct PracticeLine {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// What is done.
    pub done: String,
    /// Where it stands.
    pub state: &'static str,
    /// Whose practice; `null` where it is of several countries together.
    pub country: Option<String>,
    /// Which institution; `null` where the source names none.
    pub institution: Option<String>,
    /// What it is about.
    pub theme: &'static str,
    /// Invented, to show how it works.
    pub example: bool,
}

/// A page of the list.
#[derive(Serialize, ToSchema)]
pub struct Practices {
    /// The lines.
    pub lines: Vec<PracticeLine>,
    /// How many fit what was asked.
    pub found: usize,
    /// How many there are for this reader.
    pub all: usize,
    /// Where the next page stands, if there is one.
    pub next: Option<String>,
}

/// What a practice became for one institution.
#[derive(Serialize, ToSchema)]
pub struct Became {
    /// Which institution.
    pub organisation: String,
    /// The recommendation, by id.
    pub recommendation: String,
    /// When it was adopted.
    pub at: String,
}

/// The action of a plan that it became for one institution.
#[derive(Serialize, ToSchema)]
pub struct BecameAction {
    /// Which institution.
    pub organisation: String,
    /// The plan, by id.
    pub plan: String,
    /// The action, by id.
    pub item: String,
    /// When it was adopted.
    pub at: String,
}

/// A practice with what it became.
#[derive(Serialize, ToSchema)]
pub struct Practice {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// Whose practice; `null` where it is of several countries together.
    pub country: Option<String>,
    /// Which institution; `null` where the source names none.
    pub institution: Option<String>,
    /// What it is about.
    pub theme: &'static str,
    /// The language of these words.
    pub language: String,
    /// What was wrong before.
    pub problem: Option<String>,
    /// What is done.
    pub done: String,
    /// On which law it rests.
    pub law: Option<String>,
    /// What it takes.
    pub resources: Option<String>,
    /// What shows that it works.
    pub evidence: Option<String>,
    /// Under which conditions it travels.
    pub conditions: Option<String>,
    /// Which function can be asked.
    pub contact: Option<String>,
    /// The page it was read on.
    pub page: Option<String>,
    /// When that page was written.
    pub dated: Option<String>,
    /// How sure this is.
    pub confidence: &'static str,
    /// Invented, to show how it works.
    pub example: bool,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
    /// The recommendations that it became.
    pub adopted: Vec<Became>,
    /// The actions of plans that it became. An institution adopts it once, as one or the other.
    pub planned: Vec<BecameAction>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// The practices that this reader sees.
#[utoipa::path(get, path = "/practices", tag = "practice", params(SelectPractices), responses((status = 200, description = "A page of them", body = Practices)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectPractices>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| list::page(app, &context, &select, PAGE)).await?;
    let next = found.next.map(|next| {
        let path = format!("{BASE}/practices");
        link(&path, &asked, ("after", next.to_string()))
    });
    let lines = found.lines.into_iter().map(|line| PracticeLine {
        id: line.id.to_string(),
        title: line.title,
        done: line.words,
        state: line.state.code(),
        country: line.country,
        institution: line.institution,
        theme: line.theme.code(),
        example: line.example,
    });
    let lines = lines.collect();
    let answer = Practices {
        lines,
        found: found.found,
        all: found.all,
        next,
    };
    Ok(Json(answer).into_response())
}

/// One with what it became.
#[utoipa::path(get, path = "/practices/{id}", tag = "practice", params(("id" = String, Path, description = "The practice")), responses((status = 200, description = "The practice", body = Practice)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Practice>, Failure> {
    let context = visit.reading()?;
    let shown = visit.run(move |app| shown::show(app, &context, id)).await?;
    let (of, content) = (&shown.of, &shown.of.content);
    let adopted = of.adopted.iter().map(|adopted| Became {
        organisation: adopted.organisation.to_string(),
        recommendation: adopted.recommendation.to_string(),
        at: time(adopted.at),
    });
    let planned = of.planned.iter().map(|planned| BecameAction {
        organisation: planned.organisation.to_string(),
        plan: planned.plan.to_string(),
        item: planned.item.to_string(),
        at: time(planned.at),
    });
    Ok(Json(Practice {
        id: id.to_string(),
        title: content.title.clone(),
        state: of.state.code(),
        country: content.country.clone(),
        institution: content.institution.clone(),
        theme: content.theme.code(),
        language: content.language.clone(),
        problem: content.problem.clone(),
        done: content.done.clone(),
        law: content.law.clone(),
        resources: content.resources.clone(),
        evidence: content.evidence.clone(),
        conditions: content.conditions.clone(),
        contact: content.contact.clone(),
        page: content.page.clone(),
        dated: content.dated.map(|dated| dated.to_string()),
        confidence: content.confidence.code(),
        example: content.example,
        withdrawn: of.withdrawn.as_ref().map(|(reason, _)| reason.clone()),
        adopted: adopted.collect(),
        planned: planned.collect(),
        may: shown.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Writes one down.
#[utoipa::path(post, path = "/practices", tag = "practice", request_body = WritePractice, responses((status = 201, description = "Written down", body = Created)))]
pub async fn record(visit: Visit, sent: Sent<WritePractice>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::record(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/practices/{id}"), id, receipt))
}

/// Adopts it for one's institution: the answer names the recommendation that it became.
#[utoipa::path(post, path = "/practices/{id}/adoptions", tag = "practice", params(("id" = String, Path, description = "The practice")), request_body = AdoptPractice, responses((status = 201, description = "Adopted", body = Created)))]
pub async fn adopt(visit: Visit, Which(id): Which<Known>, sent: Sent<AdoptPractice>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (made, receipt) = visit.run(move |app| app::adopt(app, &context, id, &command)).await?;
    Ok(created(format!("{BASE}/recommendations/{made}"), made, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:expr;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "practice", params(("id" = String, Path, description = "The practice")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/practices/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Changes what it tells.
    change(WritePractice) at "/practices/{id}/changes" by app::change;
    /// Says that it was read.
    review(SteerPractice) at "/practices/{id}/reviews" by app::review;
    /// Publishes it.
    publish(SteerPractice) at "/practices/{id}/publications" by app::publish;
    /// Adopts it for one's institution as an action of a plan that is being written.
    plan(PlanPractice) at "/practices/{id}/actions" by app::adopt_as_action;
    /// Withdraws it.
    withdraw(WithdrawPractice) at "/practices/{id}/withdrawals" by app::withdraw;
}
