//! Clocks. INVARIANT: no length stands in code: a clock is computed once, when a decision is taken, from the country profile,
//! and due time, kind, article and profile version then stand in the event. A changed law reaches a running case only by an
//! explicit, recorded recalculation.
use crate::{id::Moment, known::codes};
use minicbor::{Decode, Encode};

codes! {
    /// What a length binds to, in the words of the law that gives it.
    ClockKind {
        /// Aimed at; missing it has no effect in law.
        0 Target = "target",
        /// Set by law.
        1 Statutory = "statutory",
        /// The most that the law allows.
        2 StatutoryMax = "statutory_max",
        /// Set by law for the exception.
        3 StatutoryExceptional = "statutory_exceptional",
        /// Nothing may happen earlier.
        4 NotBefore = "not_before",
        /// The profile says that there is no deadline.
        5 None = "none",
        /// The profile does not know whether there is one.
        6 Unknown = "unknown",
    }
}

codes! {
    /// How sure a value of the profile is. INVARIANT: only a verified value refuses; the others remind.
    Confidence {
        /// Read in the named source.
        0 Verified = "verified",
        /// Background knowledge, or a cut text.
        1 Unsure = "unsure",
        /// Ours: the house's default.
        2 Proposed = "proposed",
    }
}

/// A length as the law writes it; hours of a law are not days of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Length {
    /// Minutes.
    #[n(0)]
    Minutes(#[n(0)] u32),
    /// Hours.
    #[n(1)]
    Hours(#[n(0)] u32),
    /// Days of the calendar, to the end of the last day in the profile's zone.
    #[n(2)]
    CalendarDays(#[n(0)] u32),
    /// Days on which the country's offices work, by the profile's holidays.
    #[n(3)]
    WorkingDays(#[n(0)] u32),
    /// Months of the calendar.
    #[n(4)]
    Months(#[n(0)] u32),
}

/// A length with all that must stay with it up to the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it binds to.
    pub kind: ClockKind,
    /// How long; `None` where there is none or it is not known.
    pub length: Option<Length>,
    /// Where it comes from: article or source.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// What else a reader should know.
    pub note: Option<String>,
}

/// A clock that runs: what an event keeps.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Clock {
    /// When it began.
    #[n(0)]
    pub started: Moment,
    /// When it ends (or, for `NotBefore`, opens); `None` where there is no deadline or it is not known.
    #[n(1)]
    pub due: Option<Moment>,
    /// What it binds to.
    #[n(2)]
    pub kind: ClockKind,
    /// The length it was computed from.
    #[n(3)]
    pub length: Option<Length>,
    /// Article or source.
    #[n(4)]
    pub source: String,
    /// How sure.
    #[n(5)]
    pub confidence: Confidence,
    /// Version of the profile, `MD 2026-2`.
    #[n(6)]
    pub profile: String,
}

impl Clock {
    /// Whether the time has passed.
    pub fn is_late(&self, now: Moment) -> bool {
        self.kind != ClockKind::NotBefore && self.due.is_some_and(|due| now > due)
    }
}
