//! A provider of services: what it offers, whom it fits, its places and the timed holds on them.
use crate::{
    Changes, Context, Id, Moment,
    case::{Person, Sex},
    changes::{Kind, Stream},
    content::{Field, Fields},
    known::{Answer, Known, codes},
    organisation::{self, Organisation},
    place::{self, Place},
    referral::Referral,
};
use minicbor::{Decode, Encode};

codes! {
    /// What a provider gives (service codes of the field).
    Service {
        /// A place to sleep in safety.
        0 Shelter = "shelter",
        /// A doctor.
        1 Medical = "medical",
        /// Legal advice and representation.
        2 LegalAid = "legal_aid",
        /// Psychological and social help.
        3 Psychosocial = "psychosocial",
        /// Interpretation.
        4 Interpretation = "interpretation",
        /// Transport and escort.
        5 Transport = "transport",
        /// Social assistance, money, documents.
        6 SocialAssistance = "social_assistance",
        /// Long-term case management.
        7 CaseManagement = "case_management",
    }
}

/// The fields that a receiver of these services needs to do its work.
pub fn needed(services: &[Service]) -> Fields {
    let always = Fields::of(&[Field::SpokenName, Field::Person, Field::Language, Field::Work]);
    services.iter().fold(always, |fields, service| {
        fields.and(Fields::of(match service {
            Service::Shelter | Service::Transport => &[
                Field::Risk,
                Field::SafeContact,
                Field::Feared,
                Field::Health,
                Field::Whereabouts,
            ],
            Service::Medical => &[Field::Health, Field::SafeContact, Field::Risk],
            Service::LegalAid => &[Field::SafeContact, Field::Risk],
            Service::Psychosocial | Service::CaseManagement => &[Field::SafeContact, Field::Risk, Field::Health],
            Service::Interpretation | Service::SocialAssistance => &[Field::SafeContact],
        }))
    })
}

/// What a provider offers, and whom it fits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Offer {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// In a line, what it is.
    #[n(1)]
    pub about: String,
    /// Who runs it.
    #[n(2)]
    pub organisation: Id<Organisation>,
    /// Rung at night.
    #[n(3)]
    pub duty_phone: String,
    /// Whom it takes.
    #[n(4)]
    pub sexes: Vec<Sex>,
    /// Takes adults.
    #[n(5)]
    pub adults: bool,
    /// Takes children who are alone.
    #[n(6)]
    pub children: bool,
    /// Takes an adult with a child.
    #[n(7)]
    pub with_child: bool,
    /// Languages spoken (ISO 639-1).
    #[n(8)]
    pub languages: Vec<String>,
    /// What it gives.
    #[n(9)]
    pub services: Vec<Service>,
    /// The part of the country; never an address.
    #[n(10)]
    pub region: String,
}

/// What happens to a provider.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is listed in the directory.
    #[n(0)]
    Listed(#[n(0)] Offer),
    /// What it offers changed.
    #[n(1)]
    OfferChanged(#[n(0)] Offer),
    /// Places, holds.
    #[n(2)]
    Place(#[n(0)] place::Event),
}

impl From<place::Event> for Event {
    fn from(event: place::Event) -> Event {
        Event::Place(event)
    }
}

/// A provider, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// What it offers.
    pub offer: Offer,
    /// Its places.
    pub places: Vec<Place>,
    /// Holds that were not released, taken or dropped; one whose end has passed counts no more.
    pub holds: Vec<place::Hold>,
}

impl Stream for Provider {
    const KIND: Kind = Kind::Provider;
    type Event = Event;
    fn evolve(state: Option<Provider>, event: &Event) -> Option<Provider> {
        match (state, event) {
            (None, Event::Listed(offer)) => Some(Provider {
                offer: offer.clone(),
                places: Vec::new(),
                holds: Vec::new(),
            }),
            (Some(provider), Event::OfferChanged(offer)) => Some(Provider {
                offer: offer.clone(),
                ..provider
            }),
            (Some(provider), Event::Place(event)) => place::evolve(provider, event),
            (None, _) | (Some(_), Event::Listed(_)) => None,
        }
    }
}

/// How well one side of an offer fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// It does not.
    No,
    /// Not known on one side.
    Unknown,
    /// In part.
    Part,
    /// It does.
    Yes,
}

/// How an offer fits a person and what they need. No score: four answers, each with its reason on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Sex.
    pub sex: Fits,
    /// Age: adult, child, in doubt.
    pub age: Fits,
    /// A child with the person.
    pub accompanying_child: Fits,
    /// Language.
    pub language: Fits,
    /// What the person needs.
    pub needs: Fits,
}

impl Fit {
    /// Whether a referral may be sent: nothing that the provider excludes. Language and needs in part can be bridged.
    pub fn allows(&self) -> bool {
        self.sex != Fits::No && self.age != Fits::No && self.accompanying_child != Fits::No && self.needs != Fits::No
    }

    /// The better fit sorts last.
    pub fn order(&self) -> (bool, Fits, Fits) {
        (self.allows(), self.needs, self.language)
    }
}

impl Offer {
    /// How this offer fits. In doubt about age the safer reading applies: a provider for adults only does not fit.
    pub fn fit(&self, person: &Person, needs: &[Service]) -> Fit {
        let sex = match person.sex {
            Known::Is(sex) if self.sexes.contains(&sex) => Fits::Yes,
            Known::Is(_) => Fits::No,
            Known::Unknown | Known::NotAsked | Known::Refused => Fits::Unknown,
        };
        let taken = |takes| if takes { Fits::Yes } else { Fits::No };
        let age = if person.age.takes_child_route() {
            taken(self.children)
        } else {
            match person.age.class {
                Known::Is(_) => taken(self.adults),
                Known::Unknown | Known::NotAsked | Known::Refused => Fits::Unknown,
            }
        };
        let accompanying_child = match person.accompanying_child {
            Answer::Yes if self.with_child => Fits::Yes,
            Answer::Yes => Fits::No,
            Answer::No => Fits::Yes,
            Answer::Unknown | Answer::NotAsked | Answer::Refused => Fits::Unknown,
        };
        let language = if person.languages.is_empty() {
            Fits::Unknown
        } else if person
            .languages
            .first()
            .is_some_and(|first| self.languages.contains(first))
        {
            Fits::Yes
        } else if person
            .languages
            .iter()
            .any(|language| self.languages.contains(language))
        {
            Fits::Part
        } else {
            Fits::No
        };
        let given = needs.iter().filter(|need| self.services.contains(need)).count();
        let needs = match given {
            n if n == needs.len() => Fits::Yes,
            0 => Fits::No,
            _ => Fits::Part,
        };
        Fit {
            sex,
            age,
            accompanying_child,
            language,
            needs,
        }
    }
}

/// A provider as those who run it tell it: its offer, and places by name.
#[derive(Clone, Debug)]
pub struct List {
    /// What it offers.
    pub offer: Offer,
    /// Labels of its places: "2 B".
    pub places: Vec<String>,
}

crate::slice::refusal! {
    /// Why a provider is not listed or changed.
    Refusal {
        /// No name.
        NoName = "PRO-01", "a provider has a name";
        /// Gives nothing.
        NoService = "PRO-02", "a provider gives at least one service";
        /// A shelter without places.
        NoPlace = "PRO-03", "a shelter has at least one place";
        /// Run by another.
        NotOwn = "PRO-04", "only the organisation that runs a provider lists or changes it";
        /// Another bears the name.
        NameTaken = "PRO-05",
            "another organisation or its provider has this name; choose one that is not mistaken for it";
        /// Two places of one name.
        PlaceTwice = "PRO-06", "two places have the same name; name each place once";
    }
}

/// Lists a provider. `names` are those that other organisations and their providers bear.
///
/// # Errors
/// When it has no name or another's, no service, gives shelter without a place, or names a place twice.
pub fn list(command: &List, names: &[String], context: &Context) -> Result<Changes, Refusal> {
    check(&command.offer, names, context)?;
    named_once(&command.places)?;
    if command.offer.services.contains(&Service::Shelter) && command.places.is_empty() {
        return Err(Refusal::NoPlace);
    }
    let id = context.id::<Provider>(0);
    let listed = Changes::new(id, Event::Listed(command.offer.clone()));
    Ok(command.places.iter().fold(listed, |changes, label| {
        changes.and(id, place::Event::Added { label: label.clone() })
    }))
}

/// Changes what a provider offers. Places that it has not yet are added; none is taken away, since somebody may have it.
///
/// # Errors
/// As [`list`].
pub fn change(
    id: Id<Provider>,
    provider: &Provider,
    command: &List,
    names: &[String],
    context: &Context,
) -> Result<Changes, Refusal> {
    if provider.offer.organisation != context.actor.organisation {
        return Err(Refusal::NotOwn);
    }
    check(&command.offer, names, context)?;
    named_once(&command.places)?;
    let known = |label: &&String| !provider.places.iter().any(|place| place.label == **label);
    let added: Vec<&String> = command.places.iter().filter(known).collect();
    let sleeps = command.offer.services.contains(&Service::Shelter);
    if sleeps && provider.places.is_empty() && added.is_empty() {
        return Err(Refusal::NoPlace);
    }
    let changed =
        (command.offer != provider.offer).then(|| Changes::new(id, Event::OfferChanged(command.offer.clone())));
    Ok(added.into_iter().fold(changed.unwrap_or_default(), |changes, label| {
        changes.and(id, place::Event::Added { label: label.clone() })
    }))
}

fn named_once(places: &[String]) -> Result<(), Refusal> {
    let twice = |(nth, label): (usize, &String)| places.iter().skip(nth + 1).any(|other| other == label);
    match places.iter().enumerate().any(twice) {
        true => Err(Refusal::PlaceTwice),
        false => Ok(()),
    }
}

fn check(offer: &Offer, names: &[String], context: &Context) -> Result<(), Refusal> {
    let name = organisation::folded(&offer.name);
    if names.iter().any(|other| organisation::folded(other) == name) {
        return Err(Refusal::NameTaken);
    }
    if offer.name.trim().is_empty() {
        return Err(Refusal::NoName);
    }
    if offer.services.is_empty() {
        return Err(Refusal::NoService);
    }
    if offer.organisation != context.actor.organisation {
        return Err(Refusal::NotOwn);
    }
    Ok(())
}

impl Provider {
    /// How many places nobody has or holds now.
    pub fn free(&self, now: Moment) -> usize {
        self.free_places(now).count()
    }

    /// The places that nobody has or holds now, in their order.
    pub fn free_places(&self, now: Moment) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| {
            place.state == place::PlaceState::Free
                && !self
                    .holds
                    .iter()
                    .any(|hold| hold.runs(now) && hold.place == place.label)
        })
    }

    /// The places that may be given to this referral: the one that is held for it first, then those that nobody has or holds.
    pub fn free_for(&self, referral: Id<Referral>, now: Moment) -> impl Iterator<Item = &Place> {
        let held = self.hold(referral).filter(|hold| hold.runs(now));
        let held = self.places.iter().filter(move |place| {
            place.state == place::PlaceState::Free && held.is_some_and(|hold| hold.place == place.label)
        });
        held.chain(self.free_places(now))
    }

    /// The hold for this referral, whether or not it still runs.
    pub fn hold(&self, referral: Id<Referral>) -> Option<&place::Hold> {
        self.holds.iter().find(|hold| hold.referral == referral)
    }
}
