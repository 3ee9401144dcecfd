//! What is done to a national report: a new version is written, or the last one was approved.
use super::{id, number};
use crate::{
    case::sheet::Sheet,
    way::{self, Ways},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{
    Act,
    national_report::{self, Story},
};
use tiltas_domain::national_report::parts as parts_of;
use tiltas_input::national_report::{ApproveNationalReport, EditNationalReport};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Text},
    edge::Asked,
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/national-reports",
    act: "national-report-act",
    done: "national-report-done",
    all: &[
        (Act::EditNationalReport, "version"),
        (Act::ApproveNationalReport, "approval"),
    ],
};

/// The ways that the reader has now, with their words; what is written on is the part that is shown.
pub(super) fn ways(words: &Words, story: &Story, part: usize) -> Vec<(String, String)> {
    let offered = WAYS.offered(words, story.id, &story.may).into_iter();
    let way = |(href, label): (String, String)| match href.ends_with("/version") && part > 1 {
        true => (format!("{href}?part={part}"), label),
        false => (href, label),
    };
    offered.map(way).collect()
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    WAYS.done(words, done)
}

/// What a form is about.
struct Form {
    act: Act,
    way: &'static str,
    story: Story,
    /// The part that is written on, from 1.
    part: usize,
}

async fn load(visit: &Visit, which: &str, way: &str, part: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let story = visit
        .run(move |app| national_report::story(app, &context, which))
        .await?;
    Ok(Form {
        act,
        way,
        part: number(part),
        story,
    })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let Form { act, way, story, part } = form;
    let words = &visit.words;
    let (none, last) = (Errors::new(), story.last());
    let title = last.map_or("", |(_, version)| version.title.as_str());
    let parts = parts_of(last.map_or("", |(_, version)| version.text.as_str()));
    let begun = Fields::new([
        ("title", title),
        ("text", parts.get(part - 1).copied().unwrap_or_default().trim_end()),
        ("version", &last.map(|(nth, _)| nth.to_string()).unwrap_or_default()),
    ]);
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    let text = |name: &str, label: String| Text::new(name, label).again(fields, errors);
    let sheet = Sheet::alone(visit, words.say_code("national-report-act", way), sent)
        .back_to(format!("/national-reports/{}", story.id), title.to_owned())
        .lead(words.say_code("national-report-act-lead", way));
    match act {
        Act::EditNationalReport => sheet
            .part(Html::hidden("part", &part.to_string()))
            .part(text("title", words.national_report_its_title()))
            .part(
                Area::new("text", area_name(words, *part, parts.len()))
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

/// "The report", or which part of it.
fn area_name(words: &Words, part: usize, all: usize) -> String {
    match all {
        0 | 1 => words.national_report_words(),
        _ => words.national_report_words_part(part.to_string(), all.to_string()),
    }
}

/// The form.
pub async fn page(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way, asked.one("part")).await?;
    way::form(form.story.may.contains(&form.act), || sheet(&visit, &form, None))
}

/// Done; one that comes late is told the rule, with what was typed.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way, fields.one("part")).await?;
    let on = form.story.id;
    let offered = form.story.may.contains(&form.act);
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    match form.act {
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
    Ok(match form.part {
        1 => WAYS.went(on, form.way),
        part => Redirect::to(&format!("/national-reports/{on}?done={}&part={part}", form.way)).into_response(),
    })
}
