//! The person's name, opened on purpose: a reason first, then a calm note that closes by itself after a quarter of an
//! hour.
use super::{heading, sheet::Sheet};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::Response,
};
use tiltas_access::Action;
use tiltas_app::{case::Heading, detail};
use tiltas_input::detail::OpenSealed;
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::{
        form::{Choice, Choices, Text},
        shown,
    },
    edge::show,
};
use tiltas_words::Html;

#[derive(Template)]
#[template(path = "case/name.html")]
struct NamePage {
    page: Page,
    case: String,
    spoken_name: String,
    reason: String,
    until: String,
    names: Vec<(Html, String)>,
}

/// The short list; another reason is written in words.
const REASONS: [&str; 4] = ["call", "paper", "asks", "other"];

fn sheet(visit: &Visit, heading: &Heading, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let list = REASONS.map(|code| Choice::new(code, words.say_code("name-reason", code)));
    let mut reason = Choices::one("reason", words.name_reason(), list);
    let mut text = Text::new("words", words.name_words());
    if let Some((fields, errors)) = sent {
        reason = reason.again(fields, errors);
        text = text.again(fields, errors);
    }
    Sheet::about(
        visit,
        heading.case,
        &heading.spoken_name,
        visit.words.name_title(),
        sent,
    )
    .lead(words.name_lead())
    .part(reason)
    .part(text)
    .submit(words.name_open())
}

/// Why?
pub async fn ask(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let heading = heading(&visit, &case, Action::OpenName).await?;
    sheet(&visit, &heading, None).show()
}

/// The reason in words; `None` where none was given.
pub(crate) fn reason(visit: &Visit, fields: &Fields) -> Option<String> {
    let code = REASONS.into_iter().find(|code| *code == fields.one("reason"));
    let fields = Fields::default().with("reason", fields.one("words"));
    let written = visit.command::<OpenSealed>(&fields, &[]).ok();
    match (code, written) {
        (Some("other") | None, written) => written,
        (Some(code), None) => Some(visit.words.say_code("name-reason", code)),
        (Some(code), Some(more)) => Some(format!("{}. {more}", visit.words.say_code("name-reason", code))),
    }
}

/// The names. The page goes back to the file by itself.
pub async fn open(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let Some(reason) = reason(&visit, &fields) else {
        let heading = heading(&visit, &case, Action::OpenName).await?;
        let mut errors = Errors::new();
        errors.add("reason", "name-reason-needed", visit.words.name_reason_needed());
        return Err(sheet(&visit, &heading, Some((&fields, &errors))).again(errors));
    };
    let (id, context, why) = (super::id(&case)?, visit.context(&fields)?, reason.clone());
    let opened = visit
        .run(move |app| detail::open_names(app, &context, id, &why))
        .await?;
    let words = &visit.words;
    let kind = |name: &tiltas_domain::detail::Name| words.say_name_kind(name.kind);
    let names = opened.names.iter();
    let mut response = show(&NamePage {
        page: visit.page(&words.name_title()),
        case: format!("/cases/{id}"),
        spoken_name: opened.spoken_name,
        reason,
        until: words.time(visit.now.plus_minutes(15)),
        names: names.map(|(name, value)| (shown(words, value), kind(name))).collect(),
    })?;
    let back = HeaderValue::from_str(&format!("900; url=/cases/{id}")).map_err(|_| Failure::Unavailable)?;
    response.headers_mut().insert(header::REFRESH, back);
    Ok(response)
}
