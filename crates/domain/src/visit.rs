//! A visit: who goes where, what is done on which day, what was noted, found and recommended, and what came of it. A note or a
//! finding is never changed; a finding leads to one recommendation.
mod decide;
mod event;

pub use decide::{
    Act, Find, NoteDown, Plan, PlanDay, Recommend, Refusal, Tell, confirm, find, follow_up, hold, note, plan, plan_day,
    recommend, report,
};
pub use event::{Day, Event, Finding, First, Note, Told};

use crate::{
    Moment, Stream,
    changes::{Kind as StreamKind, Summary},
    known::codes,
};
use minicbor::{Decode, Encode};

codes! {
    /// What kind of visit.
    Kind {
        /// A delegation learns from others.
        0 StudyVisit = "study_visit",
        /// Experts look at what stands.
        1 ExpertMission = "expert_mission",
    }
}

codes! {
    /// Where it stands.
    State {
        /// To be agreed with the hosts.
        0 Planned = "planned",
        /// The hosts agreed.
        1 Confirmed = "confirmed",
        /// It took place.
        2 Held = "held",
        /// Its report is written.
        3 Reported = "reported",
        /// What came of it is told.
        4 FollowedUp = "followed_up",
    }
}

/// A visit with all that was noted and found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Visit {
    /// Who goes where, when.
    #[n(0)]
    pub first: First,
    /// Where it stands.
    #[n(1)]
    pub state: State,
    /// What is done on which day.
    #[n(2)]
    pub days: Vec<Day>,
    /// What was noted, oldest first.
    #[n(3)]
    pub notes: Vec<Note>,
    /// What was found, oldest first.
    #[n(4)]
    pub findings: Vec<Finding>,
    /// Since when it is confirmed.
    #[n(5)]
    pub confirmed: Option<Moment>,
    /// When it was written down as held.
    #[n(6)]
    pub held: Option<Moment>,
    /// Its report.
    #[n(7)]
    pub report: Option<Told>,
    /// What came of it.
    #[n(8)]
    pub follow_up: Option<Told>,
}

impl Visit {
    /// Its `nth` finding, counted from one.
    pub fn finding(&self, nth: u32) -> Option<&Finding> {
        nth.checked_sub(1).and_then(|nth| self.findings.get(nth as usize))
    }

    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Planned(_) => return None,
            Event::Confirmed { at } => (self.state, self.confirmed) = (State::Confirmed, Some(at)),
            Event::DayPlanned(day) => self.days.push(day),
            Event::Held { at } => (self.state, self.held) = (State::Held, Some(at)),
            Event::Noted(note) => self.notes.push(note),
            Event::Found(finding) => self.findings.push(finding),
            Event::Recommended {
                finding,
                recommendation,
            } => {
                let nth = finding.checked_sub(1)? as usize;
                self.findings.get_mut(nth)?.recommendation = Some(recommendation);
            }
            Event::Reported(told) => (self.state, self.report) = (State::Reported, Some(told)),
            Event::FollowedUp(told) => (self.state, self.follow_up) = (State::FollowedUp, Some(told)),
        }
        Some(())
    }
}

impl Stream for Visit {
    const KIND: StreamKind = StreamKind::Visit;
    type Event = Event;

    fn evolve(state: Option<Visit>, event: &Event) -> Option<Visit> {
        let Some(mut known) = state else {
            let Event::Planned(first) = event else { return None };
            return Some(Visit {
                first: first.clone(),
                state: State::Planned,
                days: Vec::new(),
                notes: Vec::new(),
                findings: Vec::new(),
                confirmed: None,
                held: None,
                report: None,
                follow_up: None,
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Planned(first) => Summary::new("visit_planned").how("visit-kind", first.kind.code()),
            Event::Confirmed { .. } => Summary::new("visit_confirmed"),
            Event::DayPlanned(_) => Summary::new("visit_day"),
            Event::Held { .. } => Summary::new("visit_held"),
            Event::Noted(note) => Summary::new("visit_noted").with(note.by),
            Event::Found(finding) => Summary::new("visit_found").with(finding.by),
            Event::Recommended { .. } => Summary::new("visit_recommended"),
            Event::Reported(told) => Summary::new("visit_reported").with(told.by),
            Event::FollowedUp(told) => Summary::new("visit_followed_up").with(told.by),
        })
    }
}
