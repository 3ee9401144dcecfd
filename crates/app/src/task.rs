//! Tasks: written by people, opened by rules, done or cancelled by whoever they are assigned to, told to others when late.
use crate::{
    Act, App, Error, Read, Receipt,
    act::{On, offered},
    case::{facts, is_takeable},
    clock::{FORGOTTEN, forget_each},
    organisation::{first_reached, function_of, owner, something_waits},
};
use tiltas_access::{Action, Facts, Permit, Shown, Subject, TaskFacts};
use tiltas_domain::{
    Changes, Context, Id, Moment, Owner, Root,
    case::{self, Case},
    clock::Clock,
    content::Message,
    organisation::{Organisation, OrganisationKind},
    referral::{self, Referral},
    task::{self, Assignee, Kind, State, Step, Task, Write},
};

/// A task with the case that it is about, if it is about one, and the permit for what is asked.
struct Loaded {
    task: Task,
    case: Option<Case>,
    permit: Permit,
}

/// What a permit for this task is about.
fn subject(id: Id<Task>, task: &Task) -> Subject {
    task.opened.case.map_or(Subject::Other(id.into()), Subject::Case)
}

/// How the actor's organisation stands to it.
fn asked(context: &Context, task: &Task, case: Option<&Case>) -> TaskFacts {
    match case {
        Some(case) => TaskFacts::of(task, case, &context.actor, context.now),
        None => TaskFacts::of_no_case(task, &context.actor),
    }
}

fn load(read: &mut Read<'_>, context: &Context, action: Action, id: Id<Task>) -> Result<Loaded, Error> {
    let task = read.state(id)?;
    let case = task.opened.case.map(|case| read.state(case)).transpose()?;
    let permit = read.permit(action, subject(id, &task), asked(context, &task, case.as_ref()))?;
    Ok(Loaded { task, case, permit })
}

/// Writes a task about a case, or about none.
///
/// # Errors
/// When the actor takes no part in the case, the day is past, the organisation that is to do it takes no part or is not there, or
/// it has no such function.
pub fn write(
    app: &App,
    root: &Root,
    case: impl Into<Option<Id<Case>>>,
    command: &Write,
) -> Result<(Id<Task>, Receipt), Error> {
    let of = case.into();
    let receipt = app.decide(Act::WriteTask, root, |read, context| {
        let id = context.id::<Task>(0);
        let to = command.assignee(context.actor).organisation;
        let (permit, there) = match of {
            Some(of) => {
                let case = read.state(of)?;
                let permit = read.permit(Action::WriteTask, Subject::Case(of), facts(context, &case))?;
                (permit, case.takes_part(to) && !case.only_exists_for(to))
            }
            None => {
                let permit = read.permit(Action::WriteTask, Subject::Other(id.into()), Facts::None)?;
                (permit, true)
            }
        };
        let organisation = if there { read.find(to)? } else { None };
        let changes = task::write(of, command, organisation.as_ref(), app.profile(), context)?;
        let assignee = command.assignee(context.actor);
        let colleagues = assignee
            .function
            .is_some_and(|function| context.actor.function != Some(function));
        if to != context.actor.organisation || colleagues {
            something_waits(read, assignee)?;
        }
        Ok((permit, changes))
    })?;
    Ok((receipt.id()?, receipt))
}

/// Says that a task is done, and what came of it.
///
/// # Errors
/// When another is to do it, or it is over.
pub fn finish(app: &App, root: &Root, id: Id<Task>, note: Option<&Message>) -> Result<Receipt, Error> {
    app.decide(Act::FinishTask, root, |read, context| {
        let loaded = load(read, context, Action::FinishTask, id)?;
        let changes = task::finish(id, &loaded.task, note.cloned(), app.profile(), context)?;
        Ok((loaded.permit, changes))
    })
}

/// Says that a task is no longer needed, and why.
///
/// # Errors
/// When it does not concern the actor's organisation, it is over, or a rule still asks for it.
pub fn cancel(app: &App, root: &Root, id: Id<Task>, note: &Message) -> Result<Receipt, Error> {
    app.decide(Act::CancelTask, root, |read, context| {
        let loaded = load(read, context, Action::CancelTask, id)?;
        let still = still_owed(&loaded.task, loaded.case.as_ref());
        let changes = task::cancel(id, &loaded.task, note.clone(), still, app.profile(), context)?;
        Ok((loaded.permit, changes))
    })
}

/// Whether the rule that opened it still asks for it: an age that was checked ends the notice of a child.
fn still_owed(task: &Task, case: Option<&Case>) -> bool {
    task.opened.work.kind() != Kind::TellChildProtection || case.is_some_and(|case| case.person.age.takes_child_route())
}

/// Tells the child-protection authority, which takes part from now on.
///
/// # Errors
/// When another is to give the notice, it was given, or `authority` is no child-protection authority.
pub fn tell_child_protection(
    app: &App,
    root: &Root,
    id: Id<Task>,
    authority: Id<Organisation>,
) -> Result<Receipt, Error> {
    app.decide(Act::TellChildProtection, root, |read, context| {
        let loaded = load(read, context, Action::TellChildProtection, id)?;
        if read.state(authority)?.kind != OrganisationKind::ChildProtection {
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
pub fn escalate(app: &App, root: &Root, id: Id<Task>, step: Step) -> Result<Receipt, Error> {
    app.decide(Act::EscalateTask, root, |read, context| {
        let task = read.state(id)?;
        let permit = read.permit(Action::KeepTime, subject(id, &task), Facts::None)?;
        let steps = task.opened.escalates.iter().map(|(step, _)| *step);
        let steps = steps.filter(|other| *other >= step);
        let owner = task.opened.assignee;
        let (step, to, passed) = first_reached(read, steps, |read, step| told(read, step, owner))?;
        something_waits(read, to)?;
        let escalated = task::escalate(id, &task, (step, to), &passed, context)?;
        Ok((permit, escalated))
    })
}

/// Forgets a task about no case in the journal, which takes its row away in the same commit; its key is destroyed after it, and a
/// crash between the two is finished at the next start.
fn forget(app: &App, root: &Root, id: Id<Task>) -> Result<Receipt, Error> {
    app.decide(Act::ForgetTask, root, |read, context| {
        let task = read.state(id)?;
        let permit = read.permit(Action::KeepTime, subject(id, &task), Facts::None)?;
        let forgotten = task::forget(id, &task, context).ok_or(Error::NotFound)?;
        Ok((permit, forgotten))
    })
}

/// Forgets every task about no case whose time is over at `now`, at most so many in one turn; answers how many. One that fails is
/// named by its id, and tried again at the next turn. The node's clock does it; `seed` makes the contexts' seeds from the name of a
/// step.
///
/// # Errors
/// When storage is away.
pub fn forget_all_over(app: &App, now: Moment, seed: impl Fn(&str) -> [u8; 32]) -> Result<usize, Error> {
    let over = app.store().snapshot()?.tasks_kept_no_longer(now, FORGOTTEN)?;
    forget_each(app, now, (&over, "forget"), seed, |root, id| {
        forget(app, root, id)?;
        Ok(Owner::Thing(id.into()))
    })
}

/// Who is told of a late task. Where nobody is in the functions above the one that is to do it, the supervisor is.
fn told(read: &mut Read<'_>, step: Step, owner: Assignee) -> Result<Assignee, Error> {
    let from = owner.organisation;
    let beyond = match step {
        Step::Head => {
            let organisation = read.state(from)?;
            let function = owner.function.and_then(|function| organisation.head_of(function));
            return Ok(Assignee { function, ..owner });
        }
        Step::Supervisor => return Ok(from.into()),
        Step::ContactPoint => referral::Step::ContactPoint,
        Step::NationalUnit => referral::Step::NationalUnit,
    };
    Ok(crate::organisation::reached(read, beyond, from)?.into())
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
/// on: nobody gains time by a change of hands. The authority that protects children has been told by taking the lead. Where
/// nobody is left who led, or the national unit led, whose people lead no cases, all that a lead may have to do goes with it: drafts, and what people wrote to do. Words that `permit`
/// does not open stay where they are, and are told as late to others.
pub(crate) fn pass_with_lead(
    read: &mut Read<'_>,
    context: &Context,
    permit: &Permit,
    (id, case): (Id<Case>, &Case),
) -> Result<Changes, Error> {
    let ours = context.actor.organisation;
    let authority = read.state(ours)?.kind == OrganisationKind::ChildProtection;
    let mut passed = Changes::default();
    // Beside what else begins in the same commit.
    let mut new = (0x2_0000..).map(|nth| context.id(nth));
    let with_lead = [Kind::Refer, Kind::TellChildProtection, Kind::AcknowledgeNotice];
    let left_behind: &[Kind] = match read.state(case.lead)?.is_manned() {
        true => &[],
        false => &[Kind::SendDraft, Kind::Screen, Kind::Written],
    };
    for kind in with_lead.into_iter().chain(left_behind.iter().copied()) {
        for (which, _) in read.views().tasks(id, kind)? {
            let task = read.state(which)?;
            let owner = task.opened.assignee.organisation;
            if task.state != State::Open {
                continue;
            }
            passed = passed.and_all(match kind {
                Kind::TellChildProtection if authority => task::fulfilled(which, None, context),
                Kind::AcknowledgeNotice if owner == ours => task::fulfilled(which, None, context),
                Kind::AcknowledgeNotice => Changes::default(),
                _ if owner == case.lead => {
                    let words = read.open(permit, task.opened.work.words())?;
                    match (new.next(), task.opened.work.worded(words.open().cloned())) {
                        (Some(new), Some(work)) => task::pass((which, &task), work, new, context),
                        _ => Changes::default(),
                    }
                }
                _ => Changes::default(),
            });
        }
    }
    Ok(passed)
}

/// Nobody has to do tasks of this kind any more.
pub(crate) fn dropped(read: &mut Read<'_>, context: &Context, case: Id<Case>, kind: Kind) -> Result<Changes, Error> {
    end_open(read, case, kind, |id| task::dropped(id, context))
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
    /// About which case, how staff speak of the person, and whether the actor may open the file.
    pub about: Option<(Id<Case>, String, bool)>,
    /// What kind of thing is to be done, and about what.
    pub work: task::Work,
    /// In a person's own words.
    pub words: Shown<Message>,
    /// Who is to do it.
    pub assignee: String,
    /// The function of it that is meant.
    pub function: Option<String>,
    /// Its duty phone.
    pub phone: Option<String>,
    /// By when.
    pub clock: Clock,
    /// Where it stands.
    pub state: State,
    /// Whether the actor is to do it.
    pub ours: bool,
    /// What the actor may do with it now.
    pub may: Vec<Act>,
    /// Whether the lead of the case may be taken because of this delay.
    pub may_take_lead: bool,
}

impl Page {
    /// Whether the actor may do this with it now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }
}

/// One task, for those who are to do it, who opened it, or who were told that it is late.
///
/// # Errors
/// When there is none, or it does not concern the actor's organisation: outside they look the same.
pub fn show(app: &App, root: &Root, id: Id<Task>) -> Result<Page, Error> {
    app.view("task.show", root, |read, context| {
        let Loaded { task, case, permit } = load(read, context, Action::ReadTask, id)?;
        let words = read.open(&permit, task.opened.work.words())?;
        read.opened(&permit, tiltas_domain::Field::SpokenName);
        let asked = asked(context, &task, case.as_ref());
        let names = crate::organisation::Names::read(read)?;
        let assignee = task.opened.assignee;
        let function = function_of(read, assignee)?;
        let own_phone = function.as_ref().and_then(|function| function.duty_phone.clone());
        let about = task.opened.case.zip(case.as_ref());
        let may_take_lead = match about.filter(|_| permit.is_told_of_delay()) {
            Some(about) => is_takeable(read, context, about, asked)?,
            None => false,
        };
        Ok(Page {
            id,
            about: about.map(|(id, case)| {
                let opens = read.may(Action::ReadCase, Subject::Case(id), facts(context, case));
                (id, case.spoken_name.clone(), opens)
            }),
            assignee: owner(&names, assignee, function.as_ref()),
            function: function.map(|function| function.title),
            phone: own_phone.or_else(|| names.phone(assignee.organisation)),
            ours: assignee.is(context.actor),
            may: offered(&permit, On::Task(&task, still_owed(&task, case.as_ref())), context),
            may_take_lead,
            words,
            clock: task.opened.clock,
            state: task.state,
            work: task.opened.work,
        })
    })
}
