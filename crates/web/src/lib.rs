//! How does a person or a program reach it? Pages, JSON, in and out. Parses in, renders out; no SQL, no rules.
pub mod account;
pub mod assets;
pub mod component;
pub mod edge;
pub mod failure;
pub mod forms;
pub mod html;
pub mod leave;
pub mod navigation;
pub mod page;
pub mod words;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post},
};
pub use edge::{Edge, Node, Person, Posted, SessionId, Sessions, Visit, news, show};
pub use failure::{Failure, Refusal};
pub use forms::{Errors, Fields};
pub use html::Html;
pub use page::Page;
pub use words::{Locale, Words};

/// The longest form that is taken.
const BODY: usize = 256 * 1024;

/// `pages` are the slices' own routes; they get the shell around them.
pub fn site(edge: Edge, pages: Router<Edge>) -> Router {
    pages
        .route("/assets/{name}", get(assets::serve))
        .route("/leave", get(leave::page).post(leave::page))
        .route("/account/language", get(account::language))
        .route("/account/language", post(account::choose_language))
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::NotFound)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(middleware::from_fn_with_state(edge.clone(), edge::enter))
        .with_state(edge)
}
