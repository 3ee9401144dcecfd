//! Organisations and their people in functions.
use super::{
    BASE,
    body::Sent,
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_domain::{
    Id,
    organisation::{Function, Organisation as Registered},
};
use tiltas_input::organisation::RegisterOrganisation;
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// An organisation of the mechanism.
#[derive(Serialize, ToSchema)]
pub struct Organisation {
    /// Which.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
    /// Rung at night.
    pub duty_phone: Option<String>,
    /// Its territorial team.
    pub contact_point: Option<String>,
    /// Its functions.
    pub functions: Vec<OrganisationFunction>,
}

/// A function of an organisation.
#[derive(Serialize, ToSchema)]
pub struct OrganisationFunction {
    /// Which.
    pub id: String,
    /// How colleagues speak of it.
    pub title: String,
    /// What its people may do.
    pub role: &'static str,
    /// Rung for it; `null`: the organisation's duty phone.
    pub duty_phone: Option<String>,
    /// The function above it, by id.
    pub head: Option<String>,
}

impl From<&Function> for OrganisationFunction {
    fn from(function: &Function) -> OrganisationFunction {
        OrganisationFunction {
            id: function.id.to_string(),
            title: function.title.clone(),
            role: function.role.code(),
            duty_phone: function.duty_phone.clone(),
            head: function.head.map(|head| head.to_string()),
        }
    }
}

/// The functions of all organisations.
pub async fn functions(visit: &Visit) -> Result<Vec<(Id<Registered>, Function)>, Failure> {
    let context = visit.reading()?;
    visit
        .run(move |app| tiltas_app::organisation::functions(app, &context))
        .await
}

/// Registers an organisation.
#[utoipa::path(post, path = "/organisations", tag = "organisation", request_body = RegisterOrganisation, responses((status = 201, description = "Registered", body = Created)))]
pub async fn register(visit: Visit, sent: Sent<RegisterOrganisation>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::organisation::register(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/organisations"), id, receipt))
}

/// The directory of organisations.
#[utoipa::path(get, path = "/organisations", tag = "organisation", responses((status = 200, description = "All of them", body = Vec<Organisation>)))]
pub async fn list(visit: Visit) -> Result<Json<Vec<Organisation>>, Failure> {
    let context = visit.reading()?;
    let lines = visit
        .run(move |app| tiltas_app::organisation::directory(app, &context))
        .await?;
    let functions = functions(&visit).await?;
    let of = |id| functions.iter().filter(move |(of, _)| *of == id);
    let all = lines.into_iter().map(|line| Organisation {
        functions: of(line.organisation).map(|(_, function)| function.into()).collect(),
        id: line.organisation.to_string(),
        name: line.name,
        kind: line.kind.code(),
        duty_phone: line.duty_phone,
        contact_point: line.contact_point.map(|point| point.to_string()),
    });
    Ok(Json(all.collect()))
}
