//! What may happen to a meeting: the commands, the rules that let them, and why one says no.
use super::{Event, First, Item, Meeting, Resolved, State, Taken, Why};
use crate::{
    Changes, Context, Id, Moment, Sensitive,
    content::Message,
    dated::Dated,
    organisation::Organisation,
    recommendation::{self, Outcome, Recommendation},
    task::{self, Task, Work},
};
use jiff::civil::Date;

/// Calls it.
#[derive(Clone, Debug)]
pub struct Call {
    /// In a line.
    pub title: String,
    /// Which body.
    pub body: String,
    /// On which day.
    pub on: Dated,
    /// Where.
    pub place: Option<String>,
    /// Who is invited.
    pub invited: Vec<Id<Organisation>>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Says that it took place.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Who was there.
    pub present: Vec<Id<Organisation>>,
}

/// Says what was decided on a recommendation.
#[derive(Clone, Debug)]
pub struct Decide {
    /// Which.
    pub recommendation: Id<Recommendation>,
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reason: Option<String>,
}

impl Decide {
    /// What the recommendation is told: the body, the meeting and its day.
    pub fn taken_at(&self, on: &Meeting) -> recommendation::Decide {
        recommendation::Decide {
            outcome: self.outcome,
            body: on.first.body.clone(),
            meeting: Some(on.first.title.clone()),
            on: on.first.on,
            reason: self.reason.clone(),
        }
    }
}

/// Makes a task of a decision.
#[derive(Clone, Debug)]
pub struct Resolve {
    /// What is to be done.
    pub text: String,
    /// By whom.
    pub owner: Id<Organisation>,
    /// By when.
    pub due: Option<Moment>,
}

impl Resolve {
    /// The task: about no case, of the institution that is to do it.
    pub fn task(&self) -> task::Write {
        task::Write {
            work: Work::Written(Message::wrap(self.text.clone()).into()),
            organisation: Some(self.owner),
            function: None,
            due: self.due,
        }
    }
}

/// Writes the minutes.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Their words.
    pub text: String,
}

/// The agenda: what a query finds.
pub type Agenda = Vec<Item>;

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "MEE-01", "this is not done to a meeting that stands where this one does; read what may be done now";
        /// Nobody meets.
        NobodyThere = "MEE-02", "a meeting names at least one institution; choose one that is registered";
        /// A day that is not there yet.
        DayToCome = "MEE-03", "this day is still to come; it is written down once it is there";
        /// Not on the agenda.
        NotOnAgenda = "MEE-04", "this recommendation did not stand on the agenda as one to decide; choose one that did";
        /// Decided at this meeting before.
        DecidedBefore = "MEE-05", "this meeting decided on it before; the first decision stands";
    }
}

/// What is done to a meeting, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It took place.
    Hold,
    /// A recommendation is decided.
    Decide,
    /// A decision becomes a task.
    Resolve,
    /// Its minutes are written.
    Draft,
    /// Its minutes are agreed.
    Agree,
}

impl Act {
    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Meeting) -> Result<(), Refusal> {
        let is_open = matches!(on.state, State::Held | State::Drafted);
        let fits = match self {
            Act::Hold => on.state == State::Called,
            // A draft is no end: what was left out of it may still be written down until the minutes are agreed.
            Act::Decide => is_open && on.agenda.iter().any(|item| is_to_decide(on, item)),
            Act::Resolve | Act::Draft => is_open,
            Act::Agree => on.state == State::Drafted,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }

    /// The same on this day: what is still to come was not held.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits_on(self, on: &Meeting, today: Date) -> Result<(), Refusal> {
        self.fits(on)?;
        match self {
            Act::Hold if !on.first.on.has_begun(today) => Err(Refusal::DayToCome),
            _ => Ok(()),
        }
    }
}

/// Whether this item waits for a decision of this meeting.
fn is_to_decide(on: &Meeting, item: &Item) -> bool {
    matches!(item.why, Why::UnderDiscussion | Why::AwaitsDecision)
        && !on.taken.iter().any(|taken| taken.recommendation == item.recommendation)
}

impl Meeting {
    /// What stands on the agenda and waits for a decision of this meeting.
    pub fn to_decide(&self) -> impl Iterator<Item = &Item> {
        self.agenda.iter().filter(|item| is_to_decide(self, item))
    }
}

fn all_there(named: &[Id<Organisation>], there: &[Id<Organisation>]) -> Result<(), Refusal> {
    let known = !named.is_empty() && named.iter().all(|who| there.contains(who));
    known.then_some(()).ok_or(Refusal::NobodyThere)
}

/// Calls a meeting; its id is `context.id::<Meeting>(0)`. `there` are the institutions that are registered.
///
/// # Errors
/// When nobody is invited who is registered.
pub fn call(command: &Call, there: &[Id<Organisation>], context: &Context) -> Result<Changes, Refusal> {
    all_there(&command.invited, there)?;
    let first = First {
        title: command.title.clone(),
        body: command.body.clone(),
        on: command.on,
        place: command.place.clone(),
        invited: command.invited.clone(),
        example: command.example,
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(context.id::<Meeting>(0), Event::Called(first)))
}

/// Says that it took place. From now on its agenda stands as the query finds it; `today` is the day in the country.
///
/// # Errors
/// When it was held, its day is to come, or nobody was there who is registered.
pub fn hold(
    id: Id<Meeting>,
    on: &Meeting,
    command: &Hold,
    agenda: Agenda,
    there: &[Id<Organisation>],
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Hold.fits_on(on, today)?;
    all_there(&command.present, there)?;
    Ok(Changes::new(
        id,
        Event::Held {
            present: command.present.clone(),
            agenda,
            at: context.now,
        },
    ))
}

/// Says what was decided on a recommendation. That the recommendation lets itself be decided is its own rule.
///
/// # Errors
/// When it was not held, its minutes are agreed, or the recommendation did not stand on the agenda or was decided.
pub fn decide(id: Id<Meeting>, on: &Meeting, command: &Decide, context: &Context) -> Result<Changes, Refusal> {
    let which = command.recommendation;
    if on.taken.iter().any(|taken| taken.recommendation == which) {
        return Err(Refusal::DecidedBefore);
    }
    Act::Decide.fits(on)?;
    if !on.to_decide().any(|item| item.recommendation == which) {
        return Err(Refusal::NotOnAgenda);
    }
    let taken = Taken {
        recommendation: which,
        outcome: command.outcome,
        reason: command.reason.clone(),
        at: context.now,
    };
    Ok(Changes::new(id, Event::Decided(taken)))
}

/// Makes a task of a decision; `task` is what is written beside it.
///
/// # Errors
/// When it was not held, or its minutes are agreed.
pub fn resolve(
    id: Id<Meeting>,
    on: &Meeting,
    command: &Resolve,
    task: Id<Task>,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Resolve.fits(on)?;
    let resolved = Resolved {
        text: command.text.clone(),
        owner: command.owner,
        due: command.due,
        task,
        at: context.now,
    };
    Ok(Changes::new(id, Event::Resolved(resolved)))
}

/// Writes the minutes; a later draft stands in the place of an earlier one.
///
/// # Errors
/// When it was not held, or its minutes are agreed.
pub fn draft(id: Id<Meeting>, on: &Meeting, command: &Draft, context: &Context) -> Result<Changes, Refusal> {
    Act::Draft.fits(on)?;
    let (text, at) = (command.text.clone(), context.now);
    Ok(Changes::new(id, Event::Drafted { text, at }))
}

/// Agrees the minutes.
///
/// # Errors
/// When there is no draft, or they are agreed.
pub fn agree(id: Id<Meeting>, on: &Meeting, context: &Context) -> Result<Changes, Refusal> {
    Act::Agree.fits(on)?;
    Ok(Changes::new(id, Event::Agreed { at: context.now }))
}
