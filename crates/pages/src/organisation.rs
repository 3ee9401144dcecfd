//! The directory of organisations with their duty phones.
use askama::Template;
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::organisation::{self, Line};
use tiltas_domain::{
    Id,
    organisation::{Function, Organisation},
};
use tiltas_kit::{
    Edge, Failure, Page, Visit,
    component::Facts,
    edge::{Asked, show},
};
use tiltas_words::Html;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/organisations", get(page))
        .route("/organisations/{id}", get(one))
}

/// One line.
struct Row {
    href: String,
    name: String,
    kind: String,
    phone: Option<Html>,
    contact_point: Option<String>,
}

#[derive(Template)]
#[template(path = "organisation/page.html")]
struct OrganisationsPage {
    page: Page,
    rows: Vec<Row>,
    by_kind: bool,
}

/// The directory, by name or by kind.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let mut lines = visit.run(move |app| organisation::directory(app, &context)).await?;
    let by_kind = asked.has("sort", "kind");
    if by_kind {
        lines.sort_by_key(|line| line.kind);
    }
    show(&OrganisationsPage {
        page: visit.page(&visit.words.organisations_title()),
        rows: lines.iter().map(|line| row(&visit, line, &lines)).collect(),
        by_kind,
    })
}

fn row(visit: &Visit, line: &Line, all: &[Line]) -> Row {
    let point = line
        .contact_point
        .and_then(|point| all.iter().find(|line| line.organisation == point));
    Row {
        href: format!("/organisations/{}", line.organisation),
        name: line.name.clone(),
        kind: visit.words.say_organisation_kind(line.kind),
        phone: line.duty_phone.as_deref().map(Html::phone),
        contact_point: point.map(|point| point.name.clone()),
    }
}

#[derive(Template)]
#[template(path = "organisation/one.html")]
struct OrganisationPage {
    page: Page,
    name: String,
    phone: Option<Html>,
    facts: Facts,
    functions: Vec<FunctionRow>,
    /// Where a function is opened, for those who may.
    open: Option<String>,
}

/// One function.
struct FunctionRow {
    title: String,
    role: String,
    phone: Option<Html>,
    head: String,
    /// Where it is changed, for those who may.
    href: Option<String>,
}

async fn functions(visit: &Visit, id: Id<Organisation>) -> Result<Vec<FunctionRow>, Failure> {
    let context = visit.reading()?;
    let all = visit.run(move |app| organisation::functions(app, &context)).await?;
    let own: Vec<&Function> = all
        .iter()
        .filter(|(of, _)| *of == id)
        .map(|(_, function)| function)
        .collect();
    let changes = visit.may(Action::RegisterOrganisation);
    let rows = own.iter().map(|function| FunctionRow {
        title: function.title.clone(),
        role: visit.words.say_role(function.role),
        phone: function.duty_phone.as_deref().map(Html::phone),
        head: own
            .iter()
            .find(|other| Some(other.id) == function.head)
            .map(|head| head.title.clone())
            .unwrap_or_default(),
        href: changes.then(|| format!("/organisations/{id}/functions/{}", function.id)),
    });
    Ok(rows.collect())
}

/// One organisation.
pub async fn one(visit: Visit, Path(id): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let id: Id<Organisation> = id.parse().map_err(|_| Failure::NotFound)?;
    let context = visit.reading()?;
    let lines = visit.run(move |app| organisation::directory(app, &context)).await?;
    let line = lines
        .iter()
        .find(|line| line.organisation == id)
        .ok_or(Failure::NotFound)?;
    let row = row(&visit, line, &lines);
    let words = &visit.words;
    let facts = Facts::new().line(words.organisation_what(), row.kind);
    let page = visit.page(&words.organisation_title());
    show(&OrganisationPage {
        page: match asked.given("done") {
            Some("function_opened") => page.with_done(words.function_opened()),
            Some("function_changed") => page.with_done(words.function_changed()),
            Some("function_closed") => page.with_done(words.function_closed()),
            Some("account_moved") => page.with_done(words.function_moved()),
            _ => page,
        },
        functions: functions(&visit, id).await?,
        open: visit
            .may(Action::RegisterOrganisation)
            .then(|| format!("/organisations/{id}/functions/new")),
        name: row.name,
        phone: row.phone,
        facts: match row.contact_point {
            Some(point) => facts.line(words.organisation_contact_point(), point),
            None => facts,
        },
    })
}
