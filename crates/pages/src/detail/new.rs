//! Writing down what she told.
use super::{kind, parts, told};
use crate::case::{
    led,
    sheet::{Sheet, back},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{case::file::File, detail};
use tiltas_domain::Field;
use tiltas_kit::{Errors, Failure, Fields, Posted, Visit, edge::Asked};
use tiltas_words::Html;

fn sheet(visit: &Visit, file: &File, kind: Field, sent: Option<(&Fields, &Errors)>) -> Sheet {
    Sheet::new(visit, file, "detail-title", sent)
        .lead(visit.words.say("detail-lead"))
        .part(Html::hidden("kind", kind.code()))
        .parts(parts(&visit.words, kind, "", sent))
}

/// The form; `kind` says what is told.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let file = led(&visit, &case).await?;
    let kind = kind(asked.one("kind")).ok_or(Failure::NotFound)?;
    sheet(&visit, &file, kind, None).show()
}

/// Sent.
pub async fn tell(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let file = led(&visit, &case).await?;
    let kind = kind(fields.one("kind")).ok_or(Failure::NotFound)?;
    let value = told(&visit, &fields, kind)
        .map_err(|errors| sheet(&visit, &file, kind, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, file.case);
    visit.run(move |app| detail::tell(app, &context, id, &value)).await?;
    Ok(back(&case, "told"))
}
