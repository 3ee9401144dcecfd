//! What is to leave, leaves: at least once, not before it is due, and not when the person was forgotten meanwhile.
use crate::{common::*, on_both};
use tiltas_domain::{Id, case::Case};
use tiltas_store::{Commit, Error, Seen, Store, outbox::Message};

on_both!(
    a_message_is_there_if_and_only_if_its_commit_is,
    a_message_is_claimed_when_due_and_by_one_worker_at_a_time,
    a_message_whose_worker_is_gone_goes_to_another_when_the_lease_ends,
    a_failed_message_comes_again_later_each_time,
    a_message_about_a_forgotten_case_does_not_leave,
    four_workers_share_a_hundred_messages,
);

fn message(key: &str, case: Option<Id<Case>>) -> Message {
    Message {
        key: key.to_owned(),
        kind: "mail".to_owned(),
        case,
        due: NOW,
        payload: format!("CanaryOf payload {key}").into_bytes(),
    }
}

fn put(store: &Store, messages: Vec<Message>, read: Vec<Seen>) -> Result<i64, Error> {
    let context = context(1);
    store.commit(Commit {
        name: "test.put",
        at: context.now,
        stamp: (&context).into(),
        once: None,
        read,
        drafts: Vec::new(),
        audit: Vec::new(),
        outbox: messages,
    })
}

fn claim(store: &Store, worker: &str, minutes: i64) -> Vec<String> {
    let claimed = store.claim("mail", worker, NOW.plus_minutes(minutes), 5, 10).unwrap();
    claimed.into_iter().map(|claimed| claimed.key).collect()
}

fn a_message_is_there_if_and_only_if_its_commit_is(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let stale = Seen {
        stream: case.into(),
        version: 7,
        owner: Some(case.into()),
    };
    assert!(matches!(
        put(&store, vec![message("a", None)], vec![stale]),
        Err(Error::Conflict(_))
    ));
    assert_eq!(store.waiting("mail").unwrap(), (0, None));
    put(&store, vec![message("a", None), message("a", None)], Vec::new()).unwrap();
    assert_eq!(
        store.waiting("mail").unwrap(),
        (1, Some(NOW)),
        "a second one under the same key is dropped"
    );
    drop(store);
    let claimed = place.open().claim("mail", "one", NOW, 5, 10).unwrap();
    assert_eq!(claimed[0].payload, b"CanaryOf payload a");
}

fn a_message_is_claimed_when_due_and_by_one_worker_at_a_time(place: &Place) {
    let store = place.open();
    put(&store, vec![message("a", None), message("b", None)], Vec::new()).unwrap();
    assert!(claim(&store, "one", -1).is_empty(), "not before it is due");
    assert!(
        store.claim("escalate", "one", NOW, 5, 10).unwrap().is_empty(),
        "not for another kind"
    );
    assert_eq!(store.claim("mail", "one", NOW, 5, 1).unwrap()[0].key, "a");
    assert_eq!(claim(&store, "other", 0), ["b"]);
    assert!(claim(&store, "third", 0).is_empty());
}

fn a_message_whose_worker_is_gone_goes_to_another_when_the_lease_ends(place: &Place) {
    let store = place.open();
    put(&store, vec![message("a", None)], Vec::new()).unwrap();
    let first = store.claim("mail", "one", NOW, 5, 10).unwrap().remove(0);
    assert!(claim(&store, "other", 4).is_empty());
    assert_eq!(claim(&store, "other", 5), ["a"]);
    assert!(!store.done(&first, "one").unwrap(), "it is another's now");
    assert!(store.done(&first, "other").unwrap());
    assert_eq!(store.waiting("mail").unwrap().0, 0);
}

fn a_failed_message_comes_again_later_each_time(place: &Place) {
    let store = place.open();
    put(&store, vec![message("a", None)], Vec::new()).unwrap();
    let mut now = 0;
    for (tries, wait) in [(1, 1), (2, 2), (3, 4), (4, 8)] {
        let claimed = store
            .claim("mail", "one", NOW.plus_minutes(now), 5, 1)
            .unwrap()
            .remove(0);
        assert_eq!(claimed.tries, tries);
        assert!(store.later(&claimed, "one", NOW.plus_minutes(now)).unwrap());
        assert!(claim(&store, "one", now + wait - 1).is_empty());
        now += wait;
    }
    assert_eq!(claim(&store, "one", now), ["a"]);
}

fn a_message_about_a_forgotten_case_does_not_leave(place: &Place) {
    let store = place.open();
    let (case, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    put(
        &store,
        vec![message("a", Some(case)), message("b", Some(other)), message("c", None)],
        Vec::new(),
    )
    .unwrap();
    forget(&store, 3, case).unwrap();
    assert_eq!(claim(&store, "one", 0), ["b", "c"]);
}

fn four_workers_share_a_hundred_messages(place: &Place) {
    let stores: Vec<Store> = (0..2).map(|_| place.open()).collect();
    put(
        &stores[0],
        (0..100).map(|nth| message(&format!("{nth:03}"), None)).collect(),
        Vec::new(),
    )
    .unwrap();
    let mut all: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..4)
            .map(|nth| {
                let store = &stores[nth % 2];
                scope.spawn(move || {
                    let (worker, mut mine) = (format!("worker {nth}"), Vec::new());
                    loop {
                        let claimed = store.claim("mail", &worker, NOW, 5, 7).unwrap();
                        if claimed.is_empty() {
                            return mine;
                        }
                        for message in claimed {
                            assert!(store.done(&message, &worker).unwrap());
                            mine.push(message.key);
                        }
                    }
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    all.sort();
    assert_eq!(
        all,
        (0..100).map(|nth| format!("{nth:03}")).collect::<Vec<_>>(),
        "each once"
    );
}
