//! One account, or one address before anybody signed in, asks without end: others still get their answers.
use super::*;
use crate::edge::limit::{SHARE, SHARE_WAITING, Whose};
use tokio::{sync::RwLock, task::JoinHandle};

const STRANGER: &str = "tiltas=0123456789abcdef0123456789abcdef";
const GREEDY: &str = "tiltas=1123456789abcdef0123456789abcdef";
const OTHER: &str = "tiltas=2123456789abcdef0123456789abcdef";

fn hash(cookie: &str) -> SessionHash {
    let text = cookie.strip_prefix("tiltas=").expect("a session");
    SessionId::parse(text).expect("a session").hash()
}

fn account(of: &str) -> Id<Actor> {
    Id::from_bytes([hash(of)[0]; 16])
}

/// A node that finds an account behind each session but the stranger's, and finds nothing while the gate is shut, but for the
/// other one.
fn behind(gate: &Arc<RwLock<()>>) -> (Edge, tempfile::TempDir) {
    let gate = gate.clone();
    let sessions = Sessions {
        clock: Arc::new(|| Moment(0)),
        begin: Arc::new(|_, _, _| Ok(())),
        find: Arc::new(move |session, _| {
            if *session != hash(OTHER) {
                drop(gate.blocking_read());
            }
            let mut found = person();
            found.actor.id = Id::from_bytes([session[0]; 16]);
            Ok((*session != hash(STRANGER)).then_some(found))
        }),
        end: Arc::new(|_, _| Ok(())),
    };
    let ((app, folder), now) = (app(), Arc::new(|| Moment(1_787_205_600_000_000)));
    (Edge::new(app, node(false), sessions, now, [7; 32]), folder)
}

/// Fills the share of whoever comes with this cookie, and waits until it is full.
async fn flood(edge: &Edge, cookie: &'static str, whose: Whose) -> Vec<JoinHandle<StatusCode>> {
    let one = |_| {
        let edge = edge.clone();
        tokio::spawn(async move { asked_by(&edge, cookie).await.status })
    };
    let all: Vec<_> = (0..SHARE + SHARE_WAITING).map(one).collect();
    while edge.limit.asked(whose) < all.len() {
        tokio::task::yield_now().await;
    }
    all
}

async fn asked_by(edge: &Edge, cookie: &str) -> Answer {
    ask(edge, Method::GET, "/a?q=words", &[("cookie", cookie)], "").await
}

#[tokio::test]
async fn who_asks_without_end_is_told_to_come_again_and_others_get_their_answers() {
    let gate = Arc::new(RwLock::new(()));
    let (edge, _folder) = behind(&gate);
    for known in [OTHER, GREEDY] {
        assert_eq!(asked_by(&edge, known).await.status, StatusCode::OK);
    }
    let floods = [
        (STRANGER, Whose::Address(None)),
        (GREEDY, Whose::Account(account(GREEDY))),
    ];
    for (cookie, whose) in floods {
        let shut = gate.clone().write_owned().await;
        let all = flood(&edge, cookie, whose).await;
        let more = asked_by(&edge, cookie).await;
        assert_eq!(more.status, StatusCode::SERVICE_UNAVAILABLE, "{whose:?}");
        assert!(more.headers.contains_key("retry-after"));
        assert_eq!(asked_by(&edge, OTHER).await.status, StatusCode::OK, "{whose:?}");
        drop(shut);
        for one in all {
            assert_eq!(one.await.expect("an answer"), StatusCode::OK, "what waited was done");
        }
    }
}
