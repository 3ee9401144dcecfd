//! Notes.
use crate::{App, Error, Receipt, case::change};
use tiltas_access::Action;
use tiltas_domain::{
    Context, Id,
    case::Case,
    note::{self, Add},
};

/// Adds a note, or an addition to one.
///
/// # Errors
/// When the actor takes no part, or the note it adds to is not there.
pub fn add(app: &App, context: &Context, id: Id<Case>, command: &Add) -> Result<Receipt, Error> {
    change(app, context, "note.add", Action::AddNote, id, |read, _, _| {
        Ok(note::add(id, &read.of_case(id)?, command, context)?)
    })
}
