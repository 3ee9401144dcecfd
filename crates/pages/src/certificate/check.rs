//! Anyone checks a certificate by its code: valid, expired, withdrawn or not known, and for what. No name is told, for none is kept.
//!
//! INVARIANT: a code that nobody has and one that is mistyped are told the same.
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use tiltas_app::certificate::{self, Checked};
use tiltas_domain::certificate::Status;
use tiltas_kit::{
    Failure, Page, Visit,
    component::Text,
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// What is told of a code.
struct Told {
    light: Option<Html>,
    says: String,
    competence: Option<String>,
    example: bool,
}

#[derive(Template)]
#[template(path = "certificate/check.html")]
struct CheckPage {
    page: Page,
    told: Option<Told>,
    code: Html,
}

/// The form, or what it asks for.
pub async fn form(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    match asked.given("code") {
        Some(code) => checked(visit, code).await,
        None => show(&drawn(&visit, "", None)),
    }
}

/// The same at an address of its own.
pub async fn page(visit: Visit, Path(code): Path<String>) -> Result<Response, Failure> {
    checked(visit, &code).await
}

async fn checked(visit: Visit, code: &str) -> Result<Response, Failure> {
    visit.tries_code()?;
    let (now, typed) = (visit.now, code.to_owned());
    let found = visit.run(move |app| certificate::check(app, &typed, now)).await?;
    let status = match found {
        Some(_) => StatusCode::OK,
        None => StatusCode::NOT_FOUND,
    };
    let told = told(&visit.words, found);
    let page = show(&drawn(&visit, code, Some(told)))?;
    Ok((status, page).into_response())
}

fn told(words: &Words, found: Option<Checked>) -> Told {
    let Some(found) = found else {
        return Told {
            light: None,
            says: words.certificate_unknown(),
            competence: None,
            example: false,
        };
    };
    let until = words.dated(found.until);
    Told {
        light: Some(super::light(words, found.status)),
        says: match found.status {
            Status::Valid | Status::RunsOut => words.certificate_says_valid(until),
            Status::Expired => words.certificate_says_expired(until),
            Status::Withdrawn => words.certificate_says_withdrawn(),
        },
        competence: Some(found.competence),
        example: found.example,
    }
}

fn drawn(visit: &Visit, code: &str, told: Option<Told>) -> CheckPage {
    let words = &visit.words;
    let code = Text::new("code", words.certificate_code()).value(code);
    CheckPage {
        page: visit.page(&words.certificate_check()),
        told,
        code: code.hint(words.certificate_code_hint()).medium().asking().into(),
    }
}
