//! How lists say where a recommendation stands, what they are narrowed to, and their order.
use super::{Recommendation, SourceKind, Theme};
use crate::{Id, known::codes, organisation::Organisation};

codes! {
    /// In which order a list stands.
    Order {
        /// The late first, then those with a term, the nearest first.
        0 Due = "due",
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
    pub stage: Option<Stage>,
    /// Whom they are addressed to.
    pub addressee: Option<Id<Organisation>>,
    /// What they are about.
    pub theme: Option<Theme>,
    /// Where they come from.
    pub source: Option<SourceKind>,
    /// Only those that are late.
    pub late: bool,
    /// Words that stand in them.
    pub text: Option<String>,
    /// In which order; the late first where none is chosen.
    pub sort: Option<Order>,
    /// Those that follow this one.
    pub after: Option<Id<Recommendation>>,
}

codes! {
    /// Where it stands as lists say it: a published report that nobody was given yet is no draft, and not undone.
    Stage {
        /// Nobody is to carry it out yet.
        0 NoAddressee = "no_addressee",
        /// Somebody is, and has not reported.
        1 NoReport = "no_report",
        /// Its first words stand.
        2 Drafted = "drafted",
        /// Institutions are asked what they think.
        3 UnderDiscussion = "under_discussion",
        /// Its words are agreed.
        4 Formulated = "formulated",
        /// Somebody works on it.
        5 UnderWay = "under_way",
        /// Each addressee says that it is done.
        6 Reported = "reported",
        /// A reviewer finds it done.
        7 Verified = "verified",
        /// Nothing more comes.
        8 Closed = "closed",
        /// A body declined it.
        9 Declined = "declined",
        /// Another stands in its place.
        10 Superseded = "superseded",
        /// Whoever is to carry it out says that nothing was done.
        11 NotStarted = "not_started",
    }
}

impl Stage {
    /// Whether a body may still decide on it.
    pub fn is_undecided(self) -> bool {
        matches!(self, Stage::Drafted | Stage::UnderDiscussion | Stage::Formulated)
    }
}
