//! Reporting periods, and what is open, by addressee.
use super::{
    BASE,
    body::{Keyed, Sent, Which, told},
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_app::{
    national_report, period as app,
    period::{
        open_items::{self, Select, What},
        story,
    },
};
use tiltas_domain::{
    period::Period as Known,
    report::{Count, Counted as One},
};
use tiltas_input::{
    Input,
    national_report::DraftNationalReport,
    report::{SelectOpenItems, SelectPeriods},
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// A reporting period.
#[derive(Serialize, ToSchema)]
pub struct PeriodLine {
    /// Which.
    pub id: String,
    /// By which rule of the country profile.
    pub rule: String,
    /// What is reported, and to whom.
    pub what: String,
    /// The first day that is told of.
    pub from: String,
    /// The last day that is told of.
    pub until: String,
    /// The last day for a report.
    pub due: String,
    /// Where it stands.
    pub state: &'static str,
    /// Where the last day was read.
    pub source: String,
    /// How sure it is.
    pub confidence: &'static str,
    /// The national report that was begun in it, by id.
    pub national_report: Option<String>,
}

impl PeriodLine {
    fn of(id: tiltas_domain::Id<Known>, of: &Known) -> PeriodLine {
        let opened = &of.opened;
        PeriodLine {
            id: id.to_string(),
            rule: opened.rule.clone(),
            what: opened.what.clone(),
            from: opened.from.to_string(),
            until: opened.until.to_string(),
            due: opened.due.to_string(),
            state: of.state().code(),
            source: opened.source.clone(),
            confidence: opened.confidence.code(),
            national_report: of.national.map(|id| id.to_string()),
        }
    }
}

/// What the node counted.
#[derive(Serialize, ToSchema)]
pub struct CountedFigure {
    /// Of what.
    pub indicator: &'static str,
    /// How many; `null` where it is not told.
    pub count: Option<u32>,
    /// Why it is not told: `few` (fewer than five), `withheld` (it would give another away), `none` (there is nothing to tell).
    pub hidden: Option<&'static str>,
}

impl CountedFigure {
    pub(super) fn of(one: &One) -> CountedFigure {
        let (count, hidden) = match one.count {
            Count::Exactly(count) => (Some(count), None),
            Count::Few => (None, Some("few")),
            Count::Withheld => (None, Some("withheld")),
            Count::None => (None, Some("none")),
        };
        CountedFigure {
            indicator: one.indicator.code(),
            count,
            hidden,
        }
    }
}

/// Who owes a report in it.
#[derive(Serialize, ToSchema)]
pub struct ReportOwed {
    /// The report.
    pub report: String,
    /// The institution.
    pub organisation: String,
    /// Where it stands.
    pub state: &'static str,
    /// How many days it is late.
    pub late: Option<i32>,
}

/// A period with its reports.
#[derive(Serialize, ToSchema)]
pub struct Period {
    /// The period.
    #[serde(flatten)]
    pub period: PeriodLine,
    /// Who owes a report.
    pub reports: Vec<ReportOwed>,
    /// Totals of what the node counted for those that were accepted.
    pub totals: Vec<CountedFigure>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// Something that an institution is to do.
#[derive(Serialize, ToSchema)]
pub struct OpenItem {
    /// `recommendation`, `report`, `position` or `action`.
    pub kind: &'static str,
    /// Which, by id.
    pub id: String,
    /// The institution, by id.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// In a line; a report has none of its own.
    pub title: String,
    /// Until when.
    pub term: Option<String>,
    /// How many days it is late.
    pub late: Option<i32>,
    /// Invented, to show how it works.
    pub example: bool,
}

impl OpenItem {
    /// One as a program reads it.
    pub fn of(item: open_items::Item) -> OpenItem {
        let (kind, id) = match item.what {
            What::Recommendation(id) => ("recommendation", id.to_string()),
            What::Report(id) => ("report", id.to_string()),
            What::Position(id) => ("position", id.to_string()),
            What::Action(_, id) => ("action", id.to_string()),
        };
        OpenItem {
            kind,
            id,
            organisation: item.organisation.to_string(),
            name: item.name,
            title: item.title,
            term: item.term.map(|term| term.to_string()),
            late: item.late,
            example: item.example,
        }
    }
}

/// The periods, the last first.
#[utoipa::path(get, path = "/periods", tag = "report", params(SelectPeriods), responses((status = 200, description = "All of them", body = Vec<PeriodLine>)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Json<Vec<PeriodLine>>, Failure> {
    let state = tiltas_input::of_query::<SelectPeriods>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| story::list(app, &context)).await?;
    let lines = found
        .lines
        .iter()
        .filter(|line| state.is_none_or(|state| line.of.state() == state));
    Ok(Json(lines.map(|line| PeriodLine::of(line.id, &line.of)).collect()))
}

/// One with who owes what.
#[utoipa::path(get, path = "/periods/{id}", tag = "report", params(("id" = String, Path, description = "The period")), responses((status = 200, description = "The period", body = Period)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Period>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let reports = story.reports.iter().map(|one| ReportOwed {
        report: one.id.to_string(),
        organisation: one.organisation.to_string(),
        state: one.of.stage().code(),
        late: one.late,
    });
    Ok(Json(Period {
        period: PeriodLine::of(id, &story.of),
        reports: reports.collect(),
        totals: story.totals.iter().map(CountedFigure::of).collect(),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Closes it: from then on a correction is a new report.
#[utoipa::path(post, path = "/periods/{id}/closings", tag = "report", params(("id" = String, Path, description = "The period")), responses((status = 201, description = "Done", body = Created)))]
pub async fn close(visit: Visit, Which(id): Which<Known>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let receipt = visit.run(move |app| app::close(app, &context, id, &())).await?;
    Ok(created(format!("{BASE}/periods/{id}"), id, receipt))
}

/// Drafts the national report from what was accepted.
#[utoipa::path(post, path = "/periods/{id}/national-reports", tag = "report", params(("id" = String, Path, description = "The period")), request_body = DraftNationalReport, responses((status = 201, description = "Drafted", body = Created)))]
pub async fn draft(
    visit: Visit,
    Which(id): Which<Known>,
    sent: Sent<DraftNationalReport>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (report, receipt) = visit
        .run(move |app| national_report::draft(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/national-reports/{report}"), report, receipt))
}

/// What is open, by addressee.
#[utoipa::path(get, path = "/open-items", tag = "report", params(SelectOpenItems), responses((status = 200, description = "All of them", body = Vec<OpenItem>)))]
pub async fn open_items(visit: Visit, Asked(asked): Asked) -> Result<Json<Vec<OpenItem>>, Failure> {
    let (addressee, late) = tiltas_input::of_query::<SelectOpenItems>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let select = Select { addressee, late };
    let items = visit.run(move |app| open_items::list(app, &context, &select)).await?;
    Ok(Json(items.into_iter().map(OpenItem::of).collect()))
}
