//! What is open, by addressee: recommendations that an institution is to carry out, and reports that it owes. What a closure meeting
//! goes through.
use super::story::{Owed, open};
use crate::{App, Error, Read, organisation::Names};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    dated::Dated,
    organisation::Organisation,
    recommendation::{Rating, Recommendation},
    report::Report,
};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A recommendation to carry out.
    Recommendation(Id<Recommendation>),
    /// A report to write.
    Report(Id<Report>),
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
