//! For those who only look: a journal and its keys are opened as they are, also on a copy where nothing may be written.
//! Nothing is migrated, built anew, destroyed or made.
use crate::{
    Error, NotThisNode, Result, Store, forgetting,
    keys::{self, Keys},
    migration, outbox,
    rebuild::{self, Difference},
    seam::{Access, Connection, Location},
    start,
    verify::{self, Report},
};
use std::sync::{Arc, atomic::AtomicBool};
use tiltas_domain::{Moment, Owner};

const OWNERS: &str = "SELECT DISTINCT owner FROM event WHERE owner IS NOT NULL ORDER BY owner";

/// A node's journal and keys, to be looked at.
pub struct Inspector {
    pub(crate) location: Location,
    pub(crate) keys: Arc<Keys>,
}

/// Keys against what they sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// How many owners have events that are not over.
    pub owners: usize,
    /// How many of them have no key: what they sealed can't be read.
    pub without_key: usize,
    /// How many keys outlived the forgetting of their file or task; the next start destroys them.
    pub not_destroyed: usize,
}

impl Inspector {
    /// Opens what is there.
    ///
    /// # Errors
    /// `NotThisNode` when something is missing or does not belong together; `Inconsistent` when the database is not the one
    /// that this program makes; `Unavailable`.
    pub fn open(location: &Location, node: &[u8; 32]) -> Result<Inspector> {
        if !keys::path(location.keys()).exists() {
            return Err(Error::NotThisNode(NotThisNode::KeysMissing));
        }
        if !location.may_hold_journal() {
            return Err(Error::NotThisNode(NotThisNode::JournalMissing));
        }
        let keys = Arc::new(Keys::look(location.keys(), node)?);
        let inspector = Inspector {
            location: location.clone(),
            keys,
        };
        let connection = inspector.connect()?;
        let tx = connection.tx();
        if !tx.has_table("event")? {
            return Err(Error::NotThisNode(NotThisNode::JournalMissing));
        }
        migration::check(&tx, migration::JOURNAL)?;
        start::belongs(&tx, &inspector.keys)?;
        Ok(inspector)
    }

    fn connect(&self) -> Result<Connection> {
        self.location.connect(Access::Look)
    }

    /// Follows the chain from the first event to the head, against every signed head, and then what the node reads by.
    ///
    /// # Errors
    /// `Unavailable`; `Inconsistent` when a signed head bears a signature that is not the node's.
    pub fn verify(&self) -> Result<Report> {
        verify::verify(&self.location, &self.keys, &AtomicBool::new(false))
    }

    /// Projects the whole journal into temporary tables of the same names, on a connection of its own, and compares them
    /// with the live ones row by row, bit by bit, at the same position. Answers the first difference of each table.
    ///
    /// # Errors
    /// `Unavailable`; `Inconsistent` for an event that can't be read, also when its key is gone and its file not forgotten.
    pub fn rebuild(&self) -> Result<Vec<Difference>> {
        rebuild::compare_all(&self.location, &self.keys)
    }

    /// Counts keys against what they sealed.
    ///
    /// # Errors
    /// `Unavailable`; `Inconsistent`.
    pub fn keys_missing(&self) -> Result<Missing> {
        let connection = self.connect()?;
        let tx = connection.tx();
        let kept = self.keys.owners()?;
        let mut found = Missing::default();
        for name in tx.rows(OWNERS, &[], |row| row.get::<String>(0))? {
            let owner = Owner::parse(&name).ok_or(Error::Inconsistent {
                table: "event",
                row: String::new(),
                column: "owner",
            })?;
            let is_over = forgetting::is_forgotten(&tx, &self.keys, owner)?;
            match (is_over, kept.contains(&owner)) {
                (true, true) => found.not_destroyed += 1,
                (true, false) => {}
                (false, true) => found.owners += 1,
                (false, false) => {
                    found.owners += 1;
                    found.without_key += 1;
                }
            }
        }
        Ok(found)
    }

    /// How many messages of a kind wait, and since when the oldest is due.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn waiting(&self, kind: &str) -> Result<(i64, Option<Moment>)> {
        outbox::waiting(&self.connect()?.tx(), kind)
    }
}

impl Store {
    /// The same node, to be looked at while it is at work.
    fn inspector(&self) -> Inspector {
        Inspector {
            location: self.location.clone(),
            keys: self.keys.clone(),
        }
    }

    /// As [`Inspector::verify`].
    ///
    /// # Errors
    /// As there.
    pub fn verify(&self) -> Result<Report> {
        self.inspector().verify()
    }

    /// As [`Inspector::rebuild`].
    ///
    /// # Errors
    /// As there.
    pub fn rebuild(&self) -> Result<Vec<Difference>> {
        self.inspector().rebuild()
    }
}
