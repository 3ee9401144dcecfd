//! Consent, what the person told, tasks, disclosures, the access log.

use crate::common::{TestSite, Visitor};
use axum::http::StatusCode;
use tiltas_app::{case::file, signal};
use tiltas_domain::{
    Answer, Field, Id, Role,
    case::Case,
    example::{self, Who},
    task::{Kind, Task},
};

fn seen(site: &TestSite, case: Id<Case>) -> file::File {
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    file::file(&site.app, &context, case).expect("a file")
}

async fn officer(site: &TestSite) -> Visitor<'_> {
    site.as_(Who::BorderPost, Role::FirstResponder).await
}

#[tokio::test]
async fn a_yes_names_what_may_go_and_nothing_is_ticked_beforehand() {
    let site = TestSite::new();
    let case = site.file();
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/consents/new");
    let page = officer.open(&address).await;
    assert!(!page.contains("type=\"checkbox\" name=\"fields\" id=\"fields-health\" value=\"health\" checked"));
    let wrong = [
        ("to", ""),
        ("answer", "yes"),
        ("until", "soon"),
        ("own_words", "My back, not my name."),
    ];
    let again = officer.post(&address, &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for says in [
        "Choose what the consent or refusal is about",
        "Tick what may go",
        "Write a day",
        "My back, not my name.",
        "3 answers need another look",
    ] {
        assert!(again.body.contains(says), "{says}: {}", again.text());
    }
    let right = [
        ("to", "legal_aid"),
        ("answer", "yes"),
        ("fields", "health"),
        ("until", "2026-11-18"),
    ];
    let page = officer.open(&officer.send(&address, &right).await).await;
    assert!(
        page.contains("Consent or refusal was recorded.") && page.contains("Legal aid"),
        "{page}"
    );
    let say = &seen(&site, case).consents[0];
    assert!(say.fields.contains(Field::Health) && !say.fields.contains(Field::Name));
}

#[tokio::test]
async fn taking_back_says_first_what_ends() {
    let site = TestSite::new();
    let case = site.file();
    let officer = officer(&site).await;
    let yes = [("to", "shelter"), ("answer", "yes"), ("fields", "health")];
    officer.send(&format!("/cases/{case}/consents/new"), &yes).await;
    let say = seen(&site, case).consents[0].id;
    let address = format!("/cases/{case}/consents/{say}/take-back");
    let page = officer.open(&address).await;
    assert!(
        page.contains("Nobody has received anything on this consent.")
            && page.contains("ask everyone who has the data")
    );
    let page = officer.open(&officer.send(&address, &[]).await).await;
    assert!(page.contains("withdrawn"), "{page}");
    assert!(officer.post(&address, &[]).await.body.contains("CON-04"));
}

#[tokio::test]
async fn a_later_no_takes_the_yes_back() {
    let site = TestSite::new();
    let case = site.file();
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/consents/new");
    officer
        .send(&address, &[("to", "shelter"), ("answer", "yes"), ("fields", "health")])
        .await;
    officer.send(&address, &[("to", "shelter"), ("answer", "no")]).await;
    let says = seen(&site, case).consents;
    assert!(says[0].taken_back && says[1].answer == Answer::No);
}

#[tokio::test]
async fn a_correction_keeps_the_old_value_sealed_until_a_reason_is_given() {
    let site = TestSite::new();
    let case = site.file();
    let officer = officer(&site).await;
    let health = seen(&site, case)
        .entries
        .iter()
        .find(|entry| entry.field == Field::Health)
        .expect("told")
        .id;
    let address = format!("/cases/{case}/details/{health}/correct");
    let page = officer.open(&address).await;
    assert!(
        page.contains("Her wrist hurts") && page.contains("Nobody else holds this value."),
        "{page}"
    );
    let bare = officer.post(&address, &[("value", " ")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = officer
        .open(&officer.send(&address, &[("value", "Her wrist is broken")]).await)
        .await;
    assert!(
        page.contains("Her wrist is broken") && page.contains("an older value, sealed"),
        "{page}"
    );
    assert!(!page.contains("Her wrist hurts"));
    let old = format!("/cases/{case}/details/{health}/replaced");
    assert!(!officer.open(&old).await.contains("Her wrist hurts"));
    let bare = officer.post(&old, &[]).await;
    assert!(bare.status == StatusCode::UNPROCESSABLE_ENTITY && !bare.body.contains("Her wrist hurts"));
    let opened = officer.post(&old, &[("reason", "She asks")]).await;
    assert!(opened.body.contains("Her wrist hurts"), "{}", opened.text());
    let looked = officer.open(&format!("/cases/{case}/audit")).await;
    assert!(
        looked.contains("Opened a sealed value") && looked.contains("She asks"),
        "{looked}"
    );
}

#[tokio::test]
async fn what_the_person_tells_is_written_as_precisely_as_it_is_known() {
    let site = TestSite::new();
    let case = site.file();
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/details/new");
    assert_eq!(
        officer.get(&format!("{address}?kind=story")).await.status,
        StatusCode::NOT_FOUND
    );
    officer.open(&format!("{address}?kind=name")).await;
    let wrong = officer
        .post(&address, &[("kind", "birth_date"), ("value", "when I was small")])
        .await;
    assert!(wrong.body.contains("as precise as it is known"), "{}", wrong.text());
    officer
        .send(&address, &[("kind", "birth_date"), ("value", "05 1998")])
        .await;
    officer
        .send(
            &address,
            &[("kind", "name"), ("value", "Оксана"), ("name_kind", "alias")],
        )
        .await;
    officer
        .send(
            &address,
            &[("kind", "document"), ("value", "FB 000"), ("false_paper", "yes")],
        )
        .await;
    let names = seen(&site, case)
        .entries
        .iter()
        .filter(|entry| entry.field == Field::Name)
        .count();
    assert_eq!(names, 2);
    let page = officer.open(&format!("/cases/{case}")).await;
    assert!(
        !page.contains("Оксана") && !page.contains("1998") && !page.contains("FB 000"),
        "{page}"
    );
}

/// The duty to tell the child-protection authority.
fn notice(site: &TestSite, case: Id<Case>) -> Id<Task> {
    let tasks = seen(site, case).tasks;
    let notice = tasks.iter().find(|task| task.kind == Kind::TellChildProtection);
    notice.expect("a notice").id
}

#[tokio::test]
async fn the_child_protection_authority_is_chosen_from_the_directory_and_sees_what_it_needs() {
    let site = TestSite::new();
    let case = site.file();
    let officer = officer(&site).await;
    officer
        .send(&format!("/cases/{case}/person"), &[("age", "unsure")])
        .await;
    let address = format!("/tasks/{}/tell-child-protection", notice(&site, case));
    let page = officer.open(&address).await;
    assert!(
        page.contains("Child protection, Ungheni") && page.contains(Who::ChildProtection.duty_phone()),
        "{page}"
    );
    let bare = officer.post(&address, &[]).await;
    assert!(bare.body.contains("Choose the authority."), "{}", bare.text());
    let authority = site.organisation(Who::ChildProtection).to_string();
    let page = officer
        .open(&officer.send(&address, &[("authority", &authority)]).await)
        .await;
    assert!(page.contains("takes part from now on"), "{page}");
    let theirs = site.as_(Who::ChildProtection, Role::ChildProtection).await;
    let page = theirs.open(&format!("/cases/{case}")).await;
    assert!(
        page.contains("At the border post") && page.contains("Her wrist hurts"),
        "{page}"
    );
    assert!(!page.contains("Found in a grey van"));
    let went = officer.open(&format!("/cases/{case}/disclosures")).await;
    for says in ["Child protection, Ungheni", "protection of a child", "1 time"] {
        assert!(went.contains(says), "{says}: {went}");
    }
    assert_eq!(
        theirs.get(&format!("/cases/{case}/disclosures")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(theirs.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_data_protection_officer_sees_who_looked_and_nothing_of_what_was_written() {
    let site = TestSite::new();
    let others = site.file();
    let context = site.context(Who::PodulAlb, Role::CaseManager);
    let (case, _) = signal::record(&site.app, &context, &example::signal()).expect("recorded");
    let officer = officer(&site).await;
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    manager
        .post(&format!("/cases/{case}/name"), &[("words", "To call her")])
        .await;
    let spoken = file::file(&site.app, &context, case).expect("a file").spoken_name;
    let auditor = site.as_(Who::PodulAlb, Role::DataProtection).await;
    let not_theirs = seen(&site, others).spoken_name;
    let theirs = auditor.post("/audits", &[("case", &not_theirs)]).await;
    let none = auditor.post("/audits", &[("case", "Nothing 999")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("There is no case with this name"));
    assert_eq!(
        theirs.status, none.status,
        "a file of another organisation is not there"
    );
    assert_eq!(
        auditor.get(&format!("/cases/{others}/audit")).await.status,
        StatusCode::NOT_FOUND
    );
    let to = auditor.send("/audits", &[("case", &spoken.to_lowercase())]).await;
    assert_eq!(to, format!("/cases/{case}/audit"));
    let page = auditor.open(&to).await;
    for says in ["Opened the name", "To call her", "Case manager, Podul Alb"] {
        assert!(page.contains(says), "{says}: {page}");
    }
    for kept in ["Oksana", "wrist", "border post<", "grey van"] {
        assert!(!page.contains(kept), "{kept}");
    }
    assert_eq!(
        auditor.get(&format!("/cases/{case}")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(officer.get("/audits").await.status, StatusCode::NOT_FOUND);
    let shelter = site.as_(Who::CasaLiman, Role::Provider).await;
    assert_eq!(shelter.get(&to).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_page_is_there_in_romanian() {
    let site = TestSite::new();
    let case = site.file();
    let mut officer = officer(&site).await;
    let yes = [("to", "police"), ("answer", "yes"), ("fields", "language")];
    officer.send(&format!("/cases/{case}/consents/new"), &yes).await;
    officer
        .send(&format!("/cases/{case}/person"), &[("age", "unsure")])
        .await;
    officer.language = "ro";
    let file = seen(&site, case);
    let (say, task, detail) = (file.consents[0].id, notice(&site, case), file.entries[0].id);
    for page in [
        "/consents/new".to_owned(),
        format!("/consents/{say}/take-back"),
        "/tasks".to_owned(),
        format!("/details/{detail}/correct"),
        format!("/details/{detail}/replaced"),
        "/disclosures".to_owned(),
        "/audit".to_owned(),
    ] {
        officer.open(&format!("/cases/{case}{page}")).await;
    }
    officer.open(&format!("/tasks/{task}")).await;
    officer.open(&format!("/tasks/{task}/tell-child-protection")).await;
    for kind in ["name", "birth_date", "document", "phone", "whereabouts", "health"] {
        officer.open(&format!("/cases/{case}/details/new?kind={kind}")).await;
    }
    let mut auditor = site.as_(Who::NationalUnit, Role::DataProtection).await;
    auditor.language = "ro";
    auditor.open("/audits").await;
}

#[tokio::test]
async fn who_leads_opens_a_sealed_birth_date_with_a_reason() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let (case, _) = tiltas_app::signal::record(&site.app, &context, &example::signal()).expect("recorded");
    let told = [("kind", "birth_date"), ("value", "05 1998")];
    officer.send(&format!("/cases/{case}/details/new"), &told).await;
    let page = officer.open(&format!("/cases/{case}")).await;
    assert!(!page.contains("1998"), "it stays sealed");
    let mut links = page.split("href=\"").filter_map(|rest| rest.split_once('"'));
    let (way, _) = links
        .find(|(href, _)| href.ends_with("/replaced"))
        .expect("a way to open it");
    assert!(officer.open(way).await.contains("Open a sealed value"));
    let without = officer.post(way, &[("reason", " ")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let opened = officer.post(way, &[("reason", "The consulate asks for it.")]).await;
    assert!(
        opened.status.is_success() && opened.body.contains("1998"),
        "{}",
        opened.text()
    );
    let log = officer.open(&format!("/cases/{case}/audit")).await;
    assert!(log.contains("The consulate asks for it."), "{log}");
}
