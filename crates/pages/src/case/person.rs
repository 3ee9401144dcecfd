//! Telling anew who the person is, as far as rules need it. An age in doubt becomes adult by a paper or an assessment,
//! never by a word.
use super::{
    form as opened,
    sheet::{Sheet, back},
};
use crate::screening::{form, part::Held};
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::case::{self, file::File};
use tiltas_domain::{Field, case::AgeBasis};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Choice, Choices},
};

/// What the form is filled from.
const SHOWN: [Field; 2] = [Field::Person, Field::Language];

fn sheet(visit: &Visit, file: &File, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, nothing) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&nothing, &none));
    let held = Held::of(visit, file, fields, errors, sent.is_some());
    let bases = AgeBasis::ALL
        .iter()
        .map(|basis| Choice::new(basis.code(), words.say_case_age_basis(basis)));
    let mut basis = Choices::one("age_basis", words.person_age_basis(), bases).hint(words.person_age_basis_hint());
    if let Some((fields, errors)) = sent {
        basis = basis.again(fields, errors);
    } else if let Some(held) = file.age.open().and_then(|age| age.basis) {
        basis = basis.chosen(held.code());
    }
    let mut parts = held.person_parts();
    parts.insert(3, basis.into());
    Sheet::new(visit, file, visit.words.person_title(), sent)
        .lead(words.person_lead())
        .parts(parts)
}

/// The form.
pub async fn page(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let file = opened(&visit, &case, Action::Describe, &SHOWN).await?;
    sheet(&visit, &file, None).show()
}

/// Sent.
pub async fn describe(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let file = opened(&visit, &case, Action::Describe, &SHOWN).await?;
    let person = form::person(&visit, &fields).map_err(|wrong| {
        let errors = Errors::of_page(&visit.words, &wrong, &[]);
        sheet(&visit, &file, Some((&fields, &errors))).again(errors)
    })?;
    let (context, id) = (visit.context(&fields)?, file.case);
    visit.run(move |app| case::describe(app, &context, id, &person)).await?;
    Ok(back(&case, "described"))
}
