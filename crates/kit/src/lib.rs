//! What do pages and programs share? The entrance, the frame of a page, its components, forms and failures.
//!
//! A page, from nothing:
//! 1. Words: `locales/en/<slice>.ftl` and its Romanian twin, which begins with the machine-made mark. Keys `<slice>-…`; counts
//!    by `{ PLURAL($n) -> [one] … *[other] … }`; a message with `<b>` or a telephone is HTML.
//! 2. Template: `templates/<slice>/<page>.html`, `{% extends "base.html" %}` (or `field.html` with a person in the room,
//!    `plain.html` before sign-in), `{% block main %}`; `{{ page.case_next() }}`, `{{ page.case_more(n) }}`.
//!    Components write themselves: `{{ clock }}`. No style attribute, no inline script.
//! 3. Struct: `#[derive(Template)] #[template(path = "<slice>/<page>.html")] struct CasePage { page: Page, … }`.
//! 4. Reading: `pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure>`:
//!    `let context = visit.reading()?; let file = visit.run(move |app| case::file(app, &context, id)).await?;`
//!    then `show(&CasePage { page: visit.page(&visit.words.case_title()), … })`. The title says the kind of page, never
//!    which case.
//! 5. Writing: the form holds `{{ page.hidden_with_key(key) }}` with `key = visit.form_key()` when first shown and
//!    `fields.key()` when shown again. The handler takes `Posted(fields): Posted` last, parses, collects `Errors`; with any of
//!    them `Err(Failure::form(&page_again, errors))`, where fields are built with `.again(&fields, &errors)` and the page with
//!    `.with_errors(&errors)`. Else `visit.context(&fields)?`, `visit.run(…)`, `Redirect::to(…)`.
//! 6. Values about a person pass `component::shown(&words, &value)` and nothing else.
//! 7. A list that stays fresh: `page.with_news("/today/news", version)`, regions with an id and `data-live`, and a route that
//!    answers `news(&headers, version)`. A form answered in place: `data-into="id"`.
//! 8. Route: one line in the slice's `routes() -> Router<Edge>`, merged into what [`site`] gets; a destination for the header
//!    in `navigation.rs`.
pub mod assets;
pub mod component;
pub mod docx;
pub mod draft;
pub mod edge;
pub mod failure;
pub mod forms;
mod language;
mod leave;
pub mod navigation;
pub mod page;
pub mod table;

use axum::{Router, extract::DefaultBodyLimit, middleware, routing::get};
pub use edge::{Edge, Node, Person, Posted, SessionId, Sessions, TokenHash, Tokens, Visit, news, show, token_hash};
pub use failure::{Failure, Refusal};
pub use forms::{Errors, Fields, Own};
pub use page::Page;

/// The longest form that is taken.
const BODY: usize = 256 * 1024;

/// `routes` are the pages, the interface for programs and what else there is; they get the shell around them.
pub fn site(edge: Edge, routes: Router<Edge>) -> Router {
    routes
        .route("/assets/{name}", get(assets::serve))
        .merge(leave::routes())
        .merge(language::routes())
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::NotFound)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(middleware::from_fn_with_state(edge.clone(), edge::enter))
        .with_state(edge)
}
