//! A visit from its plan to what came of it, by page, as each role that may be there.
use crate::common::{TestSite, Visitor};
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const ORGANISER: (Who, Role) = (Who::Partner, Role::Organiser);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);
const READERS: [(Who, Role); 3] = [
    (Who::BorderPost, Role::FocalFunction),
    (Who::Rapporteur, Role::Rapporteur),
    (Who::Partner, Role::Observer),
];

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

/// A mission of these institutions, planned by the organiser.
async fn planned(site: &TestSite, goes: Who) -> String {
    let organiser = as_(site, ORGANISER).await;
    let goes = site.organisation(goes).to_string();
    let plan = [
        ("kind", "expert_mission"),
        ("title", "Mission of April"),
        ("begins", "23 4 2018"),
        ("ends", "27 4 2018"),
        ("delegation", goes.as_str()),
    ];
    let answer = organiser.post("/visits/new", &plan).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let address = answer.location();
    address.split('?').next().expect("an address").to_owned()
}

const WAYS: [&str; 8] = [
    "confirmation",
    "day",
    "end",
    "note",
    "finding",
    "recommendation",
    "report",
    "outcome",
];

/// What each is offered can be opened, and nothing else.
async fn offers(site: &TestSite, address: &str, steers: &[&str], notes: &[&str]) {
    let all = [steers, notes].concat();
    let expected = [(SECRETARY, all.as_slice()), (ORGANISER, &all), (EXPERT, notes)];
    let read = READERS.map(|who| (who, [].as_slice()));
    for (who, expected) in expected.into_iter().chain(read) {
        let visitor = as_(site, who).await;
        let page = visitor.open(address).await;
        for way in WAYS {
            let path = format!("{address}/{way}");
            let offered = page.contains(&format!("href=\"{path}\""));
            assert_eq!(offered, expected.contains(&way), "{who:?} {way}");
            let status = visitor.get(&path).await.status;
            assert_eq!(status == StatusCode::OK, offered, "{who:?} {way}");
            if !offered {
                let sent = visitor.post(&path, &[("text", "Words"), ("on", "24 4 2018")]).await;
                assert!(
                    !sent.status.is_success() && sent.status != StatusCode::SEE_OTHER,
                    "{who:?} {way}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_day_note_becomes_a_finding_and_a_finding_a_recommendation() {
    let site = TestSite::new();
    let address = planned(&site, Who::Partner).await;
    offers(&site, &address, &["confirmation", "day"], &[]).await;
    let (organiser, expert) = (as_(&site, ORGANISER).await, as_(&site, EXPERT).await);
    organiser.send(&format!("{address}/confirmation"), &[]).await;
    let wrong = [("on", "28 4 2018"), ("text", "The border post")];
    let refused = organiser.post(&format!("{address}/day"), &wrong).await;
    assert!(
        refused.body.contains("VIS-04") && refused.body.contains("The border post"),
        "what was typed stands: {}",
        refused.text()
    );
    organiser
        .send(
            &format!("{address}/day"),
            &[("on", "24 4 2018"), ("text", "The border post")],
        )
        .await;
    offers(&site, &address, &["day", "end"], &["note"]).await;
    organiser.send(&format!("{address}/end"), &[]).await;
    offers(&site, &address, &[], &["note", "finding"]).await;

    let note = [
        ("on", "24 4 2018"),
        ("text", "Nobody knows whom to ask."),
        ("example", "yes"),
    ];
    expert.send(&format!("{address}/note"), &note).await;
    let finding = [
        ("note", "1"),
        ("text", "A contact for children is missing."),
        ("theme", "children"),
        ("example", "yes"),
    ];
    expert.send(&format!("{address}/finding"), &finding).await;
    let page = expert.open(&address).await;
    assert!(
        page.contains("From the note of 24 April 2018.") && page.contains("It led to no recommendation yet."),
        "{page}"
    );
    offers(&site, &address, &[], &["note", "finding", "recommendation", "report"]).await;

    let path = format!("{address}/recommendation");
    let words = [
        ("finding", "1"),
        ("title", "Name a contact for children"),
        ("text", "Each post should name a contact."),
        ("language", "en"),
    ];
    let once = expert.press(&path, "one-key", &words).await;
    let twice = expert.press(&path, "one-key", &words).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    let page = expert.open(&address).await;
    assert_eq!(
        page.matches("href=\"/recommendations/").count(),
        1,
        "one, and shown: {page}"
    );
    let again = expert.post(&path, &words).await;
    assert!(again.body.contains("VIS-07"), "once: {}", again.text());
    let at = page.split("href=\"/recommendations/").nth(1).expect("a link");
    let recommendation = format!("/recommendations/{}", at.split('"').next().expect("an id"));
    let story = expert.open(&recommendation).await;
    assert!(
        story.contains("Mission of April") && story.contains("Expert mission"),
        "its source: {story}"
    );

    expert
        .send(&format!("{address}/report"), &[("text", "One finding.")])
        .await;
    organiser
        .send(&format!("{address}/outcome"), &[("text", "One is adopted.")])
        .await;
    offers(&site, &address, &[], &[]).await;
    let table = organiser.get("/visits.csv?state=followed_up").await;
    assert!(table.body.contains("\"Mission of April\""), "{}", table.body);
}

#[tokio::test]
async fn an_expert_whose_institution_stays_at_home_writes_nothing() {
    let site = TestSite::new();
    let address = planned(&site, Who::BorderPost).await;
    let (organiser, expert) = (as_(&site, ORGANISER).await, as_(&site, EXPERT).await);
    organiser.send(&format!("{address}/confirmation"), &[]).await;
    let page = expert.open(&address).await;
    assert!(!page.contains(&format!("href=\"{address}/note\"")), "{page}");
    let note = [("on", "24 4 2018"), ("text", "Words")];
    let answer = expert.post(&format!("{address}/note"), &note).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.text());
    let turned = [
        ("title", "Turned round"),
        ("begins", "2018-04-27"),
        ("ends", "2018-04-23"),
        ("kind", "study_visit"),
    ];
    let answer = organiser.post("/visits/new", &turned).await;
    assert!(
        answer.body.contains("VIS-03") && answer.body.contains("Turned round"),
        "{}",
        answer.text()
    );
    assert_eq!(expert.get("/visits/new").await.status, StatusCode::NOT_FOUND);
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert_eq!(officer.get("/visits").await.status, StatusCode::NOT_FOUND);
}
