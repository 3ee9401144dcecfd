//! What an organisation owes in a case, said to be done.
use super::{
    BASE,
    body::{Below, Keyed, Sent},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::{case::Case, task::Task};
use tiltas_input::task::TellChildProtection;
use tiltas_kit::{Failure, Visit};

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
    let authority = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::task::tell_child_protection(app, &context, id, task, authority))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), task, receipt))
}
