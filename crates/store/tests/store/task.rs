//! A task about no case is sealed under a key of its own, which goes with it.
use crate::{common::*, on_both};
use tiltas_access::{Action, Subject};
use tiltas_domain::{
    Changes, Content, Id, Owner,
    clock::{Clock, ClockKind, Confidence},
    content::{Message, Sensitive},
    organisation::Organisation,
    task::{Event, Opened, Task, Work},
};
use tiltas_store::{Error, Missing, Result, Store};

on_both!(
    a_task_about_no_case_is_forgotten_with_its_key_also_after_a_crash,
    a_key_of_a_task_goes_by_the_event_of_that_task_alone,
);

const WORDS: &str = "Ring the interpreter of Tuesday";

fn write(store: &Store, key: u32, id: Id<Task>, event: Event) -> Result<i64> {
    let context = context(key);
    decide(store, &context, "test.task", |snapshot, read| {
        if !matches!(event, Event::Opened(_)) {
            existing(snapshot, id, read)?;
        }
        let permit = allowed(&context, Action::ReadList, Subject::Other(id.into()));
        Ok((permit, Changes::new(id, event)))
    })
}

/// It is to be done, about no case.
pub fn opened(organisation: Id<Organisation>) -> Event {
    Event::Opened(Opened {
        case: None,
        work: Work::Written(Content::New(Message::wrap(WORDS.to_owned()))),
        assignee: organisation.into(),
        by: organisation,
        clock: Clock {
            started: NOW,
            due: None,
            kind: ClockKind::Unknown,
            length: None,
            source: String::new(),
            confidence: Confidence::Unsure,
            profile: String::new(),
        },
        escalates: Vec::new(),
    })
}

/// Written, and done; kept until the first moment.
fn over(store: &Store, key: u32) -> Id<Task> {
    let (context, words) = (context(key), |text: &str| Content::New(Message::wrap(text.to_owned())));
    let id = context.id::<Task>(0);
    let organisation = context.actor.organisation;
    write(store, key, id, opened(organisation)).unwrap();
    let done = Event::Done {
        by: organisation,
        note: Some(words("Comes at nine")),
        until: Some(NOW),
    };
    write(store, key + 1, id, done).unwrap();
    id
}

fn keys(place: &Place) -> i64 {
    let file = rusqlite::Connection::open(place.folder.path().join("keys.db")).unwrap();
    file.query_row("SELECT count(*) FROM key", [], |row| row.get(0))
        .unwrap()
}

fn a_task_about_no_case_is_forgotten_with_its_key_also_after_a_crash(place: &Place) {
    let store = place.open();
    let (gone, kept) = (over(&store, 1), over(&store, 11));
    let listed = |now| store.snapshot().unwrap().tasks_kept_no_longer(now, 9).unwrap();
    assert_eq!(listed(NOW), [], "its last moment is not past");
    assert_eq!(listed(NOW.plus_minutes(1)), [gone, kept]);
    write(&store, 21, gone, Event::Forgotten).unwrap();
    assert_eq!(listed(NOW.plus_minutes(1)), [kept]);
    // As a crash between the event and its key leaves it.
    assert_eq!(keys(place), 2);
    let read = |store: &Store, id| {
        store
            .snapshot()
            .unwrap()
            .state::<Task>(id)
            .map(|(task, _)| task.is_some())
    };
    assert!(matches!(read(&store, gone), Err(Error::Forgotten)));
    drop(store);
    let missing = Missing {
        owners: 1,
        without_key: 0,
        not_destroyed: 1,
    };
    assert_eq!(place.look().keys_missing().unwrap(), missing);
    assert!(place.look().verify().unwrap().is_whole());
    assert_eq!(place.look().rebuild().unwrap(), []);

    let store = place.open();
    assert_eq!(keys(place), 1, "the start finishes it");
    assert!(matches!(read(&store, gone), Err(Error::Forgotten)));
    assert!(read(&store, kept).unwrap());
    assert!(matches!(
        write(&store, 31, gone, Event::Forgotten),
        Err(Error::Forgotten)
    ));
    write(&store, 32, kept, Event::Forgotten).unwrap();
    store.destroy_keys(&[Owner::Thing(kept.into())]).unwrap();
    assert_eq!((keys(place), place.count("SELECT count(*) FROM task")), (0, 0));
    drop(store);
    assert!(place.look().verify().unwrap().is_whole());
    assert_eq!(place.look().rebuild().unwrap(), []);
}

fn a_key_of_a_task_goes_by_the_event_of_that_task_alone(place: &Place) {
    let store = place.open();
    let (gone, stays) = (over(&store, 1), over(&store, 11));
    write(&store, 21, gone, Event::Forgotten).unwrap();
    let forged = format!("INSERT INTO forgotten (owner, position) VALUES ('thing:task:{stays}', 1)");
    place.tamper(&forged);
    // The true event, moved to the other task: it does not open there.
    place.tamper(&format!(
        "INSERT INTO event (position, stream, version, at, process, hash)
         SELECT 900, 'task:{stays}', 900, at, process, hash FROM event WHERE stream = 'task:{gone}' AND owner IS NULL"
    ));
    let destroyed = store.destroy_keys(&[Owner::Thing(stays.into())]);
    assert!(matches!(destroyed, Err(Error::Inconsistent { table: "forgotten", .. })));
    place.tamper("DELETE FROM event WHERE position = 900");
    drop(store);
    let named: Vec<String> = place
        .look()
        .verify()
        .unwrap()
        .foreign
        .into_iter()
        .map(|f| f.name)
        .collect();
    assert_eq!(named, [format!("table forgotten, row thing:task:{stays}")]);
    drop(place.open());
    assert_eq!(keys(place), 1);
}
