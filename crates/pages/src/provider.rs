//! The directory of providers: whom each takes, what it gives, whether a place is free. Never an address, a room or who lives
//! there.
pub mod list;
mod offer;

use askama::Template;
use axum::{Router, extract::Path, response::Response, routing::get};
use list::Row;
use tiltas_app::provider;
use tiltas_domain::{Id, provider::Provider};
use tiltas_kit::{
    Edge, Failure, Page, Visit,
    component::{Facts, Text},
    edge::{Asked, show},
};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/providers", get(page))
        .route("/providers/{id}", get(one))
        .route("/providers/{id}/offer", get(offer::page).post(offer::save))
}

#[derive(Template)]
#[template(path = "provider/page.html")]
struct ProvidersPage {
    page: Page,
    find: Text,
    services: tiltas_kit::component::Choices,
    who: tiltas_kit::component::Choices,
    others: Vec<Row>,
}

/// The directory, by name; narrowed by a name, a service, whom it takes.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let lines = visit.run(move |app| provider::directory(app, &context)).await?;
    let fields = asked;
    let words = &visit.words;
    let mut found: Vec<_> = lines.iter().filter(|line| list::asked_for(line, &fields)).collect();
    if fields.one("sort") == "free" {
        found.sort_by_key(|line| std::cmp::Reverse(line.free));
    }
    show(&ProvidersPage {
        page: visit.page(&words.providers_title()),
        find: Text::new("name", words.provider_name())
            .value(fields.one("name"))
            .asking()
            .medium(),
        services: list::services(words, &fields),
        who: list::who(words, &fields),
        others: found.into_iter().map(|line| list::row(words, line)).collect(),
    })
}

#[derive(Template)]
#[template(path = "provider/one.html")]
struct ProviderPage {
    page: Page,
    name: String,
    about: String,
    phone: tiltas_words::Html,
    facts: Facts,
    /// Where who runs it changes it.
    change: Option<String>,
}

/// The provider, and whether the reader may change what it offers.
async fn load(visit: &Visit, id: &str) -> Result<(provider::Line, bool), Failure> {
    let id: Id<Provider> = id.parse().map_err(|_| Failure::NotFound)?;
    let context = visit.reading()?;
    visit
        .run(move |app| {
            let line = provider::one(app, &context, id)?;
            let may = provider::may_change(app, &context, &line)?;
            Ok((line, may))
        })
        .await
}

/// One provider.
pub async fn one(visit: Visit, Path(id): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (line, may) = load(&visit, &id).await?;
    let words = &visit.words;
    let row = list::row(words, &line);
    let page = visit.page(&words.provider_title());
    show(&ProviderPage {
        page: match asked.given("done") {
            Some("offer") => page.with_done(words.provider_changed()),
            _ => page,
        },
        change: may.then(|| format!("/providers/{}/offer", line.provider)),
        name: row.name,
        about: row.about,
        phone: row.phone,
        facts: Facts::new()
            .line(words.provider_takes(), row.takes)
            .line(words.provider_service(), row.gives)
            .line(words.fit_column_language(), row.languages)
            .line(words.provider_region(), line.offer.region.clone())
            .line(words.fit_column_place(), format!("{} {}", row.places, row.held)),
    })
}
