//! Her own say: recorded, taken back.
use super::{
    BASE,
    body::{Below, Keyed, Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_domain::{
    Answer, Field, Purpose,
    case::Case,
    consent::{Form, Recipient, RecordSay, Say},
    context::Draw,
    provider::Service,
};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, LINE, Reader, TEXT},
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// What she said about one recipient: a service, an organisation, or police and prosecutor.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "service": "shelter", "answer": "yes", "language": "uk",
    "fields": ["spoken_name", "person", "language", "risk", "work", "safe_contact", "health"],
    "words": "They may know what hurts, and not my name."
}))]
pub struct RecordConsent {
    /// Whoever gives this service.
    pub service: Option<String>,
    /// This organisation, by id.
    pub organisation: Option<String>,
    /// Police and prosecutor.
    #[serde(default)]
    pub police: bool,
    /// One of the five answers.
    pub answer: String,
    /// What they may get, by field.
    #[serde(default)]
    pub fields: Vec<String>,
    /// `assistance`, `child_protection` or `investigation`; assistance where nothing is said.
    pub purpose: Option<String>,
    /// The last moment of her yes.
    pub until: Option<String>,
    /// `spoken`, `written` or `by_guardian`; spoken where nothing is said.
    pub form: Option<String>,
    /// The language in which she said it.
    pub language: Option<String>,
    /// In her own words.
    pub words: Option<String>,
}

fn parse(words: &Words, fields: &Fields) -> Result<RecordSay, Errors> {
    let mut read = Reader::new(words, fields);
    let service = read
        .choice("service", Service::ALL, Service::code)
        .map(Recipient::Service);
    let organisation = read.id("organisation").map(Recipient::Organisation);
    let police = read.tick("police").then_some(Recipient::Police);
    let to = match (service, organisation, police) {
        (Some(one), None, None) | (None, Some(one), None) | (None, None, Some(one)) => Some(one),
        _ => {
            read.wrong("service", "errors-recipient", &[]);
            None
        }
    };
    let answer = read.needed("answer", &Answer::ALL, Answer::code);
    let goes = read.several("fields", Field::ALL, Field::code);
    let purpose = read.choice("purpose", Purpose::ALL, Purpose::code);
    let until = read.moment("until");
    let form = read.choice("form", Form::ALL, Form::code).unwrap_or(Form::Spoken);
    let language = read.languages("language").into_iter().next();
    let said = read.told("words", TEXT.min(LINE * 20));
    let command = to.zip(answer).map(|(to, answer)| RecordSay {
        to,
        answer,
        fields: goes.into_iter().collect(),
        purpose: purpose.unwrap_or(match to {
            Recipient::Police => Purpose::Investigation,
            Recipient::Service(_) | Recipient::Organisation(_) => Purpose::Assistance,
        }),
        until,
        form,
        language,
        words: said,
    });
    read.end(command)
}

/// Records what she said.
#[utoipa::path(post, path = "/cases/{id}/consents", tag = "consent", params(("id" = String, Path, description = "The case")), request_body = RecordConsent, responses((status = 201, description = "Recorded", body = Created)))]
pub async fn record(visit: Visit, Which(id): Which<Case>, sent: Sent<RecordConsent>) -> Result<Response, Failure> {
    let command = parse(&visit.words, &sent.fields).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let say = context.part::<Say>(Draw::Say, 0);
    let receipt = visit
        .run(move |app| tiltas_app::consent::record(app, &context, id, &[command]))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), say, receipt))
}

/// She takes it back: what rests on it ends, and everyone who has it is asked to remove it and to say so.
#[utoipa::path(post, path = "/cases/{id}/consents/{say}/withdrawals", tag = "consent", params(("id" = String, Path, description = "The case"), ("say" = String, Path, description = "What she said")), responses((status = 201, description = "Taken back", body = Created)))]
pub async fn withdraw(visit: Visit, Below(id, say): Below<Case, Say>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let receipt = visit
        .run(move |app| tiltas_app::consent::take_back(app, &context, id, say))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), say, receipt))
}
