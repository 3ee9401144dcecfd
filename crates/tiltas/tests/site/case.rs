//! One person's file: what each role sees, what stays withheld, what is written in it.

use crate::common::{TestSite, Visitor};
use axum::http::StatusCode;
use tiltas_app::{consent, note, risk, signal};
use tiltas_domain::{
    Answer, Field, Fields, Id, Role, Sensitive,
    case::{Case, Urgency},
    consent::Recipient,
    content::{FearedPerson, NoteText, SafeContact},
    example::{self, Who},
    provider::Service,
    risk::{Assess, Channel, Level, Safety},
    signal::Record,
};

fn begun(site: &TestSite) -> Id<Case> {
    let post = || site.context(Who::BorderPost, Role::FirstResponder);
    let (case, _) = signal::record(&site.app, &post(), &example::signal()).expect("a file");
    let assess = Assess {
        assessment: tiltas_domain::risk::Event {
            level: Level::High,
            with_person: Answer::Yes,
            channels: vec![(Channel::Call, Safety::No), (Channel::Write, Safety::Care)],
            safe_contact: Some(SafeContact::wrap("Through the nurse".to_owned()).into()),
            feared: vec![FearedPerson::wrap("Viktor of the van".to_owned()).into()],
            plan: None,
        },
    };
    risk::assess(&site.app, &post(), case, &assess).expect("assessed");
    case
}

async fn officer(site: &TestSite) -> Visitor<'_> {
    site.as_(Who::BorderPost, Role::FirstResponder).await
}

#[tokio::test]
async fn those_who_lead_see_the_file_and_the_name_stays_sealed() {
    let site = TestSite::new();
    let case = begun(&site);
    let page = officer(&site).await.open(&format!("/cases/{case}")).await;
    for says in [
        "Woman, 20 to 29, Ukraine",
        "Through the nurse",
        "Viktor of the van",
        "At the border post",
        "Her wrist hurts",
        "Open the name (logged)",
        "None waits for another.",
        "Found in a grey van",
        "Assessed 20 Aug",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("Oksana"), "{page}");
    assert!(page.contains("<title>Case file: Tiltas</title>"));
    assert_eq!(page.matches("<dl class=\"slots\"").count(), 1);
}

#[tokio::test]
async fn who_takes_no_part_finds_nothing_and_the_two_look_alike() {
    let site = TestSite::new();
    let case = begun(&site);
    for (who, role) in [
        (Who::CasaLiman, Role::Provider),
        (Who::Police, Role::Police),
        (Who::PodulAlb, Role::CaseManager),
    ] {
        let other = site.as_(who, role).await;
        for page in ["", "/name", "/notes", "/risk", "/person", "/lead", "/news"] {
            let (there, nowhere) = (
                other.get(&format!("/cases/{case}{page}")).await,
                other.get(&format!("/cases/{}{page}", example::id::<Case>(9))).await,
            );
            assert_eq!(there.status, StatusCode::NOT_FOUND, "{who:?} {page}");
            assert_eq!(nowhere.status, StatusCode::NOT_FOUND, "{who:?} {page}");
        }
    }
    assert_eq!(
        site.nobody().get(&format!("/cases/{case}")).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn the_name_opens_with_a_reason_and_closes_by_itself() {
    let site = TestSite::new();
    let case = begun(&site);
    let officer = officer(&site).await;
    let bare = officer.post(&format!("/cases/{case}/name"), &[]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!bare.body.contains("Oksana") && bare.body.contains("Without a reason it stays sealed"));
    let answer = officer
        .post(&format!("/cases/{case}/name"), &[("reason", "call")])
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert!(answer.body.contains("Oksana Invented") && answer.body.contains("To call or meet the person by name"));
    assert_eq!(answer.headers["refresh"], format!("900; url=/cases/{case}"));
    assert!(!answer.body.split("</title>").next().expect("a head").contains("Oksana"));
}

#[tokio::test]
async fn a_note_is_added_and_an_addition_stands_under_it() {
    let site = TestSite::new();
    let case = begun(&site);
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/notes");
    let bare = officer.post(&address, &[("text", "")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = officer
        .send(&address, &[("text", "She sleeps."), ("own_words", "yes")])
        .await;
    let page = officer.open(&done).await;
    assert!(
        page.contains("The note was added.")
            && page.contains("Note, in the person’s own words.")
            && page.contains("She sleeps.")
    );
    let (_, rest) = page.split_once("/notes?to=").expect("a link to add");
    let note = &rest[..32];
    assert!(
        officer
            .open(&format!("{address}?to={note}"))
            .await
            .contains("She sleeps.")
    );
    officer
        .send(&address, &[("text", "She woke twice."), ("adds_to", note)])
        .await;
    let page = officer.open(&format!("/cases/{case}?show=notes")).await;
    let (first, added) = (page.find("She sleeps."), page.find("She woke twice."));
    assert!(first < added && added.is_some(), "{page}");
}

#[tokio::test]
async fn the_risk_is_assessed_anew_from_what_stands() {
    let site = TestSite::new();
    let case = begun(&site);
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/risk");
    let page = officer.open(&address).await;
    assert!(
        page.contains("value=\"high\" checked") && page.contains("Viktor of the van"),
        "{page}"
    );
    let bare = officer.post(&address, &[("feared", "Nobody")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("Nobody") && bare.body.contains("Say how high the risk is"));
    let done = officer.send(&address, &[("level", "imminent"), ("call", "safe")]).await;
    let page = officer.open(&done).await;
    assert!(
        page.contains("The risk was assessed anew.") && page.contains("Harm may come at once"),
        "{page}"
    );
}

#[tokio::test]
async fn an_age_in_doubt_does_not_become_adult_by_a_word() {
    let site = TestSite::new();
    let case = begun(&site);
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/person");
    officer
        .send(&address, &[("age", "unsure"), ("years", ""), ("sex", "woman")])
        .await;
    let refused = officer
        .post(&address, &[("age", "adult"), ("age_basis", "declared")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("CAS-05"), "{}", refused.text());
    officer
        .send(&address, &[("age", "adult"), ("age_basis", "documented")])
        .await;
    let page = officer.open(&format!("/cases/{case}")).await;
    assert!(page.contains("By a checked document"), "{page}");
}

#[tokio::test]
async fn the_lead_passes_with_consent_and_the_other_sees_no_more_before() {
    let site = TestSite::new();
    let case = begun(&site);
    let officer = officer(&site).await;
    let podul = site.organisation(Who::PodulAlb).to_string();
    let address = format!("/cases/{case}/lead");
    let refused = officer.post(&address, &[("to", &podul)]).await;
    assert!(refused.body.contains("CAS-06"), "{}", refused.text());
    let yes = example::say(
        Recipient::Service(Service::CaseManagement),
        Answer::Yes,
        Field::ALL.iter().copied().collect::<Fields>(),
    );
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    consent::record(&site.app, &context, case, &[yes]).expect("recorded");
    let page = officer.open(&officer.send(&address, &[("to", &podul)]).await).await;
    assert!(page.contains("Case lead is offered to Podul Alb"), "{page}");
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    assert_eq!(
        manager.get(&format!("/cases/{case}")).await.status,
        StatusCode::NOT_FOUND
    );
    let offer = manager.open(&address).await;
    assert!(
        offer.contains("offers you the lead") && !offer.contains("Viktor"),
        "{offer}"
    );
    let page = manager
        .open(&manager.send(&address, &[("answer", "accept")]).await)
        .await;
    assert!(page.contains("Your organisation leads this case now."), "{page}");
    let before = officer.open(&format!("/cases/{case}")).await;
    assert!(
        !before.contains("At the border post") && before.contains("Another organisation leads the case now."),
        "{before}"
    );
}

#[tokio::test]
async fn a_summary_on_paper_holds_no_name_phone_or_address() {
    let site = TestSite::new();
    let case = begun(&site);
    let answer = officer(&site).await.post(&format!("/cases/{case}/summary"), &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert!(answer.body.contains("Pseudonymous."));
    for kept in ["Oksana", "At the border post", "Her wrist"] {
        assert!(!answer.body.contains(kept), "{kept}");
    }
}

#[tokio::test]
async fn the_page_is_told_that_it_has_gone_on() {
    let site = TestSite::new();
    let case = begun(&site);
    let officer = officer(&site).await;
    let first = officer.get(&format!("/cases/{case}/news")).await.body;
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let add = tiltas_domain::note::Add {
        adds_to: None,
        own_words: false,
        text: NoteText::wrap("x".to_owned()),
    };
    note::add(&site.app, &context, case, &add).expect("added");
    assert_ne!(officer.get(&format!("/cases/{case}/news")).await.body, first);
}

#[tokio::test]
async fn every_page_of_the_file_is_there_in_romanian() {
    let site = TestSite::new();
    let case = begun(&site);
    let mut officer = officer(&site).await;
    officer.language = "ro";
    for page in ["", "?show=help", "/name", "/notes", "/risk", "/person", "/lead"] {
        officer.open(&format!("/cases/{case}{page}")).await;
    }
}

#[tokio::test]
async fn queues_count_all_put_the_urgent_first_and_keep_the_choice_in_the_address() {
    let site = TestSite::new();
    for nth in 0..55 {
        let urgency = match nth {
            7 => Urgency::DangerNow,
            30 => Urgency::Tonight,
            _ => Urgency::Ordinary,
        };
        let context = site.context(Who::PodulAlb, Role::CaseManager);
        let record = Record {
            urgency,
            ..example::signal()
        };
        signal::record(&site.app, &context, &record).expect("recorded");
    }
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    let page = manager.open("/cases").await;
    assert!(page.contains("All <span class=\"n\">55</span>"), "{page}");
    assert!(page.contains("You lead <span class=\"n\">55</span>"));
    assert!(page.contains("Led by others <span class=\"n\">0</span>"));
    assert!(page.contains("1 to 50 of 55"));
    let rows: Vec<&str> = page.split("<th scope=\"row\">").skip(1).collect();
    assert!(rows[0].contains("danger now"), "{}", rows[0]);
    assert!(rows[1].contains("tonight"), "{}", rows[1]);
    let next = page
        .split("href=\"")
        .find(|href| href.starts_with("/cases?after="))
        .expect("a next page");
    let next = next.split('"').next().expect("an address");
    let rest = manager.open(next).await;
    assert!(rest.contains("51 to 55 of 55"), "{rest}");
    let tonight = manager.open("/cases?queue=lead&urgency=tonight").await;
    assert!(tonight.contains("1 to 1 of 1"), "{tonight}");
    assert!(
        tonight.contains("href=\"/cases?queue=lead\""),
        "the filter can be removed"
    );
    let none = manager.open("/cases?queue=part").await;
    assert!(none.contains("You take part in no case of others"));
}
