//! A first conversation on a phone: what is asked, what is kept, what is advised.

use crate::common::TestSite;
use axum::http::StatusCode;
use tiltas_app::case::file;
use tiltas_domain::{Answer, Id, Known, Role, case::Case, example::Who, screening::advice, task::Kind};

/// Answers all that a strong case would answer, page by page, and tells the address of the result.
async fn conversation(officer: &crate::common::Visitor<'_>) -> String {
    let next = officer
        .send(
            "/screenings/new",
            &[("answer-alone", "yes"), ("answer-danger_now", "no"), ("go", "on")],
        )
        .await;
    let base = next.rsplit_once('/').expect("an address").0.to_owned();
    assert_eq!(
        next,
        format!("{base}/who"),
        "age decides which words are said, so it stands early"
    );
    let papers = [
        ("answer-holds_own_papers", "no"),
        ("answer-may_leave_alone", "no"),
        ("go", "on"),
    ];
    officer.send(&format!("{base}/papers"), &papers).await;
    let work = [
        ("answer-works_too_long", "yes"),
        ("answer-paid_what_was_agreed", "refused"),
    ];
    officer.send(&format!("{base}/work"), &work).await;
    base
}

fn case_of(address: &str) -> Id<Case> {
    address.split('/').nth(2).expect("an id").parse().expect("an id")
}

#[tokio::test]
async fn the_first_question_stands_at_once_and_nothing_is_chosen_beforehand() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let page = officer.open("/screenings/new").await;
    assert!(page.contains("Is the person alone with you?"), "{page}");
    assert!(page.contains("href=\"/leave\""));
    let chosen = page.matches(" checked").count();
    assert_eq!(chosen, page.matches("value=\"not_asked\" checked").count());
    let nobody = site.nobody().get("/screenings/new").await;
    assert_eq!(nobody.location(), "/account/sign-in");
}

#[tokio::test]
async fn a_skipped_question_is_never_a_no() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let file = file::file(&site.app, &context, case_of(&base)).expect("a file");
    let screening = &file.kept.screenings.open().expect("open")[0];
    assert_eq!(screening.answer("hurt_or_ill"), Answer::NotAsked);
    assert_eq!(screening.answer("holds_own_papers"), Answer::No);
    assert_eq!(screening.answer("paid_what_was_agreed"), Answer::Refused);
    assert!(screening.set.starts_with(&advice::standing().code));
}

#[tokio::test]
async fn a_second_press_opens_no_second_file() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let fields = [("answer-alone", "yes"), ("go", "stop")];
    for _ in 0..2 {
        let answer = officer.press("/screenings/new", "once", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(answer.location(), "/screenings");
    }
    let list = officer.open("/screenings").await;
    assert_eq!(list.matches("Go on").count(), 1, "{list}");
}

#[tokio::test]
async fn going_back_and_saving_again_doubles_nothing() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    let safety = [
        ("urgency", "tonight"),
        ("level", "high"),
        ("feared", "A man called V.\nHis brother"),
        ("call", "no"),
        ("safe_contact", "Through the nurse"),
        ("whereabouts", "At the border post"),
        ("health", "Her wrist hurts"),
    ];
    let say = [
        ("answer-shelter", "yes"),
        ("answer-police", "no"),
        ("until", "18 November 2026"),
    ];
    for _ in 0..2 {
        officer.send(&format!("{base}/safety"), &safety).await;
        assert_eq!(officer.send(&format!("{base}/say"), &say).await, base);
    }
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let file = file::file(&site.app, &context, case_of(&base)).expect("a file");
    assert_eq!(file.entries.len(), 2);
    assert_eq!(file.consents.len(), 2, "{:?}", file.consents);
    assert_eq!(file.safety.feared.open().expect("assessed").len(), 2);
    let risks = file.steps.iter().filter(|step| step.what.is("risk"));
    assert_eq!(risks.count(), 1);
    // Another last day, and words that were not said before: what is saved is kept, and stands on the page again.
    let later = [
        ("answer-shelter", "yes"),
        ("answer-police", "no"),
        ("until", "19 November 2026"),
        ("own_words", "Only as long as I am there"),
    ];
    for (sent, says) in [(&later[..3], 3), (&later[..], 4), (&later[..], 4)] {
        officer.send(&format!("{base}/say"), sent).await;
        let context = site.context(Who::BorderPost, Role::FirstResponder);
        let file = file::file(&site.app, &context, case_of(&base)).expect("a file");
        assert_eq!(file.consents.len(), says, "{:?}", file.consents);
    }
    let held = officer.open(&format!("{base}/say")).await;
    assert!(held.contains("value=\"19 11 2026\""), "{held}");
    let page = officer.open(&format!("{base}/safety")).await;
    for held in [
        "A man called V.",
        "Through the nurse",
        "At the border post",
        "From the screening.",
    ] {
        assert!(page.contains(held), "{held}: {page}");
    }
}

#[tokio::test]
async fn a_wrong_page_comes_back_whole_and_keeps_nothing() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    let who = [
        ("age", "adult"),
        ("years", "16"),
        ("language", "uk"),
        ("name", "Oksana"),
    ];
    let answer = officer.post(&format!("{base}/who"), &who).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("The years say under 18."), "{}", answer.text());
    assert!(answer.body.contains("value=\"Oksana\"") && answer.body.contains("value=\"16\""));
    assert!(answer.body.contains("<title>2 answers need another look."));
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let file = file::file(&site.app, &context, case_of(&base)).expect("a file");
    assert_eq!(file.age.open().expect("the lead sees it").class, Known::NotAsked);
    let past = officer
        .post(
            &format!("{base}/say"),
            &[("answer-shelter", "yes"), ("until", "18.11.2025")],
        )
        .await;
    assert!(past.body.contains("Did you mean 18 11 2026?"), "{}", past.text());
}

#[tokio::test]
async fn the_advice_says_why_and_what_was_not_asked_and_leaves_three_ways() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    let page = officer.open(&base).await;
    for says in [
        "Indicators suggest a referral",
        "Someone else keeps the person’s papers",
        "You recorded: No",
        "questions were not asked",
        "question the person would not answer",
        "None of them counts as",
        "Ask for consent, and refer",
        "give the helpline number",
        "No indicators now",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let bare = officer.post(&base, &[("decision", "no_case")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("Write in a sentence why"), "{}", bare.text());
    assert_eq!(officer.send(&base, &[("decision", "gave_number")]).await, base);
    let after = officer.open(&base).await;
    assert!(after.contains("may come back on any day") && after.contains("href=\"tel:022000100\""));
    assert!(!after.contains("name=\"decision\""));
}

#[tokio::test]
async fn danger_and_company_are_said_before_anything_else() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let danger = [
        ("answer-alone", "no"),
        ("answer-danger_now", "yes"),
        ("answer-hurt_or_ill", "yes"),
    ];
    let next = officer.send("/screenings/new", &danger).await;
    let page = officer.open(&next).await;
    for says in [
        "Danger now: ring <a class=\"tel\" href=\"tel:112\">112</a>",
        "Speak with the person alone",
        "a doctor first",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(page.find("Danger now") < page.find("<h1>"));
}

#[tokio::test]
async fn an_age_in_doubt_starts_the_child_s_route_without_asking() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    officer
        .send(
            &format!("{base}/who"),
            &[("age", "unsure"), ("sex", "woman"), ("language", "uk")],
        )
        .await;
    let page = officer.open(&base).await;
    assert!(page.contains("tell the child-protection authority"), "{page}");
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let file = file::file(&site.app, &context, case_of(&base)).expect("a file");
    let notices = file.tasks.iter().filter(|task| task.kind == Kind::TellChildProtection);
    assert!(file.child_route.open() == Some(&true) && notices.count() == 1);
    let say = officer.open(&format!("{base}/say")).await;
    assert!(
        say.find("lang=\"uk\"") < say.find("lang=\"ro\""),
        "the person's language first"
    );
}

#[tokio::test]
async fn what_was_begun_just_now_stands_before_another_file_is_opened() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert!(!officer.open("/screenings/new").await.contains("Is it the same person?"));
    let base = conversation(&officer).await;
    let back = officer.open("/screenings/new").await;
    assert!(back.contains("Is it the same person?"), "{back}");
    assert!(back.contains(&format!("href=\"{base}/first_contact\"")));
    let second = officer.open(&format!("{base}/who")).await;
    assert!(
        second.contains(&format!("href=\"{base}/first_contact\"")),
        "Back stays in the file"
    );
    site.pass(3 * 60);
    assert!(!officer.open("/screenings/new").await.contains("Is it the same person?"));
}

#[tokio::test]
async fn language_comes_first_and_answers_are_checked_before_one_decides() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let first = officer.open("/screenings/new").await;
    assert!(first.find("name=\"language\"") < first.find("name=\"answer-alone\""));
    let next = officer
        .send(
            "/screenings/new",
            &[
                ("language", "uk"),
                ("interpreter", "needed"),
                ("answer-hurt_or_ill", "yes"),
            ],
        )
        .await;
    let base = next.rsplit_once('/').expect("an address").0.to_owned();
    let page = officer.open(&next).await;
    assert!(
        page.find("lang=\"uk\"") < page.find("lang=\"ro\""),
        "the person's language first"
    );
    let advice = officer.open(&base).await;
    assert!(advice.contains(&format!(
        "href=\"/cases/{}/referrals/new?services=medical\"",
        case_of(&base)
    )));
    assert!(advice.find("name=\"decision\"") < advice.find("Check your answers"));
    assert!(
        advice.contains(&format!("href=\"{base}/papers\"")),
        "each page can be changed"
    );
}

#[tokio::test]
async fn nobody_else_finds_the_screening() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    for (who, role) in [
        (Who::CasaLiman, Role::Provider),
        (Who::Police, Role::Police),
        (Who::PodulAlb, Role::CaseManager),
        (Who::NationalUnit, Role::DataProtection),
    ] {
        let other = site.as_(who, role).await;
        for path in [base.clone(), format!("{base}/who")] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{who:?} {path}");
            assert_eq!(
                other.post(&path, &[]).await.status,
                StatusCode::NOT_FOUND,
                "{who:?} {path}"
            );
        }
    }
}

#[tokio::test]
async fn every_page_is_there_in_romanian() {
    let site = TestSite::new();
    let mut officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    officer.language = "ro";
    for step in [
        "first_contact",
        "promises",
        "work",
        "papers",
        "control",
        "around_person",
        "who",
        "safety",
        "say",
    ] {
        officer.open(&format!("{base}/{step}")).await;
    }
    assert!(officer.open(&base).await.contains("Indicatorii sugerează"));
    officer.open("/screenings").await;
    officer.open("/screenings/new").await;
}

#[tokio::test]
async fn a_call_begins_with_whether_the_person_can_talk_and_how_to_reach_them() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let usual = officer.open("/screenings/new").await;
    assert!(usual.contains("href=\"/screenings/new?by=by_phone\""), "{usual}");
    let first = officer.open("/screenings/new?by=by_phone").await;
    for says in [
        "Can the person talk now without anyone hearing them?",
        "Number to call back",
        "If we are cut off, may I call you back?",
    ] {
        assert!(first.contains(says), "{says}: {first}");
    }
    assert!(!first.contains("Is the person alone with you?"));
    let said = [
        ("by", "by_phone"),
        ("answer-can_talk", "no"),
        ("phone", "069 000 222"),
        ("go", "on"),
    ];
    let next = officer.send("/screenings/new", &said).await;
    assert!(next.ends_with("/safety"), "{next}");
    let safety = officer.open(&next).await;
    assert!(
        safety.contains("Someone may be listening.") && safety.contains("069 000 222"),
        "{safety}"
    );
    let who = officer
        .send(
            &next,
            &[
                ("level", "high"),
                ("safe_contact", "After six. Say: the pharmacy."),
                ("go", "on"),
            ],
        )
        .await;
    assert!(who.ends_with("/who"), "{who}");
    let missing = officer.get("/screenings/new?by=letter").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_ticked_is_asked_on_and_nothing_else_is() {
    let site = TestSite::new();
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let base = conversation(&officer).await;
    let kinds = format!("{base}/kinds");
    assert!(officer.open(&kinds).await.contains("An organ, or an operation for it"));
    let promises = officer.send(&kinds, &[("ticked", "kind_begging"), ("go", "on")]).await;
    assert!(promises.ends_with("/promises"), "{promises}");
    let begging = officer.send(&promises, &[("go", "on")]).await;
    assert!(begging.ends_with("/begging"), "{begging}");
    assert!(
        officer
            .open(&begging)
            .await
            .contains("Is the person punished for bringing too little?")
    );
    let papers = officer
        .send(&begging, &[("answer-punished_for_little", "yes"), ("go", "on")])
        .await;
    assert!(
        papers.ends_with("/papers"),
        "nobody is asked what does not concern them: {papers}"
    );
    let advice = officer.open(&base).await;
    assert!(advice.contains("Is punished for bringing too little"), "{advice}");
    assert!(
        advice.contains("Begging or selling in the street") && !advice.contains("An organ, or an operation for it")
    );
    let again = officer.open(&kinds).await;
    assert!(again.contains("value=\"kind_begging\" checked"), "{again}");
    officer.send(&kinds, &[("go", "on")]).await;
    assert_eq!(officer.get(&begging).await.status, StatusCode::NOT_FOUND);
    let kept = officer.open(&base).await;
    assert!(
        kept.contains("Is punished for bringing too little"),
        "what was answered stays"
    );
}
