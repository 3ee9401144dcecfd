//! Which record is there for whom. A record (a step, what the person said, a task, …) is shown or left out, never withheld: a
//! place where one is missing would tell that it exists.
use crate::{Action, Facts, Part, Side, policy};
use tiltas_domain::{
    Event, Id, Role,
    case::{self, Case},
    consent::Recipient,
    disclosure,
    need::Need,
    organisation::Organisation,
    referral::{self, Referral},
    task::{self, Task},
};

macro_rules! records { ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
    /// The kinds of records that pages, lists, counts and programs show of a case.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Record { $($(#[$doc])* $name),+ }

    impl Record {
        /// All of them.
        pub const ALL: &'static [Record] = &[$(Record::$name),+];

        /// The code used in the table that a lawyer reads.
        pub fn code(self) -> &'static str {
            match self { $(Record::$name => $code),+ }
        }
    }
} }
records! {
    /// That the case exists.
    Existence = "existence",
    /// Which organisation leads it.
    Lead = "lead",
    /// That an organisation takes part.
    Part = "part",
    /// Something that happened, with the function that did it.
    Step = "step",
    /// What the person said about one recipient.
    Consent = "consent",
    /// What went to an organisation.
    Disclosure = "disclosure",
    /// What an organisation is to do.
    Task = "task",
    /// A referral.
    Referral = "referral",
    /// A draft of a referral.
    Draft = "draft",
    /// What the person needs.
    Need = "need",
    /// That the lead is offered to an organisation.
    LeadOffer = "lead_offer",
    /// That a person of an organisation looked.
    Opening = "opening",
}

/// Which records of a kind are there for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// None.
    None,
    /// Those that name the reader's organisation.
    Own,
    /// All.
    All,
}

impl Scope {
    /// The code used in the table that a lawyer reads.
    pub fn code(self) -> &'static str {
        match self {
            Scope::None => "none",
            Scope::Own => "those that name its organisation",
            Scope::All => "all",
        }
    }
}

/// Asks for the records of one kind under a permit that was given.
pub(crate) fn scope(action: Action, role: Role, facts: &Facts, record: Record) -> Scope {
    let (part, side) = (facts.part(), facts.side());
    match record {
        Record::Existence => return Scope::All,
        // Whoever may know of the case may know whom to ask.
        Record::Lead if role != Role::DataProtection => return Scope::All,
        _ => {}
    }
    match role {
        Role::Clock
        | Role::Police
        | Role::Secretariat
        | Role::FocalFunction
        | Role::Rapporteur
        | Role::Expert
        | Role::Organiser
        | Role::Observer => Scope::None,
        Role::DataProtection => match record {
            // Of a file that the organisation leads, who looked is its to answer for.
            Record::Opening if part == Part::Lead => Scope::All,
            Record::Opening => Scope::Own,
            _ => Scope::None,
        },
        _ if part == Part::Existence => Scope::None,
        Role::FirstResponder | Role::Supervisor | Role::CaseManager | Role::ContactPoint | Role::ChildProtection
            if part == Part::Lead =>
        {
            match (record, role) {
                (Record::Opening, Role::Supervisor) if action == Action::ReadCase => Scope::None,
                _ => Scope::All,
            }
        }
        Role::FirstResponder
        | Role::Supervisor
        | Role::CaseManager
        | Role::Provider
        | Role::ContactPoint
        | Role::ChildProtection
        | Role::NationalUnit => match record {
            // WHY: whoever sent a referral learns that it was opened at the other end, while it is theirs to answer.
            Record::Opening if side == Side::Sender && policy::sends(role) => Scope::All,
            Record::Opening | Record::Draft => Scope::None,
            // Where it leads, the duties of the lead passed to it: it sees what was begun, to go on with it.
            Record::Task | Record::Referral if role == Role::NationalUnit && part == Part::Lead => Scope::All,
            _ => Scope::Own,
        },
    }
}

/// The organisations that a step names: who did it, and whom it concerns.
pub fn named_in_step(
    event: &Event,
    by: Id<Organisation>,
    case: &Case,
    referral: Option<&Referral>,
    task: Option<&Task>,
) -> Vec<Id<Organisation>> {
    let concerned = event.summary().and_then(|summary| summary.organisation);
    let mut named = vec![by];
    match event {
        // WHY not the hand: a house that gave a bed ends the requests to other houses, and learns of none of them.
        Event::Case(
            case::Event::Left { .. }
            | case::Event::Disclosure(
                disclosure::Event::Ended { .. }
                | disclosure::Event::Shortened { .. }
                | disclosure::Event::Narrowed { .. },
            ),
        ) => {
            return concerned.into_iter().collect();
        }
        // Whoever recorded the signal learns who leads after it.
        Event::Case(case::Event::LeadAccepted { .. } | case::Event::LeadTaken { .. }) => {
            named.push(case.signal.organisation);
        }
        Event::Referral(referral::Event::Withdrawn { .. }) => {
            return referral.map(named_in_referral).unwrap_or_default();
        }
        Event::Referral(_) => named.extend(referral.into_iter().flat_map(named_in_referral)),
        Event::Task(event) => {
            named.extend(task.into_iter().flat_map(named_in_task));
            if let task::Event::Escalated { to, .. } = event {
                named.push(*to);
            }
        }
        _ => {}
    }
    named.extend(concerned);
    named
}

/// The organisations that a task names: whoever is to do it, and whoever opened it.
pub fn named_in_task(task: &Task) -> [Id<Organisation>; 2] {
    [task.opened.assignee.organisation, task.opened.by]
}

/// The organisations that a referral names: both ends, and whom escalation reached.
pub fn named_in_referral(referral: &Referral) -> Vec<Id<Organisation>> {
    match referral {
        Referral::Draft { .. } => Vec::new(),
        Referral::Sending { sending, reached, .. } => {
            let mut named = vec![sending.from, sending.receiver];
            named.extend(reached);
            named
        }
    }
}

/// The organisations that a need names: whoever recorded it, and whoever met it.
pub fn named_in_need(need: &Need) -> Vec<Id<Organisation>> {
    let mut named = vec![need.by];
    named.extend(need.met_by());
    named
}

/// The organisations that something the person said names: the one it is about, and those who hold what rests on it.
pub fn named_in_consent(case: &Case, say: &tiltas_domain::consent::Consent) -> Vec<Id<Organisation>> {
    let held = case.disclosures.iter().filter(|held| held.say == Some(say.said.say));
    let mut named: Vec<Id<Organisation>> = held.map(|held| held.to).collect();
    match say.said.to {
        Recipient::Organisation(to) => named.push(to),
        Recipient::Service(_) | Recipient::Police => {}
    }
    named
}
