//! Programs at the door of a whole site: each of the invented people has a token.
use crate::common::{TestSite, routes};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode},
};
use serde_json::Value;
use tiltas_app::account;
use tiltas_domain::{Role, example::Who};
use tiltas_kit::{Person, Tokens, site, token_hash};
use tower::ServiceExt;

/// The site, and a way in for programs.
pub struct Programs {
    pub site: TestSite,
    router: Router,
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
        Programs::of(TestSite::new())
    }

    /// The same on a site that stands.
    pub fn of(test: TestSite) -> Programs {
        let accounts = account::all(&test.app).expect("accounts");
        let known = accounts.iter().map(|found| {
            let person = Person {
                actor: found.actor(),
                name: found.title.clone(),
                organisation: found.organisation_name.clone(),
                changed: 0,
            };
            (token_hash(&secret(&found.organisation_name, found.role)), person)
        });
        let edge = test.edge.clone().with_tokens(Tokens::fixed(known.collect()));
        Programs {
            router: site(edge, routes()),
            site: test,
        }
    }

    /// The token of one of its people.
    pub fn token(&self, who: Who, role: Role) -> String {
        self.site.account(who, role);
        secret(who.name(), role)
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, String)], body: &str) -> Reply {
        self.send_bytes(method, path, headers, body.as_bytes()).await
    }

    pub async fn send_bytes(&self, method: Method, path: &str, headers: &[(&str, String)], body: &[u8]) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body.to_vec())).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let text = to_bytes(body, 1 << 22).await.expect("a body").to_vec();
        Reply {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&text).into_owned(),
        }
    }

    pub async fn get(&self, token: &str, path: &str) -> Reply {
        let headers = [("authorization", format!("Bearer {token}"))];
        self.send(Method::GET, path, &headers, "").await
    }

    pub async fn post(&self, token: &str, path: &str, key: &str, body: &Value) -> Reply {
        let mut headers = vec![
            ("authorization", format!("Bearer {token}")),
            ("content-type", "application/json".to_owned()),
        ];
        // An empty key is none: then each request is its own.
        if !key.is_empty() {
            headers.push(("idempotency-key", key.to_owned()));
        }
        self.send(Method::POST, path, &headers, &body.to_string()).await
    }
}

/// The documented example of a body.
pub fn example(schema: &str) -> Value {
    let document = serde_json::to_value(&*tiltas_api::DOCUMENT).expect("a document");
    document["components"]["schemas"][schema]["example"].clone()
}

pub fn secret(name: &str, role: Role) -> String {
    let plain = name.replace(|sign: char| !sign.is_ascii_alphanumeric(), "-");
    format!("{plain}.{}", role.code())
}
