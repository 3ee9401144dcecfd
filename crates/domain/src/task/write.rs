//! How a person's task begins, and when others are told of one that stays undone.
use super::{Assignee, Event, Kind, Opened, Refusal, Step, Task, Work};
use crate::{
    Actor, Changes, Context, Id, Moment,
    case::Case,
    clock::{Clock, ClockKind, Confidence},
    organisation::{Function, Organisation},
    profile::Profile,
};

/// A task that a person writes.
#[derive(Clone, Debug)]
pub struct Write {
    /// What is to be done.
    pub work: Work,
    /// Who is to do it; `None`: one's own organisation.
    pub organisation: Option<Id<Organisation>>,
    /// Which function of it; `None`: anyone there.
    pub function: Option<Id<Function>>,
    /// By when; `None`: on no day.
    pub due: Option<Moment>,
}

impl Write {
    /// Who is to do it, when this actor writes it.
    pub fn assignee(&self, actor: Actor) -> Assignee {
        Assignee {
            organisation: self.organisation.unwrap_or(actor.organisation),
            function: self.function,
        }
    }
}

/// Whom the profile tells of what stays undone, in this order.
const STEPS: [Step; 3] = [Step::Supervisor, Step::ContactPoint, Step::NationalUnit];

/// When others are told, if it is still open then.
pub(super) fn escalates(case: Option<Id<Case>>, urgent: bool, clock: &Clock, profile: &Profile) -> Vec<(Step, Moment)> {
    let terms = if urgent {
        &profile.escalation_urgent
    } else {
        &profile.escalation
    };
    let from = clock.due.unwrap_or(clock.started);
    // WHY: what is about no case is the business of those who gave it and those who do it, and of nobody beyond.
    let reach = if case.is_some() { STEPS.len() } else { 1 };
    let steps = STEPS.into_iter().zip(terms).take(reach);
    let at = steps.map(|(step, term)| Some((step, profile.after(term.length?, from))));
    at.flatten().collect()
}

/// The same, the head of the function first: as soon as its day is past, or where it has none with the first who is told.
fn head_first(escalates: Vec<(Step, Moment)>, due: Option<Moment>) -> Vec<(Step, Moment)> {
    let first = escalates.first().map(|(_, at)| *at);
    let head = due.or(first).map(|at| (Step::Head, at));
    head.into_iter().chain(escalates).collect()
}

/// Writes a task, about a case or about none. `to` is the organisation that is to do it, where it takes part in the case, or
/// where it is about none is there at all.
///
/// # Errors
/// When the day is past, the organisation takes no part, nobody there does tasks, the function is none of it that does tasks, or the work is about a case
/// and none is named.
pub fn write(
    case: Option<Id<Case>>,
    command: &Write,
    to: Option<&Organisation>,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    if command.due.is_some_and(|due| due < context.now) {
        return Err(Refusal::DuePast);
    }
    let to = to.ok_or(case.map_or(Refusal::NoOrganisation, |_| Refusal::TakesNoPart))?;
    if !to.does_tasks() {
        return Err(Refusal::NobodyThere);
    }
    if command.function.is_some_and(|function| !to.may_own_tasks(function)) {
        return Err(Refusal::NoFunction);
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
    let escalates = escalates(case, command.work.kind().is_urgent(), &clock, profile);
    let head = command.function.and_then(|function| to.head_of(function));
    let opened = Opened {
        case,
        work: command.work.clone(),
        assignee: command.assignee(context.actor),
        by: context.actor.organisation,
        escalates: match head {
            Some(_) => head_first(escalates, command.due),
            None => escalates,
        },
        clock,
    };
    Ok(Changes::new(context.id::<Task>(0), Event::Opened(opened)))
}
