//! The box in the header: a spoken name or a case number, and nothing else. It answers with a redirect, so that no page bears
//! the query in its address; one that is not there and one that may not be known look the same.
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_app::case::list;
use tiltas_kit::{
    Failure, Page, Visit,
    edge::{Asked, show},
};

#[derive(Template)]
#[template(path = "case/find.html")]
struct FindPage {
    page: Page,
}

/// Leads to the case, or to the calm page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let Some((_, typed)) = asked.without_shell().into_iter().find(|(name, _)| name == "q") else {
        return show(&FindPage {
            page: visit.page(&visit.words.find_title()),
        });
    };
    let found = visit.run(move |app| list::find(app, &context, &typed)).await;
    let to = match found {
        Ok(case) => format!("/cases/{case}"),
        Err(Failure::NotFound) => "/cases/find".to_owned(),
        Err(failure) => return Err(failure),
    };
    Ok(Redirect::to(&to).into_response())
}
