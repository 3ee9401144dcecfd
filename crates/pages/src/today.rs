//! What is due for one's organisation: a sentence first, then the urgent, then late first, never by person. Beside it who owes
//! an answer, who has just given one, and which places are free.
pub(crate) mod duty;

use crate::{
    provider::list::fits,
    referral::{
        act,
        list::{Row, row},
    },
};
use askama::Template;
use axum::{Router, http::HeaderMap, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::{
    provider::Line as Provider,
    today::{self, Kind, Mark, Today},
};
use tiltas_domain::provider::Service;
use tiltas_kit::{
    Edge, Failure, Fields, Page, Visit,
    component::{Empty, Queue, Tab, Tabs, queue::Columns, tabs},
    edge::{Asked, news, show},
    forms::day,
};
use tiltas_words::{Words, html::Html};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/today", get(page))
        .route("/today/news", get(fresh))
}

/// Free and held places for one kind of person.
struct Places {
    who: String,
    says: Html,
    call: Option<String>,
}

#[derive(Template)]
#[template(path = "today/page.html")]
struct TodayPage {
    page: Page,
    when: String,
    lead: Html,
    signal: bool,
    task: bool,
    columns: Columns,
    tabs: Tabs,
    groups: Vec<Queue>,
    empty: Option<Empty>,
    /// How much of the list this page is, where it goes on.
    shown: Option<String>,
    first: Option<String>,
    after: Option<String>,
    /// That files can't be read, and whom to ring.
    unread: Option<Html>,
    not_answered: Vec<Row>,
    new_answers: Vec<Row>,
    places: Vec<Places>,
}

fn narrowed(words: &Words, today: &Today, shown: Kind, from_start: bool) -> Tabs {
    let whole = from_start && today.next.is_none() && shown == Kind::All;
    let tab = |kind: Kind| {
        let count = match kind {
            Kind::Children if whole => Some(today.duties().filter(|line| is_child(line)).count()),
            kind => today.counts.of(kind),
        };
        Tab {
            href: address(kind, None),
            label: words.say_code("today-kind", kind.code()),
            // Who is a child is read only where it is asked for.
            count,
            current: kind == shown,
        }
    };
    // Where nothing is due there is nothing to narrow.
    let due = today.counts.all + today.counts.colleagues > 0;
    let worth = |kind: &Kind| due && (*kind != Kind::Colleagues || *kind == shown || today.counts.colleagues > 0);
    let kinds = Kind::ALL.into_iter().filter(worth).map(tab);
    Tabs::new(words, words.today_kinds(), kinds)
}

fn is_child(line: &today::Line) -> bool {
    line.about.as_ref().is_some_and(|about| about.child == Some(true))
}

/// The address of a page of the list; the choice stands in it.
fn address(kind: Kind, after: Option<&Mark>) -> String {
    let kind = (kind != Kind::All).then(|| format!("show={}", kind.code()));
    let after = after.map(|mark| format!("after={}", mark.code()));
    tabs::address("/today", kind.into_iter().chain(after))
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let morning = day::tomorrow_morning(visit.words.zone(), visit.now);
    let kind = Kind::from_code(asked.one("show")).unwrap_or_default();
    // What is no mark leads to the first page.
    let after = asked.given("after").and_then(Mark::parse);
    let from_start = after.is_none();
    let sought = today::Asked { kind, after };
    let (version, today) = visit
        .run(move |app| {
            Ok((
                today::news(app, &context, changed)?,
                today::list(app, &context, morning, &sought)?,
            ))
        })
        .await?;
    let words = &visit.words;
    let page = visit
        .page(&words.today_title())
        .with_news("/today/news", version)
        .with_waiting("/today", today.counts.us_soon as u32);
    let whole = from_start && today.next.is_none();
    let nothing = today.duties().next().is_none();
    // What can't be read is there.
    let none = today.counts.of(kind) == Some(0) && today.unread == 0;
    show(&TodayPage {
        page: match act::done(words, &asked).or_else(|| task_done(words, &asked)) {
            Some(done) => page.with_done(done),
            None => page,
        },
        when: words.today_when(words.weekday_date(visit.now), words.time(visit.now)),
        lead: lead(&visit, &today),
        signal: visit.may(Action::RecordSignal),
        task: visit.may(Action::WriteTask),
        columns: Columns::new(words),
        tabs: narrowed(words, &today, kind, from_start),
        groups: groups(&visit, &today, whole),
        empty: none.then(|| empty(&visit, &today, kind)),
        shown: (!whole && !nothing).then(|| shown(words, &today, kind)),
        first: (!from_start).then(|| address(kind, None)),
        after: today.next.as_ref().map(|mark| address(kind, Some(mark))),
        unread: visit.unread(today.unread),
        not_answered: today.not_answered.iter().map(|line| row(&visit, line, true)).collect(),
        new_answers: today.new_answers.iter().map(|line| row(&visit, line, true)).collect(),
        places: places(&visit, &today.places),
    })
}

/// What was done to a task about no case.
fn task_done(words: &Words, asked: &Fields) -> Option<String> {
    let code = asked.one("done");
    let known = ["task", "task_written", "task_cancelled"].contains(&code);
    known.then(|| words.say_code("case-done", code))
}

/// The version of the page.
pub async fn fresh(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let version = visit.run(move |app| today::news(app, &context, changed)).await?;
    Ok(news(&headers, version))
}

/// "40 shown of 61".
fn shown(words: &Words, today: &Today, kind: Kind) -> String {
    let all = today.counts.of(kind).unwrap_or(today.counts.all);
    words.referrals_shown(today.duties().count(), tabs::so_many(words, all))
}

/// "2 things are late. 4 are due before tomorrow morning. 4 organisations owe you an answer, and 2 have just given one."
fn lead(visit: &Visit, today: &Today) -> Html {
    let words = &visit.words;
    let (late, soon) = (today.counts.late, today.counts.soon);
    let first = match (late, soon) {
        (0, 0) => words.today_calm().into(),
        (late, _) if late > tiltas_app::COUNTED => words.today_late_many(),
        (0, soon) => words.today_soon_only(soon),
        (late, 0) => words.today_late(late),
        (late, soon) => words.today_late(late).and(words.today_soon(soon)),
    };
    let owed = match today.not_answered.len() {
        0 => words.today_nobody_owes(),
        owed => words.today_owed(owed),
    };
    match today.new_answers.len() {
        0 => first.and(owed),
        new => first.and(owed).and(words.today_new(new)),
    }
}

fn groups(visit: &Visit, today: &Today, whole: bool) -> Vec<Queue> {
    let words = &visit.words;
    let groups = [
        ("urgent", words.today_group_urgent(), &today.urgent),
        ("late", words.today_group_late(), &today.late),
        ("soon", words.today_group_soon(), &today.soon),
        ("later", words.today_group_later(), &today.later),
    ];
    let mut queues = Vec::new();
    for (id, heading, lines) in groups {
        let lines: Vec<_> = lines.iter().map(|line| duty::line(visit, line)).collect();
        if lines.is_empty() {
            continue;
        }
        let queue = Queue::new(words, id, heading, lines);
        let queue = if whole { queue } else { queue.uncounted() };
        queues.push(if queues.is_empty() { queue.first() } else { queue });
    }
    queues
}

fn empty(visit: &Visit, today: &Today, kind: Kind) -> Empty {
    let words = &visit.words;
    if kind != Kind::All && today.counts.all > 0 {
        return Empty::new(words.today_kind_none(), words.today_kind_none_says()).way("/today", words.today_kind_all());
    }
    let says = if today.not_answered.is_empty() {
        words.today_none_says()
    } else {
        words.today_none_owed(today.not_answered.len())
    };
    Empty::new(words.today_none(), says)
}

/// Whether it gives a place to sleep, and not a bed for three nights beside a doctor.
fn sleeps(line: &Provider) -> bool {
    line.offer.services.contains(&Service::Shelter)
}

/// Free places by whom they fit. A place that fits two kinds of person counts for both, so these are never added up: the first
/// line counts each place once.
fn places(visit: &Visit, providers: &[Provider]) -> Vec<Places> {
    let words = &visit.words;
    let kinds = ["all", "woman", "woman_with_child", "man", "child"];
    let line = |who: &str| {
        let fitting: Vec<&Provider> = providers
            .iter()
            .filter(|line| line.places > 0 && sleeps(line) && (who == "all" || fits(line, who)))
            .collect();
        let free: usize = fitting.iter().map(|line| line.free).sum();
        let held: usize = fitting.iter().map(|line| line.held).sum();
        Places {
            who: words.say_code("today-who", who),
            says: if held == 0 {
                words.today_free(free)
            } else {
                words.today_free_held(free, held)
            },
            call: (free == 0 && who != "all").then(|| format!("/providers?who={who}")),
        }
    };
    kinds.into_iter().map(line).collect()
}
