//! The first word about a person.
pub mod new;

use axum::{
    Router,
    routing::{get, post},
};
use tiltas_kit::Edge;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/signals/new", get(new::page))
        .route("/signals", post(new::press))
}
