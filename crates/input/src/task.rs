//! What an organisation owes, said to be done.
use super::{At, Errors, Input, Reader};
use serde::Deserialize;
use tiltas_domain::{Id, organisation::Organisation};
use utoipa::ToSchema;

/// Which authority was told.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"authority": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct TellChildProtection {
    /// The child-protection authority, by id.
    #[schema(required)]
    #[serde(default)]
    pub authority: String,
}

impl Input for TellChildProtection {
    type Command = Id<Organisation>;

    fn command(&self, at: &At<'_>) -> Result<Id<Organisation>, Errors> {
        let mut read = Reader::new(at);
        let authority = read.needed_id("authority", Some(&self.authority));
        read.end(authority)
    }
}
