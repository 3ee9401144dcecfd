//! Partnerships: the picture with its list, one with all that was written of it, its draft in six steps, and a form for each thing
//! that is done to one.
mod act;
mod export;
mod list;
mod new;
mod part;
mod show;
mod text;

use axum::{Router, routing::get};
use jiff::civil::Date;
use tiltas_domain::{
    Id,
    dated::Dated,
    partnership::{Partnership, State},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/partnerships", get(list::page))
        .route("/partnerships.csv", get(export::page))
        .route("/partnerships.xlsx", get(export::page))
        .route("/partnerships/new", get(new::page).post(new::begin))
        .route("/partnerships/{id}", get(show::page))
        .route("/partnerships/{id}/text", get(text::page))
        .route("/partnerships/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Partnership>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Where it stands, with its shape.
fn light(words: &Words, state: State) -> Html {
    let shape = match state {
        State::Idea => Shape::NotStarted,
        State::Drafting | State::Consultation => Shape::UnderWay,
        State::Signed | State::UnderReview => Shape::PartlyDone,
        State::InForce => Shape::Done,
        State::Expired => Shape::Late,
        State::Ended => Shape::Dropped,
    };
    Light::new(shape, words.say_partnership_state(state)).into()
}

fn day(words: &Words, day: Date) -> String {
    words.dated(Dated::from(day))
}

/// How far its last day is, as a line says it: "19 days late".
fn left(words: &Words, left: i32) -> String {
    let days = usize::try_from(left.unsigned_abs()).unwrap_or_default();
    match left < 0 {
        true => words.partnerships_late_by(days),
        false => words.partnerships_left(days),
    }
}
