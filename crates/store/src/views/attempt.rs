//! Contact attempts by what they were about: what was tried stands where the delay stands.
use super::{Fact, Table, View, code, id};
use crate::{Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id, Moment, Role,
    attempt::{About, Outcome},
    case::{self, Case},
    organisation::Organisation,
};

pub(crate) const VIEW: View = View {
    name: "attempt",
    version: 1,
    tables: &[Table {
        name: "attempt",
        text: "attempt (attempt text PRIMARY KEY, about text NOT NULL, case_id text NOT NULL, by_role text NOT NULL, organisation text NOT NULL, at bigint NOT NULL, whom text NOT NULL, outcome text NOT NULL)",
        indexes: &[
            "attempt_about ON attempt (about, at)",
            "attempt_case ON attempt (case_id)",
        ],
        all: "SELECT attempt, about, case_id, by_role, organisation, at, whom, outcome FROM attempt ORDER BY attempt",
    }],
    project,
};
const NEW: &str = "INSERT INTO attempt (attempt, about, case_id, by_role, organisation, at, whom, outcome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const FORGET: &str = "DELETE FROM attempt WHERE case_id = $1";
const ABOUT: &str =
    "SELECT by_role, organisation, at, whom, outcome FROM attempt WHERE about = $1 ORDER BY at DESC, attempt LIMIT $2";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let which = Id::<Case>::from_stored(fact.stream.id).to_string();
    match fact.event {
        Event::Case(case::Event::Forgotten { .. }) => tx.execute(FORGET, &[&which]),
        Event::Attempt(attempt) => tx.execute(
            NEW,
            &[
                &which,
                &attempt.about.to_string(),
                &attempt.case.to_string(),
                &fact.stamp.actor.role.code(),
                &fact.stamp.actor.organisation.to_string(),
                &attempt.at.0,
                &attempt.whom,
                &attempt.outcome.code(),
            ],
        ),
        _ => Ok(()),
    }
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
        self.tx()?.rows(ABOUT, &[&about.to_string(), &limit], |columns| {
            Ok(AttemptRow {
                role: code(columns, 0, "attempt", "by_role", Role::from_code)?,
                organisation: id(columns, 1, "attempt", "organisation")?,
                at: Moment(columns.get(2)?),
                whom: columns.get(3)?,
                outcome: code(columns, 4, "attempt", "outcome", Outcome::from_code)?,
            })
        })
    }
}
