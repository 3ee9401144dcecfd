//! The lists of what is done together: programmes and visits, each narrowed by a plain form whose choice stands in the address; and
//! the same as a table.
use super::{days, light, state_of};
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::programme::list::{self, Line, PAGE};
use tiltas_domain::programme::{Order, Select, State};
use tiltas_input::{Input, of_form, programme::SelectProgrammes};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
    table::export,
};
use tiltas_words::{Html, Words};

/// What one of the lists is.
pub(crate) struct Listed {
    /// Where it stands: `/programmes`.
    pub path: &'static str,
    pub title: String,
    pub none: String,
    /// What begins a new one, for whoever may.
    pub new: Option<String>,
    /// The head of the column beside the days.
    pub beside: String,
    /// Codes and words of the states, in their order.
    pub states: Vec<(&'static str, String)>,
    pub light: fn(&Words, &str) -> Html,
}

struct Row {
    href: String,
    title: String,
    example: bool,
    days: String,
    beside: String,
    light: Html,
}

#[derive(Template)]
#[template(path = "programme/list.html")]
struct ListPage {
    page: Page,
    listed: Listed,
    /// The other lists: address, name, whether it is this one.
    beside: Vec<(&'static str, String, bool)>,
    all: usize,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    range: String,
    first: Option<String>,
    next: Option<String>,
    table: String,
    book: String,
}

/// What is asked for. What can't be read narrows nothing: a list is not refused for a filter that is misspelt by hand.
pub(crate) fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectProgrammes>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

fn with(path: &str, asked: &Fields, after: Option<&str>) -> String {
    let kept = ["state", "text", "sort"].into_iter();
    let kept = kept.filter_map(|name| asked.given(name).map(|value| (name, value)));
    let all = kept.chain(after.map(|after| ("after", after)));
    address(path, all.map(|(name, value)| format!("{name}={}", encoded(value))))
}

/// A list as a page.
pub(crate) fn drawn(visit: &Visit, asked: &Fields, listed: Listed, found: list::Page) -> Result<Response, Failure> {
    let words = &visit.words;
    let (path, from) = (listed.path, (found.before + 1).min(found.found));
    let beside = super::lists(words).into_iter();
    show(&ListPage {
        page: visit.page(&listed.title),
        beside: beside.map(|(href, name)| (href, name, href == path)).collect(),
        all: found.all,
        filters: filters(words, asked, &listed),
        narrowed: asked.given("state").or(asked.given("text")).is_some(),
        range: words.recommendations_range(
            from.to_string(),
            (found.before + found.lines.len()).to_string(),
            found.found.to_string(),
        ),
        first: (found.before > 0).then(|| with(path, asked, None)),
        next: found.next.map(|next| with(path, asked, Some(&next))),
        table: with(&format!("{path}.csv"), asked, None),
        book: with(&format!("{path}.xlsx"), asked, None),
        rows: found.lines.iter().map(|line| row(words, &listed, line)).collect(),
        listed,
    })
}

fn row(words: &Words, listed: &Listed, line: &Line) -> Row {
    Row {
        href: format!("{}/{}", listed.path, line.id),
        title: line.title.clone(),
        example: line.example,
        days: days(words, line.begins, line.ends),
        beside: line.beside.clone().unwrap_or_else(|| words.recommendation_not_given()),
        light: (listed.light)(words, line.state),
    }
}

fn filters(words: &Words, asked: &Fields, listed: &Listed) -> Vec<Html> {
    let states = listed.states.iter();
    let states = states.map(|(code, label)| Choice::new(*code, label.clone()));
    let any = [Choice::new("", words.recommendations_any())];
    let orders = Order::ALL
        .iter()
        .map(|order| Choice::new(order.code(), words.say_programme_order(*order)));
    vec![
        Text::new("text", words.recommendations_text())
            .value(asked.one("text"))
            .asking()
            .medium()
            .into(),
        Choices::list("state", words.recommendations_state(), any.into_iter().chain(states))
            .chosen(asked.one("state"))
            .into(),
        Choices::list("sort", words.recommendations_sort(), orders)
            .chosen(asked.given("sort").unwrap_or(Order::Newest.code()))
            .into(),
    ]
}

/// A list as a table for other programs.
pub(crate) fn exported(visit: &Visit, listed: &Listed, found: &list::Page) -> Result<Response, Failure> {
    let words = &visit.words;
    let heads = [
        words.programme_name(),
        words.programme_when(),
        listed.beside.clone(),
        words.recommendations_state(),
        words.recommendation_example(),
    ];
    let state = |code: &str| {
        let found = listed.states.iter().find(|(known, _)| *known == code);
        found.map(|(_, label)| label.clone()).unwrap_or_default()
    };
    let rows = found.lines.iter().map(|line| {
        [
            line.title.clone(),
            days(words, line.begins, line.ends),
            line.beside.clone().unwrap_or_default(),
            state(line.state),
            match line.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    });
    export(visit, listed.path.trim_start_matches('/'), &heads, rows)
}

fn listed(visit: &Visit) -> Listed {
    let words = &visit.words;
    let states = State::ALL.iter();
    Listed {
        path: "/programmes",
        title: words.programmes_title(),
        none: words.programmes_none(),
        new: visit.may(Action::SteerProgramme).then(|| words.programme_new()),
        beside: words.programme_donor(),
        states: states
            .map(|state| (state.code(), words.say_programme_state(*state)))
            .collect(),
        light: |words, code| {
            state_of(State::ALL, code, State::code).map_or_else(Html::default, |state| light(words, state))
        },
    }
}

async fn found(visit: &Visit, asked: &Fields, size: usize) -> Result<list::Page, Failure> {
    let (context, chosen, language) = (visit.reading()?, select(visit, asked), visit.words.locale().code());
    visit
        .run(move |app| list::programmes(app, &context, language, &chosen, size))
        .await
}

/// The programmes.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, PAGE).await?;
    drawn(&visit, &asked, listed(&visit), found)
}

/// The same as a table.
pub async fn table(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, 0).await?;
    exported(&visit, &listed(&visit), &found)
}
