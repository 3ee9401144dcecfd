//! A practice from its first words to what it became, by page and program, as each role; and that a draft is there for those who wrote
//! it and for the secretariat alone.
use crate::{
    common::{TestSite, Visitor},
    input::Form,
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::json;
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const RAPPORTEUR: (Who, Role) = (Who::Rapporteur, Role::Rapporteur);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);
const ORGANISER: (Who, Role) = (Who::Partner, Role::Organiser);
const OBSERVER: (Who, Role) = (Who::Partner, Role::Observer);

const WORDS: [(&str, &str); 6] = [
    ("title", "The state buys help"),
    ("country", "lv"),
    ("theme", "partnership"),
    ("done", "Help is bought from organisations that hold a mandate."),
    ("language", "en"),
    ("confidence", "verified"),
];
const PAGE: (&str, &str) = ("page", "example.org/latvia");

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

fn short(address: &str) -> String {
    address.split('?').next().expect("an address").to_owned()
}

async fn recorded(site: &TestSite, more: &[(&str, &str)]) -> String {
    let fields = [&WORDS[..], more].concat();
    let answer = as_(site, EXPERT).await.post("/practices/new", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    short(&answer.location())
}

async fn published(site: &TestSite) -> String {
    let address = recorded(site, &[PAGE]).await;
    let secretary = as_(site, SECRETARY).await;
    secretary.send(&format!("{address}/review"), &[]).await;
    secretary.send(&format!("{address}/publication"), &[]).await;
    address
}

fn offered(page: &str, address: &str) -> Vec<String> {
    let start = format!("href=\"{address}/");
    let links = page.split(&start).skip(1);
    let ways = links.filter_map(|rest| rest.split('"').next());
    ways.map(str::to_owned).collect()
}

/// What each role is offered; what it is not, it neither opens nor does, by page or program.
async fn offers(programs: &Programs, address: &str, expected: [&[&str]; 4]) {
    let who = [SECRETARY, EXPERT, FOCAL, RAPPORTEUR];
    let bodies = [
        (
            "adoption",
            "adoptions",
            json!({"title": "A", "text": "B", "language": "en", "source": "training"}),
        ),
        (
            "change",
            "changes",
            json!({"title": "A", "theme": "children", "done": "B", "language": "en", "confidence": "verified"}),
        ),
        ("action", "actions", json!({"under": "0".repeat(32), "title": "A"})),
        ("review", "reviews", json!({})),
        ("publication", "publications", json!({})),
        ("withdrawal", "withdrawals", json!({"reason": "Why"})),
    ];
    for (who, expected) in who.into_iter().zip(expected) {
        let visitor = as_(&programs.site, who).await;
        let there = visitor.get(address).await;
        assert_eq!(offered(&there.body, address), expected, "{who:?}");
        for (way, at, body) in &bodies {
            let form = visitor.get(&format!("{address}/{way}")).await;
            if expected.contains(way) {
                assert_eq!(form.status, StatusCode::OK, "{who:?} {way}");
                continue;
            }
            assert_eq!(form.status, StatusCode::NOT_FOUND, "{who:?} {way}");
            let token = programs.token(who.0, who.1);
            let key = format!("{} {way} {}", who.1.code(), expected.len());
            let sent = programs
                .post(&token, &format!("/api/v1{address}/{at}"), &key, body)
                .await;
            // No plan is written here, so nothing can be chosen under which it would stand.
            let rule = ["\"code\":\"PRA-", "\"code\":\"PLN-05"]
                .iter()
                .any(|code| sent.text.contains(code));
            let told = there.status == StatusCode::OK && rule;
            assert!(
                sent.status == StatusCode::NOT_FOUND || told,
                "{who:?} {way}: {}",
                sent.text
            );
        }
    }
}

#[tokio::test]
async fn a_practice_goes_from_first_words_to_what_it_became() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = recorded(site, &[PAGE]).await;
    offers(
        &programs,
        &address,
        [&["change", "review", "withdrawal"], &["change"], &[], &[]],
    )
    .await;
    let secretary = as_(site, SECRETARY).await;
    secretary.send(&format!("{address}/review"), &[]).await;
    offers(
        &programs,
        &address,
        [&["change", "publication", "withdrawal"], &["change"], &[], &[]],
    )
    .await;
    secretary.send(&format!("{address}/publication"), &[]).await;
    offers(
        &programs,
        &address,
        [&["adoption", "withdrawal"], &["adoption"], &[], &[]],
    )
    .await;

    let expert = as_(site, EXPERT).await;
    let page = expert.open(&address).await;
    for said in [
        "Latvia",
        "Not given by the source",
        "example.org/latvia",
        "Read in the source",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let wrong = [
        ("title", "Buy help"),
        ("text", ""),
        ("language", "en"),
        ("source", "training"),
    ];
    let answer = expert.post(&format!("{address}/adoption"), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("value=\"Buy help\""),
        "what was typed stands: {}",
        answer.body
    );
    let adopt = [wrong[0], ("text", "The ministry should buy help."), wrong[2], wrong[3]];
    let path = format!("{address}/adoption");
    let once = expert.press(&path, "one-key", &adopt).await;
    let twice = expert.press(&path, "one-key", &adopt).await;
    assert_eq!(
        (once.status, once.location()),
        (twice.status, twice.location()),
        "a second press"
    );
    let again = expert.post(&path, &adopt).await;
    assert!(
        again.text().contains("adopted this practice before"),
        "{}",
        again.text()
    );
    offers(&programs, &address, [&["adoption", "withdrawal"], &[], &[], &[]]).await;

    let page = as_(site, OBSERVER).await.open(&address).await;
    let made = page
        .split("href=\"/recommendations/")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let made = format!("/recommendations/{}", made.expect("what it became"));
    let page = expert.open(&made).await;
    assert!(
        page.contains("The state buys help") && page.contains("example.org/latvia"),
        "{page}"
    );

    let repealed = [("reason", "The regulation was repealed")];
    secretary.send(&format!("{address}/withdrawal"), &repealed).await;
    offers(&programs, &address, [&[], &[], &[], &[]]).await;
    let page = as_(site, FOCAL).await.open(&address).await;
    assert!(
        page.contains("The regulation was repealed") && page.contains("Buy help"),
        "{page}"
    );
}

#[tokio::test]
async fn a_draft_is_there_for_those_who_wrote_it_and_the_secretariat_alone() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = recorded(site, &[]).await;
    let missing = format!("/practices/{}", "0".repeat(32));
    for (who, sees) in [
        (SECRETARY, true),
        (EXPERT, true),
        (ORGANISER, true),
        (OBSERVER, true),
        (FOCAL, false),
        (RAPPORTEUR, false),
        ((Who::BorderPost, Role::FirstResponder), false),
    ] {
        let visitor = as_(site, who).await;
        let (there, none) = (visitor.get(&address).await, visitor.get(&missing).await);
        assert_eq!(there.status == StatusCode::OK, sees, "{who:?}");
        let list = visitor.get("/practices").await;
        assert_eq!(list.body.contains(&format!("href=\"{address}\"")), sees, "{who:?}");
        let table = visitor.get("/practices.csv").await;
        assert_eq!(table.body.contains("The state buys help"), sees, "{who:?}");
        let token = programs.token(who.0, who.1);
        let (one, other) = (
            programs.get(&token, &format!("/api/v1{address}")).await,
            programs.get(&token, &format!("/api/v1{missing}")).await,
        );
        assert_eq!(one.status == StatusCode::OK, sees, "{who:?}");
        if !sees {
            assert_eq!(there.status, none.status, "{who:?}");
            assert_eq!(
                one.status, other.status,
                "{who:?}: not there and not to be seen look the same"
            );
        }
    }
    let secretary = as_(site, SECRETARY).await;
    let refused = secretary.post(&format!("{address}/review"), &[]).await;
    assert!(
        !refused.status.is_success() && !refused.status.is_redirection(),
        "no page was named: {}",
        refused.text()
    );
    let page = secretary.open(&address).await;
    assert!(!page.contains("publication"), "it is still a draft: {page}");
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    let site = TestSite::new();
    let expert = as_(&site, EXPERT).await;
    let mut wrong = WORDS.to_vec();
    wrong[1] = ("country", "Latvia");
    wrong[4] = ("language", "English");
    wrong.push(("dated", "soon"));
    let answer = expert.post("/practices/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["LATVIA", "Latvia", "English", "soon", "Help is bought"] {
        assert!(
            answer.body.to_uppercase().contains(&kept.to_uppercase()),
            "{kept}: {}",
            answer.body
        );
    }
    let list = expert.open("/practices").await;
    assert!(
        list.contains("No practice is published yet."),
        "nothing half-written: {list}"
    );
    for who in [OBSERVER, FOCAL, RAPPORTEUR] {
        let visitor = as_(&site, who).await;
        assert_eq!(visitor.get("/practices/new").await.status, StatusCode::NOT_FOUND);
        let answer = visitor.post("/practices/new", &WORDS).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?}");
    }
}

#[tokio::test]
async fn the_list_is_narrowed_and_found_from_the_recommendations_and_no_cell_is_a_formula() {
    let site = TestSite::new();
    let first = published(&site).await;
    let mut second = WORDS.to_vec();
    second[0] = ("title", "=HYPERLINK(1)");
    second[1] = ("country", "GB");
    let expert = as_(&site, EXPERT).await;
    expert.post("/practices/new", &second).await;
    for (query, there) in [
        ("country=LV", true),
        ("country=GB", false),
        ("state=published", true),
        ("state=draft", false),
        ("text=MANDATE", true),
        ("text=nowhere", false),
        ("theme=children", false),
        ("sort=country", true),
    ] {
        let page = expert.open(&format!("/practices?{query}")).await;
        assert_eq!(page.contains(&format!("href=\"{first}\"")), there, "{query}");
    }
    let table = expert.get("/practices.csv?country=GB").await;
    assert!(table.body.contains("\"'=HYPERLINK(1)\"") && !table.body.contains("The state buys help"));
    let list = expert.open("/recommendations").await;
    assert!(
        list.contains("href=\"/practices\"") && list.contains("href=\"/experts\""),
        "{list}"
    );
}

#[tokio::test]
async fn an_institution_is_known_by_what_its_experts_gave_and_an_unnamed_one_says_so() {
    let site = TestSite::new();
    let practice = published(&site).await;
    let organiser = as_(&site, ORGANISER).await;
    let none = organiser.post("/experts/new", &[("said", "Came in May")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("Came in May"), "{}", none.body);
    let address = short(
        &organiser
            .send("/experts/new", &[("country", "LV"), ("fields", "labour")])
            .await,
    );
    let page = organiser.open(&address).await;
    assert!(
        page.contains("institution not named in the source") && page.contains("Latvia"),
        "{page}"
    );
    let to = format!("practice:{}", practice.rsplit('/').next().expect("an id"));
    let follows = organiser.send(&format!("{address}/contribution"), &[("to", &to)]).await;
    let page = organiser.open(&follows).await;
    assert!(page.contains(&format!("href=\"{practice}\"")), "{page}");
    let twice = organiser.post(&format!("{address}/contribution"), &[("to", &to)]).await;
    assert!(twice.text().contains("noted before"), "{}", twice.text());
    let form = organiser.open(&format!("{address}/change")).await;
    assert!(form.contains("value=\"LV\""), "not typed again: {form}");
    let follows = organiser
        .send(
            &format!("{address}/change"),
            &[("country", "LV"), ("name", "House of Law")],
        )
        .await;
    assert!(organiser.open(&follows).await.contains("House of Law"));
    let focal = as_(&site, FOCAL).await;
    assert!(focal.open("/experts").await.contains("House of Law"));
    assert!(focal.get("/experts.csv").await.body.contains("House of Law"));
    for (who, path) in [
        (FOCAL, "/experts/new".to_owned()),
        (EXPERT, format!("{address}/change")),
    ] {
        let visitor = as_(&site, who).await;
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{who:?}");
        let sent = visitor.post(&path, &[("country", "NL")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{who:?}");
    }
}

#[tokio::test]
async fn nobody_reviews_or_replaces_words_that_they_did_not_read() {
    let site = TestSite::new();
    let address = recorded(&site, &[PAGE]).await;
    let (expert, secretary) = (as_(&site, EXPERT).await, as_(&site, SECRETARY).await);
    let drawn = "name=\"drawn\"";
    let review = Form::of(&secretary.open(&format!("{address}/review")).await, drawn);
    let change = Form::of(&expert.open(&format!("{address}/change")).await, drawn);
    let own = change.with("done", "Help is bought by the ministry.").with("title", "");
    let wrong = own.send(&expert).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text());
    let own = Form::of(&wrong.body, drawn).with("title", "The ministry buys help");
    let chosen = [WORDS[2], WORDS[4], WORDS[5]];
    let own = chosen.iter().fold(own, |form, (name, code)| form.with(name, code));
    let other = [
        &WORDS[..2],
        &[("done", "Help is rented."), PAGE],
        &WORDS[2..3],
        &WORDS[4..],
    ]
    .concat();
    expert.send(&format!("{address}/change"), &other).await;

    let again = own.is_told_that_it_changed(&expert).await;
    review.is_told_that_it_changed(&secretary).await;
    let page = expert.open(&address).await;
    assert!(page.contains("Help is rented.") && page.contains("Draft"), "{page}");
    assert_eq!(
        again.send(&expert).await.status,
        StatusCode::SEE_OTHER,
        "after it was said"
    );
    let page = expert.open(&address).await;
    assert!(page.contains("Help is bought by the ministry."), "{page}");
    let review = Form::of(&secretary.open(&format!("{address}/review")).await, drawn);
    assert_eq!(review.send(&secretary).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        review.send(&secretary).await.status,
        StatusCode::SEE_OTHER,
        "sent twice, it is answered as the first time"
    );
}

/// A plan that is being written, with one objective; and the objective's id.
async fn plan(secretary: &Visitor<'_>, title: &str) -> (String, String) {
    let first = [
        ("title", title),
        ("from", "2026"),
        ("until", "2028"),
        ("example", "yes"),
    ];
    let plan = short(&secretary.send("/plans/new", &first).await);
    for (level, number, title) in [
        ("objective", "2", "Protection"),
        ("action", "2.4", "Interpreters on call"),
    ] {
        let item = [("level", level), ("number", number), ("title", title)];
        secretary.send(&format!("{plan}/item"), &item).await;
    }
    let page = secretary.open(&plan).await;
    let start = format!("href=\"{plan}/items/");
    let ids = page.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    for id in ids {
        if secretary
            .open(&format!("{plan}/items/{id}"))
            .await
            .contains("<h1>2 Protection")
        {
            return (plan, id.to_owned());
        }
    }
    panic!("no objective: {page}");
}

#[tokio::test]
async fn whoever_writes_plans_adopts_a_practice_as_an_action_once_and_each_names_the_other() {
    let programs = Programs::new();
    let site = &programs.site;
    let practice = published(site).await;
    let (secretary, expert) = (as_(site, SECRETARY).await, as_(site, EXPERT).await);
    let path = format!("{practice}/action");
    // Without a plan that is being written there is nothing to choose from, so it is not offered.
    assert_eq!(secretary.get(&path).await.status, StatusCode::NOT_FOUND);
    let (address, objective) = plan(&secretary, "Plan 2026 to 2028").await;
    let border = site.organisation(Who::BorderPost).to_string();
    let fields = [
        ("under", objective.as_str()),
        ("title", "Buy help from mandated organisations"),
        ("responsible", border.as_str()),
        ("term", "2027-06-30"),
    ];
    for who in [EXPERT, ORGANISER, FOCAL, RAPPORTEUR, OBSERVER] {
        let visitor = as_(site, who).await;
        assert!(!visitor.open(&practice).await.contains(&path), "{who:?}");
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{who:?}");
        assert_eq!(
            visitor.post(&path, &fields).await.status,
            StatusCode::NOT_FOUND,
            "{who:?} writes no plan"
        );
    }
    let form = secretary.open(&path).await;
    for says in [
        "Plan 2026 to 2028: 2 Protection",
        "value=\"The state buys help\"",
        "Podul Alb",
    ] {
        assert!(form.contains(says), "{says}: {form}");
    }
    let wrong = secretary
        .post(&path, &[("under", ""), ("title", "Buy help"), ("term", "soon")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("Buy help") && wrong.body.contains("soon"),
        "{}",
        wrong.text()
    );
    let late = secretary.post(&path, &[fields[0], fields[1], ("term", "2031")]).await;
    assert!(late.body.contains("PLN-06"), "after the plan: {}", late.text());
    assert!(
        !secretary.open(&address).await.contains("Buy help"),
        "nothing half-written"
    );

    let once = secretary.press(&path, "one-key", &fields).await;
    let twice = secretary.press(&path, "one-key", &fields).await;
    assert_eq!(
        (once.status, once.location()),
        (twice.status, twice.location()),
        "a second press"
    );
    let page = secretary.open(&once.location()).await;
    assert!(page.contains("It is an action of the plan now."), "{page}");
    let start = format!("href=\"{address}/items/");
    let item = page.split(&start).nth(1).and_then(|rest| rest.split('"').next());
    let item = format!("{address}/items/{}", item.expect("the action"));
    assert!(page.contains("2.5 Buy help from mandated organisations"), "{page}");
    for who in [SECRETARY, EXPERT, FOCAL, OBSERVER] {
        let reader = as_(site, who).await;
        let (there, back) = (reader.open(&item).await, reader.open(&practice).await);
        assert!(
            there.contains(&format!("<a href=\"{practice}\">The state buys help</a>"))
                && there.contains("30 June 2027"),
            "{who:?}: {there}"
        );
        assert!(back.contains(&format!("href=\"{item}\"")), "{who:?}: {back}");
    }
    for way in ["action", "adoption"] {
        let address = format!("{practice}/{way}");
        assert_eq!(
            secretary.get(&address).await.status,
            StatusCode::NOT_FOUND,
            "{way}: once"
        );
    }
    let again = secretary.post(&path, &fields).await;
    assert!(again.body.contains("PRA-03"), "{}", again.text());
    let page = expert.open(&practice).await;
    assert!(
        page.contains(&format!("{practice}/adoption")),
        "another institution: {page}"
    );

    // A plan that a body approved is not written any more.
    let second = published(site).await;
    let approval = [
        ("body", "National committee"),
        ("on", "18 8 2026"),
        ("act", "Decision 4"),
    ];
    secretary.send(&format!("{address}/approval"), &approval).await;
    assert_eq!(
        secretary.get(&format!("{second}/action")).await.status,
        StatusCode::NOT_FOUND
    );
    let refused = secretary.post(&format!("{second}/action"), &fields).await;
    assert!(refused.body.contains("PLN-05"), "{}", refused.text());
    let token = programs.token(OBSERVER.0, OBSERVER.1);
    let read = programs.get(&token, &format!("/api/v1{practice}")).await.json();
    assert_eq!(
        read["planned"][0]["plan"],
        address.rsplit('/').next().expect("an id"),
        "{read}"
    );
}
