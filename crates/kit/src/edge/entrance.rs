//! Every request passes here once: the clock is read, the session looked up, other sites turned away, a failure put into
//! words, and one line written that names nobody.
use super::{
    Edge, Visit, code, guard, locale,
    session::{Cookies, SessionId, random},
    token::{bearer, token_hash},
};
use crate::{
    failure::{self, Failure},
    page::Theme,
};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::time::Instant;
use tiltas_words::Words;

/// Where programs come in.
pub(crate) const API: &str = "/api/";

/// The layer. It wraps the whole router (`Router::layer`), so that the matched pattern is known.
pub async fn enter(State(edge): State<Edge>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    // The pattern (`/cases/{id}`), never the address that was asked for: an address in a log tells which case, a query more.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none".to_owned(), |path| path.as_str().to_owned());
    let secure = edge.node.secure;
    let (mut response, correlation) = match arrive(&edge, request.headers(), request.uri().path()).await {
        Err((visit, failure)) => {
            let correlation = visit.as_ref().map_or(0, |visit| visit.correlation);
            let response = match visit {
                Some(visit) => failure::render(failure.into_response(), &visit),
                None => failure.into_response(),
            };
            (response, correlation)
        }
        Ok((visit, fresh)) => {
            let response = if !visit.is_api() && guard::from_elsewhere(&method, request.headers()) {
                Failure::Elsewhere.into_response()
            } else {
                request.extensions_mut().insert(visit.clone());
                next.run(request).await
            };
            let mut response = failure::render(response, &visit);
            let headers = response.headers_mut();
            if fresh && !headers.contains_key(header::SET_COOKIE) {
                headers.append(header::SET_COOKIE, visit.edge.session_cookie(&visit.session));
            }
            (response, visit.correlation)
        }
    };
    guard::protect(response.headers_mut(), secure);
    tracing::info!(
        target: "tiltas::request",
        method = %method,
        route,
        status = response.status().as_u16(),
        milliseconds = began.elapsed().as_millis() as u64,
        code = code(correlation),
    );
    response
}

/// Who comes, in which language; and whether the session is new.
async fn arrive(edge: &Edge, headers: &HeaderMap, path: &str) -> Result<(Visit, bool), (Option<Visit>, Failure)> {
    let bytes = random().map_err(|failure| (None, failure))?;
    if path.starts_with(API) {
        return program(edge, headers, path, u64::from_be_bytes(bytes)).await;
    }
    let cookies = Cookies::read(headers);
    let known = cookies.get(edge, "").and_then(SessionId::parse);
    let session = match known {
        Some(session) => session,
        None => SessionId::draw().map_err(|failure| (None, failure))?,
    };
    let mut visit = Visit {
        edge: edge.clone(),
        words: Words::new(locale(headers, cookies.get(edge, "language")), edge.node.zone.clone()),
        person: None,
        now: (edge.now)(),
        correlation: u64::from_be_bytes(bytes),
        path: path.to_owned(),
        theme: cookies.get(edge, "theme").and_then(Theme::from_code),
        session,
    };
    if known.is_some() {
        let (find, hash, now) = (edge.sessions.find.clone(), session.hash(), visit.now);
        let found = tokio::task::spawn_blocking(move || find(&hash, now)).await;
        visit.person = match found {
            Ok(Ok(person)) => person,
            Ok(Err(failure)) => return Err((Some(visit), failure)),
            Err(_) => return Err((Some(visit), Failure::Unavailable)),
        };
    }
    Ok((visit, known.is_none()))
}

/// A program comes with a token or as nobody. Cookies are not looked at, and none is set.
async fn program(
    edge: &Edge,
    headers: &HeaderMap,
    path: &str,
    correlation: u64,
) -> Result<(Visit, bool), (Option<Visit>, Failure)> {
    let mut visit = Visit {
        edge: edge.clone(),
        words: Words::new(locale(headers, None), edge.node.zone.clone()),
        person: None,
        now: (edge.now)(),
        correlation,
        path: path.to_owned(),
        theme: None,
        session: SessionId::draw().map_err(|failure| (None, failure))?,
    };
    if let Some(token) = bearer(headers) {
        let (find, hash) = (edge.tokens.find.clone(), token_hash(token));
        visit.person = match tokio::task::spawn_blocking(move || find(&hash)).await {
            Ok(Ok(person)) => person,
            Ok(Err(failure)) => return Err((Some(visit), failure)),
            Err(_) => return Err((Some(visit), Failure::Unavailable)),
        };
    }
    Ok((visit, false))
}
