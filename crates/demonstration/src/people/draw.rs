//! Who an invented person is, and what will become of the file.
use super::{
    exploitation::{Exploitation, Found, Group},
    phrase::Phrases,
};
use crate::{Seed, country::Institution};
use tiltas_app::Act;
use tiltas_domain::{
    Actor, Answer, Context, Id, Moment, Root,
    case::{self, Age, AgeBasis, AgeClass, Case, Interpreter, Sex, Urgency},
    context::Draw,
    known::Known,
    provider::Service,
    referral::Referral,
    screening::{Screening, Screenings},
    signal::Channel,
};

/// Draws numbers from the seed: the same seed, the same person.
pub(super) struct Dice {
    context: Context,
    nth: u32,
}

impl Dice {
    fn new(root: &Root) -> Dice {
        Dice {
            context: root.of("dice"),
            nth: 0,
        }
    }

    /// A number below `below`.
    pub fn below(&mut self, below: u32) -> u32 {
        self.nth += 1;
        self.context.number(Draw::Invention, self.nth) % below.max(1)
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
    /// The person says no to what is offered.
    NoConsent,
    /// The person takes it back, and one holder has not confirmed.
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
    pub exploitation: &'static Exploitation,
    pub known: Found,
    pub screening: Id<Screening>,
    pub lead: Actor,
    pub service: Service,
    pub asked: Vec<Institution>,
    pub referral: Option<(Id<Referral>, Institution)>,
    /// How often no house had room.
    pub full: u32,
    pub step: u32,
}

impl Person {
    /// The `nth` of `count`, the last one the newest.
    pub fn draw(seed: &Seed, nth: u32, count: u32, now: Moment) -> Person {
        let context = seed.context(tiltas_app::account::founder(), now, &format!("person {nth}"));
        let mut dice = Dice::new(&context);
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
        let group = match fate {
            Fate::Tonight => Group::Woman,
            Fate::ChildLate | Fate::AgeInDoubt => dice.one(&[Group::Boy, Group::Girl], Group::Boy),
            Fate::Any => Group::draw(&mut dice),
            _ => dice.one(
                &[Group::Man, Group::Man, Group::Man, Group::Woman, Group::Woman],
                Group::Man,
            ),
        };
        let at_an_office = matches!(fate, Fate::Silent | Fate::Tonight) && dice.percent(75);
        let exploitation = Exploitation::draw(&mut dice, group, at_an_office);
        let known = exploitation.known(&mut dice, at_an_office);
        let (by, channel) = match known.by(&mut dice) {
            (_, channel) if at_an_office => (Institution::PodulAlb, channel),
            known => known,
        };
        let person = who(&mut dice, fate, group, exploitation);
        let urgency = how_soon(&mut dice, fate, known, newest);
        let service = needed(&mut dice, exploitation, group, urgency);
        let lead = seed.member(by, 0);
        let signal = Act::RecordSignal.context(&seed.context(lead, found, &format!("person {nth} signal")));
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
            exploitation,
            known,
            screening: signal.inside::<Screenings, _>(0),
            lead,
            service,
            asked: Vec::new(),
            referral: None,
            full: 0,
            step: 0,
        }
    }

    /// The context of this person's next step.
    pub fn context(&mut self, seed: &Seed, actor: Actor, at: Moment) -> Root {
        self.step += 1;
        seed.context(actor, at, &format!("person {} step {}", self.nth, self.step))
    }

    /// The context in which the file begins: its ids are known before.
    pub fn beginning(&self, seed: &Seed) -> Root {
        seed.context(self.lead, self.found, &format!("person {} signal", self.nth))
    }

    /// Whether the child's route is taken.
    pub fn is_child(&self) -> bool {
        self.person.age.takes_child_route()
    }

    /// Whether help is needed before tomorrow.
    pub fn is_urgent(&self) -> bool {
        self.urgency != Urgency::Ordinary
    }

    /// A sentence for an adult or for a child.
    pub fn phrase(&mut self, phrases: &mut Phrases, heading: &str) -> String {
        let of = if self.is_child() { "child" } else { "adult" };
        phrases.fresh(&mut self.dice, &[&format!("{heading} {of}")])
    }

    /// What was told about the person first.
    pub fn account(&mut self, phrases: &mut Phrases) -> String {
        let child = if self.is_child() { " child" } else { "" };
        let opening = format!("opening {}{child}", self.known.key());
        let account = match self.fate {
            Fate::AgeInDoubt => "account in_doubt".to_owned(),
            _ => format!("account {}", self.exploitation.key),
        };
        let opening = phrases.fresh(&mut self.dice, &[&opening]);
        let account = phrases.fresh(&mut self.dice, &[&account]);
        format!("{opening} {account}")
    }

    /// Where the person is when the file begins.
    pub fn place(&mut self, phrases: &mut Phrases) -> String {
        // Whoever is reported is met where a caller would be: nobody sits in the office yet.
        let at = match self.known {
            Found::Report => Found::Hotline.key(),
            known => known.key(),
        };
        let heading = match (self.is_child(), self.is_urgent(), self.known) {
            (true, true, Found::Hotline | Found::Report) => format!("place {at} child urgent"),
            (true, _, _) => format!("place {at} child"),
            (false, true, _) => format!("place {at} urgent"),
            (false, false, _) => format!("place {at}"),
        };
        phrases.fresh(&mut self.dice, &[&heading])
    }

    /// Health, as far as help needs it.
    pub fn health(&mut self, phrases: &mut Phrases) -> String {
        let woman = self.person.sex == Known::Is(Sex::Woman);
        let mut headings = vec!["health any"];
        match (self.is_child(), self.exploitation.hurts) {
            (true, _) => headings = vec!["health child"],
            (false, true) => headings.push("health work"),
            (false, false) if woman && matches!(self.person.age.years, Known::Is(18..43)) => {
                headings.push("health woman");
            }
            (false, false) => {}
        }
        phrases.fresh(&mut self.dice, &headings)
    }
}

/// How soon help is needed: at a crossing at night more often than on a call.
fn how_soon(dice: &mut Dice, fate: Fate, known: Found, newest: usize) -> Urgency {
    let tonight = match known {
        Found::Border => 45,
        Found::Office => 30,
        Found::Inspection | Found::Hotline | Found::Report => 20,
    };
    match fate {
        Fate::Tonight | Fate::Question if newest < 3 => Urgency::Tonight,
        Fate::Any | Fate::NoCapacity if dice.percent(tonight) => Urgency::Tonight,
        Fate::Any if dice.percent(6) => Urgency::DangerNow,
        _ => Urgency::Ordinary,
    }
}

/// What is asked for first.
fn needed(dice: &mut Dice, exploitation: &Exploitation, group: Group, urgency: Urgency) -> Service {
    use Service::*;
    if urgency != Urgency::Ordinary {
        return Shelter;
    }
    let of = match (group.is_child(), exploitation.feared) {
        (true, _) => [Psychosocial, Psychosocial, Shelter, Shelter, Psychosocial],
        (false, "work") => [LegalAid, LegalAid, SocialAssistance, Medical, Shelter],
        (false, _) => [Psychosocial, Psychosocial, Shelter, Medical, LegalAid],
    };
    dice.one(&of, Psychosocial)
}

fn who(dice: &mut Dice, fate: Fate, group: Group, exploitation: &Exploitation) -> case::Person {
    let (from, to) = exploitation.ages;
    let years = from + dice.below(u32::from(to - from) + 1) as u8;
    let (class, basis, years) = match (fate, group.is_child()) {
        (Fate::AgeInDoubt, _) => (AgeClass::Unsure, AgeBasis::PresumedMinor, Known::Unknown),
        (_, true) => (AgeClass::Child, AgeBasis::Declared, Known::Is(years)),
        (_, false) => {
            let basis = dice.one(&[AgeBasis::Declared, AgeBasis::Documented], AgeBasis::Declared);
            (AgeClass::Adult, basis, Known::Is(years))
        }
    };
    let sex = match group {
        Group::Man | Group::Boy => Sex::Man,
        Group::Woman if fate == Fate::Any && dice.percent(2) => Sex::Other,
        Group::Woman | Group::Girl => Sex::Woman,
    };
    let (nationality, languages): (&str, &[&str]) = match dice.below(100) {
        0..30 if exploitation.from_afar => ("BD", &["bn"]),
        30..60 if exploitation.from_afar => ("NP", &["ne"]),
        60..80 if exploitation.from_afar => ("TR", &["tr"]),
        _ if exploitation.from_afar => ("IN", &["hi", "en"]),
        0..89 => ("MD", &["ro", "ru"]),
        89..96 => ("UA", &["uk", "ru"]),
        _ => ("RO", &["ro"]),
    };
    let local = matches!(nationality, "MD" | "RO");
    case::Person {
        sex: Known::Is(sex),
        age: Age {
            class: Known::Is(class),
            basis: Some(basis),
            years,
        },
        nationality: Known::Is(nationality.to_owned()),
        languages: languages.iter().map(|code| (*code).to_owned()).collect(),
        interpreter: if local {
            Interpreter::NotNeeded
        } else {
            dice.one(
                &[Interpreter::Independent, Interpreter::Needed],
                Interpreter::Independent,
            )
        },
        accompanying_child: if group == Group::Woman && matches!(years, Known::Is(22..48)) && dice.percent(14) {
            Answer::Yes
        } else {
            Answer::No
        },
    }
}
