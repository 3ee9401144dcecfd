//! What is done in a programme has an order: planned, then held or cancelled, and what came of it is told once.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    dated::Dated,
    example::{self, NIGHT, Who},
    programme::{
        Act, ActivityKind, ActivityState, Bring, Came, Close, End, Event, Join, Open, Part, Plan, Programme, Refusal,
        State, Titled, bring, cancel, close, hold, join, open, plan, title,
    },
};

fn id() -> Id<Programme> {
    example::id(1)
}

fn secretary() -> Context {
    example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT, 9)
}

fn today() -> jiff::civil::Date {
    example::moldova().date(NIGHT)
}

fn day(text: &str) -> Dated {
    text.parse().unwrap()
}

fn folded(state: Option<Programme>, changes: &Changes) -> Programme {
    let events = changes.list().iter().map(|change| Event::of(&change.event).unwrap());
    events.fold(state, Programme::evolve).unwrap()
}

fn titled(language: &str) -> Titled {
    Titled {
        language: language.to_owned(),
        text: "Words".to_owned(),
    }
}

fn opening(begins: &str, ends: Option<&str>) -> Open {
    Open {
        title: titled("en"),
        reference: None,
        donor: None,
        begins: day(begins),
        ends: ends.map(day),
        components: Vec::new(),
        source: None,
        example: true,
    }
}

fn opened() -> Programme {
    folded(
        None,
        &open(&opening("2018-03-23", Some("2027-10-15")), &secretary()).unwrap(),
    )
}

fn planning(begins: &str, ends: Option<&str>) -> Plan {
    Plan {
        kind: ActivityKind::StudyVisit,
        title: None,
        begins: day(begins),
        ends: ends.map(day),
        place: None,
        example: true,
    }
}

#[test]
fn days_stand_in_order_and_within_the_programme() {
    assert_eq!(
        open(&opening("2018-03-23", Some("2018-03-22")), &secretary()).unwrap_err(),
        Refusal::DaysTurned
    );
    let of = opened();
    for (begins, ends, rule) in [
        ("2018-06-05", Some("2018-06-04"), Refusal::DaysTurned),
        ("2018-02", None, Refusal::Outside),
        ("2027-10-16", None, Refusal::Outside),
        ("2018-02-20", Some("2018-04-02"), Refusal::Outside),
        ("2027-10-01", Some("2027-10-16"), Refusal::Outside),
        ("2018-01-01", Some("2028-01-01"), Refusal::Outside),
    ] {
        assert_eq!(plan(id(), &of, &planning(begins, ends)).unwrap_err(), rule, "{begins}");
    }
    // A month in which the programme begins may hold a day of it.
    for (begins, ends) in [("2018-03", None), ("2018", None), ("2018-06", Some("2018-06-10"))] {
        plan(id(), &of, &planning(begins, ends)).unwrap();
    }
}

#[test]
fn what_is_to_come_is_not_held_and_what_is_cancelled_stays_so() {
    let of = folded(
        Some(opened()),
        &plan(id(), &opened(), &planning("2027-01", None)).unwrap(),
    );
    let held = End {
        activity: 1,
        text: "Well".to_owned(),
    };
    let to_come = hold(id(), &of, &held, today(), &secretary());
    assert_eq!(to_come.unwrap_err(), Refusal::DayToCome);
    assert_eq!(Act::Hold.fits_on(&of, today()), Err(Refusal::DayToCome));
    let week = plan(id(), &opened(), &planning("2018-06-04", Some("2018-06-08"))).unwrap();
    let week = folded(Some(opened()), &week);
    let on = |day: &str| hold(id(), &week, &held, day.parse().unwrap(), &secretary());
    for early in ["2018-06-03", "2018-06-04", "2018-06-07"] {
        assert_eq!(
            on(early).unwrap_err(),
            Refusal::DayToCome,
            "{early}: its last day is to come"
        );
    }
    assert!(on("2018-06-08").is_ok());
    assert_eq!(Act::Hold.fits_on(&week, today()), Ok(()));
    let none = End {
        activity: 0,
        ..held.clone()
    };
    assert_eq!(
        hold(id(), &of, &none, today(), &secretary()).unwrap_err(),
        Refusal::NoActivity
    );
    let why = End {
        activity: 1,
        text: "No budget".to_owned(),
    };
    let of = folded(Some(of.clone()), &cancel(id(), &of, &why, &secretary()).unwrap());
    assert_eq!(of.activities[0].outcome.as_deref(), Some("No budget"));
    assert_eq!(cancel(id(), &of, &why, &secretary()).unwrap_err(), Refusal::NoActivity);
    let came = Bring {
        activity: 1,
        of: Came::Recommendation(example::id(2)),
    };
    assert_eq!(bring(id(), &of, &came, true).unwrap_err(), Refusal::NoActivity);
}

#[test]
fn a_training_or_visit_belongs_to_what_is_planned_and_nothing_comes_of_it_before_it_is_held() {
    let of = folded(
        Some(opened()),
        &plan(id(), &opened(), &planning("2018-06", None)).unwrap(),
    );
    let mut all = of.clone();
    for (nth, belongs) in [
        Came::Training(example::id(3)),
        Came::Visit(example::id(4)),
        Came::Recommendation(example::id(5)),
        Came::Practice(example::id(6)),
    ]
    .into_iter()
    .enumerate()
    {
        let command = Bring {
            activity: 1,
            of: belongs,
        };
        let done = bring(id(), &of, &command, true);
        if nth > 1 {
            assert_eq!(done.unwrap_err(), Refusal::NoActivity, "{belongs:?} of what is to come");
            continue;
        }
        assert!(!all.holds(belongs));
        all = folded(Some(all.clone()), &done.unwrap());
        assert!(all.holds(belongs));
        assert_eq!(bring(id(), &all, &command, true).unwrap_err(), Refusal::Twice);
        assert_eq!(bring(id(), &of, &command, false).unwrap_err(), Refusal::NotThere);
    }
    assert_eq!(all.activities[0].came.len(), 2);
}

#[test]
fn nothing_is_written_twice_and_a_title_is_read_in_its_language() {
    let of = opened();
    assert_eq!(title(id(), &of, &titled("en")).unwrap_err(), Refusal::Twice);
    let romanian = Titled {
        text: "Cuvinte".to_owned(),
        ..titled("ro")
    };
    let of = folded(Some(of.clone()), &title(id(), &of, &romanian).unwrap());
    assert_eq!((of.title("ro"), of.title("lt")), ("Cuvinte", "Words"));
    let partner = Join {
        country: "LT".to_owned(),
        institution: None,
        part: Part::Lead,
    };
    let of = folded(Some(of.clone()), &join(id(), &of, &partner).unwrap());
    assert_eq!(join(id(), &of, &partner).unwrap_err(), Refusal::Twice);
}

/// One attempt of the machine.
fn step(of: &Programme, what: u8, activity: u32) -> Result<Changes, Refusal> {
    let reason = "Because".to_owned();
    match what {
        0 => title(id(), of, &titled(["en", "ro", "lt"][activity as usize % 3])),
        1 => join(
            id(),
            of,
            &Join {
                country: "LT".to_owned(),
                institution: Some(activity.to_string()),
                part: Part::Partner,
            },
        ),
        2 => plan(id(), of, &planning("2018-06", None)),
        3 => {
            let text = "Well".to_owned();
            hold(id(), of, &End { activity, text }, today(), &secretary())
        }
        4 => cancel(id(), of, &End { activity, text: reason }, &secretary()),
        5 => {
            let came = Came::Recommendation(example::id(2));
            bring(id(), of, &Bring { activity, of: came }, true)
        }
        _ => close(id(), of, &Close { reason }, &secretary()),
    }
}

const TRIED: [Act; 7] = [
    Act::Title,
    Act::Join,
    Act::Plan,
    Act::Hold,
    Act::Cancel,
    Act::Bring,
    Act::Close,
];

proptest! {
    #[test]
    fn what_is_offered_can_be_done_what_is_not_is_refused_and_nothing_told_is_lost(
        steps in proptest::collection::vec((0u8..7, 0u32..4), 0..60)
    ) {
        let mut of = opened();
        for (what, activity) in steps {
            let fits = TRIED[usize::from(what)].fits(&of);
            if fits.is_ok() && what > 1 {
                prop_assert!((0..8).any(|activity| step(&of, what, activity).is_ok() || what == 5), "offered and never taken: {what}");
            }
            let changes = match (step(&of, what, activity), fits) {
                (Ok(changes), fits) => {
                    prop_assert!(fits.is_ok(), "what is not offered is refused");
                    changes
                }
                (Err(refusal), Err(rule)) => {
                    prop_assert_eq!(refusal, rule, "refused for the reason for which it is not offered");
                    continue;
                }
                (Err(_), Ok(())) => continue,
            };
            let before = of.clone();
            of = folded(Some(of), &changes);
            prop_assert_eq!(&of.first, &before.first);
            prop_assert!(of.partners.starts_with(&before.partners) && of.titles.starts_with(&before.titles));
            for (now, then) in of.activities.iter().zip(&before.activities) {
                prop_assert!(now.came.starts_with(&then.came));
                prop_assert!(then.state == ActivityState::Planned || (now.state, &now.outcome) == (then.state, &then.outcome));
                prop_assert_eq!(now.outcome.is_some(), now.state != ActivityState::Planned);
            }
            if before.state == State::Closed {
                prop_assert_eq!((of.state, of.activities.len()), (State::Closed, before.activities.len()));
            }
        }
    }
}
