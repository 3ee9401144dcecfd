//! What happened, and where is it kept? Journal, keys, views, outbox, on SQLite or PostgreSQL. The only SQL.
//!
//! One journal, one order, one chain. A commit is all or nothing: events, the rows of the views, audit entries, outgoing
//! messages. No key leaves this room; content opens with a permit and in no other way.
pub mod audit;
pub mod backup;
mod command;
mod count;
mod deadline;
mod event;
mod file;
mod fold;
mod forgetting;
mod head;
mod inspector;
mod journal;
mod keys;
mod migration;
mod news;
pub mod outbox;
mod reached;
mod rebuild;
pub mod reserve;
mod schema;
mod seal;
mod seam;
pub mod session;
mod snapshot;
mod start;
mod tamper;
mod trust;
mod verify;
pub mod views;
mod watch;
mod writer;

pub use command::{ANSWERED_DAYS, Answer};
pub use count::Counters;
pub use deadline::Deadline;
pub use event::Stamp;
pub use file::{FILES_AT_ONCE, Line, Recorded};
pub use inspector::{Inspector, Missing};
pub use journal::{Commit, Draft, Seen, Store};
pub use rebuild::{Difference, Differs};
pub use seam::Location;
pub use snapshot::{Entry, Past, Snapshot};
pub use verify::{Fault, Foreign, Report, Tampering};

use std::sync::Arc;
use tiltas_domain::StreamId;

/// What can go wrong here. INVARIANT: neither SQL nor a value is ever shown; the source chain is kept.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The database, the keys file or the disk does not answer. Nothing was decided; the same request may be sent again.
    #[error("storage is unavailable")]
    Unavailable(#[source] Arc<dyn std::error::Error + Send + Sync>),
    /// The stream moved on since it was read: decide again.
    #[error("another was first")]
    Conflict(StreamId),
    /// There is too much to do at once, or the deadline passed before anything was handed to the writer: nothing was
    /// written. The same request may be sent again, later.
    #[error("too much is asked at once")]
    Busy,
    /// It was handed to the writer, and whether it was written is not known: the same request may be sent again under the
    /// same key.
    #[error("whether it was written is not known")]
    Unconfirmed(#[source] Arc<dyn std::error::Error + Send + Sync>),
    /// A unique column has this value already: decide again, with another value.
    #[error("a row with this value is already there")]
    Duplicate,
    /// The file is over; its key is gone or about to go.
    #[error("this file was forgotten")]
    Forgotten,
    /// A row that can't be what it should be; never patched by a default.
    #[error("{table} {row}: {column} can't be read as what it should be")]
    Inconsistent {
        /// Where.
        table: &'static str,
        /// Which row: a position or a number, never a person.
        row: String,
        /// Which column.
        column: &'static str,
    },
    /// The permit is for another file.
    #[error("the permit is for another file")]
    OutsidePermit(StreamId),
    /// Keys, journal and node key do not belong together: nothing was opened, nothing was made.
    #[error(transparent)]
    NotThisNode(#[from] NotThisNode),
    /// A file's log lies beside it and the log's index does not: only a node that starts may put them together.
    #[error("{0}-wal lies beside {0} without {0}-shm: copy both, or start the node once")]
    LogWithoutIndex(String),
    /// Where the journal stands can't be signed: an event before it was not written by this node, or was changed.
    #[error("event {position} was not written by this node, or was changed: heads are not signed any more")]
    Unproven {
        /// The first such event.
        position: i64,
    },
    /// A backup of keys, a recipient or a secret is not what it should be.
    #[error("the backup can't be used: {0}")]
    Backup(&'static str),
    /// What was sealed can't be opened or read: it was changed, moved, or sealed by another node.
    #[error("what was sealed can't be opened: {0}")]
    Sealed(&'static str),
    /// The journal has no event at this position.
    #[error("there is no event {0}")]
    NoSuchEvent(i64),
    /// Every candidate is taken.
    #[error("no {0} is free")]
    NoneFree(&'static str),
    /// The system gives no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The store is closing.
    #[error("the store is closing")]
    Stopped,
    /// The program contradicts itself.
    #[error("a fault of the program: {0}")]
    Defect(&'static str),
    /// The idempotency key stands for another command already.
    #[error("the same key came with another command")]
    KeyReused,
    /// The idempotency key was answered too long ago: what it made is not kept any more.
    #[error("the same key came too long after the first time")]
    KeyTooOld,
}

/// Why a node does not start on what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotThisNode {
    /// There is a journal, and no keys.
    #[error(
        "there is a journal, and keys.db is missing or empty. Bring keys.db back, or restore a backup of it with `tiltas keys restore`; a new one could open nothing"
    )]
    KeysMissing,
    /// There are keys or signed heads, and the journal is missing or empty.
    #[error(
        "keys.db belongs to a journal that is missing or empty. Bring the journal back (tiltas.db, or the database named with --database); to begin anew, take an empty folder"
    )]
    JournalMissing,
    /// The keys were made with another node key.
    #[error("keys.db was made with another node key. Bring back the node.key that belongs to it")]
    OtherNodeKey,
    /// The file with the key of the current epoch is missing, or is another one.
    #[error(
        "epoch.key is missing, or is not the one that belongs to keys.db. Bring both back as they were together; or move both away and restore a backup of the keys with `tiltas keys restore`"
    )]
    EpochMissing,
    /// The journal was made by another node.
    #[error(
        "the journal belongs to another node. Nothing was written; bring together the journal, keys.db and node.key of one node"
    )]
    OtherJournal,
}

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn unavailable(source: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::Unavailable(Arc::new(source))
    }

    /// Whether one thing can't be read, while others may.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Error::Inconsistent { .. } | Error::Sealed(_))
    }

    /// The same failure, of something that the writer had already: it may have been written.
    pub(crate) fn unconfirmed(self) -> Error {
        match self {
            Error::Unavailable(source) => Error::Unconfirmed(source),
            error => error,
        }
    }
}
