//! What a full disk leaves to work with: two files in the data folder, given up one after the other.
//!
//! When the disk is full, forms are refused first and the first file is given up: reading goes on, and each opening is still
//! noted. When that is used too, lists are refused and the second file is given up: today, a file and who is to be rung go on.
//! When nothing is left, reading ends, for an opening that can't be noted does not happen. What keeps people safe by itself
//! (escalation) is written as long as there is room.
use crate::{
    Error, Result, Store,
    writer::{Done, Work},
};
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard},
    time::{Duration, Instant},
};
use tiltas_domain::Role;

/// The files of the reserve, in the order in which they are given up.
pub const FILES: [&str; 2] = ["reserve.1", "reserve.2"];
/// Enough beside the reserve that a form after it does not fill the disk again.
const MARGIN: &str = "reserve.margin";
/// So often it is tried to have the reserve again.
const AGAIN: Duration = Duration::from_secs(60);

/// How much room the disk leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Everything goes on.
    Enough,
    /// Nothing new is recorded; whoever reads is still noted.
    NoForms,
    /// Lists end too; today's list, a file and who is to be rung go on.
    NoLists,
    /// Nothing can be noted any more, so nothing can be read.
    Nothing,
}

/// The reserve of one node; without a size it keeps none.
pub(crate) struct Reserve {
    folder: PathBuf,
    kept: Mutex<Kept>,
}

struct Kept {
    size: usize,
    room: Room,
    again: Duration,
    tried: Instant,
}

impl Reserve {
    pub fn new(folder: &Path) -> Reserve {
        Reserve {
            folder: folder.to_owned(),
            kept: Mutex::new(Kept {
                size: 0,
                room: Room::Enough,
                again: AGAIN,
                tried: Instant::now(),
            }),
        }
    }

    /// A batch, again with what is given up where the disk had no room for it: only where nothing of it was written, for the
    /// rest would be written twice.
    pub fn try_all(&self, works: &[Work], mut batch: impl FnMut() -> Vec<Result<Done>>) -> Vec<Result<Done>> {
        let mut answers = batch();
        // What was refused beforehand is no failure of the disk.
        let failed = |(work, answer): (&Work, &Result<Done>)| {
            matches!(answer, Err(Error::DiskFull)) && (self.room() == Room::Enough || !is_form(work))
        };
        while works.iter().zip(&answers).any(failed) && self.give_up() && answers.iter().all(Result::is_err) {
            answers = batch();
        }
        self.tend();
        answers
    }

    pub fn room(&self) -> Room {
        self.lock().map_or(Room::Enough, |kept| kept.room)
    }

    /// The disk is full: gives up the next file. Answers whether there was one, and so whether it is worth another try.
    pub fn give_up(&self) -> bool {
        let Ok(mut kept) = self.lock() else { return false };
        if kept.size == 0 {
            return false;
        }
        kept.tried = Instant::now();
        let (next, file) = match kept.room {
            Room::Enough => (Room::NoForms, Some(FILES[0])),
            Room::NoForms => (Room::NoLists, Some(FILES[1])),
            Room::NoLists | Room::Nothing => (Room::Nothing, None),
        };
        if next != kept.room {
            tracing::error!(room = ?next, "the disk is full");
        }
        kept.room = next;
        file.is_some_and(|file| fs::remove_file(self.folder.join(file)).is_ok())
    }

    /// Tries from time to time to have all of it again, and a margin beside it. On the writer's thread, so that no commit runs
    /// out of room because of the try.
    pub fn tend(&self) {
        let Ok(mut kept) = self.lock() else { return };
        if kept.room == Room::Enough || kept.tried.elapsed() < kept.again {
            return;
        }
        kept.tried = Instant::now();
        if self.fill(kept.size).is_ok() {
            kept.room = Room::Enough;
            tracing::warn!("the disk has room again");
        }
    }

    /// Makes what is missing, and takes it away again where not all of it finds room.
    fn fill(&self, size: usize) -> io::Result<()> {
        let missing: Vec<PathBuf> = FILES
            .iter()
            .chain([&MARGIN])
            .map(|name| self.folder.join(name))
            .filter(|path| !path.exists())
            .collect();
        let made = missing.iter().try_for_each(|path| make(path, size));
        let in_vain = if made.is_ok() {
            &[self.folder.join(MARGIN)][..]
        } else {
            &missing
        };
        for path in in_vain {
            // One that was never made is none to be taken away.
            let _ = fs::remove_file(path);
        }
        made
    }

    fn lock(&self) -> Result<MutexGuard<'_, Kept>> {
        self.kept
            .lock()
            .map_err(|_| Error::Defect("who keeps the reserve panicked"))
    }
}

/// Whether it records something new. The clock's own steps are none: they tell somebody that a person waits.
pub(crate) fn is_form(work: &Work) -> bool {
    matches!(work, Work::Commit(commit) if !commit.drafts.is_empty() && commit.stamp.actor.role != Role::Clock)
}

/// Bytes that are not all nought: a file of noughts takes no room on some disks.
fn make(path: &Path, size: usize) -> io::Result<()> {
    let part: Vec<u8> = (0..=255).cycle().take(1 << 16).collect();
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    let mut left = size;
    while left > 0 {
        let now = left.min(part.len());
        file.write_all(&part[..now])?;
        left -= now;
    }
    file.sync_all()
}

impl Store {
    /// Keeps two files of this size beside the keys, to be given up when the disk is full.
    ///
    /// # Errors
    /// `Unavailable` when there is no room for them now.
    pub fn keep_reserve(&self, size: usize) -> Result<()> {
        self.reserve.lock()?.size = size;
        self.reserve.fill(size).map_err(Error::unavailable)
    }

    /// How much room the disk leaves.
    pub fn room(&self) -> Room {
        self.reserve.room()
    }
}

#[cfg(test)]
mod tests;
