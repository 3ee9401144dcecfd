//! The directory of providers: listed by those who run them, read by all.
use crate::{App, Error, Receipt, organisation::names_of_others};
use tiltas_access::{Action, Facts, OwnFacts, Subject};
use tiltas_domain::{
    Context, Id,
    provider::{self, List, Provider},
};
pub use tiltas_store::views::provider::Line;

/// Lists a provider with its places.
///
/// # Errors
/// When it is another's, or name, service or places are missing.
pub fn list(app: &App, context: &Context, command: &List) -> Result<(Id<Provider>, Receipt), Error> {
    let id = context.id::<Provider>(0);
    let receipt = app.decide("provider.list", context, |read| {
        let facts = OwnFacts::of(command.offer.organisation, &context.actor);
        let permit = read.permit(Action::ListProvider, Subject::Other(id.into()), facts)?;
        let names = names_of_others(read, command.offer.organisation, context)?;
        Ok((permit, provider::list(command, &names, context)?))
    })?;
    Ok((id, receipt))
}

/// Changes what a provider offers, and adds the places that it has not yet.
///
/// # Errors
/// When it is another's, or name or service are missing.
pub fn change(app: &App, context: &Context, id: Id<Provider>, command: &List) -> Result<Receipt, Error> {
    app.decide("provider.change", context, |read| {
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
pub fn directory(app: &App, context: &Context) -> Result<Vec<Line>, Error> {
    app.view("provider.directory", context, |read| {
        let _permit = read.permit(Action::ReadProviders, Subject::Own, Facts::None)?;
        let mut lines = read.views().providers(context.now)?;
        app.alphabet().sort(&mut lines, |line| &line.offer.name);
        Ok(lines)
    })
}

/// One provider.
///
/// # Errors
/// When there is none.
pub fn one(app: &App, context: &Context, id: Id<Provider>) -> Result<Line, Error> {
    let found = directory(app, context)?.into_iter().find(|line| line.provider == id);
    found.ok_or(Error::NotFound)
}
