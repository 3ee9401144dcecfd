//! A recommendation is written down: what was said, and who said it.
use crate::case::sheet::Sheet;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::recommendation;
use tiltas_domain::recommendation::{SourceKind, Theme, WordingKind};
use tiltas_input::recommendation::RecordRecommendation;
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    visit
        .may(Action::RecordRecommendation)
        .then_some(())
        .ok_or(Failure::NotFound)
}

fn sheet(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, blank) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&blank, &none));
    // The language of the page is the likeliest; what was typed stands.
    let language = match sent {
        Some(_) => fields.clone(),
        None => Fields::new([("language", words.locale().code())]),
    };
    let text = |name: &str, label: String| Text::new(name, label);
    let themes = Theme::ALL
        .iter()
        .map(|theme| Choice::new(theme.code(), words.say_recommendation_theme(*theme)));
    let kinds = SourceKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), words.say_recommendation_source(*kind)));
    let wording = WordingKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), words.say_recommendation_wording(*kind)));
    let example = [Choice::new("yes", words.recommendation_is_example())];
    Sheet::alone(visit, words.recommendation_new(), sent)
        .back_to("/recommendations".to_owned(), words.recommendations_title())
        .lead(words.recommendation_new_lead())
        .part(text("title", words.recommendation_new_title()).again(fields, errors))
        .part(
            Area::new("text", words.recommendation_new_text())
                .hint(words.recommendation_new_text_hint())
                .again(fields, errors),
        )
        .part(Choices::one("wording", words.recommendation_wording(), wording).again(fields, errors))
        .part(
            text("language", words.recommendation_language())
                .hint(words.recommendation_language_hint())
                .narrow()
                .again(&language, errors),
        )
        .part(Choices::list("theme", words.recommendations_theme(), themes).again(fields, errors))
        .part(Choices::list("source", words.recommendation_kind(), kinds).again(fields, errors))
        .part(
            text("document", words.recommendation_document())
                .hint(words.recommendation_document_hint())
                .again(fields, errors),
        )
        .part(
            text("round", words.recommendation_round())
                .medium()
                .again(fields, errors),
        )
        .part(
            text("paragraph", words.recommendation_paragraph())
                .medium()
                .again(fields, errors),
        )
        .part(
            text("dated", words.recommendation_dated())
                .hint(words.recommendation_dated_hint())
                .medium()
                .again(fields, errors),
        )
        .part(
            text("priority", words.recommendation_priority())
                .hint(words.recommendation_priority_hint())
                .medium()
                .again(fields, errors),
        )
        .part(text("page", words.recommendation_page()).again(fields, errors))
        .part(Choices::several("example", String::new(), example).again(fields, errors))
}

/// The form.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    sheet(&visit, None).show()
}

/// Written down.
pub async fn record(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = visit.command::<RecordRecommendation>(&fields, &[]);
    let command = command.map_err(|errors| sheet(&visit, Some((&fields, &errors))).again(errors))?;
    let context = visit.context(&fields)?;
    let (id, _) = visit
        .run(move |app| recommendation::record(app, &context, &command))
        .await?;
    Ok(Redirect::to(&format!("/recommendations/{id}?done=new")).into_response())
}
