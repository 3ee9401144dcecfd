//! Contact attempts by what they were about: what was tried stands where the delay stands.
use super::{
    Fact, View,
    table::{Columns, digest},
};
use crate::{Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id, Moment, Role,
    attempt::{About, Attempt, Outcome},
    organisation::Organisation,
};

table! {
    ATTEMPT_TABLE = attempt (
        attempt text NOT NULL, about text NOT NULL, case_id text NOT NULL, by_role text NOT NULL, organisation text NOT NULL,
        at bigint NOT NULL, whom text NOT NULL, outcome text NOT NULL
    ) key (attempt) of case_id
    index "attempt_about ON attempt (about, at)"
    index "attempt_case ON attempt (case_id)"
}

pub(crate) const VIEW: View = View {
    name: "attempt",
    version: digest(include_str!("attempt.rs")),
    tables: &[ATTEMPT_TABLE],
    project,
};
const ABOUT: &str =
    "SELECT by_role, organisation, at, whom, outcome FROM attempt WHERE about = $1 ORDER BY at DESC, attempt LIMIT $2";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Attempt(attempt) = fact.event else {
        return Ok(());
    };
    tx.execute(
        ATTEMPT_TABLE.new,
        &[
            &Id::<Attempt>::from_stored(fact.stream.id).to_string(),
            &attempt.about.to_string(),
            &attempt.case.to_string(),
            &fact.stamp.actor.role.code(),
            &fact.stamp.actor.organisation.to_string(),
            &attempt.at.0,
            &attempt.whom,
            &attempt.outcome.code(),
        ],
    )
}

/// One attempt.
#[derive(Clone, Debug)]
pub struct AttemptRow {
    /// In which role it was made.
    pub role: Role,
    /// For which organisation.
    pub organisation: Id<Organisation>,
    /// When.
    pub at: Moment,
    /// The function that was rung.
    pub whom: String,
    /// What came of it.
    pub outcome: Outcome,
}

impl Snapshot<'_> {
    /// What was tried about this, the last first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn attempts(&self, about: About, limit: i64) -> Result<Vec<AttemptRow>> {
        self.tx()?.rows(ABOUT, &[&about.to_string(), &limit], |row| {
            let mut row = Columns::of(row, "attempt");
            Ok(AttemptRow {
                role: row.code("by_role")?,
                organisation: row.id("organisation")?,
                at: row.moment()?,
                whom: row.next()?,
                outcome: row.code("outcome")?,
            })
        })
    }
}
