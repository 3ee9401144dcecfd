//! What happens to a meeting, and what each event tells.
use super::Why;
use crate::{
    Id, Moment,
    context::Actor,
    dated::Dated,
    organisation::Organisation,
    recommendation::{Outcome, Recommendation},
    task::Task,
};
use minicbor::{Decode, Encode};

/// Who meets, when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// In a line.
    #[n(0)]
    pub title: String,
    /// Which body.
    #[n(1)]
    pub body: String,
    /// On which day.
    #[n(2)]
    pub on: Dated,
    /// Where.
    #[n(3)]
    pub place: Option<String>,
    /// The institutions that are invited.
    #[n(4)]
    pub invited: Vec<Id<Organisation>>,
    /// Invented, to show how it works.
    #[n(5)]
    pub example: bool,
    /// Who called it.
    #[n(6)]
    pub by: Actor,
    /// When.
    #[n(7)]
    pub at: Moment,
}

/// A recommendation on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Item {
    /// Which.
    #[n(0)]
    pub recommendation: Id<Recommendation>,
    /// In a line, as it was then.
    #[n(1)]
    pub title: String,
    /// Why it stands there.
    #[n(2)]
    pub why: Why,
    /// Who is to carry it out.
    #[n(3)]
    pub addressees: Vec<Id<Organisation>>,
}

/// What was decided on a recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Taken {
    /// Which.
    #[n(0)]
    pub recommendation: Id<Recommendation>,
    /// What.
    #[n(1)]
    pub outcome: Outcome,
    /// Why.
    #[n(2)]
    pub reason: Option<String>,
    /// When it was written down.
    #[n(3)]
    pub at: Moment,
}

/// A decision that became a task.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Resolved {
    /// What is to be done.
    #[n(0)]
    pub text: String,
    /// By whom.
    #[n(1)]
    pub owner: Id<Organisation>,
    /// By when.
    #[n(2)]
    pub due: Option<Moment>,
    /// The task.
    #[n(3)]
    pub task: Id<Task>,
    /// When it was written down.
    #[n(4)]
    pub at: Moment,
}

/// What happens to a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is called.
    #[n(0)]
    Called(#[n(0)] First),
    /// It took place.
    #[n(1)]
    Held {
        /// Who was there.
        #[n(0)]
        present: Vec<Id<Organisation>>,
        /// What stood on the agenda.
        #[n(1)]
        agenda: Vec<Item>,
        /// When that was written down.
        #[n(2)]
        at: Moment,
    },
    /// A recommendation was adopted or declined.
    #[n(2)]
    Decided(#[n(0)] Taken),
    /// A decision became a task.
    #[n(3)]
    Resolved(#[n(0)] Resolved),
    /// The minutes stand as a draft.
    #[n(4)]
    Drafted {
        /// Their words.
        #[n(0)]
        text: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// The minutes are agreed.
    #[n(5)]
    Agreed {
        /// When.
        #[n(0)]
        at: Moment,
    },
}
