//! What is sought.
use super::{At, Errors, Input, Reader};
use serde::Deserialize;
use utoipa::IntoParams;

/// The words.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// All of these words stand in it.
    pub text: Option<String>,
}

impl Input for Search {
    type Command = String;

    fn command(&self, at: &At<'_>) -> Result<String, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_line("text", self.text.as_deref());
        read.end(text)
    }
}
