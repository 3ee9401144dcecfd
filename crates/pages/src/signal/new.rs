//! A new signal: a short form. One thing told is enough; what nobody asked stays "not asked".
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_access::Action;
use tiltas_domain::{
    Answer,
    case::{AgeClass, Interpreter, Sex, Urgency},
    signal::Channel,
};
use tiltas_input::signal::RecordSignal;
use tiltas_kit::{
    Errors, Failure, Fields, Own, Page, Posted, Visit,
    component::{Area, Choice, Choices, Five, Summary, Text, person},
    edge::show,
};
use tiltas_words::{Words, html::Html};

#[derive(Template)]
#[template(path = "signal/new.html")]
struct SignalPage {
    page: Page,
    summary: Summary,
    key: String,
    first: Vec<Html>,
    person: Vec<Html>,
    told: Vec<Html>,
}

/// The empty form.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::RecordSignal) {
        return Err(Failure::NotFound);
    }
    let key = visit.form_key();
    show(&draw(&visit, &key, &Fields::default(), &Errors::new()))
}

/// Opens the file, and leads to it.
pub async fn press(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let context = visit.context(&fields)?;
    match visit.command::<RecordSignal>(&fields, &OWN) {
        Ok(command) => {
            let signal = visit
                .run(move |app| tiltas_app::signal::record(app, &context, &command))
                .await;
            let (case, _) = signal.map_err(|failure| way(&visit, failure))?;
            Ok(Redirect::to(&format!("/cases/{case}")).into_response())
        }
        Err(errors) => {
            let again = draw(&visit, fields.key(), &fields, &errors);
            Err(Failure::form(&again, errors))
        }
    }
}

/// The page's own words for what was not chosen.
const OWN: [Own; 2] = [
    ("channel", Words::signal_wrong_channel),
    ("urgency", Words::signal_wrong_urgency),
];

fn way(visit: &Visit, failure: Failure) -> Failure {
    let Failure::Refused(mut refusal) = failure else {
        return failure;
    };
    refusal.ways = vec!["/signals/new".to_owned()];
    refusal.back = Some(("/signals/new".to_owned(), visit.words.signal_title()));
    Failure::Refused(refusal)
}

fn draw(visit: &Visit, key: &str, fields: &Fields, errors: &Errors) -> SignalPage {
    let words = &visit.words;
    SignalPage {
        page: visit.page(&words.signal_title()).with_errors(errors),
        summary: Summary::new(words, errors),
        key: key.to_owned(),
        first: first(words, fields, errors),
        person: about(words, fields, errors),
        told: told(words, fields, errors),
    }
}

fn first(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let channels = Channel::ALL
        .iter()
        .map(|channel| Choice::new(channel.code(), words.say_channel(channel)));
    let urgencies = Urgency::ALL.iter().map(|urgency| {
        let code = urgency.code();
        Choice::new(code, words.say_code("soon", code)).hint(words.say_code("soon-hint", code))
    });
    let unnamed = [Choice::new("yes", words.signal_anonymous_yes())];
    vec![
        Choices::one("channel", words.signal_channel(), channels)
            .again(fields, errors)
            .into(),
        Choices::several("anonymous", words.signal_anonymous(), unnamed)
            .again(fields, errors)
            .into(),
        Choices::one("urgency", words.signal_urgency(), urgencies)
            .again(fields, errors)
            .into(),
    ]
}

fn about(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    let sexes = Sex::ALL
        .iter()
        .map(|sex| Choice::new(sex.code(), words.say_signal_sex(sex)));
    let ages = AgeClass::ALL.iter().map(|class| {
        let choice = Choice::new(class.code(), words.say_signal_age(class));
        if *class == AgeClass::Unsure {
            choice.hint(words.signal_age_doubt())
        } else {
            choice
        }
    });
    let countries = person::all(words, "country").into_iter();
    let tongues = person::all(words, "tongue").into_iter();
    let interpreters = Interpreter::ALL.iter().filter(|one| **one != Interpreter::NotAsked);
    let interpreters = interpreters.map(|one| Choice::new(one.code(), words.say_interpreter(one)));
    vec![
        Choices::one("sex", words.signal_sex(), sexes)
            .again(fields, errors)
            .into(),
        Choices::one("age_class", words.signal_age(), ages)
            .again(fields, errors)
            .into(),
        Text::new("years", words.signal_years())
            .narrow()
            .figures()
            .most(3)
            .again(fields, errors)
            .into(),
        Choices::list(
            "languages",
            words.signal_language(),
            tongues.map(|(code, name)| Choice::new(code, name)),
        )
        .again(fields, errors)
        .into(),
        Choices::list("interpreter", words.signal_interpreter(), interpreters)
            .again(fields, errors)
            .into(),
        Five::new(
            words,
            "accompanying_child",
            words.signal_child(),
            Answer::from_code(fields.one("accompanying_child")).unwrap_or_default(),
        )
        .into(),
        Choices::list(
            "nationality",
            words.signal_nationality(),
            countries.map(|(code, name)| Choice::new(code.to_uppercase(), name)),
        )
        .again(fields, errors)
        .into(),
    ]
}

fn told(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    vec![
        Area::new("account", words.signal_account())
            .hint(words.signal_account_hint())
            .again(fields, errors)
            .into(),
        Text::new("whereabouts", words.signal_whereabouts())
            .again(fields, errors)
            .into(),
        Text::new("health", words.signal_health())
            .hint(words.signal_health_hint())
            .again(fields, errors)
            .into(),
        Text::new("name", words.signal_name())
            .hint(words.signal_name_hint())
            .medium()
            .again(fields, errors)
            .into(),
        Text::new("phone", words.signal_phone())
            .hint(words.signal_phone_hint())
            .medium()
            .telephone()
            .again(fields, errors)
            .into(),
    ]
}
