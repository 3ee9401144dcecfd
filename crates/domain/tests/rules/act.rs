//! What someone tries.
use tiltas_domain::{
    Answer, Fields,
    case::{AgeBasis, AgeClass, Urgency},
    consent::Ground,
    content::Field,
    known::Known,
    provider::Service,
    referral::{Outcome, WithdrawnBecause},
};

/// The house for women and children.
pub const SHELTER: usize = 0;
/// The organisation that leads cases.
pub const ALB: usize = 2;

/// What someone tries. Small numbers choose among what there is; what there is not is left.
#[derive(Clone, Debug)]
pub enum Act {
    Wait(u16),
    Consent {
        house: usize,
        service: bool,
        answer: Answer,
        fields: Fields,
        days: Option<u8>,
    },
    /// Which consent; whether the sharing stops; whether the service stops.
    TakeBack(usize, bool, bool),
    Draft(Option<usize>),
    Send {
        house: usize,
        services: Vec<Service>,
        ground: Ground,
        reason: bool,
        fields: Fields,
        hold: bool,
        urgency: Urgency,
        days: Option<u8>,
        draft: Option<usize>,
    },
    Acknowledge(usize, bool),
    Ask(usize),
    Reply(usize),
    Accept(usize, Option<u8>),
    Refuse(usize, bool),
    NoCapacity(usize),
    Start(usize),
    Complete(usize, Outcome),
    Fail(usize),
    Withdraw(usize, WithdrawnBecause),
    Expire(usize),
    GivePlace(usize, usize),
    Escalate(usize, usize),
    Describe(Known<AgeClass>, Option<AgeBasis>, Known<u8>),
    Tell,
    Correct(usize),
    OfferLead(usize),
    AnswerLead(usize, bool),
    Finish(usize),
    TellChildProtection(usize),
    Release(usize, usize),
    Free(usize, usize),
    InUse(usize, usize, bool),
}

/// What a place needs: no name, no story.
pub fn needed() -> Fields {
    Fields::of(&[
        Field::SpokenName,
        Field::Person,
        Field::Language,
        Field::Risk,
        Field::Work,
    ])
}

/// A bed for this night, with a place held.
pub fn sending(ground: Ground) -> Act {
    Act::Send {
        house: SHELTER,
        services: vec![Service::Shelter],
        ground,
        reason: ground == Ground::VitalInterest,
        fields: needed(),
        hold: true,
        urgency: Urgency::Tonight,
        days: None,
        draft: None,
    }
}

/// The person's say about the house for women.
pub fn say(answer: Answer, fields: Fields) -> Act {
    Act::Consent {
        house: SHELTER,
        service: false,
        answer,
        fields,
        days: None,
    }
}

/// The refusal's code; empty when it was done.
pub fn code<T>(done: Result<T, &'static str>) -> &'static str {
    done.err().unwrap_or_default()
}
