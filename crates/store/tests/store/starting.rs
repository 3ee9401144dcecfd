//! A missing file is not a first start, and another node's journal is not this node's.
use crate::{common::*, on_both};
use tiltas_store::{Error, Inspector, Location, NotThisNode, Store};

on_both!(
    a_missing_or_emptied_keys_file_is_refused,
    a_missing_or_foreign_epoch_is_refused,
    an_emptied_journal_is_refused,
    another_nodes_journal_is_refused,
    a_first_start_that_was_cut_short_goes_on,
);

fn refused(place: &Place) -> NotThisNode {
    match Store::open(&place.location, &NODE).err() {
        Some(Error::NotThisNode(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn a_missing_or_emptied_keys_file_is_refused(place: &Place) {
    let store = place.open();
    record(&store, 1).unwrap();
    drop(store);
    let path = place.folder.path().join("keys.db");
    let kept = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(refused(place), NotThisNode::KeysMissing);
    assert!(!path.exists(), "and no new one was made");
    std::fs::write(&path, b"").unwrap();
    assert_eq!(refused(place), NotThisNode::KeysMissing);
    std::fs::write(&path, &kept).unwrap();
    let keys = rusqlite::Connection::open(&path).unwrap();
    keys.execute("DELETE FROM key", []).unwrap();
    drop(keys);
    assert_eq!(refused(place), NotThisNode::KeysMissing);
    std::fs::write(&path, &kept).unwrap();
    assert_eq!(place.open().verify().unwrap().first_fault, None);
    assert!(
        NotThisNode::KeysMissing.to_string().contains("tiltas keys restore"),
        "it says what to do"
    );
}

fn a_missing_or_foreign_epoch_is_refused(place: &Place) {
    let other = Place::sqlite();
    for place in [place, &other] {
        record(&place.open(), 1).unwrap();
    }
    let slots = |place: &Place| place.folder.path().join("epoch.key");
    let kept = std::fs::read(slots(place)).unwrap();
    std::fs::remove_file(slots(place)).unwrap();
    assert_eq!(refused(place), NotThisNode::EpochMissing);
    assert!(!slots(place).exists(), "and no new one was made");
    std::fs::copy(slots(&other), slots(place)).unwrap();
    assert_eq!(refused(place), NotThisNode::EpochMissing);
    assert!(matches!(
        Inspector::open(&place.location, &NODE).err(),
        Some(Error::NotThisNode(NotThisNode::EpochMissing))
    ));
    std::fs::write(slots(place), &kept).unwrap();
    assert_eq!(place.open().rebuild().unwrap(), []);
}

fn an_emptied_journal_is_refused(place: &Place) {
    let store = place.open();
    record(&store, 1).unwrap();
    drop(store);
    place.tamper("DELETE FROM event");
    place.tamper("UPDATE head SET position = 0");
    assert_eq!(refused(place), NotThisNode::JournalMissing);
    if let Location::Folder(folder) = &place.location {
        std::fs::remove_file(folder.join("tiltas.db")).unwrap();
        assert_eq!(refused(place), NotThisNode::JournalMissing);
        assert!(!folder.join("tiltas.db").exists(), "and no new one was made");
    }
}

fn another_nodes_journal_is_refused(place: &Place) {
    let store = place.open();
    record(&store, 1).unwrap();
    drop(store);
    let other = Place::sqlite();
    let store = other.open();
    record(&store, 7).unwrap();
    drop(store);
    for name in ["keys.db", "epoch.key"] {
        std::fs::copy(other.folder.path().join(name), place.folder.path().join(name)).unwrap();
    }
    assert_eq!(refused(place), NotThisNode::OtherJournal);
    assert!(matches!(
        Inspector::open(&place.location, &NODE).err(),
        Some(Error::NotThisNode(NotThisNode::OtherJournal))
    ));
    place.tamper("DELETE FROM node");
    assert_eq!(refused(place), NotThisNode::OtherJournal, "nor one that bears no name");
}

fn a_first_start_that_was_cut_short_goes_on(place: &Place) {
    drop(place.open());
    place.tamper("DELETE FROM node");
    let store = place.open();
    record(&store, 1).unwrap();
    assert_eq!(store.verify().unwrap().first_fault, None);
}
