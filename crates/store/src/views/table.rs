//! A table told once: its columns in their order give its definition, the insertion of a row, and what a rebuild compares.
use crate::{
    Error, Result,
    seam::{Column, Row},
};
use tiltas_domain::{Id, Moment, known::Coded};

/// A table of a view.
pub(crate) struct Table {
    /// Its name.
    pub name: &'static str,
    /// `name (column text PRIMARY KEY, …)`, in the words text, bigint, bytes.
    pub text: &'static str,
    /// `name ON table (column, …)`.
    pub indexes: &'static [&'static str],
    /// Every column of every row in the order of the primary key: what a rebuild compares.
    pub all: &'static str,
    /// Puts a row of all columns.
    pub new: &'static str,
    /// Takes away the rows of a case, for a table whose rows belong to cases.
    pub forget: Option<&'static str>,
}

/// The parameters of a row, one a column.
macro_rules! marks {
    ([$($column:ident)+]) => {
        marks!(@ [] [$($column)+] ["$1" ", $2" ", $3" ", $4" ", $5" ", $6" ", $7" ", $8" ", $9" ", $10" ", $11" ", $12" ", $13" ", $14" ", $15" ", $16" ", $17" ", $18"])
    };
    (@ [$($done:literal)*] [] [$($left:literal)*]) => { concat!($($done),*) };
    (@ [$($done:literal)*] [$column:ident $($columns:ident)*] [$next:literal $($left:literal)*]) => {
        marks!(@ [$($done)* $next] [$($columns)*] [$($left)*])
    };
}

/// Names with commas between them.
macro_rules! names {
    ($first:ident $($rest:ident)*) => { concat!(stringify!($first) $(, ", ", stringify!($rest))*) };
}

/// `NAME = name (column text NOT NULL, …) key (column) of case_id index "name ON table (column)"`: a [`Table`]. `of` names the column
/// of the case whose forgetting takes a row away.
macro_rules! table {
    (@forget $table:ident) => { None };
    (@forget $table:ident $case:ident) => {
        Some(concat!("DELETE FROM ", stringify!($table), " WHERE ", stringify!($case), " = $1"))
    };
    ($name:ident = $table:ident ($($column:ident $($kind:ident)+),+ $(,)?) key ($($key:ident),+) $(of $case:ident)? $(index $index:literal)*) => {
        const $name: $crate::views::table::Table = $crate::views::table::Table {
            name: stringify!($table),
            text: concat!(
                stringify!($table), " (", $(stringify!($column), $(" ", stringify!($kind),)+ ", ",)+
                "PRIMARY KEY (", names!($($key)+), "))"
            ),
            indexes: &[$($index),*],
            all: concat!("SELECT ", names!($($column)+), " FROM ", stringify!($table), " ORDER BY ", names!($($key)+)),
            new: concat!(
                "INSERT INTO ", stringify!($table), " (", names!($($column)+), ") VALUES (", marks!([$($column)+]), ")"
            ),
            forget: table!(@forget $table $($case)?),
        };
    };
}

/// What a view is: a number that differs when its source does, comments and blanks apart. So a view that changed is built anew at
/// the next start, and nobody has to remember it.
pub(crate) const fn digest(source: &str) -> i64 {
    let bytes = source.as_bytes();
    let (mut hash, mut at, mut comment) = (0xcbf2_9ce4_8422_2325_u64, 0, false);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b'\n' {
            comment = false;
        } else if byte == b'/' && at + 1 < bytes.len() && bytes[at + 1] == b'/' {
            comment = true;
        }
        if !comment && !byte.is_ascii_whitespace() {
            hash = (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
        }
        at += 1;
    }
    (hash >> 1) as i64
}

/// The columns of a row, read one after the other; what can't be read names its table and column.
pub(crate) struct Columns<'r> {
    row: &'r Row<'r>,
    table: &'static str,
    next: usize,
}

impl<'r> Columns<'r> {
    /// From the first column.
    pub fn of(row: &'r Row<'r>, table: &'static str) -> Columns<'r> {
        Columns { row, table, next: 0 }
    }

    /// The next column.
    pub fn next<T: Column>(&mut self) -> Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    /// The next column as a moment.
    pub fn moment(&mut self) -> Result<Moment> {
        Ok(Moment(self.next()?))
    }

    /// The next column as an id.
    pub fn id<T>(&mut self, column: &'static str) -> Result<Id<T>> {
        self.next += 1;
        super::id(self.row, self.next - 1, self.table, column)
    }

    /// The next column as a value of a closed list.
    pub fn code<T: Coded>(&mut self, column: &'static str) -> Result<T> {
        self.next += 1;
        super::code(self.row, self.next - 1, self.table, column, |code| {
            T::ALL.iter().copied().find(|one| one.code() == code)
        })
    }

    /// What stands in this column is impossible.
    pub fn wrong(&self, column: &'static str) -> Error {
        super::wrong(self.table, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    table! {
        HOUSE = house (house text NOT NULL, room bigint, case_id text NOT NULL) key (house, room) of case_id
        index "house_case ON house (case_id)"
    }

    #[test]
    fn a_table_is_told_once() {
        assert_eq!(HOUSE.name, "house");
        assert_eq!(
            HOUSE.text,
            "house (house text NOT NULL, room bigint, case_id text NOT NULL, PRIMARY KEY (house, room))"
        );
        assert_eq!(HOUSE.all, "SELECT house, room, case_id FROM house ORDER BY house, room");
        assert_eq!(
            HOUSE.new,
            "INSERT INTO house (house, room, case_id) VALUES ($1, $2, $3)"
        );
        assert_eq!(HOUSE.forget, Some("DELETE FROM house WHERE case_id = $1"));
        assert_eq!(HOUSE.indexes, ["house_case ON house (case_id)"]);
    }

    #[test]
    fn a_changed_view_has_another_version_and_a_changed_comment_has_not() {
        let one = "const A: u8 = 1; // the first\nfn project() {}";
        assert_eq!(
            digest(one),
            digest("const A: u8 = 1;\n// another word\nfn project() {}\n")
        );
        assert_ne!(digest(one), digest("const A: u8 = 2; // the first\nfn project() {}"));
        assert!(digest(one) >= 0);
    }
}
