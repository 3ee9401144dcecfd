//! The real program, killed while programs send it signals. What it acknowledged over the wire is there after its restart, a
//! repeated request is recognised, the journal is whole and the views say what it says. Twenty kills on each database;
//! two hundred with `TILTAS_LONG=1`.
#[path = "common/node.rs"]
mod node;
#[path = "../../store/tests/common/server.rs"]
#[expect(dead_code, reason = "the store's tests also let the server die")]
mod server;

use node::Node;
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

/// A signal that only this test could have sent.
const CANARY: &str = "Canary-Oksana-7431";
const NOWHERE: [PathBuf; 0] = [];

#[test]
fn what_was_acknowledged_outlives_kills_on_sqlite() {
    let folder = tempfile::TempDir::new().expect("a folder");
    survive(folder.path(), None);
    assert_eq!(node::files_with(folder.path(), CANARY), NOWHERE, "the name lies open");
}

#[test]
fn what_was_acknowledged_outlives_kills_on_postgres() {
    let Some(database) = server::database() else { return };
    let folder = tempfile::TempDir::new().expect("a folder");
    survive(folder.path(), Some(&database));
    for place in [folder.path(), &server::folder()] {
        assert_eq!(node::files_with(place, CANARY), NOWHERE, "the name lies open");
    }
}

fn survive(folder: &Path, database: Option<&str>) {
    let kills: u32 = if std::env::var_os("TILTAS_LONG").is_some() {
        200
    } else {
        20
    };
    let mut all = Vec::new();
    let mut node = Node::start(folder, database);
    for kill in 0..kills {
        let token = node.token("border_officer");
        let address = node.address().to_owned();
        let wait = Duration::from_millis(120 + u64::from(kill * 7919 % 380));
        let sent = AtomicU32::new(0);
        let acknowledged: Vec<(String, String)> = std::thread::scope(|threads| {
            let clients: Vec<_> = (0..4)
                .map(|client| {
                    let (token, address, sent) = (&token, &address, &sent);
                    threads.spawn(move || {
                        let mut mine = Vec::new();
                        loop {
                            let nth = sent.fetch_add(1, Ordering::Relaxed);
                            let key = format!("kill-{kill}-{client}-{nth}");
                            match record(address, token, &key) {
                                Some(id) => mine.push((key, id)),
                                None => return mine,
                            }
                        }
                    })
                })
                .collect();
            std::thread::sleep(wait);
            node.kill();
            clients
                .into_iter()
                .flat_map(|client| client.join().expect("a client"))
                .collect()
        });
        node = Node::start(folder, database);
        let token = node.token("border_officer");
        if let Some((key, id)) = acknowledged.last() {
            assert_eq!(
                record(node.address(), &token, key).as_ref(),
                Some(id),
                "a repeated request names another file"
            );
        }
        for (_, id) in &acknowledged {
            let answer = node::ask(node.address(), "GET", &format!("/api/v1/signals/{id}"), &token, &[], "");
            assert_eq!(
                answer.map(|answer| answer.status),
                Some(200),
                "acknowledged before kill {kill}, and gone"
            );
        }
        all.extend(acknowledged);
    }
    node.stop();
    assert!(!all.is_empty(), "nothing was acknowledged between the kills");
    node::command(&["journal", "verify"], folder, database);
    node::command(&["journal", "rebuild"], folder, database);
    println!("{} acknowledged signals, {kills} kills, none lost", all.len());
}

fn record(address: &str, token: &str, key: &str) -> Option<String> {
    let body = format!(
        r#"{{"channel":"encounter","urgency":"tonight","sex":"woman","name":"{CANARY}","account":"{CANARY} was in a van"}}"#
    );
    let answer = node::ask(
        address,
        "POST",
        "/api/v1/signals",
        token,
        &[("Idempotency-Key", key)],
        &body,
    )?;
    assert!(matches!(answer.status, 200 | 201), "{}: {}", answer.status, answer.body);
    let value: serde_json::Value = serde_json::from_str(&answer.body).ok()?;
    Some(value["id"].as_str().expect("an id").to_owned())
}
