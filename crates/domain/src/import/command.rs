//! What is done to an import, and why a rule says no.
use super::{Book, Column, Event, Fault, Format, Import, Mapping, Stage, Table, Taken, Target, book};
use crate::{Changes, Context, Id, Moment};

/// Says which column means what.
#[derive(Clone, Debug)]
pub struct Map {
    /// Which sheet, from 0.
    pub sheet: u16,
    /// The number of the row that names the columns.
    pub head: u32,
    /// For each column of the target, by its code: which of the table, from 0.
    pub columns: Vec<(String, u16)>,
}

/// What is done to an import, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is said which column means what.
    Map,
    /// What is right comes in.
    Take,
    /// It is taken back.
    Undo,
}

impl Act {
    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Import) -> Result<(), Refusal> {
        let fits = match self {
            Act::Map => matches!(on.stage, Stage::Read | Stage::Mapped),
            Act::Take => on.stage == Stage::Mapped,
            Act::Undo => on.stage == Stage::Taken,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "IMP-01", "this is not done to an import that stands where this one does; read what may be done now";
        /// A column that has to be there.
        Needed = "IMP-02", "a column that each row needs is not chosen; choose which column of the table it is";
        /// One column for two things.
        Twice = "IMP-03", "one column of the table is chosen for two things; choose it for one of them";
        /// No such column.
        NoColumn = "IMP-04", "the table has no such column; choose one of those that it has";
        /// Nothing to take in.
        Nothing = "IMP-05", "no row of this table is new or changed; nothing was taken in";
        /// Too large.
        Large = "IMP-06", "a table has at most 5,000 rows, 60 columns and 2 million signs; split it into several";
        /// It is not kept any more.
        Gone = "IMP-07", "the table is not kept any more; bring it again";
        /// No such sheet or row.
        NoHead = "IMP-08", "the file has no such sheet, or nothing stands in this row of it; choose a row that names the columns";
    }
}

/// Keeps what was read of a file; its id is `context.id::<Import>(0)`.
///
/// # Errors
/// When it is larger than what is read.
pub fn bring(into: Target, (format, book): (Format, &Book), context: &Context) -> Result<Changes, Refusal> {
    if !book.fits() {
        return Err(Refusal::Large);
    }
    let id = context.id::<Import>(0);
    let read = Event::Read {
        into,
        format,
        rows: u32::try_from(book.rows()).unwrap_or(u32::MAX),
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(id, read).and(id.book(), book::Event::Brought(book.clone())))
}

/// Says which column means what, among those of the target.
///
/// # Errors
/// When it came in before, there is no such row of heads, a needed column is not chosen, one is chosen twice, or there is none.
pub fn map(id: Id<Import>, on: &Import, (book, command): (&Book, &Map)) -> Result<Changes, Refusal> {
    Act::Map.fits(on)?;
    let table = book.table(command.sheet, command.head).ok_or(Refusal::NoHead)?;
    let columns = chosen(&table, on.into.columns(), &command.columns)?;
    let mapping = Mapping {
        sheet: command.sheet,
        head: command.head,
        digest: table.digest(),
        columns,
    };
    Ok(Changes::new(id, Event::Mapped(mapping)))
}

fn chosen(table: &Table, columns: &[Column], said: &[(String, u16)]) -> Result<Vec<Option<u16>>, Refusal> {
    let chosen = |column: &Column| said.iter().find(|(code, _)| code == column.code).map(|(_, at)| *at);
    let known = |code: &str| columns.iter().any(|column| column.code == code);
    if said
        .iter()
        .any(|(code, at)| !known(code) || usize::from(*at) >= table.heads.len())
    {
        return Err(Refusal::NoColumn);
    }
    for (nth, (code, at)) in said.iter().enumerate() {
        let mut others = said.iter().skip(nth + 1);
        if others.any(|(known, other)| other == at || known == code) {
            return Err(Refusal::Twice);
        }
    }
    if columns.iter().any(|column| column.needed && chosen(column).is_none()) {
        return Err(Refusal::Needed);
    }
    Ok(columns.iter().map(chosen).collect())
}

/// Notes that what was right came in. What that is the slice says in a change of its own beside this one.
///
/// # Errors
/// When it is not known which column means what, it came in before, or nothing is new.
pub fn take(
    id: Id<Import>,
    on: &Import,
    (taken, faults): (Taken, &[Fault]),
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Take.fits(on)?;
    if taken.added == 0 && taken.changed == 0 {
        return Err(Refusal::Nothing);
    }
    let faults = faults.to_vec();
    Ok(Changes::new(
        id,
        Event::Taken {
            taken,
            faults,
            by: context.actor,
            at: context.now,
        },
    ))
}

/// Notes that it was taken back.
///
/// # Errors
/// When nothing of it is there.
pub fn undo(id: Id<Import>, on: &Import, context: &Context) -> Result<Changes, Refusal> {
    Act::Undo.fits(on)?;
    Ok(Changes::new(
        id,
        Event::Undone {
            by: context.actor,
            at: context.now,
        },
    ))
}

/// Forgets what was read of the file, once the time for which it is kept has passed; `None` before.
pub fn forget(id: Id<Import>, on: &Import, now: Moment) -> Option<Changes> {
    let over = on.read.1.plus_hours(24 * Book::DAYS) <= now;
    over.then(|| throw_away(id))
}

/// Forgets it at once.
pub fn throw_away(id: Id<Import>) -> Changes {
    Changes::new(id.book(), book::Event::Forgotten)
}
