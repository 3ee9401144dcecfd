//! Reporting periods: the list, one with who owes what, its end; and what is open, by addressee.
mod act;
mod list;
mod open_items;
mod show;

pub(crate) use open_items::{due, href, title};
pub(crate) use show::note;

use axum::{Router, routing::get};
use tiltas_domain::{
    Id,
    period::Period,
    report::{Count, Counted, Stage},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/periods", get(list::page))
        .route("/periods.csv", get(list::export))
        .route("/periods.xlsx", get(list::export))
        .route("/periods/{id}", get(show::page))
        .route("/periods/{id}/{act}", get(act::page).post(act::run))
        .route("/open-items", get(open_items::page))
        .route("/open-items.csv", get(open_items::export))
        .route("/open-items.xlsx", get(open_items::export))
}

fn id(text: &str) -> Result<Id<Period>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Where a report stands, with its shape.
pub(crate) fn light(words: &Words, stage: Stage) -> Html {
    let shape = match stage {
        Stage::Draft => Shape::NotStarted,
        Stage::Submitted => Shape::UnderWay,
        Stage::Returned => Shape::PartlyDone,
        Stage::Accepted => Shape::Done,
        Stage::Late => Shape::Late,
    };
    Light::new(shape, words.say_report_stage(stage)).into()
}

/// Which span a period tells of.
pub(crate) fn span(words: &Words, of: &Period) -> String {
    words.period_span(words.dated(of.opened.from), words.dated(of.opened.until))
}

/// A count in words.
pub(crate) fn counted(words: &Words, count: Count) -> String {
    match count {
        Count::Exactly(count) => words.number(u64::from(count)),
        Count::Few => words.report_count_few(),
        Count::Withheld => words.report_count_withheld(),
        Count::None => words.report_count_none(),
    }
}

/// What the node counts: name, figure, definition.
pub(crate) fn figures(words: &Words, counted_: &[Counted]) -> Vec<[String; 3]> {
    let row = |one: &Counted| {
        [
            words.say_report_indicator(one.indicator),
            counted(words, one.count),
            words.say_code("report-definition", one.indicator.code()),
        ]
    };
    counted_.iter().map(row).collect()
}
