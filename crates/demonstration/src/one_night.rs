//! One night, one case, three screens. Each press runs the same use cases as real work, in a
//! story of the visitor's own; only the clock is the story's.
pub(crate) mod recorded;
mod tale;
mod watch;

use crate::{
    night::{self, Move, OneNight, Seen},
    story::{
        Stories,
        visitor::{self, Answer, later},
    },
};
use askama::Template;
use axum::{Extension, Router, http::HeaderMap, response::Response, routing::get};
use std::sync::Arc;
use tiltas_domain::{clock::Confidence, profile::Profile};
use tiltas_kit::{
    Edge, Failure, Page, Posted, Visit,
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

const PLACE: visitor::Page = visitor::Page {
    cookie: "story",
    href: "/one-night#night",
};

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
    let seen = PLACE.seen(&visit, stories, &headers).await?;
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
