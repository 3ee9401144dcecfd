//! What the keys of owners are wrapped under, until the next forgetting. It stands in `epoch.key`, a file of two slots beside
//! the keys file, wrapped under the node's key. Forgetting draws the next epoch into the other slot, wraps what stays under
//! it, and writes over the slot before: what older pages, logs and copies of the keys file hold opens with nothing that is
//! left.
//!
//! INVARIANT: a slot is written under the write lock of the keys file, which names the number of its epoch. The other slot is
//! nobody's, and is written over before a forgetting is answered, and at every start.
use super::{fill, random};
use crate::{Error, Result, seal::Key};
use std::{
    fs::{File, OpenOptions},
    os::unix::fs::{FileExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
};
use tiltas_domain::Owner;
use zeroize::Zeroizing;

/// A slot has a page of its own: a write that is cut short damages no other.
const SLOT: usize = 4096;
const NUMBER: usize = 8;
/// Nonce, key, tag.
const SEALED: usize = 12 + 32 + 16;

/// The key of an epoch.
#[derive(Clone)]
pub(super) struct Epoch {
    /// They are counted; 0: under the node's own key, as in a keys file that has no epoch yet.
    pub number: i64,
    key: Arc<Key>,
}

impl Epoch {
    pub fn wrap(&self, owner: Owner, key: &[u8]) -> Result<Vec<u8>> {
        wrap(&self.key, owner, key)
    }

    pub fn unwrap(&self, owner: Owner, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        unwrap(&self.key, owner, wrapped)
    }

    /// What the keys file keeps beside the number: another key of the same number is another epoch.
    pub fn proof(&self) -> Result<Vec<u8>> {
        self.key.seal(&place(self.number), 0, &[])
    }
}

/// Wraps an owner's key.
pub(super) fn wrap(under: &Key, owner: Owner, key: &[u8]) -> Result<Vec<u8>> {
    under.seal(&format!("key|{owner}"), 0, key)
}

/// Opens what [`wrap`] wrapped.
pub(super) fn unwrap(under: &Key, owner: Owner, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    under.unseal(&format!("key|{owner}"), wrapped)
}

fn place(number: i64) -> String {
    format!("epoch|{number}")
}

/// The file of the two slots; an epoch's number tells its slot.
#[derive(Clone)]
pub(super) struct Slots {
    path: PathBuf,
    /// Of the node: what epochs are wrapped under.
    wrap: Arc<Key>,
}

impl Slots {
    pub fn of(folder: &Path, wrap: &Arc<Key>) -> Slots {
        Slots {
            path: folder.join("epoch.key"),
            wrap: wrap.clone(),
        }
    }

    /// Before the first epoch.
    pub fn none(&self) -> Epoch {
        Epoch {
            number: 0,
            key: self.wrap.clone(),
        }
    }

    /// Makes the file where there is none, or one that was cut short: it holds no epoch yet, and its place is durable.
    pub fn make(&self) -> Result<()> {
        let mut options = OpenOptions::new();
        let file = options.create(true).truncate(false).write(true).mode(0o600);
        let file = file.open(&self.path).map_err(Error::unavailable)?;
        if file.metadata().map_err(Error::unavailable)?.len() < 2 * SLOT as u64 {
            for number in 0..2 {
                erase(&file, number)?;
            }
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(Error::unavailable)
    }

    /// The epoch of this number, where its slot holds it and this node wrapped it.
    pub fn read(&self, number: i64) -> Result<Option<Epoch>> {
        Ok(self.held(number)?.filter(|epoch| epoch.number == number))
    }

    /// The newest epoch that is there, whatever its number.
    pub fn newest(&self) -> Result<Option<Epoch>> {
        let (one, other) = (self.held(0)?, self.held(1)?);
        Ok(one.into_iter().chain(other).max_by_key(|epoch| epoch.number))
    }

    /// Draws an epoch into its slot, durably.
    pub fn draw(&self, number: i64) -> Result<Epoch> {
        let key = random()?;
        let mut slot = slot()?;
        slot[..NUMBER].copy_from_slice(&number.to_be_bytes());
        slot[NUMBER..NUMBER + SEALED].copy_from_slice(&self.wrap.seal(&place(number), 0, &key)?);
        write(&self.open()?, number, &slot)?;
        let key = Arc::new(Key::new(&key)?);
        Ok(Epoch { number, key })
    }

    /// Writes over the slot of the epoch before this one, and of the one after it, durably.
    pub fn erase_other(&self, number: i64) -> Result<()> {
        erase(&self.open()?, number + 1)
    }

    /// What the slot of this number holds, which may be the epoch of another.
    fn held(&self, number: i64) -> Result<Option<Epoch>> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::unavailable(error)),
        };
        let mut bytes = Zeroizing::new([0; NUMBER + SEALED]);
        match file.read_exact_at(&mut bytes[..], offset(number)) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(Error::unavailable(error)),
        }
        let (number, sealed) = bytes.split_at(NUMBER);
        let number = number.iter().fold(0, |number, byte| number << 8 | i64::from(*byte));
        match self.wrap.unseal(&place(number), sealed) {
            Ok(key) => Ok(Some(Epoch {
                number,
                key: Arc::new(Key::new(&key)?),
            })),
            // Written over, cut short, or another node's.
            Err(_) => Ok(None),
        }
    }

    fn open(&self) -> Result<File> {
        OpenOptions::new()
            .write(true)
            .open(&self.path)
            .map_err(Error::unavailable)
    }
}

fn offset(number: i64) -> u64 {
    (number.rem_euclid(2) as u64) * SLOT as u64
}

/// Random bytes for a whole slot.
fn slot() -> Result<Zeroizing<[u8; SLOT]>> {
    let mut bytes = Zeroizing::new([0; SLOT]);
    fill(&mut bytes[..])?;
    Ok(bytes)
}

fn erase(file: &File, number: i64) -> Result<()> {
    write(file, number, &*slot()?)
}

fn write(file: &File, number: i64, slot: &[u8; SLOT]) -> Result<()> {
    let written = file.write_all_at(slot, offset(number)).and_then(|()| file.sync_all());
    written.map_err(Error::unavailable)
}
