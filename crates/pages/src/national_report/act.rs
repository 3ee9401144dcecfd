//! What is done to a national report: a new version is written, or the last one was approved.
use super::id;
use crate::{
    case::sheet::Sheet,
    way::{self, Ways},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{
    Act,
    national_report::{self, Story},
};
use tiltas_input::national_report::{ApproveNationalReport, EditNationalReport};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Text},
};
use tiltas_words::Words;

const WAYS: Ways = Ways {
    path: "/national-reports",
    act: "national-report-act",
    done: "national-report-done",
    all: &[
        (Act::EditNationalReport, "version"),
        (Act::ApproveNationalReport, "approval"),
    ],
};

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, story: &Story) -> Vec<(String, String)> {
    WAYS.offered(words, story.id, &story.may)
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    WAYS.done(words, done)
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<(Act, &'static str, Story), Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let story = visit
        .run(move |app| national_report::story(app, &context, which))
        .await?;
    Ok((act, way, story))
}

fn sheet(visit: &Visit, (act, way, story): &(Act, &'static str, Story), sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, last) = (Errors::new(), story.last());
    let title = last.map_or("", |(_, version)| version.title.as_str());
    let begun = Fields::new([
        ("title", title),
        ("text", last.map_or("", |(_, version)| version.text.as_str())),
        ("version", &last.map(|(nth, _)| nth.to_string()).unwrap_or_default()),
    ]);
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    let text = |name: &str, label: String| Text::new(name, label).again(fields, errors);
    let sheet = Sheet::alone(visit, words.say_code("national-report-act", way), sent)
        .back_to(format!("/national-reports/{}", story.id), title.to_owned())
        .lead(words.say_code("national-report-act-lead", way));
    match act {
        Act::EditNationalReport => sheet
            .part(text("title", words.national_report_its_title()))
            .part(
                Area::new("text", words.national_report_words())
                    .hint(words.national_report_words_hint())
                    .again(fields, errors),
            )
            .part(text("version", words.national_report_read_version()).narrow()),
        _ => sheet
            .part(text("body", words.recommendation_which_body()))
            .part(
                text("on", words.recommendation_which_day())
                    .medium()
                    .hint(words.recommendation_day_hint()),
            )
            .part(text("version", words.national_report_read_version()).narrow()),
    }
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    way::form(form.2.may.contains(&form.0), || sheet(&visit, &form, None))
}

/// Done; one that comes late is told the rule, with what was typed.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    let on = form.2.id;
    let offered = form.2.may.contains(&form.0);
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    match form.0 {
        Act::EditNationalReport => {
            let command = visit.command::<EditNationalReport>(&fields, &[]).map_err(again)?;
            visit
                .run(move |app| national_report::edit(app, &context, on, &command))
                .await?
        }
        _ => {
            let command = visit.command::<ApproveNationalReport>(&fields, &[]).map_err(again)?;
            visit
                .run(move |app| national_report::approve(app, &context, on, &command))
                .await?
        }
    };
    Ok(WAYS.went(on, form.1))
}
