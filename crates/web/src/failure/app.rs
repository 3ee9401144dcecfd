//! What a use case says, as a failure outside.
use super::{Failure, Refusal};
use std::error::Error as _;
use tiltas_app::{Error, Refused};
use tiltas_domain::{Field, referral};

impl Failure {
    /// Not there and not allowed become one; a store that is away is logged once, with its sources and the code that the
    /// page shows, and without a word about anyone.
    pub fn of(error: Error, code: &str) -> Failure {
        match error {
            Error::Denied(_) | Error::NotFound => Failure::NotFound,
            Error::Refused(refused) => Failure::Refused(Box::new(refusal(&refused))),
            Error::Conflict => Failure::Conflict(Vec::new()),
            Error::KeyReused => Failure::KeyReused,
            Error::Store(error) => {
                let mut chain = error.to_string();
                let mut source = error.source();
                while let Some(next) = source {
                    chain = format!("{chain}: {next}");
                    source = next.source();
                }
                tracing::error!(target: "tiltas::store", code, "{chain}");
                Failure::Unavailable
            }
        }
    }
}

/// The rule's code and the facts that explain it; its words stand in the catalogue.
fn refusal(refused: &Refused) -> Refusal {
    let facts = match refused {
        Refused::Referral(referral::Refusal::WrongState(state)) => vec![("state", (*state).to_owned())],
        Refused::Referral(referral::Refusal::HoldCap { held, cap }) => {
            vec![("held", held.to_string()), ("cap", cap.to_string())]
        }
        Refused::Referral(referral::Refusal::NoConsent { missing }) => {
            let missing: Vec<&str> = missing.iter().map(Field::code).collect();
            vec![("missing", missing.join(", "))]
        }
        _ => Vec::new(),
    };
    Refusal {
        code: refused.code(),
        facts,
        ..Refusal::default()
    }
}
