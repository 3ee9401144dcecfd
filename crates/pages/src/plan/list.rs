//! All plans, and the form with which one is begun.
use super::version;
use crate::case::sheet::Sheet;
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::plan::{self, tree};
use tiltas_input::plan::DraftPlan;
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::form::{Choice, Choices, Text},
    edge::show,
};

struct Row {
    href: String,
    title: String,
    example: bool,
    version: String,
    term: String,
    actions: usize,
    done: usize,
    late: usize,
}

#[derive(Template)]
#[template(path = "plan/list.html")]
struct ListPage {
    page: Page,
    may_begin: bool,
    rows: Vec<Row>,
}

/// The page.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let plans = visit.run(move |app| tree::plans(app, &context)).await?;
    let words = &visit.words;
    let row = |line: &tree::Line| {
        let first = &line.of.first;
        Row {
            href: format!("/plans/{}", line.id),
            title: first.title.clone(),
            example: first.example,
            version: version(words, &line.of),
            term: format!("{} – {}", words.dated(first.from), words.dated(first.until)),
            actions: line.counts.actions,
            done: line.counts.done,
            late: line.counts.late,
        }
    };
    show(&ListPage {
        may_begin: visit.may(Action::WritePlan),
        rows: plans.iter().map(row).collect(),
        page: visit.page(&words.plans_title()),
    })
}

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    visit.may(Action::WritePlan).then_some(()).ok_or(Failure::NotFound)
}

fn sheet(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, blank) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&blank, &none));
    let text = |name: &str, label: String, hint: Option<String>| {
        let text = hint.into_iter().fold(Text::new(name, label), Text::hint);
        text.again(fields, errors)
    };
    let example = [Choice::new("yes", words.plan_new_example())];
    Sheet::alone(visit, words.plans_new(), sent)
        .back_to("/plans".to_owned(), words.plans_title())
        .part(text("title", words.plan_new_title(), None))
        .part(text("strategy", words.plan_new_strategy(), None))
        .part(text("from", words.plan_new_from(), Some(words.plan_dated_hint())).medium())
        .part(text("until", words.plan_new_until(), None).medium())
        .part(
            text(
                "currency",
                words.plan_new_currency(),
                Some(words.plan_new_currency_hint()),
            )
            .narrow(),
        )
        .part(text("source", words.plan_new_source(), None))
        .part(Choices::several("example", String::new(), example).again(fields, errors))
}

/// The form.
pub async fn form(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    sheet(&visit, None).show()
}

/// Begun.
pub async fn begin(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = visit.command::<DraftPlan>(&fields, &[]);
    let command = command.map_err(|errors| sheet(&visit, Some((&fields, &errors))).again(errors))?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| plan::draft(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/plans/{id}?done=new")).into_response())
}
