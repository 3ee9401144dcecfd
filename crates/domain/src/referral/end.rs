//! How a referral ends without an answer, what ends with it at both sides, and how one that waits is escalated.
use super::{Act, Event, Referral, Refusal, Sending, Sent, State, Step, WithdrawnBecause};
use crate::{
    Changes, Context, Id,
    case::{self, Because, Case},
    disclosure,
    organisation::Organisation,
    place,
    profile::Profile,
    provider::{Provider, Service},
    task::{self, Owed, Work},
};

/// Takes a referral back: the receiver's access ends, the hold falls, and one that went to the wrong receiver drafts the report.
///
/// # Errors
/// When it is over already.
pub fn withdraw(
    id: Id<Referral>,
    referral: &Referral,
    case: &Case,
    provider: &Provider,
    because: WithdrawnBecause,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, _) = Act::Withdraw.fits(referral)?;
    let changes = taken_back(
        id,
        sending,
        case,
        provider,
        because,
        disclosure::Ended::Withdrawn,
        context,
    );
    if because != WithdrawnBecause::WrongReceiver {
        return Ok(changes);
    }
    let ours = context.actor.organisation;
    let report = Owed::new(Work::ReportIncident(id), ours, &profile.breach_notice);
    Ok(changes.and_all(task::open(context.id(0), sending.case, report, profile, context)))
}

/// A referral that is not in service ends, whoever says so: the receiver's part and its disclosure end, the place is free.
fn taken_back(
    id: Id<Referral>,
    sending: &Sending,
    case: &Case,
    provider: &Provider,
    because: WithdrawnBecause,
    ended: disclosure::Ended,
    context: &Context,
) -> Changes {
    Changes::new(id, Event::Withdrawn { because })
        .and_all(receiver_leaves(id, sending, case, ended, context))
        .and_all(give_back(id, sending, provider))
}

/// What the person's wish ends of a referral that rests on their consent: one that waits for an answer, and one that was accepted
/// if the service is to stop. Of one in service nothing ends by itself, for the person may sleep there tonight.
pub(crate) fn wish_ends(
    sent: &Sent,
    case: &Case,
    (ended, service): (disclosure::Ended, bool),
    context: &Context,
) -> Changes {
    match sent.referral.sent() {
        Some((sending, state)) if state.is_open() || (service && *state == State::Accepted) => taken_back(
            sent.id,
            sending,
            case,
            &sent.provider,
            WithdrawnBecause::PersonsWish,
            ended,
            context,
        ),
        _ => Changes::default(),
    }
}

/// A bed was found: the other referrals that ask for nothing more are not needed any more.
pub(super) fn not_needed(others: &[Sent], services: &[Service], case: &Case, context: &Context) -> Changes {
    others.iter().fold(Changes::default(), |changes, other| {
        let Some((sending, state)) = other.referral.sent() else {
            return changes;
        };
        let shelter = sending.services.contains(&Service::Shelter);
        if !state.is_open() || !shelter || !sending.services.iter().all(|service| services.contains(service)) {
            return changes;
        }
        changes.and_all(taken_back(
            other.id,
            sending,
            case,
            &other.provider,
            WithdrawnBecause::NotNeeded,
            disclosure::Ended::Withdrawn,
            context,
        ))
    })
}

/// The receiver's part and its disclosure end.
pub(super) fn receiver_leaves(
    id: Id<Referral>,
    sending: &Sending,
    case: &Case,
    because: disclosure::Ended,
    context: &Context,
) -> Changes {
    Changes::new(
        sending.case,
        case::Event::Left {
            organisation: sending.receiver,
            because: Because::Referral(id),
        },
    )
    .and_all(disclosure::end(
        sending.case,
        case,
        sending.disclosure,
        because,
        context,
    ))
    .and_all(disclosure::close_record(
        sending.case,
        case,
        sending.disclosure,
        Some(context.now),
    ))
}

/// The service has ended: the sharing ends with it, and the receiver's own record is kept as long as the profile says.
pub(super) fn service_ends(
    sending: &Sending,
    case: &Case,
    because: disclosure::Ended,
    profile: &Profile,
    context: &Context,
) -> Changes {
    let ended = disclosure::end(sending.case, case, sending.disclosure, because, context);
    let until = profile.start(&profile.own_record.until, context.now).due;
    ended.and_all(disclosure::close_record(sending.case, case, sending.disclosure, until))
}

/// The held or taken place is free again.
pub(super) fn give_back(id: Id<Referral>, sending: &Sending, provider: &Provider) -> Changes {
    if provider.hold(id).is_some() {
        return Changes::new(sending.to, place::Event::Released { referral: id });
    }
    match provider.places.iter().find(|place| place.referral == Some(id)) {
        Some(place) => Changes::new(
            sending.to,
            place::Event::Freed {
                place: place.label.clone(),
            },
        ),
        None => Changes::default(),
    }
}

/// Escalation reaches the next step, and there an organisation. `passed` are the steps before it that were due first, and at
/// which nobody is.
///
/// # Errors
/// When it was answered, or the step is not due.
pub fn escalate(
    id: Id<Referral>,
    referral: &Referral,
    (step, to): (Step, Id<Organisation>),
    passed: &[Step],
    context: &Context,
) -> Result<Changes, Refusal> {
    let (next, due) = referral.next_escalation().ok_or(Refusal::NotDue)?;
    if next != *passed.first().unwrap_or(&step) || context.now < due {
        return Err(Refusal::NotDue);
    }
    let acknowledged = referral.sent().is_some_and(|(_, state)| *state != State::Sent);
    let passed = passed.to_vec();
    let escalated = Event::Escalated {
        step,
        acknowledged,
        to,
        passed,
    };
    Ok(Changes::new(id, escalated))
}
