//! A programme is written down, its activities are held or cancelled, and what came of them is told, by page and program, as each
//! role that may be there.
use crate::{
    common::{TestSite, Visitor},
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::{Value, json};
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const ORGANISER: (Who, Role) = (Who::Partner, Role::Organiser);
const READERS: [(Who, Role); 4] = [
    (Who::BorderPost, Role::FocalFunction),
    (Who::Rapporteur, Role::Rapporteur),
    (Who::Partner, Role::Expert),
    (Who::Partner, Role::Observer),
];

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

const FIRST: [(&str, &str); 6] = [
    ("title", "Together at the border"),
    ("language", "en"),
    ("begins", "2026-01"),
    ("ends", "15 12 2026"),
    ("components", "Joint training\n\nOne form for both sides"),
    ("example", "yes"),
];

async fn opened(site: &TestSite) -> String {
    let organiser = as_(site, ORGANISER).await;
    let answer = organiser.post("/programmes/new", &FIRST).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let address = answer.location();
    address.split('?').next().expect("an address").to_owned()
}

/// The last part of a page's address, the one to which programs send the same, and what they send.
type Sent = (&'static str, &'static str, fn() -> Value);

const AT: [Sent; 7] = [
    (
        "activity",
        "activities",
        || json!({"kind": "training", "begins": "2026-05"}),
    ),
    ("outcome", "outcomes", || json!({"activity": "1", "text": "Well."})),
    (
        "cancellation",
        "cancellations",
        || json!({"activity": "1", "text": "No budget."}),
    ),
    (
        "result",
        "results",
        || json!({"activity": "1", "recommendation": "0".repeat(32)}),
    ),
    ("country", "countries", || json!({"country": "LT", "part": "partner"})),
    (
        "translation",
        "titles",
        || json!({"title": "Împreună", "language": "ro"}),
    ),
    ("closing", "closings", || json!({"reason": "All was held."})),
];

/// What is offered can be opened; what is not is neither there to be opened nor done, by page or program, for each role.
async fn offers(programs: &Programs, address: &str, expected: &[&str]) {
    let site = &programs.site;
    let steer = [SECRETARY, ORGANISER].map(|who| (who, expected));
    let read = READERS.map(|who| (who, [].as_slice()));
    for (who, expected) in steer.into_iter().chain(read) {
        let visitor = as_(site, who).await;
        let page = visitor.open(address).await;
        let token = programs.token(who.0, who.1);
        for (way, at, body) in AT {
            let offered = page.contains(&format!("href=\"{address}/{way}\""));
            assert_eq!(offered, expected.contains(&way), "{who:?} {way}");
            let answer = visitor.get(&format!("{address}/{way}")).await;
            if offered {
                assert_eq!(answer.status, StatusCode::OK, "{who:?} {way}");
                continue;
            }
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?} {way}");
            let key = format!("{} {way} {}", who.1.code(), page.len());
            let answer = programs
                .post(&token, &format!("/api/v1{address}/{at}"), &key, &body())
                .await;
            let neutral = answer.status == StatusCode::NOT_FOUND || answer.text.contains("\"code\":\"PRG-");
            assert!(neutral && !answer.status.is_success(), "{who:?} {way}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn the_time_line_of_a_programme_without_an_end_is_drawn_up_to_the_last_year() {
    let site = TestSite::new();
    let organiser = as_(&site, ORGANISER).await;
    let first = FIRST.iter().filter(|(name, _)| *name != "ends").copied();
    let answer = organiser.post("/programmes/new", &first.collect::<Vec<_>>()).await;
    let address = answer.location();
    let address = address.split('?').next().expect("an address");
    for begins in ["2026-05", "9999"] {
        let activity = [("kind", "training"), ("begins", begins)];
        organiser.send(&format!("{address}/activity"), &activity).await;
    }
    let page = organiser.open(address).await;
    let far = page
        .split(" x=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.parse().ok());
    assert!(far.max().is_some_and(|x: i32| (1100..=1200).contains(&x)), "{page}");
}

#[tokio::test]
async fn a_programme_tells_what_was_done_and_what_came_of_it() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = opened(site).await;
    let always = ["activity", "country", "translation"];
    offers(&programs, &address, &[always.as_slice(), &["closing"]].concat()).await;

    let organiser = as_(site, ORGANISER).await;
    let outside = [("kind", "training"), ("begins", "29 5 2025"), ("place", "Ungheni")];
    let refused = organiser.post(&format!("{address}/activity"), &outside).await;
    assert!(
        refused.body.contains("PRG-04") && refused.body.contains("Ungheni"),
        "what was typed stands: {}",
        refused.text()
    );
    for (begins, ends) in [("29 5 2026", "30 5 2026"), ("2026-06", ""), ("2026-10", "")] {
        let activity = [("kind", "study_visit"), ("begins", begins), ("ends", ends)];
        organiser.send(&format!("{address}/activity"), &activity).await;
    }
    offers(
        &programs,
        &address,
        &[always.as_slice(), &["outcome", "cancellation", "result"]].concat(),
    )
    .await;
    let page = organiser.open(&address).await;
    assert!(
        page.contains("29 to 30 May 2026") && page.contains("June 2026; the days were not given"),
        "{page}"
    );
    assert!(page.contains("class=\"plan\"") && page.contains("Nothing was held yet."));

    let early = organiser
        .post(&format!("{address}/outcome"), &[("activity", "3"), ("text", "Well")])
        .await;
    assert!(early.body.contains("PRG-05"), "{}", early.text());
    let path = format!("{address}/outcome");
    let held = [("activity", "1"), ("text", "Both sides came.")];
    let once = organiser.press(&path, "one-key", &held).await;
    let twice = organiser.press(&path, "one-key", &held).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    let again = organiser.post(&path, &held).await;
    assert!(again.body.contains("PRG-02"), "held once: {}", again.text());
    let page = organiser.open(&address).await;
    assert!(
        page.contains("1 activity was held.") && page.contains("Nothing has come of it yet."),
        "{page}"
    );

    let expert = as_(site, READERS[2]).await;
    let recommendation = [
        ("title", "One form for both sides"),
        ("text", "Both sides should use one form."),
        ("wording", "verbatim"),
        ("language", "en"),
        ("theme", "international"),
        ("source", "training"),
    ];
    let answer = expert.post("/recommendations/new", &recommendation).await;
    let recommendation = answer.location();
    let recommendation = recommendation.split('?').next().expect("an address").to_owned();
    let id = recommendation.rsplit('/').next().expect("an id");
    let result = [("activity", "1"), ("recommendation", id)];
    organiser.send(&format!("{address}/result"), &result).await;
    let twice = organiser.post(&format!("{address}/result"), &result).await;
    assert!(twice.body.contains("PRG-06"), "{}", twice.text());
    let page = expert.open(&address).await;
    assert!(
        page.contains(&format!("href=\"{recommendation}\"")) && page.contains("1 thing is known"),
        "{page}"
    );

    let still = organiser
        .post(&format!("{address}/closing"), &[("reason", "Over")])
        .await;
    assert!(
        still.body.contains("PRG-08"),
        "something is planned still: {}",
        still.text()
    );
    for activity in ["2", "3"] {
        let cancelled = [("activity", activity), ("text", "No budget")];
        organiser.send(&format!("{address}/cancellation"), &cancelled).await;
    }
    organiser
        .send(&format!("{address}/closing"), &[("reason", "Over")])
        .await;
    offers(&programs, &address, &["result", "translation"]).await;
}

#[tokio::test]
async fn a_country_whose_institution_is_not_named_is_said_so_and_a_title_is_read_in_its_language() {
    let site = TestSite::new();
    let address = opened(&site).await;
    let secretary = as_(&site, SECRETARY).await;
    let country = [("country", "lt"), ("part", "expert")];
    secretary.send(&format!("{address}/country"), &country).await;
    let title = [("title", "Împreună la frontieră"), ("language", "ro")];
    secretary.send(&format!("{address}/translation"), &title).await;
    let page = secretary.open(&address).await;
    assert!(
        page.contains("not named in the source") && page.contains("Lithuania"),
        "{page}"
    );
    assert!(page.contains("<h1>Together at the border</h1>") && page.contains("Împreună la frontieră"));
    assert!(
        page.contains("One form for both sides"),
        "components, a line each: {page}"
    );
    let table = secretary.get("/programmes.csv").await;
    assert!(table.body.contains("\"Together at the border\""), "{}", table.body);
    for (query, there) in [("text=BORDER", true), ("text=nowhere", false), ("state=closed", false)] {
        let list = secretary.open(&format!("/programmes?{query}")).await;
        assert_eq!(list.contains(&format!("href=\"{address}\"")), there, "{query}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_is_half_written() {
    let site = TestSite::new();
    let organiser = as_(&site, ORGANISER).await;
    let mut wrong = FIRST.to_vec();
    wrong[2] = ("begins", "30 February");
    let answer = organiser.post("/programmes/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("30 February") && answer.body.contains("Together at the border"));
    wrong[2] = ("begins", "2027");
    let answer = organiser.post("/programmes/new", &wrong).await;
    assert!(answer.body.contains("PRG-03"), "{}", answer.text());
    let list = organiser.open("/programmes").await;
    assert!(list.contains("No programme is written down yet."), "{list}");
    for (who, role) in READERS {
        let visitor = as_(&site, (who, role)).await;
        assert_eq!(visitor.get("/programmes").await.status, StatusCode::OK, "{role:?}");
        assert_eq!(
            visitor.get("/programmes/new").await.status,
            StatusCode::NOT_FOUND,
            "{role:?}"
        );
        assert_eq!(
            visitor.post("/programmes/new", &FIRST).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert_eq!(officer.get("/programmes").await.status, StatusCode::NOT_FOUND);
}

/// Sends a form that is taken, and tells the address of what was made.
async fn made(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let follows = visitor.send(path, fields).await;
    follows.split('?').next().expect("an address").to_owned()
}

fn id(address: &str) -> &str {
    address.rsplit('/').next().expect("an id")
}

const PRACTICE: [(&str, &str); 6] = [
    ("title", "The state buys help"),
    ("theme", "partnership"),
    ("done", "Help is bought from organisations that hold a mandate."),
    ("language", "en"),
    ("confidence", "verified"),
    ("page", "example.org/latvia"),
];
const TRAINING: [(&str, &str); 10] = [
    ("title", "First help and referral"),
    ("audience", "NGOs and state institutions"),
    ("aims", "Help on the same day"),
    ("modules", "Partnerships"),
    ("hours", "12"),
    ("competence", "First help"),
    ("years", "1"),
    ("from", "28 8 2026"),
    ("to", "29 8 2026"),
    ("place", "Ungheni"),
];

#[tokio::test]
async fn a_programme_names_its_trainings_visits_and_practices_and_each_names_its_programme() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = opened(site).await;
    let (organiser, secretary) = (as_(site, ORGANISER).await, as_(site, SECRETARY).await);
    for begins in ["2026-05", "2026-10"] {
        let activity = [("kind", "training"), ("begins", begins)];
        organiser.send(&format!("{address}/activity"), &activity).await;
    }
    let held = [("activity", "1"), ("text", "Both sides came.")];
    organiser.send(&format!("{address}/outcome"), &held).await;
    let training = made(&organiser, "/trainings/new", &TRAINING).await;
    let partner = site.organisation(Who::Partner).to_string();
    let mission = [
        ("kind", "expert_mission"),
        ("title", "Mission of May"),
        ("begins", "2026-05"),
        ("delegation", partner.as_str()),
    ];
    let visit = made(&organiser, "/visits/new", &mission).await;
    let practice = made(&organiser, "/practices/new", &PRACTICE).await;
    let result = format!("{address}/result");
    let draft = [("activity", "1"), ("practice", id(&practice))];
    let form = organiser.open(&result).await;
    assert!(
        form.contains(id(&training)) && form.contains(id(&visit)) && !form.contains(id(&practice)),
        "a draft is not offered: {form}"
    );
    let refused = organiser.post(&result, &draft).await;
    assert!(refused.body.contains("PRG-07"), "nor linked: {}", refused.text());
    secretary.send(&format!("{practice}/review"), &[]).await;
    secretary.send(&format!("{practice}/publication"), &[]).await;
    let both = organiser
        .post(&result, &[draft[0], draft[1], ("training", id(&training))])
        .await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY, "one at a time");
    let early = organiser.post(&result, &[("activity", "2"), draft[1]]).await;
    assert!(early.body.contains("PRG-02"), "it is to come: {}", early.text());

    let title = "Together at the border";
    for (path, nth, field) in [
        (&training, "2", "training"),
        (&visit, "1", "visit"),
        (&practice, "1", "practice"),
    ] {
        let before = secretary.open(path).await;
        assert!(!before.contains(title), "{field}: {before}");
        organiser.send(&result, &[("activity", nth), (field, id(path))]).await;
        for who in [ORGANISER, SECRETARY].into_iter().chain(READERS) {
            let reader = as_(site, who).await;
            let (there, back) = (reader.open(&address).await, reader.open(path).await);
            assert!(there.contains(&format!("href=\"{path}\"")), "{who:?} {field}: {there}");
            let link = format!("<a href=\"{address}\">{title}</a>");
            assert!(back.contains(&link), "{who:?} {field}: {back}");
        }
    }
    let token = programs.token(ORGANISER.0, ORGANISER.1);
    let read = programs
        .get(&token, &format!("/api/v1{address}"))
        .await
        .json()
        .to_string();
    for path in [&training, &visit, &practice] {
        assert!(read.contains(id(path)), "{path}: {read}");
    }
}
