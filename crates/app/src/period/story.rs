//! The periods, and one with who owes what in it.
use crate::{
    Act, App, Error, Read,
    act::{On, offered_by},
    organisation::Names,
};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    organisation::Organisation,
    period::Period,
    profile::reporting::{self, Occurrence},
    report::{Counted, Indicator, Report, Stage, total},
};

/// A period in a list.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Period>,
    /// All of it.
    pub of: Period,
    /// How many of its reports stand so.
    pub stages: Vec<(Stage, usize)>,
}

/// The periods, the last first.
#[derive(Debug)]
pub struct Periods {
    /// Those that opened.
    pub lines: Vec<Line>,
    /// What opens next.
    pub next: Option<Occurrence>,
}

/// All periods.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn list(app: &App, root: &Root) -> Result<Periods, Error> {
    app.view("period.list", root, |read, context| {
        let _permit = read.permit(Action::ReadPeriods, Subject::Own, Facts::None)?;
        let today = app.profile().date(context.now);
        let mut lines = Vec::new();
        for (id, of) in read.views().periods()?.into_iter().rev() {
            let reports = read.views().reports_of(id)?;
            let stages = Stage::ALL.iter().map(|stage| {
                let standing = reports.iter().filter(|(_, report)| report.stage() == *stage);
                (*stage, standing.count())
            });
            let stages = stages.filter(|(_, count)| *count > 0).collect();
            lines.push(Line { id, of, stages });
        }
        let next = reporting::next(&app.profile().reporting, today);
        Ok(Periods { lines, next })
    })
}

/// A report as a period's page names it.
#[derive(Debug)]
pub struct Owed {
    /// Which.
    pub id: Id<Report>,
    /// Whose.
    pub organisation: Id<Organisation>,
    /// The institution's name.
    pub name: String,
    /// Where it stands.
    pub of: Report,
    /// How many days it is late.
    pub late: Option<i32>,
    /// Whether the reader may open it.
    pub opens: bool,
}

/// A period with its reports.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Period>,
    /// All of it.
    pub of: Period,
    /// Its reports.
    pub reports: Vec<Owed>,
    /// Who has nobody that answers for it.
    pub without: Vec<String>,
    /// Totals of what the node counted for those that were accepted.
    pub totals: Vec<Counted>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// Whether the reader may open a report of this institution.
pub(crate) fn opens(read: &Read<'_>, id: Id<Report>, of: Id<Organisation>, actor: &Actor) -> bool {
    read.may(Action::ReadReport, Subject::Other(id.into()), OwnFacts::of(of, actor))
}

/// A report with what a list says of it.
pub(crate) fn owed(read: &Read<'_>, names: &Names, actor: &Actor, id: Id<Report>, of: Report, now: Moment) -> Owed {
    let organisation = of.opened.organisation;
    let due = of
        .due
        .filter(|_| of.stage().is_owed())
        .map(|due| read.profile().date(due));
    let late = due.and_then(|due| read.profile().days_late(due.into(), now));
    Owed {
        id,
        organisation,
        name: names.of(organisation),
        late,
        opens: opens(read, id, organisation, actor),
        of,
    }
}

/// Totals of what was accepted, of each indicator that has one.
pub(crate) fn totals<'r>(accepted: impl Iterator<Item = &'r Report> + Clone) -> Vec<Counted> {
    let of = |indicator: Indicator| {
        let counts = accepted.clone().flat_map(|report| &report.counted);
        let counts: Vec<_> = counts
            .filter(|one| one.indicator == indicator)
            .map(|one| one.count)
            .collect();
        Counted {
            indicator,
            count: total(indicator, &counts),
        }
    };
    Indicator::ALL
        .iter()
        .filter(|one| **one != Indicator::MedianHours)
        .map(|one| of(*one))
        .collect()
}

/// One period.
///
/// # Errors
/// When the actor's role does not read them, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Period>) -> Result<Story, Error> {
    app.view("period.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadPeriods, subject, Facts::None)?;
        let of = read.state(id)?;
        let names = Names::read(read)?;
        let reports = read.views().reports_of(id)?.into_iter();
        let reports = reports.map(|(id, report)| owed(read, &names, &context.actor, id, report, context.now));
        let mut reports: Vec<Owed> = reports.collect();
        app.alphabet().sort(&mut reports, |one| &one.name);
        let accepted = reports
            .iter()
            .map(|one| &one.of)
            .filter(|one| one.stage() == Stage::Accepted);
        let totals = totals(accepted.filter(|one| one.corrected_by.is_none()));
        let may = offered_by(
            |action| read.may(action, subject, Facts::None),
            On::Period(&of),
            context,
        );
        Ok(Story {
            id,
            without: of.opened.without.iter().map(|who| names.of(*who)).collect(),
            reports,
            totals,
            may,
            of,
        })
    })
}
