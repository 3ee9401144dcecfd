//! One night, one case, three screens: the demonstration's first page. Each press runs the same use cases as real work; only
//! the clock is the demonstration's.
mod demo;
mod recorded;
mod tale;
mod watch;

use crate::night::{self, Move};
use askama::Template;
use axum::{
    Extension, Router,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
pub use demo::Demo;
use demo::Seen;
use std::sync::Arc;
use tiltas_kit::{
    Edge, Failure, Page, Posted, Visit,
    component::{Journal, Panes, Span, Tag},
    edge::show,
    page::Item,
};
use tiltas_words::{Html, Words};

/// The page and its presses.
pub fn routes(demo: Arc<Demo>) -> Router<Edge> {
    Router::new()
        .route("/", get(async || Redirect::to("/one-night")))
        .route("/one-night", get(page).post(press))
        .layer(Extension(demo))
}

/// A button of the night.
struct Button {
    code: &'static str,
    label: String,
    hint: String,
    open: bool,
}

#[derive(Template)]
#[template(path = "one_night/page.html")]
struct OneNightPage {
    page: Page,
    date: String,
    time: String,
    step: String,
    stage: String,
    span: Span,
    now: Html,
    silence: Option<Span>,
    asked: Vec<Html>,
    changed: Option<Html>,
    buttons: Vec<Button>,
    again: bool,
    spoken_name: String,
    panes: Panes,
    journal: Journal,
    checked: Html,
    proposed: Tag,
}

/// The page.
async fn page(visit: Visit, Extension(demo): Extension<Arc<Demo>>) -> Result<Response, Failure> {
    let (now, checked) = (visit.now, visit.edge.checked.clone());
    let seen = visit.run(move |app| demo.look(app, now, &checked)).await?;
    let words = &visit.words;
    let mut page = visit.page(&words.say("one-night-title"));
    if page.items.is_empty() {
        page.items = destinations(words);
    }
    let night = &seen.night;
    show(&OneNightPage {
        date: words.weekday_date(visit.now),
        time: words.time(visit.now),
        step: words.say_with("one-night-step", &[("n", &tale::done(night))]),
        stage: night.stage(),
        span: tale::span(words, night, visit.now),
        now: tale::now(words, night, visit.now),
        silence: tale::silence(words, night, visit.now),
        asked: tale::asked(words, night, visit.now),
        changed: seen.changed.as_ref().map(|changed| recorded::changed(words, changed)),
        buttons: buttons(words, &seen, visit.now),
        again: night.scene() == night::Scene::Over,
        spoken_name: night.spoken_name.clone(),
        panes: watch::panes(words, &seen, visit.edge.app.profile(), visit.now),
        journal: recorded::journal(words, &seen.lines, visit.now),
        checked: recorded::checked(words, &seen.report, visit.now),
        proposed: Tag::proposed(words),
        page,
    })
}

fn destinations(words: &Words) -> Vec<Item> {
    let item = |href, name: &str, current| Item {
        href,
        label: words.say_code("one-night-go", name),
        count: None,
        current,
    };
    vec![
        item("/one-night", "night", true),
        item("/account/sign-in", "roles", false),
        item("#journal", "journal", false),
    ]
}

fn buttons(words: &Words, seen: &Seen, now: tiltas_domain::Moment) -> Vec<Button> {
    let night = &seen.night;
    let button = |button: Move| {
        let open = button.is_open(night, now);
        let code = button.code();
        let hint = match (button, open) {
            (Move::Next, true) => tale::next(words, night),
            (_, true) => words.say_code("one-night-does", code),
            (_, false) => words.say_code("one-night-shut", code),
        };
        Button {
            code,
            label: words.say_code("one-night-press", code),
            hint,
            open,
        }
    };
    Move::ALL
        .into_iter()
        .filter(|button| *button != Move::Again)
        .map(button)
        .collect()
}

/// A press: the night goes on, and the page stands at the same place again.
async fn press(
    visit: Visit,
    Extension(demo): Extension<Arc<Demo>>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let button = Move::from_code(fields.one("do")).ok_or(Failure::NotFound)?;
    let (stage, now) = (fields.one("stage").to_owned(), visit.now);
    visit.run(move |app| demo.press(app, button, &stage, now)).await?;
    Ok(Redirect::to("/one-night#night").into_response())
}
