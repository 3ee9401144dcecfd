//! From the first words of a recommendation to its result, by the pages, as each role that may be there; and that nobody who works
//! on policy learns of a file.
use crate::{
    common::{TestSite, Visitor},
    coverage::night::{CANARY, Night},
    programs::Programs,
    routes,
};
use axum::http::StatusCode;
use serde_json::{Value, json};
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const RAPPORTEUR: (Who, Role) = (Who::Rapporteur, Role::Rapporteur);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);
const ORGANISER: (Who, Role) = (Who::Partner, Role::Organiser);
const OBSERVER: (Who, Role) = (Who::Partner, Role::Observer);
const POLICY: [(Who, Role); 6] = [SECRETARY, FOCAL, RAPPORTEUR, EXPERT, ORGANISER, OBSERVER];
async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

const FIRST: [(&str, &str); 8] = [
    ("title", "Refer on the same day"),
    ("text", "Inspectors should refer a person on the same day."),
    ("wording", "verbatim"),
    ("language", "en"),
    ("theme", "labour"),
    ("source", "training"),
    ("dated", "30 5 2018"),
    ("example", "yes"),
];

/// Writes one down, and tells its address.
async fn recorded(site: &TestSite) -> String {
    let expert = as_(site, EXPERT).await;
    let answer = expert.post("/recommendations/new", &FIRST).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let address = answer.location();
    address.split('?').next().expect("an address").to_owned()
}

/// Sends a form that is taken, and reads the page that follows.
async fn sent(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let follows = visitor.send(path, fields).await;
    visitor.open(&follows).await
}

/// What a page offers of it: the last parts of the addresses.
fn offered(page: &str, address: &str) -> Vec<String> {
    let start = format!("href=\"{address}/");
    let links = page.split(&start).skip(1);
    links
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// The last part of a page's address, the one to which programs send the same, and what they send.
type Sent = (&'static str, &'static str, fn() -> Value);

const AT: [Sent; 12] = [
    ("position", "positions", || json!({"stance": "supports"})),
    ("report", "reports", || json!({"rating": "under_way", "text": "Begun."})),
    (
        "review",
        "reviews",
        || json!({"rating": "partly_done", "text": "In part."}),
    ),
    (
        "discussion",
        "discussions",
        || json!({"asked": [], "until": "2026-08-30"}),
    ),
    ("words", "words", || json!({"text": "Other words."})),
    (
        "decision",
        "decisions",
        || json!({"outcome": "adopted", "body": "National committee", "on": "2026-08-19"}),
    ),
    ("addressee", "addressees", || json!({"organisation": "0".repeat(32)})),
    (
        "translation",
        "translations",
        || json!({"text": "Alte cuvinte.", "language": "ro"}),
    ),
    (
        "likeness",
        "likenesses",
        || json!({"other": "0".repeat(32), "same": true}),
    ),
    ("replacement", "replacements", || json!({"by": "0".repeat(32)})),
    ("closing", "closings", || json!({"reason": "Done"})),
    ("reopening", "reopenings", || json!({"reason": "Not done"})),
];

/// What is offered can be opened; what is not is neither there to be opened nor done, by page or program, for each role.
async fn offers(programs: &Programs, address: &str, expected: [&[&str]; 6]) {
    let site = &programs.site;
    for (who, expected) in POLICY.into_iter().zip(expected) {
        let visitor = as_(site, who).await;
        let page = visitor.open(address).await;
        let mut found = offered(&page, address);
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{who:?}");
        let token = programs.token(who.0, who.1);
        for (way, at, body) in AT {
            let answer = visitor.get(&format!("{address}/{way}")).await;
            if expected.contains(&way) {
                assert_eq!(answer.status, StatusCode::OK, "{who:?} {way}");
                continue;
            }
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?} {way}");
            let sent = visitor
                .post(&format!("{address}/{way}"), &[("text", "Other words")])
                .await;
            let told = sent.status == StatusCode::UNPROCESSABLE_ENTITY && sent.body.contains("REC-");
            assert!(
                sent.status == StatusCode::NOT_FOUND || told,
                "{who:?} {way}: {}",
                sent.text()
            );
            let path = format!("/api/v1{address}/{at}");
            let key = format!("{} {way} {}", who.1.code(), page.len());
            let answer = programs.post(&token, &path, &key, &body()).await;
            let neutral = answer.status == StatusCode::NOT_FOUND || answer.text.contains("\"code\":\"REC-");
            assert!(neutral && !answer.status.is_success(), "{who:?} {way}: {}", answer.text);
        }
        let same = visitor.open(address).await;
        assert_eq!(
            offered(&same, address).len(),
            expected.len(),
            "{who:?}: nothing was changed by it"
        );
    }
}

#[tokio::test]
async fn a_recommendation_goes_from_first_words_to_its_result() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = recorded(site).await;
    let always: &[&str] = &["translation", "likeness", "closing", "replacement"];
    let with = |more: &[&'static str]| [always, more].concat();
    let none: &[&str] = &[];
    let drafted = with(&["discussion", "words", "decision"]);
    offers(&programs, &address, [&drafted, none, none, none, none, none]).await;

    let (secretary, focal) = (as_(site, SECRETARY).await, as_(site, FOCAL).await);
    let border = site.organisation(Who::BorderPost).to_string();
    let nobody = secretary
        .post(&format!("{address}/discussion"), &[("until", "30 8 2026")])
        .await;
    assert!(
        nobody.body.contains("REC-05") && nobody.body.contains("30 8 2026"),
        "{}",
        nobody.body
    );
    let asked = [("asked", border.as_str()), ("until", "30 8 2026")];
    secretary.send(&format!("{address}/discussion"), &asked).await;
    let discussed = with(&["discussion", "words", "decision"]);
    offers(&programs, &address, [&discussed, &["position"], none, none, none, none]).await;
    let page = secretary.open(&address).await;
    assert!(
        page.contains("No position") && page.contains("1 institution was asked"),
        "{page}"
    );

    let position = [
        ("stance", "supports_with_changes"),
        ("reason", "At night nobody answers."),
        (
            "wording",
            "Inspectors should refer a person on the same day, also at night.",
        ),
    ];
    let page = sent(&focal, &format!("{address}/position"), &position).await;
    assert!(
        page.contains("Your position was kept.") && page.contains("At night nobody answers."),
        "{page}"
    );

    let form = secretary.open(&format!("{address}/words")).await;
    assert!(
        form.contains("Inspectors should refer a person on the same day."),
        "not typed again: {form}"
    );
    let agreed = "Inspectors should refer a person on the same day, also at night.";
    let page = sent(&secretary, &format!("{address}/words"), &[("text", agreed)]).await;
    assert!(
        page.contains("<ins>") && page.contains("added:") && page.contains("removed:"),
        "{page}"
    );

    let decline = [
        ("outcome", "declined"),
        ("body", "National committee"),
        ("on", "29 6 2018"),
    ];
    let refused = secretary.post(&format!("{address}/decision"), &decline).await;
    assert!(
        refused.body.contains("REC-04") && refused.body.contains("National committee"),
        "what was typed stands: {}",
        refused.body
    );
    let adopt = [
        ("outcome", "adopted"),
        ("body", "National committee"),
        ("on", "29 6 2018"),
    ];
    let path = format!("{address}/decision");
    let once = secretary.press(&path, "one-key", &adopt).await;
    let twice = secretary.press(&path, "one-key", &adopt).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER),
        "a second press"
    );
    let again = secretary.post(&path, &adopt).await;
    assert!(again.body.contains("REC-03"), "a second adoption: {}", again.text());

    let owed = [("organisation", border.as_str()), ("term", "2026-06")];
    let page = sent(&secretary, &format!("{address}/addressee"), &owed).await;
    assert!(page.contains("51 days late"), "{page}");
    let done = [("rating", "done"), ("text", "Inspectors refer by phone.")];
    let refused = focal.post(&format!("{address}/report"), &done).await;
    assert!(refused.body.contains("REC-09") && refused.body.contains("Inspectors refer by phone."));
    let done = [
        done[0],
        done[1],
        ("evidence", "14 referrals in July\n\nThe duty phone’s number"),
    ];
    focal.send(&format!("{address}/report"), &done).await;
    let verify = with(&["addressee", "review"]);
    offers(
        &programs,
        &address,
        [&verify, &["report"], &["review"], none, none, none],
    )
    .await;

    let rapporteur = as_(site, RAPPORTEUR).await;
    let partly = [("rating", "partly_done"), ("text", "Not at weekends.")];
    let page = sent(&rapporteur, &format!("{address}/review"), &partly).await;
    let both = page.contains("Inspectors refer by phone.") && page.contains("Not at weekends.");
    assert!(both && page.contains("Both stay, side by side."), "{page}");
    assert!(page.contains("14 referrals in July"), "{page}");
    let seen = [("rating", "done"), ("text", "Now at weekends too.")];
    rapporteur.send(&format!("{address}/review"), &seen).await;
    let page = sent(
        &secretary,
        &format!("{address}/closing"),
        &[("reason", "Done and seen")],
    )
    .await;
    assert!(page.contains("Done and seen"), "{page}");
    offers(
        &programs,
        &address,
        [&["translation", "likeness", "reopening"], none, none, none, none, none],
    )
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    let site = TestSite::new();
    let expert = as_(&site, EXPERT).await;
    let mut wrong = FIRST.to_vec();
    wrong[6] = ("dated", "30 February");
    wrong[3] = ("language", "Latvian");
    wrong[0] = ("title", "");
    let answer = expert.post("/recommendations/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in [
        "30 February",
        "Latvian",
        "Inspectors should refer",
        "Write a day, a month or a year",
    ] {
        assert!(answer.body.contains(kept), "{kept}: {}", answer.body);
    }
    let list = expert.open("/recommendations").await;
    assert!(
        list.contains("No recommendation is written down yet."),
        "nothing half-written: {list}"
    );
    let observer = as_(&site, OBSERVER).await;
    assert_eq!(observer.get("/recommendations/new").await.status, StatusCode::NOT_FOUND);
    let answer = observer.post("/recommendations/new", &FIRST).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_is_narrowed_found_and_exported_and_no_cell_is_a_formula() {
    let site = TestSite::new();
    let first = recorded(&site).await;
    let expert = as_(&site, EXPERT).await;
    let mut public = FIRST.to_vec();
    public[0] = ("title", "=HYPERLINK(1)");
    public[5] = ("source", "greta");
    public[4] = ("theme", "children");
    public[7] = ("priority", "urge");
    expert.post("/recommendations/new", &public).await;
    let list = expert.open("/recommendations").await;
    assert!(
        list.contains("public text") && list.contains("urge") && list.contains("example"),
        "{list}"
    );
    assert!(list.contains("1 of 2 has no addressee yet."), "{list}");
    for (query, there) in [
        ("source=training", true),
        ("source=greta", false),
        ("theme=children", false),
        ("state=drafted", true),
        ("text=SAME+DAY", true),
        ("text=nowhere", false),
        ("late=yes", false),
    ] {
        let page = expert.open(&format!("/recommendations?{query}")).await;
        assert_eq!(page.contains(&format!("href=\"{first}\"")), there, "{query}");
    }
    let page = expert.open("/recommendations?text=nowhere").await;
    assert!(page.contains("None. Take one filter away."), "{page}");
    let table = expert.get("/recommendations.csv?source=greta").await;
    assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
    assert!(table.body.contains("\"'=HYPERLINK(1)\"") && !table.body.contains("Refer on the same day"));
    let book = expert.get("/recommendations.xlsx?source=greta").await;
    let disposition = &book.headers["content-disposition"];
    assert_eq!(disposition, "attachment; filename=\"recommendations.xlsx\"");
    assert!(book.body.starts_with("PK"));
}

#[tokio::test]
async fn a_likeness_is_seen_from_both_and_a_replaced_one_leads_on() {
    let site = TestSite::new();
    let (one, other) = (recorded(&site).await, {
        let expert = as_(&site, EXPERT).await;
        let mut second = FIRST.to_vec();
        second[0] = ("title", "A second one");
        let answer = expert.post("/recommendations/new", &second).await;
        answer.location().split('?').next().expect("an address").to_owned()
    });
    let id = |address: &str| address.rsplit('/').next().expect("an id").to_owned();
    let secretary = as_(&site, SECRETARY).await;
    let same = [("other", id(&other)), ("same", "yes".to_owned())];
    let same = same.each_ref().map(|(name, value)| (*name, value.as_str()));
    secretary.send(&format!("{one}/likeness"), &same).await;
    assert!(
        secretary.open(&other).await.contains(&format!("href=\"{one}\"")),
        "seen from both"
    );
    let by = id(&one);
    let page = sent(&secretary, &format!("{other}/replacement"), &[("by", by.as_str())]).await;
    assert!(
        page.contains("Another stands in its place:") && page.contains("Refer on the same day"),
        "{page}"
    );
}

#[tokio::test]
async fn whoever_works_on_policy_learns_of_no_file_even_where_their_institution_takes_part() {
    let night = Night::new();
    for who in [
        (Who::BorderPost, Role::FocalFunction),
        (Who::Secretariat, Role::Secretariat),
        (Who::Rapporteur, Role::Rapporteur),
        (Who::Partner, Role::Expert),
    ] {
        for route in routes::all() {
            let answer = night.ask(Some(who), &route, &night.at(&route, None)).await;
            for secret in [CANARY, &night.spoken_name] {
                assert!(!answer.text.contains(secret), "{who:?} {route:?} says {secret}");
            }
            let about_a_file = ["/cases/{id}", "/referrals/{id}", "/signals/{id}", "/tasks/{id}"];
            if about_a_file.iter().any(|start| route.path.contains(start)) {
                assert!(
                    matches!(answer.status.as_u16(), 403 | 404 | 422 | 400),
                    "{who:?} {route:?}: {} {}",
                    answer.status,
                    answer.header("location")
                );
            }
        }
    }
    for who in [(Who::BorderPost, Role::FirstResponder), (Who::Police, Role::Police)] {
        let visitor = night.programs.site.as_(who.0, who.1).await;
        let answer = visitor.get("/recommendations").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?}");
    }
}
