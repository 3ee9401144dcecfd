//! What is done to a practice: one form for each, at an address of its own, offered where it can be done.
use super::{id, new};
use crate::{
    case::sheet::Sheet,
    way::{self, Drawn, Ways},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{
    Act,
    practice::{self, show, show::Shown},
};
use tiltas_domain::recommendation::SourceKind;
use tiltas_input::practice::{AdoptPractice, PlanPractice, SteerPractice, WithdrawPractice, WritePractice};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/practices",
    act: "practice-act",
    done: "practice-done",
    all: &[
        (Act::AdoptPractice, "adoption"),
        (Act::PlanPractice, "action"),
        (Act::ChangePractice, "change"),
        (Act::ReviewPractice, "review"),
        (Act::PublishPractice, "publication"),
        (Act::WithdrawPractice, "withdrawal"),
    ],
};

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, shown: &Shown) -> Vec<(String, String)> {
    WAYS.offered(words, shown.id, &shown.may)
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    WAYS.done(words, done)
}

/// What a form is about, and the institutions that it chooses from.
struct Form {
    shown: Shown,
    act: Act,
    way: &'static str,
    institutions: Vec<Choice>,
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let shown = visit.run(move |app| show::show(app, &context, which)).await?;
    let institutions = match act {
        Act::PlanPractice => way::answering(visit).await?,
        _ => Vec::new(),
    };
    Ok(Form {
        shown,
        act,
        way,
        institutions,
    })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let Form { shown, act, way, .. } = form;
    let words = &visit.words;
    let none = Errors::new();
    let begun = match act {
        Act::ChangePractice => new::begun(&shown.of.content),
        Act::AdoptPractice => Fields::new([
            ("title", shown.of.content.title.as_str()),
            ("language", words.locale().code()),
        ]),
        Act::PlanPractice => Fields::new([("title", shown.of.content.title.as_str())]),
        _ => Fields::default(),
    };
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    let parts = match act {
        Act::ChangePractice => new::parts(words, fields, errors),
        Act::AdoptPractice => adoption(words, fields, errors),
        Act::PlanPractice => action(words, form, &Drawn { fields, errors }),
        Act::WithdrawPractice => vec![
            Area::new("reason", words.recommendation_why())
                .again(fields, errors)
                .into(),
        ],
        _ => Vec::new(),
    };
    let sheet = Sheet::alone(visit, words.say_code("practice-act", way), sent)
        .back_to(format!("/practices/{}", shown.id), shown.of.content.title.clone());
    let sheet = match act {
        Act::ChangePractice | Act::ReviewPractice | Act::PublishPractice => sheet.rests_on(shown.version),
        _ => sheet,
    };
    sheet
        .lead(words.say_code("practice-lead", way))
        .parts(parts)
        .submit(words.say_code("practice-act", way))
}

fn adoption(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let kinds = SourceKind::ALL.iter().filter(|kind| !kind.is_public());
    let kinds = kinds.map(|kind| Choice::new(kind.code(), words.say_recommendation_source(*kind)));
    let example = [Choice::new("yes", words.recommendation_is_example())];
    vec![
        Text::new("title", words.recommendation_new_title())
            .again(fields, errors)
            .into(),
        Area::new("text", words.recommendation_new_text())
            .hint(words.practice_adopt_hint())
            .again(fields, errors)
            .into(),
        Text::new("language", words.recommendation_language())
            .hint(words.recommendation_language_hint())
            .narrow()
            .again(fields, errors)
            .into(),
        Choices::list("source", words.practice_met(), kinds)
            .again(fields, errors)
            .into(),
        Choices::several("example", String::new(), example)
            .again(fields, errors)
            .into(),
    ]
}

/// Under which objective it stands, what is to be done, by whom and until when; the rest is written in the plan.
fn action(words: &Words, form: &Form, drawn: &Drawn<'_>) -> Vec<Html> {
    let under = form.shown.under.iter();
    let under = under.map(|(item, title)| Choice::new(item.to_string(), title.clone()));
    vec![
        drawn.list("under", words.practice_under(), under),
        drawn.text("title", words.plan_item_name(), None),
        drawn.several("responsible", words.plan_responsible(), form.institutions.clone()),
        drawn.text("term", words.plan_term(), Some(words.plan_dated_hint())),
    ]
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    way::form(form.shown.may.contains(&form.act), || sheet(&visit, &form, None))
}

/// Done. A form sent twice is answered as the first time; one that comes late is told the rule.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    let (on, act) = (form.shown.id, form.act);
    let offered = form.shown.may.contains(&act);
    let again = |errors| {
        let sheet = |errors: &Errors| sheet(&visit, &form, Some((&fields, errors)));
        way::again(offered, sheet, errors)
    };
    let context = visit.context(&fields)?;
    macro_rules! command {
        ($input:ty) => {
            visit.command::<$input>(&fields, &[]).map_err(again)?
        };
    }
    match act {
        Act::ChangePractice => {
            let command = command!(WritePractice);
            visit
                .run(move |app| practice::change(app, &context, on, &command))
                .await?;
        }
        Act::WithdrawPractice => {
            let command = command!(WithdrawPractice);
            visit
                .run(move |app| practice::withdraw(app, &context, on, &command))
                .await?;
        }
        Act::AdoptPractice => {
            let command = command!(AdoptPractice);
            visit
                .run(move |app| practice::adopt(app, &context, on, &command))
                .await?;
        }
        Act::PlanPractice => {
            let command = command!(PlanPractice);
            visit
                .run(move |app| practice::adopt_as_action(app, &context, on, &command))
                .await?;
        }
        _ => {
            command!(SteerPractice);
            let steer = match act {
                Act::ReviewPractice => practice::review,
                _ => practice::publish,
            };
            visit.run(move |app| steer(app, &context, on, &())).await?;
        }
    }
    Ok(WAYS.went(on, form.way))
}
