//! A country joins with one file. The profile says how long, on which ground, from which source and how sure; the rules ask it.
use crate::{
    case::Urgency,
    clock::{Clock, Confidence, Term},
    consent::Ground,
    id::Moment,
};

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

/// The clocks of one urgency: the receiver's two, and the four hours at which silence climbs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrgencyClocks {
    /// Until the receiver says that the referral was seen.
    pub acknowledge: Term,
    /// Until the receiver answers; a place is held as long.
    pub answer: Term,
    /// When silence reaches the sender, her supervisor, the contact point, the national unit; counted from sending.
    pub climbs: [Term; 4],
    /// When an unanswered referral expires, counted from sending.
    pub expires: Term,
}

/// What a ground of disclosure rests on, and what it makes of her say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundRule {
    /// The articles.
    pub article: Sourced<String>,
    /// The articles for health (GDPR art. 9).
    pub health: Sourced<String>,
    /// Whether her say is required, asked, or not asked because of duty or danger.
    pub her_say: HerSay,
    /// The longest time a disclosure on this ground may run.
    pub until: Term,
}

/// What a ground makes of her say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HerSay {
    /// Without her yes nothing goes.
    Required,
    /// She is asked; the ground stands also without.
    Asked,
    /// Not asked because of duty or danger; she is told, unless the law delays it.
    Told,
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
    /// ISO 639-1 codes, the first is the default.
    pub languages: Vec<String>,
    /// IANA name of the zone in which times are told.
    pub zone: String,
    /// The number for danger, such as 112.
    pub emergency: Sourced<String>,
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
    /// Notice to the child-protection authority.
    pub child_notice: Term,
    /// Whether a person of unsure age is treated as a child.
    pub presumption_of_minority: Sourced<bool>,
    /// Report of a disclosure that went to the wrong receiver.
    pub breach_notice: Term,
    /// Recipients of a corrected value confirm.
    pub correction: Term,
    /// Holders of what she takes back confirm.
    pub removal: Term,
    /// An offer of the lead is answered.
    pub lead_offer: Term,
    /// At most so many places held at once by one organisation.
    pub hold_cap: Sourced<u32>,
    /// Days on which offices do not work, and their names.
    pub holidays: Vec<Holiday>,
}

/// A day on which offices do not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Which day of each year.
    pub day: HolidayDay,
    /// Its name.
    pub name: String,
    /// The act that says so.
    pub source: String,
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

    /// The instant that lies so long after `started`.
    pub fn after(&self, length: crate::clock::Length, started: Moment) -> Moment {
        use crate::clock::Length::{CalendarDays, Hours, Minutes, Months, WorkingDays};
        match length {
            Minutes(n) => started.plus_minutes(i64::from(n)),
            Hours(n) => started.plus_hours(i64::from(n)),
            CalendarDays(n) | WorkingDays(n) => started.plus_hours(i64::from(n) * 24),
            Months(n) => started.plus_hours(i64::from(n) * 24 * 30),
        }
    }
}
