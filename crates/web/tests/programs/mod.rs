//! A whole site in process, with the invented institutions in it and a token for each of their people.
#![allow(dead_code, reason = "each test file uses its own part")]
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode},
};
use jiff::tz::TimeZone;
use serde_json::Value;
use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tempfile::TempDir;
use tiltas_app::{App, account, organisation, provider};
use tiltas_domain::{Actor, Context, Id, Purpose, Role, example::{self, Who}, organisation::Organisation};
use tiltas_store::{Location, Store};
use tiltas_web::{Edge, Node, Person, Sessions, Tokens, api, site, token_hash};
use tower::ServiceExt;

/// The site.
pub struct Programs {
    /// Its use cases.
    pub app: Arc<App>,
    router: Router,
    actors: HashMap<(&'static str, Role), Actor>,
    draws: AtomicU64,
    _folder: TempDir,
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    /// The problem without the code that each answer has of its own.
    pub fn without_code(&self) -> Value {
        let mut problem = self.json();
        problem["code"] = Value::Null;
        problem
    }
}

impl Programs {
    pub fn new() -> Programs {
        let folder = TempDir::new().expect("a folder");
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[9; 32]).expect("a store");
        let app = Arc::new(App::new(store, example::moldova()));
        let actors = people(&app);
        let known = actors.iter().map(|((name, role), actor)| {
            let person = Person {
                actor: *actor,
                name: (*name).to_owned(),
                organisation: (*name).to_owned(),
            };
            (token_hash(&secret(name, *role)), person)
        });
        let node = Node {
            name: "md-1".to_owned(),
            profile: "MD".to_owned(),
            zone: TimeZone::get("Europe/Chisinau").expect("bundled"),
            duty_phone: None,
            demo: false,
            secure: true,
        };
        let edge = Edge::new(app.clone(), node, Sessions::none(), Arc::new(|| example::NIGHT), [7; 32])
            .with_tokens(Tokens::fixed(known.collect()));
        Programs {
            router: site(edge, Router::new()),
            app,
            actors,
            draws: AtomicU64::new(0),
            _folder: folder,
        }
    }

    /// The token of one of its people.
    pub fn token(&self, who: Who, role: Role) -> String {
        assert!(self.actors.contains_key(&(who.name(), role)), "{who:?} has no {role:?}");
        secret(who.name(), role)
    }

    /// One of its people.
    pub fn actor(&self, who: Who, role: Role) -> Actor {
        self.actors[&(who.name(), role)]
    }

    /// All of them.
    pub fn everyone(&self) -> impl Iterator<Item = (&'static str, Role)> + '_ {
        self.actors.keys().copied()
    }

    /// A context of its own for each call.
    pub fn context(&self, actor: Actor) -> Context {
        let draw = self.draws.fetch_add(1, Ordering::Relaxed);
        let mut seed = [0xEE; 32];
        seed[..8].copy_from_slice(&draw.to_be_bytes());
        Context { actor, purpose: Purpose::Assistance, now: example::NIGHT, seed, request: seed, correlation: draw }
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, String)], body: &str) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("host", "tiltas.test");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let text = to_bytes(body, 1 << 22).await.expect("a body").to_vec();
        Reply { status: parts.status, headers: parts.headers, text: String::from_utf8(text).expect("text") }
    }

    pub async fn get(&self, token: &str, path: &str) -> Reply {
        let headers = [("authorization", format!("Bearer {token}"))];
        self.send(Method::GET, path, &headers, "").await
    }

    pub async fn post(&self, token: &str, path: &str, key: &str, body: &Value) -> Reply {
        let headers = [
            ("authorization", format!("Bearer {token}")),
            ("content-type", "application/json".to_owned()),
            ("idempotency-key", key.to_owned()),
        ];
        self.send(Method::POST, path, &headers, &body.to_string()).await
    }

    /// The documented example of a body.
    pub fn example(&self, schema: &str) -> Value {
        let document = serde_json::to_value(&*api::DOCUMENT).expect("a document");
        document["components"]["schemas"][schema]["example"].clone()
    }
}

fn secret(name: &str, role: Role) -> String {
    format!("{name} {}", role.code()).replace(|sign: char| !sign.is_ascii_alphanumeric(), "-")
}

/// Registers the invented institutions, lists their houses, and tells their people.
fn people(app: &App) -> HashMap<(&'static str, Role), Actor> {
    let mut ids: HashMap<&'static str, Id<Organisation>> = HashMap::new();
    let mut actors = HashMap::new();
    for (nth, who) in (1..).zip(Who::ALL) {
        let context = example::context(account::founder(), example::NIGHT, nth);
        let team = ids.get(Who::Team.name()).copied().filter(|_| who == Who::BorderPost);
        let (id, _) = organisation::register(app, &context, &who.register(team)).expect("registered");
        ids.insert(who.name(), id);
        for found in account::all(app).expect("accounts").into_iter().filter(|found| found.organisation == id) {
            let actor = found.actor();
            actors.insert((who.name(), actor.role), actor);
        }
    }
    for (nth, who) in (101..).zip(Who::ALL) {
        let id = ids[who.name()];
        if let Some(list) = who.list(id) {
            let role = if who == Who::PodulAlb { Role::CaseManager } else { Role::Provider };
            let context = example::context(actors[&(who.name(), role)], example::NIGHT, nth);
            provider::list(app, &context, &list).expect("listed");
        }
    }
    actors
}
