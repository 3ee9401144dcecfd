//! Pairs that may say the same: one press decides each, and what is decided is not proposed again.
use super::show::{Alike, alike};
use askama::Template;
use axum::response::Response;
use tiltas_app::recommendation::likeness;
use tiltas_kit::{
    Failure, Page, Visit,
    edge::{Asked, show},
};

struct Row {
    /// Each with its words.
    ends: [(Alike, String); 2],
    address: String,
    /// Of the other, as the form sends it.
    id: String,
    key: String,
}

#[derive(Template)]
#[template(path = "recommendation/pairs.html")]
struct PairsPage {
    page: Page,
    rows: Vec<Row>,
    all: usize,
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let found = visit.run(move |app| likeness::pairs(app, &context)).await?;
    let words = &visit.words;
    let page = visit.page(&words.pairs_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    let rows = found.pairs.into_iter().map(|pair| Row {
        address: format!("/recommendations/{}", pair.one.id),
        id: pair.other.id.to_string(),
        ends: [
            (alike(words, &pair.one), pair.one_words),
            (alike(words, &pair.other), pair.other_words),
        ],
        key: visit.form_key(),
    });
    show(&PairsPage {
        rows: rows.collect(),
        all: found.all,
        page,
    })
}
