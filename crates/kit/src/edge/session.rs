//! Cookies and tokens. A session is 128 random bits in a cookie; what is stored is its hash, so that a stolen database opens
//! no session. Before anyone signs in the same cookie carries the token of forms and stands for nobody.
use super::{Edge, Now, Person, Visit, hex};
use crate::failure::Failure;
use axum::http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tiltas_domain::{Actor, Id, id::Moment};

/// What the store keeps of a session.
pub type SessionHash = [u8; 32];

/// The bits in the cookie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionId([u8; 16]);

impl SessionId {
    /// A new one, from the machine's source of randomness.
    pub fn draw() -> Result<SessionId, Failure> {
        random().map(SessionId)
    }

    /// What the store keeps.
    pub fn hash(&self) -> SessionHash {
        Sha256::new()
            .chain_update("tiltas session")
            .chain_update(self.0)
            .finalize()
            .into()
    }

    pub(super) fn parse(text: &str) -> Option<SessionId> {
        unhex::<16>(text).map(SessionId)
    }

    pub(crate) fn secret_text(&self) -> String {
        hex(&self.0, 16)
    }
}

type Find = dyn Fn(&SessionHash, Moment) -> Result<Option<Person>, Failure> + Send + Sync;
type End = dyn Fn(&SessionHash, Moment) -> Result<(), Failure> + Send + Sync;
type Begin = dyn Fn(&SessionHash, Id<Actor>, Moment) -> Result<(), Failure> + Send + Sync;

/// Who is behind a session, how one begins, how it ends. All are called off the async threads.
#[derive(Clone)]
pub struct Sessions {
    /// Begins one for an account.
    pub begin: Arc<Begin>,
    /// The person, or nobody: unknown, ended, idle too long.
    pub find: Arc<Find>,
    /// Ends it; ending what is not there is no failure.
    pub end: Arc<End>,
    /// The clock that sessions are counted by.
    pub clock: Now,
}

impl Sessions {
    /// Nobody is ever signed in: for a node that is not yet set up, and for tests.
    pub fn none() -> Sessions {
        Sessions {
            begin: Arc::new(|_, _, _| Ok(())),
            find: Arc::new(|_, _| Ok(None)),
            end: Arc::new(|_, _| Ok(())),
            clock: Arc::new(|| Moment(0)),
        }
    }
}

/// The cookies of this node.
pub(super) struct Cookies(Vec<(String, String)>);

impl Cookies {
    pub(super) fn read(headers: &HeaderMap) -> Cookies {
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split("; "))
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Cookies(pairs.collect())
    }

    pub(super) fn get(&self, edge: &Edge, what: &str) -> Option<&str> {
        let name = edge.cookie_name(what);
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Edge {
    /// `tiltas`, `tiltas-language`; behind https with `__Host-`, which no other site of the same domain can set.
    fn cookie_name(&self, what: &str) -> String {
        let name = if what.is_empty() {
            "tiltas".to_owned()
        } else {
            format!("tiltas-{what}")
        };
        if self.node.secure {
            format!("__Host-{name}")
        } else {
            name
        }
    }

    fn cookie(&self, what: &str, value: &str, age: Option<u32>) -> HeaderValue {
        let name = self.cookie_name(what);
        let secure = if self.node.secure { "; Secure" } else { "" };
        let age = age.map_or(String::new(), |seconds| format!("; Max-Age={seconds}"));
        let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}");
        HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static("tiltas=; Path=/; Max-Age=0"))
    }

    /// Carries the session; gone when the browser closes.
    pub fn session_cookie(&self, session: &SessionId) -> HeaderValue {
        self.cookie("", &session.secret_text(), None)
    }

    /// Carries a choice of language or colours for a year. It names nobody.
    pub fn choice_cookie(&self, what: &str, value: &str) -> HeaderValue {
        self.cookie(what, value, Some(31_536_000))
    }

    /// Carries what leads back to something of this visit alone, until the browser closes. It names nobody.
    pub fn passing_cookie(&self, what: &str, mark: &SessionId) -> HeaderValue {
        self.cookie(what, &mark.secret_text(), None)
    }

    /// What a passing cookie carries.
    pub fn passing(&self, headers: &HeaderMap, what: &str) -> Option<SessionId> {
        Cookies::read(headers).get(self, what).and_then(SessionId::parse)
    }

    /// Takes the session's cookie away.
    pub fn no_session_cookie(&self) -> HeaderValue {
        self.cookie("", "", Some(0))
    }
}

impl Visit {
    /// The hash of this visit's session.
    pub fn session_hash(&self) -> SessionHash {
        self.session.hash()
    }

    /// The token of this session's forms. It is masked anew each time: a page that is compressed somewhere on its way then
    /// tells nothing about it by its length.
    pub fn token(&self) -> String {
        let Ok(mask) = random::<16>() else {
            return String::new();
        };
        let token = self.bare_token();
        let hidden: Vec<u8> = mask.iter().zip(token).map(|(mask, byte)| mask ^ byte).collect();
        hex(&mask, 16) + &hex(&hidden, 16)
    }

    pub(super) fn token_fits(&self, text: &str) -> bool {
        let Some(bytes) = unhex::<32>(text) else {
            return false;
        };
        let (mask, hidden) = bytes.split_at(16);
        let token = self.bare_token();
        // Every byte is looked at, whatever the first ones said: the time it takes tells nothing.
        let differs = mask
            .iter()
            .zip(hidden)
            .zip(token)
            .fold(0, |differs, ((mask, hidden), byte)| differs | (mask ^ hidden ^ byte));
        differs == 0
    }

    fn bare_token(&self) -> [u8; 16] {
        let whole = self.edge.keyed(["token", &self.session.secret_text()]);
        let mut token = [0; 16];
        token.copy_from_slice(&whole[..16]);
        token
    }
}

/// Bytes from the machine's source of randomness. The edge alone asks it.
#[expect(clippy::disallowed_methods, reason = "the edge is where randomness enters")]
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failure::Unavailable)?;
    Ok(bytes)
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    let mut out = [0; N];
    for (place, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(out)
}
