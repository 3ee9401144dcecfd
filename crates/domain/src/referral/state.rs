//! Where a referral stands, and what can still happen to it.
use super::{Outcome, Reason, WithdrawnBecause};
use crate::known::codes;

codes! {
    /// Where a referral stands, without what was said with it: what views, lists and catalogues know of it.
    Stage {
        /// Not sent yet.
        0 Draft = "draft",
        /// Sent, not seen.
        1 Sent = "sent",
        /// Seen, or told by phone.
        2 Acknowledged = "acknowledged",
        /// The receiver waits for a word of the sender.
        3 QuestionAsked = "question_asked",
        /// Accepted.
        4 Accepted = "accepted",
        /// Refused.
        5 Refused = "refused",
        /// No capacity.
        6 NoCapacity = "no_capacity",
        /// The service runs.
        7 Started = "started",
        /// The service ended.
        8 Completed = "completed",
        /// It could not be given.
        9 Failed = "failed",
        /// Taken back.
        10 Withdrawn = "withdrawn",
        /// Nobody answered.
        11 Expired = "expired",
    }
}

impl Stage {
    /// Whether an answer is still owed.
    pub fn is_open(self) -> bool {
        matches!(self, Stage::Sent | Stage::Acknowledged | Stage::QuestionAsked)
    }

    /// Whether the receiver gives no service and owes none.
    pub fn is_over_for_receiver(self) -> bool {
        matches!(
            self,
            Stage::Refused | Stage::NoCapacity | Stage::Withdrawn | Stage::Expired
        )
    }
}

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
    /// Without what was said with it.
    pub fn stage(&self) -> Stage {
        match self {
            State::Sent => Stage::Sent,
            State::Acknowledged => Stage::Acknowledged,
            State::QuestionAsked => Stage::QuestionAsked,
            State::Accepted => Stage::Accepted,
            State::Refused(_) => Stage::Refused,
            State::NoCapacity => Stage::NoCapacity,
            State::Started => Stage::Started,
            State::Completed(_) => Stage::Completed,
            State::Failed => Stage::Failed,
            State::Withdrawn(_) => Stage::Withdrawn,
            State::Expired => Stage::Expired,
        }
    }

    /// The code used in views, the API and catalogues.
    pub fn code(&self) -> &'static str {
        self.stage().code()
    }

    /// Whether an answer is still owed.
    pub fn is_open(&self) -> bool {
        self.stage().is_open()
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
        self.stage().is_over_for_receiver()
    }
}
