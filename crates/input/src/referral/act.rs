//! What each side does with a referral that was sent.
use crate::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
    schema,
};
use serde::Deserialize;
use tiltas_domain::{
    content::Message,
    known::Coded,
    referral::{How, Outcome, Reason, WithdrawnBecause, answer::Answer},
};
use utoipa::ToSchema;

/// Whom one rang, and when.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"function": "Night coordinator", "at": "2026-08-19T22:20:00Z"}))]
pub struct TellByPhone {
    /// A function, no name.
    #[schema(required)]
    #[serde(default)]
    pub function: String,
    /// When: a time with its zone, or an hour such as 02:12.
    #[schema(required)]
    #[serde(default)]
    pub at: String,
}

impl Input for TellByPhone {
    type Command = How;

    fn command(&self, at: &At<'_>) -> Result<How, Errors> {
        let mut read = Reader::new(at);
        let function = read.title("function", Some(&self.function));
        let when = read.done_at("at", Some(&self.at));
        read.end(function.zip(when).map(|(function, at)| How::ByPhone { function, at }))
    }
}

/// Words for the other side.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"words": "Does she need a doctor before she comes to us?"}))]
pub struct SayWords {
    /// In words.
    #[schema(required)]
    #[serde(default)]
    pub words: String,
}

impl Input for SayWords {
    type Command = Message;

    fn command(&self, at: &At<'_>) -> Result<Message, Errors> {
        let mut read = Reader::new(at);
        let words = read.needed_words("words", Some(&self.words));
        read.end(words)
    }
}

/// The receiver's answer.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"answer": "accept", "words": "Ring twice at the side door."}))]
pub struct AnswerReferral {
    /// What is answered; `ask` asks first, in words.
    #[schema(required, schema_with = schema::answering)]
    #[serde(default)]
    pub answer: String,
    /// Of a yes: which place; the held one, or the first that is free, where nothing is said.
    pub place: Option<String>,
    /// Of a no: why.
    #[schema(schema_with = schema::one::<Reason>)]
    pub reason: Option<String>,
    /// Words for the sender.
    pub words: Option<String>,
}

/// The four answers.
pub(crate) const ANSWERS: [&str; 4] = ["accept", "refuse", "no_capacity", "ask"];

/// What a receiver says: an answer, or a question first.
#[derive(Debug)]
pub enum Answering {
    /// Yes, no, no capacity.
    Answer(Answer),
    /// A question; it acknowledges.
    Ask(Message),
}

impl Input for AnswerReferral {
    type Command = Answering;

    fn command(&self, at: &At<'_>) -> Result<Answering, Errors> {
        let mut read = Reader::new(at);
        let (place, reason) = (self.place.as_deref(), self.reason.as_deref());
        let words = self.words.as_deref();
        let answering = match self.answer.trim() {
            "accept" => Some(Answering::Answer(Answer::Accept {
                place: read.line("place", place),
                words: read.words("words", words),
            })),
            "no_capacity" => Some(Answering::Answer(Answer::NoCapacity {
                words: read.words("words", words),
            })),
            "refuse" => {
                let reason = read.needed::<Reason>("reason", reason);
                let words = match reason {
                    Some(Reason::Other) => read.needed_words("words", words),
                    _ => read.words("words", words),
                };
                reason.map(|reason| Answering::Answer(Answer::Refuse { reason, words }))
            }
            "ask" => read.needed_words("words", words).map(Answering::Ask),
            "" => {
                read.wrong("answer", Code::Needed);
                None
            }
            _ => {
                read.wrong_by("answer", Code::Choose, "codes", Fact::Text(ANSWERS.join(", ")));
                None
            }
        };
        read.end(answering)
    }
}

/// How a service ended.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"outcome": "in_programme", "words": "She stays until autumn."}))]
pub struct EndService {
    /// What came of it; or `failed`, with words, where it could not be given after all.
    #[schema(required, schema_with = schema::outcome)]
    #[serde(default)]
    pub outcome: String,
    /// Words for the sender.
    pub words: Option<String>,
}

/// Given and ended, or not given after all.
#[derive(Debug)]
pub enum Ending {
    /// What came of it.
    Completed(Outcome, Option<Message>),
    /// Why it could not be given.
    Failed(Message),
}

/// That a service could not be given after all, beside the outcomes.
pub(crate) const FAILED: &str = "failed";

impl Input for EndService {
    type Command = Ending;

    fn command(&self, at: &At<'_>) -> Result<Ending, Errors> {
        let mut read = Reader::new(at);
        let words = self.words.as_deref();
        let ending = if self.outcome.trim() == FAILED {
            read.needed_words("words", words).map(Ending::Failed)
        } else {
            let outcome = read.needed::<Outcome>("outcome", Some(&self.outcome));
            let words = read.words("words", words);
            outcome.map(|outcome| Ending::Completed(outcome, words))
        };
        read.end(ending)
    }
}

/// A place for an accepted or running service.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"place": "2 B"}))]
pub struct GivePlace {
    /// How the house calls the place.
    #[schema(required)]
    #[serde(default)]
    pub place: String,
}

impl Input for GivePlace {
    type Command = String;

    fn command(&self, at: &At<'_>) -> Result<String, Errors> {
        let mut read = Reader::new(at);
        let place = read.needed_line("place", Some(&self.place));
        read.end(place)
    }
}

/// Why it is taken back.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"because": "wrong_receiver"}))]
pub struct WithdrawReferral {
    /// Why. One that went to the wrong receiver drafts the report of the incident.
    #[schema(required, schema_with = schema::one::<WithdrawnBecause>)]
    #[serde(default)]
    pub because: String,
}

impl Input for WithdrawReferral {
    type Command = WithdrawnBecause;

    fn command(&self, at: &At<'_>) -> Result<WithdrawnBecause, Errors> {
        let mut read = Reader::new(at);
        let because = read.needed("because", Some(&self.because));
        read.end(because)
    }
}

/// The outcomes, and that it failed.
pub(crate) fn outcomes() -> impl Iterator<Item = &'static str> {
    <Outcome as Coded>::ALL.iter().map(|one| one.code()).chain([FAILED])
}
