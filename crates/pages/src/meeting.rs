//! Meetings: the list, one with its agenda and what was decided, its minutes on paper, and a form for each thing that is done to one.
mod act;
mod list;
mod show;

use crate::programme::state_of;
use axum::{Router, routing::get};
use tiltas_domain::{
    Id,
    meeting::{Meeting, State},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/meetings", get(list::page))
        .route("/meetings.csv", get(list::table))
        .route("/meetings.xlsx", get(list::table))
        .route("/meetings/new", get(act::new).post(act::call))
        .route("/meetings/{id}", get(show::page))
        .route("/meetings/{id}/minutes", get(show::minutes))
        .route("/meetings/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Meeting>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

fn light(words: &Words, code: &str) -> Html {
    let Some(state) = state_of(State::ALL, code, State::code) else {
        return Html::default();
    };
    let shape = match state {
        State::Called => Shape::NotStarted,
        State::Held => Shape::UnderWay,
        State::Drafted => Shape::PartlyDone,
        State::Agreed => Shape::Done,
    };
    Light::new(shape, words.say_meeting_state(state)).into()
}
