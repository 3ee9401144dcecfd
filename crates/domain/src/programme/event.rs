//! What happens to a programme, and what each event tells.
use super::{ActivityKind, ActivityState, Part};
use crate::{
    Id, Moment, context::Actor, dated::Dated, practice::Practice, recommendation::Recommendation, training::Training,
    visit::Visit,
};
use minicbor::{Decode, Encode};

/// A title in one language.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Titled {
    /// The language (ISO 639-1).
    #[n(0)]
    pub language: String,
    /// The title.
    #[n(1)]
    pub text: String,
}

/// What a programme is, as it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// Its title.
    #[n(0)]
    pub title: Titled,
    /// The donor's number of it.
    #[n(1)]
    pub reference: Option<String>,
    /// Who pays.
    #[n(2)]
    pub donor: Option<String>,
    /// Its first day.
    #[n(3)]
    pub begins: Dated,
    /// Its last day, where it is set.
    #[n(4)]
    pub ends: Option<Dated>,
    /// What it is made of, as its source lists it.
    #[n(5)]
    pub components: Vec<String>,
    /// Where this was read.
    #[n(6)]
    pub source: Option<String>,
    /// Invented, to show how it works.
    #[n(7)]
    pub example: bool,
    /// Who wrote it down.
    #[n(8)]
    pub by: Actor,
    /// When.
    #[n(9)]
    pub at: Moment,
}

/// A country in a programme.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Partner {
    /// Which (ISO 3166-1).
    #[n(0)]
    pub country: String,
    /// Its institution; `None` where the source does not name it.
    #[n(1)]
    pub institution: Option<String>,
    /// What it is in it.
    #[n(2)]
    pub part: Part,
}

/// Something that is done in a programme.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Activity {
    /// What.
    #[n(0)]
    pub kind: ActivityKind,
    /// Its own title, where it has one.
    #[n(1)]
    pub title: Option<String>,
    /// Its first day, as far as it is known.
    #[n(2)]
    pub begins: Dated,
    /// Its last day, where it is another.
    #[n(3)]
    pub ends: Option<Dated>,
    /// Where.
    #[n(4)]
    pub place: Option<String>,
    /// Invented, to show how it works.
    #[n(5)]
    pub example: bool,
    /// Where it stands.
    #[n(6)]
    pub state: ActivityState,
    /// How it went, or why it was cancelled.
    #[n(7)]
    pub outcome: Option<String>,
    /// What came of it, in the order in which it was written down.
    #[n(8)]
    pub came: Vec<Came>,
}

/// Something that came of an activity, or is that activity: a training or a visit with a story of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Came {
    /// A recommendation.
    #[n(0)]
    Recommendation(#[n(0)] Id<Recommendation>),
    /// A visit.
    #[n(1)]
    Visit(#[n(0)] Id<Visit>),
    /// A training.
    #[n(2)]
    Training(#[n(0)] Id<Training>),
    /// A practice.
    #[n(3)]
    Practice(#[n(0)] Id<Practice>),
}

impl Came {
    /// Whether it is the activity itself, so that it belongs to one that is to come too.
    pub fn is_the_activity(self) -> bool {
        matches!(self, Came::Visit(_) | Came::Training(_))
    }
}

/// What happens to a programme. Activities are told by their number, from one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is written down.
    #[n(0)]
    Opened(#[n(0)] First),
    /// Its title stands in another language.
    #[n(1)]
    Titled(#[n(0)] Titled),
    /// A country takes part.
    #[n(2)]
    Joined(#[n(0)] Partner),
    /// Something is to be done in it.
    #[n(3)]
    Planned(#[n(0)] Activity),
    /// It took place.
    #[n(4)]
    Held {
        /// Which activity.
        #[n(0)]
        activity: u32,
        /// How it went.
        #[n(1)]
        outcome: String,
        /// When it was written down.
        #[n(2)]
        at: Moment,
    },
    /// It did not take place.
    #[n(5)]
    Cancelled {
        /// Which activity.
        #[n(0)]
        activity: u32,
        /// Why.
        #[n(1)]
        reason: String,
        /// When it was written down.
        #[n(2)]
        at: Moment,
    },
    /// Something came of it.
    #[n(6)]
    Came {
        /// Of which activity.
        #[n(0)]
        activity: u32,
        /// What.
        #[n(1)]
        of: Came,
    },
    /// Nothing more comes.
    #[n(7)]
    Closed {
        /// How it ended.
        #[n(0)]
        reason: String,
        /// When it was written down.
        #[n(1)]
        at: Moment,
    },
}
