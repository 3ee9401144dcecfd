//! The directory of providers: listed by those who run them, read by all. Never an address, a room or who lives there.
use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_domain::{case::Sex, provider::Service};
use tiltas_input::provider::ListProvider;
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// A provider, with its free places now.
#[derive(Serialize, ToSchema)]
pub struct Provider {
    /// Which.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In a line, what it is.
    pub about: String,
    /// Who runs it.
    pub organisation: String,
    /// Rung at night.
    pub duty_phone: String,
    /// Whom it takes.
    pub sexes: Vec<&'static str>,
    /// Takes adults.
    pub adults: bool,
    /// Takes children who are alone.
    pub children: bool,
    /// Takes an adult with a child.
    pub with_child: bool,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// What it gives.
    pub services: Vec<&'static str>,
    /// The part of the country.
    pub region: String,
    /// How many places are in use.
    pub places: usize,
    /// How many of them nobody has or holds now.
    pub free: usize,
    /// How many are held now.
    pub held: usize,
}

/// Lists a provider of one's own with its places.
#[utoipa::path(post, path = "/providers", tag = "provider", request_body = ListProvider, responses((status = 201, description = "Listed", body = Created)))]
pub async fn list(visit: Visit, sent: Sent<ListProvider>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?.run_by(visit.actor()?.organisation);
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::provider::list(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/providers/{id}"), id, receipt))
}

/// Changes what a provider of one's own offers.
#[utoipa::path(post, path = "/providers/{id}/offers", tag = "provider", params(("id" = String, Path, description = "The provider")), request_body = ListProvider, responses((status = 201, description = "Changed", body = Created)))]
pub async fn change(
    visit: Visit,
    Which(id): Which<tiltas_domain::provider::Provider>,
    sent: Sent<ListProvider>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?.run_by(visit.actor()?.organisation);
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::provider::change(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/providers/{id}"), id, receipt))
}

/// The directory of providers.
#[utoipa::path(get, path = "/providers", tag = "provider", responses((status = 200, description = "All of them", body = Vec<Provider>)))]
pub async fn all(visit: Visit) -> Result<Json<Vec<Provider>>, Failure> {
    let context = visit.reading()?;
    let lines = visit
        .run(move |app| tiltas_app::provider::directory(app, &context))
        .await?;
    Ok(Json(lines.into_iter().map(provider).collect()))
}

/// One provider.
#[utoipa::path(get, path = "/providers/{id}", tag = "provider", params(("id" = String, Path, description = "The provider")), responses((status = 200, description = "The provider", body = Provider)))]
pub async fn show(
    visit: Visit,
    Which(id): Which<tiltas_domain::provider::Provider>,
) -> Result<Json<Provider>, Failure> {
    let context = visit.reading()?;
    let line = visit
        .run(move |app| tiltas_app::provider::one(app, &context, id))
        .await?;
    Ok(Json(provider(line)))
}

/// A line of the directory.
pub(super) fn provider(line: tiltas_app::provider::Line) -> Provider {
    let offer = line.offer;
    Provider {
        id: line.provider.to_string(),
        name: offer.name,
        about: offer.about,
        organisation: offer.organisation.to_string(),
        duty_phone: offer.duty_phone,
        sexes: offer.sexes.into_iter().map(Sex::code).collect(),
        adults: offer.adults,
        children: offer.children,
        with_child: offer.with_child,
        languages: offer.languages,
        services: offer.services.into_iter().map(Service::code).collect(),
        region: offer.region,
        places: line.places,
        free: line.free,
        held: line.held,
    }
}
