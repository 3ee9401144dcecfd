//! Whoever writes into the database behind the node's back is found, and the first event that he touched is named.
use crate::{common::*, on_both};
use sha2::Digest as _;
use tiltas_store::{Difference, Differs, Error, Fault, Location, Report, Store, Tampering};

on_both!(
    an_untouched_journal_is_whole_and_says_what_is_unproven,
    who_only_looks_proves_nothing_younger,
    an_edited_event_is_named,
    a_removed_event_is_named,
    a_removed_event_is_named_also_when_the_rest_moves_up,
    events_that_changed_places_are_named,
    a_journal_cut_off_before_the_signed_head_is_named,
    what_is_younger_than_the_signed_head_is_unproven,
    an_event_that_nobody_committed_is_named,
    a_forged_signature_is_refused,
    a_row_of_a_view_that_the_journal_does_not_tell_is_found,
    the_views_equal_a_rebuild_also_after_forgetting,
    an_event_without_its_key_is_not_taken_for_forgotten,
    a_byte_changed_on_a_copy_is_named_and_the_journal_stays_whole,
    what_another_wrote_into_the_journal_is_never_signed,
    a_tail_that_was_changed_while_the_node_stood_still_is_never_signed,
    sessions_and_claims_of_mail_sign_nothing,
    what_a_neighbour_of_the_same_node_wrote_is_followed_and_signed,
    tables_triggers_and_missing_indexes_are_named,
);

/// Thirty events of several streams, signed at twenty.
fn written(place: &Place) -> Store {
    let store = place.open();
    let mut case = record(&store, 1).unwrap();
    for key in 2.. {
        let position = match key {
            5 => {
                register(&store, key).unwrap();
                continue;
            }
            9 => {
                case = record(&store, key).unwrap();
                continue;
            }
            _ => note(&store, key, case).unwrap(),
        };
        if position == 20 {
            store.sign_head().unwrap();
        }
        if position == 30 {
            return store;
        }
    }
    store
}

fn keys_file(place: &Place) -> rusqlite::Connection {
    rusqlite::Connection::open(place.folder.path().join("keys.db")).unwrap()
}

fn fault(store: &Store) -> Option<(i64, Tampering)> {
    store
        .verify()
        .unwrap()
        .first_fault
        .map(|Fault { position, what }| (position, what))
}

/// A node that was killed leaves a tail unproven. Looking at it must not sign it; the next start follows it, and signs.
fn who_only_looks_proves_nothing_younger(place: &Place) {
    let _killed = std::mem::ManuallyDrop::new(written(place));
    for _ in 0..2 {
        let report = place.look().verify().unwrap();
        assert_eq!((report.signed_to, report.unproven), (20, 10));
        let since = report.unproven_since.unwrap();
        assert!(!report.is_overdue(since.plus_minutes(2)) && report.is_overdue(since.plus_minutes(3)));
    }
    drop(place.open());
    let report = place.look().verify().unwrap();
    assert_eq!(
        (report.signed_to, report.unproven, report.unproven_since),
        (30, 0, None)
    );
}

fn an_untouched_journal_is_whole_and_says_what_is_unproven(place: &Place) {
    let store = written(place);
    let report = Report {
        events: 30,
        first_fault: None,
        signed_to: 20,
        unproven: 10,
        unproven_since: store.verify().unwrap().unproven_since,
        foreign: Vec::new(),
    };
    assert!(report.unproven_since.is_some_and(|since| since > NOW));
    assert_eq!(store.verify().unwrap(), report);
    drop(store);
    let report = Report {
        signed_to: 30,
        unproven: 0,
        unproven_since: None,
        ..report
    };
    assert_eq!(place.open().verify().unwrap(), report, "the end is signed at shutdown");
}

fn an_edited_event_is_named(place: &Place) {
    let store = written(place);
    let edits = [
        (30, "at = at + 1"),
        (17, "owner = NULL"),
        (12, "stream = 'case:00000000000000000000000000000000'"),
        (8, "narrative = process"),
        (4, "health = NULL"),
        (1, "process = hash"),
    ];
    for (position, edit) in edits {
        place.tamper(&format!("UPDATE event SET {edit} WHERE position = {position}"));
        assert_eq!(fault(&store), Some((position, Tampering::Edited)), "{edit}");
    }
}

fn a_removed_event_is_named(place: &Place) {
    let store = written(place);
    for position in [29, 12, 1] {
        place.tamper(&format!("DELETE FROM event WHERE position = {position}"));
        assert_eq!(fault(&store), Some((position, Tampering::Removed)));
    }
}

fn a_removed_event_is_named_also_when_the_rest_moves_up(place: &Place) {
    let store = written(place);
    for position in [12, 3] {
        place.tamper(&format!("DELETE FROM event WHERE position = {position}"));
        place.tamper(&format!(
            "UPDATE event SET position = 1 - position WHERE position > {position}"
        ));
        place.tamper("UPDATE event SET position = -position WHERE position < 0");
        place.tamper("UPDATE head SET position = position - 1");
        assert_eq!(fault(&store), Some((position, Tampering::Removed)));
    }
}

fn events_that_changed_places_are_named(place: &Place) {
    let store = written(place);
    for (one, other) in [(19, 20), (5, 25), (2, 3)] {
        place.tamper(&format!("UPDATE event SET position = -1 WHERE position = {one}"));
        place.tamper(&format!("UPDATE event SET position = {one} WHERE position = {other}"));
        place.tamper(&format!("UPDATE event SET position = {other} WHERE position = -1"));
        assert_eq!(fault(&store), Some((one, Tampering::Reordered)));
    }
}

fn cut(place: &Place, last: i64) {
    place.tamper(&format!("DELETE FROM event WHERE position > {last}"));
    place.tamper(&format!(
        "UPDATE head SET position = {last}, hash = (SELECT hash FROM event WHERE position = {last})"
    ));
}

fn a_journal_cut_off_before_the_signed_head_is_named(place: &Place) {
    let store = written(place);
    place.tamper("DELETE FROM event WHERE position > 28");
    assert_eq!(fault(&store), Some((29, Tampering::CutOff)), "the head row still knows");
    cut(place, 15);
    assert_eq!(
        fault(&store),
        Some((16, Tampering::CutOff)),
        "the signed head still knows"
    );
}

fn what_is_younger_than_the_signed_head_is_unproven(place: &Place) {
    let store = written(place);
    cut(place, 25);
    let report = store.verify().unwrap();
    assert_eq!((report.first_fault, report.signed_to, report.unproven), (None, 20, 5));
}

fn an_event_that_nobody_committed_is_named(place: &Place) {
    let store = written(place);
    place.tamper(
        "INSERT INTO event (position, stream, version, at, process, hash)
         SELECT 31, stream, 99, at, process, hash FROM event WHERE position = 30",
    );
    assert_eq!(fault(&store), Some((31, Tampering::Added)));
}

fn a_forged_signature_is_refused(place: &Place) {
    let store = written(place);
    keys_file(place)
        .execute("UPDATE signed SET hash = zeroblob(32)", [])
        .unwrap();
    assert!(matches!(
        store.verify(),
        Err(tiltas_store::Error::Inconsistent { table: "signed", .. })
    ));
}

fn a_row_of_a_view_that_the_journal_does_not_tell_is_found(place: &Place) {
    let store = written(place);
    assert_eq!(store.rebuild().unwrap(), []);
    place.tamper("INSERT INTO forgotten SELECT 'ffff', position, 'Quercus 1' FROM head");
    let extra = Difference {
        table: "forgotten",
        row: 1,
        what: Differs::Extra,
    };
    assert_eq!(store.rebuild().unwrap(), [extra]);
    place.tamper("DELETE FROM forgotten");
    let case = record(&store, 900).unwrap();
    forget(&store, 901, case).unwrap();
    assert_eq!(store.rebuild().unwrap(), []);
    place.tamper("UPDATE forgotten SET position = position + 1");
    let wrong = Difference {
        table: "forgotten",
        row: 1,
        what: Differs::Column(1),
    };
    assert_eq!(store.rebuild().unwrap(), [wrong]);
    place.tamper("DELETE FROM forgotten");
    let missing = Difference {
        table: "forgotten",
        row: 1,
        what: Differs::Missing,
    };
    assert_eq!(store.rebuild().unwrap(), [missing]);
}

fn the_views_equal_a_rebuild_also_after_forgetting(place: &Place) {
    let store = written(place);
    let cases: Vec<_> = (40..50).map(|key| record(&store, key).unwrap()).collect();
    for (key, case) in (50..).zip(&cases) {
        note(&store, key, *case).unwrap();
    }
    forget(&store, 70, cases[3]).unwrap();
    forget_in_journal(&store, 71, cases[4]).unwrap();
    assert_eq!(
        store.rebuild().unwrap(),
        [],
        "also between the event and the destroyed key"
    );
    drop(store);
    let store = place.open();
    assert_eq!(store.rebuild().unwrap(), []);
    assert_eq!(store.verify().unwrap().first_fault, None);
}

fn an_event_without_its_key_is_not_taken_for_forgotten(place: &Place) {
    let store = written(place);
    let lost = record(&store, 90).unwrap();
    drop(store);
    keys_file(place)
        .execute("DELETE FROM key WHERE owner = $1", [lost.to_string()])
        .unwrap();
    let store = place.open();
    assert!(matches!(
        store.rebuild(),
        Err(tiltas_store::Error::Inconsistent {
            table: "event",
            column: "owner",
            ..
        })
    ));
    assert_eq!(fault(&store), None, "the chain needs no key");
}

/// Copies of a node: the keys of one with the journal of another that took another way.
#[test]
fn a_rewritten_journal_is_found_after_the_last_signed_head_that_holds() {
    let (one, other) = (Place::sqlite(), Place::sqlite());
    let store = one.open();
    let case = record(&store, 1).unwrap();
    drop(store);
    for name in ["tiltas.db", "keys.db", "epoch.key"] {
        std::fs::copy(one.folder.path().join(name), other.folder.path().join(name)).unwrap();
    }
    for (place, key) in [(&one, 10), (&other, 20)] {
        let store = place.open();
        for nth in 0..5 {
            note(&store, key + nth, case).unwrap();
        }
    }
    std::fs::copy(
        other.folder.path().join("tiltas.db"),
        one.folder.path().join("tiltas.db"),
    )
    .unwrap();
    assert_eq!(fault(&one.open()), Some((5, Tampering::Edited)));
}

fn a_byte_changed_on_a_copy_is_named_and_the_journal_stays_whole(place: &Place) {
    let store = written(place);
    let scratch = tempfile::tempdir().unwrap();
    let scratch = scratch.path().join("copy");
    for position in [1, 17, 30] {
        let report = store.verify_changed_copy(&scratch, position).unwrap();
        let fault = report.first_fault.map(|fault| (fault.position, fault.what));
        assert_eq!(fault, Some((position, Tampering::Edited)));
        assert!(!scratch.exists(), "the copy is taken away");
    }
    assert_eq!(fault(&store), None);
    assert!(
        store.verify_changed_copy(&scratch, 31).is_err(),
        "there is no such event"
    );
    assert!(!scratch.exists());
}

/// A row with a right link and a wrong seal: whoever may write into the database can make one.
fn forge(place: &Place) {
    let Location::Folder(folder) = &place.location else {
        // The link can't be computed in SQL there: a row that is not linked.
        place.tamper(
            "INSERT INTO event (position, stream, version, at, process, hash)
             SELECT position + 1, stream, version + 1, at, process, hash FROM event WHERE position = 30;
             UPDATE head SET position = 31",
        );
        return;
    };
    let journal = rusqlite::Connection::open(folder.join("tiltas.db")).unwrap();
    let (previous, stream, version): (Vec<u8>, String, i64) = journal
        .query_row(
            "SELECT hash, stream, version + 1 FROM event WHERE position = 30",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let mut hash = sha2::Sha256::new();
    let mut put = |bytes: Option<&[u8]>| {
        hash.update(bytes.map_or(u64::MAX, |bytes| bytes.len() as u64).to_be_bytes());
        hash.update(bytes.unwrap_or_default());
    };
    let forged = [7_u8; 40];
    put(Some(&previous));
    put(Some(&31_i64.to_be_bytes()));
    put(Some(stream.as_bytes()));
    put(Some(&version.to_be_bytes()));
    put(None);
    put(Some(&5_i64.to_be_bytes()));
    put(Some(&forged));
    (0..5).for_each(|_| put(None));
    let hash = hash.finalize().to_vec();
    journal
        .execute(
            "INSERT INTO event (position, stream, version, at, process, hash) VALUES (31, $1, $2, 5, $3, $4)",
            rusqlite::params![stream, version, forged, hash],
        )
        .unwrap();
    journal
        .execute("UPDATE head SET position = 31, hash = $1", [hash])
        .unwrap();
}

fn what_another_wrote_into_the_journal_is_never_signed(place: &Place) {
    let store = written(place);
    forge(place);
    let case = record(&store, 500).unwrap();
    note(&store, 501, case).unwrap();
    assert!(matches!(store.sign_head(), Err(Error::Unproven { position: 31 })));
    let found = fault(&store).unwrap();
    assert_eq!(found.0, 31);
    drop(store);
    let store = place.open();
    assert!(
        matches!(store.sign_head(), Err(Error::Unproven { position: 31 })),
        "nor after a start"
    );
    note(&store, 502, case).unwrap();
    drop(store);
    assert_eq!(place.look().verify().unwrap().signed_to, 20);
}

fn a_tail_that_was_changed_while_the_node_stood_still_is_never_signed(place: &Place) {
    let _killed = std::mem::ManuallyDrop::new(written(place));
    place.tamper("UPDATE event SET at = at + 1 WHERE position = 25");
    let store = place.open();
    assert!(matches!(store.sign_head(), Err(Error::Unproven { position: 25 })));
    drop(store);
    assert_eq!(place.look().verify().unwrap().signed_to, 20);
}

fn sessions_and_claims_of_mail_sign_nothing(place: &Place) {
    let store = written(place);
    store
        .begin_session(b"a random id", tiltas_domain::Id::from_stored([5; 16]), NOW)
        .unwrap();
    place.tamper("UPDATE event SET at = at + 1 WHERE position = 30");
    place.tamper("UPDATE head SET hash = (SELECT hash FROM event WHERE position = 29)");
    store
        .begin_session(b"another id", tiltas_domain::Id::from_stored([5; 16]), NOW)
        .unwrap();
    assert!(
        store.sign_head().is_err(),
        "the head that the session found was not written here"
    );
}

fn what_a_neighbour_of_the_same_node_wrote_is_followed_and_signed(place: &Place) {
    let (one, other) = (place.open(), place.open());
    let case = record(&one, 1).unwrap();
    note(&other, 2, case).unwrap();
    let last = note(&one, 3, case).unwrap();
    one.sign_head().unwrap();
    let report = one.verify().unwrap();
    assert_eq!((report.signed_to, report.first_fault), (last, None));
}

fn tables_triggers_and_missing_indexes_are_named(place: &Place) {
    let store = written(place);
    assert_eq!(store.verify().unwrap().foreign, []);
    place.tamper("CREATE TABLE yesterday (name TEXT)");
    place.tamper("DROP INDEX event_owner");
    match &place.location {
        Location::Folder(_) => {
            place
                .tamper("CREATE TRIGGER follow AFTER INSERT ON event BEGIN INSERT INTO yesterday VALUES ('seen'); END");
        }
        Location::Postgres { .. } => place.tamper(
            "CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
             CREATE TRIGGER follow AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION follow()",
        ),
    }
    let named: Vec<String> = store
        .verify()
        .unwrap()
        .foreign
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        named,
        [
            "table yesterday: nobody made it",
            "trigger follow: nobody made it",
            "index event_owner: it is missing"
        ]
    );
}

/// The row stands in the table and in the chain; the indexes by which the node reads do not lead to it.
#[test]
fn an_event_that_an_index_leaves_out_is_named() {
    for index in ["sqlite_autoindex_event_1", "event_owner"] {
        let place = Place::sqlite();
        drop(written(&place));
        let journal = rusqlite::Connection::open(place.folder.path().join("tiltas.db")).unwrap();
        journal
            .execute_batch(&format!(
                "PRAGMA foreign_keys=OFF;
                 CREATE TEMP TABLE kept AS SELECT * FROM event WHERE position = 12;
                 CREATE TEMP TABLE old AS SELECT * FROM sqlite_schema WHERE name IN ('{index}', 'event');
                 DELETE FROM event WHERE position = 12;
                 PRAGMA writable_schema=ON;
                 DELETE FROM sqlite_schema WHERE name = '{index}';
                 UPDATE sqlite_schema SET sql = replace(sql, ',
    UNIQUE (stream, version)', '')
                    WHERE name = 'event' AND '{index}' LIKE 'sqlite%';
                 PRAGMA writable_schema=RESET;"
            ))
            .unwrap();
        journal
            .execute_batch(
                "INSERT INTO event SELECT * FROM kept;
                 PRAGMA writable_schema=ON;
                 UPDATE sqlite_schema SET sql = (SELECT sql FROM old WHERE name = 'event') WHERE name = 'event';
                 INSERT INTO sqlite_schema SELECT * FROM old WHERE name <> 'event';
                 PRAGMA writable_schema=RESET;",
            )
            .unwrap();
        drop(journal);
        let report = place.look().verify().unwrap();
        let found = report.first_fault.map(|fault| (fault.position, fault.what));
        assert_eq!(found, Some((12, Tampering::Hidden)), "{index}");
        assert!(!report.foreign.is_empty(), "the database's own check says it too");
    }
}
