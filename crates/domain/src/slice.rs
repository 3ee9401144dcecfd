//! What a slice tells the house, told once: the streams and the refusals that there are. The list stands in `lib.rs`.
use crate::{
    Event, Id, Stream,
    case::Case,
    content::{Content, Fields, Message},
    organisation::Organisation,
};

/// What a slice keeps of each case beside the case's own stream: a stream under the case's id and key, empty until its first event.
/// It knows no case, only the facts that it is given, and moves no permit.
pub trait OfCase: Stream {}

impl Id<Case> {
    /// What the slice `K` keeps of this case.
    pub fn of<K: OfCase>(self) -> Id<K> {
        Id::from_stored(*self.as_bytes())
    }
}

/// An event of one kind of stream among those of the journal.
pub trait Recorded: Into<Event> + Clone {
    /// The event, if it is of this kind.
    fn of(event: &Event) -> Option<&Self>;
}

/// An event as a step that every list, page and program can show without knowing its slice.
#[derive(Clone, Copy, Debug)]
pub struct Summary<'e> {
    /// What happened: the code of its words.
    pub what: &'static str,
    /// How it went: a list of the catalogues and a code of it, in the order in which they are read.
    pub how: [Option<(&'static str, &'static str)>; 2],
    /// The organisation that it concerns.
    pub organisation: Option<Id<Organisation>>,
    /// The function that it concerns there, never a name.
    pub function: &'e str,
    /// The fields that it concerns.
    pub fields: Fields,
    /// How many things it tells.
    pub count: usize,
    /// The thing that it is about.
    pub about: Option<Id<()>>,
    /// In words.
    pub words: Option<&'e Content<Message>>,
    /// Whether the steps of a file leave it out.
    pub quiet: bool,
}

impl<'e> Summary<'e> {
    /// Something happened.
    pub fn new(what: &'static str) -> Summary<'e> {
        Summary {
            what,
            how: [None; 2],
            organisation: None,
            function: "",
            fields: Fields::NONE,
            count: 0,
            about: None,
            words: None,
            quiet: false,
        }
    }

    /// How it went: a list of the catalogues and a code of it.
    #[must_use]
    pub fn how(mut self, list: &'static str, code: &'static str) -> Summary<'e> {
        self.how = match self.how {
            [None, _] => [Some((list, code)), None],
            [first, _] => [first, Some((list, code))],
        };
        self
    }

    /// The organisation that it concerns.
    #[must_use]
    pub fn with(mut self, organisation: Id<Organisation>) -> Summary<'e> {
        self.organisation = Some(organisation);
        self
    }

    /// The function that it concerns there.
    #[must_use]
    pub fn function(mut self, function: &'e str) -> Summary<'e> {
        self.function = function;
        self
    }

    /// The fields that it concerns.
    #[must_use]
    pub fn fields(mut self, fields: Fields) -> Summary<'e> {
        self.fields = fields;
        self
    }

    /// How many things it tells.
    #[must_use]
    pub fn count(mut self, count: usize) -> Summary<'e> {
        self.count = count;
        self
    }

    /// The thing that it is about.
    #[must_use]
    pub fn about<T>(mut self, thing: Id<T>) -> Summary<'e> {
        self.about = Some(Id::from_stored(*thing.as_bytes()));
        self
    }

    /// In words.
    #[must_use]
    pub fn words(mut self, words: Option<&'e Content<Message>>) -> Summary<'e> {
        self.words = words;
        self
    }

    /// The steps of a file leave it out.
    #[must_use]
    pub fn quiet(mut self) -> Summary<'e> {
        self.quiet = true;
        self
    }
}

/// Declares the kinds of streams: number, event, state, the word in a stream's name, and under whose key it is sealed. The number
/// is part of the ids drawn for a kind, and of the encoding of its events.
macro_rules! streams { ($($(#[$doc:meta])* $n:literal $name:ident($state:ty) = $word:literal, under $under:ident;)+) => {
    /// The kinds of streams.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Kind { $($(#[$doc])* $name = $n),+ }

    impl Kind {
        /// All of them.
        pub const ALL: &'static [Kind] = &[$(Kind::$name),+];

        /// Under whose key its events are sealed.
        pub fn sealed_under(self) -> $crate::changes::SealedUnder {
            match self { $(Kind::$name => $crate::changes::SealedUnder::$under),+ }
        }

        /// The word before the colon in a stream's name.
        pub fn word(self) -> &'static str {
            match self { $(Kind::$name => $word),+ }
        }
    }

    $(const _: () = assert!($n < $crate::context::KINDS, "kinds of streams and other draws must not meet");)+

    /// Everything that the journal can hold.
    #[derive(Clone, Debug, minicbor::Encode, minicbor::Decode)]
    #[cbor(context_bound = "crate::content::Parts")]
    pub enum Event { $(
        #[doc = concat!("Of a ", $word, " stream.")]
        #[n($n)] $name(#[n(0)] <$state as $crate::Stream>::Event)
    ),+ }

    $(
        impl From<<$state as $crate::Stream>::Event> for Event {
            fn from(event: <$state as $crate::Stream>::Event) -> Self { Event::$name(event) }
        }
        impl $crate::changes::Recorded for <$state as $crate::Stream>::Event {
            fn of(event: &Event) -> Option<&Self> {
                match event { Event::$name(event) => Some(event), _ => None }
            }
        }
    )+

    impl Event {
        /// How it stands among the steps of a file; `None` where its slice tells more.
        pub fn summary(&self) -> Option<$crate::changes::Summary<'_>> {
            match self { $(Event::$name(event) => <$state as $crate::Stream>::summary(event)),+ }
        }

        /// The thing that it begins inside its stream, where it begins one.
        pub fn begins(&self) -> Option<$crate::Made> {
            match self {
                $(Event::$name(event) => {
                    let begun = <$state as $crate::Stream>::begins(event)?;
                    Some($crate::Made::Inside(Kind::$name, begun))
                }),+
            }
        }
    }
} }
pub(crate) use streams;

/// Declares why the rules of a slice say no: each reason with its stable code for help desks, programs and translators, and with its
/// sentence for logs and developers. What people read stands in the catalogues, under the code.
macro_rules! refusal { ($(#[$doc:meta])* Refusal { $(
    $(#[$variant_doc:meta])*
    $variant:ident $(($($value:ty),+))? $({ $($(#[$field_doc:meta])* $field:ident: $of:ty),+ $(,)? })? = $code:literal, $sentence:literal;
)+ }) => {
    $(#[$doc])*
    #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
    pub enum Refusal { $(
        $(#[$variant_doc])*
        #[error($sentence)]
        $variant $(($($value),+))? $({ $($(#[$field_doc])* $field: $of),+ })?
    ),+ }

    impl Refusal {
        /// The codes of all of them.
        pub const CODES: &'static [&'static str] = &[$($code),+];

        /// Its stable code: `REF-03`.
        pub fn code(&self) -> &'static str {
            match self { $(Refusal::$variant { .. } => $code),+ }
        }
    }
} }
pub(crate) use refusal;

/// Declares the slices whose rules say no: a variant for each, and a macro that gives them to another crate's.
macro_rules! refusals { ($dollar:tt $($name:ident($slice:ident)),+ $(,)?) => {
    /// A rule of the mechanism said no.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
    pub enum Refused { $(
        #[doc = concat!("Of the slice `", stringify!($slice), "`.")]
        #[error("{code}: {0}", code = .0.code())]
        $name(#[from] $slice::Refusal)
    ),+ }

    impl Refused {
        /// The codes of all rules that can say no, a list for each slice.
        pub const CODES: &'static [&'static [&'static str]] = &[$($slice::Refusal::CODES),+];

        /// Its stable code for help desks, programs and translators: `REF-03`.
        pub fn code(&self) -> &'static str {
            match self { $(Refused::$name(refusal) => refusal.code()),+ }
        }
    }

    /// Calls a macro with the slices whose rules say no.
    #[macro_export]
    macro_rules! each_refusal { ($dollar then:ident) => { $dollar then! { $($slice),+ } } }
} }
pub(crate) use refusals;
