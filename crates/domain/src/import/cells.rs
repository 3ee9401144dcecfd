//! The cells of one row, read one after the other as a slice means them; what is wrong is noted with its row, its column and why.
use super::{Cell, Line, Table};
use crate::{
    Id,
    dated::Dated,
    known::{Coded, codes},
    organisation::Organisation,
    plan::Figure,
};
use minicbor::{Decode, Encode};

/// A column as a slice means it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its code, for forms and programs.
    pub code: &'static str,
    /// Whether each row needs it.
    pub needed: bool,
    /// By which heads it is known, in small letters, besides its code.
    pub heads: &'static [&'static str],
}

codes! {
    /// Why a row is not taken in.
    FaultKind {
        /// Nothing stands in a cell that is needed.
        0 Needed = "needed",
        /// More signs than a line has.
        1 Long = "long",
        /// Signs that can't be seen.
        2 Hidden = "hidden",
        /// A formula.
        3 Formula = "formula",
        /// What a program writes where it could not calculate.
        4 Broken = "broken",
        /// No number of an item.
        5 Number = "number",
        /// A number that an earlier row has.
        6 Twice = "twice",
        /// Nothing that it would stand under.
        7 Above = "above",
        /// Not one of the list.
        8 Choose = "choose",
        /// It does not stand there.
        9 Place = "place",
        /// No institution that is registered.
        10 Institution = "institution",
        /// No day, month or year.
        11 Day = "day",
        /// Days that are not in order, or outside of the plan.
        12 Order = "order",
        /// No figure.
        13 Figure = "figure",
        /// A figure below nothing.
        14 Negative = "negative",
        /// A part of an indicator without what is counted.
        15 Indicator = "indicator",
        /// More cells than heads.
        16 Wide = "wide",
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Fault {
    /// The row's number in the file, from 1.
    #[n(0)]
    pub row: u32,
    /// The column in the file, from 0; none where it is about the whole row.
    #[n(1)]
    pub column: Option<u16>,
    /// Why.
    #[n(2)]
    pub kind: FaultKind,
}

/// What institutions are called.
pub type Names = [(Id<Organisation>, String)];

/// The longest line in a cell, in signs.
const LONGEST: usize = 500;

/// The cells of one row.
pub struct Cells<'a> {
    line: &'a Line,
    columns: &'a [Column],
    mapping: &'a [Option<u16>],
    /// What is wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Cells<'a> {
    /// Of one row.
    pub fn new(table: &Table, line: &'a Line, columns: &'a [Column], mapping: &'a [Option<u16>]) -> Cells<'a> {
        let mut cells = Cells {
            line,
            columns,
            mapping,
            faults: Vec::new(),
        };
        let beyond = line.cells.iter().skip(table.heads.len());
        if beyond.filter(|cell| **cell != Cell::Text(String::new())).count() > 0 {
            cells.fault(None, FaultKind::Wide);
        }
        cells
    }

    fn fault(&mut self, column: Option<u16>, kind: FaultKind) {
        self.faults.push(Fault {
            row: self.line.number,
            column,
            kind,
        });
    }

    /// Notes what is wrong with a column of the slice.
    pub fn wrong(&mut self, code: &str, kind: FaultKind) {
        let column = self.place(code);
        self.fault(column, kind);
    }

    /// Where a column of the slice stands in the file.
    fn place(&self, code: &str) -> Option<u16> {
        let nth = self.columns.iter().position(|column| column.code == code)?;
        self.mapping.get(nth).copied().flatten()
    }

    /// What stands in a cell; none where nothing does, or what is wrong was noted.
    fn given(&mut self, code: &str) -> Option<String> {
        let cell = self
            .place(code)
            .and_then(|place| self.line.cells.get(usize::from(place)));
        let kind = match cell? {
            Cell::Formula => FaultKind::Formula,
            Cell::Broken => FaultKind::Broken,
            Cell::Text(text) => {
                // Lines of one cell are one line here; blanks at its ends are nobody's.
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                match text {
                    text if text.is_empty() => return None,
                    text if text.chars().count() > LONGEST => FaultKind::Long,
                    text if text.chars().any(is_hidden) => FaultKind::Hidden,
                    text => return Some(text),
                }
            }
        };
        self.wrong(code, kind);
        None
    }

    /// A line.
    pub fn line(&mut self, code: &str) -> Option<String> {
        self.given(code)
    }

    /// A line that is needed.
    pub fn needed(&mut self, code: &str) -> Option<String> {
        let before = self.faults.len();
        let line = self.given(code);
        if line.is_none() && self.faults.len() == before {
            self.wrong(code, FaultKind::Needed);
        }
        line
    }

    /// Reads what stands in a cell; `kind` is what is wrong where it can't be read.
    pub fn read<T>(&mut self, code: &str, kind: FaultKind, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.given(code)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong(code, kind);
        }
        value
    }

    /// One of a list, by its code or by a word for it.
    pub fn choice<T: Coded>(&mut self, code: &str, words: &[(&str, T)]) -> Option<T> {
        self.read(code, FaultKind::Choose, |text| {
            let text = plain(text);
            let coded = text.replace(' ', "_");
            let known = T::ALL.iter().copied().find(|one| one.code() == coded);
            known.or_else(|| words.iter().find(|(word, _)| *word == text).map(|(_, one)| *one))
        })
    }

    /// A day, a month or a year.
    pub fn day(&mut self, code: &str) -> Option<Dated> {
        self.read(code, FaultKind::Day, |text| text.parse().ok().or_else(|| turned(text)))
    }

    /// A figure.
    pub fn figure(&mut self, code: &str) -> Option<Figure> {
        self.read(code, FaultKind::Figure, |text| text.parse().ok())
    }

    /// Institutions, with a semicolon between them.
    pub fn institutions(&mut self, code: &str, names: &Names) -> Vec<Id<Organisation>> {
        let found = self.read(code, FaultKind::Institution, |text| {
            let mut all: Vec<Id<Organisation>> = Vec::new();
            for name in text.split(';').map(str::trim).filter(|name| !name.is_empty()) {
                let named = plain(name);
                let mut known = names.iter().filter(|(_, known)| plain(known) == named);
                // Where two bear the name, nobody can tell which is meant.
                let (who, None) = (known.next().map(|(who, _)| who)?, known.next()) else {
                    return None;
                };
                if !all.contains(who) {
                    all.push(*who);
                }
            }
            Some(all)
        });
        found.unwrap_or_default()
    }
}

/// `31.12.2026` and `31/12/2026`, as tables have them.
fn turned(text: &str) -> Option<Dated> {
    let parts: Vec<&str> = text.split(['.', '/']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// Signs that nobody sees, or that turn the direction of what follows.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Words as they are compared: small, on one line, each letter in one way to write it.
pub fn plain(words: &str) -> String {
    let sign = |sign: char| match sign {
        '_' | '-' => ' ',
        // The letters that were written before the right ones could be.
        'ş' => 'ș',
        'ţ' => 'ț',
        sign => sign,
    };
    let small: String = words.to_lowercase().chars().map(sign).collect();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which column of a table each column of a slice is, as far as the heads tell. What a head says in brackets is left out where the
/// whole is not known.
pub fn guess(heads: &[String], columns: &[Column]) -> Vec<Option<u16>> {
    let heads: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    let place = |column: &Column| {
        let is = |words: &str| words == plain(column.code) || column.heads.contains(&words);
        let bare = |head: &str| head.split(['(', '[']).next().unwrap_or_default().trim().to_owned();
        let whole = heads.iter().position(|head| is(head));
        let place = whole.or_else(|| heads.iter().position(|head| is(&bare(head))));
        place.and_then(|place| u16::try_from(place).ok())
    };
    let mut all: Vec<Option<u16>> = columns.iter().map(place).collect();
    // One column is never proposed for two things.
    for nth in 1..all.len() {
        let (before, rest) = all.split_at_mut(nth);
        if let Some(own) = rest.first_mut()
            && own.is_some()
            && before.contains(own)
        {
            *own = None;
        }
    }
    all
}
