//! One night, one case, three screens. Each press runs the same use cases as real work, in a
//! story of the visitor's own; only the clock is the story's.
mod recorded;
mod tale;
mod watch;

use crate::{
    night::{self, Move, OneNight, Seen},
    story::{Stories, Taken},
};
use askama::Template;
use axum::{
    Extension, Router,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use std::sync::Arc;
use tiltas_domain::{clock::Confidence, profile::Profile};
use tiltas_kit::{
    Edge, Failure, Page, Posted, SessionId, Visit,
    component::{Journal, Panes, Span, Tag},
    edge::show,
    page::Item,
};
use tiltas_words::{Html, Words};

/// The page and its presses.
pub fn routes(stories: Arc<Stories<OneNight>>) -> Router<Edge> {
    Router::new()
        .route("/one-night", get(page).post(press))
        .layer(Extension(stories))
}

/// The cookie that leads back to a visitor's own story. It names nobody, and goes with the browser's window.
const STORY: &str = "story";
/// Ends the story; the next press begins another.
const AGAIN: &str = "again";
/// After so many seconds a place may be free.
const LATER: &str = "300";

/// A button of the night.
struct Button {
    code: &'static str,
    label: String,
    hint: String,
    open: bool,
}

/// What the officer has to report by law, as the profile says it: beside the person's own decision, never instead of it.
struct Duty {
    says: String,
    source: String,
    tag: Option<Tag>,
}

impl Duty {
    fn of(words: &Words, profile: &Profile) -> Duty {
        let duty = &profile.duty_to_report;
        Duty {
            says: duty.value.clone(),
            source: words.one_night_duty_source(&duty.source),
            tag: match duty.confidence {
                Confidence::Unsure => Some(Tag::unsure(words)),
                Confidence::Proposed => Some(Tag::proposed(words)),
                Confidence::Verified => None,
            },
        }
    }
}

#[derive(Template)]
#[template(path = "one_night/page.html")]
struct OneNightPage {
    page: Page,
    notice: Option<String>,
    date: String,
    time: String,
    step: String,
    stage: String,
    span: Span,
    now: Html,
    escalation: Option<Span>,
    asked: Vec<Html>,
    changed: Option<Html>,
    buttons: Vec<Button>,
    again: bool,
    spoken_name: String,
    panes: Panes,
    duty: Duty,
    journal: Journal,
    checked: Html,
    proposed: Tag,
}

/// The page.
async fn page(
    visit: Visit,
    Extension(stories): Extension<Arc<Stories<OneNight>>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let visitor = visit.edge.passing(&headers, STORY).map(|story| story.hash());
    let seen = visit.run(move |_| stories.seen(visitor)).await?;
    tell(&visit, &seen, None)
}

/// `notice` is the code of what a visitor has to know first.
fn tell(visit: &Visit, seen: &Seen, notice: Option<&str>) -> Result<Response, Failure> {
    let (words, night, now) = (&visit.words, &seen.night, seen.now);
    let mut page = visit.page(&words.one_night_title());
    if page.items.is_empty() {
        page.items = destinations(words);
    }
    show(&OneNightPage {
        notice: notice.map(|code| words.say_code("one-night-notice", code)),
        date: words.weekday_date(now),
        time: words.time(now),
        step: words.one_night_step(tale::done(night)),
        stage: night.stage(),
        span: tale::span(words, night, now),
        now: tale::now(words, night, now),
        escalation: tale::escalation(words, night, now),
        asked: tale::asked(words, night, now),
        changed: seen.changed.as_ref().map(|changed| recorded::changed(words, changed)),
        buttons: buttons(words, seen),
        again: night.scene() == night::Scene::Over,
        spoken_name: night.spoken_name.clone(),
        panes: watch::panes(words, seen, visit.edge.app.profile(), now),
        duty: Duty::of(words, visit.edge.app.profile()),
        journal: recorded::journal(words, &seen.lines, now),
        checked: recorded::checked(words, &seen.report, now),
        proposed: Tag::proposed(words),
        page,
    })
}

fn destinations(words: &Words) -> Vec<Item> {
    let mut items = crate::doors::items(words, "/one-night");
    items.push(Item {
        href: "#journal",
        label: words.one_night_go_journal(),
        count: None,
        current: false,
    });
    items
}

fn buttons(words: &Words, seen: &Seen) -> Vec<Button> {
    let (night, now) = (&seen.night, seen.now);
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
    Move::ALL.into_iter().map(button).collect()
}

/// A press: the night goes on, and the page stands at the same place again.
async fn press(
    visit: Visit,
    Extension(stories): Extension<Arc<Stories<OneNight>>>,
    headers: HeaderMap,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let known = visit.edge.passing(&headers, STORY);
    let visitor = match known {
        Some(known) => known,
        None => SessionId::draw()?,
    };
    let hash = visitor.hash();
    let mut response = Redirect::to("/one-night#night").into_response();
    if fields.one("do") == AGAIN {
        visit
            .run(move |_| {
                stories.end(&hash);
                Ok(())
            })
            .await?;
        return Ok(response);
    }
    let button = Move::from_code(fields.one("do")).ok_or(Failure::NotFound)?;
    let stage = fields.one("stage").to_owned();
    let pressed = stories.clone();
    let taken = visit.run(move |_| pressed.press(hash, button, &stage)).await?;
    if taken != Taken::Pressed {
        let seen = visit.run(move |_| stories.seen(None)).await?;
        return match taken {
            Taken::Full => tell(&visit, &seen, Some("full")).map(later),
            Taken::Pressed | Taken::Ended => tell(&visit, &seen, Some("ended")),
        };
    }
    if known.is_none() {
        let cookie = visit.edge.passing_cookie(STORY, &visitor);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// All places are taken: the page says so, and programs are told when to ask again.
fn later(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    let later = HeaderValue::from_static(LATER);
    response.headers_mut().insert(header::RETRY_AFTER, later);
    response
}
