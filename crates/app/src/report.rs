//! Reports of institutions: written, handed in with what the node counted, returned or accepted; and what an institution owes.
pub mod story;

use crate::{Act, App, Error, Read, Receipt};
use tiltas_access::{OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    dated::Dated,
    organisation::Organisation,
    period::Period,
    report::{self, Counted, Report, Return, Step, Write, counted},
};

/// One change of one report.
fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Report>,
    decide: impl Fn(&mut Read<'_>, &Report, &Period, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let facts = OwnFacts::of(on.opened.organisation, &context.actor);
        let permit = read.permit(act.action(), Subject::Other(id.into()), facts)?;
        let period = read.state(on.opened.period)?;
        let changes = decide(read, &on, &period, context)?;
        Ok((permit, changes))
    })
}

/// What the node counts for a report, with what may not be told withheld. A span that was reported before is not counted again.
pub(crate) fn count(read: &mut Read<'_>, id: Id<Report>, on: &Report) -> Result<Vec<Counted>, Error> {
    let (of, span) = (on.opened.organisation, (on.opened.from, on.opened.until));
    let others: Vec<Report> = read
        .views()
        .reports_by(of)?
        .into_iter()
        .filter(|(other, report)| *other != id && !report.counted.is_empty())
        .map(|(_, report)| report)
        .collect();
    if let Some(same) = others
        .iter()
        .find(|other| (other.opened.from, other.opened.until) == span)
    {
        return Ok(same.counted.clone());
    }
    let overlaps = |other: &&Report| other.opened.from <= span.1 && span.0 <= other.opened.until;
    let earlier: Vec<&[Counted]> = others
        .iter()
        .filter(overlaps)
        .map(|other| other.counted.as_slice())
        .collect();
    let profile = read.profile();
    let first = |dated: Dated| dated.first().and_then(|day| profile.first_moment(day));
    let last = |dated: Dated| dated.last().and_then(|day| profile.last_moment(day));
    let (Some(from), Some(until)) = (first(span.0), last(span.1)) else {
        return Ok(Vec::new());
    };
    let verified = verified(read, of)?;
    let (trainings, partnerships) = together(read, of, span)?;
    let raw = report::Raw {
        verified,
        trainings,
        partnerships,
        ..read.views().done_by(of, from, until)?
    };
    Ok(counted(&raw, &earlier))
}

/// The recommendations of an institution that a reviewer found done: one that was closed since was found done too.
fn verified(read: &mut Read<'_>, of: Id<Organisation>) -> Result<u32, Error> {
    let all = read.views().recommendations_whole()?;
    let found = all
        .iter()
        .filter(|(_, known)| known.is_found_done() && known.is_addressed_to(of));
    Ok(u32::try_from(found.count()).unwrap_or(u32::MAX))
}

/// The trainings of this institution that were held, and the partnerships in which it is on the last day.
fn together(read: &mut Read<'_>, of: Id<Organisation>, (from, until): (Dated, Dated)) -> Result<(u32, u32), Error> {
    let trainings = read.views().trainings_whole()?.into_iter();
    let trainings = trainings.filter(|(_, training)| training.is_of(of) && training.was_held(from, until));
    let day = until.last();
    let partnerships = read.views().partnerships()?.into_iter();
    let partnerships =
        partnerships.filter(|line| line.of.party(of).is_some() && day.is_some_and(|day| line.of.held_on(day)));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((number(trainings.count()), number(partnerships.count())))
}

/// Writes it, whole.
///
/// # Errors
/// As [`report::write`]; for another institution it is not there to be done.
pub fn write(app: &App, root: &Root, id: Id<Report>, command: &Write) -> Result<Receipt, Error> {
    change(app, root, Act::WriteReport, id, |_, on, period, _| {
        Ok(report::write(id, on, period, command)?)
    })
}

/// Hands it in, with what the node counted.
///
/// # Errors
/// As [`report::submit`].
pub fn submit(app: &App, root: &Root, id: Id<Report>, _command: &()) -> Result<Receipt, Error> {
    change(app, root, Act::SubmitReport, id, |read, on, period, context| {
        let counted = count(read, id, on)?;
        Ok(report::submit(id, on, period, counted, context)?)
    })
}

/// Gives it back.
///
/// # Errors
/// As [`report::give_back`].
pub fn give_back(app: &App, root: &Root, id: Id<Report>, command: &Return) -> Result<Receipt, Error> {
    change(app, root, Act::ReturnReport, id, |_, on, period, context| {
        Ok(report::give_back(id, on, period, command, app.profile(), context)?)
    })
}

/// Accepts it.
///
/// # Errors
/// As [`report::accept`].
pub fn accept(app: &App, root: &Root, id: Id<Report>, _command: &()) -> Result<Receipt, Error> {
    change(app, root, Act::AcceptReport, id, |_, on, period, context| {
        Ok(report::accept(id, on, period, context)?)
    })
}

/// Begins a correction of it: a new report, whose id the receipt tells.
///
/// # Errors
/// As [`report::correct`].
pub fn correct(app: &App, root: &Root, id: Id<Report>, _command: &()) -> Result<Receipt, Error> {
    change(app, root, Act::CorrectReport, id, |_, on, period, context| {
        Ok(report::correct(id, on, period, context)?)
    })
}

/// Lets its delay reach the next: the node's clock does it.
///
/// # Errors
/// As [`report::escalate`].
pub(crate) fn escalate(app: &App, root: &Root, id: Id<Report>, step: Step) -> Result<Receipt, Error> {
    change(app, root, Act::EscalateReport, id, |_, on, period, context| {
        Ok(report::escalate(id, on, period, step, context)?)
    })
}
