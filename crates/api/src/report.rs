//! Reports of institutions: written, handed in, returned, accepted, corrected.
use super::{
    BASE,
    body::{Keyed, Sent, Which},
    period::{CountedFigure, OpenItem},
    reply::{Created, created, time},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_app::report::{self as app, story};
use tiltas_domain::report::Report as Known;
use tiltas_input::report::{ReturnReport, WriteReport};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// A figure with its definition.
#[derive(Serialize, ToSchema)]
pub struct ReportedFigure {
    /// Of what.
    pub indicator: String,
    /// The figure.
    pub figure: String,
    /// What is counted by it, and what is not.
    pub definition: String,
}

/// Why it went back.
#[derive(Serialize, ToSchema)]
pub struct WentBack {
    /// Which figure needs another look; `null` where it is the words.
    pub figure: Option<String>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: String,
}

/// A report of an institution.
#[derive(Serialize, ToSchema)]
pub struct Report {
    /// Which.
    pub id: String,
    /// In which period.
    pub period: String,
    /// By which institution.
    pub organisation: String,
    /// Where it stands.
    pub state: &'static str,
    /// Until when it is owed.
    pub due: Option<String>,
    /// How many days it is late.
    pub late: Option<i32>,
    /// What was done; `null` where nothing is written yet.
    pub narrative: Option<String>,
    /// Figures.
    pub values: Vec<ReportedFigure>,
    /// What the node counts: frozen once it was handed in.
    pub counted: Vec<CountedFigure>,
    /// What shows it.
    pub evidence: Vec<String>,
    /// What stood in the way.
    pub obstacles: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
    /// Recommendations that the institution has to carry out by the last day, by id.
    pub owes: Vec<String>,
    /// Why it went back, each time.
    pub returned: Vec<WentBack>,
    /// Whom its delay reached.
    pub told: Vec<&'static str>,
    /// Which report it corrects, by id.
    pub corrects: Option<String>,
    /// Which report corrects it, by id.
    pub corrected_by: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// A report that is owed, or waits to be read.
#[derive(Serialize, ToSchema)]
pub struct DueReport {
    /// Which, where the reader may open it.
    pub id: Option<String>,
    /// In which period.
    pub period: String,
    /// By which institution, by id.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: &'static str,
    /// Until when it is owed.
    pub due: Option<String>,
    /// How many days it is late.
    pub late: Option<i32>,
}

/// What is owed.
#[derive(Serialize, ToSchema)]
pub struct OwedNow {
    /// Reports.
    pub reports: Vec<DueReport>,
    /// Recommendations of the token's institution, what it was asked, and actions whose term is over or near.
    pub others: Vec<OpenItem>,
}

/// What the token's institution owes; for those who read all reports, what everybody owes, and what waits to be read.
#[utoipa::path(get, path = "/reports", tag = "report", responses((status = 200, description = "All of it", body = OwedNow)))]
pub async fn owed(visit: Visit) -> Result<Json<OwedNow>, Failure> {
    let context = visit.reading()?;
    let duties = visit.run(move |app| story::duties(app, &context)).await?;
    let reports = duties.reports.into_iter().map(|one| DueReport {
        id: one.opens.then(|| one.id.to_string()),
        period: one.of.opened.period.to_string(),
        organisation: one.organisation.to_string(),
        name: one.name,
        state: one.of.stage().code(),
        due: one.of.due.map(time),
        late: one.late,
    });
    Ok(Json(OwedNow {
        reports: reports.collect(),
        others: duties.others.into_iter().map(OpenItem::of).collect(),
    }))
}

/// One report.
#[utoipa::path(get, path = "/reports/{id}", tag = "report", params(("id" = String, Path, description = "The report")), responses((status = 200, description = "The report", body = Report)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Report>, Failure> {
    use tiltas_app::period::open_items::What;
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let of = &story.of;
    let written = of.written.as_ref();
    let values = written
        .iter()
        .flat_map(|written| &written.values)
        .map(|value| ReportedFigure {
            indicator: value.indicator.clone(),
            figure: value.figure.clone(),
            definition: value.definition.clone(),
        });
    let owes = story.owes.iter().filter_map(|item| match item.what {
        What::Recommendation(id) => Some(id.to_string()),
        What::Report(_) | What::Position(_) | What::Action(..) => None,
    });
    let returned = of.returned.iter().map(|one| WentBack {
        figure: one.figure.clone(),
        reason: one.reason.clone(),
        at: time(one.at),
    });
    Ok(Json(Report {
        id: id.to_string(),
        period: of.opened.period.to_string(),
        organisation: of.opened.organisation.to_string(),
        state: of.stage().code(),
        due: of.due.map(time),
        late: story.late,
        narrative: written.map(|written| written.narrative.clone()),
        values: values.collect(),
        counted: story.counted.iter().map(CountedFigure::of).collect(),
        evidence: written.map(|written| written.evidence.clone()).unwrap_or_default(),
        obstacles: written.and_then(|written| written.obstacles.clone()),
        example: written.is_some_and(|written| written.example),
        owes: owes.collect(),
        returned: returned.collect(),
        told: of.told.iter().map(|(step, _)| step.code()).collect(),
        corrects: of.opened.corrects.map(|id| id.to_string()),
        corrected_by: of.corrected_by.map(|id| id.to_string()),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "report", params(("id" = String, Path, description = "The report")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/reports/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Writes it, whole.
    write(WriteReport) at "/reports/{id}/writings" by app::write;
    /// Gives it back.
    give_back(ReturnReport) at "/reports/{id}/returns" by app::give_back;
}

macro_rules! bare { ($($(#[$doc:meta])* $name:ident at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "report", params(("id" = String, Path, description = "The report")), responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, key: Keyed) -> Result<Response, Failure> {
        let context = visit.context(&key.0)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &())).await?;
        // A correction is a report of its own: its effect is read there.
        let on = receipt.id::<Known>().unwrap_or(id);
        Ok(created(format!("{BASE}/reports/{on}"), on, receipt))
    }
)+ } }
bare! {
    /// Hands it in, with what the node counted.
    submit at "/reports/{id}/submissions" by app::submit;
    /// Accepts it.
    accept at "/reports/{id}/acceptances" by app::accept;
    /// Begins a correction of it, in a closed period: a new report.
    correct at "/reports/{id}/corrections" by app::correct;
}
