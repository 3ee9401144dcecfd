//! Five answers are five answers. INVARIANT: blank is never "no", and "not asked" is what stands where nobody wrote anything.
use minicbor::{Decode, Encode};

/// The answer to a yes/no question (coding rule of the field: five values, none of them inferred from another).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Answer {
    /// The person, or what was seen, says yes.
    #[n(0)]
    Yes,
    /// The person, or what was seen, says no.
    #[n(1)]
    No,
    /// Asked, and not known.
    #[n(2)]
    Unknown,
    /// Not asked. The resting state.
    #[default]
    #[n(3)]
    NotAsked,
    /// Asked; the person would not say.
    #[n(4)]
    Refused,
}

impl Answer {
    /// In the order in which pages and codes list them.
    pub const ALL: [Answer; 5] = [
        Answer::Yes,
        Answer::No,
        Answer::Unknown,
        Answer::NotAsked,
        Answer::Refused,
    ];

    /// The code used in forms, the API and exports.
    pub fn code(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unknown => "unknown",
            Answer::NotAsked => "not_asked",
            Answer::Refused => "refused",
        }
    }
}

/// A value, or one of the three ways of not having it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Known<T> {
    /// Known to be this.
    #[n(0)]
    Is(#[n(0)] T),
    /// Asked, and not known.
    #[n(1)]
    Unknown,
    /// Not asked. The resting state.
    #[default]
    #[n(2)]
    NotAsked,
    /// Asked; the person would not say.
    #[n(3)]
    Refused,
}

impl<T> Known<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Is(value) => Some(value),
            Known::Unknown | Known::NotAsked | Known::Refused => None,
        }
    }

    /// Told anew; what is not asked keeps what was known.
    pub fn told(self, anew: Known<T>) -> Known<T> {
        match anew {
            Known::NotAsked => self,
            told => told,
        }
    }
}

/// One of a closed list: forms, API and catalogues share its codes.
pub trait Coded: Copy + PartialEq + 'static {
    /// In the order in which pages list them.
    const ALL: &'static [Self];

    /// The code used in forms, the API and exports.
    fn code(self) -> &'static str;
}

impl Coded for Answer {
    const ALL: &'static [Answer] = &Answer::ALL;

    fn code(self) -> &'static str {
        Answer::code(self)
    }
}

/// Declares a closed list with its wire numbers and its codes, which forms, API and catalogues share.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $n:literal $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, minicbor::Encode, minicbor::Decode)]
        #[cbor(index_only)]
        pub enum $name { $($(#[$variant_doc])* #[n($n)] $variant),+ }

        impl $crate::known::Coded for $name {
            const ALL: &'static [$name] = $name::ALL;

            fn code(self) -> &'static str {
                $name::code(self)
            }
        }

        impl $name {
            /// In the order in which pages list them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code used in forms, the API and exports.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value with this code; `None` where there is none.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use codes;

impl Answer {
    /// The answer with this code; `None` where there is none.
    pub fn from_code(code: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.code() == code)
    }
}
