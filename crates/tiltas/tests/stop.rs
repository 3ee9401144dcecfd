//! The node serves and stops whatever its connections and its database are doing.
#[path = "common/client.rs"]
mod client;
#[path = "common/node.rs"]
mod node;
#[path = "../../store/tests/common/relay.rs"]
mod relay;
#[path = "../../store/tests/common/server.rs"]
#[allow(dead_code, reason = "only the database of a test is asked for")]
mod server;

use client::{Client, accounts, sign_in};
use node::Node;
use relay::Relay;
use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

const STOPS_WITHIN: Duration = Duration::from_secs(5);

fn open(node: &Node) -> Duration {
    let began = Instant::now();
    let page = Client::new(node.address())
        .get("/account/sign-in", "")
        .expect("an answer");
    assert_eq!(page.status, 200);
    began.elapsed()
}

fn stops(node: Node) {
    let began = Instant::now();
    node.stop();
    assert!(began.elapsed() < STOPS_WITHIN, "{:?}", began.elapsed());
}

/// Sends the beginning of a request and no more.
fn half(node: &Node, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(node.address()).expect("a connection");
    stream.write_all(text.as_bytes()).expect("sent");
    stream
}

#[test]
fn half_sent_requests_are_ended_and_hold_up_no_stop() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = Node::start(folder.path(), None);
    let post = "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\ntoken=";
    let mut halves = [half(&node, "GET /today HTT"), half(&node, post)];
    open(&node);
    for stream in &mut halves {
        // Neither is waited for without end: an answer or the end of the connection comes.
        stream.set_read_timeout(Some(Duration::from_secs(40))).expect("a limit");
        let mut said = Vec::new();
        stream.read_to_end(&mut said).expect("ended within its time");
    }
    let _halves = [half(&node, "GET /today HTT"), half(&node, post)];
    open(&node);
    stops(node);
}

#[test]
fn a_thousand_idle_connections_shut_nobody_out_and_hold_up_no_stop() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = Node::start(folder.path(), None);
    let mut idle = Vec::new();
    for _ in 0..1010 {
        match TcpStream::connect(node.address()) {
            Ok(stream) => idle.push(stream),
            Err(error) => panic!("connection {}: {error}", idle.len()),
        }
    }
    let took = open(&node);
    assert!(took < Duration::from_secs(3), "{took:?}");
    stops(node);
}

#[test]
fn a_frozen_database_is_told_as_a_page_and_holds_up_no_stop() {
    let Some(url) = server::database() else { return };
    let (relay, url) = Relay::before(&url);
    let folder = tempfile::tempdir().expect("a folder");
    let node = Node::start(folder.path(), Some(&url));
    let account = accounts(node.address()).expect("accounts").remove(0);
    let cookie = sign_in(node.address(), &account).expect("a session");
    relay.freeze(true);
    let asked: Vec<_> = (0..8)
        .map(|_| {
            let (address, header) = (node.address().to_owned(), format!("Cookie: {cookie}\r\n"));
            thread::spawn(move || {
                let began = Instant::now();
                let page = Client::new(&address).get("/cases", &header).expect("an answer");
                (page.status, page.header("retry-after").is_some(), began.elapsed())
            })
        })
        .collect();
    for answer in asked {
        let (status, told, took) = answer.join().expect("no panic");
        assert!(status == 503 && told, "{status}");
        assert!(took < Duration::from_secs(25), "{took:?}");
    }
    let began = Instant::now();
    node.ends();
    assert!(began.elapsed() < STOPS_WITHIN, "{:?}", began.elapsed());
}
