//! The directory of providers: listed by those who run them, read by all.
use crate::{Act, App, Error, Receipt, organisation::names_of_others};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Id, Root,
    provider::{self, List, Provider},
};
pub use tiltas_store::views::provider::Line;

/// Lists a provider with its places.
///
/// # Errors
/// When it is another's, or name, service or places are missing.
pub fn list(app: &App, root: &Root, command: &List) -> Result<(Id<Provider>, Receipt), Error> {
    let receipt = app.decide(Act::ListProvider, root, |read, context| {
        let id = context.id::<Provider>(0);
        let facts = OwnFacts::of(command.offer.organisation, &context.actor);
        let permit = read.permit(Action::ListProvider, Subject::Other(id.into()), facts)?;
        let names = names_of_others(read, command.offer.organisation, context)?;
        Ok((permit, provider::list(command, &names, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// Changes what a provider offers, and adds the places that it has not yet.
///
/// # Errors
/// When it is another's, or name or service are missing.
pub fn change(app: &App, root: &Root, id: Id<Provider>, command: &List) -> Result<Receipt, Error> {
    app.decide(Act::ChangeProvider, root, |read, context| {
        let provider = read.state(id)?;
        let facts = OwnFacts::of(provider.offer.organisation, &context.actor);
        let permit = read.permit(Action::ListProvider, Subject::Other(id.into()), facts)?;
        let names = names_of_others(read, command.offer.organisation, context)?;
        Ok((permit, provider::change(id, &provider, command, &names, context)?))
    })
}

/// All providers with their free places now, by name. Never an address, a room or who lives there.
///
/// # Errors
/// When storage is away.
pub fn directory(app: &App, root: &Root) -> Result<Vec<Line>, Error> {
    app.view("provider.directory", root, |read, context| {
        let _permit = read.permit(Action::ReadProviders, Subject::Own, Facts::None)?;
        let mut lines = read.views().providers(context.now)?;
        app.alphabet().sort(&mut lines, |line| &line.offer.name);
        Ok(lines)
    })
}

/// Whether the actor may change what this provider offers. Nothing is shown, so nothing is noted.
///
/// # Errors
/// When storage is away.
pub fn may_change(app: &App, root: &Root, line: &Line) -> Result<bool, Error> {
    app.glance("provider.may_change", root, |read, context| {
        let facts = OwnFacts::of(line.offer.organisation, &context.actor);
        Ok(read.may(
            Act::ChangeProvider.action(),
            Subject::Other(line.provider.into()),
            facts,
        ))
    })
}

/// One provider.
///
/// # Errors
/// When there is none.
pub fn one(app: &App, root: &Root, id: Id<Provider>) -> Result<Line, Error> {
    let found = directory(app, root)?.into_iter().find(|line| line.provider == id);
    found.ok_or(Error::NotFound)
}
