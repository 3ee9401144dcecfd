//! Up to where this process knows the journal: what it wrote itself, and what it followed from the last signed head. Only
//! that is signed. What another wrote is followed link by link and seal by seal before anything is signed on top of it; what
//! does not hold ends the signing, never the work.
use crate::{
    Error, Result,
    event::{GENESIS, Line},
    forgetting,
    head::{self, Mark},
    keys::Keys,
    rebuild::Lines,
    seam::Tx,
};
use std::sync::{Mutex, MutexGuard};

/// How far the journal is known.
enum Standing {
    /// Up to here.
    Proven(Mark),
    /// This event was not written by the node, or was changed.
    Broken(i64),
}

/// Shared by the writer, which moves it, and by whoever signs.
pub(crate) struct Trust(Mutex<Standing>);

impl Trust {
    /// Follows the journal from the last signed head to where it stands.
    pub fn begin(tx: &Tx<'_>, keys: &Keys, head: &Mark) -> Result<Trust> {
        let from = match head::last_signed(keys) {
            Ok(signed) => signed.unwrap_or(Mark {
                position: 0,
                hash: GENESIS.to_vec(),
            }),
            Err(Error::Inconsistent { table: "signed", .. }) => return Ok(Trust::broken(1)),
            Err(error) => return Err(error),
        };
        match first_fault(tx, keys, &from, head)? {
            None => Ok(Trust(Mutex::new(Standing::Proven(head.clone())))),
            Some(position) => Ok(Trust::broken(position)),
        }
    }

    fn broken(position: i64) -> Trust {
        say_broken(position);
        Trust(Mutex::new(Standing::Broken(position)))
    }

    /// The head as it was found under the lock. Another process may have written; somebody else may have, too.
    pub fn meet(&self, tx: &Tx<'_>, keys: &Keys, head: &Mark) -> Result<()> {
        let known = match &*self.lock()? {
            Standing::Proven(known) if known != head => known.clone(),
            Standing::Proven(_) | Standing::Broken(_) => return Ok(()),
        };
        *self.lock()? = match first_fault(tx, keys, &known, head)? {
            None => Standing::Proven(head.clone()),
            Some(position) => {
                say_broken(position);
                Standing::Broken(position)
            }
        };
        Ok(())
    }

    /// This process wrote up to here, and it is durable.
    pub fn wrote(&self, head: Mark) -> Result<()> {
        let mut standing = self.lock()?;
        if let Standing::Proven(known) = &mut *standing {
            *known = head;
        }
        Ok(())
    }

    /// What may be signed.
    ///
    /// # Errors
    /// `Unproven` once something did not hold.
    pub fn proven(&self) -> Result<Mark> {
        match &*self.lock()? {
            Standing::Proven(mark) => Ok(mark.clone()),
            Standing::Broken(position) => Err(Error::Unproven { position: *position }),
        }
    }

    fn lock(&self) -> Result<MutexGuard<'_, Standing>> {
        self.0.lock().map_err(|_| Error::Defect("who keeps the head panicked"))
    }
}

fn say_broken(position: i64) {
    tracing::error!(
        position,
        "the journal was changed, heads are not signed any more: run `tiltas journal verify`"
    );
}

/// The first event after `from` that does not follow the one before it, or that this node did not seal.
fn first_fault(tx: &Tx<'_>, keys: &Keys, from: &Mark, to: &Mark) -> Result<Option<i64>> {
    let mut lines = Lines::new(tx, from.position, to.position);
    let mut last = from.clone();
    while let Some(line) = lines.next()? {
        let next = last.position + 1;
        let follows = line.position == next && line.link(&last.hash)[..] == line.hash[..];
        last = Mark {
            position: next,
            hash: line.hash.clone(),
        };
        if !follows || !is_sealed_here(tx, keys, line)? {
            return Ok(Some(next));
        }
    }
    Ok((last != *to).then_some(last.position.min(to.position) + 1))
}

/// Whether this node sealed it. What is forgotten has no key any more: there the chain alone speaks.
pub(crate) fn is_sealed_here(tx: &Tx<'_>, keys: &Keys, line: Line) -> Result<bool> {
    let key = match line.owner() {
        Err(_) => return Ok(false),
        Ok(None) => keys.node(),
        Ok(Some(owner)) => match keys.of(owner)? {
            Some(key) => key,
            None => return forgetting::is_forgotten(tx, keys, owner),
        },
    };
    Ok(line.open(&key).is_ok())
}
