//! A table that somebody brings: what was read of it, which column means what, what came in, and that it was taken back. It knows no
//! slice: which columns there are, and what a row makes, a slice says (`cells`).
pub mod book;
mod cells;
mod command;

pub use book::{Book, Cell, Line, Sheet, Table};
pub use cells::{Cells, Column, Fault, FaultKind, Names, guess, plain};
pub use command::{Act, Map, Refusal, bring, forget, map, take, throw_away, undo};

use crate::{
    Id, Moment, Stream, StreamId,
    changes::{Kind, Summary},
    context::Actor,
    known::codes,
    plan::{self, Plan},
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

/// Into what a table comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Target {
    /// A plan.
    #[n(0)]
    Plan(#[n(0)] Id<Plan>),
}

impl Target {
    /// The columns that it knows.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Target::Plan(_) => &plan::COLUMNS,
        }
    }
}

impl From<Target> for StreamId {
    fn from(target: Target) -> StreamId {
        match target {
            Target::Plan(plan) => plan.into(),
        }
    }
}

/// Which column means what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Mapping {
    /// Which sheet, from 0.
    #[n(0)]
    pub sheet: u16,
    /// The number of the row that names the columns, from 1.
    #[n(1)]
    pub head: u32,
    /// What recognises a table with the same columns.
    #[n(2)]
    pub digest: String,
    /// For each column of the target, in its order: which of the table.
    #[n(3)]
    pub columns: Vec<Option<u16>>,
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

/// An import. What was read of the file lies beside it, under a key of its own ([`Book`]).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Import {
    /// Into what.
    #[n(0)]
    pub into: Target,
    /// From which kind of file.
    #[n(1)]
    pub format: Format,
    /// How many rows were read.
    #[n(2)]
    pub rows: u32,
    /// Which column means what, once that was said.
    #[n(3)]
    pub mapping: Option<Mapping>,
    /// How far it is.
    #[n(4)]
    pub stage: Stage,
    /// What came in.
    #[n(5)]
    pub taken: Taken,
    /// What was left out of it, and why.
    #[n(6)]
    pub faults: Vec<Fault>,
    /// Who brought it, and when.
    #[n(7)]
    pub read: (Actor, Moment),
    /// Who took it in, and when.
    #[n(8)]
    pub took: Option<(Actor, Moment)>,
    /// Who took it back, and when.
    #[n(9)]
    pub undid: Option<(Actor, Moment)>,
}

/// What happens to an import.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// A file is read.
    #[n(0)]
    Read {
        /// Into what it is to come.
        #[n(0)]
        into: Target,
        /// From which kind of file.
        #[n(1)]
        format: Format,
        /// How many rows were read.
        #[n(2)]
        rows: u32,
        /// Who brought it.
        #[n(3)]
        by: Actor,
        /// When.
        #[n(4)]
        at: Moment,
    },
    /// Somebody says which column means what.
    #[n(1)]
    Mapped(#[n(0)] Mapping),
    /// What was right comes in.
    #[n(2)]
    Taken {
        /// How much.
        #[n(0)]
        taken: Taken,
        /// What is wrong with the rest.
        #[n(1)]
        faults: Vec<Fault>,
        /// Who did it.
        #[n(2)]
        by: Actor,
        /// When.
        #[n(3)]
        at: Moment,
    },
    /// It is taken back, whole.
    #[n(3)]
    Undone {
        /// Who did it.
        #[n(0)]
        by: Actor,
        /// When.
        #[n(1)]
        at: Moment,
    },
}

impl Stream for Import {
    const KIND: Kind = Kind::Import;
    type Event = Event;

    fn evolve(state: Option<Import>, event: &Event) -> Option<Import> {
        let Some(mut known) = state else {
            let Event::Read {
                into,
                format,
                rows,
                by,
                at,
            } = event
            else {
                return None;
            };
            return Some(Import {
                into: *into,
                format: *format,
                rows: *rows,
                mapping: None,
                stage: Stage::Read,
                taken: Taken::default(),
                faults: Vec::new(),
                read: (*by, *at),
                took: None,
                undid: None,
            });
        };
        match event {
            Event::Read { .. } => return None,
            Event::Mapped(mapping) => {
                (known.mapping, known.stage) = (Some(mapping.clone()), Stage::Mapped);
            }
            Event::Taken { taken, faults, by, at } => {
                (known.taken, known.faults) = (*taken, faults.clone());
                (known.took, known.stage) = (Some((*by, *at)), Stage::Taken);
            }
            Event::Undone { by, at } => (known.undid, known.stage) = (Some((*by, *at)), Stage::Undone),
        }
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Read { rows, .. } => Summary::new("import_read").count(*rows as usize),
            Event::Mapped { .. } => Summary::new("import_mapped"),
            Event::Taken { taken, .. } => Summary::new("import_taken").count((taken.added + taken.changed) as usize),
            Event::Undone { .. } => Summary::new("import_undone"),
        })
    }
}
