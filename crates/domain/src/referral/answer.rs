//! Acknowledging, asking, answering, starting, ending: the receiver's side, and what comes back to the sender.
use super::{Event, How, Outcome, Reason, Referral, Refusal, Sending, State, send};
use crate::{
    Changes, Content, Context, Id, Moment,
    case::Case,
    content::Message,
    disclosure,
    place::{self, PlaceState},
    provider::{Provider, Service},
};

/// The steps of silence that are left once the receiver has shown a sign of life: counted from the answer's end instead.
fn climbs_after_sign(sending: &Sending) -> Vec<Moment> {
    let (Some(due), Some(first)) = (sending.answer.due, sending.climbs.first()) else {
        return sending.climbs.clone();
    };
    sending
        .climbs
        .iter()
        .map(|at| due.plus_minutes(at.minutes_since(*first)))
        .collect()
}

fn open(referral: &Referral) -> Result<(&Sending, &State), Refusal> {
    let (sending, state) = referral.sent().ok_or(Refusal::WrongState("a draft"))?;
    if state.is_open() {
        Ok((sending, state))
    } else {
        Err(Refusal::WrongState(state.code()))
    }
}

/// The referral was seen, or the receiver was told by phone.
///
/// # Errors
/// When it was acknowledged before, the call lies ahead, or the function is missing.
pub fn acknowledge(id: Id<Referral>, referral: &Referral, how: &How, context: &Context) -> Result<Changes, Refusal> {
    let (sending, state) = open(referral)?;
    if *state != State::Sent {
        return Err(Refusal::WrongState(state.code()));
    }
    if let How::ByPhone { function, at } = how {
        if function.trim().is_empty() {
            return Err(Refusal::FunctionMissing);
        }
        if *at > context.now {
            return Err(Refusal::CallInFuture);
        }
    }
    Ok(Changes::new(
        id,
        Event::Acknowledged {
            how: how.clone(),
            climbs: climbs_after_sign(sending),
        },
    ))
}

/// The receiver asks first. A question is a sign of life: it acknowledges.
///
/// # Errors
/// When the referral is over, or a question waits already.
pub fn ask(id: Id<Referral>, referral: &Referral, question: &Message) -> Result<Changes, Refusal> {
    let (sending, state) = open(referral)?;
    if *state == State::QuestionAsked {
        return Err(Refusal::WrongState(state.code()));
    }
    Ok(Changes::new(
        id,
        Event::QuestionAsked {
            question: question.clone().into(),
            climbs: climbs_after_sign(sending),
        },
    ))
}

/// The sender answers the question.
///
/// # Errors
/// When no question waits.
pub fn reply(id: Id<Referral>, referral: &Referral, answer: &Message) -> Result<Changes, Refusal> {
    let (_, state) = open(referral)?;
    if *state != State::QuestionAsked {
        return Err(Refusal::WrongState(state.code()));
    }
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
/// When it was answered before, or no place is free.
pub fn answer(
    id: Id<Referral>,
    referral: &Referral,
    case: &Case,
    provider: &Provider,
    command: &Answer,
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, _) = open(referral)?;
    let no = |event, ended| {
        Changes::new(id, event)
            .and_all(send::receiver_leaves(id, sending, case, ended))
            .and_all(send::give_back(id, sending, provider))
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
            // WHY: who is asked for a doctor only does not take a bed from another.
            let needs_place =
                place.is_some() || sending.place.is_some() || sending.services.contains(&Service::Shelter);
            if provider.places.is_empty() || !needs_place {
                return Ok(Changes::new(id, Event::Accepted { place: None, words }));
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
            let free = |label: &str| {
                held.as_deref() == Some(label) || provider.free_places(context.now).any(|p| p.label == label)
            };
            let chosen = place
                .clone()
                .or(held.clone())
                .or_else(|| provider.free_places(context.now).next().map(|p| p.label.clone()));
            let chosen = chosen.filter(|label| free(label)).ok_or(Refusal::NoFreePlace)?;
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
            ))
        }
    }
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
    context: &Context,
) -> Result<Changes, Refusal> {
    let (sending, _) = open(referral)?;
    if sending.expires.is_none_or(|at| context.now < at) {
        return Err(Refusal::NotDue);
    }
    Ok(Changes::new(id, Event::Expired)
        .and_all(send::receiver_leaves(id, sending, case, disclosure::Ended::Expired))
        .and_all(send::give_back(id, sending, provider)))
}

/// The service begins.
///
/// # Errors
/// When it was not accepted, or began before.
pub fn start(id: Id<Referral>, referral: &Referral) -> Result<Changes, Refusal> {
    match referral.sent() {
        Some((_, State::Accepted)) => Ok(Changes::new(id, Event::Started)),
        Some((_, state)) => Err(Refusal::WrongState(state.code())),
        None => Err(Refusal::WrongState("a draft")),
    }
}

/// The service ends; the outcome goes back to whoever sent her. Her place is free again unless she stays in the programme.
///
/// # Errors
/// When the service does not run.
pub fn complete(
    id: Id<Referral>,
    referral: &Referral,
    provider: &Provider,
    outcome: Outcome,
    words: Option<&Message>,
) -> Result<Changes, Refusal> {
    match referral.sent() {
        Some((sending, State::Started)) => {
            let changes = Changes::new(
                id,
                Event::Completed {
                    outcome,
                    words: words.cloned().map(Content::New),
                },
            );
            Ok(if outcome == Outcome::InProgramme {
                changes
            } else {
                changes.and_all(send::give_back(id, sending, provider))
            })
        }
        Some((_, state)) => Err(Refusal::WrongState(state.code())),
        None => Err(Refusal::WrongState("a draft")),
    }
}

/// The service could not be given after all.
///
/// # Errors
/// When it was not accepted, or is over.
pub fn fail(id: Id<Referral>, referral: &Referral, provider: &Provider, words: &Message) -> Result<Changes, Refusal> {
    match referral.sent() {
        Some((sending, State::Accepted | State::Started)) => Ok(Changes::new(
            id,
            Event::Failed {
                words: words.clone().into(),
            },
        )
        .and_all(send::give_back(id, sending, provider))),
        Some((_, state)) => Err(Refusal::WrongState(state.code())),
        None => Err(Refusal::WrongState("a draft")),
    }
}
