//! Plans: written, approved, put into force, amended, reported on.
use super::{
    BASE,
    body::{Below, Sent, Which, told},
    reply::{Created, created, link as next_link},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::plan::{
    self as app,
    item::{Story, story},
    tree::{self, Counts, Shown},
};
use tiltas_domain::plan::{Figure, Item as Known, Plan as KnownPlan};
use tiltas_input::{
    Input,
    plan::{AmendPlan, ApprovePlan, DraftPlan, EnforcePlan, LinkItem, ReportItem, SelectItems, WriteItem},
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// So many items stand in one answer.
const PAGE: usize = 200;

/// What is to be done, counted.
#[derive(Serialize, ToSchema)]
pub struct PlanCounts {
    /// Actions and sub-actions.
    pub actions: usize,
    /// Those that are done.
    pub done: usize,
    /// Those that are late.
    pub late: usize,
}

impl From<Counts> for PlanCounts {
    fn from(counts: Counts) -> PlanCounts {
        PlanCounts {
            actions: counts.actions,
            done: counts.done,
            late: counts.late,
        }
    }
}

/// A plan in the list.
#[derive(Serialize, ToSchema)]
pub struct PlanLine {
    /// Which.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// The number of its version.
    pub version: u16,
    /// From when.
    pub from: String,
    /// Until when.
    pub until: String,
    /// Invented, to show how it works.
    pub example: bool,
    /// Its items.
    pub counts: PlanCounts,
}

/// An item in a plan.
#[derive(Serialize, ToSchema)]
pub struct PlanItem {
    /// Which.
    pub id: String,
    /// What kind of item.
    pub level: &'static str,
    /// Its number.
    pub number: String,
    /// In a line.
    pub title: String,
    /// Who answers for it, by id.
    pub responsible: Vec<String>,
    /// Who takes part, by id.
    pub partners: Vec<String>,
    /// From when.
    pub from: Option<String>,
    /// Until when; `null` where the plan sets no term.
    pub term: Option<String>,
    /// How much money; `null` is not nothing.
    pub budget: Option<String>,
    /// Where the money comes from.
    pub fund: Option<String>,
    /// What is counted.
    pub indicator: Option<String>,
    /// What it is to be.
    pub target: Option<String>,
    /// The last value.
    pub value: Option<String>,
    /// How far it is.
    pub status: &'static str,
    /// How many days it is late.
    pub late: Option<i32>,
}

/// A plan with its items, in their order.
#[derive(Serialize, ToSchema)]
pub struct Plan {
    /// Which.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// The number of its version.
    pub version: u16,
    /// The items that fit what was asked.
    pub items: Vec<PlanItem>,
    /// How many actions fit what was asked.
    pub found: usize,
    /// All items.
    pub counts: PlanCounts,
    /// Where the next page stands, if there is one.
    pub next: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// What was reported of an item.
#[derive(Serialize, ToSchema)]
pub struct ItemReport {
    /// Who says so.
    pub organisation: String,
    /// How far it is.
    pub status: &'static str,
    /// In words.
    pub text: String,
    /// The value of its indicator.
    pub value: Option<String>,
    /// What shows it.
    pub evidence: Vec<String>,
    /// When it was said.
    pub at: String,
}

/// An item with its story.
#[derive(Serialize, ToSchema)]
pub struct ItemStory {
    /// The item.
    pub item: PlanItem,
    /// What was reported, oldest first.
    pub reports: Vec<ItemReport>,
    /// The recommendations that it carries out, by id.
    pub recommendations: Vec<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

fn item_of(item: &Known, late: Option<i32>) -> PlanItem {
    let said = &item.said;
    let figure = |value: Option<Figure>| value.map(|value| value.to_string());
    PlanItem {
        id: item.id.to_string(),
        level: said.level.code(),
        number: said.number.clone(),
        title: said.title.clone(),
        responsible: said.responsible.iter().map(ToString::to_string).collect(),
        partners: said.partners.iter().map(ToString::to_string).collect(),
        from: said.from.map(|day| day.to_string()),
        term: said.term.map(|day| day.to_string()),
        budget: figure(said.budget),
        fund: said.fund.clone(),
        indicator: said.indicator.as_ref().map(|indicator| indicator.definition.clone()),
        target: figure(said.indicator.as_ref().and_then(|indicator| indicator.target)),
        value: figure(item.value()),
        status: item.status().code(),
        late,
    }
}

/// The plans.
#[utoipa::path(get, path = "/plans", tag = "plan", responses((status = 200, description = "All of them", body = Vec<PlanLine>)))]
pub async fn list(visit: Visit) -> Result<Json<Vec<PlanLine>>, Failure> {
    let context = visit.reading()?;
    let plans = visit.run(move |app| tree::plans(app, &context)).await?;
    let line = |line: tree::Line| PlanLine {
        id: line.id.to_string(),
        title: line.of.first.title,
        state: line.of.stage.code(),
        version: line.of.number,
        from: line.of.first.from.to_string(),
        until: line.of.first.until.to_string(),
        example: line.of.first.example,
        counts: line.counts.into(),
    };
    Ok(Json(plans.into_iter().map(line).collect()))
}

/// One with its items, 200 at a time.
#[utoipa::path(get, path = "/plans/{id}", tag = "plan", params(("id" = String, Path, description = "The plan"), SelectItems), responses((status = 200, description = "The plan", body = Plan)))]
pub async fn show(visit: Visit, Which(id): Which<KnownPlan>, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectItems>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let (context, after) = (visit.reading()?, select.after.clone());
    let tree = visit.run(move |app| tree::tree(app, &context, id, &select)).await?;
    let all = tree
        .branches
        .iter()
        .flat_map(|branch| [&branch.top].into_iter().chain(&branch.below));
    let all: Vec<&Shown> = tree::following(all, after.as_deref()).collect();
    let shown: Vec<&&Shown> = all.iter().take(PAGE).collect();
    let left = shown.len() < all.len();
    let next = shown.last().filter(|_| left).map(|last| {
        let path = format!("{BASE}/plans/{id}");
        next_link(&path, &asked, ("after", last.item.said.number.clone()))
    });
    let answer = Plan {
        id: id.to_string(),
        title: tree.of.first.title.clone(),
        state: tree.of.stage.code(),
        version: tree.of.number,
        items: shown.iter().map(|shown| item_of(&shown.item, shown.late)).collect(),
        found: tree.found,
        counts: tree.counts.into(),
        next,
        may: tree.may.iter().map(|act| act.code()).collect(),
    };
    Ok(Json(answer).into_response())
}

fn told_of(story: &Story) -> ItemStory {
    let reports = story.item.reports.iter().map(|told| ItemReport {
        organisation: told.organisation.to_string(),
        status: told.status.code(),
        text: told.text.clone(),
        value: told.value.map(|value| value.to_string()),
        evidence: told.evidence.clone(),
        at: super::reply::time(told.at),
    });
    ItemStory {
        item: item_of(&story.item, story.late),
        reports: reports.collect(),
        recommendations: story.item.links.iter().map(ToString::to_string).collect(),
        may: story.may.iter().map(|act| act.code()).collect(),
    }
}

/// One item with its story.
#[utoipa::path(get, path = "/plans/{id}/items/{item}", tag = "plan", params(("id" = String, Path, description = "The plan"), ("item" = String, Path, description = "The item")), responses((status = 200, description = "The story", body = ItemStory)))]
pub async fn item(visit: Visit, Below(id, item): Below<KnownPlan, Known>) -> Result<Json<ItemStory>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story(app, &context, (id, item))).await?;
    Ok(Json(told_of(&story)))
}

/// Begins a plan.
#[utoipa::path(post, path = "/plans", tag = "plan", request_body = DraftPlan, responses((status = 201, description = "Begun", body = Created)))]
pub async fn draft(visit: Visit, sent: Sent<DraftPlan>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::draft(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/plans/{id}"), id, receipt))
}

/// Writes an item.
#[utoipa::path(post, path = "/plans/{id}/items", tag = "plan", params(("id" = String, Path, description = "The plan")), request_body = WriteItem, responses((status = 201, description = "Written", body = Created)))]
pub async fn add(visit: Visit, Which(id): Which<KnownPlan>, sent: Sent<WriteItem>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (item, receipt) = visit.run(move |app| app::add(app, &context, id, &command)).await?;
    Ok(created(format!("{BASE}/plans/{id}/items/{item}"), item, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "plan", params(("id" = String, Path, description = "The plan")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<KnownPlan>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/plans/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Records that a body approved it.
    approve(ApprovePlan) at "/plans/{id}/approvals" by app::approve;
    /// Puts it into force.
    enforce(EnforcePlan) at "/plans/{id}/enforcements" by app::enforce;
    /// Begins its next version.
    amend(AmendPlan) at "/plans/{id}/amendments" by app::amend;
}

macro_rules! of_item { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "plan", params(("id" = String, Path, description = "The plan"), ("item" = String, Path, description = "The item")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Below(id, item): Below<KnownPlan, Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, (id, item), &command)).await?;
        Ok(created(format!("{BASE}/plans/{id}/items/{item}"), item, receipt))
    }
)+ } }
of_item! {
    /// Writes an item anew.
    rewrite(WriteItem) at "/plans/{id}/items/{item}/words" by app::rewrite;
    /// Reports how far an item is.
    report(ReportItem) at "/plans/{id}/items/{item}/reports" by app::report;
    /// Says whether an item carries out a recommendation.
    link(LinkItem) at "/plans/{id}/items/{item}/links" by app::link;
}
