//! What she told: written down, corrected without overwriting; an older value opens with a reason.
mod correct;
mod new;
mod replaced;

use crate::screening::form::answer;
use axum::{Router, routing::get};
use tiltas_domain::{
    Field, Sensitive,
    content::{BirthDate, DocumentNumber, HealthNote, PersonName, Phone, Whereabouts},
    detail::{Detail, Name, NameConfidence, NameKind, script_of},
};
use tiltas_kit::{
    Edge, Errors, Fields,
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

/// The kinds that are told.
pub const KINDS: [Field; 6] = [
    Field::Name,
    Field::BirthDate,
    Field::Document,
    Field::Phone,
    Field::Whereabouts,
    Field::Health,
];

/// The kind behind a code.
pub(crate) fn kind(code: &str) -> Option<Field> {
    Field::from_code(code).filter(|field| KINDS.contains(field))
}

/// The value behind the form: `value`; for a name `name_kind` and `confidence`; for a paper `false_paper`.
///
/// # Errors
/// The fields that need another look.
pub fn parse(fields: &Fields, words: &Words, kind: Field) -> Result<Detail, Errors> {
    let mut errors = Errors::new();
    let typed = fields.one("value").to_owned();
    if typed.is_empty() {
        errors.add(words, "value", "detail-empty", &[]);
    }
    let value = match kind {
        Field::Name => Detail::Name(name(fields, words, &typed, &mut errors)),
        Field::BirthDate => match birth_date(&typed) {
            Some(date) => Detail::BirthDate(BirthDate::wrap(date).into()),
            None => {
                if !typed.is_empty() {
                    errors.add(words, "value", "detail-birth-date", &[]);
                }
                Detail::BirthDate(BirthDate::wrap(typed).into())
            }
        },
        Field::Document => {
            let paper = answer(fields, words, "false_paper", &mut errors);
            Detail::Document(DocumentNumber::wrap(typed).into(), paper)
        }
        Field::Phone => Detail::Phone(Phone::wrap(typed).into()),
        Field::Whereabouts => Detail::Whereabouts(Whereabouts::wrap(typed).into()),
        _ => Detail::Health(HealthNote::wrap(typed).into()),
    };
    crate::screening::form::done(errors, value)
}

fn name(fields: &Fields, words: &Words, typed: &str, errors: &mut Errors) -> Name {
    let mut name = Name::given(PersonName::wrap(typed.to_owned()), script_of(typed));
    match fields.given("name_kind").map(NameKind::from_code) {
        Some(Some(kind)) => name.kind = kind,
        Some(None) => errors.add(words, "name_kind", "form-choose", &[]),
        None => {}
    }
    match fields.given("confidence").map(NameConfidence::from_code) {
        Some(Some(confidence)) => name.confidence = confidence,
        Some(None) => errors.add(words, "confidence", "form-choose", &[]),
        None => {}
    }
    name
}

/// As precise as it is known: `1998`, `1998-05`, `1998-05-17`.
fn birth_date(typed: &str) -> Option<String> {
    if let Some(day) = tiltas_kit::forms::day::day(typed) {
        return Some(day.to_string());
    }
    let year = |text: &str| text.parse::<i16>().ok().filter(|year| (1900..2100).contains(year));
    let month = |text: &str| text.parse::<u8>().ok().filter(|month| (1..=12).contains(month));
    match typed.split([' ', '.', '-', '/']).collect::<Vec<_>>().as_slice() {
        [only] => Some(year(only)?.to_string()),
        [first, second] if first.len() == 4 => Some(format!("{}-{:02}", year(first)?, month(second)?)),
        [first, second] => Some(format!("{}-{:02}", year(second)?, month(first)?)),
        _ => None,
    }
}

/// The fields of one kind.
pub(crate) fn parts(words: &Words, kind: Field, held: &str, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let label = words.say_code("field", kind.code());
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
            let kinds = Choices::one("name_kind", words.say("detail-name-kind"), kinds);
            let sure = Choices::one("confidence", words.say("detail-name-sure"), sure);
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
            let five = tiltas_kit::component::Five::new(words, "false_paper", words.say("detail-false-paper"), given);
            parts.push(five.into());
        }
        _ => {}
    }
    parts
}
