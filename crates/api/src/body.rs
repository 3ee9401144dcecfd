//! What a program sends: one JSON object, read into the struct of its command. Whoever calls is asked for first: nobody's
//! body is read.
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tiltas_domain::Id;
use tiltas_input::{Input, Malformed, of_json};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, KEY},
};

/// The header by which a repeated request is recognised.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// A body of kind `B`: no field is taken that it does not have.
pub struct Sent<B> {
    /// What was sent.
    pub body: B,
    /// What recognises a repetition: the request's key, and the body whatever the order of its fields.
    pub fields: Fields,
}

impl<B: Input> Sent<B> {
    /// The command, or the fields that need another look.
    pub fn command(&self, visit: &Visit) -> Result<B::Command, Failure> {
        self.body.command(&visit.at()).map_err(|wrong| told(visit, &wrong))
    }
}

/// The fields that need another look, in words for a program.
pub fn told(visit: &Visit, wrong: &tiltas_input::Errors) -> Failure {
    again(Errors::of_program(&visit.words, wrong))
}

impl<B: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<B> {
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
        let body: B = of_json(&bytes).map_err(|malformed| match malformed {
            Malformed::Syntax(line, column) => Failure::Malformed(line, column),
            Malformed::Field(wrong) => told(&visit, &wrong),
        })?;
        // Names in their order: two clients may order the same object differently.
        let same: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        let fields = Fields(vec![("body".to_owned(), same.to_string())]);
        let fields = match key {
            Some(key) => fields.with(KEY, key),
            None => fields,
        };
        Ok(Sent { body, fields })
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
            errors.add("Idempotency-Key", "errors-long", visit.words.errors_long(200));
            Err(again(errors))
        }
    }
}

/// Fields that need another look.
pub fn again(errors: Errors) -> Failure {
    Failure::Form(String::new(), errors)
}
