//! Referrals: a new one, what became of it, what waits, and each step between two organisations.
pub mod act;
mod crossing;
mod find;
pub(crate) mod form;
pub mod list;
pub mod new;
pub(crate) mod panel;
pub mod show;
pub(crate) mod value;

pub(crate) use crossing::{Crossing, crossing, state_words};
pub(crate) use value::services as service_names;

use axum::{Router, routing::get};
use tiltas_kit::Edge;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/referrals/new", get(new::page).post(new::press))
        .route("/referrals", get(list::page))
        .route("/referrals/news", get(list::fresh))
        .route("/referrals/find", get(find::page).post(find::press))
        .route("/referrals/{id}", get(show::page))
        .route("/referrals/{id}/{act}", get(act::page).post(act::press))
}
