//! What an organisation owes in a case, said to be done.
use super::{
    BASE,
    body::{Below, Keyed, Sent, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_domain::{case::Case, organisation::Organisation, task::Task};
use tiltas_kit::{Failure, Visit, forms::Reader};
use utoipa::ToSchema;

/// Which authority was told.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"authority": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct TellChildProtection {
    /// The child-protection authority, by id.
    pub authority: String,
}

/// Says that a task is done.
#[utoipa::path(post, path = "/cases/{id}/tasks/{task}/completions", tag = "task", params(("id" = String, Path, description = "The case"), ("task" = String, Path, description = "The task")), responses((status = 201, description = "Done", body = Created)))]
pub async fn finish(visit: Visit, Below(id, task): Below<Case, Task>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let receipt = visit
        .run(move |app| tiltas_app::task::finish(app, &context, id, task))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), task, receipt))
}

/// Tells the child-protection authority, which takes part from now on.
#[utoipa::path(post, path = "/cases/{id}/tasks/{task}/child-notices", tag = "task", params(("id" = String, Path, description = "The case"), ("task" = String, Path, description = "The task")), request_body = TellChildProtection, responses((status = 201, description = "Told", body = Created)))]
pub async fn tell_child_protection(
    visit: Visit,
    Below(id, task): Below<Case, Task>,
    sent: Sent<TellChildProtection>,
) -> Result<Response, Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let authority = read.needed_id::<Organisation>("authority");
    let authority = read.end(authority).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::task::tell_child_protection(app, &context, id, task, authority))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), task, receipt))
}
