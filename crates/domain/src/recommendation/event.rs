//! What happens to a recommendation, and what each event tells.
use super::{Outcome, Rating, Recommendation, Source, Stance, Theme, Wording};
use crate::{Id, Moment, context::Actor, dated::Dated, organisation::Organisation};
use minicbor::{Decode, Encode};

/// What an institution thinks, and when it said so.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Said {
    /// Who.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// What.
    #[n(1)]
    pub stance: Stance,
    /// Why.
    #[n(2)]
    pub reason: Option<String>,
    /// The words that it proposes instead.
    #[n(3)]
    pub wording: Option<String>,
    /// When.
    #[n(4)]
    pub at: Moment,
}

/// What a body decided.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Decision {
    /// What.
    #[n(0)]
    pub outcome: Outcome,
    /// Which body.
    #[n(1)]
    pub body: String,
    /// At which meeting, where one is named.
    #[n(2)]
    pub meeting: Option<String>,
    /// On which day.
    #[n(3)]
    pub on: Dated,
    /// Why; a *no* always has a reason.
    #[n(4)]
    pub reason: Option<String>,
}

/// Who is to carry it out.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Addressee {
    /// Who.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Until when; `None` where no term was set.
    #[n(1)]
    pub term: Option<Dated>,
}

/// What an addressee, or a reviewer, found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Finding {
    /// Who says so.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// How far it is.
    #[n(1)]
    pub rating: Rating,
    /// In words.
    #[n(2)]
    pub text: String,
    /// What shows it: an address, the name of a document, a figure with its definition.
    #[n(3)]
    pub evidence: Vec<String>,
    /// When it was said.
    #[n(4)]
    pub at: Moment,
}

/// The same words in another language.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Translation {
    /// The words.
    #[n(0)]
    pub text: String,
    /// Their language (ISO 639-1).
    #[n(1)]
    pub language: String,
    /// Made by a machine.
    #[n(2)]
    pub machine: bool,
    /// Read by a person since.
    #[n(3)]
    pub read: bool,
}

/// First words, with where they come from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// In a line.
    #[n(0)]
    pub title: String,
    /// Where it comes from.
    #[n(1)]
    pub source: Source,
    /// Its words.
    #[n(2)]
    pub wording: Wording,
    /// What it is about.
    #[n(3)]
    pub theme: Theme,
    /// Invented, to show how it works.
    #[n(4)]
    pub example: bool,
    /// Who wrote it down.
    #[n(5)]
    pub by: Actor,
    /// When.
    #[n(6)]
    pub at: Moment,
}

/// What happens to a recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// Its first words are written down.
    #[n(0)]
    Recorded(#[n(0)] First),
    /// It stands in another language.
    #[n(1)]
    Translated(#[n(0)] Translation),
    /// Institutions are asked what they think.
    #[n(2)]
    DiscussionOpened {
        /// Who is asked.
        #[n(0)]
        asked: Vec<Id<Organisation>>,
        /// Until when.
        #[n(1)]
        until: Dated,
        /// When that was.
        #[n(2)]
        at: Moment,
    },
    /// One says what it thinks.
    #[n(3)]
    PositionTaken(#[n(0)] Said),
    /// Its words are agreed.
    #[n(4)]
    Formulated {
        /// The words.
        #[n(0)]
        text: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// A body decides.
    #[n(5)]
    Decided(#[n(0)] Decision),
    /// Somebody is to carry it out; a later term stands in the place of an earlier one.
    #[n(6)]
    Addressed(#[n(0)] Addressee),
    /// An addressee reports.
    #[n(7)]
    Reported(#[n(0)] Finding),
    /// A reviewer looks.
    #[n(8)]
    Reviewed(#[n(0)] Finding),
    /// It says the same as another, or it does not: a person decided.
    #[n(9)]
    SaysTheSame {
        /// As which.
        #[n(0)]
        other: Id<Recommendation>,
        /// Whether it does.
        #[n(1)]
        same: bool,
    },
    /// Nothing more comes.
    #[n(10)]
    Closed {
        /// Why.
        #[n(0)]
        reason: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// It goes on.
    #[n(11)]
    Reopened {
        /// Why.
        #[n(0)]
        reason: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// Another stands in its place.
    #[n(12)]
    Superseded {
        /// Which.
        #[n(0)]
        by: Id<Recommendation>,
        /// When.
        #[n(1)]
        at: Moment,
    },
}
