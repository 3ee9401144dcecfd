//! From a gap in the picture to a text that is signed, kept and looked at, by the pages and by programs, as each role that may be there.
use crate::{
    common::{TestSite, Visitor},
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::{Value, json};
use tiltas_app::{clock, organisation};
use tiltas_domain::{
    Role,
    example::Who,
    organisation::{NewFunction, OrganisationKind, Register},
};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const POLICY: [(Who, Role); 6] = [
    SECRETARY,
    FOCAL,
    (Who::Rapporteur, Role::Rapporteur),
    (Who::Partner, Role::Expert),
    (Who::Partner, Role::Organiser),
    (Who::Partner, Role::Observer),
];

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

/// Sends a form that is taken, and reads the page that follows.
async fn sent(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let follows = visitor.send(path, fields).await;
    visitor.open(&follows).await
}

/// The last part of a page's address, the one to which programs send the same, and what they send.
type Sent = (&'static str, &'static str, fn() -> Value);

const AT: [Sent; 13] = [
    (
        "parties",
        "parties",
        || json!({"organisation": "0".repeat(32), "role": "member"}),
    ),
    ("purpose", "purposes", || json!({"text": "Other words."})),
    (
        "measures",
        "measures",
        || json!({"owner": "0".repeat(32), "what": ["Something"]}),
    ),
    ("data", "data", || json!({"shared": "no"})),
    ("term", "terms", || json!({"until": "2030-01-01"})),
    ("consultation", "consultations", || json!({"until": "2026-09-15"})),
    ("return", "returns", || json!({"reason": "Another phone"})),
    (
        "signature",
        "signatures",
        || json!({"organisation": "0".repeat(32), "on": "2026-08-18"}),
    ),
    ("progress", "moves", || json!({"measure": "1", "progress": "done"})),
    ("review", "reviews", || json!({"on": "2026-08-19", "text": "It works"})),
    (
        "renewal",
        "renewals",
        || json!({"on": "2026-08-19", "until": "2031-01-01"}),
    ),
    ("end", "endings", || json!({"on": "2026-08-19", "reason": "Over"})),
    (
        "assessment",
        "assessments",
        || json!({"year": "2026", "answers": [{"question": "structure", "value": "2"}]}),
    ),
];

/// What a page offers of it: the last parts of the addresses.
fn offered(page: &str, address: &str) -> Vec<String> {
    let start = format!("class=\"btn second compact\" href=\"{address}/");
    let parts = page.split(&start).skip(1);
    parts
        .map(|rest| rest.split('"').next().expect("an end").to_owned())
        .collect()
}

/// What is offered can be opened; what is not is neither there to be opened nor done, by page or program, for each role.
async fn offers(programs: &Programs, address: &str, secretary: &[&str], focal: &[&str]) {
    let none: &[&str] = &[];
    let expected = [secretary, focal, none, none, none, none];
    for (who, expected) in POLICY.into_iter().zip(expected) {
        let visitor = as_(&programs.site, who).await;
        let page = visitor.open(address).await;
        let mut found = offered(&page, address);
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{who:?}");
        let token = programs.token(who.0, who.1);
        for (way, at, body) in AT {
            // The last step of a draft is there to be read while it waits for the others.
            if expected.contains(&way) || (way == "consultation" && expected.contains(&"term")) {
                assert_eq!(
                    visitor.get(&format!("{address}/{way}")).await.status,
                    StatusCode::OK,
                    "{who:?} {way}"
                );
                continue;
            }
            let answer = visitor.get(&format!("{address}/{way}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?} {way}");
            let answer = visitor
                .post(&format!("{address}/{way}"), &[("text", "Other words")])
                .await;
            let told = answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains("PAR-");
            assert!(
                answer.status == StatusCode::NOT_FOUND || told,
                "{who:?} {way}: {}",
                answer.text()
            );
            let key = format!("{} {way} {}", who.1.code(), page.len());
            let answer = programs
                .post(&token, &format!("/api/v1{address}/{at}"), &key, &body())
                .await;
            let neutral = answer.status == StatusCode::NOT_FOUND || answer.text.contains("\"code\":\"PAR-");
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

/// Begins one between the border post and a house, and tells its address.
pub async fn begun(secretary: &Visitor<'_>, site: &TestSite) -> String {
    let (border, house) = (
        site.organisation(Who::BorderPost).to_string(),
        site.organisation(Who::CasaLiman).to_string(),
    );
    let fields = [
        ("title", "At the border at night"),
        ("arrangement", "cooperation_agreement"),
        ("lead", border.as_str()),
        ("lead_function", "Shift leader"),
        ("other", house.as_str()),
        ("other_phone", "022 000 139"),
        ("example", "yes"),
    ];
    let follows = secretary.send("/partnerships/new", &fields).await;
    let address = follows.split("/purpose").next().expect("an address");
    address.to_owned()
}

/// The text is written, read and signed by both, to hold until this day.
pub async fn signed(secretary: &Visitor<'_>, site: &TestSite, until: &str) -> String {
    let address = begun(secretary, site).await;
    let (border, house) = (
        site.organisation(Who::BorderPost).to_string(),
        site.organisation(Who::CasaLiman).to_string(),
    );
    let to = |way: &str| format!("{address}/{way}");
    secretary
        .send(&to("purpose"), &[("text", "A safe place before the morning.")])
        .await;
    secretary
        .send(
            &to("measures"),
            &[
                ("owner", border.as_str()),
                ("what", "Rings the house\n\nSpeaks alone with the person"),
            ],
        )
        .await;
    secretary
        .send(
            &to("measures"),
            &[("owner", house.as_str()), ("what", "Answers at night")],
        )
        .await;
    secretary.send(&to("data"), &[("shared", "no")]).await;
    secretary
        .send(&to("term"), &[("from", "1 8 2024"), ("until", until)])
        .await;
    secretary.send(&to("consultation"), &[("until", "30 8 2026")]).await;
    for who in [&border, &house] {
        secretary
            .send(&to("signature"), &[("organisation", who), ("on", "30 7 2024")])
            .await;
    }
    address
}

#[tokio::test]
async fn a_gap_becomes_a_draft_in_six_steps_and_a_signed_text() {
    let programs = Programs::new();
    let site = &programs.site;
    let secretary = as_(site, SECRETARY).await;
    let picture = secretary.open("/partnerships").await;
    let gap = picture
        .split("/partnerships/new?gap=")
        .nth(1)
        .expect("a gap that is asked for");
    let gap = gap.split('"').next().expect("an end");
    assert!(
        picture.contains("Asked for by profile MD") && picture.contains("Tiltas house default, proposed"),
        "{picture}"
    );
    let observer = as_(site, POLICY[5]).await.open("/partnerships").await;
    assert!(
        observer.contains("missing") && !observer.contains("?gap="),
        "an observer reads: {observer}"
    );
    let form = secretary.open(&format!("/partnerships/new?gap={gap}")).await;
    let [one, other] = [gap.split('.').next(), gap.split('.').nth(1)].map(|id| id.expect("two institutions"));
    for id in [one, other] {
        assert!(form.contains(&format!("value=\"{id}\" selected")), "filled in: {form}");
    }
    let address = begun(&secretary, site).await;
    let drafted = ["parties", "purpose", "measures", "data", "term", "end"];
    offers(&programs, &address, &drafted, &["measures"]).await;
    let step = secretary.open(&format!("{address}/consultation")).await;
    assert!(
        step.contains("Missing so far: Purpose, What each does, Data, Term"),
        "{step}"
    );
    let early = secretary
        .post(&format!("{address}/consultation"), &[("until", "30 8 2026")])
        .await;
    assert!(
        early.body.contains("PAR-07") && early.body.contains("30 8 2026"),
        "{}",
        early.text()
    );
    let next = sent(&secretary, &format!("{address}/purpose"), &[("text", "A safe place.")]).await;
    assert!(
        next.contains("The purpose was kept.") && next.contains("name=\"what\""),
        "leads on: {next}"
    );
    let stopped = secretary
        .send(
            &format!("{address}/purpose"),
            &[("text", "A safe place before the morning."), ("then", "stop")],
        )
        .await;
    assert_eq!(stopped, format!("{address}?done=purpose"));
    let form = secretary.open(&format!("{address}/purpose")).await;
    assert!(
        form.contains("A safe place before the morning.</textarea>"),
        "changed, not typed again: {form}"
    );
    let page = secretary.open(&address).await;
    assert!(
        page.contains("Without this part nothing about a person is shared"),
        "{page}"
    );
    let address = signed(&secretary, site, "30 8 2027").await;
    offers(
        &programs,
        &address,
        &["measures", "progress", "review", "renewal", "end"],
        &["measures", "progress", "assessment"],
    )
    .await;
    let text = secretary.open(&format!("{address}/text")).await;
    for says in [
        "Signed by all on 30 Jul",
        "by its Shift leader",
        "href=\"tel:022000139\"",
        "Speaks alone with the person",
        "No data about persons",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    let paper = text
        .split("class=\"sheet paper\"")
        .nth(1)
        .expect("the text that was signed");
    let paper = paper.split("<footer").next().unwrap_or_default();
    assert_eq!(
        paper.matches("href=\"tel:").count(),
        1,
        "no phone that nobody wrote into it: {paper}"
    );
    let picture = secretary.open("/partnerships").await;
    assert!(
        picture.contains(&format!("<td data-s=\"force\"><a href=\"{address}\">")),
        "{picture}"
    );
}

#[tokio::test]
async fn two_that_only_watch_close_no_gap() {
    let site = TestSite::new();
    let secretary = as_(&site, SECRETARY).await;
    let picture = secretary.open("/partnerships").await;
    let signs = [Who::BorderPost, Who::CasaLiman].map(|who| site.organisation(who).to_string());
    let gaps = picture.split("/partnerships/new?gap=").skip(1);
    let gaps = gaps.filter_map(|rest| rest.split('"').next());
    let gap = gaps.into_iter().find(|gap| !signs.iter().any(|id| gap.contains(id)));
    let gap = gap.expect("a gap between two others");
    let address = begun(&secretary, &site).await;
    for who in gap.split('.') {
        let watches = [("organisation", who), ("role", "observer")];
        secretary.send(&format!("{address}/parties"), &watches).await;
    }
    let after = secretary.open("/partnerships").await;
    assert!(after.contains(&format!("?gap={gap}\"")), "it is missing still: {after}");
}

#[tokio::test]
async fn only_who_answers_for_a_party_that_signs_is_told_that_it_is_read() {
    let site = TestSite::new();
    let secretary = as_(&site, SECRETARY).await;
    let unit = || site.context(Who::NationalUnit, Role::NationalUnit);
    let house = |name: &str, focal: Option<&str>| {
        let function = |role, title: &str, mail: Option<&str>| NewFunction {
            mail: mail.map(str::to_owned),
            ..NewFunction::new(role, title)
        };
        let register = Register {
            name: name.to_owned(),
            kind: OrganisationKind::Ngo,
            duty_phone: None,
            contact_point: None,
            functions: vec![
                function(Role::CaseManager, "Case manager", Some("manager@house.example")),
                function(Role::FocalFunction, "Focal function", focal),
            ],
        };
        let (id, _) = organisation::register(&site.app, &unit(), &register).expect("registered");
        id.to_string()
    };
    let signs = house("Casa Una", Some("signs@house.example"));
    let silent = house("Casa Doua", None);
    let watches = house("Casa Trei", Some("watches@house.example"));
    let border = site.organisation(Who::BorderPost).to_string();
    let fields = [
        ("title", "At the border at night"),
        ("arrangement", "cooperation_agreement"),
        ("lead", border.as_str()),
        ("other", signs.as_str()),
    ];
    let follows = secretary.send("/partnerships/new", &fields).await;
    let address = follows.split("/purpose").next().expect("an address");
    let to = |way: &str| format!("{address}/{way}");
    for (who, role) in [(&silent, "member"), (&watches, "observer")] {
        let party = [("organisation", who.as_str()), ("role", role)];
        secretary.send(&to("parties"), &party).await;
    }
    secretary.send(&to("purpose"), &[("text", "A safe place.")]).await;
    let measure = [("owner", border.as_str()), ("what", "Rings the house")];
    secretary.send(&to("measures"), &measure).await;
    secretary.send(&to("data"), &[("shared", "no")]).await;
    secretary.send(&to("term"), &[("until", "30 8 2027")]).await;
    secretary.send(&to("consultation"), &[("until", "30 8 2026")]).await;
    let mails = site.app.store().claim("mail", "a test", site.now(), 1, 100);
    let to: Vec<_> = mails
        .expect("mails")
        .into_iter()
        .map(|mail| String::from_utf8(mail.payload).expect("text"))
        .filter(|mail| mail.ends_with("@house.example"))
        .collect();
    assert_eq!(to, ["signs@house.example"]);
}

#[tokio::test]
async fn a_focal_function_keeps_its_own_measures_and_says_how_it_goes() {
    let site = TestSite::new();
    let secretary = as_(&site, SECRETARY).await;
    let address = signed(&secretary, &site, "30 8 2027").await;
    let focal = as_(&site, FOCAL).await;
    let list = focal.open("/partnerships").await;
    assert!(
        list.contains(&format!("href=\"{address}/assessment\">Say how it goes this year")),
        "{list}"
    );
    let secretarys = secretary.open("/partnerships").await;
    assert!(
        !secretarys.contains("Waits for your institution"),
        "it is no party: {secretarys}"
    );
    let form = focal.open(&format!("{address}/progress")).await;
    assert!(
        form.contains("Rings the house") && !form.contains("Answers at night"),
        "{form}"
    );
    let house = focal
        .post(
            &format!("{address}/progress"),
            &[("measure", "3"), ("progress", "done")],
        )
        .await;
    assert_eq!(house.status, StatusCode::NOT_FOUND, "what another owes");
    let page = sent(
        &focal,
        &format!("{address}/progress"),
        &[("measure", "1"), ("progress", "done"), ("note", "Each time")],
    )
    .await;
    assert!(page.contains("Each time"), "{page}");
    let border = site.organisation(Who::BorderPost).to_string();
    let later = [("owner", border.as_str()), ("what", "Keeps a list of interpreters")];
    let page = sent(&focal, &format!("{address}/measures"), &later).await;
    assert!(page.contains("added after the text was read"), "{page}");
    let text = focal.open(&format!("{address}/text")).await;
    assert!(
        !text.contains("Keeps a list of interpreters"),
        "the signed text stays: {text}"
    );
    let four = [("year", "2026"), ("value_structure", "4"), ("value_feedback", "2")];
    let refused = focal.post(&format!("{address}/assessment"), &four).await;
    assert!(
        refused.body.contains("PAR-14") && refused.status == StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        refused.text()
    );
    let four = [four[0], four[1], four[2], ("evidence_structure", "Minutes of May")];
    let path = format!("{address}/assessment");
    let (once, twice) = (
        focal.press(&path, "one-key", &four).await,
        focal.press(&path, "one-key", &four).await,
    );
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER),
        "a second press"
    );
    let page = focal.open(&address).await;
    assert!(page.contains("Minutes of May") && page.contains("not yet"), "{page}");
    assert_eq!(page.matches("class=\"four flip\"").count(), 2, "kept once");
    let list = focal.open("/partnerships").await;
    assert!(!list.contains("Waits for your institution"), "it was done: {list}");
    let wrong = focal.post(&path, &[("year", "soon"), ("value_structure", "9")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("href=\"#value_structure\"") && wrong.body.contains("soon"),
        "{}",
        wrong.body
    );
    let old = focal.post(&path, &[("year", "2023"), ("value_structure", "2")]).await;
    assert!(old.body.contains("PAR-08"), "before it held: {}", old.text());
}

#[tokio::test]
async fn what_ends_is_reminded_of_by_the_clock_once_and_is_late_until_it_is_renewed() {
    let site = TestSite::new();
    let secretary = as_(&site, SECRETARY).await;
    let address = signed(&secretary, &site, "1 9 2026").await;
    for _ in 0..2 {
        clock::tick(&site.app, site.now(), 64, crate::duty::seed).expect("time passes");
    }
    let page = secretary.open(&address).await;
    assert_eq!(
        page.matches("days before the end").count(),
        1,
        "of several that were missed, the nearest: {page}"
    );
    assert!(page.contains("30 days before the end"), "{page}");
    site.pass(60 * 24 * 20);
    let secretary = as_(&site, SECRETARY).await;
    let list = secretary.open("/partnerships").await;
    assert!(list.contains("1 has expired.") && list.contains("days late"), "{list}");
    let next = begun(&secretary, &site).await;
    let picture = secretary.open("/partnerships").await;
    assert!(
        picture.contains(&format!("<td data-s=\"draft\"><a href=\"{next}\">")),
        "what follows it shows: {picture}"
    );
    let back = secretary
        .post(
            &format!("{address}/renewal"),
            &[("on", "8 9 2026"), ("until", "1 9 2026")],
        )
        .await;
    assert!(
        back.body.contains("PAR-08") && back.body.contains("1 9 2026"),
        "{}",
        back.text()
    );
    let page = sent(
        &secretary,
        &format!("{address}/renewal"),
        &[("on", "8 9 2026"), ("until", "1 9 2028")],
    )
    .await;
    assert!(page.contains("It was valid until 1 Sep"), "{page}");
    let text = secretary.open(&format!("{address}/text")).await;
    assert!(
        text.contains("2026") && !text.contains("2028"),
        "what was signed stays as it was: {text}"
    );
}

#[tokio::test]
async fn the_list_narrows_leaves_as_a_table_and_says_what_is_wrong_in_a_form() {
    let site = TestSite::new();
    let secretary = as_(&site, SECRETARY).await;
    let empty = secretary.open("/partnerships").await;
    assert!(
        empty.contains("No partnership is written down yet.") && empty.contains("Begin the first one"),
        "{empty}"
    );
    signed(&secretary, &site, "30 8 2027").await;
    begun(&secretary, &site).await;
    let held = secretary.open("/partnerships?state=in_force&sort=title").await;
    assert_eq!(held.matches("<th scope=\"row\"><a ").count(), 1, "{held}");
    let none = secretary.open("/partnerships?text=nothing+of+the+kind").await;
    assert!(none.contains("None. Take one filter away."), "{none}");
    let all = secretary.open("/partnerships").await;
    assert_eq!(all.matches("<th scope=\"row\"><a ").count(), 2, "{all}");
    let gone = format!("/partnerships?after={}", "0".repeat(32));
    let anew = secretary.open(&gone).await;
    assert_eq!(
        anew.matches("<th scope=\"row\"><a ").count(),
        2,
        "nothing is left out: {anew}"
    );
    let table = secretary.get("/partnerships.csv?state=idea").await;
    assert_eq!(table.body.lines().count(), 2, "{}", table.body);
    assert!(secretary.get("/partnerships.xlsx").await.body.starts_with("PK"));
    let border = site.organisation(Who::BorderPost).to_string();
    let wrong = [
        ("title", "Two of one"),
        ("arrangement", "marriage"),
        ("lead", border.as_str()),
        ("lead_phone", "none"),
    ];
    let answer = secretary.post("/partnerships/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Two of one", "#arrangement", "#other", "#lead_phone"] {
        assert!(answer.body.contains(kept), "{kept}: {}", answer.body);
    }
    let twice = [
        ("title", "Two of one"),
        ("arrangement", "network"),
        ("lead", border.as_str()),
        ("other", border.as_str()),
    ];
    let answer = secretary.post("/partnerships/new", &twice).await;
    assert!(
        answer.body.contains("PAR-03") && answer.body.contains("Two of one"),
        "{}",
        answer.text()
    );
    for who in [(Who::BorderPost, Role::FirstResponder), (Who::Police, Role::Police)] {
        let visitor = as_(&site, who).await;
        for path in ["/partnerships", "/partnerships.csv", "/partnerships/new"] {
            assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{who:?} {path}");
        }
    }
}
