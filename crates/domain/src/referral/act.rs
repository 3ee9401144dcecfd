//! What may be done with a referral by a person, and where it stands for that. A decision asks this first, and a page offers
//! what this lets through: the two never differ.
use super::{Referral, Refusal, Sending, State};

/// One thing that is done with a referral that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The receiver has seen it.
    Acknowledge,
    /// The receiver was told by phone.
    TellByPhone,
    /// The receiver asks first.
    Ask,
    /// The sender answers the question.
    Reply,
    /// The receiver accepts, refuses, or has no capacity.
    Answer,
    /// The sender takes it back.
    Withdraw,
    /// The service begins.
    Start,
    /// The service ends with its outcome.
    Complete,
    /// The service could not be given after all.
    Fail,
    /// The house gives a place to the service.
    GivePlace,
}

impl Act {
    /// Whether the referral stands where this is done: what was sent, and where it stands.
    ///
    /// # Errors
    /// When it does not.
    pub fn fits(self, referral: &Referral) -> Result<(&Sending, &State), Refusal> {
        let wrong = |code| match self {
            Act::GivePlace => Refusal::NoPlaceDue(code),
            _ => Refusal::WrongState(code),
        };
        let (sending, state) = referral.sent().ok_or(wrong("a draft"))?;
        let fits = match self {
            Act::Acknowledge | Act::TellByPhone => *state == State::Sent,
            Act::Ask => matches!(state, State::Sent | State::Acknowledged),
            Act::Reply => *state == State::QuestionAsked,
            Act::Answer => state.is_open(),
            Act::Withdraw => state.is_open() || *state == State::Accepted,
            Act::Start => *state == State::Accepted,
            Act::Complete => state.is_running(),
            Act::Fail | Act::GivePlace => state.may_have_place(),
        };
        match fits {
            true => Ok((sending, state)),
            false => Err(wrong(state.code())),
        }
    }
}
