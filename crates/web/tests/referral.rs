//! The way of a referral between two organisations, page by page.
mod common;

use axum::http::StatusCode;
use common::{TestSite, Visitor};
use tiltas_app::{consent, signal};
use tiltas_domain::{
    Answer, Field, Fields, Id, Purpose, Role,
    case::Case,
    consent::{Form, Recipient, RecordSay},
    example::{self, Who},
    provider::Service,
};

/// A woman at the border, who said yes to a place.
fn opened(site: &TestSite) -> Id<Case> {
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let (case, _) = signal::record(&site.app, &context, &example::signal()).expect("recorded");
    let say = RecordSay {
        to: Recipient::Service(Service::Shelter),
        answer: Answer::Yes,
        fields: Fields::of(&[
            Field::SpokenName,
            Field::Work,
            Field::Person,
            Field::Language,
            Field::Health,
            Field::Whereabouts,
        ]),
        purpose: Purpose::Assistance,
        until: None,
        form: Form::Spoken,
        language: Some("uk".to_owned()),
        words: None,
    };
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    consent::record(&site.app, &context, case, &[say]).expect("said");
    case
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

#[tokio::test]
async fn a_bed_is_asked_for_given_and_its_outcome_comes_back() {
    let site = TestSite::new();
    let case = opened(&site);
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let page = officer.open(&format!("/cases/{case}/referrals/new")).await;
    for says in [
        "Casa Liman",
        "Send, and hold the place until",
        "she agreed",
        "Her own say",
        "Legal ground",
    ] {
        assert!(page.contains(says), "{says}");
    }
    assert!(!page.contains("name=\"told\" id=\"told\" value=\"yes\" checked"));
    let referral = sent(&officer, case).await;
    assert!(
        officer
            .open(&referral)
            .await
            .contains("has not yet said that they have seen it")
    );

    let house = site.as_(Who::CasaLiman, Role::Provider).await;
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
    assert!(wrong.body.contains("Choose what came of it.") && wrong.body.contains("She sleeps"));
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
