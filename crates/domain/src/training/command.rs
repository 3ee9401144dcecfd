//! What is asked for: the commands, and why a rule says no to one.
use super::{Curriculum, Item};
use crate::{Id, dated::Dated, organisation::Organisation};
use minicbor::{Decode, Encode};

/// What is planned: the curriculum, and when and where it is taught.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Plan {
    /// In a line.
    #[n(0)]
    pub title: String,
    /// What it belongs to, in words.
    #[n(1)]
    pub programme: Option<String>,
    /// What is taught to whom.
    #[n(2)]
    pub curriculum: Curriculum,
    /// Its first day.
    #[n(3)]
    pub from: Dated,
    /// Its last day.
    #[n(4)]
    pub to: Dated,
    /// Where.
    #[n(5)]
    pub place: String,
    /// In which language (ISO 639-1), where that is known.
    #[n(6)]
    pub language: Option<String>,
    /// Who teaches: institutions or countries, no names.
    #[n(7)]
    pub trainers: Vec<String>,
    /// What happens when.
    #[n(8)]
    pub agenda: Vec<Item>,
    /// What is handed out, or where it lies.
    #[n(9)]
    pub material: Vec<String>,
    /// Where it is told in public, and what of it.
    #[n(10)]
    pub source: Option<String>,
    /// Participants and outcomes are invented, to show how it works.
    #[n(11)]
    pub example: bool,
}

/// Registers those of a function; a later number takes the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Enrol {
    /// Their institution.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Their function there.
    #[n(1)]
    pub function: String,
    /// How many.
    #[n(2)]
    pub registered: u16,
}

/// Says how many of them came.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Attend {
    /// Their institution.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Their function there.
    #[n(1)]
    pub function: String,
    /// How many.
    #[n(2)]
    pub came: u16,
}

/// How many gave which answer to a question of the feedback: 1 to 4.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Feedback {
    /// The question's code, of [`super::questions`].
    #[n(0)]
    pub question: String,
    /// How many answered 1, 2, 3, 4.
    #[n(1)]
    pub counts: [u16; 4],
}

/// Says what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Report {
    /// In words.
    #[n(0)]
    pub text: String,
    /// What came of it, a line each.
    #[n(1)]
    pub outcomes: Vec<String>,
}

/// Calls it off.
#[derive(Clone, Debug)]
pub struct Cancel {
    /// Why.
    pub reason: String,
}

/// Issues certificates to some of those who came.
#[derive(Clone, Debug)]
pub struct Certify {
    /// Their institution.
    pub organisation: Id<Organisation>,
    /// Their function there.
    pub function: String,
    /// How many.
    pub count: u16,
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "TRA-01", "this is not done to a training that stands where this one does; read what may be done now";
        /// The last day before the first.
        DaysOutOfOrder = "TRA-02", "the last day lies before the first; write a later one";
        /// The agenda leaves the training's days.
        DayOfAgenda = "TRA-03", "each line of the agenda lies on a day of the training; change the line or the days";
        /// No such institution.
        NotThere = "TRA-04", "there is no such institution that takes part in policy; choose one from the list";
        /// Not over yet.
        StillToCome = "TRA-05", "this training is still to come; it is held once its last day has begun";
        /// Nobody of this function is registered.
        NotRegistered = "TRA-06", "nobody of this function of this institution is registered; register them first";
        /// More came than are registered.
        MoreThanRegistered = "TRA-07", "more came than are registered; register them first";
        /// More certificates than people who came.
        NotAttended = "TRA-08", "certificates are issued to those who attended, one each; issue no more than came without one";
        /// No such part.
        NoSuchPart = "TRA-09", "a result is that of a module of this training or of the whole test; choose one";
        /// No such question.
        NoSuchQuestion = "TRA-10", "there is no such question; choose one from the list";
        /// Nobody came.
        NobodyCame = "TRA-11", "say who came before the training is reported";
        /// More results than people.
        MoreThanCame = "TRA-12", "there are more results than people who came; count anew";
        /// Fewer than came before.
        FewerThanCertified = "TRA-13", "fewer came than have a certificate; withdraw certificates first";
        /// Nobody has answered.
        NoResult = "TRA-14", "no result was written; write those before, those after, or both";
    }
}
