//! A need, and how it ended.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::need::{End, Ended, Kind, Pressing, Record, Unmet};
use utoipa::ToSchema;

/// What the person needs.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "mental_health", "pressing": "needed", "words": "Sleeps two hours a night."}))]
pub struct RecordNeed {
    /// What; for `other`, `words` say what.
    #[schema(required, schema_with = schema::one::<Kind>)]
    #[serde(default)]
    pub kind: String,
    /// How pressing it is.
    #[schema(required, schema_with = schema::one::<Pressing>)]
    #[serde(default)]
    pub pressing: String,
    /// In words.
    pub words: Option<String>,
}

impl Input for RecordNeed {
    type Command = Record;

    fn command(&self, at: &At<'_>) -> Result<Record, Errors> {
        let mut read = Reader::new(at);
        let kind = read.needed("kind", Some(&self.kind));
        let pressing = read.needed("pressing", Some(&self.pressing));
        let words = match kind {
            Some(Kind::Other) => read.needed_words("words", self.words.as_deref()),
            _ => read.words("words", self.words.as_deref()),
        };
        read.end(
            kind.zip(pressing)
                .map(|(kind, pressing)| Record { kind, pressing, words }),
        )
    }
}

/// How a need ended: met by somebody, unmet for a reason, or dropped by the person.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"end": "unmet", "because": "no_provider"}))]
pub struct EndNeed {
    /// Met, unmet, or dropped by the person.
    #[schema(required, schema_with = schema::one::<Ended>)]
    #[serde(default)]
    pub end: String,
    /// The organisation that met it, by id.
    pub by: Option<String>,
    /// Why it is unmet.
    #[schema(schema_with = schema::one::<Unmet>)]
    pub because: Option<String>,
}

impl Input for EndNeed {
    type Command = End;

    fn command(&self, at: &At<'_>) -> Result<End, Errors> {
        let mut read = Reader::new(at);
        let end = match read.needed("end", Some(&self.end)) {
            Some(Ended::Met) => read.needed_id("by", self.by.as_deref()).map(End::Met),
            Some(Ended::Unmet) => read.needed("because", self.because.as_deref()).map(End::Unmet),
            Some(Ended::Withdrawn) => Some(End::Withdrawn),
            None => None,
        };
        read.end(end)
    }
}
