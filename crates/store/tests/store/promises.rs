//! Promises to a person whose file lies here.
use crate::{common::*, on_both, task::opened};
use std::sync::Barrier;
use tiltas_access::{Action, Seen as Read, Subject, Withheld};
use tiltas_domain::{
    Changes, Id, Made, Purpose, StreamId, audit,
    case::{Case, Urgency},
    changes::Kind,
    content::{Phone, Sensitive},
    detail::{self, Detail, Details, Origin},
    meeting::Meeting,
    organisation::{self, Function, Organisation, OrganisationKind},
    referral::{self, Referral},
    task::Task,
};
use tiltas_store::{Commit, Error, Location, Seen, Store};

on_both!(
    what_was_told_opens_again_and_only_with_a_permit_for_the_case,
    a_forgotten_file_is_unreadable_and_the_others_stand,
    a_repeated_request_is_answered_alike_and_written_once,
    a_key_can_not_stand_for_two_requests,
    the_same_request_sent_twice_at_once_is_written_once,
    what_a_command_made_is_answered_again_for_a_week,
    keys_of_commands_go_after_four_weeks,
    a_stream_that_was_only_read_must_still_hold,
    a_permit_for_one_case_can_not_write_into_another,
    a_stream_that_was_not_read_is_not_written_to,
    a_permit_for_no_case_seals_nothing_about_a_person,
    a_permit_for_a_thing_begins_another_with_a_key_of_its_own_and_writes_into_none,
    a_change_beside_the_case_stream_can_not_outlive_the_case,
    a_file_of_two_with_one_spoken_name_fails_alone,
    looking_does_not_change_what_is_looked_at_and_outlives_it,
    forgetting_while_others_write_leaves_nothing_behind,
    what_was_told_lies_open_in_no_file,
    commits_of_one_file_from_many_callers_are_in_order,
);

fn name(store: &Store, case: Id<Case>) -> Option<String> {
    let snapshot = store.snapshot().unwrap();
    let (details, _) = snapshot.state(case.of::<Details>()).unwrap();
    let details = details.unwrap();
    let name = details.0.iter().find_map(|told| match &told.value {
        Detail::Name(name) => Some(&name.name),
        _ => None,
    });
    match snapshot.open(&for_case(&context(1), case), name).unwrap().into_seen() {
        #[expect(clippy::disallowed_methods, reason = "the test looks at what it wrote")]
        Read::Open(name) => Some(name.bare().to_owned()),
        _ => None,
    }
}

fn whole(store: &Store) {
    assert_eq!(store.verify().unwrap().first_fault, None);
    assert_eq!(store.rebuild().unwrap(), []);
}

/// A draft of a referral in a case: a stream of its own under the case's key.
fn drafted(store: &Store, key: u32, case: Id<Case>) -> tiltas_store::Result<Id<Referral>> {
    let context = context(key);
    let id = context.id::<Referral>(0);
    decide(store, &context, "referral.draft", |snapshot, read| {
        existing(snapshot, case, read)?;
        Ok((for_case(&context, case), Changes::new(id, draft(case))))
    })?;
    Ok(id)
}

fn draft(case: Id<Case>) -> referral::Event {
    referral::Event::Drafted {
        case,
        from: context(0).actor.organisation,
        to: None,
        urgency: Urgency::Tonight,
        services: Vec::new(),
        words: None,
    }
}

fn what_was_told_opens_again_and_only_with_a_permit_for_the_case(place: &Place) {
    let store = place.open();
    let (one, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    assert_eq!(name(&store, one).as_deref(), Some("CanaryOf Vera 1"));
    let snapshot = store.snapshot().unwrap();
    let (state, _) = snapshot.state(other).unwrap();
    let account = state.unwrap().signal.account;
    let shown = snapshot.open(&for_case(&context(3), one), account.as_ref()).unwrap();
    assert!(matches!(shown.seen(), Read::Withheld(Withheld::OtherCase)));
    let shown = snapshot
        .open(
            &allowed(&officer(4), Action::Forget, Subject::Case(other)),
            account.as_ref(),
        )
        .unwrap();
    assert!(shown.is_withheld(), "the field is not for this action");
    let past = snapshot.past(one).unwrap();
    assert_eq!(past.events.len(), 1);
    assert_eq!(past.events[0].stamp.purpose, Purpose::Assistance);
    assert_eq!(
        (past.events[0].at, past.events[0].stamp.correlation),
        (context(1).now, 1)
    );
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
    whole(&store);
}

fn a_repeated_request_is_answered_alike_and_written_once(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let first = note(&store, 2, case).unwrap();
    note(&store, 3, case).unwrap();
    assert_eq!(note(&store, 2, case).unwrap(), first, "recognised before it is decided");
    drop(store);
    let store = place.open();
    assert_eq!(note(&store, 2, case).unwrap(), first);
    assert_eq!(place.count("SELECT max(position) FROM event"), first + 1);
}

/// A commit that does not look first whether the key was answered.
fn blindly(store: &Store, request: [u8; 32], version: i64, case: Id<Case>) -> tiltas_store::Result<i64> {
    let context = context(50);
    let mut read = vec![Seen {
        stream: case.into(),
        version,
        owner: Some(case.into()),
    }];
    let changes = Changes::new(case, noted(&context));
    let drafts = store.seal(&for_case(&context, case), changes, &mut read, (&context).into())?;
    store.commit(Commit {
        name: "test.blind",
        at: context.now,
        stamp: (&context).into(),
        once: Some((context.once("test.blind"), request)),
        read,
        drafts,
        audit: Vec::new(),
        outbox: Vec::new(),
    })
}

fn a_key_can_not_stand_for_two_requests(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let first = blindly(&store, [1; 32], 1, case).unwrap();
    assert_eq!(
        blindly(&store, [1; 32], 1, case).unwrap(),
        first,
        "also when only the commit sees it"
    );
    assert!(matches!(blindly(&store, [2; 32], 2, case), Err(Error::KeyReused)));
    let once = (context(50).once("test.blind"), [2; 32]);
    assert!(matches!(
        store.snapshot().unwrap().answered(once, NOW),
        Err(Error::KeyReused)
    ));
}

fn what_a_command_made_is_answered_again_for_a_week(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let context = context(1);
    let once = (context.once("signal.record"), context.request);
    let answered = |days: i64| {
        store
            .snapshot()
            .unwrap()
            .answered(once, context.now.plus_hours(24 * days))
    };
    let answer = answered(6).unwrap().unwrap();
    let told = (0..3).map(|nth| Made::Inside(Kind::Detail, context.inside::<Details, ()>(nth)));
    let streams = [case.into(), case.of::<Details>().into()].map(Made::Stream);
    let made: Vec<Made> = streams.into_iter().chain(told).collect();
    assert_eq!((answer.position, answer.made), (4, made));
    assert_eq!(answered(0).unwrap(), answered(7).unwrap());
    assert!(matches!(answered(8), Err(Error::KeyTooOld)));
    assert!(matches!(answered(27), Err(Error::KeyTooOld)));
}

/// The table does not grow for ever: each commit an hour after the last takes away what is four weeks old.
fn keys_of_commands_go_after_four_weeks(place: &Place) {
    let store = place.open();
    let weeks = |weeks: u32| weeks * 7 * 24 * 60;
    for key in [1, 2, weeks(1), weeks(3)] {
        record(&store, key).unwrap();
    }
    assert_eq!(place.count("SELECT count(*) FROM command"), 4);
    record(&store, weeks(4) + 90).unwrap();
    assert_eq!(place.count("SELECT count(*) FROM command"), 3, "two went, one came");
    assert!(matches!(
        blindly_at(&store, weeks(1), context(weeks(4)).now),
        Err(Error::KeyTooOld)
    ));
}

/// A repetition that only the writer sees.
fn blindly_at(store: &Store, key: u32, at: tiltas_domain::Moment) -> tiltas_store::Result<i64> {
    let context = context(key);
    store.commit(Commit {
        name: "signal.record",
        at,
        stamp: (&context).into(),
        once: Some((context.once("signal.record"), context.request)),
        read: Vec::new(),
        drafts: Vec::new(),
        audit: Vec::new(),
        outbox: Vec::new(),
    })
}

fn the_same_request_sent_twice_at_once_is_written_once(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let start = Barrier::new(8);
    let answers: Vec<i64> = std::thread::scope(|scope| {
        let send = || {
            start.wait();
            blindly(&store, [1; 32], 1, case).unwrap()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(answers, [5; 8]);
    assert_eq!(place.count("SELECT count(*) FROM event"), 5);
}

fn joined(store: &Store, key: u32, house: Id<Organisation>) {
    let context = context(key);
    decide(store, &context, "member.join", |snapshot, read| {
        existing(snapshot, house, read)?;
        let permit = allowed(&context, Action::ReadOrganisations, Subject::Other(house.into()));
        let function = Function {
            id: Id::from_stored([key as u8; 16]),
            role: context.actor.role,
            title: "Duty officer".to_owned(),
            duty_phone: None,
            head: None,
        };
        Ok((
            permit,
            Changes::new(house, organisation::Event::FunctionSetUp(function)),
        ))
    })
    .unwrap();
}

fn a_stream_that_was_only_read_must_still_hold(place: &Place) {
    let store = place.open();
    let (case, house) = (record(&store, 1).unwrap(), register(&store, 2).unwrap());
    let context = context(3);
    let answer = decide(&store, &context, "test.skew", |snapshot, read| {
        existing(snapshot, house, read)?;
        existing(snapshot, case, read)?;
        meanwhile(|| joined(&store, 4, house));
        Ok((for_case(&context, case), Changes::new(case, noted(&context))))
    });
    assert!(
        matches!(answer, Err(Error::Conflict(stream)) if stream == house.into()),
        "{answer:?}"
    );
    note(&store, 5, case).unwrap();
    whole(&store);
}

fn a_permit_for_one_case_can_not_write_into_another(place: &Place) {
    let store = place.open();
    let (one, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    let context = context(3);
    let answer = decide(&store, &context, "test.cross", |snapshot, read| {
        existing(snapshot, other, read)?;
        Ok((for_case(&context, one), Changes::new(other, noted(&context))))
    });
    assert!(matches!(answer, Err(Error::OutsidePermit(stream)) if stream == other.into()));
    let details = StreamId::from(other.of::<Details>());
    let answer = decide(&store, &context, "test.cross", |snapshot, read| {
        existing(snapshot, one, read)?;
        let phone = Detail::Phone(Phone::wrap("CanaryOf".to_owned()).into());
        let told = detail::tell(other, phone, Origin::Later, 0, &context);
        Ok((for_case(&context, one), told))
    });
    assert!(matches!(answer, Err(Error::OutsidePermit(stream)) if stream == details));
    let answer = decide(&store, &context, "test.cross", |_, _| {
        Ok((for_case(&context, one), signal(&context)))
    });
    assert!(
        matches!(answer, Err(Error::OutsidePermit(_))),
        "nor open a new one under its key"
    );
    let foreign = drafted(&store, 4, other).unwrap();
    let answer = decide(&store, &context, "test.cross", |snapshot, read| {
        existing(snapshot, foreign, read)?;
        existing(snapshot, one, read)?;
        Ok((for_case(&context, one), Changes::new(foreign, draft(one))))
    });
    assert!(matches!(answer, Err(Error::OutsidePermit(stream)) if stream == foreign.into()));
}

fn a_stream_that_was_not_read_is_not_written_to(place: &Place) {
    let store = place.open();
    let (one, other) = (record(&store, 1).unwrap(), record(&store, 2).unwrap());
    let foreign = drafted(&store, 3, other).unwrap();
    let context = context(4);
    let answer = decide(&store, &context, "test.unread", |snapshot, read| {
        existing(snapshot, one, read)?;
        Ok((for_case(&context, one), Changes::new(foreign, draft(one))))
    });
    assert!(matches!(answer, Err(Error::Conflict(stream)) if stream == foreign.into()));
    let answer = decide(&store, &context, "test.unread", |_, _| {
        Ok((for_case(&context, one), Changes::new(one, noted(&context))))
    });
    assert!(matches!(answer, Err(Error::Conflict(stream)) if stream == one.into()));
}

fn a_permit_for_no_case_seals_nothing_about_a_person(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let context = context(2);
    let answer = decide(&store, &context, "test.none", |snapshot, read| {
        existing(snapshot, case, read)?;
        Ok((
            allowed(&context, Action::ReadList, Subject::Own),
            Changes::new(case, noted(&context)),
        ))
    });
    assert!(matches!(answer, Err(Error::OutsidePermit(_))));
}

fn a_permit_for_a_thing_begins_another_with_a_key_of_its_own_and_writes_into_none(place: &Place) {
    let store = place.open();
    let meeting: Id<Meeting> = Id::from_stored([77; 16]);
    let decided = |store: &Store, key: u32, task: Id<Task>, is_read: bool| {
        let context = context(key);
        decide(store, &context, "test.resolve", |snapshot, read| {
            if is_read {
                existing(snapshot, task, read)?;
            }
            let permit = allowed(&context, Action::ReadList, Subject::Other(meeting.into()));
            Ok((permit, Changes::new(task, opened(context.actor.organisation))))
        })
    };
    let task = context(1).id::<Task>(0);
    decided(&store, 1, task, false).unwrap();
    let opens = |store: &Store| {
        let (state, seen) = store.snapshot().unwrap().state(task).unwrap();
        (state.is_some(), seen.version)
    };
    assert_eq!(opens(&store), (true, 1), "what is decided may begin a task");
    let answer = decided(&store, 2, task, true);
    assert!(
        matches!(answer, Err(Error::OutsidePermit(stream)) if stream == task.into()),
        "{answer:?}"
    );
    let answer = decided(&store, 3, task, false);
    assert!(
        matches!(answer, Err(Error::Conflict(stream)) if stream == task.into()),
        "{answer:?}"
    );
    drop(store);
    let store = place.open();
    assert_eq!(opens(&store), (true, 1), "its key is the one that it began with");
    whole(&store);
}

fn a_change_beside_the_case_stream_can_not_outlive_the_case(place: &Place) {
    for (round, destroyed) in [false, true].into_iter().enumerate() {
        let store = place.open();
        let base = 10 * round as u32;
        let case = record(&store, base + 1).unwrap();
        let referral = drafted(&store, base + 2, case).unwrap();
        let context = context(base + 3);
        let answer = decide(&store, &context, "test.late", |snapshot, read| {
            existing(snapshot, referral, read)?;
            read.push(Seen {
                stream: case.into(),
                version: snapshot.case_version(case)?,
                owner: Some(case.into()),
            });
            meanwhile(|| match destroyed {
                true => forget(&store, base + 4, case),
                false => forget_in_journal(&store, base + 4, case).map(drop),
            })?;
            Ok((for_case(&context, case), Changes::new(referral, draft(case))))
        });
        assert!(
            matches!(answer, Err(Error::Conflict(_) | Error::Forgotten)),
            "{answer:?}"
        );
        whole(&store);
    }
}

fn a_file_of_two_with_one_spoken_name_fails_alone(place: &Place) {
    let store = place.open();
    record(&store, 1).unwrap();
    let start = Barrier::new(12);
    std::thread::scope(|scope| {
        for nth in 0..12 {
            let (store, start) = (&store, &start);
            scope.spawn(move || {
                let mut context = context_of(1, [u64::from(nth), 1, 0]);
                context.request[8] = nth;
                // Every third one draws a name that is taken.
                context.correlation = if nth % 3 == 0 { 1 } else { 100 + u64::from(nth) };
                let id = context.id::<Case>(0);
                start.wait();
                // An event before it, so that what fails has written already.
                let house = organisation::Event::Registered {
                    name: format!("House {nth}"),
                    kind: OrganisationKind::Ngo,
                    duty_phone: None,
                    contact_point: None,
                };
                let changes = Changes::new(context.id::<Organisation>(0), house).and_all(signal(&context));
                let answer = decide(store, &context, "signal.record", |_, _| {
                    Ok((allowed(&context, Action::RecordSignal, Subject::Case(id)), changes))
                });
                match nth % 3 {
                    0 => assert!(matches!(answer, Err(Error::Duplicate)), "{answer:?}"),
                    _ => drop(answer.unwrap()),
                }
            });
        }
    });
    assert_eq!(place.count("SELECT count(*) FROM event WHERE version = 1"), 26);
    whole(&store);
}

fn looking_does_not_change_what_is_looked_at_and_outlives_it(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    let context = context(2);
    let entry = audit::Event {
        actor: context.actor,
        purpose: context.purpose,
        action: "case.read".to_owned(),
        result: audit::Result::NotFound,
        reason: None,
        copy: None,
        again: None,
    };
    let stream = tiltas_domain::StreamId {
        kind: Kind::Audit,
        id: *case.as_bytes(),
    };
    for _ in 0..3 {
        let commit = Commit {
            name: "case.file",
            at: context.now,
            stamp: (&context).into(),
            once: None,
            read: Vec::new(),
            drafts: Vec::new(),
            audit: vec![(stream, entry.clone()), (stream, entry.clone())],
            outbox: Vec::new(),
        };
        store.commit(commit).unwrap();
    }
    assert_eq!(store.snapshot().unwrap().case_version(case).unwrap(), 1);
    forget(&store, 3, case).unwrap();
    let looked = store
        .snapshot()
        .unwrap()
        .past(Id::<audit::Audit>::from_stored(*case.as_bytes()))
        .unwrap();
    assert_eq!(looked.version, 6);
    assert!(looked.events.iter().all(|looked| looked.event == entry));
    whole(&store);
}

fn forgetting_while_others_write_leaves_nothing_behind(place: &Place) {
    let store = place.open();
    for round in 0..12u32 {
        let base = round * 1000;
        let case = record(&store, base + 1).unwrap();
        let start = Barrier::new(5);
        std::thread::scope(|scope| {
            for nth in 0..4 {
                let (store, start) = (&store, &start);
                scope.spawn(move || {
                    start.wait();
                    for key in 0..10 {
                        let _ = note(store, base + 100 * (nth + 1) + key, case);
                        let _ = drafted(store, base + 100 * (nth + 1) + 50 + key, case);
                    }
                });
            }
            start.wait();
            std::thread::sleep(std::time::Duration::from_micros(u64::from(round) * 300));
            while forget(&store, base + 2, case).is_err() {}
        });
        let behind = format!(
            "SELECT count(*) FROM event WHERE owner = '{case}' AND position >
             (SELECT max(position) FROM event WHERE stream = 'case:{case}' AND owner IS NULL)"
        );
        assert_eq!(place.count(&behind), 0, "round {round}");
        assert!(matches!(store.snapshot().unwrap().state(case), Err(Error::Forgotten)));
    }
    whole(&store);
}

fn what_was_told_lies_open_in_no_file(place: &Place) {
    let store = place.open();
    let cases: Vec<Id<Case>> = (1..20).map(|key| record(&store, key).unwrap()).collect();
    for (key, case) in (100..).zip(&cases) {
        note(&store, key, *case).unwrap();
    }
    assert_eq!(
        name(&store, cases[0]).as_deref(),
        Some("CanaryOf Vera 1"),
        "it is there, sealed"
    );
    let mut folders = vec![place.folder.path().to_owned()];
    if let Location::Postgres { .. } = &place.location {
        folders.push(server::folder());
    }
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => {
                    let bytes = std::fs::read(entry.path()).unwrap_or_default();
                    files += 1;
                    assert!(!bytes.windows(8).any(|word| word == b"CanaryOf"), "{:?}", entry.path());
                }
                _ => {}
            }
        }
    }
    assert!(files > 1);
}

fn commits_of_one_file_from_many_callers_are_in_order(place: &Place) {
    let store = place.open();
    let case = record(&store, 1).unwrap();
    std::thread::scope(|scope| {
        for nth in 0..8 {
            let store = &store;
            scope.spawn(move || {
                for key in 0..5 {
                    while let Err(error) = note(store, 100 * (nth + 1) + key, case) {
                        assert!(matches!(error, Error::Conflict(_)), "{error:?}");
                    }
                }
            });
        }
    });
    let past = store.snapshot().unwrap().past(case).unwrap();
    assert_eq!((past.version, past.state.unwrap().consents.len()), (41, 40));
    whole(&store);
}
