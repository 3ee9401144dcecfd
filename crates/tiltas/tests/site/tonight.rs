//! A house's night: places, holds, and a button pressed twice.

use crate::{
    common::TestSite,
    duty::{HOUSE, opened, sent},
};
use axum::http::StatusCode;
use tiltas_app::{
    referral::{self, list},
    signal,
};
use tiltas_domain::{
    Field, Fields, Id, Role,
    consent::Ground,
    content::{Message, Sensitive},
    example::{self, Who},
    referral::{Referral, answer, send::Send},
};

/// A referral to Casa Liman that holds a place.
fn arrived(site: &TestSite) -> Id<Referral> {
    let context = site.context(Who::PodulAlb, Role::CaseManager);
    let (case, _) = signal::record(&site.app, &context, &example::signal()).expect("recorded");
    let lines = tiltas_app::provider::directory(&site.app, &context).expect("a directory");
    let to = lines
        .iter()
        .find(|line| line.offer.name == "Casa Liman")
        .expect("listed")
        .provider;
    let command = Send {
        ground: Ground::VitalInterest,
        ground_reason: Some(Message::wrap("No bed.".to_owned())),
        hold: true,
        ..example::send(case, to, Fields::of(&[Field::SpokenName, Field::Work, Field::Person]))
    };
    let context = site.context(Who::PodulAlb, Role::CaseManager);
    referral::send(&site.app, &context, &command).expect("sent").0
}

/// Where the first form of the board leads.
fn first(page: &str) -> &str {
    let (_, rest) = page.split_once("action=\"/places/").expect("a form");
    let end = rest.find('"').expect("its end");
    let start = page.len() - rest.len() - "/places/".len();
    &page[start..page.len() - rest.len() + end]
}

#[tokio::test]
async fn a_house_sees_its_places_and_a_second_press_does_nothing_more() {
    let site = TestSite::new();
    let house = site.as_(Who::CasaLiman, Role::Provider).await;
    assert!(
        house
            .open("/tonight")
            .await
            .contains("Nobody waits for an answer from you")
    );
    let id = arrived(&site);
    let page = house.open("/tonight").await;
    for says in ["1 A: Held", "free again", "Release the hold", "2 places</b> are free"] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let path = format!("/referrals/{id}/acknowledge");
    let once = house.press(&path, "seen", &[]).await;
    let twice = house.press(&path, "seen", &[]).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    assert_eq!(once.location(), "/tonight?done=acknowledged");
    let release = first(&page);
    house
        .send(release, &[("referral", &id.to_string()), ("from", "tonight")])
        .await;
    let page = house.open("/tonight?done=released").await;
    assert!(page.contains("The hold is released.") && !page.contains("1 A: Held"));
    let gone = house.post(release, &[("referral", &id.to_string())]).await;
    assert!(gone.body.contains("PLA-02"), "{}", gone.text());
}

#[tokio::test]
async fn a_place_out_of_use_is_no_place_and_only_its_house_says_so() {
    let site = TestSite::new();
    let house = site.as_(Who::CasaLiman, Role::Provider).await;
    let page = house.open("/places").await;
    let change = first(&page).to_owned();
    let other = site.as_(Who::CasaSalcia, Role::Provider).await;
    let fields = [("place", "1 A"), ("in_use", "no")];
    assert_eq!(other.post(&change, &fields).await.status, StatusCode::NOT_FOUND);
    assert!(
        !other.open("/places").await.contains("1 A"),
        "another house's rooms are not shown"
    );
    house.send(&change, &fields).await;
    assert!(house.open("/places").await.contains("1 A: Not in use"));
    let again = house.post(&change, &fields).await;
    assert!(
        again.body.contains("Nothing had to be changed") && again.body.contains("href=\"/places\""),
        "whoever presses second is told how it stands: {}",
        again.text()
    );
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    assert!(manager.open("/places").await.contains("2 free"));
}

#[tokio::test]
async fn a_house_changes_its_offer_and_nobody_else_does() {
    let site = TestSite::new();
    let context = site.context(Who::CasaLiman, Role::Provider);
    let lines = tiltas_app::provider::directory(&site.app, &context).expect("a directory");
    let own = lines
        .iter()
        .find(|line| line.offer.name == "Casa Liman")
        .expect("listed");
    let address = format!("/providers/{}", own.provider);
    let form = format!("{address}/offer");
    let house = site.as_(Who::CasaLiman, Role::Provider).await;
    assert!(house.open(&address).await.contains(&form));
    assert!(house.open(&form).await.contains("value=\"Casa Liman\""));
    let offer = |phone: &'static str| {
        vec![
            ("name", "Casa Liman"),
            ("about", "Shelter by the lake"),
            ("duty_phone", phone),
            ("region", "Centre"),
            ("sexes", "woman"),
            ("takes", "adults"),
            ("takes", "with_child"),
            ("services", "shelter"),
            ("languages", "ro"),
            ("languages", "uk"),
            ("places", "New 1\nNew 2"),
        ]
    };
    let wrong = house.post(&form, &offer("ring twice")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("value=\"ring twice\"") && wrong.body.contains("New 2"),
        "{}",
        wrong.text()
    );
    let done = house.send(&form, &offer("022 000 177")).await;
    assert!(house.open(&done).await.contains("The offer is changed."));
    let lines = tiltas_app::provider::directory(&site.app, &context).expect("a directory");
    let now = lines.iter().find(|line| line.provider == own.provider).expect("listed");
    assert_eq!(now.places, own.places + 2);
    assert_eq!(
        (now.offer.duty_phone.as_str(), now.offer.children),
        ("022 000 177", false)
    );
    house.send(&form, &offer("022 000 177")).await;
    let lines = tiltas_app::provider::directory(&site.app, &context).expect("a directory");
    let again = lines.iter().find(|line| line.provider == own.provider).expect("listed");
    assert_eq!(again.places, now.places, "a place that is there is not added again");
    for (who, role) in [
        (Who::PodulAlb, Role::CaseManager),
        (Who::AdapostRasarit, Role::Provider),
    ] {
        let other = site.as_(who, role).await;
        assert!(!other.open(&address).await.contains(&form));
        assert_eq!(other.get(&form).await.status, StatusCode::NOT_FOUND);
        let taken = other.post(&form, &offer("022 000 178")).await;
        assert_eq!(taken.status, StatusCode::NOT_FOUND, "{who:?}");
    }
}

#[tokio::test]
async fn the_services_of_a_house_go_on_page_by_page_after_the_last_that_was_shown() {
    let site = TestSite::new();
    let house = |site: &TestSite| site.context(HOUSE.0, HOUSE.1);
    for _ in 0..2 {
        let case = opened(&site, example::woman());
        let referral = sent(&site, case, HOUSE.0);
        let accept = answer::Answer::Accept {
            place: None,
            words: None,
        };
        tiltas_app::referral::answer(&site.app, &house(&site), referral, &accept).expect("accepted");
        site.pass(1);
    }
    let running = list::running(&site.app, &house(&site), None).expect("a list");
    assert_eq!((running.lines.len(), running.count, running.next), (2, 2, None));
    let (first, second) = (&running.lines[0], &running.lines[1]);
    let mark = format!("1.0.{}.{}", -first.changed.0, first.referral);
    let page = site
        .as_(HOUSE.0, HOUSE.1)
        .await
        .open(&format!("/services?after={mark}"))
        .await;
    assert!(
        page.contains(&second.spoken_name) && !page.contains(&first.spoken_name),
        "{page}"
    );
    assert!(
        page.contains("1 shown of 2") && page.contains("href=\"/services\""),
        "{page}"
    );
    let whole = site.as_(HOUSE.0, HOUSE.1).await.open("/services?after=nonsense").await;
    assert!(
        whole.contains(&first.spoken_name),
        "what is no mark leads to the first page"
    );
}
