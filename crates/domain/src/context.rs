//! Who acts, for what, when; and the one source of randomness of a use case.
use crate::{
    changes::Stream,
    id::{Id, Moment},
    known::codes,
    organisation::{Function, Organisation},
};
use minicbor::{Decode, Encode};
use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng, SeedableRng},
};
use sha2::Digest;

codes! {
    /// What a person does here. One person has one role in one organisation at a time.
    Role {
        /// Meets the person first: border guard, police patrol, labour inspector, hotline, clinic.
        0 FirstResponder = "first_responder",
        /// Leads first responders; escalation reaches the person second.
        1 Supervisor = "supervisor",
        /// Leads cases and their help.
        2 CaseManager = "case_manager",
        /// Runs a shelter or another service.
        3 Provider = "provider",
        /// Investigates, prosecutes.
        4 Police = "police",
        /// The territorial team, contact point of the referral mechanism.
        5 ContactPoint = "contact_point",
        /// The child-protection authority.
        6 ChildProtection = "child_protection",
        /// The national unit: the last step of escalation.
        7 NationalUnit = "national_unit",
        /// Data protection officer, auditor.
        8 DataProtection = "data_protection",
        /// The clock of the node itself.
        9 Clock = "clock",
        /// The permanent secretariat of the national committee: keeps plan, recommendations, partnerships and programmes.
        10 Secretariat = "secretariat",
        /// Answers for what an institution owes to the plan and to recommendations.
        11 FocalFunction = "focal_function",
        /// The national rapporteur: reads all of it, and finds what is done.
        12 Rapporteur = "rapporteur",
        /// An expert, of this country or of another.
        13 Expert = "expert",
        /// Organises trainings, visits, meetings.
        14 Organiser = "organiser",
        /// A donor, or another who only reads.
        15 Observer = "observer",
    }
}

codes! {
    /// What something is done or asked for.
    Purpose {
        /// Help.
        0 Assistance = "assistance",
        /// Protection of a child.
        1 ChildProtection = "child_protection",
        /// A criminal proceeding.
        2 Investigation = "investigation",
        /// Supervision of how data is handled.
        3 Supervision = "supervision",
        /// Keeping the referral mechanism going: organisations, providers, clocks.
        4 Administration = "administration",
    }
}

impl Role {
    /// Whether people in this role lead cases.
    pub fn may_lead(self) -> bool {
        matches!(
            self,
            Role::FirstResponder | Role::CaseManager | Role::ContactPoint | Role::ChildProtection
        )
    }

    /// Whether people in this role take a lead that nobody offered, where a duty of the profile lets their organisation.
    pub fn may_take_lead(self) -> bool {
        matches!(self, Role::ContactPoint | Role::ChildProtection | Role::NationalUnit)
    }

    /// Whether people in this role register organisations, and say who does what there.
    pub fn registers_organisations(self) -> bool {
        self == Role::NationalUnit
    }

    /// Whether people in this role work on policy and never with a case: plan, recommendations, partnerships, programmes.
    pub fn is_of_policy(self) -> bool {
        matches!(
            self,
            Role::Secretariat
                | Role::FocalFunction
                | Role::Rapporteur
                | Role::Expert
                | Role::Organiser
                | Role::Observer
        )
    }

    /// Whether people in this role have things to do in a case.
    pub fn does_tasks(self) -> bool {
        self.may_lead() || matches!(self, Role::Provider | Role::Supervisor)
    }
}

/// One who acts: a person in a function, or the node's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub struct Actor {
    /// The account.
    #[n(0)]
    pub id: Id<Actor>,
    /// What the account may do.
    #[n(1)]
    pub role: Role,
    /// For whom.
    #[n(2)]
    pub organisation: Id<Organisation>,
    /// In which function; `None`: the node's clock, and whoever founds it.
    #[n(3)]
    pub function: Option<Id<Function>>,
}

/// What the edge knows of one request: who asks, for what, when. `seed` is drawn under a secret of the node from actor, address
/// and idempotency key, so that a repeated request draws the same ids; `request` from the submitted fields, so that one key
/// can't stand for two commands. It draws nothing itself: each use case gets a [`Context`] of its own.
#[derive(Clone, Debug)]
pub struct Root {
    /// Who acts.
    pub actor: Actor,
    /// For what.
    pub purpose: Purpose,
    /// The one reading of the clock.
    pub now: Moment,
    /// From which every use case of this request draws.
    pub seed: [u8; 32],
    /// What was submitted, keyed.
    pub request: [u8; 32],
    /// Ties log lines, journal and answer together; tells nothing of anyone.
    pub correlation: u64,
    /// The version of the thing that was read before, where what is done rests on its words: it is not done to another.
    pub drawn: Option<i64>,
}

impl Root {
    /// The context of the use case `name`.
    pub fn of(&self, name: &str) -> Context {
        Context {
            actor: self.actor,
            purpose: self.purpose,
            now: self.now,
            request: self.request,
            correlation: self.correlation,
            seed: derived(&self.seed, "use case", name),
        }
    }
}

fn derived(seed: &[u8; 32], what: &str, name: &str) -> [u8; 32] {
    let hash = sha2::Sha256::new().chain_update(seed).chain_update(what);
    hash.chain_update([0]).chain_update(name).finalize().into()
}

/// What one use case knows of its request, and the one source of its randomness.
#[derive(Clone, Debug)]
pub struct Context {
    /// Who acts.
    pub actor: Actor,
    /// For what.
    pub purpose: Purpose,
    /// The one reading of the clock.
    pub now: Moment,
    /// What was submitted, keyed.
    pub request: [u8; 32],
    /// Ties log lines, journal and answer together; tells nothing of anyone.
    pub correlation: u64,
    seed: [u8; 32],
}

impl Context {
    /// The context of a decision that is a part of this one: it draws what no other part draws. `what` and `nth` name the part.
    pub fn fork(&self, what: &str, nth: u32) -> Context {
        Context {
            seed: derived(&self.seed, what, &nth.to_string()),
            ..self.clone()
        }
    }

    /// The `nth` id of a stream of this kind; the order of draws does not matter.
    pub fn id<K: Stream>(&self, nth: u32) -> Id<K> {
        self.draw(K::KIND as u64, nth)
    }

    /// The `nth` id of something that lives inside a stream of this kind.
    pub fn inside<K: Stream, T>(&self, nth: u32) -> Id<T> {
        self.draw(KINDS + K::KIND as u64, nth)
    }

    /// The same where several kinds of things live in one stream.
    pub fn part<T>(&self, what: Draw, nth: u32) -> Id<T> {
        self.draw(2 * KINDS + what as u64, nth)
    }

    /// The `nth` random number for `what`.
    pub fn number(&self, what: Draw, nth: u32) -> u32 {
        self.random(3 * KINDS + what as u64, nth).next_u32()
    }

    /// What recognises a repetition of `what`.
    pub fn once(&self, what: &str) -> [u8; 32] {
        derived(&self.seed, "once", what)
    }

    fn draw<T>(&self, what: u64, nth: u32) -> Id<T> {
        let mut bytes = [0; 16];
        self.random(what, nth).fill_bytes(&mut bytes);
        Id::from_bytes(bytes)
    }

    fn random(&self, what: u64, nth: u32) -> ChaCha8Rng {
        let mut random = ChaCha8Rng::from_seed(self.seed);
        random.set_stream(what << 32 | u64::from(nth));
        random
    }
}

/// Room for so many kinds of streams among what is drawn.
pub(crate) const KINDS: u64 = 64;

/// What is drawn where several kinds of things live in one stream.
#[derive(Clone, Copy, Debug)]
pub enum Draw {
    /// What the person said.
    Consent = 1,
    /// A disclosure.
    Disclosure = 2,
    /// A spoken name.
    SpokenName = 3,
    /// A case number.
    CaseNumber = 4,
    /// An account.
    Account = 5,
    /// What the demonstration invents.
    Invention = 6,
    /// A function of an organisation.
    Function = 7,
}
