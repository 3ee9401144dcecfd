//! Who looked: for those who lead the case, for the data protection officer, and through them for the person.
pub(crate) mod entry;
pub mod list;
pub(crate) mod repetition;

use crate::{
    App, Error, Read,
    case::{self, file::Folder},
    organisation::Names,
};
use std::collections::HashSet;
use tiltas_access::{Action, CaseFacts, Facts, Permit, Record, Shown, Subject};
use tiltas_domain::{
    Context, Field, Fields, Id, Moment, Role, Root,
    audit::{Again, Copy, Event, Result as Outcome, Select},
    case::Case,
    content::OpeningReason,
    organisation::Organisation,
};
use tiltas_store::audit::{Looked, Mark};

/// One entry as it is shown: date, organisation, function's role, what, why; no officer's name.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Moment,
    /// What stands there; `None` where it can't be read.
    pub said: Option<Said>,
}

/// What an entry says.
#[derive(Clone, Debug)]
pub struct Said {
    /// Which organisation.
    pub organisation: String,
    /// In which role.
    pub role: Role,
    /// What was done: the action's code.
    pub action: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The reason that was given.
    pub reason: Option<Shown<OpeningReason>>,
    /// In which way it left the screen.
    pub copy: Option<Copy>,
    /// How often the same came again.
    pub again: Option<Again>,
}

/// Who looked at a case, newest first.
#[derive(Clone, Debug)]
pub struct Page {
    /// The case.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// The entries of this page.
    pub lines: Vec<Line>,
    /// Where the next page goes on.
    pub next: Option<String>,
    /// What there is to choose from.
    pub count: Count,
}

/// How much there is, and of whom.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// So many entries that were asked for.
    pub entries: usize,
    /// Whether there are more than are counted.
    pub more: bool,
    /// From so many organisations.
    pub from: usize,
    /// The organisations of all that is counted, asked for or not.
    pub organisations: Vec<(Id<Organisation>, String)>,
    /// The roles.
    pub roles: Vec<Role>,
    /// What was done, by code.
    pub actions: Vec<String>,
}

/// The entries on a page.
pub const SHOWN: usize = 200;
/// So many are read at once.
const CHUNK: i64 = 500;

/// One page of the access log of a case.
///
/// # Errors
/// When the actor neither leads the case nor protects data, or the mark is of no entry of it.
pub fn looked(app: &App, root: &Root, id: Id<Case>, choice: &Select) -> Result<Page, Error> {
    app.view("audit.looked", root, |read, context| {
        let (permit, spoken_name) = opened_log(read, context, id)?;
        let names = Names::read(read)?;
        let count = count(read, &permit, id, choice, &names)?;
        let mut found = select(read, &permit, id, choice, SHOWN + 1)?;
        let more = found.len() > SHOWN;
        found.truncate(SHOWN);
        let next = found.last().filter(|_| more).map(|last| last.mark.code());
        let mut lines = Vec::with_capacity(found.len());
        for entry in found {
            lines.push(line(read, &permit, entry, &names)?);
        }
        Ok(Page {
            case: id,
            spoken_name,
            lines,
            next,
            count,
        })
    })
}

/// All entries that were asked for, to leave the screen as a file; the access log says so.
///
/// # Errors
/// As [`looked`].
pub fn exported(app: &App, root: &Root, id: Id<Case>, choice: &Select) -> Result<Vec<Line>, Error> {
    app.view("audit.exported", root, |read, context| {
        read.copies(Copy::Exported);
        let (permit, _) = opened_log(read, context, id)?;
        let names = Names::read(read)?;
        let found = select(read, &permit, id, &choice.from_the_start(), usize::MAX)?;
        found
            .into_iter()
            .map(|entry| line(read, &permit, entry, &names))
            .collect()
    })
}

fn opened_log(read: &mut Read<'_>, context: &Context, id: Id<Case>) -> Result<(Permit, String), Error> {
    let folder = Folder::read(read, id)?;
    let permit = read.permit(Action::ReadAudit, Subject::Case(id), folder.facts(context))?;
    read.opened(&permit, Field::SpokenName);
    Ok((permit, folder.case.spoken_name.clone()))
}

/// The entries that were asked for and are there for this reader, newest first.
fn select(
    read: &mut Read<'_>,
    permit: &Permit,
    id: Id<Case>,
    choice: &Select,
    most: usize,
) -> Result<Vec<Looked>, Error> {
    let after = match &choice.after {
        Some(code) => Some(read.views().marked(id, code)?.ok_or(Error::NotFound)?),
        None => None,
    };
    let mut found = Vec::new();
    each(read, permit, id, after, |entry| {
        if choice.takes(entry.at, entry.event.as_ref()) {
            found.push(entry);
        }
        found.len() < most
    })?;
    Ok(found)
}

fn count(read: &mut Read<'_>, permit: &Permit, id: Id<Case>, choice: &Select, names: &Names) -> Result<Count, Error> {
    let (mut count, mut from) = (Count::default(), HashSet::new());
    each(read, permit, id, None, |entry| {
        if let Some(event) = &entry.event {
            let organisation = event.actor.organisation;
            if !count.organisations.iter().any(|(known, _)| *known == organisation) {
                count.organisations.push((organisation, names.of(organisation)));
            }
            if !count.roles.contains(&event.actor.role) {
                count.roles.push(event.actor.role);
            }
            if !count.actions.contains(&event.action) {
                count.actions.push(event.action.clone());
            }
        }
        if choice.takes(entry.at, entry.event.as_ref()) {
            count.entries += 1;
            from.extend(entry.event.map(|event| event.actor.organisation));
        }
        count.more = count.entries > crate::COUNTED;
        !count.more
    })?;
    (count.entries, count.from) = (count.entries.min(crate::COUNTED), from.len());
    Ok(count)
}

/// Calls `visit` with each entry that is there for this reader, newest first, until it has enough.
fn each(
    read: &mut Read<'_>,
    permit: &Permit,
    id: Id<Case>,
    mut after: Option<Mark>,
    mut visit: impl FnMut(Looked) -> bool,
) -> Result<(), Error> {
    loop {
        let chunk = read.views().looked(id, after.as_ref(), CHUNK)?;
        let last = chunk.len() < CHUNK as usize;
        after = chunk.last().map(|entry| entry.mark.clone());
        for entry in chunk {
            let named: Vec<_> = entry.event.iter().map(|event| event.actor.organisation).collect();
            if permit.sees(Record::Opening, &named) && !visit(entry) {
                return Ok(());
            }
        }
        if last {
            return Ok(());
        }
    }
}

fn line(read: &mut Read<'_>, permit: &Permit, entry: Looked, names: &Names) -> Result<Line, Error> {
    let at = entry.at;
    let Some(event) = entry.event else {
        return Ok(Line { at, said: None });
    };
    let reason = match &event.reason {
        Some(reason) => read.views().reason(permit, &event, reason)?,
        None => None,
    };
    let said = Said {
        organisation: names.of(event.actor.organisation),
        role: event.actor.role,
        action: event.action,
        outcome: event.result,
        reason,
        copy: event.copy,
        again: event.again,
    };
    Ok(Line { at, said: Some(said) })
}

/// The openings of a case by people of one organisation since a moment, for a reader who may know of them.
pub(crate) fn openings(
    read: &mut Read<'_>,
    permit: &Permit,
    id: Id<Case>,
    (by, since): (Id<Organisation>, Moment),
) -> Result<Vec<(Moment, Event)>, Error> {
    let mut found = Vec::new();
    each(read, permit, id, None, |entry| {
        if let Some(event) = entry.event
            && entry.at >= since
            && event.actor.organisation == by
            && !opened(&event.result).is_empty()
        {
            found.push((entry.at, event));
        }
        // Entries stand in the order in which they were written; a clock that was put back moves one by little.
        entry.at >= since
    })?;
    Ok(found)
}

/// The openings of a case by the people of one organisation.
#[derive(Clone, Debug)]
pub struct Openings {
    /// Which organisation.
    pub organisation: String,
    /// The last of them.
    pub last: Moment,
    /// So many.
    pub times: usize,
}

/// How often each organisation opened a case, through its whole history.
///
/// # Errors
/// As [`looked`].
pub fn by_organisation(app: &App, root: &Root, id: Id<Case>) -> Result<Vec<Openings>, Error> {
    app.view("audit.organisations", root, |read, context| {
        let (permit, _) = opened_log(read, context, id)?;
        let names = Names::read(read)?;
        let mut found: Vec<Openings> = Vec::new();
        each(read, &permit, id, None, |entry| {
            let opened = entry.event.filter(|event| !opened(&event.result).is_empty());
            if let Some(event) = opened {
                let organisation = names.of(event.actor.organisation);
                match found.iter_mut().find(|known| known.organisation == organisation) {
                    Some(known) => known.times += 1,
                    None => found.push(Openings {
                        organisation,
                        last: entry.at,
                        times: 1,
                    }),
                }
            }
            true
        })?;
        Ok(found)
    })
}

/// Finds a case by its spoken name or number to see who looked, among those in which the actor's organisation takes part. One
/// that is not there and one whose audit the actor may not read look the same.
///
/// # Errors
/// When there is none for this actor.
pub fn find(app: &App, root: &Root, typed: &str) -> Result<Id<Case>, Error> {
    app.view("audit.find", root, |read, context| {
        let _permit = read.permit(Action::SearchAudit, Subject::Own, Facts::None)?;
        let hits = case::list::found(app, read, context, typed)?.into_iter();
        let readable = hits.map(|hit| (hit.case, CaseFacts::of_row(hit.facts)));
        let readable = readable.filter(|(id, facts)| read.may(Action::ReadAudit, Subject::Case(*id), *facts));
        let [(id, facts)] = <[_; 1]>::try_from(readable.collect::<Vec<_>>()).map_err(|_| Error::NotFound)?;
        let permit = read.permit(Action::ReadAudit, Subject::Case(id), facts);
        permit.map(|_| id).map_err(|_| Error::NotFound)
    })
}

/// The fields of an entry that were opened.
pub fn opened(outcome: &Outcome) -> Fields {
    match outcome {
        Outcome::Opened(fields) => *fields,
        Outcome::Listed(_) | Outcome::Denied(_) | Outcome::Refused(_) | Outcome::NotFound => Fields::NONE,
    }
}
