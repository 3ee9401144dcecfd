//! The national report: its versions and its approval.
use super::{
    BASE,
    body::{Sent, Which},
    period::CountedFigure,
    reply::{Created, created, time},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_app::national_report as app;
use tiltas_domain::national_report::{NationalReport as Known, State};
use tiltas_input::national_report::{ApproveNationalReport, EditNationalReport};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// One version of it.
#[derive(Serialize, ToSchema)]
pub struct ReportVersion {
    /// Its title.
    pub title: String,
    /// Its words; a line that begins with `# ` or `## ` is a heading.
    pub text: String,
    /// When it was written.
    pub at: String,
    /// Which body approved it; `null` where none did.
    pub approved_by: Option<String>,
    /// On which day.
    pub approved_on: Option<String>,
}

/// The national report.
#[derive(Serialize, ToSchema)]
pub struct NationalReport {
    /// Which.
    pub id: String,
    /// In which period.
    pub period: String,
    /// Where its last version stands.
    pub state: &'static str,
    /// The versions that this reader sees, oldest first.
    pub versions: Vec<ReportVersion>,
    /// The reports that it rests on, by id.
    pub reports: Vec<String>,
    /// Totals of what the node counted for them.
    pub totals: Vec<CountedFigure>,
    /// Invented, to show how it works.
    pub example: bool,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// One national report.
#[utoipa::path(get, path = "/national-reports/{id}", tag = "report", params(("id" = String, Path, description = "The report")), responses((status = 200, description = "The report", body = NationalReport)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<NationalReport>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| app::story(app, &context, id)).await?;
    let of = &story.of;
    let versions = story.versions.iter().map(|(nth, version)| {
        let approval = of.approval(*nth);
        ReportVersion {
            title: version.title.clone(),
            text: version.text.clone(),
            at: time(version.at),
            approved_by: approval.map(|approval| approval.body.clone()),
            approved_on: approval.map(|approval| approval.on.to_string()),
        }
    });
    Ok(Json(NationalReport {
        id: id.to_string(),
        period: of.basis.period.to_string(),
        state: match story.approval() {
            None => State::Draft.code(),
            Some(_) => State::Approved.code(),
        },
        versions: versions.collect(),
        reports: of.basis.reports.iter().map(ToString::to_string).collect(),
        totals: of.basis.totals.iter().map(CountedFigure::of).collect(),
        example: of.basis.example,
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
        Ok(created(format!("{BASE}/national-reports/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Writes a new version.
    edit(EditNationalReport) at "/national-reports/{id}/versions" by app::edit;
    /// Writes down that its last version was approved.
    approve(ApproveNationalReport) at "/national-reports/{id}/approvals" by app::approve;
}
