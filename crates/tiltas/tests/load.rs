//! Every GET address, pressed by 64 clients at once: none hangs, none fails, and the node still stops within five seconds.
#[path = "common/client.rs"]
mod client;
#[path = "common/load.rs"]
#[allow(dead_code, reason = "the command of the same name uses the rest")]
mod load;
#[path = "common/node.rs"]
mod node;

use load::{Amount, press, targets};
use node::Node;
use std::time::{Duration, Instant};

#[test]
fn no_address_hangs_under_sixty_four_clients_and_the_node_stops_in_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = Node::start_with(folder.path(), None, 24);
    let tokens = node.tokens();
    let targets = targets(node.address(), &tokens).expect("the demonstration is there");
    let patterns = load::ROUTES.lines().filter(|line| line.starts_with("GET ")).count();
    assert_eq!(targets.len(), patterns, "every address is pressed");
    let mut opened = 0;
    for target in &targets {
        let outcome = press(node.address(), target, 64, Amount::Requests(192));
        assert!(
            outcome.is_well(),
            "{target:?}: {:?} {:?}",
            outcome.statuses,
            outcome.lost
        );
        assert_eq!(outcome.took.len(), 192, "{target:?}");
        opened += usize::from(outcome.statuses.keys().any(|status| matches!(status, 200 | 303)));
    }
    assert!(
        opened * 10 >= targets.len() * 8,
        "{opened} of {} addresses open something",
        targets.len()
    );
    let mut client = client::Client::new(node.address());
    let after = Instant::now();
    assert_eq!(client.get("/account/sign-in", "").expect("an answer").status, 200);
    assert!(after.elapsed() < Duration::from_secs(2), "{:?}", after.elapsed());
    let began = Instant::now();
    node.stop();
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
