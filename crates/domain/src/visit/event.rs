//! What happens to a visit, and what each event tells.
use super::Kind;
use crate::{
    Id, Moment,
    context::Actor,
    dated::Dated,
    organisation::Organisation,
    recommendation::{Recommendation, Theme},
};
use minicbor::{Decode, Encode};

/// Who goes where, when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// What kind.
    #[n(0)]
    pub kind: Kind,
    /// In a line.
    #[n(1)]
    pub title: String,
    /// Where.
    #[n(2)]
    pub place: Option<String>,
    /// Its first day, as far as it is known.
    #[n(3)]
    pub begins: Dated,
    /// Its last day, where it is another.
    #[n(4)]
    pub ends: Option<Dated>,
    /// The institutions that go.
    #[n(5)]
    pub delegation: Vec<Id<Organisation>>,
    /// Who receives them, by name of the institution.
    #[n(6)]
    pub hosts: Vec<String>,
    /// Where this was read.
    #[n(7)]
    pub source: Option<String>,
    /// Invented, to show how it works.
    #[n(8)]
    pub example: bool,
    /// Who wrote it down.
    #[n(9)]
    pub by: Actor,
    /// When.
    #[n(10)]
    pub at: Moment,
}

/// What is done on a day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Day {
    /// Which.
    #[n(0)]
    pub on: Dated,
    /// What.
    #[n(1)]
    pub text: String,
}

/// What was noted on a day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Note {
    /// Of which day.
    #[n(0)]
    pub on: Dated,
    /// What.
    #[n(1)]
    pub text: String,
    /// Invented.
    #[n(2)]
    pub example: bool,
    /// Whose note.
    #[n(3)]
    pub by: Id<Organisation>,
    /// When it was written.
    #[n(4)]
    pub at: Moment,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Finding {
    /// What.
    #[n(0)]
    pub text: String,
    /// About what.
    #[n(1)]
    pub theme: Theme,
    /// The day note that it rests on, counted from one.
    #[n(2)]
    pub note: Option<u32>,
    /// Invented.
    #[n(3)]
    pub example: bool,
    /// Who found it.
    #[n(4)]
    pub by: Id<Organisation>,
    /// When it was written.
    #[n(5)]
    pub at: Moment,
    /// The recommendation to which it led.
    #[n(6)]
    pub recommendation: Option<Id<Recommendation>>,
}

/// A report, or what came of the visit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Told {
    /// The words.
    #[n(0)]
    pub text: String,
    /// Whose.
    #[n(1)]
    pub by: Id<Organisation>,
    /// When.
    #[n(2)]
    pub at: Moment,
}

/// What happens to a visit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is to be agreed with the hosts.
    #[n(0)]
    Planned(#[n(0)] First),
    /// The hosts agreed.
    #[n(1)]
    Confirmed {
        /// When that was written down.
        #[n(0)]
        at: Moment,
    },
    /// A day has its programme.
    #[n(2)]
    DayPlanned(#[n(0)] Day),
    /// It took place.
    #[n(3)]
    Held {
        /// When that was written down.
        #[n(0)]
        at: Moment,
    },
    /// Something was noted.
    #[n(4)]
    Noted(#[n(0)] Note),
    /// Something was found.
    #[n(5)]
    Found(#[n(0)] Finding),
    /// A finding led to a recommendation.
    #[n(6)]
    Recommended {
        /// Which finding, counted from one.
        #[n(0)]
        finding: u32,
        /// Which recommendation.
        #[n(1)]
        recommendation: Id<Recommendation>,
    },
    /// Its report is written.
    #[n(7)]
    Reported(#[n(0)] Told),
    /// What came of it is told.
    #[n(8)]
    FollowedUp(#[n(0)] Told),
}
