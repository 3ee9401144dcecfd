//! Who an invented person is, and what will become of the file.
use super::tale;
use crate::{Seed, country::Institution};
use tiltas_domain::{
    Actor, Answer, Context, Id, Moment,
    case::{self, Age, AgeBasis, AgeClass, Case, Interpreter, Sex, Urgency},
    context::Draw,
    known::Known,
    provider::Service,
    referral::Referral,
    screening::Screening,
    signal::Channel,
};

/// Draws numbers from the seed: the same seed, the same person.
pub(super) struct Dice {
    context: Context,
    nth: u32,
}

impl Dice {
    fn new(context: Context) -> Dice {
        Dice { context, nth: 0 }
    }

    /// A number below `below`.
    pub fn below(&mut self, below: u32) -> u32 {
        self.nth += 1;
        self.context.number(Draw::Note, self.nth) % below.max(1)
    }

    /// True in `percent` of a hundred.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub fn one<T: Copy>(&mut self, of: &[T], or: T) -> T {
        of.get(self.below(of.len() as u32) as usize).copied().unwrap_or(or)
    }
}

/// What becomes of the newest files, so that every page of the demonstration has something to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// As the dice fall.
    Any,
    /// Nobody answers.
    Silent,
    /// The receiver refuses.
    Refused,
    /// The receiver has no place.
    NoCapacity,
    /// The receiver asks first, and waits.
    Question,
    /// A child, of whom child protection was not told in time.
    ChildLate,
    /// An age in doubt.
    AgeInDoubt,
    /// She says no to what is offered.
    NoConsent,
    /// She takes it back, and one holder has not confirmed.
    TakenBack,
    /// A told value was wrong, and a holder has not taken the correction.
    Corrected,
    /// It went to the wrong receiver.
    WrongReceiver,
    /// The lead is offered and not taken yet.
    LeadOffered,
    /// A place is held, and the answer is due in this night.
    Tonight,
}

/// The newest files: hours before the night, and what becomes of each.
const NEWEST: [(i64, Fate); 26] = [
    (1, Fate::Tonight),
    (2, Fate::Question),
    (3, Fate::Silent),
    (5, Fate::LeadOffered),
    (7, Fate::AgeInDoubt),
    (9, Fate::Any),
    (12, Fate::Silent),
    (16, Fate::LeadOffered),
    (20, Fate::Refused),
    (26, Fate::TakenBack),
    (30, Fate::ChildLate),
    (34, Fate::Corrected),
    (40, Fate::Silent),
    (45, Fate::NoConsent),
    (50, Fate::WrongReceiver),
    (56, Fate::Silent),
    (62, Fate::NoCapacity),
    (68, Fate::LeadOffered),
    (75, Fate::Any),
    (80, Fate::Question),
    (88, Fate::Silent),
    (96, Fate::TakenBack),
    (105, Fate::ChildLate),
    (115, Fate::Any),
    (130, Fate::Corrected),
    (150, Fate::Refused),
];

/// An invented person, with what the timeline has learnt so far.
pub(super) struct Person {
    pub nth: u32,
    pub dice: Dice,
    pub fate: Fate,
    pub case: Id<Case>,
    pub found: Moment,
    pub by: Institution,
    pub channel: Channel,
    pub urgency: Urgency,
    pub person: case::Person,
    pub sexual: bool,
    pub screening: Id<Screening>,
    pub lead: Actor,
    pub service: Service,
    pub asked: Vec<Institution>,
    pub referral: Option<(Id<Referral>, Institution)>,
    pub step: u32,
}

impl Person {
    /// The `nth` of `count`, the last one the newest.
    pub fn draw(seed: &Seed, nth: u32, count: u32, now: Moment) -> Person {
        let context = seed.context(tiltas_app::account::founder(), now, &format!("person {nth}"));
        let mut dice = Dice::new(context);
        let newest = (count - 1 - nth) as usize;
        let special = NEWEST.get(newest).filter(|_| newest * 2 < count as usize).copied();
        let (found, fate) = match special {
            Some((hours, fate)) => (now.plus_minutes(-60 * hours - i64::from(dice.below(50))), fate),
            None => {
                // Spread over the year before the last week.
                let minutes = 51 * 7 * 24 * 60 / i64::from(count.max(1)) * i64::from(count - nth);
                let jitter = i64::from(dice.below(1400));
                (now.plus_minutes(-minutes - 7 * 24 * 60 - jitter), Fate::Any)
            }
        };
        let by = finder(&mut dice, fate);
        let channel = match by {
            Institution::Hotline => Channel::Hotline,
            Institution::PodulAlb | Institution::DrumulSigur if dice.percent(50) => Channel::Herself,
            Institution::PodulAlb | Institution::DrumulSigur => Channel::Report,
            _ => Channel::Encounter,
        };
        let person = who(&mut dice, fate);
        let man = person.sex == Known::Is(Sex::Man);
        let sexual = dice.percent(if man { 5 } else { 55 });
        let urgency = match fate {
            Fate::Tonight | Fate::Question if newest < 3 => Urgency::Tonight,
            Fate::Any | Fate::NoCapacity if dice.percent(35) => Urgency::Tonight,
            Fate::Any if dice.percent(6) => Urgency::DangerNow,
            _ => Urgency::Ordinary,
        };
        let service = match dice.below(10) {
            _ if fate == Fate::Tonight || urgency != Urgency::Ordinary => Service::Shelter,
            0..5 => Service::Shelter,
            5 => Service::Medical,
            6 => Service::LegalAid,
            7 => Service::SocialAssistance,
            _ => Service::Psychosocial,
        };
        let lead = seed.member(by, 0);
        let signal = seed.context(lead, found, &format!("person {nth} signal"));
        Person {
            nth,
            dice,
            fate,
            case: signal.id(0),
            found,
            by,
            channel,
            urgency,
            person,
            sexual,
            screening: signal.part(Draw::Screening, 0),
            lead,
            service,
            asked: Vec::new(),
            referral: None,
            step: 0,
        }
    }

    /// The context of this person's next step.
    pub fn context(&mut self, seed: &Seed, actor: Actor, at: Moment) -> Context {
        self.step += 1;
        seed.context(actor, at, &format!("person {} step {}", self.nth, self.step))
    }

    /// The context in which the file begins: its ids are known before.
    pub fn beginning(&self, seed: &Seed) -> Context {
        seed.context(self.lead, self.found, &format!("person {} signal", self.nth))
    }

    /// Whether the child's route is taken.
    pub fn is_child(&self) -> bool {
        self.person.age.takes_child_route()
    }

    /// What was told about the person first.
    pub fn account(&mut self) -> String {
        let (man, child) = (self.person.sex == Known::Is(Sex::Man), self.is_child());
        tale::account(&mut self.dice, man, child, self.sexual)
    }
}

fn finder(dice: &mut Dice, fate: Fate) -> Institution {
    use Institution as I;
    match (fate, dice.below(100)) {
        (Fate::Silent | Fate::Tonight, 0..50) => I::PodulAlb,
        (_, 0..20) => I::BorderUngheni,
        (_, 20..32) => I::BorderPalanca,
        (_, 32..56) => I::LabourInspectorate,
        (_, 56..80) => I::Hotline,
        (_, 80..94) => I::PodulAlb,
        _ => I::DrumulSigur,
    }
}

fn who(dice: &mut Dice, fate: Fate) -> case::Person {
    let child = fate == Fate::ChildLate || (fate == Fate::Any && dice.percent(16));
    let (class, basis, years) = match (fate, child) {
        (Fate::AgeInDoubt, _) => (AgeClass::Unsure, AgeBasis::PresumedMinor, Known::Unknown),
        (_, true) => (AgeClass::Child, AgeBasis::Declared, Known::Is(11 + dice.below(7) as u8)),
        _ => {
            let basis = dice.one(&[AgeBasis::Declared, AgeBasis::Documented], AgeBasis::Declared);
            (AgeClass::Adult, basis, Known::Is(18 + dice.below(37) as u8))
        }
    };
    let sex = match dice.below(100) {
        0..60 if fate != Fate::Tonight => Sex::Man,
        99 => Sex::Other,
        _ => Sex::Woman,
    };
    let (nationality, languages): (&str, &[&str]) = match dice.below(100) {
        0..80 => ("MD", &["ro", "ru"]),
        80..88 => ("UA", &["uk", "ru"]),
        88..92 => ("RO", &["ro"]),
        92..94 => ("BD", &["bn"]),
        94..96 => ("NP", &["ne"]),
        96..98 => ("TR", &["tr"]),
        _ => ("IN", &["hi", "en"]),
    };
    let local = matches!(nationality, "MD" | "RO");
    case::Person {
        sex: Known::Is(sex),
        age: Age {
            class: Known::Is(class),
            basis: Some(basis),
            years,
        },
        nationality: if dice.percent(4) {
            Known::Unknown
        } else {
            Known::Is(nationality.to_owned())
        },
        languages: languages.iter().map(|code| (*code).to_owned()).collect(),
        interpreter: if local {
            Interpreter::NotNeeded
        } else {
            dice.one(
                &[Interpreter::Independent, Interpreter::Needed],
                Interpreter::Independent,
            )
        },
        child_with_her: if sex == Sex::Woman && !child && dice.percent(12) {
            Answer::Yes
        } else {
            Answer::No
        },
    }
}
