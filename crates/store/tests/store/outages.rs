//! What happens when the database goes away for a moment, and what is left in files.
use crate::common::*;
use tiltas_store::{Error, Location};

const CUT: &str = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE application_name = 'tiltas' AND datname = current_database()";

#[test]
fn connections_that_were_cut_are_opened_anew() {
    let Some(place) = Place::postgres() else { return };
    let store = place.open();
    let case = record(&store, 1).unwrap();
    for round in 0..3 {
        assert!(place.count(CUT) > 0);
        if round == 1 {
            // Rested connections are asked first: nobody notices.
            std::thread::sleep(std::time::Duration::from_millis(1100));
            note(&store, 10, case).unwrap();
            continue;
        }
        // Others notice once each, and then no more.
        let mut failed = 0;
        while let Err(error) = note(&store, 20 + round, case) {
            assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
            failed += 1;
            assert!(failed < 10);
        }
    }
    assert_eq!(
        store.snapshot().unwrap().state(case).unwrap().0.unwrap().consents.len(),
        3
    );
    assert_eq!(store.verify().unwrap().first_fault, None);
    assert_eq!(store.rebuild().unwrap(), []);
}

#[test]
fn a_store_may_be_dropped_where_nobody_may_wait() {
    for place in [Some(Place::sqlite()), Place::postgres()].into_iter().flatten() {
        let store = place.open();
        record(&store, 1).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async move { drop(store) });
        assert_eq!(place.open().verify().unwrap().unproven, 0, "and its end is signed");
    }
}

#[test]
fn an_error_tells_neither_statement_nor_value() {
    let Some(place) = Place::postgres() else { return };
    let store = place.open();
    place.tamper("ALTER TABLE case_file RENAME TO hidden");
    let error = record(&store, 1).unwrap_err();
    let told = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
    assert!(told.contains("42P01"), "{told}");
    for word in ["INSERT", "case_file", "Larix", "CanaryOf"] {
        assert!(!told.contains(word), "{told}");
    }
}

#[test]
fn what_a_forgotten_file_left_in_the_log_is_cut() {
    let place = Place::sqlite();
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let Location::Folder(folder) = &place.location else {
        return;
    };
    let card: Vec<u8> = {
        let connection = rusqlite::Connection::open(folder.join("tiltas.db")).unwrap();
        connection
            .query_row("SELECT person FROM case_file", [], |row| row.get(0))
            .unwrap()
    };
    let found = || {
        let files = std::fs::read_dir(folder).unwrap().flatten();
        files
            .filter(|file| {
                std::fs::read(file.path())
                    .unwrap()
                    .windows(card.len())
                    .any(|part| part == card)
            })
            .count()
    };
    assert!(found() > 0, "the test looks for the right bytes");
    forget(&store, 2, case).unwrap();
    store.checkpoint().unwrap();
    assert_eq!(found(), 0);
}

#[test]
fn the_folder_and_its_files_are_for_the_node_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::sqlite();
    let inner = place.folder.path().join("node");
    let store = tiltas_store::Store::open(&Location::Folder(inner.clone()), &NODE).unwrap();
    record(&store, 1).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&inner), 0o700);
    for name in ["tiltas.db", "tiltas.db-wal", "keys.db", "keys.db-wal", "epoch.key"] {
        assert_eq!(mode(&inner.join(name)), 0o600, "{name}");
    }
}
