//! What is done to a training: one form for each, at an address of its own, offered where it can be done.
use super::{id, new};
use crate::{
    case::sheet::Sheet,
    way::{self, Ways},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{
    Act, organisation,
    training::{self, story, story::Story},
};
use tiltas_domain::training::questions;
use tiltas_input::{
    certificate::IssueCertificates,
    training::{
        AnswerTraining, CancelTraining, CountAttendance, EnrolInTraining, PlanTraining, ReportTraining, ScoreTraining,
    },
};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/trainings",
    act: "training-act",
    done: "training-done",
    all: &[
        (Act::EnrolInTraining, "enrolment"),
        (Act::HoldTraining, "holding"),
        (Act::CountAttendance, "attendance"),
        (Act::ScoreTraining, "result"),
        (Act::AnswerTraining, "feedback"),
        (Act::ReportTraining, "report"),
        (Act::IssueCertificates, "certificates"),
        (Act::ChangeTraining, "plan"),
        (Act::CancelTraining, "cancellation"),
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

struct Form {
    act: Act,
    way: &'static str,
    story: Story,
    organisations: Vec<Choice>,
}

/// The training and what the form chooses from.
async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let context = visit.reading()?;
    let which = id(which)?;
    let (act, way) = WAYS.find(way)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let mut organisations = Vec::new();
    if act == Act::EnrolInTraining {
        let context = visit.reading()?;
        let all = visit.run(move |app| organisation::directory(app, &context)).await?;
        organisations.extend(
            all.into_iter()
                .map(|line| Choice::new(line.organisation.to_string(), line.name)),
        );
    }
    Ok(Form {
        act,
        way,
        story,
        organisations,
    })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let (words, none) = (&visit.words, Errors::new());
    let filled = match form.act {
        Act::ChangeTraining => new::typed(&form.story.of.plan),
        _ => Fields::default(),
    };
    let (fields, errors) = sent.unwrap_or((&filled, &none));
    let back = format!("/trainings/{}", form.story.id);
    let sheet = Sheet::alone(visit, words.say_code("training-act", form.way), sent)
        .back_to(back, form.story.of.plan.title.clone());
    let sheet = match form.act {
        Act::ChangeTraining | Act::ReportTraining => sheet.rests_on(form.story.version),
        _ => sheet,
    };
    let sheet = match form.act {
        Act::HoldTraining => sheet.lead(words.training_hold_lead()),
        Act::ScoreTraining | Act::AnswerTraining => sheet.lead(words.training_results_lead()),
        Act::ReportTraining => sheet.lead(words.training_report_lead()),
        Act::IssueCertificates => sheet.lead(words.training_certify_lead()),
        _ => sheet,
    };
    sheet.parts(parts(words, form, fields, errors))
}

fn parts(words: &Words, form: &Form, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let number = |name: &str, label: String| {
        let text = Text::new(name, label).narrow().figures();
        Html::from(text.again(fields, errors))
    };
    let text =
        |name: &str, label: String, hint: String| Html::from(Text::new(name, label).hint(hint).again(fields, errors));
    let area =
        |name: &str, label: String, hint: String| Html::from(Area::new(name, label).hint(hint).again(fields, errors));
    let list = |name: &str, label: String, list: Vec<Choice>| {
        Html::from(Choices::list(name, label, list).again(fields, errors))
    };
    let group = || list("group", words.training_group(), groups(&form.story));
    match form.act {
        Act::ChangeTraining => new::parts(words, fields, errors),
        Act::EnrolInTraining => vec![
            list(
                "organisation",
                words.recommendation_institution(),
                form.organisations.clone(),
            ),
            text("function", words.training_function(), words.training_function_hint()),
            number("registered", words.training_how_many()),
        ],
        Act::HoldTraining => Vec::new(),
        Act::CountAttendance => vec![group(), number("came", words.training_how_many_came())],
        Act::ScoreTraining => vec![
            list("part", words.training_part(), modules(words, &form.story)),
            list(
                "organisation",
                words.training_of_whom(),
                institutions(words, &form.story),
            ),
            number("most", words.training_most()),
            area("before", words.training_before(), words.training_points_hint()),
            area("after", words.training_after(), words.training_points_hint()),
        ],
        Act::AnswerTraining => {
            let locale = words.locale().code();
            let asked = questions()
                .iter()
                .map(|question| Choice::new(&question.code, question.text(locale)));
            vec![
                list("question", words.training_question(), asked.collect()),
                number("one", words.training_count_one()),
                number("two", words.training_count_two()),
                number("three", words.training_count_three()),
                number("four", words.training_count_four()),
            ]
        }
        Act::ReportTraining => vec![
            area("text", words.training_report_text(), words.training_no_names()),
            area("outcomes", words.training_outcomes(), words.training_lines_hint()),
        ],
        Act::IssueCertificates => vec![group(), number("count", words.training_how_many_certificates())],
        _ => vec![area("reason", words.recommendation_why(), words.training_no_names())],
    }
}

/// Those who are registered: the value names institution and function.
fn groups(story: &Story) -> Vec<Choice> {
    let choice = |came: &story::Came| {
        let value = format!("{} {}", came.organisation, came.function);
        Choice::new(value, format!("{}: {}", came.name, came.function))
    };
    story.came.iter().map(choice).collect()
}

fn modules(words: &Words, story: &Story) -> Vec<Choice> {
    let modules = story.of.plan.curriculum.modules.iter();
    let modules = modules.map(|module| Choice::new(module, module));
    [Choice::new("", words.training_whole())]
        .into_iter()
        .chain(modules)
        .collect()
}

fn institutions(words: &Words, story: &Story) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", words.training_everybody())];
    let mut known = Vec::new();
    for came in &story.came {
        if !known.contains(&came.organisation) {
            known.push(came.organisation);
            choices.push(Choice::new(came.organisation.to_string(), &came.name));
        }
    }
    choices
}

/// The fields with institution and function apart, where one was chosen as a group.
fn split(fields: &Fields) -> Fields {
    let Some((organisation, function)) = fields.given("group").and_then(|group| group.split_once(' ')) else {
        return fields.clone();
    };
    fields
        .clone()
        .with("organisation", organisation)
        .with("function", function)
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    way::form(form.story.may(form.act), || sheet(&visit, &form, None))
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
    let offered = form.story.may(act);
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    macro_rules! run {
        ($input:ty, $run:path) => {{
            let command = visit.command::<$input>(&split(&fields), &[]).map_err(again)?;
            visit.run(move |app| $run(app, &context, on, &command)).await?
        }};
    }
    match act {
        Act::ChangeTraining => run!(PlanTraining, training::change),
        Act::EnrolInTraining => run!(EnrolInTraining, training::enrol),
        Act::HoldTraining => visit.run(move |app| training::hold(app, &context, on)).await?,
        Act::CountAttendance => run!(CountAttendance, training::attend),
        Act::ScoreTraining => run!(ScoreTraining, training::score),
        Act::AnswerTraining => run!(AnswerTraining, training::answer),
        Act::ReportTraining => run!(ReportTraining, training::report),
        Act::IssueCertificates => run!(IssueCertificates, training::certify),
        _ => run!(CancelTraining, training::cancel),
    };
    Ok(WAYS.went(on, form.way))
}
