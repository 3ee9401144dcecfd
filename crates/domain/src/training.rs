//! A training: what is taught to whom, when and where, who came by institution and function, what was learnt, what came of it. It
//! names nobody: participants are counted, and a result is that of a group.
//!
//! INVARIANT: once it is reported nothing of it changes but its certificates, so that two readings can't be subtracted.
mod command;
mod count;
mod decide;
mod event;
mod result;

pub use command::{Attend, Cancel, Certify, Enrol, Feedback, Plan, Refusal, Report};
pub use count::{Count, Counts, GroupCounts};
pub use decide::{Act, answer, attend, cancel, certify, change, enrol, hold, plan, report, revoke, score};
pub use event::{Curriculum, Event, First, Item, Measure, Score};
pub use result::{FEW, Mean, Outcome, questions};

use crate::{
    Id, Moment, Stream,
    certificate::Certificate,
    changes::{Kind, Summary},
    dated::Dated,
    known::codes,
    organisation::Organisation,
};
use minicbor::{Decode, Encode};

codes! {
    /// Where a training stands.
    State {
        /// It is to come.
        0 Planned = "planned",
        /// It took place.
        1 Held = "held",
        /// What came of it is written down.
        2 Reported = "reported",
        /// It does not take place.
        3 Cancelled = "cancelled",
    }
}

codes! {
    /// In which order a list stands.
    Order {
        /// The newest first.
        0 Newest = "newest",
        /// The oldest first.
        1 Oldest = "oldest",
        /// By title.
        2 Title = "title",
    }
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// Where they stand.
    pub state: Option<State>,
    /// Words that stand in title, place or competence.
    pub text: Option<String>,
    /// In which order; the newest first where none is chosen.
    pub sort: Option<Order>,
    /// Those that follow this one.
    pub after: Option<Id<Training>>,
}

/// Those of one function of one institution.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Group {
    /// The institution.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Their function there, as colleagues speak of it.
    #[n(1)]
    pub function: String,
    /// How many are registered.
    #[n(2)]
    pub registered: u16,
    /// How many came; `None` where nobody has counted.
    #[n(3)]
    pub came: Option<u16>,
    /// The certificates of those who came, without those that were withdrawn.
    #[n(4)]
    pub certificates: Vec<Id<Certificate>>,
}

/// A training with its whole story.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Training {
    /// Who planned it, and when.
    #[n(0)]
    pub first: First,
    /// What is planned, as it was last said.
    #[n(1)]
    pub plan: Plan,
    /// Where it stands.
    #[n(2)]
    pub state: State,
    /// Who comes, in the order in which they were registered.
    #[n(3)]
    pub groups: Vec<Group>,
    /// What was learnt, by part and institution.
    #[n(4)]
    pub scores: Vec<Score>,
    /// What participants say of it, by question.
    #[n(5)]
    pub feedback: Vec<Feedback>,
    /// What came of it.
    #[n(6)]
    pub report: Option<Report>,
    /// Why it was cancelled.
    #[n(7)]
    pub cancelled: Option<String>,
    /// When it was held, reported or cancelled.
    #[n(8)]
    pub ended: Option<Moment>,
    /// How many certificates were ever issued: none gets the number of another.
    #[n(9)]
    pub issued: u32,
}

impl Training {
    /// Whether it took place within these days.
    pub fn was_held(&self, from: Dated, until: Dated) -> bool {
        let last = self.plan.to.last();
        let within = from.first() <= last && last <= until.last();
        within && matches!(self.state, State::Held | State::Reported)
    }

    /// Whether this institution planned it, or registered people for it.
    pub fn is_of(&self, who: Id<Organisation>) -> bool {
        self.first.by.organisation == who || self.groups.iter().any(|group| group.organisation == who)
    }

    /// Those of this function of this institution.
    pub fn group(&self, organisation: Id<Organisation>, function: &str) -> Option<&Group> {
        let mut groups = self.groups.iter();
        groups.find(|group| group.organisation == organisation && group.function == function)
    }

    /// How many are registered.
    pub fn registered(&self) -> u32 {
        self.groups.iter().map(|group| u32::from(group.registered)).sum()
    }

    /// How many came, as far as they are counted.
    pub fn came(&self) -> u32 {
        let came = self.groups.iter().filter_map(|group| group.came);
        came.map(u32::from).sum()
    }

    /// Whether each group was counted, and somebody came.
    fn is_counted(&self) -> bool {
        self.came() > 0 && self.groups.iter().all(|group| group.came.is_some())
    }

    /// How many certificates stand.
    pub fn certificates(&self) -> usize {
        self.groups.iter().map(|group| group.certificates.len()).sum()
    }

    /// Whether somebody who came has no certificate yet.
    fn may_certify(&self) -> bool {
        let left = |group: &Group| {
            group
                .came
                .is_some_and(|came| usize::from(came) > group.certificates.len())
        };
        self.groups.iter().any(left)
    }
}

impl Stream for Training {
    const KIND: Kind = Kind::Training;
    type Event = Event;

    fn evolve(state: Option<Training>, event: &Event) -> Option<Training> {
        let Some(mut known) = state else {
            let Event::Planned(first) = event else { return None };
            return Some(Training {
                plan: first.plan.clone(),
                first: first.clone(),
                state: State::Planned,
                groups: Vec::new(),
                scores: Vec::new(),
                feedback: Vec::new(),
                report: None,
                cancelled: None,
                ended: None,
                issued: 0,
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Planned(_) => Summary::new("training_planned"),
            Event::Changed { .. } => Summary::new("training_changed"),
            Event::Enrolled { enrol, .. } => Summary::new("training_enrolled").with(enrol.organisation),
            Event::Held { .. } => Summary::new("training_held"),
            Event::Attended { attend, .. } => Summary::new("training_attended").with(attend.organisation),
            Event::Scored(_) => Summary::new("training_scored"),
            Event::Answered(_) => Summary::new("training_answered"),
            Event::Reported { .. } => Summary::new("training_reported"),
            Event::Cancelled { .. } => Summary::new("training_cancelled"),
            Event::Certified { organisation, .. } => Summary::new("training_certified").with(*organisation),
            Event::Revoked { .. } => Summary::new("training_revoked").quiet(),
        })
    }
}

impl Training {
    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Planned(_) => return None,
            Event::Changed { plan, .. } => self.plan = plan,
            Event::Enrolled { enrol, .. } => match self.group_mut(enrol.organisation, &enrol.function) {
                Some(group) => group.registered = enrol.registered,
                None => self.groups.push(Group {
                    organisation: enrol.organisation,
                    function: enrol.function,
                    registered: enrol.registered,
                    came: None,
                    certificates: Vec::new(),
                }),
            },
            Event::Held { at } => self.end(State::Held, at),
            Event::Attended { attend, .. } => {
                self.group_mut(attend.organisation, &attend.function)?.came = Some(attend.came);
            }
            Event::Scored(score) => {
                self.scores
                    .retain(|known| (&known.part, known.organisation) != (&score.part, score.organisation));
                self.scores.push(score);
            }
            Event::Answered(feedback) => {
                self.feedback.retain(|known| known.question != feedback.question);
                self.feedback.push(feedback);
            }
            Event::Reported { report, at } => {
                self.report = Some(report);
                self.end(State::Reported, at);
            }
            Event::Cancelled { reason, at } => {
                self.cancelled = Some(reason);
                self.end(State::Cancelled, at);
            }
            Event::Certified {
                organisation,
                function,
                certificates,
                ..
            } => {
                self.issued = self.issued.saturating_add(u32::try_from(certificates.len()).ok()?);
                let group = self.group_mut(organisation, &function)?;
                group.certificates.extend(certificates);
            }
            Event::Revoked { certificate } => {
                for group in &mut self.groups {
                    group.certificates.retain(|known| *known != certificate);
                }
            }
        }
        Some(())
    }

    fn group_mut(&mut self, organisation: Id<Organisation>, function: &str) -> Option<&mut Group> {
        let mut groups = self.groups.iter_mut();
        groups.find(|group| group.organisation == organisation && group.function == function)
    }

    fn end(&mut self, state: State, at: Moment) {
        self.state = state;
        self.ended = Some(at);
    }
}
