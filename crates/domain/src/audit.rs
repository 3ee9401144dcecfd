//! Who looked, who was told no. No content; kept when the case is forgotten.
use crate::{
    Id,
    changes::{Kind, Stream},
    content::Fields,
    context::{Actor, Purpose},
};
use minicbor::{Decode, Encode};

/// One entry of the audit stream of a case (or of an actor, where no case was visible).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Event {
    /// Who.
    #[n(0)]
    pub actor: Actor,
    /// For what.
    #[n(1)]
    pub purpose: Purpose,
    /// What was tried: the action's code.
    #[n(2)]
    pub action: String,
    /// What came of it.
    #[n(3)]
    pub result: Result,
    /// The reason given, where one was asked for.
    #[n(4)]
    pub reason: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Result {
    /// These fields were opened.
    #[n(0)]
    Opened(#[n(0)] Fields),
    /// A list was opened; it named these cases.
    #[n(1)]
    Listed(#[n(0)] Vec<Id<crate::case::Case>>),
    /// The policy said no, by this rule.
    #[n(2)]
    Denied(#[n(0)] String),
    /// A rule of the mechanism said no: its code.
    #[n(3)]
    Refused(#[n(0)] String),
    /// There was no such thing, or none to be seen.
    #[n(4)]
    NotFound,
}

/// Only counted: nothing is decided from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit(pub u32);

impl Stream for Audit {
    const KIND: Kind = Kind::Audit;
    type Event = Event;
    fn evolve(state: Option<Audit>, _: &Event) -> Option<Audit> {
        Some(Audit(state.map_or(0, |a| a.0).saturating_add(1)))
    }
}
