//! What happens to a plan, and what each event tells.
use super::{Item, Said, Told};
use crate::{Id, Moment, context::Actor, dated::Dated, import::Import, recommendation::Recommendation};
use minicbor::{Decode, Encode};

/// What a plan is about, as it is begun.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// Its name.
    #[n(0)]
    pub title: String,
    /// The strategy that it carries out, where it is one and has no number of its own.
    #[n(1)]
    pub strategy: Option<String>,
    /// From when.
    #[n(2)]
    pub from: Dated,
    /// Until when.
    #[n(3)]
    pub until: Dated,
    /// The currency of its budgets (ISO 4217), where it has any.
    #[n(4)]
    pub currency: Option<String>,
    /// The act or page in which it stands.
    #[n(5)]
    pub source: Option<String>,
    /// Invented, to show how it works.
    #[n(6)]
    pub example: bool,
    /// Who began it.
    #[n(7)]
    pub by: Actor,
    /// When.
    #[n(8)]
    pub at: Moment,
}

/// That a body approved a version.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Approval {
    /// Which body.
    #[n(0)]
    pub body: String,
    /// On which day.
    #[n(1)]
    pub on: Dated,
    /// By which act.
    #[n(2)]
    pub act: Option<String>,
}

/// One item as an import writes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Row {
    /// Which.
    #[n(0)]
    pub item: Id<Item>,
    /// What it says.
    #[n(1)]
    pub said: Said,
}

/// What happens to a plan.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is begun.
    #[n(0)]
    Drafted(#[n(0)] First),
    /// An item is written.
    #[n(1)]
    Added(#[n(0)] Row),
    /// An item is written anew.
    #[n(2)]
    Changed {
        /// Which.
        #[n(0)]
        item: Id<Item>,
        /// What it says now.
        #[n(1)]
        said: Said,
    },
    /// A body approves this version.
    #[n(3)]
    Approved(#[n(0)] Approval),
    /// It is in force from a day on.
    #[n(4)]
    Enforced {
        /// From when.
        #[n(0)]
        on: Dated,
    },
    /// It is changed while it is in force: the next version begins.
    #[n(5)]
    Amended {
        /// Why.
        #[n(0)]
        reason: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// Somebody reports how far an item is.
    #[n(6)]
    Reported {
        /// Which.
        #[n(0)]
        item: Id<Item>,
        /// What they say.
        #[n(1)]
        told: Told,
    },
    /// An item carries out a recommendation, or no longer does.
    #[n(7)]
    Linked {
        /// Which item.
        #[n(0)]
        item: Id<Item>,
        /// Which recommendation.
        #[n(1)]
        recommendation: Id<Recommendation>,
        /// Whether it does.
        #[n(2)]
        linked: bool,
    },
    /// Rows of a table come in.
    #[n(8)]
    Imported {
        /// From which.
        #[n(0)]
        import: Id<Import>,
        /// The new ones.
        #[n(1)]
        added: Vec<Row>,
        /// Those that were there and say something else now.
        #[n(2)]
        changed: Vec<Row>,
    },
    /// What came in goes again, whole.
    #[n(9)]
    ImportUndone {
        /// Of which.
        #[n(0)]
        import: Id<Import>,
    },
}

impl Event {
    /// The items that it adds, with what brought them in.
    pub fn added(&self) -> (&[Row], Option<Id<Import>>) {
        match self {
            Event::Added(row) => (std::slice::from_ref(row), None),
            Event::Imported { import, added, .. } => (added, Some(*import)),
            _ => (&[], None),
        }
    }
}
