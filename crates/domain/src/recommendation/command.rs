//! What is asked for: the commands, and why a rule says no to one.
use super::{Addressee, Decision, Rating, Recommendation, Source, Stance, Theme, Translation, Wording};
use crate::{Id, dated::Dated, organisation::Organisation};

/// Writes it down.
#[derive(Clone, Debug)]
pub struct Record {
    /// In a line.
    pub title: String,
    /// Where it comes from.
    pub source: Source,
    /// Its words.
    pub wording: Wording,
    /// What it is about.
    pub theme: Theme,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Puts it into another language.
pub type Translate = Translation;

/// Asks institutions what they think.
#[derive(Clone, Debug)]
pub struct Open {
    /// Who is asked.
    pub asked: Vec<Id<Organisation>>,
    /// Until when.
    pub until: Dated,
}

/// Says what one's institution thinks.
#[derive(Clone, Debug)]
pub struct Position {
    /// What.
    pub stance: Stance,
    /// Why.
    pub reason: Option<String>,
    /// The words that it proposes instead.
    pub wording: Option<String>,
}

/// Fixes the agreed words.
#[derive(Clone, Debug)]
pub struct Formulate {
    /// The words.
    pub text: String,
}

/// Records what a body decided.
pub type Decide = Decision;

/// Says who is to carry it out.
pub type Address = Addressee;

/// Reports how far it is.
#[derive(Clone, Debug)]
pub struct Report {
    /// How far.
    pub rating: Rating,
    /// In words.
    pub text: String,
    /// What shows it.
    pub evidence: Vec<String>,
}

/// Looks at what was reported.
pub type Review = Report;

/// Ends or reopens it, with a reason.
#[derive(Clone, Debug)]
pub struct Close {
    /// Why.
    pub reason: String,
}

/// Puts another in its place.
#[derive(Clone, Debug)]
pub struct Supersede {
    /// Which.
    pub by: Id<Recommendation>,
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// The words of a published report.
        Fixed = "REC-01", "the words of a published report are fixed; record a recommendation of your own beside it";
        /// Not in this state.
        NotNow = "REC-02", "this is not done to a recommendation that stands where this one does; read what may be done now";
        /// Decided before.
        DecidedBefore = "REC-03", "a body has decided on this before; the first decision stands with its date";
        /// A no without a reason.
        NoReason = "REC-04", "a recommendation is declined with a reason; write it";
        /// Nobody asked.
        NobodyAsked = "REC-05", "a discussion asks at least one institution; choose one that is registered";
        /// Not asked for its position.
        NotAsked = "REC-06", "this institution was not asked what it thinks of this recommendation";
        /// Nobody to carry it out.
        NotAddressed = "REC-07", "this recommendation is not addressed to this institution";
        /// A day before the one from which it counts.
        DayBefore = "REC-08", "this day is too early; write a later one";
        /// Done without evidence.
        NoEvidence = "REC-09", "what is reported as done names what shows it; add an address, a document or a figure";
        /// The same one.
        Itself = "REC-10", "this is the same recommendation; choose another one";
        /// Changes without words.
        NoChange = "REC-11", "whoever supports it with changes proposes the other words, or says why";
        /// No such one.
        NotThere = "REC-12", "there is no such recommendation or institution; choose one from the list";
        /// A day that is not there yet.
        DayToCome = "REC-13", "this day is still to come; a decision is written down once it is taken";
    }
}
