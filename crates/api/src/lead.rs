//! Who leads a case: offered, taken, declined; who the person is, told anew; and that the police lead a proceeding.
use super::{
    BASE,
    body::{Keyed, Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_domain::case::Case;
use tiltas_input::case::{AnswerLead, DescribeCase, NoteProceeding, OfferLead};
use tiltas_kit::{Failure, Visit};

/// Tells anew who the person is, as far as rules need it.
#[utoipa::path(post, path = "/cases/{id}/descriptions", tag = "case", params(("id" = String, Path, description = "The case")), request_body = DescribeCase, responses((status = 201, description = "Told", body = Created)))]
pub async fn describe(visit: Visit, Which(id): Which<Case>, sent: Sent<DescribeCase>) -> Result<Response, Failure> {
    let person = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::describe(app, &context, id, &person))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Offers the lead to another organisation.
#[utoipa::path(post, path = "/cases/{id}/lead-offers", tag = "case", params(("id" = String, Path, description = "The case")), request_body = OfferLead, responses((status = 201, description = "Offered", body = Created)))]
pub async fn offer(visit: Visit, Which(id): Which<Case>, sent: Sent<OfferLead>) -> Result<Response, Failure> {
    let to = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::offer_lead(app, &context, id, to))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Takes the offer of the lead back.
#[utoipa::path(post, path = "/cases/{id}/lead-offers/withdrawals", tag = "case", params(("id" = String, Path, description = "The case")), responses((status = 201, description = "Taken back", body = Created)))]
pub async fn withdraw(visit: Visit, Which(id): Which<Case>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::withdraw_lead_offer(app, &context, id))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Takes the lead that was offered, or declines it.
#[utoipa::path(post, path = "/cases/{id}/lead-answers", tag = "case", params(("id" = String, Path, description = "The case")), request_body = AnswerLead, responses((status = 201, description = "Answered", body = Created)))]
pub async fn answer(visit: Visit, Which(id): Which<Case>, sent: Sent<AnswerLead>) -> Result<Response, Failure> {
    let accept = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::answer_lead(app, &context, id, accept))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Takes the lead that nobody offered, by a duty that the country's profile names.
#[utoipa::path(post, path = "/cases/{id}/leads", tag = "case", params(("id" = String, Path, description = "The case")), responses((status = 201, description = "Taken", body = Created)))]
pub async fn take(visit: Visit, Which(id): Which<Case>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::take_lead(app, &context, id))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Notes that the police lead a proceeding.
#[utoipa::path(post, path = "/cases/{id}/proceedings", tag = "case", params(("id" = String, Path, description = "The case")), request_body = NoteProceeding, responses((status = 201, description = "Noted", body = Created)))]
pub async fn note_proceeding(
    visit: Visit,
    Which(id): Which<Case>,
    sent: Sent<NoteProceeding>,
) -> Result<Response, Failure> {
    let police = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::proceeding::note(app, &context, id, police))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}
