//! What goes on paper is noted: a page that may name a file prints only how a copy is made, and the copy stands in the log.
use crate::{
    coverage::night::{Night, OFFICER, SHELTER},
    programs::{Programs, secret},
    routes,
};
use axum::http::StatusCode;
use std::collections::BTreeSet;
use tiltas_domain::{
    Role,
    example::{self, Who},
};

const GUARD: (Who, Role) = (Who::PodulAlb, Role::DataProtection);
const SAYS: [&str; 2] = ["This page is not printed.", "Această pagină nu se tipărește."];

/// The pages about nobody.
const FREE: &[&str] = &[
    "/",
    "/account/language",
    "/account/sign-in",
    "/audits",
    "/certificates",
    "/certificates/{code}",
    "/chisinau-2018",
    "/chisinau-2018/{reader}/{*page}",
    "/countries",
    "/experts",
    "/experts/new",
    "/experts/{id}",
    "/experts/{id}/change",
    "/experts/{id}/contribution",
    "/national-reports/{id}",
    "/national-reports/{id}/document.docx",
    "/national-reports/{id}/{act}",
    "/meetings",
    "/meetings/new",
    "/meetings/{id}",
    "/meetings/{id}/minutes",
    "/meetings/{id}/{act}",
    "/one-night",
    "/open-items",
    "/organisations",
    "/organisations/{id}",
    "/organisations/{id}/accounts/{account}",
    "/organisations/{id}/functions/new",
    "/organisations/{id}/functions/{function}",
    "/organisations/{id}/functions/{function}/close",
    "/partnerships",
    "/partnerships/new",
    "/partnerships/{id}",
    "/partnerships/{id}/text",
    "/partnerships/{id}/{act}",
    "/periods",
    "/periods/{id}",
    "/periods/{id}/{act}",
    "/plans",
    "/plans/new",
    "/plans/{id}",
    "/plans/{id}/budget",
    "/plans/{id}/items.csv",
    "/plans/{id}/items.xlsx",
    "/plans/{id}/items/{item}",
    "/plans/{id}/items/{item}/{act}",
    "/plans/{id}/terms",
    "/plans/{id}/imports",
    "/plans/{id}/imports/columns.csv",
    "/plans/{id}/imports/columns.xlsx",
    "/plans/{id}/{act}",
    "/practices",
    "/practices/new",
    "/practices/{id}",
    "/practices/{id}/{act}",
    "/programmes",
    "/programmes/new",
    "/programmes/{id}",
    "/programmes/{id}/{act}",
    "/providers",
    "/providers/{id}",
    "/providers/{id}/offer",
    "/recommendations",
    "/recommendations/new",
    "/recommendations/pairs",
    "/recommendations/{id}",
    "/recommendations/{id}/{act}",
    "/reports",
    "/reports/{id}",
    "/reports/{id}/{act}",
    "/visits",
    "/visits/new",
    "/visits/{id}",
    "/visits/{id}/{act}",
    "/search",
    "/trainings",
    "/trainings/certificates",
    "/trainings/certificates.csv",
    "/trainings/certificates.xlsx",
    "/trainings/certificates/{certificate}",
    "/trainings/certificates/{certificate}/withdrawal",
    "/trainings/new",
    "/trainings/{id}",
    "/trainings/{id}/{act}",
];

/// Whether the page keeps itself off the paper, and says so in each language.
fn is_kept_off(page: &str) -> bool {
    let kept = page.contains("<body class=\"unprinted\"");
    for says in SAYS {
        assert_eq!(page.contains(says), kept, "{page}");
    }
    kept
}

#[tokio::test]
async fn a_page_that_may_name_a_file_prints_nothing_but_how_a_copy_is_noted() {
    let night = Night::new();
    let mut kept = BTreeSet::new();
    for who in [OFFICER, SHELTER, GUARD] {
        for route in routes::all()
            .into_iter()
            // Whoever leaves is signed out, and asks for nothing more.
            .filter(|route| route.method == "GET" && !route.is_api() && route.path != "/leave")
        {
            let answer = night.ask(Some(who), &route, &night.at(&route, None)).await;
            if !answer.text.starts_with("<!doctype") {
                continue;
            }
            // A page that says no is at the same address, and may hold what was typed.
            let free = FREE.contains(&route.path.as_str());
            assert_eq!(is_kept_off(&answer.text), !free, "{who:?} {route:?}");
            if answer.status == StatusCode::OK && !free {
                kept.insert(route.path);
            }
        }
    }
    let officer = night.programs.site.as_(Who::PodulAlb, Role::DataProtection).await;
    let sought = officer.post("/audits", &[("case", "Nowhere 555")]).await;
    assert!(
        sought.body.contains("Nowhere 555") && is_kept_off(&sought.body),
        "{}",
        sought.body
    );
    for path in [
        "/cases/{id}",
        "/cases/{id}/name",
        "/cases",
        "/referrals/{id}",
        "/tonight",
        "/today",
        "/tasks/{id}",
    ] {
        assert!(kept.contains(path), "nobody was shown {path}: {kept:?}");
    }
}

#[tokio::test]
async fn the_copy_itself_stands_on_paper_and_who_made_it_and_who_was_refused_stands_in_the_log() {
    let programs = Programs::new();
    let site = &programs.site;
    let case = site.file();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    assert!(is_kept_off(&officer.open(&format!("/cases/{case}")).await));
    let answer = officer.post(&format!("/cases/{case}/summary"), &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert!(!is_kept_off(&answer.body), "{}", answer.text());
    let stranger = site.as_(SHELTER.0, SHELTER.1).await;
    let refused = stranger.post(&format!("/cases/{case}/summary"), &[]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(is_kept_off(&refused.body));
    let log = programs
        .get(
            &secret(OFFICER.0.name(), OFFICER.1),
            &format!("/api/v1/cases/{case}/audits"),
        )
        .await
        .json();
    let log = log.as_array().expect("entries");
    let copies = log.iter().filter(|entry| entry["copy"] == "printed");
    let copies: Vec<_> = copies
        .map(|entry| (&entry["organisation"], &entry["outcome"]))
        .collect();
    assert_eq!(copies.len(), 1, "{log:?}");
    assert_eq!(
        (copies[0].0.as_str(), copies[0].1.as_str()),
        (Some(OFFICER.0.name()), Some("opened"))
    );
    let denied = log
        .iter()
        .find(|entry| entry["outcome"] == "denied")
        .expect("the try of a stranger");
    assert_eq!(
        (&denied["organisation"], &denied["action"]),
        (&SHELTER.0.name().into(), &"summary.read".into())
    );
    let page = officer.open(&format!("/cases/{case}/audit")).await;
    assert!(
        page.contains("Printed.") && page.contains("Printed a summary"),
        "{page}"
    );
}

#[tokio::test]
async fn a_list_goes_on_paper_without_names_and_the_log_of_each_file_on_it_says_so() {
    let programs = Programs::new();
    let site = &programs.site;
    let case = crate::duty::opened(site, example::woman());
    crate::duty::sent(site, case, SHELTER.0);
    let name = {
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        snapshot.state(case).expect("a state").0.expect("a file").spoken_name
    };
    let copies = async || {
        let path = format!("/api/v1/cases/{case}/audits");
        let log = programs.get(&secret(OFFICER.0.name(), OFFICER.1), &path).await.json();
        let log = log.as_array().expect("entries").clone();
        let copies = log.into_iter().filter(|entry| entry["copy"] == "printed");
        copies.map(|entry| entry["organisation"].clone()).collect::<Vec<_>>()
    };
    let mut expected = Vec::new();
    for (who, list, address) in [
        (SHELTER, "/tonight", "/tonight/print"),
        (OFFICER, "/cases", "/cases/print"),
    ] {
        let reader = site.as_(who.0, who.1).await;
        let page = reader.open(list).await;
        assert!(page.contains(&format!("action=\"{address}\"")), "{page}");
        assert!(copies().await.len() == expected.len(), "a look is no copy");
        let paper = reader.post(address, &[]).await;
        assert_eq!(paper.status, StatusCode::OK, "{}", paper.text());
        assert!(
            !is_kept_off(&paper.body) && paper.body.contains(&name),
            "{}",
            paper.text()
        );
        assert!(paper.body.contains("It is logged that it was made."));
        for kept in ["Oksana", "wrist", "grey van"] {
            assert!(!paper.text().contains(kept), "{kept}: {}", paper.text());
        }
        expected.insert(0, serde_json::json!(who.0.name()));
        assert_eq!(copies().await, expected, "newest first");
    }
    let stranger = site.as_(Who::CentrulNistruNord, Role::Provider).await;
    for address in ["/tonight/print", "/cases/print"] {
        let paper = stranger.post(address, &[]).await;
        assert!(!paper.body.contains(&name), "{}", paper.text());
    }
    assert_eq!(
        copies().await.len(),
        2,
        "whoever prints nothing of a file leaves no entry on it"
    );
}
