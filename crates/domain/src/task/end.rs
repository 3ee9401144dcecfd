//! How a task ends, passes to another, or is told to others: done, no longer needed, late, forgotten.
use super::{Act, Assignee, Event, Opened, Refusal, Step, Task, Work};
use crate::{Changes, Content, Context, Id, Moment, content::Message, profile::Profile};

/// Says that a task is done, and what came of it.
///
/// # Errors
/// When it is over, another is to do it, or it is the notice of a child.
pub fn finish(
    id: Id<Task>,
    task: &Task,
    note: Option<Message>,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Finish.fits(task, true)?;
    done((id, task), note, kept_until(task, profile, context), context)
}

/// Tells the child-protection authority: the notice is done by it.
///
/// # Errors
/// When it is no such notice, it is over, or another is to give it.
pub fn give_notice(id: Id<Task>, task: &Task, context: &Context) -> Result<Changes, Refusal> {
    Act::TellChildProtection.fits(task, true)?;
    done((id, task), None, None, context)
}

fn done(
    (id, task): (Id<Task>, &Task),
    note: Option<Message>,
    until: Option<Moment>,
    context: &Context,
) -> Result<Changes, Refusal> {
    if !task.opened.assignee.is(context.actor) {
        return Err(Refusal::NotAssigned);
    }
    let done = Event::Done {
        by: context.actor.organisation,
        note: note.map(Content::New),
        until,
    };
    Ok(Changes::new(id, done))
}

/// Until when a task that ends now is kept: one about a case as long as the case, one about none as long as the profile says.
fn kept_until(task: &Task, profile: &Profile, context: &Context) -> Option<Moment> {
    let length = profile.task_without_case.length.filter(|_| task.opened.case.is_none());
    length.map(|length| profile.after(length, context.now))
}

/// What a task about a case asked for has happened, by whomever: an open one is done.
pub fn fulfilled(id: Id<Task>, note: Option<Message>, context: &Context) -> Changes {
    Changes::new(
        id,
        Event::Done {
            by: context.actor.organisation,
            note: note.map(Content::New),
            until: None,
        },
    )
}

/// Says that a task is no longer needed, and why. `still_owed` tells whether the rule that opened it still asks for it.
///
/// # Errors
/// When it is over, it is neither to be done nor opened by the actor's organisation, or a rule still asks for it.
pub fn cancel(
    id: Id<Task>,
    task: &Task,
    note: Message,
    still_owed: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Cancel.fits(task, still_owed)?;
    if !task.opened.assignee.is(context.actor) && task.opened.by != context.actor.organisation {
        return Err(Refusal::NotAssigned);
    }
    let cancelled = Event::Cancelled {
        by: context.actor.organisation,
        note: Some(Content::New(note)),
        until: kept_until(task, profile, context),
    };
    Ok(Changes::new(id, cancelled))
}

/// Another is to do it from now on, by the same clock: the actor's organisation, as what it owes itself. `work` is the task's,
/// with its words told anew. Who gave it to another stays who gave it.
pub fn pass((id, task): (Id<Task>, &Task), work: Work, new: Id<Task>, context: &Context) -> Changes {
    let ours = context.actor.organisation;
    let mut opened = Opened {
        assignee: ours.into(),
        by: match task.opened.by == task.opened.assignee.organisation {
            true => ours,
            false => task.opened.by,
        },
        work,
        ..task.opened.clone()
    };
    opened.escalates.retain(|(step, _)| *step != Step::Head);
    dropped(id, context).and(new, Event::Opened(opened))
}

/// Nobody has to do what was asked for about a case any more.
pub fn dropped(id: Id<Task>, context: &Context) -> Changes {
    Changes::new(
        id,
        Event::Cancelled {
            by: context.actor.organisation,
            note: None,
            until: None,
        },
    )
}

/// A task about no case is forgotten once the time for which it is kept has passed; `None` before, and for every other task.
pub fn forget(id: Id<Task>, task: &Task, context: &Context) -> Option<Changes> {
    let over = task.until.is_some_and(|until| until < context.now);
    over.then(|| Changes::new(id, Event::Forgotten))
}

/// The task is late, and the next is told: the function where one is named, else those of the organisation whom the step means.
/// `passed` are the steps before it that were due first, and at which nobody is.
///
/// # Errors
/// When it is over, or the step is not due.
pub fn escalate(
    id: Id<Task>,
    task: &Task,
    (step, to): (Step, Assignee),
    passed: &[Step],
    context: &Context,
) -> Result<Changes, Refusal> {
    let (next, due) = task.next_escalation().ok_or(Refusal::NotDue)?;
    if next != *passed.first().unwrap_or(&step) || context.now < due {
        return Err(Refusal::NotDue);
    }
    let told = Event::Escalated {
        step,
        to: to.organisation,
        function: to.function,
        passed: passed.to_vec(),
    };
    Ok(Changes::new(id, told))
}
