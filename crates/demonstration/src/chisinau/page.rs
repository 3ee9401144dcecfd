//! The page and its presses.
use super::{
    desk,
    living::{self, Pages},
    made::Made,
    scene::{Move, Scene},
    script::{Chisinau, Seen},
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
use axum::{
    Extension, Router,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use std::sync::Arc;
use tiltas_app::journal::Line;
use tiltas_kit::{
    Edge, Failure, Page, Posted, Visit,
    component::{Journal, Panes, Span, Step as Stands},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// The page and its presses, and what it made: `pages` are those of a node, which show it.
pub fn routes(stories: Arc<Stories<Chisinau>>, pages: Router<Edge>) -> Router<Edge> {
    Router::new()
        .route("/chisinau-2018", get(page).post(press))
        .route("/chisinau-2018/{reader}/{*page}", get(living::show_page))
        .layer(Extension(stories))
        .layer(Extension(Arc::new(Pages::new(pages))))
}

/// So many lines of the journal stand on the page at once, and so many before anything was pressed.
const LINES: usize = 40;
const FIRST_LINES: usize = 10;

pub(super) const PLACE: visitor::Page = visitor::Page {
    cookie: "chisinau",
    href: "/chisinau-2018#way",
};

struct Button {
    code: &'static str,
    label: String,
    hint: String,
    open: bool,
}

/// What a scene made, by its name.
struct Step {
    name: String,
    day: String,
    made: Vec<Link>,
}

struct Link {
    href: String,
    label: String,
    who: String,
}

/// The lines of the journal that are shown, and the way to others.
struct Window {
    journal: Journal,
    says: String,
    /// Before which line the earlier ones stand.
    earlier: Option<i64>,
    /// Whether these are earlier ones.
    is_back: bool,
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
    /// What the last step made, and what those before it did.
    made: Option<Step>,
    before: Vec<Step>,
    panes: Panes,
    window: Window,
    checked: Html,
}

async fn page(
    visit: Visit,
    Extension(stories): Extension<Arc<Stories<Chisinau>>>,
    Asked(asked): Asked,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let seen = PLACE.seen(&visit, stories, &headers).await?;
    tell(&visit, &seen, None, asked.one("before").parse().ok())
}

fn tell(visit: &Visit, seen: &Seen, notice: Option<String>, earlier: Option<i64>) -> Result<Response, Failure> {
    let words = &visit.words;
    let mut page = visit.page(&words.chisinau_title());
    if page.items.is_empty() {
        page.items = doors::items(words, "/chisinau-2018");
    }
    let (made, before) = made(words, seen);
    show(&ChisinauPage {
        notice,
        date: words.weekday_date(seen.now),
        step: words.chisinau_step(played(seen).to_string(), Scene::ALL.len().to_string()),
        stage: Chisinau::stage(seen),
        span: span(words, seen),
        now: now(words, seen),
        buttons: Move::ALL.into_iter().map(|one| button(words, seen, one)).collect(),
        over: seen.scene().is_none(),
        table: seen.desks[0].words_on_table(words),
        made,
        before,
        panes: desk::panes(words, &seen.desks),
        window: window(words, seen, earlier),
        checked: recorded::checked(words, &seen.report, seen.now),
        page,
    })
}

/// How many scenes were played, the one of a *no* too.
fn played(seen: &Seen) -> usize {
    seen.way.played + usize::from(seen.way.declined)
}

/// What the last scene made, and what those before it did, the latest first.
fn made(words: &Words, seen: &Seen) -> (Option<Step>, Vec<Step>) {
    let link = |made: &Made| Link {
        href: made.href(),
        label: words.say_code("chisinau-made", made.code),
        who: words.say_code("chisinau-reader", made.reader.code()),
    };
    let step = |scene: Scene| Step {
        name: words.say_code("chisinau-station", scene.code()),
        day: words.dated(seen.way.dated(scene)),
        made: seen
            .made()
            .iter()
            .filter(|made| made.scene == scene)
            .map(link)
            .collect(),
    };
    let mut steps = Scene::ALL
        .into_iter()
        .filter(|scene| seen.way.has(*scene))
        .map(step)
        .rev();
    (steps.next(), steps.collect())
}

/// The lines that the last press wrote, or those before a line, newest first.
fn window(words: &Words, seen: &Seen, earlier: Option<i64>) -> Window {
    let most = if played(seen) == 0 { FIRST_LINES } else { LINES };
    let after = if earlier.is_some() || played(seen) == 0 {
        0
    } else {
        seen.before
    };
    let wanted = |line: &&Line| line.position > after && earlier.is_none_or(|before| line.position < before);
    let lines: Vec<Line> = seen.lines.iter().filter(wanted).take(most).cloned().collect();
    let lowest = lines.last().map_or(seen.before + 1, |line| line.position);
    Window {
        journal: recorded::journal(words, &lines, seen.now),
        says: match (earlier, played(seen)) {
            (Some(_), _) | (None, 0) => words.chisinau_journal_how(),
            (None, _) if seen.written() == 0 => words.chisinau_wrote_nothing(),
            (None, _) => words.chisinau_wrote(seen.written()),
        },
        earlier: (lowest > 1).then_some(lowest),
        is_back: earlier.is_some(),
    }
}

/// The way so far: what is done, what comes next, and where a *no* ended it.
fn span(words: &Words, seen: &Seen) -> Span {
    let mut span = Span::new(words, words.chisinau_so_far());
    for (nth, scene) in Scene::ALL.into_iter().enumerate() {
        let step = match nth.cmp(&seen.way.played) {
            std::cmp::Ordering::Less => Stands::Done,
            std::cmp::Ordering::Equal if seen.way.declined => Stands::Stop,
            std::cmp::Ordering::Equal if seen.late().is_some() => Stands::Late,
            std::cmp::Ordering::Equal => Stands::Us,
            std::cmp::Ordering::Greater => Stands::Todo,
        };
        let day = words.dated(seen.way.dated(scene));
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
    let (code, open) = (button.code(), button.is_open(&seen.way));
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
    let seen = PLACE.seen(&visit, stories.clone(), &headers).await?;
    if let Some(button) = Move::from_code(pressed.0)
        && pressed.1 == Chisinau::stage(&seen)
        && !button.is_open(&seen.way)
    {
        // Out of its order: the page says when it opens.
        let says = visit.words.say_code("chisinau-shut", button.code());
        let mut shown = tell(&visit, &seen, Some(says), None)?;
        *shown.status_mut() = StatusCode::CONFLICT;
        return Ok(shown);
    }
    let known = stories.clone();
    let answer = PLACE.press(&visit, known, &headers, pressed, Move::from_code).await?;
    let notice = match answer {
        Answer::Shown(response) => return Ok(response),
        Answer::Full => "full",
        Answer::Ended => "ended",
    };
    // Whoever has no story sees the beginning.
    let seen = visit.run(move |_| stories.seen(None)).await?;
    let notice = visit.words.say_code("chisinau-notice", notice);
    let shown = tell(&visit, &seen, Some(notice), None)?;
    Ok(match answer {
        Answer::Full => later(shown),
        _ => shown,
    })
}
