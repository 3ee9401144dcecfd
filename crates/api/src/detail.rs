//! What she told: written once, corrected without overwriting, opened for a reason.
use super::{
    BASE,
    body::{Below, Sent, Which, again},
    reply::{Created, Told, created, text},
};
use axum::{Json, response::Response};
use serde::{Deserialize, Serialize};
use tiltas_app::case::file::Value;
use tiltas_domain::{
    Field, Id, Sensitive,
    case::Case,
    content::{BirthDate, DocumentNumber, HealthNote, PersonName, Phone, Whereabouts},
    context::Draw,
    detail::{Correct, Detail, Name, NameConfidence, NameKind, script_of},
};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, LINE, Reader, TEXT},
};
use tiltas_words::Words;
use utoipa::ToSchema;

const FIELDS: [Field; 6] = [
    Field::Name,
    Field::BirthDate,
    Field::Document,
    Field::Phone,
    Field::Whereabouts,
    Field::Health,
];

/// One thing that she told or that was seen.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"field": "phone", "value": "069 000 001"}))]
pub struct TellDetail {
    /// `name`, `birth_date`, `document`, `phone`, `whereabouts` or `health`.
    pub field: String,
    /// What. A birth date is as precise as it is known: `1998`, `1998-05` or `1998-05-17`.
    pub value: String,
    /// Of a name: `own`, `document`, `alias` or `by_others`.
    pub name_kind: Option<String>,
    /// Of a name: `sure`, `heard` or `doubtful`.
    pub name_confidence: Option<String>,
    /// Of a paper: whether it may be false, one of the five answers.
    pub false_paper: Option<String>,
}

/// What is right, and what it replaces. The old value stays, sealed; those who hold it are asked to drop it.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"replaces": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "field": "health", "value": "Her left wrist hurts"}))]
pub struct CorrectDetail {
    /// The detail that was wrong.
    pub replaces: String,
    /// As in telling.
    pub field: String,
    /// What is right.
    pub value: String,
    /// Of a name.
    pub name_kind: Option<String>,
    /// Of a name.
    pub name_confidence: Option<String>,
    /// Of a paper.
    pub false_paper: Option<String>,
}

/// Why something sealed is opened. The reason is kept, and the opening is seen by those who lead the case.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The hospital asks for the name on her paper."}))]
pub struct OpenSealed {
    /// In words.
    pub reason: String,
}

/// One of her names, opened.
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

fn parse(read: &mut Reader<'_>) -> Option<Detail> {
    let field = read.needed("field", &FIELDS, Field::code)?;
    let long = if field == Field::Health { TEXT } else { LINE };
    let typed = read.needed_text("value", long)?.to_owned();
    let kind = read.choice("name_kind", NameKind::ALL, NameKind::code);
    let confidence = read.choice("name_confidence", NameConfidence::ALL, NameConfidence::code);
    let false_paper = read.answer("false_paper");
    Some(match field {
        Field::Name => Detail::Name(Name {
            kind: kind.unwrap_or(NameKind::Own),
            confidence: confidence.unwrap_or(NameConfidence::Heard),
            script: script_of(&typed),
            name: PersonName::wrap(typed).into(),
        }),
        Field::BirthDate => Detail::BirthDate(BirthDate::wrap(typed).into()),
        Field::Document => Detail::Document(DocumentNumber::wrap(typed).into(), false_paper),
        Field::Phone => Detail::Phone(Phone::wrap(typed).into()),
        Field::Whereabouts => Detail::Whereabouts(Whereabouts::wrap(typed).into()),
        _ => Detail::Health(HealthNote::wrap(typed).into()),
    })
}

fn told(words: &Words, fields: &Fields) -> Result<Detail, Errors> {
    let mut read = Reader::new(words, fields);
    let detail = parse(&mut read);
    read.end(detail)
}

fn corrected(words: &Words, fields: &Fields) -> Result<Correct, Errors> {
    let mut read = Reader::new(words, fields);
    let replaces: Option<Id<Detail>> = read.needed_id("replaces");
    let value = parse(&mut read);
    read.end(replaces.zip(value).map(|(replaces, value)| Correct { replaces, value }))
}

fn reason(words: &Words, fields: &Fields) -> Result<String, Errors> {
    let mut read = Reader::new(words, fields);
    let reason = read.needed_text("reason", LINE).map(str::to_owned);
    read.end(reason)
}

/// Writes down what she told.
#[utoipa::path(post, path = "/cases/{id}/details", tag = "detail", params(("id" = String, Path, description = "The case")), request_body = TellDetail, responses((status = 201, description = "Written", body = Created)))]
pub async fn tell(visit: Visit, Which(id): Which<Case>, sent: Sent<TellDetail>) -> Result<Response, Failure> {
    let value = told(&visit.words, &sent.fields).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let detail = context.part::<Detail>(Draw::Detail, 0);
    let receipt = visit
        .run(move |app| tiltas_app::detail::tell(app, &context, id, &value))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), detail, receipt))
}

/// Corrects a value.
#[utoipa::path(post, path = "/cases/{id}/corrections", tag = "detail", params(("id" = String, Path, description = "The case")), request_body = CorrectDetail, responses((status = 201, description = "Corrected", body = Created)))]
pub async fn correct(visit: Visit, Which(id): Which<Case>, sent: Sent<CorrectDetail>) -> Result<Response, Failure> {
    let command = corrected(&visit.words, &sent.fields).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let detail = context.part::<Detail>(Draw::Detail, 0);
    let receipt = visit
        .run(move |app| tiltas_app::detail::correct(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), detail, receipt))
}

/// Opens her names for a reason.
#[utoipa::path(post, path = "/cases/{id}/name-openings", tag = "detail", params(("id" = String, Path, description = "The case")), request_body = OpenSealed, responses((status = 200, description = "Opened", body = Vec<OpenedName>)))]
pub async fn open_names(
    visit: Visit,
    Which(id): Which<Case>,
    sent: Sent<OpenSealed>,
) -> Result<Json<Vec<OpenedName>>, Failure> {
    let reason = reason(&visit.words, &sent.fields).map_err(again)?;
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
    let reason = reason(&visit.words, &sent.fields).map_err(again)?;
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
