//! Notes: added, never overwritten.
use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::{
    case::Case,
    note::{Note, Notes},
};
use tiltas_input::note::AddNote;
use tiltas_kit::{Failure, Visit};

/// Adds a note.
#[utoipa::path(post, path = "/cases/{id}/notes", tag = "note", params(("id" = String, Path, description = "The case")), request_body = AddNote, responses((status = 201, description = "Added", body = Created)))]
pub async fn add(visit: Visit, Which(id): Which<Case>, sent: Sent<AddNote>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (note, receipt) = visit
        .run(move |app| {
            let receipt = tiltas_app::note::add(app, &context, id, &command)?;
            Ok((receipt.inside::<Notes, Note>()?, receipt))
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), note, receipt))
}
