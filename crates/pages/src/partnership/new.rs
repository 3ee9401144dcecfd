//! A partnership is begun: what it is to be, and between which two. From a gap of the picture both are filled in.
use crate::case::sheet::Sheet;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_app::{organisation, partnership, partnership::picture};
use tiltas_domain::partnership::Arrangement;
use tiltas_input::partnership::BeginPartnership;
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Choice, Choices, Text},
    edge::Asked,
};

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    visit
        .may(Action::SteerPartnership)
        .then_some(())
        .ok_or(Failure::NotFound)
}

/// The institutions that have people who answer for them.
pub(super) async fn institutions(visit: &Visit) -> Result<Vec<Choice>, Failure> {
    let context = visit.reading()?;
    let all = visit.run(move |app| organisation::directory(app, &context)).await?;
    let there = all.into_iter().filter(|line| line.kind.answers());
    Ok(there
        .map(|line| Choice::new(line.organisation.to_string(), line.name))
        .collect())
}

/// What the gap of the address says: both institutions, the kind that is proposed, and a title.
async fn of_gap(visit: &Visit, asked: &Fields) -> Result<Fields, Failure> {
    let (Some(gap), context) = (asked.given("gap"), visit.reading()?) else {
        return Ok(Fields::default());
    };
    let picture = visit.run(move |app| picture::picture(app, &context, None)).await?;
    let found = picture.gaps.iter().find(|known| {
        let [one, other] = known.between.each_ref().map(|institution| institution.id);
        gap == format!("{one}.{other}")
    });
    Ok(found.map_or_else(Fields::default, |known| {
        let [one, other] = &known.between;
        let kind = visit.words.say_partnership_arrangement(known.arrangement);
        let pair = visit.words.partnerships_pair(one.name.as_str(), other.name.as_str());
        let title = format!("{kind}: {pair}");
        Fields::default()
            .with("title", title)
            .with("arrangement", known.arrangement.code())
            .with("lead", one.id.to_string())
            .with("other", other.id.to_string())
    }))
}

async fn sheet(visit: &Visit, fields: &Fields, errors: Option<&Errors>) -> Result<Sheet, Failure> {
    let words = &visit.words;
    let none = Errors::new();
    let sent = errors.map(|errors| (fields, errors));
    let errors = errors.unwrap_or(&none);
    let list = institutions(visit).await?;
    let kinds = Arrangement::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), words.say_partnership_arrangement(*kind)));
    let function = |name: &str| {
        let text = Text::new(name, words.partnerships_new_function());
        text.hint(words.partnerships_new_function_hint())
            .medium()
            .again(fields, errors)
    };
    let phone = |name: &str| {
        let text = Text::new(name, words.partnerships_new_phone()).telephone();
        text.hint(words.partnerships_new_phone_hint())
            .medium()
            .again(fields, errors)
    };
    let example = [Choice::new("yes", words.partnerships_is_example())];
    Ok(Sheet::alone(visit, words.partnerships_new(), sent)
        .back_to("/partnerships".to_owned(), words.partnerships_title())
        .lead(words.partnerships_new_lead())
        .part(Text::new("title", words.partnerships_new_title()).again(fields, errors))
        .part(Choices::list("arrangement", words.partnerships_arrangement(), kinds).again(fields, errors))
        .part(Choices::list("lead", words.partnerships_new_lead_party(), list.clone()).again(fields, errors))
        .part(function("lead_function"))
        .part(phone("lead_phone"))
        .part(Choices::list("other", words.partnerships_new_other(), list).again(fields, errors))
        .part(function("other_function"))
        .part(phone("other_phone"))
        .part(Choices::several("example", String::new(), example).again(fields, errors))
        .submit(words.partnerships_draft_save()))
}

/// The form.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    allowed(&visit)?;
    let begun = of_gap(&visit, &asked).await?;
    sheet(&visit, &begun, None).await?.show()
}

/// Begun: the draft goes on with its purpose.
pub async fn begin(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = match visit.command::<BeginPartnership>(&fields, &[]) {
        Ok(command) => command,
        Err(errors) => return Err(sheet(&visit, &fields, Some(&errors)).await?.again(errors)),
    };
    let context = visit.context(&fields)?;
    let (id, _) = visit
        .run(move |app| partnership::begin(app, &context, &command))
        .await?;
    Ok(Redirect::to(&format!("/partnerships/{id}/purpose?done=new")).into_response())
}
