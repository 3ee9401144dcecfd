//! On a disk of its own that is really full.
use super::*;
use crate::{Commit, Location};
use std::process::Command;
use tiltas_access::{Action, Facts, Subject, permit};
use tiltas_domain::{
    Actor, Changes, Context, Id, Moment, Role, StreamId, audit,
    changes::Kind,
    example,
    organisation::{self, Organisation, OrganisationKind},
};

/// A disk in memory, as large as a test fills it.
struct Disk(tempfile::TempDir);

impl Disk {
    /// `None` where this process may mount none.
    fn small() -> Option<Disk> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=24m,mode=0700", "tmpfs"])
            .arg(folder.path());
        let mounted = mount.output().is_ok_and(|mounted| mounted.status.success());
        mounted.then_some(Disk(folder))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn context(role: Role) -> Context {
    let actor = Actor {
        id: Id::from_stored([1; 16]),
        role,
        organisation: Id::from_stored([2; 16]),
        function: None,
    };
    example::context(actor, Moment(1_764_000_000_000_000), 1)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the store's tests stand below the use cases that note it"
)]
fn form(store: &Store, nth: u32) -> Result<i64> {
    let context = context(Role::NationalUnit);
    let id = context.id::<Organisation>(nth);
    let permit = permit(
        &context,
        Action::RegisterOrganisation,
        Subject::Other(id.into()),
        Facts::None,
    )
    .unwrap();
    let registered = organisation::Event::Registered {
        name: "House ".repeat(2000),
        kind: OrganisationKind::Shelter,
        duty_phone: None,
        contact_point: None,
    };
    let mut read = Vec::new();
    let drafts = store.seal(&permit, Changes::new(id, registered), &mut read, (&context).into())?;
    commit(store, &context, read, drafts, Vec::new())
}

fn opening(store: &Store) -> Result<i64> {
    let context = context(Role::CaseManager);
    let entry = audit::Event {
        actor: context.actor,
        purpose: context.purpose,
        action: "why ".repeat(8000),
        result: audit::Result::NotFound,
        reason: None,
        copy: None,
        again: None,
    };
    let stream = StreamId {
        kind: Kind::Audit,
        id: [3; 16],
    };
    commit(store, &context, Vec::new(), Vec::new(), vec![(stream, entry)])
}

fn commit(
    store: &Store,
    context: &Context,
    read: Vec<crate::Seen>,
    drafts: Vec<crate::Draft>,
    audit: Vec<(StreamId, audit::Event)>,
) -> Result<i64> {
    store.commit(Commit {
        name: "test",
        at: context.now,
        stamp: context.into(),
        once: None,
        read,
        drafts,
        audit,
        outbox: Vec::new(),
    })
}

#[test]
fn a_full_disk_ends_forms_first_then_lists_and_reading_last() {
    let Some(disk) = Disk::small() else {
        eprintln!("skipped: this process may mount no disk");
        return;
    };
    let folder = disk.0.path();
    let store = Store::open(&Location::Folder(folder.to_owned()), &[7; 32]).unwrap();
    store.keep_reserve(4 << 20).unwrap();
    store.reserve.lock().unwrap().again = Duration::from_millis(1);
    form(&store, 0).unwrap();
    assert_eq!(store.room(), Room::Enough);
    let filler = folder.join("filler");
    assert!(make(&filler, 1 << 30).is_err(), "the disk is full");

    let refused = (1..10_000).find_map(|nth| form(&store, nth).err());
    assert!(matches!(refused, Some(Error::DiskFull)), "{refused:?}");
    assert_eq!(store.room(), Room::NoForms);
    assert!(!folder.join(FILES[0]).exists() && folder.join(FILES[1]).exists());
    let mut noted = 0;
    while store.room() == Room::NoForms {
        opening(&store).unwrap();
        noted += 1;
    }
    assert!(noted > 10, "reading went on: {noted}");
    assert_eq!(store.room(), Room::NoLists);
    assert!(matches!(form(&store, 20_000), Err(Error::DiskFull)));
    let ended = (0..10_000).find_map(|_| opening(&store).err());
    assert!(matches!(ended, Some(Error::DiskFull)), "{ended:?}");
    assert_eq!(store.room(), Room::Nothing);

    fs::remove_file(&filler).unwrap();
    std::thread::sleep(Duration::from_millis(5));
    opening(&store).unwrap();
    assert_eq!(store.room(), Room::Enough, "the reserve is there again");
    form(&store, 30_000).unwrap();
    assert!(store.verify().unwrap().is_whole());
    assert_eq!(store.rebuild().unwrap(), []);
}
