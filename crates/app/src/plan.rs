//! Plans: written, approved, put into force, amended, reported on. They are about no case, and nothing here opens one.
pub mod item;
pub mod tree;

use crate::{Act, App, Error, Read, Receipt};
use tiltas_access::{Facts, OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    organisation::Organisation,
    plan::{self, Amend, Approve, Draft, Enforce, Item, Link, Plan, Report, Write},
};

/// Begins a plan.
///
/// # Errors
/// As [`plan::draft`], and when the actor's role does not.
pub fn draft(app: &App, root: &Root, command: &Draft) -> Result<(Id<Plan>, Receipt), Error> {
    let receipt = app.decide(Act::DraftPlan, root, |read, context| {
        let id = context.id::<Plan>(0);
        let permit = read.permit(Act::DraftPlan.action(), Subject::Other(id.into()), Facts::None)?;
        Ok((permit, plan::draft(command, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// What the policy is asked about an item: whether the actor's institution answers for it.
pub(crate) fn facts(act: Act, item: Option<(&Plan, &Item)>, context: &Context) -> Facts {
    match (act, item) {
        (Act::ReportItem, Some((plan, item))) => OwnFacts::among(item.responsible(plan), &context.actor).into(),
        (Act::ReportItem, None) => OwnFacts::among(&[], &context.actor).into(),
        _ => Facts::None,
    }
}

/// One change of one plan, or of one item of it.
pub(crate) fn change(
    app: &App,
    root: &Root,
    act: Act,
    (id, item): (Id<Plan>, Option<Id<Item>>),
    decide: impl Fn(&mut Read<'_>, &Plan, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let of = item.map(|item| on.item(item).ok_or(Error::NotFound)).transpose()?;
        let permit = read.permit(
            act.action(),
            Subject::Other(id.into()),
            facts(act, of.map(|of| (&on, of)), context),
        )?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// The institutions that may stand in a plan.
pub(crate) fn institutions(read: &mut Read<'_>) -> Result<Vec<Id<Organisation>>, Error> {
    let all = read.views().organisations()?;
    let there = all.into_iter().filter(|line| line.kind.answers());
    Ok(there.map(|line| line.organisation).collect())
}

/// Writes an item.
///
/// # Errors
/// As [`plan::add`].
pub fn add(app: &App, root: &Root, id: Id<Plan>, command: &Write) -> Result<(Id<Item>, Receipt), Error> {
    let receipt = change(app, root, Act::AddItem, (id, None), |read, on, context| {
        Ok(plan::add(id, on, command, &institutions(read)?, context)?)
    })?;
    Ok((receipt.inside::<Plan, Item>()?, receipt))
}

/// Writes an item anew.
///
/// # Errors
/// As [`plan::change`].
pub fn rewrite(app: &App, root: &Root, (id, item): (Id<Plan>, Id<Item>), command: &Write) -> Result<Receipt, Error> {
    change(app, root, Act::ChangeItem, (id, Some(item)), |read, on, _| {
        Ok(plan::change(id, on, (item, command), &institutions(read)?)?)
    })
}

/// Records that a body approved this version.
///
/// # Errors
/// As [`plan::approve`].
pub fn approve(app: &App, root: &Root, id: Id<Plan>, command: &Approve) -> Result<Receipt, Error> {
    change(app, root, Act::ApprovePlan, (id, None), |_, on, context| {
        let begun = on.amended.map(|at| app.profile().date(at));
        Ok(plan::approve(
            id,
            on,
            command,
            (app.profile().date(context.now), begun),
        )?)
    })
}

/// Puts it into force.
///
/// # Errors
/// As [`plan::enforce`].
pub fn enforce(app: &App, root: &Root, id: Id<Plan>, command: &Enforce) -> Result<Receipt, Error> {
    change(app, root, Act::EnforcePlan, (id, None), |_, on, context| {
        Ok(plan::enforce(id, on, command, app.profile().date(context.now))?)
    })
}

/// Begins the next version.
///
/// # Errors
/// As [`plan::amend`].
pub fn amend(app: &App, root: &Root, id: Id<Plan>, command: &Amend) -> Result<Receipt, Error> {
    change(app, root, Act::AmendPlan, (id, None), |_, on, context| {
        Ok(plan::amend(id, on, command, context)?)
    })
}

/// Reports how far an item is.
///
/// # Errors
/// As [`plan::report`]; for an institution that does not answer for it, it is not there to be done.
pub fn report(app: &App, root: &Root, (id, item): (Id<Plan>, Id<Item>), command: &Report) -> Result<Receipt, Error> {
    change(app, root, Act::ReportItem, (id, Some(item)), |_, on, context| {
        Ok(plan::report(id, on, (item, command), context)?)
    })
}

/// Says whether an item carries out a recommendation.
///
/// # Errors
/// As [`plan::link`].
pub fn link(app: &App, root: &Root, (id, item): (Id<Plan>, Id<Item>), command: &Link) -> Result<Receipt, Error> {
    change(app, root, Act::LinkItem, (id, Some(item)), |read, on, _| {
        let is_there = read.find(command.recommendation)?.is_some();
        Ok(plan::link(id, on, (item, command), is_there)?)
    })
}
