//! A note, or an addition to one.
use super::{At, Errors, Input, Reader};
use serde::Deserialize;
use tiltas_domain::note::Add;
use utoipa::ToSchema;

/// A note, or an addition to one.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "She wants to ring her sister before she decides.", "own_words": false}))]
pub struct AddNote {
    /// What. Written as if the person stood behind the screen: by right they will read it.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// As the person said it, word for word.
    #[serde(default)]
    pub own_words: bool,
    /// The note it adds to.
    pub adds_to: Option<String>,
}

impl Input for AddNote {
    type Command = Add;

    fn command(&self, at: &At<'_>) -> Result<Add, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_words("text", Some(&self.text));
        let adds_to = read.id("adds_to", self.adds_to.as_deref());
        read.end(text.map(|text| Add {
            adds_to,
            own_words: self.own_words,
            text,
        }))
    }
}
