//! What an organisation owes in a case, each with its clock.
use crate::{
    Changes, Context, Id,
    case::{self, Age, Because, Case},
    clock::Clock,
    consent::{Ground, Say},
    content::{Field, Fields},
    context::{Draw, Purpose},
    detail::Detail,
    disclosure,
    organisation::Organisation,
    profile::Profile,
    referral::Referral,
};
use minicbor::{Decode, Encode};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Kind {
    /// Tell the child-protection authority.
    #[n(0)]
    TellChildProtection,
    /// Take a corrected value, and drop the old one.
    #[n(1)]
    TakeCorrection(#[n(0)] Id<Detail>),
    /// Remove what rested on a yes that she took back, and say so.
    #[n(2)]
    ConfirmRemoval(#[n(0)] Id<Say>),
    /// Report a referral that went to the wrong receiver; the draft is there.
    #[n(3)]
    ReportIncident(#[n(0)] Id<Referral>),
}

/// Opened, or done.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is owed from now on.
    #[n(0)]
    Opened {
        /// Which task.
        #[n(0)]
        task: Id<Task>,
        /// What is to be done.
        #[n(1)]
        kind: Kind,
        /// Who owes it.
        #[n(2)]
        owner: Id<Organisation>,
        /// By when.
        #[n(3)]
        clock: Clock,
    },
    /// It is done.
    #[n(1)]
    Done {
        /// Which task.
        #[n(0)]
        task: Id<Task>,
        /// Who.
        #[n(1)]
        by: Id<Organisation>,
    },
}

/// A task as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which.
    pub id: Id<Task>,
    /// What.
    pub kind: Kind,
    /// Who owes it.
    pub owner: Id<Organisation>,
    /// By when.
    pub clock: Clock,
    /// Whether it is done.
    pub done: bool,
}

/// Why a task is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such task.
    #[error("TSK-01: this file has no such task")]
    NotThere,
    /// Done already.
    #[error("TSK-02: this is done already")]
    Done,
    /// Another owes it.
    #[error("TSK-03: another organisation owes this")]
    NotOwner,
    /// The child-protection authority is told by its own step.
    #[error("TSK-04: say which child-protection authority you told")]
    WhomTold,
}

/// Says that a task is done.
///
/// # Errors
/// When there is no such task, it is done, another owes it, or it is the notice of a child.
pub fn finish(id: Id<Case>, case: &Case, task: Id<Task>, context: &Context) -> Result<Changes, Refusal> {
    let found = open(case, task, context)?;
    if found.kind == Kind::TellChildProtection {
        return Err(Refusal::WhomTold);
    }
    Ok(Changes::new(
        id,
        case::Event::Task(Event::Done {
            task,
            by: context.actor.organisation,
        }),
    ))
}

/// Tells the child-protection authority: it takes part from now on, on the ground of child protection, which asks no consent.
///
/// # Errors
/// When there is no such task, it is done, or another owes it.
pub fn tell_child_protection(
    id: Id<Case>,
    case: &Case,
    task: Id<Task>,
    authority: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    open(case, task, context)?;
    let until = profile
        .start(&profile.child_protection.until, context.now)
        .due
        .unwrap_or(context.now);
    Ok(Changes::new(
        id,
        case::Event::Task(Event::Done {
            task,
            by: context.actor.organisation,
        }),
    )
    .and(
        id,
        case::Event::Joined {
            organisation: authority,
            because: Because::ChildNotice,
        },
    )
    .and(
        id,
        case::Event::Disclosure(disclosure::Event::Disclosed(disclosure::Disclosed {
            disclosure: context.part(Draw::Disclosure, 0),
            referral: None,
            to: authority,
            fields: Fields::of(&[
                Field::SpokenName,
                Field::Person,
                Field::Language,
                Field::Risk,
                Field::Whereabouts,
            ]),
            ground: Ground::ChildProtection,
            say: None,
            purpose: Purpose::ChildProtection,
            until,
            told_her: false,
        })),
    ))
}

fn open<'c>(case: &'c Case, task: Id<Task>, context: &Context) -> Result<&'c Task, Refusal> {
    let found = case.tasks.iter().find(|t| t.id == task).ok_or(Refusal::NotThere)?;
    if found.done {
        return Err(Refusal::Done);
    }
    if found.owner != context.actor.organisation {
        return Err(Refusal::NotOwner);
    }
    Ok(found)
}

/// The notice that a child, or one whose age is in doubt, starts by itself; once for a file.
pub(crate) fn child_notice(
    id: Id<Case>,
    case: Option<&Case>,
    age: &Age,
    owner: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Changes {
    let told = case.is_some_and(|case| case.tasks.iter().any(|task| task.kind == Kind::TellChildProtection));
    if told || !age.takes_child_route() {
        return Changes::default();
    }
    Changes::new(
        id,
        case::Event::Task(Event::Opened {
            task: context.part(Draw::Task, 32),
            kind: Kind::TellChildProtection,
            owner,
            clock: profile.start(&profile.child_notice, context.now),
        }),
    )
}

pub(crate) fn evolve(mut tasks: Vec<Task>, event: &Event) -> Option<Vec<Task>> {
    match event {
        Event::Opened {
            task,
            kind,
            owner,
            clock,
        } => tasks.push(Task {
            id: *task,
            kind: *kind,
            owner: *owner,
            clock: clock.clone(),
            done: false,
        }),
        Event::Done { task, .. } => tasks.iter_mut().find(|t| t.id == *task && !t.done)?.done = true,
    }
    Some(tasks)
}
