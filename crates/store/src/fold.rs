//! Folded states in memory, so that a decision folds only what came since. A provider's stream never ends.
//!
//! INVARIANT: bounded, and nothing of a case stays longer than a minute, whoever forgot it.
use crate::{Error, Result};
use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};
use tiltas_domain::{Owner, StreamId};

/// How long a process may remember a case: less than the minute that is promised, for the sweep comes every few seconds.
pub(crate) const MEMORY: Duration = Duration::from_secs(50);
const ROOM: usize = 4096;
/// So many events all states together may rest on: a few endless streams would fill memory as well as many short ones.
const WEIGHT: i64 = 200_000;

/// A state as it was at a version.
#[derive(Clone)]
pub(crate) struct Folded {
    pub version: i64,
    pub owner: Option<Owner>,
    pub state: Arc<dyn Any + Send + Sync>,
    /// Since when the oldest part of it is in memory; kept when a tail is folded on.
    pub since: Instant,
}

#[derive(Default)]
pub(crate) struct Folds(Mutex<HashMap<StreamId, Folded>>);

impl Folds {
    pub fn get(&self, stream: StreamId) -> Result<Option<Folded>> {
        let fresh = |folded: &&Folded| folded.owner.is_none() || folded.since.elapsed() < MEMORY;
        Ok(self.lock()?.get(&stream).filter(fresh).cloned())
    }

    pub fn put(&self, stream: StreamId, folded: Folded) -> Result<()> {
        let mut folds = self.lock()?;
        let weight: i64 = folds.values().map(|known| known.version).sum();
        if folds.len() >= ROOM || weight + folded.version > WEIGHT {
            folds.clear();
        }
        if folded.version > WEIGHT {
            return Ok(());
        }
        if folds
            .get(&stream)
            .is_none_or(|known| (known.version, known.since) < (folded.version, folded.since))
        {
            folds.insert(stream, folded);
        }
        Ok(())
    }

    /// Drops what is in memory of this owner.
    pub fn forget(&self, owner: Owner) -> Result<()> {
        self.lock()?.retain(|_, folded| folded.owner != Some(owner));
        Ok(())
    }

    /// Drops what has been there too long.
    pub fn sweep(&self) {
        if let Ok(mut folds) = self.lock() {
            folds.retain(|_, folded| folded.owner.is_none() || folded.since.elapsed() < MEMORY);
        }
    }

    fn lock(&self) -> Result<MutexGuard<'_, HashMap<StreamId, Folded>>> {
        self.0.lock().map_err(|_| Error::Defect("a reader panicked"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiltas_domain::{Id, changes::Kind};

    fn folded(version: i64, owner: Option<Owner>, age: Duration) -> Folded {
        let since = Instant::now().checked_sub(age).unwrap();
        let state = Arc::new(());
        Folded {
            version,
            owner,
            state,
            since,
        }
    }

    #[test]
    fn nothing_of_a_case_is_remembered_for_a_minute() {
        let (folds, case) = (Folds::default(), Owner::Case(Id::from_stored([1; 16])));
        let stream = |id| StreamId {
            kind: Kind::Referral,
            id: [id; 16],
        };
        folds.put(stream(1), folded(1, Some(case), MEMORY)).unwrap();
        folds.put(stream(2), folded(1, Some(case), Duration::ZERO)).unwrap();
        folds.put(stream(3), folded(1, None, MEMORY * 9)).unwrap();
        assert!(folds.get(stream(1)).unwrap().is_none(), "not even before the sweep");
        assert!(folds.get(stream(2)).unwrap().is_some());
        folds.sweep();
        assert_eq!(folds.lock().unwrap().len(), 2);
        folds.forget(case).unwrap();
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
            let stream = StreamId {
                kind: Kind::Provider,
                id: nth.to_be_bytes(),
            };
            folds.put(stream, folded(1, None, Duration::ZERO)).unwrap();
            assert!(folds.lock().unwrap().len() <= ROOM);
        }
        for nth in 0..20_u128 {
            let stream = StreamId {
                kind: Kind::Provider,
                id: nth.to_be_bytes(),
            };
            folds.put(stream, folded(WEIGHT / 8, None, Duration::ZERO)).unwrap();
            let weight: i64 = folds.lock().unwrap().values().map(|known| known.version).sum();
            assert!(weight <= WEIGHT, "{weight}");
        }
        let stream = StreamId {
            kind: Kind::Provider,
            id: [9; 16],
        };
        folds.put(stream, folded(7, None, Duration::from_secs(1))).unwrap();
        folds.put(stream, folded(6, None, Duration::from_secs(1))).unwrap();
        assert_eq!(folds.get(stream).unwrap().unwrap().version, 7);
    }
}
