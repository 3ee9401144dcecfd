//! The access log: what is noted, what is only counted, and that its whole history can be read.
mod opened;

use crate::{common::TestSite, duty, programs::Programs};
use axum::http::StatusCode;
use std::collections::HashSet;
use tiltas_access::{Action, CaseFacts, Subject};
use tiltas_app::{App, Error, audit as log, case, detail};
use tiltas_domain::{
    Field, Id, Moment, Role, Sensitive,
    audit::{Copy, Event, Result as Outcome, Select},
    case::Case,
    content::{HealthNote, Phone},
    detail::Detail,
    example::{self, Who},
};
use tiltas_store::audit::Looked;

const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);
const STRANGER: (Who, Role) = (Who::CasaLiman, Role::Provider);

/// All entries of a case, or of an actor, newest first.
fn entries<T>(app: &App, id: Id<T>) -> Vec<Looked> {
    let snapshot = app.store().snapshot().expect("a snapshot");
    snapshot
        .looked(Id::from_stored(*id.as_bytes()), None, 100_000)
        .expect("entries")
}

/// What they say.
pub fn events<T>(app: &App, id: Id<T>) -> Vec<Event> {
    entries(app, id).into_iter().filter_map(|entry| entry.event).collect()
}

/// Where the journal stands.
pub fn position(site: &TestSite) -> i64 {
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    snapshot.last(1).expect("events")[0].position
}

#[tokio::test]
async fn an_open_page_that_stays_fresh_is_noted_once_in_a_while_and_every_opening_each_time() {
    let site = TestSite::new();
    let case = site.file();
    let page = format!("/cases/{case}");
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let other = site.as_(OFFICER.0, OFFICER.1).await;
    let noted = || entries(&site.app, case).len();
    officer.refresh(&page).await;
    assert_eq!(
        noted(),
        1,
        "nothing was shown before, so the first is noted whoever asks"
    );
    for _ in 0..3 {
        site.pass(4);
        assert_eq!(officer.refresh(&page).await.status, StatusCode::OK);
    }
    assert_eq!(noted(), 1, "the same fields within a quarter of an hour");
    officer.open(&page).await;
    officer.open(&page).await;
    assert_eq!(noted(), 3, "whoever opens the page is noted each time");
    other.refresh(&page).await;
    assert_eq!(noted(), 4, "another session was not shown it");
    site.pass(15);
    officer.refresh(&page).await;
    assert_eq!(noted(), 5, "a quarter of an hour is over");
    let context = site.context(OFFICER.0, OFFICER.1);
    let phone = Detail::Phone(Phone::wrap("069 000 001".to_owned()).into());
    detail::tell(&site.app, &context, case, &phone).expect("told");
    officer.refresh(&page).await;
    let newest = events(&site.app, case).remove(0);
    assert!(
        matches!(newest.result, Outcome::Opened(fields) if fields.contains(Field::Phone)),
        "a field that was not shown before is noted"
    );
    assert_eq!(noted(), 6);
    officer.refresh(&page).await;
    assert_eq!(noted(), 6);
}

#[tokio::test]
async fn a_list_that_stays_fresh_is_noted_anew_where_it_names_another_file() {
    let site = TestSite::new();
    site.file();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let own = site.account(OFFICER.0, OFFICER.1).id;
    officer.open("/cases").await;
    let before = entries(&site.app, own).len();
    officer.refresh("/cases").await;
    assert_eq!(entries(&site.app, own).len(), before);
    site.file();
    officer.refresh("/cases").await;
    assert_eq!(entries(&site.app, own).len(), before + 1);
}

/// Opens a file that is not one's own.
fn denied(site: &TestSite, case: Id<Case>) {
    let context = site.context(STRANGER.0, STRANGER.1);
    let answer = case::file::file(&site.app, &context, case);
    assert!(matches!(answer, Err(Error::Denied(_))), "{:?}", answer.err());
}

#[tokio::test]
async fn a_page_that_is_open_by_another_right_notes_no_denial_for_its_reader() {
    let site = TestSite::new();
    let case = duty::opened(&site, example::woman());
    duty::pass(&site, 60 + 60 + 1);
    let team = site.as_(Who::Team, Role::ContactPoint).await;
    let page = team.open(&format!("/cases/{case}/lead")).await;
    assert!(page.contains("Take case lead"), "told of a late task only: {page}");
    assert_eq!(
        counted(&site.app, case),
        [],
        "whoever is shown a page was denied nothing"
    );
}

fn counted(app: &App, case: Id<Case>) -> Vec<Option<u32>> {
    let denied = events(app, case).into_iter();
    let denied = denied.filter(|event| matches!(event.result, Outcome::Denied(_)));
    denied.map(|event| event.again.map(|again| again.times)).collect()
}

#[test]
fn the_first_denial_is_noted_at_once_and_the_rest_of_its_hour_as_one_entry() {
    let site = TestSite::new();
    let case = site.file();
    denied(&site, case);
    assert_eq!(counted(&site.app, case), [None], "the first at once");
    site.pass(1);
    let first = site.now();
    for _ in 0..4 {
        denied(&site, case);
        site.pass(10);
    }
    site.app.note_counted(site.now()).expect("noted");
    assert_eq!(counted(&site.app, case), [None], "its hour is not over");
    site.pass(20);
    site.app.note_counted(site.now()).expect("noted");
    assert_eq!(counted(&site.app, case), [Some(4), None]);
    let again = events(&site.app, case)[0].again.expect("counted");
    assert_eq!((again.first, again.last), (first, Moment(first.0 + 30 * 60_000_000)));
    denied(&site, case);
    assert_eq!(
        counted(&site.app, case),
        [None, Some(4), None],
        "the next hour begins anew"
    );
    site.app.note_counted(site.now()).expect("noted");
    assert_eq!(counted(&site.app, case).len(), 3, "what was counted is written once");
}

#[test]
fn denials_that_were_counted_are_noted_also_where_nobody_wrote_them_before_the_next_hour() {
    let site = TestSite::new();
    let case = site.file();
    denied(&site, case);
    denied(&site, case);
    site.pass(61);
    denied(&site, case);
    denied(&site, case);
    site.app.note_all_counted(site.now()).expect("noted");
    assert_eq!(counted(&site.app, case), [Some(1), Some(1), None, None]);
}

#[test]
fn at_a_stop_what_was_counted_is_noted_and_a_crash_loses_the_count_and_never_the_first() {
    let site = TestSite::new();
    let case = site.file();
    for _ in 0..5 {
        denied(&site, case);
    }
    // A clone that is never dropped: the process ends without a farewell.
    Box::leak(Box::new(App::clone(&site.app)));
    let now = site.now();
    let folder = site.closed();
    let site = TestSite::copy_of(folder.path(), now);
    assert_eq!(counted(&site.app, case), [None], "after a crash the first stands");
    site.pass(90);
    for _ in 0..5 {
        denied(&site, case);
    }
    let now = site.now();
    let folder = site.closed();
    let site = TestSite::copy_of(folder.path(), now);
    assert_eq!(
        counted(&site.app, case),
        [Some(4), None, None],
        "after a stop the count stands"
    );
}

#[test]
fn a_flood_of_ten_thousand_denials_writes_few_entries() {
    let site = TestSite::new();
    let case = site.file();
    let before = position(&site);
    let mut context = site.context(STRANGER.0, STRANGER.1);
    for nth in 0..5_000_u32 {
        context.correlation = u64::from(nth);
        assert!(case::file::file(&site.app, &context, case).is_err());
        let nowhere = Id::<Case>::from_bytes([(nth % 251) as u8; 16]);
        assert!(case::file::file(&site.app, &context, nowhere).is_err());
    }
    site.app.note_all_counted(site.now()).expect("noted");
    assert_eq!(
        position(&site) - before,
        4,
        "a first and a count, for what is denied and for what is not there"
    );
    assert_eq!(counted(&site.app, case), [Some(4_999), None]);
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the log of a forgotten file is asked for by no use case"
)]
fn a_reason_that_somebody_wrote_is_forgotten_with_the_file_and_who_looked_is_not() {
    let site = TestSite::new();
    let case = site.file();
    let context = site.context(OFFICER.0, OFFICER.1);
    let health = Detail::Health(HealthNote::wrap("A wrist hurts".to_owned()).into());
    detail::tell(&site.app, &context, case, &health).expect("told");
    let told = case::file::file(&site.app, &context, case).expect("a file").entries[0].id;
    let opened = detail::open_replaced(&site.app, &context, case, told, "Oksana asked for it");
    opened.expect("opened");
    let reason = || {
        let entry = events(&site.app, case)
            .into_iter()
            .find(|event| event.reason.is_some())
            .expect("an entry with a reason");
        let facts = CaseFacts::assumed(tiltas_access::Part::Lead, false, false, tiltas_domain::Fields::NONE);
        let permit = tiltas_access::permit(&context.of("policy"), Action::ReadAudit, Subject::Case(case), facts)
            .expect("a permit");
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        let reason = snapshot.reason(&permit, &entry, entry.reason.as_ref().expect("a reason"));
        reason.expect("read").expect("the entry is there")
    };
    assert_eq!(reason().open().map(Sensitive::bare), Some("Oksana asked for it"));
    let before = entries(&site.app, case).len();
    let officer = site.context(Who::NationalUnit, Role::DataProtection);
    case::forget(&site.app, &officer, case).expect("forgotten");
    assert!(matches!(reason().seen(), tiltas_access::Seen::Forgotten));
    assert_eq!(entries(&site.app, case).len(), before, "who looked stands");
}

/// Opens the file so often, a minute between each.
fn opened(site: &TestSite, case: Id<Case>, times: usize) {
    let mut context = site.context(OFFICER.0, OFFICER.1);
    for _ in 0..times {
        site.pass(1);
        context.now = site.now();
        case::file::file(&site.app, &context, case).expect("opened");
    }
}

#[test]
fn the_whole_history_is_reached_page_by_page_and_nothing_is_lost_or_told_twice_while_it_grows() {
    let site = TestSite::new();
    let case = site.file();
    opened(&site, case, 2 * log::SHOWN + 37);
    denied(&site, case);
    let before: Vec<Moment> = entries(&site.app, case).iter().map(|entry| entry.at).collect();
    let mut select = Select::default();
    let mut told = Vec::new();
    let mut marks = HashSet::new();
    loop {
        let context = site.context(OFFICER.0, OFFICER.1);
        let page = log::looked(&site.app, &context, case, &select).expect("a page");
        told.extend(page.lines.iter().map(|line| line.at));
        // Each page that was read stands in the log itself, and so does this.
        opened(&site, case, 3);
        let Some(next) = page.next else { break };
        assert!(marks.insert(next.clone()), "a page leads on");
        select.after = Some(next);
    }
    assert_eq!(told, before);
    let context = site.context(OFFICER.0, OFFICER.1);
    let no = Select {
        denied: true,
        ..Select::default()
    };
    let page = log::looked(&site.app, &context, case, &no).expect("a page");
    assert_eq!((page.lines.len(), page.count.entries, page.count.more), (1, 1, false));
    let nowhere = Select {
        after: Some("0".repeat(64)),
        ..Select::default()
    };
    let answer = log::looked(&site.app, &context, case, &nowhere);
    assert!(
        matches!(answer, Err(Error::NotFound)),
        "a mark of no entry leads nowhere"
    );
}

#[test]
fn a_log_is_counted_exactly_to_a_thousand_and_then_as_more() {
    let site = TestSite::new();
    let case = site.file();
    let counted = || {
        let context = site.context(OFFICER.0, OFFICER.1);
        let count = log::looked(&site.app, &context, case, &Select::default())
            .expect("a page")
            .count;
        (count.entries, count.more)
    };
    opened(&site, case, 999);
    assert_eq!(counted(), (999, false));
    assert_eq!(counted(), (1_000, false));
    assert_eq!(counted(), (1_000, true));
}

#[tokio::test]
async fn the_filters_of_a_log_stand_in_its_address_and_what_is_done_again_is_one_line() {
    let site = TestSite::new();
    let case = site.file();
    opened(&site, case, 12);
    denied(&site, case);
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let address = format!("/cases/{case}/audit");
    let page = officer.open(&address).await;
    assert!(page.contains("12 times, between"), "{page}");
    assert!(page.contains("13 entries, organisations: 2"), "{page}");
    let only = officer.open(&format!("{address}?denied=yes")).await;
    assert!(only.contains("Not allowed (") && !only.contains("12 times"), "{only}");
    assert!(
        only.contains("audit.csv?denied=yes"),
        "the choice stands in the address of the export too"
    );
    let theirs = format!("{address}?organisation={}", site.organisation(STRANGER.0));
    let theirs = officer.open(&theirs).await;
    assert!(
        theirs.contains("1 entry, organisations: 1") && !theirs.contains("12 times"),
        "{theirs}"
    );
    let none = officer.open(&format!("{address}?until=2020-01-01")).await;
    assert!(none.contains("No entry"), "{none}");
    let wrong = officer.get(&format!("{address}?from=soon&denied=yes")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("Write a day") && wrong.body.contains("value=\"soon\""),
        "{}",
        wrong.text()
    );
}

#[tokio::test]
async fn a_log_that_leaves_as_a_table_is_noted_and_a_reason_in_it_is_no_formula() {
    let site = TestSite::new();
    let case = site.file();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    officer.post(&format!("/cases/{case}/name"), &[("words", "=1+1")]).await;
    denied(&site, case);
    let table = officer.get(&format!("/cases/{case}/audit.csv")).await;
    assert_eq!(table.status, StatusCode::OK);
    assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
    let lines: Vec<&str> = table.body.lines().collect();
    assert_eq!(lines.len(), 1 + entries(&site.app, case).len() - 1, "{}", table.body);
    assert!(table.body.contains("\"'=1+1\""), "{}", table.body);
    let newest = events(&site.app, case).remove(0);
    assert_eq!(newest.copy, Some(Copy::Exported));
    let page = officer.open(&format!("/cases/{case}/audit")).await;
    assert!(page.contains("Saved as a table."), "{page}");
    let stranger = site.as_(STRANGER.0, STRANGER.1).await;
    let theirs = stranger.get(&format!("/cases/{case}/audit.csv")).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_program_reads_a_log_page_by_page_and_a_misspelt_filter_is_told() {
    let programs = Programs::new();
    let case = programs.site.file();
    opened(&programs.site, case, log::SHOWN + 5);
    let token = crate::programs::secret(OFFICER.0.name(), OFFICER.1);
    let mut path = format!("/api/v1/cases/{case}/audits?role=first_responder");
    let mut told = 0;
    loop {
        let reply = programs.get(&token, &path).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        told += reply.json().as_array().expect("a list").len();
        let link = reply.header("link");
        let Some(next) = link.strip_prefix('<').and_then(|rest| rest.split('>').next()) else {
            break;
        };
        path = next.to_owned();
    }
    assert_eq!(told, log::SHOWN + 5);
    let wrong = programs
        .get(&token, &format!("/api/v1/cases/{case}/audits?denid=yes"))
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("denid"), "{}", wrong.text);
}
