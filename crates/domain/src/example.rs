//! The invented people and institutions that appear everywhere: tests, renders, demo, exercises, manual. Nobody here exists,
//! no number rings.
use crate::{
    Actor, Context, Fields, Id, Moment, Purpose, Role, Root,
    case::{Age, AgeBasis, AgeClass, Case, Interpreter, Person, Sex, Urgency},
    consent::{AddConsent, Form, Ground, Recipient},
    content::{HealthNote, Narrative, PersonName, Sensitive, Whereabouts},
    detail::{Name, Script},
    known::{Answer, Known},
    organisation::{NewFunction, Organisation, OrganisationKind, Register},
    profile::{self, Profile},
    provider::{List, Offer, Provider, Service},
    referral::send::Send,
    signal::{self, Channel},
};

/// The functions of an invented organisation; those who do tasks are under its supervisor, where it has one.
pub fn functions(people: &[(Role, &str)]) -> Vec<NewFunction> {
    let supervisor = people.iter().position(|(role, _)| *role == Role::Supervisor);
    let functions = people.iter().map(|(role, title)| {
        let under = supervisor.filter(|_| role.does_tasks() && *role != Role::Supervisor);
        NewFunction::new(*role, *title).under(under)
    });
    functions.collect()
}

/// Thursday 20 August 2026, 01:20 in Chișinău: the night of the demonstration begins.
pub const NIGHT: Moment = Moment(1_787_178_000_000_000);

/// The profile of Moldova, as shipped.
pub fn moldova() -> Profile {
    shipped(profile::MOLDOVA)
}

/// The profile of the United Kingdom, as shipped.
pub fn united_kingdom() -> Profile {
    shipped(profile::UNITED_KINGDOM)
}

#[expect(
    clippy::expect_used,
    reason = "the embedded files are read whole by a test; nothing from outside comes here"
)]
fn shipped(text: &str) -> Profile {
    Profile::parse(text).expect("a shipped profile has no fault")
}

/// One of the invented institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Border police at Ungheni: a duty officer finds the person.
    BorderPost,
    /// An organisation that leads cases.
    PodulAlb,
    /// A shelter for women and children.
    CasaLiman,
    /// A shelter for men in the north.
    CentrulNistruNord,
    /// A shelter for women and men.
    AdapostRasarit,
    /// A house for parents with their children.
    CasaSalcia,
    /// A hospital with a bed and a doctor for three nights.
    Hospital,
    /// An investigator.
    Police,
    /// The territorial team, contact point.
    Team,
    /// The child-protection authority.
    ChildProtection,
    /// The national unit.
    NationalUnit,
    /// The secretariat of the national committee.
    Secretariat,
    /// The national rapporteur.
    Rapporteur,
    /// Experts of another country, who organise trainings with it.
    Partner,
}

impl Who {
    /// All of them; a contact point stands before those who name it.
    pub const ALL: [Who; 14] = [
        Who::NationalUnit,
        Who::Team,
        Who::BorderPost,
        Who::PodulAlb,
        Who::CasaLiman,
        Who::CentrulNistruNord,
        Who::AdapostRasarit,
        Who::CasaSalcia,
        Who::Hospital,
        Who::Police,
        Who::ChildProtection,
        Who::Secretariat,
        Who::Rapporteur,
        Who::Partner,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Who::BorderPost => "Border police, Ungheni",
            Who::PodulAlb => "Podul Alb",
            Who::CasaLiman => "Casa Liman",
            Who::CentrulNistruNord => "Centrul Nistru Nord",
            Who::AdapostRasarit => "Adăpost Răsărit",
            Who::CasaSalcia => "Casa Salcia",
            Who::Hospital => "District hospital, social unit",
            Who::Police => "Police, central unit",
            Who::Team => "Territorial team, Ungheni",
            Who::ChildProtection => "Child protection, Ungheni",
            Who::NationalUnit => "National unit",
            Who::Secretariat => "Permanent secretariat",
            Who::Rapporteur => "National rapporteur",
            Who::Partner => "Baltic expert team",
        }
    }

    /// What it is.
    pub fn kind(self) -> OrganisationKind {
        match self {
            Who::BorderPost => OrganisationKind::BorderPolice,
            Who::PodulAlb => OrganisationKind::Ngo,
            Who::CasaLiman | Who::CentrulNistruNord | Who::AdapostRasarit | Who::CasaSalcia => {
                OrganisationKind::Shelter
            }
            Who::Hospital => OrganisationKind::Service,
            Who::Police => OrganisationKind::Police,
            Who::Team => OrganisationKind::TerritorialTeam,
            Who::ChildProtection => OrganisationKind::ChildProtection,
            Who::NationalUnit => OrganisationKind::NationalUnit,
            Who::Secretariat => OrganisationKind::Secretariat,
            Who::Rapporteur => OrganisationKind::Rapporteur,
            Who::Partner => OrganisationKind::Partner,
        }
    }

    /// Its duty phone, which rings nowhere.
    pub fn duty_phone(self) -> &'static str {
        match self {
            Who::BorderPost => "0236 00 101",
            Who::PodulAlb => "022 000 120",
            Who::CasaLiman => "022 000 130",
            Who::CentrulNistruNord => "0231 00 140",
            Who::AdapostRasarit => "0231 00 150",
            Who::CasaSalcia => "022 000 160",
            Who::Hospital => "0236 00 170",
            Who::Police => "022 000 180",
            Who::Team => "022 000 112",
            Who::ChildProtection => "0236 00 190",
            Who::NationalUnit => "022 000 100",
            Who::Secretariat => "022 000 200",
            Who::Rapporteur => "022 000 210",
            Who::Partner => "022 000 220",
        }
    }

    /// Its people: role, and how colleagues speak of the function.
    pub fn people(self) -> &'static [(Role, &'static str)] {
        match self {
            Who::BorderPost => &[
                (Role::FirstResponder, "Duty officer"),
                (Role::Supervisor, "Shift leader"),
                (Role::FocalFunction, "Focal point for the plan"),
            ],
            Who::PodulAlb => &[
                (Role::CaseManager, "Case manager"),
                (Role::Supervisor, "Head of cases"),
                (Role::DataProtection, "Data protection officer"),
            ],
            Who::CasaLiman | Who::CentrulNistruNord | Who::AdapostRasarit | Who::CasaSalcia => {
                &[(Role::Provider, "Night coordinator")]
            }
            Who::Hospital => &[(Role::Provider, "Social worker on duty")],
            Who::Police => &[(Role::Police, "Investigator")],
            Who::Team => &[(Role::ContactPoint, "Team coordinator")],
            Who::ChildProtection => &[(Role::ChildProtection, "Child protection officer")],
            Who::NationalUnit => &[
                (Role::NationalUnit, "Officer on duty"),
                (Role::DataProtection, "Auditor"),
            ],
            Who::Secretariat => &[(Role::Secretariat, "Permanent secretary")],
            Who::Rapporteur => &[(Role::Rapporteur, "Rapporteur")],
            Who::Partner => &[
                (Role::Expert, "Expert"),
                (Role::Organiser, "Programme officer"),
                (Role::Observer, "Observer"),
            ],
        }
    }

    /// The id that tests use; the demonstration draws its own.
    pub fn id(self) -> Id<Organisation> {
        id(self as u8 + 1)
    }

    /// One of its people, in tests: the first with this role, or the first.
    pub fn actor(self, role: Role) -> Actor {
        let nth = self.people().iter().position(|(r, _)| *r == role).unwrap_or(0);
        Actor {
            id: id(100 + self as u8 * 4 + nth as u8),
            role,
            organisation: self.id(),
            function: None,
        }
    }

    /// The command that registers it.
    pub fn register(self, contact_point: Option<Id<Organisation>>) -> Register {
        Register {
            name: self.name().to_owned(),
            kind: self.kind(),
            duty_phone: Some(self.duty_phone().to_owned()),
            contact_point,
            functions: functions(self.people()),
        }
    }

    /// The command that lists it as a provider, run by `organisation`; `None` for those that are none.
    pub fn list(self, organisation: Id<Organisation>) -> Option<List> {
        use Service::{CaseManagement, LegalAid, Medical, Psychosocial, Shelter, SocialAssistance, Transport};
        let (about, sexes, takes, languages, services, region, places): (
            _,
            &[Sex],
            _,
            &[&str],
            &[Service],
            _,
            &[&str],
        ) = match self {
            Who::CasaLiman => (
                "Shelter for women and children",
                &[Sex::Woman, Sex::Other],
                (true, true, true),
                &["ro", "ru", "uk"],
                &[Shelter, Medical, Psychosocial],
                "Centre",
                &["1 A", "2 A", "2 B"],
            ),
            Who::CentrulNistruNord => (
                "Shelter for men, north region",
                &[Sex::Man, Sex::Other],
                (true, false, false),
                &["ro", "ru"],
                &[Shelter, Medical],
                "North",
                &["1", "2", "3"],
            ),
            Who::AdapostRasarit => (
                "Shelter, women and men",
                &[Sex::Woman, Sex::Man, Sex::Other],
                (true, false, false),
                &["ro", "ru"],
                &[Shelter, SocialAssistance],
                "North",
                &["E 1", "E 2"],
            ),
            Who::CasaSalcia => (
                "House for parents with children",
                &[Sex::Woman, Sex::Man, Sex::Other],
                (true, true, true),
                &["ro"],
                &[Shelter, Psychosocial],
                "South",
                &["Willow 1", "Willow 2"],
            ),
            Who::Hospital => (
                "Bed and doctor, 3 nights at most",
                &[Sex::Woman, Sex::Man, Sex::Other],
                (true, true, true),
                &["ro", "ru"],
                &[Medical],
                "Centre",
                &["H 1", "H 2"],
            ),
            Who::PodulAlb => (
                "Case management, legal aid, escort",
                &[Sex::Woman, Sex::Man, Sex::Other],
                (true, true, true),
                &["ro", "ru", "uk", "en"],
                &[CaseManagement, LegalAid, Psychosocial, Transport],
                "Whole country",
                &[],
            ),
            Who::BorderPost
            | Who::Police
            | Who::Team
            | Who::ChildProtection
            | Who::NationalUnit
            | Who::Secretariat
            | Who::Rapporteur
            | Who::Partner => return None,
        };
        let (adults, children, with_child) = takes;
        Some(List {
            offer: Offer {
                name: self.name().to_owned(),
                about: about.to_owned(),
                organisation,
                duty_phone: self.duty_phone().to_owned(),
                sexes: sexes.to_vec(),
                adults,
                children,
                with_child,
                languages: languages.iter().map(|code| (*code).to_owned()).collect(),
                services: services.to_vec(),
                region: region.to_owned(),
            },
            places: places.iter().map(|label| (*label).to_owned()).collect(),
        })
    }
}

/// An id for tests: the same for the same number.
pub fn id<T>(number: u8) -> Id<T> {
    Id::from_bytes([number; 16])
}

/// A context for tests: all ids and numbers follow from `seed`.
pub fn context(actor: Actor, now: Moment, seed: u8) -> Context {
    root(actor, now, seed).of("example")
}

/// The same at the edge, for use cases.
pub fn root(actor: Actor, now: Moment, seed: u8) -> Root {
    Root {
        actor,
        purpose: Purpose::Assistance,
        now,
        seed: [seed; 32],
        request: [seed; 32],
        correlation: u64::from(seed),
        drawn: None,
    }
}

/// Someone of whom all that rules ask is known: a woman of 24, Ukrainian, with an independent interpreter by phone.
pub fn woman() -> Person {
    Person {
        sex: Known::Is(Sex::Woman),
        age: Age {
            class: Known::Is(AgeClass::Adult),
            basis: Some(AgeBasis::Declared),
            years: Known::Is(24),
        },
        nationality: Known::Is("UA".to_owned()),
        languages: vec!["uk".to_owned(), "ru".to_owned()],
        interpreter: Interpreter::Independent,
        accompanying_child: Answer::No,
    }
}

/// Someone whose age is in doubt, and who takes the child's route.
pub fn unsure_of_age() -> Person {
    Person {
        age: Age {
            class: Known::Is(AgeClass::Unsure),
            basis: Some(AgeBasis::PresumedMinor),
            years: Known::Unknown,
        },
        ..woman()
    }
}

/// The first word about the person: a woman in a van, at the border, at night.
pub fn signal() -> signal::Record {
    signal::Record {
        channel: Channel::Encounter,
        anonymous: false,
        urgency: Urgency::Tonight,
        person: woman(),
        name: Some(Name::given(
            PersonName::wrap("Oksana Invented".to_owned()),
            Script::Latin,
        )),
        phone: None,
        whereabouts: Some(Whereabouts::wrap("At the border post".to_owned())),
        health: Some(HealthNote::wrap("Her wrist hurts".to_owned())),
        screening: None,
        account: Some(Narrative::wrap(
            "Found in a grey van at 01:20. She is afraid of one man.".to_owned(),
        )),
    }
}

/// What the person said of a recipient, aloud.
pub fn say(to: Recipient, answer: Answer, fields: Fields) -> AddConsent {
    AddConsent {
        to,
        answer,
        fields,
        purpose: Purpose::Assistance,
        until: None,
        form: Form::Spoken,
        language: None,
        words: None,
    }
}

/// A place for tonight is asked for, on the person's yes.
pub fn send(case: Id<Case>, to: Id<Provider>, fields: Fields) -> Send {
    Send {
        case,
        draft: None,
        to,
        urgency: Urgency::Tonight,
        services: vec![Service::Shelter],
        fields,
        ground: Ground::Consent,
        ground_reason: None,
        until: None,
        hold: false,
        words: None,
    }
}
