//! Acknowledging, asking, answering, starting, ending: the receiver's side, and what comes back to the sender.
use super::{Act, Event, How, Outcome, Reason, Referral, Refusal, Sending, Sent, State, end};
use crate::{
    Changes, Content, Context, Id, Moment,
    case::Case,
    content::Message,
    disclosure,
    place::{self, PlaceState},
    profile::Profile,
    provider::{Provider, Service},
};

/// The steps of escalation that are left once the receiver has shown a sign of life: counted from the answer's end instead.
fn escalations_after_sign(sending: &Sending) -> Vec<Moment> {
    let (Some(due), Some(first)) = (sending.answer.due, sending.escalations.first()) else {
        return sending.escalations.clone();
    };
    sending
        .escalations
        .iter()
        .map(|at| due.plus_minutes(at.minutes_since(*first)))
        .collect()
}

/// The referral was seen, or the receiver was told by phone.
///
/// # Errors
/// When it was acknowledged before, the call does not lie between the sending and now, or the function is missing.
pub fn acknowledge(id: Id<Referral>, referral: &Referral, how: &How, context: &Context) -> Result<Changes, Refusal> {
    let act = match how {
        How::Here => Act::Acknowledge,
        How::ByPhone { .. } => Act::TellByPhone,
    };
    let (sending, _) = act.fits(referral)?;
    if let How::ByPhone { function, at } = how {
        if function.trim().is_empty() {
            return Err(Refusal::FunctionMissing);
        }
        if *at > context.now {
            return Err(Refusal::CallInFuture);
        }
        // WHY a minute: a page takes the time of the call in whole minutes.
        if at.plus_minutes(1) <= sending.acknowledge.started {
            return Err(Refusal::CallBeforeSent);
        }
    }
    Ok(Changes::new(
        id,
        Event::Acknowledged {
            how: how.clone(),
            escalations: escalations_after_sign(sending),
        },
    ))
}

/// The receiver asks first. A question is a sign of life: it acknowledges.
///
/// # Errors
/// When the referral is over, or a question waits already.
pub fn ask(id: Id<Referral>, referral: &Referral, question: &Message) -> Result<Changes, Refusal> {
    let (sending, _) = Act::Ask.fits(referral)?;
    Ok(Changes::new(
        id,
        Event::QuestionAsked {
            question: question.clone().into(),
            escalations: escalations_after_sign(sending),
        },
    ))
}

/// The sender answers the question.
///
/// # Errors
/// When no question waits.
pub fn reply(id: Id<Referral>, referral: &Referral, answer: &Message) -> Result<Changes, Refusal> {
    Act::Reply.fits(referral)?;
    Ok(Changes::new(
        id,
        Event::QuestionAnswered {
            answer: answer.clone().into(),
        },
    ))
}

/// What a receiver answers.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Yes; where shelter is asked for, with a place.
    Accept {
        /// Which place; `None` takes the held one, or the first that is free.
        place: Option<String>,
        /// Words for the sender.
        words: Option<Message>,
    },
    /// No, with a reason.
    Refuse {
        /// Which.
        reason: Reason,
        /// In words.
        words: Option<Message>,
    },
    /// No place, or no hands.
    NoCapacity {
        /// Words for the sender.
        words: Option<Message>,
    },
}

/// Answers. A yes takes the place; a no ends the receiver's access and frees the hold.
///
/// # Errors
/// When it was answered before, or the place is not free.
pub fn answer(
    id: Id<Referral>,
    referral: &Referral,
    case: &Case,
    provider: &Provider,
    others: &[Sent],
    command: &Answer,
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, _) = Act::Answer.fits(referral)?;
    let no = |event, ended| {
        Changes::new(id, event)
            .and_all(end::receiver_leaves(id, sending, case, ended, context))
            .and_all(end::give_back(id, sending, provider))
    };
    match command {
        Answer::Refuse {
            reason: Reason::Other,
            words: None,
        } => Err(Refusal::ReasonNeeded),
        Answer::Refuse { reason, words } => Ok(no(
            Event::Refused {
                reason: *reason,
                words: words.clone().map(Content::New),
            },
            disclosure::Ended::Refused,
        )),
        Answer::NoCapacity { words } => Ok(no(
            Event::NoCapacity {
                words: words.clone().map(Content::New),
            },
            disclosure::Ended::Refused,
        )),
        Answer::Accept { place, words } => {
            let words = words.clone().map(Content::New);
            let shelter = sending.services.contains(&Service::Shelter);
            let found = if shelter {
                end::not_needed(others, &sending.services, case, context)
            } else {
                Changes::default()
            };
            if place.is_none() && (provider.places.is_empty() || !needs_place(referral, sending)) {
                return Ok(Changes::new(id, Event::Accepted { place: None, words }).and_all(found));
            }
            if let Some(label) = place {
                check_place(provider, label, Some(id), context)?;
            }
            let held = provider
                .hold(id)
                .filter(|hold| hold.runs(context.now))
                .filter(|hold| {
                    provider
                        .places
                        .iter()
                        .any(|p| p.label == hold.place && p.state == PlaceState::Free)
                })
                .map(|hold| hold.place.clone());
            let chosen = place
                .clone()
                .or(held)
                .or_else(|| provider.free_places(context.now).next().map(|p| p.label.clone()))
                .ok_or(Refusal::NoneFreeHere)?;
            Ok(Changes::new(
                id,
                Event::Accepted {
                    place: Some(chosen.clone()),
                    words,
                },
            )
            .and(
                sending.to,
                place::Event::Taken {
                    place: chosen,
                    referral: id,
                },
            )
            .and_all(found))
        }
    }
}

/// Whether to accept takes a place. WHY not always: who is asked for a doctor only does not take a bed from another.
fn needs_place(referral: &Referral, sending: &Sending) -> bool {
    referral.place().is_some() || sending.services.contains(&Service::Shelter)
}

/// Whether an acceptance would be refused because the house has no free place to give to this referral.
pub fn none_free(
    id: Id<Referral>,
    referral: &Referral,
    sending: &Sending,
    provider: &Provider,
    context: &Context,
) -> bool {
    let needed = !provider.places.is_empty() && needs_place(referral, sending);
    needed && provider.free_for(id, context.now).next().is_none()
}

/// Whether a place may be given: it is there, and nobody has it, nor is it held for another referral.
fn check_place(
    provider: &Provider,
    label: &str,
    held_for: Option<Id<Referral>>,
    context: &Context,
) -> Result<(), Refusal> {
    let place = provider.places.iter().find(|place| place.label == label);
    let place = place.ok_or(Refusal::UnknownPlace)?;
    let mut held = provider
        .holds
        .iter()
        .filter(|hold| hold.place == label && hold.runs(context.now));
    if place.state != PlaceState::Free || held.any(|hold| Some(hold.referral) != held_for) {
        return Err(Refusal::PlaceNotFree);
    }
    Ok(())
}

/// The house gives a place to an accepted or running service: a first one, or another instead of the one before.
///
/// # Errors
/// When the service neither is accepted nor runs, or the place is not free.
pub fn give_place(
    id: Id<Referral>,
    referral: &Referral,
    provider: &Provider,
    label: &str,
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, _) = Act::GivePlace.fits(referral)?;
    check_place(provider, label, None, context)?;
    Ok(end::give_back(id, sending, provider)
        .and(
            sending.to,
            place::Event::Taken {
                place: label.to_owned(),
                referral: id,
            },
        )
        .and(
            id,
            Event::PlaceGiven {
                place: label.to_owned(),
            },
        ))
}

/// Nobody answered until the referral expires: the receiver's access ends, the hold is gone.
///
/// # Errors
/// When it was answered, or is not due to expire.
pub fn expire(
    id: Id<Referral>,
    referral: &Referral,
    case: &Case,
    provider: &Provider,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    // Whoever may still answer it lets it expire.
    let (sending, _) = Act::Answer.fits(referral)?;
    if sending.expires.is_none_or(|at| context.now < at) {
        return Err(Refusal::NotDue);
    }
    let read_until = profile.start(&profile.escalation_reading, context.now).due;
    Ok(Changes::new(id, Event::Expired { read_until })
        .and_all(end::receiver_leaves(
            id,
            sending,
            case,
            disclosure::Ended::Expired,
            context,
        ))
        .and_all(end::give_back(id, sending, provider)))
}

/// The service begins: from now on the receiver has a record of its own.
///
/// # Errors
/// When it was not accepted, or began before.
pub fn start(id: Id<Referral>, referral: &Referral, case: &Case, profile: &Profile) -> Result<Changes, Refusal> {
    let (sending, _) = Act::Start.fits(referral)?;
    let record = disclosure::open_record(sending.case, case, sending.disclosure, profile);
    Ok(Changes::new(id, Event::Started).and_all(record))
}

/// The service ends; the outcome goes back to the sender. The place is free again and the sharing ends, unless the person stays
/// in the programme.
///
/// # Errors
/// When the service does not run.
pub fn complete(
    id: Id<Referral>,
    referral: &Referral,
    case: &Case,
    provider: &Provider,
    (outcome, words): (Outcome, Option<&Message>),
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, state) = Act::Complete.fits(referral)?;
    let stays = outcome == Outcome::InProgramme;
    if stays && *state == State::Completed(Outcome::InProgramme) {
        return Err(Refusal::WrongState(state.code()));
    }
    let completed = Changes::new(
        id,
        Event::Completed {
            outcome,
            words: words.cloned().map(Content::New),
        },
    );
    if stays {
        return Ok(completed);
    }
    let ended = disclosure::Ended::Finished;
    Ok(completed
        .and_all(end::give_back(id, sending, provider))
        .and_all(end::service_ends(sending, case, ended, profile, context)))
}

/// The service could not be given after all. One that had not begun ends the receiver's part as a refusal does; of one that ran
/// the receiver's own record stays.
///
/// # Errors
/// When it was not accepted, or is over.
pub fn fail(
    id: Id<Referral>,
    referral: &Referral,
    case: &Case,
    provider: &Provider,
    words: &Message,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, state) = Act::Fail.fits(referral)?;
    let failed = Changes::new(
        id,
        Event::Failed {
            words: words.clone().into(),
        },
    );
    let ended = disclosure::Ended::Failed;
    let leaves = match state.is_running() {
        true => end::service_ends(sending, case, ended, profile, context),
        false => end::receiver_leaves(id, sending, case, ended, context),
    };
    Ok(failed.and_all(end::give_back(id, sending, provider)).and_all(leaves))
}
