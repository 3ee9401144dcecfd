//! Certificates: to how many they are issued, why one is withdrawn, and which of them a list shows.
use super::{At, Errors, Input, Reader, schema, training::number};
use serde::Deserialize;
use tiltas_domain::{
    certificate::{Select, Status, Withdraw},
    training::Certify,
};
use utoipa::{IntoParams, ToSchema};

/// The longest reason, in signs.
const WORDS: usize = 4000;
/// The most certificates that are issued at once.
const AT_ONCE: u16 = 100;

/// To how many of a function certificates are issued.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"function": "Duty officers", "count": "1"}))]
pub struct IssueCertificates {
    /// Their institution, by id.
    #[schema(required)]
    #[serde(default)]
    pub organisation: String,
    /// Their function there, as it is registered.
    #[schema(required)]
    #[serde(default)]
    pub function: String,
    /// How many, one each.
    #[schema(required)]
    #[serde(default)]
    pub count: String,
}

impl Input for IssueCertificates {
    type Command = Certify;

    fn command(&self, at: &At<'_>) -> Result<Certify, Errors> {
        let mut read = Reader::new(at);
        let organisation = read.needed_id("organisation", Some(&self.organisation));
        let function = read.title("function", Some(&self.function));
        let count = number(&mut read, "count", &self.count, 1, AT_ONCE);
        let all = organisation.zip(function).zip(count);
        read.end(all.map(|((organisation, function), count)| Certify {
            organisation,
            function,
            count,
        }))
    }
}

/// Why a certificate is withdrawn.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Issued to the wrong function."}))]
pub struct WithdrawCertificate {
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for WithdrawCertificate {
    type Command = Withdraw;

    fn command(&self, at: &At<'_>) -> Result<Withdraw, Errors> {
        let mut read = Reader::new(at);
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        read.end(reason.map(|reason| Withdraw { reason }))
    }
}

/// Which certificates.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectCertificates {
    /// Only those that stand so.
    #[param(schema_with = schema::one::<Status>)]
    pub status: Option<String>,
    /// Only those in whose number, competence, institution or function these words stand.
    pub text: Option<String>,
    /// Those that follow this one: its id.
    pub after: Option<String>,
}

impl Input for SelectCertificates {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            status: read.choice("status", self.status.as_deref()),
            text: read.line("text", self.text.as_deref()),
            after: read.id("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}
