//! Screening: begun, answered, concluded. The advice never decides.
use super::{
    BASE,
    body::{Below, Keyed, Sent, Which},
    reply::{Created, created},
};
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::screening;
use tiltas_domain::{
    Field,
    case::Case,
    screening::{Screening, Screenings, advice},
};
use tiltas_input::screening::{AnswerScreening, ConcludeScreening};
use tiltas_kit::{Failure, Visit};

/// Begins a screening with the set of questions that the organisation begins with: a hotline with that of a call.
#[utoipa::path(post, path = "/cases/{id}/screenings", tag = "screening", params(("id" = String, Path, description = "The case")), responses((status = 201, description = "Begun", body = Created)))]
pub async fn start(visit: Visit, Which(id): Which<Case>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let (begun, receipt) = visit
        .run(move |app| {
            let set = screening::usual(app, &context)?;
            let receipt = screening::start(app, &context, id, &set.edition())?;
            Ok((receipt.inside::<Screenings, Screening>()?, receipt))
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), begun, receipt))
}

/// Keeps answers; one that is given again replaces the one before.
#[utoipa::path(post, path = "/cases/{id}/screenings/{screening}/answers", tag = "screening", params(("id" = String, Path, description = "The case"), ("screening" = String, Path, description = "The screening")), request_body = AnswerScreening, responses((status = 201, description = "Kept", body = Created)))]
pub async fn answer(
    visit: Visit,
    Below(id, begun): Below<Case, Screening>,
    sent: Sent<AnswerScreening>,
) -> Result<Response, Failure> {
    let page = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| screening::answer(app, &context, id, begun, &page))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), begun, receipt))
}

/// A person decides.
#[utoipa::path(post, path = "/cases/{id}/screenings/{screening}/conclusions", tag = "screening", params(("id" = String, Path, description = "The case"), ("screening" = String, Path, description = "The screening")), request_body = ConcludeScreening, responses((status = 201, description = "Concluded", body = Created)))]
pub async fn conclude(
    visit: Visit,
    Below(id, begun): Below<Case, Screening>,
    sent: Sent<ConcludeScreening>,
) -> Result<Response, Failure> {
    let (decision, reason) = sent.command(&visit)?;
    let (context, reading) = (visit.context(&sent.fields)?, visit.reading()?);
    let receipt = visit
        .run(move |app| {
            let fields = [Field::Story, Field::Person];
            let file = tiltas_app::case::file::form(app, &reading, id, Action::Screen, &fields)?;
            let mut all = file.kept.screenings.open().into_iter().flatten();
            let child = file.child_route.open() == Some(&true);
            let advised = all.find(|one| one.id == begun).is_some_and(|one| {
                let set = advice::edition(&one.set).unwrap_or(advice::standing());
                advice::advise(set, &one.answers, child).refer
            });
            screening::conclude(app, &context, id, begun, decision, advised, reason)
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), begun, receipt))
}
