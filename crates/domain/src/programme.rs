//! A programme: who pays for it and leads it, what is done in it on which days, and what came of each thing. Days are as precise as
//! the source gives them, and what it does not name stays empty.
mod decide;
mod event;

pub use decide::{
    Act, Bring, Close, End, Join, Open, Plan, Refusal, Title, bring, cancel, close, hold, join, open, plan, title,
};
pub use event::{Activity, Came, Event, First, Partner, Titled};

use crate::{
    Moment, Stream,
    changes::{Kind, Summary},
    known::codes,
};
use minicbor::{Decode, Encode};

codes! {
    /// Where a programme stands.
    State {
        /// It goes on.
        0 UnderWay = "under_way",
        /// Nothing more comes.
        1 Closed = "closed",
    }
}

codes! {
    /// What kind of activity.
    ActivityKind {
        /// It begins.
        0 KickOff = "kick_off",
        /// Experts look at what stands.
        1 AssessmentMission = "assessment_mission",
        /// A training.
        2 Training = "training",
        /// A delegation visits another country.
        3 StudyVisit = "study_visit",
        /// A body meets.
        4 Meeting = "meeting",
        /// It ends.
        5 Closure = "closure",
    }
}

codes! {
    /// Where an activity stands.
    ActivityState {
        /// To come.
        0 Planned = "planned",
        /// It took place.
        1 Held = "held",
        /// It did not, with a reason.
        2 Cancelled = "cancelled",
    }
}

codes! {
    /// What a country is in a programme.
    Part {
        /// Leads.
        0 Lead = "lead",
        /// A partner.
        1 Partner = "partner",
        /// Where it takes place.
        2 Host = "host",
        /// Sends experts.
        3 Expert = "expert",
    }
}

codes! {
    /// In which order a list of what is done together stands.
    Order {
        /// The newest first.
        0 Newest = "newest",
        /// By the words of their titles.
        1 Title = "title",
    }
}

/// What such a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// Where they stand: a code of their own list.
    pub state: Option<String>,
    /// Words that stand in them.
    pub text: Option<String>,
    /// In which order; the newest first where none is chosen.
    pub sort: Option<Order>,
    /// Those that follow this one.
    pub after: Option<String>,
}

/// A programme with all that was done in it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Programme {
    /// What it is.
    #[n(0)]
    pub first: First,
    /// Where it stands.
    #[n(1)]
    pub state: State,
    /// Its title in other languages.
    #[n(2)]
    pub titles: Vec<Titled>,
    /// Countries and their institutions, in the order of the source.
    #[n(3)]
    pub partners: Vec<Partner>,
    /// What is done, in the order in which it was written down.
    #[n(4)]
    pub activities: Vec<Activity>,
    /// How it ended, and when that was written down.
    #[n(5)]
    pub closed: Option<(String, Moment)>,
}

impl Programme {
    /// The title in this language, else in the one in which it was opened.
    pub fn title(&self, language: &str) -> &str {
        let found = self.titles.iter().find(|titled| titled.language == language);
        found.map_or(&self.first.title.text, |titled| &titled.text)
    }

    /// Whether this belongs to one of its activities.
    pub fn holds(&self, of: Came) -> bool {
        self.activities.iter().any(|activity| activity.came.contains(&of))
    }

    /// Its `nth` activity, counted from one.
    pub fn activity(&self, nth: usize) -> Option<&Activity> {
        nth.checked_sub(1).and_then(|nth| self.activities.get(nth))
    }

    fn change(&mut self, nth: usize, how: impl FnOnce(&mut Activity)) -> Option<()> {
        let activity = nth.checked_sub(1).and_then(|nth| self.activities.get_mut(nth))?;
        how(activity);
        Some(())
    }

    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Opened(_) => return None,
            Event::Titled(titled) => self.titles.push(titled),
            Event::Joined(partner) => self.partners.push(partner),
            Event::Planned(activity) => self.activities.push(activity),
            Event::Held { activity, outcome, .. } => self.change(activity as usize, |known| {
                known.state = ActivityState::Held;
                known.outcome = Some(outcome);
            })?,
            Event::Cancelled { activity, reason, .. } => self.change(activity as usize, |known| {
                known.state = ActivityState::Cancelled;
                known.outcome = Some(reason);
            })?,
            Event::Came { activity, of } => self.change(activity as usize, |known| known.came.push(of))?,
            Event::Closed { reason, at } => {
                self.state = State::Closed;
                self.closed = Some((reason, at));
            }
        }
        Some(())
    }
}

impl Stream for Programme {
    const KIND: Kind = Kind::Programme;
    type Event = Event;

    fn evolve(state: Option<Programme>, event: &Event) -> Option<Programme> {
        let Some(mut known) = state else {
            let Event::Opened(first) = event else { return None };
            return Some(Programme {
                first: first.clone(),
                state: State::UnderWay,
                titles: Vec::new(),
                partners: Vec::new(),
                activities: Vec::new(),
                closed: None,
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Opened(_) => Summary::new("programme_opened"),
            Event::Titled(_) => Summary::new("programme_titled"),
            Event::Joined(_) => Summary::new("programme_joined"),
            Event::Planned(activity) => {
                Summary::new("programme_planned").how("programme-activity", activity.kind.code())
            }
            Event::Held { .. } => Summary::new("programme_held"),
            Event::Cancelled { .. } => Summary::new("programme_cancelled"),
            Event::Came { .. } => Summary::new("programme_came"),
            Event::Closed { .. } => Summary::new("programme_closed"),
        })
    }
}
