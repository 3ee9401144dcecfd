//! Notes.
use crate::{Act, App, Error, Receipt, case::change};
use tiltas_domain::{
    Id, Root,
    case::Case,
    note::{self, Add},
};

/// Adds a note, or an addition to one.
///
/// # Errors
/// When the actor takes no part, or the note it adds to is not there.
pub fn add(app: &App, root: &Root, id: Id<Case>, command: &Add) -> Result<Receipt, Error> {
    change(app, root, Act::AddNote, id, |read, context, _, _| {
        Ok(note::add(id, &read.of_case(id)?, command, context)?)
    })
}
