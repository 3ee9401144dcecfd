//! Visits: a row each with its folded state. They are few, so a list reads all of them and narrows by what they say.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    table::digest,
};
use crate::{Result, Snapshot};
use tiltas_domain::{Event, Id, visit::Visit};

table! {
    VISIT_TABLE = visit (visit text NOT NULL, began bigint NOT NULL, folded bytes NOT NULL) key (visit)
}

pub(crate) const VIEW: View = View {
    name: "visit",
    // The state that a row keeps is the domain's: where that changes, the view is built anew too.
    version: digest(concat!(
        include_str!("visit.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/visit.rs"),
        include_str!("../../../domain/src/visit/event.rs")
    )),
    tables: &[VISIT_TABLE],
    project,
};
const FOLDED: Folded = folded!(visit);

fn project(tx: &crate::seam::Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Visit(event) = fact.event else {
        return Ok(());
    };
    let After { id, folded, began, .. } = FOLDED.follow::<Visit>(tx, fact, event)?;
    tx.execute(VISIT_TABLE.new, &[&id, &began, &folded])
}

impl Snapshot<'_> {
    /// All visits, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn visits(&self) -> Result<Vec<(Id<Visit>, Visit)>> {
        FOLDED.all(&self.tx()?)
    }
}
