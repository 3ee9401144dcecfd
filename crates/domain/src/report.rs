//! A report of one institution in one period: written, submitted, returned with the figure that needs another look, accepted. What the
//! node counts itself is frozen with the first submission.
mod count;
mod decide;
mod event;

pub use count::{Count, Counted, FEW, Indicator, Raw, counted, total};
pub use decide::{Act, Refusal, Return, Write, accept, correct, escalate, give_back, opened, submit, write};
pub use event::{Event, Opened, Returned, Value, Written};

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    known::codes,
};
use minicbor::{Decode, Encode};

codes! {
    /// Where a report stands.
    Stage {
        /// Owed, or being written.
        0 Draft = "draft",
        /// Waits to be read.
        1 Submitted = "submitted",
        /// Given back.
        2 Returned = "returned",
        /// Accepted.
        3 Accepted = "accepted",
        /// Owed, and its last day is over.
        4 Late = "late",
    }
}

impl Stage {
    /// Whether the institution owes something.
    pub fn is_owed(self) -> bool {
        matches!(self, Stage::Draft | Stage::Returned | Stage::Late)
    }
}

codes! {
    /// Whom a missing report reaches, in this order.
    Step {
        /// The focal function of the institution: it is late from now on.
        0 FocalFunction = "focal_function",
        /// The head of that function.
        1 Head = "head",
        /// The secretariat.
        2 Secretariat = "secretariat",
    }
}

/// A report, folded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Report {
    /// How it began.
    #[n(0)]
    pub opened: Opened,
    /// Where it stands.
    #[n(1)]
    stage: Stage,
    /// What is written.
    #[n(2)]
    pub written: Option<Written>,
    /// What the node counted, since it was first submitted.
    #[n(3)]
    pub counted: Vec<Counted>,
    /// When it was submitted, each time.
    #[n(4)]
    pub submitted: Vec<Moment>,
    /// Why it was returned, each time.
    #[n(5)]
    pub returned: Vec<Returned>,
    /// When it was accepted.
    #[n(6)]
    pub accepted: Option<Moment>,
    /// Whom its delay has reached, and when.
    #[n(7)]
    pub told: Vec<(Step, Moment)>,
    /// Until when it is owed now.
    #[n(8)]
    pub due: Option<Moment>,
    /// Whom its delay reaches, and when.
    #[n(9)]
    pub steps: Vec<(Step, Moment)>,
    /// The report that corrects it.
    #[n(10)]
    pub corrected_by: Option<Id<Report>>,
}

impl Report {
    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whom its delay reaches next, and when; nobody while it is not owed.
    pub fn next_step(&self) -> Option<(Step, Moment)> {
        self.steps.first().copied().filter(|_| self.stage.is_owed())
    }

    /// Whether it names a figure so.
    pub fn has_figure(&self, name: &str) -> bool {
        let own = self.written.iter().flat_map(|written| &written.values);
        own.map(|value| value.indicator.as_str()).any(|known| known == name)
    }

    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Opened(_) => return None,
            Event::Written(written) => self.written = Some(written),
            Event::Submitted { counted, at } => {
                if self.counted.is_empty() {
                    self.counted = counted;
                }
                self.submitted.push(at);
                self.stage = Stage::Submitted;
            }
            Event::Returned(returned) => {
                (self.due, self.steps) = (Some(returned.due), returned.steps.clone());
                self.returned.push(returned);
                self.stage = Stage::Returned;
            }
            Event::Accepted { at } => {
                self.accepted = Some(at);
                self.stage = Stage::Accepted;
            }
            Event::Told { step, at } => {
                self.steps.retain(|(known, _)| *known != step);
                self.told.push((step, at));
                self.stage = Stage::Late;
            }
            Event::Corrected { by } => self.corrected_by = Some(by),
        }
        Some(())
    }
}

impl Stream for Report {
    const KIND: Kind = Kind::Report;
    type Event = Event;

    fn evolve(state: Option<Report>, event: &Event) -> Option<Report> {
        let Some(mut known) = state else {
            let Event::Opened(opened) = event else { return None };
            return Some(Report {
                stage: Stage::Draft,
                written: None,
                counted: opened.counted.clone(),
                submitted: Vec::new(),
                returned: Vec::new(),
                accepted: None,
                told: Vec::new(),
                due: opened.due,
                steps: opened.steps.clone(),
                corrected_by: None,
                opened: opened.clone(),
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Opened(opened) => Summary::new("report_opened").with(opened.organisation),
            Event::Written(_) => Summary::new("report_written"),
            Event::Submitted { .. } => Summary::new("report_submitted"),
            Event::Returned(_) => Summary::new("report_returned"),
            Event::Accepted { .. } => Summary::new("report_accepted"),
            Event::Told { step, .. } => Summary::new("report_told").how("report-step", step.code()),
            Event::Corrected { .. } => Summary::new("report_corrected"),
        })
    }
}
