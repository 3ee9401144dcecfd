//! One sending: two organisations, two clocks, and an answer that always comes back. Without a reply it is escalated.
mod act;
pub mod answer;
pub mod end;
mod event;
mod refusal;
pub mod send;
mod state;

pub use act::Act;
pub use event::Event;
pub use refusal::Refusal;
pub use state::{Stage, State};

use crate::{
    Content, Id, Moment,
    case::{Case, Urgency},
    changes::{Kind, Stream},
    clock::Clock,
    content::{Message, Parts},
    context::Actor,
    disclosure::Disclosure,
    known::codes,
    organisation::Organisation,
    provider::{Provider, Service},
};
use minicbor::{Decode, Encode};

codes! {
    /// Why a receiver says no.
    Reason {
        /// Outside what it may do.
        0 OutsideMandate = "outside_mandate",
        /// It does not fit the person.
        1 DoesNotFit = "does_not_fit",
        /// Not safe there.
        2 NotSafe = "not_safe",
        /// Another reason, in words.
        3 Other = "other",
    }
}

codes! {
    /// Why a sender takes it back.
    WithdrawnBecause {
        /// It went to the wrong receiver.
        0 WrongReceiver = "wrong_receiver",
        /// The person wants it no more.
        1 PersonsWish = "persons_wish",
        /// Not needed any more.
        2 NotNeeded = "not_needed",
    }
}

codes! {
    /// What came of a service.
    Outcome {
        /// The person lives independently.
        0 SelfReliant = "self_reliant",
        /// Help goes on there.
        1 InProgramme = "in_programme",
        /// The service was given in full.
        2 ServiceGiven = "service_given",
        /// The person went on to another provider.
        3 Transferred = "transferred",
        /// Contact was lost.
        4 LostContact = "lost_contact",
        /// The person declined.
        5 Declined = "declined",
    }
}

codes! {
    /// To whom a referral without reply is escalated, in this order.
    Step {
        /// The sender.
        0 Sender = "sender",
        /// The sender's supervisor.
        1 Supervisor = "supervisor",
        /// The contact point.
        2 ContactPoint = "contact_point",
        /// The national unit.
        3 NationalUnit = "national_unit",
    }
}

/// How a receiver acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum How {
    /// On the page or through the API.
    #[n(0)]
    Here,
    /// Told by phone: to whom (a function, no name), and when.
    #[n(1)]
    ByPhone {
        /// A function, no name.
        #[n(0)]
        function: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
}

/// What is sent, apart from the person: two organisations, what is asked for, the clocks.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Sending {
    /// Whose file.
    #[n(0)]
    pub case: Id<Case>,
    /// Who sends.
    #[n(1)]
    pub from: Id<Organisation>,
    /// The hand that sends; escalation reaches it first.
    #[n(2)]
    pub by: Actor,
    /// To which provider.
    #[n(3)]
    pub to: Id<Provider>,
    /// Which organisation runs it.
    #[n(4)]
    pub receiver: Id<Organisation>,
    /// How soon.
    #[n(5)]
    pub urgency: Urgency,
    /// What is asked for.
    #[n(6)]
    pub services: Vec<Service>,
    /// What goes with it.
    #[n(7)]
    pub disclosure: Id<Disclosure>,
    /// Until it is acknowledged.
    #[n(8)]
    pub acknowledge: Clock,
    /// Until it is answered.
    #[n(9)]
    pub answer: Clock,
    /// When escalation reaches each step.
    #[n(10)]
    pub escalations: Vec<Moment>,
    /// When it expires unanswered.
    #[n(11)]
    pub expires: Option<Moment>,
    /// The place that was held when it was sent.
    #[n(12)]
    pub place: Option<String>,
    /// Words for the receiver.
    #[n(13)]
    pub words: Option<Content<Message>>,
    /// Why without the person's say, in danger.
    #[n(14)]
    pub ground_reason: Option<Content<Message>>,
}

/// A referral, folded.
#[derive(Clone, Debug, PartialEq)]
pub enum Referral {
    /// Not sent.
    Draft {
        /// Whose file.
        case: Id<Case>,
        /// Who writes it.
        from: Id<Organisation>,
        /// Perhaps to whom.
        to: Option<Id<Provider>>,
        /// How soon.
        urgency: Urgency,
        /// What is asked for.
        services: Vec<Service>,
        /// Words for the receiver.
        words: Option<Content<Message>>,
    },
    /// On its way.
    Sending {
        /// What was sent.
        sending: Sending,
        /// Where it stands.
        state: State,
        /// How it was acknowledged.
        acknowledged: Option<How>,
        /// The last step that escalation reached.
        escalated: Option<Step>,
        /// When escalation reaches the steps that are left.
        escalations: Vec<Moment>,
        /// The organisations that it has reached, each step's in order.
        reached: Vec<Id<Organisation>>,
        /// The place that the house holds or gave, as it told last.
        place: Option<String>,
        /// After it expired: until when those whom escalation reached still read the file; `None` without an end.
        read_until: Option<Moment>,
    },
}

/// A referral of a file that was sent, with the provider to which it went.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Which.
    pub id: Id<Referral>,
    /// What was sent, and where it stands.
    pub referral: Referral,
    /// The provider.
    pub provider: Provider,
}

impl Stream for Referral {
    const KIND: Kind = Kind::Referral;
    type Event = Event;

    fn evolve(state: Option<Referral>, event: &Event) -> Option<Referral> {
        // A draft stays with its file; with the lead it passes to another.
        if let Some(Referral::Draft { case: of, .. }) = &state
            && let Event::Drafted { case, .. } | Event::Sent(Sending { case, .. }) = event
            && of != case
        {
            return None;
        }
        let (sending, state, acknowledged, escalated, escalations, reached, place) = match (state, event) {
            (
                None | Some(Referral::Draft { .. }),
                Event::Drafted {
                    case,
                    from,
                    to,
                    urgency,
                    services,
                    words,
                },
            ) => {
                return Some(Referral::Draft {
                    case: *case,
                    from: *from,
                    to: *to,
                    urgency: *urgency,
                    services: services.clone(),
                    words: words.clone(),
                });
            }
            (None | Some(Referral::Draft { .. }), Event::Sent(sending)) => {
                return Some(Referral::Sending {
                    sending: sending.clone(),
                    state: State::Sent,
                    acknowledged: None,
                    escalated: None,
                    escalations: sending.escalations.clone(),
                    reached: Vec::new(),
                    place: sending.place.clone(),
                    read_until: None,
                });
            }
            (None | Some(Referral::Draft { .. }), _) => return None,
            (
                Some(Referral::Sending {
                    sending,
                    state,
                    acknowledged,
                    escalated,
                    escalations,
                    reached,
                    place,
                    ..
                }),
                _,
            ) => (sending, state, acknowledged, escalated, escalations, reached, place),
        };
        let placed = |state, place| {
            Some(Referral::Sending {
                sending: sending.clone(),
                state,
                acknowledged: acknowledged.clone(),
                escalated,
                escalations: Vec::new(),
                reached: reached.clone(),
                place,
                read_until: None,
            })
        };
        let again = |state, acknowledged, escalations| {
            Some(Referral::Sending {
                sending: sending.clone(),
                state,
                acknowledged,
                escalated,
                escalations,
                reached: reached.clone(),
                place: place.clone(),
                read_until: None,
            })
        };
        // WHY from the first step anew: the clock that runs from now on is another, that of the answer.
        let sign = |state, how: &How, escalations: &Vec<Moment>| {
            Some(Referral::Sending {
                sending: sending.clone(),
                state,
                acknowledged: Some(how.clone()),
                escalated: None,
                escalations: escalations.clone(),
                reached: Vec::new(),
                place: place.clone(),
                read_until: None,
            })
        };
        match (state, event) {
            (State::Sent, Event::Acknowledged { how, escalations }) => sign(State::Acknowledged, how, escalations),
            (State::Sent, Event::QuestionAsked { escalations, .. }) => {
                sign(State::QuestionAsked, &How::Here, escalations)
            }
            (State::Acknowledged, Event::QuestionAsked { escalations, .. }) => {
                again(State::QuestionAsked, acknowledged, escalations.clone())
            }
            (State::QuestionAsked, Event::QuestionAnswered { .. }) => {
                again(State::Acknowledged, acknowledged, escalations)
            }
            (state, Event::Accepted { place, .. }) if state.is_open() => placed(State::Accepted, place.clone()),
            (state, Event::Refused { reason, .. }) if state.is_open() => placed(State::Refused(*reason), None),
            (state, Event::NoCapacity { .. }) if state.is_open() => placed(State::NoCapacity, None),
            (state, Event::Expired { read_until }) if state.is_open() => Some(Referral::Sending {
                sending,
                state: State::Expired,
                acknowledged,
                escalated,
                escalations: Vec::new(),
                reached,
                place: None,
                read_until: *read_until,
            }),
            (state, Event::Withdrawn { because }) if state.is_open() || state == State::Accepted => {
                placed(State::Withdrawn(*because), None)
            }
            (State::Accepted, Event::Started) => placed(State::Started, place.clone()),
            (state, Event::Completed { outcome, .. }) if state.is_running() => {
                let stays = *outcome == Outcome::InProgramme;
                placed(State::Completed(*outcome), place.clone().filter(|_| stays))
            }
            (state, Event::Failed { .. }) if state == State::Accepted || state.is_running() => {
                placed(State::Failed, None)
            }
            (state, Event::PlaceReleased) if state.is_open() => Some(Referral::Sending {
                sending,
                state,
                acknowledged,
                escalated,
                escalations,
                reached,
                place: None,
                read_until: None,
            }),
            (state, Event::PlaceReleased) if state.may_have_place() => placed(state, None),
            (state, Event::PlaceGiven { place }) if state.may_have_place() => placed(state, Some(place.clone())),
            (state, Event::Escalated { step, to, .. })
                if state.is_open() && escalated.is_none_or(|before| before < *step) =>
            {
                let mut reached = reached;
                reached.push(*to);
                Some(Referral::Sending {
                    sending,
                    state,
                    acknowledged,
                    escalated: Some(*step),
                    escalations,
                    reached,
                    place,
                    read_until: None,
                })
            }
            _ => None,
        }
    }
}

impl Referral {
    /// Whose file.
    pub fn case(&self) -> Id<Case> {
        match self {
            Referral::Draft { case, .. } => *case,
            Referral::Sending { sending, .. } => sending.case,
        }
    }

    /// What was sent and where it stands; `None` for a draft.
    pub fn sent(&self) -> Option<(&Sending, &State)> {
        match self {
            Referral::Draft { .. } => None,
            Referral::Sending { sending, state, .. } => Some((sending, state)),
        }
    }

    /// The place that the house holds or gave, as it told last.
    pub fn place(&self) -> Option<&str> {
        match self {
            Referral::Draft { .. } => None,
            Referral::Sending { place, .. } => place.as_deref(),
        }
    }

    /// The next step of escalation, and when; `None` once it was answered or has reached the last step.
    pub fn next_escalation(&self) -> Option<(Step, Moment)> {
        let Referral::Sending {
            state,
            escalated,
            escalations,
            ..
        } = self
        else {
            return None;
        };
        if !state.is_open() {
            return None;
        }
        let next = Step::ALL
            .iter()
            .zip(escalations)
            .find(|(step, _)| escalated.is_none_or(|before| before < **step));
        next.map(|(step, at)| (*step, *at))
    }
}
