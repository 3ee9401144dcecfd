//! What a person says later and narrower holds: for what goes already, for an offer that rests on it; and nobody is given what
//! nobody there can do.
use crate::{
    common::TestSite,
    duty::{HOUSE, OFFICER, opened, pass, sent},
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::json;
use tiltas_app::{case, referral};
use tiltas_domain::{
    Role,
    example::{self, Who},
    referral::{Step, answer::Answer as Reply},
};

const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);

#[tokio::test]
async fn a_later_yes_to_less_closes_the_rest_to_whoever_has_it_on_both_doors() {
    let programs = Programs::new();
    let site = &programs.site;
    let case = opened(site, example::woman());
    let referral = sent(site, case, HOUSE.0);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let (file, api) = (format!("/cases/{case}"), format!("/api/v1/cases/{case}"));
    let token = programs.token(HOUSE.0, HOUSE.1);
    let says = "Woman, 20 to 29";
    assert!(house.open(&file).await.contains(says));
    assert!(programs.get(&token, &api).await.text.contains("\"woman\""));
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let form = format!("{file}/consents/new");
    assert!(
        officer
            .open(&form)
            .await
            .contains("what you leave out now is no longer shared")
    );
    let less = [("to", "shelter"), ("answer", "yes"), ("fields", "language")];
    let page = officer.open(&officer.send(&form, &less).await).await;
    assert!(page.contains("No longer shared, as the person wishes:"), "{page}");
    let seen = house.open(&file).await;
    assert!(!seen.contains(says), "{seen}");
    assert!(!programs.get(&token, &api).await.text.contains("\"woman\""));
    let today = house.open("/today").await;
    assert!(
        today.contains("Confirm removal: consent was withdrawn or narrowed"),
        "{today}"
    );
    let stays = house.get(&format!("/referrals/{referral}")).await;
    assert_eq!(stays.status, StatusCode::OK, "the request itself goes on");
    let body = json!({"service": "shelter", "answer": "yes", "fields": ["spoken_name", "work"]});
    let officer = programs.token(OFFICER.0, OFFICER.1);
    let told = programs.post(&officer, &format!("{api}/consents"), "less", &body).await;
    assert_eq!(told.status, StatusCode::CREATED, "{}", told.text);
    let log = programs.get(&officer, &api).await.json();
    let narrowed = log["steps"].as_array().expect("steps").iter();
    let narrowed = narrowed.filter(|step| step["what"] == "disclosure_narrowed").count();
    assert_eq!(narrowed, 1, "nothing of the language had gone to it");
}

#[tokio::test]
async fn an_offer_of_the_lead_ends_by_the_clock_with_the_last_day_of_the_yes() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let form = format!("/cases/{case}/consents/new");
    let yes = [
        ("to", "case_management"),
        ("answer", "yes"),
        ("fields", "person"),
        ("until", "20 08 2026"),
    ];
    officer.send(&form, &yes).await;
    let to = site.organisation(MANAGER.0);
    case::offer_lead(&site.app, &site.context(OFFICER.0, OFFICER.1), case, to).expect("offered");
    let offered = |page: String| page.contains("Accept case lead, or decline it");
    assert!(offered(site.as_(MANAGER.0, MANAGER.1).await.open("/today").await));
    pass(&site, 22 * 60);
    assert!(
        offered(site.as_(MANAGER.0, MANAGER.1).await.open("/today").await),
        "to its last moment"
    );
    pass(&site, 60);
    assert!(!offered(site.as_(MANAGER.0, MANAGER.1).await.open("/today").await));
    let manager = site.as_(MANAGER.0, MANAGER.1).await;
    assert_eq!(
        manager.get(&format!("/cases/{case}/lead")).await.status,
        StatusCode::NOT_FOUND
    );
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("consent to it ended"), "{file}");
}

#[tokio::test]
async fn a_task_is_given_to_whoever_can_do_it_and_the_others_are_refused_at_the_field() {
    let programs = Programs::new();
    let site = &programs.site;
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let page = officer.open("/tasks/new").await;
    let token = programs.token(OFFICER.0, OFFICER.1);
    for who in [Who::Police, Who::NationalUnit] {
        let id = site.organisation(who).to_string();
        assert!(!page.contains(&id), "{who:?} is offered");
        let fields = [
            ("kind", "written"),
            ("text", "Ask about the van"),
            ("organisation", id.as_str()),
        ];
        let refused = officer.post("/tasks/new", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{who:?}");
        for says in [
            "in which somebody does tasks",
            Who::PodulAlb.name(),
            "Ask about the van",
        ] {
            assert!(refused.body.contains(says), "{says}: {}", refused.text());
        }
        let body = json!({"kind": "written", "text": "Ask about the van", "organisation": id});
        let reply = programs.post(&token, "/api/v1/tasks", "", &body).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let error = &reply.json()["errors"][0];
        assert_eq!(
            (&error["field"], &error["rule"]),
            (&json!("organisation"), &json!("errors-doer"))
        );
    }
    let alb = site.organisation(Who::PodulAlb).to_string();
    assert!(page.contains(&alb));
    officer
        .send(
            "/tasks/new",
            &[
                ("kind", "written"),
                ("text", "Ask about the van"),
                ("organisation", &alb),
            ],
        )
        .await;
}

#[tokio::test]
async fn a_step_of_escalation_at_which_nobody_is_goes_on_at_once_and_says_so() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let (supervisor, unit) = (
        site.account(Who::BorderPost, Role::Supervisor),
        site.context(Who::NationalUnit, Role::NationalUnit),
    );
    let of = (supervisor.organisation, supervisor.id);
    let suspended = tiltas_app::account::Rights::Suspended;
    tiltas_app::account::set_rights(&site.app, &unit, of, suspended, example::NIGHT).expect("set");
    let waits = sent(&site, case, HOUSE.0);
    let team = |page: String| page.contains("escalated to you") || page.contains("No reply");
    let hours = {
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        let waits = snapshot.state(waits).expect("a state").0.expect("a referral");
        waits.sent().expect("sent").0.escalations.clone()
    };
    let [first, second, third, _] = hours.as_slice() else {
        panic!("four hours: {hours:?}")
    };
    assert!(second < third);
    let minutes = (second.0 - site.now().0) / 60_000_000 + 1;
    assert!(first < second);
    pass(&site, minutes);
    let page = site.as_(Who::Team, Role::ContactPoint).await.open("/today").await;
    assert!(
        team(page.clone()),
        "the contact point is told when the supervisor would be: {page}"
    );
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    for page in [format!("/cases/{case}"), format!("/referrals/{waits}")] {
        let page = officer.open(&page).await;
        assert!(page.contains("Nobody is there as supervisor"), "{page}");
    }
    let file = case::file::file(&site.app, &site.context(OFFICER.0, OFFICER.1), case).expect("a file");
    let passed: Vec<_> = file.steps.iter().flat_map(|step| step.passed.clone()).collect();
    assert_eq!(passed, [Step::Supervisor]);
    let no = Reply::NoCapacity { words: None };
    referral::answer(&site.app, &site.context(HOUSE.0, HOUSE.1), waits, &no).expect("answered");
}
