//! What a use case began: streams, and things inside a stream. Its names stand with the idempotency key, so that a repetition
//! is answered with the same.
use crate::{Id, StreamId, changes::Kind};
use std::fmt;

/// Something that began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A stream.
    Stream(StreamId),
    /// A thing inside a stream of this kind.
    Inside(Kind, Id<()>),
}

impl Made {
    /// Reads what [`fmt::Display`] wrote; `None` for anything else.
    pub fn parse(text: &str) -> Option<Made> {
        if let Some(stream) = StreamId::parse(text) {
            return Some(Made::Stream(stream));
        }
        let (word, id) = text.split_once('.')?;
        let kind = Kind::ALL.iter().find(|kind| kind.word() == word)?;
        Some(Made::Inside(*kind, id.parse().ok()?))
    }
}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Made::Stream(stream) => write!(f, "{stream}"),
            Made::Inside(kind, id) => write!(f, "{}.{id}", kind.word()),
        }
    }
}
