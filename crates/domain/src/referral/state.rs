//! Where a referral stands, and what can still happen to it.
use super::{Outcome, Reason, WithdrawnBecause};

/// Where a referral stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Sent, not seen.
    Sent,
    /// Seen, or told by phone.
    Acknowledged,
    /// The receiver waits for a word of the sender.
    QuestionAsked,
    /// Accepted.
    Accepted,
    /// Refused.
    Refused(Reason),
    /// No capacity.
    NoCapacity,
    /// The service runs.
    Started,
    /// The service ended.
    Completed(Outcome),
    /// It could not be given.
    Failed,
    /// Taken back.
    Withdrawn(WithdrawnBecause),
    /// Nobody answered.
    Expired,
}

impl State {
    /// The code used in views, the API and catalogues.
    pub fn code(&self) -> &'static str {
        match self {
            State::Sent => "sent",
            State::Acknowledged => "acknowledged",
            State::QuestionAsked => "question_asked",
            State::Accepted => "accepted",
            State::Refused(_) => "refused",
            State::NoCapacity => "no_capacity",
            State::Started => "started",
            State::Completed(_) => "completed",
            State::Failed => "failed",
            State::Withdrawn(_) => "withdrawn",
            State::Expired => "expired",
        }
    }

    /// Whether an answer is still owed.
    pub fn is_open(&self) -> bool {
        matches!(self, State::Sent | State::Acknowledged | State::QuestionAsked)
    }

    /// Whether the receiver gives the service now, also when it said that the person stays in its programme.
    pub fn is_running(&self) -> bool {
        matches!(self, State::Started | State::Completed(Outcome::InProgramme))
    }

    /// Whether a house may have given a place for it.
    pub fn may_have_place(&self) -> bool {
        *self == State::Accepted || self.is_running()
    }

    /// Whether the receiver gives no service and owes none.
    pub fn is_over_for_receiver(&self) -> bool {
        matches!(
            self,
            State::Refused(_) | State::NoCapacity | State::Withdrawn(_) | State::Expired
        )
    }
}
