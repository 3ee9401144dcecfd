//! Who watches over data protection sees what was opened and refused, by organisation and day, and learns of no other file.
use crate::{
    audit::events,
    common::{TestSite, plain},
    duty::{HOUSE, OFFICER, opened},
    programs::{Programs, secret},
    seen::agreed,
};
use axum::http::StatusCode;
use serde_json::Value;
use tiltas_app::{audit::list, case, signal};
use tiltas_domain::{
    Id, Role, Root,
    audit::{Event, OnDay, Result as Outcome},
    case::Case,
    example::{self, Who},
    provider::Service,
};

const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);
const GUARD: (Who, Role) = (Who::PodulAlb, Role::DataProtection);
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

fn begun(site: &TestSite) -> Id<Case> {
    let manager = site.context(MANAGER.0, MANAGER.1);
    signal::record(&site.app, &manager, &example::signal())
        .expect("a file")
        .0
}

/// Somebody opens a file, or tries to, so often.
fn looks(site: &TestSite, who: (Who, Role), case: Id<Case>, times: usize) {
    for _ in 0..times {
        // What is said is noted: only that counts here.
        let _ = case::file::file(&site.app, &site.context(who.0, who.1), case);
    }
}

/// What one organisation opened and was refused on each day, newest first, and its day's date.
fn counted(site: &TestSite, who: Who) -> Vec<(String, usize, usize)> {
    let found = list::days(&site.app, &site.context(GUARD.0, GUARD.1)).expect("days");
    assert_eq!((found.days.len(), found.unreadable), (14, 0));
    let days = found.days.into_iter().map(|of| {
        let (mut opened, mut refused) = (0, 0);
        for (_, _, times) in &of.by {
            opened += times.opened;
            refused += times.refused;
        }
        assert_eq!(
            (opened, refused),
            (of.all.opened, of.all.refused),
            "a day is the sum of its organisations"
        );
        let by = of.by.iter().find(|(id, ..)| *id == site.organisation(who));
        let times = by.map(|(_, _, times)| *times).unwrap_or_default();
        (of.day.date.to_string(), times.opened, times.refused)
    });
    days.collect()
}

fn own_entries(site: &TestSite) -> Vec<Event> {
    events(&site.app, site.account(GUARD.0, GUARD.1).id)
}

#[tokio::test]
async fn openings_and_refusals_are_counted_by_organisation_and_by_the_day_of_the_country() {
    let programs = Programs::new();
    let site = &programs.site;
    let guard = site.as_(GUARD.0, GUARD.1).await;
    let nothing = guard.open("/audits").await;
    assert!(nothing.contains("Nothing was opened or refused"), "{nothing}");
    assert!(nothing.contains("0 opened, 0 refused"), "{nothing}");
    let case = begun(site);
    looks(site, MANAGER, case, 2);
    // At 01:20 it is another day in Greenwich.
    looks(site, HOUSE, case, 3);
    site.pass(2 * HOUR);
    site.app.note_counted(site.now()).expect("noted");
    let today = ("2026-08-20".to_owned(), 2, 0);
    assert_eq!(counted(site, MANAGER.0)[0], today);
    assert_eq!(counted(site, HOUSE.0)[0], ("2026-08-20".to_owned(), 0, 3));
    site.pass(DAY);
    looks(site, MANAGER, case, 1);
    let days = counted(site, MANAGER.0);
    assert_eq!(days[0], ("2026-08-21".to_owned(), 1, 0), "the newest day stands first");
    assert_eq!(days[1], today);
    assert_eq!(
        days[2],
        ("2026-08-19".to_owned(), 0, 0),
        "a day without any is there, with 0"
    );
    let page = site.as_(GUARD.0, GUARD.1).await.open("/audits").await;
    for says in [
        "Friday 21 August 2026",
        "Thursday 20 August 2026",
        "Casa Liman",
        "Podul Alb",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains(&site.spoken_name(case)), "a count names no file");
    let reply = programs.get(&secret(GUARD.0.name(), GUARD.1), "/api/v1/audits").await;
    let days = reply.json()["days"].clone();
    assert_eq!(days[1]["day"], "2026-08-20");
    assert_eq!(
        (&days[1]["opened"], &days[1]["refused"]),
        (&Value::from(2), &Value::from(3))
    );
    assert_eq!(days[1]["organisations"][0]["name"], "Casa Liman");
    assert_eq!(
        own_entries(site),
        [],
        "a count names no file, so it is no opening of one"
    );
    site.pass(13 * DAY);
    assert_eq!(counted(site, MANAGER.0)[13].1, 1, "the oldest day is counted whole");
    site.pass(DAY);
    assert!(
        counted(site, MANAGER.0).iter().all(|(_, opened, _)| *opened == 0),
        "fourteen days and no more"
    );
}

#[tokio::test]
async fn each_count_leads_to_the_log_of_that_day_and_whom_the_list_names_is_noted() {
    let site = TestSite::new();
    let (case, other) = (begun(&site), begun(&site));
    looks(&site, MANAGER, case, 2);
    site.pass(DAY);
    looks(&site, MANAGER, case, 1);
    looks(&site, MANAGER, other, 1);
    looks(&site, HOUSE, case, 1);
    let guard = site.as_(GUARD.0, GUARD.1).await;
    let page = guard.open("/audits").await;
    let links = page.split("href=\"/audits/files?").skip(1);
    let links: Vec<String> = links
        .map(|rest| plain(rest.split('"').next().unwrap_or_default()))
        .collect();
    assert_eq!(links.len(), 3, "two organisations today, one yesterday: {links:?}");
    let yesterday = format!("organisation={}&day=2026-08-20", site.organisation(MANAGER.0));
    assert_eq!(links[2], yesterday);
    let files = guard.open(&format!("/audits/files?{yesterday}")).await;
    assert!(
        files.contains(&site.spoken_name(case)) && !files.contains(&site.spoken_name(other)),
        "{files}"
    );
    let named = own_entries(&site);
    assert_eq!(named.len(), 1, "{named:?}");
    assert_eq!(named[0].result, Outcome::Listed(vec![case]));
    let (_, log) = files
        .split_once(&format!("href=\"/cases/{case}/audit?"))
        .expect("a way into the log");
    let log = plain(log.split('"').next().expect("an address"));
    let log = guard.open(&format!("/cases/{case}/audit?{log}")).await;
    assert!(log.contains("2 entries, organisations: 1"), "{log}");
    for none in ["", "?day=2026-08-20", "?organisation=x&day=2026-08-20"] {
        let answer = guard.get(&format!("/audits/files{none}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{none}");
    }
    let long_ago = format!(
        "/audits/files?organisation={}&day=2026-06-01",
        site.organisation(MANAGER.0)
    );
    assert_eq!(guard.get(&long_ago).await.status, StatusCode::NOT_FOUND);
    let quiet = format!(
        "/audits/files?organisation={}&day=2026-08-12",
        site.organisation(MANAGER.0)
    );
    assert!(guard.open(&quiet).await.contains("No file"));
    let mut guard = site.as_(GUARD.0, GUARD.1).await;
    guard.language = "ro";
    for (path, says) in [
        ("/audits", "Deschideri și refuzuri"),
        (&*format!("/audits/files?{yesterday}"), "Dosar"),
    ] {
        assert!(guard.open(path).await.contains(says), "{path}");
    }
}

#[tokio::test]
async fn no_count_tells_of_a_file_or_of_an_opening_that_the_officer_may_not_see() {
    let programs = Programs::new();
    let site = &programs.site;
    let theirs = opened(site, example::woman());
    looks(site, OFFICER, theirs, 2);
    looks(site, MANAGER, theirs, 1);
    let nothing = |who: Who| {
        counted(site, who)
            .iter()
            .all(|(_, opened, refused)| opened + refused == 0)
    };
    assert!(
        nothing(OFFICER.0) && nothing(MANAGER.0),
        "a file of another organisation is not there"
    );
    agreed(site, theirs, Service::CaseManagement);
    let offer = site.context(OFFICER.0, OFFICER.1);
    case::offer_lead(&site.app, &offer, theirs, site.organisation(MANAGER.0)).expect("offered");
    case::answer_lead(&site.app, &site.context(MANAGER.0, MANAGER.1), theirs, true).expect("taken");
    assert!(
        counted(site, OFFICER.0)[0].1 > 0,
        "whose file it is now, its log is theirs"
    );
    let away = site.context(MANAGER.0, MANAGER.1);
    case::offer_lead(&site.app, &away, theirs, site.organisation(Who::Team)).expect("offered");
    case::answer_lead(&site.app, &site.context(Who::Team, Role::ContactPoint), theirs, true).expect("taken");
    looks(site, MANAGER, theirs, 1);
    assert!(
        nothing(OFFICER.0) && nothing(Who::Team),
        "of a file that another leads, only its own people"
    );
    assert!(!nothing(MANAGER.0));
    let ask = OnDay {
        organisation: site.organisation(OFFICER.0),
        date: "2026-08-20".parse().expect("a day"),
        after: None,
    };
    let files = list::files(&site.app, &site.context(GUARD.0, GUARD.1), &ask).expect("a list");
    assert_eq!((files.files, files.lines.len()), (0, 0));
    for (who, role) in [OFFICER, MANAGER, HOUSE, (Who::NationalUnit, Role::NationalUnit)] {
        let token = secret(who.name(), role);
        for path in [
            "/api/v1/audits",
            &format!("/api/v1/audits/files?organisation={}&day=2026-08-20", ask.organisation),
        ] {
            assert_eq!(
                programs.get(&token, path).await.status,
                StatusCode::NOT_FOUND,
                "{who:?} {path}"
            );
        }
        assert_eq!(
            site.as_(who, role).await.get("/audits").await.status,
            StatusCode::NOT_FOUND
        );
    }
    let wrong = programs
        .get(&secret(GUARD.0.name(), GUARD.1), "/api/v1/audits/files?day=soon")
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text.contains("organisation") && wrong.text.contains("day"),
        "{}",
        wrong.text
    );
}

#[tokio::test]
async fn a_long_day_is_read_page_by_page_and_every_file_is_reached_once() {
    let programs = Programs::new();
    let site = &programs.site;
    let manager = site.account(MANAGER.0, MANAGER.1);
    let mut all = Vec::new();
    for nth in 0..(list::FILES as u32 + 3) {
        let mut context: Root = example::root(manager, site.now(), 0xEE);
        context.seed[..4].copy_from_slice(&nth.to_be_bytes());
        context.request = context.seed;
        let (case, _) = signal::record(&site.app, &context, &example::signal()).expect("a file");
        looks(site, MANAGER, case, 1);
        all.push(case.to_string());
    }
    let address = format!(
        "/audits/files?organisation={}&day=2026-08-20",
        site.organisation(MANAGER.0)
    );
    let first = site.as_(GUARD.0, GUARD.1).await.open(&address).await;
    assert!(plain(&first).contains("&after="), "{first}");
    let token = secret(GUARD.0.name(), GUARD.1);
    let (mut told, mut next) = (Vec::new(), format!("/api/v1{address}"));
    loop {
        let page = programs.get(&token, &next).await;
        let lines = page.json();
        told.extend(
            lines
                .as_array()
                .expect("lines")
                .iter()
                .map(|line| line["case"].as_str().expect("an id").to_owned()),
        );
        let link = page.header("link");
        let Some((_, rest)) = link.split_once('<') else { break };
        next = rest.split('>').next().expect("an address").to_owned();
    }
    assert_eq!(told.len(), all.len());
    told.sort();
    all.sort();
    assert_eq!(told, all);
}
