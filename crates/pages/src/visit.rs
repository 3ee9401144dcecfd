//! Visits: the list, one with all that was noted and found, and a form for each thing that is done to one.
mod act;
mod list;
mod show;

use crate::programme::state_of;
use axum::{Router, routing::get};
use tiltas_domain::{
    Id,
    visit::{State, Visit as Known},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/visits", get(list::page))
        .route("/visits.csv", get(list::table))
        .route("/visits.xlsx", get(list::table))
        .route("/visits/new", get(act::new).post(act::plan))
        .route("/visits/{id}", get(show::page))
        .route("/visits/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Known>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

fn light(words: &Words, code: &str) -> Html {
    let Some(state) = state_of(State::ALL, code, State::code) else {
        return Html::default();
    };
    let shape = match state {
        State::Planned => Shape::NotStarted,
        State::Confirmed => Shape::UnderWay,
        State::Held | State::Reported => Shape::PartlyDone,
        State::FollowedUp => Shape::Done,
    };
    Light::new(shape, words.say_visit_state(state)).into()
}
