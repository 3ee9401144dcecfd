//! How a person's task begins, and when others are told of one that stays undone.
use super::{Assignee, Event, Kind, Opened, Refusal, STEPS, Task, Work};
use crate::{
    Actor, Changes, Context, Id, Moment, Role,
    case::Case,
    clock::{Clock, ClockKind, Confidence},
    organisation::Organisation,
    profile::Profile,
};

/// A task that a person writes.
#[derive(Clone, Debug)]
pub struct Write {
    /// What is to be done.
    pub work: Work,
    /// Who is to do it; `None`: one's own organisation.
    pub organisation: Option<Id<Organisation>>,
    /// In which role; `None`: anyone there.
    pub role: Option<Role>,
    /// By when; `None`: on no day.
    pub due: Option<Moment>,
}

impl Write {
    /// Who is to do it, when this actor writes it.
    pub fn assignee(&self, actor: Actor) -> Assignee {
        Assignee {
            organisation: self.organisation.unwrap_or(actor.organisation),
            role: self.role,
        }
    }
}

/// When others are told, if it is still open then.
pub(super) fn escalates(case: Option<Id<Case>>, urgent: bool, clock: &Clock, profile: &Profile) -> Vec<Moment> {
    let terms = if urgent {
        &profile.escalation_urgent
    } else {
        &profile.escalation
    };
    let from = clock.due.unwrap_or(clock.started);
    // WHY: what is about no case is the business of those who gave it and those who do it, and of nobody beyond.
    let reach = if case.is_some() { STEPS.len() } else { 1 };
    let at = terms
        .iter()
        .take(reach)
        .map(|term| Some(profile.after(term.length?, from)));
    at.flatten().collect()
}

/// Writes a task, about a case or about none; `takes_part` tells whether the organisation that is to do it takes part in the
/// case, or is there at all.
///
/// # Errors
/// When the day is past, the organisation takes no part, or the work is about a case and none is named.
pub fn write(
    case: Option<Id<Case>>,
    command: &Write,
    takes_part: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    if command.due.is_some_and(|due| due < context.now) {
        return Err(Refusal::DuePast);
    }
    if !takes_part {
        return Err(case.map_or(Refusal::NoOrganisation, |_| Refusal::TakesNoPart));
    }
    if case.is_none() && command.work.kind() != Kind::Written {
        return Err(Refusal::NeedsCase);
    }
    let clock = Clock {
        started: context.now,
        due: command.due,
        kind: if command.due.is_some() {
            ClockKind::Target
        } else {
            ClockKind::None
        },
        length: None,
        source: "whoever wrote the task".to_owned(),
        confidence: Confidence::Proposed,
        profile: profile.edition(),
    };
    let opened = Opened {
        case,
        work: command.work.clone(),
        assignee: command.assignee(context.actor),
        by: context.actor.organisation,
        escalates: escalates(case, command.work.kind().is_urgent(), &clock, profile),
        clock,
    };
    Ok(Changes::new(context.id::<Task>(0), Event::Opened(opened)))
}
