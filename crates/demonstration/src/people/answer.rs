//! What those who receive a referral do, and what the sender replies.
use super::{
    draw::{Fate, Person},
    tale,
    timeline::{Act, Follow, message},
};
use crate::{Seed, country::Institution};
use tiltas_app::{App, Error, referral};
use tiltas_domain::{
    Actor, Context, Moment, Role,
    provider::Service,
    referral::{How, Outcome, Reason, answer::Answer as Reply},
};

/// What the receiver does.
pub(super) fn receive(app: &App, seed: &Seed, person: &mut Person, at: Moment, act: Act) -> Result<Follow, Error> {
    let Some((id, to)) = person.referral else {
        return Ok(Vec::new());
    };
    let actor = receiving(seed, to);
    let context = person.context(seed, actor, at);
    match act {
        Act::Acknowledge
            if person.dice.percent(25) && seed.member(person.by, 0).organisation == person.lead.organisation =>
        {
            let how = How::ByPhone {
                function: "Night coordinator".to_owned(),
                at: at.plus_minutes(-2),
            };
            let sender = person.lead;
            referral::told_by_phone(app, &person.context(seed, sender, at), id, &how)?;
            Ok(Vec::new())
        }
        Act::Acknowledge => referral::acknowledge(app, &context, id).map(|_| Vec::new()),
        Act::Ask => {
            referral::ask(app, &context, id, &message(person.dice.one(&tale::QUESTIONS, "")))?;
            let waits = person.fate == Fate::Question;
            Ok(if waits {
                Vec::new()
            } else {
                vec![(at.plus_minutes(90), Act::Reply)]
            })
        }
        Act::Answer => answer(app, &context, person, at),
        Act::Start => {
            referral::start(app, &context, id)?;
            let stay = match person.service {
                Service::Shelter => 24 * (8 + i64::from(person.dice.below(40))),
                _ => 24 * (1 + i64::from(person.dice.below(20))),
            };
            Ok(vec![(at.plus_hours(stay), Act::Complete)])
        }
        _ => {
            let outcome = match person.dice.below(100) {
                0..30 => Outcome::SelfReliant,
                30..60 => Outcome::ServiceGiven,
                60..80 => Outcome::Transferred,
                80..90 => Outcome::LostContact,
                _ => Outcome::Declined,
            };
            referral::complete(app, &context, id, outcome, None)?;
            Ok(Vec::new())
        }
    }
}

fn answer(app: &App, context: &Context, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, _)) = person.referral else {
        return Ok(Vec::new());
    };
    let first = person.asked.len() == 1;
    let reply = match (person.fate, first, person.dice.below(100)) {
        (Fate::Refused, true, _) => Reply::Refuse {
            reason: Reason::DoesNotFit,
            words: Some(message("Our house is all stairs. Ask the house in the south.")),
        },
        (Fate::NoCapacity, true, _) | (Fate::Any, _, 0..7) => Reply::NoCapacity { words: None },
        (Fate::Any, _, 7..14) => Reply::Refuse {
            reason: person.dice.one(
                &[Reason::OutsideMandate, Reason::DoesNotFit, Reason::NotSafe],
                Reason::DoesNotFit,
            ),
            words: None,
        },
        _ => Reply::Accept {
            place: None,
            words: None,
        },
    };
    referral::answer(app, context, id, &reply)?;
    if !matches!(reply, Reply::Accept { .. }) {
        let again = person.asked.len() < 3;
        return Ok(if again {
            vec![(at.plus_minutes(35), Act::Send)]
        } else {
            Vec::new()
        });
    }
    let hours = 1 + i64::from(person.dice.below(20));
    let mut follow = vec![(at.plus_hours(hours), Act::Start)];
    if person.fate == Fate::Corrected || (person.fate == Fate::Any && person.dice.percent(7)) {
        follow.push((at.plus_hours(hours + 2), Act::Correct));
    }
    if person.fate == Fate::TakenBack || (person.fate == Fate::Any && person.dice.percent(3)) {
        follow.push((at.plus_hours(hours + 5), Act::TakeBack));
    }
    Ok(follow)
}

/// The first person of the receiver who may take a referral.
pub(super) fn receiving(seed: &Seed, to: Institution) -> Actor {
    let people = to.entry().people;
    let may = |role: Role| matches!(role, Role::Provider | Role::CaseManager);
    let nth = people.iter().position(|(role, _)| may(*role)).unwrap_or(0);
    seed.member(to, nth)
}

pub(super) fn reply(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let Some((id, _)) = person.referral else {
        return Ok(Vec::new());
    };
    let actor = person.lead;
    let context = person.context(seed, actor, at);
    referral::reply(app, &context, id, &message("Yes. For two weeks, as far as we know."))?;
    Ok(vec![(at.plus_minutes(50), Act::Answer)])
}
