//! A session is known by its hash, used at most once a minute, and ends when it is told to.
use crate::{common::*, on_both};
use tiltas_domain::Id;
use tiltas_store::{Error, session::Session};

on_both!(
    a_session_is_found_by_its_id_and_ends,
    old_sessions_are_swept,
    the_table_holds_no_id,
    a_row_that_the_node_did_not_write_signs_nobody_in
);

fn a_session_is_found_by_its_id_and_ends(place: &Place) {
    let store = place.open();
    let (account, id) = (Id::from_stored([5; 16]), b"a random id");
    assert_eq!(store.find_session(id).unwrap(), None);
    store.begin_session(id, account, NOW).unwrap();
    assert!(matches!(store.begin_session(id, account, NOW), Err(Error::Duplicate)));
    let begun = Session {
        account,
        created: NOW,
        seen: NOW,
        opened_until: tiltas_domain::Moment(0),
        changed: 0,
    };
    store
        .touch_session(id, tiltas_domain::Moment(NOW.0 + 59_000_000))
        .unwrap();
    assert_eq!(
        store.find_session(id).unwrap(),
        Some(begun),
        "not written within a minute"
    );
    store.touch_session(id, NOW.plus_minutes(2)).unwrap();
    store.open_session(id, NOW.plus_minutes(15)).unwrap();
    let used = Session {
        seen: NOW.plus_minutes(2),
        opened_until: NOW.plus_minutes(15),
        ..begun
    };
    assert_eq!(place.open().find_session(id).unwrap(), Some(used), "by every process");
    store.end_session(id).unwrap();
    store.end_session(id).unwrap();
    assert_eq!(store.find_session(id).unwrap(), None);
}

fn old_sessions_are_swept(place: &Place) {
    let store = place.open();
    for (id, account, minutes) in [(b"one", 1, 0), (b"two", 1, 60), (b"old", 2, -600)] {
        store
            .begin_session(id, Id::from_stored([account; 16]), NOW.plus_minutes(minutes))
            .unwrap();
    }
    store.touch_session(b"old", NOW.plus_minutes(60)).unwrap();
    assert_eq!(
        store.sweep_sessions(NOW.plus_hours(-8), NOW.plus_minutes(45)).unwrap(),
        2,
        "too old, or idle"
    );
    assert!(store.find_session(b"two").unwrap().is_some());
    assert_eq!(store.end_sessions(Id::from_stored([1; 16])).unwrap(), 1);
    assert!(store.find_session(b"two").unwrap().is_none());
}

fn the_table_holds_no_id(place: &Place) {
    let store = place.open();
    store
        .begin_session(b"a random id", Id::from_stored([5; 16]), NOW)
        .unwrap();
    assert_eq!(place.count("SELECT count(*) FROM session WHERE length(id) = 32"), 1);
}

/// Whoever may write into the database knows accounts and can hash an id of his own.
fn a_row_that_the_node_did_not_write_signs_nobody_in(place: &Place) {
    let store = place.open();
    let (mine, other) = (
        Id::from_stored([5; 16]),
        Id::<tiltas_domain::Actor>::from_stored([6; 16]),
    );
    store.begin_session(b"mine", mine, NOW).unwrap();
    store.begin_session(b"forged", mine, NOW.plus_minutes(1)).unwrap();
    let row = format!("created = {}", NOW.plus_minutes(1).0);
    for change in [
        format!("account = '{other}'"),
        "created = created + 1".to_owned(),
        "opened_until = 9000000000000000".to_owned(),
        format!("mac = (SELECT mac FROM session WHERE NOT {row})"),
    ] {
        place.tamper("DROP TABLE IF EXISTS kept");
        place.tamper("CREATE TABLE kept AS SELECT * FROM session");
        place.tamper(&format!("UPDATE session SET {change} WHERE {row}"));
        let found = [b"mine".as_slice(), b"forged"].map(|id| store.find_session(id).unwrap().is_some());
        assert_eq!(found.iter().filter(|found| **found).count(), 1, "{change}");
        store.open_session(b"mine", NOW.plus_minutes(15)).unwrap();
        store.open_session(b"forged", NOW.plus_minutes(15)).unwrap();
        let found = [b"mine".as_slice(), b"forged"].map(|id| store.find_session(id).unwrap().is_some());
        assert_eq!(
            found.iter().filter(|found| **found).count(),
            1,
            "nor is it made good: {change}"
        );
        place.tamper("DELETE FROM session");
        place.tamper("INSERT INTO session SELECT * FROM kept");
    }
    place.tamper(&format!("DELETE FROM session WHERE NOT {row}"));
    place.tamper(&format!(
        "UPDATE session SET id = (SELECT id FROM kept WHERE NOT {row})"
    ));
    assert_eq!(store.find_session(b"mine").unwrap(), None, "nor under another id");
}
