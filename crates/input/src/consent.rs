//! The person's own say.
use super::{At, Errors, Input, Reader, error::Code, schema};
use serde::Deserialize;
use tiltas_domain::{
    Answer, Field, Fields, Id, Purpose,
    consent::{AddConsent, Consent, Form, Recipient, Withdraw},
    provider::Service,
};
use utoipa::ToSchema;

/// What the person said about one recipient: a service, an organisation, or police and prosecutor. A yes lets the spoken name
/// and what is asked for go as well: without them no referral can rest on it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "service": "shelter", "answer": "yes", "language": "uk",
    "fields": ["spoken_name", "person", "language", "risk", "work", "safe_contact", "health"],
    "words": "They may know what hurts, and not my name."
}))]
pub struct RecordConsent {
    /// Whoever gives this service.
    #[schema(schema_with = schema::one::<Service>)]
    pub service: Option<String>,
    /// This organisation, by id.
    pub organisation: Option<String>,
    /// Police and prosecutor.
    #[serde(default)]
    pub police: bool,
    /// What the person said.
    #[schema(required, schema_with = schema::one::<Answer>)]
    #[serde(default)]
    pub answer: String,
    /// What they may get, by field.
    #[schema(schema_with = schema::several::<Field>)]
    #[serde(default)]
    pub fields: Vec<String>,
    /// For what; where nothing is said, investigation for police and prosecutor and assistance for others.
    #[schema(schema_with = schema::one::<Purpose>)]
    pub purpose: Option<String>,
    /// The last moment of a yes: a day, to its end, or a time with its zone.
    pub until: Option<String>,
    /// How it was said; spoken where nothing is said.
    #[schema(schema_with = schema::one::<Form>)]
    pub form: Option<String>,
    /// The language in which it was said.
    pub language: Option<String>,
    /// In the person's own words.
    pub words: Option<String>,
}

impl Input for RecordConsent {
    type Command = AddConsent;

    fn command(&self, at: &At<'_>) -> Result<AddConsent, Errors> {
        let mut read = Reader::new(at);
        let to = self.recipient(&mut read);
        let answer = read.needed::<Answer>("answer", Some(&self.answer));
        let goes: Fields = read.several::<Field>("fields", &self.fields).into_iter().collect();
        if answer == Some(Answer::Yes) && goes.is_empty() {
            read.wrong("fields", Code::Needed);
        }
        let purpose = read.choice("purpose", self.purpose.as_deref());
        let until = read.until("until", self.until.as_deref());
        let form = read.choice("form", self.form.as_deref()).unwrap_or(Form::Spoken);
        let languages: Vec<String> = self.language.iter().cloned().collect();
        let language = read.languages("language", &languages).into_iter().next();
        let words = read.words("words", self.words.as_deref());
        let yes = answer == Some(Answer::Yes);
        read.end(to.zip(answer).map(|(to, answer)| AddConsent {
            to,
            answer,
            fields: if yes { goes.and(Fields::ALWAYS) } else { Fields::NONE },
            purpose: purpose.unwrap_or(match to {
                Recipient::Police => Purpose::Investigation,
                Recipient::Service(_) | Recipient::Organisation(_) => Purpose::Assistance,
            }),
            until: until.filter(|_| yes),
            form,
            language,
            words,
        }))
    }
}

/// What is to stop with a withdrawn consent. Without a word the sharing stops, and a service that is promised or runs goes on.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"sharing": true, "service": false}))]
pub struct WithdrawConsent {
    /// Nothing more is shared on it, and everyone who has something is asked to remove it.
    pub sharing: Option<bool>,
    /// The services that rest on it stop: those that wait or are promised end, those that run are asked to end.
    #[serde(default)]
    pub service: bool,
}

/// What stops with a withdrawn consent that its address names.
pub struct Withdrawing {
    /// Nothing more is shared on it.
    pub sharing: bool,
    /// The services that rest on it stop.
    pub service: bool,
}

impl Withdrawing {
    /// The command.
    pub fn of(self, say: Id<Consent>) -> Withdraw {
        Withdraw {
            say,
            sharing: self.sharing,
            service: self.service,
        }
    }
}

impl Input for WithdrawConsent {
    type Command = Withdrawing;

    fn command(&self, _: &At<'_>) -> Result<Withdrawing, Errors> {
        Ok(Withdrawing {
            sharing: self.sharing.unwrap_or(true),
            service: self.service,
        })
    }
}

impl RecordConsent {
    fn recipient(&self, read: &mut Reader<'_>) -> Option<Recipient> {
        let service = read.choice("service", self.service.as_deref()).map(Recipient::Service);
        let organisation = read.id("organisation", self.organisation.as_deref());
        let organisation = organisation.map(Recipient::Organisation);
        let police = self.police.then_some(Recipient::Police);
        match (service, organisation, police) {
            (Some(one), None, None) | (None, Some(one), None) | (None, None, Some(one)) => Some(one),
            _ => {
                read.wrong("service", Code::Recipient);
                None
            }
        }
    }
}
