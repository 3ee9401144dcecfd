//! Where one signs in and out.
mod sign_in;

use axum::{
    Router,
    routing::{get, post},
};
use tiltas_kit::Edge;

/// Where one signs in and out.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/account/sign-in", get(sign_in::page).post(sign_in::choose))
        .route("/account/sign-out", post(sign_in::sign_out))
}
