//! Tasks: said to be done by those who owe them.
use crate::{App, Error, Receipt, organisation::something_waits};
use tiltas_access::{Action, OwnFacts, Subject};
use tiltas_domain::{
    Context, Id,
    case::Case,
    organisation::{Organisation, OrganisationKind},
    task::{self, Task},
};

/// Says that a task is done.
///
/// # Errors
/// When another owes it, or it is done.
pub fn finish(app: &App, context: &Context, id: Id<Case>, task: Id<Task>) -> Result<Receipt, Error> {
    app.decide("task.finish", context, |read| {
        let case = read.state(id)?;
        let permit = read.permit(
            Action::FinishTask,
            Subject::Case(id),
            OwnFacts::of_task(&case, task, &context.actor),
        )?;
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
            OwnFacts::of_task(&case, task, &context.actor),
        )?;
        if read.state(authority)?.kind != OrganisationKind::ChildProtection {
            return Err(task::Refusal::WhomTold.into());
        }
        something_waits(read, authority)?;
        let changes = task::tell_child_protection(id, &case, task, authority, app.profile(), context)?;
        Ok((permit, changes))
    })
}
