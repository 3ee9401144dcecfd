//! Projecting the journal anew: into the tables of a view whose version changed, and beside the live ones to compare.
use crate::{
    Error, Result,
    event::Line,
    head::Head,
    keys::Keys,
    seam::{Access, Connection, Held, Lasting, Location, Tx},
    views::{self, Fact, Table, View, forgotten},
    writer,
};
use std::{
    collections::{BTreeMap, VecDeque},
    sync::mpsc,
};
use tiltas_domain::{Moment, Owner, changes::Kind};

const PAGE: &str =
    "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational,
    hash FROM event WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3";
const SIZE: i64 = 256;
const VERSIONS: &str = "SELECT name, version FROM view ORDER BY name";
const SET_VERSION: &str = "INSERT INTO view (name, version) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET version = excluded.version";

/// The journal in its order, a page in memory at a time. It only grows, so a page never changes.
pub(crate) struct Lines<'c> {
    tx: Tx<'c>,
    page: VecDeque<Line>,
    after: i64,
    until: i64,
    ended: bool,
}

impl<'c> Lines<'c> {
    pub fn new(tx: &Tx<'c>, after: i64, until: i64) -> Lines<'c> {
        Lines {
            tx: *tx,
            page: VecDeque::new(),
            after,
            until,
            ended: false,
        }
    }

    pub fn next(&mut self) -> Result<Option<Line>> {
        if self.page.is_empty() && !self.ended {
            self.page = self
                .tx
                .rows(PAGE, &[&self.after, &self.until, &SIZE], Line::read)?
                .into();
            match self.page.back() {
                Some(last) => self.after = last.position,
                None => self.ended = true,
            }
        }
        Ok(self.page.pop_front())
    }
}

/// Shows the journal up to `until` to `views`, which write through `target`. What has no key any more projects to nothing but
/// its forgetting; answers whose key it was, and the first position skipped.
pub(crate) fn project(
    journal: &Tx<'_>,
    target: &Tx<'_>,
    until: i64,
    keys: &Keys,
    views: &[&'static View],
) -> Result<BTreeMap<Owner, i64>> {
    let mut skipped = BTreeMap::new();
    let mut lines = Lines::new(journal, 0, until);
    while let Some(line) = lines.next()? {
        let stream = line.stream()?;
        if stream.kind == Kind::Audit {
            continue;
        }
        let key = match line.owner()? {
            None => keys.node(),
            Some(owner) => match keys.of(owner)? {
                Some(key) => key,
                None => {
                    skipped.entry(owner).or_insert(line.position);
                    continue;
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
        views::project(views.iter().copied(), target, &fact)?;
    }
    target.flush()?;
    Ok(skipped)
}

/// Where a rebuilt view and the live one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which table.
    pub table: &'static str,
    /// Which of its rows, counted from one in the order of its key.
    pub row: u64,
    /// What is wrong with it.
    pub what: Differs,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// The journal says that there is one more.
    Missing,
    /// The journal knows of no such row.
    Extra,
    /// This column, counted from zero, holds something else.
    Column(usize),
}

/// Projects the whole journal into temporary tables of the same names, and compares them with the live ones.
pub(crate) fn compare_all(location: &Location, keys: &Keys) -> Result<Vec<Difference>> {
    let (live, scratch) = (location.connect(Access::Look)?, location.connect(Access::Scratch)?);
    let (journal, target) = (live.tx(), scratch.tx());
    journal.begin_read()?;
    let head = Head::of(&journal)?;
    target.begin_scratch()?;
    let all: Vec<&'static View> = views::ALL.iter().collect();
    all.iter()
        .try_for_each(|view| view.create(&target, Lasting::Temporary))?;
    target.gather();
    let skipped = project(&journal, &target, head.position, keys, &all)?;
    let forgotten = forgotten::owners(&target)?;
    for (owner, position) in skipped {
        if !forgotten.contains(&owner) {
            return Err(Error::Inconsistent {
                table: "event",
                row: position.to_string(),
                column: "owner",
            });
        }
    }
    compare(&journal, scratch)
}

/// Two connections, so that neither side is held in memory; the other one runs in a thread of its own.
fn compare(live: &Tx<'_>, scratch: Connection) -> Result<Vec<Difference>> {
    let tables = || views::ALL.iter().flat_map(|view| view.tables);
    std::thread::scope(|scope| {
        let (send, rows) = mpsc::sync_channel::<Result<Option<Vec<Held>>>>(256);
        scope.spawn(move || {
            for table in tables() {
                let sent = scratch.tx().each(table.all, &[], |row| {
                    let row = row.cells()?;
                    send.send(Ok(Some(row))).map_err(|_| Error::Stopped)
                });
                if send.send(sent.map(|()| None)).is_err() {
                    return;
                }
            }
        });
        let next = || rows.recv().map_err(|_| Error::Stopped)?;
        tables()
            .filter_map(|table| compare_table(live, table, next).transpose())
            .collect()
    })
}

fn compare_table(
    live: &Tx<'_>,
    table: &Table,
    next: impl Fn() -> Result<Option<Vec<Held>>>,
) -> Result<Option<Difference>> {
    let (mut row, mut ended, mut found) = (0, false, None);
    let mut note = |row, what| {
        let table = table.name;
        found.get_or_insert(Difference { table, row, what });
    };
    live.each(table.all, &[], |cells| {
        row += 1;
        let rebuilt = if ended { None } else { next()? };
        match rebuilt {
            None => {
                ended = true;
                note(row, Differs::Extra);
            }
            Some(rebuilt) => {
                let cells = cells.cells()?;
                if let Some(column) = (0..cells.len()).find(|column| cells.get(*column) != rebuilt.get(*column)) {
                    note(row, Differs::Column(column));
                }
            }
        }
        Ok(())
    })?;
    while !ended {
        row += 1;
        match next()? {
            Some(_) => note(row, Differs::Missing),
            None => ended = true,
        }
    }
    Ok(found)
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
    let known = tx.rows(VERSIONS, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))?;
    let is_current = |view: &&View| {
        let mut known = known.iter();
        known.any(|(name, version)| name == view.name && *version == view.version)
    };
    let views: Vec<&'static View> = views::ALL.iter().filter(|view| !is_current(view)).collect();
    for view in &views {
        view.create(tx, Lasting::Temporary)?;
    }
    if !views.is_empty() {
        project(tx, tx, head.position, keys, &views)?;
    }
    // WHY the names in the program alone: whoever may write into the database would choose what is dropped. A view that is
    // no more goes by a migration, for rows that no event changes would outlive a forgotten file.
    for view in &views {
        view.tables.iter().try_for_each(|table| tx.drop_table(table.name))?;
        view.create(tx, Lasting::Kept)?;
        for table in view.tables {
            tx.copy_table(table.name)?;
        }
        tx.execute(SET_VERSION, &[&view.name, &view.version])?;
    }
    Ok(())
}
