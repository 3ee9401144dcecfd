//! A visitor's press, as it comes from a page.
use super::{Stories, Taken, Tale};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use std::sync::Arc;
use tiltas_kit::{Failure, SessionId, Visit};

/// Ends the story; the next press begins another.
const AGAIN: &str = "again";
/// After so many seconds a place may be free.
const LATER: &str = "300";

/// Where a story is played.
pub(crate) struct Page {
    /// The cookie that leads back to a visitor's own story. It names nobody, and goes with the browser's window.
    pub cookie: &'static str,
    /// Where the page stands again after a press.
    pub href: &'static str,
}

/// What came of a press.
pub(crate) enum Answer {
    /// The page is shown again.
    Shown(Response),
    /// All places are taken.
    Full,
    /// The story that was shown has ended.
    Ended,
}

impl Page {
    /// How this visitor's story stands.
    pub async fn seen<T: Tale>(
        &self,
        visit: &Visit,
        stories: Arc<Stories<T>>,
        headers: &HeaderMap,
    ) -> Result<Arc<T::Seen>, Failure> {
        let visitor = visit.edge.passing(headers, self.cookie).map(|story| story.hash());
        visit.run(move |_| stories.seen(visitor)).await
    }

    /// Presses the button with this code, as `known` knows it.
    pub async fn press<T: Tale>(
        &self,
        visit: &Visit,
        stories: Arc<Stories<T>>,
        headers: &HeaderMap,
        (code, stage): (&str, &str),
        known: fn(&str) -> Option<T::Move>,
    ) -> Result<Answer, Failure> {
        let own = visit.edge.passing(headers, self.cookie);
        let visitor = match own {
            Some(own) => own,
            None => SessionId::draw()?,
        };
        let hash = visitor.hash();
        let mut response = Redirect::to(self.href).into_response();
        if code == AGAIN {
            visit
                .run(move |_| {
                    stories.end(&hash);
                    Ok(())
                })
                .await?;
            return Ok(Answer::Shown(response));
        }
        let button = known(code).ok_or(Failure::NotFound)?;
        let stage = stage.to_owned();
        let taken = visit.run(move |_| stories.press(hash, button, &stage)).await?;
        match taken {
            Taken::Full => return Ok(Answer::Full),
            Taken::Ended => return Ok(Answer::Ended),
            Taken::Pressed => {}
        }
        if own.is_none() {
            let cookie = visit.edge.passing_cookie(self.cookie, &visitor);
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(Answer::Shown(response))
    }
}

/// All places are taken: the page says so, and programs are told when to ask again.
pub(crate) fn later(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    let later = HeaderValue::from_static(LATER);
    response.headers_mut().insert(header::RETRY_AFTER, later);
    response
}
