//! What became of mine, and what waits for us: by time or by where it stands.
use super::crossing::{Crossing, crossing, state_words};
use askama::Template;
use axum::{http::HeaderMap, response::Response};
use tiltas_app::{
    referral::list::{self, Line, Mark, Order},
    today,
};
use tiltas_domain::case::Urgency;
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Empty, Span, Tag},
    edge::{Asked, news, show},
};
use tiltas_words::Html;

/// One line.
pub struct Row {
    pub href: String,
    pub spoken_name: String,
    pub tag: Option<Tag>,
    pub span: Span,
    pub other: String,
    pub stands: String,
    pub time: String,
    pub stamp: String,
    pub phone: Option<Html>,
}

/// One list of the page.
struct List {
    id: &'static str,
    title: String,
    shown: String,
    rows: Vec<Row>,
    first: Option<String>,
    after: Option<String>,
}

#[derive(Template)]
#[template(path = "referral/list.html")]
struct ListPage {
    page: Page,
    by_state: bool,
    lists: Vec<List>,
    empty: Empty,
}

/// The lists of the organisation.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let by_state = asked.has("sort", "state");
    let (sent, incoming) = match by_state {
        true => (Order::SentByState, Order::IncomingByState),
        false => (Order::SentByChange, Order::Incoming),
    };
    // What is no mark leads to the first page.
    let mark = |name| asked.given(name).and_then(Mark::parse);
    let (sent_after, incoming_after) = (mark("sent_after"), mark("incoming_after"));
    let from_start = (sent_after.is_none(), incoming_after.is_none());
    let (sent, incoming, version) = visit
        .run(move |app| {
            let version = today::news(app, &context, changed)?;
            let sent = list::page(app, &context, sent, sent_after.as_ref(), list::SHOWN)?;
            let incoming = list::page(app, &context, incoming, incoming_after.as_ref(), list::SHOWN)?;
            Ok((sent, incoming, version))
        })
        .await?;
    let words = &visit.words;
    let page = visit
        .page(&words.referrals_title())
        .with_news("/referrals/news", version);
    let of = |id, title, listed: &list::Page, sender, first: bool| {
        let rows: Vec<Row> = listed.lines.iter().map(|line| row(&visit, line, sender)).collect();
        let address = |mark: Option<String>| address(by_state, id, mark);
        let all = match listed.more {
            true => words.cases_more_than(),
            false => listed.count.to_string(),
        };
        List {
            id,
            title,
            shown: words.referrals_shown(rows.len(), &all),
            rows,
            first: (!first).then(|| address(None)),
            after: listed.next.as_ref().map(|mark| address(Some(mark.code()))),
        }
    };
    let lists = [
        of("incoming", words.referrals_incoming(), &incoming, false, from_start.1),
        of("sent", words.referrals_sent(), &sent, true, from_start.0),
    ];
    let there = |list: &List| !list.rows.is_empty() || list.first.is_some();
    show(&ListPage {
        page: match super::act::done(words, &asked) {
            Some(done) => page.with_done(done),
            None => page,
        },
        by_state,
        lists: lists.into_iter().filter(there).collect(),
        empty: Empty::new(words.referrals_none(), words.referrals_none_says()),
    })
}

/// The address of a page of one of the lists; the other begins anew.
fn address(by_state: bool, id: &str, mark: Option<String>) -> String {
    let sort = by_state.then(|| "sort=state".to_owned());
    let parts: Vec<String> = sort
        .into_iter()
        .chain(mark.map(|mark| format!("{id}_after={mark}")))
        .collect();
    match parts.is_empty() {
        true => "/referrals".to_owned(),
        false => format!("/referrals?{}", parts.join("&")),
    }
}

/// The version of the lists.
pub async fn fresh(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let version = visit.run(move |app| today::news(app, &context, changed)).await?;
    Ok(news(&headers, version))
}

/// One referral as a line; also in the side column of today's list.
pub(crate) fn row(visit: &Visit, line: &Line, sender: bool) -> Row {
    let words = &visit.words;
    let other = match (sender, &line.provider) {
        (true, Some(provider)) => provider.clone(),
        (true, None) => words.referrals_nobody_yet(),
        (false, _) => line.from.1.clone(),
    };
    let of = Crossing {
        state: &line.state,
        acknowledge_due: line.acknowledge_due,
        answer_due: line.answer_due,
        sender,
        now: visit.now,
    };
    let label = words.crossing_to(&other);
    let draft = line.state == "draft";
    Row {
        href: if draft {
            format!("/cases/{}/referrals/new?draft={}", line.case, line.referral)
        } else {
            format!("/referrals/{}", line.referral)
        },
        spoken_name: line.spoken_name.clone(),
        tag: (line.urgency != Urgency::Ordinary).then(|| Tag::urgency(words, line.urgency.code())),
        span: crossing(words, label, &of, |_| String::new()).mini(),
        stands: state_words(words, &line.state, sender, &other),
        other,
        time: words.near(line.changed, visit.now),
        stamp: words.stamp(line.changed),
        phone: line
            .phone
            .as_deref()
            .filter(|_| sender && line.escalated > 0)
            .map(Html::phone),
    }
}
