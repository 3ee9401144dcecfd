//! The document of the interface (OpenAPI 3.1), generated from the handlers. It is public: it tells nothing of anyone.
use super::body::IDEMPOTENCY_KEY;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use std::sync::LazyLock;
use tiltas_kit::failure::{Problem, ProblemField};
use utoipa::{
    OpenApi as _,
    openapi::{
        Content, Object, OpenApi, Ref, RefOr, ResponseBuilder, SecurityRequirement, Type,
        path::{Operation, ParameterBuilder, ParameterIn},
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};

/// What goes for all addresses.
const ABOUT: &str = "\
The referral mechanism for programs: the same commands and views as the pages, under the same rules.

**Resources** are the plurals of the slices (`signals`, `cases`, `referrals`). **What is done** to one is a noun below it, and \
POST makes one (`/referrals/{id}/acknowledgements`, `/consents/{id}/withdrawals`); nothing is put, patched or deleted.

**Who calls** is told by a bearer token. What the token's role may not see is never missing: it is an object with the code \
`withheld` and the sentence `because`. What nobody told is `null`. Not there and not yours to see are one answer, 404.

**Again**: send `Idempotency-Key` with each POST. The same key with the same content gets the same answer and does nothing \
twice; with other content it gets 409. A POST without a key is each time a new one.

**Five answers**: `yes`, `no`, `unknown`, `not_asked`, `refused`. Blank is never \"no\". Times are RFC 3339 in UTC.";

#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(Problem, ProblemField)))]
struct Frame;

/// The empty document.
pub(super) fn frame() -> OpenApi {
    let mut document = Frame::openapi();
    document.info.title = "Tiltas".to_owned();
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    document.info.description = Some(ABOUT.to_owned());
    document
}

/// Adds to each operation what all have: token, key, problems.
pub(super) fn finished(mut document: OpenApi) -> OpenApi {
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("token", bearer);
    document.security = Some(vec![SecurityRequirement::new("token", Vec::<String>::new())]);
    for (path, item) in &mut document.paths.paths {
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            if !path.ends_with("/openapi.json") {
                problems(operation);
            }
        }
        if let Some(post) = &mut item.post {
            keyed(post);
        }
    }
    document
}

fn problems(operation: &mut Operation) {
    let problem = ResponseBuilder::new()
        .description("Not done: why, and what would be accepted (RFC 9457)")
        .content(
            "application/problem+json",
            Content::new(Some(RefOr::Ref(Ref::from_schema_name("Problem")))),
        )
        .build();
    operation
        .responses
        .responses
        .insert("default".to_owned(), problem.into());
}

fn keyed(operation: &mut Operation) {
    let parameter = ParameterBuilder::new()
        .name(IDEMPOTENCY_KEY)
        .parameter_in(ParameterIn::Header)
        .required(utoipa::openapi::Required::False)
        .description(Some(
            "Recognises a repetition: 1 to 200 signs, a new one for each new matter",
        ))
        .schema(Some(Object::with_type(Type::String)))
        .build();
    operation.parameters.get_or_insert_default().push(parameter.into());
}

/// This document.
#[utoipa::path(get, path = "/openapi.json", tag = "contract", security(()), responses((status = 200, description = "The document")))]
pub async fn show() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| super::DOCUMENT.to_pretty_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}
