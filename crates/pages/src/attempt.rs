//! "I rang": whom, at what time, and what came of it, where a delay stands; and what others have tried.
use crate::case::sheet::Sheet;
use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tiltas_app::attempt::{self, Line, Page};
use tiltas_domain::attempt::{About, Outcome};
use tiltas_input::attempt::NoteAttempt;
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/tasks/{id}/attempts", get(of_task).post(note_task))
        .route("/referrals/{id}/attempts", get(of_referral).post(note_referral))
}

/// One attempt in a sentence.
pub(crate) fn said(words: &Words, line: &Line) -> String {
    let role = words.say_role(line.by.role);
    let outcome = words.say_attempt(line.outcome);
    words.attempt_line(words.time(line.at), &role, &line.by.organisation, &line.whom, &outcome)
}

fn sheet(visit: &Visit, page: &Page, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let outcomes = Outcome::ALL
        .iter()
        .map(|one| Choice::new(one.code(), words.say_attempt(one)));
    let mut whom = Text::new("whom", words.attempt_whom()).hint(words.attempt_whom_hint());
    let mut at = Text::new("at", words.attempt_at())
        .hint(words.attempt_at_hint())
        .narrow();
    let mut outcome = Choices::one("outcome", words.attempt_outcome(), outcomes);
    let mut more = Area::new("words", words.attempt_words());
    if let Some((fields, errors)) = sent {
        whom = whom.again(fields, errors);
        at = at.again(fields, errors);
        outcome = outcome.again(fields, errors);
        more = more.again(fields, errors);
    } else {
        at = at.value(words.time(visit.now));
    }
    let phone = page.phone.as_ref().map(|phone| Html::phone(phone));
    Sheet::about(visit, page.case, &page.spoken_name, visit.words.attempt_title(), sent)
        .opens(page.opens)
        .lead(words.attempt_lead(&page.to))
        .before(phone)
        .part(whom)
        .part(at)
        .part(outcome)
        .part(more)
        .after(page.tried.iter().map(|line| Html::from(said(words, line))))
}

async fn page(visit: Visit, about: Option<About>) -> Result<Response, Failure> {
    let (about, context) = (about.ok_or(Failure::NotFound)?, visit.reading()?);
    let page = visit.run(move |app| attempt::show(app, &context, about)).await?;
    sheet(&visit, &page, None).show()
}

async fn note(visit: Visit, about: Option<About>, fields: Fields) -> Result<Response, Failure> {
    let about = about.ok_or(Failure::NotFound)?;
    let command = match visit.command::<NoteAttempt>(
        &fields,
        &[
            ("whom", Words::attempt_whom_needed),
            ("outcome", Words::attempt_outcome_needed),
        ],
    ) {
        Ok(command) => command,
        Err(errors) => {
            let context = visit.reading()?;
            let page = visit.run(move |app| attempt::show(app, &context, about)).await?;
            return Err(sheet(&visit, &page, Some((&fields, &errors))).again(errors));
        }
    };
    let context = visit.context(&fields)?;
    visit
        .run(move |app| attempt::note(app, &context, about, &command))
        .await?;
    Ok(Redirect::to("/today").into_response())
}

fn task(id: &str) -> Option<About> {
    id.parse().ok().map(About::Task)
}

fn referral(id: &str) -> Option<About> {
    id.parse().ok().map(About::Referral)
}

/// What was tried about a task.
pub async fn of_task(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    page(visit, task(&id)).await
}

/// What was tried about a referral.
pub async fn of_referral(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    page(visit, referral(&id)).await
}

/// Noted about a task.
pub async fn note_task(visit: Visit, Path(id): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    note(visit, task(&id), fields).await
}

/// Noted about a referral.
pub async fn note_referral(visit: Visit, Path(id): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    note(visit, referral(&id), fields).await
}
