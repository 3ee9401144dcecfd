//! The person's file on three screens, each opened as its own function opens it: through the same use case, the same
//! policy, and with the same entry in the journal. What one of them may not see is not here either.
use super::{Seed, night::Night};
use tiltas_app::{
    App, Error, account,
    case::file::{self, File},
};
use tiltas_domain::Moment;

/// One of the three.
#[derive(Debug)]
pub struct Screen {
    /// How colleagues speak of the function.
    pub function: String,
    /// The organisation.
    pub organisation: String,
    /// The file as it is seen there; `None` where not even its existence is known.
    pub file: Option<File>,
}

/// Opens the file for each of the three.
///
/// # Errors
/// When storage is away.
pub fn open(app: &App, seed: &Seed, night: &Night, now: Moment) -> Result<[Screen; 3], Error> {
    let [officer, shelter, police] = night.eyes(seed);
    let one = |actor: tiltas_domain::Actor| {
        let name = format!("night screen {} {}", actor.id, night.events);
        let file = match file::file(app, &seed.context(actor, now, &name), night.case) {
            Ok(file) => Some(file),
            Err(Error::Denied(_) | Error::NotFound) => None,
            Err(error) => return Err(error),
        };
        let account = account::find(app, actor.id)?;
        let (function, organisation) = account
            .map(|account| (account.title, account.organisation_name))
            .unwrap_or_default();
        Ok(Screen {
            function,
            organisation,
            file,
        })
    };
    Ok([one(officer)?, one(shelter)?, one(police)?])
}
