//! Referrals: sent, kept as a draft, read, and what each side does with one.
pub mod act;
pub mod list;
pub mod show;

use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::case::Case;
use tiltas_input::referral::{DraftReferral, SendReferral};
use tiltas_kit::{Failure, Visit};

/// Sends a referral: it, what goes with it, and the held place, all or nothing.
#[utoipa::path(post, path = "/cases/{id}/referrals", tag = "referral", params(("id" = String, Path, description = "The case")), request_body = SendReferral, responses((status = 201, description = "Sent", body = Created)))]
pub async fn send(visit: Visit, Which(case): Which<Case>, sent: Sent<SendReferral>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?.about(case);
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::referral::send(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/referrals/{id}"), id, receipt))
}

/// Keeps a draft of a referral.
#[utoipa::path(post, path = "/cases/{id}/referral-drafts", tag = "referral", params(("id" = String, Path, description = "The case")), request_body = DraftReferral, responses((status = 201, description = "Kept", body = Created)))]
pub async fn draft(visit: Visit, Which(case): Which<Case>, sent: Sent<DraftReferral>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?.about(case);
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::referral::draft(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{case}"), id, receipt))
}
