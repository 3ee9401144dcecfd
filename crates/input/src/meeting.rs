//! A meeting: who meets when, who was there, what was decided, its minutes.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    Sensitive,
    content::Message,
    meeting::{Call, Decide, Draft, Hold, Resolve},
    recommendation::Outcome,
};
use utoipa::ToSchema;

/// The longest minutes, in signs.
const MINUTES: usize = 20_000;
/// The longest reason, in signs.
const WORDS: usize = 4000;
/// The most institutions of one meeting.
const MOST: usize = 60;

/// Who meets, when.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallMeeting {
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Which body.
    #[schema(required)]
    #[serde(default)]
    pub body: String,
    /// On which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
    /// Where.
    pub place: Option<String>,
    /// Who is invited, by id.
    #[schema(required)]
    #[serde(default)]
    pub invited: Vec<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for CallMeeting {
    type Command = Call;

    fn command(&self, at: &At<'_>) -> Result<Call, Errors> {
        let mut read = Reader::new(at);
        let title = read.title("title", Some(&self.title));
        let body = read.title("body", Some(&self.body));
        let on = read.needed_day("on", Some(&self.on));
        let place = read.title_if("place", self.place.as_deref());
        let invited = read.ids("invited", &self.invited, MOST);
        let all = title.zip(body).zip(on);
        read.end(all.map(|((title, body), on)| Call {
            title,
            body,
            on: on.into(),
            place,
            invited,
            example: self.example,
        }))
    }
}

/// Who was there.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldMeeting {
    /// The institutions, by id.
    #[schema(required)]
    #[serde(default)]
    pub present: Vec<String>,
}

impl Input for HoldMeeting {
    type Command = Hold;

    fn command(&self, at: &At<'_>) -> Result<Hold, Errors> {
        let mut read = Reader::new(at);
        let present = read.ids("present", &self.present, MOST);
        read.end(Some(Hold { present }))
    }
}

/// What was decided on a recommendation.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideAtMeeting {
    /// Which, by id.
    #[schema(required)]
    #[serde(default)]
    pub recommendation: String,
    /// What.
    #[schema(required, schema_with = schema::one::<Outcome>)]
    #[serde(default)]
    pub outcome: String,
    /// Why; a *no* always has a reason.
    pub reason: Option<String>,
}

impl Input for DecideAtMeeting {
    type Command = Decide;

    fn command(&self, at: &At<'_>) -> Result<Decide, Errors> {
        let mut read = Reader::new(at);
        let recommendation = read.needed_id("recommendation", Some(&self.recommendation));
        let outcome = read.needed("outcome", Some(&self.outcome));
        let reason = read.text("reason", self.reason.as_deref(), WORDS);
        let all = recommendation.zip(outcome);
        read.end(all.map(|(recommendation, outcome)| Decide {
            recommendation,
            outcome,
            reason,
        }))
    }
}

/// A decision that becomes a task.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolveAtMeeting {
    /// What is to be done.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// By whom: an institution in which somebody does tasks, by id.
    #[schema(required)]
    #[serde(default)]
    pub owner: String,
    /// By when: a day, or a time with its zone.
    pub due: Option<String>,
}

impl Input for ResolveAtMeeting {
    type Command = Resolve;

    fn command(&self, at: &At<'_>) -> Result<Resolve, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), Message::LONGEST);
        let owner = read.needed_id("owner", Some(&self.owner));
        let due = read.until("due", self.due.as_deref());
        read.end(text.zip(owner).map(|(text, owner)| Resolve { text, owner, due }))
    }
}

/// The minutes.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "One recommendation was adopted."}))]
pub struct DraftMinutes {
    /// Their words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
}

impl Input for DraftMinutes {
    type Command = Draft;

    fn command(&self, at: &At<'_>) -> Result<Draft, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), MINUTES);
        read.end(text.map(|text| Draft { text }))
    }
}

/// What needs no words.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct AgreeMinutes {}

impl Input for AgreeMinutes {
    type Command = ();

    fn command(&self, at: &At<'_>) -> Result<(), Errors> {
        Reader::new(at).end(Some(()))
    }
}
