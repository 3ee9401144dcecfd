//! Signing in and out.

use crate::common::TestSite;
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

#[tokio::test]
async fn a_persona_is_chosen_by_a_form_and_lands_on_its_first_page() {
    let site = TestSite::new();
    let page = site.nobody().open("/account/sign-in").await;
    for says in [
        ", Border police, Ungheni</b>",
        "Duty officer, Border police, Ungheni</b>",
        "Casa Liman",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let officer = site.account(Who::BorderPost, Role::FirstResponder).id.to_string();
    let answer = site.nobody().post("/account/sign-in", &[("as", &officer)]).await;
    assert_eq!(answer.location(), "/screenings/new");
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .expect("text")
            .starts_with("tiltas=")
    );
    assert!(
        !answer.headers["set-cookie"]
            .to_str()
            .expect("text")
            .contains("00010203"),
        "a new session"
    );
    let unknown = site.nobody().post("/account/sign-in", &[("as", "00")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_signs_out_is_nobody_at_the_next_request() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert!(
        officer
            .open("/account/sign-in")
            .await
            .contains("You are signed in as Duty officer.")
    );
    assert_eq!(officer.send("/account/sign-out", &[]).await, "/account/sign-in");
    assert!(!officer.open("/account/sign-in").await.contains("You are signed in"));
}

#[tokio::test]
async fn romanian_readers_find_every_word() {
    let site = TestSite::new();
    let mut nobody = site.nobody();
    nobody.language = "ro";
    assert!(nobody.open("/account/sign-in").await.contains("Alegeți cine sunteți"));
}

#[tokio::test]
async fn a_translation_that_nobody_confirmed_says_so_and_leads_to_english() {
    let site = TestSite::new();
    let mut officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert!(
        !officer.open("/today").await.contains("name=\"back\""),
        "English was read by people"
    );
    officer.language = "ro";
    for path in ["/today", "/screenings/new"] {
        let page = officer.open(path).await;
        assert!(
            page.contains("Traducere automată") && page.contains("Citiți pagina în engleză"),
            "{path}"
        );
        assert!(page.contains(&format!("name=\"back\" value=\"{path}\"")), "{path}");
        let back = officer
            .send("/account/language", &[("language", "en"), ("back", path)])
            .await;
        assert_eq!(back, path);
    }
    let elsewhere = officer
        .send("/account/language", &[("language", "en"), ("back", "//evil.test")])
        .await;
    assert_eq!(elsewhere, "/screenings/new", "nobody is led elsewhere");
}
