//! A meeting decides what stood on its agenda, once; its minutes are fixed when they are agreed.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    example::{self, NIGHT, Who},
    meeting::{
        Act, Call, Decide, Draft, Event, Hold, Item, Meeting, Refusal, Resolve, State, Why, agree, call, decide, draft,
        hold, resolve,
    },
    recommendation::Outcome,
};

fn id() -> Id<Meeting> {
    example::id(1)
}

fn secretary() -> Context {
    example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT, 9)
}

fn today() -> jiff::civil::Date {
    example::moldova().date(NIGHT)
}

fn folded(state: Option<Meeting>, changes: &Changes) -> Meeting {
    let events = changes.list().iter().map(|change| Event::of(&change.event).unwrap());
    events.fold(state, Meeting::evolve).unwrap()
}

fn called(on: &str) -> Meeting {
    let call_it = Call {
        title: "First meeting".to_owned(),
        body: "National committee".to_owned(),
        on: on.parse().unwrap(),
        place: None,
        invited: vec![Who::BorderPost.id()],
        example: true,
    };
    folded(None, &call(&call_it, &[Who::BorderPost.id()], &secretary()).unwrap())
}

fn agenda() -> Vec<Item> {
    let whys = [Why::UnderDiscussion, Why::AwaitsDecision, Why::Late];
    let items = (10u8..).zip(whys).map(|(nth, why)| Item {
        recommendation: example::id(nth),
        title: "Title".to_owned(),
        why,
        addressees: Vec::new(),
    });
    items.collect()
}

/// One attempt of the machine.
fn step(of: &Meeting, what: u8, nth: u8) -> Result<Changes, Refusal> {
    let there = [Who::BorderPost.id()];
    let text = "Words".to_owned();
    match what {
        0 => hold(
            id(),
            of,
            &Hold {
                present: there.to_vec(),
            },
            agenda(),
            &there,
            today(),
            &secretary(),
        ),
        1 => {
            let command = Decide {
                recommendation: example::id(10 + nth),
                outcome: Outcome::Adopted,
                reason: None,
            };
            decide(id(), of, &command, &secretary())
        }
        2 => {
            let owner = Who::BorderPost.id();
            let command = Resolve { text, owner, due: None };
            resolve(id(), of, &command, example::id(40), &secretary())
        }
        3 => draft(id(), of, &Draft { text }, &secretary()),
        _ => agree(id(), of, &secretary()),
    }
}

const TRIED: [Act; 5] = [Act::Hold, Act::Decide, Act::Resolve, Act::Draft, Act::Agree];

#[test]
fn nobody_meets_before_the_day_or_without_an_institution_and_what_is_late_is_not_decided() {
    let to_come = called("2027-01-01");
    assert_eq!(step(&to_come, 0, 0).unwrap_err(), Refusal::DayToCome);
    assert_eq!(Act::Hold.fits_on(&to_come, today()), Err(Refusal::DayToCome));
    let of = called("2018-06-29");
    let nobody = Hold { present: Vec::new() };
    let refused = hold(id(), &of, &nobody, agenda(), &[], today(), &secretary());
    assert_eq!(refused.unwrap_err(), Refusal::NobodyThere);
    let of = folded(Some(of.clone()), &step(&of, 0, 0).unwrap());
    assert_eq!(
        step(&of, 1, 2).unwrap_err(),
        Refusal::NotOnAgenda,
        "late is no question"
    );
    let of = folded(Some(of.clone()), &step(&of, 1, 1).unwrap());
    assert_eq!(step(&of, 1, 1).unwrap_err(), Refusal::DecidedBefore);
}

#[test]
fn a_draft_of_the_minutes_ends_nothing_and_their_agreement_does() {
    let of = called("2018-06-29");
    let of = folded(Some(of.clone()), &step(&of, 0, 0).unwrap());
    let mut of = folded(Some(of.clone()), &step(&of, 3, 0).unwrap());
    for (what, nth) in [(1, 0), (2, 0), (3, 0), (1, 1)] {
        let changes = step(&of, what, nth).unwrap();
        of = folded(Some(of), &changes);
        assert_eq!(of.state, State::Drafted, "nothing leads back, and nothing is lost");
    }
    assert_eq!((of.taken.len(), of.resolved.len()), (2, 1));
    let of = folded(Some(of.clone()), &step(&of, 4, 0).unwrap());
    for what in 1..4 {
        assert!(step(&of, what, 2).is_err(), "{what}: agreed minutes are fixed");
    }
}

proptest! {
    #[test]
    fn what_is_offered_can_be_done_what_is_not_is_refused_and_nothing_told_is_lost(
        steps in proptest::collection::vec((0u8..5, 0u8..4), 0..50)
    ) {
        let mut of = called("2018-06-29");
        for (what, nth) in steps {
            let fits = TRIED[usize::from(what)].fits_on(&of, today());
            if fits.is_ok() {
                prop_assert!((0..3).any(|nth| step(&of, what, nth).is_ok()), "offered and never taken: {}", what);
            }
            let changes = match (step(&of, what, nth), fits) {
                (Ok(changes), fits) => {
                    prop_assert!(fits.is_ok(), "what is not offered is refused");
                    changes
                }
                (Err(refusal), Err(rule)) => {
                    prop_assert!(refusal == rule || refusal == Refusal::DecidedBefore);
                    continue;
                }
                (Err(_), Ok(())) => continue,
            };
            let before = of.clone();
            of = folded(Some(of), &changes);
            prop_assert_eq!(&of.first, &before.first);
            prop_assert!(of.taken.starts_with(&before.taken) && of.resolved.starts_with(&before.resolved));
            if before.state != State::Called {
                prop_assert_eq!(&of.agenda, &before.agenda, "the agenda stands as it was");
            }
            prop_assert_ne!(before.state, State::Agreed, "nothing is changed after that");
        }
    }
}
