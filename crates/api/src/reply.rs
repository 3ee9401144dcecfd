//! What a program gets: what was made and where it is read, values as this token's role sees them, times in RFC 3339.
use super::body;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_access::{Seen, Shown, Withheld as Why};
use tiltas_app::Receipt;
use tiltas_domain::{Fields as Opened, Moment, Sensitive, known::Known};
use tiltas_input::{
    Errors,
    error::{Code, Fact},
};
use tiltas_kit::{Failure, Fields, Visit, component::shown, component::tabs::encoded};
use tiltas_words::Words;
use utoipa::ToSchema;

/// Something was made; the same request sent again gets the same answer.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"id": "8f14e45fceea467a9c4e2f5d1b3a7c60", "href": "/api/v1/signals/8f14e45fceea467a9c4e2f5d1b3a7c60"}))]
pub struct Created {
    /// What was made; for an act, what it was done to.
    pub id: String,
    /// Where its effect is read.
    pub href: String,
}

/// 201 with `Location`. A repeated request is told by a header, so that body and status stay the same.
pub fn created(href: String, id: impl ToString, receipt: Receipt) -> Response {
    let location = HeaderValue::from_str(&href);
    let body = Created {
        id: id.to_string(),
        href,
    };
    let mut response = (StatusCode::CREATED, Json(body)).into_response();
    if let Ok(location) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    if receipt.repeated {
        response
            .headers_mut()
            .insert("idempotency-replayed", HeaderValue::from_static("true"));
    }
    response
}

/// One page of a list; the header `Link` holds the address of the next, where there is one.
pub fn page<T: Serialize>(lines: Vec<T>, next: Option<String>) -> Response {
    let link = next.and_then(|next| HeaderValue::from_str(&format!("<{next}>; rel=\"next\"")).ok());
    let mut response = Json(lines).into_response();
    if let Some(link) = link {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}

/// A list that is no object: the header `Unreadable` says how many of its entries can't be read and are left out.
pub fn entries<T: Serialize>(lines: Vec<T>, unread: usize) -> Response {
    let mut response = Json(lines).into_response();
    if unread > 0 {
        response.headers_mut().insert("unreadable", HeaderValue::from(unread));
    }
    response
}

/// A code of a closed list in an address; one that is none is told with those that are.
pub fn chosen<T: Copy>(
    wrong: &mut Errors,
    (name, sent): (&str, Option<String>),
    all: &[T],
    code: fn(T) -> &'static str,
) -> Option<T> {
    let sent = sent?;
    let found = all.iter().copied().find(|known| code(*known) == sent);
    if found.is_none() {
        let codes: Vec<&str> = all.iter().map(|known| code(*known)).collect();
        wrong.add(name, Code::Choose, vec![("codes", Fact::Text(codes.join(", ")))]);
    }
    found
}

/// From where on each list is asked for. A mark that is none is told, for the list would begin anew.
pub fn marks<M, const N: usize>(
    visit: &Visit,
    sent: [(&str, Option<String>); N],
    parse: impl Fn(&str) -> Option<M>,
) -> Result<[Option<M>; N], Failure> {
    let mut wrong = Errors::new();
    let found = sent.map(|(name, sent)| {
        let sent = sent?;
        let mark = parse(&sent);
        if mark.is_none() {
            wrong.add(name, Code::Id, Vec::new());
        }
        mark
    });
    if wrong.is_empty() {
        Ok(found)
    } else {
        Err(body::told(visit, &wrong))
    }
}

/// The address of the next page: what was asked, from this mark on.
pub fn link(path: &str, asked: &Fields, (name, mark): (&str, String)) -> String {
    let kept = asked.0.iter().filter(|(known, _)| known != name);
    let kept = kept.map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    let parts: Vec<String> = kept.chain([format!("{name}={mark}")]).collect();
    format!("{path}?{}", parts.join("&"))
}

/// A value that is there and not shown: the reason, never a hint of the value.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"withheld": "sealed", "because": "Opening it again needs a reason, and is logged."}))]
pub struct Withheld {
    /// Why, as a stable code: `sealed`, `not_disclosed`, `existence_only` and others.
    pub withheld: &'static str,
    /// Why, in the language that was asked for.
    pub because: String,
}

/// A value as this token's role sees it. A field is never missing: it is open, withheld with its reason, or `null` where
/// nothing was told.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum Told<T> {
    /// Open.
    Open(T),
    /// There, and not shown.
    Withheld(Withheld),
    /// Nothing was told.
    Nothing,
}

/// Any value, as the reader may see it.
pub fn told<T, U>(words: &Words, value: Shown<T>, say: impl FnOnce(T) -> U) -> Told<U> {
    match value.into_seen() {
        Seen::Open(open) => Told::Open(say(open)),
        Seen::Withheld(why) => Told::Withheld(withheld(words, why)),
        Seen::Forgotten => Told::Withheld(Withheld {
            withheld: "forgotten",
            because: words.word_forgotten(),
        }),
        Seen::NotGiven => Told::Nothing,
    }
}

/// A sensitive value, as the reader may see it.
pub fn text<T: Sensitive + Clone>(words: &Words, value: &Shown<T>) -> Told<String> {
    told(words, shown::bare(value), |text| text)
}

/// Why something is not shown.
pub fn withheld(words: &Words, why: Why) -> Withheld {
    Withheld {
        withheld: why.code(),
        because: shown::reason(words, why),
    }
}

/// RFC 3339, in UTC.
pub fn time(moment: Moment) -> String {
    moment.timestamp().to_string()
}

/// A value of a closed list, or which of the three ways of not having it.
pub fn known<T: Copy>(value: &Known<T>, code: fn(T) -> &'static str) -> String {
    match value {
        Known::Is(value) => code(*value).to_owned(),
        other => open(other).to_owned(),
    }
}

/// The same for what is no closed list.
pub fn known_text<T: ToString>(value: &Known<T>) -> String {
    match value {
        Known::Is(value) => value.to_string(),
        other => open(other).to_owned(),
    }
}

fn open<T>(value: &Known<T>) -> &'static str {
    match value {
        Known::Is(_) => "",
        Known::Unknown => "unknown",
        Known::NotAsked => "not_asked",
        Known::Refused => "refused",
    }
}

/// The codes of fields.
pub fn codes(fields: Opened) -> Vec<&'static str> {
    fields.iter().map(tiltas_domain::Field::code).collect()
}
