//! The one thread of a process that writes. What waits while the last batch syncs is the next batch: one transaction, the
//! head locked once and advanced once, a savepoint for each commit.
//!
//! INVARIANT: nobody is answered before the batch is durable, refusals included: a refusal may rest on a neighbour's row.
use crate::{
    Commit, Draft, Error, Result,
    event::{Line, place},
    keys::Keys,
    outbox,
    seal::{self, Key, SealedEvent},
    seam::{Access, Connection, Location, Tx},
    views,
};
use std::{
    collections::HashMap,
    sync::{Arc, mpsc},
};
use tiltas_domain::{Event, Id, Moment, StreamId};

const LOCK_HEAD: &str = "UPDATE head SET one = 1 WHERE one = 1 RETURNING position, hash";
const ADVANCE: &str = "UPDATE head SET position = $1, hash = $2 WHERE one = 1";
const ANSWERED: &str = "SELECT digest, position FROM command WHERE key = $1";
const ANSWER: &str = "INSERT INTO command (key, digest, position) VALUES ($1, $2, $3)";
const VERSION: &str = "SELECT version FROM event WHERE stream = $1 ORDER BY version DESC LIMIT 1";
const EVENT: &str =
    "INSERT INTO event (position, stream, version, owner, at, process, identity, contact, health, narrative,
    operational, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

const BATCH: usize = 256;

/// What the writer does: values, never closures.
pub(crate) enum Work {
    Commit(Box<Commit>),
}

/// Work and who waits for it.
pub(crate) struct Waiting {
    pub work: Work,
    pub reply: mpsc::Sender<Result<i64>>,
}

/// Where the journal stands.
#[derive(Clone)]
pub(crate) struct Head {
    pub position: i64,
    pub hash: Vec<u8>,
}

/// Locks the head row: processes take turns here.
pub(crate) fn lock_head(tx: &Tx<'_>) -> Result<Head> {
    let head = tx.row(LOCK_HEAD, &[], |row| {
        Ok(Head {
            position: row.get(0)?,
            hash: row.get(1)?,
        })
    })?;
    head.ok_or_else(|| Error::other("the journal has no head"))
}

/// Writes until nobody can send any more. A connection that broke is opened anew for the next batch.
pub(crate) fn run(location: &Location, first: Connection, waiting: &mpsc::Receiver<Waiting>, keys: &Keys) {
    let mut connection = Some(first);
    while let Ok(first) = waiting.recv() {
        let all: Vec<Waiting> = std::iter::once(first)
            .chain(waiting.try_iter().take(BATCH - 1))
            .collect();
        let (works, replies): (Vec<_>, Vec<_>) = all.into_iter().map(|waiting| (waiting.work, waiting.reply)).unzip();
        let opened = match connection.take() {
            Some(connection) => Ok(connection),
            None => location.connect(Access::Write),
        };
        let answers = match &opened {
            Ok(connection) => batch(&connection.tx(), works, keys.node()),
            Err(error) => works.iter().map(|_| Err(error.clone())).collect(),
        };
        connection = opened.ok().filter(|connection| !connection.is_broken());
        for (reply, answer) in replies.into_iter().zip(answers) {
            // Whoever asked may have gone; what was written stays written.
            let _ = reply.send(answer);
        }
    }
}

fn batch(tx: &Tx<'_>, works: Vec<Work>, node: Arc<Key>) -> Vec<Result<i64>> {
    let count = works.len();
    let done = begin(tx, node).and_then(|mut batch| {
        let answers = works
            .into_iter()
            .map(|work| batch.one(work))
            .collect::<Result<Vec<_>>>()?;
        batch.end()?;
        Ok(answers)
    });
    if tx.is_open() {
        // It failed, or wrote nothing.
        let _ = tx.run("ROLLBACK");
    }
    done.unwrap_or_else(|error| vec![Err(error); count])
}

fn begin<'c>(tx: &Tx<'c>, node: Arc<Key>) -> Result<Batch<'c>> {
    tx.begin_write()?;
    let head = lock_head(tx)?;
    Ok(Batch {
        tx: *tx,
        wrote: false,
        head,
        node,
        versions: HashMap::new(),
        changed: Vec::new(),
    })
}

/// One transaction with the head locked: what it read and wrote of versions stays true to its end.
struct Batch<'c> {
    tx: Tx<'c>,
    /// Whether there is anything to commit.
    wrote: bool,
    head: Head,
    node: Arc<Key>,
    versions: HashMap<StreamId, i64>,
    /// What the current commit overwrote in `versions`, to be put back when it fails.
    changed: Vec<(StreamId, i64)>,
}

impl Batch<'_> {
    /// The inner result is the answer; the outer one fails when the whole batch is lost.
    fn one(&mut self, work: Work) -> Result<Result<i64>> {
        let before = self.head.clone();
        self.changed.clear();
        self.tx.run("SAVEPOINT one")?;
        let Work::Commit(commit) = work;
        let answer = self.append(*commit);
        if answer.is_err() {
            if !self.tx.is_open() {
                // Disk full, for one: SQLite gave up all of it, and whatever came now would stand alone.
                return Err(answer.err().unwrap_or(Error::other("the transaction was abandoned")));
            }
            self.head = before;
            for (stream, version) in self.changed.drain(..).rev() {
                self.versions.insert(stream, version);
            }
            self.tx.run("ROLLBACK TO one")?;
        }
        self.tx.run("RELEASE one")?;
        Ok(answer)
    }

    fn end(self) -> Result<()> {
        if !self.wrote {
            return Ok(());
        }
        self.tx.execute(ADVANCE, &[&self.head.position, &self.head.hash])?;
        self.tx.run("COMMIT")
    }

    fn append(&mut self, commit: Commit) -> Result<i64> {
        if let Some((key, digest)) = &commit.once {
            if let Some(position) = answered(&self.tx, key, digest)? {
                return Ok(position);
            }
        }
        for seen in &commit.read {
            if self.version(seen.stream)? != seen.version {
                return Err(Error::Conflict(seen.stream));
            }
        }
        self.wrote = true;
        for draft in commit.drafts {
            self.line(commit.at, draft)?;
        }
        for (stream, entry) in commit.audit {
            // No expected version: looking does not change what is looked at.
            let version = self.version(stream)? + 1;
            let event = Event::from(entry);
            let place = place(&stream.to_string(), version);
            let sealed = seal::seal_event(&self.node, &place, &commit.stamp, &event)?;
            let draft = Draft {
                stream,
                version,
                owner: None,
                key: self.node.clone(),
                stamp: commit.stamp,
                event,
                sealed,
            };
            self.line(commit.at, draft)?;
        }
        for message in &commit.outbox {
            outbox::put(&self.tx, &self.node, message)?;
        }
        if let Some((key, digest)) = &commit.once {
            self.tx
                .execute(ANSWER, &[&key.as_slice(), &digest.as_slice(), &self.head.position])?;
        }
        Ok(self.head.position)
    }

    fn line(&mut self, at: Moment, draft: Draft) -> Result<()> {
        let mut line = Line {
            position: self.head.position + 1,
            stream: draft.stream.to_string(),
            version: draft.version,
            owner: draft.owner.map(|owner| owner.to_string()),
            at: at.0,
            sealed: draft.sealed,
            hash: Vec::new(),
        };
        line.hash = line.link(&self.head.hash).to_vec();
        let SealedEvent { process, parts } = &line.sealed;
        self.tx.execute(
            EVENT,
            &[
                &line.position,
                &line.stream,
                &line.version,
                &line.owner,
                &line.at,
                process,
                &parts[0],
                &parts[1],
                &parts[2],
                &parts[3],
                &parts[4],
                &line.hash,
            ],
        )?;
        let fact = views::Fact {
            position: line.position,
            stream: draft.stream,
            at,
            event: &draft.event,
            stamp: &draft.stamp,
            key: &draft.key,
        };
        views::project(views::ALL, &self.tx, &fact)?;
        if draft.event.forgets() {
            outbox::forget(&self.tx, Id::from_stored(draft.stream.id))?;
        }
        let before = self.versions.insert(draft.stream, draft.version);
        self.changed.push((draft.stream, before.unwrap_or(draft.version - 1)));
        self.head = Head {
            position: line.position,
            hash: line.hash,
        };
        Ok(())
    }

    fn version(&mut self, stream: StreamId) -> Result<i64> {
        if let Some(version) = self.versions.get(&stream) {
            return Ok(*version);
        }
        let version = self
            .tx
            .row(VERSION, &[&stream.to_string()], |row| row.get(0))?
            .unwrap_or(0);
        self.versions.insert(stream, version);
        Ok(version)
    }
}

/// The position that this key was answered with.
pub(crate) fn answered(tx: &Tx<'_>, key: &[u8; 32], digest: &[u8; 32]) -> Result<Option<i64>> {
    let read = |row: &crate::seam::Row<'_>| Ok((row.get::<Vec<u8>>(0)?, row.get::<i64>(1)?));
    match tx.row(ANSWERED, &[&key.as_slice()], read)? {
        Some((found, _)) if found != digest => Err(Error::KeyReused),
        found => Ok(found.map(|(_, position)| position)),
    }
}
