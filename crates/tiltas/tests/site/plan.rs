//! A plan by the pages, as each role that may be there: written, approved, in force, reported on, late, amended; and 2,000 actions.
use crate::common::{TestSite, Visitor};
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const OBSERVER: (Who, Role) = (Who::Partner, Role::Observer);

const PLAN: [(&str, &str); 5] = [
    ("title", "Plan 2026 to 2028"),
    ("from", "2026"),
    ("until", "2028"),
    ("currency", "mdl"),
    ("example", "yes"),
];

/// Begins a plan, and tells its address.
async fn begun(secretary: &Visitor<'_>) -> String {
    let address = secretary.send("/plans/new", &PLAN).await;
    address.split('?').next().expect("an address").to_owned()
}

/// Writes an item, and tells its address as the page of the plan's terms or tree has it.
async fn item(secretary: &Visitor<'_>, plan: &str, fields: &[(&str, &str)]) -> String {
    secretary.send(&format!("{plan}/item"), fields).await;
    let title = fields.iter().find(|(name, _)| *name == "title").expect("a title").1;
    let page = secretary.open(plan).await;
    let line = page.split("</a>").find(|part| part.ends_with(&format!(">{title}")));
    let href = line.and_then(|part| part.rsplit("href=\"").next()).expect("a link");
    href.split('"').next().expect("an address").to_owned()
}

/// A plan with an action of the border post, and both addresses.
pub async fn written(site: &TestSite) -> (String, String) {
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let objective = [("level", "objective"), ("number", "2"), ("title", "Protection")];
    secretary.send(&format!("{plan}/item"), &objective).await;
    let border = site.organisation(Who::BorderPost).to_string();
    let action = [
        ("level", "action"),
        ("number", "2.3"),
        ("title", "Agree who speaks for a child"),
        ("responsible", border.as_str()),
        ("term", "2026-06-30"),
        ("budget", "1 200,50"),
        ("fund", "State budget"),
        ("indicator", "Districts that have agreed"),
        ("unit", "districts"),
        ("target", "5"),
    ];
    let action = item(&secretary, &plan, &action).await;
    (plan, action)
}

pub async fn in_force(site: &TestSite) -> (String, String) {
    let (plan, action) = written(site).await;
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    let approval = [
        ("body", "National committee"),
        ("on", "18 8 2026"),
        ("act", "Decision 4"),
    ];
    secretary.send(&format!("{plan}/approval"), &approval).await;
    secretary.send(&format!("{plan}/force"), &[("on", "19 8 2026")]).await;
    (plan, action)
}

#[tokio::test]
async fn a_plan_goes_from_its_first_item_to_what_is_done_and_says_what_is_late() {
    let site = TestSite::new();
    let (plan, action) = in_force(&site).await;
    let focal = site.as_(FOCAL.0, FOCAL.1).await;
    let page = focal.open(&plan).await;
    for says in [
        "Version 1, in force",
        "1 is late",
        "51 days late",
        "target 5 districts",
        "example",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let early = [
        ("status", "done"),
        ("text", "All agreed."),
        ("value", "5"),
        ("evidence", ""),
    ];
    let answer = focal.post(&format!("{action}/report"), &early).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("What is done is shown by something"),
        "{}",
        answer.body
    );
    let back = format!("<a href=\"{action}/report\">Open that form anew</a>");
    assert!(
        answer.body.contains("It was written in: Report how far it is.") && answer.body.contains(&back),
        "what is missing is written where it was left out: {}",
        answer.body
    );
    let wrong = [("status", "done"), ("text", "All agreed."), ("value", "five")];
    let answer = focal.post(&format!("{action}/report"), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("at most three places") && answer.body.contains("All agreed."),
        "{}",
        answer.body
    );
    let some = [
        ("status", "under_way"),
        ("text", "Three have agreed."),
        ("value", "3"),
        ("evidence", ""),
    ];
    let page = focal.open(&focal.send(&format!("{action}/report"), &some).await).await;
    assert!(
        page.contains("51 days late") && page.contains("Three have agreed."),
        "{page}"
    );
    let done = [
        ("status", "done"),
        ("text", "All agreed."),
        ("value", "5"),
        ("evidence", "Five agreements"),
    ];
    let page = focal.open(&focal.send(&format!("{action}/report"), &done).await).await;
    assert!(!page.contains("days late") && page.contains("Five agreements") && page.contains("Three have agreed."));
    let page = focal.open(&plan).await;
    assert!(
        page.contains("Nothing is late.") && page.contains("5 of 5 districts"),
        "{page}"
    );
    let terms = focal.open(&format!("{plan}/terms")).await;
    assert!(terms.contains("Agree who speaks for a child"));
    let budget = focal.open(&format!("{plan}/budget")).await;
    assert!(
        budget.contains("1200.5 MDL") && budget.contains("State budget"),
        "{budget}"
    );
    let table = focal.get(&format!("{plan}/items.csv")).await;
    assert!(
        table
            .body
            .contains("\"2.3\",\"action\",\"Agree who speaks for a child\""),
        "{}",
        table.body
    );
    let book = focal.get(&format!("{plan}/items.xlsx")).await;
    assert!(book.status == StatusCode::OK && book.body.starts_with("PK"));
}

#[tokio::test]
async fn whoever_answers_for_an_action_reports_on_it_and_nobody_else_but_the_secretariat() {
    let site = TestSite::new();
    let (plan, action) = in_force(&site).await;
    let some = [("status", "under_way"), ("text", "Begun."), ("evidence", "")];
    for who in [
        OBSERVER,
        (Who::Rapporteur, Role::Rapporteur),
        (Who::Partner, Role::Expert),
    ] {
        let visitor = site.as_(who.0, who.1).await;
        let page = visitor.open(&action).await;
        assert!(
            !page.contains(&format!("{action}/")),
            "{who:?} is offered something: {page}"
        );
        let answer = visitor.post(&format!("{action}/report"), &some).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?}");
        let answer = visitor.post(&format!("{plan}/amendment"), &[("reason", "So")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?}");
        assert_eq!(visitor.post("/plans/new", &PLAN).await.status, StatusCode::NOT_FOUND);
    }
    for who in [(Who::BorderPost, Role::FirstResponder), (Who::Police, Role::Police)] {
        let visitor = site.as_(who.0, who.1).await;
        for path in ["/plans", plan.as_str(), action.as_str()] {
            assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{who:?} {path}");
        }
    }
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    secretary.send(&format!("{action}/report"), &some).await;
    let late = [("level", "action"), ("number", "2.4"), ("title", "One more")];
    let answer = secretary.post(&format!("{plan}/item"), &late).await;
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "what is in force is not written"
    );
    secretary
        .send(&format!("{plan}/amendment"), &[("reason", "One more")])
        .await;
    secretary.send(&format!("{plan}/item"), &late).await;
    let other = [("level", "action"), ("number", "2.5"), ("title", "Another")];
    let other = item(&secretary, &plan, &other).await;
    let focal = site.as_(FOCAL.0, FOCAL.1).await;
    let answer = focal.post(&format!("{other}/report"), &some).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "it does not answer for this one");
    let page = secretary.open(&plan).await;
    assert!(
        page.contains("Version 1, being amended") && page.contains("new in this version"),
        "{page}"
    );
}

#[tokio::test]
async fn a_plan_without_anything_says_so_with_a_way_out_and_a_filter_that_finds_nothing_too() {
    let site = TestSite::new();
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    let page = secretary.open("/plans").await;
    assert!(
        page.contains("No plan is written down yet.") && page.contains("href=\"/plans/new\""),
        "{page}"
    );
    let plan = begun(&secretary).await;
    let page = secretary.open(&plan).await;
    assert!(
        page.contains("No action is written yet.") && page.contains(&format!("href=\"{plan}/item\"")),
        "{page}"
    );
    let turned = [
        ("title", "Turned"),
        ("from", "2028"),
        ("until", "2026"),
        ("currency", "lei lei"),
    ];
    let answer = secretary.post("/plans/new", &turned).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("three letters of a currency") && answer.body.contains("Turned"));
    let (plan, _) = written(&site).await;
    let page = secretary.open(&format!("{plan}?text=nowhere")).await;
    assert!(page.contains("None. Take one filter away."), "{page}");
    let page = secretary.open(&format!("{plan}?text=2.3")).await;
    assert!(
        page.contains("1 item fits.") && page.contains("Agree who speaks"),
        "{page}"
    );
}

#[tokio::test]
async fn a_recommendation_shows_the_actions_that_carry_it_out_and_each_leads_back() {
    let site = TestSite::new();
    let (plan, action) = in_force(&site).await;
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    let words = [
        ("title", "Name who speaks for a child"),
        ("text", "Each district should name who speaks for a child."),
        ("wording", "verbatim"),
        ("language", "en"),
        ("theme", "children"),
        ("source", "expert_mission"),
    ];
    let made = secretary.send("/recommendations/new", &words).await;
    let made = made.split('?').next().expect("an address");
    let page = secretary.open(made).await;
    assert!(page.contains("No action of a plan carries it out yet."), "{page}");
    let id = made.rsplit('/').next().expect("an id");
    secretary
        .send(&format!("{action}/link"), &[("recommendation", id)])
        .await;
    for who in [SECRETARY, FOCAL, OBSERVER] {
        let reader = site.as_(who.0, who.1).await;
        let page = reader.open(made).await;
        for says in [
            format!("<a href=\"{action}\">2.3 Agree who speaks for a child</a>"),
            "Plan 2026 to 2028".to_owned(),
            "51 days late".to_owned(),
        ] {
            assert!(page.contains(&says), "{who:?} {says}: {page}");
        }
        let back = reader.open(&action).await;
        assert!(back.contains(&format!("href=\"{made}\"")), "{who:?}: {back}");
    }
    let done = [
        ("status", "done"),
        ("text", "All agreed."),
        ("evidence", "Five agreements"),
    ];
    secretary.send(&format!("{action}/report"), &done).await;
    let page = secretary.open(made).await;
    let (_, row) = page.split_once("2.3 Agree who speaks").expect("the action");
    let row = row.split("</tr>").next().expect("a row");
    assert!(row.contains("Done") && !row.contains("late"), "{row}");
    let ended = [("recommendation", id), ("ended", "yes")];
    secretary.send(&format!("{action}/link"), &ended).await;
    let page = secretary.open(made).await;
    assert!(!page.contains(&format!("href=\"{plan}")), "{page}");
}
