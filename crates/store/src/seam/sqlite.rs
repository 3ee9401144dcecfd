//! SQLite: WAL, full sync, strict tables.
use super::{Access, Bind, Held, Lasting, Value};
use crate::{Error, Result, deadline};
use rusqlite::{
    CachedStatement, Connection, OpenFlags,
    config::DbConfig,
    types::{ToSqlOutput, ValueRef},
};
use std::{
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

/// A failure as SQLite names it. INVARIANT: no SQL, no value.
#[derive(Debug, thiserror::Error)]
#[error("SQLite: {0}")]
struct Failure(String);

pub(super) fn error(error: rusqlite::Error) -> Error {
    match error {
        // The deadline of the asking thread passed in the middle of a statement.
        rusqlite::Error::SqliteFailure(code, _) if code.code == rusqlite::ErrorCode::OperationInterrupted => {
            Error::Busy
        }
        rusqlite::Error::SqliteFailure(code, _) if matches!(code.extended_code, 1555 | 2067) => Error::Duplicate,
        // Full, in the file itself or in the log's index.
        rusqlite::Error::SqliteFailure(code, _) if matches!(code.extended_code, 13 | 4874) => Error::DiskFull,
        rusqlite::Error::SqliteFailure(code, _) => Error::unavailable(code),
        // Its text would quote the statement.
        rusqlite::Error::SqlInputError { error, .. } => Error::unavailable(error),
        rusqlite::Error::InvalidColumnType(index, _, kind) => {
            Error::unavailable(Failure(format!("column {index} holds {kind}")))
        }
        rusqlite::Error::InvalidColumnIndex(index) => Error::unavailable(Failure(format!("no column {index}"))),
        rusqlite::Error::FromSqlConversionFailure(index, ..) | rusqlite::Error::IntegralValueOutOfRange(index, _) => {
            Error::unavailable(Failure(format!("column {index} is out of range")))
        }
        _ => Error::unavailable(Failure("another failure of the driver".to_owned())),
    }
}

/// For the node's own user alone; SQLite gives its log the same rights.
fn make(path: &Path) -> Result<()> {
    if path.exists() {
        return Ok(());
    }
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true).mode(0o600);
    options.open(path).map(drop).map_err(Error::unavailable)
}

/// Opens a file that is there: one that was taken away meanwhile is not made anew.
pub(super) fn existing(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    planned_once(Connection::open_with_flags(path, flags).map_err(error)?)
}

/// WHY: SQLite would plan a statement anew whenever a parameter that it looked at, a limit for one, is bound to another value.
/// Kept statements would be parsed each time that they are used.
fn planned_once(connection: Connection) -> Result<Connection> {
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(error)?;
    Ok(connection)
}

/// Opens for reading alone, and makes no file beside it.
///
/// WHY `immutable` where no log lies beside: SQLite would make one, and could not where nothing may be written. Where a
/// node is at work its log and the log's index are there.
pub(super) fn look(path: &Path) -> Result<Connection> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let log = std::fs::metadata(beside("-wal")).ok().map(|log| log.len());
    let index = beside("-shm").exists();
    if log.is_some_and(|length| length > 0) && !index {
        let name = path.file_name().unwrap_or_default();
        return Err(Error::LogWithoutIndex(name.to_string_lossy().into_owned()));
    }
    let immutable = if log.is_some() && index { "" } else { "&immutable=1" };
    let path: String = path.to_string_lossy().bytes().map(uri).collect();
    let address = format!("file:{path}?mode=ro{immutable}");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = planned_once(Connection::open_with_flags(address, flags).map_err(error)?)?;
    connection
        .execute_batch("PRAGMA busy_timeout=10000; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;")
        .map_err(error)?;
    connection.set_prepared_statement_cache_capacity(512);
    Ok(connection)
}

/// An empty database that no file holds.
pub(super) fn memory() -> Result<Connection> {
    Connection::open_in_memory().map_err(error)
}

/// A byte of a path as SQLite's addresses write it.
fn uri(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}

pub(super) fn connect(path: &Path, access: Access) -> Result<Connection> {
    if access == Access::Write {
        make(path)?;
    }
    let mut connection = existing(path)?;
    connection.execute_batch(DURABLE).map_err(error)?;
    if access == Access::Read {
        connection.execute_batch("PRAGMA query_only=ON").map_err(error)?;
        connection
            .progress_handler(STEPS, Some(deadline::has_passed))
            .map_err(error)?;
    }
    connection.set_prepared_statement_cache_capacity(512);
    Ok(connection)
}

const DURABLE: &str =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;
    PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;";
/// A statement that reads looks at the deadline after so many of SQLite's instructions: about every millisecond.
const STEPS: std::ffi::c_int = 20_000;

/// The keys file: each row durable before the first event that needs it; the folder's entry too, which SQLite syncs where it
/// makes the log.
pub(super) fn connect_keys(path: &Path, new: bool) -> Result<Connection> {
    if new {
        make(path)?;
    }
    let connection = existing(path)?;
    connection.execute_batch(DURABLE).map_err(error)?;
    connection.execute_batch("PRAGMA temp_store=MEMORY").map_err(error)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

/// SQLite's names of the first parameters; `$2` is a name to it, not a number.
const NAMES: [&str; 64] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16", "$17",
    "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27", "$28", "$29", "$30", "$31", "$32", "$33",
    "$34", "$35", "$36", "$37", "$38", "$39", "$40", "$41", "$42", "$43", "$44", "$45", "$46", "$47", "$48", "$49",
    "$50", "$51", "$52", "$53", "$54", "$55", "$56", "$57", "$58", "$59", "$60", "$61", "$62", "$63", "$64",
];

fn prepare<'c>(connection: &'c Connection, sql: &'static str, parameters: &[&dyn Bind]) -> Result<CachedStatement<'c>> {
    let mut statement = connection.prepare_cached(sql).map_err(error)?;
    if statement.parameter_count() != parameters.len() {
        return Err(Error::Defect("a statement has another number of parameters"));
    }
    for (nth, parameter) in parameters.iter().enumerate() {
        let index = match NAMES.get(nth) {
            Some(name) => statement.parameter_index(name),
            None => statement.parameter_index(&format!("${}", nth + 1)),
        };
        let index = index
            .map_err(error)?
            .ok_or_else(|| Error::Defect("a statement lacks a parameter"))?;
        let value = match parameter.value() {
            Value::Null => ValueRef::Null,
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Integer(number) => ValueRef::Integer(number),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        };
        statement
            .raw_bind_parameter(index, ToSqlOutput::Borrowed(value))
            .map_err(error)?;
    }
    Ok(statement)
}

pub(super) fn changed(connection: &Connection, sql: &'static str, parameters: &[&dyn Bind]) -> Result<u64> {
    let changed = prepare(connection, sql, parameters)?.raw_execute().map_err(error)?;
    Ok(changed as u64)
}

pub(super) fn each(
    connection: &Connection,
    sql: &'static str,
    parameters: &[&dyn Bind],
    mut read: impl FnMut(&rusqlite::Row<'_>) -> Result<()>,
) -> Result<()> {
    let mut statement = prepare(connection, sql, parameters)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(error)? {
        read(row)?;
    }
    Ok(())
}

pub(super) fn text<'r>(row: &'r rusqlite::Row<'_>, index: usize) -> Result<Option<&'r str>> {
    let value = row.get_ref(index).map_err(error)?;
    value.as_str_or_null().map_err(|_| {
        let kind = value.data_type();
        Error::unavailable(Failure(format!("column {index} holds {kind}")))
    })
}

pub(super) fn cells(row: &rusqlite::Row<'_>) -> Result<Vec<Held>> {
    let count = row.as_ref().column_count();
    let cell = |index| {
        Ok(match row.get_ref(index).map_err(error)? {
            ValueRef::Null => Held::Null,
            ValueRef::Integer(number) => Held::Integer(number),
            ValueRef::Text(text) => Held::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Held::Bytes(bytes.to_vec()),
            ValueRef::Real(_) => return Err(Error::Defect("a column holds a float")),
        })
    };
    (0..count).map(cell).collect()
}

pub(super) fn run(connection: &Connection, sql: &'static str) -> Result<()> {
    prepare(connection, sql, &[])?.raw_execute().map_err(error).map(drop)
}

/// STRICT SQLite knows neither `bigint` nor `bytes`.
pub(super) fn table(text: &str, kind: Lasting) -> String {
    let kind = match kind {
        Lasting::Kept => "",
        Lasting::Temporary => "TEMP ",
    };
    let text = super::words(text, &[("bigint", "INTEGER"), ("bytes", "BLOB")]);
    format!("CREATE {kind}TABLE {text} STRICT")
}

pub(super) fn index(text: &str, kind: Lasting) -> String {
    let schema = match kind {
        Lasting::Kept => "main",
        Lasting::Temporary => "temp",
    };
    format!("CREATE INDEX {schema}.{text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deadline;
    use rusqlite::StatementStatus;
    use std::time::{Duration, Instant};

    const ENDLESS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

    #[test]
    fn a_statement_ends_at_its_deadline() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tiltas.db");
        assert!(
            connect(&path, Access::Read).is_err() && !path.exists(),
            "who reads makes no file"
        );
        drop(connect(&path, Access::Write).unwrap());
        let connection = connect(&path, Access::Read).unwrap();
        let (deadline, began) = (Deadline::after(Duration::from_millis(100)), Instant::now());
        let done = deadline.run(|| each(&connection, ENDLESS, &[], |_| Ok(())));
        assert!(matches!(done, Err(Error::Busy)), "{done:?}");
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
        let next = each(&connection, "SELECT 1", &[], |_| Ok(()));
        assert!(next.is_ok(), "and the connection can be used again: {next:?}");
    }

    #[test]
    fn a_kept_statement_is_not_parsed_again_for_other_values() {
        const TEXT: &str = "WITH t(a) AS (SELECT 1 UNION ALL SELECT 2) SELECT a FROM t WHERE a > $1 LIMIT $2";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tiltas.db");
        let connection = connect(&path, Access::Write).unwrap();
        for number in 0..3_i64 {
            each(&connection, TEXT, &[&number, &(number + 1)], |_| Ok(())).unwrap();
        }
        let kept = connection.prepare_cached(TEXT).unwrap();
        assert_eq!(kept.get_status(StatementStatus::RePrepare), 0);
        assert_eq!(
            kept.get_status(StatementStatus::Run),
            3,
            "and it is the one that was used"
        );
    }

    #[test]
    fn no_parameter_is_left_out_however_many_there_are() {
        let names: Vec<String> = (1..=70).map(|nth| format!("${nth}")).collect();
        let sql: &'static str = format!("SELECT {}", names.join(", ")).leak();
        let numbers: Vec<i64> = (1..=70).collect();
        let parameters: Vec<&dyn Bind> = numbers.iter().map(|number| number as &dyn Bind).collect();
        let mut found = Vec::new();
        each(&memory().unwrap(), sql, &parameters, |row| {
            found = cells(row)?;
            Ok(())
        })
        .unwrap();
        assert_eq!(found, numbers.into_iter().map(Held::Integer).collect::<Vec<_>>());
    }
}
