//! The page and its presses.
use super::{
    desk,
    script::{Chisinau, Move, Scene, Seen},
};
use crate::{
    doors,
    one_night::recorded,
    story::{
        Stories, Tale,
        visitor::{self, Answer, later},
    },
};
use askama::Template;
use axum::{Extension, Router, http::HeaderMap, response::Response, routing::get};
use std::sync::Arc;
use tiltas_kit::{
    Edge, Failure, Page, Posted, Visit,
    component::{Journal, Panes, Span, Step},
    edge::show,
};
use tiltas_words::{Html, Words};

/// The page and its presses.
pub fn routes(stories: Arc<Stories<Chisinau>>) -> Router<Edge> {
    Router::new()
        .route("/chisinau-2018", get(page).post(press))
        .layer(Extension(stories))
}

const PLACE: visitor::Page = visitor::Page {
    cookie: "chisinau",
    href: "/chisinau-2018#way",
};

struct Button {
    code: &'static str,
    label: String,
    hint: String,
    open: bool,
}

#[derive(Template)]
#[template(path = "chisinau/page.html")]
struct ChisinauPage {
    page: Page,
    notice: Option<String>,
    date: String,
    step: String,
    stage: String,
    span: Span,
    now: Html,
    buttons: Vec<Button>,
    over: bool,
    table: Option<Html>,
    panes: Panes,
    journal: Journal,
    checked: Html,
}

async fn page(
    visit: Visit,
    Extension(stories): Extension<Arc<Stories<Chisinau>>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let seen = PLACE.seen(&visit, stories, &headers).await?;
    tell(&visit, &seen, None)
}

fn tell(visit: &Visit, seen: &Seen, notice: Option<&str>) -> Result<Response, Failure> {
    let words = &visit.words;
    let mut page = visit.page(&words.chisinau_title());
    if page.items.is_empty() {
        page.items = doors::items(words, "/chisinau-2018");
    }
    show(&ChisinauPage {
        notice: notice.map(|code| words.say_code("chisinau-notice", code)),
        date: words.weekday_date(seen.now),
        step: words.chisinau_step(seen.way.played.to_string(), Scene::ALL.len().to_string()),
        stage: Chisinau::stage(seen),
        span: span(words, seen),
        now: now(words, seen),
        buttons: Move::ALL.into_iter().map(|one| button(words, seen, one)).collect(),
        over: seen.scene().is_none(),
        table: seen.desks[0].words_on_table(words),
        panes: desk::panes(words, &seen.desks),
        journal: recorded::journal(words, &seen.lines, seen.now),
        checked: recorded::checked(words, &seen.report, seen.now),
        page,
    })
}

/// The way so far: what is done, what comes next, and where a *no* ended it.
fn span(words: &Words, seen: &Seen) -> Span {
    let mut span = Span::new(words, words.chisinau_so_far());
    for (nth, scene) in Scene::ALL.into_iter().enumerate() {
        let step = match nth.cmp(&seen.way.played) {
            std::cmp::Ordering::Less => Step::Done,
            std::cmp::Ordering::Equal if seen.way.declined => Step::Stop,
            std::cmp::Ordering::Equal if seen.late().is_some() => Step::Late,
            std::cmp::Ordering::Equal => Step::Us,
            std::cmp::Ordering::Greater => Step::Todo,
        };
        let day = words.dated(seen.day(scene).into());
        span = span.step(step, words.say_code("chisinau-station", scene.code()), day);
    }
    span
}

/// "Now, 5 June 2018: agreed?"
fn now(words: &Words, seen: &Seen) -> Html {
    let code = match seen.scene() {
        _ if seen.way.declined => "declined",
        Some(_) if seen.late().is_some() => "late",
        Some(scene) => scene.code(),
        None => "over",
    };
    let day = words.date(seen.now);
    Html::bold(&words.chisinau_now(day)).and(words.say_code("chisinau-stands", code))
}

fn button(words: &Words, seen: &Seen, button: Move) -> Button {
    let (code, open) = (button.code(), button.is_open(seen));
    let hint = match (button, seen.scene()) {
        (Move::Next, Some(scene)) => words.say_code("chisinau-scene", scene.code()),
        (_, _) if open => words.say_code("chisinau-does", code),
        (_, _) => words.say_code("chisinau-shut", code),
    };
    Button {
        code,
        label: words.say_code("chisinau-press", code),
        hint,
        open,
    }
}

async fn press(
    visit: Visit,
    Extension(stories): Extension<Arc<Stories<Chisinau>>>,
    headers: HeaderMap,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let pressed = (fields.one("do"), fields.one("stage"));
    let known = stories.clone();
    let answer = PLACE.press(&visit, known, &headers, pressed, Move::from_code).await?;
    let notice = match answer {
        Answer::Shown(response) => return Ok(response),
        Answer::Full => "full",
        Answer::Ended => "ended",
    };
    // Whoever has no story sees the beginning.
    let seen = visit.run(move |_| stories.seen(None)).await?;
    let shown = tell(&visit, &seen, Some(notice))?;
    Ok(match answer {
        Answer::Full => later(shown),
        _ => shown,
    })
}
