//! The one thread of a process that writes. What waits while the last batch syncs is the next batch: one transaction, the
//! head locked once and advanced once; where one fails, a savepoint for each.
//!
//! INVARIANT: nobody is answered before the batch is durable, refusals included: a refusal may rest on a neighbour's row.
use crate::{
    Commit, Deadline, Draft, Error, Result,
    command::{self, Answer, Kept},
    count::Counts,
    event::{self, place},
    head::{self, Mark},
    keys::Keys,
    outbox,
    reserve::{self, Reserve, Room},
    seal::{self, Key, SealedEvent},
    seam::{Access, Bind, Connection, Location, Tx},
    session,
    trust::Trust,
    views,
};
use std::{
    cell::Cell,
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    time::{Duration, Instant},
};
use tiltas_domain::{Moment, Owner, StreamId, changes::Kind};

const LOCK_HEAD: &str = "UPDATE head SET one = 1 WHERE one = 1 RETURNING position, hash";
const ADVANCE: &str =
    "UPDATE head SET position = $1, hash = $2, changed = CASE WHEN $3 > 0 THEN $3 ELSE changed END WHERE one = 1";
const VERSION: &str = "SELECT version FROM event WHERE stream = $1 ORDER BY version DESC LIMIT 1";
pub(crate) const EVENT: &str =
    "INSERT INTO event (position, stream, version, owner, at, process, identity, contact, health, narrative,
    operational, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

const BATCH: usize = 256;
/// A database that does not answer a batch for so long is given up, and connected to anew for the next one.
const ANSWER_IN: Duration = Duration::from_secs(20);
const RESTED: Duration = Duration::from_secs(1);

/// What the writer does: values, never closures.
pub(crate) enum Work {
    Commit(Box<Commit>),
    Outbox(outbox::Change),
    Session(session::Change),
}

/// The writer answers each kind of work in kind.
pub(crate) const OTHER_ANSWER: Error = Error::Defect("the writer answered something else");

/// What came of it.
#[derive(Clone)]
pub(crate) enum Done {
    /// Where the journal stood after the commit, or when the same key was answered before.
    Position(i64),
    /// What a worker has now.
    Claimed(Vec<outbox::Claimed>),
    /// How many rows changed.
    Changed(u64),
}

/// Work and who waits for it.
pub(crate) struct Waiting {
    pub work: Work,
    pub reply: mpsc::Sender<Result<Done>>,
}

/// Locks the head row: processes take turns here.
pub(crate) fn lock_head(tx: &Tx<'_>) -> Result<Mark> {
    let head = tx.row(LOCK_HEAD, &[], |row| {
        Ok(Mark {
            position: row.get(0)?,
            hash: row.get(1)?,
        })
    })?;
    head.ok_or(head::NO_HEAD)
}

/// Writes until nobody can send any more. A connection that broke is opened anew for the next batch.
pub(crate) fn run(
    location: &Location,
    first: Connection,
    waiting: &mpsc::Receiver<Waiting>,
    keys: &Keys,
    trust: &Trust,
    reserve: &Reserve,
    counts: &Counts,
) {
    let (mut connection, mut rested) = (Some(first), Instant::now());
    let swept = Cell::new(Moment(0));
    while let Ok(first) = waiting.recv() {
        let all: Vec<Waiting> = std::iter::once(first)
            .chain(waiting.try_iter().take(BATCH - 1))
            .collect();
        let (works, replies): (Vec<_>, Vec<_>) = all.into_iter().map(|waiting| (waiting.work, waiting.reply)).unzip();
        counts.add(works.len());
        let known = connection.take();
        let attempt = || {
            // An idle connection may be dead; it is asked first.
            let known = known.filter(|connection| rested.elapsed() < RESTED || connection.is_alive());
            let opened = match known {
                Some(connection) => Ok(connection),
                None => location.connect(Access::Write),
            };
            let answers = match &opened {
                Ok(connection) => {
                    let node = (keys, trust, reserve, &swept);
                    reserve.try_all(&works, || batch(&connection.tx(), &works, node))
                }
                Err(error) => works.iter().map(|_| Err(error.clone())).collect(),
            };
            (opened, answers)
        };
        let done = catch_unwind(AssertUnwindSafe(|| Deadline::after(ANSWER_IN).run(attempt)));
        let Ok((opened, answers)) = done else {
            // Who waits is told that it may have been written, because its reply is dropped unanswered.
            counts.panicked("writer");
            continue;
        };
        rested = Instant::now();
        connection = opened.ok().filter(|connection| !connection.is_broken());
        for (reply, answer) in replies.into_iter().zip(answers) {
            // Whoever asked may have gone; what was written stays written.
            let _ = reply.send(answer);
        }
    }
}

/// What every batch needs of the node: keys, how far the journal is known, what room the disk leaves, when old keys of commands
/// were taken away.
type Node<'n> = (&'n Keys, &'n Trust, &'n Reserve, &'n Cell<Moment>);

/// All of the batch with as few questions as can be; and when one of them fails in the database, once more with a savepoint
/// for each, so that it fails alone.
fn batch(tx: &Tx<'_>, works: &[Work], node: Node<'_>) -> Vec<Result<Done>> {
    let attempt = |alone: bool| {
        let done = Batch::begin(tx, works, node).and_then(|mut batch| {
            let answers = if alone {
                batch.each(works)?
            } else {
                batch.together(works)?
            };
            if let Some(head) = batch.end()? {
                node.1.wrote(head)?;
            }
            Ok(answers)
        });
        if tx.is_open() {
            // It failed, or wrote nothing.
            let _ = tx.run("ROLLBACK");
        }
        done
    };
    // WHY the first failure counts too: what failed at its commit may have been written, whatever a second try on a dead
    // connection says. Where it was written, the second try finds its key answered.
    let done = attempt(false).or_else(|first| {
        attempt(true).map_err(|error| match first {
            Error::Unconfirmed(_) => error.unconfirmed(),
            _ => error,
        })
    });
    done.unwrap_or_else(|error| vec![Err(error); works.len()])
}

/// One transaction with the head locked: what it read and wrote stays true to its end.
struct Batch<'c> {
    tx: Tx<'c>,
    /// Whether there is anything to commit.
    wrote: bool,
    head: Mark,
    /// The last event of the batch that is no audit entry; 0: there is none.
    changed_at: i64,
    node: Arc<Key>,
    keys: &'c Keys,
    room: Room,
    versions: HashMap<StreamId, i64>,
    answered: HashMap<[u8; 32], Kept>,
    /// When keys that are too old were last taken away.
    swept: &'c Cell<Moment>,
    /// What the current commit overwrote in `versions`, to be put back when it fails.
    changed: Vec<(StreamId, i64)>,
}

impl<'c> Batch<'c> {
    /// Locks the head, then asks at once for every version and every key that the batch names.
    fn begin(tx: &Tx<'c>, works: &[Work], (keys, trust, reserve, swept): Node<'c>) -> Result<Batch<'c>> {
        tx.begin_write()?;
        let head = lock_head(tx)?;
        trust.meet(tx, keys, &head)?;
        let mut batch = Batch {
            tx: *tx,
            wrote: false,
            head,
            changed_at: 0,
            node: keys.node(),
            keys,
            room: reserve.room(),
            versions: HashMap::new(),
            answered: HashMap::new(),
            swept,
            changed: Vec::new(),
        };
        let commits = works.iter().filter_map(|work| match work {
            Work::Commit(commit) => Some(commit),
            Work::Outbox(_) | Work::Session(_) => None,
        });
        let mut keys = Vec::new();
        for commit in commits {
            let read = commit.read.iter().map(|seen| seen.stream);
            for stream in read.chain(commit.audit.iter().map(|(stream, _)| *stream)) {
                batch.versions.insert(stream, 0);
            }
            keys.extend(commit.once.iter().map(|(key, _)| *key));
        }
        let streams: Vec<StreamId> = batch.versions.keys().copied().collect();
        let names: Vec<String> = streams.iter().map(StreamId::to_string).collect();
        let keys_bytes: Vec<&[u8]> = keys.iter().map(<[u8; 32]>::as_slice).collect();
        let parameters = names.iter().map(|name| [name as &dyn Bind]);
        let parameters: Vec<[&dyn Bind; 1]> = parameters
            .chain(keys_bytes.iter().map(|key| [key as &dyn Bind]))
            .collect();
        let sql = |nth| if nth < streams.len() { VERSION } else { command::FIND };
        let questions: Vec<_> = parameters
            .iter()
            .enumerate()
            .map(|(nth, one)| (sql(nth), one.as_slice()))
            .collect();
        tx.ask(&questions, |nth, row| {
            match streams.get(nth) {
                Some(stream) => drop(batch.versions.insert(*stream, row.get(0)?)),
                None => drop(batch.answered.insert(keys[nth - streams.len()], Kept::read(row)?)),
            }
            Ok(())
        })?;
        tx.gather();
        Ok(batch)
    }

    /// Without savepoints: any failure in the database fails all.
    fn together(&mut self, works: &[Work]) -> Result<Vec<Result<Done>>> {
        let each = works.iter().map(|work| match self.check(work) {
            Ok(None) => self.write(work).map(Ok),
            Ok(Some(position)) => Ok(Ok(Done::Position(position))),
            Err(error) => Ok(Err(error)),
        });
        each.collect()
    }

    /// With a savepoint for each.
    fn each(&mut self, works: &[Work]) -> Result<Vec<Result<Done>>> {
        works.iter().map(|work| self.one(work)).collect()
    }

    /// The inner result is the answer; the outer one fails when the whole batch is lost.
    fn one(&mut self, work: &Work) -> Result<Result<Done>> {
        match self.check(work) {
            Ok(None) => {}
            Ok(Some(position)) => return Ok(Ok(Done::Position(position))),
            Err(error) => return Ok(Err(error)),
        }
        let (before, changed_at) = (self.head.clone(), self.changed_at);
        self.changed.clear();
        self.tx.run("SAVEPOINT one")?;
        let answer = self.write(work).and_then(|done| self.tx.flush().map(|()| done));
        if let Err(error) = &answer {
            if !self.tx.is_open() {
                // Disk full, for one: SQLite gave up all of it, and whatever came now would stand alone.
                return Err(error.clone());
            }
            (self.head, self.changed_at) = (before, changed_at);
            for (stream, version) in self.changed.drain(..).rev() {
                self.versions.insert(stream, version);
            }
            if let Work::Commit(commit) = work
                && let Some((key, _)) = &commit.once
            {
                self.answered.remove(key);
            }
            self.tx.run("ROLLBACK TO one")?;
        }
        self.tx.run("RELEASE one")?;
        Ok(answer)
    }

    /// Makes it durable; answers where the journal stands then, where anything was written.
    fn end(self) -> Result<Option<Mark>> {
        if !self.wrote {
            return Ok(None);
        }
        self.tx
            .execute(ADVANCE, &[&self.head.position, &self.head.hash, &self.changed_at])?;
        self.tx.run("COMMIT").map_err(Error::unconfirmed)?;
        Ok(Some(self.head))
    }

    /// Changes nothing. Answers the position when the key was answered before.
    fn check(&mut self, work: &Work) -> Result<Option<i64>> {
        let Work::Commit(commit) = work else {
            return Ok(None);
        };
        if let Some((key, digest)) = &commit.once
            && let Some(kept) = self.answered.get(key)
        {
            return kept.again(digest, commit.at).map(|answer| Some(answer.position));
        }
        if self.room > Room::Enough && reserve::is_form(work) {
            return Err(Error::DiskFull);
        }
        for seen in &commit.read {
            if self.version(seen.stream)? != seen.version {
                return Err(Error::Conflict(seen.stream));
            }
        }
        Ok(None)
    }

    fn write(&mut self, work: &Work) -> Result<Done> {
        let done = match work {
            Work::Commit(commit) => Done::Position(self.append(commit)?),
            Work::Outbox(change) => outbox::change(&self.tx, &self.node, change)?,
            Work::Session(change) => Done::Changed(session::change(&self.tx, self.keys, change)?),
        };
        // A worker that finds nothing, a session seen a minute ago: nothing to sync.
        self.wrote = self.wrote
            || match &done {
                Done::Position(_) => true,
                Done::Claimed(claimed) => !claimed.is_empty(),
                Done::Changed(count) => *count > 0,
            };
        Ok(done)
    }

    fn append(&mut self, commit: &Commit) -> Result<i64> {
        for draft in &commit.drafts {
            self.line(commit.at, draft)?;
        }
        for (stream, entry) in &commit.audit {
            // No expected version: looking does not change what is looked at.
            let version = self.version(*stream)? + 1;
            let (event, content) = crate::audit::to_seal(self.keys, *stream, entry)?;
            let place = place(&stream.to_string(), version);
            let sealed = seal::seal_event(&self.node, &content, &place, &commit.stamp, &event)?;
            let draft = Draft {
                stream: *stream,
                version,
                owner: None,
                key: self.node.clone(),
                stamp: commit.stamp,
                event,
                sealed,
            };
            self.line(commit.at, &draft)?;
        }
        for message in &commit.outbox {
            outbox::put(&self.tx, &self.node, message)?;
        }
        if let Some((key, digest)) = &commit.once {
            let begun = commit.drafts.iter().flat_map(Draft::made);
            let kept = Kept {
                digest: *digest,
                at: commit.at,
                answer: Answer {
                    position: self.head.position,
                    made: begun.collect(),
                },
            };
            kept.put(&self.tx, key)?;
            if self.swept.get().plus_hours(1) < commit.at {
                command::sweep(&self.tx, commit.at)?;
                self.swept.set(commit.at);
            }
            self.answered.insert(*key, kept);
        }
        Ok(self.head.position)
    }

    fn line(&mut self, at: Moment, draft: &Draft) -> Result<()> {
        let position = self.head.position + 1;
        let stream = draft.stream.to_string();
        let owner = draft.owner.map(|owner| owner.to_string());
        let SealedEvent { process, parts } = &draft.sealed;
        let (version, previous) = (draft.version, &self.head.hash);
        let hash = event::link(
            previous,
            position,
            &stream,
            version,
            owner.as_deref(),
            at.0,
            &draft.sealed,
        )
        .to_vec();
        let [identity, contact, health, narrative, operational] = parts;
        self.tx.execute(
            EVENT,
            &[
                &position,
                &stream,
                &version,
                &owner,
                &at.0,
                process,
                identity,
                contact,
                health,
                narrative,
                operational,
                &hash,
            ],
        )?;
        let fact = views::Fact {
            position,
            stream: draft.stream,
            at,
            event: &draft.event,
            stamp: &draft.stamp,
            key: &draft.key,
        };
        views::project(views::ALL, &self.tx, &fact)?;
        if let Some(Owner::Case(case)) = draft.event.forgotten(draft.stream) {
            outbox::forget(&self.tx, case)?;
        }
        let before = self.versions.insert(draft.stream, version);
        self.changed.push((draft.stream, before.unwrap_or(version - 1)));
        self.head = Mark { position, hash };
        if draft.stream.kind != Kind::Audit {
            self.changed_at = position;
        }
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
