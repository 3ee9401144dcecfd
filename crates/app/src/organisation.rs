//! Organisations and their people in functions.
use crate::{Act, App, Error, Read, Receipt};
use std::sync::Arc;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Actor, Context, Id, Root,
    organisation::{self, Function, Organisation, Register, Registered},
    referral::Step,
    task::Assignee,
};
use tiltas_store::views::organisation::Directory;
pub use tiltas_store::views::organisation::Line;

/// Registers an organisation with its first people.
///
/// # Errors
/// When the actor is not the national unit, or name or people are missing.
pub fn register(app: &App, root: &Root, command: &Register) -> Result<(Id<Organisation>, Receipt), Error> {
    let receipt = app.decide(Act::RegisterOrganisation, root, |read, context| {
        let id = context.id::<Organisation>(0);
        let permit = read.permit(Action::RegisterOrganisation, Subject::Other(id.into()), Facts::None)?;
        let contact_point = match command.contact_point {
            Some(point) => read.find(point)?.map(|point| point.kind),
            None => None,
        };
        let names = names_of_others(read, id, context)?;
        let others = Registered { contact_point, names };
        Ok((permit, organisation::register(command, &others, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// The names that other organisations and their providers bear.
pub(crate) fn names_of_others(
    read: &mut Read<'_>,
    own: Id<Organisation>,
    context: &Context,
) -> Result<Vec<String>, Error> {
    let organisations = read.views().organisations()?;
    let providers = read.views().providers(context.now)?;
    let organisations = organisations.into_iter().filter(|line| line.organisation != own);
    let providers = providers.into_iter().filter(|line| line.offer.organisation != own);
    Ok(organisations
        .map(|line| line.name)
        .chain(providers.map(|line| line.offer.name))
        .collect())
}

/// The directory of organisations.
///
/// # Errors
/// When storage is away.
pub fn directory(app: &App, root: &Root) -> Result<Vec<Line>, Error> {
    app.view("organisation.directory", root, |read, _| {
        let _permit = read.permit(Action::ReadOrganisations, Subject::Own, Facts::None)?;
        let mut lines = read.views().organisations()?;
        app.alphabet().sort(&mut lines, |line| &line.name);
        Ok(lines)
    })
}

/// The functions of all organisations, by title.
///
/// # Errors
/// When storage is away.
pub fn functions(app: &App, root: &Root) -> Result<Vec<(Id<Organisation>, Function)>, Error> {
    app.view("organisation.functions", root, |read, _| {
        let _permit = read.permit(Action::ReadOrganisations, Subject::Own, Facts::None)?;
        let mut functions = read.views().functions()?;
        app.alphabet().sort(&mut functions, |(_, function)| &function.title);
        Ok(functions)
    })
}

/// The other organisations that may lead a case: by their kind, and because somebody there may. The rule is the one that
/// refuses an offer; an organisation that can't answer is not offered.
///
/// # Errors
/// When storage is away.
pub fn leads(app: &App, root: &Root) -> Result<Vec<Line>, Error> {
    app.view("organisation.leads", root, |read, context| {
        let _permit = read.permit(Action::ReadOrganisations, Subject::Own, Facts::None)?;
        let mut leads = Vec::new();
        for line in read.views().organisations()? {
            let other = line.organisation != context.actor.organisation;
            if other && line.kind.may_lead() && read.state(line.organisation)?.may_lead() {
                leads.push(line);
            }
        }
        app.alphabet().sort(&mut leads, |line| &line.name);
        Ok(leads)
    })
}

/// Names and phones by id, for a page: one statement, however often they are asked for.
#[derive(Clone)]
pub struct Names(Arc<Directory>);

impl Names {
    /// All organisations of the node.
    pub fn read(read: &mut Read<'_>) -> Result<Names, Error> {
        if let Some(names) = &read.names {
            return Ok(names.clone());
        }
        let names = Names(read.views().directory()?);
        read.names = Some(names.clone());
        Ok(names)
    }

    /// The name; an organisation that is not there has none.
    pub fn of(&self, organisation: Id<Organisation>) -> String {
        self.0
            .get(&organisation)
            .map(|line| line.name.clone())
            .unwrap_or_default()
    }

    /// The duty phone.
    pub fn phone(&self, organisation: Id<Organisation>) -> Option<String> {
        self.0.get(&organisation).and_then(|line| line.duty_phone.clone())
    }

    /// The whole line.
    pub fn line(&self, organisation: Id<Organisation>) -> Option<&Line> {
        self.0.get(&organisation)
    }
}

/// The function that is to do a task, where one is meant.
pub(crate) fn function_of(read: &mut Read<'_>, assignee: Assignee) -> Result<Option<Function>, Error> {
    let Some(id) = assignee.function else { return Ok(None) };
    let organisation = read.find(assignee.organisation)?;
    Ok(organisation.and_then(|organisation| organisation.function(id).cloned()))
}

/// The function that is to do a task of the actor's organisation, where it is not the actor's.
pub(crate) fn colleague(read: &mut Read<'_>, assignee: Assignee, actor: Actor) -> Result<Option<String>, Error> {
    let Some(id) = assignee.function.filter(|_| assignee.is(actor)) else {
        return Ok(None);
    };
    let organisation = read.find(assignee.organisation)?;
    let colleagues = organisation
        .as_ref()
        .and_then(|organisation| organisation.of_colleagues(id, actor));
    Ok(colleagues.map(|function| function.title.clone()))
}

/// How whoever is to do a task is named: the organisation, and its function where one is meant.
pub(crate) fn owner(names: &Names, assignee: Assignee, function: Option<&Function>) -> String {
    let name = names.of(assignee.organisation);
    match function {
        Some(function) => format!("{name}: {}", function.title),
        None => name,
    }
}

/// A mail without content goes to those who gave an address: "something waits". Where a function is meant, to those in it and not
/// to their colleagues; to all of the organisation where nobody is in it, or nobody there gave an address.
pub(crate) fn something_waits(read: &mut Read<'_>, to: impl Into<Assignee>) -> Result<(), Error> {
    let Assignee { organisation, function } = to.into();
    let Some(state) = read.find(organisation)? else {
        return Ok(());
    };
    let mut addresses = function.map(|function| addresses_of(&state, Some(function)));
    if addresses.as_ref().is_none_or(Vec::is_empty) {
        addresses = Some(addresses_of(&state, None));
    }
    for address in addresses.unwrap_or_default() {
        read.mail(address);
    }
    Ok(())
}

/// The same mail to the function that answers for an organisation. Where nobody is in it, or nobody there gave an address, none goes
/// out: it waits on the page, and is no matter of their colleagues.
pub(crate) fn something_waits_for_focal(read: &mut Read<'_>, organisation: Id<Organisation>) -> Result<(), Error> {
    let state: Option<Organisation> = read.find(organisation)?;
    let focal = state.and_then(|state| state.focal().map(|focal| addresses_of(&state, Some(focal))));
    for address in focal.unwrap_or_default() {
        read.mail(address);
    }
    Ok(())
}

/// The addresses of those who are there, or in one function of it.
fn addresses_of(of: &Organisation, function: Option<Id<Function>>) -> Vec<String> {
    let there = of.members.iter();
    let there = there.filter(|member| of.member(member.account, None).is_some());
    let meant = there.filter(|member| function.is_none_or(|meant| member.function == meant));
    meant.filter_map(|member| member.mail.clone()).collect()
}

/// Whom escalation reaches: the first of the steps at which somebody is, and the steps that were passed for it. Where nobody is at
/// any, the first stands. WHY: a step that waits for nobody is hours in which nobody knows.
pub(crate) fn first_reached<S: Into<Step> + Copy, T: Into<Assignee> + Copy>(
    read: &mut Read<'_>,
    steps: impl IntoIterator<Item = S>,
    mut reached: impl FnMut(&mut Read<'_>, S) -> Result<T, Error>,
) -> Result<(S, T, Vec<S>), Error> {
    let (mut first, mut passed) = (None, Vec::new());
    for step in steps {
        let to = reached(read, step)?;
        if is_anybody_at(read, step.into(), to.into())? {
            return Ok((step, to, passed));
        }
        first = first.or(Some((step, to)));
        passed.push(step);
    }
    let (step, to) = first.ok_or(Error::NotFound)?;
    Ok((step, to, Vec::new()))
}

/// Whether somebody is there whom a step means, and may do something.
fn is_anybody_at(read: &mut Read<'_>, step: Step, to: Assignee) -> Result<bool, Error> {
    let organisation = read.state(to.organisation)?;
    Ok(match to.function {
        Some(function) => organisation.is_filled(function),
        None => organisation.is_anybody_at(step),
    })
}

/// The organisations in which somebody does tasks, by name. The rule is the one that refuses to give a task to another.
///
/// # Errors
/// When storage is away.
pub fn task_doers(app: &App, root: &Root) -> Result<Vec<Line>, Error> {
    app.view("organisation.task_doers", root, |read, _| {
        let _permit = read.permit(Action::ReadOrganisations, Subject::Own, Facts::None)?;
        let mut doers = Vec::new();
        for line in read.views().organisations()? {
            if read.state(line.organisation)?.does_tasks() {
                doers.push(line);
            }
        }
        app.alphabet().sort(&mut doers, |line| &line.name);
        Ok(doers)
    })
}

/// The organisation that a step of telling others reaches, seen from the one that has not answered, or has not done it.
pub(crate) fn reached(read: &mut Read<'_>, step: Step, from: Id<Organisation>) -> Result<Id<Organisation>, Error> {
    let contact_point = match step {
        Step::Sender | Step::Supervisor => return Ok(from),
        Step::ContactPoint => read.state(from)?.contact_point,
        Step::NationalUnit => None,
    };
    match contact_point {
        Some(contact_point) => Ok(contact_point),
        None => Ok(read.views().national_unit()?.unwrap_or(from)),
    }
}
