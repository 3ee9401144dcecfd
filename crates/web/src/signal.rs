//! The first word about a person.
pub mod form;
pub mod new;

use crate::Edge;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/signals/new", get(new::page))
        .route("/signals", post(new::press))
}
