//! Whoever writes into the database behind the node's back is found, and the first event that he touched is named.
use crate::{common::*, on_both};
use tiltas_store::{Difference, Differs, Fault, Report, Store, Tampering};

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

fn fault(store: &Store) -> Option<(i64, Tampering)> {
    store
        .verify()
        .unwrap()
        .first_fault
        .map(|Fault { position, what }| (position, what))
}

/// A node that was killed leaves a tail unproven. Looking at it must not sign it.
fn who_only_looks_proves_nothing_younger(place: &Place) {
    let _killed = std::mem::ManuallyDrop::new(written(place));
    drop(place.open());
    let report = place.open().verify().unwrap();
    assert_eq!((report.signed_to, report.unproven), (20, 10));
}

fn an_untouched_journal_is_whole_and_says_what_is_unproven(place: &Place) {
    let store = written(place);
    let report = Report {
        events: 30,
        first_fault: None,
        signed_to: 20,
        unproven: 10,
    };
    assert_eq!(store.verify().unwrap(), report);
    drop(store);
    let report = Report {
        signed_to: 30,
        unproven: 0,
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
    let keys = rusqlite::Connection::open(place.folder.path().join("keys.db")).unwrap();
    keys.execute("UPDATE signed SET hash = zeroblob(32)", []).unwrap();
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
    store.destroy_key(lost).unwrap();
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
    for name in ["tiltas.db", "keys.db"] {
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
