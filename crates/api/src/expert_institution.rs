//! Institutions whose experts teach, and what they gave.
use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_app::expert_institution as app;
use tiltas_domain::expert_institution::{Content, ExpertInstitution as Known};
use tiltas_input::expert_institution::{ContributeExpertInstitution, WriteExpertInstitution};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// An institution whose experts teach.
#[derive(Serialize, ToSchema)]
pub struct ExpertInstitution {
    /// Which.
    pub id: String,
    /// Its country (ISO 3166-1).
    pub country: String,
    /// Its name; `null` where the source does not name it.
    pub name: Option<String>,
    /// What its experts know, as far as the source tells.
    pub fields: Vec<&'static str>,
    /// In which languages they work, as far as the source tells.
    pub languages: Vec<String>,
    /// What the source says of it.
    pub said: Option<String>,
    /// The page it was read on.
    pub page: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// One with what it gave.
#[derive(Serialize, ToSchema)]
pub struct ExpertInstitutionShown {
    /// What is known of it.
    pub known: ExpertInstitution,
    /// What it gave: `practice:` or `recommendation:` and its id.
    pub gave: Vec<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

fn known(id: String, content: Content) -> ExpertInstitution {
    ExpertInstitution {
        id,
        country: content.country,
        name: content.name,
        fields: content.fields.iter().map(|field| field.code()).collect(),
        languages: content.languages,
        said: content.said,
        page: content.page,
        example: content.example,
    }
}

/// All of them, by country.
#[utoipa::path(get, path = "/experts", tag = "expert_institution", responses((status = 200, description = "All of them", body = Vec<ExpertInstitution>)))]
pub async fn list(visit: Visit) -> Result<Json<Vec<ExpertInstitution>>, Failure> {
    let context = visit.reading()?;
    let lines = visit.run(move |app| app::list(app, &context)).await?;
    let lines = lines.into_iter();
    Ok(Json(
        lines.map(|line| known(line.id.to_string(), line.content)).collect(),
    ))
}

/// One with what it gave.
#[utoipa::path(get, path = "/experts/{id}", tag = "expert_institution", params(("id" = String, Path, description = "The institution")), responses((status = 200, description = "The institution", body = ExpertInstitutionShown)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<ExpertInstitutionShown>, Failure> {
    let context = visit.reading()?;
    let shown = visit.run(move |app| app::show(app, &context, id)).await?;
    Ok(Json(ExpertInstitutionShown {
        known: known(id.to_string(), shown.of.content),
        gave: shown.gave.iter().map(|gave| gave.to.stream().to_string()).collect(),
        may: shown.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Registers one.
#[utoipa::path(post, path = "/experts", tag = "expert_institution", request_body = WriteExpertInstitution, responses((status = 201, description = "Registered", body = Created)))]
pub async fn register(visit: Visit, sent: Sent<WriteExpertInstitution>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::register(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/experts/{id}"), id, receipt))
}

/// Changes what is known of it.
#[utoipa::path(post, path = "/experts/{id}/changes", tag = "expert_institution", params(("id" = String, Path, description = "The institution")), request_body = WriteExpertInstitution, responses((status = 201, description = "Done", body = Created)))]
pub async fn change(
    visit: Visit,
    Which(id): Which<Known>,
    sent: Sent<WriteExpertInstitution>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit.run(move |app| app::change(app, &context, id, &command)).await?;
    Ok(created(format!("{BASE}/experts/{id}"), id, receipt))
}

/// Notes what it gave.
#[utoipa::path(post, path = "/experts/{id}/contributions", tag = "expert_institution", params(("id" = String, Path, description = "The institution")), request_body = ContributeExpertInstitution, responses((status = 201, description = "Done", body = Created)))]
pub async fn contribute(
    visit: Visit,
    Which(id): Which<Known>,
    sent: Sent<ContributeExpertInstitution>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| app::contribute(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/experts/{id}"), id, receipt))
}
