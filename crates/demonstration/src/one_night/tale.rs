//! The night in one line, what holds now, and whom escalation reaches.
use crate::night::{Answered, Night, Scene, Sent};
use tiltas_domain::{Moment, referral};
use tiltas_kit::component::{Span, Step};
use tiltas_words::{Html, Words};

/// How many of the eight stations are crossed.
pub(super) fn done(night: &Night) -> usize {
    let sent = night.sent();
    let crossed = [
        true,
        night.asked.is_some(),
        night.said.is_some(),
        sent.is_some(),
        sent.is_some_and(|sent| sent.acknowledged.is_some()),
        night.accepted(),
        sent.is_some_and(|sent| sent.started.is_some()),
        sent.is_some_and(|sent| sent.outcome.is_some()),
    ];
    crossed.iter().filter(|crossed| **crossed).count()
}

/// The eight stations.
pub(super) fn span(words: &Words, night: &Night, now: Moment) -> Span {
    let station = |code: &str| words.say_code("one-night-station", code);
    let note = |code: &str, at: Moment| words.say_code_with("one-night-note", code, &[("time", &words.near(at, now))]);
    let when = |code: &str, at: Option<Moment>| match at {
        Some(at) => (Step::Done, note(code, at)),
        None => (Step::Todo, String::new()),
    };
    let sent = night.sent();
    let (asked, asked_note) = when("asked", night.asked);
    let (said, said_note) = when("said", night.said);
    let (sending, sending_note) = when("sent", sent.map(|sent| sent.at));
    let (acknowledged, acknowledged_note) = acknowledged(words, sent, now);
    let (answered, answered_note) = answered(words, sent, now);
    let (sheltered, sheltered_note) = when("sheltered", sent.and_then(|sent| sent.started));
    let (outcome, outcome_note) = match sent.and_then(|sent| sent.outcome) {
        Some((at, _)) => (Step::Done, note("outcome", at)),
        None => (Step::Todo, words.one_night_note_outcome_to()),
    };
    Span::new(words, words.one_night_so_far())
        .step(Step::Done, station("found"), note("found", night.found))
        .step(asked, station("asked"), asked_note)
        .step(said, station("said"), said_note)
        .step(sending, station("sent"), sending_note)
        .step(acknowledged, station("acknowledged"), acknowledged_note)
        .step(answered, station("answered"), answered_note)
        .step(sheltered, station("sheltered"), sheltered_note)
        .step(outcome, station("outcome"), outcome_note)
}

fn acknowledged(words: &Words, sent: Option<&Sent>, now: Moment) -> (Step, String) {
    let Some(sent) = sent else {
        return (Step::Todo, String::new());
    };
    let time = |at: Moment| words.near(at, now);
    match (sent.acknowledged, sent.acknowledge_due) {
        (Some((at, true)), _) => (Step::Done, words.one_night_note_by_phone(time(at))),
        (Some((at, false)), _) => (Step::Done, time(at)),
        (None, _) if !sent.is_open => (Step::Done, String::new()),
        (None, Some(due)) => (waits(due, now), words.one_night_note_due(time(due))),
        (None, None) => (Step::Them, String::new()),
    }
}

fn answered(words: &Words, sent: Option<&Sent>, now: Moment) -> (Step, String) {
    let Some(sent) = sent else {
        return (Step::Todo, String::new());
    };
    let time = |at: Moment| words.near(at, now);
    let note = |code: &str, at: Moment| words.say_code_with("one-night-note", code, &[("time", &time(at))]);
    match (&sent.answered, sent.answer_due) {
        (Some((at, Answered::Accepted(_))), _) => (Step::Done, note("accepted", *at)),
        (Some((at, Answered::Refused(_))), _) => (Step::Stop, note("refused", *at)),
        (Some((at, Answered::NoCapacity)), _) => (Step::Full, note("no-capacity", *at)),
        (Some((at, Answered::Expired)), _) => (Step::Off, note("expired", *at)),
        (None, Some(due)) => (waits(due, now), note("due", due)),
        (None, None) => (Step::Them, String::new()),
    }
}

fn waits(due: Moment, now: Moment) -> Step {
    if due < now { Step::Late } else { Step::Them }
}

/// "Now, 02:14: acknowledged. …"
pub(super) fn now(words: &Words, night: &Night, now: Moment) -> Html {
    let sent = night.sent();
    let name = sent.map(|sent| sent.name.clone()).unwrap_or_default();
    let time = |at: Option<Moment>| at.map(|at| words.near(at, now)).unwrap_or_default();
    let (mut reason, mut place) = (String::new(), sent.and_then(|sent| sent.place.clone()));
    match sent.and_then(|sent| sent.answered.as_ref()) {
        Some((_, Answered::Refused(why))) => reason = words.say_one_night_reason(why),
        Some((_, Answered::Accepted(given))) => place.clone_from(given),
        _ => {}
    }
    let place = place.unwrap_or_default();
    let next = night
        .next_provider
        .as_ref()
        .map(|(_, name)| name.clone())
        .unwrap_or_default();
    let facts: &[(&str, &dyn tiltas_words::Argument)] = &[
        ("name", &name),
        ("acknowledge", &time(sent.and_then(|sent| sent.acknowledge_due))),
        ("answer", &time(sent.and_then(|sent| sent.answer_due))),
        ("place", &place),
        ("reason", &reason),
        ("next", &next),
    ];
    let standing = standing(night, now);
    let clock = words.time(now);
    Html::bold(&words.say_code_with("one-night-standing", standing, &[("now", &clock)])).and(words.say_code_with(
        "one-night-now",
        standing,
        facts,
    ))
}

/// Which sentence holds.
fn standing(night: &Night, now: Moment) -> &'static str {
    if let Some(back) = &night.taken_back {
        return match back.asked.iter().any(|(_, _, confirmed)| confirmed.is_none()) {
            true => "taken-back",
            false if back.asked.is_empty() => "taken-back-nobody",
            false => "taken-back-confirmed",
        };
    }
    let Some(sent) = night.sent() else {
        return match (night.asked, night.said) {
            (None, _) => "found",
            (_, None) => "asked",
            _ => "said",
        };
    };
    match &sent.answered {
        Some((_, Answered::Accepted(_))) => match (night.led, sent.started, sent.outcome) {
            (_, _, Some(_)) => "outcome",
            (_, Some(_), _) => "sheltered",
            (Some(_), _, _) => "led",
            _ => "accepted",
        },
        Some((_, Answered::Refused(_) | Answered::NoCapacity)) if night.next_provider.is_some() => "refused",
        Some((_, Answered::Refused(_) | Answered::NoCapacity)) => "refused-nobody",
        Some((_, Answered::Expired)) => "expired",
        None if sent.answer_due.is_some_and(|due| due < now) => "silent",
        None if sent.acknowledged.is_some() => "acknowledged",
        None => "sent",
    }
}

/// What the main button does now.
pub(super) fn next(words: &Words, night: &Night) -> String {
    let name = match night.scene() {
        Scene::Send if night.sendings.is_empty() => "Casa Liman".to_owned(),
        Scene::Send => night
            .next_provider
            .as_ref()
            .map(|(_, name)| name.clone())
            .unwrap_or_default(),
        Scene::Confirm => night
            .taken_back
            .iter()
            .flat_map(|back| &back.asked)
            .find(|(_, _, confirmed)| confirmed.is_none())
            .map(|(_, name, _)| name.clone())
            .unwrap_or_default(),
        _ => night.sent().map(|sent| sent.name.clone()).unwrap_or_default(),
    };
    words.say_code_with("one-night-scene", night.scene().code(), &[("name", &name)])
}

/// Whom escalation reached, and whom it would reach: four functions, each with its hour and its phone.
pub(super) fn escalation(words: &Words, night: &Night, now: Moment) -> Option<Span> {
    let sent = night.sent()?;
    if !sent.is_open && sent.escalated.is_empty() {
        return None;
    }
    let mut span = Span::new(words, words.one_night_no_reply());
    for step in referral::Step::ALL {
        let title = words.say_one_night_escalation(step);
        let taken = sent.escalated.iter().find(|escalated| escalated.step == *step);
        let due = sent.escalations.iter().find(|(of, _)| of == step);
        span = match (taken, due) {
            (Some(escalated), _) => {
                let (time, phone) = (words.near(escalated.at, now), escalated.phone.clone());
                let told = words.one_night_escalated(&time, &escalated.name, &phone);
                span.step(Step::Done, title, told)
            }
            (None, Some((_, at))) => span.step(Step::Todo, title, words.near(*at, now)),
            (None, None) => span.step(Step::Todo, title, String::new()),
        };
    }
    Some(span)
}

/// Who was asked to remove what they have, and who has said that it is removed.
pub(super) fn asked(words: &Words, night: &Night, now: Moment) -> Vec<Html> {
    let asked = night.taken_back.iter().flat_map(|back| &back.asked);
    asked
        .map(|(_, name, confirmed)| match confirmed {
            Some(at) => words.one_night_removal_confirmed(name, words.near(*at, now)),
            None => words.one_night_removal_asked(name),
        })
        .collect()
}
