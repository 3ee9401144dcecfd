//! What a practice tells, and what happens to it.
use crate::{
    Id, Moment,
    clock::Confidence,
    context::Actor,
    dated::Dated,
    organisation::Organisation,
    plan::{Item, Plan},
    recommendation::{Recommendation, Theme},
};
use minicbor::{Decode, Encode};

/// What a practice tells. What the source does not give is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Content {
    /// Whose practice (ISO 3166-1); `None` where it is of several countries together.
    #[n(0)]
    pub country: Option<String>,
    /// Which institution.
    #[n(1)]
    pub institution: Option<String>,
    /// In a line.
    #[n(2)]
    pub title: String,
    /// What it is about.
    #[n(3)]
    pub theme: Theme,
    /// The language of these words (ISO 639-1).
    #[n(4)]
    pub language: String,
    /// What was wrong before.
    #[n(5)]
    pub problem: Option<String>,
    /// What is done.
    #[n(6)]
    pub done: String,
    /// On which law it rests.
    #[n(7)]
    pub law: Option<String>,
    /// What it takes.
    #[n(8)]
    pub resources: Option<String>,
    /// What shows that it works.
    #[n(9)]
    pub evidence: Option<String>,
    /// Under which conditions it travels.
    #[n(10)]
    pub conditions: Option<String>,
    /// Which function can be asked; never a name.
    #[n(11)]
    pub contact: Option<String>,
    /// The page it was read on.
    #[n(12)]
    pub page: Option<String>,
    /// When that page was written.
    #[n(13)]
    pub dated: Option<Dated>,
    /// How sure this is.
    #[n(14)]
    pub confidence: Confidence,
    /// Invented, to show how it works.
    #[n(15)]
    pub example: bool,
}

/// What a practice became for one institution.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Adopted {
    /// Which institution.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// The recommendation that it became.
    #[n(1)]
    pub recommendation: Id<Recommendation>,
    /// When.
    #[n(2)]
    pub at: Moment,
}

/// The action of a plan that a practice became for one institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Planned {
    /// Which institution.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// The plan.
    #[n(1)]
    pub plan: Id<Plan>,
    /// The action in it.
    #[n(2)]
    pub item: Id<Item>,
    /// When.
    #[n(3)]
    pub at: Moment,
}

/// What happens to a practice.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is written down.
    #[n(0)]
    Recorded {
        /// What it tells.
        #[n(0)]
        content: Content,
        /// Who wrote it down.
        #[n(1)]
        by: Actor,
        /// When.
        #[n(2)]
        at: Moment,
    },
    /// It tells something else.
    #[n(1)]
    Changed {
        /// What it tells now.
        #[n(0)]
        content: Content,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// The secretariat has read it.
    #[n(2)]
    Reviewed {
        /// When.
        #[n(0)]
        at: Moment,
    },
    /// All who work on policy read it.
    #[n(3)]
    Published {
        /// When.
        #[n(0)]
        at: Moment,
    },
    /// It no longer stands.
    #[n(4)]
    Withdrawn {
        /// Why.
        #[n(0)]
        reason: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// An institution adopted it.
    #[n(5)]
    Adopted(#[n(0)] Adopted),
    /// An institution adopted it as an action of a plan.
    #[n(6)]
    Planned(#[n(0)] Planned),
}
