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
use tiltas_domain::{Id, StreamId, case::Case};

/// How long a process may remember a case: less than the minute that is promised, for the sweep comes every few seconds.
pub(crate) const MEMORY: Duration = Duration::from_secs(50);
const ROOM: usize = 4096;

/// A state as it was at a version.
#[derive(Clone)]
pub(crate) struct Folded {
    pub version: i64,
    pub owner: Option<Id<Case>>,
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
        if folds.len() >= ROOM {
            folds.clear();
        }
        if folds
            .get(&stream)
            .is_none_or(|known| known.version < folded.version || known.since < folded.since)
        {
            folds.insert(stream, folded);
        }
        Ok(())
    }

    /// Drops what is in memory of this case.
    pub fn forget(&self, case: Id<Case>) -> Result<()> {
        self.lock()?.retain(|_, folded| folded.owner != Some(case));
        Ok(())
    }

    /// Drops what has been there too long.
    pub fn sweep(&self) {
        if let Ok(mut folds) = self.lock() {
            folds.retain(|_, folded| folded.owner.is_none() || folded.since.elapsed() < MEMORY);
        }
    }

    fn lock(&self) -> Result<MutexGuard<'_, HashMap<StreamId, Folded>>> {
        self.0.lock().map_err(|_| Error::other("a reader panicked"))
    }
}
