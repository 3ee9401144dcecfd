//! Promises to a person whose file lies here.
use crate::{common::*, on_both};
use tiltas_access::Shown;
use tiltas_domain::{case::Case, content::Sensitive, detail::Detail};
use tiltas_store::{Error, Store};

on_both!(
    what_was_told_opens_again_and_only_with_a_permit_for_her_case,
    a_forgotten_file_is_unreadable_and_the_others_stand,
);

fn name(store: &Store, case: tiltas_domain::Id<Case>) -> Option<String> {
    let snapshot = store.snapshot().expect("a snapshot");
    let (state, _) = snapshot.state(case).expect("the state");
    let state = state.expect("the file");
    let name = state.details.iter().find_map(|told| match &told.value {
        Detail::Name(name) => Some(&name.name),
        _ => None,
    });
    match snapshot.open(&for_case(&context(1), case), name).expect("opened") {
        #[expect(clippy::disallowed_methods, reason = "the test looks at what it wrote")]
        Shown::Open(name) => Some(name.bare().to_owned()),
        _ => None,
    }
}

fn what_was_told_opens_again_and_only_with_a_permit_for_her_case(place: &Place) {
    let store = place.open();
    let (one, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    assert_eq!(name(&store, one).as_deref(), Some("Canary Vera 1"));
    let snapshot = store.snapshot().unwrap();
    let (state, _) = snapshot.state(other).unwrap();
    let account = state.unwrap().signal.account;
    let shown = snapshot.open(&for_case(&context(3), one), account.as_ref()).unwrap();
    assert!(matches!(shown, Shown::Withheld(tiltas_access::Withheld::OtherCase)));
}

fn a_forgotten_file_is_unreadable_and_the_others_stand(place: &Place) {
    let store = place.open();
    let (one, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    forget(&store, 3, one).unwrap();
    assert!(matches!(store.snapshot().unwrap().state(one), Err(Error::Forgotten)));
    assert!(matches!(note(&store, 4, one), Err(Error::Forgotten)));
    assert!(name(&store, other).is_some());
    drop(store);
    let store = place.open();
    assert!(matches!(store.snapshot().unwrap().past(one), Err(Error::Forgotten)));
    assert!(name(&store, other).is_some());
}
