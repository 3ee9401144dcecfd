//! Every request passes here once: the clock is read, the session looked up, other sites turned away, a failure put into
//! words, and one line written that names nobody.
use super::{
    Edge, Peer, Visit, code, guard, limit, locale,
    session::{Cookies, SessionId, random},
    token::{bearer, token_hash},
};
use crate::{
    failure::{self, Failure},
    page::Theme,
};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{sync::Arc, time::Instant};
use tiltas_words::Words;

/// Where programs come in.
pub(crate) const API: &str = "/api/";

/// The header with which the script of an open page asks for the page again. Whoever sends it without having been shown the
/// page a short while ago gains nothing by it: the opening is noted then.
const REFRESH: &str = "tiltas-refresh";

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
    let peer = request.extensions().get().copied();
    let (mut response, correlation) = match arrive(&edge, request.headers(), request.uri().path(), peer).await {
        Err((visit, failure)) => {
            let correlation = visit.as_ref().map_or(0, |visit| visit.correlation);
            let response = match visit {
                Some(visit) => failure::render(failure.into_response(), &visit),
                None => failure.into_response(),
            };
            (response, correlation)
        }
        Ok((visit, fresh)) => {
            let response = if !secure && !guard::is_this_machine(request.headers()) {
                Failure::NotFound.into_response()
            } else if !visit.is_api() && guard::from_elsewhere(&method, request.headers()) {
                Failure::Elsewhere.into_response()
            } else {
                request.extensions_mut().insert(visit.clone());
                answered(next, request).await
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

/// The handler's answer, or that it took too long. What the framework says by itself in plain text becomes a failure of ours.
async fn answered(next: Next, request: Request) -> Response {
    let reads = request.method().is_safe();
    let Ok(mut response) = tokio::time::timeout(limit::REQUEST, next.run(request)).await else {
        return if reads { Failure::Busy } else { Failure::Unconfirmed }.into_response();
    };
    if reads && matches!(response.extensions().get(), Some(Failure::Unconfirmed)) {
        // Only the entry in the journal is open; whoever reads sent nothing that could be saved.
        response.extensions_mut().insert(Failure::Unavailable);
    }
    let plain = |response: &Response| {
        let kind = response.headers().get(header::CONTENT_TYPE);
        kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
    };
    let status = response.status();
    if !status.is_client_error() || response.extensions().get::<Failure>().is_some() || !plain(&response) {
        return response;
    }
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Failure::MediaType,
        _ => Failure::NotFound,
    }
    .into_response()
}

/// Who comes, in which language; and whether the session is new.
async fn arrive(
    edge: &Edge,
    headers: &HeaderMap,
    path: &str,
    peer: Option<Peer>,
) -> Result<(Visit, bool), (Option<Visit>, Failure)> {
    let bytes = random().map_err(|failure| (None, failure))?;
    if path.starts_with(API) {
        let visit = program(edge, headers, path, u64::from_be_bytes(bytes), peer);
        return visit.map(|visit| (visit, false)).map_err(|failure| (None, failure));
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
        sent: Arc::default(),
        theme: cookies.get(edge, "theme").and_then(Theme::from_code),
        session,
        peer,
        refresh: headers.contains_key(REFRESH),
    };
    if known.is_some() {
        let (find, hash, now) = (edge.sessions.find.clone(), session.hash(), visit.now);
        visit.person = match visit.known_by(hash, move || find(&hash, now)).await {
            Ok(person) => person,
            Err(failure) => return Err((Some(visit), failure)),
        };
    }
    Ok((visit, known.is_none()))
}

/// A program comes with a token or as nobody. Cookies are not looked at, and none is set.
fn program(
    edge: &Edge,
    headers: &HeaderMap,
    path: &str,
    correlation: u64,
    peer: Option<Peer>,
) -> Result<Visit, Failure> {
    Ok(Visit {
        edge: edge.clone(),
        words: Words::new(locale(headers, None), edge.node.zone.clone()),
        person: bearer(headers).and_then(|token| edge.tokens.find(&token_hash(token))),
        now: (edge.now)(),
        correlation,
        path: path.to_owned(),
        sent: Arc::default(),
        theme: None,
        session: SessionId::draw()?,
        peer,
        refresh: false,
    })
}
