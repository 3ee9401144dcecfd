//! What a program is told when something could not be done: problem details.
use super::{Failure, Refusal, said};
use crate::edge::Visit;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

/// Problem details of RFC 9457, with our code and the fields that need another look.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `urn:tiltas:problem:refused`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened, and what would be accepted.
    pub detail: String,
    /// The rule's code, or the code for the help desk.
    pub code: String,
    /// What would be accepted instead, in words.
    pub accepted: Vec<String>,
    /// The fields that need another look.
    pub errors: Vec<ProblemField>,
}

/// One field that needs another look.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// Its name.
    pub field: String,
    /// Stable, for programs.
    pub rule: String,
    /// What would be right, in words.
    pub accepted: String,
}

/// What would be accepted, in plain words.
fn ways(refusal: &Refusal, words: &tiltas_words::Words) -> Vec<String> {
    let facts: Vec<(&str, &dyn tiltas_words::Argument)> = refusal
        .facts
        .iter()
        .map(|(name, value)| (*name, value as &dyn tiltas_words::Argument))
        .collect();
    ["way1", "way2", "way3"]
        .into_iter()
        .filter_map(|way| words.part_of_code("refusal", refusal.code, way, &facts))
        .filter(|text| !text.contains("{$"))
        .collect()
}

pub(super) fn problem(failure: &Failure, visit: &Visit) -> Response {
    let words = &visit.words;
    let (mut detail, mut code) = (words.say_code("failure-lead", failure.kind()), visit.code());
    if visit.is_api()
        && matches!(
            failure,
            Failure::Nobody | Failure::NotFound | Failure::KeyReused | Failure::Unconfirmed
        )
    {
        detail = words.say_code("problem", failure.kind());
    }
    let (mut errors, mut accepted) = (Vec::new(), Vec::new());
    match failure {
        Failure::Form(_, wrong) => {
            errors = wrong
                .iter()
                .map(|error| ProblemField {
                    field: error.field.clone(),
                    rule: error.rule.clone(),
                    accepted: error.accepted.clone(),
                })
                .collect();
        }
        Failure::Refused(refusal) => {
            let said = said((**refusal).clone(), visit);
            detail = said.rule;
            code = said.code.to_owned();
            accepted = ways(refusal, words);
        }
        Failure::Malformed(line, column) => {
            detail = words.problem_malformed(line, column);
        }
        Failure::Conflict(changed) if !changed.is_empty() => detail = changed.join(" "),
        _ => {}
    }
    let problem = Problem {
        kind: format!("urn:tiltas:problem:{}", failure.kind()),
        title: words.say_code("failure-title", failure.kind()),
        status: failure.status().as_u16(),
        detail,
        code,
        accepted,
        errors,
    };
    let mut response = axum::Json(problem).into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    response
}
