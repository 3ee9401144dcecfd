//! Meetings of a body: their agenda is a query over recommendations, what they decide is written to each recommendation in the same
//! commit, and a decision may become a task. They open no case.
pub mod story;

use crate::{
    Act, App, Error, Read, Receipt,
    organisation::something_waits,
    programme::list::{Line, Page, narrowed},
};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Moment, Root,
    meeting::{self, Agenda, Call, Decide, Draft, Hold, Item, Meeting, Resolve, Why},
    organisation::Organisation,
    programme::Select,
    recommendation::{self, Stage},
    task::{self, Task},
};

/// Calls a meeting.
///
/// # Errors
/// When the actor's role does not, or as [`meeting::call`].
pub fn call(app: &App, root: &Root, command: &Call) -> Result<(Id<Meeting>, Receipt), Error> {
    let receipt = app.decide(Act::CallMeeting, root, |read, context| {
        let subject = Subject::Other(context.id::<Meeting>(0).into());
        let permit = read.permit(Act::CallMeeting.action(), subject, Facts::None)?;
        Ok((permit, meeting::call(command, &registered(read)?, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

fn registered(read: &mut Read<'_>) -> Result<Vec<Id<Organisation>>, Error> {
    let all = read.views().organisations()?;
    Ok(all.iter().map(|line| line.organisation).collect())
}

/// What the policy is asked about it: whether the actor's institution is there.
pub(crate) fn facts(on: &Meeting, context: &Context) -> Facts {
    OwnFacts::among(on.institutions(), &context.actor).into()
}

/// What stands on an agenda now: what is discussed, what waits for a decision, what is late, and what is still owed.
pub(crate) fn agenda(app: &App, read: &mut Read<'_>, now: Moment) -> Result<Agenda, Error> {
    let lines = read.views().recommendations()?.into_iter();
    let why = |line: &crate::recommendation::list::Line| match line.stage {
        Stage::UnderDiscussion => Some(Why::UnderDiscussion),
        Stage::Formulated => Some(Why::AwaitsDecision),
        _ if line.addressees.is_empty() => None,
        Stage::NoReport | Stage::NotStarted | Stage::UnderWay => {
            let late = line.term.and_then(|term| app.profile().days_late(term, now));
            Some(late.map_or(Why::Open, |_| Why::Late))
        }
        _ => None,
    };
    let items = lines.filter_map(|line| {
        let why = why(&line)?;
        Some(Item {
            recommendation: line.id,
            title: line.title,
            why,
            addressees: line.addressees,
        })
    });
    let mut items: Agenda = items.collect();
    items.sort_by_key(|item| item.why);
    Ok(items)
}

/// One change of one meeting.
fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Meeting>,
    decide: impl Fn(&mut Read<'_>, &Meeting, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Other(id.into()), Facts::None)?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// Says that it took place.
///
/// # Errors
/// As [`meeting::hold`].
pub fn hold(app: &App, root: &Root, id: Id<Meeting>, command: &Hold) -> Result<Receipt, Error> {
    change(app, root, Act::HoldMeeting, id, |read, on, context| {
        let items = agenda(app, read, context.now)?;
        let there = registered(read)?;
        let today = app.profile().date(context.now);
        Ok(meeting::hold(id, on, command, items, &there, today, context)?)
    })
}

/// Says what was decided on a recommendation, which takes the decision with the meeting's body, title and day.
///
/// # Errors
/// As [`meeting::decide`] and [`recommendation::decide`].
pub fn decide(app: &App, root: &Root, id: Id<Meeting>, command: &Decide) -> Result<Receipt, Error> {
    change(app, root, Act::DecideAtMeeting, id, |read, on, context| {
        let changes = meeting::decide(id, on, command, context)?;
        let of = read.state(command.recommendation)?;
        let decision = command.taken_at(on);
        let today = app.profile().date(context.now);
        Ok(changes.and_all(recommendation::decide(command.recommendation, &of, &decision, today)?))
    })
}

/// Makes a task of a decision: about no case, of the institution that is to do it.
///
/// # Errors
/// As [`meeting::resolve`] and [`task::write`].
pub fn resolve(app: &App, root: &Root, id: Id<Meeting>, command: &Resolve) -> Result<Receipt, Error> {
    change(app, root, Act::ResolveAtMeeting, id, |read, on, context| {
        let changes = meeting::resolve(id, on, command, context.id::<Task>(0), context)?;
        let write = command.task();
        let owner = read.find(command.owner)?;
        let written = task::write(None, &write, owner.as_ref(), app.profile(), context)?;
        something_waits(read, command.owner)?;
        Ok(changes.and_all(written))
    })
}

/// Writes the minutes.
///
/// # Errors
/// As [`meeting::draft`].
pub fn draft(app: &App, root: &Root, id: Id<Meeting>, command: &Draft) -> Result<Receipt, Error> {
    change(app, root, Act::DraftMinutes, id, |_, on, context| {
        Ok(meeting::draft(id, on, command, context)?)
    })
}

/// Agrees the minutes.
///
/// # Errors
/// As [`meeting::agree`].
pub fn agree(app: &App, root: &Root, id: Id<Meeting>, (): &()) -> Result<Receipt, Error> {
    change(app, root, Act::AgreeMinutes, id, |_, on, context| {
        Ok(meeting::agree(id, on, context)?)
    })
}

/// A page of the meetings that the reader may read; `size` 0 is all of it, for a table.
///
/// # Errors
/// When storage is away.
pub fn list(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("meeting.list", root, |read, context| {
        // Whoever reads none of them has no list; which of them a focal function reads is asked one by one.
        let own = OwnFacts::among(&[context.actor.organisation], &context.actor);
        let _permit = read.permit(Action::ReadMeetings, Subject::Own, own)?;
        let mut lines = Vec::new();
        for (id, of) in read.views().meetings()? {
            if !read.may(Action::ReadMeetings, Subject::Other(id.into()), facts(&of, context)) {
                continue;
            }
            lines.push(Line {
                id: id.to_string(),
                title: of.first.title,
                state: of.state.code(),
                begins: of.first.on,
                ends: None,
                beside: Some(of.first.body),
                example: of.first.example,
            });
        }
        Ok(narrowed(app, lines, select, size))
    })
}
