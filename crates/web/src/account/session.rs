//! Who is signed in, kept in this process: only hashes of sessions, and forgotten with it. The one place where the choice of a
//! persona becomes a person behind a session.
use crate::{
    Failure,
    edge::{Person, SessionHash, Sessions},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tiltas_app::{App, account};
use tiltas_domain::{Actor, Id, Moment};

/// A session that nobody used for so many minutes is over.
const IDLE: i64 = 12 * 60;

type Known = Mutex<HashMap<SessionHash, (Id<Actor>, Moment)>>;

impl Sessions {
    /// Sessions of the node's own accounts. An account that left is nobody at its next request.
    pub fn of_accounts(app: Arc<App>) -> Sessions {
        let known: Arc<Known> = Arc::default();
        let (begin, end) = (known.clone(), known.clone());
        Sessions {
            begin: Arc::new(move |hash, account, now| {
                lock(&begin).insert(*hash, (account, now));
                Ok(())
            }),
            find: Arc::new(move |hash, now| {
                let Some(account) = used(&known, hash, now) else {
                    return Ok(None);
                };
                let found = account::find(&app, account).map_err(|error| Failure::of(error, "", app.profile()))?;
                Ok(found.map(|account| Person {
                    actor: account.actor(),
                    name: account.function,
                    organisation: account.organisation_name,
                }))
            }),
            end: Arc::new(move |hash, _| {
                lock(&end).remove(hash);
                Ok(())
            }),
        }
    }
}

fn used(known: &Known, hash: &SessionHash, now: Moment) -> Option<Id<Actor>> {
    let mut known = lock(known);
    let (account, last) = known.get_mut(hash)?;
    if now.minutes_since(*last) > IDLE {
        known.remove(hash);
        return None;
    }
    *last = now;
    Some(*account)
}

fn lock(known: &Known) -> MutexGuard<'_, HashMap<SessionHash, (Id<Actor>, Moment)>> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}
