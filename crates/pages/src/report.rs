//! Reports: what one owes and is owed, one report with its figures, and a form for each thing that is done to one.
mod act;
mod owed;
mod show;

use axum::{Router, routing::get};
use tiltas_domain::{Id, report::Report};
use tiltas_kit::{Edge, Failure};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/reports", get(owed::page))
        .route("/reports.csv", get(owed::export))
        .route("/reports.xlsx", get(owed::export))
        .route("/reports/{id}", get(show::page))
        .route("/reports/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Report>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}
