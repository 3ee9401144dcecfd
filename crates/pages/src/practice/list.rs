//! The list of practices, narrowed by a plain form whose choice stands in the address, and the same as a table.
use super::{country, light, sections};
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::practice::list::{self, Line, PAGE};
use tiltas_domain::{
    practice::{Order, Select, State},
    recommendation::Theme,
};
use tiltas_input::{Input, of_form, practice::SelectPractices};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Tabs, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
    table::export,
};
use tiltas_words::{Html, Words};

/// What narrows the list, by its name in the address.
const FILTERS: [&str; 5] = ["state", "country", "theme", "text", "sort"];

struct Row {
    href: String,
    line: Line,
    country: String,
    theme: String,
    light: Html,
}

#[derive(Template)]
#[template(path = "practice/list.html")]
struct ListPage {
    page: Page,
    sections: Tabs,
    may_write: bool,
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

/// What is asked for. What can't be read narrows nothing.
fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectPractices>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

/// The address of the list with what was chosen, from this one on.
fn with(path: &str, asked: &Fields, after: Option<String>) -> String {
    let kept = FILTERS
        .iter()
        .filter_map(|name| Some((*name, asked.given(name)?.to_owned())));
    let after = after.map(|after| ("after", after));
    let said = |(name, value): (&str, String)| format!("{name}={}", encoded(&value));
    address(path, kept.chain(after).map(said))
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, PAGE)).await?;
    let words = &visit.words;
    let from = (found.before + 1).min(found.found);
    let to = found.before + found.lines.len();
    show(&ListPage {
        page: visit.page(&words.practices_title()),
        sections: sections(words, "/practices"),
        may_write: visit.may(Action::WritePractice),
        all: found.all,
        filters: filters(words, &asked, &found),
        narrowed: FILTERS
            .iter()
            .any(|name| *name != "sort" && asked.given(name).is_some()),
        range: words.recommendations_range(from.to_string(), to.to_string(), found.found.to_string()),
        first: (found.before > 0).then(|| with("/practices", &asked, None)),
        next: found
            .next
            .map(|next| with("/practices", &asked, Some(next.to_string()))),
        table: with("/practices.csv", &asked, None),
        book: with("/practices.xlsx", &asked, None),
        rows: found.lines.into_iter().map(|line| row(words, line)).collect(),
    })
}

fn row(words: &Words, line: Line) -> Row {
    Row {
        href: format!("/practices/{}", line.id),
        country: country(words, line.country.as_deref()),
        theme: words.say_recommendation_theme(line.theme),
        light: light(words, line.state),
        line,
    }
}

fn filters(words: &Words, asked: &Fields, found: &list::Page) -> Vec<Html> {
    let pick = |name: &str, label: String, list: Vec<Choice>| {
        let any = [Choice::new("", words.recommendations_any())];
        Html::from(Choices::list(name, label, any.into_iter().chain(list)).chosen(asked.one(name)))
    };
    let states = found.states.iter().map(|(state, _)| *state);
    let states = states.map(|state: State| Choice::new(state.code(), words.say_practice_state(state)));
    let countries = found.countries.iter();
    let countries = countries.map(|code| Choice::new(code.clone(), country(words, Some(code))));
    let themes = Theme::ALL.iter();
    let themes = themes.map(|theme| Choice::new(theme.code(), words.say_recommendation_theme(*theme)));
    let orders = Order::ALL.iter();
    let orders = orders.map(|order| Choice::new(order.code(), words.say_practice_order(*order)));
    let text = Text::new("text", words.recommendations_text()).value(asked.one("text"));
    vec![
        text.asking().medium().into(),
        pick("state", words.recommendations_state(), states.collect()),
        pick("country", words.practice_country(), countries.collect()),
        pick("theme", words.recommendations_theme(), themes.collect()),
        Choices::list("sort", words.recommendations_sort(), orders)
            .chosen(asked.given("sort").unwrap_or(Order::Newest.code()))
            .into(),
    ]
}

/// The list as a table for other programs: what was chosen on the page, whole.
pub async fn table(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, 0)).await?;
    let words = &visit.words;
    let heads = [
        words.practice_name(),
        words.practice_done(),
        words.practice_country(),
        words.practice_institution(),
        words.recommendations_theme(),
        words.recommendations_state(),
        words.recommendation_example(),
    ];
    let rows = found.lines.into_iter().map(|line| {
        [
            line.title,
            line.words,
            country(words, line.country.as_deref()),
            line.institution.unwrap_or_default(),
            words.say_recommendation_theme(line.theme),
            words.say_practice_state(line.state),
            match line.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    });
    export(&visit, "practices", &heads, rows)
}
