//! The cases in which one's organisation takes part: newest first or by spoken name, fifty a page.
use askama::Template;
use axum::response::Response;
use tiltas_app::case::list::{self, Line, Order};
use tiltas_domain::case::Urgency;
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Empty, Tag, person, shown_as},
    edge::{Asked, show},
};
use tiltas_words::html::Html;

/// How many stand on a page.
const PAGE: i64 = 50;

/// One case.
struct Row {
    href: String,
    spoken_name: String,
    tag: Option<Tag>,
    who: Html,
    opened: String,
    stamp: String,
    leads: bool,
}

#[derive(Template)]
#[template(path = "case/list.html")]
struct CasesPage {
    page: Page,
    rows: Vec<Row>,
    empty: Empty,
    by_name: bool,
    signal: bool,
    before: Option<String>,
    after: Option<String>,
}

/// The list.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let given = |name: &str| asked.given(name);
    let by_name = given("sort") == Some("name");
    let skip = given("from")
        .and_then(|from| from.parse::<i64>().ok())
        .unwrap_or(0)
        .max(0);
    let order = if by_name { Order::SpokenName } else { Order::Newest };
    let lines = visit.run(move |app| list::list(app, &context, order, skip)).await?;
    let words = &visit.words;
    let sort = if by_name { "sort=name&" } else { "" };
    let at = |from: i64| format!("/cases?{sort}from={from}");
    show(&CasesPage {
        page: visit.page(&words.say("cases-title")),
        by_name,
        signal: crate::today::may_record(visit.actor()?.role),
        before: (skip > 0).then(|| at((skip - PAGE).max(0))),
        after: (lines.len() as i64 == PAGE).then(|| at(skip + PAGE)),
        rows: lines.iter().map(|line| row(&visit, line)).collect(),
        empty: Empty::new(words.say("cases-none"), words.say("cases-none-says")),
    })
}

fn row(visit: &Visit, line: &Line) -> Row {
    let words = &visit.words;
    Row {
        href: format!("/cases/{}", line.case),
        spoken_name: line.spoken_name.clone(),
        tag: line
            .urgency
            .open()
            .filter(|urgency| **urgency != Urgency::Ordinary)
            .map(|urgency| Tag::urgency(words, urgency.code())),
        who: shown_as(words, &line.person, |open| {
            format!("{}. {}", person::in_a_line(words, open), person::languages(words, open)).into()
        }),
        opened: words.near(line.opened, visit.now),
        stamp: words.stamp(line.opened),
        leads: line.leads,
    }
}
