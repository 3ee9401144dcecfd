//! How a program proves who it acts for: a bearer token, of which only the hash is kept. A cookie opens no door of the API,
//! so that no page of another site can use one, and a bearer needs no token of a form.
use super::Person;
use crate::failure::Failure;
use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, sync::Arc};

/// What is kept of a token.
pub type TokenHash = [u8; 32];

/// What is kept of `token`. Tokens are drawn at random, so one round of hashing is enough.
pub fn token_hash(token: &str) -> TokenHash {
    Sha256::new()
        .chain_update("tiltas token")
        .chain_update(token)
        .finalize()
        .into()
}

type Find = dyn Fn(&TokenHash) -> Result<Option<Person>, Failure> + Send + Sync;

/// Who stands behind a token. Asked off the async threads, by hash: how long the answer takes tells nothing about a token.
#[derive(Clone)]
pub struct Tokens {
    /// The person, or nobody: unknown, taken back.
    pub find: Arc<Find>,
}

impl Tokens {
    /// Nobody is let in.
    pub fn none() -> Tokens {
        Tokens {
            find: Arc::new(|_| Ok(None)),
        }
    }

    /// These and no others: for a demonstration, and for tests.
    pub fn fixed(known: HashMap<TokenHash, Person>) -> Tokens {
        Tokens {
            find: Arc::new(move |hash| Ok(known.get(hash).cloned())),
        }
    }
}

/// The token of `Authorization: Bearer …`.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let line = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = line.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.len() <= 512).then_some(token)
}
