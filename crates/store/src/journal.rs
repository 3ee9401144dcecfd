//! One journal, one order, one chain: the store, what is sealed on the caller's thread, and what crosses to the writer.
use crate::{
    Deadline, Error, Result,
    count::{Counters, Counts},
    event::{Stamp, place},
    fold::Folds,
    forgetting,
    head::Head,
    keys::Keys,
    migration, outbox, rebuild,
    reserve::Reserve,
    seal::{self, Key, SealedEvent},
    seam::{Access, Location, Pool},
    snapshot::Snapshot,
    start,
    trust::Trust,
    views::{organisation, spoken_name::Known},
    watch::{self, Watch},
    writer::{self, Done, OTHER_ANSWER, Waiting, Work},
};
use std::{
    os::unix::fs::DirBuilderExt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};
use tiltas_access::{Permit, Subject};
use tiltas_domain::{Changes, Event, Id, Made, Moment, Owner, StreamId, audit, case::Case, changes::SealedUnder};

/// What a decision read: the stream must still be there at the commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which stream.
    pub stream: StreamId,
    /// The version that was read; 0: there was none.
    pub version: i64,
    /// Under whose key it is sealed.
    pub owner: Option<Owner>,
}

/// One event, sealed under a permit. Made by [`Store::seal`] and nowhere else.
///
/// ```compile_fail,E0451
/// let _ = tiltas_store::Draft { version: 1, ..panic!() };
/// ```
pub struct Draft {
    pub(crate) stream: StreamId,
    pub(crate) version: i64,
    pub(crate) owner: Option<Owner>,
    pub(crate) key: Arc<Key>,
    pub(crate) stamp: Stamp,
    pub(crate) event: Event,
    pub(crate) sealed: SealedEvent,
}

impl Draft {
    /// What it begins: a stream, a thing inside one, or both.
    pub fn made(&self) -> impl Iterator<Item = Made> {
        let stream = (self.version == 1).then_some(Made::Stream(self.stream));
        stream.into_iter().chain(self.event.begins())
    }
}

/// All of it is written, or none.
pub struct Commit {
    /// The use case's name.
    pub name: &'static str,
    /// When it was decided.
    pub at: Moment,
    /// Who, for what: stands on the audit entries; drafts carry it already.
    pub stamp: Stamp,
    /// The idempotency key and the digest of the request; `None` where a repetition does no harm.
    pub once: Option<([u8; 32], [u8; 32])>,
    /// What it rests on.
    pub read: Vec<Seen>,
    /// The events.
    pub drafts: Vec<Draft>,
    /// Audit entries and their streams.
    pub audit: Vec<(StreamId, audit::Event)>,
    /// What is to leave, or to be done later.
    pub outbox: Vec<outbox::Message>,
}

/// Journal, keys and views of one node.
pub struct Store {
    pub(crate) location: Location,
    pub(crate) pool: Pool,
    pub(crate) keys: Arc<Keys>,
    pub(crate) folds: Arc<Folds>,
    /// The organisations as they were read last, with the position that changed them.
    pub(crate) directory: Mutex<Option<organisation::Kept>>,
    pub(crate) genera: Mutex<Known>,
    trust: Arc<Trust>,
    pub(crate) reserve: Arc<Reserve>,
    counts: Arc<Counts>,
    send: Option<mpsc::Sender<Waiting>>,
    stop: Option<mpsc::Sender<()>>,
    writer: Option<JoinHandle<()>>,
    keeper: Option<JoinHandle<()>>,
    watch: Option<Watch>,
}

const READERS: usize = 8;

impl Store {
    /// Opens or makes the store: migrations, views of another version built anew, a forgetting that a crash cut short
    /// finished.
    ///
    /// # Errors
    /// `Unavailable` when a file or server can't be reached or the node key is another one; `Inconsistent` when a migration
    /// was edited or a newer program was here.
    pub fn open(location: &Location, node: &[u8; 32]) -> Result<Store> {
        let folders = [location.keys()].into_iter().chain(match location {
            Location::Folder(folder) => Some(folder.as_path()),
            Location::Postgres { .. } => None,
        });
        for folder in folders {
            let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
            made.map_err(Error::unavailable)?;
        }
        let keys = Arc::new(start::keys(location, node)?);
        let trust = Arc::new(prepare(location, &keys)?);
        let connection = location.connect(Access::Write)?;
        let folds = Arc::new(Folds::default());
        let reserve = Arc::new(Reserve::new(location.keys()));
        let counts = Arc::new(Counts::default());
        let (send, waiting) = mpsc::channel();
        let (stop, stopped) = mpsc::channel();
        let writer = {
            let (location, keys, trust, counts) = (location.clone(), keys.clone(), trust.clone(), counts.clone());
            let reserve = reserve.clone();
            move || writer::run(&location, connection, &waiting, &keys, &trust, &reserve, &counts)
        };
        let keeper = {
            let (location, keys, folds) = (location.clone(), keys.clone(), folds.clone());
            let (trust, counts) = (trust.clone(), counts.clone());
            move || keep(&stopped, &location, &keys, &folds, &trust, &counts)
        };
        let watch = Watch::start(location, &keys, (watch::FIRST, watch::AGAIN), watch::say)?;
        Ok(Store {
            location: location.clone(),
            pool: Pool::new(location, READERS),
            keys,
            folds,
            directory: Mutex::default(),
            genera: Mutex::default(),
            trust,
            reserve,
            counts,
            send: Some(send),
            stop: Some(stop),
            writer: Some(spawn("writer", writer)?),
            keeper: Some(spawn("keeper", keeper)?),
            watch: Some(watch),
        })
    }

    /// What is true now, until it is dropped. Opens content, folds streams, asks views.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn snapshot(&self) -> Result<Snapshot<'_>> {
        Snapshot::begin(self)
    }

    /// Seals the changes under the permit's case, on the caller's thread, and lays down in `read` what the writer must find
    /// unchanged. The first event of a case makes its key, durably.
    ///
    /// INVARIANT: whatever is sealed under a case's key also expects that case's version, so that a forgotten case can't be
    /// written to; and its streams belong to the permit's case. A permit for one thing may begin another that has a key of its
    /// own: a task that a meeting decides on. It writes into none that is there: one that was read is refused here, of one that
    /// was not the writer finds that it began before.
    ///
    /// # Errors
    /// `OutsidePermit` for a stream of another case, of any case when the permit names none, or of a thing with a key of its own
    /// that the permit neither names nor begins; `Forgotten`; `Unavailable`.
    pub fn seal(&self, permit: &Permit, changes: Changes, read: &mut Vec<Seen>, stamp: Stamp) -> Result<Vec<Draft>> {
        let mut drafts: Vec<Draft> = Vec::with_capacity(changes.list().len());
        for change in changes.list() {
            let stream = change.stream;
            let begins = !read.iter().any(|seen| seen.stream == stream && seen.version > 0);
            let owner = owner(permit, stream, begins)?;
            let file = owner.and_then(Owner::case).map(StreamId::from);
            for stream in file.into_iter().chain([stream]) {
                if !read.iter().any(|seen| seen.stream == stream) {
                    read.push(Seen {
                        stream,
                        version: 0,
                        owner: None,
                    });
                }
            }
            if read
                .iter()
                .any(|seen| seen.stream == stream && seen.version > 0 && seen.owner != owner)
            {
                return Err(Error::OutsidePermit(stream));
            }
            let version_of = |stream| {
                read.iter()
                    .find(|seen| seen.stream == stream)
                    .map_or(0, |seen| seen.version)
            };
            let owner = owner.filter(|_| !change.event.forgets());
            let key = match owner {
                None => self.keys.node(),
                Some(owner) if version_of(file.unwrap_or(stream)) == 0 => self.keys.create(owner)?,
                Some(owner) => self.keys.of(owner)?.ok_or(Error::Forgotten)?,
            };
            let earlier = drafts.iter().filter(|draft| draft.stream == stream).count() as i64;
            let version = version_of(stream) + 1 + earlier;
            let sealed = seal::seal_event(&key, &key, &place(&stream.to_string(), version), &stamp, &change.event)?;
            drafts.push(Draft {
                stream,
                version,
                owner,
                key,
                stamp,
                event: change.event.clone(),
                sealed,
            });
        }
        Ok(drafts)
    }

    /// Writes all of it, or nothing, and returns when it is durable. Answers the position after it, or the position that the
    /// same idempotency key was answered with before.
    ///
    /// # Errors
    /// `Conflict` and `Duplicate`: another was first, decide again on a fresh snapshot; `KeyReused`; `Busy` and `Unavailable`:
    /// nothing was written; `Unconfirmed`: whether it was written is not known, the same request may be sent again under the
    /// same key.
    pub fn commit(&self, commit: Commit) -> Result<i64> {
        match self.work(Work::Commit(Box::new(commit)))? {
            Done::Position(position) => Ok(position),
            Done::Claimed(_) | Done::Changed(_) => Err(OTHER_ANSWER),
        }
    }

    /// Makes keys beforehand, many with one sync: imports, the demo.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn make_keys(&self, cases: &[Id<Case>]) -> Result<()> {
        let owners: Vec<Owner> = cases.iter().copied().map(Owner::Case).collect();
        self.keys.create_all(&owners).map(drop)
    }

    /// After the commits that say so: from here on nothing of these files, and tasks about no case, can be read, in this process at
    /// once, in others within a minute.
    ///
    /// # Errors
    /// `Inconsistent` when no event says of one that it is over: then all keys stay. `Unavailable`: the next start destroys them.
    pub fn destroy_keys(&self, owners: &[Owner]) -> Result<()> {
        owners.iter().try_for_each(|owner| self.folds.forget(*owner))?;
        let connection = self.location.connect(Access::Read)?;
        forgetting::destroy(&connection.tx(), &self.keys, owners)
    }

    /// Signs up to where this process knows the journal: what the node does every minute and at its end.
    ///
    /// # Errors
    /// `Unproven` when an event was not written by this node, or was changed; `Unavailable`.
    pub fn sign_head(&self) -> Result<()> {
        sign(&self.keys, &self.trust)
    }

    /// Empties SQLite's log into the database and cuts it, as every hour by itself: what was deleted has then left every
    /// file. PostgreSQL's rows and log go by its own vacuum and checkpoints.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn checkpoint(&self) -> Result<()> {
        checkpoint(&self.location)
    }

    /// How full the writer's batches are.
    pub fn counters(&self) -> Counters {
        self.counts.read()
    }

    pub(crate) fn work(&self, work: Work) -> Result<Done> {
        let stopped = || Error::Stopped;
        let deadline = Deadline::current();
        if deadline.as_ref().is_some_and(Deadline::has_passed) {
            return Err(Error::Busy);
        }
        let (reply, answer) = mpsc::channel();
        let send = self.send.as_ref().ok_or_else(stopped)?;
        self.counts.queue(deadline.as_ref().is_some_and(Deadline::is_safety))?;
        send.send(Waiting { work, reply }).map_err(|_| stopped())?;
        // From here on it may be written, whatever happens to whoever asked.
        let lost = |what| Error::unavailable(std::io::Error::other(what)).unconfirmed();
        match deadline {
            None => answer.recv().map_err(|_| lost("the writer dropped its work"))?,
            Some(deadline) => answer
                .recv_timeout(deadline.left())
                .map_err(|_| lost("the writer did not answer in time"))?,
        }
    }
}

/// The writer finishes what waits; then where the journal stands is signed, and the other thread ends.
///
/// WHY in that thread: whoever drops the store may stand in an async runtime, where nobody may wait for a database.
impl Drop for Store {
    fn drop(&mut self) {
        drop(self.watch.take());
        drop(self.send.take());
        let _ = self.writer.take().map(JoinHandle::join);
        drop(self.stop.take());
        let _ = self.keeper.take().map(JoinHandle::join);
    }
}

/// On a connection of its own: what was prepared while temporary tables hid the others is not used again.
fn prepare(location: &Location, keys: &Keys) -> Result<Trust> {
    let connection = location.connect(Access::Write)?;
    let tx = connection.tx();
    migration::migrate(&tx, migration::JOURNAL)?;
    start::name(&tx, keys)?;
    rebuild::upgrade(&tx, keys)?;
    forgetting::destroy_all(&tx, keys)?;
    tx.begin_read()?;
    let trust = Trust::begin(&tx, keys, &Head::of(&tx)?.mark());
    tx.run("ROLLBACK")?;
    trust
}

/// Under whose key an event of this stream is sealed.
fn owner(permit: &Permit, stream: StreamId, begins: bool) -> Result<Option<Owner>> {
    let outside = Error::OutsidePermit(stream);
    match (stream.kind.sealed_under(), permit.case()) {
        (SealedUnder::Node, _) => Ok(None),
        (SealedUnder::SameCase, Some(case)) if *case.as_bytes() == stream.id => Ok(Some(case.into())),
        (SealedUnder::SameCase, _) => Err(outside),
        (SealedUnder::Case | SealedUnder::CaseOrThing, Some(case)) => Ok(Some(case.into())),
        (SealedUnder::CaseOrThing, None) if permit.subject() == Subject::Other(stream) => {
            Ok(Some(Owner::Thing(stream)))
        }
        // What is decided about one thing may begin another, which has a key of its own; it writes into none that is there.
        (SealedUnder::CaseOrThing, None) if begins && matches!(permit.subject(), Subject::Other(_)) => {
            Ok(Some(Owner::Thing(stream)))
        }
        (SealedUnder::Case | SealedUnder::CaseOrThing, None) => Err(outside),
    }
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(run)
        .map_err(Error::unavailable)
}

/// Sweeps memory every few seconds, so that nothing of a case stays a minute; signs the head every minute; destroys what keys
/// of forgotten files are left and cuts the log every hour. A failure stays until the next time: what is not signed is named as unproven.
fn keep(stopped: &mpsc::Receiver<()>, location: &Location, keys: &Keys, folds: &Folds, trust: &Trust, counts: &Counts) {
    for turn in 1_u32.. {
        if stopped.recv_timeout(SWEEP) != Err(mpsc::RecvTimeoutError::Timeout) {
            Deadline::after(AT_THE_END).run(|| noted("sign the head of the journal at the end", sign(keys, trust)));
            return;
        }
        let tend = || {
            keys.sweep();
            folds.sweep();
            if turn.is_multiple_of(MINUTE) {
                Deadline::after(A_TASK).run(|| noted("sign the head of the journal", sign(keys, trust)));
            }
            if turn.is_multiple_of(HOUR) {
                let connection = location.connect(Access::Read);
                noted(
                    "destroy forgotten keys",
                    connection.and_then(|connection| forgetting::destroy_all(&connection.tx(), keys)),
                );
                noted("cut the log of the journal", checkpoint(location));
            }
        };
        if catch_unwind(AssertUnwindSafe(tend)).is_err() {
            counts.panicked("keeper");
        }
    }
}

/// The keeper gives a task up after so long, and tries it again at its next turn.
const A_TASK: Duration = Duration::from_secs(20);
/// At the end there is less: a process that is told to stop stops.
const AT_THE_END: Duration = Duration::from_secs(2);
const SWEEP: Duration = Duration::from_secs(5);
/// So many sweeps are a minute.
const MINUTE: u32 = 12;
/// So many are an hour.
const HOUR: u32 = 720;

fn noted(what: &'static str, done: Result<()>) {
    if let Err(error) = done {
        tracing::warn!(what, error = &error as &dyn std::error::Error, "could not be done");
    }
}

fn checkpoint(location: &Location) -> Result<()> {
    location.connect(Access::Write)?.tx().checkpoint()
}

fn sign(keys: &Keys, trust: &Trust) -> Result<()> {
    keys.signing().sign(keys, &trust.proven()?)
}
