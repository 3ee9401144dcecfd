//! Risk and safety, assessed with her.
use super::{
    BASE,
    body::{Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_domain::{
    Content, Sensitive,
    case::Case,
    content::{FearedPerson, SafeContact, SafetyPlan},
    risk::{Assess, Channel, Event, Level, Safety},
};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, LINE, Reader, TEXT},
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// A risk assessment. Each stands whole; the one before stays in the journal.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "level": "high", "with_her": "yes", "call": "no", "write": "no", "in_person": "care",
    "safe_contact": "Only through the duty officer, after 18:00.", "feared": ["The man of the grey van"],
    "plan": "She rings 112 and says the word that was agreed."
}))]
pub struct AssessRisk {
    /// `low`, `medium`, `high` or `imminent`.
    pub level: String,
    /// Whether it was done with her: one of the five answers.
    pub with_her: Option<String>,
    /// Whether she can be rung: `safe`, `care`, `no` or `not_asked`.
    pub call: Option<String>,
    /// Whether she can be written to.
    pub write: Option<String>,
    /// Whether she can be met.
    pub in_person: Option<String>,
    /// Words on how to reach her safely.
    pub safe_contact: Option<String>,
    /// Whom she fears, each by itself.
    #[serde(default)]
    pub feared: Vec<String>,
    /// What was agreed for her safety.
    pub plan: Option<String>,
}

fn parse(words: &Words, fields: &Fields) -> Result<Assess, Errors> {
    let mut read = Reader::new(words, fields);
    let level = read.needed("level", Level::ALL, Level::code);
    let with_her = read.answer("with_her");
    let channels = Channel::ALL.iter().filter_map(|channel| {
        let safety = read.choice(channel.code(), Safety::ALL, Safety::code)?;
        Some((*channel, safety))
    });
    let channels = channels.collect();
    let safe_contact = read.told::<SafeContact>("safe_contact", LINE).map(Content::New);
    let plan = read.told::<SafetyPlan>("plan", TEXT).map(Content::New);
    let feared = fields.all("feared").into_iter().filter(|one| !one.is_empty());
    let feared = feared.map(|one| FearedPerson::wrap(one.to_owned()).into()).collect();
    read.end(level.map(|level| Assess {
        assessment: Event {
            level,
            with_her,
            channels,
            safe_contact,
            feared,
            plan,
        },
    }))
}

/// Keeps a risk assessment.
#[utoipa::path(post, path = "/cases/{id}/risks", tag = "risk", params(("id" = String, Path, description = "The case")), request_body = AssessRisk, responses((status = 201, description = "Kept", body = Created)))]
pub async fn assess(visit: Visit, Which(id): Which<Case>, sent: Sent<AssessRisk>) -> Result<Response, Failure> {
    let command = parse(&visit.words, &sent.fields).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::risk::assess(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}
