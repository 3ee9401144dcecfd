//! No genus is drawn twice before every other was drawn once, whoever of several processes draws.
use crate::{common::*, on_both};
use tiltas_domain::case::spoken_name::Uses;
use tiltas_store::Store;

on_both!(each_process_draws_by_what_all_of_them_opened);

fn told(store: &Store) -> Uses {
    let mut told = None;
    let snapshot = store.snapshot().unwrap();
    let name = snapshot.first_free_name(|uses| {
        told = Some(uses.clone());
        ["Larix 999".to_owned()].into_iter()
    });
    assert_eq!(name.unwrap(), "Larix 999");
    told.unwrap()
}

fn each_process_draws_by_what_all_of_them_opened(place: &Place) {
    let (one, other) = (place.open(), place.open());
    let mut files = Uses::default();
    for store in [&one, &other] {
        assert_eq!(told(store), files);
    }
    for key in 1..7 {
        let store = if key % 2 == 0 { &one } else { &other };
        let case = record(store, key).unwrap();
        files.note("Larix", i64::from(key));
        if key == 4 {
            // A genus stays used when the file is over.
            forget(store, 40, case).unwrap();
        }
        assert_eq!((told(&one), told(&other)), (files.clone(), files.clone()), "{key}");
    }
    drop((one, other));
    let again = place.open();
    assert_eq!(told(&again), files, "and after a start");
    assert_eq!(again.rebuild().unwrap(), []);
}
