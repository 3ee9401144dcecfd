//! What was true at one moment: states, versions, views; and the one door to content.
use crate::{
    Error, Result, Seen, Stamp, Store, deadline,
    event::{self, Line},
    fold::{Folded, Of},
    keys::Keys,
    seal::Key,
    seam::{Connection, Tx},
};
use minicbor::Decode;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    marker::PhantomData,
    sync::Arc,
    time::Instant,
};
use tiltas_access::{Permit, Shown};
use tiltas_domain::{Content, Event, Id, Moment, Owner, Recorded, Sensitive, Stream, StreamId, case::Case};

const LAST: &str = "SELECT version, owner FROM event WHERE stream = $1 ORDER BY version DESC LIMIT 1";
const TAIL: &str =
    "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational,
    hash FROM event WHERE stream = $1 AND version >= $2 ORDER BY version";

/// One event of a stream's past.
#[derive(Clone, Debug)]
pub struct Entry<E> {
    /// When it was decided.
    pub at: Moment,
    /// Who, for what.
    pub stamp: Stamp,
    /// What happened; content is sealed handles.
    pub event: E,
}

/// A stream from its beginning.
#[derive(Clone, Debug)]
pub struct Past<K: Stream> {
    /// The state now; `None`: there is no such stream.
    pub state: Option<K>,
    /// How many events there are.
    pub version: i64,
    /// Under whose key it is sealed.
    pub owner: Option<Owner>,
    /// Oldest first.
    pub events: Vec<Entry<K::Event>>,
}

/// What was true at one moment. Holds one of a few connections: ask, answer, drop it before the commit waits and before the
/// same thread takes another.
///
/// It stays on the thread that took it, so that the pool can tell who holds two:
/// ```compile_fail,E0277
/// fn send<T: Send>() {}
/// send::<tiltas_store::Snapshot<'static>>();
/// ```
pub struct Snapshot<'s> {
    pub(crate) store: &'s Store,
    connection: Option<Connection>,
    keys: RefCell<HashMap<Owner, Option<Arc<Key>>>>,
    /// Where the journal's last change stands, once it was asked.
    pub(crate) changed: Cell<Option<i64>>,
    thread: PhantomData<*const ()>,
}

impl<'s> Snapshot<'s> {
    pub(crate) fn begin(store: &'s Store) -> Result<Snapshot<'s>> {
        let connection = store.pool.lend()?;
        let begun = connection.tx().begin_read();
        // From here on dropping it gives the connection back.
        let snapshot = Snapshot {
            store,
            connection: Some(connection),
            keys: RefCell::default(),
            changed: Cell::new(None),
            thread: PhantomData,
        };
        begun.map(|()| snapshot)
    }

    /// For the queries of views.
    ///
    /// # Errors
    /// `Busy` when the deadline of this thread's work has passed.
    pub(crate) fn tx(&self) -> Result<Tx<'_>> {
        if deadline::has_passed() {
            return Err(Error::Busy);
        }
        let connection = self.connection.as_ref();
        connection
            .map(Connection::tx)
            .ok_or_else(|| Error::Defect("the snapshot has ended"))
    }

    /// The version of a case's own stream; 0: there is none.
    ///
    /// WHY here and not by the key: between the forgetting event and the destroyed key the key still opens. The event says
    /// that it is over.
    ///
    /// # Errors
    /// `Forgotten`; `Unavailable`.
    pub fn case_version(&self, case: Id<Case>) -> Result<i64> {
        let read = |row: &crate::seam::Row<'_>| Ok((row.get::<i64>(0)?, row.get::<Option<String>>(1)?));
        match self.tx()?.row(LAST, &[&StreamId::from(case).to_string()], read)? {
            Some((_, None)) => Err(Error::Forgotten),
            last => Ok(last.map_or(0, |(version, _)| version)),
        }
    }

    /// The one door to content: open, or withheld with its reason. No key leaves this crate.
    ///
    /// # Errors
    /// `Unavailable`, also when a seal does not open.
    pub fn open<T: Sensitive + Clone>(&self, permit: &Permit, content: Option<&Content<T>>) -> Result<Shown<T>> {
        let owner = content.map(Content::owner);
        permit.reveal(T::FIELD, owner, || match (content, owner.flatten()) {
            (Some(content), Some(owner)) => self.key(owner)?.map(|key| key.reveal(content)).transpose(),
            _ => Ok(None),
        })
    }

    /// Reads the keys of a page's rows at once; what is opened afterwards asks the keys file no more.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn take_keys(&self, cases: &[Id<Case>]) -> Result<()> {
        let owners: Vec<Owner> = cases.iter().copied().map(Owner::Case).collect();
        let found = self.store.keys.of_all(&owners)?;
        let mut keys = self.keys.borrow_mut();
        // A list may name the same case twice.
        keys.extend(owners.into_iter().map(|owner| (owner, found.get(&owner).cloned())));
        Ok(())
    }

    /// Opens a process card of a row that belongs to `case`; `None` where the column is empty or the file forgotten.
    pub(crate) fn value<V: for<'b> Decode<'b, ()>>(
        &self,
        case: Id<Case>,
        place: &str,
        column: Option<&[u8]>,
    ) -> Result<Option<V>> {
        match (column, self.key(case.into())?) {
            (Some(column), Some(key)) => key.open_value(place, column).map(Some),
            _ => Ok(None),
        }
    }

    /// For decisions: the newest folded state, and what the commit must still find. `None`: there is no such stream.
    ///
    /// # Errors
    /// `Forgotten`; `Inconsistent` when the stream can't be folded; `Unavailable`.
    pub fn state<K: Stream>(&self, id: Id<K>) -> Result<(Option<K>, Seen)> {
        let (state, seen) = self.shared(id)?;
        Ok((state.map(Arc::unwrap_or_clone), seen))
    }

    /// The same, shared with whoever else decides on it.
    ///
    /// # Errors
    /// As [`Snapshot::state`].
    pub fn shared<K: Stream>(&self, id: Id<K>) -> Result<(Option<Arc<K>>, Seen)> {
        let stream = StreamId::from(id);
        let folds = &self.store.folds;
        let known = folds.get(Of::Stream(stream))?.and_then(|folded| {
            let state = Arc::downcast::<K>(folded.state.clone()).ok()?;
            Some((state, folded))
        });
        let mut lines = self.tail(stream, known.as_ref().map_or(1, |(_, folded)| folded.version))?;
        // WHY the known event is asked for too: a neighbour with a younger snapshot may have folded further than this one
        // reaches. Then the views of this snapshot and that state would tell two stories.
        let known = match (known, lines.first()) {
            (Some((state, folded)), Some(line)) if line.version == folded.version => {
                lines.remove(0);
                Some((state, folded))
            }
            (None, _) => None,
            (Some(_), _) => {
                lines = self.tail(stream, 1)?;
                None
            }
        };
        if let (Some((state, folded)), true) = (&known, lines.is_empty()) {
            let (version, owner) = (folded.version, folded.owner);
            return Ok((Some(state.clone()), Seen { stream, version, owner }));
        }
        let since = known.as_ref().map_or_else(Instant::now, |(_, folded)| folded.since);
        let mut past = Past {
            version: known.as_ref().map_or(0, |(_, folded)| folded.version),
            owner: known.as_ref().and_then(|(_, folded)| folded.owner),
            state: known.map(|(state, _)| Arc::unwrap_or_clone(state)),
            events: Vec::new(),
        };
        self.fold(lines, &mut past, false)?;
        let (version, owner) = (past.version, past.owner);
        let state = past.state.map(Arc::new);
        if let Some(state) = state.clone() {
            folds.put(
                Of::Stream(stream),
                Folded {
                    version,
                    weight: version,
                    owner,
                    state,
                    since,
                },
            )?;
        }
        Ok((state, Seen { stream, version, owner }))
    }

    /// The whole stream, event by event.
    ///
    /// # Errors
    /// `Forgotten`; `Inconsistent` when the stream can't be folded; `Unavailable`.
    pub fn past<K: Stream>(&self, id: Id<K>) -> Result<Past<K>> {
        let mut past = Past {
            state: None,
            version: 0,
            owner: None,
            events: Vec::new(),
        };
        self.fold(self.tail(id.into(), 1)?, &mut past, true)?;
        Ok(past)
    }

    /// The events of a stream from this version on.
    fn tail(&self, stream: StreamId, version: i64) -> Result<Vec<Line>> {
        self.tx()?.rows(TAIL, &[&stream.to_string(), &version], Line::read)
    }

    /// Folds what came after `past.version`.
    fn fold<K: Stream>(&self, lines: Vec<Line>, past: &mut Past<K>, keep: bool) -> Result<()> {
        for line in lines {
            let (at, version, position) = (Moment(line.at), line.version, line.position);
            let wrong = || event::wrong(position, "process");
            let key = match line.owner()? {
                Some(owner) => {
                    past.owner = Some(owner);
                    self.key(owner)?.ok_or(Error::Forgotten)?
                }
                None => self.store.keys.node(),
            };
            let (stamp, event): (Stamp, Event) = line.open(&key)?;
            if event.forgets() {
                return Err(Error::Forgotten);
            }
            let event = K::Event::of(&event).ok_or_else(wrong)?;
            past.state = Some(K::evolve(past.state.take(), event).ok_or_else(wrong)?);
            past.version = version;
            if keep {
                let event = event.clone();
                past.events.push(Entry { at, stamp, event });
            }
        }
        Ok(())
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.store.keys
    }

    pub(crate) fn node_key(&self) -> Arc<Key> {
        self.store.keys.node()
    }

    pub(crate) fn key(&self, owner: Owner) -> Result<Option<Arc<Key>>> {
        if let Some(key) = self.keys.borrow().get(&owner) {
            return Ok(key.clone());
        }
        let key = self.store.keys.of(owner)?;
        self.keys.borrow_mut().insert(owner, key.clone());
        Ok(key)
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            let tx = connection.tx();
            let ended = !tx.is_open() || tx.run("ROLLBACK").is_ok();
            let whole = ended && !connection.is_broken();
            self.store.pool.give_back(whole.then_some(connection));
        }
    }
}
