//! When a key may be destroyed: on the forgetting event itself, and on nothing else.
//!
//! INVARIANT: the event is opened under the node's key at its own stream and version. Whoever may only write into the database
//! can seal none, and can't move one to another file or task; the view `forgotten` says where to look, and is never the proof.
use crate::{Error, Result, event::Line, keys::Keys, seam::Tx, views::forgotten};
use tiltas_domain::{Owner, StreamId};

const LAST: &str =
    "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational,
    hash FROM event WHERE stream = $1 ORDER BY version DESC LIMIT 1";

/// Whether the last event of the stream that an owner lives by says that it is over.
pub(crate) fn is_forgotten(tx: &Tx<'_>, keys: &Keys, owner: Owner) -> Result<bool> {
    let stream = match owner {
        Owner::Case(case) => StreamId::from(case),
        Owner::Thing(stream) => stream,
        Owner::Record { .. } => return Ok(false),
    };
    let last = tx.row(LAST, &[&stream.to_string()], Line::read)?;
    let Some(line) = last.filter(|line| line.owner.is_none()) else {
        return Ok(false);
    };
    let opened = line.open(&keys.node());
    Ok(opened.is_ok_and(|(_, event)| event.forgotten(stream) == Some(owner)))
}

/// Destroys the keys of what is over, all in one epoch.
///
/// # Errors
/// `Inconsistent` when no event says of one that it is over: then none is destroyed.
pub(crate) fn destroy(tx: &Tx<'_>, keys: &Keys, owners: &[Owner]) -> Result<()> {
    for owner in owners {
        if !is_forgotten(tx, keys, *owner)? {
            return Err(unproven(*owner));
        }
    }
    keys.forget(owners)
}

fn unproven(owner: Owner) -> Error {
    Error::Inconsistent {
        table: "forgotten",
        row: owner.to_string(),
        column: "owner",
    }
}

/// What a crash between a forgetting and its destroyed key left, in this process or another, and what a restored keys file
/// brought back. A row of the view that no event proves destroys nothing, and is named in the log.
pub(crate) fn destroy_all(tx: &Tx<'_>, keys: &Keys) -> Result<()> {
    let mut over = Vec::new();
    for owner in forgotten::owners(tx)? {
        match is_forgotten(tx, keys, owner)? {
            true => over.push(owner),
            false => {
                let error = unproven(owner);
                tracing::error!(error = &error as &dyn std::error::Error, "a key was not destroyed");
            }
        }
    }
    keys.forget(&over)
}
