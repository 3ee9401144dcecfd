//! What an event says about a person, by field and disclosure class. An event is one enum; a [`Content`] field leaves the
//! process part while it is encoded: its bytes go to the part of its class, a slot number stays.
//!
//! INVARIANT: nothing here prints, compares or serialises what it holds.
use crate::known::codes;
use std::{fmt, marker::PhantomData, sync::Arc};
use zeroize::{Zeroize, ZeroizeOnDrop};

codes! {
    /// A disclosure class: what is sealed, opened and withheld together.
    Class {
        /// Who the person is: names, birth date, documents.
        0 Identity = "identity",
        /// How to reach the person, where they are, whom they fear.
        1 Contact = "contact",
        /// The person's health.
        2 Health = "health",
        /// What happened to the person, and what was noted.
        3 Narrative = "narrative",
        /// What two organisations say to each other to get the work done.
        4 Operational = "operational",
    }
}

codes! {
    /// What can be disclosed, one by one. A receiver sees the fields of the disclosure and no other of their class.
    Field {
        /// The spoken name, by which the work goes on.
        0 SpokenName = "spoken_name",
        /// Sex and age class, nationality, child with the person.
        1 Person = "person",
        /// Languages and interpreter.
        2 Language = "language",
        /// Level of risk and the safe channels.
        3 Risk = "risk",
        /// What is asked for, and messages about it.
        4 Work = "work",
        /// Names.
        5 Name = "name",
        /// Birth date.
        6 BirthDate = "birth_date",
        /// Papers.
        7 Document = "document",
        /// Telephone.
        8 Phone = "phone",
        /// Where the person is.
        9 Whereabouts = "whereabouts",
        /// How the person can be reached safely.
        10 SafeContact = "safe_contact",
        /// Whom the person fears, and the safety plan.
        11 Feared = "feared",
        /// Health.
        12 Health = "health",
        /// What happened to the person.
        13 Story = "story",
        /// Notes of those who work on the case.
        14 Note = "note",
    }
}

impl Field {
    /// The class that the field is sealed with. The first five are told by rules and lie in the process part.
    pub fn class(self) -> Class {
        match self {
            Field::SpokenName | Field::Person | Field::Language | Field::Risk | Field::Work => Class::Operational,
            Field::Name | Field::BirthDate | Field::Document => Class::Identity,
            Field::Phone | Field::Whereabouts | Field::SafeContact | Field::Feared => Class::Contact,
            Field::Health => Class::Health,
            Field::Story | Field::Note => Class::Narrative,
        }
    }
}

/// A set of fields, one bit each, in the order of [`Field::ALL`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, minicbor::Encode, minicbor::Decode)]
#[cbor(transparent)]
pub struct Fields(#[n(0)] u64);

impl Fields {
    /// Nothing.
    pub const NONE: Fields = Fields(0);

    /// What goes with every referral, and what every yes lets go: without the spoken name and what is asked for, two sides
    /// can't speak of the case at all.
    pub const ALWAYS: Fields = Fields(1 << Field::SpokenName as u32 | 1 << Field::Work as u32);

    /// These fields.
    pub fn of(fields: &[Field]) -> Fields {
        fields.iter().copied().collect()
    }

    /// Whether `field` is among them.
    pub fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u64) != 0
    }

    /// Whether all of `other` are among them.
    pub fn covers(self, other: Fields) -> bool {
        other.0 & !self.0 == 0
    }

    /// Both together.
    pub fn and(self, other: Fields) -> Fields {
        Fields(self.0 | other.0)
    }

    /// Those that `other` has too.
    pub fn and_only(self, other: Fields) -> Fields {
        Fields(self.0 & other.0)
    }

    /// Those that `other` does not have.
    pub fn without(self, other: Fields) -> Fields {
        Fields(self.0 & !other.0)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// One by one, in order.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.contains(*field))
    }
}

impl FromIterator<Field> for Fields {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        Fields(fields.into_iter().fold(0, |bits, field| bits | 1 << field as u64))
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Field::code)).finish()
    }
}

/// The signs of a line: a name, a number, a place.
pub const LINE: usize = 200;
/// The signs of words from one side to the other: short enough to be read at night.
pub const WORDS: usize = 4_000;
/// The signs of a text: what happened, a note.
pub const TEXT: usize = 20_000;

/// A value about a person: no `Display`, no `Serialize`, a redacted `Debug`, wiped when dropped.
pub trait Sensitive: Sized {
    /// What it tells.
    const FIELD: Field;
    /// The class under which it is sealed.
    const CLASS: Class;
    /// How many signs it may have.
    const LONGEST: usize;
    /// Takes what a person typed, already trimmed.
    fn wrap(text: String) -> Self;
    /// The bare text. Clippy's `disallowed-methods` allows it in three places: encoding, sealing a card, the page filter.
    fn bare(&self) -> &str;
}

macro_rules! sensitive { ($($(#[$doc:meta])* $name:ident: $field:ident in $class:ident, $longest:ident),* $(,)?) => { $(
    $(#[$doc])*
    #[derive(Clone, Zeroize, ZeroizeOnDrop)]
    pub struct $name(String);

    impl fmt::Debug for $name {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(concat!(stringify!($name), "(…)")) }
    }

    impl Sensitive for $name {
        const FIELD: Field = Field::$field;
        const CLASS: Class = Class::$class;
        const LONGEST: usize = $longest;
        fn wrap(text: String) -> Self { $name(text) }
        fn bare(&self) -> &str { &self.0 }
    }
)* } }
sensitive! {
    /// One name, as written in its script.
    PersonName: Name in Identity, LINE,
    /// A birth date, as precise as it is known: `1998`, `1998-05` or `1998-05-17`.
    BirthDate: BirthDate in Identity, LINE,
    /// The number of a paper, which may be false.
    DocumentNumber: Document in Identity, LINE,
    /// A telephone number.
    Phone: Phone in Contact, LINE,
    /// Where the person is, or sleeps.
    Whereabouts: Whereabouts in Contact, WORDS,
    /// Words on how to reach the person safely.
    SafeContact: SafeContact in Contact, WORDS,
    /// Whom the person fears.
    FearedPerson: Feared in Contact, LINE,
    /// What was agreed for the person's safety.
    SafetyPlan: Feared in Contact, TEXT,
    /// Health, as far as help needs it.
    HealthNote: Health in Health, TEXT,
    /// What happened, as told or seen.
    Narrative: Story in Narrative, TEXT,
    /// A note of those who work on the case.
    NoteText: Note in Narrative, TEXT,
    /// What two organisations say to each other about the work.
    Message: Work in Operational, WORDS,
    /// Why somebody opened what is sealed: it stands in the access log, under the key of the case.
    OpeningReason: Work in Operational, WORDS,
}

/// The ciphertext of one event by class, opaque here; where it lies is part of what the seal covers.
#[derive(Debug)]
pub struct Sealed {
    /// Stream and version, or table, row and column.
    pub place: String,
    /// Whose key seals it; `None`: the node's.
    pub owner: Option<crate::Owner>,
    /// One part for each class, in the order of [`Class::ALL`].
    pub parts: [Option<Vec<u8>>; 5],
}

/// A value that is new and not yet sealed, or a handle to where it lies sealed. Only the store opens a handle.
pub enum Content<T> {
    /// Not yet in the journal.
    New(T),
    /// Sealed, in this slot of its class's part.
    Sealed {
        /// The event it belongs to.
        event: Arc<Sealed>,
        /// Which of the texts of its class.
        slot: u32,
        /// What it is when opened.
        of: PhantomData<fn() -> T>,
    },
}

impl<T> Content<T> {
    /// Whose key seals it; `None` before the commit, and under the node's key.
    pub fn owner(&self) -> Option<crate::Owner> {
        match self {
            Content::New(_) => None,
            Content::Sealed { event, .. } => event.owner,
        }
    }
}

impl<T> Content<T> {
    /// Where it lies sealed: it tells whether a page would show something else, without opening anything.
    pub fn place(&self) -> Option<(&str, u32)> {
        match self {
            Content::New(_) => None,
            Content::Sealed { event, slot, .. } => Some((&event.place, *slot)),
        }
    }
}

impl<T: Clone> Clone for Content<T> {
    fn clone(&self) -> Self {
        match self {
            Content::New(value) => Content::New(value.clone()),
            Content::Sealed { event, slot, .. } => Content::Sealed {
                event: event.clone(),
                slot: *slot,
                of: PhantomData,
            },
        }
    }
}

/// Equal when they lie in the same place; two new values are never said to be equal or not by what they hold.
impl<T> PartialEq for Content<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Content::New(_), Content::New(_)) => true,
            (Content::Sealed { event: a, slot: n, .. }, Content::Sealed { event: b, slot: m, .. }) => {
                a.place == b.place && n == m
            }
            _ => false,
        }
    }
}

impl<T> fmt::Debug for Content<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Content(…)")
    }
}

impl<T> From<T> for Content<T> {
    fn from(value: T) -> Self {
        Content::New(value)
    }
}

/// The other half of an event while it is encoded or decoded.
pub trait Parts {
    /// Keeps a text in the part of its class and tells its slot.
    fn put(&mut self, class: Class, text: &str) -> u32;
    /// The sealed event that is being read.
    fn sealed(&self) -> Arc<Sealed>;
}

impl<T: Sensitive, P: Parts> minicbor::Encode<P> for Content<T> {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        parts: &mut P,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "encoding is one of the three places")]
            Content::New(value) => e.u32(parts.put(T::CLASS, value.bare()))?.ok(),
            Content::Sealed { .. } => Err(minicbor::encode::Error::message(
                "sealed content is copied by opening it, never by encoding it",
            )),
        }
    }
}

impl<'b, T: Sensitive, P: Parts> minicbor::Decode<'b, P> for Content<T> {
    fn decode(d: &mut minicbor::Decoder<'b>, parts: &mut P) -> Result<Self, minicbor::decode::Error> {
        Ok(Content::Sealed {
            event: parts.sealed(),
            slot: d.u32()?,
            of: PhantomData,
        })
    }
}
