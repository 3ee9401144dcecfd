//! What we owe, and are owed: late first, with the year of reports drawn once above it.
use crate::period::{self, light};
use askama::Template;
use axum::response::Response;
use tiltas_app::{
    period::story::{self as periods, Line, Periods},
    report::story::{self, Duties},
};
use tiltas_domain::{period::State, report::Stage};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Light, Shape, Span, Step},
    edge::show,
    table,
};
use tiltas_words::{Html, Words};

struct Row {
    href: Option<String>,
    due: String,
    late: bool,
    title: String,
    example: bool,
    /// The institution, as a table names it.
    name: String,
    /// The same as the page says it: one that waits for the reader is told so.
    who: String,
    light: Html,
    /// The same in words.
    state: String,
}

#[derive(Template)]
#[template(path = "report/owed.html")]
struct OwedPage {
    page: Page,
    title: String,
    lead: String,
    span: Option<Span>,
    rows: Vec<Row>,
}

/// The page.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    let (context, again) = (visit.reading()?, visit.reading()?);
    let duties = visit.run(move |app| story::duties(app, &context)).await?;
    let year = visit.run(move |app| periods::list(app, &again)).await?;
    let words = &visit.words;
    let title = match duties.all {
        true => words.reports_title(),
        false => words.reports_owed_title(),
    };
    let rows = rows(words, &duties);
    show(&OwedPage {
        page: visit.page(&title),
        lead: lead(words, &rows, &year),
        span: span(words, &year),
        rows,
        title,
    })
}

/// The same lines as a table for other programs.
pub async fn export(visit: Visit) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let duties = visit.run(move |app| story::duties(app, &context)).await?;
    let words = &visit.words;
    let heads = [
        words.recommendations_due(),
        words.open_items_what(),
        words.recommendation_institution(),
        words.recommendations_state(),
    ];
    let rows = rows(words, &duties).into_iter();
    let cells = rows.map(|row| [row.due, row.title, row.name, row.state]);
    table::export(&visit, "reports", &heads, cells)
}

fn lead(words: &Words, rows: &[Row], year: &Periods) -> String {
    let next = year
        .next
        .as_ref()
        .map(|next| words.periods_next(words.dated(next.opens.into())));
    let said = match rows.len() {
        0 => words.reports_none(),
        all => words.reports_lead(all, rows.iter().filter(|row| row.late).count()),
    };
    [Some(said), next].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The last four periods, and the one that opens next.
fn span(words: &Words, year: &Periods) -> Option<Span> {
    let mut span = Span::new(words, words.reports_year());
    let shown: Vec<&Line> = year.lines.iter().take(4).collect();
    if shown.is_empty() {
        return None;
    }
    for line in shown.into_iter().rev() {
        let standing = |wanted: Stage| line.stages.iter().any(|(stage, _)| *stage == wanted);
        let step = match line.of.state() {
            State::Closed => Step::Done,
            State::Open if standing(Stage::Late) => Step::Late,
            State::Open => Step::Them,
        };
        span = span.step(step, words.dated(line.of.opened.due), period::span(words, &line.of));
    }
    let next = year.next.as_ref()?;
    let note = words.periods_next(words.dated(next.opens.into()));
    Some(span.step(Step::Todo, words.dated(next.due.into()), note))
}

fn rows(words: &Words, duties: &Duties) -> Vec<Row> {
    let reports = duties.reports.iter().map(|one| Row {
        href: one.opens.then(|| format!("/reports/{}", one.id)),
        due: period::note(words, one),
        late: one.late.is_some(),
        title: words.reports_line(words.dated(one.of.opened.from), words.dated(one.of.opened.until)),
        example: one.of.written.as_ref().is_some_and(|written| written.example),
        name: one.name.clone(),
        who: match (duties.all, one.of.stage()) {
            (true, Stage::Submitted) => words.reports_yours(one.name.clone()),
            _ => one.name.clone(),
        },
        light: light(words, one.of.stage()),
        state: words.say_report_stage(one.of.stage()),
    });
    let others = duties.others.iter().map(|item| {
        let (shape, state) = match item.late {
            Some(_) => (Shape::Late, words.say_report_stage(Stage::Late)),
            None => (Shape::NotStarted, words.say_period_state(State::Open)),
        };
        Row {
            href: period::href(item),
            due: period::due(words, item),
            late: item.late.is_some(),
            title: period::title(words, item),
            example: item.example,
            name: item.name.clone(),
            who: item.name.clone(),
            light: Light::new(shape, state.clone()).into(),
            state,
        }
    });
    let mut rows: Vec<Row> = reports.chain(others).collect();
    rows.sort_by_key(|row| !row.late);
    rows
}
