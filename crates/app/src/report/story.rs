//! One report with what its institution owes; and what is owed by, and to, the reader.
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
    period::{
        open_items::{self, Item},
        story::{self, Owed},
    },
};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Id, Root,
    period::Period,
    report::{Counted, Report},
};

/// A report as a page shows it.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Report>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it.
    pub of: Report,
    /// Its period.
    pub period: Period,
    /// The institution's name.
    pub name: String,
    /// The focal function that answers for it, and its head, as colleagues speak of them.
    pub functions: [Option<String>; 2],
    /// How many days it is late.
    pub late: Option<i32>,
    /// What the node counted when it was handed in. WHY nothing before: a draft of the year beside a half that was reported would tell
    /// the other half.
    pub counted: Vec<Counted>,
    /// Recommendations that the institution is to carry out by the last day, and has not reported done.
    pub owes: Vec<Item>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// One report.
///
/// # Errors
/// When it is not the reader's to read, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Report>) -> Result<Story, Error> {
    app.view("report.show", root, |read, context| {
        let (subject, of) = (Subject::Other(id.into()), read.state(id)?);
        let facts: Facts = OwnFacts::of(of.opened.organisation, &context.actor).into();
        let _permit = read.permit(Action::ReadReport, subject, facts)?;
        let period = read.state(of.opened.period)?;
        let names = Names::read(read)?;
        let institution = read.find(of.opened.organisation)?;
        let function = |id| institution.as_ref().and_then(|known| known.function(id));
        let focal = of.opened.function.and_then(function);
        let head = focal.and_then(|focal| focal.head).and_then(function);
        let functions = [focal, head].map(|found| found.map(|found| found.title.clone()));
        let mut owes = open_items::recommendations(read, Some(of.opened.organisation), root)?;
        owes.retain(|item| item.term.is_some_and(|term| term <= period.opened.due));
        let allows = |action| read.may(action, subject, facts);
        let may = offered_by(allows, On::Report(&of, &period), context);
        let owed = story::owed(read, &names, context, (id, of), &period);
        Ok(Story {
            id,
            version: read.version_of(id),
            period,
            name: owed.name,
            functions,
            late: owed.late,
            counted: owed.of.counted.clone(),
            owes,
            may,
            of: owed.of,
        })
    })
}

/// What the reader's institution owes; for those who read all reports, what everybody owes, and what waits to be read.
#[derive(Debug)]
pub struct Duties {
    /// Reports that are owed, or wait to be read.
    pub reports: Vec<Owed>,
    /// Recommendations of the reader's institution: to be carried out, or to say what it thinks of; and actions whose term is over or near.
    pub others: Vec<Item>,
    /// Whether the reader reads all of them.
    pub all: bool,
}

/// What is owed.
///
/// # Errors
/// When the actor's role does not read periods, or storage is away.
pub fn duties(app: &App, root: &Root) -> Result<Duties, Error> {
    app.view("report.owed", root, |read, context| {
        let _permit = read.permit(Action::ReadPeriods, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let own = context.actor.organisation;
        let all = read.may(Action::ReadReport, Subject::Own, Facts::None);
        let reports = match all {
            true => read.views().open_reports()?,
            false => read.views().reports_by(own)?,
        };
        let mut reports: Vec<Owed> = story::open(read, &names, context, reports)?;
        reports.sort_by_key(|one| (one.late.is_none(), one.of.due));
        let mut others = match all {
            true => Vec::new(),
            false => open_items::recommendations(read, Some(own), root)?,
        };
        // Only whoever answers for the institution says what it thinks and what it did.
        let answers = OwnFacts::of(own, &context.actor);
        if !all && read.may(Action::TakePosition, Subject::Own, answers) {
            others.extend(open_items::positions(read, own, root)?);
            others.extend(open_items::actions(app, read, own, root)?);
        }
        Ok(Duties { reports, others, all })
    })
}
