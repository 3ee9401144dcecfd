//! Trainings: planned, held, counted, measured, reported, certified. They are about no case, and nothing here opens one.
pub mod list;
pub mod story;

use crate::{Act, App, Error, Read, Receipt};
use tiltas_access::{Facts, OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    organisation::Organisation,
    training::{self, Attend, Cancel, Certify, Enrol, Feedback, Plan, Report, Score, Training},
};

/// Plans a training.
///
/// # Errors
/// When the actor's role does not, or as [`training::plan`].
pub fn plan(app: &App, root: &Root, command: &Plan) -> Result<(Id<Training>, Receipt), Error> {
    let receipt = app.decide(Act::PlanTraining, root, |read, context| {
        let id = context.id::<Training>(0);
        let own = OwnFacts::of(context.actor.organisation, &context.actor);
        let permit = read.permit(Act::PlanTraining.action(), Subject::Other(id.into()), own)?;
        Ok((permit, training::plan(command, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// What the policy is asked about it: whether the actor's institution planned it.
pub(crate) fn facts(on: &Training, context: &Context) -> Facts {
    OwnFacts::of(on.first.by.organisation, &context.actor).into()
}

/// One change of one training.
fn changed(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Training>,
    decide: impl Fn(&mut Read<'_>, &Training, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Other(id.into()), facts(&on, context))?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// Plans it otherwise.
///
/// # Errors
/// As [`training::change`].
pub fn change(app: &App, root: &Root, id: Id<Training>, command: &Plan) -> Result<Receipt, Error> {
    changed(app, root, Act::ChangeTraining, id, |_, on, context| {
        Ok(training::change(id, on, command, context)?)
    })
}

fn is_there(read: &mut Read<'_>, organisation: Id<Organisation>) -> Result<bool, Error> {
    Ok(read.find(organisation)?.is_some())
}

/// Registers those of a function of an institution.
///
/// # Errors
/// As [`training::enrol`].
pub fn enrol(app: &App, root: &Root, id: Id<Training>, command: &Enrol) -> Result<Receipt, Error> {
    changed(app, root, Act::EnrolInTraining, id, |read, on, context| {
        let there = is_there(read, command.organisation)?;
        Ok(training::enrol(id, on, command, there, context)?)
    })
}

/// Says that it took place.
///
/// # Errors
/// As [`training::hold`].
pub fn hold(app: &App, root: &Root, id: Id<Training>) -> Result<Receipt, Error> {
    changed(app, root, Act::HoldTraining, id, |_, on, context| {
        let today = app.profile().date(context.now);
        Ok(training::hold(id, on, today, context)?)
    })
}

/// Counts who came.
///
/// # Errors
/// As [`training::attend`].
pub fn attend(app: &App, root: &Root, id: Id<Training>, command: &Attend) -> Result<Receipt, Error> {
    changed(app, root, Act::CountAttendance, id, |_, on, context| {
        Ok(training::attend(id, on, command, context)?)
    })
}

/// Writes down what a group learnt.
///
/// # Errors
/// As [`training::score`].
pub fn score(app: &App, root: &Root, id: Id<Training>, command: &Score) -> Result<Receipt, Error> {
    changed(app, root, Act::ScoreTraining, id, |_, on, _| {
        Ok(training::score(id, on, command)?)
    })
}

/// Writes down how participants answered a question of the feedback.
///
/// # Errors
/// As [`training::answer`].
pub fn answer(app: &App, root: &Root, id: Id<Training>, command: &Feedback) -> Result<Receipt, Error> {
    changed(app, root, Act::AnswerTraining, id, |_, on, _| {
        Ok(training::answer(id, on, command)?)
    })
}

/// Says what came of it.
///
/// # Errors
/// As [`training::report`].
pub fn report(app: &App, root: &Root, id: Id<Training>, command: &Report) -> Result<Receipt, Error> {
    changed(app, root, Act::ReportTraining, id, |_, on, context| {
        Ok(training::report(id, on, command, context)?)
    })
}

/// Calls it off.
///
/// # Errors
/// As [`training::cancel`].
pub fn cancel(app: &App, root: &Root, id: Id<Training>, command: &Cancel) -> Result<Receipt, Error> {
    changed(app, root, Act::CancelTraining, id, |_, on, context| {
        Ok(training::cancel(id, on, command, context)?)
    })
}

/// Issues certificates to some of those who came.
///
/// # Errors
/// As [`training::certify`].
pub fn certify(app: &App, root: &Root, id: Id<Training>, command: &Certify) -> Result<Receipt, Error> {
    changed(app, root, Act::IssueCertificates, id, |_, on, context| {
        Ok(training::certify(id, on, command, context)?)
    })
}
