//! What is done to a report: one form for each, at an address of its own, offered where it can be done.
use super::id;
use crate::{
    case::sheet::Sheet,
    period,
    way::{self, Ways},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{
    Act,
    report::{
        self,
        story::{self, Story},
    },
};
use tiltas_domain::report::{Report, Written};
use tiltas_input::{
    Input,
    report::{ReportValue, ReturnReport, WriteReport},
};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/reports",
    act: "report-act",
    done: "report-done",
    all: &[
        (Act::WriteReport, "writing"),
        (Act::SubmitReport, "submission"),
        (Act::AcceptReport, "acceptance"),
        (Act::ReturnReport, "return"),
        (Act::CorrectReport, "correction"),
    ],
};

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, story: &Story) -> Vec<(String, String)> {
    WAYS.offered(words, story.id, &story.may)
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    // No reader begins one.
    WAYS.find(done).ok().map(|(_, way)| words.say_code(WAYS.done, way))
}

struct Form {
    act: Act,
    way: &'static str,
    story: Story,
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    Ok(Form { act, way, story })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let title = words.say_code("report-act", form.way);
    let crumb = format!("{}, {}", form.story.name, period::span(words, &form.story.period));
    Sheet::alone(visit, title.clone(), sent)
        .rests_on(form.story.version)
        .back_to(format!("/reports/{}", form.story.id), crumb)
        .lead(words.say_code("report-act-lead", form.way))
        .parts(parts(words, form, sent))
        .submit(title)
}

fn parts(words: &Words, form: &Form, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let none = Errors::new();
    let begun = begun(&form.story.of);
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    let area = |name: &str, label: String, hint: String| Area::new(name, label).hint(hint).again(fields, errors).into();
    match form.act {
        Act::WriteReport => vec![
            area("narrative", words.report_narrative(), words.report_narrative_hint()),
            area("values", words.report_values(), words.report_values_hint()),
            area(
                "evidence",
                words.recommendation_evidence(),
                words.recommendation_what_shows_hint(),
            ),
            area("obstacles", words.report_obstacles(), words.report_obstacles_hint()),
            Choices::several(
                "example",
                String::new(),
                [Choice::new("yes", words.recommendation_is_example())],
            )
            .again(fields, errors)
            .into(),
        ],
        Act::ReturnReport => {
            let values = form.story.of.written.iter().flat_map(|written| &written.values);
            let values = values.map(|value| Choice::new(value.indicator.clone(), value.indicator.clone()));
            let figures = [Choice::new("", words.report_returned_words())]
                .into_iter()
                .chain(values);
            vec![
                Choices::list("figure", words.report_which_figure(), figures)
                    .again(fields, errors)
                    .into(),
                area("reason", words.recommendation_why(), words.report_reason_hint()),
                Text::new("until", words.report_until())
                    .medium()
                    .hint(words.recommendation_day_hint())
                    .again(fields, errors)
                    .into(),
            ]
        }
        _ => Vec::new(),
    }
}

/// What stands in the form at first: what was written is written on, not typed again.
fn begun(of: &Report) -> Fields {
    let Some(Written {
        narrative,
        values,
        evidence,
        obstacles,
        example,
    }) = &of.written
    else {
        return Fields::default();
    };
    let values = values
        .iter()
        .map(|value| format!("{}; {}; {}", value.indicator, value.figure, value.definition));
    let values = values.collect::<Vec<_>>().join("\n");
    Fields::new([
        ("narrative", narrative.as_str()),
        ("values", &values),
        ("evidence", &evidence.join("\n")),
        ("obstacles", obstacles.as_deref().unwrap_or_default()),
        ("example", if *example { "yes" } else { "" }),
    ])
}

/// What the form of a report brought: a figure and a piece of evidence stand on a line each.
fn written(fields: &Fields) -> WriteReport {
    let lines = fields.one("evidence").lines().map(str::trim);
    WriteReport {
        narrative: fields.one("narrative").to_owned(),
        values: ReportValue::of_lines(fields.one("values")),
        evidence: lines.filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        obstacles: fields.given("obstacles").map(str::to_owned),
        example: fields.given("example").is_some(),
    }
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    way::form(form.story.may.contains(&form.act), || sheet(&visit, &form, None))
}

/// Done. WHY not only where the page offers it now: a form sent twice is answered as the first time, and one that comes late is told
/// the rule, with what was typed.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    let (on, act) = (form.story.id, form.act);
    let offered = form.story.may.contains(&act);
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    let receipt = match act {
        Act::WriteReport => {
            let parts: [tiltas_kit::Own; 1] = [("values", Words::report_values_three)];
            let command = written(&fields).command(&visit.at());
            let command = command.map_err(|wrong| again(Errors::of_page(&visit.words, &wrong, &parts)))?;
            visit.run(move |app| report::write(app, &context, on, &command)).await?
        }
        Act::ReturnReport => {
            let command = visit.command::<ReturnReport>(&fields, &[]).map_err(again)?;
            visit
                .run(move |app| report::give_back(app, &context, on, &command))
                .await?
        }
        Act::SubmitReport => visit.run(move |app| report::submit(app, &context, on, &())).await?,
        Act::AcceptReport => visit.run(move |app| report::accept(app, &context, on, &())).await?,
        _ => visit.run(move |app| report::correct(app, &context, on, &())).await?,
    };
    // A correction is a report of its own: the work goes on there.
    let to = receipt.id::<Report>().unwrap_or(on);
    Ok(WAYS.went(to, form.way))
}
