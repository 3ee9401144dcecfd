//! Consent: recorded about one recipient, and taken back with what ends by it said before.
mod new;
pub(crate) mod panel;
mod take_back;

use axum::{Router, routing::get};
use tiltas_kit::Edge;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/consents/new", get(new::page).post(new::record))
        .route(
            "/cases/{id}/consents/{say}/take-back",
            get(take_back::page).post(take_back::press),
        )
}
