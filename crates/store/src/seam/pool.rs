//! A few connections for reading, lent to the caller's own thread: its closure may borrow, nothing has to be `'static`.
use super::{Access, Connection, Location};
use crate::{Error, Result};
use std::{
    sync::{Condvar, Mutex},
    time::{Duration, Instant},
};

/// A place for a connection: empty, or with one that has rested since.
type Place = Option<(Connection, Instant)>;

pub(crate) struct Pool {
    location: Location,
    free: Mutex<Vec<Place>>,
    came_back: Condvar,
}

/// A connection that rested longer is asked first whether it is still there.
const RESTED: Duration = Duration::from_secs(1);

impl Pool {
    pub fn new(location: &Location, readers: usize) -> Pool {
        Pool {
            location: location.clone(),
            free: Mutex::new((0..readers).map(|_| None).collect()),
            came_back: Condvar::new(),
        }
    }

    /// Waits for a free connection.
    pub fn lend(&self) -> Result<Connection> {
        let poisoned = || Error::other("a reader panicked");
        let free = self.free.lock().map_err(|_| poisoned())?;
        let mut free = self
            .came_back
            .wait_while(free, |free| free.is_empty())
            .map_err(|_| poisoned())?;
        let place = free.pop().flatten();
        drop(free);
        match place {
            Some((connection, since)) if since.elapsed() < RESTED || connection.is_alive() => Ok(connection),
            _ => self
                .location
                .connect(Access::Read)
                .inspect_err(|_| self.give_back(None)),
        }
    }

    /// Takes it back; `None`: it broke, the next one is opened anew.
    pub fn give_back(&self, connection: Option<Connection>) {
        if let Ok(mut free) = self.free.lock() {
            // A live connection goes on top, so that few are used when few are needed.
            match connection {
                Some(connection) => free.push(Some((connection, Instant::now()))),
                None => free.insert(0, None),
            }
            self.came_back.notify_one();
        }
    }
}
