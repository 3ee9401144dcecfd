//! The same commands and views for programs: JSON in, JSON out, problem details (RFC 9457) where it could not be done.
//!
//! A resource is the plural of its slice. What is done to it is a noun below it, and POST makes one: an acknowledgement, an
//! answer, a withdrawal. So nothing is ever put, patched or deleted: what was said once stays said.
//!
//! Who calls is told by a bearer token and by nothing else; a cookie opens no door here. A body has the fields of the page's
//! form and is read by the same function.
pub mod answer;
pub mod body;
pub mod contract;
pub mod signal;

use crate::{Edge, Failure};
use axum::Router;
use std::sync::LazyLock;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Where all addresses begin.
pub const BASE: &str = "/api/v1";

fn all() -> (Router<Edge>, OpenApi) {
    let slices = OpenApiRouter::new()
        .routes(routes!(signal::record))
        .routes(routes!(signal::show))
        .routes(routes!(contract::show));
    OpenApiRouter::with_openapi(contract::frame())
        .nest(BASE, slices)
        .split_for_parts()
}

/// The document of the interface, generated from the code.
pub static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(|| contract::finished(all().1));

/// All addresses for programs.
pub fn routes() -> Router<Edge> {
    let (routes, _) = all();
    routes.method_not_allowed_fallback(async || Failure::Method)
}
