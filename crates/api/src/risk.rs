//! Risk and safety, assessed with the person.
use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::case::Case;
use tiltas_input::risk::AssessRisk;
use tiltas_kit::{Failure, Visit};

/// Keeps a risk assessment.
#[utoipa::path(post, path = "/cases/{id}/risks", tag = "risk", params(("id" = String, Path, description = "The case")), request_body = AssessRisk, responses((status = 201, description = "Kept", body = Created)))]
pub async fn assess(visit: Visit, Which(id): Which<Case>, sent: Sent<AssessRisk>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::risk::assess(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}
