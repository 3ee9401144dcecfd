//! The parts of a file as one reader sees them.
use super::*;

/// One told thing, shown or withheld.
#[derive(Debug)]
pub enum Value {
    /// A name, with its kind.
    Name(detail::Name, Shown<PersonName>),
    /// A birth date.
    BirthDate(Shown<BirthDate>),
    /// A paper, and whether it may be false.
    Document(Shown<DocumentNumber>, Shown<Answer>),
    /// A telephone.
    Phone(Shown<Phone>),
    /// Where the person is.
    Whereabouts(Shown<Whereabouts>),
    /// Health.
    Health(Shown<HealthNote>),
}

/// A told thing in the file.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub id: Id<Detail>,
    /// Which field.
    pub field: Field,
    /// Where it comes from.
    pub origin: detail::Origin,
    /// What.
    pub value: Value,
    /// The older values that it replaced, sealed: they open with a reason.
    pub replaced: Vec<Id<Detail>>,
    /// Whether the reader may correct it.
    pub may_correct: bool,
}

/// Risk as shown.
#[derive(Debug)]
pub struct Safety {
    /// How high, and the channels.
    pub level: Shown<(risk::Level, Vec<(risk::Channel, risk::Safety)>)>,
    /// Words on reaching the person safely.
    pub safe_contact: Shown<SafeContact>,
    /// Whom the person fears; how many they are shows to those who may know it.
    pub feared: Shown<Vec<Shown<FearedPerson>>>,
    /// What was agreed.
    pub plan: Shown<SafetyPlan>,
}

/// What the person said, as shown.
#[derive(Clone, Debug)]
pub struct ConsentLine {
    /// Which.
    pub id: Id<Consent>,
    /// About whom.
    pub to: Recipient,
    /// The organisation's name, where it is one.
    pub to_name: Option<String>,
    /// The person's answer.
    pub answer: Answer,
    /// What may go.
    pub fields: Fields,
    /// The last moment.
    pub until: Option<Moment>,
    /// How it was said.
    pub form: Form,
    /// In which language.
    pub language: Option<String>,
    /// Whether the person took it back.
    pub taken_back: bool,
    /// Whether the reader may record that it is withdrawn.
    pub may_withdraw: bool,
    /// Who was asked to remove it, and whether each has confirmed.
    pub asked: Vec<(String, bool)>,
}

/// What went to whom, as shown.
#[derive(Clone, Debug)]
pub struct DisclosureLine {
    /// Which.
    pub id: Id<Disclosure>,
    /// To whom.
    pub to: String,
    /// Which organisation.
    pub to_id: Id<Organisation>,
    /// Exactly these.
    pub fields: Fields,
    /// On which ground.
    pub ground: Ground,
    /// Whether consent stands beside it.
    pub say: bool,
    /// Which.
    pub rests_on: Option<Id<Consent>>,
    /// The last moment.
    pub until: Moment,
    /// Whether it still runs.
    pub runs: bool,
    /// Why it ended.
    pub ended: Option<Ended>,
}

/// A task, as shown.
#[derive(Clone, Debug)]
pub struct TaskLine {
    /// Which.
    pub id: Id<Task>,
    /// What.
    pub kind: task::Kind,
    /// In a person's own words.
    pub words: Shown<Message>,
    /// Who is to do it.
    pub owner: String,
    /// Whether the actor may do it.
    pub ours: bool,
    /// The function of the actor's organisation that is to do it, where it is not the actor's.
    pub colleague: Option<String>,
    /// By when.
    pub clock: Clock,
    /// Where it stands.
    pub state: task::State,
    /// What was said when it ended.
    pub note: Shown<Message>,
}

/// A referral of the case, as shown.
#[derive(Clone, Debug)]
pub struct ReferralLine {
    /// Which.
    pub id: Id<Referral>,
    /// The receiver's name.
    pub to: String,
    /// What it is and where it stands.
    pub referral: Referral,
}

/// Who has the person in care.
#[derive(Clone, Debug)]
pub struct InCare {
    /// The organisation's name.
    pub of: String,
    /// Since when.
    pub since: Moment,
}
