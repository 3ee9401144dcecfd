//! Recommendations: the list, one with its whole story, and a form for each thing that is done to one.
mod act;
mod export;
mod list;
mod new;
mod pair;
mod show;

use axum::{Router, routing::get};
use tiltas_app::recommendation::list::Shown;
use tiltas_domain::{
    Id,
    recommendation::{Recommendation, SourceKind, Stage},
};
use tiltas_kit::{
    Edge, Failure,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/recommendations", get(list::page))
        .route("/recommendations.csv", get(export::page))
        .route("/recommendations.xlsx", get(export::page))
        .route("/recommendations/new", get(new::page).post(new::record))
        .route("/recommendations/pairs", get(pair::page))
        .route("/recommendations/{id}", get(show::page))
        .route("/recommendations/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Recommendation>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Where it stands, with its shape; late stands in the place of under way, never of done.
fn light(words: &Words, stage: Stage, late: bool) -> Html {
    let shape = match stage {
        Stage::UnderWay | Stage::NoReport | Stage::NotStarted if late => Shape::Late,
        Stage::NoAddressee | Stage::NoReport | Stage::NotStarted | Stage::Drafted => Shape::NotStarted,
        Stage::UnderDiscussion | Stage::UnderWay => Shape::UnderWay,
        Stage::Formulated | Stage::Reported => Shape::PartlyDone,
        Stage::Verified | Stage::Closed => Shape::Done,
        Stage::Declined | Stage::Superseded => Shape::Dropped,
    };
    Light::new(shape, words.say_recommendation_stage(stage)).into()
}

/// "GRETA(2020)11, December 2020", as far as the source gives it.
fn source(
    words: &Words,
    kind: SourceKind,
    document: Option<&str>,
    dated: Option<tiltas_domain::dated::Dated>,
) -> String {
    let name = document.map_or_else(|| words.say_recommendation_source(kind), str::to_owned);
    match dated.map(|dated| words.dated(dated)) {
        Some(dated) if !name.contains(&dated) => format!("{name}, {dated}"),
        _ => name,
    }
}

/// When it is due, as a line says it.
fn due(words: &Words, shown: &Shown) -> (String, bool) {
    match (shown.late, shown.line.term) {
        (Some(days), _) => (
            words.recommendations_late_by(usize::try_from(days).unwrap_or_default()),
            true,
        ),
        (None, Some(term)) => (words.recommendations_until(words.dated(term)), false),
        (None, None) => (words.recommendations_no_term(), false),
    }
}
