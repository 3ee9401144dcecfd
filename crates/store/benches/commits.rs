//! How many commits a second, with 64 callers, each synced before it is answered.
//!
//! `cargo bench -p tiltas-store --bench commits -- [seconds] [clients]`. Seconds on a shared machine are noise: the disk's own
//! syncs a second are measured in the same run and in the same folder, and PostgreSQL stands beside `pgbench -N` on the same
//! server.
#[path = "../tests/common/mod.rs"]
mod common;

use common::*;
use std::{
    collections::HashMap,
    fs::File,
    io::{Seek, SeekFrom, Write},
    process::Command,
    time::{Duration, Instant},
};
use tiltas_access::{Action, Subject};
use tiltas_domain::{
    Changes, Context, Id, StreamId,
    case::{self, Because, Case, Person, Urgency},
    content::{HealthNote, NoteText, Phone, Sensitive},
    detail::{self, Detail, Details, Origin},
    note::{self, Notes},
};
use tiltas_store::{Commit, Location, Seen, Store};

fn main() {
    // `cargo bench` passes `--bench`.
    let numbers: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let seconds = Duration::from_secs(numbers.first().copied().unwrap_or(5));
    let clients = numbers.get(1).copied().unwrap_or(64) as u32;
    let place = Place::sqlite();
    println!(
        "{} cores; {clients} clients, {} s each",
        std::thread::available_parallelism().map_or(0, std::num::NonZero::get),
        seconds.as_secs()
    );
    syncs(&place, seconds);
    measure("SQLite", &place, seconds, clients);
    syncs(&place, seconds);
    let Some(place) = Place::postgres() else { return };
    measure("PostgreSQL", &place, seconds, clients);
    pgbench(&place, seconds, clients);
}

/// The disk's own rate: a page written and synced, again and again.
fn syncs(place: &Place, length: Duration) {
    let mut file = File::create(place.folder.path().join("page")).expect("a file");
    let (started, mut count) = (Instant::now(), 0);
    while started.elapsed() < length / 2 {
        file.seek(SeekFrom::Start(0)).expect("sought");
        file.write_all(&[count as u8; 4096]).expect("written");
        file.sync_data().expect("synced");
        count += 1;
    }
    report("disk", "4 KiB written and fdatasync", count, started.elapsed());
}

fn report(database: &str, what: &str, count: u64, length: Duration) {
    println!(
        "{database:<10} {what:<64} {:>8.0}/s",
        count as f64 / length.as_secs_f64()
    );
}

fn measure(database: &str, place: &Place, length: Duration, clients: u32) {
    let store = place.open();
    let contexts: Vec<Context> = (0..clients * 4).map(context).collect();
    let cases: Vec<Id<Case>> = contexts.iter().map(|context| context.id::<Case>(0)).collect();
    store.make_keys(&cases).expect("keys");
    for key in 0..clients * 4 {
        record(&store, key).expect("recorded");
    }
    let note: Content = |context, case| note_of(context, case, 1024);
    run(
        &store,
        database,
        "a note of 1 KiB: one event",
        length,
        clients,
        &cases,
        note,
    );
    let wide: Content = wide_of;
    run(
        &store,
        database,
        "1 KiB in 3 classes, 4 view rows: seven events",
        length,
        clients,
        &cases,
        wide,
    );
    let (started, mut count) = (Instant::now(), 0);
    let done = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let store = &store;
                scope.spawn(move || {
                    let mut made = 0;
                    while started.elapsed() < length {
                        record(store, 1_000_000 * (client + 1) + made).expect("recorded");
                        made += 1;
                    }
                    made
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| u64::from(thread.join().expect("no panic")))
            .sum::<u64>()
    });
    count += done;
    report(
        database,
        "new cases, each key synced first: four events each",
        count,
        started.elapsed(),
    );
    let started = Instant::now();
    let verified = store.verify().expect("verified");
    assert_eq!(verified.first_fault, None);
    report(database, "events verified", verified.events as u64, started.elapsed());
    let started = Instant::now();
    assert_eq!(store.rebuild().expect("rebuilt"), []);
    report(
        database,
        "events rebuilt and compared",
        verified.events as u64,
        started.elapsed(),
    );
}

type Content = fn(&Context, Id<Case>) -> Changes;

fn note_of(context: &Context, case: Id<Case>, bytes: usize) -> Changes {
    let text = NoteText::wrap("n".repeat(bytes)).into();
    let (note, by) = (context.inside::<Notes, _>(0), context.actor);
    Changes::new(
        case.of::<Notes>(),
        note::Event {
            note,
            adds_to: None,
            own_words: false,
            text,
            by,
        },
    )
}

fn wide_of(context: &Context, case: Id<Case>) -> Changes {
    let told = |nth, value| detail::tell(case, value, Origin::Later, nth, context);
    let (organisation, because) = (Id::from_stored([9; 16]), Because::ChildNotice);
    note_of(context, case, 342)
        .and_all(told(0, Detail::Phone(Phone::wrap("p".repeat(341)).into())))
        .and_all(told(1, Detail::Health(HealthNote::wrap("h".repeat(341)).into())))
        .and(case, case::Event::Described(Person::default()))
        .and(case, case::Event::UrgencyChanged(Urgency::Ordinary))
        .and(case, case::Event::Joined { organisation, because })
        .and(case, case::Event::Left { organisation, because })
}

/// Each client has its own four cases and waits for each answer before it sends the next.
fn run(
    store: &Store,
    database: &str,
    what: &str,
    length: Duration,
    clients: u32,
    cases: &[Id<Case>],
    content: Content,
) {
    let before = store.counters();
    let started = Instant::now();
    let mut times: Vec<Duration> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients as usize)
            .map(|client| {
                let mine: Vec<Id<Case>> = cases.iter().skip(client * 4).take(4).copied().collect();
                scope.spawn(move || client_run(store, started, length, client, &mine, content))
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("no panic"))
            .collect()
    });
    let length = started.elapsed();
    times.sort();
    let events = content(&context(1), cases[0]).list().len() as u64;
    let after = store.counters();
    let batch = (after.commits - before.commits) as f64 / (after.batches - before.batches).max(1) as f64;
    report(
        database,
        &format!("{what}, events"),
        times.len() as u64 * events,
        length,
    );
    println!(
        "{:<10}   commits {:.0}/s, batch {batch:.1}, median {:.1} ms, 99th percentile {:.1} ms",
        "",
        times.len() as f64 / length.as_secs_f64(),
        times[times.len() / 2].as_secs_f64() * 1e3,
        times[times.len() * 99 / 100].as_secs_f64() * 1e3,
    );
}

fn client_run(
    store: &Store,
    started: Instant,
    length: Duration,
    client: usize,
    cases: &[Id<Case>],
    content: Content,
) -> Vec<Duration> {
    let mut times = Vec::new();
    let snapshot = store.snapshot().expect("a snapshot");
    let mut versions: HashMap<StreamId, i64> = HashMap::new();
    for case in cases {
        let details = snapshot.state(case.of::<Details>()).expect("told on the signal").1;
        versions.insert(details.stream, details.version);
        // The run before left notes.
        let notes = snapshot.state(case.of::<Notes>()).expect("notes").1;
        versions.insert(notes.stream, notes.version);
        versions.insert((*case).into(), snapshot.case_version(*case).expect("a version"));
    }
    drop(snapshot);
    for nth in 0.. {
        if started.elapsed() >= length {
            break;
        }
        let turn = nth as usize % cases.len();
        let case = cases[turn];
        let context = context_of(nth, [client as u64, content as usize as u64, 0]);
        let from = Instant::now();
        let permit = allowed(&context, Action::OpenName, Subject::Case(case));
        let changes = content(&context, case);
        let mut streams: Vec<StreamId> = changes.list().iter().map(|change| change.stream).collect();
        streams.push(case.into());
        streams.sort_unstable();
        streams.dedup();
        let seen = streams.iter().map(|stream| Seen {
            stream: *stream,
            version: versions.get(stream).copied().unwrap_or_default(),
            owner: Some(case.into()),
        });
        let mut read: Vec<Seen> = seen.collect();
        for change in changes.list() {
            *versions.entry(change.stream).or_default() += 1;
        }
        let drafts = store
            .seal(&permit, changes, &mut read, (&context).into())
            .expect("sealed");
        let commit = Commit {
            name: "bench",
            at: context.now,
            stamp: (&context).into(),
            once: Some((context.once("bench"), context.request)),
            read,
            drafts,
            audit: Vec::new(),
            outbox: Vec::new(),
        };
        store.commit(commit).expect("committed");
        times.push(from.elapsed());
    }
    times
}

/// The peer on the same server: one small update and one insert a transaction.
fn pgbench(place: &Place, length: Duration, clients: u32) {
    let Location::Postgres { url, .. } = &place.location else {
        return;
    };
    let program = server::programs().expect("the server's programs").join("pgbench");
    let quiet = |command: &mut Command| {
        command
            .output()
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let made = quiet(Command::new(&program).args(["-i", "-q", "-s", "10", url]));
    let (clients, seconds) = (clients.to_string(), length.as_secs().to_string());
    let ran = quiet(Command::new(&program).args(["-N", "-c", &clients, "-j", "2", "-T", &seconds, url]));
    let told = ran.ok().filter(|_| made.is_ok()).unwrap_or_default();
    let rate = told
        .lines()
        .find(|line| line.starts_with("tps"))
        .unwrap_or("pgbench did not run");
    println!("PostgreSQL pgbench -N -c {clients} -j 2: {rate}");
}
