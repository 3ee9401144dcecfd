//! Organisations and their people in functions.
use super::{
    BASE,
    body::{Sent, again},
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::{Deserialize, Serialize};
use tiltas_domain::{
    Role,
    organisation::{OrganisationKind, Register},
};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, LINE, Reader},
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// An organisation joins the mechanism, with its first person; the national unit registers it.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Casa Nouă", "kind": "shelter", "duty_phone": "022 000 199", "role": "provider", "function": "Night coordinator"}))]
pub struct RegisterOrganisation {
    /// Its name.
    pub name: String,
    /// `border_police`, `labour_inspectorate`, `hotline`, `ngo`, `shelter`, `police`, `territorial_team`, `child_protection`,
    /// `national_unit` or `service`.
    pub kind: String,
    /// Rung at night.
    pub duty_phone: Option<String>,
    /// The territorial team to which silence climbs, by id.
    pub contact_point: Option<String>,
    /// What its first person may do, as a role.
    pub role: String,
    /// How colleagues speak of the function, without a name.
    pub function: String,
    /// Where "something waits" is sent.
    pub mail: Option<String>,
}

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
}

fn parse(words: &Words, fields: &Fields) -> Result<Register, Errors> {
    let mut read = Reader::new(words, fields);
    let name = read.needed_text("name", LINE);
    let kind = read.needed("kind", OrganisationKind::ALL, OrganisationKind::code);
    let role = read.needed("role", Role::ALL, Role::code);
    let function = read.needed_text("function", LINE);
    let (duty_phone, mail) = (read.text("duty_phone", LINE), read.text("mail", LINE));
    let contact_point = read.id("contact_point");
    let command = name
        .zip(kind)
        .zip(role.zip(function))
        .map(|((name, kind), (role, function))| Register {
            name: name.to_owned(),
            kind,
            duty_phone: duty_phone.map(str::to_owned),
            contact_point,
            members: vec![(role, function.to_owned(), mail.map(str::to_owned))],
        });
    read.end(command)
}

/// Registers an organisation.
#[utoipa::path(post, path = "/organisations", tag = "organisation", request_body = RegisterOrganisation, responses((status = 201, description = "Registered", body = Created)))]
pub async fn register(visit: Visit, sent: Sent<RegisterOrganisation>) -> Result<Response, Failure> {
    let command = parse(&visit.words, &sent.fields).map_err(again)?;
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
    let all = lines.into_iter().map(|line| Organisation {
        id: line.organisation.to_string(),
        name: line.name,
        kind: line.kind.code(),
        duty_phone: line.duty_phone,
        contact_point: line.contact_point.map(|point| point.to_string()),
    });
    Ok(Json(all.collect()))
}
