//! Who is signed in. The table keeps the hash of a session's id: whoever reads the database can't take a session over.
use crate::{
    Error, Result, Snapshot, Store,
    keys::Keys,
    seam::{Row, Tx},
    writer::{Done, OTHER_ANSWER, Work},
};
use sha2::{Digest, Sha256};
use tiltas_domain::{Id, Moment, context::Actor};

const BEGIN: &str =
    "INSERT INTO session (id, account, created, seen, opened_until, mac) VALUES ($1, $2, $3, $3, 0, $4)";
/// At most once a minute: a page view should not cost a sync.
const TOUCH: &str = "UPDATE session SET seen = $2 WHERE id = $1 AND seen <= $2 - 60000000";
const OPEN: &str = "UPDATE session SET opened_until = $2, mac = $3 WHERE id = $1";
const END: &str = "DELETE FROM session WHERE id = $1";
const END_ALL: &str = "DELETE FROM session WHERE account = $1";
const SWEEP: &str = "DELETE FROM session WHERE created < $1 OR seen < $2";
const FIND: &str = "SELECT account, created, seen, opened_until, mac, (SELECT changed FROM head WHERE one = 1) FROM session WHERE id = $1";

/// A session that is there. Whether it is still good is the caller's rule: idle time, absolute time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub account: Id<Actor>,
    /// When it began.
    pub created: Moment,
    /// When it was last used, to a minute.
    pub seen: Moment,
    /// Until when names may be opened in it; in the past: not.
    pub opened_until: Moment,
    /// Where the journal's last event stands that is no audit entry: see [`Snapshot::changed`].
    pub changed: i64,
}

/// What is done to sessions.
pub(crate) enum Change {
    Begin { id: Vec<u8>, account: String, now: i64 },
    Touch { id: Vec<u8>, now: i64 },
    Open { id: Vec<u8>, until: i64 },
    End { id: Vec<u8> },
    EndAll { account: String },
    Sweep { created: i64, seen: i64 },
}

/// How many rows changed.
pub(crate) fn change(tx: &Tx<'_>, keys: &Keys, change: &Change) -> Result<u64> {
    match change {
        Change::Begin { id, account, now } => {
            let mac = vouch(keys, id, account, *now, 0)?;
            tx.changed(BEGIN, &[id, account, now, &mac])
        }
        Change::Touch { id, now } => tx.changed(TOUCH, &[id, now]),
        Change::Open { id, until } => match find(tx, keys, id)? {
            None => Ok(0),
            Some(session) => {
                let mac = vouch(keys, id, &session.account.to_string(), session.created.0, *until)?;
                tx.changed(OPEN, &[id, until, &mac])
            }
        },
        Change::End { id } => tx.changed(END, &[id]),
        Change::EndAll { account } => tx.changed(END_ALL, &[account]),
        Change::Sweep { created, seen } => tx.changed(SWEEP, &[created, seen]),
    }
}

/// What a row must bear: whoever may only write into the database can make no session, move none to another account, and
/// open no names in one. When it was last used is not in it: that says nothing that anyone rests on.
fn vouch(keys: &Keys, id: &[u8], account: &str, created: i64, opened_until: i64) -> Result<Vec<u8>> {
    let text = minicbor::to_vec((
        minicbor::bytes::ByteVec::from(id.to_vec()),
        account,
        created,
        opened_until,
    ))
    .map_err(|_| Error::Defect("encoding failed"))?;
    keys.vouch_for_session(&text)
}

/// The session, where this node made its row.
pub(crate) fn find(tx: &Tx<'_>, keys: &Keys, id: &[u8]) -> Result<Option<Session>> {
    let read = |row: &Row<'_>| {
        let (account, created, opened_until) = (row.get::<String>(0)?, row.get::<i64>(1)?, row.get::<i64>(3)?);
        if row.get::<Vec<u8>>(4)? != vouch(keys, id, &account, created, opened_until)? {
            tracing::error!("a row of table session was not written by this node: nobody is signed in by it");
            return Ok(None);
        }
        Ok(Some(Session {
            account: account
                .parse()
                .map_err(|_| Error::Defect("an account was written that is none"))?,
            created: Moment(created),
            seen: Moment(row.get(2)?),
            opened_until: Moment(opened_until),
            changed: row.get::<Option<i64>>(5)?.unwrap_or(0),
        }))
    };
    Ok(tx.row(FIND, &[&id], read)?.flatten())
}

fn hash(id: &[u8]) -> Vec<u8> {
    Sha256::digest(id).to_vec()
}

impl Snapshot<'_> {
    /// The session, where there is one that this node made.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn session(&self, id: &[u8]) -> Result<Option<Session>> {
        find(&self.tx()?, self.keys(), &hash(id))
    }
}

impl Store {
    /// Begins a session under a fresh random id, of which only the hash is kept.
    ///
    /// # Errors
    /// `Duplicate` when the id is taken; `Unavailable`.
    pub fn begin_session(&self, id: &[u8], account: Id<Actor>, now: Moment) -> Result<()> {
        let (id, account, now) = (hash(id), account.to_string(), now.0);
        self.change_session(Change::Begin { id, account, now }).map(drop)
    }

    /// The session, where there is one.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn find_session(&self, id: &[u8]) -> Result<Option<Session>> {
        self.snapshot()?.session(id)
    }

    /// Notes that it is used; writes at most once a minute.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn touch_session(&self, id: &[u8], now: Moment) -> Result<()> {
        let (id, now) = (hash(id), now.0);
        self.change_session(Change::Touch { id, now }).map(drop)
    }

    /// Lets names be opened in it until then.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn open_session(&self, id: &[u8], until: Moment) -> Result<()> {
        let (id, until) = (hash(id), until.0);
        self.change_session(Change::Open { id, until }).map(drop)
    }

    /// Ends it; ending twice does no harm.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_session(&self, id: &[u8]) -> Result<()> {
        self.change_session(Change::End { id: hash(id) }).map(drop)
    }

    /// Ends all sessions of an account: it was suspended, or its keys were lost. Tells how many.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_sessions(&self, account: Id<Actor>) -> Result<u64> {
        let account = account.to_string();
        self.change_session(Change::EndAll { account })
    }

    /// Removes those that began before `created` or were last used before `seen`. Tells how many.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn sweep_sessions(&self, created: Moment, seen: Moment) -> Result<u64> {
        let (created, seen) = (created.0, seen.0);
        self.change_session(Change::Sweep { created, seen })
    }

    fn change_session(&self, change: Change) -> Result<u64> {
        match self.work(Work::Session(change))? {
            Done::Changed(count) => Ok(count),
            Done::Position(_) | Done::Claimed(_) => Err(OTHER_ANSWER),
        }
    }
}
