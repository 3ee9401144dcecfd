//! What is asked for: the commands, and why a rule says no to one.
use super::{Approval, Figure, Said, Status};
use crate::{Id, dated::Dated, recommendation::Recommendation};

/// Begins a plan.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its name.
    pub title: String,
    /// The strategy that it carries out.
    pub strategy: Option<String>,
    /// From when.
    pub from: Dated,
    /// Until when.
    pub until: Dated,
    /// The currency of its budgets.
    pub currency: Option<String>,
    /// The act or page in which it stands.
    pub source: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Writes an item, new or anew.
pub type Write = Said;

/// Records that a body approved it.
pub type Approve = Approval;

/// Puts it into force.
#[derive(Clone, Debug)]
pub struct Enforce {
    /// From when.
    pub on: Dated,
}

/// Begins the next version.
#[derive(Clone, Debug)]
pub struct Amend {
    /// Why.
    pub reason: String,
}

/// Reports how far an item is.
#[derive(Clone, Debug)]
pub struct Report {
    /// How far.
    pub status: Status,
    /// In words.
    pub text: String,
    /// The value of its indicator.
    pub value: Option<Figure>,
    /// What shows it.
    pub evidence: Vec<String>,
}

/// Says whether an item carries out a recommendation.
#[derive(Clone, Debug)]
pub struct Link {
    /// Which.
    pub recommendation: Id<Recommendation>,
    /// Whether it does.
    pub linked: bool,
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "PLN-01", "this is not done to a plan that stands where this one does; read what may be done now";
        /// Two items with one number.
        NumberTaken = "PLN-02", "another item of this plan has this number; choose a number that is free";
        /// Nothing above it.
        NoAbove = "PLN-03", "there is no item that this one would stand under; write that one first, or choose another number";
        /// Above is not above.
        WrongLevel = "PLN-04", "this kind of item does not stand there: a strategy holds objectives, an objective actions, an action sub-actions";
        /// No such one.
        NotThere = "PLN-05", "there is no such item, recommendation or institution; choose one from the list";
        /// Days in the wrong order.
        DayOrder = "PLN-06", "these days are not in order; a term lies after its beginning and within the plan";
        /// Done without evidence.
        NoEvidence = "PLN-07", "what is reported as done names what shows it; add an address, a document or a figure";
        /// A plan without an action.
        Empty = "PLN-08", "a plan without an action is not approved; write one or import them";
        /// A day that is not there yet.
        DayToCome = "PLN-09", "this day is still to come; a decision is written down once it is taken";
        /// A value of nothing.
        NoIndicator = "PLN-10", "this item has no indicator, so it has no value; leave the value out, or give it an indicator";
        /// Something stands under it.
        HasBelow = "PLN-11", "items stand under this one; its number and its kind stay";
        /// It is so already.
        Already = "PLN-12", "it is so already; nothing was changed";
        /// Something was built on what came in.
        BuiltOn = "PLN-13", "something was built on what came in: a report, a recommendation, a later change, an item below or an approval; take that away first, or change the items by hand";
        /// A day before the one from which it counts.
        DayBefore = "PLN-14", "this day is too early; write a later one";
    }
}
