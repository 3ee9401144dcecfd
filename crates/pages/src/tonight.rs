//! A house's night: what asks for an answer, with exactly what was disclosed; what is accepted and running; the places.
pub mod card;

use crate::{
    place::board::{self, Board},
    referral::{
        act,
        list::{Row, row},
    },
};
use askama::Template;
use axum::{Router, http::HeaderMap, response::Response, routing::get};
use card::Card;
use tiltas_app::{
    place::{self, Houses},
    referral::{
        list::{self, Running, Stands},
        page::incoming,
    },
    today,
};
use tiltas_kit::{
    Edge, Failure, Page, Visit,
    component::{Empty, tabs},
    edge::{Asked, news, show},
};
use tiltas_words::{Words, html::Html};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/tonight", get(page))
        .route("/tonight/news", get(fresh))
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
            Ok((version, incoming(app, &context)?, list::running(app, &context)?, houses))
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

fn more_running(words: &Words, running: &Running) -> Option<(String, String)> {
    let shown = running.lines.len() + running.unread;
    more(words, shown, (running.count, Stands::Running))
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

#[derive(Template)]
#[template(path = "tonight/services.html")]
struct ServicesPage {
    page: Page,
    running: Vec<Row>,
    /// What [`more`] tells.
    more: Option<(String, String)>,
    unread: Option<Html>,
    empty: Option<Empty>,
}

/// What was accepted and what runs; each leads to where it begins or ends.
pub async fn services(visit: Visit) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let running = visit.run(move |app| list::running(app, &context)).await?;
    let words = &visit.words;
    show(&ServicesPage {
        page: visit.page(&words.services_title()),
        more: more_running(words, &running),
        running: running.lines.iter().map(|line| row(&visit, line, false)).collect(),
        unread: visit.unread(running.unread),
        empty: (running.count == 0).then(|| Empty::new(words.services_none(), words.services_none_says())),
    })
}
