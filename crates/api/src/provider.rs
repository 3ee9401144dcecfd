//! The directory of providers: listed by those who run them, read by all. Never an address, a room or who lives there.
use super::{
    BASE,
    body::{Sent, Which, again},
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::{Deserialize, Serialize};
use tiltas_domain::{
    Id,
    case::Sex,
    organisation::Organisation,
    provider::{List, Offer, Service},
};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, LINE, Reader},
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// What a provider of one's own offers, and whom it fits. Sent again to `/providers/{id}/offers`, it changes the offer; places
/// are then left as they are.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Casa Liman, day rooms", "about": "Day centre for women and children", "duty_phone": "022 000 131",
    "sexes": ["woman"], "adults": true, "children": true, "with_child": true, "languages": ["ro", "uk"],
    "services": ["psychosocial"], "region": "Centre"
}))]
pub struct ListProvider {
    /// Its name.
    pub name: String,
    /// In a line, what it is.
    pub about: String,
    /// Rung at night.
    pub duty_phone: String,
    /// Whom it takes: `woman`, `man`, `other`.
    pub sexes: Vec<String>,
    /// Takes adults.
    #[serde(default)]
    pub adults: bool,
    /// Takes children who are alone.
    #[serde(default)]
    pub children: bool,
    /// Takes an adult with a child.
    #[serde(default)]
    pub with_child: bool,
    /// Languages spoken (ISO 639-1).
    #[serde(default)]
    pub languages: Vec<String>,
    /// `shelter`, `medical`, `legal_aid`, `psychosocial`, `interpretation`, `transport`, `social_assistance`,
    /// `case_management`.
    pub services: Vec<String>,
    /// The part of the country; never an address.
    pub region: String,
    /// Labels of its places: "2 B".
    #[serde(default)]
    pub places: Vec<String>,
}

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

fn parse(words: &Words, fields: &Fields, organisation: Id<Organisation>) -> Result<List, Errors> {
    let mut read = Reader::new(words, fields);
    let mut line = |field: &str| read.needed_text(field, LINE).map(str::to_owned);
    let (name, about, phone, region) = (line("name"), line("about"), line("duty_phone"), line("region"));
    let sexes = read.several("sexes", Sex::ALL, Sex::code);
    let services = read.several("services", Service::ALL, Service::code);
    let languages = read.languages("languages");
    let takes = ["adults", "children", "with_child"].map(|field| read.tick(field));
    let [adults, children, with_child] = takes;
    let places = fields.all("places").into_iter().filter(|label| !label.is_empty());
    let places = places.map(str::to_owned).collect();
    let command = name
        .zip(about)
        .zip(phone.zip(region))
        .map(|((name, about), (duty_phone, region))| List {
            offer: Offer {
                name,
                about,
                organisation,
                duty_phone,
                sexes,
                adults,
                children,
                with_child,
                languages,
                services,
                region,
            },
            places,
        });
    read.end(command)
}

/// Lists a provider of one's own with its places.
#[utoipa::path(post, path = "/providers", tag = "provider", request_body = ListProvider, responses((status = 201, description = "Listed", body = Created)))]
pub async fn list(visit: Visit, sent: Sent<ListProvider>) -> Result<Response, Failure> {
    let command = parse(&visit.words, &sent.fields, visit.actor()?.organisation).map_err(again)?;
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
    let command = parse(&visit.words, &sent.fields, visit.actor()?.organisation).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::provider::change(app, &context, id, &command.offer))
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
