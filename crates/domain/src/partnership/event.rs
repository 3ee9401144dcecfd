//! What happens to a partnership, and what each event tells.
use super::{Arrangement, Progress, Standing, Value};
use crate::{
    Class, Id, Moment, consent::Ground, context::Actor, dated::Dated, organisation::Organisation, provider::Service,
};
use minicbor::{Decode, Encode};

/// An institution in it, and who answers for it there.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Party {
    /// Which.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// What it is in it.
    #[n(1)]
    pub role: Standing,
    /// The function that answers for it, never a name.
    #[n(2)]
    pub function: Option<String>,
    /// The phone that is rung at night; where none is named, that of the institution.
    #[n(3)]
    pub phone: Option<String>,
}

/// Its first words: what it is to be, and between whom.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// In a line.
    #[n(0)]
    pub title: String,
    /// What kind of arrangement.
    #[n(1)]
    pub arrangement: Arrangement,
    /// Between whom.
    #[n(2)]
    pub parties: Vec<Party>,
    /// Invented, to show how it works.
    #[n(3)]
    pub example: bool,
    /// Who wrote it down.
    #[n(4)]
    pub by: Actor,
    /// When.
    #[n(5)]
    pub at: Moment,
}

/// What it is for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Purpose {
    /// In words.
    #[n(0)]
    pub text: String,
    /// Whom it helps, a line each.
    #[n(1)]
    pub groups: Vec<String>,
    /// What is given.
    #[n(2)]
    pub services: Vec<Service>,
    /// Where; `None` where no place is named.
    #[n(3)]
    pub territory: Option<String>,
}

/// What a party is to do.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Measure {
    /// What.
    #[n(0)]
    pub what: String,
    /// Who.
    #[n(1)]
    pub owner: Id<Organisation>,
    /// Until when; `None` where it is done whenever the need comes.
    #[n(2)]
    pub due: Option<Dated>,
}

/// How far a measure is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Moved {
    /// Which, in the order in which they were written: from 0.
    #[n(0)]
    pub measure: u32,
    /// How far.
    #[n(1)]
    pub progress: Progress,
    /// In words.
    #[n(2)]
    pub note: Option<String>,
    /// When it was said.
    #[n(3)]
    pub at: Moment,
}

/// What of a person may be passed on under it, and on which grounds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Annex {
    /// Classes of data.
    #[n(0)]
    pub classes: Vec<Class>,
    /// The legal grounds; their articles stand in the profile.
    #[n(1)]
    pub grounds: Vec<Ground>,
    /// Who answers for the data.
    #[n(2)]
    pub controllers: Vec<Id<Organisation>>,
    /// Who does what, where several answer together.
    #[n(3)]
    pub joint: Option<String>,
    /// On what data leave the country; `None` where they do not.
    #[n(4)]
    pub transfer: Option<String>,
}

/// What is said about data. INVARIANT: where nothing is written, nothing is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub enum Data {
    /// Nothing yet.
    #[default]
    #[n(0)]
    NotWritten,
    /// No data about persons are passed on under it.
    #[n(1)]
    NoData,
    /// These are.
    #[n(2)]
    Annex(#[n(0)] Annex),
}

/// From when to when it holds. Each is a whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Term {
    /// From when; from the last signature where no day is named.
    #[n(0)]
    pub from: Option<Dated>,
    /// The last day.
    #[n(1)]
    pub until: Dated,
    /// When the parties look at it together.
    #[n(2)]
    pub review: Option<Dated>,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Signature {
    /// Whose.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// On which day.
    #[n(1)]
    pub on: Dated,
}

/// The answer to one question about the cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Answered {
    /// The code of the question, as in the table of questions.
    #[n(0)]
    pub question: String,
    /// 1 to 4.
    #[n(1)]
    pub value: Value,
    /// What shows it.
    #[n(2)]
    pub evidence: Option<String>,
}

/// How a party sees the cooperation in a year.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Assessment {
    /// Whose view.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Of which year.
    #[n(1)]
    pub year: i16,
    /// The answers; a question that is not among them is not answered.
    #[n(2)]
    pub answers: Vec<Answered>,
    /// When it was said.
    #[n(3)]
    pub at: Moment,
}

/// A reminder that its end comes near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Warning {
    /// So many days before the end.
    #[n(0)]
    pub days: u16,
    /// The end that it was about.
    #[n(1)]
    pub until: Dated,
    /// When.
    #[n(2)]
    pub at: Moment,
}

/// What happens to a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// Its first words are written down.
    #[n(0)]
    Begun(#[n(0)] First),
    /// An institution is in it; a later word about the same one stands in the place of the earlier.
    #[n(1)]
    PartyNamed(#[n(0)] Party),
    /// What it is for.
    #[n(2)]
    PurposeWritten(#[n(0)] Purpose),
    /// What parties are to do.
    #[n(3)]
    MeasuresAdded(#[n(0)] Vec<Measure>),
    /// What is said about data.
    #[n(4)]
    DataWritten(#[n(0)] Data),
    /// From when to when.
    #[n(5)]
    TermSet(#[n(0)] Term),
    /// The parties read the draft.
    #[n(6)]
    Consulted {
        /// Until when they answer.
        #[n(0)]
        until: Dated,
        /// When it was sent.
        #[n(1)]
        at: Moment,
    },
    /// It is drafted again.
    #[n(7)]
    Returned {
        /// Why.
        #[n(0)]
        reason: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// A party signed.
    #[n(8)]
    Signed(#[n(0)] Signature),
    /// How far a measure is.
    #[n(9)]
    MeasureMoved(#[n(0)] Moved),
    /// The parties looked at it together.
    #[n(10)]
    Reviewed {
        /// On which day.
        #[n(0)]
        on: Dated,
        /// What they found.
        #[n(1)]
        text: String,
        /// When they look again.
        #[n(2)]
        next: Option<Dated>,
    },
    /// It holds longer.
    #[n(11)]
    Renewed {
        /// On which day that was agreed.
        #[n(0)]
        on: Dated,
        /// The last day from now on.
        #[n(1)]
        until: Dated,
        /// When the parties look at it together.
        #[n(2)]
        review: Option<Dated>,
    },
    /// It holds no more.
    #[n(12)]
    Ended {
        /// On which day.
        #[n(0)]
        on: Dated,
        /// Why.
        #[n(1)]
        reason: String,
    },
    /// A party says how it sees the cooperation.
    #[n(13)]
    Assessed(#[n(0)] Assessment),
    /// Its end comes near.
    #[n(14)]
    Warned(#[n(0)] Warning),
}
