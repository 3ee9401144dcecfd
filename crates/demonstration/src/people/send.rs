//! Referrals as they are sent, given up and taken back.
use super::{
    Year,
    draw::{Fate, Person},
    timeline::{Act, Follow, message},
};
use crate::country::Institution;
use tiltas_app::{Error, referral};
use tiltas_domain::{
    Moment,
    case::Urgency,
    consent::Ground,
    example,
    provider::{self, Service},
    referral::{WithdrawnBecause, send::Send},
};

/// After so many who said no, had no room or kept silent the sender rings round instead.
const ASKED: usize = 5;

/// The house or service that fits best and has room; a few places stay free for this night.
fn fitting(year: &Year<'_>, person: &Person, at: Moment) -> Result<Option<Institution>, Error> {
    let needs = [person.service];
    let lines = year.app.store().snapshot()?.providers(at)?;
    let mut fitting: Vec<_> = Institution::ALL
        .into_iter()
        .filter(|institution| institution.entry().offer.is_some() && !person.asked.contains(institution))
        .filter(|institution| year.seed.organisation(*institution) != person.lead.organisation)
        .filter_map(|institution| {
            let provider = year.seed.provider(institution);
            let line = lines.iter().find(|line| line.provider == provider)?;
            let keep = if institution == Institution::CasaLiman { 3 } else { 1 };
            let fit = line.offer.fit(&person.person, &needs);
            let room = line.places == 0 || line.free > keep;
            (fit.allows() && room).then_some((fit.order(), institution))
        })
        .collect();
    fitting.sort_by_key(|(order, _)| std::cmp::Reverse(*order));
    Ok(fitting.first().map(|(_, institution)| *institution))
}

/// What is asked for, in words that say when.
fn words(year: &mut Year<'_>, person: &mut Person) -> String {
    let heading = match (person.service, person.urgency) {
        (Service::Shelter, Urgency::DangerNow) => "asking shelter danger".to_owned(),
        (Service::Shelter, Urgency::Tonight) => "asking shelter urgent".to_owned(),
        (Service::Shelter, Urgency::Ordinary) if person.is_child() => "asking shelter child".to_owned(),
        (service, _) => format!("asking {}", service.code()),
    };
    year.phrases.fresh(&mut person.dice, &[&heading])
}

pub(super) fn send(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let to = match person.fate {
        Fate::Tonight if person.asked.is_empty() => Some(Institution::CasaLiman),
        _ => fitting(year, person, at)?,
    };
    let Some(to) = to else {
        // No house has room now: it is tried again, each time a little later.
        person.full += 1;
        return Ok(match person.full < 12 {
            true => vec![(at.plus_hours(6 * i64::from(person.full)), Act::Send)],
            false => vec![(at.plus_minutes(90), Act::NoHelp)],
        });
    };
    let words = words(year, person);
    let command = Send {
        urgency: person.urgency,
        services: vec![person.service],
        ground: if person.is_child() {
            Ground::ChildProtection
        } else {
            Ground::Consent
        },
        hold: person.service == Service::Shelter,
        words: Some(message(&words)),
        ..example::send(person.case, year.seed.provider(to), provider::needed(&[person.service]))
    };
    let actor = person.lead;
    let (id, _) = referral::send(year.app, &person.context(year.seed, actor, at), &command)?;
    person.asked.push(to);
    person.referral = Some((id, to));
    Ok(answers(person, at))
}

/// Who answers, when, and what becomes of one without reply.
fn answers(person: &mut Person, at: Moment) -> Follow {
    let first = person.asked.len() == 1;
    // In minutes: until it is acknowledged, until it is answered, and until it has expired.
    let (sign, answer, over) = match person.urgency {
        Urgency::DangerNow => (2 + person.dice.below(12), 20 + person.dice.below(35), 13 * 60),
        Urgency::Tonight => (5 + person.dice.below(50), 65 + person.dice.below(110), 25 * 60),
        Urgency::Ordinary => (
            30 + person.dice.below(1200),
            1300 + person.dice.below(2800),
            8 * 24 * 60,
        ),
    };
    let after = |minutes: u32| at.plus_minutes(i64::from(minutes));
    match (person.fate, first) {
        (Fate::Silent, true) => Vec::new(),
        (Fate::Tonight, true) => vec![(after(20), Act::Acknowledge)],
        (Fate::Question, true) => vec![(after(15), Act::Ask)],
        (Fate::Refused | Fate::NoCapacity, true) => {
            vec![(after(sign.min(90)), Act::Acknowledge), (after(240), Act::Answer)]
        }
        (Fate::WrongReceiver, true) => vec![(after(40), Act::Withdraw)],
        (Fate::TakenBack | Fate::Corrected | Fate::LeadOffered, true) => {
            vec![(after(25), Act::Acknowledge), (after(60), Act::Answer)]
        }
        // Nobody answers: the sender waits until it has expired, or asks another before.
        _ if person.dice.percent(6) => vec![(after(over / 2 + person.dice.below(over)), Act::GiveUp)],
        _ if person.dice.percent(10) => vec![(after(sign), Act::Ask)],
        // One in six answers late.
        _ if person.dice.percent(16) => vec![(after(sign * 3), Act::Acknowledge), (after(answer * 2), Act::Answer)],
        _ => vec![(after(sign), Act::Acknowledge), (after(answer), Act::Answer)],
    }
}

/// Another is asked next, as long as there is one.
pub(super) fn next(person: &Person, at: Moment) -> Follow {
    match person.asked.len() < ASKED {
        true => vec![(at, Act::Send)],
        false => vec![(at.plus_minutes(90), Act::NoHelp)],
    }
}

/// The sender stops waiting: what is still open is withdrawn, and another is asked.
pub(super) fn give_up(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, _)) = person.referral else {
        return Ok(Vec::new());
    };
    let open = year.app.store().snapshot()?.state(id)?.0;
    let open = open.is_some_and(|referral| referral.sent().is_some_and(|(_, state)| state.is_open()));
    if open {
        let actor = person.lead;
        let context = person.context(year.seed, actor, at);
        referral::withdraw(year.app, &context, id, WithdrawnBecause::NotNeeded)?;
    }
    Ok(next(person, at.plus_minutes(10)))
}

/// It went to the wrong receiver.
pub(super) fn withdraw(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, _)) = person.referral else {
        return Ok(Vec::new());
    };
    let actor = person.lead;
    let context = person.context(year.seed, actor, at);
    referral::withdraw(year.app, &context, id, WithdrawnBecause::WrongReceiver)?;
    Ok(next(person, at.plus_minutes(20)))
}
