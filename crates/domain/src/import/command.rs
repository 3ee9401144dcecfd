//! What is done to an import, and why a rule says no.
use super::{Column, Event, Import, Stage, Table, Taken};
use crate::{Changes, Context, Id, plan::Plan};

/// Brings a table.
#[derive(Clone, Debug)]
pub struct Bring {
    /// What was read.
    pub table: Table,
}

/// Says which column means what.
#[derive(Clone, Debug)]
pub struct Map {
    /// For each column of the slice, by its code: which of the table, from 0.
    pub columns: Vec<(String, u16)>,
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
    }
}

/// Keeps a table; its id is `context.id::<Import>(0)`.
///
/// # Errors
/// When it is larger than what is read.
pub fn read(into: Id<Plan>, command: &Bring, context: &Context) -> Result<Changes, Refusal> {
    let table = &command.table;
    let cells = table.lines.iter().flat_map(|line| &line.cells);
    let signs: usize = cells
        .map(|cell| match cell {
            super::Cell::Text(text) => text.len(),
            super::Cell::Formula | super::Cell::Broken => 1,
        })
        .sum();
    if table.lines.len() > Table::ROWS || table.heads.len() > Table::COLUMNS || signs > Table::SIGNS {
        return Err(Refusal::Large);
    }
    Ok(Changes::new(
        context.id::<Import>(0),
        Event::Read {
            into,
            table: table.clone(),
            by: context.actor,
            at: context.now,
        },
    ))
}

/// Says which column means what, among those of the slice.
///
/// # Errors
/// When it came in before, a needed column is not chosen, one is chosen twice, or there is none.
pub fn map(id: Id<Import>, on: &Import, command: &Map, columns: &[Column]) -> Result<Changes, Refusal> {
    if !matches!(on.stage, Stage::Read | Stage::Mapped) {
        return Err(Refusal::NotNow);
    }
    let chosen = |column: &Column| {
        let mut all = command.columns.iter();
        all.find(|(code, _)| code == column.code).map(|(_, at)| *at)
    };
    let known = |code: &str| columns.iter().any(|column| column.code == code);
    if command
        .columns
        .iter()
        .any(|(code, at)| !known(code) || usize::from(*at) >= on.table.heads.len())
    {
        return Err(Refusal::NoColumn);
    }
    for (nth, (_, at)) in command.columns.iter().enumerate() {
        if command.columns.iter().skip(nth + 1).any(|(_, other)| other == at) {
            return Err(Refusal::Twice);
        }
    }
    if columns.iter().any(|column| column.needed && chosen(column).is_none()) {
        return Err(Refusal::Needed);
    }
    let mapping = columns.iter().map(chosen).collect();
    Ok(Changes::new(id, Event::Mapped { mapping }))
}

/// Notes that what was right came in. What that is the slice says in a change of its own beside this one.
///
/// # Errors
/// When it is not known which column means what, it came in before, or nothing is new.
pub fn take(id: Id<Import>, on: &Import, taken: Taken) -> Result<Changes, Refusal> {
    if on.stage != Stage::Mapped {
        return Err(Refusal::NotNow);
    }
    if taken.added == 0 && taken.changed == 0 {
        return Err(Refusal::Nothing);
    }
    Ok(Changes::new(id, Event::Taken(taken)))
}

/// Notes that it was taken back.
///
/// # Errors
/// When nothing of it is there.
pub fn undo(id: Id<Import>, on: &Import) -> Result<Changes, Refusal> {
    match on.stage {
        Stage::Taken => Ok(Changes::new(id, Event::Undone)),
        _ => Err(Refusal::NotNow),
    }
}
