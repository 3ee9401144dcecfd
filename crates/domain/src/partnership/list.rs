//! What a list of partnerships is narrowed to, and its order.
use super::{Arrangement, Partnership, State};
use crate::{Id, known::codes, organisation::Organisation};

codes! {
    /// In which order a list stands.
    Order {
        /// The expired first, then the one that ends next.
        0 Until = "until",
        /// The newest first.
        1 Newest = "newest",
        /// By the words of their titles.
        2 Title = "title",
    }
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// Where they stand.
    pub state: Option<State>,
    /// What they are.
    pub arrangement: Option<Arrangement>,
    /// Who is in them.
    pub party: Option<Id<Organisation>>,
    /// Words that stand in their titles.
    pub text: Option<String>,
    /// In which order; the expired first where none is chosen.
    pub sort: Option<Order>,
    /// Those that follow this one.
    pub after: Option<Id<Partnership>>,
    /// The territorial team whose institutions the picture shows.
    pub territory: Option<Id<Organisation>>,
}
