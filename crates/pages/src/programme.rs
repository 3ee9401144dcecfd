//! Programmes: the list, one with all that was done in it, and a form for each thing that is done to one.
pub(crate) mod act;
mod lane;
pub(crate) mod list;
mod show;

use axum::{Router, routing::get};
use tiltas_domain::{
    Id,
    dated::Dated,
    programme::{ActivityState, Programme, State},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/programmes", get(list::page))
        .route("/programmes.csv", get(list::table))
        .route("/programmes.xlsx", get(list::table))
        .route("/programmes/new", get(act::new).post(act::open))
        .route("/programmes/{id}", get(show::page))
        .route("/programmes/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Programme>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The lists that stand beside each other: address and name.
pub(crate) fn lists(words: &Words) -> [(&'static str, String); 4] {
    [
        ("/programmes", words.programmes_title()),
        ("/trainings", words.trainings_title()),
        ("/visits", words.visits_title()),
        ("/meetings", words.meetings_title()),
    ]
}

/// The programmes to which something belongs, each a link; nothing where it belongs to none.
pub(crate) fn links(words: &Words, programmes: &[(Id<Programme>, Programme)]) -> Option<Html> {
    let link = |(id, of): &(Id<Programme>, Programme)| {
        Html::link(&format!("/programmes/{id}"), of.title(words.locale().code()))
    };
    programmes.iter().map(link).reduce(Html::then)
}

/// The state that has this code.
pub(crate) fn state_of<S: Copy>(all: &[S], code: &str, of: impl Fn(S) -> &'static str) -> Option<S> {
    all.iter().copied().find(|state| of(*state) == code)
}

fn light(words: &Words, state: State) -> Html {
    let shape = match state {
        State::UnderWay => Shape::UnderWay,
        State::Closed => Shape::Done,
    };
    Light::new(shape, words.say_programme_state(state)).into()
}

fn activity_light(words: &Words, state: ActivityState) -> Html {
    let shape = match state {
        ActivityState::Planned => Shape::NotStarted,
        ActivityState::Held => Shape::Done,
        ActivityState::Cancelled => Shape::Dropped,
    };
    Light::new(shape, words.say_programme_activity_state(state)).into()
}

/// "23 to 27 April 2018", as precise as the days are known.
pub(crate) fn days(words: &Words, begins: Dated, ends: Option<Dated>) -> String {
    let Some(ends) = ends.filter(|ends| *ends != begins) else {
        return words.dated(begins);
    };
    let month = |dated: Dated| (dated.year(), dated.month());
    let from = match (begins.day(), ends.day()) {
        (Some(day), Some(_)) if month(begins) == month(ends) => day.to_string(),
        _ => words.dated(begins),
    };
    words.programme_days(from, words.dated(ends))
}
