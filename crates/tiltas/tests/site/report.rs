//! A whole period, from its opening by the clock to the printed national report, by the pages and by programs, as each role that may be
//! there; and that a closed period is frozen.
use crate::{
    common::{TestSite, Visitor},
    duty,
    input::Form,
    plan,
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::{Value, json};
use tiltas_domain::{Role, example::Who};

pub const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
pub const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const RAPPORTEUR: (Who, Role) = (Who::Rapporteur, Role::Rapporteur);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);
const OBSERVER: (Who, Role) = (Who::Partner, Role::Observer);
pub const DAY: i64 = 24 * 60;

/// From the night of the demonstration to 2 January 2027: the whole year is to be reported.
pub const TO_JANUARY: i64 = 135 * DAY;

pub async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

/// The first address on a page that begins so and goes on with an id.
pub fn address(page: &str, start: &str) -> String {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut found = links.filter(|link| link.strip_prefix(start).is_some_and(|id| id.len() == 32));
    found
        .next()
        .unwrap_or_else(|| panic!("no {start} in {page}"))
        .to_owned()
}

pub const WRITTEN: [(&str, &str); 5] = [
    ("narrative", "Four of seven posts have named an officer for children."),
    (
        "values",
        "Posts with an officer; 4; Posts that named one by 31 December, of 7",
    ),
    ("evidence", "List of 14 December, without names"),
    ("obstacles", "Two posts have no deputy."),
    ("example", "yes"),
];

pub async fn sent(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let follows = visitor.send(path, fields).await;
    visitor.open(&follows).await
}

/// What a page offers of the thing at this address: the last parts of the addresses.
fn offered(page: &str, address: &str) -> Vec<String> {
    let start = format!("href=\"{address}/");
    let links = page.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|way| !way.contains('.')).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_period_goes_from_its_opening_to_the_printed_national_report() {
    let site = TestSite::new();
    let (secretary, focal) = (as_(&site, SECRETARY).await, as_(&site, FOCAL).await);
    let none = focal.open("/reports").await;
    assert!(
        none.contains("Nothing that you can see is due.") && none.contains("The next period opens on 1 January 2027."),
        "{none}"
    );
    duty::pass(&site, TO_JANUARY);
    duty::pass(&site, 1);
    let owed = focal.open("/reports").await;
    let report = address(&owed, "/reports/");
    assert!(owed.contains("Report for 1 January 2026 to 31 December 2026"), "{owed}");
    let list = secretary.open("/periods").await;
    assert_eq!(
        list.matches("1 January 2026 to 31 December 2026").count(),
        2,
        "each once: {list}"
    );

    let mut wrong = WRITTEN;
    wrong[1] = ("values", "Posts with an officer; four; named");
    let again = focal.post(&format!("{report}/writing"), &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in [
        "Figure 1: write it in digits",
        "Posts with an officer; four",
        "Two posts have no deputy.",
    ] {
        assert!(again.body.contains(kept), "{kept}: {}", again.text());
    }
    let empty = focal.post(&format!("{report}/submission"), &[]).await;
    assert!(empty.body.contains("REP-03"), "{}", empty.text());
    let page = sent(&focal, &format!("{report}/writing"), &WRITTEN).await;
    assert!(
        page.contains("Kept. It is not handed in yet.") && page.contains("example"),
        "{page}"
    );
    assert!(
        !page.contains("fewer than 5") && page.contains("The node counts when the report is handed in."),
        "{page}"
    );
    let page = sent(&focal, &format!("{report}/submission"), &[]).await;
    assert!(page.contains("fewer than 5"), "{page}");
    assert_eq!(offered(&page, &report), [""; 0], "it waits for the secretariat: {page}");
    assert!(
        secretary
            .open("/reports")
            .await
            .contains("Border police, Ungheni waits for you")
    );

    let period = address(&page, "/periods/");
    let waits = secretary.post(&format!("{period}/closing"), &[]).await;
    assert!(
        waits.body.contains("PER-03"),
        "the last day is not over: {}",
        waits.text()
    );
    let open = secretary.open(&period).await;
    assert_eq!(offered(&open, &period), [""; 0], "nor is it offered: {open}");
    assert_eq!(
        secretary.get(&format!("{period}/closing")).await.status,
        StatusCode::NOT_FOUND
    );
    let back = [
        ("figure", "Posts with an officer"),
        ("reason", "The list names three."),
        ("until", "31 1 2027"),
    ];
    let past = [back[0], back[1], ("until", "31 12 2026")];
    let refused = secretary.post(&format!("{report}/return"), &past).await;
    assert!(
        refused.body.contains("REP-05") && refused.body.contains("The list names three."),
        "{}",
        refused.text()
    );
    let unread = Form::of(&secretary.open(&format!("{report}/acceptance")).await, "name=\"drawn\"");
    secretary.send(&format!("{report}/return"), &back).await;
    let page = focal.open(&report).await;
    assert!(
        page.contains("The list names three.") && page.contains("Returned"),
        "{page}"
    );
    let form = focal.open(&format!("{report}/writing")).await;
    assert!(
        form.contains("Posts that named one by 31 December, of 7"),
        "not typed again: {form}"
    );
    let mut mended = WRITTEN;
    mended[1] = (
        "values",
        "Posts with an officer; 3; Posts that named one by 31 December, of 7",
    );
    focal.send(&format!("{report}/writing"), &mended).await;
    let once = focal.press(&format!("{report}/submission"), "one-key", &[]).await;
    let twice = focal.press(&format!("{report}/submission"), "one-key", &[]).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER),
        "a second press"
    );
    unread.is_told_that_it_changed(&secretary).await;
    secretary.send(&format!("{report}/acceptance"), &[]).await;

    duty::pass(&site, 31 * DAY);
    let periods = secretary.open("/periods").await;
    assert!(periods.contains("31 March 2027"), "{periods}");
    let national = address(&periods, "/periods/");
    let form = secretary.open(&format!("{national}/national-report")).await;
    assert!(form.contains("National report for 2026"), "{form}");
    let begun = [
        ("title", "National report for 2026"),
        ("obstacles", "What stood in the way"),
    ];
    let page = sent(&secretary, &format!("{national}/national-report"), &begun).await;
    assert!(
        page.contains("<h2>Border police, Ungheni</h2>") && page.contains("<h3>What stood in the way</h3>"),
        "{page}"
    );
    assert!(
        page.contains("Posts with an officer: 3 (Posts that named one by 31 December, of 7)"),
        "{page}"
    );
    assert!(
        page.contains("No total yet") && page.contains("example"),
        "a total of one report is its count: {page}"
    );
    let paper = address(&secretary.open(&national).await, "/national-reports/");
    let second = secretary.post(&format!("{national}/national-report"), &begun).await;
    assert!(second.body.contains("PER-06"), "one a year: {}", second.text());

    // A draft tells what others may not read in the reports themselves.
    let reads = as_(&site, OBSERVER).await;
    for hidden in [paper.clone(), format!("{paper}/document.docx")] {
        assert_eq!(reads.get(&hidden).await.status, StatusCode::NOT_FOUND, "{hidden}");
    }
    assert!(!reads.open(&national).await.contains(&paper), "nor that it is begun");
    let one = reads.open(&period).await;
    assert!(
        one.contains("No total yet"),
        "a total of one report is its count: {one}"
    );
    let text = "# Border police\n\nThree of seven posts have named an officer.";
    let version = [("version", "1"), ("title", "National report for 2026"), ("text", text)];
    let page = sent(&secretary, &format!("{paper}/version"), &version).await;
    assert!(
        page.contains("Version 2") && page.contains("<h2>Border police</h2>"),
        "{page}"
    );
    let stale = secretary
        .post(&format!("{paper}/version"), &[version[0], version[1], ("text", "Mine")])
        .await;
    assert!(
        stale.body.contains("NAT-02") && stale.body.contains("Mine"),
        "what was typed stands: {}",
        stale.text()
    );
    let approval = [("version", "2"), ("body", "National committee"), ("on", "1 2 2027")];
    let page = sent(&secretary, &format!("{paper}/approval"), &approval).await;
    assert!(
        page.contains("Approved by National committee on 1 February 2027"),
        "{page}"
    );
    assert!(!page.contains("<body class=\"unprinted\""), "it prints: {page}");
    let document = secretary.get(&format!("{paper}/document.docx")).await;
    assert_eq!(document.status, StatusCode::OK);
    assert!(
        document.headers["content-type"]
            .to_str()
            .expect("text")
            .contains("wordprocessingml")
    );
    let approved = reads.open(&paper).await;
    assert!(offered(&approved, &paper).is_empty(), "an observer reads");
    assert!(
        approved.contains("Version 2") && !approved.contains("Version 1"),
        "what was approved, and no draft of it: {approved}"
    );

    let over = secretary.open(&period).await;
    assert_eq!(offered(&over, &period), ["closing"], "its last day is over: {over}");
    let page = sent(&secretary, &format!("{period}/closing"), &[]).await;
    assert!(page.contains("nothing is missing"), "{page}");
    let frozen = focal.post(&format!("{report}/writing"), &WRITTEN).await;
    assert!(
        frozen.status == StatusCode::UNPROCESSABLE_ENTITY && frozen.body.contains("REP-01"),
        "{}",
        frozen.text()
    );
    let page = sent(&focal, &format!("{report}/correction"), &[]).await;
    assert!(page.contains("It corrects") && page.contains("Four of seven"), "{page}");
    let old = focal.open(&report).await;
    assert!(
        old.contains("It is corrected by") && offered(&old, &report).is_empty(),
        "{old}"
    );
    let twice = focal.post(&format!("{report}/correction"), &[]).await;
    assert!(twice.body.contains("REP-06"), "{}", twice.text());
}

#[tokio::test]
async fn a_missing_report_reaches_focal_function_head_and_secretariat_and_nobody_twice() {
    let site = TestSite::new();
    duty::pass(&site, TO_JANUARY);
    duty::pass(&site, 14 * DAY);
    let (focal, secretary) = (as_(&site, FOCAL).await, as_(&site, SECRETARY).await);
    let report = address(&focal.open("/reports").await, "/reports/");
    let page = focal.open(&report).await;
    assert!(
        page.contains("1 day late") && page.contains("told to the focal function on 16 January 2027"),
        "{page}"
    );
    assert!(!page.contains("told to the head"), "{page}");
    // The node stands still for a month, and does at its own moment what was due meanwhile.
    duty::pass(&site, 30 * DAY);
    duty::pass(&site, DAY);
    let page = focal.open(&report).await;
    for who in ["focal function", "head of the focal function", "secretariat"] {
        assert_eq!(
            page.matches(&format!("told to the {who} on")).count(),
            1,
            "{who}: {page}"
        );
    }
    let open = secretary.open("/open-items?late=yes").await;
    assert!(
        open.contains("Border police, Ungheni") && open.contains("32 days late"),
        "{open}"
    );
    let table = secretary.get("/open-items.csv").await;
    assert!(
        table
            .body
            .contains("\"Border police, Ungheni\",\"Write the report\",\"32 days late\""),
        "{}",
        table.body
    );
    // What the page lists goes into a table, the same for each reader: whose, and no more than the page says.
    let lists = focal.open("/reports").await;
    for file in ["/reports.csv", "/reports.xlsx"] {
        assert!(lists.contains(&format!("href=\"{file}\"")), "{file}: {lists}");
        for who in [SECRETARY, FOCAL] {
            let answer = as_(&site, who).await.get(file).await;
            assert_eq!(answer.status, StatusCode::OK, "{who:?} {file}");
        }
        let observer = as_(&site, OBSERVER).await.get(file).await;
        assert!(!observer.body.contains("32 days late"), "{}", observer.body);
        let officer = as_(&site, (Who::BorderPost, Role::FirstResponder))
            .await
            .get(file)
            .await;
        assert_eq!(officer.status, StatusCode::NOT_FOUND, "{file}");
    }
    let table = focal.get("/reports.csv").await.body;
    let row = "\"32 days late\",\"Report for 1 January 2026 to 31 December 2026\",\"Border police, Ungheni\",\"Late\"";
    assert!(table.contains(row), "{table}");
    assert!(as_(&site, SECRETARY).await.get("/reports.csv").await.body.contains(row));
    let late = sent(&focal, &format!("{report}/writing"), &WRITTEN).await;
    assert!(late.contains("32 days late"), "{late}");
    let page = sent(&focal, &format!("{report}/submission"), &[]).await;
    assert!(
        page.contains("told to the secretariat on") && !page.contains("32 days late"),
        "{page}"
    );
}

#[tokio::test]
async fn a_period_without_a_report_is_closed_with_what_is_missing_and_nobody_reports_after_it() {
    let site = TestSite::new();
    duty::pass(&site, TO_JANUARY);
    duty::pass(&site, 20 * DAY);
    let (focal, secretary) = (as_(&site, FOCAL).await, as_(&site, SECRETARY).await);
    let report = address(&focal.open("/reports").await, "/reports/");
    focal.send(&format!("{report}/writing"), &WRITTEN).await;
    let period = address(&focal.open(&report).await, "/periods/");
    let page = sent(&secretary, &format!("{period}/closing"), &[]).await;
    assert!(page.contains("1 report is missing"), "{page}");
    assert!(
        page.contains("Podul Alb"),
        "who has nobody that answers is named: {page}"
    );
    let after = focal.post(&format!("{report}/submission"), &[]).await;
    assert!(after.body.contains("REP-01"), "{}", after.text());
    assert!(
        focal
            .open("/reports")
            .await
            .contains("Nothing that you can see is due.")
    );
    duty::pass(&site, 60 * DAY);
    let page = focal.open(&report).await;
    assert!(
        !page.contains("told to the secretariat"),
        "nobody hears of what is frozen: {page}"
    );
}

/// What each role is answered at these addresses.
async fn answers(site: &TestSite, addresses: [&str; 3], who: (Who, Role)) -> [u16; 3] {
    let visitor = as_(site, who).await;
    let mut found = [0; 3];
    for (nth, at) in addresses.into_iter().enumerate() {
        found[nth] = visitor.get(at).await.status.as_u16();
    }
    found
}

#[tokio::test]
async fn each_role_reads_and_does_what_is_its_own_by_page_and_by_program() {
    let programs = Programs::new();
    let site = &programs.site;
    duty::pass(site, TO_JANUARY);
    let focal = as_(site, FOCAL).await;
    let report = address(&focal.open("/reports").await, "/reports/");
    focal.send(&format!("{report}/writing"), &WRITTEN).await;
    let period = address(&focal.open(&report).await, "/periods/");
    let at = ["/reports", period.as_str(), report.as_str()];
    for (who, expected) in [
        (SECRETARY, [200, 200, 200]),
        (RAPPORTEUR, [200, 200, 200]),
        (FOCAL, [200, 200, 200]),
        (EXPERT, [200, 200, 404]),
        (OBSERVER, [200, 200, 404]),
        ((Who::BorderPost, Role::FirstResponder), [404, 404, 404]),
        ((Who::Police, Role::Police), [404, 404, 404]),
        ((Who::NationalUnit, Role::NationalUnit), [404, 404, 404]),
    ] {
        assert_eq!(answers(site, at, who).await, expected, "{who:?}");
    }
    let body = json!({"narrative": "Words of another."});
    let back = json!({"reason": "Why", "until": "2027-12-31"});
    let acts: [(&str, Value, (Who, Role)); 4] = [
        ("writings", body, FOCAL),
        ("submissions", Value::Null, FOCAL),
        ("returns", back, SECRETARY),
        ("acceptances", Value::Null, SECRETARY),
    ];
    for (act, body, whose) in acts {
        for who in [RAPPORTEUR, EXPERT, OBSERVER, SECRETARY, FOCAL] {
            let (token, path) = (programs.token(who.0, who.1), format!("/api/v1{report}/{act}"));
            let key = format!("{act} {}", who.1.code());
            let answer = programs.post(&token, &path, &key, &body).await;
            match (who == whose, act) {
                (true, "acceptances") => assert!(answer.text.contains("REP-02"), "it went back: {}", answer.text),
                (true, _) => assert!(answer.status.is_success(), "{who:?} {act}: {}", answer.text),
                (false, _) => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?} {act}: {}", answer.text),
            }
        }
    }
    let token = programs.token(RAPPORTEUR.0, RAPPORTEUR.1);
    let read = programs.get(&token, &format!("/api/v1{report}")).await.json();
    assert_eq!(
        (&read["state"], &read["may"]),
        (&json!("returned"), &json!([])),
        "{read}"
    );
    let few = json!({"indicator": "presumed", "count": null, "hidden": "few"});
    assert!(read["counted"].as_array().expect("counts").contains(&few), "{read}");
}

#[tokio::test]
async fn what_the_node_counts_is_a_number_of_people_and_names_none() {
    let site = TestSite::new();
    let spoken: Vec<String> = (0..6).map(|_| site.spoken_name(site.file())).collect();
    duty::pass(&site, TO_JANUARY);
    let focal = as_(&site, FOCAL).await;
    let report = address(&focal.open("/reports").await, "/reports/");
    let before = focal.open(&report).await;
    assert!(
        !before.contains("People presumed to be victims"),
        "nothing is counted before it is handed in: {before}"
    );
    focal.send(&format!("{report}/writing"), &WRITTEN).await;
    focal.send(&format!("{report}/submission"), &[]).await;
    let counts = async || {
        let page = focal.open(&report).await;
        assert!(page.contains("Kept with the first submission."), "{page}");
        assert!(spoken.iter().all(|name| !page.contains(name)), "{page}");
        let (_, row) = page.split_once("People presumed to be victims").expect("a row");
        row.split("</tr>").next().expect("a cell").to_owned()
    };
    assert!(counts().await.contains(">6</td>"));
    // One more file changes nothing that was reported.
    site.file();
    assert!(counts().await.contains(">6</td>"));
}

#[tokio::test]
async fn what_an_institution_was_asked_and_what_it_has_to_do_stands_with_what_it_owes() {
    let site = TestSite::new();
    let (secretary, focal) = (as_(&site, SECRETARY).await, as_(&site, FOCAL).await);
    let (_, action) = plan::in_force(&site).await;
    let first = [
        ("title", "Name who speaks for a child"),
        ("text", "Each district should name who speaks for a child."),
        ("wording", "verbatim"),
        ("language", "en"),
        ("theme", "children"),
        ("source", "expert_mission"),
    ];
    let made = secretary.send("/recommendations/new", &first).await;
    let made = made.split('?').next().expect("an address");
    let border = site.organisation(Who::BorderPost).to_string();
    let asked = [("asked", border.as_str()), ("until", "31 8 2026")];
    secretary.send(&format!("{made}/discussion"), &asked).await;
    let page = focal.open("/reports").await;
    for says in [
        format!("<a href=\"{made}\">Say what you think: Name who speaks for a child</a>"),
        "by 31 August 2026".to_owned(),
        format!("<a href=\"{action}\">2.3 Agree who speaks for a child</a>"),
        "51 days late".to_owned(),
    ] {
        assert!(page.contains(&says), "{says}: {page}");
    }
    let table = focal.get("/reports.csv").await.body;
    assert!(
        table.contains("\"Say what you think: Name who speaks for a child\""),
        "{table}"
    );
    // Nobody else is asked for it, nor answers for it.
    for who in [OBSERVER, EXPERT] {
        let page = as_(&site, who).await.open("/reports").await;
        assert!(!page.contains(made) && !page.contains(&action), "{who:?}: {page}");
    }
    focal.send(&format!("{made}/position"), &[("stance", "supports")]).await;
    let done = [
        ("status", "done"),
        ("text", "All agreed."),
        ("evidence", "Five agreements"),
    ];
    focal.send(&format!("{action}/report"), &done).await;
    let page = focal.open("/reports").await;
    assert!(
        !page.contains(made) && !page.contains(&action),
        "both are answered: {page}"
    );
}

#[tokio::test]
async fn programs_read_what_is_owed_as_the_page_tells_it() {
    let programs = Programs::new();
    let site = &programs.site;
    duty::pass(site, TO_JANUARY);
    duty::pass(site, 16 * DAY);
    let own = address(&as_(site, FOCAL).await.open("/reports").await, "/reports/");
    let of = |who: (Who, Role)| programs.token(who.0, who.1);
    let path = "/api/v1/reports";
    let owed = programs.get(&of(FOCAL), path).await.json();
    let first = &owed["reports"][0];
    assert_eq!(first["id"], own.rsplit('/').next().expect("an id"), "{owed}");
    assert_eq!(
        (&first["name"], &first["state"]),
        (&json!("Border police, Ungheni"), &json!("late")),
        "{owed}"
    );
    let all = programs.get(&of(SECRETARY), path).await.json();
    let count = |owed: &Value| owed["reports"].as_array().map_or(0, Vec::len);
    assert!(count(&all) >= count(&owed), "{all}");
    let officer = of((Who::BorderPost, Role::FirstResponder));
    let officer = programs.get(&officer, path).await;
    assert_eq!(officer.status, StatusCode::NOT_FOUND, "{}", officer.text);
}
