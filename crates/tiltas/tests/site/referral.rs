//! The way of a referral between two organisations, page by page.

use crate::common::{TestSite, Visitor, plain};
use axum::http::StatusCode;
use tiltas_app::{consent, signal};
use tiltas_domain::{
    Answer, Field, Fields, Id, Role,
    case::Case,
    consent::{AddConsent, Recipient},
    example::{self, Who},
    provider::Service,
};

/// A woman at the border, who said yes to a place.
fn opened() -> (TestSite, Id<Case>) {
    let site = TestSite::new();
    let case = site.file();
    let say = AddConsent {
        language: Some("uk".to_owned()),
        ..example::say(
            Recipient::Service(Service::Shelter),
            Answer::Yes,
            Fields::of(&[
                Field::SpokenName,
                Field::Work,
                Field::Person,
                Field::Language,
                Field::Health,
                Field::Whereabouts,
            ]),
        )
    };
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    consent::record(&site.app, &context, case, &[say]).expect("said");
    (site, case)
}

/// Who opened the file.
async fn officer(site: &TestSite) -> Visitor<'_> {
    site.as_(Who::BorderPost, Role::FirstResponder).await
}

/// The house that is asked.
async fn house(site: &TestSite) -> Visitor<'_> {
    site.as_(Who::CasaLiman, Role::Provider).await
}

fn value<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let mark = format!("name=\"{name}\"");
    page.match_indices(&mark)
        .filter_map(|(at, _)| page[at..].split_once("value=\"")?.1.split('"').next())
        .collect()
}

/// The form as the page offers it, with what was ticked beforehand.
fn offered(page: &str) -> Vec<(&str, &str)> {
    let mut fields = Vec::new();
    for name in ["urgency", "services", "to", "fields", "ground", "hold"] {
        for part in page.split("<input").skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            if tag.contains(&format!("name=\"{name}\"")) && tag.contains(" checked") {
                let value = tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next());
                fields.push((name, value.unwrap_or_default()));
            }
        }
    }
    fields.extend(value(page, "until").first().map(|until| ("until", *until)));
    fields
}

async fn sent(visitor: &Visitor<'_>, case: Id<Case>) -> String {
    let address = format!("/cases/{case}/referrals/new");
    let page = visitor.open(&address).await;
    let mut fields = offered(&page);
    fields.extend([("told", "yes"), ("act", "send")]);
    let to = visitor.send(&address, &fields).await;
    to.split('?').next().unwrap_or_default().to_owned()
}

/// The tasks that a page leads to.
fn tasks_in(page: &str) -> Vec<String> {
    let ids = page
        .split("\"/tasks/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    ids.filter(|id| *id != "new").map(|id| format!("/tasks/{id}")).collect()
}

#[tokio::test]
async fn a_bed_is_asked_for_given_and_its_outcome_comes_back() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let page = officer.open(&format!("/cases/{case}/referrals/new")).await;
    for says in [
        "Casa Liman",
        "Send, and hold the place until",
        "the person agreed",
        "Consent",
        "Legal ground",
    ] {
        assert!(page.contains(says), "{says}");
    }
    assert!(!page.contains("name=\"told\" id=\"told\" value=\"yes\" checked"));
    let referral = sent(&officer, case).await;
    assert!(officer.open(&referral).await.contains("No acknowledgement yet from"));

    let house = house(&site).await;
    let night = house.open("/tonight").await;
    for says in [
        "1 referral",
        "Woman, 20 to 29",
        "Her wrist hurts",
        "Acknowledge",
        "is held until then",
    ] {
        assert!(night.contains(says), "{says}: {night}");
    }
    for kept in ["Oksana", "grey van"] {
        assert!(!night.contains(kept), "{kept}");
    }
    let back = house
        .send(&format!("{referral}/answer"), &[("answer", "accept"), ("place", "")])
        .await;
    assert_eq!(back, "/tonight?done=accepted");
    assert!(
        officer
            .open(&referral)
            .await
            .contains("accepted. The service has not begun.")
    );
    house.send(&format!("{referral}/start"), &[]).await;
    let wrong = house
        .post(&format!("{referral}/complete"), &[("words", "She sleeps")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Choose the outcome.") && wrong.body.contains("She sleeps"));
    house
        .send(
            &format!("{referral}/complete"),
            &[("outcome", "service_given"), ("words", "She sleeps")],
        )
        .await;
    let page = officer.open(&referral).await;
    assert!(
        page.contains("The service was given in full") && page.contains("She sleeps"),
        "{page}"
    );
}

#[tokio::test]
async fn nothing_goes_before_it_was_shown_and_confirmed_and_a_second_press_sends_nothing_twice() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/referrals/new");
    let page = officer.open(&address).await;
    let mut fields = offered(&page);
    fields.retain(|(name, _)| *name != "until");
    fields.extend([("words", "Ring <twice>"), ("until", "soon"), ("act", "send")]);
    let wrong = officer.post(&address, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for says in [
        "2 answers need another look",
        "Write a day: 18 11 2026",
        "Tick this when you have told the person",
        "Ring &#60;twice&#62;",
        "value=\"soon\"",
    ] {
        assert!(wrong.body.contains(says), "{says}: {}", wrong.text());
    }
    let nobody = officer
        .post(
            &address,
            &[("act", "send"), ("urgency", "tonight"), ("services", "shelter")],
        )
        .await;
    assert!(nobody.body.contains("1 answer needs another look") && nobody.body.contains("Choose who should get it"));
    assert!(officer.open("/referrals").await.contains("No referral yet"));
    let mut right: Vec<_> = fields.into_iter().filter(|(name, _)| *name != "until").collect();
    right.extend([("told", "yes"), ("until", "18.11.2026")]);
    let first = officer.press(&address, "one", &right).await;
    let again = officer.press(&address, "one", &right).await;
    assert_eq!(first.location(), again.location());
    let house = house(&site).await;
    assert!(house.open("/tonight").await.contains("1 referral"));
}

#[tokio::test]
async fn what_goes_is_chosen_field_by_field_and_the_ground_says_what_it_makes_of_consent() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/referrals/new");
    let page = officer.open(&address).await;
    let mut fields = offered(&page);
    fields.retain(|(name, value)| !(*name == "fields" && *value == "health") && *name != "ground");
    fields.extend([
        ("asked", value(&page, "asked")[0]),
        ("ground", "vital_interest"),
        ("act", "update"),
    ]);
    let answer = officer.post(&address, &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(
        answer.body.contains("id=\"fields-health\" value=\"health\"><label"),
        "health stays"
    );
    assert!(answer.body.contains("I have read what goes."));
    fields.retain(|(name, _)| *name != "act");
    fields.extend([("act", "send"), ("told", "yes")]);
    let wrong = officer.post(&address, &fields).await;
    assert!(
        wrong.body.contains("Vital interest needs a written reason"),
        "{}",
        wrong.text()
    );
    fields.push(("ground_reason", "She bleeds."));
    let referral = officer.send(&address, &fields).await;
    let house = house(&site).await;
    let night = house.open("/tonight").await;
    assert!(!night.contains("Her wrist hurts"), "what stayed is not shown");
    assert!(
        night.contains("Not asked because of duty or danger; the person is told.") && !night.contains("She bleeds")
    );
    assert!(officer.open(&referral).await.contains("Vital interest"));
}

#[tokio::test]
async fn a_receiver_that_was_not_shown_gets_nothing() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let address = format!("/cases/{case}/referrals/new");
    let page = officer.open(&address).await;
    let other = value(&page, "to")
        .into_iter()
        .nth(1)
        .expect("another that fits")
        .to_owned();
    let mut fields: Vec<_> = offered(&page).into_iter().filter(|(name, _)| *name != "to").collect();
    for name in ["asked", "ground_before", "shown_to", "shown_fields", "shown_urgency"] {
        fields.push((name, value(&page, name)[0]));
    }
    fields.extend([("to", other.as_str()), ("told", "yes"), ("act", "send")]);
    let stopped = officer.post(&address, &fields).await;
    assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        stopped.body.contains("changed after it was shown"),
        "{}",
        stopped.text()
    );
    assert!(
        stopped.body.contains(&format!("name=\"shown_to\" value=\"{other}\"")),
        "and shown anew"
    );
    assert!(!stopped.body.contains("id=\"told\" value=\"yes\" checked"));
    fields.retain(|(name, _)| *name != "shown_to");
    fields.push(("shown_to", other.as_str()));
    fields.retain(|(_, value)| *value != "health");
    officer.send(&address, &fields).await;
}

#[tokio::test]
async fn a_draft_goes_nowhere_and_opens_again_as_it_was() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let keep = [
        ("urgency", "ordinary"),
        ("services", "medical"),
        ("words", "After the doctor."),
        ("act", "draft"),
    ];
    let back = officer.send(&format!("/cases/{case}/referrals/new"), &keep).await;
    let list = officer.open(&back).await;
    assert!(list.contains("Kept as a draft. Nothing went anywhere."));
    let (_, rest) = list.split_once("?draft=").expect("the draft");
    let draft = rest.split('"').next().unwrap_or_default();
    let page = officer
        .open(&format!("/cases/{case}/referrals/new?draft={draft}"))
        .await;
    assert!(
        page.contains("After the doctor.") && page.contains("value=\"medical\" checked"),
        "{page}"
    );
    for (who, role) in [(Who::CasaLiman, Role::Provider), (Who::Hospital, Role::Provider)] {
        assert!(
            site.as_(who, role)
                .await
                .open("/tonight")
                .await
                .contains("Nobody waits")
        );
    }
}

#[tokio::test]
async fn after_a_no_the_sender_sees_why_and_who_fits_next_with_one_press() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let referral = sent(&officer, case).await;
    let house = house(&site).await;
    let wrong = house
        .post(
            &format!("{referral}/answer"),
            &[("answer", "refuse"), ("reason", "other")],
        )
        .await;
    assert!(wrong.body.contains("Say the reason in words."), "{}", wrong.text());
    let no = [
        ("answer", "refuse"),
        ("reason", "not_safe"),
        ("words", "A man asked at our door."),
    ];
    house.send(&format!("{referral}/answer"), &no).await;
    let page = officer.open(&referral).await;
    for says in ["Not safe there", "A man asked at our door.", "Prepare a referral to"] {
        assert!(page.contains(says), "{says}");
    }
    let links = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .map(plain);
    let next = links
        .into_iter()
        .find(|link| link.starts_with("/cases/") && link.contains("&to="));
    let next = next.expect("a prefilled referral");
    let prefilled = officer.open(&next).await;
    assert!(prefilled.contains("refused this case before"));
    assert!(!value(&prefilled, "to").is_empty());
    assert_eq!(
        house.get(&referral).await.status,
        StatusCode::NOT_FOUND,
        "it has left the house's hands"
    );
}

#[tokio::test]
async fn a_call_counts_a_question_waits_with_us_and_what_is_taken_back_is_gone() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let referral = sent(&officer, case).await;
    let told = format!("{referral}/told-by-phone");
    let ahead = officer
        .post(&told, &[("function", "night coordinator"), ("at", "05:00")])
        .await;
    assert!(ahead.body.contains("This hour is still to come"), "{}", ahead.text());
    officer
        .send(&told, &[("function", "night coordinator"), ("at", "1.20")])
        .await;
    let house = house(&site).await;
    assert!(
        house
            .open("/tonight")
            .await
            .contains("Told by phone at 01:20, to the night coordinator")
    );
    let ask = [("answer", "ask"), ("words", "Does she take medicine?")];
    house.send(&format!("{referral}/answer"), &ask).await;
    assert!(officer.open(&referral).await.contains("Does she take medicine?"));
    officer.send(&format!("{referral}/reply"), &[("words", "None.")]).await;
    assert!(house.open(&referral).await.contains("None."));
    officer
        .send(&format!("{referral}/withdraw"), &[("because", "persons_wish")])
        .await;
    for (who, role) in [
        (Who::CasaLiman, Role::Provider),
        (Who::Police, Role::Police),
        (Who::PodulAlb, Role::CaseManager),
    ] {
        let other = site.as_(who, role).await;
        assert_eq!(other.get(&referral).await.status, StatusCode::NOT_FOUND, "{who:?}");
    }
    let over = officer
        .post(&told, &[("function", "night coordinator"), ("at", "01:15")])
        .await;
    assert!(over.body.contains("REF-02"), "{}", over.text());
}

#[tokio::test]
async fn one_that_went_to_the_wrong_receiver_drafts_its_report_and_says_who_opened_it() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let referral = sent(&officer, case).await;
    site.pass(7);
    house(&site).await.open("/tonight").await;
    let wrong = [("because", "wrong_receiver")];
    officer.send(&format!("{referral}/withdraw"), &wrong).await;
    let today = officer.open("/today").await;
    let says = "Report that a referral went to the wrong receiver";
    let before = today.split(says).next().unwrap_or_default();
    let task = before.rsplit("href=\"").next().and_then(|rest| rest.split('"').next());
    let address = task
        .filter(|task| task.starts_with("/tasks/"))
        .expect("a task to report it")
        .to_owned();
    let report = officer.open(&address).await;
    let text = officer.get(&address).await.text();
    assert!(report.contains("Draft of the report"), "{text}");
    assert!(
        text.contains("Casa Liman") && text.contains("01:27"),
        "who there opened it, and when: {text}"
    );
    assert!(
        !report.contains("Oksana"),
        "the report knows the person by the number of letters"
    );
    officer.send(&address, &[]).await;
    let today = officer.open("/today").await;
    assert!(!today.contains(says), "it is reported");
    assert_eq!(tasks_in(&today).len(), 1, "what is left is to find help anew");
    assert!(today.contains("Find help"), "{today}");
}

#[tokio::test]
async fn a_withdrawal_asks_the_house_for_removal_which_confirms_it_from_its_own_list() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    sent(&officer, case).await;
    let file = officer.open(&format!("/cases/{case}")).await;
    let says = format!("/cases/{case}/consents/");
    let links = file.split(&says).filter_map(|rest| rest.split('"').next());
    let back = links.into_iter().find(|link| link.ends_with("/take-back"));
    officer
        .send(&format!("{says}{}", back.expect("a yes to take back")), &[])
        .await;
    let house = house(&site).await;
    let list = house.open("/today").await;
    let task = tasks_in(&list).first().expect("asked to remove it").clone();
    house.send(&task, &[]).await;
    assert_eq!(tasks_in(&house.open("/today").await), Vec::<String>::new(), "confirmed");
}

#[tokio::test]
async fn a_rule_that_stops_a_referral_says_who_fits_instead() {
    let site = TestSite::new();
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let mut signal = example::signal();
    signal.person = example::unsure_of_age();
    let (case, _) = signal::record(&site.app, &context, &signal).expect("recorded");
    let officer = officer(&site).await;
    let lines = tiltas_app::provider::directory(&site.app, &context).expect("a directory");
    let adults = lines.iter().find(|line| line.offer.name == Who::AdapostRasarit.name());
    let adults = adults.expect("listed").provider.to_string();
    let address = format!("/cases/{case}/referrals/new");
    assert!(
        !officer.open(&address).await.contains(&format!("id=\"to-{adults}\"")),
        "it can't be chosen"
    );
    let send = [
        ("urgency", "tonight"),
        ("services", "shelter"),
        ("to", adults.as_str()),
        ("ground", "child_protection"),
        ("told", "yes"),
        ("act", "send"),
    ];
    let stopped = officer.post(&address, &send).await;
    assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
    for says in [
        "REF-03",
        "the child route applies",
        "fits: prepare a referral to it",
        "Adăpost Răsărit",
        "CETS 197",
    ] {
        assert!(stopped.body.contains(says), "{says}: {}", stopped.text());
    }
}

#[tokio::test]
async fn escalation_reaches_the_supervisor_with_the_phone_to_ring() {
    let (site, case) = opened();
    let officer = officer(&site).await;
    let referral = sent(&officer, case).await;
    site.pass(120);
    tiltas_app::clock::tick(&site.app, site.now(), 16, |name| {
        let mut seed = [0; 32];
        for (place, byte) in name.bytes().enumerate() {
            seed[place % 32] ^= byte.wrapping_mul(place as u8 | 1);
        }
        seed
    })
    .expect("a tick");
    let leader = site.as_(Who::BorderPost, Role::Supervisor).await;
    let today = leader.open("/today").await;
    assert!(
        today.contains("No reply: ring Casa Liman") && today.contains("href=\"tel:022000130\""),
        "{today}"
    );
    let page = leader.open(&referral).await;
    assert!(page.contains("Escalated to the supervisor"), "{page}");
    for kept in ["Her wrist hurts", "At the border post", "grey van"] {
        assert!(!page.contains(kept), "{kept}");
    }
    assert!(officer.open("/referrals").await.contains("No reply. Ring them"));
}
