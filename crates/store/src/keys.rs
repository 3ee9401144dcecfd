//! One key an owner (a case, an organisation's own record, a stream of no case), wrapped under the key of the current epoch
//! (`keys/epoch.rs`), in a file of its own. Deleting a row and ending the epoch forgets what the owner sealed.
//!
//! INVARIANT: a row is durable before the first event sealed with its key: an orphan key is harmless, an orphan event is lost.
//! No process keeps a key in memory longer than a minute.
mod backup;
mod epoch;
mod file;
mod node;

pub(crate) use backup::Copied;
pub(crate) use node::{NodeId, new_name, read_name};

use crate::{
    Error, NotThisNode, Result,
    fold::MEMORY,
    head::Signing,
    migration,
    seal::Key,
    seam::{Bind, Connection, Tx},
};
use epoch::{Epoch, Slots};
use file::File;
use node::{Bears, Node};
use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock},
    time::Instant,
};
use tiltas_domain::Owner;
use zeroize::Zeroizing;

const NEW: &str = "INSERT INTO key (owner, wrapped) VALUES ($1, $2) ON CONFLICT (owner) DO NOTHING";
const WRAPPED: &str = "SELECT wrapped FROM key WHERE owner = $1";
const OWNERS: &str = "SELECT owner FROM key ORDER BY owner";
/// Which node a keys file or a journal belongs to; the same words in both.
pub(crate) const NAME_NODE: &str = "INSERT INTO node (one, id, proof) VALUES (1, $1, $2) ON CONFLICT (one) DO NOTHING";
pub(crate) const NODE_NAMED: &str = "SELECT id, proof FROM node WHERE one = 1";
/// One page of a list in one reading; a shorter one repeats its last.
const WRAPPED_OF: &str = "SELECT owner, wrapped FROM key WHERE owner IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36,
    $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50)";
const PAGE: usize = 50;

/// Keys that are to be made, and what became of them.
struct Request {
    drawn: Vec<(Owner, Zeroizing<Vec<u8>>)>,
    made: OnceLock<Result<Vec<Arc<Key>>>>,
}

/// Since when a key has been in memory, and the key.
type Cached = (Instant, Arc<Key>);

pub(crate) struct Keys {
    id: NodeId,
    file: Mutex<File>,
    waiting: Mutex<Vec<Arc<Request>>>,
    cache: Mutex<HashMap<Owner, Cached>>,
    node: Node,
}

impl Keys {
    /// Opens the keys file, and makes it where `id` names the node that it is to belong to. Nothing is written over yet: see
    /// [`Keys::settled`].
    ///
    /// # Errors
    /// `NotThisNode` when the file belongs to another node, was made with another node key or lacks its epoch.
    pub fn open(folder: &Path, node: &[u8; 32], id: Option<NodeId>) -> Result<Keys> {
        let connection = Connection::keys(&path(folder), id.is_some())?;
        migration::migrate(&connection.tx(), migration::KEYS)?;
        let secrets = Node::derive(node)?;
        if let Some(id) = id {
            let proof = secrets.proof(Bears::Keys, id)?;
            connection.tx().execute(NAME_NODE, &[&id.0.as_slice(), &proof])?;
        }
        Keys::proven(connection, secrets, folder)
    }

    /// Opens a keys file that is there, for reading alone.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn look(folder: &Path, node: &[u8; 32]) -> Result<Keys> {
        let connection = Connection::look_at_keys(&path(folder))?;
        migration::check(&connection.tx(), migration::KEYS)?;
        Keys::proven(connection, Node::derive(node)?, folder)
    }

    /// Another node key or epoch than the ones that this file was made with would seal what nobody opens again.
    fn proven(connection: Connection, node: Node, folder: &Path) -> Result<Keys> {
        let named = connection.tx().row(NODE_NAMED, &[], read_name)?;
        let Some((id, proof)) = named else {
            return Err(Error::NotThisNode(NotThisNode::KeysMissing));
        };
        if node.proof(Bears::Keys, id)? != proof {
            return Err(Error::NotThisNode(NotThisNode::OtherNodeKey));
        }
        let mut file = File::new(connection, Slots::of(folder, &node.wrap));
        file.read(|_, _| Ok(()))?;
        Ok(Keys {
            id,
            file: Mutex::new(file),
            waiting: Mutex::default(),
            cache: Mutex::default(),
            node,
        })
    }

    /// From here on keys can be made: the first epoch is drawn, a forgetting that a crash cut short is finished.
    ///
    /// WHY apart from the opening: what is found must belong together before anything is written over.
    pub fn settled(self) -> Result<Keys> {
        lock(&self.file)?.settle()?;
        Ok(self)
    }

    /// Which node this is, and the proof that its journal bears.
    pub fn name(&self) -> Result<(NodeId, Vec<u8>)> {
        Ok((self.id, self.node.proof(Bears::Journal, self.id)?))
    }

    /// How many keys there are.
    pub fn count(&self) -> Result<i64> {
        self.with_file(|tx| Ok(tx.row(file::COUNT, &[], |row| row.get(0))?.unwrap_or(0)))
    }

    /// Everybody who has a key here.
    pub fn owners(&self) -> Result<HashSet<Owner>> {
        let names = self.with_file(|tx| tx.rows(OWNERS, &[], |row| row.get::<String>(0)))?;
        names.iter().map(|name| read_owner(name)).collect()
    }

    /// Vouches for what a session's row says.
    pub fn vouch_for_session(&self, text: &[u8]) -> Result<Vec<u8>> {
        self.node.vouch_for_session(text)
    }

    /// Seals what belongs to no case.
    pub fn node(&self) -> Arc<Key> {
        self.node.seal.clone()
    }

    /// Signs heads.
    pub fn signing(&self) -> &Signing {
        &self.node.sign
    }

    /// The file itself, for what else is kept beside the keys.
    pub fn with_file<T>(&self, run: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        run(&lock(&self.file)?.tx())
    }

    /// Makes a key, unless there is one.
    pub fn create(&self, owner: Owner) -> Result<Arc<Key>> {
        match self.cached(owner)? {
            Some(key) => Ok(key),
            None => self
                .create_all(&[owner])?
                .pop()
                .ok_or_else(|| Error::Defect("a key was not kept")),
        }
    }

    /// Makes many keys with one sync. Callers that come while the file is busy are served together by the next of them.
    pub fn create_all(&self, owners: &[Owner]) -> Result<Vec<Arc<Key>>> {
        let drawn = owners
            .iter()
            .map(|owner| Ok((*owner, random()?)))
            .collect::<Result<_>>()?;
        let made = OnceLock::new();
        let request = Arc::new(Request { drawn, made });
        lock(&self.waiting)?.push(request.clone());
        {
            let mut file = lock(&self.file)?;
            if request.made.get().is_none() {
                let all = std::mem::take(&mut *lock(&self.waiting)?);
                self.serve(&mut file, &all);
            }
        }
        let made = request.made.get().cloned();
        made.ok_or_else(|| Error::Defect("a key was not kept"))?
    }

    /// One transaction, one sync, for all that wait.
    fn serve(&self, file: &mut File, all: &[Arc<Request>]) {
        let made = file.write(|tx, epoch| {
            let keys = |request: &Arc<Request>| {
                let keys = request
                    .drawn
                    .iter()
                    .map(|(owner, drawn)| keep(tx, epoch, *owner, drawn));
                keys.collect::<Result<Vec<_>>>()
            };
            all.iter().map(keys).collect::<Result<Vec<_>>>()
        });
        for (nth, request) in all.iter().enumerate() {
            let answer = made.as_ref().map(|made| made[nth].clone()).map_err(Error::clone);
            let answer = answer.and_then(|keys| {
                let owners = request.drawn.iter().map(|(owner, _)| *owner);
                owners.zip(keys).map(|(owner, key)| self.remember(owner, key)).collect()
            });
            let _ = request.made.set(answer);
        }
    }

    /// The key, where there still is one.
    pub fn of(&self, owner: Owner) -> Result<Option<Arc<Key>>> {
        if let Some(key) = self.cached(owner)? {
            return Ok(Some(key));
        }
        lock(&self.file)?.read(|tx, epoch| {
            let wrapped = tx.row(WRAPPED, &[&owner.to_string()], |row| row.get::<Vec<u8>>(0))?;
            wrapped
                .map(|wrapped| self.remember(owner, opened(epoch, owner, &wrapped)?))
                .transpose()
        })
    }

    /// The keys of the rows of a page, in one reading.
    pub fn of_all(&self, owners: &[Owner]) -> Result<HashMap<Owner, Arc<Key>>> {
        let mut keys = HashMap::with_capacity(owners.len());
        let mut missing: HashMap<String, Owner> = HashMap::new();
        for owner in owners {
            match self.cached(*owner)? {
                Some(key) => drop(keys.insert(*owner, key)),
                None => drop(missing.insert(owner.to_string(), *owner)),
            }
        }
        let names: Vec<&String> = missing.keys().collect();
        for page in names.chunks(PAGE) {
            let parameters: Vec<&dyn Bind> = (0..PAGE)
                .map(|nth| page[nth.min(page.len() - 1)] as &dyn Bind)
                .collect();
            let found = lock(&self.file)?.read(|tx, epoch| {
                let mut found = Vec::with_capacity(page.len());
                tx.each(WRAPPED_OF, &parameters, |row| {
                    let (name, wrapped): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
                    if let Some(owner) = missing.get(&name) {
                        let key = opened(epoch, *owner, &wrapped)?;
                        found.push((*owner, self.remember(*owner, key)?));
                    }
                    Ok(())
                })?;
                Ok(found)
            })?;
            keys.extend(found);
        }
        Ok(keys)
    }

    /// From here on nothing that the owners sealed can be read: not from what is left of their keys in a page, a log or an
    /// older copy of the file either. The keys of all others are wrapped anew, once for the whole list.
    pub fn forget(&self, owners: &[Owner]) -> Result<()> {
        let mut file = lock(&self.file)?;
        let gone = file.delete(owners);
        let mut cache = lock(&self.cache)?;
        for owner in owners {
            cache.remove(owner);
        }
        drop(cache);
        gone?;
        // Also where there was no row: another process may be about to.
        file.finish()
    }

    /// Drops what has been in memory too long, and an epoch that another process ended.
    pub fn sweep(&self) {
        if let Ok(mut cache) = lock(&self.cache) {
            cache.retain(|_, (since, _)| since.elapsed() < MEMORY);
        }
        // Whoever has the file now reads the number.
        if let Ok(mut file) = self.file.try_lock() {
            file.drop_ended();
        }
    }

    fn cached(&self, owner: Owner) -> Result<Option<Arc<Key>>> {
        let cache = lock(&self.cache)?;
        let fresh = cache.get(&owner).filter(|(since, _)| since.elapsed() < MEMORY);
        Ok(fresh.map(|(_, key)| key.clone()))
    }

    /// Under the lock of the file: what is forgotten afterwards leaves the memory too.
    fn remember(&self, owner: Owner, key: Arc<Key>) -> Result<Arc<Key>> {
        lock(&self.cache)?.insert(owner, (Instant::now(), key.clone()));
        Ok(key)
    }
}

/// Keeps the drawn key, or answers the one that is there.
fn keep(tx: &Tx<'_>, epoch: &Epoch, owner: Owner, drawn: &[u8]) -> Result<Arc<Key>> {
    let name = owner.to_string();
    if tx.changed(NEW, &[&name, &epoch.wrap(owner, drawn)?])? > 0 {
        return Ok(Arc::new(Key::new(drawn)?));
    }
    let wrapped = tx.row(WRAPPED, &[&name], |row| row.get::<Vec<u8>>(0))?;
    opened(
        epoch,
        owner,
        &wrapped.ok_or_else(|| Error::Defect("a key was not kept"))?,
    )
}

fn opened(epoch: &Epoch, owner: Owner, wrapped: &[u8]) -> Result<Arc<Key>> {
    Ok(Arc::new(Key::new(&epoch.unwrap(owner, wrapped)?)?))
}

/// Fresh bytes for a key.
pub(crate) fn random() -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0; 32]);
    fill(&mut bytes)?;
    Ok(bytes)
}

fn fill(bytes: &mut [u8]) -> Result<()> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the key store is one of the two that ask the system for randomness"
    )]
    getrandom::fill(bytes).map_err(|_| Error::NoRandomness)
}

/// Where the keys lie.
pub(crate) fn path(folder: &Path) -> PathBuf {
    folder.join("keys.db")
}

fn read_owner(name: &str) -> Result<Owner> {
    Owner::parse(name).ok_or_else(|| Error::Inconsistent {
        table: "key",
        row: String::new(),
        column: "owner",
    })
}

fn lock<T>(mutex: &Mutex<T>) -> Result<MutexGuard<'_, T>> {
    mutex.lock().map_err(|_| Error::Defect("a holder of keys panicked"))
}

#[cfg(test)]
mod tests;
