//! The person's own say: recorded, taken back.
use super::{
    BASE,
    body::{Below, Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::{case::Case, consent::Consent};
use tiltas_input::consent::{RecordConsent, WithdrawConsent};
use tiltas_kit::{Failure, Visit};

/// Records what the person said.
#[utoipa::path(post, path = "/cases/{id}/consents", tag = "consent", params(("id" = String, Path, description = "The case")), request_body = RecordConsent, responses((status = 201, description = "Recorded", body = Created)))]
pub async fn record(visit: Visit, Which(id): Which<Case>, sent: Sent<RecordConsent>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (say, receipt) = visit
        .run(move |app| {
            let receipt = tiltas_app::consent::record(app, &context, id, &[command])?;
            Ok((receipt.inside::<Case, Consent>()?, receipt))
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), say, receipt))
}

/// Withdraws a consent: what rests on it ends, and everyone who has it is asked to remove it and to say so.
#[utoipa::path(post, path = "/cases/{id}/consents/{say}/withdrawals", tag = "consent", params(("id" = String, Path, description = "The case"), ("say" = String, Path, description = "The consent")), request_body = WithdrawConsent, responses((status = 201, description = "Withdrawn", body = Created)))]
pub async fn withdraw(
    visit: Visit,
    Below(id, say): Below<Case, Consent>,
    sent: Sent<WithdrawConsent>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?.of(say);
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::consent::withdraw(app, &context, id, command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), say, receipt))
}
