//! One person's file: what is open to who looks, what is withheld and why, what is next, what happened, who else sees it.
mod alert;
pub mod find;
mod happened;
mod lead;
pub mod list;
mod name;
mod person;
pub(crate) mod sheet;
mod show;
mod sight;
mod summary;
mod told;
mod top;
mod track;

pub(crate) use happened::{fields, recipient};

use axum::{
    Router,
    routing::{get, post},
};
use tiltas_access::Action;
use tiltas_app::case::{
    Heading,
    file::{self, File},
};
use tiltas_domain::{Id, case::Case};
use tiltas_kit::{Edge, Failure, Visit};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases", get(list::page))
        .route("/cases/find", get(find::page).post(find::press))
        .route("/cases/{id}", get(show::page))
        .route("/cases/{id}/lead", get(lead::page).post(lead::press))
        .route("/cases/{id}/name", get(name::ask).post(name::open))
        .route("/cases/{id}/news", get(show::fresh))
        .route("/cases/{id}/person", get(person::page).post(person::describe))
        .route("/cases/{id}/summary", post(summary::page))
}

/// The id in an address; what is none leads nowhere.
pub(crate) fn id<T>(text: &str) -> Result<Id<T>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The file, as who asks may see it.
pub(crate) async fn load(visit: &Visit, case: &str) -> Result<File, Failure> {
    let case: Id<Case> = id(case)?;
    let context = visit.reading()?;
    visit.run(move |app| file::file(app, &context, case)).await
}

/// The file, for those who lead it: others write nothing in it.
pub(crate) async fn led(visit: &Visit, case: &str) -> Result<File, Failure> {
    let file = load(visit, case).await?;
    if file.may(Action::TellDetail) {
        Ok(file)
    } else {
        Err(Failure::NotFound)
    }
}

/// The heading of a form, for those who may do what it is for: it opens nothing of the file but the spoken name.
pub(crate) async fn heading(visit: &Visit, case: &str, action: Action) -> Result<Heading, Failure> {
    let (id, context) = (id(case)?, visit.reading()?);
    visit
        .run(move |app| tiltas_app::case::heading(app, &context, id, action))
        .await
}
