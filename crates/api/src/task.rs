//! Tasks: written, done, no longer needed; the notice of a child says whom it told.
use super::{
    BASE,
    body::{Sent, Which, told},
    organisation::functions,
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::{
    case::Case,
    task::{Task, Write},
};
use tiltas_input::task::{CancelTask, Doers, FinishTask, TellChildProtection, WriteTask};
use tiltas_kit::{Failure, Visit};

/// The task, where whoever is to do it can.
async fn written(visit: &Visit, sent: &Sent<WriteTask>) -> Result<Write, Failure> {
    let command = sent.command(visit)?;
    if command.function.is_some() || command.organisation.is_some() {
        let own = visit.actor()?.organisation;
        let context = visit.reading()?;
        let lines = visit
            .run(move |app| tiltas_app::organisation::task_doers(app, &context))
            .await?;
        let doers = Doers {
            organisations: lines.into_iter().map(|line| (line.organisation, line.name)).collect(),
            functions: functions(visit).await?,
        };
        let checked = doers.check(&command, own, |id, name| format!("{id} ({name})"));
        checked.map_err(|wrong| told(visit, &wrong))?;
    }
    Ok(command)
}

/// Writes a task.
#[utoipa::path(post, path = "/cases/{id}/tasks", tag = "task", params(("id" = String, Path, description = "The case")), request_body = WriteTask, responses((status = 201, description = "Written", body = Created)))]
pub async fn write(visit: Visit, Which(id): Which<Case>, sent: Sent<WriteTask>) -> Result<Response, Failure> {
    let command = written(&visit, &sent).await?;
    let context = visit.context(&sent.fields)?;
    let (task, receipt) = visit
        .run(move |app| tiltas_app::task::write(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), task, receipt))
}

/// Writes a task about no case: `kind` is `written`.
#[utoipa::path(post, path = "/tasks", tag = "task", request_body = WriteTask, responses((status = 201, description = "Written", body = Created)))]
pub async fn write_alone(visit: Visit, sent: Sent<WriteTask>) -> Result<Response, Failure> {
    let command = written(&visit, &sent).await?;
    let context = visit.context(&sent.fields)?;
    let (task, receipt) = visit
        .run(move |app| tiltas_app::task::write(app, &context, None, &command))
        .await?;
    Ok(created(format!("{BASE}/today"), task, receipt))
}

/// Says that a task is done.
#[utoipa::path(post, path = "/tasks/{id}/completions", tag = "task", params(("id" = String, Path, description = "The task")), request_body = FinishTask, responses((status = 201, description = "Done", body = Created)))]
pub async fn finish(visit: Visit, Which(id): Which<Task>, sent: Sent<FinishTask>) -> Result<Response, Failure> {
    let note = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::task::finish(app, &context, id, note.as_ref()))
        .await?;
    Ok(created(format!("{BASE}/today"), id, receipt))
}

/// Says that a task is no longer needed.
#[utoipa::path(post, path = "/tasks/{id}/cancellations", tag = "task", params(("id" = String, Path, description = "The task")), request_body = CancelTask, responses((status = 201, description = "Cancelled", body = Created)))]
pub async fn cancel(visit: Visit, Which(id): Which<Task>, sent: Sent<CancelTask>) -> Result<Response, Failure> {
    let note = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::task::cancel(app, &context, id, &note))
        .await?;
    Ok(created(format!("{BASE}/today"), id, receipt))
}

/// Tells the child-protection authority, which takes part from now on.
#[utoipa::path(post, path = "/tasks/{id}/child-notices", tag = "task", params(("id" = String, Path, description = "The task")), request_body = TellChildProtection, responses((status = 201, description = "Told", body = Created)))]
pub async fn tell_child_protection(
    visit: Visit,
    Which(id): Which<Task>,
    sent: Sent<TellChildProtection>,
) -> Result<Response, Failure> {
    let authority = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::task::tell_child_protection(app, &context, id, authority))
        .await?;
    Ok(created(format!("{BASE}/today"), id, receipt))
}
