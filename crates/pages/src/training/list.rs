//! The list: narrowed by a plain form whose choice stands in the address; counts beside it, each a link.
use super::{days, light};
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::training::list::{self, PAGE};
use tiltas_domain::training::{Order, Select, State};
use tiltas_input::{Input, of_form, training::SelectTrainings};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// What narrows the list, by its name in the address.
const FILTERS: [&str; 3] = ["state", "text", "sort"];

struct Row {
    href: String,
    title: String,
    example: bool,
    days: String,
    place: String,
    competence: String,
    light: Html,
}

#[derive(Template)]
#[template(path = "training/list.html")]
struct ListPage {
    page: Page,
    /// The lists beside it: address and name.
    beside: [(&'static str, String); 4],
    may_plan: bool,
    certificates: bool,
    all: usize,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    range: String,
    first: Option<String>,
    next: Option<String>,
    table: String,
    book: String,
    /// Address, words and number of each state, and whether the list is narrowed to it.
    states: Vec<(String, String, usize, bool)>,
}

/// What is asked for. What can't be read narrows nothing: a list is not refused for a filter that is misspelt by hand.
pub(super) fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectTrainings>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

/// The address of the list with what was chosen and one thing changed.
fn with(path: &str, asked: &Fields, name: &str, value: &str) -> String {
    let kept = FILTERS.iter().filter(|known| **known != name);
    let kept = kept.filter_map(|known| Some((*known, asked.given(known)?)));
    let changed = (!value.is_empty()).then_some((name, value));
    address(
        path,
        kept.chain(changed)
            .map(|(name, value)| format!("{name}={}", encoded(value))),
    )
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, PAGE)).await?;
    let words = &visit.words;
    let here = |name: &str, value: &str| with("/trainings", &asked, name, value);
    let state = |(state, count): &(State, usize)| {
        let label = words.say_training_state(*state);
        (
            here("state", state.code()),
            label,
            *count,
            asked.one("state") == state.code(),
        )
    };
    let from = (found.before + 1).min(found.found);
    show(&ListPage {
        page: visit.page(&words.trainings_title()),
        beside: crate::programme::lists(words),
        may_plan: visit.may(Action::WriteTraining),
        certificates: visit.may(Action::ReadCertificates),
        all: found.all,
        filters: filters(words, &asked),
        narrowed: asked.given("state").or(asked.given("text")).is_some(),
        range: words.recommendations_range(
            from.to_string(),
            (found.before + found.lines.len()).to_string(),
            found.found.to_string(),
        ),
        first: (found.before > 0).then(|| here("after", "")),
        next: found.next.map(|next| here("after", &next.to_string())),
        table: with("/trainings.csv", &asked, "after", ""),
        book: with("/trainings.xlsx", &asked, "after", ""),
        states: found.states.iter().map(state).collect(),
        rows: found
            .lines
            .into_iter()
            .map(|line| Row {
                href: format!("/trainings/{}", line.id),
                title: line.title,
                example: line.example,
                days: days(words, line.from, line.to),
                place: line.place,
                competence: line.competence,
                light: light(words, line.state),
            })
            .collect(),
    })
}

fn filters(words: &Words, asked: &Fields) -> Vec<Html> {
    let any = [Choice::new("", words.recommendations_any())];
    let states = State::ALL.iter();
    let states = states.map(|state| Choice::new(state.code(), words.say_training_state(*state)));
    let orders = Order::ALL.iter();
    let orders = orders.map(|order| Choice::new(order.code(), words.say_training_order(*order)));
    let text = Text::new("text", words.recommendations_text()).value(asked.one("text"));
    vec![
        text.asking().medium().into(),
        Choices::list("state", words.recommendations_state(), any.into_iter().chain(states))
            .chosen(asked.one("state"))
            .into(),
        Choices::list("sort", words.recommendations_sort(), orders)
            .chosen(asked.given("sort").unwrap_or(Order::Newest.code()))
            .into(),
    ]
}
