//! A list on paper: pseudonymous, with a line that says who made it and when. That it was made, and whom it names, stands in the
//! audit; what is on it is what the list on the screen tells.
use askama::Template;
use axum::response::Response;
use tiltas_kit::{Failure, Page, Visit, edge::show};
use tiltas_words::Html;

/// A table of one list.
pub struct Table {
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Html>>,
    /// How many of all stand here.
    pub shown: String,
}

#[derive(Template)]
#[template(path = "copy.html")]
struct CopyPage {
    page: Page,
    back: String,
    title: String,
    copy: String,
    tables: Vec<Table>,
    /// That entries can't be read, and whom to ring.
    unread: Option<Html>,
}

/// The copy of a list: `back` is where it stands on the screen.
pub fn copy(
    visit: &Visit,
    title: String,
    back: String,
    tables: Vec<Table>,
    unread: Option<Html>,
) -> Result<Response, Failure> {
    let words = &visit.words;
    let page = visit.page(&title).printed();
    let when = format!("{}, {}", words.date(visit.now), words.time(visit.now));
    show(&CopyPage {
        copy: words.summary_copy(when, &page.function),
        page,
        back,
        title,
        tables,
        unread,
    })
}
