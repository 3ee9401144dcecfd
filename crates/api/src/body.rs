//! What a program sends: one JSON object, its fields turned into the same texts that a form brings, so that one function
//! reads both. Whoever calls is asked for first: nobody's body is read.
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, error::Category};
use std::marker::PhantomData;
use tiltas_domain::Id;
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, KEY},
};

/// The header by which a repeated request is recognised.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// The fields of a body of kind `B`, checked against it: no other field is taken.
pub struct Sent<B> {
    /// As a form would bring them, with the request's key.
    pub fields: Fields,
    of: PhantomData<fn() -> B>,
}

impl<B: DeserializeOwned + Serialize, S: Send + Sync> FromRequest<S> for Sent<B> {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Sent<B>, Failure> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        visit.actor()?;
        if !is_json(&parts.headers) {
            return Err(Failure::MediaType);
        }
        let key = key(&parts.headers, &visit)?;
        let bytes = Bytes::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(|rejection| match rejection.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
                _ => Failure::Unavailable,
            })?;
        let body: B = serde_json::from_slice(&bytes).map_err(|error| wrong(&bytes, &error, &visit))?;
        let mut fields = Vec::new();
        flatten("", &serde_json::to_value(&body).unwrap_or_default(), &mut fields);
        fields.extend(key.map(|key| (KEY.to_owned(), key)));
        Ok(Sent {
            fields: Fields(fields),
            of: PhantomData,
        })
    }
}

/// The key of a request that has no body.
pub struct Keyed(pub Fields);

impl<S: Send + Sync> FromRequestParts<S> for Keyed {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Keyed, Failure> {
        let visit = Visit::from_request_parts(parts, state).await?;
        visit.actor()?;
        let key = key(&parts.headers, &visit)?;
        Ok(Keyed(Fields(
            key.map(|key| (KEY.to_owned(), key)).into_iter().collect(),
        )))
    }
}

/// The `{id}` of an address. One that is no id names nothing.
pub struct Which<T>(pub Id<T>);

impl<T, S: Send + Sync> FromRequestParts<S> for Which<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Which<T>, Failure> {
        Visit::from_request_parts(parts, state).await?.actor()?;
        let path = Path::<String>::from_request_parts(parts, state).await;
        let Path(id) = path.map_err(|_| Failure::NotFound)?;
        id.parse().map(Which).map_err(|_| Failure::NotFound)
    }
}

/// The `{id}` of an address and the id below it.
pub struct Below<T, U>(pub Id<T>, pub Id<U>);

impl<T, U, S: Send + Sync> FromRequestParts<S> for Below<T, U> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Below<T, U>, Failure> {
        Visit::from_request_parts(parts, state).await?.actor()?;
        let path = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((id, below)) = path.map_err(|_| Failure::NotFound)?;
        match (id.parse(), below.parse()) {
            (Ok(id), Ok(below)) => Ok(Below(id, below)),
            _ => Err(Failure::NotFound),
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(|value| value.split(';').next().unwrap_or("").trim().to_ascii_lowercase())
        .is_some_and(|value| {
            value == "application/json" || (value.starts_with("application/") && value.ends_with("+json"))
        })
}

fn key(headers: &HeaderMap, visit: &Visit) -> Result<Option<String>, Failure> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else {
        return Ok(None);
    };
    let text = value.to_str().ok().map(str::trim);
    match text.filter(|text| !text.is_empty() && text.len() <= 200) {
        Some(text) => Ok(Some(text.to_owned())),
        None => {
            let mut errors = Errors::new();
            errors.add(&visit.words, "Idempotency-Key", "errors-long", &[("longest", &200)]);
            Err(again(errors))
        }
    }
}

/// Fields that need another look.
pub fn again(errors: Errors) -> Failure {
    Failure::Form(String::new(), errors)
}

/// A text is a field, a list is a field several times, what stands inside an object has the object's name before it.
fn flatten(name: &str, value: &Value, fields: &mut Vec<(String, String)>) {
    let mut one = |text: String| fields.push((name.to_owned(), text));
    match value {
        Value::Null => {}
        Value::Bool(yes) => one(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => one(number.to_string()),
        Value::String(text) => one(text.clone()),
        Value::Array(values) => {
            for value in values {
                flatten(name, value, fields);
            }
        }
        Value::Object(values) => {
            for (inner, value) in values {
                let inner = if name.is_empty() {
                    inner.clone()
                } else {
                    format!("{name}-{inner}")
                };
                flatten(&inner, value, fields);
            }
        }
    }
}

/// What serde found, without a word of what was sent: its own messages quote values, and a value may be a name.
fn wrong(bytes: &[u8], error: &serde_json::Error, visit: &Visit) -> Failure {
    if error.classify() != Category::Data {
        return Failure::Malformed(error.line(), error.column());
    }
    let message = error.to_string();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let mut errors = Errors::new();
    match quoted.split_first() {
        Some((field, [])) if message.starts_with("unknown field") => {
            errors.add(&visit.words, &short(field), "errors-nothing", &[]);
        }
        Some((field, known)) if message.starts_with("unknown field") => {
            let codes = known.join(", ");
            errors.add(&visit.words, &short(field), "errors-unknown", &[("codes", &codes)]);
        }
        Some((field, _)) if message.starts_with("missing field") => {
            errors.add(&visit.words, field, "errors-needed", &[]);
        }
        _ => {
            let expected = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
            let kind = match expected.split_whitespace().nth(1).unwrap_or("") {
                "sequence" => "list",
                "boolean" => "truth",
                word if word.starts_with(['u', 'i']) => "number",
                "struct" | "map" => "object",
                _ => "text",
            };
            let field = last_name(bytes, error.line(), error.column());
            errors.add(&visit.words, &field, &format!("errors-kind-{kind}"), &[]);
        }
    }
    again(errors)
}

fn short(name: &str) -> String {
    name.chars().take(64).collect()
}

/// The last name before a place in the text: whose value could not be read.
fn last_name(bytes: &[u8], line: usize, column: usize) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut before = String::new();
    for (nth, content) in (1..).zip(text.lines()).take(line) {
        let whole = nth < line;
        before.extend(content.chars().take(if whole { usize::MAX } else { column }));
    }
    let names = before.rmatch_indices(':').filter_map(|(at, _)| {
        let name = before.get(..at)?.trim_end().strip_suffix('"')?;
        let (_, name) = name.rsplit_once('"')?;
        Some(name.to_owned())
    });
    names
        .into_iter()
        .find(|name| name.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_'))
        .unwrap_or_default()
}
