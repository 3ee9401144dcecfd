//! What callers match on: denied, refused, conflict, not found, unavailable.
use tiltas_access::Denial;
pub use tiltas_domain::Refused;
use tiltas_domain::changes::Misfit;

/// Why a use case did not do it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The policy said no.
    #[error(transparent)]
    Denied(#[from] Denial),
    /// A rule said no.
    #[error(transparent)]
    Refused(Refused),
    /// There is none, or none to be seen.
    #[error("not found")]
    NotFound,
    /// Another was first, three times.
    #[error("somebody was first: look again")]
    Conflict,
    /// The same key came with other content.
    #[error("this form was sent before with other content")]
    KeyReused,
    /// The same key came too long after the first time: its answer is not kept any more.
    #[error("this form was sent too long ago")]
    KeyTooOld,
    /// Too much is asked at once, or whoever asked has gone: nothing was done.
    #[error("too much is asked at once")]
    Busy,
    /// It was handed over to be written, and whether it was written is not known.
    #[error(transparent)]
    Unconfirmed(tiltas_store::Error),
    /// A decision made events that its streams can't hold: a fault of the program, and nothing was written.
    #[error("a fault of the program: {}", said(.0))]
    Defect(Misfit),
    /// Storage is away, or inconsistent.
    #[error(transparent)]
    Store(tiltas_store::Error),
}

impl Error {
    /// Whether the program contradicts itself.
    pub fn is_of_program(&self) -> bool {
        matches!(self, Error::Defect(_))
    }

    /// Whether no rule said it: storage is away, late or overloaded.
    pub fn is_of_storage(&self) -> bool {
        matches!(self, Error::Store(_) | Error::Busy | Error::Unconfirmed(_))
    }
}

fn said(misfit: &Misfit) -> String {
    match misfit {
        Misfit::NotRead(stream) => format!("{stream} was written without being read"),
        Misfit::DoesNotFollow(stream) => format!("an event can't follow the state of {stream}"),
        Misfit::BeginsNothing(kind) => format!("no {kind} was begun"),
    }
}

macro_rules! refusals { ($($slice:ident),*) => { $(
    impl From<tiltas_domain::$slice::Refusal> for Error {
        fn from(refusal: tiltas_domain::$slice::Refusal) -> Self { Error::Refused(refusal.into()) }
    }
)* } }
tiltas_domain::each_refusal!(refusals);

impl From<tiltas_store::Error> for Error {
    fn from(error: tiltas_store::Error) -> Self {
        use tiltas_store::Error::{Busy, Conflict, Duplicate, Forgotten, KeyReused, KeyTooOld, Unconfirmed};
        match error {
            Conflict(_) | Duplicate => Error::Conflict,
            KeyReused => Error::KeyReused,
            KeyTooOld => Error::KeyTooOld,
            Forgotten => Error::NotFound,
            Busy => Error::Busy,
            error @ Unconfirmed(_) => Error::Unconfirmed(error),
            error => Error::Store(error),
        }
    }
}
