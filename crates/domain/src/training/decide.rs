//! What may happen to a training: the rules that let it.
use super::{
    Attend, Cancel, Certify, Enrol, Event, Feedback, First, Group, Plan, Refusal, Report, Score, State, Training,
    questions,
};
use crate::{
    Changes, Context, Id,
    certificate::{self, Certificate},
    organisation::Organisation,
};
use jiff::civil::Date;

/// What is done to a training, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Planned otherwise.
    Change,
    /// Somebody is registered.
    Enrol,
    /// Said to have taken place.
    Hold,
    /// Counted who came.
    Attend,
    /// Results are written down.
    Score,
    /// Feedback is written down.
    Answer,
    /// Reported.
    Report,
    /// Certificates are issued.
    Certify,
    /// Cancelled.
    Cancel,
}

impl Act {
    /// Every one.
    pub const ALL: [Act; 9] = [
        Act::Change,
        Act::Enrol,
        Act::Hold,
        Act::Attend,
        Act::Score,
        Act::Answer,
        Act::Report,
        Act::Certify,
        Act::Cancel,
    ];

    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Training) -> Result<(), Refusal> {
        let state = on.state;
        let fits = match self {
            Act::Change | Act::Hold | Act::Cancel => state == State::Planned,
            Act::Enrol => matches!(state, State::Planned | State::Held),
            Act::Attend => state == State::Held && !on.groups.is_empty(),
            Act::Score | Act::Answer => state == State::Held && on.came() > 0,
            Act::Report if state == State::Held => return on.is_counted().then_some(()).ok_or(Refusal::NobodyCame),
            Act::Report => false,
            Act::Certify if !matches!(state, State::Held | State::Reported) => false,
            Act::Certify => return on.may_certify().then_some(()).ok_or(Refusal::NotAttended),
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }

    /// The same on this day: what is still to come was not held.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits_on(self, on: &Training, today: Date) -> Result<(), Refusal> {
        self.fits(on)?;
        match self {
            Act::Hold if !on.plan.to.has_begun(today) => Err(Refusal::StillToCome),
            _ => Ok(()),
        }
    }
}

/// Plans a training; its id is `context.id::<Training>(0)`.
///
/// # Errors
/// When its days or those of its agenda are out of order.
pub fn plan(command: &Plan, context: &Context) -> Result<Changes, Refusal> {
    in_order(command)?;
    let first = First {
        plan: command.clone(),
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(context.id::<Training>(0), Event::Planned(first)))
}

/// Plans it otherwise.
///
/// # Errors
/// When it was held or cancelled, or as [`plan`].
pub fn change(id: Id<Training>, on: &Training, command: &Plan, context: &Context) -> Result<Changes, Refusal> {
    Act::Change.fits(on)?;
    in_order(command)?;
    let (plan, at) = (command.clone(), context.now);
    Ok(Changes::new(id, Event::Changed { plan, at }))
}

fn in_order(plan: &Plan) -> Result<(), Refusal> {
    let days = (plan.from.first(), plan.to.last());
    let (Some(first), Some(last)) = days else {
        return Err(Refusal::DaysOutOfOrder);
    };
    if plan.to < plan.from {
        return Err(Refusal::DaysOutOfOrder);
    }
    let inside = |day: Option<Date>| day.is_some_and(|day| first <= day && day <= last);
    let fits = plan
        .agenda
        .iter()
        .all(|item| inside(item.day.first()) && inside(item.day.last()));
    fits.then_some(()).ok_or(Refusal::DayOfAgenda)
}

/// Registers those of a function; `is_there`: their institution is registered.
///
/// # Errors
/// When it is over, there is no such institution, or more have come than would be registered.
pub fn enrol(
    id: Id<Training>,
    on: &Training,
    command: &Enrol,
    is_there: bool,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Enrol.fits(on)?;
    if !is_there {
        return Err(Refusal::NotThere);
    }
    let came = on
        .group(command.organisation, &command.function)
        .and_then(|group| group.came);
    if came.is_some_and(|came| came > command.registered) {
        return Err(Refusal::MoreThanRegistered);
    }
    let (enrol, at) = (command.clone(), context.now);
    Ok(Changes::new(id, Event::Enrolled { enrol, at }))
}

/// Says that it took place; `today` is the day in the country.
///
/// # Errors
/// When it is over, or still to come.
pub fn hold(id: Id<Training>, on: &Training, today: Date, context: &Context) -> Result<Changes, Refusal> {
    Act::Hold.fits_on(on, today)?;
    Ok(Changes::new(id, Event::Held { at: context.now }))
}

/// Says how many of a function came.
///
/// # Errors
/// When it was not held, none of them is registered, more came than are registered, or fewer than have a
/// certificate or stand for a result that is written down.
pub fn attend(id: Id<Training>, on: &Training, command: &Attend, context: &Context) -> Result<Changes, Refusal> {
    Act::Attend.fits(on)?;
    let group = on
        .group(command.organisation, &command.function)
        .ok_or(Refusal::NotRegistered)?;
    if command.came > group.registered {
        return Err(Refusal::MoreThanRegistered);
    }
    if usize::from(command.came) < group.certificates.len() {
        return Err(Refusal::FewerThanCertified);
    }
    let mut groups = on.groups.clone();
    let same = |one: &&mut Group| one.organisation == command.organisation && one.function == command.function;
    groups
        .iter_mut()
        .filter(same)
        .for_each(|one| one.came = Some(command.came));
    let scored = |score: &Score| u32::from(most_answered(score).unwrap_or(0)) > came_of(&groups, score.organisation);
    let said = |feedback: &Feedback| answered(feedback) > came_of(&groups, None);
    // A mean of more people than came would be told as one of a group that is large enough.
    if on.scores.iter().any(scored) || on.feedback.iter().any(said) {
        return Err(Refusal::MoreThanCame);
    }
    let (attend, at) = (command.clone(), context.now);
    Ok(Changes::new(id, Event::Attended { attend, at }))
}

/// How many came of an institution, or of all.
fn came_of(groups: &[Group], organisation: Option<Id<Organisation>>) -> u32 {
    let those = |group: &&Group| organisation.is_none_or(|one| group.organisation == one);
    let came = groups.iter().filter(those).filter_map(|group| group.came);
    came.map(u32::from).sum()
}

/// How many stand for a result; `None` where there is none.
fn most_answered(score: &Score) -> Option<u16> {
    let measures = score.before.iter().chain(&score.after);
    measures.map(|measure| measure.answered).max()
}

fn answered(feedback: &Feedback) -> u32 {
    feedback.counts.iter().copied().map(u32::from).sum()
}

/// Writes down what a group learnt; a later result of the same group takes the place of an earlier one.
///
/// # Errors
/// When nobody came or it is reported, there is no such part, or there are more results than people.
pub fn score(id: Id<Training>, on: &Training, command: &Score) -> Result<Changes, Refusal> {
    Act::Score.fits(on)?;
    let is_part = |part: &String| on.plan.curriculum.modules.contains(part);
    if !command.part.as_ref().is_none_or(is_part) {
        return Err(Refusal::NoSuchPart);
    }
    let of = |organisation| on.groups.iter().filter(move |group| group.organisation == organisation);
    let came = match command.organisation {
        Some(one) if of(one).next().is_none() => return Err(Refusal::NotRegistered),
        whose => came_of(&on.groups, whose),
    };
    let most = most_answered(command).ok_or(Refusal::NoResult)?;
    if u32::from(most) > came {
        return Err(Refusal::MoreThanCame);
    }
    Ok(Changes::new(id, Event::Scored(command.clone())))
}

/// Writes down how participants answered one question of the feedback.
///
/// # Errors
/// When nobody came or it is reported, there is no such question, or there are more answers than people.
pub fn answer(id: Id<Training>, on: &Training, command: &Feedback) -> Result<Changes, Refusal> {
    Act::Answer.fits(on)?;
    if !questions().iter().any(|question| question.code == command.question) {
        return Err(Refusal::NoSuchQuestion);
    }
    let answered = answered(command);
    if answered == 0 {
        return Err(Refusal::NoResult);
    }
    if answered > on.came() {
        return Err(Refusal::MoreThanCame);
    }
    Ok(Changes::new(id, Event::Answered(command.clone())))
}

/// Says what came of it. From then on nothing of it changes but its certificates.
///
/// # Errors
/// When it was not held, or reported before, nobody came, or a group was not counted.
pub fn report(id: Id<Training>, on: &Training, command: &Report, context: &Context) -> Result<Changes, Refusal> {
    Act::Report.fits(on)?;
    let (report, at) = (command.clone(), context.now);
    Ok(Changes::new(id, Event::Reported { report, at }))
}

/// Calls it off.
///
/// # Errors
/// When it was held, or called off before.
pub fn cancel(id: Id<Training>, on: &Training, command: &Cancel, context: &Context) -> Result<Changes, Refusal> {
    Act::Cancel.fits(on)?;
    let (reason, at) = (command.reason.clone(), context.now);
    Ok(Changes::new(id, Event::Cancelled { reason, at }))
}

/// Issues certificates to some of those who came, one each.
///
/// # Errors
/// When it was not held, or more are issued than came without one.
pub fn certify(id: Id<Training>, on: &Training, command: &Certify, context: &Context) -> Result<Changes, Refusal> {
    Act::Certify.fits(on)?;
    let group = on
        .group(command.organisation, &command.function)
        .ok_or(Refusal::NotRegistered)?;
    let came = group.came.map_or(0, usize::from);
    let count = usize::from(command.count);
    if count == 0 || count > came.saturating_sub(group.certificates.len()) {
        return Err(Refusal::NotAttended);
    }
    let certificates: Vec<Id<Certificate>> = (0..u32::from(command.count)).map(|nth| context.id(nth)).collect();
    let mut changes = Changes::new(
        id,
        Event::Certified {
            organisation: command.organisation,
            function: command.function.clone(),
            certificates: certificates.clone(),
            at: context.now,
        },
    );
    for (nth, one) in (0..).zip(certificates) {
        let issued = certificate::issue(id, on, command, nth, context);
        changes = changes.and(one, certificate::Event::Issued(issued));
    }
    Ok(changes)
}

/// Counts a certificate no more: its holder may get another.
///
/// # Errors
/// None: a certificate is withdrawn whatever the training's state.
pub fn revoke(id: Id<Training>, certificate: Id<Certificate>) -> Changes {
    Changes::new(id, Event::Revoked { certificate })
}
