//! Visits: planned with the hosts, held, noted, found, reported; a finding becomes a recommendation. They open no case.
pub mod story;

use crate::{
    Act, App, Error, Read, Receipt,
    programme::list::{Line, Page, narrowed},
};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    programme::Select,
    recommendation::Recommendation,
    visit::{self, Find, NoteDown, Plan, PlanDay, Recommend, Tell, Visit},
};

/// Plans a visit.
///
/// # Errors
/// When the actor's role does not, or as [`visit::plan`].
pub fn plan(app: &App, root: &Root, command: &Plan) -> Result<(Id<Visit>, Receipt), Error> {
    let receipt = app.decide(Act::PlanVisit, root, |read, context| {
        let subject = Subject::Other(context.id::<Visit>(0).into());
        let permit = read.permit(Act::PlanVisit.action(), subject, Facts::None)?;
        let all = read.views().organisations()?;
        let there: Vec<_> = all.iter().map(|line| line.organisation).collect();
        Ok((permit, visit::plan(command, &there, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// What the policy is asked about it: whether the actor's institution goes along.
fn facts(on: &Visit, context: &Context) -> Facts {
    OwnFacts::among(&on.first.delegation, &context.actor).into()
}

/// One change of one visit.
fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Visit>,
    decide: impl Fn(&mut Read<'_>, &Visit, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Other(id.into()), facts(&on, context))?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// Says that the hosts agreed.
///
/// # Errors
/// As [`visit::confirm`].
pub fn confirm(app: &App, root: &Root, id: Id<Visit>, (): &()) -> Result<Receipt, Error> {
    change(app, root, Act::ConfirmVisit, id, |_, on, context| {
        Ok(visit::confirm(id, on, context)?)
    })
}

/// Says what is done on a day.
///
/// # Errors
/// As [`visit::plan_day`].
pub fn plan_day(app: &App, root: &Root, id: Id<Visit>, command: &PlanDay) -> Result<Receipt, Error> {
    change(app, root, Act::PlanVisitDay, id, |_, on, _| {
        Ok(visit::plan_day(id, on, command)?)
    })
}

/// Says that it took place.
///
/// # Errors
/// As [`visit::hold`].
pub fn hold(app: &App, root: &Root, id: Id<Visit>, (): &()) -> Result<Receipt, Error> {
    change(app, root, Act::HoldVisit, id, |_, on, context| {
        let today = app.profile().date(context.now);
        Ok(visit::hold(id, on, today, context)?)
    })
}

/// Notes something of a day.
///
/// # Errors
/// As [`visit::note`].
pub fn note(app: &App, root: &Root, id: Id<Visit>, command: &NoteDown) -> Result<Receipt, Error> {
    change(app, root, Act::NoteVisit, id, |_, on, context| {
        let today = app.profile().date(context.now);
        Ok(visit::note(id, on, command, today, context)?)
    })
}

/// Writes down what was found.
///
/// # Errors
/// As [`visit::find`].
pub fn find(app: &App, root: &Root, id: Id<Visit>, command: &Find) -> Result<Receipt, Error> {
    change(app, root, Act::FindOnVisit, id, |_, on, context| {
        Ok(visit::find(id, on, command, context)?)
    })
}

/// Makes a recommendation of a finding.
///
/// # Errors
/// As [`visit::recommend`].
pub fn recommend(
    app: &App,
    root: &Root,
    id: Id<Visit>,
    command: &Recommend,
) -> Result<(Id<Recommendation>, Receipt), Error> {
    let receipt = change(app, root, Act::RecommendFinding, id, |_, on, context| {
        Ok(visit::recommend(id, on, command, context)?)
    })?;
    Ok((receipt.id()?, receipt))
}

/// Writes its report.
///
/// # Errors
/// As [`visit::report`].
pub fn report(app: &App, root: &Root, id: Id<Visit>, command: &Tell) -> Result<Receipt, Error> {
    change(app, root, Act::ReportVisit, id, |_, on, context| {
        Ok(visit::report(id, on, command, context)?)
    })
}

/// Tells what came of it.
///
/// # Errors
/// As [`visit::follow_up`].
pub fn follow_up(app: &App, root: &Root, id: Id<Visit>, command: &Tell) -> Result<Receipt, Error> {
    change(app, root, Act::FollowUpVisit, id, |_, on, context| {
        Ok(visit::follow_up(id, on, command, context)?)
    })
}

/// A page of the visits; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn list(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("visit.list", root, |read, _| {
        let _permit = read.permit(Action::ReadProgrammes, Subject::Own, Facts::None)?;
        let all = read.views().visits()?.into_iter();
        let lines = all.map(|(id, of)| Line {
            id: id.to_string(),
            title: of.first.title,
            state: of.state.code(),
            begins: of.first.begins,
            ends: of.first.ends,
            beside: of.first.place,
            example: of.first.example,
        });
        Ok(narrowed(app, lines.collect(), select, size))
    })
}
