//! One referral that asks for an answer: exactly what was disclosed, the ground beside what the person says, what was kept
//! back, and the buttons.
use crate::referral::{Crossing, crossing, show, state_words, value};
use tiltas_app::{
    Act,
    case::file::{Words as Said, time::What},
    referral::page::Page as Seen,
};
use tiltas_domain::{
    Field,
    case::Urgency,
    known::Known,
    referral::{How, Stage, State},
};
use tiltas_kit::{
    Visit,
    component::{Clock, Facts, Span, Tag, Withheld, person, shown, shown_as},
};
use tiltas_words::html::Html;

/// The card.
pub struct Card {
    pub id: String,
    pub spoken_name: String,
    pub tag: Option<Tag>,
    pub span: Span,
    pub clock: Clock,
    pub who: Html,
    pub asks: String,
    pub values: Vec<(String, Html)>,
    pub words: Option<Html>,
    pub sent: String,
    pub held: Option<String>,
    pub facts: Facts,
    pub withheld: Withheld,
    pub child: bool,
    pub acknowledge: bool,
    /// That the house could accept only with a place, and none is free.
    pub none_free: bool,
    pub may_answer: bool,
    pub may_ask: bool,
    pub asked: Option<String>,
    /// What the other side answered, where this house had asked.
    pub replied: Option<Html>,
    pub key: String,
    pub address: String,
}

/// One referral as its house sees it.
pub fn card(visit: &Visit, seen: &Seen) -> Card {
    let words = &visit.words;
    let sending = &seen.sending;
    let of = Crossing {
        stage: seen.state.stage(),
        acknowledge_due: sending.acknowledge.due,
        answer_due: sending.answer.due,
        sender: false,
        now: visit.now,
    };
    let acknowledge = seen.may(Act::AcknowledgeReferral);
    let label = words.crossing_from(&seen.from);
    let fields = seen.disclosure.map(|(fields, ..)| fields).unwrap_or_default();
    let told = show::told(seen);
    let values = fields
        .iter()
        .filter(|field| !matches!(field, Field::SpokenName | Field::Person | Field::Work))
        .map(|field| (words.say_field(field), value::value(words, field, &told)));
    Card {
        id: seen.referral.to_string(),
        spoken_name: seen.spoken_name.clone(),
        tag: (sending.urgency != Urgency::Ordinary).then(|| Tag::urgency(words, sending.urgency.code())),
        span: crossing(words, label, &of, |_| String::new()).mini(),
        clock: if acknowledge {
            Clock::new(words, &sending.acknowledge, visit.now).to(&words.clock_to_acknowledge())
        } else {
            Clock::new(words, &sending.answer, visit.now).to(&words.clock_to_answer())
        },
        who: shown_as(words, &seen.person, |open| Html::bold(&person::in_a_line(words, open))),
        asks: words.tonight_needs(value::services(words, &sending.services)),
        values: values.collect(),
        words: seen.words.open().is_some().then(|| shown(words, &seen.words)),
        sent: sent(visit, seen),
        held: held(visit, seen),
        facts: show::facts(visit, seen),
        withheld: show::kept(words, seen),
        child: seen.person.open().is_some_and(|person| {
            person.age.takes_child_route()
                || matches!(person.age.class, Known::Is(tiltas_domain::case::AgeClass::Child))
        }),
        acknowledge,
        none_free: seen.none_free,
        may_answer: seen.may(Act::AnswerReferral),
        may_ask: seen.may(Act::AskReferral),
        asked: (seen.state == State::QuestionAsked)
            .then(|| state_words(words, Stage::QuestionAsked, false, &seen.from)),
        replied: replied(seen).map(|said| shown(words, said)),
        key: visit.form_key(),
        address: format!("/referrals/{}", seen.referral),
    }
}

/// The newest answer to a question of this house.
fn replied(seen: &Seen) -> Option<&Said> {
    seen.steps.iter().find_map(|step| match &step.what {
        What::Referral(_, _, "question_answered", said) => Some(said),
        _ => None,
    })
}

fn sent(visit: &Visit, seen: &Seen) -> String {
    let words = &visit.words;
    let time = words.near(seen.sending.acknowledge.started, visit.now);
    let sent = words.tonight_sent(&seen.from, &time);
    match &seen.acknowledged {
        Some(How::ByPhone { function, at }) => {
            let time = words.near(*at, visit.now);
            let told = words.tonight_told(&time, function);
            format!("{sent} {told}")
        }
        _ => sent,
    }
}

fn held(visit: &Visit, seen: &Seen) -> Option<String> {
    let words = &visit.words;
    let due = seen.sending.answer.due?;
    let time = words.near(due, visit.now);
    Some(match &seen.sending.place {
        Some(place) if due >= visit.now => words.tonight_due_held(&time, place),
        _ => words.tonight_due(&time),
    })
}
