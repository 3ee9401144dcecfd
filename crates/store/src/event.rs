//! A line of the journal, and the link by which each holds the one before it.
//!
//! INVARIANT: the hash covers ciphertext, so verifying needs no key and still holds when a key is gone.
use crate::{
    Error, Result,
    seal::{self, Key, SealedEvent},
    seam::Row,
};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};
use tiltas_domain::{Context, Event, Id, Owner, Purpose, StreamId, changes::Kind, context::Actor};

/// Who did it, for what, and what ties it to log lines: once on each event, written by the commit and by no variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Stamp {
    /// Who.
    #[n(0)]
    pub actor: Actor,
    /// For what.
    #[n(1)]
    pub purpose: Purpose,
    /// Ties journal, log lines and answer together.
    #[n(2)]
    pub correlation: u64,
}

impl From<&Context> for Stamp {
    fn from(context: &Context) -> Stamp {
        Stamp {
            actor: context.actor,
            purpose: context.purpose,
            correlation: context.correlation,
        }
    }
}

/// Under whose key the content of an event lies that is itself sealed under the node's: the reasons in the access log of a case.
pub(crate) fn content_owner(stream: StreamId) -> Option<Owner> {
    (stream.kind == Kind::Audit).then(|| Owner::Case(Id::from_stored(stream.id)))
}

/// The chain's link before the first event.
pub(crate) const GENESIS: [u8; 32] = [0; 32];

/// One row of the table `event`.
pub(crate) struct Line {
    pub position: i64,
    pub stream: String,
    pub version: i64,
    pub owner: Option<String>,
    pub at: i64,
    pub sealed: SealedEvent,
    pub hash: Vec<u8>,
}

impl Line {
    /// Reads the columns in the order in which every query of this table names them.
    pub fn read(row: &Row<'_>) -> Result<Line> {
        Ok(Line {
            position: row.get(0)?,
            stream: row.get(1)?,
            version: row.get(2)?,
            owner: row.get(3)?,
            at: row.get(4)?,
            sealed: SealedEvent {
                process: row.get(5)?,
                parts: [row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?],
            },
            hash: row.get(11)?,
        })
    }

    /// What is wrong with this line.
    pub fn wrong(&self, column: &'static str) -> Error {
        wrong(self.position, column)
    }

    /// Under whose key it is sealed; `None`: under the node's.
    pub fn owner(&self) -> Result<Option<Owner>> {
        let parse = |owner: &str| Owner::parse(owner).ok_or_else(|| self.wrong("owner"));
        self.owner.as_deref().map(parse).transpose()
    }

    /// The stream it belongs to.
    pub fn stream(&self) -> Result<StreamId> {
        StreamId::parse(&self.stream).ok_or_else(|| self.wrong("stream"))
    }

    /// The hash that this line must have after a line with the hash `previous`.
    pub fn link(&self, previous: &[u8]) -> [u8; 32] {
        self.link_at(previous, self.position)
    }

    /// The same, were it at another position: tells a moved line from an edited one.
    pub fn link_at(&self, previous: &[u8], position: i64) -> [u8; 32] {
        let (version, owner) = (self.version, self.owner.as_deref());
        link(previous, position, &self.stream, version, owner, self.at, &self.sealed)
    }

    /// Opens the process part; content stays sealed.
    pub fn open(self, key: &Key) -> Result<(Stamp, Event)> {
        let owner = self.owner()?.or_else(|| content_owner(self.stream().ok()?));
        let position = self.position;
        let opened = seal::open_event(key, &place(&self.stream, self.version), owner, self.sealed);
        opened.map_err(|_| wrong(position, "process"))
    }
}

/// What stands in this column of the event at this position can't be read.
pub(crate) fn wrong(position: i64, column: &'static str) -> Error {
    Error::Inconsistent {
        table: "event",
        row: position.to_string(),
        column,
    }
}

/// The hash of a line: over all its columns and the hash of the one before.
pub(crate) fn link(
    previous: &[u8],
    position: i64,
    stream: &str,
    version: i64,
    owner: Option<&str>,
    at: i64,
    sealed: &SealedEvent,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    // A length before each column, and one that no column has for "none": no two lines give the same bytes.
    let mut put = |bytes: Option<&[u8]>| {
        hash.update(bytes.map_or(u64::MAX, |bytes| bytes.len() as u64).to_be_bytes());
        hash.update(bytes.unwrap_or_default());
    };
    put(Some(previous));
    put(Some(&position.to_be_bytes()));
    put(Some(stream.as_bytes()));
    put(Some(&version.to_be_bytes()));
    put(owner.map(str::as_bytes));
    put(Some(&at.to_be_bytes()));
    put(Some(&sealed.process));
    for part in &sealed.parts {
        put(part.as_deref());
    }
    hash.finalize().into()
}

/// Where an event lies, as its seal names it.
pub(crate) fn place(stream: &str, version: i64) -> String {
    format!("{stream}|{version}")
}
