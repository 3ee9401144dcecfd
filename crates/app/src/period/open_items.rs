//! What is open, by addressee: recommendations that an institution is to carry out, and reports that it owes. What a closure meeting
//! goes through.
use super::story::{Owed, open};
use crate::{App, Error, Read, organisation::Names};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    dated::Dated,
    organisation::Organisation,
    plan::{Item as PlanItem, Plan},
    recommendation::{Rating, Recommendation, State},
    report::Report,
};

/// A term is near for so many days before it. A choice of ours, as the farthest reminder of a partnership's end is.
const NEAR: i64 = 90;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A recommendation to carry out.
    Recommendation(Id<Recommendation>),
    /// A report to write.
    Report(Id<Report>),
    /// A recommendation of which an institution was asked what it thinks.
    Position(Id<Recommendation>),
    /// An action of a plan, to be done.
    Action(Id<Plan>, Id<PlanItem>),
}

/// Something that is open.
#[derive(Clone, Debug)]
pub struct Item {
    /// What.
    pub what: What,
    /// In a line; a report has none of its own.
    pub title: String,
    /// Who is to do it.
    pub organisation: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// Until when.
    pub term: Option<Dated>,
    /// How many days it is late.
    pub late: Option<i32>,
    /// Invented.
    pub example: bool,
    /// Whether the reader may open it.
    pub opens: bool,
}

/// What a list is narrowed to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Select {
    /// Whose.
    pub addressee: Option<Id<Organisation>>,
    /// Only what is late.
    pub late: bool,
}

/// The recommendations that institutions are to carry out and have not reported done.
pub(crate) fn recommendations(
    read: &mut Read<'_>,
    of: Option<Id<Organisation>>,
    now: &Root,
) -> Result<Vec<Item>, Error> {
    let (names, mut items) = (Names::read(read)?, Vec::new());
    for (id, known) in read.views().recommendations_whole()? {
        if !known.state.is_owed() {
            continue;
        }
        let open = known.addressees.iter().filter(|one| {
            let report = known.report_of(one.organisation);
            of.is_none_or(|of| of == one.organisation) && report.is_none_or(|report| report.rating != Rating::Done)
        });
        items.extend(open.map(|one| Item {
            what: What::Recommendation(id),
            title: known.first.title.clone(),
            organisation: one.organisation,
            name: names.of(one.organisation),
            term: one.term,
            late: one.term.and_then(|term| read.profile().days_late(term, now.now)),
            example: known.first.example,
            opens: true,
        }));
    }
    Ok(items)
}

/// What an institution was asked and has not answered.
pub(crate) fn positions(read: &mut Read<'_>, of: Id<Organisation>, now: &Root) -> Result<Vec<Item>, Error> {
    let (names, mut items) = (Names::read(read)?, Vec::new());
    for (id, known) in read.views().recommendations_whole()? {
        let Some(asked) = known.discussion.as_ref().filter(|asked| asked.asked.contains(&of)) else {
            continue;
        };
        let said = known.positions.iter().any(|said| said.organisation == of);
        if said || known.state != State::UnderDiscussion {
            continue;
        }
        items.push(Item {
            what: What::Position(id),
            title: known.first.title.clone(),
            organisation: of,
            name: names.of(of),
            term: Some(asked.until),
            late: read.profile().days_late(asked.until, now.now),
            example: known.first.example,
            opens: true,
        });
    }
    Ok(items)
}

/// The actions of plans for which an institution answers, where their term is over or near.
pub(crate) fn actions(app: &App, read: &mut Read<'_>, of: Id<Organisation>, now: &Root) -> Result<Vec<Item>, Error> {
    let (names, mut items) = (Names::read(read)?, Vec::new());
    let near = app.profile().date(now.now.plus_hours(24 * NEAR));
    for (plan, on) in read.views().plans()? {
        for item in read.views().plan_items(plan)? {
            let owed = item.owed(&on).filter(|_| item.responsible(&on).contains(&of));
            let Some(term) = owed.filter(|term| term.last().is_some_and(|last| last <= near)) else {
                continue;
            };
            let said = item.stands(&on).unwrap_or(&item.said);
            items.push(Item {
                what: What::Action(plan, item.id),
                title: format!("{} {}", said.number, said.title),
                organisation: of,
                name: names.of(of),
                term: Some(term),
                late: app.profile().days_late(term, now.now),
                example: on.first.example,
                opens: true,
            });
        }
    }
    Ok(items)
}

fn of_report(read: &Read<'_>, one: Owed) -> Item {
    Item {
        what: What::Report(one.id),
        title: String::new(),
        organisation: one.organisation,
        name: one.name,
        term: one.of.due.map(|due| read.profile().date(due).into()),
        late: one.late,
        example: false,
        opens: one.opens,
    }
}

/// Everything that is open, by addressee, the nearest term first.
///
/// # Errors
/// When the actor's role does not read it, or storage is away.
pub fn list(app: &App, root: &Root, select: &Select) -> Result<Vec<Item>, Error> {
    app.view("open_items.list", root, |read, context| {
        let _permit = read.permit(Action::ReadPeriods, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let mut items = recommendations(read, select.addressee, root)?;
        let mut reports = read.views().open_reports()?;
        reports.retain(|(_, report)| select.addressee.is_none_or(|who| who == report.opened.organisation));
        let owed = open(read, &names, context, reports)?.into_iter();
        let owed: Vec<Owed> = owed.filter(|one| one.of.stage().is_owed()).collect();
        items.extend(owed.into_iter().map(|one| of_report(read, one)));
        items.retain(|item| !select.late || item.late.is_some());
        items.sort_by_key(|item| (item.term.is_none(), item.term));
        app.alphabet().sort(&mut items, |item| &item.name);
        Ok(items)
    })
}
