//! Case files: seeing one, telling who the person is, passing the lead, forgetting.
pub mod file;
pub mod list;
pub mod queue;

use crate::{Act, App, Error, Read, Receipt};
use file::Folder;
use tiltas_access::{Action, CaseFacts, Facts, OwnFacts, Permit, Subject, TaskEnd, TaskFacts};
use tiltas_domain::{
    Changes, Context, Id, Root,
    case::{self, Case, Delay, Event, Person},
    disclosure::{self, Disclosure},
    organisation::Organisation,
    task::Kind,
};

/// The facts of a case for the actor's organisation, for whoever acts in it: no act rests on escalation.
pub(crate) fn facts(context: &Context, case: &Case) -> CaseFacts {
    CaseFacts::of(case, [], &context.actor, context.now)
}

/// One change of a file by those who write it: the shape of most use cases here.
pub(crate) fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Case>,
    decide: impl Fn(&mut Read<'_>, &Context, &Permit, &Case) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let case = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Case(id), facts(context, &case))?;
        let changes = decide(read, context, &permit, &case)?;
        Ok((permit, changes))
    })
}

/// What stands above a form about a case: how staff speak of the person, and nothing else of the file.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
}

/// The heading of a form by which something is done, for those who may do it. The access log says that the spoken name was
/// shown, and for what. What asks for a reason is not done before one is given: until then the file is read, and no more.
///
/// # Errors
/// When the actor may not do it.
pub fn heading(app: &App, root: &Root, id: Id<Case>, action: Action) -> Result<Heading, Error> {
    app.view("case.heading", root, |read, context| {
        let case = read.state(id)?;
        let (subject, asked) = (Subject::Case(id), facts(context, &case));
        let now = read.may(action, subject, asked);
        let permit = read.permit(if now { action } else { Action::ReadCase }, subject, asked)?;
        if !permit.also_because(action) {
            let _no = read.permit(action, subject, asked)?;
        }
        read.opened(&permit, tiltas_domain::Field::SpokenName);
        Ok(Heading {
            case: id,
            spoken_name: case.spoken_name,
        })
    })
}

/// Tells anew who the person is, as far as rules need it.
///
/// # Errors
/// When the actor does not lead the case, or an age in doubt would become adult by a word.
pub fn describe(app: &App, root: &Root, id: Id<Case>, person: &Person) -> Result<Receipt, Error> {
    change(app, root, Act::Describe, id, |read, context, _, case| {
        let noticed = crate::task::was_opened(read, id, Kind::TellChildProtection)?;
        Ok(case::describe(id, case, person, noticed, app.profile(), context)?)
    })
}

/// Offers the lead to another organisation.
///
/// # Errors
/// When the actor does not lead, an offer waits, or the person has not said yes to it.
pub fn offer_lead(app: &App, root: &Root, id: Id<Case>, to: Id<Organisation>) -> Result<Receipt, Error> {
    change(app, root, Act::OfferLead, id, |read, context, _, case| {
        let organisation = read.state(to)?;
        crate::organisation::something_waits(read, to)?;
        Ok(case::offer_lead(id, case, (to, &organisation), app.profile(), context)?)
    })
}

/// Takes the offer of the lead back.
///
/// # Errors
/// When the actor does not lead, or no offer waits.
pub fn withdraw_lead_offer(app: &App, root: &Root, id: Id<Case>) -> Result<Receipt, Error> {
    change(app, root, Act::WithdrawLeadOffer, id, |_, context, _, case| {
        Ok(case::withdraw_lead_offer(id, case, context)?)
    })
}

/// An offer of the lead, as its receiver sees it: no more than the person agreed to before it is taken.
#[derive(Debug)]
pub struct Offer {
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Whether the file is open to the reader before they take it.
    pub opens: bool,
    /// How soon.
    pub urgency: case::Urgency,
    /// Who offers it.
    pub from: String,
    /// Until when.
    pub clock: tiltas_domain::clock::Clock,
}

/// Whether the lead is offered to the actor's organisation. Nothing is shown, so nothing is noted: whoever leads and opens the
/// page of the lead was denied nothing.
///
/// # Errors
/// When there is no such case, or storage is away.
pub fn is_offered(app: &App, root: &Root, id: Id<Case>) -> Result<bool, Error> {
    app.glance("lead.is_offered", root, |read, context| {
        let case = read.state(id)?;
        let asked = OwnFacts::of_lead_offer(&case, &context.actor);
        Ok(read.may(Action::AnswerLead, Subject::Case(id), asked))
    })
}

/// Whether the file is open to the actor. Nothing is shown, so nothing is noted: a page that is there by another right as well
/// asks this first, and denies nobody.
///
/// # Errors
/// When storage is away.
pub fn opens(app: &App, root: &Root, id: Id<Case>) -> Result<bool, Error> {
    app.glance("case.opens", root, |read, context| {
        let folder = Folder::read(read, id)?;
        Ok(read.may(Action::ReadCase, Subject::Case(id), folder.facts(context)))
    })
}

/// The offer that waits for the actor's organisation.
///
/// # Errors
/// When there is none.
pub fn offer(app: &App, root: &Root, id: Id<Case>) -> Result<Offer, Error> {
    app.view("lead.offered", root, |read, context| {
        let case = read.state(id)?;
        let offered = case.lead_offer.as_ref();
        let asked = OwnFacts::of_lead_offer(&case, &context.actor);
        let permit = read.permit(Action::AnswerLead, Subject::Case(id), asked)?;
        read.opened(&permit, tiltas_domain::Field::SpokenName);
        let names = crate::organisation::Names::read(read)?;
        let (_, clock) = offered.ok_or(Error::NotFound)?;
        Ok(Offer {
            spoken_name: case.spoken_name.clone(),
            opens: read.may(Action::ReadCase, Subject::Case(id), facts(context, &case)),
            urgency: case.urgency,
            from: names.of(case.lead),
            clock: clock.clone(),
        })
    })
}

/// Takes the lead, or declines it.
///
/// # Errors
/// When it is not offered to the actor's organisation.
pub fn answer_lead(app: &App, root: &Root, id: Id<Case>, accept: bool) -> Result<Receipt, Error> {
    app.decide(Act::AnswerLead, root, |read, context| {
        let case = read.state(id)?;
        let asked = OwnFacts::of_lead_offer(&case, &context.actor);
        let permit = read.permit(Action::AnswerLead, Subject::Case(id), asked)?;
        let organisation = read.state(context.actor.organisation)?;
        let changes = case::answer_lead(id, &case, &organisation, accept, app.profile(), context)?;
        let duties = match accept {
            true => crate::task::pass_with_lead(read, context, &permit, (id, &case))?,
            false => Changes::default(),
        };
        Ok((permit, changes.and_all(duties)))
    })
}

/// Takes the lead that nobody offered, by a duty that the profile names.
///
/// # Errors
/// When the actor's organisation takes no part and was told of no delay, or no duty of the profile lets it take the lead.
pub fn take_lead(app: &App, root: &Root, id: Id<Case>) -> Result<Receipt, Error> {
    app.decide(Act::TakeLead, root, |read, context| {
        let case = read.state(id)?;
        let asked = told_of_delay(read, context, (id, &case))?;
        let permit = read.permit(Action::TakeLead, Subject::Case(id), asked)?;
        let (leads, ours) = (read.state(case.lead)?, read.state(context.actor.organisation)?);
        let changes = case::take_lead(id, &case, (&leads, &ours), known(&permit), app.profile(), context)?;
        crate::organisation::something_waits(read, case.lead)?;
        let duties = crate::task::pass_with_lead(read, context, &permit, (id, &case))?;
        Ok((permit, changes.and_all(duties)))
    })
}

/// Whether the actor may take the lead, and what stands above the page that asks.
///
/// # Errors
/// As [`take_lead`].
pub fn takeable(app: &App, root: &Root, id: Id<Case>) -> Result<Heading, Error> {
    app.view("lead.takeable", root, |read, context| {
        let case = read.state(id)?;
        let asked = told_of_delay(read, context, (id, &case))?;
        let permit = read.permit(Action::TakeLead, Subject::Case(id), asked)?;
        duty_to_lead(read, context, &case, &permit)?;
        read.opened(&permit, tiltas_domain::Field::SpokenName);
        Ok(Heading {
            case: id,
            spoken_name: case.spoken_name,
        })
    })
}

/// Whether a delay was escalated to whoever has the permit, and whether they may know who the person is.
fn known(permit: &Permit) -> (Delay, bool) {
    let delay = match permit.is_told_of_delay() {
        true => Delay::Escalated,
        false => Delay::None,
    };
    (delay, permit.covers(tiltas_domain::Field::Person).is_ok())
}

/// The facts of the case with a delay that was escalated to the actor's organisation, if there is one.
fn told_of_delay(read: &mut Read<'_>, context: &Context, (id, case): (Id<Case>, &Case)) -> Result<Facts, Error> {
    let folder = Folder::read(read, id)?;
    Ok(delay_in(&folder, context, case))
}

fn delay_in(folder: &Folder, context: &Context, case: &Case) -> Facts {
    let late = folder.tasks.iter().map(|(_, task)| task);
    let mut late = late.filter(|task| TaskEnd::of(task, context.actor.organisation) == TaskEnd::Told);
    match late.next() {
        Some(task) => TaskFacts::of(task, case, &context.actor, context.now).into(),
        None => folder.facts(context).into(),
    }
}

/// Whether the actor may take the lead now: what a file offers is asked as [`take_lead`] decides it.
pub(crate) fn may_take_lead(
    read: &mut Read<'_>,
    context: &Context,
    (id, case): (Id<Case>, &Case),
    folder: &Folder,
) -> Result<bool, Error> {
    is_takeable(read, context, (id, case), delay_in(folder, context, case))
}

/// The same for facts that were found.
pub(crate) fn is_takeable(
    read: &mut Read<'_>,
    context: &Context,
    (id, case): (Id<Case>, &Case),
    facts: impl Into<Facts>,
) -> Result<bool, Error> {
    let Some(permit) = read.permit_counted(Action::TakeLead, id, facts) else {
        return Ok(false);
    };
    match duty_to_lead(read, context, case, &permit) {
        Err(Error::Refused(_)) => Ok(false),
        asked => asked.map(|()| true),
    }
}

fn duty_to_lead(read: &mut Read<'_>, context: &Context, case: &Case, permit: &Permit) -> Result<(), Error> {
    let by = context.actor.organisation;
    let (leads, ours) = (read.state(case.lead)?, read.state(by)?);
    case::may_take_lead(case, (&leads, &ours), by, known(permit), read.profile())?;
    Ok(())
}

/// Nobody answered an offer of the lead in its time: the node's clock ends it.
///
/// # Errors
/// When it was answered meanwhile, or its time is not over.
pub fn lapse_lead_offer(app: &App, root: &Root, id: Id<Case>) -> Result<Receipt, Error> {
    app.decide(Act::LapseLeadOffer, root, |read, context| {
        let case = read.state(id)?;
        let permit = read.permit(Action::KeepTime, Subject::Case(id), Facts::None)?;
        crate::organisation::something_waits(read, case.lead)?;
        let to = case.lead_offer.as_ref().map(|(to, _)| *to);
        let offered = read.state(to.ok_or(case::Refusal::NoOffer)?)?;
        let ended = case::lapse_lead_offer(id, &case, &offered, read.profile(), context)?;
        Ok((permit, ended))
    })
}

/// The time of a receiver's own record is over: the node's clock ends its part.
///
/// # Errors
/// When it ended before, or is not over.
pub fn end_record(app: &App, root: &Root, id: Id<Case>, record: Id<Disclosure>) -> Result<Receipt, Error> {
    app.decide(Act::EndRecord, root, |read, context| {
        let case = read.state(id)?;
        let permit = read.permit(Action::KeepTime, Subject::Case(id), Facts::None)?;
        let ended = disclosure::end_record(id, &case, record, context).ok_or(Error::NotFound)?;
        Ok((permit, ended))
    })
}

/// Forgets a file: the event first, which empties its rows in the same commit; then the key is destroyed. A crash between the
/// two is finished at the next start.
///
/// # Errors
/// When the actor may not, or storage is away.
pub fn forget(app: &App, root: &Root, id: Id<Case>) -> Result<Receipt, Error> {
    let receipt = app.decide(Act::Forget, root, |read, context| {
        let case = read.state(id)?;
        let permit = read.permit(Action::Forget, Subject::Case(id), facts(context, &case))?;
        let forgotten = Event::Forgotten {
            spoken_name: case.spoken_name.clone(),
        };
        Ok((permit, Changes::new(id, forgotten)))
    })?;
    app.store().destroy_keys(&[id.into()])?;
    Ok(receipt)
}
