//! The periods, the last first: what is reported in each, by when, and how far the reports are.
use super::span;
use askama::Template;
use axum::response::Response;
use tiltas_app::period::story::{self, Line, Periods};
use tiltas_domain::period::State;
use tiltas_input::{Input, of_form, report::SelectPeriods};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{Choice, Choices},
    edge::{Asked, show},
    table,
};
use tiltas_words::{Html, Words};

struct Row {
    href: String,
    cells: [String; 4],
}

#[derive(Template)]
#[template(path = "period/list.html")]
struct ListPage {
    page: Page,
    filter: Html,
    narrowed: bool,
    rows: Vec<Row>,
    next: Option<String>,
    query: String,
}

async fn load(visit: &Visit, asked: &Fields) -> Result<Periods, Failure> {
    let context = visit.reading()?;
    let state = of_form::<SelectPeriods>(asked)
        .and_then(|sent| sent.command(&visit.at()))
        .unwrap_or_default();
    let mut periods = visit.run(move |app| story::list(app, &context)).await?;
    periods
        .lines
        .retain(|line| state.is_none_or(|state| line.of.state() == state));
    Ok(periods)
}

/// "3 accepted, 1 late".
pub(super) fn standing(words: &Words, line: &Line) -> String {
    let stages = line.stages.iter();
    let said =
        stages.map(|(stage, count)| format!("{} {}", words.number(*count as u64), words.say_report_stage(*stage)));
    match line.stages.is_empty() {
        true => words.report_count_none(),
        false => said.collect::<Vec<_>>().join(", "),
    }
}

fn cells(words: &Words, line: &Line) -> [String; 4] {
    [
        span(words, &line.of),
        words.dated(line.of.opened.due),
        standing(words, line),
        words.say_period_state(line.of.state()),
    ]
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (periods, words) = (load(&visit, &asked).await?, &visit.words);
    let states = State::ALL
        .iter()
        .map(|state| Choice::new(state.code(), words.say_period_state(*state)));
    let states = [Choice::new("", words.recommendations_any())].into_iter().chain(states);
    let state = asked.one("state");
    show(&ListPage {
        page: visit.page(&words.periods_title()),
        filter: Choices::list("state", words.recommendations_state(), states)
            .chosen(state)
            .into(),
        narrowed: !state.is_empty(),
        rows: periods
            .lines
            .iter()
            .map(|line| Row {
                href: format!("/periods/{}", line.id),
                cells: cells(words, line),
            })
            .collect(),
        next: periods
            .next
            .map(|next| words.periods_next(words.dated(next.opens.into()))),
        query: State::from_code(state)
            .map(|state| format!("?state={}", state.code()))
            .unwrap_or_default(),
    })
}

/// The list as a table for other programs.
pub async fn export(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (periods, words) = (load(&visit, &asked).await?, &visit.words);
    let heads = [
        words.period_covers(),
        words.recommendations_due(),
        words.period_reports(),
        words.recommendations_state(),
    ];
    table::export(
        &visit,
        "periods",
        &heads,
        periods.lines.iter().map(|line| cells(words, line)),
    )
}
