//! The page that stands where ours stood. It names nothing of ours, signs out, and asks the browser to forget what it may.
use crate::{
    Edge,
    edge::{Visit, guard},
};
use askama::Template;
use axum::{
    Router,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};

/// The way out.
pub fn routes() -> Router<Edge> {
    Router::new().route("/leave", get(page).post(page))
}

#[derive(Template)]
#[template(path = "leave.html")]
struct Page {
    language: &'static str,
    title: String,
    date: String,
    time: String,
    place: String,
}

/// Signs out, whatever the store says about it: the cookie goes in any case. A link on a page of another site, or of another
/// port of this machine, signs nobody out.
pub async fn page(visit: Visit, headers: HeaderMap) -> Response {
    if guard::led_from_elsewhere(&headers) {
        return shown(&visit);
    }
    let (end, hash, now) = (visit.edge.sessions.end.clone(), visit.session_hash(), visit.now);
    if visit.hashed(move || end(&hash, now)).await.is_err() {
        tracing::warn!(target: "tiltas::leave", code = visit.code(), "a session could not be ended in the store; its cookie is gone");
    }
    let mut response = shown(&visit);
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, visit.edge.no_session_cookie());
    headers.insert(
        "clear-site-data",
        HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    );
    response
}

fn shown(visit: &Visit) -> Response {
    let words = &visit.words;
    let page = Page {
        language: words.locale().code(),
        title: words.leave_title(),
        date: words.weekday_date(visit.now),
        time: words.time(visit.now),
        place: words.place(),
    };
    axum::response::Html(page.render().unwrap_or_default()).into_response()
}
