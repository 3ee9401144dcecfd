//! How a store opens: grows up, refuses what it does not know, and takes turns with its neighbours.
use crate::{common::*, on_both};
use std::error::Error as _;
use tiltas_store::{Error, Location, NotThisNode, Store};

on_both!(
    an_edited_migration_is_refused,
    a_newer_database_is_not_touched,
    a_view_of_another_version_is_built_anew,
    a_row_of_table_view_never_drops_a_table,
    another_node_key_is_refused,
    two_processes_that_start_at_once_take_turns,
);

fn an_edited_migration_is_refused(place: &Place) {
    drop(place.open());
    place.tamper("UPDATE migration SET digest = (SELECT hash FROM head) WHERE number = 1");
    let refused = Store::open(&place.location, &NODE).err().unwrap();
    assert!(
        matches!(
            refused,
            Error::Inconsistent {
                table: "migration",
                column: "digest",
                ..
            }
        ),
        "{refused:?}"
    );
}

fn a_newer_database_is_not_touched(place: &Place) {
    drop(place.open());
    place.tamper("INSERT INTO migration (number, digest) SELECT 999, hash FROM head");
    let refused = Store::open(&place.location, &NODE).err().unwrap();
    assert!(
        matches!(
            refused,
            Error::Inconsistent {
                table: "migration",
                column: "number",
                ..
            }
        ),
        "{refused:?}"
    );
}

fn a_view_of_another_version_is_built_anew(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    record(&store, 2).unwrap();
    forget(&store, 3, case).unwrap();
    drop(store);
    place.tamper("UPDATE view SET version = 0");
    place.tamper("UPDATE forgotten SET position = 0");
    drop(place.open());
    assert_eq!(place.count("SELECT count(*) FROM forgotten WHERE position > 0"), 1);
    assert_eq!(place.count("SELECT count(*) FROM view WHERE version = 0"), 0);
}

/// Whoever may write into the database names the journal's own table as one of a view.
fn a_row_of_table_view_never_drops_a_table(place: &Place) {
    let store = place.open();
    record(&store, 1).unwrap();
    drop(store);
    place.tamper("UPDATE view SET name = 'event', version = 0 WHERE name = 'due'");
    place.tamper("INSERT INTO view (name, version) VALUES ('signed', 1)");
    let store = place.open();
    assert!(place.count("SELECT count(*) FROM event") > 0);
    assert_eq!(store.verify().unwrap().first_fault, None);
    assert_eq!(store.rebuild().unwrap(), []);
}

fn another_node_key_is_refused(place: &Place) {
    drop(place.open());
    let refused = Store::open(&place.location, &[8; 32]).err().unwrap();
    assert!(
        matches!(refused, Error::NotThisNode(NotThisNode::OtherNodeKey)),
        "{refused:?}"
    );
}

fn two_processes_that_start_at_once_take_turns(place: &Place) {
    let start = std::sync::Barrier::new(4);
    std::thread::scope(|scope| {
        for nth in 1..5 {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                let store = place.open();
                for key in 0..10 {
                    record(&store, nth * 100 + key).unwrap();
                }
            });
        }
    });
    assert_eq!(place.count("SELECT count(*) FROM event WHERE version = 1"), 80);
    assert_eq!(
        place.count("SELECT count(*) FROM event"),
        place.count("SELECT max(position) FROM event")
    );
}

#[test]
fn a_server_elsewhere_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for url in [
        "postgres://db.example:5432/tiltas",
        "host=10.0.0.7 dbname=tiltas",
        "dbname=tiltas",
        "not an address",
    ] {
        let location = Location::Postgres {
            url: url.to_owned(),
            keys: folder.path().to_owned(),
        };
        let refused = Store::open(&location, &NODE).err().unwrap();
        let why = refused.source().unwrap().to_string();
        assert!(
            why.contains("on this machine") || why.contains("can't be read"),
            "{why}"
        );
        assert!(
            !format!("{location:?} {refused:?} {refused}").contains("tiltas:"),
            "no password in a message"
        );
    }
}
