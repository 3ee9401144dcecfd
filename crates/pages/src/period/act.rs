//! What is done to a period: it is closed, or its national report is begun.
use super::{id, span};
use crate::case::sheet::Sheet;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{
    Act, national_report, period,
    period::story::{self, Story},
};
use tiltas_input::national_report::DraftNationalReport;
use tiltas_kit::{Errors, Failure, Fields, Posted, Visit, component::form::Text};
use tiltas_words::Words;

const WAYS: [(Act, &str); 2] = [
    (Act::ClosePeriod, "closing"),
    (Act::DraftNationalReport, "national-report"),
];

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, story: &Story) -> Vec<(String, String)> {
    let offered = WAYS.iter().filter(|(act, _)| story.may.contains(act));
    let way = |way: &str| {
        (
            format!("/periods/{}/{way}", story.id),
            words.say_code("period-act", way),
        )
    };
    offered.map(|(_, name)| way(name)).collect()
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<(Act, &'static str, Story), Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = *WAYS.iter().find(|(_, known)| *known == way).ok_or(Failure::NotFound)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    Ok((act, way, story))
}

fn sheet(visit: &Visit, (act, way, story): &(Act, &'static str, Story), sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let title = words.say_code("period-act", way);
    let sheet = Sheet::alone(visit, title.clone(), sent)
        .back_to(format!("/periods/{}", story.id), span(words, &story.of))
        .lead(words.say_code("period-act-lead", way))
        .submit(title);
    if *act == Act::ClosePeriod {
        return sheet;
    }
    let none = Errors::new();
    let begun = Fields::new([
        (
            "title",
            words
                .national_report_first_title(story.of.opened.until.year().to_string())
                .as_str(),
        ),
        ("obstacles", words.report_obstacles().as_str()),
    ]);
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    sheet
        .part(Text::new("title", words.national_report_its_title()).again(fields, errors))
        .part(
            Text::new("obstacles", words.national_report_above())
                .hint(words.national_report_above_hint())
                .again(fields, errors),
        )
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    match form.2.may.contains(&form.0) {
        true => sheet(&visit, &form, None).show(),
        false => Err(Failure::NotFound),
    }
}

/// Done; a form sent twice is answered as the first time, and one that comes late is told the rule.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    let (act, on) = (form.0, form.2.id);
    let context = visit.context(&fields)?;
    if act == Act::ClosePeriod {
        visit.run(move |app| period::close(app, &context, on, &())).await?;
        return Ok(Redirect::to(&format!("/periods/{on}?done=closing")).into_response());
    }
    let command =
        visit
            .command::<DraftNationalReport>(&fields, &[])
            .map_err(|errors| match form.2.may.contains(&act) {
                true => sheet(&visit, &form, Some((&fields, &errors))).again(errors),
                false => Failure::NotFound,
            })?;
    let (report, _) = visit
        .run(move |app| national_report::draft(app, &context, on, &command))
        .await?;
    Ok(Redirect::to(&format!("/national-reports/{report}?done=new")).into_response())
}
