//! What an idempotency key was answered with: kept in the commit that it stands for, and answered again to a repetition.
//!
//! A key is good for a week. For three more weeks its row stays, so that a repetition is told that it comes too late instead
//! of being done twice; then the row goes, and the table stays bounded.
use crate::{
    Error, Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{Made, Moment};

pub(crate) const FIND: &str = "SELECT digest, position, at, made FROM command WHERE key = $1";
const KEEP: &str = "INSERT INTO command (key, digest, position, at, made) VALUES ($1, $2, $3, $4, $5)";
const SWEEP: &str = "DELETE FROM command WHERE at < $1";
/// So long a repetition is answered as the first time.
pub const ANSWERED_DAYS: i64 = 7;
/// So long it is known at all.
const KNOWN_DAYS: i64 = 28;

/// What a command was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where the journal stood after it.
    pub position: i64,
    /// What it began, in order.
    pub made: Vec<Made>,
}

/// A row of the table.
#[derive(Clone)]
pub(crate) struct Kept {
    pub digest: [u8; 32],
    pub at: Moment,
    pub answer: Answer,
}

impl Kept {
    /// The columns in the order of [`FIND`].
    pub fn read(row: &Row<'_>) -> Result<Kept> {
        let position = row.get::<i64>(1)?;
        let wrong = |column| Error::Inconsistent {
            table: "command",
            row: position.to_string(),
            column,
        };
        let made: String = row.get(3)?;
        let made = made
            .split_whitespace()
            .map(|name| Made::parse(name).ok_or_else(|| wrong("made")));
        Ok(Kept {
            digest: row.get::<Vec<u8>>(0)?.try_into().map_err(|_| wrong("digest"))?,
            at: Moment(row.get(2)?),
            answer: Answer {
                position,
                made: made.collect::<Result<_>>()?,
            },
        })
    }

    /// The answer to the same request at `now`.
    pub fn again(&self, digest: &[u8; 32], now: Moment) -> Result<Answer> {
        if self.digest != *digest {
            return Err(Error::KeyReused);
        }
        if self.at.plus_hours(24 * ANSWERED_DAYS) < now {
            return Err(Error::KeyTooOld);
        }
        Ok(self.answer.clone())
    }

    /// In the commit that it stands for.
    pub fn put(&self, tx: &Tx<'_>, key: &[u8; 32]) -> Result<()> {
        let made: Vec<String> = self.answer.made.iter().map(Made::to_string).collect();
        tx.execute(
            KEEP,
            &[
                &key.as_slice(),
                &self.digest.as_slice(),
                &self.answer.position,
                &self.at.0,
                &made.join(" "),
            ],
        )
    }
}

/// Takes away what is no longer known at `now`.
pub(crate) fn sweep(tx: &Tx<'_>, now: Moment) -> Result<()> {
    tx.execute(SWEEP, &[&now.plus_hours(-24 * KNOWN_DAYS).0])
}

impl Snapshot<'_> {
    /// What this idempotency key was answered with, where it was.
    ///
    /// # Errors
    /// `KeyReused` when it stands for another request; `KeyTooOld` when that was more than a week ago; `Unavailable`.
    pub fn answered(&self, (key, digest): ([u8; 32], [u8; 32]), now: Moment) -> Result<Option<Answer>> {
        let kept = self.tx()?.row(FIND, &[&key.as_slice()], Kept::read)?;
        kept.map(|kept| kept.again(&digest, now)).transpose()
    }
}
