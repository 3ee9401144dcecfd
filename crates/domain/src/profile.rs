//! A country joins with one file. The profile says how long, on which ground, from which source and how sure; the rules ask it.
//! INVARIANT: an unsure or proposed value reminds, it never refuses.
pub mod calendar;
pub mod check;
pub mod parse;
mod partnership;
mod reader;
pub mod reporting;
#[cfg(test)]
mod tests;

pub use partnership::RequiredPair;

use crate::{
    case::Urgency,
    clock::{Clock, Confidence, Term},
    consent::Ground,
    content::Fields,
    id::Moment,
    known::codes,
    organisation::OrganisationKind,
};

/// The profile of Moldova as shipped: the text of `profiles/md.toml`.
pub const MOLDOVA: &str = include_str!("../../../profiles/md.toml");
/// The profile of the United Kingdom as shipped: the text of `profiles/gb.toml`.
pub const UNITED_KINGDOM: &str = include_str!("../../../profiles/gb.toml");

/// A value with its provenance, which stays with it up to the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// What else a reader should know.
    pub note: Option<String>,
}

/// The clocks of one urgency: until help is asked for, the receiver's two, and the four hours at which it is escalated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrgencyClocks {
    /// Until help is asked for; where it has no length, nothing is due.
    pub refer: Term,
    /// Until the receiver says that the referral was seen.
    pub acknowledge: Term,
    /// Until the receiver answers; a place is held as long.
    pub answer: Term,
    /// When escalation reaches the sender, the person's supervisor, the contact point, the national unit; counted from
    /// sending.
    pub escalations: [Term; 4],
    /// When an unanswered referral expires, counted from sending.
    pub expires: Term,
}

/// What a ground of disclosure rests on, and what it makes of the person's say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundRule {
    /// The articles.
    pub article: Sourced<String>,
    /// The articles for health (GDPR art. 9).
    pub health: Sourced<String>,
    /// Whether the person's say is required, asked, or not asked because of duty or danger.
    pub consent: ConsentRule,
    /// The longest time a disclosure on this ground may run.
    pub until: Term,
}

/// The kinds of organisations that may take the lead of a case without an offer. Each list opens a way beside the offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadRule {
    /// Of a child, or of one whose age is in doubt, in whose case it takes part.
    pub child: Sourced<Vec<OrganisationKind>>,
    /// By its duty of coordination, where a delay in the case was escalated to it.
    pub delay: Sourced<Vec<OrganisationKind>>,
    /// Where nobody is left at the organisation that leads, and a delay in the case was escalated to it.
    pub vacant: Sourced<Vec<OrganisationKind>>,
}

/// What a provider keeps in its own record of somebody to whom it gave a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRecordRule {
    /// What it needs for the person's safety, as it stood when the sharing ended.
    pub fields: Sourced<Fields>,
    /// The articles.
    pub article: Sourced<String>,
    /// How long after the service has ended.
    pub until: Term,
}

codes! {
    /// What a ground makes of the person's say.
    ConsentRule {
        /// Without the person's yes nothing goes.
        0 Required = "required",
        /// The person is asked; the ground stands also without.
        1 Asked = "asked",
        /// Not asked because of duty or danger; the person is told, unless the law delays it.
        2 Told = "told",
    }
}

/// One country's profile, read from its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The country's name in English.
    pub name: String,
    /// Version of this file, shown as `MD 2026-2`.
    pub version: String,
    /// ISO 639-1 codes (639-3 where a language has no shorter one); the first is the default.
    pub languages: Vec<String>,
    /// IANA name of the zone in which times are told.
    pub zone: String,
    /// The number for danger, such as 112.
    pub emergency: Sourced<String>,
    /// What an officer who learns of a crime has to report, and to whom. A duty of the officer's own; whether to make a
    /// statement is decided by the person.
    pub duty_to_report: Sourced<String>,
    /// Clocks by urgency.
    pub danger_now: UrgencyClocks,
    /// Clocks by urgency.
    pub tonight: UrgencyClocks,
    /// Clocks by urgency.
    pub ordinary: UrgencyClocks,
    /// Grounds of disclosure.
    pub consent: GroundRule,
    /// Grounds of disclosure.
    pub vital_interest: GroundRule,
    /// Grounds of disclosure.
    pub child_protection: GroundRule,
    /// Grounds of disclosure.
    pub public_task: GroundRule,
    /// What a provider keeps in its own record once the sharing has ended.
    pub own_record: OwnRecordRule,
    /// Notice to the child-protection authority.
    pub child_notice: Term,
    /// What the child-protection authority is told.
    pub child_notice_fields: Sourced<Fields>,
    /// Whether a person of unsure age is treated as a child.
    pub presumption_of_minority: Sourced<bool>,
    /// Report of a disclosure that went to the wrong receiver.
    pub breach_notice: Term,
    /// Recipients of a corrected value confirm.
    pub correction: Term,
    /// Holders of what the person takes back confirm.
    pub removal: Term,
    /// An offer of the lead is answered.
    pub lead_offer: Term,
    /// How long after its clock an open duty of an urgent kind reaches supervisor, contact point, national unit.
    pub escalation_urgent: [Term; 3],
    /// The same for every other task.
    pub escalation: [Term; 3],
    /// Until the child-protection authority says that it has the notice of a child.
    pub child_notice_receipt: Term,
    /// Until a draft of a referral is sent.
    pub draft: Term,
    /// How long a file stands by its urgency in a work queue while nothing is due in it.
    pub new_case: Term,
    /// How long a task about no case is kept once it is done or cancelled.
    pub task_without_case: Term,
    /// Who may take the lead of a case to whom nobody offered it.
    pub lead: LeadRule,
    /// How long those whom escalation reached still read a file of which nobody answered a referral.
    pub escalation_reading: Term,
    /// An open page that asks for itself again is noted anew after so long.
    pub opened_again: Term,
    /// The same denial again is counted for so long, and then noted as one entry.
    pub denied_again: Term,
    /// At most so many places held at once by one organisation.
    pub hold_cap: Sourced<u32>,
    /// The recovery and reflection period of an adult.
    pub reflection_adult: Term,
    /// The recovery and reflection period of a child.
    pub reflection_child: Term,
    /// Stages of formal identification, in their order.
    pub stages: Vec<Stage>,
    /// Which institutions of one territory should have an arrangement with each other.
    pub partnerships: Vec<RequiredPair>,
    /// What is reported each year, and by which day.
    pub reporting: Vec<reporting::ReportingRule>,
    /// How long after its last day a report that is missing reaches the head of the focal function, and the secretariat.
    pub escalation_report: [Term; 2],
    /// How many persons, by year.
    pub volumes: Vec<Volume>,
    /// What else a reader of the profile should know, by topic.
    pub facts: Vec<Fact>,
    /// Days on which offices do not work, and their names.
    pub holidays: Vec<Holiday>,
}

/// A stage of formal identification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its code: `reasonable_grounds`.
    pub stage: String,
    /// Who decides.
    pub decider: String,
    /// What has to be shown.
    pub threshold: String,
    /// What can come of it; empty where the source names nothing.
    pub outcomes: Vec<String>,
    /// By when, or not before when.
    pub deadline: Term,
}

codes! {
    /// What a yearly figure counts. INVARIANT: figures of two kinds are never added or divided without saying so.
    Counted {
        /// Persons identified as victims.
        0 Identified = "identified",
        /// Persons referred.
        1 Referred = "referred",
        /// Persons who got help.
        2 Assisted = "assisted",
    }
}

/// How many persons in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// The year.
    pub year: i16,
    /// What is counted.
    pub counted: Counted,
    /// How many persons.
    pub persons: Sourced<u32>,
}

codes! {
    /// What a fact is about.
    Topic {
        /// Acts and decisions.
        0 LegalBasis = "legal_basis",
        /// Who identifies first.
        1 FirstIdentification = "first_identification",
        /// Whom everybody can reach.
        2 ContactPoint = "contact_point",
        /// How status is decided.
        3 Identification = "identification",
        /// The recovery and reflection period.
        4 Reflection = "reflection",
        /// Help.
        5 Assistance = "assistance",
        /// Children.
        6 Child = "child",
        /// Permits.
        7 Residence = "residence",
        /// Return and transfer.
        8 Return = "return",
        /// Who coordinates.
        9 Coordinator = "coordinator",
        /// Who reports independently.
        10 Rapporteur = "rapporteur",
        /// Who monitors.
        11 Monitoring = "monitoring",
        /// Protection of personal data.
        12 DataProtection = "data_protection",
    }
}

/// Something a reader of the profile should know. No rule decides by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// What of it: `guardian`; empty where the topic has one fact only.
    pub aspect: String,
    /// One value, or several.
    pub values: Sourced<Vec<String>>,
}

/// A day on which offices do not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Which day of each year.
    pub day: HolidayDay,
    /// Whether it moves to the next working day when it falls on a Saturday or Sunday.
    pub moves: bool,
    /// Its name.
    pub name: String,
    /// The act that says so.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// What else a reader should know.
    pub note: Option<String>,
}

/// Which day of each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayDay {
    /// The same date each year: month and day.
    Fixed(i8, i8),
    /// Days after Western Easter Sunday.
    Easter(i16),
    /// Days after Orthodox Easter Sunday.
    OrthodoxEaster(i16),
    /// The nth weekday of a month, from 1; -1 is the last.
    Weekday {
        /// Month, 1 to 12.
        month: i8,
        /// First, second, …; -1 for the last.
        nth: i8,
        /// Which weekday.
        weekday: jiff::civil::Weekday,
    },
    /// One date only.
    Once(jiff::civil::Date),
}

impl Profile {
    /// The clocks of this urgency.
    pub fn urgency(&self, urgency: Urgency) -> &UrgencyClocks {
        match urgency {
            Urgency::DangerNow => &self.danger_now,
            Urgency::Tonight => &self.tonight,
            Urgency::Ordinary => &self.ordinary,
        }
    }

    /// The rule of this ground.
    pub fn ground(&self, ground: Ground) -> &GroundRule {
        match ground {
            Ground::Consent => &self.consent,
            Ground::VitalInterest => &self.vital_interest,
            Ground::ChildProtection => &self.child_protection,
            Ground::PublicTask => &self.public_task,
        }
    }

    /// How the profile's version is told: `MD 2026-2`.
    pub fn edition(&self) -> String {
        format!("{} {}", self.country, self.version)
    }

    /// Starts a clock of this term: counted in the profile's zone, working days by its holidays.
    pub fn start(&self, term: &Term, started: Moment) -> Clock {
        Clock {
            started,
            due: term.length.map(|length| self.after(length, started)),
            kind: term.kind,
            length: term.length,
            source: term.source.clone(),
            confidence: term.confidence,
            profile: self.edition(),
        }
    }
}
