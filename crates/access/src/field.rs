//! Which field opens for whom. INVARIANT: a withheld field says why, by its field and its reason, and never hints at the value.
use crate::{Action, Facts, Part};
use tiltas_domain::{Class, Field, Role};

/// Why a field is withheld. The page has a sentence for each, and for some by field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Withheld {
    /// Sealed: opens with a reason, for a quarter of an hour, and is logged.
    Sealed(Field),
    /// It did not go to this receiver: the service does not need it.
    NotDisclosed(Field),
    /// Needs consent, or a court order.
    NeedsConsent,
    /// Told for the person's safety, not as evidence.
    ForSafety,
    /// The person is asked, through the case manager.
    AskPerson,
    /// The task needs that the person is in help, not where.
    TaskNeedsNot,
    /// Reached through the contact point only.
    ThroughContactPoint,
    /// The role knows that the case exists, and no more.
    ExistenceOnly,
    /// Another organisation leads the case now.
    LedByOther,
    /// Not for this step.
    OtherStep,
    /// It belongs to another file.
    OtherCase,
}

impl Withheld {
    /// The code from which the page finds its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Withheld::Sealed(_) => "sealed",
            Withheld::NotDisclosed(_) => "not_disclosed",
            Withheld::NeedsConsent => "needs_consent",
            Withheld::ForSafety => "for_safety",
            Withheld::AskPerson => "ask_person",
            Withheld::TaskNeedsNot => "task_needs_not",
            Withheld::ThroughContactPoint => "through_contact_point",
            Withheld::ExistenceOnly => "existence_only",
            Withheld::LedByOther => "led_by_other",
            Withheld::OtherStep => "other_step",
            Withheld::OtherCase => "other_case",
        }
    }
}

/// Asks for one field of a permit that was given.
pub(crate) fn covers(action: Action, role: Role, facts: &Facts, field: Field) -> Result<(), Withheld> {
    let part = facts.part();
    match role {
        Role::Clock | Role::DataProtection => only(field, &[Field::SpokenName]),
        Role::Police => police(field),
        // They work on plan and recommendations, and open no case.
        Role::Secretariat
        | Role::FocalFunction
        | Role::Rapporteur
        | Role::Expert
        | Role::Organiser
        | Role::Observer => only(field, &[]),
        // WHY before the rest: an organisation that knows only that the case exists has nobody who knows more.
        _ if part == Part::Existence => only(field, &[Field::SpokenName]),
        Role::NationalUnit => operational(field),
        Role::Supervisor if matches!(part, Part::Lead | Part::Recorded | Part::FormerLead) => operational(field),
        // WHY: where something was sent to its organisation, a supervisor sees of it no more than the organisation got.
        Role::Supervisor => {
            if facts.got(field) || matches!(field, Field::SpokenName | Field::Work) {
                operational(field)
            } else {
                Err(Withheld::NotDisclosed(field))
            }
        }
        Role::ContactPoint if part == Part::None && facts.reached() => operational(field),
        Role::FirstResponder | Role::CaseManager | Role::ContactPoint | Role::ChildProtection | Role::Provider => {
            if part == Part::Lead && role != Role::Provider {
                return leads(action, field);
            }
            if facts.got(field) {
                return Ok(());
            }
            match part {
                Part::Recorded | Part::FormerLead => follows(field),
                Part::None | Part::Existence | Part::Part | Part::Lead => work(field),
            }
        }
    }
}

/// The work itself, and the name to speak of the person by; the rest went nowhere.
fn work(field: Field) -> Result<(), Withheld> {
    match field {
        Field::SpokenName | Field::Work => Ok(()),
        _ => Err(Withheld::NotDisclosed(field)),
    }
}

/// The lead sees all; who the person is stays sealed until it is opened on purpose.
fn leads(action: Action, field: Field) -> Result<(), Withheld> {
    match (field.class(), action) {
        (Class::Identity, Action::OpenName | Action::OpenReplaced) => Ok(()),
        (Class::Identity, _) => Err(Withheld::Sealed(field)),
        (Class::Contact | Class::Health | Class::Narrative | Class::Operational, _) => Ok(()),
    }
}

/// Whoever recorded the signal, or led the case, and passed the lead on follows the work, and learns nothing of where the
/// person is now, nor opens who it is.
fn follows(field: Field) -> Result<(), Withheld> {
    match field.class() {
        Class::Operational => Ok(()),
        Class::Identity | Class::Contact | Class::Health | Class::Narrative => Err(Withheld::LedByOther),
    }
}

fn operational(field: Field) -> Result<(), Withheld> {
    match field.class() {
        Class::Operational => Ok(()),
        Class::Identity | Class::Contact | Class::Health | Class::Narrative => Err(Withheld::ExistenceOnly),
    }
}

fn only(field: Field, open: &[Field]) -> Result<(), Withheld> {
    if open.contains(&field) {
        Ok(())
    } else {
        Err(Withheld::ExistenceOnly)
    }
}

/// Police know that the case exists; each other field says what would open it. Consent to police, and court orders,
/// come with the proceeding.
fn police(field: Field) -> Result<(), Withheld> {
    match field {
        Field::SpokenName => Ok(()),
        Field::Person | Field::Language | Field::Work | Field::Risk | Field::Note => Err(Withheld::ExistenceOnly),
        Field::Name | Field::BirthDate | Field::Document | Field::Health => Err(Withheld::NeedsConsent),
        Field::Phone | Field::SafeContact => Err(Withheld::ThroughContactPoint),
        Field::Whereabouts => Err(Withheld::TaskNeedsNot),
        Field::Feared => Err(Withheld::ForSafety),
        Field::Story => Err(Withheld::AskPerson),
    }
}
