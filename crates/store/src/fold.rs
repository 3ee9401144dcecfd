//! What was folded stays in memory for a while: states, so that a decision folds only what came since (a provider's stream never
//! ends), files, and what an actor may see of the files of their organisation.
//!
//! INVARIANT: bounded, and nothing of a case stays longer than a minute, whoever forgot it. What is sealed stays sealed here.
use crate::{Error, Result, Snapshot};
use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};
use tiltas_domain::{Actor, Id, Owner, StreamId, case::Case};

/// How long a process may remember a case: less than the minute that is promised, for the sweep comes every few seconds.
pub(crate) const MEMORY: Duration = Duration::from_secs(50);
const ROOM: usize = 4096;
/// So many events and rows everything together may rest on: a few endless streams would fill memory as well as many short ones.
const WEIGHT: i64 = 200_000;

/// Of what it was folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Of {
    /// A stream.
    Stream(StreamId),
    /// All that belongs to a case.
    File(Id<Case>),
    /// The files of an organisation as one account in one function may see them.
    Queue(Actor),
}

/// What was folded, as it was at a version.
#[derive(Clone)]
pub(crate) struct Folded {
    /// Of a stream its own; of a file the position of its last event; of a queue that of the journal's last change.
    pub version: i64,
    /// On how many events and rows it rests.
    pub weight: i64,
    pub owner: Option<Owner>,
    pub state: Arc<dyn Any + Send + Sync>,
    /// Since when the oldest part of it is in memory; kept when a tail is folded on.
    pub since: Instant,
}

#[derive(Default)]
pub(crate) struct Folds(Mutex<HashMap<Of, Folded>>);

/// Whether it is of no case, and may stay.
fn lasts(of: &Of, folded: &Folded) -> bool {
    folded.owner.is_none() && matches!(of, Of::Stream(_))
}

impl Folds {
    pub fn get(&self, of: Of) -> Result<Option<Folded>> {
        let fresh = |folded: &&Folded| lasts(&of, folded) || folded.since.elapsed() < MEMORY;
        Ok(self.lock()?.get(&of).filter(fresh).cloned())
    }

    pub fn put(&self, of: Of, folded: Folded) -> Result<()> {
        if folded.weight > WEIGHT {
            return Ok(());
        }
        let mut folds = self.lock()?;
        let is_full = |folds: &HashMap<Of, Folded>| {
            let weight: i64 = folds.values().map(|known| known.weight).sum();
            folds.len() >= ROOM || weight + folded.weight > WEIGHT
        };
        // What is kept for a minute makes room before what would be folded anew from its first event.
        if is_full(&folds) {
            folds.retain(|of, known| lasts(of, known));
        }
        if is_full(&folds) {
            folds.clear();
        }
        if folds
            .get(&of)
            .is_none_or(|known| (known.version, known.since) < (folded.version, folded.since))
        {
            folds.insert(of, folded);
        }
        Ok(())
    }

    /// Drops what is in memory of this owner. A queue may name it.
    pub fn forget(&self, owner: Owner) -> Result<()> {
        self.lock()?
            .retain(|of, folded| folded.owner != Some(owner) && !matches!(of, Of::Queue(_)));
        Ok(())
    }

    /// Drops what has been there too long.
    pub fn sweep(&self) {
        if let Ok(mut folds) = self.lock() {
            folds.retain(|of, folded| lasts(of, folded) || folded.since.elapsed() < MEMORY);
        }
    }

    fn lock(&self) -> Result<MutexGuard<'_, HashMap<Of, Folded>>> {
        self.0.lock().map_err(|_| Error::Defect("a reader panicked"))
    }
}

impl Snapshot<'_> {
    /// What was gathered of the files of an organisation for this actor, where the journal has not changed since and it `holds`.
    ///
    /// # Errors
    /// When storage is away.
    pub fn queue<T: Any + Send + Sync>(&self, actor: Actor, holds: impl FnOnce(&T) -> bool) -> Result<Option<Arc<T>>> {
        let Some(folded) = self.store.folds.get(Of::Queue(actor))? else {
            return Ok(None);
        };
        if folded.version != self.changed()? {
            return Ok(None);
        }
        Ok(Arc::downcast::<T>(folded.state).ok().filter(|known| holds(known)))
    }

    /// Keeps what this snapshot gathered of so many rows for this actor.
    ///
    /// # Errors
    /// When storage is away.
    pub fn keep_queue<T: Any + Send + Sync>(&self, actor: Actor, rows: usize, gathered: Arc<T>) -> Result<()> {
        let folded = Folded {
            version: self.changed()?,
            weight: rows.try_into().unwrap_or(i64::MAX),
            owner: None,
            state: gathered,
            since: Instant::now(),
        };
        self.store.folds.put(Of::Queue(actor), folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiltas_domain::{Role, changes::Kind};

    fn folded(version: i64, owner: Option<Owner>, age: Duration) -> Folded {
        let since = Instant::now().checked_sub(age).unwrap();
        let state = Arc::new(());
        Folded {
            version,
            weight: version,
            owner,
            state,
            since,
        }
    }

    #[test]
    fn nothing_of_a_case_is_remembered_for_a_minute() {
        let (folds, case) = (Folds::default(), Owner::Case(Id::from_stored([1; 16])));
        let stream = |id| {
            Of::Stream(StreamId {
                kind: Kind::Referral,
                id: [id; 16],
            })
        };
        folds.put(stream(1), folded(1, Some(case), MEMORY)).unwrap();
        folds.put(stream(2), folded(1, Some(case), Duration::ZERO)).unwrap();
        folds.put(stream(3), folded(1, None, MEMORY * 9)).unwrap();
        assert!(folds.get(stream(1)).unwrap().is_none(), "not even before the sweep");
        assert!(folds.get(stream(2)).unwrap().is_some());
        folds.sweep();
        assert_eq!(folds.lock().unwrap().len(), 2);
        let actor = Actor {
            id: Id::from_stored([2; 16]),
            role: Role::CaseManager,
            organisation: Id::from_stored([3; 16]),
            function: None,
        };
        folds.put(Of::Queue(actor), folded(1, None, MEMORY)).unwrap();
        assert!(folds.get(Of::Queue(actor)).unwrap().is_none(), "a queue names people");
        folds.sweep();
        folds.put(Of::Queue(actor), folded(1, None, Duration::ZERO)).unwrap();
        folds.forget(case).unwrap();
        assert!(folds.get(Of::Queue(actor)).unwrap().is_none(), "also the one forgotten");
        assert!(folds.get(stream(2)).unwrap().is_none());
        assert!(folds.get(stream(3)).unwrap().is_some(), "a provider's stream stays");
        assert!(
            MEMORY + Duration::from_secs(10) <= Duration::from_secs(60),
            "the sweep comes in time"
        );
    }

    #[test]
    fn memory_is_bounded_and_an_older_state_does_not_replace_a_newer_one() {
        let folds = Folds::default();
        for nth in 0..ROOM as u128 + 10 {
            let stream = Of::Stream(StreamId {
                kind: Kind::Provider,
                id: nth.to_be_bytes(),
            });
            folds.put(stream, folded(1, None, Duration::ZERO)).unwrap();
            assert!(folds.lock().unwrap().len() <= ROOM);
        }
        for nth in 0..20_u128 {
            let stream = Of::Stream(StreamId {
                kind: Kind::Provider,
                id: nth.to_be_bytes(),
            });
            folds.put(stream, folded(WEIGHT / 8, None, Duration::ZERO)).unwrap();
            let weight: i64 = folds.lock().unwrap().values().map(|known| known.weight).sum();
            assert!(weight <= WEIGHT, "{weight}");
        }
        let stream = Of::Stream(StreamId {
            kind: Kind::Provider,
            id: [9; 16],
        });
        folds.put(stream, folded(7, None, Duration::from_secs(1))).unwrap();
        folds.put(stream, folded(6, None, Duration::from_secs(1))).unwrap();
        assert_eq!(folds.get(stream).unwrap().unwrap().version, 7);
    }
}
