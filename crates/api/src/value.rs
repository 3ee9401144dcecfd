//! What several answers hold: clocks, hands, who the person is, what they told, how safe they are, what happened.
use super::{
    detail,
    reply::{Told, Withheld, codes, known, known_text, text, time, told, withheld},
};
use serde::Serialize;
use tiltas_access::{Shown, Withheld as Why};
use tiltas_app::case::file::{By, Entry, Safety, Value, time::Step, time::What};
use tiltas_domain::{
    Field,
    case::{self, AgeBasis, AgeClass, Sex},
    clock,
    consent::Recipient,
    content::NoteText,
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// A duty with a time.
#[derive(Serialize, ToSchema)]
pub struct Clock {
    /// When it began.
    pub started: String,
    /// When it ends; `null` where there is no deadline, or it is not known.
    pub due: Option<String>,
    /// What it binds to: `target`, `statutory` and others.
    pub kind: &'static str,
    /// How sure the profile is of it: `verified`, `unsure` or `proposed`.
    pub confidence: &'static str,
    /// Article or source.
    pub source: String,
    /// Version of the profile.
    pub profile: String,
}

/// As a clock stands in the journal.
pub fn clock(clock: &clock::Clock) -> Clock {
    Clock {
        started: time(clock.started),
        due: clock.due.map(time),
        kind: clock.kind.code(),
        confidence: clock.confidence.code(),
        source: clock.source.clone(),
        profile: clock.profile.clone(),
    }
}

/// Whose hand: role and organisation, never a name.
#[derive(Serialize, ToSchema)]
pub struct Hand {
    /// In which role.
    pub role: &'static str,
    /// For whom.
    pub organisation: String,
}

/// Whose hand.
pub fn hand(by: &By) -> Hand {
    Hand {
        role: by.role.code(),
        organisation: by.organisation.clone(),
    }
}

/// Who the person is, as far as rules need it.
#[derive(Serialize, ToSchema)]
pub struct Person {
    /// As the person says it.
    pub sex: String,
    /// `adult`, `child`, `unsure`, or one of the three ways of not having it.
    pub age_class: String,
    /// What the age rests on.
    pub age_basis: Option<&'static str>,
    /// Years.
    pub years: String,
    /// When these years were told: somebody who was 17 then is not 17 for ever.
    pub years_told: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub nationality: String,
    /// ISO 639-1; the first is the one to speak.
    pub languages: Vec<String>,
    /// Who interprets.
    pub interpreter: &'static str,
    /// One of the five answers.
    pub accompanying_child: &'static str,
}

/// Who the person is.
pub fn person(person: case::Person) -> Person {
    Person {
        sex: known(&person.sex, Sex::code),
        age_class: known(&person.age.class, AgeClass::code),
        age_basis: person.age.basis.map(AgeBasis::code),
        years: known_text(&person.age.years),
        years_told: None,
        nationality: known_text(&person.nationality),
        languages: person.languages,
        interpreter: person.interpreter.code(),
        accompanying_child: person.accompanying_child.code(),
    }
}

/// One told thing.
#[derive(Serialize, ToSchema)]
pub struct Detail {
    /// Which.
    pub id: String,
    /// `name`, `birth_date`, `document`, `phone`, `whereabouts` or `health`.
    pub field: &'static str,
    /// `signal`, `screening` or `later`.
    pub origin: &'static str,
    /// What, as this role sees it.
    pub value: Told<String>,
    /// Of a name: whose it is, or how it came about.
    pub name_kind: Option<&'static str>,
    /// Of a paper: whether it may be false, as this role sees it.
    pub false_paper: Told<String>,
    /// The older values that it replaced; they open with a reason.
    pub replaced: Vec<String>,
}

/// One told thing.
pub fn entry(words: &Words, entry: &Entry) -> Detail {
    Detail {
        id: entry.id.to_string(),
        field: entry.field.code(),
        origin: entry.origin.code(),
        value: detail::shown(words, &entry.value),
        name_kind: match &entry.value {
            Value::Name(name, _) => Some(name.kind.code()),
            _ => None,
        },
        false_paper: match &entry.value {
            Value::Document(_, answer) => told(words, answer.clone(), |answer| answer.code().to_owned()),
            _ => Told::Nothing,
        },
        replaced: entry.replaced.iter().map(ToString::to_string).collect(),
    }
}

/// A field that is withheld.
#[derive(Serialize, ToSchema)]
pub struct Kept {
    /// Which.
    pub field: &'static str,
    /// Why, as a code and in a sentence.
    pub why: Withheld,
}

/// The fields that are withheld.
pub fn kept(words: &Words, fields: Vec<(Field, Why)>) -> Vec<Kept> {
    let all = fields.into_iter().map(|(field, why)| Kept {
        field: field.code(),
        why: withheld(words, why),
    });
    all.collect()
}

/// Risk and safety.
#[derive(Serialize, ToSchema)]
pub struct Risk {
    /// How high.
    pub level: Told<String>,
    /// Ways of reaching the person, each with `safe`, `care`, `no` or `not_asked`.
    pub channels: Told<Vec<Channel>>,
    /// Words on reaching the person safely.
    pub safe_contact: Told<String>,
    /// Whom the person fears.
    pub feared: Told<Vec<Told<String>>>,
    /// What was agreed.
    pub plan: Told<String>,
}

/// A way of reaching the person.
#[derive(Serialize, ToSchema)]
pub struct Channel {
    /// `call`, `write` or `in_person`.
    pub channel: &'static str,
    /// `safe`, `care`, `no` or `not_asked`.
    pub safety: &'static str,
}

/// Risk and safety.
pub fn risk(words: &Words, safety: &Safety) -> Risk {
    Risk {
        level: told(words, safety.level.clone(), |(level, _)| level.code().to_owned()),
        channels: told(words, safety.level.clone(), |(_, channels)| {
            let each = channels.into_iter().map(|(channel, safety)| Channel {
                channel: channel.code(),
                safety: safety.code(),
            });
            each.collect()
        }),
        safe_contact: text(words, &safety.safe_contact),
        feared: told(words, safety.feared.clone(), |all| {
            all.iter().map(|one| text(words, one)).collect()
        }),
        plan: text(words, &safety.plan),
    }
}

/// One step of what happened.
#[derive(Serialize, ToSchema)]
pub struct Happened {
    /// When.
    pub at: String,
    /// Whose hand.
    pub by: Hand,
    /// What, as a code: `note`, `said`, `referral_sent` and others.
    pub what: String,
    /// Of which referral, note or say, by id.
    pub of: Option<String>,
    /// The organisation that it concerns.
    pub organisation: Option<String>,
    /// Codes that say more: fields, an answer, a level.
    pub codes: Vec<&'static str>,
    /// In words, as this role sees them.
    pub words: Told<String>,
    /// The steps of escalation that were passed for it, since nobody is there.
    pub passed: Vec<&'static str>,
}

/// One step of what happened.
pub fn happened(words: &Words, step: &Step) -> Happened {
    let with = |what: &str, name: &str, codes: Vec<&'static str>| (what.to_owned(), None, Some(name.to_owned()), codes);
    let mut said = Told::Nothing;
    let (what, of, organisation, codes) = match &step.what {
        What::Telling(telling) => {
            said = text(words, &telling.words);
            let how = telling.how.iter().map(|(_, code)| *code);
            (
                telling.what.to_owned(),
                telling.about.map(|about| about.to_string()),
                telling.organisation.clone(),
                how.chain(codes(telling.fields)).collect(),
            )
        }
        What::Note(note, own_words, _, shown) => {
            said = note_words(words, shown);
            let codes = if *own_words { vec!["own_words"] } else { Vec::new() };
            ("note".to_owned(), Some(note.to_string()), None, codes)
        }
        What::TaskOpened(kind, words_of, name) => {
            said = text(words, words_of);
            with("task_opened", name, vec![kind.code()])
        }
        What::TaskDone(kind, name, note) => {
            said = text(words, note);
            with("task_done", name, vec![kind.code()])
        }
        What::TaskCancelled(kind, name, note) => {
            said = text(words, note);
            with("task_cancelled", name, vec![kind.code()])
        }
        What::TaskLate(kind, name) => with("task_late", name, vec![kind.code()]),
        What::Referral(id, name, code, shown) => {
            said = text(words, shown);
            (
                format!("referral_{code}"),
                Some(id.to_string()),
                Some(name.clone()),
                Vec::new(),
            )
        }
        What::ToldByPhone(id, name, function) => {
            said = Told::Open(function.clone());
            let id = Some(id.to_string());
            ("referral_told_by_phone".to_owned(), id, Some(name.clone()), Vec::new())
        }
    };
    Happened {
        at: time(step.at),
        by: hand(&step.by),
        what,
        of,
        organisation,
        codes,
        words: said,
        passed: step.passed.iter().map(|step| step.code()).collect(),
    }
}

fn note_words(words: &Words, shown: &Shown<NoteText>) -> Told<String> {
    text(words, shown)
}

/// About whom the person speaks, as a code.
pub fn recipient(to: Recipient) -> &'static str {
    match to {
        Recipient::Service(service) => service.code(),
        Recipient::Organisation(_) => "organisation",
        Recipient::Police => "police",
    }
}
