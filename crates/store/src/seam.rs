//! The one branch on the database. Above it nobody knows which one it is.
//!
//! Rules of the seam, each bought with a failing test:
//! - Only text, bigint, bytes and their `Option` cross. SQL is `&'static str` and never built; table texts are the one
//!   exception (three words are replaced).
//! - SQLite binds by name: it numbers `$2 … $1` by first appearance, so binding by position is silently wrong.
//! - PostgreSQL is told the types of parameters: left alone it takes `$2 - 1` for a 32-bit sum.
//! - After one failed statement a transaction is dead; SQLite may abandon a whole transaction by itself.
mod sqlite;

use crate::{Error, Result};
use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Condvar, Mutex},
};

/// Where journal and keys are kept.
#[derive(Clone)]
pub enum Location {
    /// SQLite: `tiltas.db` and `keys.db` in this folder.
    Folder(PathBuf),
    /// A PostgreSQL server on this machine, and the folder of `keys.db`.
    Postgres {
        /// `postgres://user:password@127.0.0.1:5432/name`, or a Unix socket.
        url: String,
        /// Where `keys.db` lies.
        keys: PathBuf,
    },
}

/// Without the password that an address may hold.
impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
            Location::Postgres { keys, .. } => f.debug_struct("Postgres").field("keys", keys).finish_non_exhaustive(),
        }
    }
}

impl Location {
    /// The folder of the keys file.
    pub fn keys(&self) -> &Path {
        match self {
            Location::Folder(folder) => folder,
            Location::Postgres { keys, .. } => keys,
        }
    }

    pub(crate) fn connect(&self, access: Access) -> Result<Connection> {
        match self {
            Location::Folder(folder) => Ok(Connection::Sqlite(sqlite::connect(&folder.join("tiltas.db"), access)?)),
            Location::Postgres { .. } => Err(Error::other("PostgreSQL is not built in")),
        }
    }
}

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// The writer, migrations.
    Write,
    /// Snapshots.
    Read,
    /// A rebuild: reads the journal, writes temporary tables.
    Scratch,
}

/// An open database.
pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
}

impl Connection {
    /// Opens the keys file, which is SQLite wherever the journal is.
    pub fn keys(path: &Path) -> Result<Connection> {
        Ok(Connection::Sqlite(sqlite::connect_keys(path)?))
    }

    /// Whether it can't be used any more.
    pub fn is_broken(&self) -> bool {
        match self {
            Connection::Sqlite(_) => false,
        }
    }

    pub fn tx(&self) -> Tx<'_> {
        Tx(self)
    }
}

/// What a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A 64-bit integer.
    Integer,
    /// Bytes.
    Bytes,
}

/// The value of a parameter.
#[derive(Clone, Copy)]
pub enum Value<'v> {
    /// None of its kind.
    Null,
    /// Text.
    Text(&'v str),
    /// A 64-bit integer.
    Integer(i64),
    /// Bytes.
    Bytes(&'v [u8]),
}

/// What may be a parameter. Booleans are 0 and 1; there are no floats.
pub trait Bind {
    /// Of this kind, also when it is none.
    fn kind(&self) -> Kind;
    /// This.
    fn value(&self) -> Value<'_>;
}

macro_rules! bind { ($($type:ty: $kind:ident, $me:ident => $value:expr;)*) => { $(
    impl Bind for $type {
        fn kind(&self) -> Kind { Kind::$kind }
        fn value(&self) -> Value<'_> { let $me = self; Value::$kind($value) }
    }
    impl Bind for Option<$type> {
        fn kind(&self) -> Kind { Kind::$kind }
        fn value(&self) -> Value<'_> { self.as_ref().map_or(Value::Null, |$me| Value::$kind($value)) }
    }
)* } }
bind! {
    String: Text, text => text;
    &str: Text, text => text;
    i64: Integer, number => *number;
    Vec<u8>: Bytes, bytes => bytes;
    &[u8]: Bytes, bytes => bytes;
}

/// What a column may be read as: text, bigint, bytes and their `Option`.
pub(crate) trait Column: rusqlite::types::FromSql {}
impl<T: rusqlite::types::FromSql> Column for T {}

/// A row of an answer.
pub(crate) enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
}

impl Row<'_> {
    /// The column at `index`, from zero.
    pub fn get<T: Column>(&self, index: usize) -> Result<T> {
        match self {
            Row::Sqlite(row) => row.get(index).map_err(sqlite::error),
        }
    }
}

/// A connection as a transaction sees it.
#[derive(Clone, Copy)]
pub(crate) struct Tx<'c>(&'c Connection);

impl Tx<'_> {
    /// Changes rows.
    pub fn execute(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<()> {
        self.changed(sql, parameters).map(drop)
    }

    /// Changes rows and tells how many.
    pub fn changed(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<u64> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::changed(connection, sql, parameters),
        }
    }

    /// Hands over row by row.
    pub fn each(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        mut read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::each(connection, sql, parameters, |row| read(&Row::Sqlite(row))),
        }
    }

    /// All rows.
    pub fn rows<T>(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.each(sql, parameters, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The row, where there is one.
    pub fn row<T>(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.rows(sql, parameters, read)?.pop())
    }

    /// Begins to write. Processes take turns at the locked head row, not here.
    pub fn begin_write(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::run(connection, "BEGIN IMMEDIATE"),
        }
    }

    /// Begins a snapshot.
    pub fn begin_read(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::run(connection, "BEGIN"),
        }
    }

    /// Runs a statement without parameters: `COMMIT`, `ROLLBACK`, `SAVEPOINT one`.
    pub fn run(&self, sql: &'static str) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::run(connection, sql),
        }
    }

    /// Whether a transaction is still open; SQLite abandons one by itself when the disk is full.
    pub fn is_open(&self) -> bool {
        match self.0 {
            Connection::Sqlite(connection) => !connection.is_autocommit(),
        }
    }

    /// Runs the text of a migration or a table, in the words of its database.
    pub fn batch(&self, text: &str) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => connection.execute_batch(text).map_err(sqlite::error),
        }
    }

    /// Makes a table of a text that says text, bigint, bytes.
    pub fn table(&self, text: &'static str, kind: Lasting) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => self.batch(&sqlite::table(text, kind)),
        }
    }

    /// Makes a table that no migration makes, because migrations are noted in it.
    pub fn own_table(&self, text: &'static str) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => self.batch(&sqlite::table(text, Lasting::Kept).replacen(
                "CREATE TABLE",
                "CREATE TABLE IF NOT EXISTS",
                1,
            )),
        }
    }

    /// Drops a table of a view; its name was a constant of some program.
    pub fn drop_table(&self, name: &str) -> Result<()> {
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            return Err(Error::other("a view names a table that can't be one"));
        }
        self.batch(&format!("DROP TABLE IF EXISTS {}.{name}", self.twin("main", "public")))
    }

    /// Fills a kept table from the temporary one of the same name.
    pub fn copy_table(&self, name: &'static str) -> Result<()> {
        let (kept, temporary) = (self.twin("main", "public"), self.twin("temp", "pg_temp"));
        self.batch(&format!(
            "INSERT INTO {kept}.{name} SELECT * FROM {temporary}.{name}; DROP TABLE {temporary}.{name}"
        ))
    }

    /// Makes an index `name ON table (columns)`.
    pub fn index(&self, text: &'static str, kind: Lasting) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => self.batch(&sqlite::index(text, kind)),
        }
    }

    /// Which of two twin texts is spoken here.
    pub fn twin(&self, sqlite: &'static str, _postgres: &'static str) -> &'static str {
        match self.0 {
            Connection::Sqlite(_) => sqlite,
        }
    }
}

/// A table's text with its words replaced, each where it stands alone.
fn words(text: &str, replace: &[(&str, &str)]) -> String {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let mut out = String::with_capacity(text.len() + 64);
    for piece in text.split_inclusive(|c| !inside(c)) {
        let end = piece.trim_end_matches(|c| !inside(c)).len();
        let (word, rest) = piece.split_at(end);
        out.push_str(
            replace
                .iter()
                .find(|(from, _)| *from == word)
                .map_or(word, |(_, to)| to),
        );
        out.push_str(rest);
    }
    out
}

/// How long a table lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lasting {
    /// For good.
    Kept,
    /// As long as its connection, hiding the kept one of the same name.
    Temporary,
}

/// Readers are lent to the caller's own thread: its closure may borrow, nothing has to be `'static`.
pub(crate) struct Pool {
    location: Location,
    free: Mutex<Vec<Option<Connection>>>,
    came_back: Condvar,
}

impl Pool {
    pub fn new(location: &Location, readers: usize) -> Pool {
        Pool {
            location: location.clone(),
            free: Mutex::new((0..readers).map(|_| None).collect()),
            came_back: Condvar::new(),
        }
    }

    /// Waits for a free connection.
    pub fn lend(&self) -> Result<Connection> {
        let poisoned = |_| Error::other("a reader panicked");
        let free = self.free.lock().map_err(poisoned)?;
        let mut free = self
            .came_back
            .wait_while(free, |free| free.is_empty())
            .map_err(|_| Error::other("a reader panicked"))?;
        match free.pop().flatten() {
            Some(connection) => Ok(connection),
            None => {
                drop(free);
                self.location
                    .connect(Access::Read)
                    .inspect_err(|_| self.give_back(None))
            }
        }
    }

    /// Takes it back; `None`: it broke, the next one is opened anew.
    pub fn give_back(&self, connection: Option<Connection>) {
        if let Ok(mut free) = self.free.lock() {
            // A live connection goes on top, so that few are used when few are needed.
            match connection {
                Some(connection) => free.push(Some(connection)),
                None => free.insert(0, None),
            }
            self.came_back.notify_one();
        }
    }
}
