//! What is asked for: the commands, and why a rule says no to one.
use super::{Answered, Arrangement, Party, Progress};
use crate::{Id, dated::Dated, organisation::Organisation};

/// Writes its first words down.
#[derive(Clone, Debug)]
pub struct Begin {
    /// In a line.
    pub title: String,
    /// What kind of arrangement.
    pub arrangement: Arrangement,
    /// Between whom.
    pub parties: Vec<Party>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Sends the draft to the parties.
#[derive(Clone, Debug)]
pub struct Consult {
    /// Until when they answer.
    pub until: Dated,
}

/// Drafts it again, with a reason.
#[derive(Clone, Debug)]
pub struct Return {
    /// Why.
    pub reason: String,
}

/// Says how far a measure is.
#[derive(Clone, Debug)]
pub struct Move {
    /// Which, from 0.
    pub measure: u32,
    /// How far.
    pub progress: Progress,
    /// In words.
    pub note: Option<String>,
}

/// Records that the parties looked at it together.
#[derive(Clone, Debug)]
pub struct Review {
    /// On which day.
    pub on: Dated,
    /// What they found.
    pub text: String,
    /// When they look again.
    pub next: Option<Dated>,
}

/// Lets it hold longer.
#[derive(Clone, Debug)]
pub struct Renew {
    /// On which day that was agreed.
    pub on: Dated,
    /// The last day from now on.
    pub until: Dated,
    /// When the parties look at it together.
    pub review: Option<Dated>,
}

/// Ends it.
#[derive(Clone, Debug)]
pub struct End {
    /// On which day.
    pub on: Dated,
    /// Why.
    pub reason: String,
}

/// Says how one's institution sees the cooperation.
#[derive(Clone, Debug)]
pub struct Assess {
    /// In which year.
    pub year: i16,
    /// The answers.
    pub answers: Vec<Answered>,
}

/// Whose signature is recorded.
#[derive(Clone, Debug)]
pub struct Sign {
    /// Whose.
    pub organisation: Id<Organisation>,
    /// On which day.
    pub on: Dated,
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "PAR-01", "this is not done to a partnership that stands where this one does; read what may be done now";
        /// One institution alone.
        TooFew = "PAR-02", "a partnership has at least two institutions; choose another one";
        /// Named twice.
        Twice = "PAR-03", "an institution is in a partnership once; choose another one";
        /// No lead.
        NoLead = "PAR-04", "one of the institutions leads the partnership; give one of them the lead";
        /// Not registered.
        NotThere = "PAR-05", "there is no such institution; choose one from the list";
        /// Not a party.
        NoParty = "PAR-06", "this institution is no party of the partnership; choose one that is";
        /// A part is missing.
        Unfinished = "PAR-07", "the parties read a draft that has its purpose, a measure, a word about data and its term; write what is missing";
        /// Days that do not follow each other.
        DayBefore = "PAR-08", "this day is too early for the days beside it; write a later one";
        /// A day that is not there yet.
        DayToCome = "PAR-09", "this day is still to come; write down what has happened, once it has";
        /// Signed before.
        SignedBefore = "PAR-10", "this signature is written down already; it stands with its day";
        /// No such measure.
        NoMeasure = "PAR-11", "there is no such measure in the partnership; choose one that is";
        /// No such question.
        NoQuestion = "PAR-12", "there is no such question about the cooperation; choose one of the table, each once";
        /// An earlier year.
        YearOver = "PAR-13", "what this institution said of that year stands; write down this year's view";
        /// Four without evidence.
        NoEvidence = "PAR-14", "a 4 says that it works and is checked; name what shows it";
        /// No warning due.
        NoWarning = "PAR-15", "no reminder of its end is due now";
        /// An observer does not sign.
        Observes = "PAR-16", "an observer signs nothing and owes no measure; choose the lead or a member";
        /// Not a whole day.
        NoDay = "PAR-17", "this has to be a whole day; write day, month and year";
        /// An annex with a part missing.
        NoAnnex = "PAR-18", "a data part names classes of data, a legal ground, and who of the parties answers for the data";
        /// Nothing to add.
        Nothing = "PAR-19", "nothing is said here; write at least one line";
        /// A signature after its end.
        DayAfter = "PAR-20", "this day lies after the last day of the text; write the day on which it was signed";
        /// More than can be told apart by their numbers.
        TooMany = "PAR-21", "a partnership has at most 250 measures; say several in one";
    }
}
