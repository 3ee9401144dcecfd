//! How a program proves who it acts for: a bearer token, of which only the hash is kept. A cookie opens no door of the API,
//! so that no page of another site can use one, and a bearer needs no token of a form.
use super::Person;
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

/// Who stands behind a token. They are looked for by hash: how long the answer takes tells nothing about a token.
#[derive(Clone, Default)]
pub struct Tokens(Arc<HashMap<TokenHash, Person>>);

impl Tokens {
    /// Nobody is let in.
    pub fn none() -> Tokens {
        Tokens::default()
    }

    /// These and no others: for a demonstration, and for tests.
    pub fn fixed(known: HashMap<TokenHash, Person>) -> Tokens {
        Tokens(Arc::new(known))
    }

    /// The person, or nobody: unknown, taken back.
    pub(super) fn find(&self, hash: &TokenHash) -> Option<Person> {
        self.0.get(hash).cloned()
    }
}

/// The token of `Authorization: Bearer …`.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let line = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = line.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.len() <= 512).then_some(token)
}
