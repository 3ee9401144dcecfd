//! Risk and safety, assessed anew. Each assessment stands whole; the one before stays in the journal.
use crate::{
    case::{
        form as opened,
        sheet::{Sheet, back},
    },
    screening::{form, part::Held},
};
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::{case::file::File, risk};
use tiltas_domain::Field;
use tiltas_input::Input;
use tiltas_kit::{Edge, Errors, Failure, Fields, Posted, Visit};

/// What the form is filled from.
const SHOWN: [Field; 3] = [Field::Risk, Field::SafeContact, Field::Feared];

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new().route("/cases/{id}/risk", get(page).post(assess))
}

fn sheet(visit: &Visit, file: &File, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let (none, nothing) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&nothing, &none));
    let held = Held::of(visit, file, fields, errors, sent.is_some());
    Sheet::new(visit, file, visit.words.risk_title(), sent)
        .lead(visit.words.risk_lead())
        .parts(held.risk_parts())
}

/// The form, filled from the assessment that stands.
pub async fn page(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let file = opened(&visit, &case, Action::AssessRisk, &SHOWN).await?;
    sheet(&visit, &file, None).show()
}

/// Sent.
pub async fn assess(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let file = opened(&visit, &case, Action::AssessRisk, &SHOWN).await?;
    let command = form::assessment(&fields).and_then(|sent| sent.command(&visit.at()));
    let command = command.map_err(|wrong| {
        let errors = Errors::of_page(&visit.words, &wrong, &form::OWN);
        sheet(&visit, &file, Some((&fields, &errors))).again(errors)
    })?;
    let (context, id) = (visit.context(&fields)?, file.case);
    visit.run(move |app| risk::assess(app, &context, id, &command)).await?;
    Ok(back(&case, "assessed"))
}
