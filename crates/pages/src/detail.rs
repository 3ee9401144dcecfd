//! What the person told: written down, corrected without overwriting; an older value opens with a reason.
mod correct;
mod new;
mod replaced;

use axum::{Router, routing::get};
use tiltas_domain::{
    Field,
    detail::{Detail, NameConfidence, NameKind},
};
use tiltas_input::detail::{FIELDS, TellDetail};
use tiltas_kit::{
    Edge, Errors, Fields, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/details/new", get(new::page).post(new::tell))
        .route(
            "/cases/{id}/details/{detail}/correct",
            get(correct::page).post(correct::press),
        )
        .route(
            "/cases/{id}/details/{detail}/replaced",
            get(replaced::ask).post(replaced::open),
        )
}

/// The kind behind a code.
pub(crate) fn kind(code: &str) -> Option<Field> {
    Field::from_code(code).filter(|field| FIELDS.contains(field))
}

/// The value behind the form: `value`; for a name `name_kind` and `name_confidence`; for a paper `false_paper`.
///
/// # Errors
/// The fields that need another look.
pub fn told(visit: &Visit, fields: &Fields, kind: Field) -> Result<Detail, Errors> {
    visit.command::<TellDetail>(
        &fields.clone().with("field", kind.code()),
        &[("value", Words::detail_empty)],
    )
}

/// The fields of one kind.
pub(crate) fn parts(words: &Words, kind: Field, held: &str, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let label = words.say_field(kind);
    let (none, nothing) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&nothing, &none));
    let hint = words.say_code("detail-hint", kind.code());
    let value: Html = match kind {
        Field::Health | Field::Whereabouts => Area::new("value", label)
            .hint(hint)
            .value(held)
            .again(fields, errors)
            .into(),
        _ => Text::new("value", label)
            .hint(hint)
            .value(held)
            .medium()
            .again(fields, errors)
            .into(),
    };
    let mut parts = vec![value];
    let coded = |list: &'static str, codes: Vec<&'static str>| {
        codes
            .into_iter()
            .map(move |code| Choice::new(code, words.say_code(list, code)))
    };
    match kind {
        Field::Name => {
            let kinds = coded("name-kind", NameKind::ALL.iter().map(|kind| kind.code()).collect());
            let sure = coded(
                "name-sure",
                NameConfidence::ALL.iter().map(|sure| sure.code()).collect(),
            );
            let kinds = Choices::one("name_kind", words.detail_name_kind(), kinds);
            let sure = Choices::one("name_confidence", words.detail_name_sure(), sure);
            parts.push(
                if sent.is_some() {
                    kinds.again(fields, errors)
                } else {
                    kinds.chosen("own")
                }
                .into(),
            );
            parts.push(
                if sent.is_some() {
                    sure.again(fields, errors)
                } else {
                    sure.chosen("heard")
                }
                .into(),
            );
        }
        Field::Document => {
            let given = tiltas_domain::Answer::from_code(fields.one("false_paper")).unwrap_or_default();
            let five = tiltas_kit::component::Five::new(words, "false_paper", words.detail_false_paper(), given);
            parts.push(five.into());
        }
        _ => {}
    }
    parts
}
