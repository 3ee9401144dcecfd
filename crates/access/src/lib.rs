//! Who may see or do it, and under which ground? Permits are made here and nowhere else, by one exhaustive match over role,
//! action, facts and field.
//!
//! A permit can't be forged (the twin below shows that nothing else is wrong):
//! ```compile_fail,E0451
//! fn forged(organisation: tiltas_domain::Id<tiltas_domain::organisation::Organisation>) -> tiltas_access::Permit { tiltas_access::Permit { subject: tiltas_access::Subject::Own, action: tiltas_access::Action::ReadList, role: tiltas_domain::Role::Provider, organisation, facts: tiltas_access::Facts::None } }
//! ```
//! ```
//! fn twin(permit: &tiltas_access::Permit) -> tiltas_access::Action { permit.action() }
//! ```
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic
    )
)]
#![warn(missing_docs)]
mod facts;
mod field;
mod policy;
mod record;
mod shown;
mod training;

pub use facts::{CaseFacts, Facts, OwnFacts, Part, ReferralFacts, RowFacts, Side, TaskEnd, TaskFacts};
pub use field::Withheld;
pub use policy::Action;
pub use record::{Record, Scope, named_in_consent, named_in_need, named_in_referral, named_in_step, named_in_task};
pub use shown::{Seen, Shown};
use tiltas_domain::{
    Actor, Context, Field, Fields, Id, Owner, Purpose, Role, StreamId, case::Case, organisation::Organisation,
};
pub use training::TrainedFacts;

/// What the permit is about. Only a case has a key, so only a permit for a case opens or seals content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One person's file.
    Case(Id<Case>),
    /// Another stream.
    Other(StreamId),
    /// The actor's own lists.
    Own,
}

/// Evidence that a policy said yes. Opening, sealing and committing take it; it is made by [`permit`] alone.
#[derive(Debug)]
#[must_use]
pub struct Permit {
    subject: Subject,
    action: Action,
    role: Role,
    organisation: Id<Organisation>,
    facts: Facts,
    /// Where only these fields are asked for.
    only: Option<Fields>,
}

impl Permit {
    /// The same for these fields and no others: what a form needs of a file.
    pub fn only(self, fields: Fields) -> Permit {
        Permit {
            only: Some(self.only.map_or(fields, |before| before.and_only(fields))),
            ..self
        }
    }

    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// For which action.
    pub fn action(&self) -> Action {
        self.action
    }

    /// The case whose content it opens and seals, if any.
    pub fn case(&self) -> Option<Id<Case>> {
        match self.subject {
            Subject::Case(case) => Some(case),
            Subject::Other(_) | Subject::Own => None,
        }
    }

    /// Whether it is a permit for what lies under this owner's key.
    pub fn is_for(&self, owner: Owner) -> bool {
        match owner {
            Owner::Case(case) | Owner::Record { case, .. } => self.case() == Some(case),
            Owner::Thing(stream) => self.subject == Subject::Other(stream),
        }
    }

    /// Whether the field may be opened.
    ///
    /// # Errors
    /// The reason why not, to be shown in words.
    pub fn covers(&self, field: Field) -> Result<(), Withheld> {
        field::covers(self.action, self.role, &self.facts, field)?;
        match self.only {
            Some(only) if !only.contains(field) => Err(Withheld::OtherStep),
            _ => Ok(()),
        }
    }

    /// The fields that may be opened.
    pub fn open_fields(&self) -> Fields {
        let all = Field::ALL.iter().copied();
        all.filter(|field| self.covers(*field).is_ok()).collect()
    }

    /// The fields that may not, and why: from the list of fields and not of values, so that it says nothing of what was told.
    pub fn withheld_fields(&self) -> Vec<(Field, Withheld)> {
        let all = Field::ALL.iter();
        all.filter_map(|field| Some((*field, self.covers(*field).err()?)))
            .collect()
    }

    /// A value of the process part, shown or withheld by its field.
    pub fn show<T>(&self, field: Field, value: T) -> Shown<T> {
        self.show_given(field, Some(value))
    }

    /// The same where there may be none: that nothing was given is told only to those who may see it.
    pub fn show_given<T>(&self, field: Field, value: Option<T>) -> Shown<T> {
        Shown::new(match (self.covers(field), value) {
            // Who may open it with a reason may know that there is nothing to open.
            (Ok(()) | Err(Withheld::Sealed(_)), None) => Seen::NotGiven,
            (Err(why), _) => Seen::Withheld(why),
            (Ok(()), Some(value)) => Seen::Open(value),
        })
    }

    /// Content that lies sealed under the key of `owner`, opened by `open`, which finds none where the file was forgotten. It
    /// is called only where the field may be seen. `owner` is `None` where nothing was given.
    ///
    /// # Errors
    /// What `open` says.
    pub fn reveal<T, E>(
        &self,
        field: Field,
        owner: Option<Option<Owner>>,
        open: impl FnOnce() -> Result<Option<T>, E>,
    ) -> Result<Shown<T>, E> {
        Ok(Shown::new(match (self.covers(field), owner) {
            (Ok(()) | Err(Withheld::Sealed(_)), None) => Seen::NotGiven,
            (Err(why), _) => Seen::Withheld(why),
            (Ok(()), Some(owner)) if !owner.is_some_and(|owner| self.is_for(owner)) => {
                Seen::Withheld(Withheld::OtherCase)
            }
            (Ok(()), Some(_)) => open()?.map_or(Seen::Forgotten, Seen::Open),
        }))
    }

    /// Which records of a kind are there for this reader.
    pub fn scope(&self, record: Record) -> Scope {
        record::scope(self.action, self.role, &self.facts, record)
    }

    /// Whether a record that names these organisations is there for this reader.
    pub fn sees(&self, record: Record, named: &[Id<Organisation>]) -> bool {
        match self.scope(record) {
            Scope::All => true,
            Scope::Own => named.contains(&self.organisation),
            Scope::None => false,
        }
    }

    /// A record that names these organisations, made only where it is there for this reader.
    pub fn record<T>(&self, record: Record, named: &[Id<Organisation>], make: impl FnOnce() -> T) -> Option<T> {
        self.sees(record, named).then(make)
    }

    /// The content of a record, opened by `open` where the record is there for this reader; `None` where it is not. What is
    /// sealed under a key that the permit is not for stays withheld; `open` finds none where the file was forgotten.
    ///
    /// # Errors
    /// What `open` says.
    pub fn reveal_record<T, E>(
        &self,
        record: Record,
        named: &[Id<Organisation>],
        owner: Option<Owner>,
        open: impl FnOnce() -> Result<Option<T>, E>,
    ) -> Result<Option<Shown<T>>, E> {
        if !self.sees(record, named) {
            return Ok(None);
        }
        Ok(Some(Shown::new(match owner {
            Some(owner) if self.is_for(owner) => open()?.map_or(Seen::Forgotten, Seen::Open),
            _ => Seen::Withheld(Withheld::OtherCase),
        })))
    }

    /// Whether the same reader, with the same facts, may also do this: what a page offers.
    pub fn also(&self, action: Action) -> bool {
        policy::allows(action, self.role, &self.facts).is_ok()
    }

    /// The same with a reason given, for what asks for one.
    pub fn also_because(&self, action: Action) -> bool {
        policy::allows(action, self.role, &self.facts.because("offered")).is_ok()
    }

    /// How the reader's organisation stands to the case.
    pub fn part(&self) -> Part {
        self.facts.part()
    }

    /// Whether a delay in the case was escalated to the reader's organisation.
    pub fn is_told_of_delay(&self) -> bool {
        self.facts.told_of_delay()
    }

    /// How it stands to the referral.
    pub fn side(&self) -> Side {
        self.facts.side()
    }

    /// Whether all that the reader knows is that the case exists.
    pub fn existence_only(&self) -> bool {
        self.facts.part() == Part::Existence || self.role == Role::Police
    }
}

/// The policy said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{rule}: {need}")]
pub struct Denial {
    /// The rule's name, for the audit.
    pub rule: &'static str,
    /// What would be needed.
    pub need: &'static str,
    /// About what.
    pub subject: Subject,
    /// For which action.
    pub action: Action,
}

/// Whether the actor may do this to something of its own, or to nothing in particular: what a page offers before there is a case.
pub fn may_own(actor: &Actor, action: Action) -> bool {
    let own = OwnFacts::of(actor.organisation, actor).into();
    [Facts::None, own]
        .iter()
        .any(|facts| policy::allows(action, actor.role, facts).is_ok())
}

/// What a role works for, unless the page says otherwise.
pub fn purpose(role: Role) -> Purpose {
    match role {
        Role::Police => Purpose::Investigation,
        Role::ChildProtection => Purpose::ChildProtection,
        Role::DataProtection => Purpose::Supervision,
        Role::Clock
        | Role::Secretariat
        | Role::FocalFunction
        | Role::Rapporteur
        | Role::Expert
        | Role::Organiser
        | Role::Observer => Purpose::Administration,
        Role::FirstResponder
        | Role::Supervisor
        | Role::CaseManager
        | Role::Provider
        | Role::ContactPoint
        | Role::NationalUnit => Purpose::Assistance,
    }
}

/// Asks the policy. Use cases ask through `Read::permit`, which notes the question and its answer in the audit.
///
/// # Errors
/// A [`Denial`] naming the rule and what would be needed.
pub fn permit(context: &Context, action: Action, subject: Subject, facts: impl Into<Facts>) -> Result<Permit, Denial> {
    let (role, facts) = (context.actor.role, facts.into());
    match policy::allows(action, role, &facts) {
        Ok(()) => Ok(Permit {
            subject,
            action,
            role,
            organisation: context.actor.organisation,
            facts,
            only: None,
        }),
        Err((rule, need)) => Err(Denial {
            rule,
            need,
            subject,
            action,
        }),
    }
}
