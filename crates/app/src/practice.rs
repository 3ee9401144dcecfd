//! Good practices: written down, reviewed, published, adopted. One that is not published is seen by those who wrote it and by the
//! secretariat; to everybody else it is not there, whatever is asked of it.
pub mod list;
pub mod show;

use crate::{Act, App, Error, Read, Receipt, plan::institutions};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Actor, Changes, Context, Id, Root,
    organisation::Organisation,
    plan::{self, Item, Level, Plan, Said},
    practice::{self, Adopt, AdoptAsAction, Practice, Withdraw, Write},
    recommendation::Recommendation,
};

/// Which question opens a practice: that of all who work on policy, or that of a draft.
pub(crate) fn reading(open: bool, writer: Id<Organisation>, actor: &Actor) -> (Action, Facts) {
    match open {
        true => (Action::ReadPractices, Facts::None),
        false => (Action::ReadDraftPractice, OwnFacts::of(writer, actor).into()),
    }
}

/// What the policy is asked about an act.
fn facts(act: Act, on: &Practice, actor: &Actor) -> Facts {
    match act {
        Act::ChangePractice => OwnFacts::of(on.by.organisation, actor).into(),
        _ => Facts::None,
    }
}

/// Writes a practice down.
///
/// # Errors
/// When the actor's role does not.
pub fn record(app: &App, root: &Root, command: &Write) -> Result<(Id<Practice>, Receipt), Error> {
    let receipt = app.decide(Act::RecordPractice, root, |read, context| {
        let id = context.id::<Practice>(0);
        let permit = read.permit(Act::RecordPractice.action(), Subject::Other(id.into()), Facts::None)?;
        Ok((permit, practice::record(command, context)))
    })?;
    Ok((receipt.id()?, receipt))
}

/// One change of one practice that its reader may see.
fn done(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Practice>,
    decide: impl Fn(&Practice, &Context) -> Result<Changes, practice::Refusal>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read: &mut Read<'_>, context| {
        let on = read.state(id)?;
        let subject = Subject::Other(id.into());
        let (action, own) = reading(on.is_open(), on.by.organisation, &context.actor);
        let _permit = read.permit(action, subject, own)?;
        let permit = read.permit(act.action(), subject, facts(act, &on, &context.actor))?;
        Ok((permit, decide(&on, context)?))
    })
}

/// Changes what it tells.
///
/// # Errors
/// As [`practice::change`]; for another institution it is not there to be done.
pub fn change(app: &App, root: &Root, id: Id<Practice>, command: &Write) -> Result<Receipt, Error> {
    done(app, root, Act::ChangePractice, id, |on, context| {
        practice::change(id, on, command, context)
    })
}

/// Says that it was read.
///
/// # Errors
/// As [`practice::review`].
pub fn review(app: &App, root: &Root, id: Id<Practice>, (): &()) -> Result<Receipt, Error> {
    done(app, root, Act::ReviewPractice, id, |on, context| {
        practice::review(id, on, context)
    })
}

/// Publishes it.
///
/// # Errors
/// As [`practice::publish`].
pub fn publish(app: &App, root: &Root, id: Id<Practice>, (): &()) -> Result<Receipt, Error> {
    done(app, root, Act::PublishPractice, id, |on, context| {
        practice::publish(id, on, context)
    })
}

/// Withdraws it.
///
/// # Errors
/// As [`practice::withdraw`].
pub fn withdraw(app: &App, root: &Root, id: Id<Practice>, command: &Withdraw) -> Result<Receipt, Error> {
    done(app, root, Act::WithdrawPractice, id, |on, context| {
        practice::withdraw(id, on, command, context)
    })
}

/// Adopts it for the actor's institution: a recommendation that names it.
///
/// # Errors
/// As [`practice::adopt`].
pub fn adopt(
    app: &App,
    root: &Root,
    id: Id<Practice>,
    command: &Adopt,
) -> Result<(Id<Recommendation>, Receipt), Error> {
    let receipt = done(app, root, Act::AdoptPractice, id, |on, context| {
        practice::adopt(id, on, command, context)
    })?;
    Ok((receipt.id()?, receipt))
}

/// The plans that are written now, each with its items.
pub(crate) fn open_plans(read: &mut Read<'_>) -> Result<Vec<(Id<Plan>, Plan)>, Error> {
    let mut plans = read.views().plans()?;
    plans.retain(|(_, plan)| plan::Act::Write.fits(plan).is_ok());
    for (id, plan) in &mut plans {
        plan.items = read.views().plan_items(*id)?;
    }
    Ok(plans)
}

/// Adopts it for the actor's institution as an action of a plan that is being written: plan and practice change in one commit. WHY only
/// whoever writes plans: an action in a plan that no body has read is no proposal any more. Who does not write plans adopts it as a
/// recommendation, which is one.
///
/// # Errors
/// As [`practice::plan`] and [`plan::add`]; when no plan that is being written has that objective.
pub fn adopt_as_action(app: &App, root: &Root, id: Id<Practice>, command: &AdoptAsAction) -> Result<Receipt, Error> {
    app.decide(Act::PlanPractice, root, |read, context| {
        let on = read.state(id)?;
        let subject = Subject::Other(id.into());
        let (action, own) = reading(on.is_open(), on.by.organisation, &context.actor);
        let _read = read.permit(action, subject, own)?;
        let _adopt = read.permit(Act::AdoptPractice.action(), subject, Facts::None)?;
        let permit = read.permit(Act::PlanPractice.action(), subject, Facts::None)?;
        practice::Act::Plan.fits(&on, context.actor.organisation)?;
        let mut holding = open_plans(read)?.into_iter();
        let holding = holding.find(|(_, plan)| plan.item(command.under).is_some());
        let (plan, _) = holding.ok_or(plan::Refusal::NotThere)?;
        let of = read.state(plan)?;
        let above = of.item(command.under).ok_or(plan::Refusal::NotThere)?;
        let said = Said {
            level: Level::Action,
            number: of.next_under(&above.said.number),
            title: command.title.clone(),
            responsible: command.responsible.clone(),
            partners: Vec::new(),
            from: None,
            term: command.term,
            budget: None,
            fund: None,
            indicator: None,
        };
        let adopted = practice::plan(id, &on, (plan, context.inside::<Plan, Item>(0)), context)?;
        let added = plan::add(plan, &of, &said, &institutions(read)?, context)?;
        Ok((permit, adopted.and_all(added)))
    })
}
