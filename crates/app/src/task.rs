//! Tasks: said to be done by those who owe them.
use crate::{App, Error, Receipt, case::facts, organisation::something_waits};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Context, Id,
    case::Case,
    organisation::{Organisation, OrganisationKind},
    task::{self, Task},
};

fn owned(context: &Context, case: &Case, task: Id<Task>) -> Facts {
    let organisation = context.actor.organisation;
    Facts {
        own: case.tasks.iter().any(|t| t.id == task && t.owner == organisation),
        ..facts(context, case)
    }
}

/// Says that a task is done.
///
/// # Errors
/// When another owes it, or it is done.
pub fn finish(app: &App, context: &Context, id: Id<Case>, task: Id<Task>) -> Result<Receipt, Error> {
    app.decide("task.finish", context, |read| {
        let case = read.state(id)?;
        let permit = read.permit(Action::FinishTask, Subject::Case(id), owned(context, &case, task))?;
        Ok((permit, task::finish(id, &case, task, context)?))
    })
}

/// Tells the child-protection authority, which takes part from now on.
///
/// # Errors
/// When another owes the notice, it was told, or `authority` is no child-protection authority.
pub fn tell_child_protection(
    app: &App,
    context: &Context,
    id: Id<Case>,
    task: Id<Task>,
    authority: Id<Organisation>,
) -> Result<Receipt, Error> {
    app.decide("child_notice.tell", context, |read| {
        let case = read.state(id)?;
        let permit = read.permit(
            Action::TellChildProtection,
            Subject::Case(id),
            owned(context, &case, task),
        )?;
        if read.state(authority)?.kind != OrganisationKind::ChildProtection {
            return Err(task::Refusal::WhomTold.into());
        }
        something_waits(read, authority)?;
        let changes = task::tell_child_protection(id, &case, task, authority, app.profile(), context)?;
        Ok((permit, changes))
    })
}
