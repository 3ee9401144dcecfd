//! What a person or a program is told when something could not be done. A refusal is help: rule, where it comes from, what
//! the case says, what would be accepted. Not there and not allowed look the same outside.
//!
//! A handler returns a [`Failure`]; the entrance, which knows the reader's language, puts it into words with `render`.
mod problem;
mod refusal;
mod way;

use problem::problem;
pub use problem::{Problem, ProblemField};
pub(crate) use way::form_at;

use crate::{
    draft::{self, Again},
    edge::{Visit, show},
    forms::{Errors, Fields},
    page::Page,
};
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use tiltas_domain::clock::Confidence;
use tiltas_words::html::Html;

/// A rule said no. Its words stand in a catalogue: `refusal-REF-03` is the heading, its parts are `.rule`, `.says`, `.way1`
/// to `.way3`, and optionally `.lead`; all of them may use the facts.
#[derive(Clone, Debug, Default)]
pub struct Refusal {
    /// `REF-03`: for help desks, programs and translators.
    pub code: &'static str,
    /// What explains it, never about a person: `("case", "Carex 208")`.
    pub facts: Vec<(&'static str, String)>,
    /// The article, and how sure it is.
    pub origin: Vec<(String, Confidence)>,
    /// Where each way leads, in order; a way without an address is only said.
    pub ways: Vec<String>,
    /// Where the work goes on: address and words.
    pub back: Option<(String, String)>,
}

/// What could not be done.
#[derive(Clone, Debug)]
pub enum Failure {
    /// Not there, or not for you. Outside, the two are one.
    NotFound,
    /// Nobody is signed in.
    Nobody,
    /// The form's token is not of this session: it was open too long, or signed out elsewhere.
    Stale,
    /// Another site's page sent it.
    Elsewhere,
    /// More than a form may hold.
    TooLarge,
    /// No JSON: what is wrong stands here, by line and column, both from 1.
    Malformed(usize, usize),
    /// The body is of another media type.
    MediaType,
    /// The address is there, the method is not.
    Method,
    /// A rule said no.
    Refused(Box<Refusal>),
    /// Someone else changed it meanwhile; these words say what.
    Conflict(Vec<String>),
    /// The same form was already used for something else.
    KeyReused,
    /// The same form was used so long ago that what it did is not kept with it any more.
    KeyTooOld,
    /// The disk is full: nothing was saved, and what is read must be noted.
    Full,
    /// The program contradicts itself: nothing was saved.
    Broken,
    /// The store can't be reached, or something broke. Nothing was half done.
    Unavailable,
    /// Codes were tried too often from one address; so many seconds until the next.
    TooMany(u32),
    /// Too much is asked at once: nothing was begun, and nothing saved.
    Busy,
    /// It was handed to the store and no answer came in time: it may be saved. Sent again under the same key it is saved once.
    Unconfirmed,
    /// Fields need another look: the page again, with everything typed in it.
    Form(String, Errors),
}

impl Failure {
    /// The page of a form again. `template` shows the errors beside their fields.
    pub fn form(template: &impl Template, errors: Errors) -> Failure {
        template
            .render()
            .map_or(Failure::Unavailable, |page| Failure::Form(page, errors))
    }

    fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Nobody => StatusCode::UNAUTHORIZED,
            Failure::Stale | Failure::Elsewhere => StatusCode::FORBIDDEN,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::Malformed(..) => StatusCode::BAD_REQUEST,
            Failure::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Failure::Method => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Refused(_) | Failure::Form(..) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Conflict(_) | Failure::KeyReused | Failure::KeyTooOld => StatusCode::CONFLICT,
            Failure::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Failure::Unavailable | Failure::Full | Failure::Busy | Failure::Unconfirmed => {
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Failure::NotFound => "not-found",
            Failure::Nobody => "nobody",
            Failure::Stale | Failure::Elsewhere => "stale",
            Failure::TooLarge => "too-large",
            Failure::Malformed(..) => "malformed",
            Failure::MediaType => "media-type",
            Failure::Method => "method",
            Failure::Refused(_) => "refused",
            Failure::Conflict(_) => "conflict",
            Failure::KeyReused => "key-reused",
            Failure::KeyTooOld => "key-too-old",
            Failure::Full => "full",
            Failure::Broken => "broken",
            Failure::Unavailable => "unavailable",
            Failure::TooMany(_) => "too-many",
            Failure::Busy => "busy",
            Failure::Unconfirmed => "unconfirmed",
            Failure::Form(..) => "form",
        }
    }
}

impl Visit {
    /// What was sent and not taken because nobody is signed in, sealed.
    fn draft(&self) -> Option<String> {
        let sent = self.sent.get().filter(|sent| !sent.key().is_empty())?;
        self.person.is_none().then(|| self.sealed_draft(sent)).flatten()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Puts a failure into words: a page, or problem details (RFC 9457) below `/api/`.
pub(crate) fn render(mut response: Response, visit: &Visit) -> Response {
    let Some(failure) = response.extensions_mut().remove::<Failure>() else {
        return response;
    };
    let status = failure.status();
    let again = match failure {
        Failure::TooMany(seconds) => HeaderValue::from(seconds),
        _ => HeaderValue::from_static("5"),
    };
    let allow = response.headers_mut().remove(header::ALLOW);
    let mut answer = if visit.is_api() {
        problem(&failure, visit)
    } else if matches!(failure, Failure::Nobody) && visit.draft().is_none() {
        return Redirect::to("/account/sign-in").into_response();
    } else {
        page(failure, visit)
    };
    *answer.status_mut() = status;
    if let Some(allow) = allow.filter(|_| visit.is_api()) {
        answer.headers_mut().insert(header::ALLOW, allow);
    }
    if visit.is_api() && status == StatusCode::UNAUTHORIZED {
        answer
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
        answer.headers_mut().insert(header::RETRY_AFTER, again);
    }
    answer
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    page: Page,
    kind: &'static str,
    emergency: Html,
    phone: Option<Html>,
    changed: Vec<String>,
    again: String,
    /// What was sent, in a form.
    form: Option<Again>,
    /// What was written in a form that was not drawn for who is signed in: to be copied, and lent no token.
    written: Vec<String>,
    /// What was sent, sealed, where somebody has to sign in first.
    draft: Option<String>,
    code: String,
}

#[derive(Template)]
#[template(path = "refused.html")]
struct RefusedPage {
    page: Page,
    said: Said,
    form: Option<Again>,
}

/// A refusal in words.
struct Said {
    heading: String,
    lead: Option<String>,
    rule: String,
    says: Option<String>,
    origin: Vec<(String, Confidence)>,
    ways: Vec<Html>,
    back: Option<(String, String)>,
    code: &'static str,
}

fn said(refusal: Refusal, visit: &Visit) -> Said {
    let words = &visit.words;
    let facts: Vec<(&str, &dyn tiltas_words::Argument)> = refusal
        .facts
        .iter()
        .map(|(name, value)| (*name, value as &dyn tiltas_words::Argument))
        .collect();
    // A part whose facts are not there is left out: who refused elsewhere may know less.
    let part = |name: &str| {
        words
            .part_of_code("refusal", refusal.code, name, &facts)
            .filter(|text| !text.contains("{$"))
    };
    let way = |(place, name): (usize, &str)| {
        let text = part(name)?;
        Some(match refusal.ways.get(place).filter(|href| !href.is_empty()) {
            Some(href) => Html::link(href, &text),
            None => Html::from(text),
        })
    };
    let rule = part("rule");
    Said {
        heading: match rule {
            Some(_) => words.say_code_with("refusal", refusal.code, &facts),
            None => words.failure_refused(),
        },
        lead: part("lead"),
        rule: rule.unwrap_or_else(|| words.failure_refused_rule()),
        says: part("says"),
        ways: ["way1", "way2", "way3"]
            .into_iter()
            .enumerate()
            .filter_map(way)
            .collect(),
        origin: refusal.origin,
        back: refusal.back,
        code: refusal.code,
    }
}

fn page(failure: Failure, visit: &Visit) -> Response {
    let form = again(&failure, visit);
    let shown = match failure {
        Failure::Form(page, _) => Ok(axum::response::Html(page).into_response()),
        Failure::Refused(mut refusal) => {
            if refusal.ways.is_empty() {
                refusal.ways = way::ways(refusal.code, &visit.path);
            }
            show(&RefusedPage {
                page: visit.page(&visit.words.failure_title_refused()),
                said: said(*refusal, visit),
                form,
            })
        }
        failure => {
            let kind = match failure {
                Failure::Stale if visit.draft().is_some() => Failure::Nobody.kind(),
                _ => failure.kind(),
            };
            let changed = match failure {
                Failure::Conflict(changed) => changed,
                _ => Vec::new(),
            };
            show(&failure_page(visit, kind, changed, form, visit.draft()))
        }
    };
    shown.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

fn failure_page(
    visit: &Visit,
    kind: &'static str,
    changed: Vec<String>,
    form: Option<Again>,
    draft: Option<String>,
) -> FailurePage {
    FailurePage {
        page: visit.page(&visit.words.say_code("failure-title", kind)),
        kind,
        emergency: Html::phone(&visit.edge.app.profile().emergency.value),
        phone: visit.edge.node.duty_phone.as_deref().map(Html::phone),
        changed,
        again: visit.path.clone(),
        written: match (kind, &form) {
            ("stale", None) => visit.sent.get().map(draft::written).unwrap_or_default(),
            _ => Vec::new(),
        },
        form,
        draft,
        code: visit.code(),
    }
}

/// What was sent, as a form. Where nothing was saved it gets a key of its own, so that it may be changed; where it may have
/// been saved it keeps its key, so that it is not saved twice.
fn again(failure: &Failure, visit: &Visit) -> Option<Again> {
    let (sent, words) = (visit.sent.get()?, &visit.words);
    let (key, button) = match failure {
        Failure::Unavailable | Failure::Busy | Failure::Unconfirmed | Failure::Broken => {
            (sent.key().to_owned(), words.failure_send_again())
        }
        Failure::KeyReused | Failure::KeyTooOld => (visit.form_key(), words.failure_send_too()),
        Failure::Conflict(_) | Failure::Refused(_) => (visit.form_key(), words.failure_send_again()),
        Failure::Stale if visit.drew(sent.key()) => (visit.form_key(), words.failure_send_again()),
        _ => return None,
    };
    Again::of(&visit.words, &visit.path, key, sent, button)
}

/// After a sign-in: what was written before, in a form, for the account that wrote it.
///
/// # Errors
/// When the page can't be drawn.
pub fn resume(visit: &Visit, path: &str, sent: &Fields) -> Result<Response, Failure> {
    let (own, words) = (visit.drew(sent.key()), &visit.words);
    let form = own.then(|| Again::of(&visit.words, path, visit.form_key(), sent, words.failure_send_again()));
    let kind = if own { "resumed" } else { "another" };
    show(&failure_page(visit, kind, Vec::new(), form.flatten(), None))
}
