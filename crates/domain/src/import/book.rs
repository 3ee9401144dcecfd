//! What was read of a file that somebody brings: its sheets, row by row. It has a stream and a key of its own, so that it can be
//! forgotten while what came of it stays: nobody knows beforehand what stands in a file, and it may be the wrong one.
use super::{Column, plain};
use crate::{
    Id, Stream,
    changes::{Kind, Summary},
};
use minicbor::{Decode, Encode};

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

impl Cell {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Text(text) if text.trim().is_empty())
    }

    /// Its text, on one line.
    fn line(&self) -> String {
        match self {
            Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Cell::Formula | Cell::Broken => String::new(),
        }
    }

    fn signs(&self) -> usize {
        match self {
            Cell::Text(text) => text.len(),
            Cell::Formula | Cell::Broken => 1,
        }
    }
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Line {
    /// Its number in the file, from 1.
    #[n(0)]
    pub number: u32,
    /// Its cells.
    #[n(1)]
    pub cells: Vec<Cell>,
}

/// A sheet: its rows, those without any text left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Sheet {
    /// What it is called; empty where the file has only one.
    #[n(0)]
    pub name: String,
    /// Its rows.
    #[n(1)]
    pub lines: Vec<Line>,
}

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Book {
    /// Its sheets.
    #[n(0)]
    pub sheets: Vec<Sheet>,
}

/// A table: a sheet, of which one row names the columns and those below it are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called.
    pub heads: Vec<String>,
    /// The rows below.
    pub lines: Vec<Line>,
}

impl Table {
    /// What recognises a table with the same columns.
    pub fn digest(&self) -> String {
        use sha2::{Digest, Sha256};
        let heads: Vec<String> = self.heads.iter().map(|head| plain(head)).collect();
        let digest = Sha256::digest(heads.join("\u{1f}").as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Rows in which heads are looked for.
const HEAD_ROWS: usize = 20;

impl Book {
    /// The most rows of a sheet.
    pub const ROWS: usize = 5_000;
    /// The most columns of a sheet.
    pub const COLUMNS: usize = 60;
    /// The most sheets.
    pub const SHEETS: usize = 20;
    /// The most signs of all cells together.
    pub const SIGNS: usize = 2_000_000;
    /// For so many days it is kept.
    pub const DAYS: i64 = 7;

    /// Whether it is as large as what is read may be.
    pub fn fits(&self) -> bool {
        let lines = || self.sheets.iter().flat_map(|sheet| &sheet.lines);
        // The row of the heads is one more.
        let long = self.sheets.iter().any(|sheet| sheet.lines.len() > Book::ROWS + 1);
        let wide = lines().any(|line| line.cells.len() > Book::COLUMNS);
        let signs: usize = lines().flat_map(|line| &line.cells).map(Cell::signs).sum();
        self.sheets.len() <= Book::SHEETS && !long && !wide && signs <= Book::SIGNS
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.lines.len()).sum()
    }

    /// The table of one sheet, by its place, and the number of the row that names the columns; `None` where there is none.
    pub fn table(&self, sheet: u16, head: u32) -> Option<Table> {
        let sheet = self.sheets.get(usize::from(sheet))?;
        let at = sheet.lines.iter().position(|line| line.number == head)?;
        let (head, below) = sheet.lines.get(at..)?.split_first()?;
        Some(Table {
            heads: head.cells.iter().map(Cell::line).collect(),
            lines: below.to_vec(),
        })
    }

    /// Which sheet, and which row of it, name most of these columns; the first row that there is where none does.
    pub fn guess(&self, columns: &[Column]) -> Option<(u16, u32)> {
        let mut best: Option<(usize, u16, u32)> = None;
        for (nth, sheet) in (0u16..).zip(&self.sheets) {
            for line in sheet.lines.iter().take(HEAD_ROWS) {
                let heads: Vec<String> = line.cells.iter().map(Cell::line).collect();
                let known = super::guess(&heads, columns).iter().flatten().count();
                if best.is_none_or(|(most, ..)| known > most) {
                    best = Some((known, nth, line.number));
                }
            }
        }
        best.map(|(_, sheet, head)| (sheet, head))
    }

    /// The row of a sheet that names most of these columns.
    pub fn guess_head(&self, sheet: u16, columns: &[Column]) -> Option<u32> {
        let only = Book {
            sheets: vec![self.sheets.get(usize::from(sheet))?.clone()],
        };
        only.guess(columns).map(|(_, head)| head)
    }
}

/// What happens to what was read.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It was brought.
    #[n(0)]
    Brought(#[n(0)] Book),
    /// It is kept no longer.
    #[n(1)]
    Forgotten,
}

impl Stream for Book {
    const KIND: Kind = Kind::Book;
    type Event = Event;

    fn evolve(state: Option<Book>, event: &Event) -> Option<Book> {
        match (state, event) {
            (None, Event::Brought(book)) => Some(book.clone()),
            // What forgets it ends it: nothing is folded after it.
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Brought(book) => Summary::new("book_brought").count(book.rows()),
            Event::Forgotten => Summary::new("book_forgotten"),
        })
    }
}

impl Id<super::Import> {
    /// What was read of the file.
    pub fn book(self) -> Id<Book> {
        Id::from_stored(*self.as_bytes())
    }
}
