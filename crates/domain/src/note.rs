//! Notes: added, never overwritten. An addition stands under the note it adds to.
use crate::{
    Changes, Content, Context, Id,
    case::{self, Case},
    content::{NoteText, Parts},
    context::{Actor, Draw},
};
use minicbor::{Decode, Encode};

/// A note, or an addition to one.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Event {
    /// Which.
    #[n(0)]
    pub note: Id<Note>,
    /// The note it adds to.
    #[n(1)]
    pub adds_to: Option<Id<Note>>,
    /// As the person said it, word for word.
    #[n(2)]
    pub own_words: bool,
    /// What.
    #[n(3)]
    pub text: Content<NoteText>,
    /// Who wrote it.
    #[n(4)]
    pub by: Actor,
}

/// A note as the file keeps it.
pub type Note = Event;

/// Adds a note.
#[derive(Clone, Debug)]
pub struct Add {
    /// The note it adds to.
    pub adds_to: Option<Id<Note>>,
    /// As the person said it, word for word.
    pub own_words: bool,
    /// What.
    pub text: NoteText,
}

/// Why a note is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such note.
    #[error("NOT-01: this file has no such note to add to")]
    NotThere,
}

/// Adds a note.
///
/// # Errors
/// When the note it adds to is not in this file.
pub fn add(id: Id<Case>, case: &Case, command: &Add, context: &Context) -> Result<Changes, Refusal> {
    if let Some(first) = command.adds_to {
        case.notes
            .iter()
            .find(|note| note.note == first)
            .ok_or(Refusal::NotThere)?;
    }
    Ok(Changes::new(
        id,
        case::Event::Note(Event {
            note: context.part(Draw::Note, 0),
            adds_to: command.adds_to,
            own_words: command.own_words,
            text: command.text.clone().into(),
            by: context.actor,
        }),
    ))
}

pub(crate) fn evolve(mut notes: Vec<Note>, event: &Event) -> Option<Vec<Note>> {
    if let Some(first) = event.adds_to {
        notes.iter().find(|note| note.note == first)?;
    }
    notes.push(event.clone());
    Some(notes)
}
