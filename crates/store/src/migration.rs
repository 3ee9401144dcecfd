//! How the database grows up. Only journal, outbox, keys and sessions have migrations: views are rebuilt.
//!
//! INVARIANT: an applied text never changes (its digest is kept), and a database that a newer program made is not touched.
use crate::{Error, Result, seam::Tx};
use sha2::{Digest, Sha256};

/// Numbered twins, one for each database.
pub(crate) struct Migration {
    number: i64,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations { ($($number:literal $name:literal),*) => { &[ $( Migration {
    number: $number,
    sqlite: include_str!(concat!("../migrations/", $name, ".sqlite.sql")),
    postgres: include_str!(concat!("../migrations/", $name, ".postgres.sql")),
} ),* ] } }

/// Of the journal's database.
pub(crate) const JOURNAL: &[Migration] =
    migrations![1 "0001_journal", 2 "0002_outbox", 3 "0003_session", 4 "0004_changed"];
/// Of the keys file, which is SQLite always.
pub(crate) const KEYS: &[Migration] = &[
    Migration {
        number: 1,
        sqlite: include_str!("../migrations/0001_keys.sqlite.sql"),
        postgres: "",
    },
    Migration {
        number: 2,
        sqlite: include_str!("../migrations/0002_signed.sqlite.sql"),
        postgres: "",
    },
    Migration {
        number: 3,
        sqlite: include_str!("../migrations/0003_epoch.sqlite.sql"),
        postgres: "",
    },
];

const APPLIED: &str = "SELECT number, digest FROM migration ORDER BY number";
const APPLY: &str = "INSERT INTO migration (number, digest) VALUES ($1, $2)";

/// Brings the database up to what this program knows. One transaction; processes that start together take turns.
///
/// # Errors
/// `Inconsistent` when an applied text was edited since, or when a newer program was here.
pub(crate) fn migrate(tx: &Tx<'_>, all: &[Migration]) -> Result<()> {
    tx.begin_write()?;
    let done = tx
        .migrations()
        .and_then(|()| apply(tx, all))
        .and_then(|()| tx.run("COMMIT"));
    if done.is_err() && tx.is_open() {
        tx.run("ROLLBACK")?;
    }
    done
}

/// Whether the database is exactly what this program knows, without changing it: for those who only look.
///
/// # Errors
/// `Inconsistent` when an applied text was edited since, when a newer program was here, or when this one was not yet.
pub(crate) fn check(tx: &Tx<'_>, all: &[Migration]) -> Result<()> {
    let applied = applied(tx, all)?;
    let mut missing = all.iter().filter(|migration| !applied.contains(&migration.number));
    missing
        .next()
        .map_or(Ok(()), |migration| Err(wrong(migration.number, "number")))
}

fn wrong(number: i64, column: &'static str) -> Error {
    Error::Inconsistent {
        table: "migration",
        row: number.to_string(),
        column,
    }
}

/// The numbers that were applied, each of them known and unchanged.
fn applied(tx: &Tx<'_>, all: &[Migration]) -> Result<Vec<i64>> {
    let applied = tx.rows(APPLIED, &[], |row| Ok((row.get::<i64>(0)?, row.get::<Vec<u8>>(1)?)))?;
    for (number, digest) in &applied {
        let migration = all
            .iter()
            .find(|migration| migration.number == *number)
            .ok_or_else(|| wrong(*number, "number"))?;
        if *digest != migration.digest(tx) {
            return Err(wrong(*number, "digest"));
        }
    }
    Ok(applied.into_iter().map(|(number, _)| number).collect())
}

fn apply(tx: &Tx<'_>, all: &[Migration]) -> Result<()> {
    let applied = applied(tx, all)?;
    for migration in all {
        if !applied.contains(&migration.number) {
            tx.batch(tx.twin(migration.sqlite, migration.postgres))?;
            tx.execute(APPLY, &[&migration.number, &migration.digest(tx)])?;
        }
    }
    Ok(())
}

impl Migration {
    fn digest(&self, tx: &Tx<'_>) -> Vec<u8> {
        Sha256::digest(tx.twin(self.sqlite, self.postgres)).to_vec()
    }
}
