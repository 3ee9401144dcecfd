//! A value after the door: open, or why not. Only a permit makes one, so that the question is always asked, and asked before
//! it is known whether there is a value.
//!
//! ```compile_fail,E0423
//! let forged = tiltas_access::Shown(tiltas_access::Seen::Open(1));
//! ```
//! ```
//! fn twin(permit: &tiltas_access::Permit) -> tiltas_access::Shown<i32> { permit.show(tiltas_domain::Field::Work, 1) }
//! ```
use crate::Withheld;
use std::fmt;

/// What a reader sees of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Seen<T> {
    /// Open.
    Open(T),
    /// Not for this reader, whether there is a value or not.
    Withheld(Withheld),
    /// The file was forgotten.
    Forgotten,
    /// May be seen, and nothing was given.
    NotGiven,
}

/// A value that passed the policy. No `Display`: only the page filter renders it.
#[derive(Clone, PartialEq)]
pub struct Shown<T>(Seen<T>);

impl<T> Shown<T> {
    pub(crate) fn new(seen: Seen<T>) -> Shown<T> {
        Shown(seen)
    }

    /// What the reader sees.
    pub fn seen(&self) -> Seen<&T> {
        match &self.0 {
            Seen::Open(value) => Seen::Open(value),
            Seen::Withheld(why) => Seen::Withheld(*why),
            Seen::Forgotten => Seen::Forgotten,
            Seen::NotGiven => Seen::NotGiven,
        }
    }

    /// The same, taken out.
    pub fn into_seen(self) -> Seen<T> {
        self.0
    }

    /// The same with what is inside changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Shown<U> {
        Shown(match self.0 {
            Seen::Open(value) => Seen::Open(change(value)),
            Seen::Withheld(why) => Seen::Withheld(why),
            Seen::Forgotten => Seen::Forgotten,
            Seen::NotGiven => Seen::NotGiven,
        })
    }

    /// What is open.
    pub fn open(&self) -> Option<&T> {
        match &self.0 {
            Seen::Open(value) => Some(value),
            Seen::Withheld(_) | Seen::Forgotten | Seen::NotGiven => None,
        }
    }

    /// Whether it is withheld.
    pub fn is_withheld(&self) -> bool {
        matches!(self.0, Seen::Withheld(_))
    }

    /// Whether it may be seen and nothing was given.
    pub fn is_not_given(&self) -> bool {
        matches!(self.0, Seen::NotGiven)
    }
}

impl<T> fmt::Debug for Seen<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Seen::Open(_) => f.write_str("Open(…)"),
            Seen::Withheld(why) => write!(f, "Withheld({why:?})"),
            Seen::Forgotten => f.write_str("Forgotten"),
            Seen::NotGiven => f.write_str("NotGiven"),
        }
    }
}

impl<T> fmt::Debug for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
