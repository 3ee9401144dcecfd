//! Who looked: date, organisation, function, what, why; no officer's name, and nothing of what was written.
use askama::Template;
use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tiltas_access::Action;
use tiltas_app::audit::{self, Line, Looked};
use tiltas_domain::audit::Result as Outcome;
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Page, Posted, Visit,
    component::{
        form::{Summary, Text},
        function,
    },
    edge::show,
};
use tiltas_words::Words;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/audits", get(search).post(find))
        .route("/cases/{id}/audit", get(page))
}

#[derive(Template)]
#[template(path = "audit/page.html")]
struct AuditPage {
    page: Page,
    back: (String, String),
    spoken_name: String,
    count: String,
    lines: Vec<Shown>,
}

struct Shown {
    stamp: String,
    time: String,
    who: String,
    what: String,
    outcome: String,
    reason: Option<String>,
}

fn shown(words: &Words, line: &Line) -> Shown {
    Shown {
        stamp: words.stamp(line.at),
        time: words.day_time(line.at),
        who: function(words, line.role, &line.organisation),
        what: done(words, &line.action),
        outcome: match &line.outcome {
            Outcome::Opened(fields) => {
                let fields = crate::case::fields(words, *fields);
                words.audit_opened(&fields)
            }
            Outcome::Listed(_) => words.audit_listed(),
            Outcome::Denied(rule) => words.audit_denied(rule),
            Outcome::Refused(rule) => words.audit_refused(rule),
            Outcome::NotFound => words.audit_not_found(),
        },
        reason: line.reason.clone(),
    }
}

/// What was done; a later version's action has no words here yet.
fn done(words: &Words, action: &str) -> String {
    let said = words.say_code("looked", &action.replace('.', "_"));
    if said.starts_with('[') {
        words.looked_other()
    } else {
        said
    }
}

/// The audit of one case.
pub async fn page(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let (id, context) = (crate::case::id(&case)?, visit.reading()?);
    let looked: Looked = visit.run(move |app| audit::looked(app, &context, id)).await?;
    let words = &visit.words;
    let officer = visit.may(Action::SearchAudit);
    let mut organisations: Vec<&str> = looked.lines.iter().map(|line| line.organisation.as_str()).collect();
    visit.edge.app.alphabet().sort(&mut organisations, |name| name);
    organisations.dedup();
    let (n, from) = (looked.lines.len(), organisations.len());
    show(&AuditPage {
        back: match officer {
            true => ("/audits".to_owned(), words.audit_search_title()),
            false => (format!("/cases/{id}"), looked.spoken_name.clone()),
        },
        count: words.audit_count(n, from),
        // At most so many at once: a page stays a page.
        lines: looked.lines.iter().take(120).map(|line| shown(words, line)).collect(),
        spoken_name: looked.spoken_name,
        page: visit.page(&words.audit_title()),
    })
}

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

/// Which case?
pub async fn search(visit: Visit) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::SearchAudit) {
        return Err(Failure::NotFound);
    }
    show(&searched(&visit, None))
}

/// Leads to the audit of the case. By POST: a spoken name stands in no address.
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
