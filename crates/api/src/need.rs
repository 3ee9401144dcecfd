//! Needs: recorded, and how each ended.
use super::{
    BASE,
    body::{Below, Sent, Which},
    reply::{Created, Told, created, text},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_access::Action;
use tiltas_app::{case::file, need};
use tiltas_domain::{
    Field,
    case::Case,
    need::{End, Need as Needed, Needs},
};
use tiltas_input::need::{EndNeed, RecordNeed};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// A need of a case.
#[derive(Serialize, ToSchema)]
pub struct Need {
    /// Which.
    pub id: String,
    /// What.
    pub kind: &'static str,
    /// How pressing.
    pub pressing: &'static str,
    /// In words.
    pub words: Told<String>,
    /// `met`, `unmet` or `withdrawn`; `null` while it waits.
    pub end: Option<&'static str>,
    /// The organisation that met it.
    pub met_by: Option<String>,
    /// Why it is unmet.
    pub because: Option<&'static str>,
}

/// The needs of a case, as far as this token's role may know them.
#[utoipa::path(get, path = "/cases/{id}/needs", tag = "need", params(("id" = String, Path, description = "The case")), responses((status = 200, description = "The needs", body = Vec<Need>)))]
pub async fn list(visit: Visit, Which(id): Which<Case>) -> Result<Json<Vec<Need>>, Failure> {
    let context = visit.reading()?;
    let file = visit
        .run(move |app| file::form(app, &context, id, Action::ReadCase, &[Field::Work]))
        .await?;
    let needs = file.kept.needs.into_iter().map(|line| Need {
        id: line.id.to_string(),
        kind: line.kind.code(),
        pressing: line.pressing.code(),
        words: text(&visit.words, &line.words),
        end: line.end.map(|end| end.ended().code()),
        met_by: line.met_by,
        because: match line.end {
            Some(End::Unmet(because)) => Some(because.code()),
            _ => None,
        },
    });
    Ok(Json(needs.collect()))
}

/// Records a need.
#[utoipa::path(post, path = "/cases/{id}/needs", tag = "need", params(("id" = String, Path, description = "The case")), request_body = RecordNeed, responses((status = 201, description = "Recorded", body = Created)))]
pub async fn record(visit: Visit, Which(id): Which<Case>, sent: Sent<RecordNeed>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (need, receipt) = visit
        .run(move |app| {
            let receipt = need::record(app, &context, id, &command)?;
            Ok((receipt.inside::<Needs, Needed>()?, receipt))
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}/needs"), need, receipt))
}

/// Says how a need ended.
#[utoipa::path(post, path = "/cases/{id}/needs/{need}/ends", tag = "need", params(("id" = String, Path, description = "The case"), ("need" = String, Path, description = "The need")), request_body = EndNeed, responses((status = 201, description = "Ended", body = Created)))]
pub async fn end(
    visit: Visit,
    Below(id, which): Below<Case, Needed>,
    sent: Sent<EndNeed>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| need::end(app, &context, id, which, command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}/needs"), which, receipt))
}
