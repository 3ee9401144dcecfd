//! What she says about one recipient: exactly what may go, until when, how she said it.
use crate::{
    case::{
        led,
        sheet::{Sheet, back},
    },
    screening::form::{answer, how, until},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{case::file::File, consent, organisation};
use tiltas_domain::{
    Answer, Field, Fields as Set, Id, Moment, Purpose, Sensitive,
    consent::{Form, Recipient, RecordSay},
    content::Message,
    organisation::Organisation,
    provider::Service,
};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::{
        form::{Area, Choice, Choices, Five, Text},
        person,
    },
    forms::day,
};
use tiltas_words::Words;

type Directory = Vec<(Id<Organisation>, String)>;

/// The recipient behind a code: a service, `police`, or the id of an organisation.
fn recipient(code: &str) -> Option<Recipient> {
    match code {
        "police" => Some(Recipient::Police),
        code => Service::from_code(code)
            .map(Recipient::Service)
            .or_else(|| code.parse().ok().map(Recipient::Organisation)),
    }
}

/// The command behind the form: `to`, `answer`, `fields` (several), `until`, `form`, `language`, `own_words`.
///
/// # Errors
/// The fields that need another look.
pub fn parse(fields: &Fields, words: &Words, now: Moment) -> Result<RecordSay, Errors> {
    let mut errors = Errors::new();
    let to = recipient(fields.one("to"));
    if to.is_none() {
        errors.add(words, "to", "consent-to-needed", &[]);
    }
    let said = answer(fields, words, "answer", &mut errors);
    if said == Answer::NotAsked {
        errors.add(words, "answer", "consent-answer-needed", &[]);
    }
    let mut goes = Set::NONE;
    for code in fields.all("fields") {
        match Field::from_code(code) {
            Some(field) => goes = goes.and(Set::of(&[field])),
            None => errors.add(words, "fields", "form-choose", &[]),
        }
    }
    if said == Answer::Yes && goes.is_empty() {
        errors.add(words, "fields", "consent-fields-needed", &[]);
    }
    let last = until(fields, words, now, &mut errors);
    let form = how(fields, words, &mut errors);
    let yes = said == Answer::Yes;
    match to {
        Some(to) if errors.is_empty() => Ok(RecordSay {
            to,
            answer: said,
            // The spoken name goes with all work: without it two sides can't speak of the case at all.
            fields: if yes {
                goes.and(Set::of(&[Field::SpokenName, Field::Work]))
            } else {
                Set::NONE
            },
            purpose: match to {
                Recipient::Police => Purpose::Investigation,
                _ => Purpose::Assistance,
            },
            until: last.filter(|_| yes),
            form,
            language: fields.given("language").map(str::to_lowercase),
            words: fields
                .given("own_words")
                .filter(|_| yes)
                .map(|typed| Message::wrap(typed.to_owned())),
        }),
        _ => Err(errors),
    }
}

fn recipients(words: &Words, directory: &Directory) -> Vec<Choice> {
    let services = Service::ALL
        .iter()
        .map(|service| Choice::new(service.code(), words.say_code("case-service", service.code())));
    let police = Choice::new("police", words.say("case-police"));
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
    let mut to = Choices::list("to", words.say("consent-to"), recipients(words, directory));
    let goes = Field::ALL
        .iter()
        .filter(|field| !matches!(field, Field::SpokenName | Field::Work));
    let goes = goes.map(|field| Choice::new(field.code(), words.say_code("field", field.code())));
    let mut goes = Choices::several("fields", words.say("consent-fields"), goes).hint(words.say("consent-fields-hint"));
    let longest = profile.start(&profile.consent.until, visit.now).due;
    let held = longest.map_or_else(String::new, |last| day::written(last, words.zone()));
    let mut last = Text::new("until", words.say("screening-until"))
        .hint(words.say("screening-until-hint"))
        .narrow()
        .value(held);
    let forms = Form::ALL
        .iter()
        .map(|form| Choice::new(form.code(), words.say_code("consent-form", form.code())));
    let mut form = Choices::one("form", words.say("screening-form"), forms);
    let tongues = person::all(words, "tongue")
        .into_iter()
        .map(|(code, name)| Choice::new(code, name));
    let mut language = Choices::list("language", words.say("screening-say-language"), tongues);
    let mut own = Area::new("own_words", words.say("screening-own-words")).hint(words.say("screening-own-words-hint"));
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
    Sheet::new(visit, file, "consent-title", sent)
        .lead(words.say_with("consent-lead", &[("article", ground)]))
        .part(to)
        .part(Five::new(words, "answer", words.say("consent-answer"), given))
        .part(goes)
        .part(last)
        .part(form)
        .part(language)
        .part(own)
        .submit(words.say("consent-save"))
}

async fn look(visit: &Visit, case: &str) -> Result<(File, Directory), Failure> {
    let file = led(visit, case).await?;
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
    let command = parse(&fields, &visit.words, visit.now)
        .map_err(|errors| sheet(&visit, &file, &directory, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, file.case);
    visit
        .run(move |app| consent::record(app, &context, id, &[command]))
        .await?;
    Ok(back(&case, "said"))
}
