//! What can't be read is never passed over in silence: each list says how many of its entries are missing, and whom to ring.
use crate::{
    common::TestSite,
    duty::{HOUSE, OFFICER, opened, sent},
    programs::{Programs, secret},
    spoil,
};
use tiltas_domain::{Role, example, example::Who};

async fn says(site: &TestSite, who: (Who, Role), path: &str, entries: usize) {
    let mut reader = site.as_(who.0, who.1).await;
    for (language, one) in [
        ("en", "1 entry can’t be read"),
        ("ro", "1 înregistrare nu poate fi citită"),
    ] {
        reader.language = language;
        let page = reader.open(path).await;
        assert_eq!(page.matches(one).count(), entries, "{path}: {page}");
    }
}

#[tokio::test]
async fn a_list_says_how_many_of_its_cases_cant_be_read() {
    let programs = Programs::new();
    let site = &programs.site;
    let [case, _] = [0, 1].map(|_| opened(site, example::woman()));
    let token = secret(OFFICER.0.name(), OFFICER.1);
    says(site, OFFICER, "/cases", 0).await;
    assert_eq!(programs.get(&token, "/api/v1/cases").await.header("unreadable"), "");
    spoil::card(site.folder(), case);
    // What was read before the fault stays for a minute.
    site.pass(1);
    for path in ["/cases", "/today"] {
        says(site, OFFICER, path, 1).await;
    }
    let cases = programs.get(&token, "/api/v1/cases").await;
    assert_eq!(
        (cases.header("unreadable"), cases.json().as_array().map(Vec::len)),
        ("1", Some(1))
    );
    assert_eq!(programs.get(&token, "/api/v1/today").await.json()["unreadable"], 1);
    // Who takes no part is told of nothing.
    says(site, (Who::PodulAlb, Role::CaseManager), "/cases", 0).await;
}

#[tokio::test]
async fn lists_of_referrals_and_places_say_how_many_of_their_entries_cant_be_read() {
    let programs = Programs::new();
    let site = &programs.site;
    let case = opened(site, example::woman());
    let id = sent(site, case, HOUSE.0);
    let officer = secret(OFFICER.0.name(), OFFICER.1);
    let house = secret(HOUSE.0.name(), HOUSE.1);
    says(site, OFFICER, "/referrals", 0).await;
    spoil::place(site.folder(), "1 A");
    for path in ["/places", "/tonight"] {
        says(site, HOUSE, path, 1).await;
    }
    assert_eq!(programs.get(&house, "/api/v1/places").await.header("unreadable"), "1");
    // A house whose offer can't be read takes no referral away.
    spoil::offer(site.folder(), id);
    says(site, OFFICER, "/referrals", 0).await;
    let lists = programs.get(&officer, "/api/v1/referrals").await.json();
    assert_eq!(
        (&lists["unreadable"], &lists["sent_count"]["count"]),
        (&0.into(), &1.into())
    );
    let line = &lists["sent"][0];
    assert_eq!(
        (&line["id"], &line["provider"], &line["phone"]),
        (
            &id.to_string().into(),
            &HOUSE.0.name().into(),
            &HOUSE.0.duty_phone().into()
        ),
        "it is spoken of, and rung, all the same"
    );
    for path in ["/referrals", "/today"] {
        let page = site.as_(OFFICER.0, OFFICER.1).await.open(path).await;
        assert!(
            page.contains(&id.to_string()) && page.contains(HOUSE.0.name()),
            "{path}: {page}"
        );
    }
    let page = site.as_(HOUSE.0, HOUSE.1).await.open("/tonight").await;
    assert!(!page.contains("Nobody waits for an answer from you"), "{page}");
    // One that its reader may not see is not there.
    let own = site.organisation(HOUSE.0);
    assert!(
        site.as_(HOUSE.0, HOUSE.1)
            .await
            .open("/referrals")
            .await
            .contains(&id.to_string())
    );
    spoil::no_part(site.folder(), own, case);
    assert!(
        !site
            .as_(HOUSE.0, HOUSE.1)
            .await
            .open("/referrals")
            .await
            .contains(&id.to_string())
    );
}
