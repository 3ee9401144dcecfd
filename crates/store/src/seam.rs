//! The one branch on the database. Above it nobody knows which one it is.
//!
//! Rules of the seam, each bought with a failing test:
//! - Only text, bigint, bytes and their `Option` cross. SQL is `&'static str` and never built; table texts are the one
//!   exception (three words are replaced).
//! - SQLite binds by name: it numbers `$2 … $1` by first appearance, so binding by position is silently wrong.
//! - PostgreSQL is told the types of parameters: left alone it takes `$2 - 1` for a 32-bit sum.
//! - After one failed statement a transaction is dead; SQLite may abandon a whole transaction by itself.
mod bind;
mod pool;
mod postgres;
mod sqlite;

pub(crate) use bind::{Bind, Kind, Value};
pub(crate) use pool::Pool;

use crate::{Error, Result};
use std::{
    fmt,
    path::{Path, PathBuf},
};

/// Where journal and keys are kept.
#[derive(Clone)]
pub enum Location {
    /// SQLite: `tiltas.db`, `keys.db` and `epoch.key` in this folder.
    Folder(PathBuf),
    /// A PostgreSQL server on this machine, and the folder of `keys.db` and `epoch.key`.
    Postgres {
        /// `postgres://user:password@127.0.0.1:5432/name`, or a Unix socket.
        url: String,
        /// Where `keys.db` lies.
        keys: PathBuf,
    },
}

/// The journal's file, where it lies in one.
const JOURNAL: &str = "tiltas.db";

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
    /// Whether a journal may lie there: a file, or a server that is to be asked.
    pub(crate) fn may_hold_journal(&self) -> bool {
        match self {
            Location::Folder(folder) => folder.join(JOURNAL).exists(),
            Location::Postgres { .. } => true,
        }
    }

    /// The folder of the keys file.
    pub fn keys(&self) -> &Path {
        match self {
            Location::Folder(folder) => folder,
            Location::Postgres { keys, .. } => keys,
        }
    }

    pub(crate) fn connect(&self, access: Access) -> Result<Connection> {
        match self {
            Location::Folder(folder) => {
                let path = folder.join(JOURNAL);
                let connection = match access {
                    Access::Write | Access::Read => sqlite::connect(&path, access)?,
                    Access::Look | Access::Scratch => sqlite::look(&path)?,
                };
                Ok(Connection::Sqlite(connection))
            }
            Location::Postgres { url, .. } => Ok(Connection::Postgres(Box::new(postgres::connect(url, access)?))),
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
    /// Whoever only looks: makes no file and changes none, also where all of it may be read and nothing written.
    Look,
    /// A rebuild: looks, and writes temporary tables.
    Scratch,
}

/// An open database.
pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Postgres>),
}

impl Connection {
    /// Opens the keys file, which is SQLite wherever the journal is; makes it where `new`.
    pub fn keys(path: &Path, new: bool) -> Result<Connection> {
        Ok(Connection::Sqlite(sqlite::connect_keys(path, new)?))
    }

    /// Opens a keys file that is there, and leaves it as it is.
    pub fn found_keys(path: &Path) -> Result<Connection> {
        Ok(Connection::Sqlite(sqlite::existing(path)?))
    }

    /// An empty database in memory, in the words of SQLite.
    pub fn memory() -> Result<Connection> {
        Ok(Connection::Sqlite(sqlite::memory()?))
    }

    /// Opens the keys file for reading alone.
    pub fn look_at_keys(path: &Path) -> Result<Connection> {
        Ok(Connection::Sqlite(sqlite::look(path)?))
    }

    /// Asks, where a connection may have been lost unnoticed. For one that rested.
    pub fn is_alive(&self) -> bool {
        match self {
            Connection::Sqlite(_) => true,
            Connection::Postgres(connection) => connection.batch("").is_ok(),
        }
    }

    /// Whether it can't be used any more.
    pub fn is_broken(&self) -> bool {
        match self {
            Connection::Sqlite(_) => false,
            Connection::Postgres(connection) => connection.is_broken(),
        }
    }

    pub fn tx(&self) -> Tx<'_> {
        Tx(self)
    }
}

/// What a column may be read as: text, bigint, bytes and their `Option`.
pub(crate) trait Column: rusqlite::types::FromSql + for<'r> tokio_postgres::types::FromSql<'r> {}
impl<T: rusqlite::types::FromSql + for<'r> tokio_postgres::types::FromSql<'r>> Column for T {}

/// A column whatever it holds, to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    Null,
    Text(String),
    Integer(i64),
    Bytes(Vec<u8>),
}

/// A row of an answer.
pub(crate) enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

impl Row<'_> {
    /// The column at `index`, from zero.
    pub fn get<T: Column>(&self, index: usize) -> Result<T> {
        match self {
            Row::Sqlite(row) => row.get(index).map_err(sqlite::error),
            Row::Postgres(row) => row.try_get(index).map_err(postgres::error),
        }
    }

    /// Reads the text at `index` where it stands, without a copy of it; `None`: there is none.
    pub fn text<T>(&self, index: usize, read: impl FnOnce(Option<&str>) -> T) -> Result<T> {
        match self {
            Row::Sqlite(row) => sqlite::text(row, index).map(read),
            Row::Postgres(row) => row.try_get(index).map(read).map_err(postgres::error),
        }
    }

    /// All columns.
    pub fn cells(&self) -> Result<Vec<Held>> {
        match self {
            Row::Sqlite(row) => sqlite::cells(row),
            Row::Postgres(row) => postgres::cells(row),
        }
    }
}

/// A connection as a transaction sees it.
#[derive(Clone, Copy)]
pub(crate) struct Tx<'c>(&'c Connection);

impl Tx<'_> {
    /// Changes rows. Between [`Tx::gather`] and the next question or [`Tx::flush`] it may only be noted.
    pub fn execute(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::changed(connection, sql, parameters).map(drop),
            Connection::Postgres(connection) => connection.execute(sql, parameters),
        }
    }

    /// Changes rows and tells how many.
    pub fn changed(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<u64> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::changed(connection, sql, parameters),
            Connection::Postgres(connection) => connection.changed(sql, parameters),
        }
    }

    /// Lets changes wait for each other, where a round trip costs: until the next question, [`Tx::flush`] or the end of the
    /// transaction.
    pub fn gather(&self) {
        match self.0 {
            Connection::Sqlite(_) => {}
            Connection::Postgres(connection) => connection.gather(),
        }
    }

    /// Makes what was gathered true, or fails with its first failure.
    pub fn flush(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => Ok(()),
            Connection::Postgres(connection) => connection.flush(),
        }
    }

    /// Hands over row by row.
    pub fn each(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        mut read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        // The text alone, never a value: by this a test counts what a page asks.
        tracing::trace!(target: "tiltas::statement", sql);
        match self.0 {
            Connection::Sqlite(connection) => sqlite::each(connection, sql, parameters, |row| read(&Row::Sqlite(row))),
            Connection::Postgres(connection) => connection.each(sql, parameters, |row| read(&Row::Postgres(row))),
        }
    }

    /// Several questions together; hands over each row with the number of its question.
    pub fn ask(
        &self,
        questions: &[(&'static str, &[&dyn Bind])],
        mut read: impl FnMut(usize, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => questions.iter().enumerate().try_for_each(|(nth, (sql, parameters))| {
                sqlite::each(connection, sql, parameters, |row| read(nth, &Row::Sqlite(row)))
            }),
            Connection::Postgres(connection) => connection.ask(questions, |nth, row| read(nth, &Row::Postgres(row))),
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

    /// The rows of a list that can be read. One that can't is left out and named in the log by its first column: it takes the
    /// list from nobody.
    pub fn readable<T>(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        Ok(self.readable_of(sql, parameters, read)?.0)
    }

    /// The same, and how many can't be read.
    pub fn readable_of<T>(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<(Vec<T>, usize)> {
        let (mut rows, mut left_out) = (Vec::new(), 0);
        self.each(sql, parameters, |row| {
            match read(row) {
                Ok(read) => rows.push(read),
                Err(error) if error.is_unreadable() => {
                    left_out += 1;
                    let id = row.get::<String>(0).unwrap_or_default();
                    tracing::error!(
                        id,
                        error = &error as &dyn std::error::Error,
                        "a row was left out of a list"
                    );
                }
                Err(error) => return Err(error),
            }
            Ok(())
        })?;
        Ok((rows, left_out))
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
            Connection::Postgres(connection) => connection.run("BEGIN ISOLATION LEVEL READ COMMITTED"),
        }
    }

    /// Begins a snapshot.
    pub fn begin_read(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::run(connection, "BEGIN"),
            Connection::Postgres(connection) => connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
        }
    }

    /// Begins to write temporary tables, and nothing else.
    pub fn begin_scratch(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::run(connection, "BEGIN"),
            Connection::Postgres(connection) => connection.run("BEGIN"),
        }
    }

    /// Runs a statement without parameters: `COMMIT`, `ROLLBACK`, `SAVEPOINT one`.
    pub fn run(&self, sql: &'static str) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::run(connection, sql),
            Connection::Postgres(connection) => connection.run(sql),
        }
    }

    /// Whether there is such a table.
    pub fn has_table(&self, name: &'static str) -> Result<bool> {
        let sql = self.twin(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = $1",
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = $1",
        );
        Ok(self.row(sql, &[&name], |row| row.get::<i64>(0))?.unwrap_or(0) > 0)
    }

    /// Whether a transaction is still open; SQLite abandons one by itself when the disk is full.
    pub fn is_open(&self) -> bool {
        match self.0 {
            Connection::Sqlite(connection) => !connection.is_autocommit(),
            Connection::Postgres(connection) => connection.is_open(),
        }
    }

    /// Runs the text of a migration or a table, in the words of its database.
    pub fn batch(&self, text: &str) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => connection.execute_batch(text).map_err(sqlite::error),
            Connection::Postgres(connection) => connection.batch(text),
        }
    }

    /// From here to the end of the transaction rows are found by an index wherever one fits. SQLite always does so.
    pub fn prefer_indexes(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => Ok(()),
            Connection::Postgres(_) => self.batch(
                "SET LOCAL enable_seqscan TO off; SET LOCAL enable_bitmapscan TO off; SET LOCAL enable_sort TO off",
            ),
        }
    }

    /// What the database's own check of its file says is damaged. PostgreSQL has none for the asking.
    pub fn damage(&self) -> Result<Vec<String>> {
        match self.0 {
            Connection::Sqlite(_) => {
                let lines = self.rows("PRAGMA integrity_check(8)", &[], |row| row.get::<String>(0))?;
                Ok(lines.into_iter().filter(|line| line != "ok").collect())
            }
            Connection::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Empties the log into the database and cuts it: what was deleted leaves the log too. PostgreSQL does so by itself.
    pub fn checkpoint(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => self.batch("PRAGMA wal_checkpoint(TRUNCATE)"),
            Connection::Postgres(_) => Ok(()),
        }
    }

    /// Copies the whole database into a new file, without its free pages, while writers go on.
    pub fn copy_into(&self, to: &&str) -> Result<()> {
        match self.0 {
            Connection::Sqlite(connection) => sqlite::changed(connection, "VACUUM INTO $1", &[to]).map(drop),
            Connection::Postgres(_) => Err(Error::Backup("PostgreSQL is copied with pg_basebackup or pg_dump")),
        }
    }

    /// Makes a table of a text that says text, bigint, bytes.
    pub fn table(&self, text: &'static str, kind: Lasting) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => self.batch(&sqlite::table(text, kind)),
            Connection::Postgres(_) => self.batch(&postgres::table(text, kind)),
        }
    }

    /// Makes the table in which migrations are noted, and locks it: processes that start together take turns here.
    ///
    /// WHY before the first reading: who waited would work on what it saw before it waited.
    pub fn migrations(&self) -> Result<()> {
        match self.0 {
            Connection::Sqlite(_) => self.batch(
                "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, digest BLOB NOT NULL) STRICT",
            ),
            // Two that create at once would collide in the catalogue, so the number stands in line first.
            Connection::Postgres(_) => self.batch(
                "SELECT pg_advisory_xact_lock(7305804402566034291);
                 CREATE TABLE IF NOT EXISTS migration (number bigint PRIMARY KEY, digest bytea NOT NULL);
                 LOCK TABLE migration",
            ),
        }
    }

    /// Drops a table of a view.
    ///
    /// WHY the name is a constant of this program: whoever may write into the database would choose what is dropped.
    pub fn drop_table(&self, name: &'static str) -> Result<()> {
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
            Connection::Postgres(_) => self.batch(&postgres::index(text, kind)),
        }
    }

    /// Which of two twin texts is spoken here.
    pub fn twin(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.0 {
            Connection::Sqlite(_) => sqlite,
            Connection::Postgres(_) => postgres,
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
