//! What the person told, once: each thing with where it comes from, and what replaced it. A correction never
//! overwrites: the new value stands, the old one stays sealed and opens only with a reason.
use crate::{
    Changes, Content, Context, Id, Moment, Sensitive,
    case::{self, Age, AgeClass, Case, Person},
    content::{BirthDate, DocumentNumber, Field, HealthNote, Parts, PersonName, Phone, Whereabouts},
    context::Draw,
    known::{Answer, Known, codes},
    profile::Profile,
    task::{self, Work},
};
use minicbor::{Decode, Encode};

codes! {
    /// Whose name it is, or how it came about.
    NameKind {
        /// The name that the person uses.
        0 Own = "own",
        /// As a paper has it, which may be false.
        1 Document = "document",
        /// Another name of the person.
        2 Alias = "alias",
        /// Given to the person by others.
        3 ByOthers = "by_others",
    }
}

codes! {
    /// How sure a name is.
    NameConfidence {
        /// Sure.
        0 Sure = "sure",
        /// Heard, spelling open.
        1 Heard = "heard",
        /// In doubt.
        2 Doubtful = "doubtful",
    }
}

codes! {
    /// In which letters it was written.
    Script {
        /// Latin.
        0 Latin = "latin",
        /// Cyrillic.
        1 Cyrillic = "cyrillic",
        /// Another.
        2 Other = "other",
    }
}

codes! {
    /// Where a value comes from.
    Origin {
        /// The signal.
        0 Signal = "signal",
        /// A screening.
        1 Screening = "screening",
        /// Told later.
        2 Later = "later",
    }
}

/// A name among the names.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Name {
    /// Own, document, alias, by others.
    #[n(0)]
    pub kind: NameKind,
    /// In which letters.
    #[n(1)]
    pub script: Script,
    /// How sure.
    #[n(2)]
    pub confidence: NameConfidence,
    /// The name.
    #[n(3)]
    pub name: Content<PersonName>,
}

impl Name {
    /// A name as the person gave it, spelling open.
    pub fn given(name: PersonName, script: Script) -> Name {
        Name {
            kind: NameKind::Own,
            script,
            confidence: NameConfidence::Heard,
            name: name.into(),
        }
    }
}

/// The script of what was typed: its first letter decides.
pub fn script_of(text: &str) -> Script {
    match text.chars().find(|c| c.is_alphabetic()) {
        Some('\u{0400}'..='\u{052f}') => Script::Cyrillic,
        Some('A'..='Z' | 'a'..='z' | '\u{00c0}'..='\u{024f}') => Script::Latin,
        _ => Script::Other,
    }
}

/// One thing that the person told or that was seen.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Detail {
    /// A name.
    #[n(0)]
    Name(#[n(0)] Name),
    /// A birth date.
    #[n(1)]
    BirthDate(#[n(0)] Content<BirthDate>),
    /// A paper; whether it may be false.
    #[n(2)]
    Document(#[n(0)] Content<DocumentNumber>, #[n(1)] Answer),
    /// A telephone.
    #[n(3)]
    Phone(#[n(0)] Content<Phone>),
    /// Where the person is.
    #[n(4)]
    Whereabouts(#[n(0)] Content<Whereabouts>),
    /// Health.
    #[n(5)]
    Health(#[n(0)] Content<HealthNote>),
}

impl Detail {
    /// Which field it tells.
    pub fn field(&self) -> Field {
        match self {
            Detail::Name(_) => Field::Name,
            Detail::BirthDate(_) => Field::BirthDate,
            Detail::Document(..) => Field::Document,
            Detail::Phone(_) => Field::Phone,
            Detail::Whereabouts(_) => Field::Whereabouts,
            Detail::Health(_) => Field::Health,
        }
    }
}

/// Told, or corrected.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// Told for the first time.
    #[n(0)]
    Told {
        /// Which.
        #[n(0)]
        detail: Id<Detail>,
        /// Where it comes from.
        #[n(1)]
        origin: Origin,
        /// What.
        #[n(2)]
        value: Detail,
    },
    /// The new value stands; the old one stays, sealed.
    #[n(1)]
    Corrected {
        /// The new one.
        #[n(0)]
        detail: Id<Detail>,
        /// The one it replaces.
        #[n(1)]
        replaces: Id<Detail>,
        /// The new value.
        #[n(2)]
        value: Detail,
    },
}

/// One told thing as the file keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Which.
    pub id: Id<Detail>,
    /// Where it comes from.
    pub origin: Origin,
    /// What.
    pub value: Detail,
    /// What replaced it.
    pub replaced_by: Option<Id<Detail>>,
}

/// Corrects a told thing.
#[derive(Clone, Debug)]
pub struct Correct {
    /// The one that was wrong.
    pub replaces: Id<Detail>,
    /// What is right.
    pub value: Detail,
}

/// Why a value is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such value in this file.
    #[error("DET-01: this file has no such value")]
    NotThere,
    /// Replaced already.
    #[error("DET-02: this value was corrected before; correct the one that stands")]
    Replaced,
    /// A phone can't correct a name.
    #[error("DET-03: a correction is of the same kind as what it corrects")]
    OtherField,
}

/// Writes down what the person told; `nth` tells apart several things written at once.
pub fn tell(id: Id<Case>, value: Detail, origin: Origin, nth: u32, context: &Context) -> Changes {
    Changes::new(
        id,
        case::Event::Detail(Event::Told {
            detail: context.part(Draw::Detail, nth),
            origin,
            value,
        }),
    )
}

/// What a birth date that is written down now tells of the age, so that age stays one fact and a child takes the child's route by
/// itself: who is told what follows is said by [`case::describe`]. Nothing for another value, or for one that is no date.
///
/// # Errors
/// When it contradicts an age that a document or an assessment showed.
pub fn age_of_birth(
    id: Id<Case>,
    case: &Case,
    value: &Detail,
    noticed: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, case::Refusal> {
    let Detail::BirthDate(Content::New(date)) = value else {
        return Ok(Changes::default());
    };
    #[expect(
        clippy::disallowed_methods,
        reason = "the age is derived when the date is recorded; nothing leaves"
    )]
    let Some((least, most)) = years_since(date.bare(), profile, context.now) else {
        return Ok(Changes::default());
    };
    let stands = case.person.age;
    let is = |class| stands.class == Known::Is(class);
    let age = if least >= 18 {
        if stands.takes_child_route() {
            // A date that was only told ends no doubt.
            let checked = stands.is_checked();
            return if checked {
                Err(case::Refusal::AgeContradicts)
            } else {
                Ok(Changes::default())
            };
        }
        Age {
            class: Known::Is(AgeClass::Adult),
            basis: None,
            years: Known::Is(least),
        }
    } else if stands.is_checked() && is(AgeClass::Adult) {
        return Err(case::Refusal::AgeContradicts);
    } else if most < 18 {
        Age {
            class: Known::Is(AgeClass::Child),
            basis: None,
            years: Known::Is(most),
        }
    } else {
        Age {
            class: Known::Is(AgeClass::Unsure),
            basis: None,
            years: Known::Unknown,
        }
    };
    let person = Person {
        age,
        ..Person::default()
    };
    case::describe(id, case, &person, noticed, profile, context)
}

/// The least and the most whole years that somebody with this birth date has: `1998`, `1998-05` or `1998-05-17`.
fn years_since(date: &str, profile: &Profile, now: Moment) -> Option<(u8, u8)> {
    let zone = jiff::tz::TimeZone::get(&profile.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = zone.to_datetime(now.timestamp()).date();
    let mut parts = date.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().and_then(|month| month.parse().ok());
    let day: Option<i8> = parts.next().and_then(|day| day.parse().ok());
    let first = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (Some(_), Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        _ => first.last_of_year(),
    };
    let years = |born: jiff::civil::Date| {
        let had = (today.month(), today.day()) >= (born.month(), born.day());
        let years = i32::from(today.year()) - i32::from(born.year()) - i32::from(!had);
        u8::try_from(years.clamp(0, 120)).ok()
    };
    Some((years(last)?, years(first)?))
}

/// Corrects a value: every organisation that holds the old one by a disclosure gets a task. `nth` tells apart several
/// corrections made at once.
///
/// # Errors
/// When there is no such value, it was corrected before, or the kinds differ.
pub fn correct(
    id: Id<Case>,
    case: &Case,
    command: &Correct,
    nth: u32,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let old = case
        .details
        .iter()
        .find(|told| told.id == command.replaces)
        .ok_or(Refusal::NotThere)?;
    if old.replaced_by.is_some() {
        return Err(Refusal::Replaced);
    }
    if old.value.field() != command.value.field() {
        return Err(Refusal::OtherField);
    }
    let changes = Changes::new(
        id,
        case::Event::Detail(Event::Corrected {
            detail: context.part(Draw::Detail, nth),
            replaces: command.replaces,
            value: command.value.clone(),
        }),
    );
    let holders = case.holders_of(old.value.field(), context.now);
    // Beside the notice of a child, which may begin in the same commit.
    let first = (nth + 1) * 64;
    Ok((first..).zip(holders).fold(changes, |changes, (nth, holder)| {
        let work = Work::TakeCorrection(command.replaces);
        let (task, term) = (context.id(nth), &profile.correction);
        changes.and_all(task::open(task, id, work, holder, term, profile, context))
    }))
}

/// Folds into the list of what was told; `None` when the event can't follow.
pub(crate) fn evolve(mut details: Vec<Told>, event: &Event) -> Option<Vec<Told>> {
    match event {
        Event::Told { detail, origin, value } => {
            details.push(Told {
                id: *detail,
                origin: *origin,
                value: value.clone(),
                replaced_by: None,
            });
        }
        Event::Corrected {
            detail,
            replaces,
            value,
        } => {
            let old = details
                .iter_mut()
                .find(|told| told.id == *replaces && told.replaced_by.is_none())?;
            old.replaced_by = Some(*detail);
            let origin = old.origin;
            details.push(Told {
                id: *detail,
                origin,
                value: value.clone(),
                replaced_by: None,
            });
        }
    }
    Some(details)
}
