//! Plans: all of them, one as a tree, its terms and its money, one item with its story, and a form for each thing that is done.
mod act;
mod export;
mod item;
mod list;
mod terms;
mod tree;

use axum::{Router, routing::get};
use tiltas_domain::{
    Id,
    plan::{Item, Plan, Stage, Status},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/plans", get(list::page))
        .route("/plans/new", get(list::form).post(list::begin))
        .route("/plans/{id}", get(tree::page))
        .route("/plans/{id}/items.csv", get(export::page))
        .route("/plans/{id}/items.xlsx", get(export::page))
        .route("/plans/{id}/terms", get(terms::page))
        .route("/plans/{id}/budget", get(terms::budget))
        .route("/plans/{id}/{act}", get(act::page).post(act::run))
        .route("/plans/{id}/items/{item}", get(item::page))
        .route(
            "/plans/{id}/items/{item}/{act}",
            get(act::of_item).post(act::run_of_item),
        )
}

fn id(text: &str) -> Result<Id<Plan>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// How far it is, with its shape; late stands in the place of under way, never of done.
pub(crate) fn light(words: &Words, item: &Item, late: Option<i32>) -> Html {
    if let Some(days) = late {
        let days = usize::try_from(days).unwrap_or_default();
        return Light::new(Shape::Late, words.recommendations_late_by(days)).into();
    }
    Light::new(shape(item.status()), words.say_plan_status(item.status())).into()
}

fn shape(status: Status) -> Shape {
    match status {
        Status::NotStarted => Shape::NotStarted,
        Status::UnderWay => Shape::UnderWay,
        Status::PartlyDone => Shape::PartlyDone,
        Status::Done => Shape::Done,
        Status::Dropped => Shape::Dropped,
    }
}

/// "Version 3, in force".
fn version(words: &Words, of: &Plan) -> String {
    // What is being written is no version in force yet.
    let number = match of.stage {
        Stage::Amended => of.number.saturating_sub(1),
        Stage::Draft | Stage::Approved | Stage::InForce => of.number,
    };
    words.plan_version(number.to_string(), words.say_plan_stage(of.stage))
}

/// "3 of 5 districts", as far as it is known.
fn indicator(words: &Words, item: &Item) -> String {
    let Some(indicator) = &item.said.indicator else {
        return String::new();
    };
    let text = match (item.value(), indicator.target) {
        (Some(value), Some(target)) => words.plan_value(value.to_string(), target.to_string()),
        (Some(value), None) => words.plan_value_alone(value.to_string()),
        (None, Some(target)) => words.plan_target_alone(target.to_string()),
        (None, None) => return indicator.definition.clone(),
    };
    match &indicator.unit {
        Some(unit) => format!("{text} {unit}"),
        None => text,
    }
}

/// The names, or that nobody is named.
fn people(words: &Words, names: &[String]) -> String {
    match names {
        [] => words.plan_nobody(),
        names => names.join(", "),
    }
}

/// The term, or that none is set.
pub(crate) fn term(words: &Words, item: &Item) -> String {
    item.said
        .term
        .map_or_else(|| words.plan_no_term(), |term| words.dated(term))
}
