//! What a provider of one's own offers, changed by who runs it: the name, the phone, whom it takes, what it gives, more places.
use super::load;
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::provider::{self, Line};
use tiltas_domain::{
    case::Sex,
    provider::{Offer, Service},
};
use tiltas_input::{Input, of_form, provider::ListProvider};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::{
        form::{Area, Choice, Choices, Summary, Text},
        person,
    },
    edge::show,
};
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "provider/offer.html")]
struct OfferPage {
    page: Page,
    summary: Summary,
    key: String,
    address: String,
    name: String,
    parts: Vec<Html>,
    languages: Html,
    places: Html,
}

async fn own(visit: &Visit, id: &str) -> Result<Line, Failure> {
    let (line, may) = load(visit, id).await?;
    may.then_some(line).ok_or(Failure::NotFound)
}

/// The form, filled with what is offered now.
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let line = own(&visit, &id).await?;
    show(&draw(&visit, &line, &filled(&line.offer), None))
}

/// Changes it. Places are written one a line.
pub async fn save(visit: Visit, Path(id): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let line = own(&visit, &id).await?;
    let (context, provider) = (visit.context(&fields)?, line.provider);
    let sent = told(&fields).and_then(|sent| sent.command(&visit.at()));
    let command = match sent {
        Ok(offering) => offering.run_by(line.offer.organisation),
        Err(wrong) => {
            let errors = Errors::of_page(&visit.words, &wrong, &[]);
            return Err(Failure::form(&draw(&visit, &line, &fields, Some(&errors)), errors));
        }
    };
    visit
        .run(move |app| provider::change(app, &context, provider, &command))
        .await?;
    Ok(Redirect::to(&format!("/providers/{provider}?done=offer")).into_response())
}

fn told(fields: &Fields) -> Result<ListProvider, tiltas_input::Errors> {
    let mut sent = of_form::<ListProvider>(fields)?;
    let lines = fields.one("places").lines().map(str::trim);
    sent.places = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let takes = |who: &str| fields.has("takes", who);
    (sent.adults, sent.children, sent.with_child) = (takes("adults"), takes("children"), takes("with_child"));
    Ok(sent)
}

/// The offer as the form would send it.
fn filled(offer: &Offer) -> Fields {
    let takes = [
        ("adults", offer.adults),
        ("children", offer.children),
        ("with_child", offer.with_child),
    ];
    let takes = takes
        .into_iter()
        .filter(|(_, takes)| *takes)
        .map(|(who, _)| ("takes", who));
    let one = [
        ("name", offer.name.as_str()),
        ("about", &offer.about),
        ("duty_phone", &offer.duty_phone),
        ("region", &offer.region),
    ];
    let several = offer.sexes.iter().map(|sex| ("sexes", sex.code()));
    let services = offer.services.iter().map(|service| ("services", service.code()));
    let languages = offer.languages.iter().map(|code| ("languages", code.as_str()));
    let all = one
        .into_iter()
        .chain(takes)
        .chain(several)
        .chain(services)
        .chain(languages);
    Fields(all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

fn draw(visit: &Visit, line: &Line, fields: &Fields, errors: Option<&Errors>) -> OfferPage {
    let (words, none) = (&visit.words, Errors::new());
    let errors = errors.unwrap_or(&none);
    OfferPage {
        page: visit.page(&words.provider_change_title()).with_errors(errors),
        summary: Summary::new(words, errors),
        key: if errors.is_empty() {
            visit.form_key()
        } else {
            fields.key().to_owned()
        },
        address: format!("/providers/{}", line.provider),
        name: line.offer.name.clone(),
        parts: parts(words, fields, errors),
        languages: languages(words, &line.offer).again(fields, errors).into(),
        places: Area::new("places", words.provider_more_places())
            .hint(words.provider_more_places_hint(line.places))
            .again(fields, errors)
            .into(),
    }
}

fn parts(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let text = |name: &str, label: String| Text::new(name, label);
    let coded = |list: &'static str, code: &'static str| Choice::new(code, words.say_code(list, code));
    let sexes = Sex::ALL.iter().map(|sex| coded("sex", sex.code()));
    let services = Service::ALL.iter().map(|service| coded("service", service.code()));
    let takes = ["adults", "children", "with_child"].map(|who| coded("provider-takes", who));
    let lines = [
        text("name", words.provider_name()).medium(),
        text("about", words.provider_about()).hint(words.provider_about_hint()),
        text("duty_phone", words.provider_phone()).medium().telephone(),
        text("region", words.provider_region())
            .hint(words.provider_region_hint())
            .medium(),
    ];
    let choices = [
        Choices::several("sexes", words.provider_sexes(), sexes),
        Choices::several("takes", words.provider_takes(), takes),
        Choices::several("services", words.provider_service(), services),
    ];
    let lines = lines.into_iter().map(|line| line.again(fields, errors).into());
    lines
        .chain(choices.into_iter().map(|list| list.again(fields, errors).into()))
        .collect()
}

/// Those of the list, and what is spoken there besides.
fn languages(words: &Words, offer: &Offer) -> Choices {
    let mut all = person::all(words, "tongue")
        .into_iter()
        .map(|(code, name)| (code.to_owned(), name))
        .collect::<Vec<_>>();
    for code in &offer.languages {
        if !all.iter().any(|(known, _)| known == code) {
            all.push((code.clone(), person::named(words, "tongue", code)));
        }
    }
    let list = all.into_iter().map(|(code, name)| Choice::new(code, name));
    Choices::several("languages", words.fit_column_language(), list)
}
