//! The real process, killed at random points under load. Whatever it acknowledged is there afterwards, the journal is whole,
//! and the views say what it says. Twenty kills on each database; two hundred with `TILTAS_LONG=1`.
//!
//! This executable starts itself again as the writer, which prints each acknowledged position only after its commit returned.
mod common;

use common::*;
use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tiltas_domain::{Context, Id, case::Case};
use tiltas_store::{Error, Location, Store};

const WRITER: &str = "TILTAS_KILL_WRITER";
const KEYS: &str = "TILTAS_KILL_KEYS";
const FIRST: &str = "TILTAS_KILL_FIRST";
/// A journal this often killed is left for a fresh one, so that each check stays short.
const KILLS_EACH: u32 = 20;

#[test]
fn every_acknowledged_commit_survives_kills_on_sqlite() {
    for round in 0..rounds() {
        survive(&Place::sqlite(), round);
    }
}

#[test]
fn every_acknowledged_commit_survives_kills_on_postgres() {
    for round in 0..rounds() {
        if let Some(place) = Place::postgres() {
            survive(&place, round);
        }
    }
}

#[test]
fn every_acknowledged_commit_survives_a_server_that_dies() {
    let Some(server) = server::Server::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let location = Location::Postgres {
        url: server.database(),
        keys: folder.path().to_owned(),
    };
    let place = Place { location, folder };
    // The same store goes on when the server is back.
    let store = place.open();
    let ends = AtomicU32::new(0);
    let (next, done) = (AtomicU32::new(10), AtomicU32::new(0));
    // The server dies while the writers write, however fast they are.
    let more = || {
        let before = done.load(Ordering::Relaxed);
        while done.load(Ordering::Relaxed) < before + 16 {
            std::thread::sleep(Duration::from_millis(10));
        }
    };
    let mut acknowledged = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| write_until(&store, &next, &done, &ends)))
            .collect();
        for _ in 0..3 {
            more();
            server.die_and_start();
        }
        more();
        ends.store(1, Ordering::Relaxed);
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("no panic"))
            .collect::<Vec<_>>()
    });
    acknowledged.sort();
    eprintln!("3 deaths of the server, {} acknowledged commits", acknowledged.len());
    assert!(acknowledged.len() >= 64, "the writers wrote");
    drop(store);
    check(&place, &acknowledged);
}

fn write_until(store: &Store, next: &AtomicU32, done: &AtomicU32, ends: &AtomicU32) -> Vec<(String, u32, i64)> {
    let mut acknowledged = Vec::new();
    while ends.load(Ordering::Relaxed) == 0 {
        let key = next.fetch_add(10, Ordering::Relaxed);
        // WHY the same again: a key is a minute, and one of four weeks ago is known no more.
        let case = loop {
            match record(store, key) {
                Ok(case) => break Some(case),
                // It was saved, and nobody could say so.
                Err(Error::Conflict(_) | Error::Duplicate) => break None,
                Err(_) if ends.load(Ordering::Relaxed) > 0 => return acknowledged,
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        if let Some(Ok(position)) = case.map(|case| note(store, key + 1, case)) {
            acknowledged.push(("noted".to_owned(), key + 1, position));
            done.fetch_add(1, Ordering::Relaxed);
        }
    }
    acknowledged
}

fn rounds() -> u32 {
    if std::env::var_os("TILTAS_LONG").is_some() {
        10
    } else {
        1
    }
}

fn survive(place: &Place, round: u32) {
    let mut acknowledged = 0;
    for kill in 0..KILLS_EACH {
        let first = (kill + 1) * 100_000;
        let mut writer = start(place, first);
        let lines = writer.stdout.take().expect("its output");
        let reader = std::thread::spawn(move || read(lines));
        std::thread::sleep(Duration::from_millis(u64::from(
            250 + (kill * 7919 + round * 104_729) % 300,
        )));
        writer.kill().expect("killed");
        writer.wait().expect("gone");
        let lines = reader.join().expect("read");
        acknowledged += lines.len();
        check(place, &lines);
    }
    eprintln!("{KILLS_EACH} kills, {acknowledged} acknowledged commits, all found");
    assert!(acknowledged > KILLS_EACH as usize, "the writer wrote");
}

fn start(place: &Place, first: u32) -> Child {
    let (url, keys) = match &place.location {
        Location::Folder(folder) => (String::new(), folder),
        Location::Postgres { url, keys } => (url.clone(), keys),
    };
    let mut command = Command::new(std::env::current_exe().expect("this executable"));
    command.args([
        "--exact",
        "the_writer_that_is_killed",
        "--nocapture",
        "--test-threads=1",
    ]);
    command.env(WRITER, url).env(KEYS, keys).env(FIRST, first.to_string());
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started")
}

/// `kind key position`, each line whole.
fn read(lines: ChildStdout) -> Vec<(String, u32, i64)> {
    let mut found = Vec::new();
    for line in BufReader::new(lines).lines().map_while(Result::ok) {
        let words: Vec<&str> = line.split(' ').collect();
        if let ["acknowledged", kind, key, position, "."] = words[..] {
            found.push((
                kind.to_owned(),
                key.parse().expect("a key"),
                position.parse().expect("a position"),
            ));
        }
    }
    found
}

fn check(place: &Place, lines: &[(String, u32, i64)]) {
    let store = place.open();
    let snapshot = store.snapshot().expect("a snapshot");
    for (kind, key, position) in lines {
        let (context, name): (Context, _) = match kind.as_str() {
            "forgotten" => (officer(*key), "case.forget"),
            "recorded" => (context(*key), "signal.record"),
            _ => (context(*key), "note.add"),
        };
        let answered = snapshot
            .answered((context.once(name), context.request), context.now)
            .expect("answered")
            .map(|answer| answer.position);
        assert_eq!(answered, Some(*position), "{kind} {key} was acknowledged");
        if kind == "recorded" {
            let id = context.id::<Case>(0);
            let over = lines
                .iter()
                .any(|(kind, other, _)| kind == "forgotten" && *other == key + 9);
            match snapshot.state(id) {
                Ok((Some(_), _)) => assert!(!over, "forgotten stays forgotten"),
                Err(Error::Forgotten) => {}
                other => panic!("{:?}", other.map(|_| "no file")),
            }
        }
    }
    drop(snapshot);
    assert_eq!(store.verify().expect("verified").first_fault, None);
    assert_eq!(store.rebuild().expect("rebuilt"), []);
}

/// Runs only when it is started with a place to write to.
#[test]
fn the_writer_that_is_killed() {
    let (Ok(url), Ok(keys), Ok(first)) = (std::env::var(WRITER), std::env::var(KEYS), std::env::var(FIRST)) else {
        return;
    };
    let location = match url.is_empty() {
        true => Location::Folder(keys.into()),
        false => Location::Postgres { url, keys: keys.into() },
    };
    let store = Store::open(&location, &NODE).expect("the store opens");
    let next = AtomicU32::new(first.parse().expect("a number"));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                loop {
                    write(&store, next.fetch_add(10, Ordering::Relaxed));
                }
            });
        }
    });
}

/// A file is opened, noted in, and every third time forgotten; each step is acknowledged when it is durable.
fn write(store: &Store, key: u32) {
    let case = record_acknowledged(store, key);
    for nth in 1..4 {
        let position = note(store, key + nth, case).expect("noted");
        acknowledge("noted", key + nth, position);
    }
    if key.is_multiple_of(30) {
        let position = forget_in_journal(store, key + 9, case).expect("forgotten");
        acknowledge("forgotten", key + 9, position);
        store.destroy_keys(&[case.into()]).expect("destroyed");
    }
}

fn record_acknowledged(store: &Store, key: u32) -> Id<Case> {
    let context = context(key);
    let case = record(store, key).expect("recorded");
    let once = (context.once("signal.record"), context.request);
    let position = store.snapshot().expect("a snapshot").answered(once, context.now);
    let position = position.expect("answered").map(|answer| answer.position);
    acknowledge("recorded", key, position.expect("it was written"));
    case
}

fn acknowledge(kind: &str, key: u32, position: i64) {
    let mut out = std::io::stdout().lock();
    let line = format!("acknowledged {kind} {key} {position} .\n");
    out.write_all(line.as_bytes()).and_then(|()| out.flush()).expect("told");
}
