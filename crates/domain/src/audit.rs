//! Who looked, who was told no. Kept when the case is forgotten; the reason that somebody wrote belongs to the case and goes
//! with its key.
use crate::{
    Content, Id, Moment,
    case::Case,
    changes::{Kind, Stream},
    content::{Fields, OpeningReason, Parts},
    context::{Actor, Purpose, Role},
    known::codes,
    organisation::Organisation,
};
use jiff::civil::Date;
use minicbor::{Decode, Encode};

/// One entry of the audit stream of a case (or of an actor, where no case was visible).
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
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
    pub reason: Option<Content<OpeningReason>>,
    /// In which way it left the screen, where it did.
    #[n(5)]
    pub copy: Option<Copy>,
    /// How often the same came again, where it is counted and not written each time.
    #[n(6)]
    pub again: Option<Again>,
}

codes! {
    /// A way in which what is shown leaves the screen.
    Copy {
        /// On paper.
        0 Printed = "printed",
        /// As a file.
        1 Exported = "exported",
    }
}

/// How often the same was denied again, after the entry that was written at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Again {
    /// So often.
    #[n(0)]
    pub times: u32,
    /// The first of them.
    #[n(1)]
    pub first: Moment,
    /// The last of them.
    #[n(2)]
    pub last: Moment,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Result {
    /// These fields were opened.
    #[n(0)]
    Opened(#[n(0)] Fields),
    /// A list was opened; it named these cases.
    #[n(1)]
    Listed(#[n(0)] Vec<Id<Case>>),
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

impl Result {
    /// Whether nothing was shown.
    pub fn is_denial(&self) -> bool {
        matches!(self, Result::Denied(_) | Result::Refused(_) | Result::NotFound)
    }
}

/// Which entries, and from where on. It stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Select {
    /// Only by people of this organisation.
    pub organisation: Option<Id<Organisation>>,
    /// Only in this role.
    pub role: Option<Role>,
    /// Only this: the action's code.
    pub action: Option<String>,
    /// Not before.
    pub from: Option<Moment>,
    /// Before.
    pub until: Option<Moment>,
    /// Only what was denied, refused or not found.
    pub denied: bool,
    /// The entries older than this one.
    pub after: Option<String>,
}

impl Select {
    /// What people of one organisation did from a moment on, and before another.
    pub fn between(organisation: Id<Organisation>, from: Moment, until: Moment) -> Select {
        Select {
            organisation: Some(organisation),
            from: Some(from),
            until: Some(until),
            ..Select::default()
        }
    }
}

/// What one organisation opened and was refused on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnDay {
    /// Whose people.
    pub organisation: Id<Organisation>,
    /// When.
    pub date: Date,
    /// The files after this one.
    pub after: Option<Id<Case>>,
}

impl Select {
    /// The same from the newest entry on.
    pub fn from_the_start(&self) -> Select {
        Select {
            after: None,
            ..self.clone()
        }
    }

    /// Whether only some of the entries are asked for.
    pub fn is_filtered(&self) -> bool {
        self.from_the_start() != Select::default()
    }

    /// Whether an entry is asked for; `None` where it can't be read: it may be anything, and stands wherever its time is.
    pub fn takes(&self, at: Moment, event: Option<&Event>) -> bool {
        let Some(event) = event else {
            return self.is_in_time(at);
        };
        let organisation = self
            .organisation
            .is_none_or(|wanted| wanted == event.actor.organisation);
        let role = self.role.is_none_or(|wanted| wanted == event.actor.role);
        let action = self.action.as_ref().is_none_or(|wanted| *wanted == event.action);
        organisation && role && action && (!self.denied || event.result.is_denial()) && self.is_in_time(at)
    }

    fn is_in_time(&self, at: Moment) -> bool {
        self.from.is_none_or(|from| at >= from) && self.until.is_none_or(|until| at < until)
    }
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
