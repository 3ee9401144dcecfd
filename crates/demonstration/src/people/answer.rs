//! What those who receive a referral do, and what the sender replies.
use super::{
    Year,
    draw::{Fate, Person},
    send,
    timeline::{Act, Follow, message},
};
use crate::{Seed, country::Institution};
use tiltas_app::{Error, referral};
use tiltas_domain::{
    Actor, Moment, Role,
    provider::Service,
    referral::{How, Outcome, Reason, answer::Answer as Reply},
};

/// The receiver says that it is there; every fourth time the sender rings, and notes who answered.
pub(super) fn acknowledge(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, to)) = person.referral else {
        return Ok(Vec::new());
    };
    let sender_still_leads = year.seed.member(person.by, 0).organisation == person.lead.organisation;
    if person.dice.percent(25) && sender_still_leads {
        let answered = to.entry().people.first().map_or("On duty", |(_, function)| *function);
        let how = How::ByPhone {
            function: answered.to_owned(),
            at: at.plus_minutes(-2),
        };
        let sender = person.lead;
        referral::told_by_phone(year.app, &person.context(year.seed, sender, at), id, &how)?;
    } else {
        let actor = receiving(year.seed, to);
        referral::acknowledge(year.app, &person.context(year.seed, actor, at), id)?;
    }
    Ok(Vec::new())
}

/// A bed and an appointment are asked about in other words.
fn of(service: Service) -> &'static str {
    if service == Service::Shelter {
        "shelter"
    } else {
        "service"
    }
}

pub(super) fn ask(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, to)) = person.referral else {
        return Ok(Vec::new());
    };
    let actor = receiving(year.seed, to);
    let heading = format!("ask {}", of(person.service));
    let question = year.phrases.fresh(&mut person.dice, &[&heading]);
    let context = person.context(year.seed, actor, at);
    referral::ask(year.app, &context, id, &message(&question))?;
    let waits = person.fate == Fate::Question;
    let minutes = if person.is_urgent() { 12 } else { 90 };
    Ok(if waits {
        Vec::new()
    } else {
        vec![(at.plus_minutes(minutes), Act::Reply)]
    })
}

pub(super) fn reply(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, _)) = person.referral else {
        return Ok(Vec::new());
    };
    let actor = person.lead;
    let heading = format!("answer {}", of(person.service));
    let words = year.phrases.fresh(&mut person.dice, &[&heading]);
    let context = person.context(year.seed, actor, at);
    referral::reply(year.app, &context, id, &message(&words))?;
    Ok(vec![(at.plus_minutes(50), Act::Answer)])
}

pub(super) fn answer(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, to)) = person.referral else {
        return Ok(Vec::new());
    };
    let reply = choice(year, person);
    let actor = receiving(year.seed, to);
    let context = person.context(year.seed, actor, at);
    referral::answer(year.app, &context, id, &reply)?;
    if !matches!(reply, Reply::Accept { .. }) {
        return Ok(send::next(
            person,
            at.plus_minutes(if person.is_urgent() { 8 } else { 35 }),
        ));
    }
    // Who needs a bed tonight is not fetched tomorrow.
    let minutes = match person.is_urgent() {
        true => 25 + i64::from(person.dice.below(70)),
        false => 60 * (1 + i64::from(person.dice.below(20))),
    };
    let started = at.plus_minutes(minutes);
    let mut follow = vec![(started, Act::Start)];
    if person.fate == Fate::Corrected || (person.fate == Fate::Any && person.dice.percent(7)) {
        follow.push((started.plus_hours(2), Act::Correct));
    }
    if person.fate == Fate::TakenBack || (person.fate == Fate::Any && person.dice.percent(3)) {
        follow.push((started.plus_hours(5), Act::TakeBack));
    }
    Ok(follow)
}

/// Yes, no with its reason, or no room.
fn choice(year: &mut Year<'_>, person: &mut Person) -> Reply {
    let first = person.asked.len() == 1;
    let mut refuse = |person: &mut Person, reason: Reason| {
        let heading = format!("no {}", reason.code());
        let words = year.phrases.fresh(&mut person.dice, &[&heading]);
        Reply::Refuse {
            reason,
            words: Some(message(&words)),
        }
    };
    match (person.fate, first, person.dice.below(100)) {
        (Fate::Refused, true, _) => refuse(person, Reason::DoesNotFit),
        (Fate::NoCapacity, true, _) | (Fate::Any, _, 0..7) => Reply::NoCapacity { words: None },
        (Fate::Any, _, 7..12) if person.service == Service::Shelter => {
            let reason = person
                .dice
                .one(&[Reason::DoesNotFit, Reason::NotSafe], Reason::DoesNotFit);
            refuse(person, reason)
        }
        (Fate::Any, _, 7..12) if person.service == Service::LegalAid => refuse(person, Reason::OutsideMandate),
        _ => Reply::Accept {
            place: None,
            words: None,
        },
    }
}

pub(super) fn start(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, to)) = person.referral else {
        return Ok(Vec::new());
    };
    let actor = receiving(year.seed, to);
    let context = person.context(year.seed, actor, at);
    referral::start(year.app, &context, id)?;
    let stay = match person.service {
        Service::Shelter => 24 * (8 + i64::from(person.dice.below(40))),
        _ => 24 * (2 + i64::from(person.dice.below(25))),
    };
    Ok(vec![(at.plus_hours(stay), Act::Complete)])
}

pub(super) fn complete(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, to)) = person.referral else {
        return Ok(Vec::new());
    };
    let outcome = match (person.service, person.dice.below(100)) {
        (Service::Shelter, 0..34) => Outcome::SelfReliant,
        (Service::Shelter, 34..62) => Outcome::ServiceGiven,
        (_, 0..74) => Outcome::ServiceGiven,
        (_, 74..84) => Outcome::Transferred,
        (_, 84..92) if !person.is_child() => Outcome::LostContact,
        (_, 92..) if !person.is_child() => Outcome::Declined,
        _ => Outcome::Transferred,
    };
    // Where contact was lost nobody knows what came after.
    let lost = matches!(outcome, Outcome::LostContact);
    let words = (!lost).then(|| message(&year.phrases.fresh(&mut person.dice, &["outcome"])));
    let actor = receiving(year.seed, to);
    let context = person.context(year.seed, actor, at);
    referral::complete(year.app, &context, id, outcome, words.as_ref())?;
    let moves = person.service == Service::Shelter && !lost;
    Ok(if moves {
        vec![(at.plus_hours(3), Act::Moved)]
    } else {
        Vec::new()
    })
}

/// The first person of the receiver who may take a referral.
pub(super) fn receiving(seed: &Seed, to: Institution) -> Actor {
    let people = to.entry().people;
    let may = |role: Role| matches!(role, Role::Provider | Role::CaseManager);
    let nth = people.iter().position(|(role, _)| may(*role)).unwrap_or(0);
    seed.member(to, nth)
}
