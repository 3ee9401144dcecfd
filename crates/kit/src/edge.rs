//! Where clock and randomness are read, and a request becomes a context. What is below here gets both as values.
mod account;
mod entrance;
pub(crate) mod guard;
mod limit;
mod session;
#[cfg(test)]
mod tests;
mod token;
mod upload;

use crate::{
    failure::Failure,
    forms::{Errors, Fields, Own},
    navigation,
    page::{Page, Theme},
};
use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
pub use entrance::enter;
use hmac::{Hmac, KeyInit, Mac};
use jiff::tz::TimeZone;
pub(crate) use session::random;
pub use session::{SessionHash, SessionId, Sessions};
use sha2::Sha256;
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicI64, Ordering},
};
use tiltas_app::App;
use tiltas_domain::{
    context::{Actor, Root},
    id::Moment,
};
use tiltas_input::{At, Input};
use tiltas_words::{Locale, Words, html::Html};
pub use token::{TokenHash, Tokens, token_hash};
pub use upload::{Uploaded, digest, is_upload, sent_file, uploaded};

/// Tells the time. The demo moves it, tests hold it.
pub type Now = Arc<dyn Fn() -> Moment + Send + Sync>;

/// The node's own facts, as pages show them.
#[derive(Clone, Debug)]
pub struct Node {
    /// `md-1`.
    pub name: String,
    /// `MD 2026-2`.
    pub profile: String,
    /// The zone of the profile, in which every hour is told.
    pub zone: TimeZone,
    /// The number to ring when a page can't help.
    pub duty_phone: Option<String>,
    /// Everything here is invented, and pages say so.
    pub demo: bool,
    /// Behind https: cookies are bound to it. Off only on loopback.
    pub secure: bool,
}

/// What a handler needs beside the request. Cheap to clone.
#[derive(Clone)]
pub struct Edge {
    /// The use cases.
    pub app: Arc<App>,
    /// Facts of the node.
    pub node: Arc<Node>,
    /// Who is behind a session.
    pub sessions: Sessions,
    /// Who is behind a token of the API.
    pub tokens: Tokens,
    /// The one clock.
    pub now: Now,
    /// When the journal was last checked whole, in microseconds; 0 before the first check.
    pub checked: Arc<AtomicI64>,
    limit: limit::Limit,
    tries: limit::Tries,
    secret: Arc<[u8; 32]>,
}

impl Edge {
    /// `secret` is the node's: tokens, seeds and request digests are keyed with it, each for its own use.
    pub fn new(app: Arc<App>, node: Node, sessions: Sessions, now: Now, secret: [u8; 32]) -> Edge {
        Edge {
            app,
            node: Arc::new(node),
            sessions,
            tokens: Tokens::none(),
            now,
            checked: Arc::new(AtomicI64::new(0)),
            limit: limit::Limit::new(),
            tries: limit::Tries::default(),
            secret: Arc::new(secret),
        }
    }

    /// The same with tokens, so that programs can come in.
    pub fn with_tokens(self, tokens: Tokens) -> Edge {
        Edge { tokens, ..self }
    }

    /// Sixteen signs that only this node can draw from the parts.
    pub(crate) fn digest<'a>(&self, parts: impl IntoIterator<Item = &'a str>) -> String {
        hex(&self.keyed(parts), 8)
    }

    /// HMAC-SHA-256 of the parts, each with its length before it, so that no two lists of parts meet.
    pub(crate) fn keyed<'a>(&self, parts: impl IntoIterator<Item = &'a str>) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.secret.as_slice()) else {
            unreachable!("HMAC takes a key of any length");
        };
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Account, role, organisation.
    pub actor: Actor,
    /// As colleagues know them: "Irina M.".
    pub name: String,
    /// The organisation's name.
    pub organisation: String,
    /// How far the journal had changed when they were looked up: what a page's news is compared with. 0 for programs.
    pub changed: i64,
}

/// The other end of a connection, as the server tells it with each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub std::net::IpAddr);

/// One request: who asks, in which language, when. Every handler takes it as an argument.
#[derive(Clone)]
pub struct Visit {
    /// The node behind it.
    pub edge: Edge,
    /// The reader's words.
    pub words: Words,
    /// Who is signed in.
    pub person: Option<Person>,
    /// The one reading of the clock for this request.
    pub now: Moment,
    /// In the log, in the journal and on the page of a failure; tells nothing of anyone.
    pub correlation: u64,
    /// The path without its query.
    pub path: String,
    pub theme: Option<Theme>,
    /// What a form brought, once it was read: a page that says no shows it again.
    pub(crate) sent: Arc<OnceLock<Fields>>,
    pub session: SessionId,
    /// From where it comes.
    pub(crate) peer: Option<Peer>,
    /// Whether an open page asks by itself to stay fresh, and nobody opened anything anew.
    pub(crate) refresh: bool,
}

impl Visit {
    /// Whether who asks may do this to something of their own, or to nothing in particular.
    pub fn may(&self, action: tiltas_access::Action) -> bool {
        let person = self.person.as_ref();
        person.is_some_and(|person| tiltas_access::may_own(&person.actor, action))
    }

    /// That so many entries of a list can't be read, and whom to ring: none is passed over in silence.
    pub fn unread(&self, entries: usize) -> Option<tiltas_words::Html> {
        let says = (entries > 0).then(|| tiltas_words::Html::from(self.words.list_unread(entries)))?;
        Some(match &self.edge.node.duty_phone {
            Some(phone) => says.and(self.words.duty_phone(tiltas_words::Html::phone(phone))),
            None => says,
        })
    }

    /// The first page of who asks.
    pub fn home(&self) -> &'static str {
        navigation::home(self.person.as_ref().map(|person| person.actor.role))
    }

    /// The frame of a page. `title` says the kind of page ("Case file"), never which case.
    pub fn page(&self, title: &str) -> Page {
        let (words, node) = (&self.words, &self.edge.node);
        let role = self.person.as_ref().map(|person| person.actor.role);
        let (name, function) = match &self.person {
            Some(person) => (person.name.clone(), person.organisation.clone()),
            None => (words.shell_nobody(), words.shell_nobody_hint()),
        };
        let mut facts = vec![
            words.shell_node(&node.name, &node.profile),
            words.shell_times(words.place()),
        ];
        let checked = self.edge.checked.load(Ordering::Relaxed);
        if checked > 0 {
            facts.push(words.shell_journal(words.time(Moment(checked))));
        }
        Page {
            words: words.clone(),
            title: title.to_owned(),
            errors: 0,
            items: navigation::items(words, role, &self.path),
            search: navigation::search(words, role),
            name,
            function,
            home: navigation::home(role),
            theme: self.theme,
            demo: node.demo,
            token: self.token(),
            path: self.path.clone(),
            danger: self.danger(),
            facts,
            news: None,
            done: None,
            unprinted: match navigation::may_name_a_file(&self.path) {
                true => self.unprinted(),
                false => Vec::new(),
            },
            saved: String::new(),
            role,
        }
    }

    /// A page at an address about nobody that shows what was typed, which may name a file.
    pub fn page_of_typed(&self, title: &str) -> Page {
        Page {
            unprinted: self.unprinted(),
            ..self.page(title)
        }
    }

    /// WHY in every language: whoever finds the sheet need not read that of the page.
    fn unprinted(&self) -> Vec<(Locale, String)> {
        let says = |locale| Words::new(locale, self.words.zone().clone()).shell_unprinted();
        Locale::ALL.into_iter().map(|locale| (locale, says(locale))).collect()
    }

    /// Whom to ring when this can't wait: the country's number for danger, and the node's duty phone.
    fn danger(&self) -> Html {
        let emergency = Html::phone(&self.edge.app.profile().emergency.value);
        match &self.edge.node.duty_phone {
            Some(phone) => self.words.shell_danger_phone(&emergency, Html::phone(phone)),
            None => self.words.shell_danger(&emergency),
        }
    }

    /// Whether a program asks, and not a person at a page.
    pub fn is_api(&self) -> bool {
        self.path.starts_with(entrance::API)
    }

    /// The same visit after a sign-in.
    pub fn signed_in(self, session: SessionId, person: Option<Person>) -> Visit {
        Visit {
            session,
            person,
            sent: Arc::default(),
            ..self
        }
    }

    /// The same visit to another node on this machine, which has use cases and a clock of its own: a page is drawn there for `person`.
    pub fn within(self, app: Arc<App>, now: Moment, person: Person, path: &str) -> Visit {
        Visit {
            edge: Edge { app, ..self.edge },
            person: Some(person),
            now,
            path: path.to_owned(),
            sent: Arc::default(),
            ..self
        }
    }

    /// Who is signed in; otherwise the way to the sign-in page.
    pub fn person(&self) -> Result<&Person, Failure> {
        self.person.as_ref().ok_or(Failure::Nobody)
    }

    /// Who acts; otherwise the way to the sign-in page.
    pub fn actor(&self) -> Result<Actor, Failure> {
        self.person().map(|person| person.actor)
    }

    /// The context of a command. The same form sent twice to the same address has the same seed, and so names the same ids.
    /// One key on two addresses is two commands.
    pub fn context(&self, fields: &Fields) -> Result<Root, Failure> {
        let actor = self.actor()?;
        let id = actor.id.to_string();
        let fresh = self.correlation.to_string();
        // A form without a key can't be recognised again: each sending is then its own.
        let key = if fields.key().is_empty() {
            fresh.as_str()
        } else {
            fields.key()
        };
        let seed = self.edge.keyed(["seed", &id, self.path.as_str(), key]);
        let request = self
            .edge
            .keyed(["request", self.path.as_str()].into_iter().chain(fields.submitted()));
        Ok(Root {
            actor,
            purpose: tiltas_access::purpose(actor.role),
            now: self.now,
            seed,
            request,
            correlation: self.correlation,
            drawn: fields.drawn(),
        })
    }

    /// When and where this was sent.
    pub fn at(&self) -> At<'_> {
        At {
            now: self.now,
            zone: &self.edge.node.zone,
            profile: self.edge.app.profile(),
        }
    }

    /// What a form brought, as the command of `I`. `own` are the page's words for a field in which nothing was chosen or
    /// written.
    ///
    /// # Errors
    /// The fields that need another look.
    pub fn command<I: Input>(&self, fields: &Fields, own: &[Own]) -> Result<I::Command, Errors> {
        tiltas_input::of_form::<I>(fields)
            .and_then(|sent| sent.command(&self.at()))
            .map_err(|wrong| Errors::of_page(&self.words, &wrong, own))
    }

    /// The context of a page that only reads.
    pub fn reading(&self) -> Result<Root, Failure> {
        self.context(&Fields::default())
    }

    /// How far the journal had changed when who asks was looked up.
    pub fn changed(&self) -> i64 {
        self.person.as_ref().map_or(0, |person| person.changed)
    }

    /// Runs a use case off the async threads. Below here everything is synchronous.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App) -> Result<T, tiltas_app::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let app = match self.is_api() {
            true => App::clone(&self.edge.app),
            false => self.edge.app.asked_by(self.session_hash(), self.refresh),
        };
        let code = self.code();
        let work = move || work(&app).map_err(|error| Failure::of(error, &code, app.profile()));
        self.edge.limit.run(self.whose(), work).await?
    }

    /// Counts that a code was tried from this address, whatever came of it.
    ///
    /// # Errors
    /// When ten were tried within an hour.
    pub fn tries_code(&self) -> Result<(), Failure> {
        let address = limit::counted_as(self.peer.map(|peer| peer.0));
        let whose = self.edge.keyed(["try", &address]);
        self.edge.tries.count(whose, self.now).map_err(Failure::TooMany)
    }

    /// Whose share of the node's places it takes.
    fn whose(&self) -> limit::Whose {
        match &self.person {
            Some(person) => limit::Whose::Account(person.actor.id),
            None => limit::Whose::Address(self.peer.map(|peer| peer.0)),
        }
    }

    /// Looks up who is behind a session of this hash. Whoever was found behind it before pays with their own share,
    /// everybody else with that of their address.
    async fn known_by(
        &self,
        hash: [u8; 32],
        find: impl FnOnce() -> Result<Option<Person>, Failure> + Send + 'static,
    ) -> Result<Option<Person>, Failure> {
        let limit = &self.edge.limit;
        let whose = limit.whose(&hash, self.peer.map(|peer| peer.0));
        let person = limit.run(whose, find).await??;
        limit.found(hash, person.as_ref().map(|person| person.actor.id));
        Ok(person)
    }

    /// Runs what asks or changes sessions off the async threads.
    pub async fn hashed<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        self.edge.limit.run(self.whose(), work).await?
    }

    /// The code that a person reads out to the help desk; the log line of the same request carries it.
    pub fn code(&self) -> String {
        code(self.correlation)
    }
}

/// "4T9-KXW": thirty bits of the correlation in Crockford's base 32.
pub fn code(correlation: u64) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let sign = |place: u32| SIGNS[(correlation >> (place * 5)) as usize & 31] as char;
    let mut out: String = (0..6).map(sign).collect();
    out.insert(3, '-');
    out
}

fn hex(bytes: &[u8], take: usize) -> String {
    bytes.iter().take(take).map(|byte| format!("{byte:02x}")).collect()
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visit, Failure> {
        parts.extensions.get::<Visit>().cloned().ok_or(Failure::Unavailable)
    }
}

/// What an address asks for after its question mark. It never presets what the shell itself puts into a form.
#[derive(Debug)]
pub struct Asked(pub Fields);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Asked, Failure> {
        let asked = axum::extract::Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let axum::extract::Query(mut fields) = asked.map_err(|_| Failure::NotFound)?;
        fields.retain(|(name, _)| !tiltas_input::SHELL.contains(&name.as_str()));
        Ok(Asked(Fields(fields)))
    }
}

/// The fields of a form whose token belongs to this session. It reads the body, so it stands last in a handler.
#[derive(Debug)]
pub struct Posted(pub Fields);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Failure;
    async fn from_request(mut request: Request, state: &S) -> Result<Posted, Failure> {
        let visit: Visit = {
            let (mut parts, body) = request.into_parts();
            let visit = Visit::from_request_parts(&mut parts, state).await?;
            request = Request::from_parts(parts, body);
            visit
        };
        let axum_extra::extract::Form(fields) =
            axum_extra::extract::Form::<Vec<(String, String)>>::from_request(request, state)
                .await
                .map_err(|rejection| match rejection.into_response().status() {
                    StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
                    _ => Failure::Stale,
                })?;
        let fields = Fields(fields);
        let _ = visit.sent.set(fields.clone());
        if visit.token_fits(fields.one(crate::forms::TOKEN)) {
            Ok(Posted(fields))
        } else {
            Err(Failure::Stale)
        }
    }
}

/// A page, rendered.
pub fn show(template: &impl askama::Template) -> Result<Response, Failure> {
    let text = template.render().map_err(|_| Failure::Unavailable)?;
    Ok(axum::response::Html(text).into_response())
}

/// One piece of markup that stands alone.
pub fn piece(template: &impl askama::Template) -> Html {
    Html::trusted(template.render().unwrap_or_default())
}

/// The answer of a `data-news` address: the page's version, cheap to ask for again.
pub fn news(headers: &HeaderMap, version: impl ToString) -> Response {
    let version = version.to_string();
    let tag = format!("\"{version}\"");
    let mut response = match headers.get(header::IF_NONE_MATCH) {
        Some(known) if known.as_bytes() == tag.as_bytes() => StatusCode::NOT_MODIFIED.into_response(),
        _ => axum::Json(serde_json::json!({ "version": version })).into_response(),
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

fn locale(headers: &HeaderMap, chosen: Option<&str>) -> Locale {
    chosen
        .and_then(Locale::from_code)
        .or_else(|| Locale::accepted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?))
        .unwrap_or(Locale::English)
}
