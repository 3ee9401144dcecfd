//! What may happen to a report: the rules that let it.
use super::{Counted, Event, Opened, Report, Returned, Stage, Step, Written};
use crate::{
    Changes, Context, Id, Moment,
    dated::Dated,
    period::{Period, Reporter},
    profile::{Profile, reporting::Occurrence},
};

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// The period is closed.
        Frozen = "REP-01", "the period of this report is closed and what it says is frozen; a correction is a new report that names it";
        /// Not in this state.
        NotNow = "REP-02", "this is not done to a report that stands where this one does; read what may be done now";
        /// Nothing written.
        Empty = "REP-03", "nothing is written in this report yet; write what was done first";
        /// No such figure.
        NoFigure = "REP-04", "this report names no such figure; choose one of its own, or none where it is the words";
        /// A day that is over.
        DayBefore = "REP-05", "this day is over; write a later one";
        /// Corrected before.
        CorrectedBefore = "REP-06", "a correction of this report was begun before; go on with that one";
        /// Two figures of one name.
        TwoFigures = "REP-07", "two figures of this report have one name; give each a name of its own";
    }
}

/// What is done to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Written.
    Write,
    /// Handed in.
    Submit,
    /// Given back.
    Return,
    /// Accepted.
    Accept,
    /// Corrected after its period was closed.
    Correct,
}

impl Act {
    /// Every one.
    pub const ALL: [Act; 5] = [Act::Write, Act::Submit, Act::Return, Act::Accept, Act::Correct];

    /// Whether it is done to one that stands so, in a period that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Report, period: &Period) -> Result<(), Refusal> {
        let closed = period.closed.is_some();
        // What corrects was begun after the period was closed.
        let frozen = closed && on.opened.corrects.is_none();
        let fits = match self {
            Act::Correct if on.corrected_by.is_some() => return Err(Refusal::CorrectedBefore),
            Act::Correct => closed && on.stage == Stage::Accepted,
            _ if frozen => return Err(Refusal::Frozen),
            Act::Write => on.stage.is_owed(),
            Act::Submit if on.stage.is_owed() && on.written.is_none() => return Err(Refusal::Empty),
            Act::Submit => on.stage.is_owed(),
            Act::Return | Act::Accept => on.stage == Stage::Submitted,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }
}

/// Whom a delay reaches, and when: the focal function once the last day is over, then its head, then the secretariat.
fn steps(due: Moment, profile: &Profile) -> Vec<(Step, Moment)> {
    let later = [Step::Head, Step::Secretariat]
        .into_iter()
        .zip(&profile.escalation_report);
    let later = later.filter_map(|(step, term)| Some((step, profile.after(term.length?, due))));
    [(Step::FocalFunction, Moment(due.0 + 1))]
        .into_iter()
        .chain(later)
        .collect()
}

/// How a report begins that an institution owes.
pub fn opened(
    period: Id<Period>,
    occurrence: &Occurrence,
    reporter: &Reporter,
    profile: &Profile,
    context: &Context,
) -> Event {
    let due = profile.last_moment(occurrence.due);
    let (from, until) = occurrence.span;
    Event::Opened(Opened {
        period,
        organisation: reporter.organisation,
        function: reporter.function,
        from: from.into(),
        until: until.into(),
        due,
        steps: due.map(|due| steps(due, profile)).unwrap_or_default(),
        corrects: None,
        counted: Vec::new(),
        at: context.now,
    })
}

/// Writes the report.
pub type Write = Written;

/// Writes it, whole; what was written before is kept in the journal.
///
/// # Errors
/// When it is not owed now, its period is closed, or two figures have one name.
pub fn write(id: Id<Report>, on: &Report, period: &Period, command: &Write) -> Result<Changes, Refusal> {
    Act::Write.fits(on, period)?;
    let names: Vec<&str> = command.values.iter().map(|value| value.indicator.as_str()).collect();
    let twice = names
        .iter()
        .enumerate()
        .any(|(nth, name)| names.iter().skip(nth + 1).any(|other| other == name));
    if twice {
        return Err(Refusal::TwoFigures);
    }
    Ok(Changes::new(id, Event::Written(command.clone())))
}

/// Hands it in; `counted` is what the node counted, which is kept at the first time only.
///
/// # Errors
/// When it is not owed now, its period is closed, or nothing is written.
pub fn submit(
    id: Id<Report>,
    on: &Report,
    period: &Period,
    counted: Vec<Counted>,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Submit.fits(on, period)?;
    let counted = if on.counted.is_empty() { counted } else { Vec::new() };
    Ok(Changes::new(
        id,
        Event::Submitted {
            counted,
            at: context.now,
        },
    ))
}

/// Gives it back.
#[derive(Clone, Debug)]
pub struct Return {
    /// Which figure needs another look.
    pub figure: Option<String>,
    /// Why.
    pub reason: String,
    /// The last day for what is mended.
    pub until: Dated,
}

/// Gives it back.
///
/// # Errors
/// When it does not wait to be read, has no such figure, or the day is over.
pub fn give_back(
    id: Id<Report>,
    on: &Report,
    period: &Period,
    command: &Return,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Return.fits(on, period)?;
    if command.figure.as_ref().is_some_and(|figure| !on.has_figure(figure)) {
        return Err(Refusal::NoFigure);
    }
    let until = command.until.last().filter(|day| *day >= profile.date(context.now));
    let due = until
        .and_then(|day| profile.last_moment(day))
        .ok_or(Refusal::DayBefore)?;
    let returned = Returned {
        figure: command.figure.clone(),
        reason: command.reason.clone(),
        due,
        steps: steps(due, profile),
        at: context.now,
    };
    Ok(Changes::new(id, Event::Returned(returned)))
}

/// Accepts it.
///
/// # Errors
/// When it does not wait to be read.
pub fn accept(id: Id<Report>, on: &Report, period: &Period, context: &Context) -> Result<Changes, Refusal> {
    Act::Accept.fits(on, period)?;
    Ok(Changes::new(id, Event::Accepted { at: context.now }))
}

/// Begins a correction of an accepted report of a closed period: a new report that names the old one, and takes over what was
/// written and counted. Its id is `context.id::<Report>(0)`.
///
/// # Errors
/// When it was not accepted, its period is open, or a correction was begun.
pub fn correct(id: Id<Report>, on: &Report, period: &Period, context: &Context) -> Result<Changes, Refusal> {
    Act::Correct.fits(on, period)?;
    let by = context.id::<Report>(0);
    let opened = Opened {
        due: None,
        steps: Vec::new(),
        corrects: Some(id),
        counted: on.counted.clone(),
        at: context.now,
        ..on.opened.clone()
    };
    let changes = Changes::new(by, Event::Opened(opened));
    let changes = on.written.iter().fold(changes, |changes, written| {
        changes.and(by, Event::Written(written.clone()))
    });
    Ok(changes.and(id, Event::Corrected { by }))
}

/// Lets its delay reach the next, once.
///
/// # Errors
/// When it is not owed, its period is closed, or this step is not the next, or not due.
pub fn escalate(
    id: Id<Report>,
    on: &Report,
    period: &Period,
    step: Step,
    context: &Context,
) -> Result<Changes, Refusal> {
    if period.closed.is_some() && on.opened.corrects.is_none() {
        return Err(Refusal::Frozen);
    }
    match on.next_step() {
        Some((next, at)) if next == step && at <= context.now => {
            Ok(Changes::new(id, Event::Told { step, at: context.now }))
        }
        _ => Err(Refusal::NotNow),
    }
}
