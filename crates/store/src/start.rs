//! What a node finds where it starts: nothing yet, or keys and a journal that belong together. Anything else is refused before
//! a file is made: a missing file is not a first start.
use crate::{
    Error, NotThisNode, Result, head,
    keys::{self, Keys, NAME_NODE, NODE_NAMED, NodeId},
    seam::{Access, Connection, Location, Tx},
};

const LAST: &str = "SELECT position FROM event ORDER BY position DESC LIMIT 1";
/// An event of a file that is not over.
const OWNED: &str = "SELECT position FROM event WHERE owner IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.owner = event.owner) ORDER BY position LIMIT 1";

/// A journal that is there.
struct Journal {
    /// Whether it belongs to the keys that are asked.
    name: (NodeId, Vec<u8>),
    /// Whether it holds an event.
    begun: bool,
    /// Whether it holds an event of a file that is not over.
    owned: bool,
}

/// Opens the keys of a node whose journal belongs to them; makes them where there is neither.
pub(crate) fn keys(location: &Location, node: &[u8; 32]) -> Result<Keys> {
    // The journal is looked at before the keys, and made after them: a neighbour that starts at the same moment may have
    // made it in between. A second look tells.
    match together(location, node) {
        Err(Error::NotThisNode(NotThisNode::JournalMissing)) => together(location, node),
        found => found,
    }
}

fn together(location: &Location, node: &[u8; 32]) -> Result<Keys> {
    let refuse = |why| Err(Error::NotThisNode(why));
    match (journal(location)?, has_keys(location)?) {
        (None, false) => Keys::open(location.keys(), node, Some(keys::new_name()?))?.settled(),
        (Some(_), false) => refuse(NotThisNode::KeysMissing),
        (None, true) => {
            let keys = Keys::open(location.keys(), node, None)?;
            match keys.count()? > 0 || head::newest(&keys)? > 0 {
                true => refuse(NotThisNode::JournalMissing),
                // A first start that was cut short between the two.
                false => keys.settled(),
            }
        }
        (Some(journal), true) => {
            let keys = Keys::open(location.keys(), node, None)?;
            if keys.name()? != journal.name {
                return refuse(NotThisNode::OtherJournal);
            }
            if !journal.begun && head::newest(&keys)? > 0 {
                return refuse(NotThisNode::JournalMissing);
            }
            if journal.owned && keys.count()? == 0 {
                return refuse(NotThisNode::KeysMissing);
            }
            keys.settled()
        }
    }
}

/// A file without the name of a node is what a first start left that was cut short.
fn has_keys(location: &Location) -> Result<bool> {
    let path = keys::path(location.keys());
    if !path.exists() {
        return Ok(false);
    }
    let file = Connection::found_keys(&path)?;
    let tx = file.tx();
    Ok(tx.has_table("node")? && tx.row(NODE_NAMED, &[], keys::read_name)?.is_some())
}

fn journal(location: &Location) -> Result<Option<Journal>> {
    if !location.may_hold_journal() {
        return Ok(None);
    }
    let connection = location.connect(Access::Read)?;
    let tx = connection.tx();
    if !tx.has_table("event")? {
        return Ok(None);
    }
    let begun = tx.row(LAST, &[], |row| row.get::<i64>(0))?.is_some();
    let name = match tx.has_table("node")? {
        true => tx.row(NODE_NAMED, &[], keys::read_name)?,
        false => None,
    };
    let Some(name) = name else {
        return if begun {
            Err(Error::NotThisNode(NotThisNode::OtherJournal))
        } else {
            Ok(None)
        };
    };
    let owned = begun && tx.has_table("forgotten")? && tx.row(OWNED, &[], |row| row.get::<i64>(0))?.is_some();
    Ok(Some(Journal { name, begun, owned }))
}

/// Writes into a new journal whose it is.
pub(crate) fn name(tx: &Tx<'_>, keys: &Keys) -> Result<()> {
    let (id, proof) = keys.name()?;
    tx.execute(NAME_NODE, &[&id.0.as_slice(), &proof])?;
    belongs(tx, keys)
}

/// Whether the journal belongs to these keys.
pub(crate) fn belongs(tx: &Tx<'_>, keys: &Keys) -> Result<()> {
    match tx.row(NODE_NAMED, &[], keys::read_name)? {
        Some(name) if name == keys.name()? => Ok(()),
        _ => Err(Error::NotThisNode(NotThisNode::OtherJournal)),
    }
}
