//! Trainings: the list, one with what it taught and what came of it, and a form for each thing that is done to one.
mod act;
mod export;
mod list;
mod new;
mod show;

use axum::{Router, routing::get};
use tiltas_app::training::list::Count;
use tiltas_domain::{
    Id,
    dated::Dated,
    training::{FEW, State, Training},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/trainings", get(list::page))
        .route("/trainings.csv", get(export::page))
        .route("/trainings.xlsx", get(export::page))
        .route("/trainings/new", get(new::page).post(new::plan))
        .route("/trainings/{id}", get(show::page))
        .route("/trainings/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Training>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Where it stands, with its shape.
fn light(words: &Words, state: State) -> Html {
    let shape = match state {
        State::Planned => Shape::NotStarted,
        State::Held => Shape::PartlyDone,
        State::Reported => Shape::Done,
        State::Cancelled => Shape::Dropped,
    };
    Light::new(shape, words.say_training_state(state)).into()
}

/// "29 May 2018 to 30 May 2018", or one day.
pub(crate) fn days(words: &Words, from: Dated, to: Dated) -> String {
    match from == to {
        true => words.dated(from),
        false => words.training_days(words.dated(from), words.dated(to)),
    }
}

/// How many people; few are not counted out.
fn counted(words: &Words, count: Count) -> String {
    match count {
        Count::Exactly(people) => people.to_string(),
        Count::Few => words.training_few(FEW.to_string()),
        Count::Withheld => words.training_hidden(),
    }
}
