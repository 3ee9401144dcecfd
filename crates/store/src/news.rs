//! Whether anything that a page may show has changed: by an event, or by time alone.
use crate::{Result, Snapshot, head::NO_HEAD};
use tiltas_domain::{Id, Moment, organisation::Organisation};

const CHANGED: &str = "SELECT changed FROM head WHERE one = 1";
/// What a list of an organisation compares with the clock: when its duties are late, disclosures to it end, and holds fall free.
const NEXT: &str = "SELECT min(at) FROM (
    SELECT min(due) AS at FROM due WHERE organisation = $1 AND due >= $2
    UNION ALL SELECT min(until) FROM disclosed WHERE organisation = $1 AND until >= $2
    UNION ALL SELECT min(until) FROM hold WHERE until >= $2) AS times";

impl Snapshot<'_> {
    /// Where the journal's last event stands that is no audit entry. It is the same for all who read, so when it moves tells
    /// nobody whose file an event was about; it leaves the process in no answer.
    ///
    /// # Errors
    /// When storage is away.
    pub fn changed(&self) -> Result<i64> {
        if let Some(changed) = self.changed.get() {
            return Ok(changed);
        }
        let changed = self.tx()?.row(CHANGED, &[], |row| row.get(0))?.ok_or(NO_HEAD)?;
        self.changed.set(Some(changed));
        Ok(changed)
    }

    /// The first moment after `now` at which a list of the organisation changes by time alone, where there is one.
    ///
    /// # Errors
    /// When storage is away.
    pub fn next_change(&self, organisation: Id<Organisation>, now: Moment) -> Result<Option<Moment>> {
        let last = self.tx()?.row(NEXT, &[&organisation.to_string(), &now.0], |row| {
            row.get::<Option<i64>>(0)
        })?;
        // At that moment it is still as it was.
        Ok(last.flatten().map(|at| Moment(at.saturating_add(1))))
    }
}
