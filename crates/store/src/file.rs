//! Reading across streams: whole files in one statement, and the journal's last lines.
use crate::{
    Error, Result, Snapshot, Stamp,
    event::Line as Row,
    fold::{Folded, Of},
    forgetting,
    seal::place,
    views::case::TABLE,
};
use std::{any::Any, collections::HashSet, sync::Arc, time::Instant};
use tiltas_domain::{
    Class, Event, Id, Moment, Owner, StreamId,
    case::{Case, Person},
};

const FILES: &str = "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational, hash FROM event WHERE owner IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) AND NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.owner = event.owner) ORDER BY position";
const ONE: &str = "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational, hash FROM event WHERE owner = $1 AND NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.owner = $1) ORDER BY position";
const FILE: &str = "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational, hash FROM event WHERE owner = $1 ORDER BY position";
const LAST_OF_FILE: &str =
    "SELECT max(position) FROM event WHERE owner = $1 AND NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.owner = $1)";
const LAST: &str = "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational, hash FROM event ORDER BY position DESC LIMIT $1";
/// How many files one statement reads.
pub const FILES_AT_ONCE: usize = 16;

/// One event of a file.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its place in the journal.
    pub position: i64,
    /// When it was decided.
    pub at: Moment,
    /// Which stream.
    pub stream: StreamId,
    /// Under whose key it is sealed.
    pub owner: Option<Owner>,
    /// Who, for what.
    pub stamp: Stamp,
    /// What happened; content is sealed handles.
    pub event: Event,
}

/// One of the journal's last lines, for showing how it grows.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its place in the journal.
    pub position: i64,
    /// When it was decided.
    pub at: Moment,
    /// Which stream.
    pub stream: StreamId,
    /// Who, and what; `None` where the key is gone.
    pub event: Option<(Stamp, Event)>,
    /// What is sealed beside the process part.
    pub sealed: Vec<Class>,
    /// The first signs of its hash.
    pub hash: String,
}

impl Snapshot<'_> {
    /// Everything that is sealed under the keys of these files, in the journal's order: one statement, one read of the keys.
    /// A forgotten file has no line, also in the moment before its key is destroyed.
    ///
    /// # Errors
    /// `Forgotten` when one of the keys is gone; `Unavailable`.
    pub fn files(&self, cases: &[Id<Case>]) -> Result<Vec<Line>> {
        self.take_keys(cases)?;
        let mut lines = Vec::new();
        for some in cases.chunks(FILES_AT_ONCE) {
            let mut owners: Vec<String> = some.iter().map(ToString::to_string).collect();
            owners.resize(FILES_AT_ONCE, String::new());
            let owners: Vec<&dyn crate::seam::Bind> =
                owners.iter().map(|owner| owner as &dyn crate::seam::Bind).collect();
            let rows = match some {
                [_] => self.tx()?.rows(ONE, &owners[..1], Row::read)?,
                _ => self.tx()?.rows(FILES, &owners, Row::read)?,
            };
            for row in rows {
                lines.push(self.line(row)?.ok_or(Error::Forgotten)?);
            }
        }
        let found: HashSet<Option<Owner>> = lines.iter().map(|line| line.owner).collect();
        let empty = cases.iter().filter(|case| !found.contains(&Some(Owner::Case(**case))));
        for case in empty {
            lines.extend(self.hidden(*case)?);
        }
        Ok(lines)
    }

    /// One file, folded: as it was folded a short while ago, where no event was added to it since.
    ///
    /// # Errors
    /// As [`Snapshot::files`], and what `fold` says.
    pub fn file<F: Any + Send + Sync, E: From<Error>>(
        &self,
        case: Id<Case>,
        fold: impl FnOnce(Vec<Line>) -> Result<F, E>,
    ) -> Result<Arc<F>, E> {
        let folds = &self.store.folds;
        let known = match folds.get(Of::File(case))? {
            // WHY the key is asked for too: the file of a destroyed key is over, whatever a view says.
            Some(folded) if self.key(case.into())?.is_some() => Some(folded),
            _ => None,
        };
        if let Some(folded) = known {
            let last = self
                .tx()?
                .row(LAST_OF_FILE, &[&case.to_string()], |row| row.get::<Option<i64>>(0))?;
            if last.flatten() == Some(folded.version)
                && let Ok(file) = Arc::downcast::<F>(folded.state)
            {
                return Ok(file);
            }
        }
        let lines = self.files(&[case])?;
        let (last, weight) = (lines.last().map(|line| line.position), lines.len());
        let file = Arc::new(fold(lines)?);
        if let Some(version) = last {
            let folded = Folded {
                version,
                weight: weight.try_into().unwrap_or(i64::MAX),
                owner: Some(case.into()),
                state: file.clone(),
                since: Instant::now(),
            };
            folds.put(Of::File(case), folded)?;
        }
        Ok(file)
    }

    /// What the view `forgotten` hides though no event says that the file is over: the view is believed by nobody.
    fn hidden(&self, case: Id<Case>) -> Result<Vec<Line>> {
        let tx = self.tx()?;
        if forgetting::is_forgotten(&tx, self.keys(), case.into())? {
            return Ok(Vec::new());
        }
        let rows = tx.rows(FILE, &[&case.to_string()], Row::read)?;
        if !rows.is_empty() {
            tracing::error!(%case, "table forgotten names a file that no event forgets");
        }
        rows.into_iter()
            .map(|row| self.line(row)?.ok_or(Error::Forgotten))
            .collect()
    }

    pub(crate) fn line(&self, row: Row) -> Result<Option<Line>> {
        let (position, at) = (row.position, Moment(row.at));
        let stream = StreamId::parse(&row.stream).ok_or_else(|| row.wrong("stream"))?;
        let owner = row.owner()?;
        let key = match owner {
            Some(owner) => self.key(owner)?,
            None => Some(self.node_key()),
        };
        let Some(key) = key else { return Ok(None) };
        let (stamp, event) = row.open(&key)?;
        Ok(Some(Line {
            position,
            at,
            stream,
            owner,
            stamp,
            event,
        }))
    }

    /// The journal's last lines, newest first.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn last(&self, limit: i64) -> Result<Vec<Recorded>> {
        let rows = self.tx()?.rows(LAST, &[&limit], Row::read)?;
        rows.into_iter()
            .map(|row| {
                let sealed = Class::ALL.iter().copied().zip(&row.sealed.parts);
                let sealed = sealed
                    .filter(|(_, part)| part.is_some())
                    .map(|(class, _)| class)
                    .collect();
                let (position, at, hash) = (row.position, Moment(row.at), start(&row.hash));
                let stream = StreamId::parse(&row.stream).ok_or_else(|| row.wrong("stream"))?;
                let event = self.line(row)?.map(|line| (line.stamp, line.event));
                Ok(Recorded {
                    position,
                    at,
                    stream,
                    event,
                    sealed,
                    hash,
                })
            })
            .collect()
    }

    /// Opens the card of a row: who the person is, as far as rules need it. `None` when the file was forgotten.
    ///
    /// # Errors
    /// `Unavailable`, also when a seal does not open.
    pub fn person_card(&self, case: Id<Case>, card: &[u8]) -> Result<Option<Person>> {
        self.value(case, &place(TABLE, &case.to_string(), "person"), Some(card))
    }
}

/// The first four signs of a hash: enough to see that each line holds the one before it.
fn start(hash: &[u8]) -> String {
    hash.iter().take(2).map(|byte| format!("{byte:02x}")).collect()
}
