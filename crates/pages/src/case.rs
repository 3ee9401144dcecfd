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

pub(crate) use happened::{fields, nobody_there, recipient};

use axum::{
    Router,
    routing::{get, post},
};
use tiltas_access::Action;
use tiltas_app::case::{
    Heading,
    file::{self, File},
};
use tiltas_domain::{Field, Id, case::Case};
use tiltas_kit::{Edge, Failure, Visit};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases", get(list::page))
        .route("/cases/print", post(list::printed))
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

/// What a form shows of the file, for those who may do what the form is for: these fields beside the spoken name, and no others.
pub(crate) async fn form(visit: &Visit, case: &str, action: Action, fields: &'static [Field]) -> Result<File, Failure> {
    let (id, context) = (id(case)?, visit.reading()?);
    visit
        .run(move |app| file::form(app, &context, id, action, fields))
        .await
}

/// The same for a form about one told thing.
pub(crate) async fn form_of_detail(visit: &Visit, case: &str, action: Action, detail: &str) -> Result<File, Failure> {
    let (case, detail, context) = (id(case)?, id(detail)?, visit.reading()?);
    visit
        .run(move |app| file::form_of_detail(app, &context, case, action, detail))
        .await
}

/// The heading of a form, for those who may do what it is for: it opens nothing of the file but the spoken name.
pub(crate) async fn heading(visit: &Visit, case: &str, action: Action) -> Result<Heading, Failure> {
    let (id, context) = (id(case)?, visit.reading()?);
    visit
        .run(move |app| tiltas_app::case::heading(app, &context, id, action))
        .await
}
