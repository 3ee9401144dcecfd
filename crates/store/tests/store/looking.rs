//! Who only looks changes nothing: no file is made, no table dropped, no key destroyed.
use crate::{common::*, on_both};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use tiltas_store::{Error, Inspector, Location, Missing, NotThisNode};

on_both!(
    a_forged_row_of_forgotten_destroys_no_key,
    only_the_forgetting_event_destroys_a_key,
    a_forged_row_of_forgotten_hides_no_file,
    looking_upgrades_and_destroys_nothing,
    a_missing_key_is_counted,
);

fn keys(place: &Place) -> i64 {
    let file = rusqlite::Connection::open(place.folder.path().join("keys.db")).unwrap();
    file.query_row("SELECT count(*) FROM key", [], |row| row.get(0))
        .unwrap()
}

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files
        .map(|file| (file.path(), std::fs::read(file.path()).unwrap()))
        .collect()
}

/// One row a file in the clear view: what destroyed every key.
fn forge(place: &Place) {
    place.tamper("INSERT INTO forgotten (owner, position, spoken_name) SELECT case_id, 1, spoken_name FROM case_file");
}

fn a_forged_row_of_forgotten_destroys_no_key(place: &Place) {
    let store = place.open();
    for key in 1..10 {
        record(&store, key).unwrap();
    }
    drop(store);
    forge(place);
    let report = place.look().verify().unwrap();
    assert_eq!((report.first_fault, report.foreign.len()), (None, 9), "each is named");
    assert!(!report.is_whole());
    drop(place.open());
    assert_eq!(keys(place), 9);
    place.tamper("DELETE FROM forgotten");
    assert!(place.look().verify().unwrap().is_whole());
    assert_eq!(place.look().rebuild().unwrap(), []);
}

fn only_the_forgetting_event_destroys_a_key(place: &Place) {
    let store = place.open();
    let (over, stays) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    forget_in_journal(&store, 3, over).unwrap();
    // The true event, moved to the other file: it does not open there.
    place.tamper(&format!(
        "INSERT INTO event (position, stream, version, at, process, hash)
         SELECT 900, 'case:{stays}', 900, at, process, hash FROM event WHERE stream = 'case:{over}' AND owner IS NULL"
    ));
    assert!(matches!(
        store.destroy_keys(&[stays.into()]),
        Err(Error::Inconsistent { table: "forgotten", .. })
    ));
    assert_eq!(keys(place), 2);
    store.destroy_keys(&[over.into()]).unwrap();
    assert_eq!(keys(place), 1);
}

fn a_forged_row_of_forgotten_hides_no_file(place: &Place) {
    let store = place.open();
    let (case, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    let lines = || store.snapshot().unwrap().files(&[case, other]).unwrap().len();
    assert_eq!(lines(), 8);
    forge(place);
    assert_eq!(lines(), 8);
    place.tamper("DELETE FROM forgotten");
    forget_in_journal(&store, 3, case).unwrap();
    assert_eq!(lines(), 4, "also before its key is destroyed");
}

fn looking_upgrades_and_destroys_nothing(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    record(&store, 2).unwrap();
    forget_in_journal(&store, 3, case).unwrap();
    drop(store);
    place.tamper("UPDATE view SET version = 0 WHERE name = 'due'");
    let before = contents(place.folder.path());
    let look = place.look();
    let missing = Missing {
        owners: 1,
        without_key: 0,
        not_destroyed: 1,
    };
    assert_eq!(look.keys_missing().unwrap(), missing);
    assert!(look.verify().unwrap().is_whole());
    look.rebuild().unwrap();
    drop(look);
    assert_eq!(
        contents(place.folder.path()),
        before,
        "no file was made, none was changed"
    );
    assert_eq!(place.count("SELECT count(*) FROM view WHERE version = 0"), 1);
}

fn a_missing_key_is_counted(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    record(&store, 2).unwrap();
    let file = rusqlite::Connection::open(place.folder.path().join("keys.db")).unwrap();
    file.execute("DELETE FROM key WHERE owner = $1", [case.to_string()])
        .unwrap();
    let missing = Missing {
        owners: 2,
        without_key: 1,
        not_destroyed: 0,
    };
    assert_eq!(place.look().keys_missing().unwrap(), missing);
}

const FILES: [&str; 7] = [
    "tiltas.db",
    "tiltas.db-wal",
    "tiltas.db-shm",
    "keys.db",
    "keys.db-wal",
    "keys.db-shm",
    "epoch.key",
];

/// A copy of a node that was killed, its logs beside it, each time without one of its files; and one that was stopped.
#[test]
fn a_copy_is_looked_at_as_it_is() {
    let place = Place::sqlite();
    let killed = std::mem::ManuallyDrop::new(place.open());
    record(&killed, 1).unwrap();
    for missing in FILES.into_iter().chain(["nothing"]) {
        let copy = tempfile::tempdir().unwrap();
        for file in FILES.into_iter().filter(|file| *file != missing) {
            std::fs::copy(place.folder.path().join(file), copy.path().join(file)).unwrap();
        }
        let before = contents(copy.path());
        let look = Inspector::open(&Location::Folder(copy.path().to_owned()), &NODE);
        let refused = |why| matches!(&look, Err(Error::NotThisNode(other)) if *other == why);
        let log = |name: &str| matches!(&look, Err(Error::LogWithoutIndex(of)) if of == name);
        match missing {
            "tiltas.db" => assert!(refused(NotThisNode::JournalMissing)),
            "keys.db" => assert!(refused(NotThisNode::KeysMissing)),
            "epoch.key" => assert!(refused(NotThisNode::EpochMissing)),
            "tiltas.db-shm" => assert!(log("tiltas.db")),
            "keys.db-shm" => assert!(log("keys.db")),
            "tiltas.db-wal" | "keys.db-wal" => {
                assert!(look.is_err() || look.unwrap().verify().is_ok_and(|report| report.events == 0));
            }
            _ => assert_eq!(look.unwrap().verify().unwrap().events, 4, "{missing}"),
        }
        assert_eq!(
            contents(copy.path()).keys().collect::<Vec<_>>(),
            before.keys().collect::<Vec<_>>()
        );
    }
    drop(std::mem::ManuallyDrop::into_inner(killed));
    let before = contents(place.folder.path());
    assert_eq!(place.look().verify().unwrap().events, 4);
    assert_eq!(contents(place.folder.path()), before);
}
