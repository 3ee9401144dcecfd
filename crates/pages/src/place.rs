//! Places: the board of one's own houses, and at others only whether a place fits.
pub mod board;

use crate::{
    provider::list::{self, Row},
    referral::act,
};
use askama::Template;
use axum::{
    Router,
    extract::Path,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use board::Board;
use tiltas_app::{
    place::{self, Houses},
    provider, today,
};
use tiltas_domain::{Id, provider::Provider};
use tiltas_input::place::{NamePlace, ReleaseHold};
use tiltas_kit::{
    Edge, Failure, Fields, Page, Posted, Visit,
    component::Choices,
    edge::{Asked, news, show},
};
use tiltas_words::Html;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/places", get(page))
        .route("/places/news", get(fresh))
        .route("/places/{id}/{change}", get(confirm).post(change))
}

#[derive(Template)]
#[template(path = "place/page.html")]
struct PlacePage {
    page: Page,
    boards: Vec<Board>,
    services: Choices,
    who: Choices,
    others: Vec<Row>,
    /// That places can't be read, and whom to ring.
    unread: Option<Html>,
}

/// One's own board, and the directory.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let runs = board::runs_houses(&visit);
    let (houses, lines, version) = visit
        .run(move |app| {
            let version = today::news(app, &context, changed)?;
            let houses = if runs {
                place::own(app, &context)?
            } else {
                Houses::default()
            };
            Ok((houses, provider::directory(app, &context)?, version))
        })
        .await?;
    let words = &visit.words;
    let own = visit.actor()?.organisation;
    let mut others: Vec<_> = lines
        .iter()
        .filter(|line| line.offer.organisation != own && line.places > 0)
        .filter(|line| list::asked_for(line, &asked))
        .collect();
    // Who looks for a bed looks for a free one.
    others.sort_by_key(|line| line.free == 0);
    let page = visit.page(&words.places_title()).with_news("/places/news", version);
    let done = act::done(words, &asked);
    show(&PlacePage {
        boards: board::boards(&visit, &houses.own, "places"),
        unread: visit.unread(houses.unread),
        services: list::services(words, &asked),
        who: list::who(words, &asked),
        others: others.into_iter().map(|line| list::row(words, line)).collect(),
        page: match done {
            Some(done) => page.with_done(done),
            None => page,
        },
    })
}

/// The version of the board.
pub async fn fresh(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let version = visit.run(move |app| today::news(app, &context, changed)).await?;
    Ok(news(&headers, version))
}

#[derive(Template)]
#[template(path = "place/confirm.html")]
struct ConfirmPage {
    page: Page,
    heading: String,
    says: String,
    address: String,
    back: &'static str,
    key: String,
    fields: Vec<(&'static str, String)>,
    button: String,
}

/// What will happen, and of whom: a place that somebody has, or that is held for somebody, is not given away by one press.
pub async fn confirm(
    visit: Visit,
    Path((id, change)): Path<(String, String)>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let id: Id<Provider> = id.parse().map_err(|_| Failure::NotFound)?;
    let context = visit.reading()?;
    let houses = visit.run(move |app| place::own(app, &context)).await?;
    let house = houses.own.into_iter().find(|house| house.provider == id);
    let house = house.ok_or(Failure::NotFound)?;
    let (words, from) = (&visit.words, from(&asked));
    let act = board::act_of(&change).ok_or(Failure::NotFound)?;
    let drawn = board::change_of(&visit, &house, act, &asked);
    // The place stands otherwise than it was shown: the board says how.
    let Some(asks) = drawn else {
        return Ok(Redirect::to(from.1).into_response());
    };
    let mut fields = asks.fields;
    fields.push(("from", from.0.to_owned()));
    show(&ConfirmPage {
        page: visit.page(&words.say_code("places-confirm", &change)),
        heading: asks.heading,
        says: asks.says,
        address: format!("/places/{id}/{change}"),
        back: from.1,
        key: visit.form_key(),
        fields,
        button: words.say_code("places-press", &change),
    })
}

/// The page from which somebody came: its code and its address.
fn from(fields: &Fields) -> (&'static str, &'static str) {
    match fields.one("from") {
        "tonight" => ("tonight", "/tonight"),
        _ => ("places", "/places"),
    }
}

/// Releases a hold (`release`, with `referral`), frees a place (`free`, with `place`), takes one out of use or back (`use`).
pub async fn change(
    visit: Visit,
    Path((id, change)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let id: Id<Provider> = id.parse().map_err(|_| Failure::NotFound)?;
    let context = visit.context(&fields)?;
    let named = fields.clone().with("provider", id.to_string());
    let in_use = fields.has("in_use", "yes");
    let (done, result) = match change.as_str() {
        "release" => {
            let hold = visit.command::<ReleaseHold>(&named, &[]);
            let (id, referral) = hold.map_err(|_| Failure::NotFound)?;
            (
                "released",
                visit.run(move |app| place::release(app, &context, id, referral)).await,
            )
        }
        "free" | "use" => {
            let place = visit.command::<NamePlace>(&named, &[]);
            let (id, label, seen) = place.map_err(|_| Failure::NotFound)?;
            match (change.as_str(), in_use) {
                ("free", _) => (
                    "freed",
                    visit.run(move |app| place::free(app, &context, id, &label, seen)).await,
                ),
                (_, in_use) => (
                    if in_use { "in_use" } else { "out_of_use" },
                    visit
                        .run(move |app| place::set_in_use(app, &context, id, &label, in_use))
                        .await,
                ),
            }
        }
        _ => return Err(Failure::NotFound),
    };
    result.map_err(|failure| way(&visit, failure))?;
    Ok(Redirect::to(&format!("{}?done={done}", from(&fields).1)).into_response())
}

fn way(visit: &Visit, failure: Failure) -> Failure {
    let Failure::Refused(mut refusal) = failure else {
        return failure;
    };
    refusal.ways = vec!["/places".to_owned()];
    refusal.back = Some(("/places".to_owned(), visit.words.places_title()));
    Failure::Refused(refusal)
}
