//! Each owner has a key of its own, and a key that was forgotten is nowhere in the memory of the process.
mod epoch;

use super::*;
use std::{
    io::{Read, Seek, SeekFrom},
    process::Command,
};
use tiltas_domain::{Id, StreamId, changes::Kind};

const SCANS: &str = "TILTAS_SCANS_ITS_MEMORY";
/// What is looked for is kept masked, or the search would find itself.
const MASK: u8 = 0xA5;

fn open(folder: &Path) -> Keys {
    let keys = Keys::open(folder, &[7; 32], Some(NodeId([1; 16]))).unwrap();
    keys.settled().unwrap()
}

#[test]
fn each_kind_of_owner_has_a_key_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let keys = open(folder.path());
    let (case, organisation) = (Id::from_stored([1; 16]), Id::from_stored([2; 16]));
    let thing = StreamId {
        kind: Kind::Provider,
        id: [1; 16],
    };
    let owners = [
        Owner::Case(case),
        Owner::Record { case, organisation },
        Owner::Thing(thing),
    ];
    let sealed = owners.map(|owner| keys.create(owner).unwrap().seal("here", 0, b"told").unwrap());
    keys.forget(&[Owner::Case(case)]).unwrap();
    for (owner, sealed) in owners.iter().zip(&sealed) {
        let opens = |key: Arc<Key>| key.unseal("here", sealed).is_ok();
        let opened: Vec<bool> = owners
            .iter()
            .map(|other| keys.of(*other).unwrap().is_some_and(opens))
            .collect();
        let expected: Vec<bool> = owners
            .iter()
            .map(|other| other == owner && *other != owners[0])
            .collect();
        assert_eq!(opened, expected, "{owner:?}");
    }
    assert_eq!(keys.owners().unwrap(), owners[1..].iter().copied().collect());
}

/// In a process of its own, which looks through itself: other tests would leave keys of their own everywhere.
#[test]
fn a_forgotten_key_is_nowhere_in_memory() {
    let scan = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "keys::tests::the_process_that_scans_itself",
            "--test-threads=1",
        ])
        .env(SCANS, "1")
        .output()
        .unwrap();
    assert!(scan.status.success(), "{}", String::from_utf8_lossy(&scan.stdout));
}

#[test]
fn the_process_that_scans_itself() {
    if std::env::var_os(SCANS).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let keys = open(folder.path());
    let owner = Owner::Case(Id::from_stored([9; 16]));
    let key = keys.create(owner).unwrap();
    let wanted = masked(&keys, owner);
    // The schedule of AES begins with the key itself where the processor helps; without it nothing could be looked for.
    assert!(found(&wanted) > 0, "the search finds a key that is there");
    let sealed = key.seal("here", 0, b"told").unwrap();
    for _ in 0..100 {
        key.unseal("here", &sealed).unwrap();
    }
    drop(key);
    keys.forget(&[owner]).unwrap();
    assert_eq!(found(&wanted), 0);
}

fn masked(keys: &Keys, owner: Owner) -> Vec<u8> {
    let opened = |tx: &Tx<'_>, epoch: &Epoch| {
        let wrapped = tx.row(WRAPPED, &[&owner.to_string()], |row| row.get::<Vec<u8>>(0))?;
        epoch.unwrap(owner, &wrapped.unwrap())
    };
    let bytes = lock(&keys.file).unwrap().read(opened).unwrap();
    bytes.iter().map(|byte| byte ^ MASK).collect()
}

/// How often the bytes stand in memory that this process may read and write.
fn found(wanted: &[u8]) -> usize {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut memory = std::fs::File::open("/proc/self/mem").unwrap();
    let mut page = vec![0_u8; 1 << 20];
    let own = page.as_ptr() as u64..page.as_ptr() as u64 + page.len() as u64;
    let mut count = 0;
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, to) = line.split_once(' ').unwrap().0.split_once('-').unwrap();
        let (mut at, to) = (
            u64::from_str_radix(from, 16).unwrap(),
            u64::from_str_radix(to, 16).unwrap(),
        );
        while at < to {
            let length = (to - at).min(page.len() as u64) as usize;
            memory.seek(SeekFrom::Start(at)).unwrap();
            // A page that can't be read holds nothing of ours.
            if memory.read_exact(&mut page[..length]).is_ok() {
                let windows = (0..length.saturating_sub(wanted.len()) + 1).filter(|start| {
                    let place = at + *start as u64;
                    !own.contains(&place)
                        && page[*start] ^ MASK == wanted[0]
                        && page[*start..]
                            .iter()
                            .zip(wanted)
                            .all(|(byte, wanted)| byte ^ MASK == *wanted)
                });
                count += windows.count();
            }
            page.fill(0);
            // Windows overlap, so that none is cut in two.
            let step = length as u64
                - if at + (length as u64) < to {
                    wanted.len() as u64 - 1
                } else {
                    0
                };
            at += step;
        }
    }
    count
}
