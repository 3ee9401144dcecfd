//! Proceedings: noted by those who lead the case.
use crate::{Act, App, Error, Receipt, case::change, organisation::something_waits};
use tiltas_domain::{Id, Root, case::Case, organisation::Organisation, proceeding};

/// Notes that a police unit leads a proceeding: it learns that the case exists, and nothing else.
///
/// # Errors
/// When the actor does not lead the case, the unit is no police, or it is noted already.
pub fn note(app: &App, root: &Root, id: Id<Case>, police: Id<Organisation>) -> Result<Receipt, Error> {
    change(app, root, Act::NoteProceeding, id, |read, _, _, case| {
        let kind = read.state(police)?.kind;
        something_waits(read, police)?;
        Ok(proceeding::note(id, case, (police, kind))?)
    })
}
