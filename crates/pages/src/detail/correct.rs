//! Correcting: the new value stands, the old one stays sealed, and those who hold it are asked to take the new one.
use super::{parts, told};
use crate::case::{
    form_of_detail,
    sheet::{Sheet, back},
};
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::{
    case::file::{Entry, File, Value},
    detail,
};
use tiltas_domain::{Id, detail::Detail};
use tiltas_input::detail::Correcting;
use tiltas_kit::{Errors, Failure, Fields, Posted, Visit, component::typed};
use tiltas_words::Html;

fn find<'f>(file: &'f File, detail: &str) -> Result<&'f Entry, Failure> {
    let id: Id<Detail> = crate::case::id(detail)?;
    file.entries
        .iter()
        .find(|entry| entry.id == id)
        .ok_or(Failure::NotFound)
}

/// What stands; a sealed one is not shown to be corrected.
fn held(value: &Value) -> String {
    match value {
        Value::Name(_, name) => typed(name),
        Value::BirthDate(date) => typed(date),
        Value::Document(number, _) => typed(number),
        Value::Phone(phone) => typed(phone),
        Value::Whereabouts(place) => typed(place),
        Value::Health(note) => typed(note),
    }
}

fn sheet(visit: &Visit, file: &File, entry: &Entry, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let mut holders: Vec<&str> = file
        .disclosures
        .iter()
        .filter(|went| went.runs && went.fields.contains(entry.field))
        .map(|went| went.to.as_str())
        .collect();
    visit.edge.app.alphabet().sort(&mut holders, |name| name);
    holders.dedup();
    let asked: Vec<Html> = match holders.as_slice() {
        [] => vec![words.detail_no_holders().into()],
        all => all.iter().map(|who| words.detail_holder(who).into()).collect(),
    };
    Sheet::new(visit, file, visit.words.detail_correct_title(), sent)
        .lead(words.detail_correct_lead())
        .before(asked)
        .parts(parts(words, entry.field, &held(&entry.value), sent))
        .submit(words.detail_correct())
}

/// The form, filled with what stands.
pub async fn page(visit: Visit, Path((case, detail)): Path<(String, String)>) -> Result<Response, Failure> {
    let file = form_of_detail(&visit, &case, Action::CorrectDetail, &detail).await?;
    let entry = find(&file, &detail)?;
    sheet(&visit, &file, entry, None).show()
}

/// Sent.
pub async fn press(
    visit: Visit,
    Path((case, detail)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let file = form_of_detail(&visit, &case, Action::CorrectDetail, &detail).await?;
    let replaces = crate::case::id(&detail)?;
    // One that was replaced meanwhile stands no more: the rule says so.
    let kind = find(&file, &detail).map_or_else(|_| super::kind(fields.one("kind")), |entry| Some(entry.field));
    let kind = kind.ok_or(Failure::NotFound)?;
    let value = told(&visit, &fields, kind).map_err(|errors| match find(&file, &detail) {
        Ok(entry) => sheet(&visit, &file, entry, Some((&fields, &errors))).again(errors),
        Err(failure) => failure,
    })?;
    let (context, id) = (visit.context(&fields)?, file.case);
    let command = Correcting(value).of(replaces);
    visit
        .run(move |app| detail::correct(app, &context, id, &command))
        .await?;
    Ok(back(&case, "corrected"))
}
