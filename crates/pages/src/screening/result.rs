//! The advice with its reasons, and three ways on of equal worth. A person decides.
use super::{Begun, Step, ask::first_things};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{Act, screening};
use tiltas_domain::{
    Answer,
    case::AgeClass,
    clock::Confidence,
    known::Known,
    screening::{
        Decision,
        advice::{self, Advice, Group, Question, Sign, Strength},
    },
};
use tiltas_input::screening::ConcludeScreening;
use tiltas_kit::{Errors, Failure, Fields, Page, Posted, Visit, component::form::Area, edge::show};
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "screening/result.html")]
struct ResultPage {
    page: Page,
    key: String,
    address: String,
    case: String,
    spoken_name: String,
    steps: usize,
    first: Vec<Html>,
    /// A doctor comes before any question.
    hurt: bool,
    doctor: String,
    checked: Vec<Checked>,
    heading: String,
    why: String,
    signs: Vec<Shown>,
    blanks: Vec<String>,
    child: bool,
    age: String,
    age_step: &'static str,
    back: String,
    decided: Option<String>,
    /// The number to give, where it is given.
    number: Option<Html>,
    leads: bool,
    reason: Area,
    emergency: Html,
    sources: Vec<(String, Confidence)>,
}

fn sources(set: &advice::Set) -> Vec<(String, Confidence)> {
    let sources = set.sources.iter();
    sources
        .map(|source| (source.name.clone(), source.confidence()))
        .collect()
}

/// What was answered on one page, to be checked before one decides.
struct Checked {
    heading: String,
    href: String,
    lines: Vec<(String, String)>,
}

fn checked(words: &Words, begun: &Begun) -> Vec<Checked> {
    let said = |answer: Answer| words.say_code("answer", answer.code());
    let line = |question: &Question| {
        let asked = words.say_code("question", &question.code);
        (asked, said(begun.screening.answer(&question.code)))
    };
    let part = |group: &Group| {
        let ticked = |question: &&Question| begun.screening.answer(&question.code) == Answer::Yes;
        let questions = group.questions.iter();
        let mut lines: Vec<_> = questions.filter(|one| !group.pick || ticked(one)).map(line).collect();
        if lines.is_empty() {
            lines.push((words.screening_ticks(), said(Answer::NotAsked)));
        }
        Checked {
            heading: words.say_code("question-group", &group.code),
            href: format!("{}/{}", begun.address(), group.code),
            lines,
        }
    };
    let groups = begun.set.asked(&begun.screening.answers, begun.is_child());
    groups.into_iter().map(part).collect()
}

/// One sign: how strong, what, and the answer behind it.
struct Shown {
    strength: String,
    bars: usize,
    text: String,
    because: String,
}

fn sign(words: &Words, sign: &Sign) -> Shown {
    let strength = words.say_strength(sign.strength);
    let dimension = words.say_code("dimension", &sign.dimension);
    let question = words.say_code("question", &sign.question);
    let answer = words.say_answer(sign.answer);
    Shown {
        bars: match sign.strength {
            Strength::Strong => 3,
            Strength::Medium => 2,
            Strength::Weak => 1,
        },
        text: words.say_code("sign", &sign.indicator),
        because: words.screening_because(&dimension, &strength, &question, &answer),
        strength,
    }
}

fn blanks(words: &Words, advice: &Advice) -> Vec<String> {
    [
        (advice.not_asked, words.screening_not_asked(advice.not_asked)),
        (advice.refused, words.screening_refused(advice.refused)),
        (advice.unknown, words.screening_unknown(advice.unknown)),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(_, said)| said)
    .collect()
}

fn why(words: &Words, advice: &Advice) -> String {
    let shown = advice
        .dimensions
        .iter()
        .filter(|finding| finding.strong + finding.medium + finding.weak > 0)
        .count();
    let strong = advice.dimensions.iter().filter(|finding| finding.strong > 0).count();
    match (advice.child_possible, shown) {
        (_, 0) => words.screening_why_none(),
        (true, n) => words.screening_why_child(n),
        (false, n) => words.screening_why(n, strong),
    }
}

fn result(visit: &Visit, begun: &Begun, sent: Option<(&Fields, &Errors)>) -> ResultPage {
    let (words, profile) = (&visit.words, visit.edge.app.profile());
    let advice = begun.advice();
    let heading = match (advice.danger_now, advice.refer) {
        (true, _) => words.screening_advice_danger(),
        (false, true) => words.screening_advice_refer(),
        (false, false) => words.screening_advice_few(),
    };
    let class = begun.file.age.open().map_or(Known::NotAsked, |age| age.class);
    let age = match class {
        Known::Is(class) => words.say_screening_age_told(class),
        _ => words.screening_age_told_not(),
    };
    let mut reason = Area::new("reason", words.screening_reason()).hint(words.screening_reason_hint());
    let none = Errors::new();
    let (fields, errors) = sent.map_or((None, &none), |(fields, errors)| (Some(fields), errors));
    if let Some(fields) = fields {
        reason = reason.again(fields, errors);
    }
    let decision = begun.screening.decision;
    ResultPage {
        key: fields.map_or_else(|| visit.form_key(), |fields| fields.key().to_owned()),
        address: begun.address(),
        case: format!("/cases/{}", begun.id),
        spoken_name: begun.file.spoken_name.clone(),
        steps: begun.steps().len(),
        first: first_things(visit, begun),
        hurt: advice.hurt_or_ill,
        doctor: format!("/cases/{}/referrals/new?services=medical", begun.id),
        checked: checked(words, begun),
        heading,
        why: why(words, &advice),
        signs: advice.signs.iter().map(|shown| sign(words, shown)).collect(),
        blanks: blanks(words, &advice),
        child: begun.file.child_route.open() == Some(&true)
            || advice.child_possible
            || class == Known::Is(AgeClass::Child),
        age,
        age_step: Step::Who.code(),
        back: format!("{}/{}", begun.address(), Step::first(begun.set)),
        decided: decision.map(|decision| words.say_screening_decided(decision)),
        number: (decision == Some(Decision::GaveNumber))
            .then(|| visit.edge.node.duty_phone.as_deref().map(Html::phone))
            .flatten(),
        leads: begun.file.may(Act::StartScreening),
        reason,
        emergency: words.screening_emergency(Html::phone(&profile.emergency.value)),
        sources: sources(begun.set),
        page: visit.page(&words.screening_result_title()).with_errors(errors),
    }
}

/// The advice.
pub async fn page(visit: Visit, Path((id, n)): Path<(String, usize)>) -> Result<Response, Failure> {
    let begun = Begun::load(&visit, &id, n, "").await?;
    show(&result(&visit, &begun, None))
}

/// What the person who screened decides.
pub async fn conclude(
    visit: Visit,
    Path((id, n)): Path<(String, usize)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let begun = Begun::load(&visit, &id, n, "").await?;
    let command = visit.command::<ConcludeScreening>(&fields, &[("reason", Words::form_reason)]);
    let (decision, reason) =
        command.map_err(|errors| Failure::form(&result(&visit, &begun, Some((&fields, &errors))), errors))?;
    let advised = begun.advice().refer;
    let (context, case, screening) = (visit.context(&fields)?, begun.id, begun.screening.id);
    visit
        .run(move |app| screening::conclude(app, &context, case, screening, decision, advised, reason))
        .await?;
    let to = match decision {
        Decision::Refer => format!("/cases/{case}/referrals/new"),
        Decision::GaveNumber | Decision::NoCase => begun.address(),
    };
    Ok(Redirect::to(&to).into_response())
}
