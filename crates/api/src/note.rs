//! Notes: added, never overwritten.
use super::{
    BASE,
    body::{Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_domain::{case::Case, content::NoteText, context::Draw, note::Add, note::Note};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, Reader, TEXT},
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// A note, or an addition to one.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "She wants to ring her sister before she decides.", "her_words": false}))]
pub struct AddNote {
    /// What. Written as if she stood behind the screen: by right she will read it.
    pub text: String,
    /// As she said it, word for word.
    #[serde(default)]
    pub her_words: bool,
    /// The note it adds to.
    pub adds_to: Option<String>,
}

fn parse(words: &Words, fields: &Fields) -> Result<Add, Errors> {
    let mut read = Reader::new(words, fields);
    let text: Option<NoteText> = read.told("text", TEXT);
    if text.is_none() {
        read.wrong("text", "errors-needed", &[]);
    }
    let (adds_to, her_words) = (read.id("adds_to"), read.tick("her_words"));
    read.end(text.map(|text| Add {
        adds_to,
        her_words,
        text,
    }))
}

/// Adds a note.
#[utoipa::path(post, path = "/cases/{id}/notes", tag = "note", params(("id" = String, Path, description = "The case")), request_body = AddNote, responses((status = 201, description = "Added", body = Created)))]
pub async fn add(visit: Visit, Which(id): Which<Case>, sent: Sent<AddNote>) -> Result<Response, Failure> {
    let command = parse(&visit.words, &sent.fields).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let note = context.part::<Note>(Draw::Note, 0);
    let receipt = visit
        .run(move |app| tiltas_app::note::add(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), note, receipt))
}
