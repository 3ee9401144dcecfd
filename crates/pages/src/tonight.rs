//! A house's night: what asks for an answer, with exactly what was disclosed; what is accepted and running; the places.
pub mod card;

use crate::{
    copy::{Table, copy},
    place::board::{self, Board},
    referral::{
        act,
        list::{Row, row},
    },
};
use askama::Template;
use axum::{
    Router,
    http::HeaderMap,
    response::Response,
    routing::{get, post},
};
use card::Card;
use tiltas_app::{
    place::{self, Houses},
    referral::{
        list::{self, Line, Mark, Running, Stands},
        page::incoming,
    },
    today,
};
use tiltas_kit::{
    Edge, Failure, Page, Posted, Visit,
    component::{Empty, tabs},
    edge::{Asked, news, show},
};
use tiltas_words::{Words, html::Html};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/tonight", get(page))
        .route("/tonight/news", get(fresh))
        .route("/tonight/print", post(printed))
        .route("/services", get(services))
}

#[derive(Template)]
#[template(path = "tonight/page.html")]
struct TonightPage {
    page: Page,
    when: String,
    lead: Html,
    cards: Vec<Card>,
    /// What [`more`] tells.
    more: Option<(String, String)>,
    /// That entries can't be read, and whom to ring.
    unread: Option<Html>,
    empty: Option<Empty>,
    /// Whether a service runs, whether it can be read or not.
    runs: bool,
    running: Vec<Row>,
    /// What [`more`] tells.
    more_running: Option<(String, String)>,
    boards: Vec<Board>,
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let runs = board::runs_houses(&visit);
    let (version, open, running, houses) = visit
        .run(move |app| {
            let version = today::news(app, &context, changed)?;
            let houses = if runs {
                place::own(app, &context)?
            } else {
                Houses::default()
            };
            Ok((
                version,
                incoming(app, &context)?,
                list::running(app, &context, None)?,
                houses,
            ))
        })
        .await?;
    let words = &visit.words;
    let boards = board::boards(&visit, &houses.own, "tonight");
    let page = visit.page(&words.tonight_title()).with_news("/tonight/news", version);
    let page = page.with_waiting("/tonight", open.count as u32);
    let organisation = visit.person()?.organisation.clone();
    show(&TonightPage {
        page: match act::done(words, &asked) {
            Some(done) => page.with_done(done),
            None => page,
        },
        when: words.tonight_when(words.weekday_date(visit.now), words.time(visit.now), &organisation),
        lead: lead(&visit, open.count, &boards),
        cards: open.pages.iter().map(|seen| card::card(&visit, seen)).collect(),
        more: more(words, open.pages.len() + open.unread, (open.count, Stands::Waiting)),
        unread: visit.unread(open.unread + running.unread + houses.unread),
        // What can't be read is there.
        empty: (open.count == 0).then(|| Empty::new(words.tonight_none(), words.tonight_none_says())),
        runs: running.count > 0,
        more_running: more_running(words, &running),
        running: running.lines.iter().map(|line| row(&visit, line, false)).collect(),
        boards,
    })
}

/// How many of all are shown, where some are not, and where all stand.
fn more(words: &Words, shown: usize, (all, stands): (usize, Stands)) -> Option<(String, String)> {
    (all > shown).then(|| {
        let shown = words.referrals_shown(shown, tabs::so_many(words, all));
        (shown, format!("/referrals?show={}", stands.code()))
    })
}

/// How many of all that runs are shown, and where they stand page by page.
fn more_running(words: &Words, running: &Running) -> Option<(String, String)> {
    let shown = running.lines.len() + running.unread;
    let shown = (running.count > shown).then(|| words.referrals_shown(shown, tabs::so_many(words, running.count)));
    shown.map(|shown| (shown, "/services".to_owned()))
}

fn lead(visit: &Visit, open: usize, boards: &[Board]) -> Html {
    let words = &visit.words;
    let free: usize = boards.iter().map(|board| board.free).sum();
    let held: usize = boards.iter().map(|board| board.held).sum();
    let asks = words.tonight_asks(open);
    if boards.is_empty() {
        return asks;
    }
    asks.and(words.tonight_free(free)).and(words.tonight_held(held))
}

/// The version of the page.
pub async fn fresh(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let version = visit.run(move |app| today::news(app, &context, changed)).await?;
    Ok(news(&headers, version))
}

/// What waits and what runs, on paper.
pub async fn printed(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let context = visit.context(&fields)?;
    let night = visit.run(move |app| list::printed(app, &context)).await?;
    let words = &visit.words;
    let table = |title: String, page: &list::Page, waits: bool| {
        let columns = [words.queue_case(), words.copy_from(), words.copy_stands()];
        let due = waits.then(|| words.copy_answer_due());
        Table {
            title,
            shown: words.referrals_shown(page.lines.len(), tabs::so_many(words, page.count)),
            columns: columns.into_iter().chain(due).collect(),
            rows: page.lines.iter().map(|line| on_paper(&visit, line, waits)).collect(),
        }
    };
    let tables = vec![
        table(words.tonight_asking(), &night.waiting, true),
        table(words.tonight_running(), &night.running, false),
    ];
    let back = "/tonight".to_owned();
    copy(&visit, words.tonight_title(), back, tables, visit.unread(night.unread))
}

/// One referral without links: the day and the hour instead of a clock that runs.
fn on_paper(visit: &Visit, line: &Line, waits: bool) -> Vec<Html> {
    let words = &visit.words;
    let row = row(visit, line, false);
    let name = match row.tag {
        Some(tag) => Html::bold(&row.spoken_name).and(Html::of(tag)),
        None => Html::bold(&row.spoken_name),
    };
    let due = line.answer_due.filter(|_| waits);
    let due = due.map(|due| format!("{}, {}", words.date(due), words.time(due)));
    let mut cells = vec![name, row.other.into(), row.stands.into()];
    if waits {
        cells.push(due.unwrap_or_default().into());
    }
    cells
}

#[derive(Template)]
#[template(path = "tonight/services.html")]
struct ServicesPage {
    page: Page,
    running: Vec<Row>,
    /// How many of all stand here, where some do not.
    shown: Option<String>,
    unread: Option<Html>,
    empty: Option<Empty>,
    first: Option<&'static str>,
    after: Option<String>,
}

/// What was accepted and what runs; each leads to where it begins or ends.
pub async fn services(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    // What is no mark leads to the first page.
    let after = asked.given("after").and_then(Mark::parse);
    let from_start = after.is_none();
    let running = visit.run(move |app| list::running(app, &context, after)).await?;
    let words = &visit.words;
    show(&ServicesPage {
        page: visit.page(&words.services_title()),
        shown: more_running(words, &running).map(|(shown, _)| shown),
        first: (!from_start).then_some("/services"),
        after: running
            .next
            .as_ref()
            .map(|mark| format!("/services?after={}", mark.code())),
        running: running.lines.iter().map(|line| row(&visit, line, false)).collect(),
        unread: visit.unread(running.unread),
        empty: (running.count == 0).then(|| Empty::new(words.services_none(), words.services_none_says())),
    })
}
