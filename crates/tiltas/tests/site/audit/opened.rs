//! A page, and an answer to a program, opens what it shows of a file, and the access log names exactly that.
use super::{OFFICER, entries, events};
use crate::{common::TestSite, programs::Programs};
use axum::http::StatusCode;
use tiltas_app::{App, case, detail, screening};
use tiltas_domain::{Field, Id, Sensitive, audit::Result as Outcome, case::Case, content::HealthNote, detail::Detail};

#[tokio::test]
async fn a_program_that_asks_for_a_part_of_a_file_opens_no_more_than_it() {
    let programs = Programs::new();
    let case = programs.site.file();
    let token = crate::programs::secret(OFFICER.0.name(), OFFICER.1);
    for (path, fields) in [
        (format!("cases/{case}/needs"), vec![Field::SpokenName, Field::Work]),
        (
            format!("signals/{case}"),
            vec![Field::SpokenName, Field::Work, Field::Story],
        ),
    ] {
        let part = programs.get(&token, &format!("/api/v1/{path}")).await;
        assert_eq!(part.status, StatusCode::OK, "{}", part.text);
        let (_, opened) = newest(&programs.site.app, case);
        assert!(opened.iter().all(|field| fields.contains(field)), "{path}: {opened:?}");
    }
}

/// The fields that the newest entry of a case names, and for what.
fn newest(app: &App, case: Id<Case>) -> (String, Vec<Field>) {
    let event = events(app, case).remove(0);
    let Outcome::Opened(fields) = event.result else {
        panic!("{:?}", event.result)
    };
    (event.action, fields.iter().collect())
}

#[tokio::test]
async fn a_page_of_a_screening_opens_what_it_shows() {
    let site = TestSite::new();
    let case = site.file();
    let context = site.context(OFFICER.0, OFFICER.1);
    let health = Detail::Health(HealthNote::wrap("A wrist hurts".to_owned()).into());
    detail::tell(&site.app, &context, case, &health).expect("told");
    screening::start(&site.app, &context, case, "in_person 2").expect("started");
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    for page in ["/first_contact", "/who", "/say", "/safety", ""] {
        officer.open(&format!("/cases/{case}/screenings/1{page}")).await;
        let (action, opened) = newest(&site.app, case);
        assert_eq!(action, "case.read");
        let theirs = [
            Field::Health,
            Field::Phone,
            Field::Whereabouts,
            Field::Risk,
            Field::Feared,
        ];
        assert_eq!(
            opened.iter().any(|field| theirs.contains(field)),
            page == "/safety",
            "{page}: {opened:?}"
        );
    }
}

#[tokio::test]
async fn a_form_opens_what_it_shows_and_the_access_log_names_exactly_that() {
    let site = TestSite::new();
    let case = site.file();
    let context = site.context(OFFICER.0, OFFICER.1);
    let health = Detail::Health(HealthNote::wrap("A wrist hurts".to_owned()).into());
    detail::tell(&site.app, &context, case, &health).expect("told");
    let file = case::file::file(&site.app, &context, case).expect("a file");
    let health = file.entries.iter().find(|entry| entry.field == Field::Health);
    let health = health.expect("told").id;
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let said = [("to", "police"), ("answer", "yes"), ("fields", "language")];
    officer.send(&format!("/cases/{case}/consents/new"), &said).await;
    let file = case::file::file(&site.app, &context, case).expect("a file");
    let (consent, only) = (file.consents[0].id, [Field::SpokenName]);
    for (page, action, fields) in [
        ("risk".to_owned(), "risk.assess", &[Field::SpokenName, Field::Risk][..]),
        (
            "person".to_owned(),
            "case.describe",
            &[Field::SpokenName, Field::Person, Field::Language],
        ),
        (
            format!("details/{health}/correct"),
            "detail.correct",
            &[Field::SpokenName, Field::Health],
        ),
        ("details/new?kind=phone".to_owned(), "detail.tell", &only),
        (
            "consents/new".to_owned(),
            "consent.record",
            &[Field::SpokenName, Field::Person, Field::Language],
        ),
        (format!("consents/{consent}/take-back"), "consent.take_back", &only),
        ("notes".to_owned(), "note.add", &only),
        ("tasks".to_owned(), "task.write", &only),
        ("lead".to_owned(), "case.read", &only),
    ] {
        let before = entries(&site.app, case).len();
        officer.open(&format!("/cases/{case}/{page}")).await;
        assert_eq!(entries(&site.app, case).len(), before + 1, "{page} leaves one entry");
        assert_eq!(newest(&site.app, case), (action.to_owned(), fields.to_vec()), "{page}");
    }
    officer.open(&format!("/cases/{case}/referrals/new")).await;
    let (action, fields) = newest(&site.app, case);
    assert_eq!(action, "referral.draft");
    assert!(
        fields.contains(&Field::Health) && !fields.contains(&Field::Name),
        "{fields:?}"
    );
}
