//! Places and holds of one's own houses.
use super::{
    BASE,
    body::{Sent, again},
    reply::{Created, created, time},
};
use axum::{Json, response::Response};
use serde::{Deserialize, Serialize};
use tiltas_domain::{Id, provider::Provider, referral::Referral};
use tiltas_kit::{
    Failure, Visit,
    forms::{LINE, Reader},
};
use utoipa::ToSchema;

/// A hold of one's own house.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"provider": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "referral": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct ReleaseHold {
    /// The house.
    pub provider: String,
    /// The referral for which the place is held.
    pub referral: String,
}

/// A place of one's own house.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"provider": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "place": "2 B"}))]
pub struct NamePlace {
    /// The house.
    pub provider: String,
    /// How the house calls the place.
    pub place: String,
}

/// A house of one's own.
#[derive(Serialize, ToSchema)]
pub struct House {
    /// Which provider.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its places.
    pub places: Vec<Place>,
}

/// A place, as its house sees it.
#[derive(Serialize, ToSchema)]
pub struct Place {
    /// How the house calls it.
    pub label: String,
    /// `free`, `taken` or `out_of_use`.
    pub state: &'static str,
    /// Whose file: the case that is expected or there.
    pub case: Option<String>,
    /// By its spoken name.
    pub spoken_name: Option<String>,
    /// The hold that runs.
    pub hold: Option<Hold>,
}

/// A hold: it falls free by itself.
#[derive(Serialize, ToSchema)]
pub struct Hold {
    /// Until when.
    pub until: String,
    /// For which referral.
    pub referral: String,
    /// Asked by whom.
    pub by: String,
}

/// The places of one's own houses.
#[utoipa::path(get, path = "/places", tag = "place", responses((status = 200, description = "Houses with their places", body = Vec<House>)))]
pub async fn list(visit: Visit) -> Result<Json<Vec<House>>, Failure> {
    let context = visit.reading()?;
    let houses = visit.run(move |app| tiltas_app::place::own(app, &context)).await?;
    let houses = houses.into_iter().map(|house| House {
        id: house.provider.to_string(),
        name: house.name,
        places: house.places.into_iter().map(place).collect(),
    });
    Ok(Json(houses.collect()))
}

fn place(line: tiltas_app::place::Line) -> Place {
    let (case, spoken_name) = line.who.map(|(case, name)| (case.to_string(), name)).unzip();
    Place {
        label: line.label,
        state: line.state.code(),
        case,
        spoken_name,
        hold: line.hold.map(|(until, referral, by)| Hold {
            until: time(until),
            referral: referral.to_string(),
            by,
        }),
    }
}

/// Releases a hold before its end.
#[utoipa::path(post, path = "/places/releases", tag = "place", request_body = ReleaseHold, responses((status = 201, description = "Released", body = Created)))]
pub async fn release(visit: Visit, sent: Sent<ReleaseHold>) -> Result<Response, Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let both = read
        .needed_id::<Provider>("provider")
        .zip(read.needed_id::<Referral>("referral"));
    let (id, referral) = read.end(both).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::place::release(app, &context, id, referral))
        .await?;
    Ok(created(format!("{BASE}/places"), id, receipt))
}

fn named(visit: &Visit, sent: &Sent<NamePlace>) -> Result<(Id<Provider>, String), Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let id = read.needed_id::<Provider>("provider");
    let label = read.needed_text("place", LINE).map(str::to_owned);
    read.end(id.zip(label)).map_err(again)
}

/// A place is free again.
#[utoipa::path(post, path = "/places/vacancies", tag = "place", request_body = NamePlace, responses((status = 201, description = "Free", body = Created)))]
pub async fn free(visit: Visit, sent: Sent<NamePlace>) -> Result<Response, Failure> {
    let (id, label) = named(&visit, &sent)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::place::free(app, &context, id, &label))
        .await?;
    Ok(created(format!("{BASE}/places"), id, receipt))
}

/// A place goes out of use.
#[utoipa::path(post, path = "/places/closures", tag = "place", request_body = NamePlace, responses((status = 201, description = "Out of use", body = Created)))]
pub async fn close(visit: Visit, sent: Sent<NamePlace>) -> Result<Response, Failure> {
    set(visit, sent, false).await
}

/// A place is in use again.
#[utoipa::path(post, path = "/places/openings", tag = "place", request_body = NamePlace, responses((status = 201, description = "In use", body = Created)))]
pub async fn open(visit: Visit, sent: Sent<NamePlace>) -> Result<Response, Failure> {
    set(visit, sent, true).await
}

async fn set(visit: Visit, sent: Sent<NamePlace>, in_use: bool) -> Result<Response, Failure> {
    let (id, label) = named(&visit, &sent)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::place::set_in_use(app, &context, id, &label, in_use))
        .await?;
    Ok(created(format!("{BASE}/places"), id, receipt))
}
