//! What the node's key is split into, and the name of the node with its proof.
use super::fill;
use crate::{Error, Result, head::Signing, seal::Key, seam::Row};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The parts of the node's key, each for one use.
pub(super) struct Node {
    /// Seals what belongs to no case.
    pub seal: Arc<Key>,
    /// Wraps the keys of epochs, and those of owners in a backup.
    pub wrap: Arc<Key>,
    /// Signs heads.
    pub sign: Signing,
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

impl Node {
    pub fn derive(node: &[u8; 32]) -> Result<Node> {
        let head = derive(node, "tiltas head")?;
        Ok(Node {
            seal: Arc::new(Key::new(&derive(node, "tiltas seal")?[..])?),
            wrap: Arc::new(Key::new(&derive(node, "tiltas wrap")?[..])?),
            sign: Signing::new(&head),
            session: derive(node, "tiltas session")?,
        })
    }

    /// What shows that a file belongs to this node.
    pub fn proof(&self, bears: Bears, id: NodeId) -> Result<Vec<u8>> {
        let place = match bears {
            Bears::Keys => "node|keys",
            Bears::Journal => "node|journal",
        };
        self.wrap.seal(place, 0, &id.0)
    }

    /// Vouches for what a session's row says.
    pub fn vouch_for_session(&self, text: &[u8]) -> Result<Vec<u8>> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.session[..]).map_err(|_| Error::Defect("a key of 32 bytes fits"))?;
        mac.update(text);
        Ok(mac.finalize().into_bytes().to_vec())
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
    fill(&mut id)?;
    Ok(NodeId(id))
}

fn derive(node: &[u8; 32], purpose: &str) -> Result<Box<Zeroizing<[u8; 32]>>> {
    let mut bytes = Box::new(Zeroizing::new([0; 32]));
    Hkdf::<Sha256>::new(None, node)
        .expand(purpose.as_bytes(), &mut bytes[..])
        .map_err(|_| Error::Defect("a key was not derived"))?;
    Ok(bytes)
}
