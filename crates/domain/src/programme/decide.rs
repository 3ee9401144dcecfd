//! What may happen to a programme: the commands, the rules that let them, and why one says no.
use super::{Activity, ActivityKind, ActivityState, Came, Event, First, Partner, Programme, State, Titled};
use crate::{Changes, Context, Id, dated::Dated};
use jiff::civil::Date;

/// Writes it down.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its title.
    pub title: Titled,
    /// The donor's number of it.
    pub reference: Option<String>,
    /// Who pays.
    pub donor: Option<String>,
    /// Its first day.
    pub begins: Dated,
    /// Its last day.
    pub ends: Option<Dated>,
    /// What it is made of.
    pub components: Vec<String>,
    /// Where this was read.
    pub source: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Puts its title into another language.
pub type Title = Titled;

/// Lets a country take part.
pub type Join = Partner;

/// Plans something in it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What.
    pub kind: ActivityKind,
    /// Its own title.
    pub title: Option<String>,
    /// Its first day.
    pub begins: Dated,
    /// Its last day.
    pub ends: Option<Dated>,
    /// Where.
    pub place: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Says that an activity took place, or that it does not.
#[derive(Clone, Debug)]
pub struct End {
    /// Which, counted from one.
    pub activity: u32,
    /// How it went, or why not.
    pub text: String,
}

/// Says what came of it.
#[derive(Clone, Debug)]
pub struct Bring {
    /// Of which, counted from one.
    pub activity: u32,
    /// What.
    pub of: Came,
}

/// Ends it.
#[derive(Clone, Debug)]
pub struct Close {
    /// How it ended.
    pub reason: String,
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Nothing more comes.
        Over = "PRG-01", "the programme is closed; nothing is added to it";
        /// No such activity.
        NoActivity = "PRG-02", "the programme has no such activity in this state; choose one from the list";
        /// Days the wrong way round.
        DaysTurned = "PRG-03", "the last day lies before the first; write a later one";
        /// Outside the programme's days.
        Outside = "PRG-04", "these days lie outside the days of the programme; write days within them";
        /// Not over yet.
        DayToCome = "PRG-05", "this is still to come; it counts as held once its last day has begun";
        /// Written before.
        Twice = "PRG-06", "this is written down already; choose another";
        /// No such thing.
        NotThere = "PRG-07", "there is no such thing that could have come of it; choose one from the list";
        /// Not all is over.
        StillPlanned = "PRG-08", "an activity is still planned; say first whether it was held or cancelled";
    }
}

/// What is done to a programme, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Its title is put into another language.
    Title,
    /// A country takes part.
    Join,
    /// Something is planned.
    Plan,
    /// It is held.
    Hold,
    /// It is cancelled.
    Cancel,
    /// Something came of it.
    Bring,
    /// Closed.
    Close,
}

impl Act {
    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Programme) -> Result<(), Refusal> {
        let any = |state: ActivityState| on.activities.iter().any(|activity| activity.state == state);
        match self {
            // What came of it may show long after its end.
            Act::Title => Ok(()),
            Act::Bring => {
                let there = any(ActivityState::Held) || any(ActivityState::Planned);
                there.then_some(()).ok_or(Refusal::NoActivity)
            }
            _ if on.state == State::Closed => Err(Refusal::Over),
            Act::Join | Act::Plan => Ok(()),
            Act::Hold | Act::Cancel => any(ActivityState::Planned).then_some(()).ok_or(Refusal::NoActivity),
            Act::Close if any(ActivityState::Planned) => Err(Refusal::StillPlanned),
            Act::Close => Ok(()),
        }
    }

    /// The same on this day: an activity that is still to come was not held.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits_on(self, on: &Programme, today: Date) -> Result<(), Refusal> {
        self.fits(on)?;
        let planned = |activity: &&Activity| activity.state == ActivityState::Planned;
        let mut planned = on.activities.iter().filter(planned);
        match self {
            Act::Hold if !planned.any(|activity| is_over(activity, today)) => Err(Refusal::DayToCome),
            _ => Ok(()),
        }
    }
}

/// Whether its last day has begun.
fn is_over(activity: &Activity, today: Date) -> bool {
    activity.ends.unwrap_or(activity.begins).has_begun(today)
}

/// Whether these days follow each other.
fn in_order(begins: Dated, ends: Option<Dated>) -> Result<(), Refusal> {
    match ends {
        Some(ends) if ends.last() < begins.first() => Err(Refusal::DaysTurned),
        _ => Ok(()),
    }
}

/// Writes a programme down; its id is `context.id::<Programme>(0)`.
///
/// # Errors
/// When its last day lies before its first.
pub fn open(command: &Open, context: &Context) -> Result<Changes, Refusal> {
    in_order(command.begins, command.ends)?;
    let first = First {
        title: command.title.clone(),
        reference: command.reference.clone(),
        donor: command.donor.clone(),
        begins: command.begins,
        ends: command.ends,
        components: command.components.clone(),
        source: command.source.clone(),
        example: command.example,
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(context.id::<Programme>(0), Event::Opened(first)))
}

/// Puts its title into another language.
///
/// # Errors
/// When it stands in this language.
pub fn title(id: Id<Programme>, on: &Programme, command: &Title) -> Result<Changes, Refusal> {
    Act::Title.fits(on)?;
    let mut known = on.titles.iter().chain([&on.first.title]);
    if known.any(|titled| titled.language == command.language) {
        return Err(Refusal::Twice);
    }
    Ok(Changes::new(id, Event::Titled(command.clone())))
}

/// Lets a country take part.
///
/// # Errors
/// When the programme is closed, or the same stands in it.
pub fn join(id: Id<Programme>, on: &Programme, command: &Join) -> Result<Changes, Refusal> {
    Act::Join.fits(on)?;
    if on.partners.contains(command) {
        return Err(Refusal::Twice);
    }
    Ok(Changes::new(id, Event::Joined(command.clone())))
}

/// Plans something in it.
///
/// # Errors
/// When the programme is closed, or the days are turned or lie outside its own.
pub fn plan(id: Id<Programme>, on: &Programme, command: &Plan) -> Result<Changes, Refusal> {
    Act::Plan.fits(on)?;
    in_order(command.begins, command.ends)?;
    let mut days = [command.begins].into_iter().chain(command.ends);
    if !days.all(|day| day.is_within(on.first.begins, on.first.ends)) {
        return Err(Refusal::Outside);
    }
    let activity = Activity {
        kind: command.kind,
        title: command.title.clone(),
        begins: command.begins,
        ends: command.ends,
        place: command.place.clone(),
        example: command.example,
        state: ActivityState::Planned,
        outcome: None,
        came: Vec::new(),
    };
    Ok(Changes::new(id, Event::Planned(activity)))
}

/// The activity, where it stands so.
fn standing(on: &Programme, nth: u32, state: ActivityState) -> Result<&Activity, Refusal> {
    let activity = on.activity(nth as usize);
    activity
        .filter(|activity| activity.state == state)
        .ok_or(Refusal::NoActivity)
}

/// Says that an activity took place; `today` is the day in the country.
///
/// # Errors
/// When the programme is closed, the activity is not planned, or its last day is to come.
pub fn hold(
    id: Id<Programme>,
    on: &Programme,
    command: &End,
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Hold.fits(on)?;
    let activity = standing(on, command.activity, ActivityState::Planned)?;
    if !is_over(activity, today) {
        return Err(Refusal::DayToCome);
    }
    Ok(Changes::new(
        id,
        Event::Held {
            activity: command.activity,
            outcome: command.text.clone(),
            at: context.now,
        },
    ))
}

/// Says that an activity does not take place.
///
/// # Errors
/// When the programme is closed, or the activity is not planned.
pub fn cancel(id: Id<Programme>, on: &Programme, command: &End, context: &Context) -> Result<Changes, Refusal> {
    Act::Cancel.fits(on)?;
    standing(on, command.activity, ActivityState::Planned)?;
    Ok(Changes::new(
        id,
        Event::Cancelled {
            activity: command.activity,
            reason: command.text.clone(),
            at: context.now,
        },
    ))
}

/// Says what belongs to an activity, or came of it.
///
/// # Errors
/// When the activity was cancelled, or something could not come of it yet; when the thing is not there, or it is written down already.
pub fn bring(id: Id<Programme>, on: &Programme, command: &Bring, is_there: bool) -> Result<Changes, Refusal> {
    Act::Bring.fits(on)?;
    let held = standing(on, command.activity, ActivityState::Held);
    let activity = match command.of.is_the_activity() {
        true => held.or_else(|_| standing(on, command.activity, ActivityState::Planned)),
        false => held,
    }?;
    if !is_there {
        return Err(Refusal::NotThere);
    }
    if activity.came.contains(&command.of) {
        return Err(Refusal::Twice);
    }
    let (activity, of) = (command.activity, command.of);
    Ok(Changes::new(id, Event::Came { activity, of }))
}

/// Ends it.
///
/// # Errors
/// When it is closed, or an activity is still planned.
pub fn close(id: Id<Programme>, on: &Programme, command: &Close, context: &Context) -> Result<Changes, Refusal> {
    Act::Close.fits(on)?;
    let (reason, at) = (command.reason.clone(), context.now);
    Ok(Changes::new(id, Event::Closed { reason, at }))
}
