//! What the person says about one recipient: exactly what may go, until when, how it was said.
use crate::case::{
    form,
    sheet::{Sheet, back},
};
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::{case::file::File, consent, organisation};
use tiltas_domain::{
    Answer, Field, Id,
    consent::{AddConsent, Form},
    organisation::Organisation,
    provider::Service,
};
use tiltas_input::{Input, consent::RecordConsent, of_form};
use tiltas_kit::{
    Errors, Failure, Fields, Own, Posted, Visit,
    component::{
        form::{Area, Choice, Choices, Five, Text},
        person,
    },
    forms::day,
};
use tiltas_words::Words;

type Directory = Vec<(Id<Organisation>, String)>;

/// The command behind the form: `to` is a service, `police` or the id of an organisation; `answer`, `fields` (several), `until`,
/// `form`, `language`, `own_words`. What nobody asked is no say.
fn said(visit: &Visit, fields: &Fields) -> Result<AddConsent, Errors> {
    let sent = of_form::<RecordConsent>(fields).and_then(|sent| {
        let to = fields.given("to");
        let service = to.filter(|to| Service::from_code(to).is_some());
        let sent = RecordConsent {
            police: to == Some("police"),
            organisation: to.filter(|to| service.is_none() && *to != "police").map(str::to_owned),
            service: service.map(str::to_owned),
            answer: sent.answer.replace(Answer::NotAsked.code(), ""),
            words: fields.given("own_words").map(str::to_owned),
            ..sent
        };
        sent.command(&visit.at())
    });
    sent.map_err(|wrong| {
        let wrong = wrong.renamed(|field| match field {
            "service" | "organisation" => "to".to_owned(),
            "words" => "own_words".to_owned(),
            field => field.to_owned(),
        });
        Errors::of_page(&visit.words, &wrong, &OWN)
    })
}

/// The page's own words for what was not chosen.
const OWN: [Own; 3] = [
    ("to", Words::consent_to_needed),
    ("answer", Words::consent_answer_needed),
    ("fields", Words::consent_fields_needed),
];

fn recipients(words: &Words, directory: &Directory) -> Vec<Choice> {
    let services = Service::ALL
        .iter()
        .map(|service| Choice::new(service.code(), words.say_case_service(service)));
    let police = Choice::new("police", words.case_police());
    let organisations = directory
        .iter()
        .map(|(id, name)| Choice::new(id.to_string(), name.as_str()));
    services.chain([police]).chain(organisations).collect()
}

fn sheet(visit: &Visit, file: &File, directory: &Directory, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let (none, nothing) = (Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&nothing, &none));
    let profile = visit.edge.app.profile();
    let given = Answer::from_code(fields.one("answer")).unwrap_or_default();
    let mut to = Choices::list("to", words.consent_to(), recipients(words, directory));
    let goes = Field::ALL
        .iter()
        .filter(|field| !matches!(field, Field::SpokenName | Field::Work));
    let goes = goes.map(|field| Choice::new(field.code(), words.say_field(field)));
    let mut goes = Choices::several("fields", words.consent_fields(), goes).hint(words.consent_fields_hint());
    let longest = profile.start(&profile.consent.until, visit.now).due;
    let held = longest.map_or_else(String::new, |last| day::written(last, words.zone()));
    let mut last = Text::new("until", words.screening_until())
        .hint(words.screening_until_hint())
        .narrow()
        .value(held);
    let forms = Form::ALL
        .iter()
        .map(|form| Choice::new(form.code(), words.say_consent_form(form)));
    let mut form = Choices::one("form", words.screening_form(), forms);
    let tongues = person::all(words, "tongue")
        .into_iter()
        .map(|(code, name)| Choice::new(code, name));
    let mut language = Choices::list("language", words.screening_say_language(), tongues);
    let mut own = Area::new("own_words", words.screening_own_words()).hint(words.screening_own_words_hint());
    if sent.is_some() {
        (to, goes, last) = (
            to.again(fields, errors),
            goes.again(fields, errors),
            last.again(fields, errors),
        );
        (form, language, own) = (
            form.again(fields, errors),
            language.again(fields, errors),
            own.again(fields, errors),
        );
    } else {
        form = form.chosen(Form::Spoken.code());
        let open = file.person.open();
        language = language.chosen(
            open.and_then(|person| person.languages.first())
                .map_or("", String::as_str),
        );
    }
    let ground = &profile.consent.article.value;
    Sheet::new(visit, file, visit.words.consent_title(), sent)
        .lead(words.consent_lead(ground))
        .part(to)
        .part(Five::new(words, "answer", words.consent_answer(), given))
        .part(goes)
        .part(last)
        .part(form)
        .part(language)
        .part(own)
        .submit(words.consent_save())
}

async fn look(visit: &Visit, case: &str) -> Result<(File, Directory), Failure> {
    let file = form(visit, case, Action::RecordConsent, &[Field::Person, Field::Language]).await?;
    let (context, own) = (visit.reading()?, visit.actor()?.organisation);
    let directory = visit.run(move |app| organisation::directory(app, &context)).await?;
    let others = directory.into_iter().filter(|line| line.organisation != own);
    Ok((file, others.map(|line| (line.organisation, line.name)).collect()))
}

/// The form.
pub async fn page(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let (file, directory) = look(&visit, &case).await?;
    sheet(&visit, &file, &directory, None).show()
}

/// Sent.
pub async fn record(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let (file, directory) = look(&visit, &case).await?;
    let command = said(&visit, &fields)
        .map_err(|errors| sheet(&visit, &file, &directory, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, file.case);
    visit
        .run(move |app| consent::record(app, &context, id, &[command]))
        .await?;
    Ok(back(&case, "said"))
}
