//! What each side does with a referral that was sent.
use crate::{
    BASE,
    body::{Keyed, Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_app::{App, Error, Receipt, referral};
use tiltas_domain::{
    Context, Id,
    referral::{How, Referral},
};
use tiltas_kit::forms::referral as form;
use tiltas_kit::{
    Failure, Visit,
    forms::{LINE, Reader},
};
use utoipa::ToSchema;

/// Whom one rang, and when.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"function": "Night coordinator", "at": "2026-08-19T22:19:00Z"}))]
pub struct TellByPhone {
    /// A function, no name.
    pub function: String,
    /// When, with its zone.
    pub at: String,
}

/// Words for the other side.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"words": "Does she need a doctor before she comes to us?"}))]
pub struct SayWords {
    /// In words.
    pub words: String,
}

/// The receiver's answer.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"answer": "accept", "words": "Ring twice at the side door."}))]
pub struct AnswerReferral {
    /// `accept`, `refuse` or `no_capacity`.
    pub answer: String,
    /// Of a yes: which place; the held one, or the first that is free, where nothing is said.
    pub place: Option<String>,
    /// Of a no: why, as a code.
    pub reason: Option<String>,
    /// Words for the sender.
    pub words: Option<String>,
}

/// How a service ended.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"outcome": "in_programme", "words": "She stays until autumn."}))]
pub struct EndService {
    /// What came of it, as a code; or `failed`, with words, where it could not be given after all.
    pub outcome: String,
    /// Words for the sender.
    pub words: Option<String>,
}

/// Why it is taken back.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"because": "wrong_receiver"}))]
pub struct WithdrawReferral {
    /// As a code. One that went to the wrong receiver drafts the report of the incident.
    pub because: String,
}

async fn done(
    visit: &Visit,
    id: Id<Referral>,
    fields: &tiltas_kit::Fields,
    work: impl FnOnce(&App, &Context) -> Result<Receipt, Error> + Send + 'static,
) -> Result<Response, Failure> {
    let context = visit.context(fields)?;
    let receipt = visit.run(move |app| work(app, &context)).await?;
    Ok(created(format!("{BASE}/referrals/{id}"), id, receipt))
}

/// The receiver has seen it.
#[utoipa::path(post, path = "/referrals/{id}/acknowledgements", tag = "referral", params(("id" = String, Path, description = "The referral")), responses((status = 201, description = "Acknowledged", body = Created)))]
pub async fn acknowledge(visit: Visit, Which(id): Which<Referral>, key: Keyed) -> Result<Response, Failure> {
    done(&visit, id, &key.0, move |app, context| {
        referral::acknowledge(app, context, id)
    })
    .await
}

/// The receiver was told by phone: an acknowledgement.
#[utoipa::path(post, path = "/referrals/{id}/told-by-phone", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = TellByPhone, responses((status = 201, description = "Recorded", body = Created)))]
pub async fn tell_by_phone(
    visit: Visit,
    Which(id): Which<Referral>,
    sent: Sent<TellByPhone>,
) -> Result<Response, Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let function = read.needed_text("function", LINE).map(str::to_owned);
    let at = read.moment("at");
    let how = function.zip(at).map(|(function, at)| How::ByPhone { function, at });
    let how = read.end(how).map_err(again)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::told_by_phone(app, context, id, &how)
    })
    .await
}

/// The receiver asks first. A question acknowledges.
#[utoipa::path(post, path = "/referrals/{id}/questions", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = SayWords, responses((status = 201, description = "Asked", body = Created)))]
pub async fn ask(visit: Visit, Which(id): Which<Referral>, sent: Sent<SayWords>) -> Result<Response, Failure> {
    let words = form::parse_words(&sent.fields, &visit.words).map_err(again)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::ask(app, context, id, &words)
    })
    .await
}

/// The sender answers the question.
#[utoipa::path(post, path = "/referrals/{id}/replies", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = SayWords, responses((status = 201, description = "Answered", body = Created)))]
pub async fn reply(visit: Visit, Which(id): Which<Referral>, sent: Sent<SayWords>) -> Result<Response, Failure> {
    let words = form::parse_words(&sent.fields, &visit.words).map_err(again)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::reply(app, context, id, &words)
    })
    .await
}

/// The receiver answers: yes, no, no capacity.
#[utoipa::path(post, path = "/referrals/{id}/answers", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = AnswerReferral, responses((status = 201, description = "Answered", body = Created)))]
pub async fn answer(visit: Visit, Which(id): Which<Referral>, sent: Sent<AnswerReferral>) -> Result<Response, Failure> {
    let answering = form::parse_answer(&sent.fields, &visit.words).map_err(again)?;
    done(&visit, id, &sent.fields, move |app, context| match &answering {
        form::Answering::Answer(answer) => referral::answer(app, context, id, answer),
        form::Answering::Ask(question) => referral::ask(app, context, id, question),
    })
    .await
}

/// The service begins.
#[utoipa::path(post, path = "/referrals/{id}/starts", tag = "referral", params(("id" = String, Path, description = "The referral")), responses((status = 201, description = "Begun", body = Created)))]
pub async fn start(visit: Visit, Which(id): Which<Referral>, key: Keyed) -> Result<Response, Failure> {
    done(&visit, id, &key.0, move |app, context| {
        referral::start(app, context, id)
    })
    .await
}

/// The service ends; the outcome goes back to whoever sent her.
#[utoipa::path(post, path = "/referrals/{id}/outcomes", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = EndService, responses((status = 201, description = "Ended", body = Created)))]
pub async fn end(visit: Visit, Which(id): Which<Referral>, sent: Sent<EndService>) -> Result<Response, Failure> {
    if sent.fields.one("outcome") == "failed" {
        let words = form::parse_words(&sent.fields, &visit.words).map_err(again)?;
        return done(&visit, id, &sent.fields, move |app, context| {
            referral::fail(app, context, id, &words)
        })
        .await;
    }
    let (outcome, words) = form::parse_complete(&sent.fields, &visit.words).map_err(again)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::complete(app, context, id, outcome, words.as_ref())
    })
    .await
}

/// Takes it back: the receiver's access ends.
#[utoipa::path(post, path = "/referrals/{id}/withdrawals", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = WithdrawReferral, responses((status = 201, description = "Taken back", body = Created)))]
pub async fn withdraw(
    visit: Visit,
    Which(id): Which<Referral>,
    sent: Sent<WithdrawReferral>,
) -> Result<Response, Failure> {
    let because = form::parse_withdraw(&sent.fields, &visit.words).map_err(again)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::withdraw(app, context, id, because)
    })
    .await
}
