//! Which case? By its spoken name or number.
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::audit;
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::form::{Summary, Text},
    edge::show,
};

#[derive(Template)]
#[template(path = "audit/search.html")]
struct SearchPage {
    page: Page,
    summary: Summary,
    find: Text,
}

fn searched(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> SearchPage {
    let (words, none) = (&visit.words, Errors::new());
    let errors = sent.map_or(&none, |(_, errors)| errors);
    let mut find = Text::new("case", words.shell_find())
        .hint(words.audit_search_hint())
        .medium();
    if let Some((fields, errors)) = sent {
        find = find.again(fields, errors);
    }
    SearchPage {
        page: visit.page(&words.audit_search_title()).with_errors(errors),
        summary: Summary::new(words, errors),
        find,
    }
}

/// The form.
pub async fn search(visit: Visit) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::SearchAudit) {
        return Err(Failure::NotFound);
    }
    show(&searched(&visit, None))
}

/// Leads to the access log of the case. By POST: a spoken name stands in no address.
pub async fn find(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::SearchAudit) {
        return Err(Failure::NotFound);
    }
    let (context, typed) = (visit.context(&fields)?, fields.one("case").to_owned());
    match visit.run(move |app| audit::find(app, &context, &typed)).await {
        Ok(case) => Ok(Redirect::to(&format!("/cases/{case}/audit")).into_response()),
        Err(Failure::NotFound) => {
            let mut errors = Errors::new();
            errors.add("case", "audit-none", visit.words.audit_none());
            Err(Failure::form(&searched(&visit, Some((&fields, &errors))), errors))
        }
        Err(failure) => Err(failure),
    }
}
