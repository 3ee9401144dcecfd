//! What another site, a crafted address, a late store and a log line may not do.
use super::*;
use std::{cell::RefCell, io::Write};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/a", get(asked).post(seed))
        .route("/b", post(seed))
        .route(
            "/number/{n}",
            get(async |axum::extract::Path(n): axum::extract::Path<u32>| n.to_string()),
        )
        .route("/late", get(late).post(async |Posted(_): Posted| late().await))
}

async fn asked(Asked(asked): Asked) -> String {
    format!("[{}] [{}] [{}]", asked.key(), asked.one("token"), asked.one("q"))
}

async fn seed(visit: Visit, Posted(fields): Posted) -> Result<String, Failure> {
    Ok(hex(&visit.context(&fields)?.seed, 32))
}

async fn late() -> Failure {
    Failure::Unconfirmed
}

#[tokio::test]
async fn one_key_on_two_addresses_names_different_ids() {
    let (edge, _folder) = edge(false, Some(person()));
    let body = format!("token={}&key=k&x=1", token(&edge).await);
    let first = ask(&edge, Method::POST, "/a", &[COOKIE], &body).await.body;
    assert_eq!(first.len(), 64, "{first}");
    assert_eq!(ask(&edge, Method::POST, "/a", &[COOKIE], &body).await.body, first);
    assert_ne!(ask(&edge, Method::POST, "/b", &[COOKIE], &body).await.body, first);
}

#[tokio::test]
async fn an_address_presets_neither_key_nor_token_of_a_form() {
    let (edge, _folder) = edge(false, Some(person()));
    let page = ask(
        &edge,
        Method::GET,
        "/a?key=mine&q=words&token=t&key=again",
        &[COOKIE],
        "",
    )
    .await;
    assert_eq!(page.body, "[] [] [words]");
}

#[tokio::test]
async fn a_name_that_is_not_this_machine_s_opens_nothing() {
    let (edge, _folder) = edge(false, Some(person()));
    for host in [
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "10.0.0.1:8080",
        "",
        "[::2]:80",
    ] {
        let page = ask(&edge, Method::GET, "/a?q=words", &[COOKIE, ("host", host)], "").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{host}");
        assert!(!page.body.contains("words"));
    }
    for host in [
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:8080",
        "127.0.0.1",
        "[::1]:8080",
        "[::1]",
    ] {
        let page = ask(&edge, Method::GET, "/a?q=words", &[COOKIE, ("host", host)], "").await;
        assert_eq!(page.status, StatusCode::OK, "{host}");
    }
}

#[tokio::test]
async fn what_the_framework_says_in_plain_text_is_said_as_a_page_of_ours() {
    let (edge, _folder) = edge(false, Some(person()));
    for path in ["/number/%FF", "/number/many"] {
        let page = ask(&edge, Method::GET, path, &[COOKIE], "").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}: {}", page.body);
        assert!(
            page.body.starts_with("<!doctype html>") && page.body.contains("<h1>"),
            "{path}: {}",
            page.body
        );
    }
}

#[tokio::test]
async fn a_link_of_another_site_or_port_signs_nobody_out() {
    let (edge, _folder) = edge(false, Some(person()));
    for site in ["cross-site", "same-site"] {
        let page = ask(&edge, Method::GET, "/leave", &[COOKIE, ("sec-fetch-site", site)], "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            !page.headers.contains_key("clear-site-data") && !page.headers.contains_key("set-cookie"),
            "{site}"
        );
    }
    for site in ["same-origin", "none"] {
        let page = ask(&edge, Method::GET, "/leave", &[COOKIE, ("sec-fetch-site", site)], "").await;
        assert!(page.headers.contains_key("clear-site-data"), "{site}");
    }
}

#[tokio::test]
async fn what_may_be_saved_is_never_called_lost_and_the_words_stand_on_the_page() {
    let (edge, _folder) = edge(false, Some(person()));
    let words = "What+was+said%0Aon+two+%3Clines%3E";
    let body = format!("token={}&key=the-key&kind=note&text={words}", token(&edge).await);
    let page = ask(&edge, Method::POST, "/late", &[COOKIE], &body).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.headers.contains_key("retry-after"));
    for said in [
        "It may be saved: send it again",
        "name=\"key\" value=\"the-key\"",
        "name=\"kind\" value=\"note\"",
        "action=\"/late\"",
        "What was said\non two &#60;lines&#62;</textarea>",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    assert!(!page.body.contains("Nothing was saved"), "{}", page.body);
    let romanian = ask(
        &edge,
        Method::POST,
        "/late",
        &[COOKIE, ("accept-language", "ro")],
        &body,
    )
    .await;
    assert!(romanian.body.contains("Trimiteți din nou"), "{}", romanian.body);
    // Who only reads has sent nothing that could be saved.
    let page = ask(&edge, Method::GET, "/late", &[COOKIE], "").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!page.body.contains("It may be saved"), "{}", page.body);
    // A form whose token did not fit is shown with its words, and gets no token to send them with.
    let page = ask(
        &edge,
        Method::POST,
        "/late",
        &[COOKIE],
        &format!("token=x&key=k&text={words}"),
    )
    .await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(
        page.body.contains(">What was said") && !page.body.contains("value=\"k\""),
        "{}",
        page.body
    );
}

thread_local! {
    /// What this test's thread logged.
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what is logged, for each thread apart.
struct Lines;

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_log_line_holds_neither_query_nor_address() {
    let (edge, _folder) = edge(false, Some(person()));
    // WHY for the whole process: whether a line is wanted at all is remembered for all threads, also by tests that log nowhere.
    let subscriber = tracing_subscriber::fmt()
        .with_writer(|| Lines)
        .with_max_level(tracing::Level::TRACE)
        .finish();
    tracing::subscriber::set_global_default(subscriber).expect("the only one");
    for path in [
        "/a?q=Torilis390",
        "/cases/Torilis390",
        "/nowhere/Torilis390?q=Torilis390",
        "/broken?q=Torilis390",
    ] {
        ask(&edge, Method::GET, path, &[COOKIE], "").await;
    }
    let said = String::from_utf8(LINES.take()).expect("text");
    assert!(
        said.matches("tiltas::request").count() == 4 && said.contains("/cases/{id}"),
        "{said}"
    );
    assert!(!said.contains("Torilis390"), "{said}");
}
