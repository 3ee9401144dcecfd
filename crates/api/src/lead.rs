//! Who leads a case: offered, taken, declined; who she is, told anew; and that the police lead a proceeding.
use super::{
    BASE,
    body::{Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_domain::{case::Case, organisation::Organisation};
use tiltas_kit::forms::signal as form;
use tiltas_kit::{Failure, Visit, forms::Reader};
use utoipa::ToSchema;

/// To whom something goes.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct OfferLead {
    /// The organisation, by id. She has said yes to it leading her case.
    pub to: String,
}

/// The answer to an offer.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"accept": true}))]
pub struct AnswerLead {
    /// Takes the lead, or declines it.
    pub accept: bool,
}

/// Who leads the proceeding.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"police": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct NoteProceeding {
    /// Police or prosecution, by id. They learn that the case exists, and no more.
    pub police: String,
}

/// Who she is, as far as rules need it, told anew and whole.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"sex": "woman", "age_class": "unsure", "nationality": "UA", "languages": ["uk"], "interpreter": "independent", "child_with_her": "no"}))]
pub struct DescribeCase {
    /// `woman`, `man`, `other`, or one of the three ways of not having it.
    pub sex: Option<String>,
    /// `adult`, `child`, `unsure`, or one of the three ways of not having it.
    pub age_class: Option<String>,
    /// `documented`, `declared`, `assessed` or `presumed_minor`.
    pub age_basis: Option<String>,
    /// Years, 0 to 120, or one of the three ways of not having them.
    pub years: Option<String>,
    /// ISO 3166-1 alpha-2, or one of the three ways of not having it.
    pub nationality: Option<String>,
    /// ISO 639-1; the first is the one to speak with her.
    #[serde(default)]
    pub languages: Vec<String>,
    /// `not_needed`, `independent`, `not_independent`, `needed` or `not_asked`.
    pub interpreter: Option<String>,
    /// One of the five answers.
    pub child_with_her: Option<String>,
}

/// Tells anew who she is, as far as rules need it.
#[utoipa::path(post, path = "/cases/{id}/descriptions", tag = "case", params(("id" = String, Path, description = "The case")), request_body = DescribeCase, responses((status = 201, description = "Told", body = Created)))]
pub async fn describe(visit: Visit, Which(id): Which<Case>, sent: Sent<DescribeCase>) -> Result<Response, Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let person = form::person(&mut read);
    let person = read.end(Some(person)).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::describe(app, &context, id, &person))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Offers the lead to another organisation.
#[utoipa::path(post, path = "/cases/{id}/lead-offers", tag = "case", params(("id" = String, Path, description = "The case")), request_body = OfferLead, responses((status = 201, description = "Offered", body = Created)))]
pub async fn offer(visit: Visit, Which(id): Which<Case>, sent: Sent<OfferLead>) -> Result<Response, Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let to = read.needed_id::<Organisation>("to");
    let to = read.end(to).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::offer_lead(app, &context, id, to))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}

/// Takes the lead that was offered, or declines it.
#[utoipa::path(post, path = "/cases/{id}/lead-answers", tag = "case", params(("id" = String, Path, description = "The case")), request_body = AnswerLead, responses((status = 201, description = "Answered", body = Created)))]
pub async fn answer(visit: Visit, Which(id): Which<Case>, sent: Sent<AnswerLead>) -> Result<Response, Failure> {
    let accept = sent.fields.has("accept", "yes");
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::case::answer_lead(app, &context, id, accept))
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
    let mut read = Reader::new(&visit.words, &sent.fields);
    let police = read.needed_id::<Organisation>("police");
    let police = read.end(police).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::proceeding::note(app, &context, id, police))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), id, receipt))
}
