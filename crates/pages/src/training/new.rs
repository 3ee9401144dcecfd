//! A training is planned: what is taught to whom, when, where and by which institutions. The same form changes a plan.
use crate::case::sheet::Sheet;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::training;
use tiltas_domain::training::{Item, Plan};
use tiltas_input::training::PlanTraining;
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    visit.may(Action::WriteTraining).then_some(()).ok_or(Failure::NotFound)
}

/// The fields of a plan.
pub(super) fn parts(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let text = |name: &str, label: String| Html::from(Text::new(name, label).again(fields, errors));
    let short = |name: &str, label: String, hint: String| {
        Html::from(Text::new(name, label).hint(hint).medium().again(fields, errors))
    };
    let area =
        |name: &str, label: String, hint: String| Html::from(Area::new(name, label).hint(hint).again(fields, errors));
    let example = [Choice::new("yes", words.training_is_example())];
    vec![
        text("title", words.training_title()),
        text("programme", words.training_programme()),
        text("audience", words.training_audience()),
        area("aims", words.training_aims(), words.training_aims_hint()),
        area("modules", words.training_modules(), words.training_lines_hint()),
        short("hours", words.training_hours(), words.training_number_hint()),
        text("competence", words.training_competence()),
        short("years", words.training_years(), words.training_years_hint()),
        short("from", words.training_from(), words.recommendation_dated_hint()),
        short("to", words.training_to(), words.recommendation_dated_hint()),
        text("place", words.training_place()),
        short(
            "language",
            words.training_language(),
            words.recommendation_language_hint(),
        ),
        area("trainers", words.training_trainers(), words.training_trainers_hint()),
        area("agenda", words.training_agenda(), words.training_agenda_hint()),
        area("material", words.training_material(), words.training_lines_hint()),
        area("source", words.training_source(), words.training_source_hint()),
        Choices::several("example", String::new(), example)
            .again(fields, errors)
            .into(),
    ]
}

/// A plan as it is typed.
pub(super) fn typed(plan: &Plan) -> Fields {
    let taught = &plan.curriculum;
    let item = |item: &Item| {
        let cells = [
            item.day.to_string(),
            item.hour.clone().unwrap_or_default(),
            item.what.clone(),
            item.by.clone().unwrap_or_default(),
        ];
        cells.join(" | ")
    };
    let agenda: Vec<String> = plan.agenda.iter().map(item).collect();
    let example = if plan.example { "yes" } else { "" };
    let fields = [
        ("title", plan.title.clone()),
        ("programme", plan.programme.clone().unwrap_or_default()),
        ("audience", taught.audience.clone()),
        ("aims", taught.aims.clone()),
        ("modules", taught.modules.join("\n")),
        ("hours", taught.hours.to_string()),
        ("competence", taught.competence.clone()),
        ("years", taught.years.to_string()),
        ("from", plan.from.to_string()),
        ("to", plan.to.to_string()),
        ("place", plan.place.clone()),
        ("language", plan.language.clone().unwrap_or_default()),
        ("trainers", plan.trainers.join("\n")),
        ("agenda", agenda.join("\n")),
        ("material", plan.material.join("\n")),
        ("source", plan.source.clone().unwrap_or_default()),
        ("example", example.to_owned()),
    ];
    Fields(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn sheet(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, blank) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&blank, &none));
    Sheet::alone(visit, words.training_new(), sent)
        .back_to("/trainings".to_owned(), words.trainings_title())
        .lead(words.training_new_lead())
        .parts(parts(words, fields, errors))
}

/// The form.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    sheet(&visit, None).show()
}

/// Planned.
pub async fn plan(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = visit.command::<PlanTraining>(&fields, &[]);
    let command = command.map_err(|errors| sheet(&visit, Some((&fields, &errors))).again(errors))?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| training::plan(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/trainings/{id}?done=new")).into_response())
}
