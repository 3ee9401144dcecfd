//! Where one signs in and out.
mod sign_in;

use axum::{
    Router,
    routing::{get, post},
};
use tiltas_kit::Edge;

/// Where one signs out.
pub fn routes() -> Router<Edge> {
    Router::new().route("/account/sign-out", post(sign_in::sign_out))
}

/// Where one signs in to a node that is no demonstration.
pub fn entrance() -> Router<Edge> {
    Router::new().route("/account/sign-in", get(sign_in::page))
}
