//! Programmes: a row each with its folded state. They are few, so a list reads all of them and narrows by what they say.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    table::digest,
};
use crate::{Result, Snapshot};
use tiltas_domain::{Event, Id, programme::Programme};

table! {
    PROGRAMME_TABLE = programme (programme text NOT NULL, began bigint NOT NULL, folded bytes NOT NULL) key (programme)
}

pub(crate) const VIEW: View = View {
    name: "programme",
    // The state that a row keeps is the domain's: where that changes, the view is built anew too.
    version: digest(concat!(
        include_str!("programme.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/programme.rs"),
        include_str!("../../../domain/src/programme/event.rs")
    )),
    tables: &[PROGRAMME_TABLE],
    project,
};
const FOLDED: Folded = folded!(programme);

fn project(tx: &crate::seam::Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Programme(event) = fact.event else {
        return Ok(());
    };
    let After { id, folded, began, .. } = FOLDED.follow::<Programme>(tx, fact, event)?;
    tx.execute(PROGRAMME_TABLE.new, &[&id, &began, &folded])
}

impl Snapshot<'_> {
    /// All programmes, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn programmes(&self) -> Result<Vec<(Id<Programme>, Programme)>> {
        FOLDED.all(&self.tx()?)
    }
}
