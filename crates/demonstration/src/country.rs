//! The invented country: its organisations, the people in their functions, and who offers what.
mod directory;
mod persona;

use super::Seed;
pub use directory::Institution;
pub use persona::Persona;
use tiltas_app::{Act, App, Error, account, organisation, provider};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    context::Draw,
    example,
    organisation::{Organisation, Register},
    provider::{List, Offer, Provider},
};

impl Seed {
    fn registering(&self, institution: Institution, now: Moment) -> Root {
        self.context(account::founder(), now, &format!("register {}", institution.key()))
    }

    /// The organisation.
    pub fn organisation(&self, institution: Institution) -> Id<Organisation> {
        Act::RegisterOrganisation
            .context(&self.registering(institution, Moment(0)))
            .id(0)
    }

    /// Its `nth` person.
    pub fn member(&self, institution: Institution, nth: usize) -> Actor {
        let people = institution.entry().people;
        let nth = nth.min(people.len().saturating_sub(1));
        let role = people.get(nth).map_or(account::founder().role, |(role, _)| *role);
        let context = Act::RegisterOrganisation.context(&self.registering(institution, Moment(0)));
        Actor {
            id: context.part(Draw::Account, nth as u32),
            role,
            organisation: self.organisation(institution),
            function: Some(context.part(Draw::Function, nth as u32)),
        }
    }

    /// One of the people through whose eyes the demonstration is seen.
    pub fn persona(&self, persona: Persona) -> Actor {
        let (institution, nth) = persona.place();
        self.member(institution, nth)
    }

    /// The provider that the organisation runs, where it runs one.
    pub fn provider(&self, institution: Institution) -> Id<Provider> {
        Act::ListProvider.context(&self.listing(institution, Moment(0))).id(0)
    }

    fn listing(&self, institution: Institution, now: Moment) -> Root {
        let by = institution
            .entry()
            .people
            .iter()
            .position(|(role, _)| directory::lists(*role))
            .unwrap_or(0);
        self.context(
            self.member(institution, by),
            now,
            &format!("list {}", institution.key()),
        )
    }
}

/// Registers every organisation and lists every provider. A second time it changes nothing.
///
/// # Errors
/// When storage is away.
pub fn found(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    for institution in Institution::ALL {
        let entry = institution.entry();
        let register = Register {
            name: entry.name.to_owned(),
            kind: entry.kind,
            duty_phone: Some(entry.duty_phone.to_owned()),
            contact_point: entry.contact_point.map(|point| seed.organisation(point)),
            functions: example::functions(entry.people),
        };
        organisation::register(app, &seed.registering(institution, now), &register)?;
        let Some(offer) = entry.offer else { continue };
        let (adults, children, with_child) = offer.takes;
        let list = List {
            offer: Offer {
                name: entry.name.to_owned(),
                about: offer.about.to_owned(),
                organisation: seed.organisation(institution),
                duty_phone: entry.duty_phone.to_owned(),
                sexes: offer.sexes.to_vec(),
                adults,
                children,
                with_child,
                languages: offer.languages.iter().map(|code| (*code).to_owned()).collect(),
                services: offer.services.to_vec(),
                region: offer.region.to_owned(),
            },
            places: offer.places.iter().map(|label| (*label).to_owned()).collect(),
        };
        provider::list(app, &seed.listing(institution, now), &list)?;
    }
    Ok(())
}
