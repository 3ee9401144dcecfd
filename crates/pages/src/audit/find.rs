//! The officer's first page: which case, by its spoken name or number; and what was opened and refused in the last days.
use super::list::Days;
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::audit;
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::form::{Summary, Text},
    edge::{Asked, show},
};

#[derive(Template)]
#[template(path = "audit/search.html")]
struct SearchPage {
    page: Page,
    summary: Summary,
    find: Text,
    days: Days,
}

async fn searched(visit: &Visit, asked: &Fields, sent: Option<(&Fields, &Errors)>) -> Result<SearchPage, Failure> {
    let context = visit.reading()?;
    let counted = visit.run(move |app| audit::list::days(app, &context)).await?;
    let (words, none) = (&visit.words, Errors::new());
    let errors = sent.map_or(&none, |(_, errors)| errors);
    let mut find = Text::new("case", words.shell_find())
        .hint(words.audit_search_hint())
        .medium();
    if let Some((fields, errors)) = sent {
        find = find.again(fields, errors);
    }
    let title = words.audit_search_title();
    let page = match sent {
        None => visit.page(&title),
        Some(_) => visit.page_of_typed(&title),
    };
    Ok(SearchPage {
        page: page.with_errors(errors),
        summary: Summary::new(words, errors),
        find,
        days: Days::new(words, &counted, asked),
    })
}

/// The page.
pub async fn search(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::SearchAudit) {
        return Err(Failure::NotFound);
    }
    show(&searched(&visit, &asked, None).await?)
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
            let page = searched(&visit, &Fields::default(), Some((&fields, &errors))).await?;
            Err(Failure::form(&page, errors))
        }
        Err(failure) => Err(failure),
    }
}
