//! How a task ends, passes to another, or is told to others: done, no longer needed, late.
use super::{Act, Assignee, Event, Opened, Refusal, Step, Task, Work};
use crate::{Changes, Content, Context, Id, content::Message};

/// Says that a task is done, and what came of it.
///
/// # Errors
/// When it is over, another is to do it, or it is the notice of a child.
pub fn finish(id: Id<Task>, task: &Task, note: Option<Message>, context: &Context) -> Result<Changes, Refusal> {
    Act::Finish.fits(task, true)?;
    done(id, task, note, context)
}

/// Tells the child-protection authority: the notice is done by it.
///
/// # Errors
/// When it is no such notice, it is over, or another is to give it.
pub fn give_notice(id: Id<Task>, task: &Task, context: &Context) -> Result<Changes, Refusal> {
    Act::TellChildProtection.fits(task, true)?;
    done(id, task, None, context)
}

fn done(id: Id<Task>, task: &Task, note: Option<Message>, context: &Context) -> Result<Changes, Refusal> {
    if !task.opened.assignee.is(context.actor) {
        return Err(Refusal::NotAssigned);
    }
    Ok(fulfilled(id, note, context))
}

/// What a task asked for has happened, by whomever: an open one is done.
pub fn fulfilled(id: Id<Task>, note: Option<Message>, context: &Context) -> Changes {
    Changes::new(
        id,
        Event::Done {
            by: context.actor.organisation,
            note: note.map(Content::New),
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
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Cancel.fits(task, still_owed)?;
    if !task.opened.assignee.is(context.actor) && task.opened.by != context.actor.organisation {
        return Err(Refusal::NotAssigned);
    }
    Ok(dropped(id, Some(note), context))
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
    dropped(id, None, context).and(new, Event::Opened(opened))
}

/// Nobody has to do it any more.
pub fn dropped(id: Id<Task>, note: Option<Message>, context: &Context) -> Changes {
    Changes::new(
        id,
        Event::Cancelled {
            by: context.actor.organisation,
            note: note.map(Content::New),
        },
    )
}

/// The task is late, and the next is told: the function where one is named, else those of the organisation whom the step means.
///
/// # Errors
/// When it is over, or the step is not due.
pub fn escalate(id: Id<Task>, task: &Task, step: Step, to: Assignee, context: &Context) -> Result<Changes, Refusal> {
    let (next, due) = task.next_escalation().ok_or(Refusal::NotDue)?;
    if next != step || context.now < due {
        return Err(Refusal::NotDue);
    }
    let told = Event::Escalated {
        step,
        to: to.organisation,
        function: to.function,
    };
    Ok(Changes::new(id, told))
}
