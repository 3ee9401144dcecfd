//! A file that somebody brings becomes sheets of rows, or it is said why not, and where. It knows no slice. What a file would unpack to
//! is counted before anything in it is parsed, and cells are taken one by one up to the limits, so that no file makes the program hold
//! more than that.
//!
//! WHY a formula gives no value: what stands beside it in the file is what some program made of it at some time, and nobody who sends
//! the file has to have seen it. Whoever brings it is told the cell, and pastes the value.
mod archive;
mod csv;
mod ods;
#[cfg(test)]
mod tests;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};
use tiltas_domain::import::{Book, Cell, Format, Line, Sheet};
use tiltas_words::Words;

/// The largest file, in bytes.
pub const PACKED: usize = 5 * 1024 * 1024;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing in it.
    Empty,
    /// Neither CSV, XLSX nor ODS.
    Kind,
    /// A book as older programs wrote it.
    Older,
    /// An archive with files in it, none of which is the table.
    Archive,
    /// Larger than what is taken.
    Large,
    /// It would unpack to more than what is taken.
    Unpacks,
    /// It is damaged.
    Damaged,
    /// It is locked with a password.
    Locked,
    /// Its letters are in none of the ways that are read.
    Letters,
    /// A quotation mark is opened and not closed.
    Quote,
    /// Too many sheets.
    Sheets,
    /// Too many columns.
    Columns,
    /// Too many rows.
    Rows,
    /// Too many signs.
    Signs,
}

impl Why {
    /// Its code, for words and programs.
    pub fn code(self) -> &'static str {
        match self {
            Why::Empty => "empty",
            Why::Kind => "kind",
            Why::Older => "older",
            Why::Archive => "archive",
            Why::Large => "large",
            Why::Unpacks => "unpacks",
            Why::Damaged => "damaged",
            Why::Locked => "locked",
            Why::Letters => "letters",
            Why::Quote => "quote",
            Why::Sheets => "sheets",
            Why::Columns => "columns",
            Why::Rows => "rows",
            Why::Signs => "signs",
        }
    }
}

/// That a file is not read: why, and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Why.
    pub why: Why,
    /// On which sheet, where it has a name.
    pub sheet: Option<String>,
    /// In which row, from 1.
    pub row: Option<u32>,
    /// In which column, from 0.
    pub column: Option<u32>,
}

impl From<Why> for Unreadable {
    fn from(why: Why) -> Unreadable {
        Unreadable {
            why,
            sheet: None,
            row: None,
            column: None,
        }
    }
}

/// What stands in a file.
///
/// # Errors
/// Why it is not read, and where.
pub fn read(bytes: &[u8]) -> Result<(Format, Book), Unreadable> {
    // What a library did not expect in a file is told as any damage.
    let read = catch_unwind(AssertUnwindSafe(|| by_kind(bytes)));
    let (format, book) = read.unwrap_or(Err(Why::Damaged.into()))?;
    if book.sheets.iter().all(|sheet| sheet.lines.is_empty()) {
        return Err(Why::Empty.into());
    }
    Ok((format, book))
}

fn by_kind(bytes: &[u8]) -> Result<(Format, Book), Unreadable> {
    if bytes.len() > PACKED {
        return Err(Why::Large.into());
    }
    if bytes.is_empty() {
        return Err(Why::Empty.into());
    }
    // A compound file: a book with a password, or one as older programs wrote it.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(locked.len()).any(|some| some == locked);
        return Err(if is_locked { Why::Locked } else { Why::Older }.into());
    }
    if !bytes.starts_with(b"PK") {
        return Ok((Format::Csv, csv::read(bytes)?));
    }
    match archive::look(bytes)? {
        archive::Kind::Xlsx => Ok((Format::Xlsx, xlsx::read(bytes)?)),
        archive::Kind::Ods(content) => Ok((Format::Ods, ods::read(&content)?)),
    }
}

/// Rows of one sheet as they come, up to the limits.
struct Rows {
    sheet: Sheet,
    /// Of all sheets so far.
    signs: usize,
}

impl Rows {
    fn new(name: &str, signs: usize) -> Rows {
        let sheet = Sheet {
            name: name.to_owned(),
            lines: Vec::new(),
        };
        Rows { sheet, signs }
    }

    fn wrong(&self, why: Why, row: u32, column: Option<u32>) -> Unreadable {
        let name = Some(self.sheet.name.clone());
        Unreadable {
            why,
            sheet: name.filter(|name| !name.is_empty()),
            row: Some(row.saturating_add(1)),
            column,
        }
    }

    /// Puts a cell, row and column from 0. Rows come in their order; a cell without anything in it is left out.
    fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Unreadable> {
        if cell.is_empty() {
            return Ok(());
        }
        let place = column as usize;
        if place >= Book::COLUMNS {
            return Err(self.wrong(Why::Columns, row, Some(column)));
        }
        self.signs += match &cell {
            Cell::Text(text) => text.len(),
            Cell::Formula | Cell::Broken => 1,
        };
        if self.signs > Book::SIGNS {
            return Err(self.wrong(Why::Signs, row, Some(column)));
        }
        let number = row.saturating_add(1);
        let last = self.sheet.lines.last().map(|line| line.number);
        if last.is_some_and(|last| last > number) {
            return Err(self.wrong(Why::Damaged, row, Some(column)));
        }
        if last != Some(number) {
            // The row of the heads is one more.
            if self.sheet.lines.len() > Book::ROWS {
                return Err(self.wrong(Why::Rows, row, None));
            }
            let cells = Vec::new();
            self.sheet.lines.push(Line { number, cells });
        }
        if let Some(line) = self.sheet.lines.last_mut() {
            let width = line.cells.len().max(place + 1);
            line.cells.resize(width, Cell::Text(String::new()));
            if let Some(place) = line.cells.get_mut(place) {
                *place = cell;
            }
        }
        Ok(())
    }
}

/// A text as a program for tables shows it: what it writes where it could not calculate is no text.
fn text(text: &str) -> Cell {
    const BROKEN: [&str; 8] = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
    ];
    match BROKEN.contains(&text.trim()) {
        true => Cell::Broken,
        false => Cell::Text(text.to_owned()),
    }
}

/// A figure as people typed it: what a binary fraction adds at its end is not theirs.
fn figure(number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// What a column is called by programs for tables: `A`, `B`, … `AA`; from 0.
pub fn letter(column: u32) -> String {
    let (mut left, mut letters) = (u64::from(column) + 1, Vec::new());
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Why a file is not read, and where that was seen, in words.
pub fn says(words: &Words, wrong: &Unreadable) -> String {
    let place = [
        wrong.sheet.as_deref().map(|sheet| words.import_at_sheet(sheet)),
        wrong.row.map(|row| words.import_at_row(row)),
        wrong.column.map(|column| words.import_at_column(letter(column))),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let says = words.say_code("import-unreadable", wrong.why.code());
    match place.is_empty() {
        true => says,
        false => format!("{}: {says}", place.join(", ")),
    }
}
