//! What is to be done, by whom, by when: a duty that a rule opens, or a task that a person writes, about a case or about none. A
//! stream of its own that knows no case, only the facts that it is given. What stays undone past its clock reaches the head of the
//! function that is to do it, then supervisor, contact point and national unit, as an unanswered referral does; a task about no
//! case reaches nobody beyond the organisation.
mod act;
mod end;
mod owed;
mod refusal;
mod write;

pub use act::Act;
pub use end::{cancel, dropped, escalate, finish, forget, fulfilled, give_notice, pass};
pub use owed::{Owed, open};
pub use refusal::Refusal;
use write::escalates;
pub use write::{Write, write};

use crate::{
    Content, Id, Moment,
    case::Case,
    changes::{Kind as StreamKind, Stream},
    clock::Clock,
    consent::Consent,
    content::{Message, Parts},
    context::Actor,
    detail::Detail,
    known::codes,
    organisation::{Function, Organisation},
    referral::{self, Referral},
};
use minicbor::{Decode, Encode};

codes! {
    /// What kind of thing is to be done.
    Kind {
        /// Tell the child-protection authority.
        0 TellChildProtection = "tell_child_protection",
        /// Take a corrected value, and drop the old one.
        1 TakeCorrection = "take_correction",
        /// Remove what rested on a yes that was taken back, and say so.
        2 ConfirmRemoval = "confirm_removal",
        /// Report a referral that went to the wrong receiver; the draft is there.
        3 ReportIncident = "report_incident",
        /// Find help: nothing has been sent yet.
        4 Refer = "refer",
        /// Screen.
        5 Screen = "screen",
        /// What a person wrote in words of their own.
        6 Written = "written",
        /// End a service that the person wants no more.
        7 EndService = "end_service",
        /// Say that the notice of a child was received.
        8 AcknowledgeNotice = "acknowledge_notice",
        /// Send a draft of a referral, or say that it is not needed.
        9 SendDraft = "send_draft",
    }
}

impl Kind {
    /// What a person may ask for; the other kinds are opened by rules.
    pub const ASKED: [Kind; 3] = [Kind::Refer, Kind::Screen, Kind::Written];

    /// What may be said to be needed no more, whoever opened it: the others are owed to somebody.
    pub const MAY_BE_DROPPED: [Kind; 4] = [Kind::Refer, Kind::Screen, Kind::Written, Kind::SendDraft];

    /// Whether a delay is told to others at the hours of urgent duties.
    fn is_urgent(self) -> bool {
        matches!(self, Kind::TellChildProtection | Kind::AcknowledgeNotice | Kind::Refer)
    }
}

codes! {
    /// Where a task stands.
    State {
        /// To be done.
        0 Open = "open",
        /// Done.
        1 Done = "done",
        /// No longer needed.
        2 Cancelled = "cancelled",
    }
}

codes! {
    /// Whom a late task reaches, in this order.
    Step {
        /// The head of the function that is to do it.
        0 Head = "head",
        /// The supervisor of the organisation that is to do it.
        1 Supervisor = "supervisor",
        /// The contact point.
        2 ContactPoint = "contact_point",
        /// The national unit.
        3 NationalUnit = "national_unit",
    }
}

impl From<Step> for referral::Step {
    /// Where nobody is above, the head is the supervisor.
    fn from(step: Step) -> referral::Step {
        match step {
            Step::Head | Step::Supervisor => referral::Step::Supervisor,
            Step::ContactPoint => referral::Step::ContactPoint,
            Step::NationalUnit => referral::Step::NationalUnit,
        }
    }
}

/// What is to be done, and about what.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Work {
    /// Tell the child-protection authority.
    #[n(0)]
    TellChildProtection,
    /// Take the value that corrects this one.
    #[n(1)]
    TakeCorrection(#[n(0)] Id<Detail>),
    /// Remove what rested on this.
    #[n(2)]
    ConfirmRemoval(#[n(0)] Id<Consent>),
    /// Report this referral.
    #[n(3)]
    ReportIncident(#[n(0)] Id<Referral>),
    /// Find help.
    #[n(4)]
    Refer,
    /// Screen.
    #[n(5)]
    Screen,
    /// In a person's own words.
    #[n(6)]
    Written(#[n(0)] Content<Message>),
    /// End a service that the person wants no more, and say what came of it.
    #[n(7)]
    EndService(#[n(0)] Id<Referral>),
    /// Say that the notice of a child was received.
    #[n(8)]
    AcknowledgeNotice,
    /// Send this draft.
    #[n(9)]
    SendDraft(#[n(0)] Id<Referral>),
}

impl Work {
    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Work::TellChildProtection => Kind::TellChildProtection,
            Work::TakeCorrection(_) => Kind::TakeCorrection,
            Work::ConfirmRemoval(_) => Kind::ConfirmRemoval,
            Work::ReportIncident(_) => Kind::ReportIncident,
            Work::Refer => Kind::Refer,
            Work::Screen => Kind::Screen,
            Work::Written(_) => Kind::Written,
            Work::EndService(_) => Kind::EndService,
            Work::AcknowledgeNotice => Kind::AcknowledgeNotice,
            Work::SendDraft(_) => Kind::SendDraft,
        }
    }

    /// The words of a person, where there are any.
    pub fn words(&self) -> Option<&Content<Message>> {
        match self {
            Work::Written(words) => Some(words),
            _ => None,
        }
    }

    /// The same with its words told anew: what lies sealed is written into no other event. `None` where its words are missing.
    pub fn worded(&self, words: Option<Message>) -> Option<Work> {
        match self {
            Work::Written(_) => words.map(|words| Work::Written(Content::New(words))),
            other => Some(other.clone()),
        }
    }
}

/// Who is to do it: an organisation, or one function of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Assignee {
    /// Which organisation.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Which function; `None`: anyone there.
    #[n(1)]
    pub function: Option<Id<Function>>,
}

impl From<Id<Organisation>> for Assignee {
    fn from(organisation: Id<Organisation>) -> Assignee {
        Assignee {
            organisation,
            function: None,
        }
    }
}

impl Assignee {
    /// Whether the actor may do it.
    ///
    /// WHY anyone there: a function says on whose list it stands and who is asked when it is late. Whoever of the organisation is
    /// there at night does what is to be done.
    pub fn is(&self, actor: Actor) -> bool {
        self.organisation == actor.organisation
    }
}

/// How a task begins.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Opened {
    /// The case that it is about, if it is about one.
    #[n(0)]
    pub case: Option<Id<Case>>,
    /// What is to be done.
    #[n(1)]
    pub work: Work,
    /// Who is to do it.
    #[n(2)]
    pub assignee: Assignee,
    /// Whose rule or hand opened it.
    #[n(3)]
    pub by: Id<Organisation>,
    /// By when.
    #[n(4)]
    pub clock: Clock,
    /// Whom it reaches when, if it is still open.
    #[n(5)]
    pub escalates: Vec<(Step, Moment)>,
}

/// Opened, done, cancelled, still undone when others must know, or forgotten.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// It is to be done from now on.
    #[n(0)]
    Opened(#[n(0)] Opened),
    /// It is done.
    #[n(1)]
    Done {
        /// Who did it.
        #[n(0)]
        by: Id<Organisation>,
        /// What came of it.
        #[n(1)]
        note: Option<Content<Message>>,
        /// Until when it is kept, where it is about no case.
        #[n(2)]
        until: Option<Moment>,
    },
    /// It is no longer needed.
    #[n(2)]
    Cancelled {
        /// Who says so.
        #[n(0)]
        by: Id<Organisation>,
        /// Why.
        #[n(1)]
        note: Option<Content<Message>>,
        /// Until when it is kept, where it is about no case.
        #[n(2)]
        until: Option<Moment>,
    },
    /// It is late, and another is told.
    #[n(3)]
    Escalated {
        /// The step that was due.
        #[n(0)]
        step: Step,
        /// The organisation that is told.
        #[n(1)]
        to: Id<Organisation>,
        /// The function of it that is told; `None`: those whom the step means, and for the head, where nobody is above, the
        /// supervisor.
        #[n(2)]
        function: Option<Id<Function>>,
        /// The steps before it at which nobody is.
        #[n(3)]
        passed: Vec<Step>,
    },
    /// It was about no case, and the time for which it is kept is over: its key is destroyed on this event.
    #[n(4)]
    Forgotten,
}

/// A task, folded.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// How it began.
    pub opened: Opened,
    /// Where it stands.
    pub state: State,
    /// What was said when it ended.
    pub note: Option<Content<Message>>,
    /// Who were told that it is late, in their order.
    pub told: Vec<(Step, Id<Organisation>)>,
    /// Until when it is kept, once it is over and where it is about no case.
    pub until: Option<Moment>,
}

impl Stream for Task {
    const KIND: StreamKind = StreamKind::Task;
    type Event = Event;

    fn evolve(state: Option<Task>, event: &Event) -> Option<Task> {
        let Some(mut task) = state else {
            return match event {
                Event::Opened(opened) => Some(Task {
                    opened: opened.clone(),
                    state: State::Open,
                    note: None,
                    told: Vec::new(),
                    until: None,
                }),
                Event::Done { .. } | Event::Cancelled { .. } | Event::Escalated { .. } | Event::Forgotten => None,
            };
        };
        if task.state != State::Open {
            // What is over is only forgotten, and about a case only with the case.
            return (*event == Event::Forgotten && task.opened.case.is_none()).then_some(task);
        }
        Some(match event {
            Event::Opened(_) | Event::Forgotten => return None,
            Event::Done { note, until, .. } => Task {
                state: State::Done,
                note: note.clone(),
                until: *until,
                ..task
            },
            Event::Cancelled { note, until, .. } => Task {
                state: State::Cancelled,
                note: note.clone(),
                until: *until,
                ..task
            },
            Event::Escalated { step, to, .. } => {
                if task.told.last().is_some_and(|(before, _)| before >= step) {
                    return None;
                }
                task.told.push((*step, *to));
                task
            }
        })
    }
}

impl Task {
    /// The next to be told, and when; `None` once it is over, or all were told.
    pub fn next_escalation(&self) -> Option<(Step, Moment)> {
        if self.state != State::Open {
            return None;
        }
        let mut steps = self.opened.escalates.iter().copied();
        steps.find(|(step, _)| self.told.last().is_none_or(|(before, _)| before < step))
    }
}
