//! Who is signed in, and as what, is told by what the node sealed, whatever a table says.
#[path = "../../store/tests/common/spoil.rs"]
mod spoil;

use std::path::Path;
use tiltas_app::{
    Act, App, Error,
    account::{self, Rights},
    case, organisation, signal,
};
use tiltas_domain::{
    Actor, Id, Moment, Role, Root,
    example::{self, Who},
};
use tiltas_store::{Location, Store};

const NOW: Moment = example::NIGHT;
const SESSION: &[u8] = b"a random id";

struct World {
    app: App,
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[9; 32]).unwrap();
        let world = World {
            app: App::new(store, example::moldova()),
            folder,
        };
        for (nth, who) in (1..).zip([Who::NationalUnit, Who::CasaLiman, Who::BorderPost]) {
            let founder = example::root(account::founder(), NOW, nth);
            organisation::register(&world.app, &founder, &who.register(None)).unwrap();
        }
        world
    }

    fn actor(&self, role: Role) -> Actor {
        let all = account::all(&self.app).unwrap();
        all.iter().find(|found| found.role == role).unwrap().actor()
    }

    fn context(&self, role: Role, nth: u8) -> Root {
        example::root(self.actor(role), NOW, nth)
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn signed_in(&self) -> Option<Role> {
        let found = account::of_session(&self.app, SESSION, NOW.plus_minutes(30)).unwrap();
        found.map(|found| found.account.role)
    }

    fn begin(&self, account: Id<Actor>, minutes: i64) {
        account::begin_session(&self.app, SESSION, account, NOW.plus_minutes(minutes)).unwrap();
    }
}

#[test]
fn a_role_in_a_table_is_not_believed() {
    let world = World::new();
    let officer = world.actor(Role::FirstResponder);
    let house = world.actor(Role::Provider).organisation;
    world.begin(officer.id, 0);
    spoil::case_manager(world.folder(), officer.function.unwrap());
    assert_eq!(world.signed_in(), Some(Role::FirstResponder));
    let found = account::find(&world.app, officer.id).unwrap().unwrap();
    assert_eq!(found.role, Role::FirstResponder, "nor by a program's token");
    spoil::moved(world.folder(), officer.id, house);
    assert_eq!(
        world.signed_in(),
        Some(Role::FirstResponder),
        "what was told stands while nothing is written"
    );
    account::end_session(&world.app, SESSION).unwrap();
    world.begin(officer.id, 1);
    assert_eq!(world.signed_in(), None, "that house knows no such account");
    let nobody = Id::from_stored([0xFF; 16]);
    spoil::second_account(world.folder(), officer.id, nobody);
    assert!(account::find(&world.app, nobody).unwrap().is_none());
}

#[test]
fn signing_out_everywhere_ends_what_began_before() {
    let world = World::new();
    let context = world.context(Role::FirstResponder, 9);
    world.begin(context.actor.id, 0);
    spoil::keep_sessions(world.folder());
    account::sign_out_everywhere(&world.app, &context, NOW.plus_minutes(5)).unwrap();
    assert_eq!(world.signed_in(), None);
    spoil::bring_sessions_back(world.folder());
    assert_eq!(world.signed_in(), None, "also where its row is brought back");
    spoil::end_sessions(world.folder());
    world.begin(context.actor.id, 6);
    assert_eq!(world.signed_in(), Some(Role::FirstResponder));
    assert_eq!(world.app.store().rebuild().unwrap(), []);
}

#[test]
fn a_suspended_account_signs_nobody_in_and_a_changed_role_asks_to_sign_in_anew() {
    let world = World::new();
    let officer = world.actor(Role::FirstResponder);
    let which = (officer.organisation, officer.id);
    let set = |role, nth, rights| {
        let context = world.context(role, nth);
        account::set_rights(&world.app, &context, which, rights, NOW.plus_minutes(i64::from(nth))).map(drop)
    };
    assert!(matches!(
        set(Role::Provider, 9, Rights::Suspended),
        Err(Error::Denied(_))
    ));
    world.begin(officer.id, 0);
    set(Role::NationalUnit, 10, Rights::Suspended).unwrap();
    assert_eq!(world.signed_in(), None);
    world.begin(officer.id, 11);
    assert_eq!(world.signed_in(), None, "nor anew");
    let leader = world.actor(Role::Supervisor).function.unwrap();
    let stranger = Rights::Function(world.actor(Role::Provider).function.unwrap());
    assert!(matches!(set(Role::NationalUnit, 11, stranger), Err(Error::NotFound)));
    set(Role::NationalUnit, 12, Rights::Function(leader)).unwrap();
    assert_eq!(world.signed_in(), None, "what began before has ended");
    world.begin(officer.id, 13);
    assert_eq!(world.signed_in(), Some(Role::Supervisor));
    assert_eq!(world.app.store().rebuild().unwrap(), []);
}

/// A row or a card that a fault of the disk or a hand has spoilt is left out; the others stand.
#[test]
fn one_unreadable_row_takes_no_list_from_anybody() {
    let world = World::new();
    let record = |nth| {
        let context = world.context(Role::FirstResponder, nth);
        signal::record(&world.app, &context, &example::signal()).unwrap().0
    };
    let (whole, card, code) = (record(20), record(21), record(22));
    let context = world.context(Role::FirstResponder, 30);
    let listed = || {
        let lines = case::list::list(&world.app, &context, case::list::Order::Newest, 0).unwrap();
        lines.lines.into_iter().map(|line| line.case).collect::<Vec<_>>()
    };
    assert_eq!(listed().len(), 3);
    spoil::card(world.folder(), card);
    assert!(!listed().contains(&card) && listed().len() == 2);
    let today = tiltas_app::today::list(&world.app, &context, context.now, &Default::default()).unwrap();
    assert_eq!(today.unread, 1, "the page says that one file can't be read");
    let about: Vec<_> = today
        .duties()
        .filter_map(|line| Some(line.about.as_ref()?.case))
        .collect();
    assert!(!about.contains(&card) && about.contains(&whole), "{about:?}");
    spoil::urgency(world.folder(), code);
    assert_eq!(listed(), [whole]);
}

/// A decision whose events a stream can't hold is a fault of the program: nothing is written, and it is told from a refusal.
#[test]
fn what_does_not_fold_is_never_written() {
    let world = World::new();
    let context = world.context(Role::NationalUnit, 40);
    let house = world.actor(Role::Provider).organisation;
    let before = world.app.store().verify().unwrap().events;
    let left = |account| tiltas_domain::organisation::Event::MemberLeft { account };
    let decide = |read_it: bool, event: tiltas_domain::organisation::Event| {
        world.app.decide(Act::SetRights, &context, |read, _| {
            if read_it {
                read.state(house)?;
            }
            let permit = read.permit(
                tiltas_access::Action::RegisterOrganisation,
                tiltas_access::Subject::Other(house.into()),
                tiltas_access::Facts::None,
            )?;
            Ok((permit, tiltas_domain::Changes::new(house, event.clone())))
        })
    };
    let stranger = Id::from_stored([0xEE; 16]);
    let provider = world.actor(Role::Provider).id;
    assert!(matches!(decide(true, left(stranger)), Err(Error::Defect(_))));
    assert!(matches!(decide(false, left(provider)), Err(Error::Defect(_))));
    assert_eq!(world.app.store().verify().unwrap().events, before);
    decide(true, left(provider)).unwrap();
}
