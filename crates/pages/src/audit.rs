//! Who looked: date, organisation, function, what, why; no officer's name, and nothing of what was written.
mod export;
mod find;
mod list;
mod show;

use axum::{Router, routing::get};
use jiff::{civil::Time, tz::TimeZone};
use tiltas_app::audit::Said;
use tiltas_domain::{
    Fields as Opened, Moment,
    audit::{Result as Outcome, Select},
};
use tiltas_input::audit::SelectAudits;
use tiltas_kit::{Edge, Errors, Fields, Visit};
use tiltas_words::Words;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/audits", get(find::search).post(find::find))
        .route("/audits/files", get(list::files))
        .route("/cases/{id}/audit", get(show::page))
        .route("/cases/{id}/audit.csv", get(export::page))
}

/// Which entries an address asks for.
fn select(visit: &Visit, asked: &Fields) -> Result<Select, Errors> {
    visit.command::<SelectAudits>(asked, &[])
}

/// The address of a choice, from its first page on.
fn address(path: &str, select: &Select, zone: &TimeZone) -> String {
    let kept = [
        ("organisation", select.organisation.map(|id| id.to_string())),
        ("role", select.role.map(|role| role.code().to_owned())),
        ("action", select.action.clone()),
        ("from", select.from.map(|from| day(from, zone, ISO))),
        ("until", select.until.map(|until| last_day(until, zone, ISO))),
        ("denied", select.denied.then(|| "yes".to_owned())),
    ];
    let kept = kept
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value?)));
    let query = kept.collect::<Vec<_>>().join("&");
    match query.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{query}"),
    }
}

/// A day as it stands in an address, and as people write it.
const ISO: &str = "%Y-%m-%d";
const WRITTEN: &str = "%d %m %Y";

/// A day, where it is from its beginning on; else the time.
fn day(from: Moment, zone: &TimeZone, form: &str) -> String {
    let local = zone.to_datetime(from.timestamp());
    match local.time() == Time::midnight() {
        true => local.date().strftime(form).to_string(),
        false => from.timestamp().to_string(),
    }
}

/// The last day that is meant, where it ends at midnight; else the time.
fn last_day(until: Moment, zone: &TimeZone, form: &str) -> String {
    let local = zone.to_datetime(until.timestamp());
    match (local.time() == Time::midnight(), local.date().yesterday()) {
        (true, Ok(last)) => last.strftime(form).to_string(),
        _ => until.timestamp().to_string(),
    }
}

/// Actions that are themselves a reading; for any other what was opened is what its form shows.
const READINGS: [&str; 8] = [
    "case.read",
    "list.read",
    "name.open",
    "replaced.open",
    "referral.read",
    "summary.read",
    "task.read",
    "audit.read",
];

/// What was done, or in the form of what something was opened.
fn done_by(words: &Words, said: &Said) -> String {
    let what = done(words, &said.action);
    let form = !said.outcome.is_denial() && !READINGS.contains(&said.action.as_str());
    if form { words.audit_form(what) } else { what }
}

/// How it ended, with these fields where some were opened, and whether it left the screen.
fn outcome(words: &Words, said: &Said, opened: Opened) -> String {
    let outcome = match &said.outcome {
        Outcome::Opened(_) => words.audit_opened(crate::case::fields(words, opened)),
        Outcome::Listed(_) => words.audit_listed(),
        Outcome::Denied(rule) => words.audit_denied(rule),
        Outcome::Refused(rule) => words.audit_refused(rule),
        Outcome::NotFound => words.audit_not_found(),
    };
    let copy = said.copy.map(|copy| words.say_audit_copy(copy));
    copy.into_iter().chain([outcome]).collect::<Vec<_>>().join(" ")
}

/// What was done; a later version's action has no words here yet.
fn done(words: &Words, action: &str) -> String {
    let said = words.say_code("looked", &action.replace('.', "_"));
    if said.starts_with('[') {
        words.looked_other()
    } else {
        said
    }
}
