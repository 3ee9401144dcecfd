//! One key an owner (a case, an organisation's own record, a stream of no case), wrapped under the node's key, in a file of
//! its own. Deleting a row forgets what the owner sealed.
//!
//! INVARIANT: a row is durable before the first event sealed with its key: an orphan key is harmless, an orphan event is lost.
//! No process keeps a key in memory longer than a minute.
use crate::{
    Error, NotThisNode, Result,
    fold::MEMORY,
    head::Signing,
    migration,
    seal::Key,
    seam::{Bind, Connection, Row, Tx},
};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
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
const FORGET: &str = "DELETE FROM key WHERE owner = $1";
const COUNT: &str = "SELECT count(*) FROM key";
const OWNERS: &str = "SELECT owner FROM key ORDER BY owner";
/// Which node a keys file or a journal belongs to; the same words in both.
pub(crate) const NAME_NODE: &str = "INSERT INTO node (one, id, proof) VALUES (1, $1, $2) ON CONFLICT (one) DO NOTHING";
pub(crate) const NODE_NAMED: &str = "SELECT id, proof FROM node WHERE one = 1";
/// One page of a list in one reading; a shorter one repeats its last.
const WRAPPED_OF: &str = "SELECT owner, wrapped FROM key WHERE owner IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36,
    $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50)";
const PAGE: usize = 50;

/// What the node's key is split into, each for one use.
struct Node {
    /// Seals what belongs to no case.
    seal: Arc<Key>,
    /// Wraps the keys of cases.
    wrap: Key,
    /// Signs heads.
    sign: Signing,
    /// Vouches for rows of sessions.
    session: Box<Zeroizing<[u8; 32]>>,
}

/// Which node this is: drawn once, and kept in the keys file and in the journal, each with a proof under the node's key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(pub [u8; 16]);

/// A file that bears the name of a node.
#[derive(Clone, Copy)]
pub(crate) enum Bears {
    Keys,
    Journal,
}

/// Keys that are to be made, and what became of them: the wrapped keys that stand in the file.
struct Request {
    rows: Vec<(String, Vec<u8>)>,
    made: OnceLock<Result<Vec<Vec<u8>>>>,
}

/// Since when a key has been in memory, and the key.
type Cached = (Instant, Arc<Key>);

pub(crate) struct Keys {
    id: NodeId,
    file: Mutex<Connection>,
    waiting: Mutex<Vec<Arc<Request>>>,
    cache: Mutex<HashMap<Owner, Cached>>,
    node: Node,
}

impl Keys {
    /// Opens the keys file, and makes it where `id` names the node that it is to belong to.
    ///
    /// # Errors
    /// `NotThisNode` when the file belongs to another node or was made with another node key.
    pub fn open(folder: &Path, node: &[u8; 32], id: Option<NodeId>) -> Result<Keys> {
        let file = Connection::keys(&path(folder), id.is_some())?;
        migration::migrate(&file.tx(), migration::KEYS)?;
        let secrets = Node::derive(node)?;
        if let Some(id) = id {
            let proof = secrets.proof(Bears::Keys, id)?;
            file.tx().execute(NAME_NODE, &[&id.0.as_slice(), &proof])?;
        }
        Keys::proven(file, secrets)
    }

    /// Opens a keys file that is there, for reading alone.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn look(folder: &Path, node: &[u8; 32]) -> Result<Keys> {
        let file = Connection::look_at_keys(&path(folder))?;
        migration::check(&file.tx(), migration::KEYS)?;
        Keys::proven(file, Node::derive(node)?)
    }

    /// Another node key than the one that this file was made with would seal what nobody opens again.
    fn proven(file: Connection, node: Node) -> Result<Keys> {
        let named = file.tx().row(NODE_NAMED, &[], read_name)?;
        let Some((id, proof)) = named else {
            return Err(Error::NotThisNode(NotThisNode::KeysMissing));
        };
        if node.proof(Bears::Keys, id)? != proof {
            return Err(Error::NotThisNode(NotThisNode::OtherNodeKey));
        }
        Ok(Keys {
            id,
            file: Mutex::new(file),
            waiting: Mutex::default(),
            cache: Mutex::default(),
            node,
        })
    }

    /// Which node this is, and the proof that its journal bears.
    pub fn name(&self) -> Result<(NodeId, Vec<u8>)> {
        Ok((self.id, self.node.proof(Bears::Journal, self.id)?))
    }

    /// How many keys there are.
    pub fn count(&self) -> Result<i64> {
        Ok(lock(&self.file)?.tx().row(COUNT, &[], |row| row.get(0))?.unwrap_or(0))
    }

    /// Everybody who has a key here.
    pub fn owners(&self) -> Result<HashSet<Owner>> {
        let names = lock(&self.file)?.tx().rows(OWNERS, &[], |row| row.get::<String>(0))?;
        names.iter().map(|name| read_owner(name)).collect()
    }

    /// Vouches for what a session's row says.
    pub fn vouch_for_session(&self, text: &[u8]) -> Result<Vec<u8>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.node.session[..])
            .map_err(|_| Error::Defect("a key of 32 bytes fits"))?;
        mac.update(text);
        Ok(mac.finalize().into_bytes().to_vec())
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
        let rows = owners
            .iter()
            .map(|owner| Ok((owner.to_string(), self.new_key(*owner)?)))
            .collect::<Result<_>>()?;
        let request = Arc::new(Request {
            rows,
            made: OnceLock::new(),
        });
        lock(&self.waiting)?.push(request.clone());
        {
            let file = lock(&self.file)?;
            if request.made.get().is_none() {
                let all = std::mem::take(&mut *lock(&self.waiting)?);
                serve(&file.tx(), &all);
            }
        }
        let made = request
            .made
            .get()
            .cloned()
            .ok_or_else(|| Error::Defect("a key was not kept"))??;
        let keys = owners
            .iter()
            .zip(made)
            .map(|(owner, wrapped)| self.remember(*owner, &wrapped));
        keys.collect()
    }

    /// The key, where there still is one.
    pub fn of(&self, owner: Owner) -> Result<Option<Arc<Key>>> {
        if let Some(key) = self.cached(owner)? {
            return Ok(Some(key));
        }
        let wrapped = lock(&self.file)?
            .tx()
            .row(WRAPPED, &[&owner.to_string()], |row| row.get::<Vec<u8>>(0))?;
        wrapped.map(|wrapped| self.remember(owner, &wrapped)).transpose()
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
            let read = |row: &Row<'_>| Ok((row.get::<String>(0)?, row.get::<Vec<u8>>(1)?));
            let rows = lock(&self.file)?.tx().rows(WRAPPED_OF, &parameters, read)?;
            for (name, wrapped) in rows {
                if let Some(owner) = missing.get(&name) {
                    keys.insert(*owner, self.remember(*owner, &wrapped)?);
                }
            }
        }
        Ok(keys)
    }

    /// From here on nothing that the owner sealed can be read.
    pub fn forget(&self, owner: Owner) -> Result<()> {
        let gone = lock(&self.file)?.tx().execute(FORGET, &[&owner.to_string()]);
        lock(&self.cache)?.remove(&owner);
        gone
    }

    /// Drops what has been in memory too long.
    pub fn sweep(&self) {
        if let Ok(mut cache) = lock(&self.cache) {
            cache.retain(|_, (since, _)| since.elapsed() < MEMORY);
        }
    }

    fn new_key(&self, owner: Owner) -> Result<Vec<u8>> {
        self.node.wrap.seal(&key_place(owner), 0, &random()?)
    }

    /// Whether this is a key of that owner, wrapped under this node's key.
    pub fn prove(&self, owner: &str, wrapped: &[u8]) -> Result<()> {
        let owner = read_owner(owner)?;
        self.node.wrap.unseal(&key_place(owner), wrapped).map(drop)
    }

    fn cached(&self, owner: Owner) -> Result<Option<Arc<Key>>> {
        let cache = lock(&self.cache)?;
        let fresh = cache.get(&owner).filter(|(since, _)| since.elapsed() < MEMORY);
        Ok(fresh.map(|(_, key)| key.clone()))
    }

    fn remember(&self, owner: Owner, wrapped: &[u8]) -> Result<Arc<Key>> {
        let key = Arc::new(Key::new(&self.node.wrap.unseal(&key_place(owner), wrapped)?)?);
        lock(&self.cache)?.insert(owner, (Instant::now(), key.clone()));
        Ok(key)
    }
}

/// One transaction, one sync, for all that wait.
fn serve(tx: &Tx<'_>, all: &[Arc<Request>]) {
    let insert = || {
        tx.begin_write()?;
        let mut made = Vec::with_capacity(all.len());
        for request in all {
            let rows = request
                .rows
                .iter()
                .map(|(owner, wrapped)| match tx.changed(NEW, &[owner, wrapped])? {
                    0 => tx
                        .row(WRAPPED, &[owner], |row| row.get(0))?
                        .ok_or_else(|| Error::Defect("a key was not kept")),
                    _ => Ok(wrapped.clone()),
                });
            made.push(rows.collect::<Result<Vec<_>>>()?);
        }
        tx.run("COMMIT")?;
        Ok(made)
    };
    let made = insert();
    if made.is_err() && tx.is_open() {
        let _ = tx.run("ROLLBACK");
    }
    for (nth, request) in all.iter().enumerate() {
        let answer = made.as_ref().map(|made| made[nth].clone()).map_err(Error::clone);
        let _ = request.made.set(answer);
    }
}

/// Fresh bytes for a key.
pub(crate) fn random() -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0; 32]);
    #[expect(
        clippy::disallowed_methods,
        reason = "the key store is one of the two that ask the system for randomness"
    )]
    getrandom::fill(&mut bytes).map_err(|_| Error::NoRandomness)?;
    Ok(bytes)
}

impl Node {
    fn derive(node: &[u8; 32]) -> Result<Node> {
        let head = derive(node, "tiltas head")?;
        Ok(Node {
            seal: Arc::new(Key::new(&derive(node, "tiltas seal")?[..])?),
            wrap: Key::new(&derive(node, "tiltas wrap")?[..])?,
            sign: Signing::new(&head),
            session: derive(node, "tiltas session")?,
        })
    }

    /// What shows that a file belongs to this node.
    fn proof(&self, bears: Bears, id: NodeId) -> Result<Vec<u8>> {
        let place = match bears {
            Bears::Keys => "node|keys",
            Bears::Journal => "node|journal",
        };
        self.wrap.seal(place, 0, &id.0)
    }
}

/// The row that names a node, and its proof.
pub(crate) fn read_name(row: &Row<'_>) -> Result<(NodeId, Vec<u8>)> {
    let id: Vec<u8> = row.get(0)?;
    let id = id.try_into().map_err(|_| Error::Inconsistent {
        table: "node",
        row: "1".to_owned(),
        column: "id",
    })?;
    Ok((NodeId(id), row.get(1)?))
}

/// A new node's name.
pub(crate) fn new_name() -> Result<NodeId> {
    let mut id = [0; 16];
    id.copy_from_slice(&random()?[..16]);
    Ok(NodeId(id))
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

fn derive(node: &[u8; 32], purpose: &str) -> Result<Box<Zeroizing<[u8; 32]>>> {
    let mut bytes = Box::new(Zeroizing::new([0; 32]));
    Hkdf::<Sha256>::new(None, node)
        .expand(purpose.as_bytes(), &mut bytes[..])
        .map_err(|_| Error::Defect("a key was not derived"))?;
    Ok(bytes)
}

fn key_place(owner: Owner) -> String {
    format!("key|{owner}")
}

fn lock<T>(mutex: &Mutex<T>) -> Result<MutexGuard<'_, T>> {
    mutex.lock().map_err(|_| Error::Defect("a holder of keys panicked"))
}

#[cfg(test)]
mod tests;
