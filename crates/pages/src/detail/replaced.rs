//! An older value, opened for a reason, which is logged.
use crate::case::{heading, sheet::Sheet};
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::{
    case::{Heading, file::Value},
    detail,
};
use tiltas_input::detail::OpenSealed;
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::{form::Text, shown},
};
use tiltas_words::{Html, Words};

fn sheet(visit: &Visit, heading: &Heading, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let mut reason = Text::new("reason", words.replaced_reason());
    if let Some((fields, errors)) = sent {
        reason = reason.again(fields, errors);
    }
    Sheet::about(
        visit,
        heading.case,
        &heading.spoken_name,
        visit.words.replaced_title(),
        sent,
    )
    .lead(words.replaced_lead())
    .part(reason)
    .submit(words.replaced_open())
}

/// Why?
pub async fn ask(visit: Visit, Path((case, _)): Path<(String, String)>) -> Result<Response, Failure> {
    let heading = heading(&visit, &case, Action::OpenReplaced).await?;
    sheet(&visit, &heading, None).show()
}

/// The value.
pub async fn open(
    visit: Visit,
    Path((case, old)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let heading = heading(&visit, &case, Action::OpenReplaced).await?;
    let words = &visit.words;
    let reason = visit.command::<OpenSealed>(&fields, &[("reason", Words::replaced_needed)]);
    let reason = reason.map_err(|errors| sheet(&visit, &heading, Some((&fields, &errors))).again(errors))?;
    let (context, id, old) = (visit.context(&fields)?, heading.case, crate::case::id(&old)?);
    let value = visit
        .run(move |app| detail::open_replaced(app, &context, id, old, &reason))
        .await?;
    let html: Html = match &value {
        Value::Name(_, name) => shown(words, name),
        Value::BirthDate(date) => shown(words, date),
        Value::Document(number, _) => shown(words, number),
        Value::Phone(phone) => shown(words, phone),
        Value::Whereabouts(place) => shown(words, place),
        Value::Health(note) => shown(words, note),
    };
    sheet(&visit, &heading, None).before([html]).show()
}
