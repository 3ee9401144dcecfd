//! One report: what was done, figures with their definitions, evidence, obstacles, what the institution owes, and how it went.
use super::id;
use crate::period::{self, figures, light};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::report::story::{self, Story};
use tiltas_domain::report::{Report, Stage};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Span, Step},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

struct Line {
    href: Option<String>,
    title: String,
    note: String,
    example: bool,
}

#[derive(Template)]
#[template(path = "report/show.html")]
struct ReportPage {
    page: Page,
    title: String,
    period: (String, String),
    light: Html,
    example: bool,
    late: Option<String>,
    span: Span,
    ways: Vec<(String, String)>,
    narrative: Option<Html>,
    values: Vec<[String; 3]>,
    counted: Vec<[String; 3]>,
    frozen: bool,
    evidence: Vec<String>,
    obstacles: Option<Html>,
    owes: Vec<Line>,
    returned: Vec<[String; 3]>,
    told: Vec<String>,
    answers: String,
    corrects: Option<String>,
    corrected_by: Option<String>,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.report_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> ReportPage {
    let of = &story.of;
    let written = of.written.as_ref();
    let values = written.map_or(&[][..], |written| &written.values);
    let other = |id: tiltas_domain::Id<Report>| format!("/reports/{id}");
    let answers: Vec<String> = story.functions.iter().flatten().cloned().collect();
    let owes = story.owes.iter().map(|item| Line {
        href: period::href(item),
        title: item.title.clone(),
        note: period::due(words, item),
        example: item.example,
    });
    ReportPage {
        title: story.name.clone(),
        period: (
            format!("/periods/{}", of.opened.period),
            period::span(words, &story.period),
        ),
        light: light(words, of.stage()),
        example: written.is_some_and(|written| written.example),
        late: story
            .late
            .map(|days| words.recommendations_late_by(usize::try_from(days).unwrap_or_default())),
        span: span(words, of),
        ways: super::act::ways(words, story),
        narrative: written.map(|written| Html::value(&written.narrative)),
        values: values
            .iter()
            .map(|value| [value.indicator.clone(), value.figure.clone(), value.definition.clone()])
            .collect(),
        counted: figures(words, &story.counted),
        frozen: !of.counted.is_empty(),
        evidence: written.map(|written| written.evidence.clone()).unwrap_or_default(),
        obstacles: written
            .and_then(|written| written.obstacles.as_deref())
            .map(Html::value),
        owes: owes.collect(),
        returned: of.returned.iter().rev().map(|one| returned(words, one)).collect(),
        told: of
            .told
            .iter()
            .map(|(step, at)| words.report_told(words.say_report_step(*step), words.date(*at)))
            .collect(),
        answers: match answers.is_empty() {
            true => words.report_nobody_answers(),
            false => answers.join(", "),
        },
        corrects: of.opened.corrects.map(other),
        corrected_by: of.corrected_by.map(other),
        page,
    }
}

fn returned(words: &Words, one: &tiltas_domain::report::Returned) -> [String; 3] {
    let figure = one.figure.clone().unwrap_or_else(|| words.report_returned_words());
    [words.date(one.at), figure, one.reason.clone()]
}

/// Opened, handed in, accepted.
fn span(words: &Words, of: &Report) -> Span {
    let due = of
        .due
        .map(|due| words.recommendations_until(words.date(due)))
        .unwrap_or_default();
    let handed = of.submitted.last().map(|at| words.date(*at));
    let step = match of.stage() {
        Stage::Late => Step::Late,
        Stage::Draft | Stage::Returned => Step::Them,
        Stage::Submitted | Stage::Accepted => Step::Done,
    };
    let accepted = match of.stage() {
        Stage::Accepted => Step::Done,
        Stage::Submitted => Step::Us,
        _ => Step::Todo,
    };
    let handed = match of.stage().is_owed() {
        true => due,
        false => handed.unwrap_or_default(),
    };
    let read = of.accepted.map(|at| words.date(at)).unwrap_or_default();
    Span::new(words, words.report_title())
        .step(Step::Done, words.report_step_opened(), words.date(of.opened.at))
        .step(step, words.say_report_stage(Stage::Submitted), handed)
        .step(accepted, words.say_report_stage(Stage::Accepted), read)
}
