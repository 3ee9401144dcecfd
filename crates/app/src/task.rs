//! Tasks: written by people, opened by rules, done or cancelled by whoever they are assigned to, told to others when late.
use crate::{App, Error, Read, Receipt, case::facts, organisation::something_waits};
use tiltas_access::{Action, Facts, Permit, Shown, Subject, TaskFacts};
use tiltas_domain::{
    Changes, Context, Id,
    case::{self, Case},
    clock::Clock,
    content::Message,
    organisation::{Organisation, OrganisationKind},
    referral::{Referral, Step},
    task::{self, Kind, State, Task, Write},
};

/// A task with the case that it is about, and the permit for what is asked.
struct Loaded {
    task: Task,
    case: Case,
    permit: Permit,
}

fn load(read: &mut Read<'_>, context: &Context, action: Action, id: Id<Task>) -> Result<Loaded, Error> {
    let task = read.state(id)?;
    let case = read.state(task.opened.case)?;
    let asked = TaskFacts::of(&task, &case, &context.actor, context.now);
    let permit = read.permit(action, Subject::Case(task.opened.case), asked)?;
    Ok(Loaded { task, case, permit })
}

/// Writes a task about a case; its id is `context.id(0)`.
///
/// # Errors
/// When the actor takes no part, the day is past, or the organisation that is to do it takes no part.
pub fn write(app: &App, context: &Context, id: Id<Case>, command: &Write) -> Result<(Id<Task>, Receipt), Error> {
    let receipt = app.decide("task.write", context, |read| {
        let case = read.state(id)?;
        let permit = read.permit(Action::WriteTask, Subject::Case(id), facts(context, &case))?;
        let to = command.assignee(context.actor).organisation;
        let takes_part = case.takes_part(to) && !case.only_exists_for(to);
        let changes = task::write(id, command, takes_part, app.profile(), context)?;
        if to != context.actor.organisation {
            something_waits(read, to)?;
        }
        Ok((permit, changes))
    })?;
    Ok((context.id(0), receipt))
}

/// Says that a task is done, and what came of it.
///
/// # Errors
/// When another is to do it, or it is over.
pub fn finish(app: &App, context: &Context, id: Id<Task>, note: Option<&Message>) -> Result<Receipt, Error> {
    app.decide("task.finish", context, |read| {
        let loaded = load(read, context, Action::FinishTask, id)?;
        let changes = task::finish(id, &loaded.task, note.cloned(), context)?;
        Ok((loaded.permit, changes))
    })
}

/// Says that a task is no longer needed, and why.
///
/// # Errors
/// When it does not concern the actor's organisation, it is over, or a rule still asks for it.
pub fn cancel(app: &App, context: &Context, id: Id<Task>, note: &Message) -> Result<Receipt, Error> {
    app.decide("task.cancel", context, |read| {
        let loaded = load(read, context, Action::CancelTask, id)?;
        let still = still_owed(&loaded.task, &loaded.case);
        let changes = task::cancel(id, &loaded.task, note.clone(), still, context)?;
        Ok((loaded.permit, changes))
    })
}

/// Whether the rule that opened it still asks for it: an age that was checked ends the notice of a child.
fn still_owed(task: &Task, case: &Case) -> bool {
    task.opened.work.kind() != Kind::TellChildProtection || case.person.age.takes_child_route()
}

/// Tells the child-protection authority, which takes part from now on.
///
/// # Errors
/// When another is to give the notice, it was given, or `authority` is no child-protection authority.
pub fn tell_child_protection(
    app: &App,
    context: &Context,
    id: Id<Task>,
    authority: Id<Organisation>,
) -> Result<Receipt, Error> {
    app.decide("child_notice.tell", context, |read| {
        let loaded = load(read, context, Action::TellChildProtection, id)?;
        if read.state(authority)?.kind != OrganisationKind::ChildProtection
            || loaded.task.opened.work.kind() != Kind::TellChildProtection
        {
            return Err(task::Refusal::WhomTold.into());
        }
        something_waits(read, authority)?;
        let changes = case::tell_child_protection((id, &loaded.task), authority, app.profile(), context)?;
        Ok((loaded.permit, changes))
    })
}

/// A late task reaches the next who must know: the node's clock does it, and they get "something waits".
///
/// # Errors
/// When the step is not due, or the task was done meanwhile.
pub fn escalate(app: &App, context: &Context, id: Id<Task>, step: Step) -> Result<Receipt, Error> {
    app.decide("task.escalate", context, |read| {
        let task = read.state(id)?;
        let permit = read.permit(Action::KeepTime, Subject::Case(task.opened.case), Facts::None)?;
        let to = crate::organisation::reached(read, step, task.opened.assignee.organisation)?;
        something_waits(read, to)?;
        Ok((permit, task::escalate(id, &task, step, to, context)?))
    })
}

/// Whether a task of this kind was ever opened for the case.
pub(crate) fn was_opened(read: &mut Read<'_>, case: Id<Case>, kind: Kind) -> Result<bool, Error> {
    Ok(!read.views().tasks(case, kind)?.is_empty())
}

/// Whether one is open.
pub(crate) fn is_open(read: &mut Read<'_>, case: Id<Case>, kind: Kind) -> Result<bool, Error> {
    let tasks = read.views().tasks(case, kind)?;
    Ok(tasks.iter().any(|(_, state)| *state == State::Open))
}

/// What tasks of this kind asked for has happened: those that are open are done by it.
pub(crate) fn fulfilled(read: &mut Read<'_>, context: &Context, case: Id<Case>, kind: Kind) -> Result<Changes, Error> {
    end_open(read, case, kind, |id| task::fulfilled(id, None, context))
}

/// A draft was sent: the duty to send it is done.
pub(crate) fn draft_sent(
    read: &mut Read<'_>,
    context: &Context,
    case: Id<Case>,
    draft: Id<Referral>,
) -> Result<Changes, Error> {
    let mut sent = Changes::default();
    for (id, _) in read.views().tasks(case, Kind::SendDraft)? {
        let task = read.state(id)?;
        if task.state == State::Open && task.opened.work == task::Work::SendDraft(draft) {
            sent = sent.and_all(task::fulfilled(id, None, context));
        }
    }
    Ok(sent)
}

/// The lead passes to the actor's organisation, and with it the open duties to find help and to tell of a child. The clock runs
/// on: nobody gains time by a change of hands.
pub(crate) fn pass_with_lead(
    read: &mut Read<'_>,
    context: &Context,
    (id, case): (Id<Case>, &Case),
) -> Result<Changes, Error> {
    let mut passed = Changes::default();
    for (nth, kind) in (40..).zip([Kind::Refer, Kind::TellChildProtection]) {
        for (which, state) in read.views().tasks(id, kind)? {
            let task = read.state(which)?;
            if state == State::Open && task.state == State::Open && task.opened.assignee.organisation == case.lead {
                passed = passed.and_all(task::pass((which, &task), context.id(nth), context));
            }
        }
    }
    Ok(passed)
}

/// Nobody has to do tasks of this kind any more.
pub(crate) fn dropped(read: &mut Read<'_>, context: &Context, case: Id<Case>, kind: Kind) -> Result<Changes, Error> {
    end_open(read, case, kind, |id| task::dropped(id, None, context))
}

fn end_open(
    read: &mut Read<'_>,
    case: Id<Case>,
    kind: Kind,
    end: impl Fn(Id<Task>) -> Changes,
) -> Result<Changes, Error> {
    let mut changes = Changes::default();
    for (id, _) in read.views().tasks(case, kind)? {
        if read.state(id)?.state == State::Open {
            changes = changes.and_all(end(id));
        }
    }
    Ok(changes)
}

/// The open tasks of one kind, for those who play the demonstration.
///
/// # Errors
/// When storage is away.
pub fn open_tasks(app: &App, case: Id<Case>, kind: Kind) -> Result<Vec<(Id<Task>, Task)>, Error> {
    let snapshot = app.store().snapshot()?;
    let mut open = Vec::new();
    for (id, state) in snapshot.tasks(case, kind)? {
        let (Some(task), State::Open) = (snapshot.state(id)?.0, state) else {
            continue;
        };
        open.push((id, task));
    }
    Ok(open)
}

/// A task on a page of its own.
#[derive(Debug)]
pub struct Page {
    /// Which.
    pub id: Id<Task>,
    /// About which case.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// What kind of thing is to be done, and about what.
    pub work: task::Work,
    /// In a person's own words.
    pub words: Shown<Message>,
    /// Who is to do it.
    pub assignee: String,
    /// Its duty phone.
    pub phone: Option<String>,
    /// By when.
    pub clock: Clock,
    /// Where it stands.
    pub state: State,
    /// Whether the actor is to do it.
    pub ours: bool,
    /// Whether the actor may open the file.
    pub opens: bool,
    /// Whether it may be cancelled.
    pub may_cancel: bool,
    /// Whether the lead of the case may be taken because of this delay.
    pub may_take_lead: bool,
}

/// One task, for those who are to do it, who opened it, or who were told that it is late.
///
/// # Errors
/// When there is none, or it does not concern the actor's organisation: outside they look the same.
pub fn show(app: &App, context: &Context, id: Id<Task>) -> Result<Page, Error> {
    app.view("task.show", context, |read| {
        let Loaded { task, case, permit } = load(read, context, Action::ReadTask, id)?;
        let words = read.open(&permit, task.opened.work.words())?;
        read.opened(&permit, tiltas_domain::Field::SpokenName);
        let asked = TaskFacts::of(&task, &case, &context.actor, context.now);
        let names = crate::organisation::Names::read(read)?;
        let kind = task.opened.work.kind();
        let ours = names.line(context.actor.organisation).map(|line| line.kind);
        let told = permit.is_told_of_delay();
        let opens = ours.is_some_and(|ours| app.profile().lead.opens(ours, false, told));
        Ok(Page {
            id,
            case: task.opened.case,
            spoken_name: case.spoken_name.clone(),
            assignee: names.of(task.opened.assignee.organisation),
            phone: names.phone(task.opened.assignee.organisation),
            ours: task.opened.assignee.is(context.actor),
            opens: read.may(
                Action::ReadCase,
                Subject::Case(task.opened.case),
                crate::case::facts(context, &case),
            ),
            may_cancel: read.may(Action::CancelTask, Subject::Case(task.opened.case), asked)
                && (Kind::MAY_BE_DROPPED.contains(&kind) || !still_owed(&task, &case)),
            may_take_lead: opens && read.may(Action::TakeLead, Subject::Case(task.opened.case), asked),
            words,
            clock: task.opened.clock,
            state: task.state,
            work: task.opened.work,
        })
    })
}
