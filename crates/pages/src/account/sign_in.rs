//! Signing in and out of a node. Whom the node lets in by which way comes with its own work; a demonstration has a page of its
//! own in place of this one.
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_kit::{Failure, Page, Posted, Visit, edge::show};

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    page: Page,
    /// The signed-in person, who may sign out.
    who: Option<String>,
}

/// How one signs in.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    show(&SignInPage {
        who: visit.person.as_ref().map(|person| person.name.clone()),
        page: visit.page(&visit.words.sign_in_title()),
    })
}

/// Ends the session.
pub async fn sign_out(visit: Visit, Posted(_): Posted) -> Result<Response, Failure> {
    let (sessions, old, now) = (visit.edge.sessions.clone(), visit.session_hash(), visit.now);
    visit.hashed(move || (sessions.end)(&old, now)).await?;
    let mut response = Redirect::to("/account/sign-in").into_response();
    let cookie = visit.edge.no_session_cookie();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
