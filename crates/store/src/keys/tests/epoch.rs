//! A forgotten key can't be had again from an image of the folder, wherever a crash cut the forgetting short; all others stay.
use super::*;
use crate::keys::epoch::{unwrap, wrap};
use std::{collections::BTreeMap, fs};
use tiltas_domain::case::Case;

const NODE: [u8; 32] = [7; 32];

/// The files of a folder as a thief of the disk has them.
type Image = BTreeMap<String, Vec<u8>>;

fn image(folder: &Path) -> Image {
    let files = fs::read_dir(folder).unwrap().flatten();
    files
        .map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap()))
        .collect()
}

/// What stands on the disk at a crash: the log's index is memory, and is not among it.
fn crashed(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for (name, bytes) in image(folder).iter().filter(|(name, _)| !name.ends_with("-shm")) {
        fs::write(copy.path().join(name), bytes).unwrap();
    }
    copy
}

fn owner(number: u8) -> Owner {
    Owner::Case(Id::<Case>::from_stored([number; 16]))
}

fn several(count: u8) -> Vec<Owner> {
    (0..count).map(owner).collect()
}

/// Every key that a thief of the image and of the node's key can have: the node's own, and each epoch in a slot.
fn at_hand(slots: &[u8]) -> Vec<Arc<Key>> {
    let wrap = Node::derive(&NODE).unwrap().wrap;
    let mut keys = vec![wrap.clone()];
    for number in 0..50 {
        let place = format!("epoch|{number}");
        for at in found_at(slots, &wrap.seal(&place, 0, &[]).unwrap()[..12]) {
            if let Some(bytes) = slots
                .get(at..at + 60)
                .and_then(|sealed| wrap.unseal(&place, sealed).ok())
            {
                keys.push(Arc::new(Key::new(&bytes).unwrap()));
            }
        }
    }
    keys
}

/// How many wraps of the owner's key stand in the image, and how many of them open with a key that is at hand.
fn wraps(image: &Image, keys: &[Arc<Key>], owner: Owner) -> (usize, usize) {
    // The nonce is drawn from the place: it shows where a wrap begins.
    let nonce = keys[0].seal(&format!("key|{owner}"), 0, &[]).unwrap()[..12].to_vec();
    let (mut there, mut open) = (0, 0);
    for bytes in image.values() {
        for at in found_at(bytes, &nonce) {
            there += 1;
            let wrapped = bytes.get(at..at + 60).unwrap_or_default();
            open += usize::from(keys.iter().any(|key| unwrap(key, owner, wrapped).is_ok()));
        }
    }
    (there, open)
}

fn found_at(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(part.len()).enumerate();
    windows
        .filter(|(_, window)| *window == part)
        .map(|(at, _)| at)
        .collect()
}

#[test]
fn no_wrap_in_an_image_of_the_disk_opens_after_the_forgetting() {
    let folder = tempfile::tempdir().unwrap();
    let keys = open(folder.path());
    let owners = several(60);
    keys.create_all(&owners[..40]).unwrap();
    // Some in the file, some in its log.
    lock(&keys.file).unwrap().tx().checkpoint().unwrap();
    keys.create_all(&owners[40..]).unwrap();
    let before = image(folder.path());
    for gone in [owners[3], owners[50]] {
        let (there, open) = wraps(&before, &at_hand(&before["epoch.key"]), gone);
        assert!(there > 0 && open == there, "the test looks for the right bytes");
    }
    keys.forget(&[owners[3], owners[50]]).unwrap();
    let after = image(folder.path());
    let left = at_hand(&after["epoch.key"]);
    assert_eq!(left.len(), 2, "the node's key and the current epoch");
    for gone in [owners[3], owners[50]] {
        assert!(wraps(&before, &left, gone).0 > 0);
        assert_eq!(wraps(&before, &left, gone).1, 0, "in the older copy");
        assert_eq!(wraps(&after, &left, gone).1, 0, "in what is left");
    }
    let (there, open) = wraps(&after, &left, owners[4]);
    assert!(there >= open && open > 0, "the others open");
}

/// Where a forgetting can be cut short. The copies are opened as the next start does.
#[test]
fn a_forgetting_that_was_cut_short_is_finished_by_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let keys = open(folder.path());
    let owners = several(20);
    let made = keys.create_all(&owners).unwrap();
    let sealed: Vec<Vec<u8>> = made.iter().map(|key| key.seal("here", 0, b"told").unwrap()).collect();
    let slots = Slots::of(folder.path(), &keys.node.wrap);
    let mut cuts = vec![("before", crashed(folder.path()), true)];
    slots.draw(2).unwrap();
    cuts.push(("the next epoch is drawn", crashed(folder.path()), true));
    let torn = crashed(folder.path());
    tear(torn.path(), 2);
    cuts.push(("the next epoch is drawn in part", torn, true));
    let stopped = lock(&keys.file).unwrap().write(|tx, _| {
        tx.execute("DELETE FROM key", &[])?;
        cuts.push(("the rows are not committed", crashed(folder.path()), true));
        Err::<(), _>(Error::Stopped)
    });
    assert!(stopped.is_err());
    lock(&keys.file).unwrap().delete(&owners[..1]).unwrap();
    cuts.push(("the slot before is not written over", crashed(folder.path()), false));
    let torn = crashed(folder.path());
    tear(torn.path(), 1);
    cuts.push(("the slot before is written over in part", torn, false));
    keys.forget(&owners[..1]).unwrap();
    cuts.push(("done", crashed(folder.path()), false));
    for (cut, copy, is_there) in cuts {
        let next = open(copy.path());
        let opens = |nth: usize| {
            let key = next.of(owners[nth]).unwrap();
            key.map(|key| key.unseal("here", &sealed[nth]).is_ok())
        };
        assert_eq!(opens(0), is_there.then_some(true), "{cut}");
        assert!((1..20).all(|nth| opens(nth) == Some(true)), "{cut}");
        next.forget(&owners[..1]).unwrap();
        let (disk, thief) = (image(copy.path()), at_hand(&image(copy.path())["epoch.key"]));
        assert_eq!(thief.len(), 2, "{cut}: one epoch is left");
        assert_eq!(wraps(&disk, &thief, owners[0]).1, 0, "{cut}");
        assert_eq!(
            wraps(&image(folder.path()), &thief, owners[0]).1,
            0,
            "{cut}: nor elsewhere"
        );
        next.create(owner(200)).unwrap();
        assert!((1..20).all(|nth| opens(nth) == Some(true)), "{cut}");
    }
}

/// A write that ended in the middle of the sealed key.
fn tear(folder: &Path, number: usize) {
    let path = folder.join("epoch.key");
    let mut bytes = fs::read(&path).unwrap();
    let from = number % 2 * 4096 + 40;
    bytes[from..from + 4000].fill(0xEE);
    fs::write(path, bytes).unwrap();
}

#[test]
fn two_processes_on_one_folder_forget_and_make_keys_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (open(folder.path()), open(folder.path()));
    let (gone, stay) = (several(40), (100..160).map(owner).collect::<Vec<_>>());
    one.create_all(&gone).unwrap();
    let stays = other.create(owner(90)).unwrap().seal("here", 0, b"told").unwrap();
    other.sweep();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for some in gone.chunks(2) {
                one.forget(some).unwrap();
            }
        });
        scope.spawn(|| {
            for owner in &stay {
                other.create(*owner).unwrap();
                other.cache.lock().unwrap().clear();
                assert!(other.of(*owner).unwrap().is_some());
                let read = other.of_all(&stay).unwrap();
                assert!(read.contains_key(owner));
            }
        });
    });
    for keys in [&one, &other] {
        keys.cache.lock().unwrap().clear();
        assert_eq!(keys.of_all(&stay).unwrap().len(), stay.len());
        assert!(keys.of_all(&gone).unwrap().is_empty());
        let key = keys.of(owner(90)).unwrap().unwrap();
        assert_eq!(key.unseal("here", &stays).unwrap().as_slice(), b"told");
    }
    assert_eq!(at_hand(&image(folder.path())["epoch.key"]).len(), 2);
}

#[test]
fn an_epoch_that_another_process_ended_leaves_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (open(folder.path()), open(folder.path()));
    one.create(owner(1)).unwrap();
    let held = |keys: &Keys| keys.file.lock().unwrap().held();
    assert_eq!(held(&other), Some(1));
    one.forget(&[owner(1)]).unwrap();
    other.sweep();
    assert_eq!((held(&one), held(&other)), (Some(2), None));
    assert!(other.of(owner(1)).unwrap().is_none());
    assert_eq!(held(&other), Some(2));
}

#[test]
fn a_thousand_keys_are_all_readable_after_each_of_several_forgettings() {
    let folder = tempfile::tempdir().unwrap();
    let keys = open(folder.path());
    let owner = |nth: u16| {
        let mut id = [9; 16];
        id[..2].copy_from_slice(&nth.to_be_bytes());
        Owner::Case(Id::from_stored(id))
    };
    let owners: Vec<Owner> = (0..1000).map(owner).collect();
    let made = keys.create_all(&owners).unwrap();
    let sealed: Vec<Vec<u8>> = made.iter().map(|key| key.seal("here", 0, b"told").unwrap()).collect();
    for round in 1..=3 {
        keys.forget(&owners[..round * 5]).unwrap();
        let again = open(folder.path());
        let opened = again.of_all(&owners).unwrap();
        for (nth, owner) in owners.iter().enumerate() {
            let opens = opened.get(owner).map(|key| key.unseal("here", &sealed[nth]).is_ok());
            assert_eq!(opens, (nth >= round * 5).then_some(true), "{nth} in round {round}");
        }
    }
}

#[test]
fn an_epoch_of_another_folder_or_none_is_refused_and_nothing_is_written() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for place in [&folder, &other] {
        open(place.path()).create(owner(1)).unwrap();
    }
    let slots = folder.path().join("epoch.key");
    let kept = fs::read(&slots).unwrap();
    let older = image(folder.path());
    let refused = |what: &str| {
        let before = image(folder.path());
        for opened in [Keys::open(folder.path(), &NODE, None), Keys::look(folder.path(), &NODE)] {
            let why = opened.err().unwrap();
            assert!(
                matches!(why, Error::NotThisNode(NotThisNode::EpochMissing)),
                "{what}: {why}"
            );
        }
        assert_eq!(image(folder.path()), before, "{what}");
    };
    fs::remove_file(&slots).unwrap();
    refused("missing");
    // The same node key and the same number: another epoch all the same.
    fs::copy(other.path().join("epoch.key"), &slots).unwrap();
    refused("of another folder");
    fs::write(&slots, &kept[..60]).unwrap();
    refused("cut short");
    fs::write(&slots, &kept).unwrap();
    open(folder.path()).forget(&[owner(1)]).unwrap();
    fs::write(folder.path().join("keys.db"), &older["keys.db"]).unwrap();
    refused("a keys file from before a forgetting");
    assert!(
        NotThisNode::EpochMissing.to_string().contains("tiltas keys restore"),
        "it says what to do"
    );
}

#[test]
fn a_keys_file_that_had_no_epoch_gets_one_and_keeps_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let drawn = random().unwrap();
    {
        let keys = Keys::open(folder.path(), &NODE, Some(NodeId([1; 16]))).unwrap();
        let wrapped = wrap(&keys.node.wrap, owner(1), &drawn).unwrap();
        keys.with_file(|tx| tx.execute(NEW, &[&owner(1).to_string(), &wrapped]))
            .unwrap();
    }
    let sealed = Key::new(&drawn).unwrap().seal("here", 0, b"told").unwrap();
    let keys = open(folder.path());
    let key = keys.of(owner(1)).unwrap().unwrap();
    assert_eq!(key.unseal("here", &sealed).unwrap().as_slice(), b"told");
    let wrap = std::slice::from_ref(&keys.node.wrap);
    assert_eq!(
        wraps(&image(folder.path()), wrap, owner(1)).1,
        0,
        "and the wrap before it is gone"
    );
}

/// A copy from before there were epochs, put where a later keys file stood by mistake, ends no epoch.
#[test]
fn an_older_keys_file_does_not_write_over_the_epoch_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.db");
    drop(Keys::open(folder.path(), &NODE, Some(NodeId([1; 16]))).unwrap());
    let before = fs::read(&file).unwrap();
    {
        let keys = open(folder.path());
        keys.create_all(&several(3)).unwrap();
        keys.forget(&[owner(1)]).unwrap();
    }
    let right = fs::read(&file).unwrap();
    fs::write(&file, before).unwrap();
    open(folder.path()).create(owner(9)).unwrap();
    fs::write(&file, right).unwrap();
    let keys = open(folder.path());
    assert!(keys.of(owner(2)).unwrap().is_some(), "the right file opens again");
    assert!(keys.of(owner(1)).unwrap().is_none());
}

/// The keys file was lost; its epoch was not. Whoever finds the file again can bring it back.
#[test]
fn an_epoch_without_its_keys_file_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    open(folder.path()).create(owner(1)).unwrap();
    let (lost, kept) = (
        folder.path().join("keys.db"),
        fs::read(folder.path().join("keys.db")).unwrap(),
    );
    fs::remove_file(&lost).unwrap();
    open(folder.path()).create(owner(2)).unwrap();
    fs::write(&lost, kept).unwrap();
    assert!(open(folder.path()).of(owner(1)).unwrap().is_some());
}

#[test]
fn a_damaged_row_keeps_no_other_from_being_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let keys = open(folder.path());
    keys.create_all(&several(3)).unwrap();
    let damage = "UPDATE key SET wrapped = x'00' WHERE owner = $1";
    keys.with_file(|tx| tx.execute(damage, &[&owner(0).to_string()]))
        .unwrap();
    keys.forget(&[owner(1)]).unwrap();
    keys.cache.lock().unwrap().clear();
    assert!(keys.of(owner(0)).is_err());
    assert!(keys.of(owner(1)).unwrap().is_none());
    assert!(keys.of(owner(2)).unwrap().is_some());
}
