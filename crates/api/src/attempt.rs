//! Contact attempts: who was rung about a delay, and what came of it.
use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::{attempt::About, referral::Referral, task::Task};
use tiltas_input::attempt::NoteAttempt;
use tiltas_kit::{Failure, Visit};

/// Notes that somebody was rung about a task.
#[utoipa::path(post, path = "/tasks/{id}/attempts", tag = "attempt", params(("id" = String, Path, description = "The task")), request_body = NoteAttempt, responses((status = 201, description = "Noted", body = Created)))]
pub async fn of_task(visit: Visit, Which(id): Which<Task>, sent: Sent<NoteAttempt>) -> Result<Response, Failure> {
    note(visit, About::Task(id), sent).await
}

/// Notes that somebody was rung about a referral.
#[utoipa::path(post, path = "/referrals/{id}/attempts", tag = "attempt", params(("id" = String, Path, description = "The referral")), request_body = NoteAttempt, responses((status = 201, description = "Noted", body = Created)))]
pub async fn of_referral(
    visit: Visit,
    Which(id): Which<Referral>,
    sent: Sent<NoteAttempt>,
) -> Result<Response, Failure> {
    note(visit, About::Referral(id), sent).await
}

async fn note(visit: Visit, about: About, sent: Sent<NoteAttempt>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (attempt, receipt) = visit
        .run(move |app| tiltas_app::attempt::note(app, &context, about, &command))
        .await?;
    Ok(created(format!("{BASE}/today"), attempt, receipt))
}
