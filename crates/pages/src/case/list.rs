//! Work queues: the files of one's organisation by what they wait for, with a count of each, filters that stand in the address,
//! fifty a page.
use crate::{
    copy::{Table, copy},
    today::duty,
};
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::{
    case::queue::{self, Choice, Line, Queue, Sort},
    today,
};
use tiltas_domain::case::Urgency;
use tiltas_kit::{
    Failure, Fields, Page, Posted, Visit,
    component::{Choices, Empty, Tab, Tabs, Tag, form, person, shown_as, tabs},
    edge::{Asked, show},
};
use tiltas_words::html::Html;

/// One file.
struct Row {
    href: String,
    spoken_name: String,
    tag: Option<Tag>,
    who: Html,
    opened: String,
    stamp: String,
    part: String,
    /// What is due next, by when, and where it is done.
    next: Option<(Html, Html, String)>,
}

#[derive(Template)]
#[template(path = "case/list.html")]
struct CasesPage {
    page: Page,
    tabs: Tabs,
    queue: &'static str,
    /// What was chosen, for the copy of this page.
    chosen: Vec<(&'static str, String)>,
    urgency: Choices,
    sort: Choices,
    shown: String,
    /// The same queue without a filter, where one is set.
    unfiltered: Option<String>,
    rows: Vec<Row>,
    empty: Option<Empty>,
    /// That entries can't be read, and whom to ring.
    unread: Option<Html>,
    signal: bool,
    first: Option<String>,
    after: Option<String>,
}

fn chosen(asked: &Fields) -> Choice {
    Choice {
        queue: Queue::from_code(asked.one("queue")).unwrap_or(Queue::All),
        urgency: Urgency::from_code(asked.one("urgency")),
        sort: Sort::from_code(asked.one("sort")).unwrap_or(Sort::Urgent),
        after: asked.given("after").and_then(|after| after.parse().ok()),
    }
}

/// The address of a choice.
fn address(queue: Queue, urgency: Option<Urgency>, sort: Sort) -> String {
    let mut parts = Vec::new();
    if queue != Queue::All {
        parts.push(format!("queue={}", queue.code()));
    }
    if let Some(urgency) = urgency {
        parts.push(format!("urgency={}", urgency.code()));
    }
    if sort != Sort::Urgent {
        parts.push(format!("sort={}", sort.code()));
    }
    tabs::address("/cases", parts)
}

/// The list.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let choice = chosen(&asked);
    let listed = visit.run(move |app| queue::page(app, &context, &choice)).await?;
    let words = &visit.words;
    let Choice {
        queue, urgency, sort, ..
    } = choice;
    let here = address(queue, urgency, sort);
    let more = if here.contains('?') { '&' } else { '?' };
    let last = listed.before + listed.lines.len();
    let counted = tabs::so_many(words, listed.matching);
    let shown = words.cases_shown((listed.before + 1).min(last), last, &counted);
    let nothing = listed.matching == 0;
    let empty = match (nothing, urgency) {
        (false, _) => None,
        (true, Some(_)) => Some(
            Empty::new(words.cases_filter_none(), words.cases_filter_none_says())
                .way(address(queue, None, sort), words.cases_filter_remove()),
        ),
        (true, None) => Some(Empty::new(
            words.say_code("cases-none", queue.code()),
            words.say_code("cases-none-says", queue.code()),
        )),
    };
    let urgencies = Urgency::ALL
        .iter()
        .map(|urgency| form::Choice::new(urgency.code(), words.say_soon(urgency)));
    let sorts = Sort::ALL
        .iter()
        .map(|sort| form::Choice::new(sort.code(), words.say_code("cases-sort", sort.code())));
    let queues = listed.counts.iter().map(|(of, count)| Tab {
        href: address(*of, urgency, sort),
        label: words.say_code("cases-queue", of.code()),
        count: Some(*count),
        current: *of == queue,
    });
    show(&CasesPage {
        page: visit.page(&words.cases_title()),
        tabs: Tabs::new(words, words.cases_queues(), queues),
        queue: queue.code(),
        chosen: ["queue", "urgency", "sort", "after"]
            .into_iter()
            .filter_map(|name| Some((name, asked.given(name)?.to_owned())))
            .collect(),
        urgency: Choices::list("urgency", words.cases_urgency(), urgencies).chosen(urgency.map_or("", Urgency::code)),
        sort: Choices::list("sort", words.cases_sort(), sorts).chosen(sort.code()),
        shown,
        unfiltered: urgency.map(|_| address(queue, None, sort)),
        signal: visit.may(Action::RecordSignal),
        first: (listed.before > 0).then(|| here.clone()),
        after: listed.next.map(|last| format!("{here}{more}after={last}")),
        rows: listed.lines.iter().map(|line| row(&visit, line)).collect(),
        empty,
        unread: visit.unread(listed.unread),
    })
}

/// The page of the list that was chosen, on paper.
pub async fn printed(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let (context, choice) = (visit.context(&fields)?, chosen(&fields));
    let listed = visit.run(move |app| queue::printed(app, &context, &choice)).await?;
    let words = &visit.words;
    let last = listed.before + listed.lines.len();
    let counted = tabs::so_many(words, listed.matching);
    let table = Table {
        title: words.say_code("cases-queue", choice.queue.code()),
        shown: words.cases_shown((listed.before + 1).min(last), last, &counted),
        columns: vec![
            words.queue_case(),
            words.cases_next(),
            words.fit_column_person(),
            words.cases_opened(),
            words.cases_part(),
        ],
        rows: listed.lines.iter().map(|line| on_paper(&visit, line)).collect(),
    };
    let back = address(choice.queue, choice.urgency, choice.sort);
    copy(
        &visit,
        words.cases_title(),
        back,
        vec![table],
        visit.unread(listed.unread),
    )
}

/// One file without links: the day and the hour instead of a clock that runs.
fn on_paper(visit: &Visit, line: &Line) -> Vec<Html> {
    let words = &visit.words;
    let row = row(visit, line);
    let next = line.next.as_ref().map_or_else(
        || words.cases_next_none().into(),
        |next| {
            let other = next.other.as_deref().unwrap_or_default();
            let (what, _) = duty::what(words, Some(next.case), next.duty, other, &next.words);
            let due = next
                .clock
                .due
                .map(|due| format!(". {}, {}", words.date(due), words.time(due)));
            what.and(due.unwrap_or_default())
        },
    );
    let name = match row.tag {
        Some(tag) => Html::bold(&row.spoken_name).and(Html::of(tag)),
        None => Html::bold(&row.spoken_name),
    };
    vec![name, next, row.who, row.opened.into(), row.part.into()]
}

fn row(visit: &Visit, line: &Line) -> Row {
    let words = &visit.words;
    Row {
        href: format!("/cases/{}", line.case),
        spoken_name: line.spoken_name.clone(),
        tag: line
            .urgency
            .open()
            .filter(|urgency| **urgency != Urgency::Ordinary && line.current)
            .map(|urgency| Tag::urgency(words, urgency.code())),
        who: shown_as(words, &line.person, |open| {
            format!("{}. {}", person::in_a_line(words, open), person::languages(words, open)).into()
        }),
        opened: words.near(line.opened, visit.now),
        stamp: words.stamp(line.opened),
        part: if line.leads {
            words.cases_leads()
        } else {
            words.cases_takes_part()
        },
        next: line.next.as_ref().map(|next| next_duty(visit, next)),
    }
}

fn next_duty(visit: &Visit, next: &today::Next) -> (Html, Html, String) {
    let clock = tiltas_kit::component::Clock::new(&visit.words, &next.clock, visit.now);
    let other = next.other.as_deref().unwrap_or_default();
    let (what, href) = duty::what(&visit.words, Some(next.case), next.duty, other, &next.words);
    (clock.into(), what, href)
}
