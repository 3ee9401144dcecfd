//! What a permit rests on. Facts are made here, from states and from the rows of queries, and nowhere else: nobody writes one
//! down. Each subject has its own set, small enough that a test asks for every member of it.
//!
//! ```compile_fail,E0451
//! let forged = tiltas_access::CaseFacts { part: tiltas_access::Part::Lead, reached: false, reason: false, disclosed: tiltas_domain::Fields::NONE };
//! ```
use crate::TrainedFacts;
use tiltas_domain::{
    Actor, Field, Fields, Id, Moment,
    case::{Because, Case},
    disclosure::Disclosure,
    organisation::Organisation,
    referral::{Referral, State},
    task::{self, Task},
};

/// How an organisation stands to a case. One of these, never two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// It takes no part.
    None,
    /// It may know that the case exists, and no more.
    Existence,
    /// It takes part: a referral was sent to it, or it was told of a child.
    Part,
    /// It recorded the signal, and another organisation leads now.
    Recorded,
    /// It led the case before, without having recorded it.
    FormerLead,
    /// It leads.
    Lead,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 6] = [
        Part::None,
        Part::Existence,
        Part::Part,
        Part::Recorded,
        Part::FormerLead,
        Part::Lead,
    ];

    /// What the organisation is in this case.
    pub fn of(case: &Case, organisation: Id<Organisation>) -> Part {
        let mut reasons = case
            .parts
            .iter()
            .filter(|(part, _)| *part == organisation)
            .map(|(_, because)| because)
            .peekable();
        if case.lead == organisation {
            Part::Lead
        } else if reasons.peek().is_none() {
            Part::None
        } else if case.signal.organisation == organisation {
            Part::Recorded
        } else if reasons.clone().any(|because| *because == Because::Lead) {
            Part::FormerLead
        } else if reasons.all(|because| *because == Because::Proceeding) {
            Part::Existence
        } else {
            Part::Part
        }
    }
}

/// How an organisation stands to a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// To neither end.
    None,
    /// It sent it.
    Sender,
    /// It is addressed to it, and not over for it.
    Receiver,
    /// It was addressed to it, and is over for it: an answer that comes too late is told so, and nothing else is.
    Past,
}

impl Side {
    /// All of them.
    pub const ALL: [Side; 4] = [Side::None, Side::Sender, Side::Receiver, Side::Past];

    /// At which end of the referral the organisation stands. Who sends to itself receives; who takes part by it no more does not.
    pub fn of(referral: &Referral, case: &Case, organisation: Id<Organisation>) -> Side {
        let takes_part = |disclosure: Id<Disclosure>| {
            let went = case.disclosures.iter().find(|went| went.id == disclosure);
            let by = went.and_then(|went| went.referral).map(Because::Referral);
            by.is_some_and(|by| case.parts.contains(&(organisation, by)))
        };
        match referral.sent() {
            Some((sending, _)) if sending.receiver == organisation && takes_part(sending.disclosure) => Side::Receiver,
            Some((sending, _)) if sending.from == organisation => Side::Sender,
            Some((sending, _)) if sending.receiver == organisation => Side::Past,
            _ => Side::None,
        }
    }
}

/// About a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CaseFacts {
    part: Part,
    reached: bool,
    reason: bool,
    disclosed: Fields,
}

/// What a query found out about a row of a list. The store makes them; a rule of `tidy` names whoever else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowFacts {
    /// How the organisation stands to the case.
    pub part: Part,
    /// Whether escalation of a referral of the case has reached it.
    pub reached: bool,
    /// Which of the fields that the list shows running disclosures give to it.
    pub disclosed: Fields,
}

impl CaseFacts {
    /// From the states of the case and of its referrals.
    pub fn of<'r>(
        case: &Case,
        referrals: impl IntoIterator<Item = &'r Referral>,
        actor: &Actor,
        now: Moment,
    ) -> CaseFacts {
        let organisation = actor.organisation;
        let part = Part::of(case, organisation);
        // WHY: what went with the lead was for leading. Who leads no more keeps what a referral gives it.
        let goes_on = |disclosure: &&Disclosure| part != Part::FormerLead || disclosure.referral.is_some();
        CaseFacts {
            part,
            reached: referrals
                .into_iter()
                .any(|referral| is_reached(referral, organisation, now)),
            reason: false,
            disclosed: case
                .disclosures
                .iter()
                .filter(|disclosure| disclosure.to == organisation)
                .filter(goes_on)
                .fold(Fields::NONE, |fields, disclosure| fields.and(disclosure.open(now))),
        }
    }

    /// From a row of a list.
    pub fn of_row(row: RowFacts) -> CaseFacts {
        CaseFacts {
            part: row.part,
            reached: row.reached,
            reason: false,
            disclosed: row.disclosed,
        }
    }

    /// The same with the reason that was given; a blank is none.
    #[must_use]
    pub fn because(self, reason: &str) -> CaseFacts {
        CaseFacts {
            reason: !reason.trim().is_empty(),
            ..self
        }
    }

    /// For the tests that ask for every member of the set.
    #[doc(hidden)]
    pub fn assumed(part: Part, reached: bool, reason: bool, disclosed: Fields) -> CaseFacts {
        CaseFacts {
            part,
            reached,
            reason,
            disclosed,
        }
    }
}

/// Whether escalation of a referral has reached the organisation, and still concerns it: until it is answered or withdrawn,
/// and as long as the profile said after nobody answered.
fn is_reached(referral: &Referral, organisation: Id<Organisation>, now: Moment) -> bool {
    let Referral::Sending {
        state,
        reached,
        read_until,
        ..
    } = referral
    else {
        return false;
    };
    let runs = match state {
        State::Expired => read_until.is_none_or(|until| now <= until),
        state => state.is_open(),
    };
    runs && reached.contains(&organisation)
}

/// About a referral of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReferralFacts {
    case: CaseFacts,
    side: Side,
}

impl ReferralFacts {
    /// From the states of both. Escalation is that of this referral, not about another of the case.
    pub fn of(referral: &Referral, case: &Case, actor: &Actor, now: Moment) -> ReferralFacts {
        ReferralFacts {
            case: CaseFacts::of(case, [referral], actor, now),
            side: Side::of(referral, case, actor.organisation),
        }
    }

    /// From a row of a list that names both ends.
    pub fn of_row(row: RowFacts, side: Side) -> ReferralFacts {
        ReferralFacts {
            case: CaseFacts::of_row(row),
            side,
        }
    }

    /// For the tests that ask for every member of the set.
    #[doc(hidden)]
    pub fn assumed(case: CaseFacts, side: Side) -> ReferralFacts {
        ReferralFacts { case, side }
    }
}

/// How an organisation stands to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TaskEnd {
    /// The task does not concern it.
    None,
    /// It was told that the task is late, and it still is open.
    Told,
    /// It opened the task for another.
    Opened,
    /// It is to do the task.
    Assigned,
}

impl TaskEnd {
    /// All of them.
    pub const ALL: [TaskEnd; 4] = [TaskEnd::None, TaskEnd::Told, TaskEnd::Opened, TaskEnd::Assigned];

    /// What the organisation is to the task.
    pub fn of(task: &Task, organisation: Id<Organisation>) -> TaskEnd {
        if task.opened.assignee.organisation == organisation {
            TaskEnd::Assigned
        } else if task.opened.by == organisation {
            TaskEnd::Opened
        } else if task.state == task::State::Open && task.told.iter().any(|(_, to)| *to == organisation) {
            TaskEnd::Told
        } else {
            TaskEnd::None
        }
    }
}

/// About a task of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TaskFacts {
    case: CaseFacts,
    end: TaskEnd,
}

impl TaskFacts {
    /// From the states of both.
    pub fn of(task: &Task, case: &Case, actor: &Actor, now: Moment) -> TaskFacts {
        TaskFacts {
            case: CaseFacts::of(case, [], actor, now),
            end: TaskEnd::of(task, actor.organisation),
        }
    }

    /// Of a task about no case: it concerns those who gave it and those who are to do it.
    pub fn of_no_case(task: &Task, actor: &Actor) -> TaskFacts {
        TaskFacts::of_own_row(TaskEnd::of(task, actor.organisation))
    }

    /// The same from a row of a list.
    pub fn of_own_row(end: TaskEnd) -> TaskFacts {
        let case = CaseFacts {
            part: Part::None,
            reached: false,
            reason: false,
            disclosed: Fields::NONE,
        };
        TaskFacts { case, end }
    }

    /// From a row of a list.
    pub fn of_row(row: RowFacts, end: TaskEnd) -> TaskFacts {
        TaskFacts {
            case: CaseFacts::of_row(row),
            end,
        }
    }

    /// For the tests that ask for every member of the set.
    #[doc(hidden)]
    pub fn assumed(case: CaseFacts, end: TaskEnd) -> TaskFacts {
        TaskFacts { case, end }
    }
}

/// About a thing that belongs to one organisation: a house, its places, an offer of the lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OwnFacts {
    own: bool,
}

impl OwnFacts {
    /// Whose it is.
    pub fn of(owner: Id<Organisation>, actor: &Actor) -> OwnFacts {
        OwnFacts {
            own: owner == actor.organisation,
        }
    }

    /// Whether the organisation stands among these: those that were asked, or are to do it.
    pub fn among(these: &[Id<Organisation>], actor: &Actor) -> OwnFacts {
        OwnFacts {
            own: these.contains(&actor.organisation),
        }
    }

    /// The offer of the lead that waits.
    pub fn of_lead_offer(case: &Case, actor: &Actor) -> OwnFacts {
        let to = case.lead_offer.as_ref().map(|(to, _)| *to);
        OwnFacts {
            own: to == Some(actor.organisation),
        }
    }

    /// For the tests that ask for every member of the set.
    #[doc(hidden)]
    pub fn assumed(own: bool) -> OwnFacts {
        OwnFacts { own }
    }
}

/// The facts of one question, of the set that belongs to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facts {
    /// Nothing but the role.
    None,
    /// Of a case.
    Case(CaseFacts),
    /// Of a referral.
    Referral(ReferralFacts),
    /// Of a task.
    Task(TaskFacts),
    /// Of a thing of one's own.
    Own(OwnFacts),
    /// Of what somebody is trained in.
    Trained(TrainedFacts),
}

impl From<CaseFacts> for Facts {
    fn from(facts: CaseFacts) -> Facts {
        Facts::Case(facts)
    }
}

impl From<ReferralFacts> for Facts {
    fn from(facts: ReferralFacts) -> Facts {
        Facts::Referral(facts)
    }
}

impl From<TaskFacts> for Facts {
    fn from(facts: TaskFacts) -> Facts {
        Facts::Task(facts)
    }
}

impl From<OwnFacts> for Facts {
    fn from(facts: OwnFacts) -> Facts {
        Facts::Own(facts)
    }
}

impl Facts {
    fn case(&self) -> Option<&CaseFacts> {
        match self {
            Facts::Case(case) => Some(case),
            Facts::Referral(referral) => Some(&referral.case),
            Facts::Task(task) => Some(&task.case),
            Facts::None | Facts::Own(_) | Facts::Trained(_) => None,
        }
    }

    /// The same with the reason that was given.
    pub(crate) fn because(self, reason: &str) -> Facts {
        match self {
            Facts::Case(case) => Facts::Case(case.because(reason)),
            other => other,
        }
    }

    /// How the organisation stands to the case.
    pub(crate) fn part(&self) -> Part {
        self.case().map_or(Part::None, |case| case.part)
    }

    /// How it stands to the referral.
    pub(crate) fn side(&self) -> Side {
        match self {
            Facts::Referral(referral) => referral.side,
            Facts::None | Facts::Case(_) | Facts::Task(_) | Facts::Own(_) | Facts::Trained(_) => Side::None,
        }
    }

    /// Whether it stands at one end of a referral that is not over for it.
    pub(crate) fn at_an_end(&self) -> bool {
        matches!(self.side(), Side::Sender | Side::Receiver)
    }

    /// How it stands to the task.
    pub(crate) fn task_end(&self) -> TaskEnd {
        match self {
            Facts::Task(task) => task.end,
            Facts::None | Facts::Case(_) | Facts::Referral(_) | Facts::Own(_) | Facts::Trained(_) => TaskEnd::None,
        }
    }

    /// Whether escalation has reached it.
    pub(crate) fn reached(&self) -> bool {
        self.case().is_some_and(|case| case.reached)
    }

    /// Whether a delay in the case was escalated to it: a referral without a reply, or a late task.
    pub(crate) fn told_of_delay(&self) -> bool {
        self.reached() || self.task_end() == TaskEnd::Told
    }

    /// Whether a reason was given.
    pub(crate) fn reason(&self) -> bool {
        self.case().is_some_and(|case| case.reason)
    }

    /// What running disclosures give to it.
    pub(crate) fn disclosed(&self) -> Fields {
        self.case().map_or(Fields::NONE, |case| case.disclosed)
    }

    /// Whether a field was disclosed to it.
    pub(crate) fn got(&self, field: Field) -> bool {
        self.disclosed().contains(field)
    }

    /// Whether the thing is its own.
    pub(crate) fn own(&self) -> bool {
        matches!(self, Facts::Own(OwnFacts { own: true }))
    }

    /// Whether it takes part in any way.
    pub(crate) fn takes_part(&self) -> bool {
        self.part() != Part::None
    }

    /// Whether it leads.
    pub(crate) fn leads(&self) -> bool {
        self.part() == Part::Lead
    }
}
