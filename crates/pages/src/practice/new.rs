//! A practice is written down, or changed: one form for both.
use crate::case::sheet::Sheet;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::practice;
use tiltas_domain::{clock::Confidence, practice::Content, recommendation::Theme};
use tiltas_input::practice::WritePractice;
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    let may = visit.may(Action::WritePractice);
    may.then_some(()).ok_or(Failure::NotFound)
}

/// The fields, with what was typed or what stands.
pub(super) fn parts(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let line = |name: &str, label: String, hint: Option<String>| {
        let text = hint.into_iter().fold(Text::new(name, label), Text::hint);
        Html::from(text.again(fields, errors))
    };
    let area = |name: &str, label: String, hint: Option<String>| {
        let area = hint.into_iter().fold(Area::new(name, label), Area::hint);
        Html::from(area.again(fields, errors))
    };
    let themes = Theme::ALL.iter();
    let themes = themes.map(|theme| Choice::new(theme.code(), words.say_recommendation_theme(*theme)));
    let sure = Confidence::ALL.iter();
    let sure = sure.map(|sure| Choice::new(sure.code(), words.say_practice_confidence(*sure)));
    let example = [Choice::new("yes", words.recommendation_is_example())];
    vec![
        line("title", words.practice_name(), None),
        line("country", words.practice_country(), Some(words.practice_country_hint())),
        line(
            "institution",
            words.practice_institution(),
            Some(words.practice_empty_hint()),
        ),
        Choices::list("theme", words.recommendations_theme(), themes)
            .again(fields, errors)
            .into(),
        area("problem", words.practice_problem(), None),
        area("done", words.practice_done(), Some(words.practice_done_hint())),
        area("law", words.practice_law(), None),
        area("resources", words.practice_resources(), None),
        area("evidence", words.practice_evidence(), None),
        area(
            "conditions",
            words.practice_conditions(),
            Some(words.practice_conditions_hint()),
        ),
        line("contact", words.practice_contact(), Some(words.practice_contact_hint())),
        line(
            "language",
            words.recommendation_language(),
            Some(words.recommendation_language_hint()),
        ),
        line("page", words.recommendation_page(), Some(words.practice_page_hint())),
        line("dated", words.practice_dated(), Some(words.recommendation_dated_hint())),
        Choices::one("confidence", words.practice_confidence(), sure)
            .again(fields, errors)
            .into(),
        Choices::several("example", String::new(), example)
            .again(fields, errors)
            .into(),
    ]
}

/// What stands in the form that changes a practice.
pub(super) fn begun(content: &Content) -> Fields {
    let dated = content.dated.map(|dated| dated.to_string());
    let given = |name: &'static str, value: &Option<String>| value.clone().map(|value| (name, value));
    let mut all = vec![
        ("title", content.title.clone()),
        ("theme", content.theme.code().to_owned()),
        ("done", content.done.clone()),
        ("language", content.language.clone()),
        ("confidence", content.confidence.code().to_owned()),
    ];
    all.extend(
        [
            given("country", &content.country),
            given("institution", &content.institution),
            given("problem", &content.problem),
            given("law", &content.law),
            given("resources", &content.resources),
            given("evidence", &content.evidence),
            given("conditions", &content.conditions),
            given("contact", &content.contact),
            given("page", &content.page),
            given("dated", &dated),
            content.example.then(|| ("example", "yes".to_owned())),
        ]
        .into_iter()
        .flatten(),
    );
    Fields::new(all.iter().map(|(name, value)| (*name, value.as_str())))
}

fn sheet(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, blank) = (Errors::new(), Fields::new([("language", words.locale().code())]));
    let (fields, errors) = sent.unwrap_or((&blank, &none));
    Sheet::alone(visit, words.practice_new(), sent)
        .back_to("/practices".to_owned(), words.practices_title())
        .lead(words.practice_new_lead())
        .parts(parts(words, fields, errors))
}

/// The form.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    sheet(&visit, None).show()
}

/// Written down.
pub async fn record(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = visit.command::<WritePractice>(&fields, &[]);
    let command = command.map_err(|errors| sheet(&visit, Some((&fields, &errors))).again(errors))?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| practice::record(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/practices/{id}?done=new")).into_response())
}
