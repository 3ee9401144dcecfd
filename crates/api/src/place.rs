//! Places and holds of one's own houses.
use super::{
    BASE,
    body::Sent,
    reply::{Created, created, entries, time},
};
use axum::response::Response;
use serde::Serialize;
use tiltas_input::place::{NamePlace, ReleaseHold};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

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
    /// For which referral, where it is yours to see.
    pub referral: Option<String>,
    /// Asked by whom.
    pub by: Option<String>,
}

/// The places of one's own houses.
#[utoipa::path(get, path = "/places", tag = "place", responses((status = 200, description = "Houses with their places", body = Vec<House>, headers(("Unreadable" = u32, description = "How many places can't be read and are left out, where there are any")))))]
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let houses = visit.run(move |app| tiltas_app::place::own(app, &context)).await?;
    let unread = houses.unread;
    let houses = houses.own.into_iter().map(|house| House {
        id: house.provider.to_string(),
        name: house.name,
        places: house.places.into_iter().map(place).collect(),
    });
    Ok(entries(houses.collect(), unread))
}

fn place(line: tiltas_app::place::Line) -> Place {
    let (case, spoken_name) = line.who.map(|(case, name)| (case.to_string(), name)).unzip();
    Place {
        label: line.label,
        state: line.state.code(),
        case,
        spoken_name,
        hold: line.hold.map(|hold| {
            let (referral, by) = hold.asked.map(|(referral, by)| (referral.to_string(), by)).unzip();
            Hold {
                until: time(hold.until),
                referral,
                by,
            }
        }),
    }
}

/// Releases a hold before its end.
#[utoipa::path(post, path = "/places/releases", tag = "place", request_body = ReleaseHold, responses((status = 201, description = "Released", body = Created)))]
pub async fn release(visit: Visit, sent: Sent<ReleaseHold>) -> Result<Response, Failure> {
    let (id, referral) = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::place::release(app, &context, id, referral))
        .await?;
    Ok(created(format!("{BASE}/places"), id, receipt))
}

/// A place is free again.
#[utoipa::path(post, path = "/places/vacancies", tag = "place", request_body = NamePlace, responses((status = 201, description = "Free", body = Created)))]
pub async fn free(visit: Visit, sent: Sent<NamePlace>) -> Result<Response, Failure> {
    let (id, label, seen) = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::place::free(app, &context, id, &label, seen))
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
    let (id, label, _) = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::place::set_in_use(app, &context, id, &label, in_use))
        .await?;
    Ok(created(format!("{BASE}/places"), id, receipt))
}
