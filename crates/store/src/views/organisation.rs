//! Organisations and accounts: the directory, and who can sign in as what.
use super::{Fact, View, code, id, table::digest};
use crate::{
    Error, Result, Snapshot,
    seam::{Row as Columns, Tx},
};
use std::{collections::HashMap, sync::Arc};
use tiltas_domain::{
    Actor, Event, Id, Role,
    organisation::{self, Function, Organisation, OrganisationKind},
};

table! {
    ORGANISATION_TABLE = organisation (
        organisation text NOT NULL, name text NOT NULL, kind text NOT NULL, duty_phone text, contact_point text,
        position bigint NOT NULL
    ) key (organisation)
    index "organisation_position ON organisation (position)"
}
table! {
    ACCOUNT_TABLE = account (
        account text NOT NULL, organisation text NOT NULL, function text NOT NULL, mail text
    ) key (account)
    index "account_organisation ON account (organisation)"
}
table! {
    FUNCTION_TABLE = function_of (
        function text NOT NULL, organisation text NOT NULL, role text NOT NULL, title text NOT NULL, duty_phone text, head text
    ) key (function)
}

pub(crate) const VIEW: View = View {
    name: "organisation",
    version: digest(include_str!("organisation.rs")),
    tables: &[ORGANISATION_TABLE, ACCOUNT_TABLE, FUNCTION_TABLE],
    project,
};
const RIGHTS: &str = "UPDATE account SET function = $2 WHERE account = $1";
const CHANGED_FUNCTION: &str = "UPDATE function_of SET title = $2, duty_phone = $3, head = $4 WHERE function = $1";
const UNDER: &str =
    "UPDATE function_of SET head = (SELECT c.head FROM function_of c WHERE c.function = $1) WHERE head = $1";
const CLOSED: &str = "DELETE FROM function_of WHERE function = $1";
const LEAVE: &str = "DELETE FROM account WHERE account = $1";
const ALL: &str = "SELECT organisation, name, kind, duty_phone, contact_point FROM organisation ORDER BY name";
/// What is in the directory, changed last.
const CHANGED: &str = "SELECT max(position) FROM organisation";
const NATIONAL: &str =
    "SELECT organisation FROM organisation WHERE kind = 'national_unit' ORDER BY organisation LIMIT 1";
const ACCOUNTS: &str = "SELECT a.account, a.organisation, a.function, f.role, f.title, o.name FROM account a JOIN organisation o ON o.organisation = a.organisation JOIN function_of f ON f.function = a.function ORDER BY o.name, f.title, a.account";
const ACCOUNT: &str = "SELECT a.account, a.organisation, a.function, f.role, f.title, o.name FROM account a JOIN organisation o ON o.organisation = a.organisation JOIN function_of f ON f.function = a.function WHERE a.account = $1";
const FUNCTIONS: &str = "SELECT organisation, function, role, title, duty_phone, head FROM function_of ORDER BY organisation, title, function";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Organisation(event) = fact.event else {
        return Ok(());
    };
    let organisation = Id::<Organisation>::from_stored(fact.stream.id).to_string();
    match event {
        organisation::Event::Registered {
            name,
            kind,
            duty_phone,
            contact_point,
        } => {
            let contact_point = contact_point.map(|point| point.to_string());
            tx.execute(
                ORGANISATION_TABLE.new,
                &[
                    &organisation,
                    name,
                    &kind.code(),
                    duty_phone,
                    &contact_point,
                    &fact.position,
                ],
            )
        }
        organisation::Event::FunctionSetUp(function) => tx.execute(
            FUNCTION_TABLE.new,
            &[
                &function.id.to_string(),
                &organisation,
                &function.role.code(),
                &function.title,
                &function.duty_phone,
                &function.head.map(|head| head.to_string()),
            ],
        ),
        organisation::Event::FunctionChanged {
            function,
            title,
            duty_phone,
            head,
        } => {
            let head = head.map(|head| head.to_string());
            tx.execute(CHANGED_FUNCTION, &[&function.to_string(), title, duty_phone, &head])
        }
        organisation::Event::FunctionClosed { function } => {
            let function = function.to_string();
            tx.execute(UNDER, &[&function])?;
            tx.execute(CLOSED, &[&function])
        }
        organisation::Event::MemberJoined(member) => tx.execute(
            ACCOUNT_TABLE.new,
            &[
                &member.account.to_string(),
                &organisation,
                &member.function.to_string(),
                &member.mail,
            ],
        ),
        organisation::Event::MemberLeft { account } => tx.execute(LEAVE, &[&account.to_string()]),
        organisation::Event::MemberRights { account, function, .. } => {
            tx.execute(RIGHTS, &[&account.to_string(), &function.to_string()])
        }
    }
}

/// The organisations of the node.
pub type Directory = HashMap<Id<Organisation>, Line>;

/// The directory as it was read.
#[derive(Clone)]
pub(crate) struct Kept {
    /// How far the journal had changed when it was last known to hold.
    journal: i64,
    /// Where the newest organisation stands.
    changed: Option<i64>,
    directory: Arc<Directory>,
}

/// An organisation in the directory.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub organisation: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Rung at night.
    pub duty_phone: Option<String>,
    /// Its territorial team.
    pub contact_point: Option<Id<Organisation>>,
}

fn line(columns: &Columns<'_>) -> Result<Line> {
    Ok(Line {
        organisation: id(columns, 0, "organisation", "organisation")?,
        name: columns.get(1)?,
        kind: code(columns, 2, "organisation", "kind", OrganisationKind::from_code)?,
        duty_phone: columns.get(3)?,
        contact_point: super::id_or_none(columns, 4, "organisation", "contact_point")?,
    })
}

/// A person in a function.
#[derive(Clone, Debug)]
pub struct Account {
    /// The account.
    pub account: Id<Actor>,
    /// For whom.
    pub organisation: Id<Organisation>,
    /// In which function.
    pub function: Id<Function>,
    /// What it may do.
    pub role: Role,
    /// How colleagues speak of the function.
    pub title: String,
    /// The organisation's name.
    pub organisation_name: String,
}

impl Account {
    /// As one who acts.
    pub fn actor(&self) -> Actor {
        Actor {
            id: self.account,
            role: self.role,
            organisation: self.organisation,
            function: Some(self.function),
        }
    }
}

fn account(columns: &Columns<'_>) -> Result<Account> {
    Ok(Account {
        account: id(columns, 0, "account", "account")?,
        organisation: id(columns, 1, "account", "organisation")?,
        function: id(columns, 2, "account", "function")?,
        role: code(columns, 3, "function_of", "role", Role::from_code)?,
        title: columns.get(4)?,
        organisation_name: columns.get(5)?,
    })
}

fn function(columns: &Columns<'_>) -> Result<(Id<Organisation>, Function)> {
    let function = Function {
        id: id(columns, 1, "function_of", "function")?,
        role: code(columns, 2, "function_of", "role", Role::from_code)?,
        title: columns.get(3)?,
        duty_phone: columns.get(4)?,
        head: super::id_or_none(columns, 5, "function_of", "head")?,
    };
    Ok((id(columns, 0, "function_of", "organisation")?, function))
}

impl Snapshot<'_> {
    /// The directory, by name.
    ///
    /// # Errors
    /// When storage is away.
    pub fn organisations(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }

    /// The directory by id. Every page asks for it and it changes seldom, so what was read stays as long as it is the newest.
    ///
    /// # Errors
    /// When storage is away.
    pub fn directory(&self) -> Result<Arc<Directory>> {
        let kept = || {
            self.store
                .directory
                .lock()
                .map_err(|_| Error::Defect("a reader panicked"))
        };
        let journal = self.changed()?;
        let known = kept()?.clone();
        if let Some(known) = known.as_ref().filter(|known| known.journal == journal) {
            return Ok(known.directory.clone());
        }
        let changed = self.tx()?.row(CHANGED, &[], |row| row.get::<Option<i64>>(0))?.flatten();
        let directory = match known.filter(|known| known.changed == changed) {
            Some(known) => known.directory,
            None => {
                let lines = self.organisations()?.into_iter();
                Arc::new(lines.map(|line| (line.organisation, line)).collect::<Directory>())
            }
        };
        *kept()? = Some(Kept {
            journal,
            changed,
            directory: directory.clone(),
        });
        Ok(directory)
    }

    /// The national unit, where escalation ends.
    ///
    /// # Errors
    /// When storage is away.
    pub fn national_unit(&self) -> Result<Option<Id<Organisation>>> {
        self.tx()?
            .row(NATIONAL, &[], |columns| id(columns, 0, "organisation", "organisation"))
    }

    /// The functions of all organisations, by organisation and title.
    ///
    /// # Errors
    /// When storage is away.
    pub fn functions(&self) -> Result<Vec<(Id<Organisation>, Function)>> {
        self.tx()?.readable(FUNCTIONS, &[], function)
    }

    /// All accounts, by organisation and function.
    ///
    /// # Errors
    /// When storage is away.
    pub fn accounts(&self) -> Result<Vec<Account>> {
        self.tx()?.readable(ACCOUNTS, &[], account)
    }

    /// One account.
    ///
    /// # Errors
    /// When storage is away.
    pub fn account(&self, id: Id<Actor>) -> Result<Option<Account>> {
        self.tx()?.row(ACCOUNT, &[&id.to_string()], account)
    }
}
