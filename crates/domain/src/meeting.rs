//! A meeting of a body: called, held with an agenda that stands as it was, decisions on recommendations, decisions that become tasks,
//! and minutes that nobody changes once they are agreed.
mod decide;
mod event;

pub use decide::{Act, Agenda, Call, Decide, Draft, Hold, Refusal, Resolve, agree, call, decide, draft, hold, resolve};
pub use event::{Event, First, Item, Resolved, Taken};

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    known::codes,
    organisation::Organisation,
};
use minicbor::{Decode, Encode};

codes! {
    /// Where it stands.
    State {
        /// To come.
        0 Called = "called",
        /// It took place.
        1 Held = "held",
        /// Its minutes are a draft.
        2 Drafted = "minutes_drafted",
        /// Its minutes are agreed.
        3 Agreed = "minutes_agreed",
    }
}

codes! {
    /// Why a recommendation stands on the agenda.
    Why {
        /// Institutions say what they think.
        0 UnderDiscussion = "under_discussion",
        /// Its words are agreed, and nobody decided.
        1 AwaitsDecision = "awaits_decision",
        /// An addressee is late.
        2 Late = "late",
        /// An addressee has still to carry it out.
        3 Open = "open",
    }
}

/// A meeting with all that was decided.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Meeting {
    /// Who meets, when.
    #[n(0)]
    pub first: First,
    /// Where it stands.
    #[n(1)]
    pub state: State,
    /// The institutions that were there.
    #[n(2)]
    pub present: Vec<Id<Organisation>>,
    /// The agenda as it stood when it was held.
    #[n(3)]
    pub agenda: Vec<Item>,
    /// What was decided on recommendations.
    #[n(4)]
    pub taken: Vec<Taken>,
    /// Decisions that became tasks.
    #[n(5)]
    pub resolved: Vec<Resolved>,
    /// The minutes.
    #[n(6)]
    pub minutes: Option<String>,
    /// When it was written down as held.
    #[n(7)]
    pub held: Option<Moment>,
    /// When its minutes were agreed.
    #[n(8)]
    pub agreed: Option<Moment>,
}

impl Meeting {
    /// The institutions whose meeting it is: those that were there, else those that are invited.
    pub fn institutions(&self) -> &[Id<Organisation>] {
        match self.state {
            State::Called => &self.first.invited,
            _ => &self.present,
        }
    }

    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Called(_) => return None,
            Event::Held { present, agenda, at } => {
                (self.present, self.agenda, self.held) = (present, agenda, Some(at));
                self.state = State::Held;
            }
            Event::Decided(taken) => self.taken.push(taken),
            Event::Resolved(resolved) => self.resolved.push(resolved),
            Event::Drafted { text, .. } => (self.minutes, self.state) = (Some(text), State::Drafted),
            Event::Agreed { at } => (self.agreed, self.state) = (Some(at), State::Agreed),
        }
        Some(())
    }
}

impl Stream for Meeting {
    const KIND: Kind = Kind::Meeting;
    type Event = Event;

    fn evolve(state: Option<Meeting>, event: &Event) -> Option<Meeting> {
        let Some(mut known) = state else {
            let Event::Called(first) = event else { return None };
            return Some(Meeting {
                first: first.clone(),
                state: State::Called,
                present: Vec::new(),
                agenda: Vec::new(),
                taken: Vec::new(),
                resolved: Vec::new(),
                minutes: None,
                held: None,
                agreed: None,
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Called(first) => Summary::new("meeting_called").count(first.invited.len()),
            Event::Held { present, .. } => Summary::new("meeting_held").count(present.len()),
            Event::Decided(taken) => {
                Summary::new("meeting_decided").how("recommendation-outcome", taken.outcome.code())
            }
            Event::Resolved(resolved) => Summary::new("meeting_resolved").with(resolved.owner),
            Event::Drafted { .. } => Summary::new("meeting_drafted"),
            Event::Agreed { .. } => Summary::new("meeting_agreed"),
        })
    }
}
