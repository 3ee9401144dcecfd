//! Functions of an organisation that stands: opened, changed, closed, by whoever registers organisations.
use crate::{Act, App, Error, Read, Receipt};
use tiltas_access::{Action, Facts, Permit, Subject};
use tiltas_domain::{
    Id, Root,
    organisation::{self, Function, OpenFunction, Organisation, ToldOfFunction},
};

fn permitted(read: &mut Read<'_>, id: Id<Organisation>) -> Result<(Permit, Organisation), Error> {
    let permit = read.permit(Action::RegisterOrganisation, Subject::Other(id.into()), Facts::None)?;
    Ok((permit, read.state(id)?))
}

/// An organisation with its functions and accounts, for those who may change them.
///
/// # Errors
/// When the actor may not, or there is none.
pub fn organisation(app: &App, root: &Root, id: Id<Organisation>) -> Result<Organisation, Error> {
    app.view("function.organisation", root, |read, _| {
        permitted(read, id).map(|(_, organisation)| organisation)
    })
}

/// Opens a function; nobody is in it yet.
///
/// # Errors
/// When the actor may not, or a rule of [`organisation::open_function`] says no.
pub fn open(app: &App, root: &Root, id: Id<Organisation>, command: &OpenFunction) -> Result<Receipt, Error> {
    app.decide(Act::OpenFunction, root, |read, context| {
        let (permit, state) = permitted(read, id)?;
        Ok((permit, organisation::open_function(id, &state, command, context)?))
    })
}

/// Changes the title, the phone and the head of a function.
///
/// # Errors
/// When the actor may not, or a rule of [`organisation::change_function`] says no.
pub fn change(
    app: &App,
    root: &Root,
    id: Id<Organisation>,
    function: Id<Function>,
    told: &ToldOfFunction,
) -> Result<Receipt, Error> {
    app.decide(Act::ChangeFunction, root, |read, _| {
        let (permit, state) = permitted(read, id)?;
        Ok((permit, organisation::change_function(id, &state, function, told)?))
    })
}

/// Closes a function in which nobody is: its tasks are the organisation's.
///
/// # Errors
/// When the actor may not, or a rule of [`organisation::close_function`] says no.
pub fn close(app: &App, root: &Root, id: Id<Organisation>, function: Id<Function>) -> Result<Receipt, Error> {
    app.decide(Act::CloseFunction, root, |read, _| {
        let (permit, state) = permitted(read, id)?;
        Ok((permit, organisation::close_function(id, &state, function)?))
    })
}
