//! When a key may be destroyed: on the forgetting event itself, and on nothing else.
//!
//! INVARIANT: the event is opened under the node's key at its own stream and version. Whoever may only write into the database
//! can seal none, and can't move one to another file; the view `forgotten` says where to look, and is never the proof.
use crate::{Error, Result, event::Line, keys::Keys, seam::Tx, views::forgotten};
use tiltas_domain::{Id, Owner, StreamId, case::Case};

const LAST: &str =
    "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational,
    hash FROM event WHERE stream = $1 ORDER BY version DESC LIMIT 1";

/// Whether the last event of the case's own stream says that it is over.
pub(crate) fn is_forgotten(tx: &Tx<'_>, keys: &Keys, case: Id<Case>) -> Result<bool> {
    let last = tx.row(LAST, &[&StreamId::from(case).to_string()], Line::read)?;
    let Some(line) = last.filter(|line| line.owner.is_none()) else {
        return Ok(false);
    };
    Ok(line.open(&keys.node()).is_ok_and(|(_, event)| event.forgets()))
}

/// Destroys the key of a file that is over.
///
/// # Errors
/// `Inconsistent` when no event says that it is over.
pub(crate) fn destroy(tx: &Tx<'_>, keys: &Keys, case: Id<Case>) -> Result<()> {
    match is_forgotten(tx, keys, case)? {
        true => keys.forget(&[case.into()]),
        false => Err(unproven(case)),
    }
}

fn unproven(case: Id<Case>) -> Error {
    Error::Inconsistent {
        table: "forgotten",
        row: case.to_string(),
        column: "owner",
    }
}

/// What a crash between a forgetting and its destroyed key left, in this process or another, and what a restored keys file
/// brought back. A row of the view that no event proves destroys nothing, and is named in the log.
pub(crate) fn destroy_all(tx: &Tx<'_>, keys: &Keys) -> Result<()> {
    let mut over = Vec::new();
    for case in forgotten::owners(tx)? {
        match is_forgotten(tx, keys, case)? {
            true => over.push(Owner::Case(case)),
            false => {
                let error = unproven(case);
                tracing::error!(error = &error as &dyn std::error::Error, "a key was not destroyed");
            }
        }
    }
    keys.forget(&over)
}
