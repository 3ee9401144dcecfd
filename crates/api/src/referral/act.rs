//! What each side does with a referral that was sent.
use crate::{
    BASE,
    body::{Keyed, Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_app::{App, Error, Receipt, referral};
use tiltas_domain::{Id, Root, referral::Referral};
use tiltas_input::referral::{
    AnswerReferral, Answering, EndService, Ending, GivePlace, SayWords, TellByPhone, WithdrawReferral,
};
use tiltas_kit::{Failure, Visit};

async fn done(
    visit: &Visit,
    id: Id<Referral>,
    fields: &tiltas_kit::Fields,
    work: impl FnOnce(&App, &Root) -> Result<Receipt, Error> + Send + 'static,
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
    let how = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::told_by_phone(app, context, id, &how)
    })
    .await
}

/// The receiver asks first. A question acknowledges.
#[utoipa::path(post, path = "/referrals/{id}/questions", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = SayWords, responses((status = 201, description = "Asked", body = Created)))]
pub async fn ask(visit: Visit, Which(id): Which<Referral>, sent: Sent<SayWords>) -> Result<Response, Failure> {
    let words = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::ask(app, context, id, &words)
    })
    .await
}

/// The sender answers the question.
#[utoipa::path(post, path = "/referrals/{id}/replies", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = SayWords, responses((status = 201, description = "Answered", body = Created)))]
pub async fn reply(visit: Visit, Which(id): Which<Referral>, sent: Sent<SayWords>) -> Result<Response, Failure> {
    let words = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::reply(app, context, id, &words)
    })
    .await
}

/// The receiver answers: yes, no, no capacity.
#[utoipa::path(post, path = "/referrals/{id}/answers", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = AnswerReferral, responses((status = 201, description = "Answered", body = Created)))]
pub async fn answer(visit: Visit, Which(id): Which<Referral>, sent: Sent<AnswerReferral>) -> Result<Response, Failure> {
    let answering = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| match &answering {
        Answering::Answer(answer) => referral::answer(app, context, id, answer),
        Answering::Ask(question) => referral::ask(app, context, id, question),
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

/// The house gives a place to an accepted or running service: a first one, or another instead of the one before.
#[utoipa::path(post, path = "/referrals/{id}/places", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = GivePlace, responses((status = 201, description = "Given", body = Created)))]
pub async fn give_place(visit: Visit, Which(id): Which<Referral>, sent: Sent<GivePlace>) -> Result<Response, Failure> {
    let place = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::give_place(app, context, id, &place)
    })
    .await
}

/// The service ends; the outcome goes back to the sender.
#[utoipa::path(post, path = "/referrals/{id}/outcomes", tag = "referral", params(("id" = String, Path, description = "The referral")), request_body = EndService, responses((status = 201, description = "Ended", body = Created)))]
pub async fn end(visit: Visit, Which(id): Which<Referral>, sent: Sent<EndService>) -> Result<Response, Failure> {
    let ending = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| match &ending {
        Ending::Completed(outcome, words) => referral::complete(app, context, id, *outcome, words.as_ref()),
        Ending::Failed(words) => referral::fail(app, context, id, words),
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
    let because = sent.command(&visit)?;
    done(&visit, id, &sent.fields, move |app, context| {
        referral::withdraw(app, context, id, because)
    })
    .await
}
