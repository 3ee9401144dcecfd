//! Writing down what the person told.
use super::{kind, parts, told};
use crate::case::{
    heading,
    sheet::{Sheet, back},
};
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::{case::Heading, detail};
use tiltas_domain::Field;
use tiltas_kit::{Errors, Failure, Fields, Posted, Visit, edge::Asked};
use tiltas_words::Html;

fn sheet(visit: &Visit, heading: &Heading, kind: Field, sent: Option<(&Fields, &Errors)>) -> Sheet {
    Sheet::about(
        visit,
        heading.case,
        &heading.spoken_name,
        visit.words.detail_title(),
        sent,
    )
    .lead(visit.words.detail_lead())
    .part(Html::hidden("kind", kind.code()))
    .parts(parts(&visit.words, kind, "", sent))
}

/// The form; `kind` says what is told.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let heading = heading(&visit, &case, Action::TellDetail).await?;
    let kind = kind(asked.one("kind")).ok_or(Failure::NotFound)?;
    sheet(&visit, &heading, kind, None).show()
}

/// Sent.
pub async fn tell(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let heading = heading(&visit, &case, Action::TellDetail).await?;
    let kind = kind(fields.one("kind")).ok_or(Failure::NotFound)?;
    let value = told(&visit, &fields, kind)
        .map_err(|errors| sheet(&visit, &heading, kind, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, heading.case);
    visit.run(move |app| detail::tell(app, &context, id, &value)).await?;
    Ok(back(&case, "told"))
}
