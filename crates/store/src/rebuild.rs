//! Projecting the journal anew: into the tables of a view whose version changed, and beside the live ones to compare.
use crate::{
    Result,
    event::Line,
    keys::Keys,
    seam::{Lasting, Tx},
    views::{self, Fact, View},
    writer,
};
use std::collections::BTreeMap;
use tiltas_domain::{Id, Moment, case::Case, changes::Kind};

const PAGE: &str =
    "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational,
    hash FROM event WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3";
const SIZE: i64 = 256;
const VERSIONS: &str = "SELECT name, version, tables FROM view ORDER BY name";
const SET_VERSION: &str = "INSERT INTO view (name, version, tables) VALUES ($1, $2, $3)
    ON CONFLICT (name) DO UPDATE SET version = excluded.version, tables = excluded.tables";
const NO_VIEW: &str = "DELETE FROM view WHERE name = $1";

/// Hands over the journal line by line, a page in memory at a time.
pub(crate) fn each_line(tx: &Tx<'_>, after: i64, until: i64, mut take: impl FnMut(Line) -> Result<()>) -> Result<()> {
    let mut position = after;
    loop {
        let lines = tx.rows(PAGE, &[&position, &until, &SIZE], Line::read)?;
        let full = lines.len() as i64 == SIZE;
        for line in lines {
            position = line.position;
            take(line)?;
        }
        if !full {
            return Ok(());
        }
    }
}

/// Shows the journal up to `until` to `views`, which write through `target`. A file without a key projects to nothing but
/// its forgetting; answers such files and the first position skipped.
pub(crate) fn project(
    journal: &Tx<'_>,
    target: &Tx<'_>,
    until: i64,
    keys: &Keys,
    views: &[&'static View],
) -> Result<BTreeMap<Id<Case>, i64>> {
    let mut skipped = BTreeMap::new();
    each_line(journal, 0, until, |line| {
        let stream = line.stream()?;
        if stream.kind == Kind::Access {
            return Ok(());
        }
        let key = match line.owner()? {
            None => keys.node(),
            Some(owner) => match keys.of(owner)? {
                Some(key) => key,
                None => {
                    skipped.entry(owner).or_insert(line.position);
                    return Ok(());
                }
            },
        };
        let (position, at) = (line.position, Moment(line.at));
        let (stamp, event) = line.open(&key)?;
        let fact = Fact {
            position,
            stream,
            at,
            event: &event,
            stamp: &stamp,
            key: &key,
        };
        views::project(views.iter().copied(), target, &fact)
    })?;
    Ok(skipped)
}

/// Builds each view whose version is another than the program's: beside the old one, in temporary tables, then swapped, all
/// in one transaction that holds the head.
///
/// # Errors
/// `Unavailable`; `Inconsistent` when the journal can't be read.
pub(crate) fn upgrade(tx: &Tx<'_>, keys: &Keys) -> Result<()> {
    tx.begin_write()?;
    let done = swap(tx, keys).and_then(|()| tx.run("COMMIT"));
    if done.is_err() && tx.is_open() {
        tx.run("ROLLBACK")?;
    }
    done
}

fn swap(tx: &Tx<'_>, keys: &Keys) -> Result<()> {
    let head = writer::lock_head(tx)?;
    let known = tx.rows(VERSIONS, &[], |row| {
        Ok((row.get::<String>(0)?, row.get::<i64>(1)?, row.get::<String>(2)?))
    })?;
    let is_current = |view: &&View| {
        let mut known = known.iter();
        known.any(|(name, version, _)| name == view.name && *version == view.version)
    };
    let views: Vec<&'static View> = views::ALL.iter().filter(|view| !is_current(view)).collect();
    for view in &views {
        view.create(tx, Lasting::Temporary)?;
    }
    if !views.is_empty() {
        project(tx, tx, head.position, keys, &views)?;
    }
    // WHY also views that are no more: rows that no event changes would outlive a forgotten file.
    for (name, _, tables) in &known {
        if !views::ALL.iter().any(|view| is_current(&view) && view.name == name) {
            tables.split(' ').try_for_each(|table| tx.drop_table(table))?;
            tx.execute(NO_VIEW, &[name])?;
        }
    }
    for view in &views {
        view.create(tx, Lasting::Kept)?;
        for table in view.tables {
            tx.copy_table(table.name)?;
        }
        let names: Vec<&str> = view.tables.iter().map(|table| table.name).collect();
        tx.execute(SET_VERSION, &[&view.name, &view.version, &names.join(" ")])?;
    }
    Ok(())
}
