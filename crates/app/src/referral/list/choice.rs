//! What the reader chose of the lists of referrals: which, in which order, and from where on; it stands in the address.
use super::LISTED;
use tiltas_domain::{
    Id,
    case::{Case, Urgency},
    referral::{Referral, Stage},
};

/// Where a referral stands, as lists are narrowed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// It waits for an answer.
    Waiting,
    /// Accepted, or the service runs.
    Running,
    /// It is not sent yet.
    Draft,
    /// A no, or no answer at all.
    No,
    /// It ended, with or without help, or was taken back.
    Over,
}

impl Stands {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Stands; 5] = [
        Stands::Waiting,
        Stands::Running,
        Stands::Draft,
        Stands::No,
        Stands::Over,
    ];

    /// The code that addresses and catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Stands::Waiting => "waiting",
            Stands::Running => "running",
            Stands::Draft => "draft",
            Stands::No => "no",
            Stands::Over => "over",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Stands> {
        Stands::ALL.into_iter().find(|known| known.code() == code)
    }

    /// Of where it stands exactly.
    pub fn of(stage: Stage) -> Stands {
        match stage {
            Stage::Sent | Stage::Acknowledged | Stage::QuestionAsked => Stands::Waiting,
            Stage::Accepted | Stage::Started => Stands::Running,
            Stage::Draft => Stands::Draft,
            Stage::Refused | Stage::NoCapacity | Stage::Expired => Stands::No,
            Stage::Completed | Stage::Failed | Stage::Withdrawn => Stands::Over,
        }
    }
}

/// How a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What waits first, the urgent first, then by what is due; then what runs, drafts, and what is over.
    Urgent,
    /// What changed last first.
    Changed,
    /// Drafts, then what was sent last. It does not move when something happens.
    Sent,
}

impl Sort {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Sort; 3] = [Sort::Urgent, Sort::Changed, Sort::Sent];

    /// The code that addresses and catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Sort::Urgent => "urgent",
            Sort::Changed => "changed",
            Sort::Sent => "sent",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|known| known.code() == code)
    }
}

/// Which referrals; it stands in the address, by ids and codes alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those that stand so.
    pub stands: Option<Stands>,
    /// Only those of this urgency. One that the reader may not know is of none.
    pub urgency: Option<Urgency>,
    /// Only those of this file.
    pub case: Option<Id<Case>>,
}

/// What the reader chose of both lists.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which referrals.
    pub filter: Filter,
    /// How what was sent is sorted, and after which it goes on.
    pub sent: (Sort, Option<Mark>),
    /// The same of what came in.
    pub incoming: (Sort, Option<Mark>),
    /// At most so many of each.
    pub most: usize,
}

impl Default for Asked {
    fn default() -> Asked {
        Asked {
            filter: Filter::default(),
            sent: (Sort::Urgent, None),
            incoming: (Sort::Urgent, None),
            most: LISTED,
        }
    }
}

/// The place of a row in its order, which its reader was shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub(super) keys: [i64; 3],
    pub(super) referral: Id<Referral>,
}

impl Mark {
    /// As it stands in an address.
    pub fn code(&self) -> String {
        let [first, second, third] = self.keys;
        format!("{first}.{second}.{third}.{}", self.referral)
    }

    /// The mark of this code.
    pub fn parse(code: &str) -> Option<Mark> {
        let mut parts = code.split('.');
        let mut key = || parts.next()?.parse().ok();
        let keys = [key()?, key()?, key()?];
        let referral = parts.next()?.parse().ok()?;
        parts.next().is_none().then_some(Mark { keys, referral })
    }
}
