//! The files that are over, and the tasks about no case that are kept no longer. Their keys are destroyed right after the commit
//! that says so; the start finishes what a crash between the two left, and what a restored keys file brought back. A spoken name
//! that is retired is never drawn again, and its genus stays counted, so that opening a file does not count all of them.
use super::{Fact, View, table::digest};
use crate::{Error, Result, seam::Tx};
use tiltas_domain::{
    Event, Id, Owner,
    case::{self, Case},
};

table! {
    FORGOTTEN_TABLE = forgotten (
        owner text NOT NULL, position bigint NOT NULL, spoken_name text
    ) key (owner)
    index "forgotten_spoken_name ON forgotten (spoken_name)"
}
table! {
    BEARER_TABLE = bearer (owner text NOT NULL) key (owner)
}
table! {
    GENUS_TABLE = genus (genus text NOT NULL, files bigint NOT NULL, changed bigint NOT NULL) key (genus)
    index "genus_changed ON genus (changed)"
}

pub(crate) const VIEW: View = View {
    name: "forgotten",
    version: digest(include_str!("forgotten.rs")),
    tables: &[FORGOTTEN_TABLE, BEARER_TABLE, GENUS_TABLE],
    project,
};
/// WHY by bearer: a rebuild can't open what began a forgotten file, and counts it when it is forgotten; a file that was there
/// is counted already.
const BORNE: &str = "INSERT INTO genus (genus, files, changed) SELECT $1, 1 - count(*), CAST($3 AS bigint) FROM bearer WHERE owner = $2 ON CONFLICT (genus) DO UPDATE SET files = genus.files + excluded.files, changed = excluded.changed";
const BEARS: &str = "INSERT INTO bearer (owner) VALUES ($1) ON CONFLICT (owner) DO NOTHING";
const OWNERS: &str = "SELECT owner, position FROM forgotten ORDER BY position";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let over = fact.event.forgotten(fact.stream);
    let spoken_name = match fact.event {
        Event::Case(case::Event::Signal(signal)) => Some(&signal.spoken_name),
        Event::Case(case::Event::Forgotten { spoken_name }) => Some(spoken_name),
        _ => None,
    };
    if let Some(owner) = over {
        tx.execute(
            FORGOTTEN_TABLE.new,
            &[&owner.to_string(), &fact.position, &spoken_name.cloned()],
        )?;
    }
    let Some(spoken_name) = spoken_name else { return Ok(()) };
    let owner = Id::<Case>::from_stored(fact.stream.id).to_string();
    // A spoken name is a genus, a space and three digits.
    let genus = spoken_name
        .rsplit_once(' ')
        .map_or(spoken_name.as_str(), |(genus, _)| genus);
    tx.execute(BORNE, &[&genus, &owner, &fact.position])?;
    tx.execute(BEARS, &[&owner])
}

/// All that are over.
pub(crate) fn owners(tx: &Tx<'_>) -> Result<Vec<Owner>> {
    tx.rows(OWNERS, &[], |row| {
        let owner: String = row.get(0)?;
        let position: i64 = row.get(1)?;
        Owner::parse(&owner).ok_or_else(|| Error::Inconsistent {
            table: "forgotten",
            row: position.to_string(),
            column: "owner",
        })
    })
}
