//! What is known of an institution is kept: registered, changed, and what it gave noted.
use super::{id, name};
use crate::case::sheet::Sheet;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_access::Action;
use tiltas_app::{expert_institution as app, practice, recommendation};
use tiltas_domain::{
    Id,
    expert_institution::{Contribution, ExpertInstitution},
    practice::Select as SelectPractices,
    recommendation::{Select, Theme},
};
use tiltas_input::expert_institution::{ContributeExpertInstitution, WriteExpertInstitution};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::{
        form::{Area, Choice, Choices, Text},
        person::all,
    },
};
use tiltas_words::{Html, Words};

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    let may = visit.may(Action::WriteExpertInstitution);
    may.then_some(()).ok_or(Failure::NotFound)
}

fn parts(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let themes = Theme::ALL.iter();
    let themes = themes.map(|theme| Choice::new(theme.code(), words.say_recommendation_theme(*theme)));
    let tongues = all(words, "tongue").into_iter();
    let tongues = tongues.map(|(code, name)| Choice::new(code, name));
    let example = [Choice::new("yes", words.recommendation_is_example())];
    vec![
        Text::new("country", words.practice_country())
            .hint(words.expert_country_hint())
            .narrow()
            .again(fields, errors)
            .into(),
        Text::new("name", words.practice_institution())
            .hint(words.practice_empty_hint())
            .again(fields, errors)
            .into(),
        Choices::several("fields", words.expert_fields(), themes)
            .again(fields, errors)
            .into(),
        Choices::several("languages", words.expert_languages(), tongues)
            .again(fields, errors)
            .into(),
        Area::new("said", words.expert_said()).again(fields, errors).into(),
        Text::new("page", words.recommendation_page())
            .again(fields, errors)
            .into(),
        Choices::several("example", String::new(), example)
            .again(fields, errors)
            .into(),
    ]
}

fn blank(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, begun) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    Sheet::alone(visit, words.expert_new(), sent)
        .back_to("/experts".to_owned(), words.experts_title())
        .lead(words.practice_new_lead())
        .parts(parts(words, fields, errors))
}

/// The form of a new one.
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    blank(&visit, None).show()
}

/// Registered.
pub async fn register(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = visit.command::<WriteExpertInstitution>(&fields, &[]);
    let command = command.map_err(|errors| blank(&visit, Some((&fields, &errors))).again(errors))?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| app::register(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/experts/{id}?done=new")).into_response())
}

async fn load(visit: &Visit, which: &str) -> Result<app::Shown, Failure> {
    allowed(visit)?;
    let (context, which) = (visit.reading()?, id(which)?);
    visit.run(move |app| app::show(app, &context, which)).await
}

fn sheet(visit: &Visit, shown: &app::Shown, title: String, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let back = format!("/experts/{}", shown.id);
    Sheet::alone(visit, title, sent).back_to(back, name(&visit.words, &shown.of.content))
}

fn changing(visit: &Visit, shown: &app::Shown, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let content = &shown.of.content;
    let one = |name: &'static str, value: &Option<String>| value.clone().map(|value| (name, value));
    let mut begun = vec![("country", content.country.clone())];
    begun.extend(one("name", &content.name));
    begun.extend(one("said", &content.said));
    begun.extend(one("page", &content.page));
    begun.extend(content.fields.iter().map(|theme| ("fields", theme.code().to_owned())));
    begun.extend(content.languages.iter().map(|code| ("languages", code.clone())));
    begun.extend(content.example.then(|| ("example", "yes".to_owned())));
    let begun = Fields::new(begun.iter().map(|(name, value)| (*name, value.as_str())));
    let none = Errors::new();
    let (fields, errors) = sent.unwrap_or((&begun, &none));
    let sheet = sheet(visit, shown, visit.words.expert_change(), sent).rests_on(shown.version);
    sheet.parts(parts(&visit.words, fields, errors))
}

/// The form of what is known.
pub async fn page(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let shown = load(&visit, &which).await?;
    changing(&visit, &shown, None).show()
}

fn back(id: Id<ExpertInstitution>, done: &str) -> Response {
    Redirect::to(&format!("/experts/{id}?done={done}")).into_response()
}

/// Changed.
pub async fn change(visit: Visit, Path(which): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let shown = load(&visit, &which).await?;
    let command = visit.command::<WriteExpertInstitution>(&fields, &[]);
    let command = command.map_err(|errors| changing(&visit, &shown, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, shown.id);
    visit.run(move |app| app::change(app, &context, id, &command)).await?;
    Ok(back(id, "change"))
}

/// What it can have given: practices and recommendations.
async fn things(visit: &Visit) -> Result<Vec<Choice>, Failure> {
    let words = &visit.words;
    let context = visit.reading()?;
    let select = SelectPractices::default();
    let practices = visit
        .run(move |app| practice::list::page(app, &context, &select, 0))
        .await?;
    let context = visit.reading()?;
    let select = Select::default();
    let all = visit
        .run(move |app| recommendation::list::page(app, &context, &select, 0))
        .await?;
    let choice =
        |to: Contribution, kind: String, title: &str| Choice::new(to.stream().to_string(), format!("{kind}: {title}"));
    let practices = practices.lines.iter().map(|line| {
        let to = Contribution::Practice(line.id);
        choice(to, words.practice_title(), &line.title)
    });
    let recommendations = all.lines.iter().map(|shown| {
        let to = Contribution::Recommendation(shown.line.id);
        choice(to, words.recommendation_title(), &shown.line.title)
    });
    Ok(practices.chain(recommendations).collect())
}

fn giving(visit: &Visit, shown: &app::Shown, things: &[Choice], sent: Option<(&Fields, &Errors)>) -> Sheet {
    let (none, blank) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&blank, &none));
    let list = Choices::list("to", visit.words.expert_what(), things.to_vec());
    sheet(visit, shown, visit.words.expert_contribute(), sent).part(list.again(fields, errors))
}

/// The form of what it gave.
pub async fn contribution(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let shown = load(&visit, &which).await?;
    let things = things(&visit).await?;
    giving(&visit, &shown, &things, None).show()
}

/// Noted.
pub async fn contribute(visit: Visit, Path(which): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let shown = load(&visit, &which).await?;
    let things = things(&visit).await?;
    let command = visit.command::<ContributeExpertInstitution>(&fields, &[]);
    let command = command.map_err(|errors| giving(&visit, &shown, &things, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, shown.id);
    visit
        .run(move |app| app::contribute(app, &context, id, &command))
        .await?;
    Ok(back(id, "contribution"))
}
