//! Reporting periods: the clock opens them, the secretariat closes them. They are about institutions, and open no case.
pub mod open_items;
pub mod story;

use crate::{Act, App, Error, Receipt};
use tiltas_access::{Facts, Subject};
use tiltas_domain::{
    Id, Kind, Moment, Root, StreamId,
    period::{self, Period, Refusal},
    profile::reporting::{Occurrence, Opened, to_open},
};
use tiltas_store::Snapshot;

/// What is to be opened at `now`, in order, each with the moment since which it is due.
pub(crate) fn due(app: &App, snapshot: &Snapshot<'_>, now: Moment) -> Result<Vec<(Occurrence, Moment)>, Error> {
    let profile = app.profile();
    let Some(founded) = snapshot.founded()?.filter(|_| !profile.reporting.is_empty()) else {
        return Ok(Vec::new());
    };
    let day = |dated: tiltas_domain::dated::Dated| dated.last();
    let opened = snapshot.periods()?.into_iter().filter_map(|(_, period)| {
        Some(Opened {
            opens: day(period.opened.opens)?,
            until: day(period.opened.until)?,
            rule: period.opened.rule,
        })
    });
    let opened: Vec<Opened> = opened.collect();
    let due = to_open(&profile.reporting, &opened, profile.date(founded), profile.date(now));
    // What opened before the node worked on that day is due since the node's first moment.
    let since = |one: &Occurrence| profile.first_moment(one.opens).map(|at| at.max(founded));
    Ok(due
        .into_iter()
        .filter_map(|one| since(&one).map(|at| (one, at)))
        .collect())
}

/// What stands for a period that could not be opened: it is left alone for a while.
pub(crate) fn left_alone(occurrence: &Occurrence) -> StreamId {
    let mut id = [0_u8; 16];
    let name = format!("{} {}", occurrence.rule, occurrence.opens);
    for (nth, byte) in name.bytes().enumerate() {
        if let Some(place) = id.get_mut(nth % 16) {
            *place = place.rotate_left(3) ^ byte;
        }
    }
    StreamId { kind: Kind::Period, id }
}

/// Opens a period, with a report for each institution that owes one: the node's clock does it.
///
/// # Errors
/// When it was opened before, or the profile has no such rule any more.
pub(crate) fn open(app: &App, root: &Root, occurrence: &Occurrence) -> Result<Receipt, Error> {
    app.decide(Act::OpenPeriod, root, |read, context| {
        let id = context.id::<Period>(0);
        let permit = read.permit(Act::OpenPeriod.action(), Subject::Other(id.into()), Facts::None)?;
        let before = read.views().periods()?;
        let opens = occurrence.opens.into();
        if before
            .iter()
            .any(|(_, known)| known.opened.rule == occurrence.rule && known.opened.opens == opens)
        {
            return Err(Refusal::OpenedBefore.into());
        }
        let rules = &app.profile().reporting;
        let rule = rules
            .iter()
            .find(|rule| rule.id == occurrence.rule)
            .ok_or(Error::NotFound)?;
        let organisations = read.views().organisations()?.into_iter();
        let organisations: Vec<_> = organisations.map(|line| (line.organisation, line.kind)).collect();
        let functions = read.views().functions()?;
        let reporters = period::reporters(rule, &organisations, &functions);
        Ok((
            permit,
            period::open(rule, occurrence, &reporters, app.profile(), context),
        ))
    })
}

/// Closes it: from then on a correction is a new report.
///
/// # Errors
/// As [`period::close`].
pub fn close(app: &App, root: &Root, id: Id<Period>, _command: &()) -> Result<Receipt, Error> {
    app.decide(Act::ClosePeriod, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(Act::ClosePeriod.action(), Subject::Other(id.into()), Facts::None)?;
        let owes = on.opened.owes.iter();
        let reports = owes.map(|one| Ok((one.report, read.state(one.report)?)));
        let reports = reports.collect::<Result<Vec<_>, Error>>()?;
        let reports: Vec<_> = reports.iter().map(|(id, report)| (*id, report)).collect();
        let today = app.profile().date(context.now);
        Ok((permit, period::close(id, &on, &reports, today, context)?))
    })
}
