//! What the person told, once: each thing with where it comes from, and what replaced it. A correction never
//! overwrites: the new value stands, the old one stays sealed and opens only with a reason.
use crate::{
    Changes, Content, Context, Id, OfCase, Stream, Summary,
    case::Case,
    changes::Kind,
    content::{BirthDate, DocumentNumber, Field, Fields, HealthNote, Parts, PersonName, Phone, Whereabouts},
    known::{Answer, codes},
    organisation::Organisation,
    profile::Profile,
    task::{self, Owed, Work},
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

impl Told {
    /// Whether it stands, and so can be corrected.
    ///
    /// # Errors
    /// When it was corrected before.
    pub fn may_be_corrected(&self) -> Result<(), Refusal> {
        self.replaced_by.map_or(Ok(()), |_| Err(Refusal::Replaced))
    }

    /// Another value in its place.
    pub fn corrected_by(&self, value: Detail) -> Correct {
        Correct {
            replaces: self.id,
            value,
        }
    }
}

/// What was told in a case, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details(pub Vec<Told>);

impl OfCase for Details {}

impl Stream for Details {
    const KIND: Kind = Kind::Detail;
    type Event = Event;

    fn evolve(state: Option<Details>, event: &Event) -> Option<Details> {
        let mut details = state.unwrap_or_default();
        match event {
            Event::Told { detail, origin, value } => {
                details.0.push(Told {
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
                    .0
                    .iter_mut()
                    .find(|told| told.id == *replaces && told.replaced_by.is_none())?;
                old.replaced_by = Some(*detail);
                let origin = old.origin;
                details.0.push(Told {
                    id: *detail,
                    origin,
                    value: value.clone(),
                    replaced_by: None,
                });
            }
        }
        Some(details)
    }

    fn begins(event: &Event) -> Option<Id<()>> {
        match event {
            Event::Told { detail, .. } | Event::Corrected { detail, .. } => Some(detail.bare()),
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Told { value, .. } => Summary::new("told").fields(Fields::of(&[value.field()])),
            Event::Corrected { value, .. } => Summary::new("corrected").fields(Fields::of(&[value.field()])),
        })
    }
}

impl Details {
    /// The standing values of a kind, oldest first.
    pub fn standing(&self, field: Field) -> impl Iterator<Item = &Told> {
        let standing = self.0.iter().filter(|told| told.replaced_by.is_none());
        standing.filter(move |told| told.value.field() == field)
    }
}

/// Corrects a told thing.
#[derive(Clone, Debug)]
pub struct Correct {
    /// The one that was wrong.
    pub replaces: Id<Detail>,
    /// What is right.
    pub value: Detail,
}

crate::slice::refusal! {
    /// Why a value is not written.
    Refusal {
        /// No such value in this file.
        NotThere = "DET-01", "this file has no such value";
        /// Replaced already.
        Replaced = "DET-02", "this value was corrected before; correct the one that stands";
        /// A phone can't correct a name.
        OtherField = "DET-03", "a correction is of the same kind as what it corrects";
    }
}

/// Writes down what the person told; `nth` tells apart several things written at once.
pub fn tell(case: Id<Case>, value: Detail, origin: Origin, nth: u32, context: &Context) -> Changes {
    Changes::new(
        case.of::<Details>(),
        Event::Told {
            detail: context.inside::<Details, _>(nth),
            origin,
            value,
        },
    )
}

/// Corrects a value: every organisation that holds the old one by a disclosure gets a task; `holders` are those. `nth` tells apart
/// several corrections made at once.
///
/// # Errors
/// When there is no such value, it was corrected before, or the kinds differ.
pub fn correct(
    case: Id<Case>,
    details: &Details,
    command: &Correct,
    holders: Vec<Id<Organisation>>,
    nth: u32,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let old = details
        .0
        .iter()
        .find(|told| told.id == command.replaces)
        .ok_or(Refusal::NotThere)?;
    old.may_be_corrected()?;
    if old.value.field() != command.value.field() {
        return Err(Refusal::OtherField);
    }
    let changes = Changes::new(
        case.of::<Details>(),
        Event::Corrected {
            detail: context.inside::<Details, _>(nth),
            replaces: command.replaces,
            value: command.value.clone(),
        },
    );
    let tasks = context.fork("correction", nth);
    Ok((0..).zip(holders).fold(changes, |changes, (nth, holder)| {
        let work = Work::TakeCorrection(command.replaces);
        let (task, term) = (tasks.id(nth), &profile.correction);
        changes.and_all(task::open(task, case, Owed::new(work, holder, term), profile, context))
    }))
}
