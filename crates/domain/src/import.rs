//! A table that somebody brings: what was read of it, which column means what, what came in, and that it was taken back. It knows no
//! slice: which columns there are, and what a row makes, a slice says (`cells`).
mod cells;
mod command;

pub use cells::{Cells, Column, Fault, FaultKind, Names, guess};
pub use command::{Bring, Map, Refusal, map, read, take, undo};

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    context::Actor,
    known::codes,
    plan::Plan,
};
use minicbor::{Decode, Encode};

codes! {
    /// What kind of file a table was read from.
    Format {
        /// Values with a sign between them.
        0 Csv = "csv",
        /// Office Open XML.
        1 Xlsx = "xlsx",
        /// OpenDocument.
        2 Ods = "ods",
    }
}

codes! {
    /// How far an import is.
    Stage {
        /// The table is read.
        0 Read = "read",
        /// It is known which column means what.
        1 Mapped = "mapped",
        /// What was right came in.
        2 Taken = "taken",
        /// It was taken back.
        3 Undone = "undone",
    }
}

/// A cell as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Cell {
    /// Its text; empty where nothing stands in it.
    #[n(0)]
    Text(#[n(0)] String),
    /// A formula. What it would give is not taken: nobody has seen it.
    #[n(1)]
    Formula,
    /// What a program writes where it could not calculate.
    #[n(2)]
    Broken,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Line {
    /// Its number in the file, from 1.
    #[n(0)]
    pub number: u32,
    /// Its cells.
    #[n(1)]
    pub cells: Vec<Cell>,
}

/// A table as it was read: its first row names the columns.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Table {
    /// From which kind of file.
    #[n(0)]
    pub format: Format,
    /// What the columns are called.
    #[n(1)]
    pub heads: Vec<String>,
    /// The rows below, those without any text left out.
    #[n(2)]
    pub lines: Vec<Line>,
}

impl Table {
    /// The most rows, columns and signs that a table may have.
    pub const ROWS: usize = 5_000;
    /// See [`Table::ROWS`].
    pub const COLUMNS: usize = 60;
    /// Of all cells together.
    pub const SIGNS: usize = 2_000_000;

    /// What recognises a table with the same columns.
    pub fn heads_digest(&self) -> String {
        use sha2::{Digest, Sha256};
        let heads = self.heads.iter().map(|head| head.to_lowercase());
        let all: Vec<String> = heads.collect();
        let digest = Sha256::digest(all.join("\u{1f}").as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What came in, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Taken {
    /// New.
    #[n(0)]
    pub added: u32,
    /// There before, and changed.
    #[n(1)]
    pub changed: u32,
    /// There before, and the same.
    #[n(2)]
    pub same: u32,
    /// Rows left out because something in them is wrong.
    #[n(3)]
    pub wrong: u32,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Import {
    /// Into which plan.
    #[n(0)]
    pub into: Id<Plan>,
    /// What was read.
    #[n(1)]
    pub table: Table,
    /// For each column of the slice, in its order: which of the table.
    #[n(2)]
    pub mapping: Vec<Option<u16>>,
    /// How far it is.
    #[n(3)]
    pub stage: Stage,
    /// What came in.
    #[n(4)]
    pub taken: Taken,
    /// Who brought it.
    #[n(5)]
    pub by: Actor,
    /// When.
    #[n(6)]
    pub at: Moment,
}

/// What happens to an import.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// A table is read.
    #[n(0)]
    Read {
        /// Into which plan.
        #[n(0)]
        into: Id<Plan>,
        /// The table.
        #[n(1)]
        table: Table,
        /// Who brought it.
        #[n(2)]
        by: Actor,
        /// When.
        #[n(3)]
        at: Moment,
    },
    /// Somebody says which column means what.
    #[n(1)]
    Mapped {
        /// For each column of the slice: which of the table.
        #[n(0)]
        mapping: Vec<Option<u16>>,
    },
    /// What was right comes in.
    #[n(2)]
    Taken(#[n(0)] Taken),
    /// It is taken back, whole.
    #[n(3)]
    Undone,
}

impl Stream for Import {
    const KIND: Kind = Kind::Import;
    type Event = Event;

    fn evolve(state: Option<Import>, event: &Event) -> Option<Import> {
        let Some(mut known) = state else {
            let Event::Read { into, table, by, at } = event else {
                return None;
            };
            return Some(Import {
                into: *into,
                table: table.clone(),
                mapping: Vec::new(),
                stage: Stage::Read,
                taken: Taken::default(),
                by: *by,
                at: *at,
            });
        };
        match event {
            Event::Read { .. } => return None,
            Event::Mapped { mapping } => {
                (known.mapping, known.stage) = (mapping.clone(), Stage::Mapped);
            }
            Event::Taken(taken) => (known.taken, known.stage) = (*taken, Stage::Taken),
            Event::Undone => known.stage = Stage::Undone,
        }
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Read { table, .. } => Summary::new("import_read").count(table.lines.len()),
            Event::Mapped { .. } => Summary::new("import_mapped"),
            Event::Taken(taken) => Summary::new("import_taken").count((taken.added + taken.changed) as usize),
            Event::Undone => Summary::new("import_undone"),
        })
    }
}
