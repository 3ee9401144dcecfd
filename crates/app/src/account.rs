//! Accounts: who can sign in, and as what. In the demonstration a persona is chosen; real sign-in comes with its own work.
use crate::{App, Error};
use tiltas_domain::{Actor, Id, Role, organisation::Organisation};
pub use tiltas_store::views::organisation::Account;

/// All accounts of the node, for the choice of a persona.
///
/// # Errors
/// When storage is away.
pub fn all(app: &App) -> Result<Vec<Account>, Error> {
    Ok(app.store().snapshot()?.accounts()?)
}

/// One account; `None` when it left.
///
/// # Errors
/// When storage is away.
pub fn find(app: &App, account: Id<Actor>) -> Result<Option<Account>, Error> {
    Ok(app.store().snapshot()?.account(account)?)
}

/// The node's clock as an actor.
pub fn clock() -> Actor {
    Actor {
        id: Id::from_bytes([0xC1; 16]),
        role: Role::Clock,
        organisation: Id::<Organisation>::from_bytes([0xC1; 16]),
    }
}

/// The founding account: the national unit, before any organisation stands in the journal.
pub fn founder() -> Actor {
    Actor {
        id: Id::from_bytes([0xF0; 16]),
        role: Role::NationalUnit,
        organisation: Id::<Organisation>::from_bytes([0xF0; 16]),
    }
}
