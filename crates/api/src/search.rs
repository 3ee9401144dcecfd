//! What is found among what is about policy.
use super::body::told;
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::search;
use tiltas_input::{Input, search::Search};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// Something that was found.
#[derive(Serialize, ToSchema)]
pub struct Hit {
    /// The word of its slice.
    pub kind: &'static str,
    /// Which.
    pub id: String,
    /// The plan that an item is a part of.
    pub within: Option<String>,
    /// In a line; of a report, the institution.
    pub title: String,
    /// Invented, to show how it works.
    pub example: bool,
}

/// What stands by these words in recommendations, plans and their items, practices, expert institutions, programmes, trainings, visits, meetings, partnerships and reports, as far as this reader sees them: fifty at most.
#[utoipa::path(get, path = "/search", tag = "search", params(Search), responses((status = 200, description = "What was found", body = Vec<Hit>)))]
pub async fn find(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let typed = tiltas_input::of_query::<Search>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let found = visit.run(move |app| search::find(app, &context, &typed)).await?;
    let found = found.entries.into_iter().map(|entry| Hit {
        kind: entry.slice,
        id: entry.id,
        within: entry.within,
        title: entry.title,
        example: entry.example,
    });
    Ok(Json(found.collect::<Vec<_>>()).into_response())
}
