//! How does a person reach it? HTML: one folder a slice. Parses in, renders out; no SQL, no rules.
pub mod account;
pub mod attempt;
pub mod audit;
pub mod case;
pub mod certificate;
pub mod consent;
mod copy;
pub mod detail;
pub mod disclosure;
pub mod expert_institution;
pub mod function;
pub mod import;
pub mod meeting;
pub mod national_report;
pub mod need;
pub mod note;
pub mod organisation;
pub mod partnership;
pub mod period;
pub mod place;
pub mod plan;
pub mod practice;
pub mod programme;
pub mod provider;
pub mod recommendation;
pub mod referral;
pub mod report;
pub mod risk;
pub mod screening;
pub mod search;
pub mod signal;
pub mod task;
pub mod today;
pub mod tonight;
pub mod training;
pub mod visit;
mod way;

use axum::Router;
use tiltas_app::case::file::File;
use tiltas_kit::{Edge, Visit};
use tiltas_words::Html;

/// Every page of the slices, one line a slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .merge(account::routes())
        .merge(attempt::routes())
        .merge(audit::routes())
        .merge(case::routes())
        .merge(certificate::routes())
        .merge(consent::routes())
        .merge(detail::routes())
        .merge(disclosure::routes())
        .merge(expert_institution::routes())
        .merge(function::routes())
        .merge(import::routes())
        .merge(national_report::routes())
        .merge(need::routes())
        .merge(note::routes())
        .merge(organisation::routes())
        .merge(partnership::routes())
        .merge(period::routes())
        .merge(place::routes())
        .merge(programme::routes())
        .merge(plan::routes())
        .merge(practice::routes())
        .merge(provider::routes())
        .merge(recommendation::routes())
        .merge(referral::routes())
        .merge(report::routes())
        .merge(risk::routes())
        .merge(screening::routes())
        .merge(search::routes())
        .merge(signal::routes())
        .merge(task::routes())
        .merge(today::routes())
        .merge(tonight::routes())
        .merge(visit::routes())
        .merge(training::routes())
        .merge(meeting::routes())
}

/// What slices show of a case on its page, one line a slice.
pub(crate) fn panels(visit: &Visit, file: &File) -> Vec<Html> {
    vec![need::panel(visit, file), referral::panel::panel(visit, file)]
}

/// The same beside it.
pub(crate) fn asides(visit: &Visit, file: &File) -> Vec<Html> {
    vec![consent::panel::panel(&visit.words, file)]
}
