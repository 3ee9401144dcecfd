//! Keys in a backup: wrapped under the node's key, whatever the epoch.
use super::{Keys, NEW, epoch, file, lock, node::Node, read_owner};
use crate::{Result, seam::Tx};
use tiltas_domain::Owner;
use zeroize::Zeroizing;

/// A key under the name of its owner.
pub(crate) type Wrapped = (String, Vec<u8>);

/// The keys of a backup, unwrapped.
pub(crate) struct Copied(Vec<(Owner, Zeroizing<Vec<u8>>)>);

impl Copied {
    /// Opens each of them, before a file is made for them.
    ///
    /// # Errors
    /// `Sealed` for one that was wrapped under another node's key or for another owner.
    pub fn open<'k>(node: &[u8; 32], keys: impl Iterator<Item = (&'k str, &'k [u8])>) -> Result<Copied> {
        let node = Node::derive(node)?;
        let opened = keys.map(|(name, wrapped)| {
            let owner = read_owner(name)?;
            Ok((owner, epoch::unwrap(&node.wrap, owner, wrapped)?))
        });
        Ok(Copied(opened.collect::<Result<_>>()?))
    }
}

impl Keys {
    /// Every key, wrapped for a backup, and what `run` reads beside them.
    pub fn copied<T>(&self, run: impl Fn(&Tx<'_>) -> Result<T>) -> Result<(Vec<Wrapped>, T)> {
        lock(&self.file)?.read(|tx, epoch| {
            let keys = file::all(tx, epoch)?.into_iter();
            let keys = keys.map(|(owner, key)| Ok((owner.to_string(), epoch::wrap(&self.node.wrap, owner, &key)?)));
            Ok((keys.collect::<Result<_>>()?, run(tx)?))
        })
    }

    /// Puts keys beside those that are there, under the current epoch, and what `run` writes.
    pub fn bring_back(&self, copied: &Copied, run: impl FnOnce(&Tx<'_>) -> Result<()>) -> Result<()> {
        lock(&self.file)?.write(|tx, epoch| {
            for (owner, key) in &copied.0 {
                tx.execute(NEW, &[&owner.to_string(), &epoch.wrap(*owner, key)?])?;
            }
            run(tx)
        })
    }
}
