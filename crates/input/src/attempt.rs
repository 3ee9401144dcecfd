//! A contact attempt: whom one rang, when, and what came of it.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::attempt::{Note, Outcome};
use utoipa::ToSchema;

/// Whom one rang, when, and what came of it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"whom": "Night coordinator", "at": "2026-08-19T22:20:30Z", "outcome": "no_answer"}))]
pub struct NoteAttempt {
    /// A function, no name.
    #[schema(required)]
    #[serde(default)]
    pub whom: String,
    /// When: a time with its zone, or an hour such as 02:12.
    #[schema(required)]
    #[serde(default)]
    pub at: String,
    /// What came of it.
    #[schema(required, schema_with = schema::one::<Outcome>)]
    #[serde(default)]
    pub outcome: String,
    /// In words.
    pub words: Option<String>,
}

impl Input for NoteAttempt {
    type Command = Note;

    fn command(&self, at: &At<'_>) -> Result<Note, Errors> {
        let mut read = Reader::new(at);
        let whom = read.needed_line("whom", Some(&self.whom));
        let when = read.done_at("at", Some(&self.at));
        let outcome = read.needed("outcome", Some(&self.outcome));
        let words = read.words("words", self.words.as_deref());
        let note = whom.zip(when).zip(outcome).map(|((whom, at), outcome)| Note {
            whom,
            at,
            outcome,
            words,
        });
        read.end(note)
    }
}
