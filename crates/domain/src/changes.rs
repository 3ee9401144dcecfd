//! What a decision changes: events of several streams, each typed by its stream.
pub use crate::{
    Event, Kind,
    slice::{Recorded, Summary},
};
use crate::{Id, case::Case, organisation::Organisation};
use std::{any::Any, collections::HashMap, fmt, sync::Arc};

/// A stream is its state: what folds, and which events.
pub trait Stream: Sized + Clone + Send + Sync + 'static {
    /// Which stream.
    const KIND: Kind;
    /// Its events.
    type Event: Recorded;
    /// Folds one event. `None`: the event can't follow this state, and the store reports the journal as inconsistent there.
    fn evolve(state: Option<Self>, event: &Self::Event) -> Option<Self>;
    /// How an event stands among the steps of a file, for a slice that needs no more than this there.
    fn summary(_: &Self::Event) -> Option<Summary<'_>> {
        None
    }
    /// The thing that an event begins inside the stream, whose id is answered to whoever asked for it.
    fn begins(_: &Self::Event) -> Option<Id<()>> {
        None
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
        let kind = Kind::ALL.iter().copied().find(|kind| kind.word() == word)?;
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

/// Under whose key the events of a kind are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedUnder {
    /// The key of the case whose id the stream bears.
    SameCase,
    /// The key of the case that the permit names.
    Case,
    /// The key of the case that the permit names; where it names none, a key of the stream's own.
    CaseOrThing,
    /// The node's own key: nothing in it is about a person.
    Node,
}

/// Whose key seals an event. Each owner has one key, and each kind of owner its own rule for destroying it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// One person's file.
    Case(Id<Case>),
    /// What one organisation keeps of a case as its own record.
    Record {
        /// About whom.
        case: Id<Case>,
        /// Whose record.
        organisation: Id<Organisation>,
    },
    /// A stream that belongs to no case.
    Thing(StreamId),
}

impl Owner {
    /// The case, where it is a person's file.
    pub fn case(self) -> Option<Id<Case>> {
        match self {
            Owner::Case(case) => Some(case),
            Owner::Record { .. } | Owner::Thing(_) => None,
        }
    }

    /// Reads what [`fmt::Display`] wrote; `None` for anything else.
    pub fn parse(text: &str) -> Option<Owner> {
        if let Some(thing) = text.strip_prefix("thing:") {
            return StreamId::parse(thing).map(Owner::Thing);
        }
        let Some(record) = text.strip_prefix("record:") else {
            return text.parse().ok().map(Owner::Case);
        };
        let (case, organisation) = record.split_once(':')?;
        Some(Owner::Record {
            case: case.parse().ok()?,
            organisation: organisation.parse().ok()?,
        })
    }
}

impl From<Id<Case>> for Owner {
    fn from(case: Id<Case>) -> Self {
        Owner::Case(case)
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Owner::Case(case) => write!(f, "{case}"),
            Owner::Record { case, organisation } => write!(f, "record:{case}:{organisation}"),
            Owner::Thing(stream) => write!(f, "thing:{stream}"),
        }
    }
}

impl Event {
    /// Whether it outlives the key of what it is about, so that what is gone stays explained: each kind of owner has one such event.
    pub fn forgets(&self) -> bool {
        matches!(
            self,
            Event::Case(crate::case::Event::Forgotten { .. })
                | Event::Task(crate::task::Event::Forgotten)
                | Event::Book(crate::import::book::Event::Forgotten)
        )
    }

    /// Whose key is destroyed on this event, where it stands in `stream`.
    pub fn forgotten(&self, stream: StreamId) -> Option<Owner> {
        self.forgets().then(|| match stream.kind {
            Kind::Case => Owner::Case(Id::from_stored(stream.id)),
            _ => Owner::Thing(stream),
        })
    }
}

/// A state of any stream.
pub type State = dyn Any + Send + Sync;

type Fold = fn(Option<Box<State>>, &Event) -> Option<Box<State>>;

/// One event, the stream it goes to, and how that stream folds it.
#[derive(Clone)]
pub struct Change {
    /// Where.
    pub stream: StreamId,
    /// What.
    pub event: Event,
    fold: Fold,
    copy: fn(&State) -> Option<Box<State>>,
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Change")
            .field("stream", &self.stream)
            .field("event", &self.event)
            .finish_non_exhaustive()
    }
}

fn fold<K: Stream>(state: Option<Box<State>>, event: &Event) -> Option<Box<State>> {
    let state = match state {
        Some(state) => Some(*state.downcast::<K>().ok()?),
        None => None,
    };
    Some(Box::new(K::evolve(state, K::Event::of(event)?)?))
}

fn copy<K: Stream>(state: &State) -> Option<Box<State>> {
    Some(Box::new(state.downcast_ref::<K>()?.clone()))
}

/// What was read of a stream that is to be written.
pub enum Lent {
    /// It was not asked for: it must be new.
    Nothing,
    /// Only that it is there.
    Version,
    /// Its state.
    State(Arc<State>),
}

/// Changes that no rule should have made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The stream is there, and was written without being read.
    NotRead(StreamId),
    /// An event can't follow the state of its stream.
    DoesNotFollow(StreamId),
    /// Something of this kind should have begun, and did not.
    BeginsNothing(&'static str),
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
            fold: fold::<K>,
            copy: copy::<K>,
        });
        self
    }

    /// All of `others` after these.
    pub fn and_all(mut self, others: Changes) -> Changes {
        self.0.extend(others.0);
        self
    }

    /// Those of one kind of stream.
    pub fn of_kind(mut self, kind: Kind) -> Changes {
        self.0.retain(|change| change.stream.kind == kind);
        self
    }

    /// In order.
    pub fn list(&self) -> &[Change] {
        &self.0
    }

    /// Folds every event over what was read of its stream, before anything is written: a journal that can't be folded could
    /// never be read again.
    ///
    /// # Errors
    /// The first stream that does not fold, or was written without being read.
    pub fn fit(&self, lent: impl Fn(StreamId) -> Lent) -> Result<(), Misfit> {
        let mut states: HashMap<StreamId, Box<State>> = HashMap::new();
        // What forgets a file ends it: nothing is folded after it.
        for change in self.0.iter().filter(|change| !change.event.forgets()) {
            let stream = change.stream;
            let before = match states.remove(&stream) {
                Some(state) => Some(state),
                None => match lent(stream) {
                    Lent::Nothing => None,
                    Lent::Version => return Err(Misfit::NotRead(stream)),
                    Lent::State(state) => Some((change.copy)(&*state).ok_or(Misfit::DoesNotFollow(stream))?),
                },
            };
            let after = (change.fold)(before, &change.event).ok_or(Misfit::DoesNotFollow(stream))?;
            states.insert(stream, after);
        }
        Ok(())
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_follow_or_was_not_read_is_a_misfit() {
        let id = Id::<Organisation>::from_stored([2; 16]);
        let left = Changes::new(
            id,
            crate::organisation::Event::MemberLeft {
                account: Id::from_stored([3; 16]),
            },
        );
        let stream = StreamId::from(id);
        let state = |members| {
            Lent::State(Arc::new(Organisation {
                name: "House".to_owned(),
                kind: crate::organisation::OrganisationKind::Shelter,
                duty_phone: None,
                contact_point: None,
                functions: Vec::new(),
                members,
                validity: Vec::new(),
            }))
        };
        let member = crate::organisation::Member {
            account: Id::from_stored([3; 16]),
            function: Id::from_stored([4; 16]),
            mail: None,
        };
        assert_eq!(left.fit(|_| state(vec![member.clone()])), Ok(()));
        let misfit = Err(Misfit::DoesNotFollow(stream));
        assert_eq!(
            left.clone().and_all(left.clone()).fit(|_| state(vec![member.clone()])),
            misfit
        );
        assert_eq!(left.fit(|_| state(Vec::new())), misfit, "nobody there to leave");
        assert_eq!(left.fit(|_| Lent::Nothing), misfit, "nor in a new stream");
        assert_eq!(left.fit(|_| Lent::State(Arc::new(5))), misfit, "nor over another state");
        assert_eq!(left.fit(|_| Lent::Version), Err(Misfit::NotRead(stream)));
    }

    #[test]
    fn an_owner_is_read_back_as_it_is_written() {
        let (case, organisation) = (Id::from_stored([1; 16]), Id::from_stored([2; 16]));
        let thing = StreamId {
            kind: Kind::Provider,
            id: [3; 16],
        };
        let owners = [
            Owner::Case(case),
            Owner::Record { case, organisation },
            Owner::Thing(thing),
        ];
        for owner in owners {
            assert_eq!(Owner::parse(&owner.to_string()), Some(owner));
        }
        for wrong in [
            "",
            "record:",
            "record:1:2",
            "thing:",
            "thing:house:1",
            &format!("thing:{case}"),
        ] {
            assert_eq!(Owner::parse(wrong), None, "{wrong}");
        }
    }
}
