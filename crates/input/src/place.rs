//! Places and holds of one's own houses.
use super::{At, Errors, Input, Reader};
use serde::Deserialize;
use tiltas_domain::{Id, provider::Provider, referral::Referral};
use utoipa::ToSchema;

/// A hold of one's own house.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"provider": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "referral": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct ReleaseHold {
    /// The house.
    #[schema(required)]
    #[serde(default)]
    pub provider: String,
    /// The referral for which the place is held.
    #[schema(required)]
    #[serde(default)]
    pub referral: String,
}

impl Input for ReleaseHold {
    type Command = (Id<Provider>, Id<Referral>);

    fn command(&self, at: &At<'_>) -> Result<Self::Command, Errors> {
        let mut read = Reader::new(at);
        let provider = read.needed_id("provider", Some(&self.provider));
        let referral = read.needed_id("referral", Some(&self.referral));
        read.end(provider.zip(referral))
    }
}

/// A place of one's own house.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"provider": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "place": "2 B"}))]
pub struct NamePlace {
    /// The house.
    #[schema(required)]
    #[serde(default)]
    pub provider: String,
    /// How the house calls the place.
    #[schema(required)]
    #[serde(default)]
    pub place: String,
    /// To free it: the referral that was shown beside it, so that nobody frees the place of another.
    pub referral: Option<String>,
}

impl Input for NamePlace {
    type Command = (Id<Provider>, String, Option<Id<Referral>>);

    fn command(&self, at: &At<'_>) -> Result<Self::Command, Errors> {
        let mut read = Reader::new(at);
        let provider = read.needed_id("provider", Some(&self.provider));
        let place = read.needed_line("place", Some(&self.place));
        let referral = read.id("referral", self.referral.as_deref());
        read.end(provider.zip(place).map(|(provider, place)| (provider, place, referral)))
    }
}
