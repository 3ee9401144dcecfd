//! A way to a database that can be frozen: what is sent is held back, and no connection is closed.
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// Passes bytes on between a node and its database, until it is told to hold them back.
pub struct Relay(Arc<AtomicBool>);

impl Relay {
    /// A relay before the database of this address, and the address that leads through it.
    pub fn before(url: &str) -> (Relay, String) {
        let (host, rest) = url.rsplit_once(':').expect("a port");
        let (port, name) = rest.split_once('/').expect("a database");
        let port: u16 = port.parse().expect("a number");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let here = listener.local_addr().expect("an address").port();
        let relay = Relay(Arc::default());
        let frozen = relay.0.clone();
        thread::spawn(move || {
            for from in listener.incoming().flatten() {
                let to = TcpStream::connect(("127.0.0.1", port)).expect("the database");
                pass(&from, &to, &frozen);
                pass(&to, &from, &frozen);
            }
        });
        (relay, format!("{host}:{here}/{name}"))
    }

    /// Holds everything back, or passes it on again.
    pub fn freeze(&self, frozen: bool) {
        self.0.store(frozen, Ordering::Relaxed);
    }
}

fn pass(from: &TcpStream, to: &TcpStream, frozen: &Arc<AtomicBool>) {
    let mut from = from.try_clone().expect("a stream");
    let (mut to, frozen) = (to.try_clone().expect("a stream"), frozen.clone());
    thread::spawn(move || {
        let mut buffer = [0; 65536];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            while frozen.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(10));
            }
            if to.write_all(&buffer[..count]).is_err() {
                break;
            }
        }
    });
}
