//! Who looked at a case; and how often files were opened and refused in the last days.
use super::{
    BASE,
    body::{self, Which},
    reply::{Told, codes, link, page, text, time},
};
use axum::{Json, extract::Query, response::Response};
use serde::Serialize;
use tiltas_app::audit::{
    Line,
    list::{OfDay, Times},
};
use tiltas_domain::{audit::Result as Outcome, case::Case};
use tiltas_input::{
    Input,
    audit::{SelectAudits, SelectFiles},
};
use tiltas_kit::{Failure, Fields, Visit};
use tiltas_words::Words;
use utoipa::ToSchema;

/// One look: when, which organisation and role, what for. No officer's name.
#[derive(Serialize, ToSchema)]
pub struct Look {
    /// When.
    pub at: String,
    /// Which organisation.
    pub organisation: Option<String>,
    /// In which role.
    pub role: Option<&'static str>,
    /// What was done, as a code: `case.read`.
    pub action: Option<String>,
    /// `opened`, `listed`, `denied`, `refused`, `not_found`; `unreadable` where the entry can't be read.
    pub outcome: &'static str,
    /// The fields that were opened.
    pub opened: Vec<&'static str>,
    /// The rule that denied or refused it.
    pub rule: Option<String>,
    /// The reason that was given.
    pub reason: Told<String>,
    /// In which way it left the screen: `printed` or `exported`.
    pub copy: Option<&'static str>,
    /// How often the same was denied again, where it is counted.
    pub again: Option<Again>,
}

/// How often the same was denied again, after the entry that was written at once.
#[derive(Serialize, ToSchema)]
pub struct Again {
    /// So often.
    pub times: u32,
    /// The first of them.
    pub first: String,
    /// The last of them.
    pub last: String,
}

/// Who looked at a case, newest first, page by page: the header `Link` names the next page.
#[utoipa::path(get, path = "/cases/{id}/audits", tag = "audit", params(("id" = String, Path, description = "The case"), SelectAudits), responses((status = 200, description = "Who looked", body = Vec<Look>)))]
pub async fn list(
    visit: Visit,
    Which(id): Which<Case>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let asked = Fields(asked);
    let context = visit.reading()?;
    let select = tiltas_input::of_query::<SelectAudits>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| body::told(&visit, &wrong))?;
    let looked = visit
        .run(move |app| tiltas_app::audit::looked(app, &context, id, &select))
        .await?;
    let looks: Vec<Look> = looked.lines.into_iter().map(|line| look(&visit.words, line)).collect();
    let path = format!("{BASE}/cases/{id}/audits");
    let next = looked.next.map(|mark| link(&path, &asked, ("after", mark)));
    Ok(page(looks, next))
}

fn look(words: &Words, line: Line) -> Look {
    let at = time(line.at);
    let Some(said) = line.said else {
        return Look {
            at,
            organisation: None,
            role: None,
            action: None,
            outcome: "unreadable",
            opened: Vec::new(),
            rule: None,
            reason: Told::Nothing,
            copy: None,
            again: None,
        };
    };
    let (outcome, rule) = match &said.outcome {
        Outcome::Opened(_) => ("opened", None),
        Outcome::Listed(_) => ("listed", None),
        Outcome::Denied(rule) => ("denied", Some(rule.clone())),
        Outcome::Refused(rule) => ("refused", Some(rule.clone())),
        Outcome::NotFound => ("not_found", None),
    };
    Look {
        at,
        opened: codes(tiltas_app::audit::opened(&said.outcome)),
        organisation: Some(said.organisation),
        role: Some(said.role.code()),
        action: Some(said.action),
        outcome,
        rule,
        reason: said.reason.map_or(Told::Nothing, |reason| text(words, &reason)),
        copy: said.copy.map(tiltas_domain::audit::Copy::code),
        again: said.again.map(|again| Again {
            times: again.times,
            first: time(again.first),
            last: time(again.last),
        }),
    }
}

/// What was opened and refused on the last days, newest first.
#[derive(Serialize, ToSchema)]
pub struct Looks {
    /// Each of them, also where nothing was counted.
    pub days: Vec<DayLooks>,
    /// How many entries of these days can't be read, and are not counted.
    pub unreadable: usize,
}

/// What was opened and refused on one day.
#[derive(Serialize, ToSchema)]
pub struct DayLooks {
    /// The day, in the country's zone: `2026-11-26`.
    pub day: String,
    /// How often something was shown.
    pub opened: usize,
    /// How often it was denied, refused by a rule, or not found.
    pub refused: usize,
    /// By each organisation that has any.
    pub organisations: Vec<OrganisationLooks>,
}

/// What the people of one organisation opened and were refused.
#[derive(Serialize, ToSchema)]
pub struct OrganisationLooks {
    /// Which organisation: its id.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// How often something was shown.
    pub opened: usize,
    /// How often it was denied, refused by a rule, or not found.
    pub refused: usize,
}

/// How often one file was opened and refused.
#[derive(Serialize, ToSchema)]
pub struct FileLooks {
    /// Which: its id.
    pub case: String,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How often something was shown.
    pub opened: usize,
    /// How often it was denied, refused by a rule, or not found.
    pub refused: usize,
}

/// How often the files in which one's organisation takes part were opened and refused, by day and organisation: for those who
/// watch over data protection.
#[utoipa::path(get, path = "/audits", tag = "audit", responses((status = 200, description = "The last days", body = Looks)))]
pub async fn days(visit: Visit) -> Result<Json<Looks>, Failure> {
    let context = visit.reading()?;
    let counted = visit
        .run(move |app| tiltas_app::audit::list::days(app, &context))
        .await?;
    Ok(Json(Looks {
        days: counted.days.into_iter().map(day_looks).collect(),
        unreadable: counted.unreadable,
    }))
}

/// The files that one organisation opened, or was refused, on one of these days, by spoken name; the header `Link` names the
/// next page.
#[utoipa::path(get, path = "/audits/files", tag = "audit", params(SelectFiles), responses((status = 200, description = "The files", body = Vec<FileLooks>)))]
pub async fn files(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Result<Response, Failure> {
    let asked = Fields(asked);
    let context = visit.reading()?;
    let choice = tiltas_input::of_query::<SelectFiles>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| body::told(&visit, &wrong))?;
    let files = visit
        .run(move |app| tiltas_app::audit::list::files(app, &context, &choice))
        .await?;
    let lines = files.lines.into_iter().map(|line| FileLooks {
        case: line.case.to_string(),
        spoken_name: line.spoken_name,
        opened: line.times.opened,
        refused: line.times.refused,
    });
    let path = format!("{BASE}/audits/files");
    let next = files.next.map(|next| link(&path, &asked, ("after", next.to_string())));
    Ok(page(lines.collect(), next))
}

fn day_looks(of: OfDay) -> DayLooks {
    let by = of.by.into_iter();
    let organisations = by.map(|(organisation, name, Times { opened, refused })| OrganisationLooks {
        organisation: organisation.to_string(),
        name,
        opened,
        refused,
    });
    DayLooks {
        day: of.day.date.to_string(),
        opened: of.all.opened,
        refused: of.all.refused,
        organisations: organisations.collect(),
    }
}
