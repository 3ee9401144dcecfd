//! The keys file as rows under an epoch, with a write-ahead log: what a deleted row leaves there opens with nothing once its
//! epoch is over.
use super::epoch::{Epoch, Slots};
use crate::{
    Error, NotThisNode, Result,
    seam::{Connection, Tx},
};
use tiltas_domain::Owner;
use zeroize::Zeroizing;

pub(super) const COUNT: &str = "SELECT count(*) FROM key";
const FORGET: &str = "DELETE FROM key WHERE owner = $1";
const ALL: &str = "SELECT owner, wrapped FROM key ORDER BY owner";
const REWRAP: &str = "UPDATE key SET wrapped = $2 WHERE owner = $1";
const EPOCH: &str = "SELECT number, proof FROM epoch WHERE one = 1";
const NEXT_EPOCH: &str = "INSERT INTO epoch (one, number, proof) VALUES (1, $1, $2)
    ON CONFLICT (one) DO UPDATE SET number = excluded.number, proof = excluded.proof";
/// Another process may forget between the reading of the number and of its slot. It would have to do so each time.
const TRIES: usize = 8;

/// The connection, and the epoch as it was read last.
pub(super) struct File {
    connection: Connection,
    slots: Slots,
    epoch: Option<Epoch>,
}

impl File {
    pub fn new(connection: Connection, slots: Slots) -> File {
        File {
            connection,
            slots,
            epoch: None,
        }
    }

    pub fn tx(&self) -> Tx<'_> {
        self.connection.tx()
    }

    /// Reads rows together with the epoch that they are wrapped under.
    pub fn read<T>(&mut self, run: impl Fn(&Tx<'_>, &Epoch) -> Result<T>) -> Result<T> {
        let mut tries = 1;
        loop {
            let tx = self.connection.tx();
            tx.begin_read()?;
            let done = current(&tx, &self.slots, &mut self.epoch).and_then(|epoch| run(&tx, &epoch));
            if tx.is_open() {
                tx.run("ROLLBACK")?;
            }
            match done {
                Err(Error::NotThisNode(NotThisNode::EpochMissing)) if tries < TRIES => tries += 1,
                done => return done,
            }
        }
    }

    /// One transaction that no other process writes beside.
    pub fn write<T>(&mut self, run: impl FnOnce(&Tx<'_>, &Epoch) -> Result<T>) -> Result<T> {
        let tx = self.connection.tx();
        tx.begin_write()?;
        let done = current(&tx, &self.slots, &mut self.epoch).and_then(|epoch| {
            let done = run(&tx, &epoch)?;
            tx.run("COMMIT")?;
            Ok(done)
        });
        if done.is_err() && tx.is_open() {
            let _ = tx.run("ROLLBACK");
        }
        done
    }

    /// Draws the first epoch, and finishes a forgetting that a crash cut short: its epoch is the one that the file names.
    pub fn settle(&mut self) -> Result<()> {
        let slots = self.slots.clone();
        self.write(|tx, epoch| match epoch.number {
            0 => begin(tx, &slots, epoch),
            _ => Ok(()),
        })?;
        self.finish()?;
        // What was wrapped before the first epoch leaves the file, also where a crash kept it there.
        self.tx().checkpoint()
    }

    /// Deletes the rows, and ends the epoch where there was one. [`File::finish`] makes it true.
    pub fn delete(&mut self, owners: &[Owner]) -> Result<()> {
        let slots = self.slots.clone();
        self.write(|tx, epoch| {
            let mut deleted = 0;
            for owner in owners {
                deleted += tx.changed(FORGET, &[&owner.to_string()])?;
            }
            match deleted {
                0 => Ok(()),
                _ => renew(tx, &slots, epoch),
            }
        })
    }

    /// Writes over the slot that is not the current epoch's.
    pub fn finish(&mut self) -> Result<()> {
        let slots = self.slots.clone();
        self.write(|_, epoch| slots.erase_other(epoch.number))
    }

    /// The number of the epoch in memory.
    #[cfg(test)]
    pub fn held(&self) -> Option<i64> {
        self.epoch.as_ref().map(|epoch| epoch.number)
    }

    /// Drops the epoch from memory when it has ended, here or in another process.
    pub fn drop_ended(&mut self) {
        let tx = self.connection.tx();
        let stands = |held: &Epoch| number(&tx).is_ok_and(|(number, _)| number == held.number);
        self.epoch = self.epoch.take().filter(stands);
    }
}

/// The epoch that the file names: the one in memory, or read from its slot when another process ended that one.
fn current(tx: &Tx<'_>, slots: &Slots, held: &mut Option<Epoch>) -> Result<Epoch> {
    let (number, proof) = number(tx)?;
    if let Some(held) = held.as_ref().filter(|held| held.number == number) {
        return Ok(held.clone());
    }
    *held = None;
    let found = match number {
        0 => slots.none(),
        _ => {
            let found = slots.read(number)?;
            let missing = || Error::NotThisNode(NotThisNode::EpochMissing);
            let found = found.ok_or_else(missing)?;
            if found.proof()? != proof {
                return Err(missing());
            }
            found
        }
    };
    *held = Some(found.clone());
    Ok(found)
}

/// The number of the file's epoch, and its proof; 0: none yet.
fn number(tx: &Tx<'_>) -> Result<(i64, Vec<u8>)> {
    let found = tx.row(EPOCH, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.unwrap_or_default())
}

/// The first epoch. One that is there is taken up, whatever keys file it belonged to, so that this file can still be brought back.
fn begin(tx: &Tx<'_>, slots: &Slots, epoch: &Epoch) -> Result<()> {
    slots.make()?;
    let first = match slots.newest()? {
        Some(found) => found,
        None => slots.draw(1)?,
    };
    rewrap(tx, epoch, &first)
}

/// Draws the next epoch, and wraps all keys under it.
fn renew(tx: &Tx<'_>, slots: &Slots, epoch: &Epoch) -> Result<()> {
    rewrap(tx, epoch, &slots.draw(epoch.number + 1)?)
}

/// Wraps all keys under this epoch, which is the file's from then on.
fn rewrap(tx: &Tx<'_>, epoch: &Epoch, next: &Epoch) -> Result<()> {
    for (owner, key) in all(tx, epoch)? {
        tx.execute(REWRAP, &[&owner.to_string(), &next.wrap(owner, &key)?])?;
    }
    tx.execute(NEXT_EPOCH, &[&next.number, &next.proof()?])
}

/// Every key. A row that does not open is left out and named in the log: it was damaged, opens nothing, and must not keep
/// others from being forgotten or copied.
pub(super) fn all(tx: &Tx<'_>, epoch: &Epoch) -> Result<Vec<(Owner, Zeroizing<Vec<u8>>)>> {
    let mut keys = Vec::new();
    tx.each(ALL, &[], |row| {
        let (name, wrapped): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let opened = super::read_owner(&name).and_then(|owner| Ok((owner, epoch.unwrap(owner, &wrapped)?)));
        match opened {
            Ok(key) => keys.push(key),
            Err(error) => tracing::error!(
                owner = name,
                error = &error as &dyn std::error::Error,
                "a key does not open"
            ),
        }
        Ok(())
    })?;
    Ok(keys)
}
