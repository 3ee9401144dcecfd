mod entrance;
mod limit;

use super::*;
use crate::{Refusal, component::form::Text, forms::Errors, site};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::Method,
    routing::{get, post},
};
use std::sync::Mutex;
use tiltas_domain::Role;
use tiltas_domain::{
    id::Id,
    profile::{MOLDOVA, Profile},
};
use tiltas_store::{Location, Store};
use tower::ServiceExt;

#[derive(askama::Template)]
#[template(
    source = "{% extends \"base.html\" %}{% block main %}<h1>Case</h1>{{ field }}{% endblock %}",
    ext = "html"
)]
struct CasePage {
    page: Page,
    field: Text,
}

fn node(secure: bool) -> Node {
    Node {
        name: "md-1".to_owned(),
        profile: "MD 2026-2".to_owned(),
        zone: TimeZone::get("Europe/Chisinau").expect("bundled"),
        duty_phone: Some("022 000 112".to_owned()),
        demo: true,
        secure,
    }
}

fn person() -> Person {
    Person {
        actor: Actor {
            id: Id::from_bytes([1; 16]),
            role: Role::CaseManager,
            organisation: Id::from_bytes([2; 16]),
            function: None,
        },
        name: "Irina M.".to_owned(),
        organisation: "Podul Alb".to_owned(),
        changed: 0,
    }
}

/// A node with an empty store; the folder goes when the test ends.
fn app() -> (Arc<App>, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&Location::Folder(folder.path().to_owned()), &[9; 32]).expect("a store");
    let profile = Profile::parse(MOLDOVA).expect("a profile");
    (Arc::new(App::new(store, profile)), folder)
}

fn edge(secure: bool, found: Option<Person>) -> (Edge, tempfile::TempDir) {
    let sessions = Sessions {
        clock: Arc::new(|| Moment(0)),
        begin: Arc::new(|_, _, _| Ok(())),
        find: Arc::new(move |_, _| Ok(found.clone())),
        end: Arc::new(|_, _| Ok(())),
    };
    let ((app, folder), now) = (app(), Arc::new(|| Moment(1_787_205_600_000_000)));
    (Edge::new(app, node(secure), sessions, now, [7; 32]), folder)
}

fn pages() -> Router<Edge> {
    Router::new()
        .route(
            "/cases/{id}",
            get(async |visit: Visit| {
                let words = visit.words.clone();
                show(&CasePage {
                    page: visit.page("Case file"),
                    field: Text::new("x", words.shell_find()),
                })
            })
            .post(
                async |visit: Visit, Posted(fields): Posted| -> Result<Response, Failure> {
                    let context = visit.context(&fields)?;
                    let mut errors = Errors::new();
                    errors.add("x", "errors-kept", visit.words.errors_kept());
                    if fields.one("x") == "wrong" {
                        let page = visit.page("Case file").with_errors(&errors);
                        let field = Text::new("x", "X").again(&fields, &errors);
                        return Err(Failure::form(&CasePage { page, field }, errors));
                    }
                    Ok(hex(&context.seed, 32).into_response())
                },
            ),
        )
        .route("/broken", get(async || Failure::Unavailable))
        .route(
            "/api/v1/refuse",
            post(async || {
                Failure::Refused(Box::new(Refusal {
                    code: "REF-99",
                    ..Refusal::default()
                }))
            }),
        )
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

async fn ask(edge: &Edge, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    if headers.iter().all(|(name, _)| *name != "host") {
        request = request.header("host", "localhost");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let response = site(edge.clone(), pages().merge(entrance::routes()))
        .oneshot(request)
        .await
        .expect("an answer");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 20).await.expect("a body").to_vec();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body).expect("text"),
    }
}

const COOKIE: (&str, &str) = ("cookie", "tiltas=000102030405060708090a0b0c0d0e0f");

async fn token(edge: &Edge) -> String {
    let page = ask(edge, Method::GET, "/account/language", &[COOKIE], "").await.body;
    let (_, rest) = page.split_once("name=\"token\" value=\"").expect("a token");
    rest[..64].to_owned()
}

#[tokio::test]
async fn a_page_says_its_kind_in_the_title_and_never_which_case() {
    let (edge, _folder) = edge(false, Some(person()));
    let page = ask(&edge, Method::GET, "/cases/0f", &[COOKIE], "").await;
    assert!(page.body.contains("<title>Case file: Tiltas</title>"), "{}", page.body);
    assert!(page.body.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(page.body.contains("Irina M.<small>Podul Alb</small>"));
    assert!(
        page.body
            .contains("Demonstration. People, cases and outcomes are invented.")
    );
    assert!(page.body.contains("Node md-1, profile MD 2026-2") && page.body.contains("Times are Chișinău"));
    for bad in [" style=", "<style", "http://", "https://", " onload"] {
        assert!(!page.body.contains(bad), "{bad}");
    }
    assert!(page.body.matches("<script").count() == 1 && page.body.contains("<script src=\"/assets/tiltas-"));
}

#[tokio::test]
async fn a_page_about_a_person_is_kept_by_no_cache_and_shown_in_no_frame() {
    let (edge, _folder) = edge(true, None);
    let headers = ask(&edge, Method::GET, "/cases/0f", &[], "").await.headers;
    let text = |name: &str| headers[name].to_str().expect("text").to_owned();
    assert_eq!(text("cache-control"), "no-store");
    assert!(text("content-security-policy").contains("require-trusted-types-for 'script'; trusted-types tiltas"));
    assert!(!text("content-security-policy").contains("unsafe"));
    assert_eq!(text("referrer-policy"), "no-referrer");
    assert_eq!(text("cross-origin-opener-policy"), "same-origin");
    assert!(text("strict-transport-security").starts_with("max-age"));
    let cookie = text("set-cookie");
    assert!(
        cookie.starts_with("__Host-tiltas=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn another_site_s_page_can_send_nothing_in_a_case_manager_s_name() {
    let (edge, _folder) = edge(false, Some(person()));
    let body = format!("token={}&x=1&key=a", token(&edge).await);
    for elsewhere in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.test"),
    ] {
        let answer = ask(&edge, Method::POST, "/cases/0f", &[COOKIE, elsewhere], &body).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{elsewhere:?}");
    }
    for here in [
        ("sec-fetch-site", "same-origin"),
        ("origin", "http://localhost"),
        ("origin", "null"),
    ] {
        let answer = ask(&edge, Method::POST, "/cases/0f", &[COOKIE, here], &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{here:?} {}", answer.body);
    }
    for wrong in ["x=1", &format!("token={}&x=1", "0".repeat(64)), "token=zz&x=1"] {
        let answer = ask(&edge, Method::POST, "/cases/0f", &[COOKIE], wrong).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.body.contains("This form was open too long"), "{}", answer.body);
    }
    let other = ("cookie", "tiltas=ff0102030405060708090a0b0c0d0e0f");
    assert_eq!(
        ask(&edge, Method::POST, "/cases/0f", &[other], &body).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn the_token_looks_different_in_each_answer_and_is_good_in_all() {
    let (edge, _folder) = edge(false, Some(person()));
    let (first, second) = (token(&edge).await, token(&edge).await);
    assert_ne!(first, second);
    for token in [first, second] {
        let answer = ask(
            &edge,
            Method::POST,
            "/cases/0f",
            &[COOKIE],
            &format!("token={token}&key=k"),
        )
        .await;
        assert_eq!(answer.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_second_press_of_the_button_names_the_same_ids() {
    let (edge, _folder) = edge(false, Some(person()));
    let mut seeds = Vec::new();
    for key in ["a", "a", "b", "", ""] {
        let body = format!("token={}&x=1&key={key}", token(&edge).await);
        seeds.push(ask(&edge, Method::POST, "/cases/0f", &[COOKIE], &body).await.body);
    }
    assert_eq!(seeds[0], seeds[1]);
    assert_ne!(seeds[0], seeds[2]);
    assert_ne!(seeds[3], seeds[4], "a form without a key is each time its own");
}

#[tokio::test]
async fn a_form_that_needs_another_look_comes_back_whole_and_its_title_says_how_many() {
    let (edge, _folder) = edge(false, Some(person()));
    let body = format!("token={}&x=wrong", token(&edge).await);
    let answer = ask(&edge, Method::POST, "/cases/0f", &[COOKIE], &body).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer
            .body
            .contains("<title>1 answer needs another look. Case file: Tiltas</title>"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("value=\"wrong\""));
}

#[tokio::test]
async fn not_there_and_not_allowed_look_the_same() {
    let (edge, _folder) = edge(false, None);
    let (nowhere, other) = (
        ask(&edge, Method::GET, "/nowhere", &[COOKIE], "").await,
        ask(&edge, Method::DELETE, "/cases/0f", &[COOKIE], "").await,
    );
    assert_eq!(
        (nowhere.status, other.status),
        (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND)
    );
    assert!(nowhere.body.contains("Page not found, or not available to you"));
}

#[tokio::test]
async fn when_it_breaks_the_page_says_what_is_safe_and_whom_to_ring() {
    let (edge, _folder) = edge(false, None);
    for (language, safe) in [
        ("en", "Nothing you wrote was lost."),
        ("ro", "Nimic din ce ați scris nu s-a pierdut."),
    ] {
        let page = ask(
            &edge,
            Method::GET,
            "/broken",
            &[COOKIE, ("accept-language", language)],
            "",
        )
        .await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(
            page.body.contains(safe)
                && page.body.contains("<b><a class=\"tel\" href=\"tel:112\">112</a></b>")
                && page.body.contains("022\u{a0}000\u{a0}112")
        );
    }
}

#[tokio::test]
async fn a_program_is_told_the_same_as_problem_details() {
    let (edge, _folder) = edge(false, None);
    let answer = ask(&edge, Method::POST, "/api/v1/refuse", &[], "").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&answer.body).expect("json");
    assert_eq!((&problem["code"], &problem["status"]), (&"REF-99".into(), &422.into()));
    assert_eq!(problem["type"], "urn:tiltas:problem:refused");
}

#[tokio::test]
async fn leaving_signs_out_and_shows_a_page_that_names_nothing_of_ours() {
    let ended = Arc::new(Mutex::new(0));
    let count = ended.clone();
    let sessions = Sessions {
        clock: Arc::new(|| Moment(0)),
        begin: Arc::new(|_, _, _| Ok(())),
        find: Arc::new(|_, _| Ok(Some(person()))),
        end: Arc::new(move |_, _| {
            *count.lock().expect("one thread") += 1;
            Ok(())
        }),
    };
    let (app, _folder) = app();
    let edge = Edge::new(
        app,
        node(true),
        sessions,
        Arc::new(|| Moment(1_787_205_600_000_000)),
        [7; 32],
    );
    let page = ask(&edge, Method::GET, "/leave", &[], "").await;
    assert!(
        page.headers["clear-site-data"]
            .to_str()
            .expect("text")
            .contains("\"cookies\"")
    );
    assert!(page.headers["set-cookie"].to_str().expect("text").contains("Max-Age=0"));
    assert!(
        !page.body.to_lowercase().contains("tiltas") && !page.body.contains("<a "),
        "{}",
        page.body
    );
    assert_eq!(*ended.lock().expect("one thread"), 1);
}

#[tokio::test]
async fn the_language_is_the_reader_s_choice_and_is_kept_in_a_cookie_that_names_nobody() {
    let (edge, _folder) = edge(false, None);
    let body = format!("token={}&language=ro&theme=dark", token(&edge).await);
    let answer = ask(&edge, Method::POST, "/account/language", &[COOKIE], &body).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let set: Vec<_> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().expect("text"))
        .collect();
    assert!(
        set[0].starts_with("tiltas-language=ro;") && set[1].starts_with("tiltas-theme=dark;"),
        "{set:?}"
    );
    let page = ask(
        &edge,
        Method::GET,
        "/account/language",
        &[("cookie", "tiltas-language=ro; tiltas-theme=dark")],
        "",
    )
    .await;
    assert!(
        page.body.contains("<html lang=\"ro\" dir=\"ltr\" data-theme=\"dark\">"),
        "{}",
        page.body
    );
    assert!(page.body.contains("Limbă și culori"));
}

#[tokio::test]
async fn a_form_larger_than_a_form_is_turned_away() {
    let (edge, _folder) = edge(false, Some(person()));
    let body = format!("token={}&x={}", token(&edge).await, "a".repeat(crate::BODY));
    assert_eq!(
        ask(&edge, Method::POST, "/cases/0f", &[COOKIE], &body).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[test]
fn news_that_are_known_are_not_told_again() {
    let first = news(&HeaderMap::new(), 7);
    let mut headers = HeaderMap::new();
    headers.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
    assert_eq!(news(&headers, 7).status(), StatusCode::NOT_MODIFIED);
    assert_eq!(news(&headers, 8).status(), StatusCode::OK);
}

#[test]
fn the_code_that_is_read_out_holds_no_sign_that_sounds_like_another() {
    for correlation in [0, 1, u64::MAX, 0x1234_5678_9abc_def0] {
        let code = code(correlation);
        assert_eq!(code.len(), 7);
        assert!(!code.contains(['I', 'L', 'O', 'U']), "{code}");
    }
}
