//! A new referral: how soon, who fits, exactly what goes and on which ground, and what happens when they stay silent.
mod chosen;
mod fit;
mod refusal;
mod slip;
mod step;

use crate::referral::form;
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use chosen::Chosen;
use tiltas_app::referral::{self, prepare::Prepared};
use tiltas_domain::{
    Id,
    case::{Case, Urgency},
    clock::Confidence,
    provider::{Fits, Service},
    referral::Step as Escalation,
};
use tiltas_input::referral::{DraftReferral, SendReferral};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::{Area, Choice, Choices, Span, Step, Summary, Tag, clock, person},
    edge::{Asked, show},
};
use tiltas_words::html::Html;

struct Soon {
    code: &'static str,
    label: String,
    hint: String,
    clocks: Html,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "referral/new.html")]
struct NewPage {
    page: Page,
    summary: Summary,
    steps: step::Steps,
    key: String,
    address: String,
    case: String,
    spoken_name: String,
    about: String,
    draft: String,
    wrong_urgency: Option<String>,
    wrong_to: Option<String>,
    confidence: Html,
    soon: Vec<Soon>,
    services: Choices,
    asked: String,
    /// Those that can be asked, and those that can't, each with the reason.
    fitting: Vec<fit::Row>,
    others: Vec<fit::Row>,
    slip: Option<slip::Slip>,
    words: Area,
    escalations: Span,
    refused: Option<String>,
}

/// The page, filled from the case; `services`, `urgency`, `to` and `draft` in the address choose beforehand.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let id = form::id::<Case>(&case).ok_or(Failure::NotFound)?;
    let fields = asked;
    let prepared = prepare(&visit, id, &fields).await?;
    let chosen = Chosen::first(&visit, &prepared, &fields);
    let key = visit.form_key();
    show(&draw(&visit, &prepared, &chosen, (&fields, &key), &Errors::new()))
}

/// Shows again what would go, keeps a draft, or sends.
pub async fn press(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let id = form::id::<Case>(&case).ok_or(Failure::NotFound)?;
    let errors = match fields.one("act") {
        "send" if chosen::unseen(&fields) => {
            let mut errors = Errors::new();
            errors.add("told", "referral-wrong-unseen", visit.words.referral_wrong_unseen());
            errors
        }
        "send" => match visit.command::<SendReferral>(&fields, &form::own(&fields)) {
            Ok(command) => {
                let command = command.about(id);
                let context = visit.context(&fields)?;
                let sent = visit.run(move |app| referral::send(app, &context, &command)).await;
                let referral = match sent {
                    Ok((referral, _)) => referral,
                    Err(failure) => return Err(refusal::explained(&visit, failure, id, &fields).await),
                };
                return Ok(Redirect::to(&format!("/referrals/{referral}?done=sent")).into_response());
            }
            // Without a receiver there is no slip yet, and none of its fields.
            Err(errors) if errors.of("to").is_some() => errors.only(&["urgency", "services", "to", "words"]),
            Err(errors) => errors,
        },
        "draft" => match visit.command::<DraftReferral>(&fields, &form::own(&fields)) {
            Ok(command) => {
                let command = command.about(id);
                let context = visit.context(&fields)?;
                visit.run(move |app| referral::draft(app, &context, &command)).await?;
                return Ok(Redirect::to("/referrals?done=drafted").into_response());
            }
            Err(errors) => errors,
        },
        _ => Errors::new(),
    };
    let prepared = prepare(&visit, id, &fields).await?;
    let chosen = Chosen::again(&visit, &prepared, &fields);
    let again = draw(&visit, &prepared, &chosen, (&fields, fields.key()), &errors);
    if errors.is_empty() {
        show(&again)
    } else {
        Err(Failure::form(&again, errors))
    }
}

async fn prepare(visit: &Visit, id: Id<Case>, fields: &Fields) -> Result<Prepared, Failure> {
    let context = visit.reading()?;
    let services = Some(form::chosen_services(fields)).filter(|services| !services.is_empty());
    let urgency = Urgency::from_code(fields.one("urgency"));
    let draft = form::id(fields.one("draft"));
    visit
        .run(move |app| referral::prepare::prepare(app, &context, id, services, urgency, draft))
        .await
}

fn draw(
    visit: &Visit,
    prepared: &Prepared,
    chosen: &Chosen,
    (fields, key): (&Fields, &str),
    errors: &Errors,
) -> NewPage {
    let words = &visit.words;
    let profile = visit.edge.app.profile();
    let soon = Urgency::ALL.iter().map(|urgency| {
        let clocks = profile.urgency(*urgency);
        let length =
            |term: &tiltas_domain::clock::Term| term.length.map(|long| clock::length(words, long)).unwrap_or_default();
        let (acknowledge, answer) = (length(&clocks.acknowledge), length(&clocks.answer));
        Soon {
            code: urgency.code(),
            label: words.say_soon(urgency),
            hint: words.say_soon_hint(urgency),
            clocks: words.soon_clocks(&acknowledge, &answer),
            chosen: *urgency == chosen.urgency,
        }
    });
    let services = Service::ALL
        .iter()
        .map(|service| Choice::new(service.code(), words.say_service(service)));
    let mut services = Choices::several("services", words.referral_services(), services);
    for service in &chosen.services {
        services = services.chosen(service.code());
    }
    services = services.error(errors.of("services"));
    let receiver = chosen.candidate(prepared);
    let at_receiver = receiver
        .map(|candidate| candidate.line.offer.name.clone())
        .unwrap_or_default();
    let about = prepared.person.clone();
    let rows = fit::rows(words, prepared, chosen).into_iter();
    let (fitting, others) = rows.partition(|row| row.allowed || row.chosen);
    NewPage {
        page: visit.page(&words.referral_new()).with_errors(errors),
        summary: Summary::new(words, errors),
        steps: step::steps(words, prepared, chosen, fields, errors),
        key: key.to_owned(),
        address: format!("/cases/{}/referrals/new", prepared.case),
        case: format!("/cases/{}", prepared.case),
        spoken_name: prepared.spoken_name.clone(),
        about: words.referral_about(person::in_a_line(words, &about), person::languages(words, &about)),
        draft: chosen.draft.clone(),
        wrong_urgency: errors.of("urgency").map(str::to_owned),
        wrong_to: errors.of("to").map(str::to_owned),
        confidence: sure(words, profile.urgency(chosen.urgency).answer.confidence),
        soon: soon.collect(),
        services,
        asked: chosen.asked_code(),
        fitting,
        others,
        slip: receiver.map(|candidate| slip::slip(visit, prepared, candidate, chosen, errors)),
        words: Area::new("words", words.referral_words(&at_receiver))
            .hint(words.referral_words_hint())
            .value(chosen.words.clone())
            .error(errors.of("words")),
        escalations: escalations(visit, prepared, chosen),
        refused: prepared
            .candidates
            .iter()
            .all(|candidate| !candidate.fit.allows() || candidate.fit.needs == Fits::No)
            .then(|| words.referral_nobody_fits()),
    }
}

/// How sure a value is, as a tag; nothing where it is verified.
pub(super) fn sure(words: &tiltas_words::Words, confidence: Confidence) -> Html {
    match confidence {
        Confidence::Verified => Html::default(),
        Confidence::Unsure => Tag::unsure(words).into(),
        Confidence::Proposed => Tag::proposed(words).into(),
    }
}

fn escalations(visit: &Visit, prepared: &Prepared, chosen: &Chosen) -> Span {
    let words = &visit.words;
    let clocks = prepared.clocks.iter().find(|(urgency, ..)| *urgency == chosen.urgency);
    let span = Span::new(words, words.referral_escalation());
    let steps = Escalation::ALL.iter().zip(clocks.iter().flat_map(|(.., steps)| steps));
    steps.fold(span, |span, (step, at)| {
        let when = words.near(*at, visit.now);
        span.step(Step::Todo, words.say_escalation(step), when)
    })
}
