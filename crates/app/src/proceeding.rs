//! Proceedings: noted by those who lead the case.
use crate::{App, Error, Receipt, case::change, organisation::something_waits};
use tiltas_access::Action;
use tiltas_domain::{Context, Id, case::Case, organisation::Organisation, proceeding};

/// Notes that a police unit leads a proceeding: it learns that the case exists, and nothing else.
///
/// # Errors
/// When the actor does not lead the case, the unit is no police, or it is noted already.
pub fn note(app: &App, context: &Context, id: Id<Case>, police: Id<Organisation>) -> Result<Receipt, Error> {
    change(
        app,
        context,
        "proceeding.note",
        Action::NoteProceeding,
        id,
        |read, _, case| {
            let kind = read.state(police)?.kind;
            something_waits(read, police)?;
            Ok(proceeding::note(id, case, (police, kind))?)
        },
    )
}
