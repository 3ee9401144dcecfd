//! Every address of the site is in the sweep: nobody, an organisation that takes no part, one that only knows that the case
//! exists, and a receiver whose part is over. Nobody learns what is not theirs: not from a body, a title, an address, a log.
pub mod night;

use crate::programs::Reply;
use crate::routes::Route;
use axum::http::Method;
use night::{CANARY, ELSEWHERE, FOR_THE_SHELTER, Night, OFFICER, POLICE, REFUSED, SHELTER, body_of, log};
use std::{collections::BTreeSet, fs, path::Path};
use tiltas_domain::{Id, case::Case, example::Who};

fn other_id() -> String {
    Id::<Case>::from_bytes([0x5A; 16]).to_string()
}

/// What differs between two answers by right: the code that is read out, the token of forms, and the id that was asked for.
fn bare(night: &Night, answer: &Reply) -> String {
    let mut text = answer.text.clone();
    for id in [
        other_id(),
        night.case.to_string(),
        night.waiting.to_string(),
        night.refused.to_string(),
    ] {
        text = text.replace(&id, "ID");
    }
    let hex = |sign: char| sign.is_ascii_hexdigit();
    let words: Vec<&str> = text
        .split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-'))
        .filter(|word| !(word.len() >= 32 && word.chars().all(hex)))
        .filter(|word| !(word.len() == 7 && word.chars().nth(3) == Some('-') && word.to_uppercase() == **word))
        .collect();
    format!("{} {}", answer.status, words.join(" "))
}

fn titles(text: &str) -> impl Iterator<Item = &str> {
    text.split("<title>")
        .skip(1)
        .map(|rest| rest.split("</title>").next().unwrap_or_default())
}

/// Addresses in a page: where it links and posts.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    ["href=\"", "action=\"", "src=\"", "data-news=\""]
        .into_iter()
        .flat_map(|start| text.split(start).skip(1))
        .map(|rest| rest.split('"').next().unwrap_or_default())
}

#[test]
fn the_addresses_of_the_site_are_the_ones_that_are_kept() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/routes.txt");
    let now: String = crate::routes::all()
        .iter()
        .map(|route| format!("{} {}\n", route.method, route.path))
        .collect();
    if std::env::var_os("TILTAS_GOLDEN").is_some() {
        fs::write(&path, &now).expect("written");
    }
    let kept = fs::read_to_string(&path).expect("tests/site/routes.txt");
    let (kept, now): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), now.lines().collect());
    let other: Vec<_> = kept.symmetric_difference(&now).collect();
    assert!(
        other.is_empty(),
        "new or gone: {other:#?}; TILTAS_GOLDEN=write cargo test -p tiltas-web --test coverage keeps them"
    );
}

#[tokio::test]
async fn nobody_learns_nothing() {
    let night = Night::new();
    for route in crate::routes::all() {
        let answer = night.ask(None, &route, &night.at(&route, None)).await;
        for secret in [CANARY, &night.spoken_name] {
            assert!(!answer.text.contains(secret), "{route:?} says {secret}");
        }
        let status = answer.status.as_u16();
        let expected = match (route.is_open(), route.is_api(), route.method.as_str()) {
            (true, ..) => continue,
            (_, true, _) => 401,
            (_, _, "POST") => 403,
            _ => 303,
        };
        assert_eq!(status, expected, "{route:?}: {}", answer.text);
        if status == 303 {
            assert_eq!(answer.header("location"), "/account/sign-in", "{route:?}");
        }
    }
}

#[tokio::test]
async fn whoever_takes_no_part_can_t_tell_a_file_from_none() {
    let night = Night::new();
    let mut strangers = ELSEWHERE.to_vec();
    // Its part ended with its answer.
    strangers.push(REFUSED);
    for who in strangers {
        for route in crate::routes::all() {
            let own = night.ask(Some(who), &route, &night.at(&route, None)).await;
            for secret in [CANARY, &night.spoken_name] {
                let theirs = who == REFUSED && secret == night.spoken_name;
                assert!(theirs || !own.text.contains(secret), "{who:?} {route:?} says {secret}");
            }
            let about_person = ["/cases/{id}", "/referrals/{id}", "/signals/{id}", "/tasks/{id}"];
            if !about_person
                .iter()
                .any(|start| route.path.trim_start_matches("/api/v1").starts_with(start))
            {
                continue;
            }
            let absent = night.ask(Some(who), &route, &night.at(&route, Some(&other_id()))).await;
            assert_eq!(bare(&night, &own), bare(&night, &absent), "{who:?} {route:?}");
            assert!(
                !own.status.is_success() || route.method == "POST",
                "{who:?} {route:?} {}",
                own.status
            );
        }
    }
}

#[tokio::test]
async fn a_receiver_whose_part_is_over_sees_its_referral_no_more() {
    let night = Night::new();
    for path in ["/referrals/{id}", "/referrals/{id}/{act}", "/api/v1/referrals/{id}"] {
        let route = Route {
            path: path.to_owned(),
            method: "GET".to_owned(),
        };
        let over = night
            .ask(
                Some(REFUSED),
                &route,
                &night.at(&route, Some(&night.refused.to_string())),
            )
            .await;
        let absent = night
            .ask(Some(REFUSED), &route, &night.at(&route, Some(&other_id())))
            .await;
        assert_eq!(bare(&night, &over), bare(&night, &absent), "{path}");
        assert_eq!(over.status.as_u16(), 404);
    }
}

#[tokio::test]
async fn police_learn_that_the_case_exists_and_nothing_of_what_is_in_it() {
    let night = Night::new();
    for route in crate::routes::all().into_iter().filter(|route| route.method == "GET") {
        let answer = night.ask(Some(POLICE), &route, &night.at(&route, None)).await;
        assert!(!answer.text.contains(CANARY), "{route:?}");
        let about_person = route.path.contains("/cases/{id}") || route.path.contains("/referrals/{id}");
        for where_the_person_may_be in [Who::CasaLiman.name(), Who::AdapostRasarit.name()] {
            assert!(
                !about_person || !answer.text.contains(where_the_person_may_be),
                "{route:?}: {}",
                answer.text
            );
        }
    }
    let file = Route {
        path: "/api/v1/cases/{id}".to_owned(),
        method: "GET".to_owned(),
    };
    let seen = night.ask(Some(POLICE), &file, &night.at(&file, None)).await.json();
    assert_eq!(seen["spoken_name"], night.spoken_name.as_str());
    assert_eq!(seen["person"]["withheld"], "existence_only");
}

#[tokio::test]
async fn a_receiver_sees_what_the_person_said_yes_to_and_no_more() {
    let night = Night::new();
    let mut seen = BTreeSet::new();
    for route in crate::routes::all().into_iter().filter(|route| route.method == "GET") {
        let answer = night.ask(Some(SHELTER), &route, &night.at(&route, None)).await;
        for (at, _) in answer.text.match_indices(CANARY) {
            let word: String = answer.text[at..]
                .chars()
                .take_while(|sign| sign.is_alphanumeric() || *sign == '-')
                .collect();
            assert!(FOR_THE_SHELTER.contains(&word.as_str()), "{route:?} says {word}");
            seen.insert(word);
        }
    }
    assert_eq!(seen.len(), FOR_THE_SHELTER.len(), "and that much it does see: {seen:?}");
}

#[tokio::test]
async fn no_title_no_address_and_no_line_of_the_log_says_which_case_it_is() {
    let night = Night::new();
    let spoken = night.spoken_name.as_str();
    let in_an_address = spoken.replace(' ', "%20");
    for who in [OFFICER, SHELTER, POLICE] {
        for route in crate::routes::all() {
            let at = night.at(&route, None);
            if route.method == "POST" && who == OFFICER {
                continue; // it could change the night for those who come after
            }
            let answer = night.ask(Some(who), &route, &at).await;
            for title in titles(&answer.text) {
                assert!(!title.contains(spoken) && !title.contains(CANARY), "{route:?}: {title}");
            }
            if answer.text.starts_with("<!doctype") {
                let headings = answer.text.matches("<h1").count();
                assert_eq!(headings, 1, "{who:?} {route:?}: a page has one heading above all");
            }
            for address in addresses(&answer.text).chain([answer.header("location")]) {
                let tells = address.contains(spoken) || address.contains(&in_an_address) || address.contains(CANARY);
                assert!(!tells, "{route:?}: {address}");
            }
        }
    }
    let log = log();
    let lines = String::from_utf8_lossy(&log.0.lock().expect("the log")).into_owned();
    assert!(lines.contains("tiltas::request"), "the log is heard");
    for secret in [spoken, CANARY, &night.case.to_string(), &night.waiting.to_string()] {
        let line = lines.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{secret} in the log: {line:?}");
    }
}

#[tokio::test]
async fn every_post_is_refused_without_a_token_and_from_another_site() {
    let night = Night::new();
    let signed_in = night.programs.site.as_(OFFICER.0, OFFICER.1).await;
    let form = ("content-type", "application/x-www-form-urlencoded".to_owned());
    let json = ("content-type", "application/json".to_owned());
    let cookie = ("cookie", signed_in.cookie().to_owned());
    for route in crate::routes::all().into_iter().filter(|route| route.method == "POST") {
        let at = night.at(&route, None);
        if route.is_api() {
            let answer = night
                .programs
                .send(
                    Method::POST,
                    &at,
                    &[cookie.clone(), json.clone()],
                    &body_of(&route.path),
                )
                .await;
            assert_eq!(answer.status.as_u16(), 401, "{route:?}");
            continue;
        }
        if route.path == "/leave" {
            continue; // leaving quickly asks for nothing: whoever sends it signs out
        }
        let answer = night
            .programs
            .send(Method::POST, &at, &[cookie.clone(), form.clone()], "key=k")
            .await;
        assert_eq!(answer.status.as_u16(), 403, "{route:?}");
        for elsewhere in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.test")] {
            let page = night
                .programs
                .send(Method::GET, "/account/language", std::slice::from_ref(&cookie), "")
                .await;
            let token = page
                .text
                .split_once("name=\"token\" value=\"")
                .map_or("", |(_, rest)| &rest[..64]);
            let headers = [cookie.clone(), form.clone(), (elsewhere.0, elsewhere.1.to_owned())];
            let answer = night
                .programs
                .send(Method::POST, &at, &headers, &format!("token={token}&key=k"))
                .await;
            assert_eq!(answer.status.as_u16(), 403, "{route:?} {elsewhere:?}");
        }
    }
}
