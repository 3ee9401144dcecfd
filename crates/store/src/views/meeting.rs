//! Meetings: a row each with its folded state. They are few, so a list reads all of them and narrows by what they say.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    table::digest,
};
use crate::{Result, Snapshot};
use tiltas_domain::{Event, Id, meeting::Meeting};

table! {
    MEETING_TABLE = meeting (meeting text NOT NULL, began bigint NOT NULL, folded bytes NOT NULL) key (meeting)
}

pub(crate) const VIEW: View = View {
    name: "meeting",
    // The state that a row keeps is the domain's: where that changes, the view is built anew too.
    version: digest(concat!(
        include_str!("meeting.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/meeting.rs"),
        include_str!("../../../domain/src/meeting/event.rs")
    )),
    tables: &[MEETING_TABLE],
    project,
};
const FOLDED: Folded = folded!(meeting);

fn project(tx: &crate::seam::Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Meeting(event) = fact.event else {
        return Ok(());
    };
    let After { id, folded, began, .. } = FOLDED.follow::<Meeting>(tx, fact, event)?;
    tx.execute(MEETING_TABLE.new, &[&id, &began, &folded])
}

impl Snapshot<'_> {
    /// All meetings, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn meetings(&self) -> Result<Vec<(Id<Meeting>, Meeting)>> {
        FOLDED.all(&self.tx()?)
    }
}
