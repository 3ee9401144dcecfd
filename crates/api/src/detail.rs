//! What the person told: written once, corrected without overwriting, opened for a reason.
use super::{
    BASE,
    body::{Below, Sent, Which},
    reply::{Created, Told, created, text},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_app::case::file::Value;
use tiltas_domain::{
    case::Case,
    detail::{Detail, Details},
};
use tiltas_input::detail::{CorrectDetail, OpenSealed, TellDetail};
use tiltas_kit::{Failure, Visit};
use tiltas_words::Words;
use utoipa::ToSchema;

/// One of the person's names, opened.
#[derive(Serialize, ToSchema)]
pub struct OpenedName {
    /// `own`, `document`, `alias` or `by_others`.
    pub kind: String,
    /// `sure`, `heard` or `doubtful`.
    pub confidence: String,
    /// The name.
    pub name: Told<String>,
}

/// A value, opened.
#[derive(Serialize, ToSchema)]
pub struct OpenedValue {
    /// What it was.
    pub value: Told<String>,
}

/// Writes down what the person told.
#[utoipa::path(post, path = "/cases/{id}/details", tag = "detail", params(("id" = String, Path, description = "The case")), request_body = TellDetail, responses((status = 201, description = "Written", body = Created)))]
pub async fn tell(visit: Visit, Which(id): Which<Case>, sent: Sent<TellDetail>) -> Result<Response, Failure> {
    let value = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (detail, receipt) = visit
        .run(move |app| {
            let receipt = tiltas_app::detail::tell(app, &context, id, &value)?;
            Ok((receipt.inside::<Details, Detail>()?, receipt))
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), detail, receipt))
}

/// Corrects a value.
#[utoipa::path(post, path = "/cases/{id}/corrections", tag = "detail", params(("id" = String, Path, description = "The case")), request_body = CorrectDetail, responses((status = 201, description = "Corrected", body = Created)))]
pub async fn correct(visit: Visit, Which(id): Which<Case>, sent: Sent<CorrectDetail>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (detail, receipt) = visit
        .run(move |app| {
            let receipt = tiltas_app::detail::correct(app, &context, id, &command)?;
            Ok((receipt.inside::<Details, Detail>()?, receipt))
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), detail, receipt))
}

/// Opens the person's names for a reason.
#[utoipa::path(post, path = "/cases/{id}/name-openings", tag = "detail", params(("id" = String, Path, description = "The case")), request_body = OpenSealed, responses((status = 200, description = "Opened", body = Vec<OpenedName>)))]
pub async fn open_names(
    visit: Visit,
    Which(id): Which<Case>,
    sent: Sent<OpenSealed>,
) -> Result<Json<Vec<OpenedName>>, Failure> {
    let reason = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let names = visit
        .run(move |app| tiltas_app::detail::open_names(app, &context, id, &reason))
        .await?;
    let names = names.names.into_iter().map(|(name, shown)| OpenedName {
        kind: name.kind.code().to_owned(),
        confidence: name.confidence.code().to_owned(),
        name: text(&visit.words, &shown),
    });
    Ok(Json(names.collect()))
}

/// Opens a value that was corrected, for a reason.
#[utoipa::path(post, path = "/cases/{id}/details/{detail}/openings", tag = "detail", params(("id" = String, Path, description = "The case"), ("detail" = String, Path, description = "The value that was corrected")), request_body = OpenSealed, responses((status = 200, description = "Opened", body = OpenedValue)))]
pub async fn open_replaced(
    visit: Visit,
    Below(id, detail): Below<Case, Detail>,
    sent: Sent<OpenSealed>,
) -> Result<Json<OpenedValue>, Failure> {
    let reason = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let value = visit
        .run(move |app| tiltas_app::detail::open_replaced(app, &context, id, detail, &reason))
        .await?;
    Ok(Json(OpenedValue {
        value: shown(&visit.words, &value),
    }))
}

/// A told thing, as the reader may see it.
pub fn shown(words: &Words, value: &Value) -> Told<String> {
    match value {
        Value::Name(_, value) => text(words, value),
        Value::BirthDate(value) => text(words, value),
        Value::Document(value, _) => text(words, value),
        Value::Phone(value) => text(words, value),
        Value::Whereabouts(value) => text(words, value),
        Value::Health(value) => text(words, value),
    }
}
