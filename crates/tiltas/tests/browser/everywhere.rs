//! Every page that a persona reaches from its first page: sound at each width, light and dark.
use crate::{
    house::{House, walk},
    sound::{self, WIDTHS},
    tab::Tab,
};
use serde_json::json;
use std::collections::{BTreeSet, VecDeque};

/// One of each role, by the beginning of its button on the sign-in page.
const PERSONAS: [&str; 11] = [
    "First responder",
    "Supervisor",
    "Case manager",
    "Shelter",
    "Contact point",
    "Officer for children",
    "Investigator",
    "Duty officer",
    "Data protection officer",
    "Secretary",
    "Focal point",
];

/// Pages to which no link leads, or which anyone may see.
const BESIDE: [&str; 6] = [
    "/",
    "/account/sign-in",
    "/account/language",
    "/one-night",
    "/chisinau-2018",
    "/countries",
];

/// An address without what is of one case: ids, numbers, its query.
fn pattern(path: &str) -> String {
    let path = path.split('?').next().unwrap_or(path);
    let part = |part: &str| match part {
        part if part.len() == 32 && part.chars().all(|sign| sign.is_ascii_hexdigit()) => "id".to_owned(),
        part if !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit()) => "n".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

async fn links(tab: &Tab) -> Vec<String> {
    tab.ask(
        "[...document.querySelectorAll(\"a[href^='/']\")].map(link => link.getAttribute('href').split('#')[0])\
         .filter(href => href && !href.startsWith('/leave') && !/\\.(csv|xlsx)$/.test(href.split('?')[0]) && !href.startsWith('/assets'))",
    )
    .await
}

/// Follows every link of a kind once; pages that another persona saw are looked at on a phone only.
async fn crawl(tab: &Tab, who: &str, seen: &mut BTreeSet<String>, found: &mut Vec<String>) {
    let mut waiting: VecDeque<String> = BESIDE.map(str::to_owned).into();
    waiting.push_front(tab.path().await);
    let mut own = BTreeSet::new();
    let mut places = Vec::new();
    while let Some(path) = waiting.pop_front() {
        let kind = pattern(&path);
        if !own.insert(kind.clone()) {
            continue;
        }
        tab.open(&path).await;
        let name = format!("everywhere/{who}{}", kind.replace('/', "-"));
        let faults = if seen.insert(kind) {
            sound::faults(tab, &name, &WIDTHS).await
        } else {
            sound::glance(tab, &name).await
        };
        found.extend(faults.into_iter().map(|fault| format!("{fault} (reached by {path})")));
        waiting.extend(links(tab).await);
        places.push(path);
    }
    println!("{who}: {} pages", places.len());
}

#[test]
fn every_page_that_a_persona_reaches_is_sound() {
    walk(30, async |house| {
        let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
        for persona in PERSONAS {
            let tab = house.tab(1280, 800).await;
            tab.sign_in(persona).await;
            let who = persona
                .split(',')
                .next()
                .unwrap_or(persona)
                .to_lowercase()
                .replace(' ', "-");
            crawl(&tab, &who, &mut seen, &mut found).await;
        }
        sound::none(&found);
    });
}

/// From a count to the file to its access log, on every screen.
#[test]
fn what_was_opened_and_refused_is_read_at_each_width_and_leads_into_the_log() {
    walk(12, async |house| {
        let manager = house.tab(1280, 800).await;
        manager.sign_in("Case manager").await;
        manager.open("/cases").await;
        let files = links(&manager).await.into_iter();
        let files: BTreeSet<String> = files.filter(|path| pattern(path) == "/cases/id").collect();
        for path in files.iter().take(3) {
            manager.open(path).await;
        }
        let tab = house.tab(1280, 800).await;
        tab.sign_in("Data protection officer").await;
        let mut found = sound::faults(&tab, "audit/days", &WIDTHS).await;
        tab.press("Podul Alb").await;
        assert_eq!(tab.path().await, "/audits/files");
        found.extend(sound::faults(&tab, "audit/files", &WIDTHS).await);
        let rows: usize = tab.ask("document.querySelectorAll('tbody tr').length").await;
        assert!(rows >= 3, "{}", tab.says().await);
        let log: String = tab.ask("document.querySelector('tbody a').getAttribute('href')").await;
        tab.open(&log).await;
        tab.until_says("Opened the file to read").await;
        sound::none(&found);
    });
}

/// What is refused or not there is a page like any other.
#[test]
fn a_page_that_is_not_there_is_sound_and_says_the_next_step() {
    walk(1, async |house: std::sync::Arc<House>| {
        let tab = house.tab(1280, 800).await;
        let mut found = Vec::new();
        for (path, name) in [
            ("/nothing-here", "not-there"),
            ("/cases/000102030405060708090a0b0c0d0e0f", "no-such-case"),
        ] {
            tab.open(path).await;
            let faults = sound::faults(&tab, &format!("failure/{name}"), &WIDTHS).await;
            found.extend(faults.into_iter().filter(|fault| !fault.contains("answers: 40")));
        }
        sound::none(&found);
    });
}

/// The page of leaving tells nothing of where one was, and Escape three times leads there from every page.
#[test]
fn escape_three_times_leaves_and_signs_out() {
    walk(1, async |house| {
        let tab = house.tab(360, 740).await;
        tab.sign_in(PERSONAS[0]).await;
        let before: u32 = tab.ask("history.length").await;
        for _ in 0..3 {
            tab.key("Escape").await;
        }
        tab.until("location.pathname === '/leave' && document.readyState === 'complete'")
            .await;
        assert!(!tab.does_say("Tiltas").await, "{}", tab.says().await);
        assert_eq!(tab.ask::<u32>("history.length").await, before, "it replaces the page");
        assert!(
            tab.ask::<bool>(&format!("!document.title.includes({})", json!("Tiltas")))
                .await
        );
        tab.picture("everywhere/leave-360-light").await;
        tab.open("/account/sign-in").await;
        assert!(!tab.does_say("You are signed in").await, "{}", tab.says().await);
    });
}
