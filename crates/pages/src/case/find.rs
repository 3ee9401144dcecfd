//! The box in the header: a spoken name or a case number, as people type them, and nothing else. It is sent by POST, so that no
//! address, history or log bears what was looked for; one that is not there and one that may not be known look the same.
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_app::case::list;
use tiltas_kit::{Failure, Page, Posted, Visit, edge::show};

#[derive(Template)]
#[template(path = "case/find.html")]
struct FindPage {
    page: Page,
    /// Address and spoken name, where several were meant.
    found: Vec<(String, String)>,
    /// The list in which it was sought.
    list: (&'static str, String),
}

/// What was found where it is not one, and the list in which it was sought.
pub(crate) fn calm(
    visit: &Visit,
    found: Vec<(String, String)>,
    list: (&'static str, String),
) -> Result<Response, Failure> {
    let title = match found.is_empty() {
        true => visit.words.find_title(),
        false => visit.words.find_several(),
    };
    show(&FindPage {
        page: visit.page(&title),
        found,
        list,
    })
}

fn cases(visit: &Visit) -> (&'static str, String) {
    ("/cases", visit.words.find_list())
}

/// The calm page, for a reader who asks for the address alone.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    visit.actor()?;
    calm(&visit, Vec::new(), cases(&visit))
}

/// Leads to the case, to those that may be meant, or to the calm page.
pub async fn press(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let (context, typed) = (visit.context(&fields)?, fields.one("q").to_owned());
    let found = visit.run(move |app| list::find(app, &context, &typed)).await?;
    match found.as_slice() {
        [(case, _)] => Ok(Redirect::to(&format!("/cases/{case}")).into_response()),
        several => {
            let lines = several
                .iter()
                .map(|(case, name)| (format!("/cases/{case}"), name.clone()));
            calm(&visit, lines.collect(), cases(&visit))
        }
    }
}
