//! What is to leave, or to be done later: put in the commit that decides it, so that neither can be without the other. A
//! worker of any process claims what is due, under a lease; when its lease ends, another may have it.
//!
//! INVARIANT: a payload is sealed under the node's key, and what is about a case goes when the case is forgotten. A message is
//! done at least once, never less: the worker's own key makes it once.
use crate::{
    Error, Result, Store,
    seal::Key,
    seam::{Row, Tx},
    writer::{Done, OTHER_ANSWER, Work},
};
use tiltas_domain::{Id, Moment, case::Case};

const PUT: &str = "INSERT INTO outbox (key, kind, owner, due, payload, tries, worker, lease)
    VALUES ($1, $2, $3, $4, $5, 0, '', 0) ON CONFLICT (key) DO NOTHING";
const FORGET: &str = "DELETE FROM outbox WHERE owner = $1";
const CLAIM: &str = "UPDATE outbox SET worker = $1, lease = $2, tries = tries + 1
    WHERE key IN (SELECT key FROM outbox WHERE kind = $3 AND due <= $4 AND lease <= $4 ORDER BY due, key LIMIT $5)
    RETURNING key, owner, due, payload, tries";
const DONE: &str = "DELETE FROM outbox WHERE key = $1 AND worker = $2";
const LATER: &str = "UPDATE outbox SET due = $3, lease = 0, worker = '' WHERE key = $1 AND worker = $2";
const WAITING: &str = "SELECT count(*), CAST(coalesce(min(due), 0) AS BIGINT) FROM outbox WHERE kind = $1";

/// A message to be sent, or a thing to be done.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Put once under this key while it waits; a second one is dropped.
    pub key: String,
    /// Which worker takes it.
    pub kind: String,
    /// The case it is about: goes when the person is forgotten.
    pub case: Option<Id<Case>>,
    /// Not before.
    pub due: Moment,
    /// What the worker needs; opaque here.
    pub payload: Vec<u8>,
}

/// A message that a worker has until its lease ends.
#[derive(Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its key.
    pub key: String,
    /// The case it is about.
    pub case: Option<Id<Case>>,
    /// When it was due.
    pub due: Moment,
    /// What the worker needs.
    pub payload: Vec<u8>,
    /// How often it was claimed, this time included.
    pub tries: i64,
}

/// What workers do.
pub(crate) enum Change {
    Claim {
        kind: String,
        worker: String,
        now: i64,
        lease: i64,
        count: i64,
    },
    Done {
        key: String,
        worker: String,
    },
    Later {
        key: String,
        worker: String,
        due: i64,
    },
}

/// In the deciding commit.
pub(crate) fn put(tx: &Tx<'_>, node: &Key, message: &Message) -> Result<()> {
    let payload = node.seal(&place(&message.key), message.due.0, &message.payload)?;
    let owner = message.case.map(|case| case.to_string());
    tx.execute(PUT, &[&message.key, &message.kind, &owner, &message.due.0, &payload])
}

/// In the commit that forgets the case.
pub(crate) fn forget(tx: &Tx<'_>, case: Id<Case>) -> Result<()> {
    tx.execute(FORGET, &[&case.to_string()])
}

pub(crate) fn change(tx: &Tx<'_>, node: &Key, change: &Change) -> Result<Done> {
    match change {
        Change::Claim {
            kind,
            worker,
            now,
            lease,
            count,
        } => {
            let read = |row: &Row<'_>| claimed(node, row);
            let mut claimed = tx.rows(CLAIM, &[worker, lease, kind, now, count], read)?;
            claimed.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
            Ok(Done::Claimed(claimed))
        }
        Change::Done { key, worker } => tx.changed(DONE, &[key, worker]).map(Done::Changed),
        Change::Later { key, worker, due } => tx.changed(LATER, &[key, worker, due]).map(Done::Changed),
    }
}

pub(crate) fn waiting(tx: &Tx<'_>, kind: &str) -> Result<(i64, Option<Moment>)> {
    let read = |row: &Row<'_>| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?));
    let (count, oldest) = tx.row(WAITING, &[&kind], read)?.unwrap_or_default();
    Ok((count, (count > 0).then_some(Moment(oldest))))
}

fn claimed(node: &Key, row: &Row<'_>) -> Result<Claimed> {
    let key: String = row.get(0)?;
    let wrong = |column| Error::Inconsistent {
        table: "outbox",
        row: "of a worker".to_owned(),
        column,
    };
    let owner = row.get::<Option<String>>(1)?.map(|owner| owner.parse());
    let payload = node
        .unseal(&place(&key), &row.get::<Vec<u8>>(3)?)
        .map_err(|_| wrong("payload"))?;
    Ok(Claimed {
        case: owner.transpose().map_err(|_| wrong("owner"))?,
        due: Moment(row.get(2)?),
        payload: payload.to_vec(),
        tries: row.get(4)?,
        key,
    })
}

fn place(key: &str) -> String {
    format!("outbox|{key}|payload")
}

/// One minute after the first try, doubled with each, six hours at most.
fn delay(tries: i64) -> i64 {
    1_i64.checked_shl(tries.clamp(1, 10) as u32 - 1).unwrap_or(360).min(360)
}

impl Store {
    /// Takes up to `count` messages of a kind that are due, the longest due first; they are `worker`'s for `minutes`.
    ///
    /// # Errors
    /// `Unavailable`; `Inconsistent`.
    pub fn claim(&self, kind: &str, worker: &str, now: Moment, minutes: i64, count: i64) -> Result<Vec<Claimed>> {
        let change = Change::Claim {
            kind: kind.to_owned(),
            worker: worker.to_owned(),
            now: now.0,
            lease: now.plus_minutes(minutes).0,
            count,
        };
        match self.work(Work::Outbox(change))? {
            Done::Claimed(claimed) => Ok(claimed),
            Done::Position(_) | Done::Changed(_) => Err(OTHER_ANSWER),
        }
    }

    /// It left, or is done. `false`: the lease had ended and another has it, or the case was forgotten.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn done(&self, message: &Claimed, worker: &str) -> Result<bool> {
        let (key, worker) = (message.key.clone(), worker.to_owned());
        self.change_outbox(Change::Done { key, worker })
    }

    /// It failed: again after a delay that doubles with each try, six hours at most. `false` as above.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn later(&self, message: &Claimed, worker: &str, now: Moment) -> Result<bool> {
        let (key, worker) = (message.key.clone(), worker.to_owned());
        let due = now.plus_minutes(delay(message.tries)).0;
        self.change_outbox(Change::Later { key, worker, due })
    }

    /// How many of a kind wait, and since when the oldest is due: for `doctor` and the metrics.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn waiting(&self, kind: &str) -> Result<(i64, Option<Moment>)> {
        waiting(&self.snapshot()?.tx()?, kind)
    }

    fn change_outbox(&self, change: Change) -> Result<bool> {
        match self.work(Work::Outbox(change))? {
            Done::Changed(count) => Ok(count > 0),
            Done::Position(_) | Done::Claimed(_) => Err(OTHER_ANSWER),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::delay;

    #[test]
    fn the_delay_doubles_and_stays_below_six_hours() {
        assert_eq!([1, 2, 3, 9, 10, 500].map(delay), [1, 2, 4, 256, 360, 360]);
    }
}
