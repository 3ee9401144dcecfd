//! What can happen to a sending.
use super::*;

/// What happens to a referral.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// Kept, not sent.
    #[n(0)]
    Drafted {
        /// Whose file.
        #[n(0)]
        case: Id<Case>,
        /// Who writes it.
        #[n(1)]
        from: Id<Organisation>,
        /// Perhaps to whom.
        #[n(2)]
        to: Option<Id<Provider>>,
        /// How soon.
        #[n(3)]
        urgency: Urgency,
        /// What is asked for.
        #[n(4)]
        services: Vec<Service>,
        /// In words.
        #[n(5)]
        words: Option<Content<Message>>,
    },
    /// Sent.
    #[n(1)]
    Sent(#[n(0)] Sending),
    /// Seen by the receiver, or told by phone.
    #[n(2)]
    Acknowledged {
        /// Here, or by phone.
        #[n(0)]
        how: How,
        /// When escalation reaches each step from now on.
        #[n(1)]
        escalations: Vec<Moment>,
    },
    /// The receiver asks first.
    #[n(3)]
    QuestionAsked {
        /// What is asked.
        #[n(0)]
        question: Content<Message>,
        /// When escalation reaches each step from now on.
        #[n(1)]
        escalations: Vec<Moment>,
    },
    /// The sender answers the question.
    #[n(4)]
    QuestionAnswered {
        /// What is answered.
        #[n(0)]
        answer: Content<Message>,
    },
    /// Accepted.
    #[n(5)]
    Accepted {
        /// Which place.
        #[n(0)]
        place: Option<String>,
        /// In words.
        #[n(1)]
        words: Option<Content<Message>>,
    },
    /// Refused with a reason.
    #[n(6)]
    Refused {
        /// Why.
        #[n(0)]
        reason: Reason,
        /// In words.
        #[n(1)]
        words: Option<Content<Message>>,
    },
    /// No capacity: not a refusal of the person.
    #[n(7)]
    NoCapacity {
        /// In words.
        #[n(0)]
        words: Option<Content<Message>>,
    },
    /// The service began.
    #[n(8)]
    Started,
    /// The service ended, with its outcome, which goes back to the sender.
    #[n(9)]
    Completed {
        /// What came of it.
        #[n(0)]
        outcome: Outcome,
        /// In words.
        #[n(1)]
        words: Option<Content<Message>>,
    },
    /// It could not be given.
    #[n(10)]
    Failed {
        /// In words.
        #[n(0)]
        words: Content<Message>,
    },
    /// Taken back by the sender.
    #[n(11)]
    Withdrawn {
        /// Why.
        #[n(0)]
        because: WithdrawnBecause,
    },
    /// Nobody answered in time.
    #[n(12)]
    Expired {
        /// Until when those whom escalation reached still read the file, so that they can act; `None` without an end.
        #[n(0)]
        read_until: Option<Moment>,
    },
    /// Escalation reached a step.
    #[n(13)]
    Escalated {
        /// Which step.
        #[n(0)]
        step: Step,
        /// Whether the receiver had shown a sign of life.
        #[n(1)]
        acknowledged: bool,
        /// To whom.
        #[n(2)]
        to: Id<Organisation>,
        /// The steps before it at which nobody is.
        #[n(3)]
        passed: Vec<Step>,
    },
    /// The house took back the place that was held or given: the sender is told.
    #[n(14)]
    PlaceReleased,
    /// The house gave a place to an accepted or running service.
    #[n(15)]
    PlaceGiven {
        /// Which.
        #[n(0)]
        place: String,
    },
}

impl Event {
    /// Whether it ends the sending while the person has no help by it. What the sender says is not needed any more is no such
    /// end: somebody decided.
    pub fn ends_without_help(&self) -> bool {
        match self {
            Event::Refused { .. } | Event::NoCapacity { .. } | Event::Expired { .. } | Event::Failed { .. } => true,
            Event::Withdrawn { because } => *because != WithdrawnBecause::NotNeeded,
            Event::Drafted { .. }
            | Event::Sent(_)
            | Event::Acknowledged { .. }
            | Event::QuestionAsked { .. }
            | Event::QuestionAnswered { .. }
            | Event::Accepted { .. }
            | Event::Started
            | Event::Completed { .. }
            | Event::Escalated { .. }
            | Event::PlaceReleased
            | Event::PlaceGiven { .. } => false,
        }
    }
}
