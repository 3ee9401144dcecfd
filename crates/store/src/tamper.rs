//! A changed byte, found: on a copy, so that anyone may see what verifying is worth. The journal itself is only read.
use crate::{
    Error, Result, Store,
    head::{self, Head},
    migration,
    rebuild::Lines,
    seam::{Access, Location, Tx},
    verify::{self, Report},
    writer,
};
use std::path::Path;

const CHANGE: &str = "UPDATE event SET process = $1 WHERE position = $2";
const PROCESS: &str = "SELECT process FROM event WHERE position = $1";

impl Store {
    /// Copies the journal into the folder `scratch`, changes one byte of the event at `position` there, follows the chain of
    /// the copy, and takes the copy away again.
    ///
    /// # Errors
    /// `Unavailable`, also when there is no such event.
    pub fn verify_changed_copy(&self, scratch: &Path, position: i64) -> Result<Report> {
        let clear = || match std::fs::remove_dir_all(scratch) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::unavailable(error)),
            _ => Ok(()),
        };
        clear()?;
        std::fs::create_dir_all(scratch).map_err(Error::unavailable)?;
        let report = self.change_copy(scratch, position);
        clear()?;
        report
    }

    fn change_copy(&self, scratch: &Path, position: i64) -> Result<Report> {
        let copy = Location::Folder(scratch.to_owned()).connect(Access::Write)?;
        let tx = copy.tx();
        migration::migrate(&tx, migration::JOURNAL)?;
        let signed_to = head::newest(&self.keys)?;
        let head = self.copy_into(&tx)?;
        tx.begin_write()?;
        let mut process: Vec<u8> = tx
            .row(PROCESS, &[&position], |row| row.get(0))?
            .ok_or_else(|| Error::NoSuchEvent(position))?;
        let middle = process.len() / 2;
        if let Some(byte) = process.get_mut(middle) {
            *byte ^= 1;
        }
        tx.execute(CHANGE, &[&process, &position])?;
        tx.run("COMMIT")?;
        verify::follow(&tx, &head, &self.keys, signed_to)
    }

    /// Every event as it stands now, and where the journal stands.
    fn copy_into(&self, copy: &Tx<'_>) -> Result<Head> {
        let snapshot = self.snapshot()?;
        let journal = snapshot.tx()?;
        let head = Head::of(&journal)?;
        copy.begin_write()?;
        let mut lines = Lines::new(&journal, 0, head.position);
        while let Some(line) = lines.next()? {
            let [identity, contact, health, narrative, operational] = &line.sealed.parts;
            copy.execute(
                writer::EVENT,
                &[
                    &line.position,
                    &line.stream,
                    &line.version,
                    &line.owner,
                    &line.at,
                    &line.sealed.process,
                    identity,
                    contact,
                    health,
                    narrative,
                    operational,
                    &line.hash,
                ],
            )?;
        }
        copy.run("COMMIT")?;
        Ok(head)
    }
}
