//! What stays, and what ends with its reason: words outlive the part of whoever wrote them, a file that silence opened closes
//! with the answer, and years bear the day on which they were told.
use crate::{
    common::TestSite,
    duty::{HOUSE, OFFICER, opened, pass, sent},
    programs::{Programs, secret},
};
use axum::http::StatusCode;
use tiltas_domain::{
    Id, Role,
    case::Case,
    example::{self, Who},
    known::Known,
};

const UNIT: (Who, Role) = (Who::NationalUnit, Role::NationalUnit);
const TEAM: (Who, Role) = (Who::Team, Role::ContactPoint);

async fn opens(site: &TestSite, who: (Who, Role), case: Id<Case>) -> StatusCode {
    site.as_(who.0, who.1).await.get(&format!("/cases/{case}")).await.status
}

#[tokio::test]
async fn what_a_receiver_wrote_stays_with_the_lead_when_its_access_ends() {
    let programs = Programs::new();
    let site = &programs.site;
    let case = opened(site, example::woman());
    let referral = format!("/referrals/{}", sent(site, case, HOUSE.0));
    let (officer, house) = (site.as_(OFFICER.0, OFFICER.1).await, site.as_(HOUSE.0, HOUSE.1).await);
    let ask = [("answer", "ask"), ("words", "Which doctor, please?")];
    house.send(&format!("{referral}/answer"), &ask).await;
    officer
        .send(&format!("{referral}/reply"), &[("words", "The one in Balti.")])
        .await;
    let note = [("text", "Came by car.")];
    house.send(&format!("/cases/{case}/notes"), &note).await;
    officer
        .send(&format!("{referral}/withdraw"), &[("because", "not_needed")])
        .await;
    assert_eq!(
        opens(site, HOUSE, case).await,
        StatusCode::NOT_FOUND,
        "its part is over"
    );
    let token = secret(OFFICER.0.name(), OFFICER.1);
    let file = officer.open(&format!("/cases/{case}")).await;
    let sent = officer.open(&referral).await;
    let told = programs.get(&token, &format!("/api/v1/cases/{case}")).await.text;
    let told = told + &programs.get(&token, &format!("/api/v1{referral}")).await.text;
    assert!(file.contains("Came by car."), "{file}");
    for words in ["Which doctor, please?", "The one in Balti."] {
        assert!(sent.contains(words), "{words}: {sent}");
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.contains("Came by car."), "{told}");
}

#[tokio::test]
async fn a_file_that_silence_opened_to_those_above_closes_with_the_answer() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let referral = sent(&site, case, HOUSE.0);
    for who in [UNIT, TEAM] {
        assert_eq!(
            opens(&site, who, case).await,
            StatusCode::NOT_FOUND,
            "{who:?}: nobody is silent yet"
        );
    }
    pass(&site, 4 * 60 + 1);
    for who in [UNIT, TEAM] {
        assert_eq!(
            opens(&site, who, case).await,
            StatusCode::OK,
            "{who:?}: the delay was escalated"
        );
    }
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    house
        .send(&format!("/referrals/{referral}/answer"), &[("answer", "accept")])
        .await;
    for who in [UNIT, TEAM] {
        assert_eq!(
            opens(&site, who, case).await,
            StatusCode::NOT_FOUND,
            "{who:?}: it was answered"
        );
        let today = site.as_(who.0, who.1).await.open("/today").await;
        assert!(!today.contains(&format!("/cases/{case}")), "{today}");
    }
}

#[tokio::test]
async fn years_are_never_told_without_the_day_on_which_they_were_said() {
    let programs = Programs::new();
    let site = &programs.site;
    let mut person = example::unsure_of_age();
    person.age.years = Known::Is(17);
    let case = opened(site, person);
    pass(site, 400 * 24 * 60);
    let page = site
        .as_(OFFICER.0, OFFICER.1)
        .await
        .open(&format!("/cases/{case}"))
        .await;
    assert!(page.contains("17 years (told 20 August 2026)"), "{page}");
    let token = secret(OFFICER.0.name(), OFFICER.1);
    let told = programs.get(&token, &format!("/api/v1/cases/{case}")).await.json();
    assert_eq!(told["person"]["years"], "17");
    let day = told["person"]["years_told"].as_str().expect("a day");
    assert!(day.starts_with("2026-08-19T22:20"), "{day}");
}
