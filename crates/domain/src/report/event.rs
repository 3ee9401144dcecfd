//! What happens to a report, and what each event tells.
use super::{Counted, Report, Step};
use crate::{
    Id, Moment,
    dated::Dated,
    organisation::{Function, Organisation},
    period::Period,
};
use minicbor::{Decode, Encode};

/// How a report begins: it is owed from now on.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Opened {
    /// In which period.
    #[n(0)]
    pub period: Id<Period>,
    /// By which institution.
    #[n(1)]
    pub organisation: Id<Organisation>,
    /// Who answers for it there.
    #[n(2)]
    pub function: Option<Id<Function>>,
    /// The first day that it tells of.
    #[n(3)]
    pub from: Dated,
    /// The last day that it tells of.
    #[n(4)]
    pub until: Dated,
    /// Until when; a correction has no last day.
    #[n(5)]
    pub due: Option<Moment>,
    /// Whom its delay reaches, and when.
    #[n(6)]
    pub steps: Vec<(Step, Moment)>,
    /// Which report it corrects.
    #[n(7)]
    pub corrects: Option<Id<Report>>,
    /// What the node counted for the report that it corrects: once reported, frozen.
    #[n(8)]
    pub counted: Vec<Counted>,
    /// When.
    #[n(9)]
    pub at: Moment,
}

/// A figure that the institution reports, with its definition.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Value {
    /// Of what.
    #[n(0)]
    pub indicator: String,
    /// The figure.
    #[n(1)]
    pub figure: String,
    /// What is counted by it, and what is not.
    #[n(2)]
    pub definition: String,
}

/// What is written in a report; each time the whole of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Written {
    /// What was done.
    #[n(0)]
    pub narrative: String,
    /// Figures.
    #[n(1)]
    pub values: Vec<Value>,
    /// What shows it: an address, the name of a document, a figure.
    #[n(2)]
    pub evidence: Vec<String>,
    /// What stood in the way.
    #[n(3)]
    pub obstacles: Option<String>,
    /// Invented, to show how it works.
    #[n(4)]
    pub example: bool,
}

/// Why a report goes back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Returned {
    /// Which figure needs another look; none where it is the words.
    #[n(0)]
    pub figure: Option<String>,
    /// Why.
    #[n(1)]
    pub reason: String,
    /// Until when it is owed.
    #[n(2)]
    pub due: Moment,
    /// Whom a further delay reaches.
    #[n(3)]
    pub steps: Vec<(Step, Moment)>,
    /// When.
    #[n(4)]
    pub at: Moment,
}

/// What happens to a report.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is owed.
    #[n(0)]
    Opened(#[n(0)] Opened),
    /// It is written, or written anew.
    #[n(1)]
    Written(#[n(0)] Written),
    /// It is handed in, with what the node counted.
    #[n(2)]
    Submitted {
        /// What the node counted; nothing where that was frozen before.
        #[n(0)]
        counted: Vec<Counted>,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// It goes back.
    #[n(3)]
    Returned(#[n(0)] Returned),
    /// It is accepted.
    #[n(4)]
    Accepted {
        /// When.
        #[n(0)]
        at: Moment,
    },
    /// Its delay reaches somebody.
    #[n(5)]
    Told {
        /// Whom.
        #[n(0)]
        step: Step,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// A correction of it is begun, in a closed period.
    #[n(6)]
    Corrected {
        /// Which.
        #[n(0)]
        by: Id<Report>,
    },
}
