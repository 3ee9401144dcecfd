//! The list of programmes, narrowed by a plain form whose choice stands in the address; and the same as a table.
use super::{days, light};
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
    table::table as file,
};
use tiltas_words::{Html, Words};

pub(crate) struct Row {
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
    may_open: bool,
    all: usize,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    range: String,
    first: Option<String>,
    next: Option<String>,
    table: String,
}

/// What is asked for. What can't be read narrows nothing: a list is not refused for a filter that is misspelt by hand.
fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectProgrammes>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

fn with(path: &str, asked: &Fields, after: Option<&str>) -> String {
    let kept = ["state", "text", "sort"].into_iter();
    let kept = kept.filter_map(|name| asked.given(name).map(|value| (name, value)));
    let all = kept.chain(after.map(|after| ("after", after)));
    address(path, all.map(|(name, value)| format!("{name}={}", encoded(value))))
}

async fn found(visit: &Visit, asked: &Fields, size: usize) -> Result<list::Page, Failure> {
    let (context, chosen, language) = (visit.reading()?, select(visit, asked), visit.words.locale().code());
    visit
        .run(move |app| list::programmes(app, &context, language, &chosen, size))
        .await
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, PAGE).await?;
    let words = &visit.words;
    let from = (found.before + 1).min(found.found);
    show(&ListPage {
        page: visit.page(&words.programmes_title()),
        may_open: visit.may(Action::SteerProgramme),
        all: found.all,
        filters: filters(words, &asked),
        narrowed: asked.given("state").or(asked.given("text")).is_some(),
        range: words.recommendations_range(
            from.to_string(),
            (found.before + found.lines.len()).to_string(),
            found.found.to_string(),
        ),
        first: (found.before > 0).then(|| with("/programmes", &asked, None)),
        next: found.next.map(|next| with("/programmes", &asked, Some(&next))),
        table: with("/programmes.csv", &asked, None),
        rows: found.lines.iter().map(|line| row(words, line)).collect(),
    })
}

fn state(code: &str) -> Option<State> {
    State::ALL.iter().copied().find(|state| state.code() == code)
}

fn row(words: &Words, line: &Line) -> Row {
    Row {
        href: format!("/programmes/{}", line.id),
        title: line.title.clone(),
        example: line.example,
        days: days(words, line.begins, line.ends),
        beside: line.beside.clone().unwrap_or_else(|| words.recommendation_not_given()),
        light: state(line.state).map(|state| light(words, state)).unwrap_or_default(),
    }
}

fn filters(words: &Words, asked: &Fields) -> Vec<Html> {
    let states = State::ALL
        .iter()
        .map(|state| Choice::new(state.code(), words.say_programme_state(*state)));
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

/// The list as a table for other programs.
pub async fn table(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, 0).await?;
    let words = &visit.words;
    let heads = [
        words.programme_name(),
        words.programme_when(),
        words.programme_donor(),
        words.recommendations_state(),
        words.recommendation_example(),
    ];
    let rows = found.lines.iter().map(|line| {
        [
            line.title.clone(),
            days(words, line.begins, line.ends),
            line.beside.clone().unwrap_or_default(),
            state(line.state)
                .map(|state| words.say_programme_state(state))
                .unwrap_or_default(),
            match line.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    });
    Ok(file("programmes", &heads, rows))
}
