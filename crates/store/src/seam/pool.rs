//! A few connections for reading, lent to the caller's own thread: its closure may borrow, nothing has to be `'static`.
//!
//! INVARIANT: nobody waits here without end, and a thread holds at most one connection of a pool. A thread that held one and
//! waited for a second would wait for itself as soon as all others did the same.
use super::{Access, Connection, Location};
use crate::{Error, Result, deadline::Deadline};
use std::{
    cell::RefCell,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// A place for a connection: empty, or with one and the time since when it is idle.
type Place = Option<(Connection, Instant)>;

pub(crate) struct Pool {
    location: Location,
    free: Mutex<Vec<Place>>,
    /// Wakes who waits for one of the places that are for all.
    for_all: Condvar,
    /// Wakes who may take the one that is kept back too.
    for_safety: Condvar,
}

/// A connection idle for longer may be dead; it is asked first.
const IDLE: Duration = Duration::from_secs(1);
/// So long somebody waits for a connection, whatever the deadline says.
const WAIT: Duration = Duration::from_secs(5);
/// Kept back for what keeps people safe: see [`Deadline::safety`].
const KEPT_BACK: usize = 1;

thread_local! {
    /// The pools of which this thread holds a connection.
    static HELD: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

impl Pool {
    /// For so many readers, and one more that is kept back.
    pub fn new(location: &Location, readers: usize) -> Pool {
        Pool {
            location: location.clone(),
            free: Mutex::new((0..readers + KEPT_BACK).map(|_| None).collect()),
            for_all: Condvar::new(),
            for_safety: Condvar::new(),
        }
    }

    /// Waits for a free connection: until the deadline of this thread's work, and [`WAIT`] at most.
    ///
    /// # Errors
    /// `Busy` when none came back in time; `Unavailable` when none can be opened.
    pub fn lend(&self) -> Result<Connection> {
        self.hold();
        self.lend_held().inspect_err(|_| self.let_go())
    }

    fn lend_held(&self) -> Result<Connection> {
        let deadline = Deadline::current();
        let wait = deadline.as_ref().map_or(WAIT, |deadline| deadline.left().min(WAIT));
        let (kept_back, came_back) = match &deadline {
            Some(deadline) if deadline.is_safety() => (0, &self.for_safety),
            _ => (KEPT_BACK, &self.for_all),
        };
        if wait.is_zero() {
            return Err(Error::Busy);
        }
        let (mut free, late) = came_back
            .wait_timeout_while(self.free(), wait, |free| free.len() <= kept_back)
            .unwrap_or_else(PoisonError::into_inner);
        if late.timed_out() {
            return Err(Error::Busy);
        }
        let place = free.pop().flatten();
        drop(free);
        match place {
            Some((connection, since)) if since.elapsed() < IDLE || connection.is_alive() => Ok(connection),
            _ => self.location.connect(Access::Read).inspect_err(|_| self.put_back(None)),
        }
    }

    /// Takes it back from the thread that it was lent to; `None`: it broke, the next one is opened anew.
    pub fn give_back(&self, connection: Option<Connection>) {
        self.let_go();
        self.put_back(connection);
    }

    fn put_back(&self, connection: Option<Connection>) {
        let mut free = self.free();
        // A live connection goes on top, so that few are used when few are needed.
        match connection {
            Some(connection) => free.push(Some((connection, Instant::now()))),
            None => free.insert(0, None),
        }
        let enough = free.len() > KEPT_BACK;
        drop(free);
        // WHY one of each: a place is taken by one. To wake all who wait only to let all but one wait again costs more than
        // what they came for.
        self.for_safety.notify_one();
        if enough {
            self.for_all.notify_one();
        }
    }

    /// The list is whole after every statement here, so a panic elsewhere leaves nothing half done in it.
    fn free(&self) -> MutexGuard<'_, Vec<Place>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(&self) {
        let second = HELD.with_borrow(|held| held.contains(&self.name()));
        debug_assert!(
            !second,
            "a thread that holds a snapshot of this store asks for a second one"
        );
        if second {
            tracing::error!(target: "tiltas::store", "a thread holds two snapshots of one store");
        }
        HELD.with_borrow_mut(|held| held.push(self.name()));
    }

    fn let_go(&self) {
        let name = self.name();
        HELD.with_borrow_mut(|held| {
            if let Some(nth) = held.iter().position(|held| *held == name) {
                held.swap_remove(nth);
            }
        });
    }

    /// Where it lies in memory names it among the pools of this process; it does not move while a snapshot borrows it.
    fn name(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }
}
