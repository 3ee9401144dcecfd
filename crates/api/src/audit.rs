//! Who looked at a case.
use super::{
    body::Which,
    reply::{codes, time},
};
use axum::Json;
use serde::Serialize;
use tiltas_domain::{audit::Result as Outcome, case::Case};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// One look: when, which organisation and role, what for. No officer's name.
#[derive(Serialize, ToSchema)]
pub struct Look {
    /// When.
    pub at: String,
    /// Which organisation.
    pub organisation: String,
    /// In which role.
    pub role: &'static str,
    /// What was done, as a code: `case.read`.
    pub action: String,
    /// `opened`, `listed`, `denied`, `refused` or `not_found`.
    pub outcome: &'static str,
    /// The fields that were opened.
    pub opened: Vec<&'static str>,
    /// The rule that denied or refused it.
    pub rule: Option<String>,
    /// The reason that was given.
    pub reason: Option<String>,
}

/// Who looked at a case, newest first.
#[utoipa::path(get, path = "/cases/{id}/audits", tag = "audit", params(("id" = String, Path, description = "The case")), responses((status = 200, description = "Who looked", body = Vec<Look>)))]
pub async fn list(visit: Visit, Which(id): Which<Case>) -> Result<Json<Vec<Look>>, Failure> {
    let context = visit.reading()?;
    let looked = visit
        .run(move |app| tiltas_app::audit::looked(app, &context, id))
        .await?;
    let looks = looked.lines.into_iter().map(|line| {
        let (outcome, rule) = match &line.outcome {
            Outcome::Opened(_) => ("opened", None),
            Outcome::Listed(_) => ("listed", None),
            Outcome::Denied(rule) => ("denied", Some(rule.clone())),
            Outcome::Refused(rule) => ("refused", Some(rule.clone())),
            Outcome::NotFound => ("not_found", None),
        };
        Look {
            at: time(line.at),
            opened: codes(tiltas_app::audit::opened(&line.outcome)),
            organisation: line.organisation,
            role: line.role.code(),
            action: line.action,
            outcome,
            rule,
            reason: line.reason,
        }
    });
    Ok(Json(looks.collect()))
}
