//! The access log as it is read: the entries of one case, newest first, page by page through the whole history; and those of all
//! files of an organisation since a moment.
use crate::{
    Line, Result, Snapshot,
    event::{Line as Row, content_owner},
    keys::Keys,
    seal::Key,
};
use std::sync::Arc;
use tiltas_access::{Permit, Record, Shown};
use tiltas_domain::{
    Event, Id, Moment, StreamId, audit,
    case::Case,
    changes::Kind,
    content::{Content, OpeningReason},
    organisation::Organisation,
};

const NEWEST: &str = "SELECT position, stream, version, owner, at, process, identity, contact, health, narrative, operational, hash FROM event WHERE stream = $1 AND version < $2 ORDER BY version DESC LIMIT $3";
/// WHY by version: the index of a stream ends where the first older entry stands, however long its history is.
const SINCE: &str = "SELECT e.position, e.stream, e.version, e.owner, e.at, e.process, e.identity, e.contact, e.health, e.narrative, e.operational, e.hash FROM takes_part t JOIN event e ON e.stream = 'access:' || t.case_id WHERE t.organisation = $1 AND e.version > COALESCE((SELECT o.version FROM event o WHERE o.stream = 'access:' || t.case_id AND o.at < $2 ORDER BY o.version DESC LIMIT 1), 0) ORDER BY e.position DESC";
const MARKED: &str = "SELECT version FROM event WHERE stream = $1 AND hash = $2";

/// One entry.
#[derive(Clone, Debug)]
pub struct Looked {
    /// When.
    pub at: Moment,
    /// Who, what, and what came of it; its reason is a sealed handle. `None` where the entry can't be read: it stands there
    /// still, and hides no other.
    pub event: Option<audit::Event>,
    /// Where a page may go on after it.
    pub mark: Mark,
}

/// An entry after which a page goes on.
///
/// WHY its hash and not its number: the number tells how many entries there are that this reader does not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    hash: Vec<u8>,
    version: i64,
}

impl Mark {
    /// As it stands in an address.
    pub fn code(&self) -> String {
        self.hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Snapshot<'_> {
    /// The entries of a case that are older than the one marked, newest first.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn looked(&self, case: Id<Case>, after: Option<&Mark>, limit: i64) -> Result<Vec<Looked>> {
        let before = after.map_or(i64::MAX, |mark| mark.version);
        let rows = self.tx()?.rows(NEWEST, &[&stream(case), &before, &limit], Row::read)?;
        rows.into_iter().map(|row| self.entry(row)).collect()
    }

    /// The entries since a moment of the files in which an organisation takes part, newest first.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn looked_since(&self, organisation: Id<Organisation>, since: Moment) -> Result<Vec<(Id<Case>, Looked)>> {
        let rows = self
            .tx()?
            .rows(SINCE, &[&organisation.to_string(), &since.0], Row::read)?;
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            entries.push((Id::from_stored(row.stream()?.id), self.entry(row)?));
        }
        Ok(entries)
    }

    fn entry(&self, row: Row) -> Result<Looked> {
        let mark = Mark {
            hash: row.hash.clone(),
            version: row.version,
        };
        let (position, at) = (row.position, Moment(row.at));
        let event = match self.line(row) {
            Ok(Some(Line {
                event: Event::Audit(event),
                ..
            })) => Some(event),
            Err(error) if !error.is_unreadable() => return Err(error),
            _ => {
                tracing::error!(position, "an entry of the access log can't be read");
                None
            }
        };
        Ok(Looked { at, event, mark })
    }

    /// The entry of a case that this mark was given for; `None` where the case has no such entry.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn marked(&self, case: Id<Case>, code: &str) -> Result<Option<Mark>> {
        let Some(hash) = bytes(code) else { return Ok(None) };
        let version = self.tx()?.row(MARKED, &[&stream(case), &hash], |row| row.get(0))?;
        Ok(version.map(|version| Mark { hash, version }))
    }

    /// The reason of an entry, for a reader for whom the entry is there.
    ///
    /// # Errors
    /// `Unavailable`, also when a seal does not open.
    pub fn reason(
        &self,
        permit: &Permit,
        by: &audit::Event,
        reason: &Content<OpeningReason>,
    ) -> Result<Option<Shown<OpeningReason>>> {
        let (named, owner) = ([by.actor.organisation], reason.owner());
        permit.reveal_record(Record::Opening, &named, owner, || {
            let key = owner.map_or(Ok(None), |owner| self.key(owner))?;
            key.map(|key| key.reveal(reason)).transpose()
        })
    }
}

/// An entry, and the key of its reason: the case's own, so that the reason is forgotten with the case. Where there is no key
/// any more, or no case, there is no reason either.
pub(crate) fn to_seal(keys: &Keys, stream: StreamId, entry: &audit::Event) -> Result<(Event, Arc<Key>)> {
    let mut entry = entry.clone();
    if entry.reason.is_some() {
        if let Some(key) = content_owner(stream).map_or(Ok(None), |owner| keys.of(owner))? {
            return Ok((entry.into(), key));
        }
        entry.reason = None;
    }
    Ok((entry.into(), keys.node()))
}

fn stream(case: Id<Case>) -> String {
    let id = *case.as_bytes();
    StreamId { kind: Kind::Audit, id }.to_string()
}

fn bytes(code: &str) -> Option<Vec<u8>> {
    if code.len() != 64 || !code.is_ascii() {
        return None;
    }
    let pairs = (0..64).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(code.get(at..at + 2)?, 16).ok())
        .collect()
}
