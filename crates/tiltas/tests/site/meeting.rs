//! From a finding to a decision: a recommendation is adopted at a meeting, a decision becomes a task, and the minutes are agreed.
use crate::{
    common::{TestSite, Visitor},
    input::Form,
    training,
};
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);
const READERS: [(Who, Role); 4] = [
    (Who::Rapporteur, Role::Rapporteur),
    EXPERT,
    (Who::Partner, Role::Organiser),
    (Who::Partner, Role::Observer),
];

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

fn address(location: &str) -> String {
    location.split('?').next().expect("an address").to_owned()
}

/// A recommendation that a finding of a visit led to, its words agreed.
async fn found(site: &TestSite) -> String {
    let (organiser, expert) = (as_(site, READERS[2]).await, as_(site, EXPERT).await);
    let partner = site.organisation(Who::Partner).to_string();
    let plan = [
        ("kind", "study_visit"),
        ("title", "Visit of June"),
        ("begins", "2018-06"),
        ("delegation", partner.as_str()),
    ];
    let visit = address(&organiser.post("/visits/new", &plan).await.location());
    for act in ["confirmation", "end"] {
        organiser.send(&format!("{visit}/{act}"), &[]).await;
    }
    let finding = [("text", "A contact for children is missing."), ("theme", "children")];
    expert.send(&format!("{visit}/finding"), &finding).await;
    let words = [
        ("finding", "1"),
        ("title", "Name a contact for children"),
        ("text", "Each post should name a contact."),
        ("language", "en"),
    ];
    expert.send(&format!("{visit}/recommendation"), &words).await;
    let page = expert.open(&visit).await;
    let at = page.split("href=\"/recommendations/").nth(1).expect("a link");
    let recommendation = format!("/recommendations/{}", at.split('"').next().expect("an id"));
    let agreed = [("text", "Each post should name a contact, and a deputy.")];
    let secretary = as_(site, SECRETARY).await;
    secretary.send(&format!("{recommendation}/words"), &agreed).await;
    recommendation
}

async fn called(site: &TestSite) -> String {
    called_with(site, Who::BorderPost).await
}

async fn called_with(site: &TestSite, invited: Who) -> String {
    let secretary = as_(site, SECRETARY).await;
    let border = site.organisation(invited).to_string();
    let call = [
        ("title", "Second meeting of the year"),
        ("body", "National committee"),
        ("on", "19 8 2026"),
        ("invited", border.as_str()),
    ];
    let answer = secretary.post("/meetings/new", &call).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    address(&answer.location())
}

#[tokio::test]
async fn a_finding_is_adopted_at_a_meeting_and_a_decision_becomes_a_task() {
    let site = TestSite::new();
    let (recommendation, meeting) = (found(&site).await, called(&site).await);
    let id = recommendation.rsplit('/').next().expect("an id");
    let secretary = as_(&site, SECRETARY).await;
    let page = secretary.open(&meeting).await;
    assert!(
        page.contains("Words agreed, to decide") && page.contains(&format!("href=\"{recommendation}\"")),
        "the agenda is a query: {page}"
    );
    let nobody = secretary.post(&format!("{meeting}/end"), &[]).await;
    assert!(nobody.body.contains("MEE-02"), "{}", nobody.text());
    let border = site.organisation(Who::BorderPost).to_string();
    secretary
        .send(&format!("{meeting}/end"), &[("present", border.as_str())])
        .await;

    let path = format!("{meeting}/decision");
    let refused = secretary
        .post(&path, &[("recommendation", id), ("outcome", "declined")])
        .await;
    assert!(refused.body.contains("REC-04"), "a no has a reason: {}", refused.text());
    let adopt = [("recommendation", id), ("outcome", "adopted")];
    let once = secretary.press(&path, "one-key", &adopt).await;
    let twice = secretary.press(&path, "one-key", &adopt).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    let again = secretary.post(&path, &adopt).await;
    assert!(again.body.contains("MEE-05"), "once: {}", again.text());
    let story = secretary.open(&recommendation).await;
    assert!(
        story.contains("Second meeting of the year") && story.contains("19 August 2026") && story.contains("Adopted"),
        "{story}"
    );

    let task = [
        ("text", "Write the duty phone on the wall."),
        ("owner", border.as_str()),
    ];
    secretary.send(&format!("{meeting}/task"), &task).await;
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let today = officer.open("/today").await;
    assert!(today.contains("Write the duty phone on the wall."), "{today}");

    secretary
        .send(&format!("{meeting}/draft"), &[("text", "One was adopted.")])
        .await;
    let form = secretary.open(&format!("{meeting}/draft")).await;
    assert!(form.contains("One was adopted."), "not typed again: {form}");
    let agreement = secretary.open(&format!("{meeting}/agreement")).await;
    let agreement = Form::of(&agreement, "name=\"drawn\"");
    secretary
        .send(
            &format!("{meeting}/draft"),
            &[("text", "One was adopted.\nNobody was against it.")],
        )
        .await;
    agreement.is_told_that_it_changed(&secretary).await;
    secretary.send(&format!("{meeting}/agreement"), &[]).await;
    let late = secretary
        .post(&format!("{meeting}/draft"), &[("text", "Other words")])
        .await;
    assert!(
        late.body.contains("MEE-01"),
        "agreed minutes are fixed: {}",
        late.text()
    );
    let minutes = as_(&site, FOCAL).await.open(&format!("{meeting}/minutes")).await;
    for told in [
        "One was adopted.",
        "Name a contact for children",
        "Write the duty phone",
        "National committee",
    ] {
        assert!(minutes.contains(told), "{told}: {minutes}");
    }
}

#[tokio::test]
async fn what_was_decided_on_its_own_page_meanwhile_is_offered_no_more_and_a_draft_ends_nothing() {
    let site = TestSite::new();
    let (recommendation, meeting) = (found(&site).await, called(&site).await);
    let id = recommendation.rsplit('/').next().expect("an id");
    let secretary = as_(&site, SECRETARY).await;
    let border = site.organisation(Who::BorderPost).to_string();
    secretary
        .send(&format!("{meeting}/end"), &[("present", border.as_str())])
        .await;
    secretary
        .send(&format!("{meeting}/draft"), &[("text", "Not all is written yet.")])
        .await;
    let form = secretary.open(&format!("{meeting}/decision")).await;
    assert!(
        form.contains(&format!("value=\"{id}\"")),
        "after a draft as before: {form}"
    );
    let task = [
        ("text", "Write the duty phone on the wall."),
        ("owner", border.as_str()),
    ];
    secretary.send(&format!("{meeting}/task"), &task).await;
    let elsewhere = [("outcome", "adopted"), ("body", "Ministry"), ("on", "19 8 2026")];
    secretary.send(&format!("{recommendation}/decision"), &elsewhere).await;
    let page = secretary.open(&meeting).await;
    assert!(!page.contains(&format!("{meeting}/decision")), "{page}");
    assert_eq!(
        secretary.get(&format!("{meeting}/decision")).await.status,
        StatusCode::NOT_FOUND,
        "a form whose only choice is refused"
    );
}

#[tokio::test]
async fn a_meeting_is_steered_by_the_secretariat_and_read_by_those_who_may() {
    let site = TestSite::new();
    let meeting = called(&site).await;
    for who in READERS.into_iter().chain([FOCAL]) {
        let reader = as_(&site, who).await;
        let page = reader.open(&meeting).await;
        assert!(!page.contains(&format!("href=\"{meeting}/")), "{who:?}: {page}");
        assert!(
            reader.open("/meetings").await.contains(&format!("href=\"{meeting}\"")),
            "{who:?}"
        );
        for way in ["end", "decision", "task", "draft", "agreement"] {
            let path = format!("{meeting}/{way}");
            assert_eq!(reader.get(&path).await.status, StatusCode::NOT_FOUND, "{who:?} {way}");
            let sent = reader.post(&path, &[("text", "Some words")]).await;
            assert_ne!(sent.status, StatusCode::SEE_OTHER, "{who:?} {way}");
        }
    }
    let another = called_with(&site, Who::PodulAlb).await;
    let other = as_(&site, FOCAL).await;
    assert_eq!(
        other.get(&another).await.status,
        StatusCode::NOT_FOUND,
        "not its meeting"
    );
    assert!(!other.open("/meetings").await.contains(&another));
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert_eq!(officer.get("/meetings").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_still_to_come_is_not_offered_as_held_until_its_day() {
    let site = TestSite::new();
    let (secretary, organiser) = (as_(&site, SECRETARY).await, as_(&site, READERS[2]).await);
    let partner = site.organisation(Who::Partner).to_string();
    let call = [
        ("title", "Third meeting of the year"),
        ("body", "National committee"),
        ("on", "22 8 2026"),
        ("invited", partner.as_str()),
    ];
    let meeting = address(&secretary.send("/meetings/new", &call).await);
    let plan = [
        ("kind", "study_visit"),
        ("title", "Visit of August"),
        ("begins", "2026-08-22"),
        ("delegation", partner.as_str()),
    ];
    let visit = address(&organiser.send("/visits/new", &plan).await);
    organiser.send(&format!("{visit}/confirmation"), &[]).await;
    let mut teaches = training::PLAN.to_vec();
    for (name, day) in [
        ("from", "22 8 2026"),
        ("to", "22 8 2026"),
        ("agenda", "2026-08-22 | | Test |"),
    ] {
        teaches.retain(|(known, _)| *known != name);
        teaches.push((name, day));
    }
    let training = address(&organiser.send("/trainings/new", &teaches).await);
    let all = [
        (&secretary, &meeting, "end"),
        (&organiser, &visit, "end"),
        (&organiser, &training, "holding"),
    ];
    for (visitor, path, way) in all {
        let way = format!("{path}/{way}");
        assert!(!visitor.open(path).await.contains(&format!("href=\"{way}\"")), "{way}");
        assert_eq!(visitor.get(&way).await.status, StatusCode::NOT_FOUND, "{way}");
        let refused = visitor.post(&way, &[("present", partner.as_str())]).await;
        assert!(
            !refused.status.is_success() && !refused.status.is_redirection(),
            "{way}: {}",
            refused.text()
        );
    }
    site.pass(3 * 24 * 60);
    let (secretary, organiser) = (as_(&site, SECRETARY).await, as_(&site, READERS[2]).await);
    for (visitor, path, way) in [
        (&secretary, &meeting, "end"),
        (&organiser, &visit, "end"),
        (&organiser, &training, "holding"),
    ] {
        let way = format!("{path}/{way}");
        assert!(visitor.open(path).await.contains(&format!("href=\"{way}\"")), "{way}");
        visitor.send(&way, &[("present", partner.as_str())]).await;
    }
}
