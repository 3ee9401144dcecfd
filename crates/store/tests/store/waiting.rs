//! Nobody waits without end: not for a reader, not for a database that is frozen, not for the writer. And work that nobody
//! waits for any more ends.
use crate::{
    common::{relay::Relay, *},
    on_both,
};
use std::{
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};
use tiltas_store::{Deadline, Error, Location, Store};

on_both!(
    who_waits_for_a_reader_is_turned_away_in_time_and_safety_gets_the_one_kept_back,
    work_whose_deadline_has_passed_asks_nothing_more
);

/// As many as the store lends at once.
const READERS: usize = 8;

fn who_waits_for_a_reader_is_turned_away_in_time_and_safety_gets_the_one_kept_back(place: &Place) {
    let store = place.open();
    let (all_held, end) = (Barrier::new(READERS + 1), Barrier::new(READERS + 1));
    thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                let snapshot = store.snapshot();
                all_held.wait();
                end.wait();
                drop(snapshot.expect("a reader"));
            });
        }
        all_held.wait();
        let began = Instant::now();
        let late = Deadline::after(Duration::from_millis(300)).run(|| store.snapshot().map(drop));
        assert!(matches!(late, Err(Error::Busy)), "{late:?}");
        assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
        let safety = Deadline::safety(Duration::from_secs(5));
        assert!(safety.run(|| store.snapshot().map(drop)).is_ok());
        let plain = thread::scope(|inner| inner.spawn(|| store.snapshot().map(drop)).join().expect("no panic"));
        assert!(matches!(plain, Err(Error::Busy)), "also without a deadline: {plain:?}");
        end.wait();
    });
    assert!(store.snapshot().is_ok(), "and then all of them are there again");
}

fn work_whose_deadline_has_passed_asks_nothing_more(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let deadline = Deadline::after(Duration::from_secs(60));
    let (first, second, noted) = deadline.run(|| {
        let first = store.snapshot().unwrap().state(case).map(drop);
        let snapshot = store.snapshot().unwrap();
        // Whoever asked goes away in the middle.
        deadline.cancel();
        let second = snapshot.state(case).map(drop);
        drop(snapshot);
        (first, second, note(&store, 2, case))
    });
    assert!(first.is_ok());
    assert!(matches!(second, Err(Error::Busy)), "{second:?}");
    assert!(matches!(noted, Err(Error::Busy)), "{noted:?}");
    assert_eq!(
        store.snapshot().unwrap().state(case).unwrap().0.unwrap().consents.len(),
        0
    );
    note(&store, 2, case).unwrap();
}

#[test]
#[cfg(debug_assertions)]
fn a_thread_that_holds_a_snapshot_can_not_take_a_second_one() {
    let (place, another) = (Place::sqlite(), Place::sqlite());
    let (store, other) = (place.open(), another.open());
    let held = store.snapshot().unwrap();
    assert!(other.snapshot().is_ok(), "of another store it can");
    let second = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| store.snapshot().map(drop)));
    assert!(second.is_err(), "a defect, and tests see it");
    drop(held);
}

#[test]
fn a_frozen_database_is_told_in_time_and_what_it_may_have_written_is_not_called_lost() {
    let Some(place) = Place::postgres() else { return };
    let Location::Postgres { url, keys } = place.location.clone() else {
        return;
    };
    let (relay, url) = Relay::before(&url);
    let store = Store::open(&Location::Postgres { url, keys }, &NODE).unwrap();
    let case = record(&store, 1).unwrap();
    let in_a_second = || Deadline::after(Duration::from_secs(1));

    relay.freeze(true);
    let began = Instant::now();
    let read = in_a_second().run(|| store.snapshot().and_then(|snapshot| snapshot.state(case).map(drop)));
    assert!(matches!(read, Err(Error::Unavailable(_) | Error::Busy)), "{read:?}");
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    let began = Instant::now();
    let written = in_a_second().run(|| store.end_session(b"an id"));
    assert!(matches!(written, Err(Error::Unconfirmed(_))), "{written:?}");
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());

    relay.freeze(false);
    let began = Instant::now();
    while note(&store, 2, case).is_err() {
        assert!(began.elapsed() < Duration::from_secs(30), "it goes on by itself");
        thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(
        store.snapshot().unwrap().state(case).unwrap().0.unwrap().consents.len(),
        1
    );
}
