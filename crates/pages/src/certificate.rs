//! Certificates: checked by anyone, listed for those whom they concern, printed and withdrawn by whoever issued them.
mod check;
mod list;
mod show;

use axum::{Router, routing::get};
use tiltas_domain::certificate::Status;
use tiltas_kit::{
    Edge,
    component::{Light, Shape},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/certificates", get(check::form))
        .route("/certificates/{code}", get(check::page))
        .route("/trainings/certificates", get(list::page))
        .route("/trainings/certificates.csv", get(list::table))
        .route("/trainings/certificates.xlsx", get(list::table))
        .route("/trainings/certificates/{certificate}", get(show::page))
        .route(
            "/trainings/certificates/{certificate}/withdrawal",
            get(show::form).post(show::withdraw),
        )
}

/// How it stands, with its shape.
fn light(words: &Words, status: Status) -> Html {
    let shape = match status {
        Status::Valid => Shape::Done,
        Status::RunsOut => Shape::PartlyDone,
        Status::Expired => Shape::NotStarted,
        Status::Withdrawn => Shape::Dropped,
    };
    Light::new(shape, words.say_certificate_status(status)).into()
}
