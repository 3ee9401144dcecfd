//! Case files: the list, and the search box.
pub mod find;
pub mod list;

use crate::Edge;
use axum::{Router, routing::get};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases", get(list::page))
        .route("/cases/find", get(find::page))
}
