//! The box in the header for those who work on policy. It is sent by POST like the one that finds a case, so that no address bears what
//! was sought; what is not there and what may not be seen look the same.
use askama::Template;
use axum::{Router, response::Response, routing::get};
use tiltas_app::search::{self, Entry};
use tiltas_kit::{Edge, Failure, Page, Posted, Visit, edge::show};
use tiltas_words::Words;

/// The longest that is sought, in signs.
const LONGEST: usize = 120;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new().route("/search", get(page).post(press))
}

struct Row {
    kind: String,
    href: String,
    title: String,
    example: bool,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    page: Page,
    typed: String,
    /// How many there are; the first of them are shown.
    all: usize,
    rows: Vec<Row>,
}

fn row(words: &Words, entry: Entry) -> Row {
    let (kind, list) = match entry.slice {
        "plan" => (words.plan_title(), "plans"),
        "plan_item" => (words.plan_item_title(), "plans"),
        "training" => (words.training_one(), "trainings"),
        "visit" => (words.visit_title(), "visits"),
        "meeting" => (words.meeting_title(), "meetings"),
        "report" => (words.report_title(), "reports"),
        "practice" => (words.practice_title(), "practices"),
        "programme" => (words.programme_title(), "programmes"),
        "partnership" => (words.partnerships_title(), "partnerships"),
        "expert_institution" => (words.expert_title(), "experts"),
        _ => (words.recommendation_title(), "recommendations"),
    };
    Row {
        kind,
        href: match entry.within {
            Some(within) => format!("/{list}/{within}/items/{}", entry.id),
            None => format!("/{list}/{}", entry.id),
        },
        title: match (entry.title.is_empty(), entry.span) {
            (true, _) => words.expert_unnamed(),
            (false, None) => entry.title,
            (false, Some((from, until))) => {
                let span = words.period_span(words.dated(from), words.dated(until));
                format!("{}, {span}", entry.title)
            }
        },
        example: entry.example,
    }
}

async fn found(visit: Visit, typed: String) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let typed: String = typed.trim().chars().take(LONGEST).collect();
    let sought = typed.clone();
    let found = visit.run(move |app| search::find(app, &context, &sought)).await?;
    let words = &visit.words;
    show(&SearchPage {
        page: visit.page(&words.search_title()),
        all: found.all,
        rows: found.entries.into_iter().map(|entry| row(words, entry)).collect(),
        typed,
    })
}

async fn page(visit: Visit) -> Result<Response, Failure> {
    found(visit, String::new()).await
}

async fn press(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    found(visit, fields.one("q").to_owned()).await
}
