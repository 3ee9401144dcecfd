//! A table comes into a plan: read, mapped, looked at, taken in, brought again, taken back; by pages and for programs. What is wrong in
//! it is named by row, column and reason, and what is no table is told so before anything is written.
#[path = "../../../kit/src/table/reader/tests/files.rs"]
mod files;

use crate::{
    common::{Answer, TestSite, Visitor},
    programs::Programs,
};
use axum::http::{Method, StatusCode};
use files::{Put, Rows, csv, ods, xlsx};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tiltas_app::import;
use tiltas_domain::{
    Id, Role,
    example::Who,
    import::{Book, Import},
    plan::Plan,
};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);

const HEADS: [&str; 13] = [
    "Nr.",
    "Tip",
    "Denumire",
    "Responsabil",
    "Parteneri",
    "De la",
    "Termen",
    "Buget (MDL)",
    "Finanțare",
    "Indicator",
    "Unit",
    "Baseline",
    "Target",
];

/// Ten objectives, each with nine actions, each with ten sub-actions: 1,000 rows below their heads.
fn rows() -> Rows {
    let border = Who::BorderPost.name();
    let partners = format!("{}; {border}", Who::PodulAlb.name());
    let row = |number: String, kind: &str| -> Vec<Put> {
        let cells = [
            number.as_str(),
            kind,
            "Agree who speaks for a child",
            border,
            &partners,
            "2026",
            "30.06.2027",
            "1 200,50",
            "State budget",
            "Districts",
            "districts",
            "0",
        ];
        cells.into_iter().map(Put::from).chain([Put::Number(5.0)]).collect()
    };
    let mut rows = vec![HEADS.map(Put::from).to_vec()];
    for objective in 1..=10 {
        rows.push(row(objective.to_string(), "obiectiv"));
        for action in 1..=9 {
            rows.push(row(format!("{objective}.{action}"), "Acţiune"));
            for part in 1..=10 {
                rows.push(row(format!("{objective}.{action}.{part}"), "sub-action"));
            }
        }
    }
    rows
}

/// What is planted: the column, the cell, and what is to be said of it.
fn plants() -> Vec<(usize, Put, &'static str)> {
    vec![
        (2, "".into(), "needed"),
        (2, "x".repeat(501).as_str().into(), "long"),
        (2, "hid\u{202e}den".into(), "hidden"),
        (7, Put::Formula, "formula"),
        (12, Put::Broken, "broken"),
        (0, "four-two".into(), "number"),
        (0, "1.1.1".into(), "twice"),
        (0, "99.1.NTH".into(), "above"),
        (1, "task".into(), "choose"),
        (1, "obiectiv".into(), "place"),
        (3, "Nobody's office".into(), "institution"),
        (6, "31.02.2027".into(), "day"),
        (6, "2031".into(), "order"),
        (11, "many".into(), "figure"),
        (7, Put::Number(-3.0), "negative"),
        (9, "".into(), "indicator"),
    ]
}

/// Row, letter of the column, reason.
type Planted = BTreeSet<(u64, String, String)>;

/// Fifty faults at places that the seed draws; only leaves, so that a fault takes no other row with it.
fn spoiled(seed: u64) -> (Rows, Planted) {
    let (mut rows, plants) = (rows(), plants());
    let (mut drawn, mut places, mut planted) = (seed, BTreeSet::new(), Planted::new());
    while places.len() < 50 {
        drawn = drawn
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let place = usize::try_from(drawn >> 33).expect("a place") % rows.len();
        let is_leaf = matches!(&rows[place][0], Put::Text(number) if number.matches('.').count() == 2);
        // The one whose number another row gets is not among them.
        if !is_leaf || place == 3 || !places.insert(place) {
            continue;
        }
        let (column, put, reason) = plants[(places.len() - 1) % plants.len()].clone();
        rows[place][column] = match put {
            Put::Text(text) => Put::Text(text.replace("NTH", &places.len().to_string())),
            put => put,
        };
        let letter = char::from(b'A' + u8::try_from(column).expect("a column"));
        planted.insert((place as u64 + 1, letter.to_string(), reason.to_owned()));
    }
    (rows, planted)
}

async fn begun(secretary: &Visitor<'_>) -> String {
    let plan = [
        ("title", "Plan 2026 to 2028"),
        ("from", "2026"),
        ("until", "2028"),
        ("currency", "mdl"),
        ("example", "yes"),
    ];
    let address = secretary.send("/plans/new", &plan).await;
    address.split('?').next().expect("an address").to_owned()
}

/// Brings a file, and tells the address of its import.
async fn brought(visitor: &Visitor<'_>, plan: &str, key: &str, file: &[u8]) -> String {
    let answer = visitor.upload(&format!("{plan}/imports"), key, file).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().split('?').next().expect("an address").to_owned()
}

/// Chooses the columns as they are proposed, and tells the page of what would come in.
async fn mapped(programs: &Programs, visitor: &Visitor<'_>, import: &str) -> String {
    let told = told(programs, import).await;
    let text = |value: &Value| value.to_string();
    let mut fields = vec![
        ("sheet".to_owned(), text(&told["sheet"])),
        ("head".to_owned(), text(&told["head"])),
    ];
    for column in told["columns"].as_array().expect("columns") {
        let (code, letters) = column
            .as_str()
            .and_then(|column| column.split_once('='))
            .expect("a column");
        fields.push((code.to_owned(), letters.to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let address = visitor.send(&format!("{import}/mapping"), &fields).await;
    visitor.open(&address).await
}

async fn told(programs: &Programs, path: &str) -> Value {
    let token = programs.token(SECRETARY.0, SECRETARY.1);
    let answer = programs.get(&token, &format!("/api/v1{path}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    answer.json()
}

fn state(programs: &Programs, plan: &str) -> Plan {
    let id: Id<Plan> = plan.trim_start_matches("/plans/").parse().expect("an id");
    let snapshot = programs.site.app.store().snapshot().expect("a snapshot");
    snapshot.state(id).expect("a state").0.expect("a plan")
}

/// The faults of a page and those that follow it, as a person reads them: row, column with its head, reason.
async fn read_faults(visitor: &Visitor<'_>, import: &str) -> Vec<(u64, String)> {
    let (mut all, mut next) = (Vec::new(), Some(format!("{import}?show=wrong")));
    while let Some(path) = next.take() {
        let page = visitor.open(&path).await;
        for row in page.split("<tr><th scope=\"row\" class=\"num\">").skip(1) {
            let (number, rest) = row.split_once("</th>").expect("a row");
            let cells = rest.split("</tr>").next().expect("its cells");
            all.push((number.parse().expect("a number"), cells.to_owned()));
        }
        let link = page.split("href=\"").find(|part| part.contains("after="));
        next = link.and_then(|part| part.split('"').next()).map(crate::common::plain);
    }
    all
}

/// What writes rows into a file.
type Written = fn(&Rows) -> Vec<u8>;

#[tokio::test]
async fn a_plan_of_a_thousand_rows_with_fifty_faults_comes_in_without_them_once_and_goes_again_whole() {
    let write: [(u64, Written); 3] = [
        (1, |rows| {
            xlsx(&[("About", &vec![vec!["Annex".into()]]), ("Plan", rows)])
        }),
        (7, csv),
        (2026, |rows| ods(&[("Plan", rows)])),
    ];
    for (seed, file) in write {
        let programs = Programs::new();
        let secretary = programs.site.as_(SECRETARY.0, SECRETARY.1).await;
        let plan = begun(&secretary).await;
        let before = state(&programs, &plan);
        let (rows, planted) = spoiled(seed);
        let reasons: BTreeSet<&str> = planted.iter().map(|(_, _, reason)| reason.as_str()).collect();
        assert!(planted.len() == 50 && reasons.len() >= 12, "{reasons:?}");
        let file = file(&rows);
        let import = brought(&secretary, &plan, "first", &file).await;
        let page = secretary.open(&import).await;
        assert!(
            page.contains("Which column is which?") && page.contains("Buget (MDL)"),
            "{page}"
        );
        assert_eq!(
            state(&programs, &plan),
            before,
            "nothing is written before it is taken in"
        );
        let page = mapped(&programs, &secretary, &import).await;
        assert!(
            page.contains("Take in 950 rows") && page.contains("50 rows are left out."),
            "{page}"
        );
        let preview = told(&programs, &import).await;
        let of = |fault: &Value| {
            let text = |name: &str| fault[name].as_str().unwrap_or_default().to_owned();
            (fault["row"].as_u64().expect("a row"), text("column"), text("reason"))
        };
        let named: Planted = preview["faults"].as_array().expect("faults").iter().map(of).collect();
        assert_eq!(
            named, planted,
            "each fault is named at its place, and nothing else is called wrong"
        );
        let read = read_faults(&secretary, &import).await;
        assert_eq!(read.len(), 50);
        for (row, letter, reason) in &planted {
            let head = HEADS[usize::from(letter.as_bytes()[0] - b'A')];
            let line = read.iter().find(|(number, _)| number == row).expect("its row");
            assert!(line.1.contains(&format!("{letter} {head}")), "{reason}: {line:?}");
        }
        let some = secretary.open(&format!("{import}?show=wrong&reason=day")).await;
        let days = planted.iter().filter(|(_, _, reason)| reason == "day").count();
        assert_eq!(
            some.matches("Not a day. Write 2026").count(),
            days + 1,
            "and the choice of it"
        );
        let refused = secretary.get(&format!("{import}/refused.csv")).await;
        assert_eq!(
            refused.body.lines().filter(|line| line.starts_with('"')).count(),
            50,
            "{}",
            refused.body
        );

        // Pressed twice, it is taken in once.
        let taking = format!("{import}/taking");
        for _ in 0..2 {
            let answer = secretary.press(&taking, "take", &[]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        }
        let after = state(&programs, &plan);
        assert_eq!(after.items.len(), 950);
        let id: Id<Import> = import.trim_start_matches("/imports/").parse().expect("an id");
        assert!(after.items.iter().all(|item| item.import == Some(id) && !item.by_hand));
        let report = read_faults(&secretary, &import).await;
        assert_eq!(report.len(), 50, "what was left out stays in the report");

        let second = brought(&secretary, &plan, "second", &file).await;
        let page = secretary.open(&second).await;
        assert!(
            page.contains("Chosen as for the last table with these columns."),
            "{page}"
        );
        let page = mapped(&programs, &secretary, &second).await;
        assert!(
            page.contains("nothing to take in") && !page.contains("/taking"),
            "{page}"
        );
        let preview = told(&programs, &second).await;
        assert_eq!(
            preview["counts"],
            json!({"added": 0, "changed": 0, "same": 950, "wrong": 50}),
            "twice without change"
        );
        let answer = secretary.post(&format!("{second}/taking"), &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("IMP-05"), "{}", answer.text());

        let question = secretary.open(&format!("{import}/undoing")).await;
        assert!(question.contains("950 items"), "{question}");
        secretary.send(&format!("{import}/undoing"), &[]).await;
        assert_eq!(state(&programs, &plan), before, "undone whole");
        let answer = secretary.post(&format!("{import}/undoing"), &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("IMP-01"), "{}", answer.text());
        assert!(programs.site.app.store().rebuild().expect("rebuilt").is_empty());
    }
}

#[tokio::test]
async fn what_is_no_table_is_told_so_and_leaves_nothing_behind() {
    let programs = Programs::new();
    let secretary = programs.site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let address = format!("{plan}/imports");
    let token = programs.token(SECRETARY.0, SECRETARY.1);
    let headers = [("authorization", format!("Bearer {token}"))];
    for (nth, (what, file, why)) in files::bad().into_iter().enumerate() {
        let answer = secretary.upload(&address, &format!("bad {nth}"), &file).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{what}: {}",
            answer.text()
        );
        let said = answer
            .body
            .split("id=\"file-e\">")
            .nth(1)
            .and_then(|rest| rest.split('<').next());
        let said = said.unwrap_or_else(|| panic!("{what}: {}", answer.text()));
        assert!(said.len() > 30 && said.ends_with('.'), "{what}: {said}");
        let answer = programs
            .send_bytes(Method::POST, &format!("/api/v1{address}"), &headers, &file)
            .await;
        match why {
            "large" => assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{what}"),
            why => {
                assert_eq!(
                    answer.status,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "{what}: {}",
                    answer.text
                );
                let rule = &answer.json()["errors"][0]["rule"];
                assert_eq!(*rule, json!(format!("import-unreadable-{why}")), "{what}");
            }
        }
    }
    let answer = secretary.upload(&address, "none", b"").await;
    assert!(answer.body.contains("No file was chosen."), "{}", answer.text());
    let page = secretary.open(&address).await;
    assert!(page.contains("Nothing was imported into this plan yet."), "{page}");
    assert!(state(&programs, &plan).items.is_empty());
}

#[tokio::test]
async fn who_does_not_write_plans_finds_no_import_and_is_offered_none() {
    let programs = Programs::new();
    let secretary = programs.site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let import = brought(&secretary, &plan, "first", b"Number,Title\n1,Protection\n").await;
    for (who, role) in [
        (Who::BorderPost, Role::FocalFunction),
        (Who::Partner, Role::Observer),
        (Who::Rapporteur, Role::Rapporteur),
        (Who::BorderPost, Role::FirstResponder),
    ] {
        let other = programs.site.as_(who, role).await;
        if role != Role::FirstResponder {
            let page = other.open(&plan).await;
            assert!(!page.contains("/imports"), "{who:?} is offered it: {page}");
        }
        for path in [
            format!("{plan}/imports"),
            format!("{plan}/imports/columns.csv"),
            import.clone(),
            format!("{import}/mapping"),
            format!("{import}/undoing"),
            format!("{import}/refused.csv"),
        ] {
            let answer = other.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?} {path}");
        }
        let answer = other
            .upload(&format!("{plan}/imports"), "theirs", b"Number,Title\n2,Help\n")
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?}");
        for act in ["mapping", "taking", "undoing", "dropping"] {
            let answer = other.post(&format!("{import}/{act}"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who:?} {act}");
        }
        let token = programs.token(who, role);
        for path in [format!("/api/v1{import}"), format!("/api/v1{plan}/imports")] {
            assert_eq!(
                programs.get(&token, &path).await.status,
                StatusCode::NOT_FOUND,
                "{who:?} {path}"
            );
        }
    }
    assert_eq!(told(&programs, &import).await["state"], "read", "it stands as it stood");
}

/// An export comes back as it went.
async fn exported(secretary: &Visitor<'_>, plan: &str) -> [Answer; 2] {
    let csv = secretary.get(&format!("{plan}/items.csv")).await;
    let xlsx = secretary.get(&format!("{plan}/items.xlsx")).await;
    assert!(csv.status == StatusCode::OK && xlsx.status == StatusCode::OK);
    [csv, xlsx]
}

#[tokio::test]
async fn an_export_comes_in_again_without_change_and_what_is_changed_in_it_is_the_only_change() {
    let programs = Programs::new();
    let secretary = programs.site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let import = brought(&secretary, &plan, "first", &csv(&rows())).await;
    mapped(&programs, &secretary, &import).await;
    secretary.send(&format!("{import}/taking"), &[]).await;
    let border = programs.site.organisation(Who::BorderPost).to_string();
    let item = [
        ("level", "action"),
        ("number", "10.10"),
        ("title", "-1 or =2, \"so\""),
        ("responsible", border.as_str()),
        ("term", "2026-06"),
        ("indicator", "+ what is counted"),
        ("verified", "A letter"),
    ];
    secretary.send(&format!("{plan}/item"), &item).await;
    let whole = state(&programs, &plan);
    assert_eq!(whole.items.len(), 1_001);
    for (nth, answer) in exported(&secretary, &plan).await.into_iter().enumerate() {
        let again = brought(&secretary, &plan, &format!("again {nth}"), &answer.bytes).await;
        mapped(&programs, &secretary, &again).await;
        let preview = told(&programs, &again).await;
        assert_eq!(
            preview["counts"],
            json!({"added": 0, "changed": 0, "same": 1_001, "wrong": 0}),
            "{nth}"
        );
    }
    let [answer, _] = exported(&secretary, &plan).await;
    let changed = answer.body.replace("'-1 or =2, \"\"so\"\"", "Agreed");
    let again = brought(&secretary, &plan, "changed", changed.as_bytes()).await;
    let page = mapped(&programs, &secretary, &again).await;
    assert!(page.contains("Take in 1 row"), "{page}");
    secretary.send(&format!("{again}/taking"), &[]).await;
    let now = state(&programs, &plan);
    let item = now.numbered("10.10").expect("the item");
    assert!(item.said.title == "Agreed" && !item.by_hand && item.import.is_none());
    secretary.send(&format!("{again}/undoing"), &[]).await;
    assert_eq!(state(&programs, &plan), whole, "and back");
    let template = secretary.get(&format!("{plan}/imports/columns.xlsx")).await;
    assert!(template.status == StatusCode::OK && template.body.starts_with("PK"));
}

#[tokio::test]
async fn what_was_built_on_an_import_keeps_it_and_is_named() {
    let programs = Programs::new();
    let secretary = programs.site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let file = b"Number,Kind,Title\n1,objective,Protection\n1.1,action,Agree\n1.2,action,Help\n";
    let import = brought(&secretary, &plan, "first", file).await;
    mapped(&programs, &secretary, &import).await;
    secretary.send(&format!("{import}/taking"), &[]).await;
    let item = |number: &str| {
        format!(
            "{plan}/items/{}",
            state(&programs, &plan).numbered(number).expect("an item").id
        )
    };
    let from_table = item("1.2");
    assert!(secretary.open(&from_table).await.contains("<dd>from a table</dd>"));
    let words = [("level", "action"), ("number", "1.2"), ("title", "Help at once")];
    secretary.send(&format!("{from_table}/words"), &words).await;
    let page = secretary.open(&from_table).await;
    assert!(page.contains("<dd>by hand, after it came from a table</dd>"), "{page}");
    let under = [("level", "sub_action"), ("number", "1.1.1"), ("title", "By hand")];
    secretary.send(&format!("{plan}/item"), &under).await;
    let page = secretary.open(&import).await;
    assert!(
        page.contains("something was built on it")
            && page.contains(">1.1</a> something else was written under it")
            && page.contains(">1.2</a> it was changed since"),
        "{page}"
    );
    assert!(!page.contains("/undoing"), "it is not offered: {page}");
    let answer = secretary.post(&format!("{import}/undoing"), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("PLN-13"), "{}", answer.text());
    let approval = [("body", "National committee"), ("on", "18 8 2026")];
    secretary.send(&format!("{plan}/approval"), &approval).await;
    let page = secretary.open(&import).await;
    assert!(page.contains("The plan is not being written now"), "{page}");
    let answer = secretary.upload(&format!("{plan}/imports"), "late", file).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("PLN-01"), "{}", answer.text());
    let page = secretary.open(&plan).await;
    assert!(
        page.contains(&format!("{plan}/imports")),
        "what was imported is found: {page}"
    );
}

#[tokio::test]
async fn a_file_is_forgotten_by_hand_or_in_time_and_what_came_of_it_stays() {
    let programs = Programs::new();
    let site = &programs.site;
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let file = "Number,Title,Kanarienvogel\n1,Protection,Kanarienvogel\nx x,Help,Kanarienvogel\n".as_bytes();
    let import = brought(&secretary, &plan, "first", file).await;
    mapped(&programs, &secretary, &import).await;
    secretary.send(&format!("{import}/taking"), &[]).await;
    let wrong = brought(&secretary, &plan, "wrong one", file).await;
    secretary.send(&format!("{wrong}/dropping"), &[]).await;
    let page = secretary.open(&wrong).await;
    assert!(
        page.contains("The file is forgotten.") && !page.contains("Kanarienvogel"),
        "{page}"
    );
    let answer = secretary
        .post(
            &format!("{wrong}/mapping"),
            &[("sheet", "1"), ("head", "1"), ("number", "A"), ("title", "B")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("IMP-07"), "{}", answer.text());
    let snapshot = |import: &str| {
        let id: Id<Import> = import.trim_start_matches("/imports/").parse().expect("an id");
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        snapshot.state::<Book>(id.book()).map(|(state, _)| state)
    };
    assert!(matches!(snapshot(&wrong), Err(tiltas_store::Error::Forgotten)));
    assert!(snapshot(&import).expect("kept").is_some());

    let minutes = Book::DAYS * 24 * 60;
    let over = import::forget_all_over(&site.app, site.now().plus_minutes(minutes - 1), crate::duty::seed);
    assert_eq!(over.expect("a turn"), 0, "it is kept still");
    let later = site.now().plus_minutes(minutes);
    let over = import::forget_all_over(&site.app, later, crate::duty::seed);
    assert_eq!(over.expect("a turn"), 1);
    assert!(matches!(snapshot(&import), Err(tiltas_store::Error::Forgotten)));
    let page = secretary.open(&import).await;
    assert!(
        page.contains("The file is forgotten.") && page.contains("these rows can’t be saved"),
        "{page}"
    );
    assert!(
        page.contains("A Number") && page.contains("Not the number of an item."),
        "{page}"
    );
    assert_eq!(
        secretary.get(&format!("{import}/refused.csv")).await.status,
        StatusCode::NOT_FOUND
    );
    secretary.send(&format!("{import}/undoing"), &[]).await;
    assert!(
        state(&programs, &plan).items.is_empty(),
        "it is taken back without its file"
    );
    assert!(site.app.store().verify().expect("verified").is_whole());
    assert!(site.app.store().rebuild().expect("rebuilt").is_empty());
}

#[tokio::test]
async fn columns_are_chosen_from_the_sheet_and_row_that_are_looked_at_and_a_wrong_choice_stands_again() {
    let programs = Programs::new();
    let secretary = programs.site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let first: Rows = vec![vec!["Number".into(), "Title".into()], vec!["1".into(), "Old".into()]];
    let second: Rows = vec![
        vec!["Annex".into()],
        vec!["Which".into(), "What".into()],
        vec!["2".into(), "New".into()],
    ];
    let import = brought(
        &secretary,
        &plan,
        "two",
        &xlsx(&[("First", &first), ("Second", &second)]),
    )
    .await;
    let page = secretary.open(&format!("{import}/mapping?sheet=2&head=2")).await;
    assert!(
        page.contains("<option value=\"2\" selected>Second") && page.contains("B What"),
        "{page}"
    );
    let mapping = format!("{import}/mapping");
    let place = [("sheet", "2"), ("head", "2")];
    let twice = [place[0], place[1], ("number", "A"), ("title", "A")];
    let answer = secretary.post(&mapping, &twice).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("chosen for something else already")
            && answer.body.contains("<option value=\"A\" selected>A Which"),
        "{}",
        answer.text()
    );
    let none = [place[0], place[1], ("number", "A")];
    let answer = secretary.post(&mapping, &none).await;
    assert!(answer.body.contains("Each row needs this column."), "{}", answer.text());
    let right = [place[0], place[1], ("number", "A"), ("title", "B")];
    let page = secretary.open(&secretary.send(&mapping, &right).await).await;
    assert!(page.contains("Take in 1 row"), "{page}");
    let page = secretary.open(&format!("{import}?show=added")).await;
    assert!(
        page.contains("<td data-l=\"Number\">2</td>") && page.contains("New"),
        "{page}"
    );
}

#[tokio::test]
async fn no_form_of_another_session_brings_a_file() {
    let site = TestSite::new();
    let secretary = site.as_(SECRETARY.0, SECRETARY.1).await;
    let plan = begun(&secretary).await;
    let nobody = site.nobody();
    let answer = nobody
        .upload(&format!("{plan}/imports"), "first", b"Number,Title\n1,Help\n")
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let answer = secretary
        .post(&format!("{plan}/imports"), &[("file", "Number,Title")])
        .await;
    assert_eq!(
        answer.status,
        StatusCode::FORBIDDEN,
        "a form without a file is no such form"
    );
}
