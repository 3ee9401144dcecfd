//! Referrals: sent, kept as a draft, read, and what each side does with one.
pub mod act;
pub mod show;

use super::{
    BASE,
    body::{Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_domain::case::Case;
use tiltas_kit::forms::referral as form;
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// A referral: exactly what goes, to whom, on which ground. Nothing goes that is not named in `fields`.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "to": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "urgency": "tonight", "services": ["shelter"], "ground": "consent", "hold": true, "told": true,
    "fields": ["spoken_name", "person", "language", "risk", "work", "health"],
    "words": "She can be with you at 03:00. Her wrist hurts."
}))]
pub struct SendReferral {
    /// To which provider, by id.
    pub to: String,
    /// `danger_now`, `tonight` or `ordinary`: it sets the clocks.
    pub urgency: String,
    /// What is asked for.
    pub services: Vec<String>,
    /// Exactly these fields go; the spoken name and what is asked for always do.
    pub fields: Vec<String>,
    /// `consent`, `vital_interest` or `child_protection`.
    pub ground: String,
    /// Why, where the ground asks for a reason.
    pub ground_reason: Option<String>,
    /// The last day on which the receiver may use it, such as 2026-11-18; the profile's where nothing is said.
    pub until: Option<String>,
    /// Whether a place is held until the answer is due.
    #[serde(default)]
    pub hold: bool,
    /// That what goes was looked at beside what stays, and she was told where her consent is the ground.
    #[serde(default)]
    pub told: bool,
    /// Words for the receiver.
    pub words: Option<String>,
    /// The draft that it was, by id.
    pub draft: Option<String>,
}

/// A draft: nothing goes anywhere.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"urgency": "ordinary", "services": ["legal_aid"], "words": "To be asked again tomorrow."}))]
pub struct DraftReferral {
    /// Perhaps to which provider.
    pub to: Option<String>,
    /// `danger_now`, `tonight` or `ordinary`.
    pub urgency: String,
    /// What is asked for.
    pub services: Vec<String>,
    /// Words for the receiver.
    pub words: Option<String>,
    /// The draft that it was, by id.
    pub draft: Option<String>,
}

/// Sends a referral: it, what goes with it, and the held place, all or nothing.
#[utoipa::path(post, path = "/cases/{id}/referrals", tag = "referral", params(("id" = String, Path, description = "The case")), request_body = SendReferral, responses((status = 201, description = "Sent", body = Created)))]
pub async fn send(visit: Visit, Which(case): Which<Case>, sent: Sent<SendReferral>) -> Result<Response, Failure> {
    let profile = visit.edge.app.profile();
    let command = form::parse_send(&sent.fields, &visit.words, profile, case, visit.now).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::referral::send(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/referrals/{id}"), id, receipt))
}

/// Keeps a draft of a referral.
#[utoipa::path(post, path = "/cases/{id}/referral-drafts", tag = "referral", params(("id" = String, Path, description = "The case")), request_body = DraftReferral, responses((status = 201, description = "Kept", body = Created)))]
pub async fn draft(visit: Visit, Which(case): Which<Case>, sent: Sent<DraftReferral>) -> Result<Response, Failure> {
    let command = form::parse_draft(&sent.fields, &visit.words, case).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::referral::draft(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{case}"), id, receipt))
}
