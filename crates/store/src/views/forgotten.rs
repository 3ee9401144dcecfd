//! The files that are over. Their keys are destroyed right after the commit that says so; the start finishes what a crash
//! between the two left, and what a restored keys file brought back. A spoken name that is retired is never drawn again.
use super::{Fact, View, table::digest};
use crate::{Error, Result, seam::Tx};
use tiltas_domain::{
    Event, Id,
    case::{self, Case},
};

table! {
    FORGOTTEN_TABLE = forgotten (
        owner text NOT NULL, position bigint NOT NULL, spoken_name text NOT NULL
    ) key (owner)
    index "forgotten_spoken_name ON forgotten (spoken_name)"
}

pub(crate) const VIEW: View = View {
    name: "forgotten",
    version: digest(include_str!("forgotten.rs")),
    tables: &[FORGOTTEN_TABLE],
    project,
};
const OWNERS: &str = "SELECT owner, position FROM forgotten ORDER BY position";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Case(case::Event::Forgotten { spoken_name }) = fact.event else {
        return Ok(());
    };
    let owner = Id::<Case>::from_stored(fact.stream.id).to_string();
    tx.execute(FORGOTTEN_TABLE.new, &[&owner, &fact.position, spoken_name])
}

/// All files that are over.
pub(crate) fn owners(tx: &Tx<'_>) -> Result<Vec<Id<Case>>> {
    tx.rows(OWNERS, &[], |row| {
        let owner: String = row.get(0)?;
        let position: i64 = row.get(1)?;
        owner.parse().map_err(|_| Error::Inconsistent {
            table: "forgotten",
            row: position.to_string(),
            column: "owner",
        })
    })
}
