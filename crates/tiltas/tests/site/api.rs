//! Programs at the door: tokens, problems, repetitions, and the document that describes it all.

use crate::programs::{Programs, Reply, example};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use tiltas_domain::{Role, example::Who};

const SIGNALS: &str = "/api/v1/signals";

#[tokio::test]
async fn a_signal_is_recorded_once_and_read_by_those_who_may() {
    let programs = Programs::new();
    let officer = programs.token(Who::BorderPost, Role::FirstResponder);
    let body = example("RecordSignal");
    let first = programs.post(&officer, SIGNALS, "k1", &body).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let id = first.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(first.header("location"), format!("/api/v1/signals/{id}"));
    assert!(!first.headers.contains_key("set-cookie"));

    let again = programs.post(&officer, SIGNALS, "k1", &body).await;
    assert_eq!((again.status, &again.text), (first.status, &first.text));
    assert_eq!(again.header("idempotency-replayed"), "true");

    let mut other = body.clone();
    other["health"] = json!("Nothing hurts");
    let other = programs.post(&officer, SIGNALS, "k1", &other).await;
    assert_problem(&other, 409, "key-reused");

    let read = programs.get(&officer, &format!("{SIGNALS}/{id}")).await.json();
    assert_eq!(read["account"], body["account"]);
    assert_eq!(
        (&read["channel"], &read["urgency"]),
        (&json!("encounter"), &json!("tonight"))
    );
    let shelter = programs.token(Who::CasaLiman, Role::Provider);
    let hidden = programs.get(&shelter, &format!("{SIGNALS}/{id}")).await;
    let absent = programs
        .get(&shelter, &format!("{SIGNALS}/00000000000040008000000000000000"))
        .await;
    let no_id = programs.get(&shelter, &format!("{SIGNALS}/%ff")).await;
    assert_problem(&hidden, 404, "not-found");
    assert_eq!(hidden.without_code(), absent.without_code());
    assert_eq!(hidden.without_code(), no_id.without_code());
}

#[tokio::test]
async fn a_cookie_opens_no_door_for_programs() {
    let programs = Programs::new();
    let signed_in = programs.site.as_(Who::BorderPost, Role::FirstResponder).await;
    for headers in [
        vec![("cookie", signed_in.cookie().to_owned())],
        vec![("authorization", "Bearer nothing".to_owned())],
        vec![("authorization", "Basic bm90aGluZw==".to_owned())],
        vec![],
    ] {
        for (method, path) in [(Method::GET, "/api/v1/signals/x"), (Method::POST, SIGNALS)] {
            let answer = programs.send(method, path, &headers, "{}").await;
            assert_problem(&answer, 401, "nobody");
            assert_eq!(answer.header("www-authenticate"), "Bearer");
            assert!(!answer.headers.contains_key("set-cookie"));
        }
    }
}

#[tokio::test]
async fn each_problem_names_what_would_be_accepted_and_repeats_no_value() {
    let programs = Programs::new();
    let json = "application/json";
    let broken = signal(&programs, json, "{\n  \"channel\": Canary\n}").await;
    assert_problem(&broken, 400, "malformed");
    let detail = broken.json()["detail"].to_string();
    assert!(detail.contains("line 2, column 1"), "{detail}");
    assert_problem(&signal(&programs, "text/plain", "{}").await, 415, "media-type");
    let long = json!({ "account": "a".repeat(300_000) }).to_string();
    assert_problem(&signal(&programs, json, &long).await, 413, "too-large");

    for (fields, field, rule, accepted) in [
        (r#""urgency": "tonight""#, "channel", "errors-needed", "needed"),
        (
            r#""urgency": "Canary""#,
            "urgency",
            "errors-choose",
            "danger_now, tonight",
        ),
        (
            r#""urgency": "tonight", "nick": "Canary""#,
            "nick",
            "errors-unknown",
            "name",
        ),
        (r#""urgency": {"a": "Canary"}"#, "urgency", "errors-kind-text", "text"),
        (r#""languages": "Canary""#, "languages", "errors-kind-list", "list"),
        (
            r#""anonymous": "Canary""#,
            "anonymous",
            "errors-kind-truth",
            "true or false",
        ),
        (
            r#""urgency": "tonight", "years": "200""#,
            "years",
            "errors-number",
            "0 to 120",
        ),
        (
            r#""urgency": "tonight", "nationality": "Canaria""#,
            "nationality",
            "errors-country",
            "MD",
        ),
    ] {
        let channel = if field == "channel" {
            ""
        } else {
            r#""channel": "encounter", "#
        };
        let answer = signal(&programs, json, &format!("{{{channel}{fields}}}")).await;
        assert_problem(&answer, 422, "form");
        let error = &answer.json()["errors"][0];
        assert_eq!(
            (&error["field"], &error["rule"]),
            (&Value::from(field), &Value::from(rule))
        );
        assert!(error["accepted"].to_string().contains(accepted), "{}", answer.text);
        assert!(!answer.text.contains("Canar"), "{}", answer.text);
    }
    let empty = signal(&programs, json, r#"{"channel": "encounter", "urgency": "tonight"}"#).await;
    assert_problem(&empty, 422, "refused");
    assert_eq!(empty.json()["code"], "SIG-01");
    assert_ne!(empty.json()["accepted"], json!([]), "{}", empty.text);
}

#[tokio::test]
async fn an_unknown_address_and_another_method_are_problems_too() {
    let programs = Programs::new();
    let officer = programs.token(Who::BorderPost, Role::FirstResponder);
    for nowhere in ["/api/v1/nothing", "/api/v2/cases", "/api/"] {
        assert_problem(&programs.get(&officer, nowhere).await, 404, "not-found");
    }
    let headers = [("authorization", format!("Bearer {officer}"))];
    let other = programs.send(Method::DELETE, SIGNALS, &headers, "").await;
    assert_problem(&other, 405, "method");
    assert_eq!(other.header("allow"), "POST");
}

async fn signal(programs: &Programs, kind: &str, body: &str) -> Reply {
    let officer = programs.token(Who::BorderPost, Role::FirstResponder);
    let headers = [
        ("authorization", format!("Bearer {officer}")),
        ("content-type", kind.to_owned()),
    ];
    programs.send(Method::POST, SIGNALS, &headers, body).await
}

fn assert_problem(answer: &Reply, status: u16, kind: &str) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["type"], format!("urn:tiltas:problem:{kind}"), "{problem}");
    assert_eq!(problem["status"], status);
    for part in ["title", "detail", "code"] {
        let text = problem[part].as_str().expect("text");
        assert!(!text.is_empty() && !text.starts_with('['), "{part}: {text}");
    }
}
