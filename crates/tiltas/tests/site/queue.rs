//! Work queues of more files than anybody counts on a page, and what is kept of them between two looks.
use crate::{
    common::TestSite,
    duty::{self, HOUSE},
};
use std::collections::HashSet;
use tiltas_app::signal;
use tiltas_domain::{
    Id, Role, Root,
    case::{Case, Urgency},
    example::{self, Who},
    signal::Record,
};

const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);

/// A context of its own, however many there are.
fn context(site: &TestSite, nth: u32) -> Root {
    let mut context = example::root(site.account(OFFICER.0, OFFICER.1), site.now(), 0xEF);
    context.seed[..4].copy_from_slice(&nth.to_be_bytes());
    Root {
        request: context.seed,
        ..context
    }
}

fn recorded(site: &TestSite, nth: u32, urgency: Urgency) -> Id<Case> {
    let signal = Record {
        urgency,
        ..example::signal()
    };
    signal::record(&site.app, &context(site, nth), &signal)
        .expect("recorded")
        .0
}

/// The files on a page, in their order.
fn files(page: &str) -> Vec<String> {
    let links = page.split("class=\"case\" href=\"/cases/").skip(1);
    links
        .map(|link| link.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

#[tokio::test]
async fn a_queue_of_more_than_a_thousand_files_says_so_and_each_is_reached_and_the_urgent_stand_first() {
    let site = TestSite::new();
    let danger = recorded(&site, 0, Urgency::DangerNow);
    let tonight = recorded(&site, 1, Urgency::Tonight);
    let many = tiltas_app::COUNTED as u32 + 2;
    let mut all: HashSet<String> = (2..many)
        .map(|nth| recorded(&site, nth, Urgency::Ordinary).to_string())
        .collect();
    all.extend([danger.to_string(), tonight.to_string()]);
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let (mut told, mut path) = (Vec::new(), "/cases".to_owned());
    loop {
        let page = officer.open(&path).await;
        assert!(page.contains("of more than 1,000"), "{page}");
        assert!(page.contains("<span class=\"n\">more than 1,000</span>"), "{page}");
        told.extend(files(&page));
        let Some((before, _)) = page.split_once(">Next page</a>") else {
            break;
        };
        let (_, next) = before.rsplit_once("href=\"").expect("an address");
        path = next.trim_end_matches('"').replace("&#38;", "&").replace("&amp;", "&");
    }
    assert_eq!(told[..2], [danger.to_string(), tonight.to_string()]);
    let once: HashSet<String> = told.iter().cloned().collect();
    assert_eq!(
        (once.len(), told.len()),
        (all.len(), all.len()),
        "none twice, none lost"
    );
    assert_eq!(once, all);
    let urgent = officer.open("/cases?urgency=tonight").await;
    assert_eq!(files(&urgent), [tonight.to_string()]);
    assert!(urgent.contains("1 to 1 of 1"), "one is counted exactly: {urgent}");
}

#[tokio::test]
async fn a_queue_is_never_older_than_the_journal_and_is_one_s_own() {
    let site = TestSite::new();
    let case = recorded(&site, 0, Urgency::Tonight);
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let supervisor = site.as_(OFFICER.0, Role::Supervisor).await;
    let stranger = site.as_(HOUSE.0, HOUSE.1).await;
    assert_eq!(files(&officer.open("/cases").await), [case.to_string()]);
    for _ in 0..2 {
        assert_eq!(files(&stranger.open("/cases").await), Vec::<String>::new());
    }
    let seen = supervisor.open("/cases").await;
    let second = recorded(&site, 1, Urgency::DangerNow);
    let after = officer.open("/cases").await;
    assert_eq!(files(&after), [second.to_string(), case.to_string()]);
    assert_eq!(files(&supervisor.open("/cases").await).len(), files(&seen).len() + 1);
}

#[tokio::test]
async fn what_time_alone_withholds_is_withheld_in_a_list_that_was_just_drawn() {
    let site = TestSite::new();
    let case = duty::opened(&site, example::woman());
    duty::sent(&site, case, HOUSE.0);
    let until = {
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        let (state, _) = snapshot.state(case).expect("read");
        state.expect("a case").disclosures[0].until
    };
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    // Less than the minute for which a queue is kept at most.
    site.pass_seconds((until.0 - site.now().0) / 1_000_000 - 10);
    let drawn = || async {
        let page = house.open("/cases").await;
        assert_eq!(files(&page), [case.to_string()]);
        page.contains("Withheld")
    };
    assert!(!drawn().await, "it is shared to its last moment");
    assert!(!drawn().await);
    site.pass_seconds(20);
    assert!(drawn().await, "and not longer");
}
