//! What a provider offers.
use super::{At, Errors, Input, Reader, error::Code, schema};
use serde::Deserialize;
use tiltas_domain::{
    Id,
    case::Sex,
    organisation::Organisation,
    provider::{List, Offer, Service},
};
use utoipa::ToSchema;

/// The most places that one listing adds.
const PLACES: usize = 200;

/// What a provider of one's own offers, and whom it fits, with its places.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Casa Liman, day rooms", "about": "Day centre for women and children", "duty_phone": "022 000 131",
    "sexes": ["woman"], "adults": true, "children": true, "with_child": true, "languages": ["ro", "uk"],
    "services": ["psychosocial"], "region": "Centre"
}))]
pub struct ListProvider {
    /// Its name.
    #[schema(required)]
    #[serde(default)]
    pub name: String,
    /// In a line, what it is.
    #[schema(required)]
    #[serde(default)]
    pub about: String,
    /// Rung at night.
    #[schema(required)]
    #[serde(default)]
    pub duty_phone: String,
    /// Whom it takes.
    #[schema(required, schema_with = schema::several::<Sex>)]
    #[serde(default)]
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
    /// What it gives.
    #[schema(required, schema_with = schema::several::<Service>)]
    #[serde(default)]
    pub services: Vec<String>,
    /// The part of the country; never an address.
    #[schema(required)]
    #[serde(default)]
    pub region: String,
    /// Labels of its places: "2 B". When the offer changes, those that it has not yet are added.
    #[serde(default)]
    pub places: Vec<String>,
}

/// An offer that is run by whoever sends it.
pub struct Offering {
    offer: Offer,
    places: Vec<String>,
}

impl Offering {
    /// The command that lists it, or changes it.
    pub fn run_by(self, organisation: Id<Organisation>) -> List {
        List {
            offer: Offer {
                organisation,
                ..self.offer
            },
            places: self.places,
        }
    }
}

impl Input for ListProvider {
    type Command = Offering;

    fn command(&self, at: &At<'_>) -> Result<Offering, Errors> {
        let mut read = Reader::new(at);
        let (name, about) = (
            read.title("name", Some(&self.name)),
            read.title("about", Some(&self.about)),
        );
        let region = read.title("region", Some(&self.region));
        let duty_phone = read.needed_phone("duty_phone", Some(&self.duty_phone));
        let sexes = read.several::<Sex>("sexes", &self.sexes);
        let services = read.several::<Service>("services", &self.services);
        if self.services.is_empty() {
            read.wrong("services", Code::Needed);
        }
        let languages = read.languages("languages", &self.languages);
        let places = read.lines("places", &self.places, PLACES);
        let lines = name.zip(about).zip(duty_phone.zip(region));
        read.end(lines.map(|((name, about), (duty_phone, region))| Offering {
            offer: Offer {
                name,
                about,
                organisation: Id::from_stored([0; 16]),
                duty_phone,
                sexes,
                adults: self.adults,
                children: self.children,
                with_child: self.with_child,
                languages,
                services,
                region,
            },
            places,
        }))
    }
}
