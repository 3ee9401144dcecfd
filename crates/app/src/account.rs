//! Accounts: who can sign in, and as what. In the demonstration a persona is chosen; real sign-in comes with its own work.
use crate::{Act, App, Error, Receipt};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Actor, Changes, Id, Moment, Role, Root,
    organisation::{self, Function, Organisation},
};
use tiltas_store::Snapshot;
pub use tiltas_store::views::organisation::Account;

/// All accounts of the node, for the choice of a persona.
///
/// # Errors
/// When storage is away.
pub fn all(app: &App) -> Result<Vec<Account>, Error> {
    let (mut accounts, alphabet) = (app.store().snapshot()?.accounts()?, app.alphabet());
    accounts.sort_by(|one, other| {
        let by_organisation = alphabet.compare(&one.organisation_name, &other.organisation_name);
        by_organisation.then_with(|| alphabet.compare(&one.title, &other.title))
    });
    Ok(accounts)
}

/// One account as the sealed stream of its organisation tells it; `None` when it left or is suspended.
///
/// # Errors
/// When storage is away.
pub fn find(app: &App, account: Id<Actor>) -> Result<Option<Account>, Error> {
    told(&app.store().snapshot()?, account, None)
}

/// WHY not the view: its columns are clear, and whoever may write into the database would choose a role. It says in which
/// stream to look, and no more.
fn told(snapshot: &Snapshot<'_>, account: Id<Actor>, since: Option<Moment>) -> Result<Option<Account>, Error> {
    let Some(found) = snapshot.account(account)? else {
        return Ok(None);
    };
    let (organisation, _) = snapshot.state(found.organisation)?;
    let Some(organisation) = organisation else {
        return Ok(None);
    };
    let function = organisation.member(account, since).map(|member| member.function);
    let function = function.and_then(|function| organisation.function(function));
    Ok(function.map(|function| Account {
        function: function.id,
        role: function.role,
        title: function.title.clone(),
        organisation_name: organisation.name.clone(),
        ..found
    }))
}

/// Accounts as the streams of their organisations told them, while the journal has not changed since.
#[derive(Default)]
pub(crate) struct Accounts(Mutex<HashMap<Began, (i64, Account)>>);

/// An account, and when its session began: sessions from before it was suspended or signed out everywhere are dead.
type Began = (Id<Actor>, Moment);

/// So many are kept; then all are dropped and told anew.
const KEPT: usize = 4096;

impl Accounts {
    fn get(&self, began: Began, changed: i64) -> Option<Account> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (as_of, account) = kept.get(&began)?;
        (*as_of == changed).then(|| account.clone())
    }

    fn keep(&self, began: Began, changed: i64, account: &Account) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(began, (changed, account.clone()));
    }
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

/// Who is signed in.
pub struct SignedIn {
    /// With which account.
    pub account: Account,
    /// How far the journal had changed when the session was read: see [`crate::today::news`].
    pub changed: i64,
}

/// The account behind a session; `None` when it is unknown, over or ended, or the account left or is suspended.
///
/// # Errors
/// When storage is away.
pub fn of_session(app: &App, id: &[u8], now: Moment) -> Result<Option<SignedIn>, Error> {
    let snapshot = app.store().snapshot()?;
    let Some(session) = snapshot.session(id)? else {
        return Ok(None);
    };
    // A session that began later than now: the clock was set back.
    let runs = now < session.created.plus_hours(ABSOLUTE_HOURS) && now >= session.created.plus_minutes(-1);
    if runs {
        let (account, began, changed) = (session.account, session.created, session.changed);
        let accounts = &app.shared.accounts;
        if let Some(account) = accounts.get((account, began), changed) {
            return Ok(Some(SignedIn { account, changed }));
        }
        let found = told(&snapshot, account, Some(began))?;
        if let Some(found) = &found {
            accounts.keep((account, began), changed, found);
        }
        return Ok(found.map(|account| SignedIn { account, changed }));
    }
    // Over is over, whatever the clock says next.
    drop(snapshot);
    end_session(app, id)?;
    Ok(None)
}

/// Removes the sessions that are over, so that a clock that is set back can't bring one to life.
///
/// # Errors
/// When storage is away.
pub fn sweep_sessions(app: &App, now: Moment) -> Result<(), Error> {
    let over = now.plus_hours(-ABSOLUTE_HOURS);
    app.store().sweep_sessions(over, over)?;
    Ok(())
}

/// Ends every session of the actor's own account, wherever it is signed in. `now` is of the clock that sessions are counted
/// by.
///
/// # Errors
/// When the account left, or storage is away.
pub fn sign_out_everywhere(app: &App, root: &Root, now: Moment) -> Result<Receipt, Error> {
    let (account, organisation) = (root.actor.id, root.actor.organisation);
    let receipt = app.decide(Act::SignOutEverywhere, root, |read, _| {
        let state = read.state(organisation)?;
        let member = state.member(account, None).ok_or(Error::NotFound)?;
        let permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let ended = organisation::Event::MemberRights {
            account,
            function: member.function,
            suspended: false,
            valid_from: now,
        };
        Ok((permit, Changes::new(organisation, ended)))
    })?;
    app.store().end_sessions(account)?;
    Ok(receipt)
}

/// What changes about what an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Nothing, until it is given a function again.
    Suspended,
    /// What this function of its organisation may do.
    Function(Id<Function>),
}

/// Suspends an account or gives it a function; whoever is signed in with it is signed out. `now` as above.
///
/// # Errors
/// When the actor is not the national unit, there is no such account or function, nobody else would be left who registers
/// organisations, or storage is away.
pub fn set_rights(
    app: &App,
    root: &Root,
    (organisation, account): (Id<Organisation>, Id<Actor>),
    rights: Rights,
    now: Moment,
) -> Result<Receipt, Error> {
    let receipt = app.decide(Act::SetRights, root, |read, _| {
        let permit = read.permit(
            Action::RegisterOrganisation,
            Subject::Other(organisation.into()),
            Facts::None,
        )?;
        let state = read.state(organisation)?;
        let member = state.members.iter().find(|member| member.account == account);
        let before = member.ok_or(Error::NotFound)?.function;
        let (function, suspended) = match rights {
            Rights::Suspended => (before, true),
            Rights::Function(function) => (function, false),
        };
        state.function(function).ok_or(Error::NotFound)?;
        state.may_move(account, (!suspended).then_some(function))?;
        let changed = organisation::Event::MemberRights {
            account,
            function,
            suspended,
            valid_from: now,
        };
        Ok((permit, Changes::new(organisation, changed)))
    })?;
    app.store().end_sessions(account)?;
    Ok(receipt)
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
        function: None,
    }
}

/// The founding account: the national unit, before any organisation stands in the journal.
pub fn founder() -> Actor {
    Actor {
        id: Id::from_bytes([0xF0; 16]),
        role: Role::NationalUnit,
        organisation: Id::<Organisation>::from_bytes([0xF0; 16]),
        function: None,
    }
}
