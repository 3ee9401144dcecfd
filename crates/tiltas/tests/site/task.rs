//! Tasks and calls: what is to be done has an owner, what stays undone is seen, and nobody rings the same phone twice unknowing.
use crate::{common::TestSite, duty::pass};
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

/// The first address of this kind in a page.
fn address(page: &str, start: &str, end: &str) -> String {
    let mut links = page.split("href=\"").filter_map(|rest| rest.split('"').next());
    let found = links.find(|link| link.starts_with(start) && link.ends_with(end));
    found.unwrap_or_else(|| panic!("{start}…{end}: {page}")).to_owned()
}

#[tokio::test]
async fn a_task_is_written_done_with_a_note_and_read_in_the_file() {
    let site = TestSite::new();
    let case = site.file();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let form = format!("/cases/{case}/tasks");
    assert!(
        officer.open(&format!("/cases/{case}")).await.contains(&form),
        "the file leads to it"
    );
    let empty = officer.post(&form, &[("kind", "written")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = [
        ("kind", "written"),
        ("text", "Ring the interpreter"),
        ("due", "20 08 2026"),
    ];
    officer.send(&form, &words).await;
    let today = officer.open("/today").await;
    assert!(today.contains("Ring the interpreter"), "{today}");
    let links = today.split("Ring the interpreter").next().unwrap_or_default();
    let task = links.rsplit("href=\"").next().and_then(|rest| rest.split('"').next());
    let task = task.expect("where it is done").to_owned();
    let bare = officer.post(&task, &[("end", "cancelled")]).await;
    assert!(bare.body.contains("why it is no longer needed"), "{}", bare.text());
    officer.send(&task, &[("end", "done"), ("note", "Comes at nine")]).await;
    assert!(!officer.open("/today").await.contains("Ring the interpreter"));
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("Comes at nine"), "{file}");
    assert!(
        officer.open(&task).await.contains("It is done."),
        "it is only read from now on"
    );
    let shelter = site.as_(Who::CasaLiman, Role::Provider).await;
    assert_eq!(shelter.get(&task).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn help_that_nobody_sought_reaches_others_who_see_what_was_tried() {
    let site = TestSite::new();
    let case = site.file();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert!(
        officer.open("/today").await.contains("Find help"),
        "an urgent signal makes help due"
    );
    pass(&site, 76);
    let leader = site.as_(Who::BorderPost, Role::Supervisor).await;
    let today = leader.open("/today").await;
    assert!(today.contains("Ungheni is late"), "{today}");
    let form = address(&today, "/tasks/", "/attempts");
    let page = leader.open(&form).await;
    assert!(page.contains("tel:"), "whom to ring: {page}");
    let wrong = leader.post(&form, &[("whom", "Duty officer"), ("at", "23:59")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let call = [("whom", "Duty officer"), ("at", "02:36"), ("outcome", "no_answer")];
    leader.send(&form, &call).await;
    assert!(leader.open("/today").await.contains("rang Duty officer. No answer."));
    pass(&site, 45);
    let team = site.as_(Who::Team, Role::ContactPoint).await;
    let today = team.open("/today").await;
    assert!(today.contains("rang Duty officer. No answer."), "{today}");
    assert!(today.contains("tel:"), "the phone can be tapped");
    let unit = site.as_(Who::NationalUnit, Role::NationalUnit).await;
    assert_eq!(
        unit.get(&form).await.status,
        StatusCode::NOT_FOUND,
        "it has not reached them"
    );
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("Duty officer: No answer"), "{file}");
    let task = address(&today, "/tasks/", "/attempts").replace("/attempts", "");
    officer
        .send(&task, &[("end", "done"), ("note", "Slept at her sister's")])
        .await;
    assert!(
        !team.open("/today").await.contains("Ungheni is late"),
        "what is done is told to nobody"
    );
    assert_eq!(team.get(&form).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_task_about_no_case_is_seen_by_who_gave_it_and_who_does_it_and_late_by_their_supervisor_alone() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert!(officer.open("/today").await.contains("/tasks/new"), "today leads to it");
    let to = site.organisation(Who::PodulAlb).to_string();
    let bare = officer
        .post("/tasks/new", &[("kind", "written"), ("organisation", &to)])
        .await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = officer
        .post("/tasks/new", &[("kind", "refer"), ("organisation", &to)])
        .await;
    assert!(refused.body.contains("TSK-09"), "{}", refused.text());
    let nobody = [
        ("kind", "written"),
        ("text", "Send forms"),
        ("organisation", "00000000000040008000000000000000"),
    ];
    let nobody = officer.post("/tasks/new", &nobody).await;
    assert!(
        nobody.body.contains("in which somebody does tasks"),
        "{}",
        nobody.text()
    );
    let words = [
        ("kind", "written"),
        ("text", "Send forms in Ukrainian"),
        ("organisation", to.as_str()),
        ("due", "20 08 2026"),
    ];
    officer.send("/tasks/new", &words).await;
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    let today = manager.open("/today").await;
    assert!(today.contains("Send forms in Ukrainian"), "{today}");
    let links = today.split("Send forms in Ukrainian").next().unwrap_or_default();
    let task = links.rsplit("href=\"").next().and_then(|rest| rest.split('"').next());
    let task = task.expect("where it is done").to_owned();
    assert!(
        officer.open(&task).await.contains("Send forms in Ukrainian"),
        "who wrote it reads it"
    );
    for (who, role) in [
        (Who::CasaLiman, Role::Provider),
        (Who::Police, Role::Police),
        (Who::Team, Role::ContactPoint),
        (Who::NationalUnit, Role::NationalUnit),
    ] {
        let other = site.as_(who, role).await;
        assert_eq!(other.get(&task).await.status, StatusCode::NOT_FOUND, "{who:?}");
        assert!(!other.open("/today").await.contains("Send forms"), "{who:?}");
    }
    pass(&site, 40 * 24 * 60);
    let head = site.as_(Who::PodulAlb, Role::Supervisor).await;
    assert!(
        head.open("/today").await.contains("is late"),
        "their supervisor is told"
    );
    let team = site.as_(Who::Team, Role::ContactPoint).await;
    assert_eq!(
        team.get(&task).await.status,
        StatusCode::NOT_FOUND,
        "it goes no further than the supervisor"
    );
    assert!(!team.open("/today").await.contains("Send forms"));
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    manager.send(&task, &[("end", "done"), ("note", "Sent by post")]).await;
    assert!(!manager.open("/today").await.contains("Send forms in Ukrainian"));
}
