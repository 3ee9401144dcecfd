//! Risk and safety, assessed with the person.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    Content,
    content::{SafeContact, SafetyPlan},
    known::Answer,
    risk::{Assess, Channel, Event, Level, Safety},
};
use utoipa::ToSchema;

/// The most persons whom somebody fears.
const FEARED: usize = 50;

/// A risk assessment. Each stands whole; the one before stays in the journal.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "level": "high", "with_person": "yes", "call": "no", "write": "no", "in_person": "care",
    "safe_contact": "Only through the duty officer, after 18:00.", "feared": ["The man of the grey van"],
    "plan": "She rings 112 and says the word that was agreed."
}))]
pub struct AssessRisk {
    /// How high.
    #[schema(required, schema_with = schema::one::<Level>)]
    #[serde(default)]
    pub level: String,
    /// Whether it was done with the person.
    #[schema(schema_with = schema::one::<Answer>)]
    pub with_person: Option<String>,
    /// Whether the person can be rung.
    #[schema(schema_with = schema::one::<Safety>)]
    pub call: Option<String>,
    /// Whether the person can be written to.
    #[schema(schema_with = schema::one::<Safety>)]
    pub write: Option<String>,
    /// Whether the person can be met.
    #[schema(schema_with = schema::one::<Safety>)]
    pub in_person: Option<String>,
    /// Words on how to reach the person safely.
    pub safe_contact: Option<String>,
    /// Whom the person fears, each alone.
    #[serde(default)]
    pub feared: Vec<String>,
    /// What was agreed for safety.
    pub plan: Option<String>,
}

impl Input for AssessRisk {
    type Command = Assess;

    fn command(&self, at: &At<'_>) -> Result<Assess, Errors> {
        let mut read = Reader::new(at);
        let level = read.needed("level", Some(&self.level));
        let with_person = read.answer("with_person", self.with_person.as_deref());
        let ways = [
            (Channel::Call, &self.call),
            (Channel::Write, &self.write),
            (Channel::InPerson, &self.in_person),
        ];
        let channels = ways.into_iter().filter_map(|(channel, sent)| {
            let safety = read.choice(channel.code(), sent.as_deref())?;
            (safety != Safety::NotAsked).then_some((channel, safety))
        });
        let channels = channels.collect();
        let safe_contact = read.words::<SafeContact>("safe_contact", self.safe_contact.as_deref());
        let plan = read.words::<SafetyPlan>("plan", self.plan.as_deref());
        let feared = if read.many("feared", self.feared.len(), FEARED) {
            Vec::new()
        } else {
            let all = self.feared.iter().enumerate();
            all.filter_map(|(nth, sent)| read.told(&format!("feared[{nth}]"), Some(sent)).map(Content::New))
                .collect()
        };
        read.end(level.map(|level| Assess {
            assessment: Event {
                level,
                with_person,
                channels,
                safe_contact: safe_contact.map(Content::New),
                feared,
                plan: plan.map(Content::New),
            },
        }))
    }
}

impl AssessRisk {
    /// Whether anything of it was said but its level.
    pub fn says_something(&self) -> bool {
        let ways = [&self.call, &self.write, &self.in_person];
        let said = |way: &&Option<String>| way.as_deref().is_some_and(|way| way != Safety::NotAsked.code());
        ways.iter().any(said) || !self.feared.is_empty() || self.safe_contact.is_some() || self.plan.is_some()
    }
}
