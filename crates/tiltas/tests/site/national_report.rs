//! What a report counts by itself, and a national report that is too long for one page.
use crate::{
    common::TestSite,
    duty, partnership,
    report::{DAY, FOCAL, SECRETARY, TO_JANUARY, WRITTEN, address, as_, sent},
};
use axum::http::StatusCode;
use tiltas_app::{account, organisation, report};
use tiltas_domain::{
    Id, Role,
    example::{self, Who},
    organisation::{NewFunction, Organisation, OrganisationKind, Register},
    report::Write,
};

/// The figure that stands beside this name on the page of a report.
fn figure(page: &str, name: &str) -> String {
    let (_, row) = page.split_once(name).unwrap_or_else(|| panic!("no {name}: {page}"));
    let cell = row.split("</tr>").next().and_then(|row| row.split("<td").nth(1));
    let cell = cell.and_then(|cell| cell.split_once('>'));
    cell.map(|(_, rest)| rest.split('<').next().unwrap_or_default().to_owned())
        .expect("a cell")
}

#[tokio::test]
async fn trainings_and_partnerships_fill_themselves_and_no_total_counts_one_twice() {
    let site = TestSite::new();
    let (organiser, secretary) = (
        as_(&site, (Who::Partner, Role::Organiser)).await,
        as_(&site, SECRETARY).await,
    );
    let border = site.organisation(Who::BorderPost).to_string();
    let alb = site.organisation(Who::PodulAlb).to_string();
    // Two that its people are registered for, of which one is held; and one for another institution.
    for (title, who, held) in [("A", &border, true), ("B", &border, false), ("C", &alb, true)] {
        let plan = [
            ("title", title),
            ("audience", "Officers"),
            ("aims", "Help"),
            ("modules", "Referral"),
            ("hours", "6"),
            ("competence", "First help"),
            ("years", "1"),
            ("from", "18 8 2026"),
            ("to", "19 8 2026"),
            ("place", "Ungheni"),
        ];
        let training = organiser.send("/trainings/new", &plan).await;
        let training = training.split('?').next().expect("an address").to_owned();
        let group = [
            ("organisation", who.as_str()),
            ("function", "Officers"),
            ("registered", "3"),
        ];
        organiser.send(&format!("{training}/enrolment"), &group).await;
        if held {
            organiser.send(&format!("{training}/holding"), &[]).await;
        }
    }
    // One that all signed, one that ended before the last day of the year, and one that is not signed.
    partnership::signed(&secretary, &site, "1 1 2030").await;
    partnership::signed(&secretary, &site, "30 9 2026").await;
    partnership::begun(&secretary, &site).await;
    duty::pass(&site, TO_JANUARY);
    let focal = as_(&site, FOCAL).await;
    let report = address(&focal.open("/reports").await, "/reports/");
    focal.send(&format!("{report}/writing"), &WRITTEN).await;
    let page = sent(&focal, &format!("{report}/submission"), &[]).await;
    assert_eq!(figure(&page, "Trainings held"), "1", "{page}");
    assert_eq!(figure(&page, "Partnerships in force"), "1", "{page}");
    assert!(
        page.contains("for which its people were registered") && page.contains("held on the last day"),
        "each with its definition: {page}"
    );
    assert!(
        !page.contains("At the border at night"),
        "a count names nothing: {page}"
    );
}

/// Another border post that answers for reports, whose accepted one tells as much as a form takes.
fn another_post(site: &TestSite, name: &str) -> Id<Organisation> {
    let unit = site.context(Who::NationalUnit, Role::NationalUnit);
    let register = Register {
        name: name.to_owned(),
        kind: OrganisationKind::BorderPolice,
        duty_phone: None,
        contact_point: None,
        functions: vec![NewFunction::new(Role::FocalFunction, "Focal function")],
    };
    let (id, _) = organisation::register(&site.app, &unit, &register).expect("registered");
    id
}

#[tokio::test]
async fn a_national_report_of_many_long_reports_is_read_and_written_on_in_parts() {
    let site = TestSite::new();
    let posts: Vec<_> = ["Post A", "Post B", "Post C", "Post D", "Post E"]
        .map(|name| (name, another_post(&site, name)))
        .to_vec();
    duty::pass(&site, TO_JANUARY);
    let accounts = account::all(&site.app).expect("accounts");
    for ((name, id), nth) in posts.iter().zip(0..) {
        let actor = accounts.iter().find(|account| account.organisation_name == *name);
        let root = |step: u8| example::root(actor.expect("an account").actor(), site.now(), 100 + 10 * nth + step);
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        let (report_id, _) = snapshot.reports_by(*id).expect("reports").remove(0);
        drop(snapshot);
        let long = |sign: &str| format!("{}\n", sign.repeat(799)).repeat(9).trim_end().to_owned();
        let words = Write {
            narrative: long("a"),
            values: Vec::new(),
            evidence: Vec::new(),
            obstacles: Some(long("b")),
            example: true,
        };
        report::write(&site.app, &root(0), report_id, &words).expect("written");
        report::submit(&site.app, &root(1), report_id, &()).expect("handed in");
        let secretary = example::root(site.account(SECRETARY.0, SECRETARY.1), site.now(), 102 + 10 * nth);
        report::accept(&site.app, &secretary, report_id, &()).expect("accepted");
    }
    duty::pass(&site, 31 * DAY);
    let secretary = as_(&site, SECRETARY).await;
    let national = address(&secretary.open("/periods").await, "/periods/");
    let begun = [
        ("title", "National report for 2026"),
        ("obstacles", "What stood in the way"),
    ];
    let page = sent(&secretary, &format!("{national}/national-report"), &begun).await;
    let paper = address(&secretary.open(&national).await, "/national-reports/");
    assert!(
        page.contains("Part 1 of 5") && page.contains("<h2>Post A</h2>") && !page.contains("<h2>Post B</h2>"),
        "{page}"
    );
    // 72,000 signs are more than one form takes; each part is.
    let form = secretary.open(&format!("{paper}/version?part=3")).await;
    assert!(
        form.contains("The report, part 3 of 5") && form.contains("# Post C") && !form.contains("# Post B"),
        "{form}"
    );
    let path = format!("{paper}/version");
    let long = format!("# Post C\n\n{}", "c".repeat(30_000));
    let fields = |text| {
        [
            ("version", "1"),
            ("title", "National report for 2026"),
            ("part", "3"),
            ("text", text),
        ]
    };
    let refused = secretary.post(&path, &fields(&long[..])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("ccccc"), "what was typed stands");
    let page = sent(&secretary, &path, &fields("# Post C\n\nNothing stood in the way.")).await;
    assert!(
        page.contains("Part 3 of 5") && page.contains("Nothing stood in the way.") && page.contains("Version 2"),
        "back at what was written: {page}"
    );
    for (part, post) in [("1", "Post A"), ("2", "Post B"), ("4", "Post D"), ("5", "Post E")] {
        let page = secretary.open(&format!("{paper}?part={part}")).await;
        let head = format!("<h2>{post}</h2>");
        assert!(
            page.contains(&head) && page.contains("bbbbb"),
            "{post} stands as it stood: {page}"
        );
    }
    assert_eq!(
        secretary.get(&format!("{paper}?part=6")).await.status,
        StatusCode::NOT_FOUND
    );
    let none = [("version", "2"), ("title", "T"), ("part", "9"), ("text", "Mine")];
    let none = secretary.post(&path, &none).await;
    assert!(none.body.contains("NAT-06"), "{}", none.text());
    let document = secretary.get(&format!("{paper}/document.docx")).await;
    assert!(document.status == StatusCode::OK && document.body.starts_with("PK"));
}
