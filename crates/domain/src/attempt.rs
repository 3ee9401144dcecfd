//! Contact attempts: who rang whom about a referral that is not answered or a task that is not done, and what came of it. The
//! next who is told of the delay sees what was tried, and need not ring the same phone again.
use crate::{
    Changes, Content, Context, Id, Moment,
    case::Case,
    changes::{Kind, Stream, Summary},
    content::{Message, Parts},
    known::codes,
    organisation::Organisation,
    referral::Referral,
    task::Task,
};
use minicbor::{Decode, Encode};
use std::fmt;

codes! {
    /// What came of it.
    Outcome {
        /// Somebody answered.
        0 Reached = "reached",
        /// Nobody answered.
        1 NoAnswer = "no_answer",
        /// A message was left.
        2 MessageLeft = "message_left",
        /// The number is wrong, or out of use.
        3 WrongNumber = "wrong_number",
    }
}

/// What it was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum About {
    /// A referral that waits for its answer.
    #[n(0)]
    Referral(#[n(0)] Id<Referral>),
    /// A task that is not done.
    #[n(1)]
    Task(#[n(0)] Id<Task>),
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            About::Referral(id) => write!(f, "referral {id}"),
            About::Task(id) => write!(f, "task {id}"),
        }
    }
}

/// An attempt. It is written once and never changes.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Attempt {
    /// In which case.
    #[n(0)]
    pub case: Id<Case>,
    /// About what.
    #[n(1)]
    pub about: About,
    /// The organisation that was rung.
    #[n(2)]
    pub to: Id<Organisation>,
    /// The function that was rung there, no name.
    #[n(3)]
    pub whom: String,
    /// When.
    #[n(4)]
    pub at: Moment,
    /// What came of it.
    #[n(5)]
    pub outcome: Outcome,
    /// In words.
    #[n(6)]
    pub words: Option<Content<Message>>,
}

impl Stream for Attempt {
    const KIND: Kind = Kind::Attempt;
    type Event = Attempt;

    fn evolve(state: Option<Attempt>, event: &Attempt) -> Option<Attempt> {
        state.is_none().then(|| event.clone())
    }

    fn summary(event: &Attempt) -> Option<Summary<'_>> {
        Some(
            Summary::new("attempt")
                .with(event.to)
                .function(&event.whom)
                .how("attempt", event.outcome.code())
                .words(event.words.as_ref()),
        )
    }
}

/// Notes an attempt.
#[derive(Clone, Debug)]
pub struct Note {
    /// The function that was rung, no name.
    pub whom: String,
    /// When.
    pub at: Moment,
    /// What came of it.
    pub outcome: Outcome,
    /// In words.
    pub words: Option<Message>,
}

crate::slice::refusal! {
    /// Why an attempt is not noted.
    Refusal {
        /// Nobody rings about what is not there yet, or tomorrow.
        OtherTime = "ATT-01", "a call is noted after it was made, and it was made after what it is about began";
    }
}

/// Notes an attempt to reach `to` about something that began at `began`; its id is `context.id(0)`.
///
/// # Errors
/// When the call lies ahead, or before what it is about.
pub fn note(
    case: Id<Case>,
    about: About,
    to: Id<Organisation>,
    began: Moment,
    command: &Note,
    context: &Context,
) -> Result<Changes, Refusal> {
    // Hours are told to the minute.
    if command.at > context.now || command.at.plus_minutes(1) <= began {
        return Err(Refusal::OtherTime);
    }
    Ok(Changes::new(
        context.id::<Attempt>(0),
        Attempt {
            case,
            about,
            to,
            whom: command.whom.clone(),
            at: command.at,
            outcome: command.outcome,
            words: command.words.clone().map(Content::New),
        },
    ))
}
