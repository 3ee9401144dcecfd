//! A page asks the store a few things, once each, and leaves in the audit a line for what it opens.
use std::{
    cell::RefCell,
    fmt::Debug,
    sync::{
        Once,
        atomic::{AtomicU8, Ordering::Relaxed},
    },
};
use tiltas_app::{
    App, Error, account,
    case::{self, queue},
    consent, organisation, place, provider, referral, signal, today,
};
use tiltas_domain::{
    Actor, Answer, Field, Fields, Id, Moment, Purpose, Role, Root,
    case::Case,
    consent::Recipient,
    example::{self, Who},
    provider::{Provider, Service},
    referral::Referral,
};
use tiltas_store::{Location, Store};
use tracing::field::{Field as Name, Visit};

thread_local! { static ASKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) }; }

/// Keeps the texts of statements that this thread asks.
struct Counter;

impl tracing::Subscriber for Counter {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target() == "tiltas::statement"
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        struct Text;
        impl Visit for Text {
            fn record_debug(&mut self, _: &Name, _: &dyn Debug) {}
            fn record_str(&mut self, name: &Name, value: &str) {
                if name.name() == "sql" {
                    ASKED.with_borrow_mut(|asked| asked.push(value.to_owned()));
                }
            }
        }
        event.record(&mut Text);
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

/// What the work says, and what this thread asked for it.
///
/// WHY one subscriber for the whole program: a statement that one test meets first while another sets a subscriber of its own
/// may be left uncounted.
fn counting<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    static SET: Once = Once::new();
    SET.call_once(|| tracing::subscriber::set_global_default(Counter).expect("the only subscriber"));
    ASKED.with_borrow_mut(Vec::clear);
    let said = work();
    (said, ASKED.take())
}

struct World {
    app: App,
    drawn: AtomicU8,
    _folder: tempfile::TempDir,
}

impl World {
    fn new() -> World {
        let folder = tempfile::TempDir::new().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[9; 32]).unwrap();
        World {
            app: App::new(store, example::moldova()),
            drawn: AtomicU8::new(1),
            _folder: folder,
        }
    }

    fn as_(&self, actor: Actor) -> Root {
        let nth = self.drawn.fetch_add(1, Relaxed);
        Root {
            purpose: Purpose::Assistance,
            ..example::root(actor, Moment(example::NIGHT.0 + i64::from(nth)), nth)
        }
    }

    fn organisation(&self, who: Who, role: Role) -> Actor {
        let context = self.as_(account::founder());
        let (id, _) = organisation::register(&self.app, &context, &who.register(None)).unwrap();
        let accounts = account::all(&self.app).unwrap();
        let found = accounts
            .iter()
            .find(|account| account.organisation == id && account.role == role);
        found.unwrap().actor()
    }

    fn sent(&self, officer: Actor, to: Id<Provider>) -> (Id<Case>, Id<Referral>) {
        let (case, _) = signal::record(&self.app, &self.as_(officer), &example::signal()).unwrap();
        let fields = Fields::of(&[
            Field::SpokenName,
            Field::Person,
            Field::Language,
            Field::Work,
            Field::Health,
        ]);
        let say = example::say(Recipient::Service(Service::Shelter), Answer::Yes, fields);
        consent::record(&self.app, &self.as_(officer), case, &[say]).unwrap();
        let send = example::send(case, to, fields);
        let (referral, _) = referral::send(&self.app, &self.as_(officer), &send).unwrap();
        (case, referral)
    }

    /// What a page asks: its statements, the readings of the keys among them, and the audit entries it leaves: one for a list
    /// or a file, one for each of the files whose content is `opened` at once.
    fn page<V>(&self, name: &str, actor: Actor, opened: i64, page: impl FnOnce(&App, &Root) -> Result<V, Error>) {
        let position = || self.app.store().snapshot().unwrap().last(1).unwrap()[0].position;
        let context = self.as_(actor);
        let before = position();
        let (shown, asked) = counting(|| page(&self.app, &context));
        shown.unwrap();
        assert!(!asked.is_empty(), "{name}: what it asks is counted");
        let of_keys = asked.iter().filter(|sql| sql.contains("FROM key ")).count();
        let entries = position() - before;
        assert!(
            asked.len() - of_keys <= 6,
            "{name} asks {} things: {asked:#?}",
            asked.len()
        );
        assert!(of_keys <= 1, "{name} reads the keys {of_keys} times");
        assert!(entries <= opened, "{name} leaves {entries} lines in the audit");
    }
}

#[test]
fn a_page_asks_at_most_six_things_and_reads_the_keys_once() {
    let world = World::new();
    let officer = world.organisation(Who::BorderPost, Role::FirstResponder);
    let shelter = world.organisation(Who::CasaLiman, Role::Provider);
    let list = Who::CasaLiman.list(shelter.organisation).unwrap();
    let (house, _) = provider::list(&world.app, &world.as_(shelter), &list).unwrap();
    let sent: Vec<_> = (0..12).map(|_| world.sent(officer, house)).collect();
    let (case, referral) = sent[0];
    let morning = Moment(example::NIGHT.0).plus_hours(7);
    // The directory is read once and stays: the first page of a process asks for it.
    place::own(&world.app, &world.as_(shelter)).unwrap();
    // Keys are kept for less than a minute: another process, which has none of them, must not ask more.
    world.page("today", officer, 1, |app, context| {
        today::list(app, context, morning, &Default::default())
    });
    world.page("cases", officer, 1, |app, context| {
        case::list::list(app, context, case::list::Order::Newest, 0)
    });
    world.page("case file, lead", officer, 1, |app, context| {
        case::file::file(app, context, case)
    });
    world.page("case file, receiver", shelter, 1, |app, context| {
        case::file::file(app, context, case)
    });
    world.page("new referral", officer, 1, |app, context| {
        referral::prepare::prepare(app, context, case, None, None, None)
    });
    world.page("referral, sender", officer, 1, |app, context| {
        referral::page::page(app, context, referral)
    });
    world.page("referral, receiver", shelter, 1, |app, context| {
        referral::page::page(app, context, referral)
    });
    world.page("tonight", shelter, 12, referral::page::incoming);
    world.page("what became of mine", officer, 1, |app, context| {
        referral::list::lists(app, context, &referral::list::Asked::default())
    });
    world.page("places", shelter, 1, place::own);
    world.page("providers", officer, 1, provider::directory);
    world.page("organisations", officer, 1, organisation::directory);
}

/// What an open page of the actor is told at this moment, and how much was asked for it: the session with who is behind it,
/// then the news.
fn told(world: &World, actor: Actor, now: Moment) -> (u64, usize) {
    let context = Root {
        now,
        ..world.as_(actor)
    };
    let (version, asked) = counting(|| {
        let signed_in = account::of_session(&world.app, SESSION, Moment(example::NIGHT.0))
            .unwrap()
            .unwrap();
        today::news(&world.app, &context, signed_in.changed).unwrap()
    });
    (version, asked.len())
}

const SESSION: &[u8] = b"a session of sixteen bytes";
/// Session, account and the organisation's own word on it: one snapshot.
const WHO: usize = 3;
/// The session alone: while the journal has not changed, whoever was found behind it is who they were.
const KNOWN: usize = 1;

#[test]
fn a_page_that_has_not_changed_is_told_so_by_the_reading_of_its_session_alone() {
    let world = World::new();
    let officer = world.organisation(Who::BorderPost, Role::FirstResponder);
    let night = Moment(example::NIGHT.0);
    account::begin_session(&world.app, SESSION, officer.id, night).unwrap();
    signal::record(&world.app, &world.as_(officer), &example::signal()).unwrap();
    let at = |minutes: i64| told(&world, officer, night.plus_minutes(minutes));
    let (first, asked) = at(1);
    assert!(asked > WHO, "the first time all is gathered");
    assert_eq!(at(1), (first, KNOWN));
    let list = today::list(
        &world.app,
        &world.as_(officer),
        night.plus_hours(7),
        &Default::default(),
    )
    .unwrap();
    assert_eq!(at(1), (first, KNOWN), "looking is no news");

    signal::record(&world.app, &world.as_(officer), &example::signal()).unwrap();
    let (second, asked) = at(1);
    assert!(second != first && asked > WHO);
    assert_eq!(at(1), (second, KNOWN));

    let due = list
        .duties()
        .filter_map(|line| line.clock.due)
        .min()
        .expect("a duty with an end");
    let last = told(&world, officer, due);
    assert_eq!(last.0, second, "at the last moment nothing is late");
    let (late, asked) = told(&world, officer, Moment(due.0 + 1));
    assert!(late != second && asked > KNOWN, "time alone makes it late");
}

#[test]
fn a_queue_that_has_not_changed_is_not_gathered_again() {
    let world = World::new();
    let officer = world.organisation(Who::BorderPost, Role::FirstResponder);
    let now = Moment(example::NIGHT.0 + 1_000);
    let asked = |now| {
        let context = Root {
            now,
            ..world.as_(officer)
        };
        let choice = queue::Choice {
            queue: queue::Queue::All,
            urgency: None,
            sort: queue::Sort::Urgent,
            after: None,
        };
        let (page, asked) = counting(|| queue::page(&world.app, &context, &choice).unwrap());
        let gathered = asked.iter().any(|sql| sql.contains("FROM takes_part"));
        (page.matching, gathered)
    };
    signal::record(&world.app, &world.as_(officer), &example::signal()).unwrap();
    assert_eq!(asked(now), (1, true));
    assert_eq!(asked(now), (1, false), "looking is no change");
    signal::record(&world.app, &world.as_(officer), &example::signal()).unwrap();
    assert_eq!(asked(now), (2, true));
    assert_eq!(
        asked(now.plus_minutes(1)),
        (2, true),
        "a minute later it is gathered anew"
    );
    assert_eq!(asked(now), (2, true), "and for a clock that was set back");
}

#[test]
fn a_file_to_which_nothing_was_added_is_not_read_again() {
    let world = World::new();
    let officer = world.organisation(Who::BorderPost, Role::FirstResponder);
    let (case, _) = signal::record(&world.app, &world.as_(officer), &example::signal()).unwrap();
    let opened = || {
        let (file, asked) = counting(|| case::file::file(&world.app, &world.as_(officer), case).unwrap());
        (file.steps.len(), asked.iter().any(|sql| sql.contains("process")))
    };
    let (first, read) = opened();
    assert!(read);
    assert_eq!(opened(), (first, false));
    tiltas_app::case::describe(&world.app, &world.as_(officer), case, &example::woman()).unwrap();
    let (second, read) = opened();
    assert!(second > first && read, "what was added stands there at once");
}
