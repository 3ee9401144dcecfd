//! Each step that one side takes: answer, told by phone, reply, take back, start, end. A short form on the referral's page, and
//! a page of its own where something needs another look.
use super::value;
use crate::referral::form;

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_access::Action;
use tiltas_app::{
    Act, place,
    referral::{self, page::Page as Seen},
};
use tiltas_domain::{
    Id,
    referral::{Outcome, Reason, Referral, WithdrawnBecause},
};
use tiltas_input::referral::{
    AnswerReferral, Answering, EndService, Ending, GivePlace, SayWords, TellByPhone, WithdrawReferral,
};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::{Area, Choice, Choices, Summary, Text},
    edge::{Asked, piece, show},
};
use tiltas_words::{Words, html::Html};

/// A form that stands on a page.
pub struct Drawn {
    pub id: &'static str,
    pub title: String,
    pub about: Option<String>,
    pub address: String,
    pub key: String,
    pub fields: Vec<Html>,
    pub button: String,
    pub first: bool,
}

#[derive(Template)]
#[template(path = "referral/act.html")]
struct ActPage {
    page: Page,
    summary: Summary,
    back: String,
    spoken_name: String,
    between: String,
    act: Drawn,
}

/// What can be said on a page of what was just done.
const DONE: &[&str] = &[
    "sent",
    "drafted",
    "acknowledged",
    "accepted",
    "refused",
    "no_capacity",
    "asked",
    "replied",
    "told",
    "withdrawn",
    "started",
    "completed",
    "not_given",
    "placed",
    "freed",
    "released",
    "in_use",
    "out_of_use",
];

/// One quiet line of what was just done, named by its code in the address.
pub(crate) fn done(words: &Words, asked: &Fields) -> Option<String> {
    let code = asked.one("done");
    DONE.contains(&code).then(|| words.say_code("done", code))
}

/// The forms that the reader may use now, the most likely first.
pub fn offered(visit: &Visit, seen: &Seen, free: &[String], fields: &Fields, errors: &Errors) -> Vec<Drawn> {
    let forms = [
        (Act::AcknowledgeReferral, "acknowledge"),
        (Act::AnswerReferral, "answer"),
        (Act::TellByPhone, "told-by-phone"),
        (Act::ReplyReferral, "reply"),
        (Act::StartService, "start"),
        (Act::EndService, "complete"),
        (Act::FailService, "fail"),
        (Act::WithdrawReferral, "withdraw"),
    ];
    let names = forms.into_iter().filter(|(action, _)| seen.may(*action));
    // A place is given to whoever was accepted, and changed while the service runs.
    let place = (seen.may(Act::GivePlace) && !free.is_empty()).then_some("place");
    let drawn = names
        .map(|(_, name)| name)
        .chain(place)
        .filter_map(|name| draw(visit, seen, (name, free), fields, errors));
    drawn.collect()
}

/// The places among which the reader's house may choose for this referral; none where it is another's to answer.
pub(super) async fn places(visit: &Visit, seen: &Seen) -> Result<Vec<String>, Failure> {
    let gives = seen.may(Act::AnswerReferral) || seen.may(Act::GivePlace);
    if !gives || !visit.may(Action::ReadPlaces) {
        return Ok(Vec::new());
    }
    let (context, id) = (visit.reading()?, seen.referral);
    visit.run(move |app| place::choices(app, &context, id)).await
}

fn draw(
    visit: &Visit,
    seen: &Seen,
    (name, free): (&str, &[String]),
    fields: &Fields,
    errors: &Errors,
) -> Option<Drawn> {
    let words = &visit.words;
    let area = |label: String| Html::of(Area::new("words", label).again(fields, errors));
    let (id, parts): (&'static str, Vec<Html>) = match name {
        "acknowledge" => ("acknowledge", Vec::new()),
        "answer" => ("answer", answer_fields(words, seen, free, fields, errors)),
        "told-by-phone" => ("told-by-phone", told_fields(words, fields, errors)),
        "reply" => ("reply", vec![question(words, seen), area(words.act_reply_words())]),
        "withdraw" => {
            let list = WithdrawnBecause::ALL
                .iter()
                .map(|because| Choice::new(because.code(), words.say_because(because)));
            let choices = Choices::one("because", words.act_withdraw_because(), list).again(fields, errors);
            ("withdraw", vec![choices.into()])
        }
        "start" => ("start", Vec::new()),
        "place" => {
            let list = free.iter().map(|label| Choice::new(label.as_str(), label.as_str()));
            let choices = Choices::list("place", words.act_answer_place(), list).again(fields, errors);
            ("place", vec![choices.into()])
        }
        "complete" => {
            let list = Outcome::ALL
                .iter()
                .map(|outcome| Choice::new(outcome.code(), words.say_outcome(outcome)));
            let choices = Choices::one("outcome", words.act_complete_outcome(), list).again(fields, errors);
            ("complete", vec![choices.into(), area(words.act_complete_words())])
        }
        "fail" => ("fail", vec![area(words.act_fail_words())]),
        _ => return None,
    };
    let about = words.part_of_code("act", id, "about", &[]);
    Some(Drawn {
        id,
        title: match (id, fields.given("answer")) {
            ("answer", Some(answer)) if answers(seen).contains(&answer) => words.say_code("answering", answer),
            _ => words.say_code("act", id),
        },
        about,
        address: format!("/referrals/{}/{id}", seen.referral),
        key: if fields.key().is_empty() {
            format!("{}-{id}", visit.form_key())
        } else {
            fields.key().to_owned()
        },
        fields: parts,
        button: words.say_code("press", id),
        first: matches!(id, "acknowledge" | "answer" | "reply" | "start"),
    })
}

fn told_fields(words: &Words, fields: &Fields, errors: &Errors) -> Vec<Html> {
    vec![
        Text::new("function", words.act_told_function())
            .hint(words.act_told_function_hint())
            .medium()
            .again(fields, errors)
            .into(),
        Text::new("at", words.act_told_at())
            .hint(words.act_told_at_hint())
            .narrow()
            .figures()
            .again(fields, errors)
            .into(),
    ]
}

/// The answers that the rules let through now: a second question waits for the reply to the first, and a full house has no
/// place to give.
fn answers(seen: &Seen) -> Vec<&'static str> {
    let asks = seen.may(Act::AskReferral).then_some("ask");
    let accept = (!seen.none_free).then_some("accept");
    accept
        .into_iter()
        .chain(["no_capacity", "refuse"])
        .chain(asks)
        .collect()
}

/// All answers to choose from; or, where one was chosen, only what that one needs.
fn answer_fields(words: &Words, seen: &Seen, free: &[String], fields: &Fields, errors: &Errors) -> Vec<Html> {
    let answers = answers(seen);
    let chosen = answers.iter().copied().find(|answer| fields.one("answer") == *answer);
    let choices = answers
        .into_iter()
        .map(|code| Choice::new(code, words.say_code("answering", code)).hint(words.say_code("answering-hint", code)));
    let list = free.iter().map(|label| Choice::new(label.as_str(), label.as_str()));
    let place = Choices::list("place", words.act_answer_place(), list).hint(words.act_answer_place_hint());
    let place = match fields.given("place") {
        Some(_) => place.again(fields, errors),
        None => place
            .chosen(seen.place.as_deref().unwrap_or(""))
            .error(errors.of("place")),
    };
    // A house that has no beds gives none.
    let place = (!free.is_empty()).then(|| Html::from(place));
    let reasons = Reason::ALL
        .iter()
        .map(|reason| Choice::new(reason.code(), words.say_reason_ours(reason)));
    let reasons = Choices::one("reason", words.act_answer_reason(), reasons).again(fields, errors);
    let question = if chosen == Some("ask") {
        words.act_answer_question()
    } else {
        words.act_answer_words()
    };
    let said = Area::new("words", question).again(fields, errors);
    let which = match chosen {
        None => Choices::one("answer", words.act_answer_what(), choices)
            .again(fields, errors)
            .into(),
        Some(code) => piece(&Chosen {
            code,
            hint: words.say_code("answering-hint", code),
            address: format!("/referrals/{}/answer", seen.referral),
            other: words.act_answer_other(),
        }),
    };
    let full = seen
        .none_free
        .then(|| Html::from(words.answering_none_free()).and(Html::link("/places", &words.answering_none_free_way())));
    let full = full.map(|says| piece(&Full { says }));
    match chosen {
        None => [full, Some(which), place, Some(reasons.into()), Some(said.into())]
            .into_iter()
            .flatten()
            .collect(),
        Some("accept") => [Some(which), place, Some(said.into())].into_iter().flatten().collect(),
        Some("refuse") => vec![which, reasons.into(), said.into()],
        Some(_) => vec![which, said.into()],
    }
}

/// Why nobody can be accepted now, and where a place is freed.
#[derive(Template)]
#[template(source = r#"<p class="note">{{ says }}</p>"#, ext = "html")]
struct Full {
    says: Html,
}

#[derive(Template)]
#[template(
    source = r#"<input type="hidden" name="answer" value="{{ code }}"><p>{{ hint }} <a href="{{ address }}">{{ other }}</a></p>"#,
    ext = "html"
)]
struct Chosen {
    code: &'static str,
    hint: String,
    address: String,
    other: String,
}

/// The question that waits, above the field for its answer.
fn question(words: &Words, seen: &Seen) -> Html {
    use tiltas_app::case::file::time::What;
    let asked = seen.steps.iter().find_map(|step| match &step.what {
        What::Referral(_, _, "question_asked", said) => Some(tiltas_kit::component::shown(words, said)),
        _ => None,
    });
    asked.unwrap_or_default()
}

/// A step on a page of its own.
pub async fn page(
    visit: Visit,
    Path((id, act)): Path<(String, String)>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let id = form::id::<Referral>(&id).ok_or(Failure::NotFound)?;
    match again(&visit, id, &act, &asked, &Errors::new()).await? {
        Some(page) => show(&page),
        // The step is over, or another's: the referral says where it stands.
        None => Ok(Redirect::to(&format!("/referrals/{id}")).into_response()),
    }
}

async fn again(
    visit: &Visit,
    id: Id<Referral>,
    act: &str,
    fields: &Fields,
    errors: &Errors,
) -> Result<Option<ActPage>, Failure> {
    let context = visit.reading()?;
    let seen = visit.run(move |app| referral::page::page(app, &context, id)).await?;
    let words = &visit.words;
    let free = places(visit, &seen).await?;
    let offered = offered(visit, &seen, &free, fields, errors);
    let Some(drawn) = offered.into_iter().find(|drawn| drawn.id == act) else {
        return Ok(None);
    };
    Ok(Some(ActPage {
        page: visit.page(&words.say_code("act", drawn.id)).with_errors(errors),
        summary: Summary::new(words, errors),
        back: format!("/referrals/{id}"),
        spoken_name: seen.spoken_name.clone(),
        between: words.referral_between(
            &seen.from,
            &seen.provider,
            value::services(words, &seen.sending.services),
        ),
        act: drawn,
    }))
}

/// Takes the step.
pub async fn press(
    visit: Visit,
    Path((id, act)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let id = form::id::<Referral>(&id).ok_or(Failure::NotFound)?;
    match step(&visit, id, &act, &fields).await {
        Ok(done) => Ok(Redirect::to(&back(&visit, id, done)).into_response()),
        Err(Step::Failed(failure)) => Err(ways(&visit, failure, id)),
        Err(Step::Wrong(errors)) => {
            let page = again(&visit, id, &act, &fields, &errors).await?;
            Err(page.map_or(Failure::NotFound, |page| Failure::form(&page, errors)))
        }
    }
}

enum Step {
    Failed(Failure),
    Wrong(Errors),
}

impl From<Failure> for Step {
    fn from(failure: Failure) -> Step {
        Step::Failed(failure)
    }
}

impl From<Errors> for Step {
    fn from(errors: Errors) -> Step {
        Step::Wrong(errors)
    }
}

/// Parses, runs, and tells by its code what was done.
async fn step(visit: &Visit, id: Id<Referral>, act: &str, fields: &Fields) -> Result<&'static str, Step> {
    let (context, own) = (visit.context(fields)?, form::own(fields));
    Ok(match act {
        "acknowledge" => {
            visit.run(move |app| referral::acknowledge(app, &context, id)).await?;
            "acknowledged"
        }
        "answer" => match visit.command::<AnswerReferral>(fields, &own)? {
            Answering::Ask(question) => {
                visit
                    .run(move |app| referral::ask(app, &context, id, &question))
                    .await?;
                "asked"
            }
            Answering::Answer(answer) => {
                use tiltas_domain::referral::answer::Answer;
                let done = match answer {
                    Answer::Accept { .. } => "accepted",
                    Answer::Refuse { .. } => "refused",
                    Answer::NoCapacity { .. } => "no_capacity",
                };
                visit
                    .run(move |app| referral::answer(app, &context, id, &answer))
                    .await?;
                done
            }
        },
        "told-by-phone" => {
            let how = visit.command::<TellByPhone>(fields, &own)?;
            visit
                .run(move |app| referral::told_by_phone(app, &context, id, &how))
                .await?;
            "told"
        }
        "reply" => {
            let said = visit.command::<SayWords>(fields, &own)?;
            visit.run(move |app| referral::reply(app, &context, id, &said)).await?;
            "replied"
        }
        "withdraw" => {
            let because = visit.command::<WithdrawReferral>(fields, &own)?;
            visit
                .run(move |app| referral::withdraw(app, &context, id, because))
                .await?;
            "withdrawn"
        }
        "start" => {
            visit.run(move |app| referral::start(app, &context, id)).await?;
            "started"
        }
        "place" => {
            let place = visit.command::<GivePlace>(fields, &own)?;
            visit
                .run(move |app| referral::give_place(app, &context, id, &place))
                .await?;
            "placed"
        }
        "complete" => {
            let ending = visit.command::<EndService>(fields, &own)?;
            visit
                .run(move |app| match &ending {
                    Ending::Completed(outcome, said) => referral::complete(app, &context, id, *outcome, said.as_ref()),
                    Ending::Failed(said) => referral::fail(app, &context, id, said),
                })
                .await?;
            "completed"
        }
        "fail" => {
            let said = visit.command::<SayWords>(fields, &own)?;
            visit.run(move |app| referral::fail(app, &context, id, &said)).await?;
            "not_given"
        }
        _ => return Err(Step::Failed(Failure::NotFound)),
    })
}

/// Back to where the work is: a house works on tonight's page, and a no has left a receiver's hands.
fn back(visit: &Visit, id: Id<Referral>, done: &str) -> String {
    if visit.home() == "/tonight" {
        format!("/tonight?done={done}")
    } else if matches!(done, "refused" | "no_capacity") {
        format!("/referrals?done={done}")
    } else {
        format!("/referrals/{id}?done={done}")
    }
}

fn ways(visit: &Visit, failure: Failure, id: Id<Referral>) -> Failure {
    let Failure::Refused(mut refusal) = failure else {
        return failure;
    };
    let referral = format!("/referrals/{id}");
    refusal.ways = vec![match refusal.code {
        "REF-27" => "/places".to_owned(),
        "REF-28" => "/referrals".to_owned(),
        _ => referral.clone(),
    }];
    // What is over for a receiver has no page any more.
    refusal.back = match refusal.code {
        "REF-28" => Some(("/referrals".to_owned(), visit.words.referrals_title())),
        _ => Some((referral, visit.words.referral_back())),
    };
    Failure::Refused(refusal)
}
