//! A duty that a rule opens: by whom it is to be done, within which term, and when others are told of its delay.
use super::{Assignee, Event, Opened, Task, Work, escalates};
use crate::{Changes, Context, Id, case::Case, clock::Term, organisation::Organisation, profile::Profile};

/// What a rule asks for: by whom, within which term, and whether others are told of its delay at the hours of urgent duties.
#[derive(Clone, Debug)]
pub struct Owed<'t> {
    work: Work,
    assignee: Assignee,
    term: &'t Term,
    urgent: bool,
    by: Option<Id<Organisation>>,
}

impl<'t> Owed<'t> {
    /// What its kind says of urgency holds.
    pub fn new(work: Work, assignee: impl Into<Assignee>, term: &'t Term) -> Owed<'t> {
        Owed {
            urgent: work.kind().is_urgent(),
            work,
            assignee: assignee.into(),
            term,
            by: None,
        }
    }

    /// The same, of somebody who is safe for now.
    #[must_use]
    pub fn in_time(self) -> Owed<'t> {
        Owed { urgent: false, ..self }
    }

    /// The same, opened by whoever is to do it: another's act is the cause, and gives that other no say in it.
    #[must_use]
    pub fn of_its_own(self) -> Owed<'t> {
        Owed {
            by: Some(self.assignee.organisation),
            ..self
        }
    }
}

/// Opens a duty.
pub fn open(id: Id<Task>, case: Id<Case>, owed: Owed<'_>, profile: &Profile, context: &Context) -> Changes {
    let clock = profile.start(owed.term, context.now);
    let opened = Opened {
        case: Some(case),
        work: owed.work,
        assignee: owed.assignee,
        by: owed.by.unwrap_or(context.actor.organisation),
        escalates: escalates(Some(case), owed.urgent, &clock, profile),
        clock,
    };
    Changes::new(id, Event::Opened(opened))
}
