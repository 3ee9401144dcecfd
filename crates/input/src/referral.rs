//! Referrals: sent, kept as a draft, and what each side does with one.
mod act;

pub use act::{AnswerReferral, Answering, EndService, Ending, GivePlace, SayWords, TellByPhone, WithdrawReferral};

use super::{At, Errors, Input, Reader, error::Code, schema};
pub(crate) use act::{ANSWERS, outcomes};
use serde::Deserialize;
use tiltas_domain::{
    Field, Fields, Id, Moment,
    case::{Case, Urgency},
    consent::Ground,
    provider::Service,
    referral::send::{Draft, Send},
};
use utoipa::ToSchema;

/// A referral: exactly what goes, to whom, on which ground. Nothing goes that is not named in `fields`.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "to": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "urgency": "tonight", "services": ["shelter"], "ground": "consent", "hold": true, "told": true,
    "fields": ["spoken_name", "person", "language", "risk", "work", "health"],
    "words": "She can be with you at 03:00. Her wrist hurts."
}))]
pub struct SendReferral {
    /// To which provider, by id.
    #[schema(required)]
    #[serde(default)]
    pub to: String,
    /// How soon: it sets the clocks.
    #[schema(required, schema_with = schema::one::<Urgency>)]
    #[serde(default)]
    pub urgency: String,
    /// What is asked for.
    #[schema(required, schema_with = schema::several::<Service>)]
    #[serde(default)]
    pub services: Vec<String>,
    /// Exactly these fields go; the spoken name and what is asked for always do.
    #[schema(required, schema_with = schema::several::<Field>)]
    #[serde(default)]
    pub fields: Vec<String>,
    /// On which ground.
    #[schema(required, schema_with = schema::one::<Ground>)]
    #[serde(default)]
    pub ground: String,
    /// Why, where the ground asks for a reason.
    pub ground_reason: Option<String>,
    /// The last day on which the receiver may use it, such as 2026-11-18; the profile's where nothing is said.
    pub until: Option<String>,
    /// Whether a place is held until the answer is due.
    #[serde(default)]
    pub hold: bool,
    /// That what goes was looked at beside what stays, and the person was told where consent is the ground.
    #[serde(default)]
    pub told: bool,
    /// Words for the receiver.
    pub words: Option<String>,
    /// The draft that it was, by id.
    pub draft: Option<String>,
}

/// A referral about a case that its address names.
pub struct Sending(Send);

impl Sending {
    /// The command.
    pub fn about(self, case: Id<Case>) -> Send {
        Send { case, ..self.0 }
    }
}

impl Input for SendReferral {
    type Command = Sending;

    fn command(&self, at: &At<'_>) -> Result<Sending, Errors> {
        let mut read = Reader::new(at);
        let urgency = read.needed("urgency", Some(&self.urgency));
        let services = services(&mut read, &self.services);
        let to = read.needed_id("to", Some(&self.to));
        let fields: Fields = read.several::<Field>("fields", &self.fields).into_iter().collect();
        let ground = read.needed::<Ground>("ground", Some(&self.ground));
        let ground_reason = match ground {
            Some(Ground::VitalInterest) => read.needed_words("ground_reason", self.ground_reason.as_deref()),
            _ => read.words("ground_reason", self.ground_reason.as_deref()),
        };
        let until = read.until("until", self.until.as_deref());
        let until = until.filter(|until| !is_profiles_own(*until, ground, at));
        let words = read.words("words", self.words.as_deref());
        let draft = read.id("draft", self.draft.as_deref());
        if !self.told {
            read.wrong("told", Code::Told);
        }
        let command = urgency.zip(to).zip(ground).map(|((urgency, to), ground)| {
            Sending(Send {
                case: Id::from_stored([0; 16]),
                draft,
                to,
                urgency,
                services,
                fields: fields.and(Fields::ALWAYS),
                ground,
                ground_reason,
                until,
                hold: self.hold,
                words,
            })
        });
        read.end(command)
    }
}

/// Whether the last moment is that of the profile, which may end at an hour of its day.
fn is_profiles_own(until: Moment, ground: Option<Ground>, at: &At<'_>) -> bool {
    let day = |moment: Moment| at.zone.to_datetime(moment.timestamp()).date();
    let longest = ground.and_then(|ground| at.profile.start(&at.profile.ground(ground).until, at.now).due);
    longest.is_some_and(|longest| day(longest) == day(until))
}

/// A draft: nothing goes anywhere.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"urgency": "ordinary", "services": ["legal_aid"], "words": "To be asked again tomorrow."}))]
pub struct DraftReferral {
    /// Perhaps to which provider.
    pub to: Option<String>,
    /// How soon.
    #[schema(required, schema_with = schema::one::<Urgency>)]
    #[serde(default)]
    pub urgency: String,
    /// What is asked for.
    #[schema(required, schema_with = schema::several::<Service>)]
    #[serde(default)]
    pub services: Vec<String>,
    /// Words for the receiver.
    pub words: Option<String>,
    /// The draft that it was, by id.
    pub draft: Option<String>,
}

/// A draft about a case that its address names.
pub struct Drafting(Draft);

impl Drafting {
    /// The command.
    pub fn about(self, case: Id<Case>) -> Draft {
        Draft { case, ..self.0 }
    }
}

impl Input for DraftReferral {
    type Command = Drafting;

    fn command(&self, at: &At<'_>) -> Result<Drafting, Errors> {
        let mut read = Reader::new(at);
        let urgency = read.needed("urgency", Some(&self.urgency));
        let services = services(&mut read, &self.services);
        let to = read.id("to", self.to.as_deref());
        let words = read.words("words", self.words.as_deref());
        let draft = read.id("draft", self.draft.as_deref());
        read.end(urgency.map(|urgency| {
            Drafting(Draft {
                case: Id::from_stored([0; 16]),
                draft,
                to,
                urgency,
                services,
                words,
            })
        }))
    }
}

fn services(read: &mut Reader<'_>, sent: &[String]) -> Vec<Service> {
    let services = read.several::<Service>("services", sent);
    if services.is_empty() && sent.iter().all(|one| one.trim().is_empty()) {
        read.wrong("services", Code::Needed);
    }
    services
}
