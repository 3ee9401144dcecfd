//! What a fault of the disk, or a hand, does to the tables behind the store's back: on SQLite, for the tests of the rooms above.
#![allow(dead_code, reason = "each test executable uses its part")]
use rusqlite::Connection;
use std::path::Path;
use tiltas_domain::{
    Actor, Id, StreamId,
    case::Case,
    organisation::{Function, Organisation},
    referral::Referral,
};

fn journal(folder: &Path) -> Connection {
    Connection::open(folder.join("tiltas.db")).expect("the journal")
}

fn change(folder: &Path, sql: &str) {
    let changed = journal(folder).execute(sql, []).expect("changed");
    assert!(changed > 0, "nothing to change: {sql}");
}

/// Who the person of a file is can't be read.
pub fn card(folder: &Path, case: Id<Case>) {
    change(
        folder,
        &format!("UPDATE case_file SET person = zeroblob(40) WHERE case_id = '{case}'"),
    );
}

/// How urgent a file is says a word that nobody knows.
pub fn urgency(folder: &Path, case: Id<Case>) {
    change(
        folder,
        &format!("UPDATE case_file SET urgency = 'later' WHERE case_id = '{case}'"),
    );
}

/// A place of a house can't be read.
pub fn place(folder: &Path, label: &str) {
    change(
        folder,
        &format!("UPDATE place SET state = 'lost' WHERE label = '{label}'"),
    );
}

/// What the provider of a referral offers can't be read.
pub fn offer(folder: &Path, of: Id<Referral>) {
    change(
        folder,
        &format!(
            "UPDATE provider SET offer = zeroblob(9) WHERE provider = (SELECT provider FROM referral WHERE referral = '{of}')"
        ),
    );
}

/// An organisation knows only that the file exists.
pub fn existence_only(folder: &Path, own: Id<Organisation>, case: Id<Case>) {
    change(
        folder,
        &format!("UPDATE takes_part SET proceedings = reasons WHERE organisation = '{own}' AND case_id = '{case}'"),
    );
}

/// An organisation takes no part in the file.
pub fn no_part(folder: &Path, own: Id<Organisation>, case: Id<Case>) {
    change(
        folder,
        &format!("DELETE FROM takes_part WHERE organisation = '{own}' AND case_id = '{case}'"),
    );
}

/// A function has the role of a case manager, by its row.
pub fn case_manager(folder: &Path, function: Id<Function>) {
    change(
        folder,
        &format!("UPDATE function_of SET role = 'case_manager' WHERE function = '{function}'"),
    );
}

/// An account is of another organisation, by its row.
pub fn moved(folder: &Path, account: Id<Actor>, to: Id<Organisation>) {
    change(
        folder,
        &format!("UPDATE account SET organisation = '{to}' WHERE account = '{account}'"),
    );
}

/// There is a second account beside this one, by its row.
pub fn second_account(folder: &Path, beside: Id<Actor>, id: Id<Actor>) {
    change(
        folder,
        &format!(
            "INSERT INTO account SELECT '{id}', organisation, function, mail FROM account WHERE account = '{beside}'"
        ),
    );
}

/// The sessions as they are, to be brought back.
pub fn keep_sessions(folder: &Path) {
    let kept = journal(folder).execute_batch("CREATE TABLE kept AS SELECT * FROM session");
    kept.expect("kept");
}

/// Brings back what was kept.
pub fn bring_sessions_back(folder: &Path) {
    let back = journal(folder).execute_batch("INSERT INTO session SELECT * FROM kept; DROP TABLE kept");
    back.expect("brought back");
}

/// Nobody is signed in.
pub fn end_sessions(folder: &Path) {
    change(folder, "DELETE FROM session");
}

/// Turns one bit in each event of a stream: it can't be read any more, or can again.
pub fn turn_a_bit(folder: &Path, stream: StreamId) {
    let journal = journal(folder);
    let mut read = journal
        .prepare("SELECT position, process FROM event WHERE stream = ?1")
        .expect("asked");
    let rows = read.query_map([stream.to_string()], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
    });
    let rows: Vec<(i64, Vec<u8>)> = rows.expect("events").map(|row| row.expect("an event")).collect();
    assert!(!rows.is_empty(), "{stream} has no event");
    for (position, mut process) in rows {
        process[0] ^= 1;
        journal
            .execute(
                "UPDATE event SET process = ?1 WHERE position = ?2",
                rusqlite::params![process, position],
            )
            .expect("turned");
    }
}
