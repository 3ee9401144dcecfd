//! What may stand in a message, and how its functions are made.
use crate::html::Html;
use fluent_bundle::FluentValue;

/// What may stand in a message with markup: a number, a text, which is escaped, or HTML.
pub trait Markup {
    /// As Fluent takes it.
    fn value(&self) -> FluentValue<'_>;

    /// What stands in the message as it is, unescaped: it is HTML already.
    fn markup(&self) -> Option<&str> {
        None
    }
}

/// What may stand in a message that is plain text: a number or a text. HTML would show its tags there.
pub trait Argument: Markup {}

impl<T: Argument + ?Sized> Argument for &T {}

impl Markup for Html {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }

    fn markup(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

macro_rules! numbers { ($($kind:ty),*) => { $(
    impl Markup for $kind {
        fn value(&self) -> FluentValue<'_> { FluentValue::from(*self as f64) }
    }
    impl Argument for $kind {}
    impl Number for $kind {}
)* } }
numbers!(i32, i64, u8, u16, u32, u64, usize);

/// A number that chooses a plural: no text may stand in its place.
pub trait Number: Argument {}

impl<T: Number + ?Sized> Number for &T {}

impl Argument for str {}

impl Markup for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl<T: Markup + ?Sized> Markup for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }

    fn markup(&self) -> Option<&str> {
        (**self).markup()
    }
}

impl Argument for String {}

impl Markup for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

/// The functions of a whole table.
macro_rules! table_of_messages {
    ($($kind:ident $name:ident($($argument:ident: $of:ident),*) = $key:literal $(. $part:literal)?;)*) => {
        /// One function a message, made from the catalogues: words that are not there do not compile.
        impl crate::Words {
            $( crate::message::one!($kind $name($($argument: $of),*) = $key $(. $part)?); )*
        }
    };
}
pub(crate) use table_of_messages as messages;

/// The function of one message.
macro_rules! one_message {
    (plain $name:ident($($argument:ident: $of:ident),*) = $key:literal) => {
        #[doc = $key]
        pub fn $name(&self $(, $argument: impl $of)*) -> String {
            self.plain($key, &[$((stringify!($argument), &$argument)),*])
        }
    };
    (rich $name:ident($($argument:ident: $of:ident),*) = $key:literal) => {
        #[doc = $key]
        pub fn $name(&self $(, $argument: impl $of)*) -> crate::Html {
            self.rich($key, &[$((stringify!($argument), &$argument)),*])
        }
    };
    ($kind:ident $name:ident($($argument:ident: $of:ident),*) = $key:literal . $part:literal) => {
        #[doc = concat!($key, ", ", $part)]
        pub fn $name(&self $(, $argument: impl $of)*) -> String {
            self.part($key, $part, &[$((stringify!($argument), &$argument)),*]).unwrap_or_default()
        }
    };
}
pub(crate) use one_message as one;
