//! What a decision changes: events of several streams, each typed by its stream.
use crate::{
    Id, audit::Audit, case::Case, content::Parts, organisation::Organisation, provider::Provider, referral::Referral,
};
use std::fmt;

/// A stream is its state: what folds, and which events.
pub trait Stream: Sized + Clone + Send + Sync + 'static {
    /// Which stream.
    const KIND: Kind;
    /// Its events.
    type Event: Into<Event> + TryFrom<Event> + Clone;
    /// Folds one event. `None`: the event can't follow this state, and the store reports the journal as inconsistent there.
    fn evolve(state: Option<Self>, event: &Self::Event) -> Option<Self>;
}

/// The kinds of streams; the number is part of ids drawn for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One person's file.
    Case = 1,
    /// One sending.
    Referral = 2,
    /// A provider with its places and holds.
    Provider = 3,
    /// An organisation with its people in functions.
    Organisation = 4,
    /// Who looked, who was told no.
    Access = 5,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 5] = [
        Kind::Case,
        Kind::Referral,
        Kind::Provider,
        Kind::Organisation,
        Kind::Access,
    ];

    /// Sealed under the key of the case that the permit names; the others under the node's.
    pub fn is_personal(self) -> bool {
        matches!(self, Kind::Case | Kind::Referral)
    }

    /// The word before the colon in a stream's name.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Case => "case",
            Kind::Referral => "referral",
            Kind::Provider => "provider",
            Kind::Organisation => "organisation",
            Kind::Access => "access",
        }
    }
}

/// Names a stream: kind and id.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamId {
    /// Which kind.
    pub kind: Kind,
    /// The id, as bytes.
    pub id: [u8; 16],
}

impl StreamId {
    /// Reads what [`fmt::Display`] wrote; `None` for anything else.
    pub fn parse(text: &str) -> Option<StreamId> {
        let (word, id) = text.split_once(':')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word)?;
        let id: Id<()> = id.parse().ok()?;
        Some(StreamId {
            kind,
            id: *id.as_bytes(),
        })
    }
}

impl<K: Stream> From<Id<K>> for StreamId {
    fn from(id: Id<K>) -> Self {
        StreamId {
            kind: K::KIND,
            id: *id.as_bytes(),
        }
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), Id::<()>::from_stored(self.id))
    }
}

impl fmt::Debug for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

macro_rules! events { ($($n:literal $name:ident($state:ty)),* $(,)?) => {
    /// Everything that the journal can hold; each view's match over it is exhaustive.
    #[derive(Clone, Debug, minicbor::Encode, minicbor::Decode)]
    #[cbor(context_bound = "Parts")]
    pub enum Event { $(
        #[doc = concat!("Of a ", stringify!($name), " stream.")]
        #[n($n)] $name(#[n(0)] <$state as Stream>::Event)
    ),* }
    $(
        impl From<<$state as Stream>::Event> for Event {
            fn from(event: <$state as Stream>::Event) -> Self { Event::$name(event) }
        }
        impl TryFrom<Event> for <$state as Stream>::Event {
            type Error = ();
            fn try_from(event: Event) -> Result<Self, ()> {
                match event { Event::$name(event) => Ok(event), _ => Err(()) }
            }
        }
    )*
} }
events! { 0 Case(Case), 1 Referral(Referral), 2 Provider(Provider), 3 Organisation(Organisation), 4 Audit(Audit) }

impl Event {
    /// The one event that outlives its case's key, so that what is gone stays explained.
    pub fn forgets(&self) -> bool {
        matches!(self, Event::Case(crate::case::Event::Forgotten { .. }))
    }
}

/// One event and the stream it goes to.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where.
    pub stream: StreamId,
    /// What.
    pub event: Event,
}

/// What a decision changes, in order; all or nothing.
#[derive(Clone, Debug, Default)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// One event.
    pub fn new<K: Stream>(id: Id<K>, event: impl Into<K::Event>) -> Changes {
        Changes::default().and(id, event)
    }

    /// And another.
    pub fn and<K: Stream>(mut self, id: Id<K>, event: impl Into<K::Event>) -> Changes {
        self.0.push(Change {
            stream: id.into(),
            event: event.into().into(),
        });
        self
    }

    /// All of `others` after these.
    pub fn and_all(mut self, others: Changes) -> Changes {
        self.0.extend(others.0);
        self
    }

    /// In order.
    pub fn list(&self) -> &[Change] {
        &self.0
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
