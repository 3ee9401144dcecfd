//! Keys apart from what they seal: their backup, their end.
use crate::common::*;
use tiltas_domain::Moment;
use tiltas_store::backup::{self, Described, Recipient, Secret};

fn holds(file: &[u8], part: &[u8]) -> bool {
    file.windows(part.len()).any(|window| window == part)
}

fn keys_file(place: &Place) -> rusqlite::Connection {
    rusqlite::Connection::open(place.folder.path().join("keys.db")).unwrap()
}

fn wrapped(place: &Place, case: &impl ToString) -> Vec<u8> {
    let query = "SELECT wrapped FROM key WHERE owner = $1";
    keys_file(place)
        .query_row(query, [case.to_string()], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_forgotten_key_is_in_no_later_backup() {
    let place = Place::sqlite();
    let store = place.open();
    let cases: Vec<_> = (1..60).map(|key| record(&store, key).unwrap()).collect();
    forget(&store, 100, cases[20]).unwrap();
    let (secret, recipient) = backup::key_pair().unwrap();
    let copy = place.look().backup_keys(&[recipient], NOW).unwrap();
    let other = tempfile::tempdir().unwrap();
    assert_eq!(backup::restore(other.path(), &NODE, &copy, &secret).unwrap(), 58);
}

#[test]
fn a_backup_names_its_recipients_and_its_date_and_opens_for_each_of_them() {
    let place = Place::sqlite();
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let (one, other, stranger) = (
        backup::key_pair().unwrap(),
        backup::key_pair().unwrap(),
        backup::key_pair().unwrap(),
    );
    let at = Moment(1_764_000_000_000_000);
    let copy = place.look().backup_keys(&[one.1, other.1], at).unwrap();
    let described = Described {
        at,
        recipients: vec![one.1, other.1],
    };
    assert_eq!(backup::describe(&copy).unwrap(), described);
    assert!(!holds(&copy, &wrapped(&place, &case)), "sealed");
    drop(store);
    for (secret, _) in [&one, &other] {
        for name in ["keys.db", "epoch.key"] {
            std::fs::remove_file(place.folder.path().join(name)).unwrap();
        }
        assert_eq!(backup::restore(place.folder.path(), &NODE, &copy, secret).unwrap(), 1);
        let store = place.open();
        let (state, _) = store.snapshot().unwrap().state(case).unwrap();
        assert!(state.is_some());
        assert_eq!(store.rebuild().unwrap(), []);
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let refused =
        |node: &[u8; 32], copy: &[u8], secret: &Secret| backup::restore(elsewhere.path(), node, copy, secret).is_err();
    assert!(refused(&NODE, &copy, &stranger.0), "another's secret");
    assert!(refused(&[9; 32], &copy, &one.0), "another node");
    assert_eq!(
        std::fs::read_dir(elsewhere.path()).unwrap().count(),
        0,
        "and no file was made"
    );
    for at in [5, 30, copy.len() / 2, copy.len() - 1] {
        let mut changed = copy.clone();
        changed[at] ^= 1;
        // Each recipient's copy of the content's key is that recipient's alone.
        let opens = [&one.0, &other.0].map(|secret| !refused(&NODE, &changed, secret));
        assert_ne!(opens, [true, true], "changed at {at}");
    }
    assert!(store_without_recipients(&place), "nobody could open it");
}

fn store_without_recipients(place: &Place) -> bool {
    place.look().backup_keys(&[], NOW).is_err()
}

#[test]
fn a_restored_key_of_a_forgotten_file_is_destroyed_again_by_the_next_start() {
    let place = Place::sqlite();
    let store = place.open();
    let (case, stays) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    let (secret, recipient) = backup::key_pair().unwrap();
    let copy = place.look().backup_keys(&[recipient], NOW).unwrap();
    forget(&store, 3, case).unwrap();
    drop(store);
    backup::restore(place.folder.path(), &NODE, &copy, &secret).unwrap();
    let count = || {
        keys_file(&place)
            .query_row("SELECT count(*) FROM key", [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(count(), 2);
    let store = place.open();
    assert_eq!(count(), 1);
    assert!(store.snapshot().unwrap().state(stays).unwrap().0.is_some());
    assert_eq!(store.rebuild().unwrap(), []);
}

#[test]
fn recipients_and_secrets_are_read_back_as_they_are_written_and_a_secret_is_not_printed() {
    let (secret, recipient) = backup::key_pair().unwrap();
    assert_eq!(recipient.to_string().parse::<Recipient>().unwrap(), recipient);
    let again: Secret = secret.reveal().parse().unwrap();
    assert_eq!(*again.reveal(), *secret.reveal());
    assert_eq!(format!("{secret:?}"), "Secret(…)");
    for wrong in ["", "tiltas-recipient-00", "tiltas-recipient-zz", &secret.reveal()] {
        let refused = wrong.parse::<Recipient>().err().unwrap();
        assert!(refused.to_string().contains("this is no recipient"));
    }
}

#[test]
fn the_journals_file_is_copied_while_writers_go_on() {
    let place = Place::sqlite();
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let other = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| assert!((10..60).all(|key| note(&store, key, case).is_ok())));
        place.look().backup_journal(&other.path().join("tiltas.db")).unwrap();
    });
    assert!(
        place.look().backup_journal(&other.path().join("tiltas.db")).is_err(),
        "never over an older one"
    );
    drop(store);
    for name in ["keys.db", "epoch.key"] {
        std::fs::copy(place.folder.path().join(name), other.path().join(name)).unwrap();
    }
    let copy = tiltas_store::Store::open(&tiltas_store::Location::Folder(other.path().to_owned()), &NODE).unwrap();
    assert_eq!(copy.rebuild().unwrap(), []);
}
