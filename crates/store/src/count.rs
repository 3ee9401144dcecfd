//! What the writer has done since the store was opened, and how much waits for it.
use crate::{Error, Result};
use std::sync::atomic::{AtomicU64, Ordering};

/// So much may wait; more is turned away at once, before anybody waits for it.
const QUEUE: u64 = 4096;

/// How full batches are: for the metrics.
#[derive(Default)]
pub(crate) struct Counts {
    batches: AtomicU64,
    commits: AtomicU64,
    queued: AtomicU64,
    panics: AtomicU64,
}

/// What the writer has done since the store was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counters {
    /// Transactions.
    pub batches: u64,
    /// What was asked of it: commits, claims, sessions.
    pub commits: u64,
    /// What waits for it now.
    pub queued: u64,
    /// How often it or the keeper panicked and went on.
    pub panics: u64,
}

impl Counts {
    /// Takes a place in the queue, unless it is full; what keeps people safe is taken in any case.
    pub fn queue(&self, safety: bool) -> Result<()> {
        let before = self.queued.fetch_add(1, Ordering::Relaxed);
        if before >= QUEUE && !safety {
            self.queued.fetch_sub(1, Ordering::Relaxed);
            return Err(Error::Busy);
        }
        Ok(())
    }

    /// Notes a panic: the thread goes on, the log and `doctor` say so.
    pub fn panicked(&self, thread: &'static str) {
        self.panics.fetch_add(1, Ordering::Relaxed);
        tracing::error!(target: "tiltas::store", thread, "a thread panicked and goes on");
    }

    pub fn add(&self, commits: usize) {
        self.batches.fetch_add(1, Ordering::Relaxed);
        self.commits.fetch_add(commits as u64, Ordering::Relaxed);
        self.queued.fetch_sub(commits as u64, Ordering::Relaxed);
    }

    pub fn read(&self) -> Counters {
        Counters {
            batches: self.batches.load(Ordering::Relaxed),
            commits: self.commits.load(Ordering::Relaxed),
            queued: self.queued.load(Ordering::Relaxed),
            panics: self.panics.load(Ordering::Relaxed),
        }
    }
}
