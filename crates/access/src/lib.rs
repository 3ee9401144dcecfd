//! Who may see or do it, and under which ground? Permits are made here and nowhere else, by one exhaustive match over role,
//! action, facts and field.
//!
//! A permit can't be forged (the twin below shows that nothing else is wrong):
//! ```compile_fail,E0451
//! let forged = tiltas_access::Permit { subject: tiltas_access::Subject::Own, action: tiltas_access::Action::ReadList, role: tiltas_domain::Role::Provider, facts: tiltas_access::Facts::default() };
//! ```
//! ```
//! fn twin(permit: &tiltas_access::Permit) -> tiltas_access::Action { permit.action() }
//! ```
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic
    )
)]
#![warn(missing_docs)]
mod field;
mod policy;

pub use field::Withheld;
use std::fmt;
use tiltas_domain::{Context, Field, Fields, Id, Role, StreamId, case::Case};

macro_rules! actions { ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
    /// What somebody wants to do. The list is closed: an action without a row in the golden table fails a test.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Action { $($(#[$doc])* $name),+ }
    impl Action {
        /// All of them, in order.
        pub const ALL: &'static [Action] = &[$(Action::$name),+];
        /// The code kept in audit entries.
        pub fn code(self) -> &'static str { match self { $(Action::$name => $code),+ } }
    }
} }
actions! {
    /// Open a file with a signal.
    RecordSignal = "signal.record",
    /// See one's own lists: today, cases, referrals, tonight.
    ReadList = "list.read",
    /// See a case file.
    ReadCase = "case.read",
    /// Open her name, for a reason, for a quarter of an hour.
    OpenName = "name.open",
    /// Open a value that was corrected, for a reason.
    OpenReplaced = "replaced.open",
    /// Write down what she told.
    TellDetail = "detail.tell",
    /// Correct it.
    CorrectDetail = "detail.correct",
    /// Tell anew who she is, as far as rules need it.
    Describe = "case.describe",
    /// Screen.
    Screen = "screening.answer",
    /// Assess the risk.
    AssessRisk = "risk.assess",
    /// Add a note.
    AddNote = "note.add",
    /// Record her own say.
    RecordSay = "consent.record",
    /// Record that she takes it back.
    TakeBackSay = "consent.take_back",
    /// Keep a draft of a referral.
    DraftReferral = "referral.draft",
    /// Send a referral.
    SendReferral = "referral.send",
    /// Take a referral back.
    WithdrawReferral = "referral.withdraw",
    /// Answer a receiver's question.
    ReplyReferral = "referral.reply",
    /// Record that the receiver was told by phone.
    TellByPhone = "referral.told_by_phone",
    /// See one referral.
    ReadReferral = "referral.read",
    /// Acknowledge a referral.
    AcknowledgeReferral = "referral.acknowledge",
    /// Ask before answering.
    AskReferral = "referral.ask",
    /// Accept, refuse, or have no capacity.
    AnswerReferral = "referral.answer",
    /// Begin a service.
    StartService = "service.start",
    /// End a service with its outcome.
    EndService = "service.end",
    /// Note that the police lead a proceeding.
    NoteProceeding = "proceeding.note",
    /// Offer the lead.
    OfferLead = "lead.offer",
    /// Take or decline the lead.
    AnswerLead = "lead.answer",
    /// Say that a task is done.
    FinishTask = "task.finish",
    /// Tell the child-protection authority.
    TellChildProtection = "child_notice.tell",
    /// See the directory of providers.
    ReadProviders = "provider.read",
    /// List a provider of one's own, or change it.
    ListProvider = "provider.list",
    /// See the places of one's own house, and who has them.
    ReadPlaces = "place.read",
    /// Release a hold, free a place, take one out of use.
    ChangePlaces = "place.change",
    /// Register an organisation with its people.
    RegisterOrganisation = "organisation.register",
    /// See the directory of organisations.
    ReadOrganisations = "organisation.read",
    /// See who looked at a case.
    ReadAudit = "audit.read",
    /// Let silence climb, or a referral expire: the node's clock.
    KeepTime = "clock.keep",
    /// Forget a file.
    Forget = "case.forget",
}

/// What the permit is about. Only a case has a key, so only a permit for a case opens or seals content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One person's file.
    Case(Id<Case>),
    /// Another stream.
    Other(StreamId),
    /// The actor's own lists.
    Own,
}

/// Yes/no answers that the caller computes from the states, and the fields of running disclosures. No word about the person,
/// no time, no membership list: the request is closed, so that all of them can be checked against the golden table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The actor's organisation takes part in the case.
    pub takes_part: bool,
    /// It leads the case.
    pub leads: bool,
    /// It recorded the signal.
    pub recorded: bool,
    /// All it knows is that the case exists.
    pub existence_only: bool,
    /// It sent the referral in question.
    pub sender: bool,
    /// The referral in question is addressed to it.
    pub receiver: bool,
    /// Silence about the referral in question has reached it.
    pub silence: bool,
    /// The thing in question is its own: provider, place, organisation, task, offer.
    pub own: bool,
    /// A reason was given.
    pub reason: bool,
    /// What running disclosures give to it.
    pub disclosed: Fields,
}

/// Evidence that a policy said yes. Opening, sealing and committing take it; it is made by [`permit`] alone.
#[derive(Debug)]
#[must_use]
pub struct Permit {
    subject: Subject,
    action: Action,
    role: Role,
    facts: Facts,
}

impl Permit {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// For which action.
    pub fn action(&self) -> Action {
        self.action
    }

    /// The case whose content it opens and seals, if any.
    pub fn case(&self) -> Option<Id<Case>> {
        match self.subject {
            Subject::Case(case) => Some(case),
            Subject::Other(_) | Subject::Own => None,
        }
    }

    /// Whether the field may be opened.
    ///
    /// # Errors
    /// The reason why not, to be shown in words.
    pub fn covers(&self, field: Field) -> Result<(), Withheld> {
        field::covers(self.action, self.role, self.facts, field)
    }

    /// A value of the process part, shown or withheld by its field.
    pub fn show<T>(&self, field: Field, value: T) -> Shown<T> {
        match self.covers(field) {
            Ok(()) => Shown::Open(value),
            Err(why) => Shown::Withheld(why),
        }
    }
}

/// The policy said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{rule}: {need}")]
pub struct Denial {
    /// The rule's name, for the audit.
    pub rule: &'static str,
    /// What would be needed.
    pub need: &'static str,
    /// About what.
    pub subject: Subject,
    /// For which action.
    pub action: Action,
}

/// A value after the door: open, or why not. No `Display`: only the page filter renders it.
#[derive(Clone, PartialEq)]
pub enum Shown<T> {
    /// Open.
    Open(T),
    /// There, and withheld.
    Withheld(Withheld),
    /// The file was forgotten.
    Forgotten,
    /// Nothing was given.
    NotGiven,
}

impl<T> Shown<T> {
    /// The same with what is inside changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Shown<U> {
        match self {
            Shown::Open(value) => Shown::Open(change(value)),
            Shown::Withheld(why) => Shown::Withheld(why),
            Shown::Forgotten => Shown::Forgotten,
            Shown::NotGiven => Shown::NotGiven,
        }
    }

    /// What is open.
    pub fn open(&self) -> Option<&T> {
        match self {
            Shown::Open(value) => Some(value),
            Shown::Withheld(_) | Shown::Forgotten | Shown::NotGiven => None,
        }
    }
}

impl<T> fmt::Debug for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Open(_) => f.write_str("Open(…)"),
            Shown::Withheld(why) => write!(f, "Withheld({why:?})"),
            Shown::Forgotten => f.write_str("Forgotten"),
            Shown::NotGiven => f.write_str("NotGiven"),
        }
    }
}

/// Asks the policy. Use cases ask through `Read::permit`, which notes the question and its answer in the audit.
///
/// # Errors
/// A [`Denial`] naming the rule and what would be needed.
pub fn permit(context: &Context, action: Action, subject: Subject, facts: Facts) -> Result<Permit, Denial> {
    let role = context.actor.role;
    match policy::allows(action, role, facts) {
        Ok(()) => Ok(Permit {
            subject,
            action,
            role,
            facts,
        }),
        Err((rule, need)) => Err(Denial {
            rule,
            need,
            subject,
            action,
        }),
    }
}
