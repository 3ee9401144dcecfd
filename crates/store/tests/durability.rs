//! The system calls of one run: the journal's log is synced before anybody is told that it is.
mod common;

use common::*;
use std::{io::Write, process::Command};
use tiltas_store::{Location, Store};

const FOLDER: &str = "TILTAS_TRACED_FOLDER";
const COMMITS: u32 = 20;

#[test]
fn a_commit_is_synced_before_it_is_acknowledged() {
    let place = Place::sqlite();
    drop(place.open());
    let trace = place.folder.path().join("trace");
    let mut command = Command::new("strace");
    command
        .args([
            "-f",
            "-y",
            "-s",
            "64",
            "-e",
            "trace=fdatasync,fsync,write,writev,pwrite64",
            "-o",
        ])
        .arg(&trace);
    command.arg(std::env::current_exe().expect("this executable"));
    command.args([
        "--exact",
        "the_writer_that_is_traced",
        "--nocapture",
        "--test-threads=1",
    ]);
    let ran = command.env(FOLDER, place.folder.path()).output();
    let text = std::fs::read_to_string(&trace).unwrap_or_default();
    if !ran.is_ok_and(|output| output.status.success()) || text.is_empty() {
        let required = std::env::var("TILTAS_REQUIRE").is_ok_and(|value| value == "all");
        assert!(!required, "strace is required here and can't run");
        eprintln!("skipped: strace can't run");
        return;
    }
    assert_eq!(follow(&text), COMMITS, "every commit was acknowledged and followed");
}

/// Follows the calls; panics at an acknowledgement that came before the sync of what was written. Answers how many there were.
fn follow(text: &str) -> u32 {
    let (mut unsynced, mut written, mut acknowledged) = (0, 0, 0);
    let mut syncing = std::collections::HashMap::new();
    for line in text.lines() {
        let (process, call) = line.split_once(' ').unwrap_or_default();
        let call = call.trim_start();
        let of_log = call.contains("tiltas.db-wal");
        if call.starts_with("pwrite64(") && of_log {
            (unsynced, written) = (unsynced + 1, written + 1);
        } else if (call.starts_with("fdatasync(") || call.starts_with("fsync(")) && of_log {
            if call.contains("<unfinished") {
                // What is written from here on is not in it.
                syncing.insert(process.to_owned(), unsynced);
            } else {
                assert!(call.trim_end().ends_with("= 0"), "{call}");
                unsynced = 0;
            }
        } else if call.starts_with("<... f") && call.contains("sync resumed") {
            if let Some(covered) = syncing.remove(process) {
                assert!(call.trim_end().ends_with("= 0"), "{call}");
                unsynced -= covered;
            }
        } else if call.starts_with("write(1") && call.contains("acknowledged") {
            acknowledged += 1;
            assert!(
                written > 0,
                "something was written before acknowledgement {acknowledged}"
            );
            assert_eq!(unsynced, 0, "acknowledged before the sync returned: {acknowledged}");
            written = 0;
        }
    }
    acknowledged
}

#[test]
fn the_reading_of_a_trace_finds_what_it_looks_for() {
    let good = "1 pwrite64(4</a/tiltas.db-wal>, \"\", 8, 0) = 8\n1 fdatasync(4</a/tiltas.db-wal> <unfinished ...>\n\
        2 write(1</dev/pts>, \"x\", 1) = 1\n1 <... fdatasync resumed>) = 0\n2 write(1<pipe>, \"acknowledged\\n\", 13) = 13\n";
    assert_eq!(follow(good), 1);
}

#[test]
#[should_panic(expected = "before the sync returned")]
fn the_reading_of_a_trace_finds_an_early_acknowledgement() {
    let swapped = "1 pwrite64(4</a/tiltas.db-wal>, \"\", 8, 0) = 8\n1 fdatasync(4</a/tiltas.db-wal> <unfinished ...>\n\
        2 write(1<pipe>, \"acknowledged\\n\", 13) = 13\n1 <... fdatasync resumed>) = 0\n";
    follow(swapped);
}

/// Runs only when it is started under the tracer.
#[test]
fn the_writer_that_is_traced() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let store = Store::open(&Location::Folder(folder.into()), &NODE).expect("the store opens");
    let case = record(&store, 1).expect("recorded");
    let tell = || {
        let mut out = std::io::stdout().lock();
        out.write_all(b"acknowledged\n")
            .and_then(|()| out.flush())
            .expect("told");
    };
    tell();
    for key in 2..=COMMITS {
        note(&store, key, case).expect("noted");
        tell();
    }
}
