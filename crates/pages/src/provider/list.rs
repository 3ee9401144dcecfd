//! One provider as a line, and what narrows the list.
use crate::referral::service_names;
use tiltas_app::provider::Line;
use tiltas_domain::{case::Sex, likeness::Sought, provider::Service};
use tiltas_kit::{
    Fields,
    component::{Choice, Choices, person},
};
use tiltas_words::{Html, Words};

/// One line.
pub struct Row {
    pub href: String,
    pub name: String,
    pub about: String,
    pub takes: String,
    pub gives: String,
    pub languages: String,
    pub places: String,
    pub held: String,
    pub phone: Html,
}

/// Whom a list can be narrowed to.
const WHO: [&str; 4] = ["woman", "woman_with_child", "man", "child"];

/// One provider in words.
pub fn row(words: &Words, line: &Line) -> Row {
    let offer = &line.offer;
    let languages: Vec<String> = offer
        .languages
        .iter()
        .map(|code| person::named(words, "tongue", code))
        .collect();
    Row {
        href: format!("/providers/{}", line.provider),
        name: offer.name.clone(),
        about: offer.about.clone(),
        takes: takes(words, line),
        gives: service_names(words, &offer.services),
        languages: languages.join(", "),
        places: if line.places == 0 {
            words.fit_no_places()
        } else {
            words.fit_free(line.free)
        },
        held: if line.held == 0 {
            String::new()
        } else {
            words.fit_held(line.held)
        },
        phone: Html::phone(&offer.duty_phone),
    }
}

fn takes(words: &Words, line: &Line) -> String {
    let who: Vec<String> = WHO
        .into_iter()
        .filter(|who| fits(line, who))
        .map(|who| words.say_code("takes", who))
        .collect();
    who.join(", ")
}

/// Whether a provider declares that it takes this kind of person.
pub fn fits(line: &Line, who: &str) -> bool {
    let offer = &line.offer;
    let sex = |sex| offer.sexes.contains(&sex);
    match who {
        "woman" => sex(Sex::Woman) && offer.adults,
        "woman_with_child" => sex(Sex::Woman) && offer.adults && offer.with_child,
        "man" => sex(Sex::Man) && offer.adults,
        "child" => offer.children,
        _ => true,
    }
}

/// Whether a line is what was asked for.
pub fn asked_for(line: &Line, asked: &Fields) -> bool {
    let name = asked.given("name").map(Sought::of);
    let service = Service::from_code(asked.one("service"));
    name.is_none_or(|name| name.stands_in([line.offer.name.as_str()]))
        && service.is_none_or(|service| line.offer.services.contains(&service))
        && asked.given("who").is_none_or(|who| fits(line, who))
}

/// The choice of a service.
pub fn services(words: &Words, asked: &Fields) -> Choices {
    let list = Service::ALL
        .iter()
        .map(|service| Choice::new(service.code(), words.say_service(service)));
    Choices::list("service", words.provider_service(), list).chosen(asked.one("service"))
}

/// The choice of whom.
pub fn who(words: &Words, asked: &Fields) -> Choices {
    let list = WHO.map(|who| Choice::new(who, words.say_code("takes", who)));
    Choices::list("who", words.provider_who(), list).chosen(asked.one("who"))
}
