//! Sessions of the node's own accounts: the one place where the choice of a persona becomes a person behind a session.
use crate::{
    Failure,
    edge::{Now, Person, Sessions},
};
use std::sync::Arc;
use tiltas_app::{App, account};

impl Sessions {
    /// Kept by the store, as hashes. `wall` is the machine's clock, also where the demonstration moves its own: four hours
    /// that are made to pass sign nobody out. An account that left is nobody at its next request.
    pub fn of_accounts(app: Arc<App>, wall: Now) -> Sessions {
        let (begin, end) = (app.clone(), app.clone());
        let (began, clock) = (wall.clone(), wall.clone());
        Sessions {
            clock,
            begin: Arc::new(move |hash, who, _| {
                account::begin_session(&begin, hash, who, began()).map_err(|error| failure(error, &begin))
            }),
            find: Arc::new(move |hash, _| {
                let found = account::of_session(&app, hash, wall()).map_err(|error| failure(error, &app))?;
                Ok(found.map(|account::SignedIn { account, changed }| Person {
                    actor: account.actor(),
                    name: account.title,
                    organisation: account.organisation_name,
                    changed,
                }))
            }),
            end: Arc::new(move |hash, _| account::end_session(&end, hash).map_err(|error| failure(error, &end))),
        }
    }
}

fn failure(error: tiltas_app::Error, app: &App) -> Failure {
    Failure::of(error, "", app.profile())
}
