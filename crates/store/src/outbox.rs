//! What is to leave, or to be done later: put in the commit that decides it, so that neither can be without the other.
//!
//! INVARIANT: a payload is sealed under the node's key, and what is about a case goes when the case is forgotten.
use crate::{Result, seal::Key, seam::Tx};
use tiltas_domain::{Id, Moment, case::Case};

const PUT: &str = "INSERT INTO outbox (key, kind, owner, due, payload, tries, worker, lease)
    VALUES ($1, $2, $3, $4, $5, 0, '', 0) ON CONFLICT (key) DO NOTHING";
const FORGET: &str = "DELETE FROM outbox WHERE owner = $1";

/// A message to be sent, or a thing to be done.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Put once under this key while it waits; a second one is dropped.
    pub key: String,
    /// Which worker takes it.
    pub kind: String,
    /// The case it is about: goes when she is forgotten.
    pub case: Option<Id<Case>>,
    /// Not before.
    pub due: Moment,
    /// What the worker needs; opaque here.
    pub payload: Vec<u8>,
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

fn place(key: &str) -> String {
    format!("outbox|{key}|payload")
}
