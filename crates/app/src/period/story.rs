//! The periods, and one with who owes what in it.
use crate::{
    Act, App, Error, Read,
    act::{On, offered_by},
    national_report::hide_draft,
    organisation::Names,
};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Actor, Context, Id, Root,
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
        for (id, mut of) in read.views().periods()?.into_iter().rev() {
            hide_draft(read, &mut of)?;
            let reports = read.views().reports_of(id)?;
            let stages = Stage::ALL.iter().map(|stage| {
                let owed = reports.iter().filter(|(_, report)| report.opened.corrects.is_none());
                let standing = owed.filter(|(_, report)| report.stage() == *stage);
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

/// Whether nothing changes in a report any more: its period is closed, and it corrects none.
pub(crate) fn is_frozen(of: &Report, period: &Period) -> bool {
    period.closed.is_some() && of.opened.corrects.is_none()
}

/// A report with what a list says of it.
pub(crate) fn owed(
    read: &Read<'_>,
    names: &Names,
    context: &Context,
    (id, of): (Id<Report>, Report),
    period: &Period,
) -> Owed {
    let (organisation, actor, now) = (of.opened.organisation, &context.actor, context.now);
    let due = of
        .due
        .filter(|_| of.stage().is_owed() && !is_frozen(&of, period))
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

/// Those of these reports that wait for somebody, in their periods.
///
/// # Errors
/// When storage is away.
pub(crate) fn open(
    read: &mut Read<'_>,
    names: &Names,
    context: &Context,
    reports: Vec<(Id<Report>, Report)>,
) -> Result<Vec<Owed>, Error> {
    let periods: HashMap<Id<Period>, Period> = read.views().periods()?.into_iter().collect();
    let waiting = reports.into_iter().filter(|(_, of)| of.accepted.is_none());
    let open = waiting.filter_map(|(id, of)| {
        let period = periods.get(&of.opened.period)?;
        (!is_frozen(&of, period)).then(|| owed(read, names, context, (id, of), period))
    });
    Ok(open.collect())
}

/// So many reports have a total: of two, each institution would subtract its own.
const TOTALLED: usize = 3;

/// Totals of what was accepted, of each indicator that has one; none where too few reports count.
pub(crate) fn totals<'r>(accepted: impl Iterator<Item = &'r Report> + Clone) -> Vec<Counted> {
    if accepted.clone().count() < TOTALLED {
        return Vec::new();
    }
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
        .filter(|one| one.adds_up())
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
        let mut of = read.state(id)?;
        let names = Names::read(read)?;
        let reports = read.views().reports_of(id)?.into_iter();
        let reports = reports.map(|one| owed(read, &names, context, one, &of));
        let mut reports: Vec<Owed> = reports.collect();
        app.alphabet().sort(&mut reports, |one| &one.name);
        let accepted = || reports.iter().filter(|one| one.of.stage() == Stage::Accepted);
        // A correction takes the place of what it corrects once it is accepted, and not when it is begun.
        let stands = |one: &&Owed| {
            let by = one.of.corrected_by;
            !accepted().any(|other| by == Some(other.id))
        };
        // While the period is open, whoever looked before and after a report was accepted would know its count.
        let told = of.closed.is_some() || read.may(Action::ReadReport, Subject::Own, Facts::None);
        let counting: Vec<&Report> = accepted().filter(stands).filter(|_| told).map(|one| &one.of).collect();
        let totals = totals(counting.into_iter());
        let may = offered_by(
            |action| read.may(action, subject, Facts::None),
            On::Period(&of, app.profile().date(context.now)),
            context,
        );
        hide_draft(read, &mut of)?;
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
