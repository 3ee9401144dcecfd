//! Good practices: the list, one with what it became, and a form for each thing that is done to one.
mod act;
mod list;
mod new;
mod show;

pub(crate) use show::read_on;

use axum::{Router, routing::get};
use tiltas_domain::{Id, practice::State};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape, Tab, Tabs, person::named},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/practices", get(list::page))
        .route("/practices.csv", get(list::table))
        .route("/practices.xlsx", get(list::table))
        .route("/practices/new", get(new::page).post(new::record))
        .route("/practices/{id}", get(show::page))
        .route("/practices/{id}/{act}", get(act::page).post(act::run))
}

fn id<T>(text: &str) -> Result<Id<T>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// What stands beside the recommendations, for which the menu has no room; `current` is the address of the page.
pub(crate) fn sections(words: &Words, current: &str) -> Tabs {
    let all = [
        ("/recommendations", words.recommendations_title()),
        ("/practices", words.practices_title()),
        ("/experts", words.experts_title()),
    ];
    let tab = |(href, label): (&str, String)| Tab {
        href: href.to_owned(),
        label,
        count: None,
        current: href == current,
    };
    Tabs::new(words, words.practices_beside(), all.map(tab))
}

/// Where it stands, with its shape.
fn light(words: &Words, state: State) -> Html {
    let shape = match state {
        State::Draft => Shape::NotStarted,
        State::Reviewed => Shape::UnderWay,
        State::Published => Shape::Done,
        State::Withdrawn => Shape::Dropped,
    };
    Light::new(shape, words.say_practice_state(state)).into()
}

/// The country by its name, or that several do it together.
pub(crate) fn country(words: &Words, code: Option<&str>) -> String {
    code.map_or_else(
        || words.practice_several_countries(),
        |code| named(words, "country", code),
    )
}
