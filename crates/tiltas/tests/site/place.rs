//! Places: what concerns somebody is asked again, by their spoken name; a place is chosen from those that are free.
use crate::{
    common::TestSite,
    duty::{HOUSE, OFFICER, opened, sent},
};
use axum::http::StatusCode;
use tiltas_app::referral;
use tiltas_domain::{
    Id, Role,
    example::{self, Who},
    referral::{Referral, answer::Answer as Reply},
};

/// A woman whom Casa Liman gave its first place.
fn placed(site: &TestSite) -> (Id<Referral>, String) {
    let case = opened(site, example::woman());
    let id = sent(site, case, HOUSE.0);
    let yes = Reply::Accept {
        place: Some("1 A".to_owned()),
        words: None,
    };
    referral::answer(&site.app, &site.context(HOUSE.0, HOUSE.1), id, &yes).expect("accepted");
    let file = tiltas_app::case::file::file(&site.app, &site.context(OFFICER.0, OFFICER.1), case);
    (id, file.expect("a file").spoken_name)
}

/// The first address of this change that a board offers.
fn address(board: &str, change: &str) -> String {
    let found = board
        .split("action=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|action| action.starts_with("/places/") && action.ends_with(change));
    found.expect("a form of the board").to_owned()
}

#[tokio::test]
async fn a_place_that_somebody_has_is_freed_after_a_second_look_that_names_them() {
    let site = TestSite::new();
    let (id, name) = placed(&site);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let free = address(&house.open("/places").await, "/free");
    let asks = house.open(&format!("{free}?place=1+A")).await;
    assert!(
        asks.contains(&format!("{name} has it now")) && asks.contains("1 A"),
        "{asks}"
    );
    assert!(
        house.open("/places").await.contains("1 A: Taken"),
        "a look frees nothing"
    );
    let gone = house.get(&format!("{free}?place=2+A")).await;
    assert_eq!(
        gone.status,
        StatusCode::SEE_OTHER,
        "a place that nobody has is not asked about"
    );
    let unknown = free.replace("/free", "/sell");
    assert_eq!(
        house.get(&format!("{unknown}?place=1+A")).await.status,
        StatusCode::NOT_FOUND,
        "no such change"
    );
    let other = id.to_string().chars().rev().collect::<String>();
    let late = house.post(&free, &[("place", "1 A"), ("referral", &other)]).await;
    assert!(
        late.status != StatusCode::SEE_OTHER,
        "another came meanwhile: {}",
        late.text()
    );
    let which = id.to_string();
    house.send(&free, &[("place", "1 A"), ("referral", &which)]).await;
    assert!(!house.open("/places").await.contains("1 A: Taken"));
    let stranger = site.as_(Who::AdapostRasarit, Role::Provider).await;
    assert_eq!(
        stranger.get(&format!("{free}?place=1+A")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn whoever_was_accepted_is_given_another_place_from_those_that_are_free() {
    let site = TestSite::new();
    let (id, _) = placed(&site);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let page = house.open(&format!("/referrals/{id}")).await;
    assert!(
        page.contains("Give a place") && page.contains("value=\"2 B\""),
        "{page}"
    );
    assert!(!page.contains("value=\"1 A\""), "the place that it has is not offered");
    let none = house.post(&format!("/referrals/{id}/place"), &[("place", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = house.post(&format!("/referrals/{id}/place"), &[("place", "9 Z")]).await;
    assert!(unknown.body.contains("REF-23"), "{}", unknown.text());
    house.send(&format!("/referrals/{id}/place"), &[("place", "2 B")]).await;
    let board = house.open("/places").await;
    assert!(board.contains("2 B: Taken") && !board.contains("1 A: Taken"), "{board}");
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let seen = officer.open(&format!("/referrals/{id}")).await;
    assert!(!seen.contains("Give a place"), "the sender gives none");
}

#[tokio::test]
async fn who_looks_for_a_bed_narrows_the_list_to_houses_that_fit() {
    let site = TestSite::new();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let all = officer.open("/places").await;
    assert!(
        all.contains(Who::CasaLiman.name()) && all.contains(Who::CentrulNistruNord.name()),
        "{all}"
    );
    let men = officer.open("/places?who=man").await;
    assert!(
        !men.contains(Who::CasaLiman.name()) && men.contains(Who::CentrulNistruNord.name()),
        "{men}"
    );
}
