//! Accounts: who can sign in, and as what. In the demonstration a persona is chosen; real sign-in comes with its own work.
use crate::{App, Error};
use tiltas_domain::{Actor, Id, Moment, Role, organisation::Organisation};
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

/// A session is over so long after it began.
///
/// WHY no shorter idle time yet: a persona of the demonstration has no passkey to come back with, and no page warns before the
/// time runs out. Both come with real sign-in, and with them a quarter of an hour.
const ABSOLUTE_HOURS: i64 = 8;

/// Begins a session of this account; the store keeps only the hash of `id`.
///
/// # Errors
/// When storage is away.
pub fn begin_session(app: &App, id: &[u8], account: Id<Actor>, now: Moment) -> Result<(), Error> {
    let over = now.plus_hours(-ABSOLUTE_HOURS);
    app.store().sweep_sessions(over, over)?;
    Ok(app.store().begin_session(id, account, now)?)
}

/// The account behind a session; `None` when it is unknown, over, or the account left.
///
/// # Errors
/// When storage is away.
pub fn of_session(app: &App, id: &[u8], now: Moment) -> Result<Option<Account>, Error> {
    let session = app.store().find_session(id)?;
    let runs = session.filter(|session| now < session.created.plus_hours(ABSOLUTE_HOURS));
    match runs {
        Some(session) => find(app, session.account),
        None => Ok(None),
    }
}

/// Ends a session; ending one that is not there does no harm.
///
/// # Errors
/// When storage is away.
pub fn end_session(app: &App, id: &[u8]) -> Result<(), Error> {
    Ok(app.store().end_session(id)?)
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
