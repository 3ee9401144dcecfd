//! What a use case says, as a failure outside.
use super::{Failure, Refusal};
use std::error::Error as _;
use tiltas_app::{Error, Refused};
use tiltas_domain::{Field, case, clock::Confidence, profile::Profile, referral};

impl Failure {
    /// Not there and not allowed become one; a store that is away is logged once, with its sources and the code that the
    /// page shows, and without a word about anyone.
    pub fn of(error: Error, code: &str, profile: &Profile) -> Failure {
        match error {
            Error::Denied(_) | Error::NotFound => Failure::NotFound,
            Error::Refused(refused) => Failure::Refused(Box::new(refusal(&refused, profile))),
            Error::Conflict => Failure::Conflict(Vec::new()),
            Error::KeyReused => Failure::KeyReused,
            Error::KeyTooOld => Failure::KeyTooOld,
            Error::Busy => Failure::Busy,
            Error::Store(tiltas_app::StoreError::DiskFull) => Failure::Full,
            Error::Defect(_) | Error::Store(tiltas_app::StoreError::Defect(_)) => {
                tracing::error!(target: "tiltas::program", code, "{error}");
                Failure::Broken
            }
            Error::Store(error) | Error::Unconfirmed(error) => {
                let unconfirmed = matches!(error, tiltas_app::StoreError::Unconfirmed(_));
                let mut chain = error.to_string();
                let mut source = error.source();
                while let Some(next) = source {
                    chain = format!("{chain}: {next}");
                    source = next.source();
                }
                tracing::error!(target: "tiltas::store", code, "{chain}");
                if unconfirmed {
                    Failure::Unconfirmed
                } else {
                    Failure::Unavailable
                }
            }
        }
    }
}

/// The rule's code and the facts that explain it; its words stand in the catalogue.
fn refusal(refused: &Refused, profile: &Profile) -> Refusal {
    let facts = match refused {
        Refused::Referral(
            referral::Refusal::WrongState(state)
            | referral::Refusal::SentAlready(state)
            | referral::Refusal::NoPlaceDue(state),
        ) => vec![("state", (*state).to_owned())],
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
        origin: origin(refused, profile).into_iter().collect(),
        ..Refusal::default()
    }
}

/// Where the rule comes from, where that is a value of the country's profile, and how sure the value is.
fn origin(refused: &Refused, profile: &Profile) -> Option<(String, Confidence)> {
    let minority = &profile.presumption_of_minority;
    match refused {
        Refused::Referral(referral::Refusal::AdultsOnly) | Refused::Case(case::Refusal::AgeNeedsBasis) => {
            Some((minority.source.clone(), minority.confidence))
        }
        Refused::Referral(referral::Refusal::HoldCap { .. }) => {
            Some((profile.hold_cap.source.clone(), profile.hold_cap.confidence))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiltas_domain::profile::MOLDOVA;

    #[test]
    fn a_refusal_says_where_its_rule_comes_from_and_a_denial_says_nothing() {
        let profile = Profile::parse(MOLDOVA).expect("a profile");
        let refused = Error::Refused(referral::Refusal::AdultsOnly.into());
        let Failure::Refused(refusal) = Failure::of(refused, "000-000", &profile) else {
            panic!("a refusal");
        };
        assert_eq!(refusal.code, "REF-03");
        assert_eq!(
            refusal.origin,
            [(
                profile.presumption_of_minority.source.clone(),
                profile.presumption_of_minority.confidence
            )]
        );
        assert!(matches!(
            Failure::of(Error::NotFound, "000-000", &profile),
            Failure::NotFound
        ));
    }
}
