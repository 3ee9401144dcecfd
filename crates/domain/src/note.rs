//! Notes: added, never overwritten. An addition stands under the note it adds to.
use crate::{
    Changes, Content, Context, Id, OfCase, Stream, Summary,
    case::Case,
    changes::Kind,
    content::{NoteText, Parts},
    context::Actor,
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

/// The notes of a case, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes(pub Vec<Note>);

impl OfCase for Notes {}

impl Stream for Notes {
    const KIND: Kind = Kind::Note;
    type Event = Event;

    fn evolve(state: Option<Notes>, event: &Event) -> Option<Notes> {
        let mut notes = state.unwrap_or_default();
        if let Some(first) = event.adds_to {
            notes.find(first)?;
        }
        notes.0.push(event.clone());
        Some(notes)
    }

    fn begins(event: &Event) -> Option<Id<()>> {
        Some(event.note.bare())
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        let what = if event.own_words { "note_own_words" } else { "note" };
        Some(Summary::new(what))
    }
}

impl Notes {
    fn find(&self, note: Id<Note>) -> Option<&Note> {
        self.0.iter().find(|known| known.note == note)
    }
}

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

crate::slice::refusal! {
    /// Why a note is not added.
    Refusal {
        /// There is no such note.
        NotThere = "NOT-01", "this file has no such note to add to";
    }
}

/// Adds a note.
///
/// # Errors
/// When the note it adds to is not in this file.
pub fn add(case: Id<Case>, notes: &Notes, command: &Add, context: &Context) -> Result<Changes, Refusal> {
    if let Some(first) = command.adds_to {
        notes.find(first).ok_or(Refusal::NotThere)?;
    }
    Ok(Changes::new(
        case.of::<Notes>(),
        Event {
            note: context.inside::<Notes, Note>(0),
            adds_to: command.adds_to,
            own_words: command.own_words,
            text: command.text.clone().into(),
            by: context.actor,
        },
    ))
}
