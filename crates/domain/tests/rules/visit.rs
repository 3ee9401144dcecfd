//! A visit is planned, confirmed, held, reported and followed up; what was noted and found stays, and a finding leads to one
//! recommendation.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    changes::Kind as StreamKind,
    dated::Dated,
    example::{self, NIGHT, Who},
    recommendation::{self, SourceKind, Theme},
    visit::{
        Act, Event, Find, Kind, NoteDown, Plan, PlanDay, Recommend, Refusal, State, Tell, Visit, confirm, find,
        follow_up, hold, note, plan, plan_day, recommend, report,
    },
};

fn id() -> Id<Visit> {
    example::id(1)
}

fn expert() -> Context {
    example::context(Who::Partner.actor(Role::Expert), NIGHT, 9)
}

fn today() -> jiff::civil::Date {
    example::moldova().date(NIGHT)
}

fn day(text: &str) -> Dated {
    text.parse().unwrap()
}

fn folded(state: Option<Visit>, changes: &Changes) -> Visit {
    let own = changes
        .list()
        .iter()
        .filter(|change| change.stream.kind == StreamKind::Visit);
    let events = own.map(|change| Event::of(&change.event).unwrap());
    events.fold(state, Visit::evolve).unwrap()
}

fn planning(begins: &str, ends: Option<&str>) -> Plan {
    Plan {
        kind: Kind::ExpertMission,
        title: "Mission of April".to_owned(),
        place: None,
        begins: day(begins),
        ends: ends.map(day),
        delegation: vec![Who::Partner.id()],
        hosts: Vec::new(),
        source: None,
        example: false,
    }
}

fn planned(begins: &str, ends: Option<&str>) -> Visit {
    let changes = plan(&planning(begins, ends), &[Who::Partner.id()], &expert()).unwrap();
    folded(None, &changes)
}

fn noting(on: &str) -> NoteDown {
    NoteDown {
        on: day(on),
        text: "Seen".to_owned(),
        example: true,
    }
}

fn finding(note: Option<u32>) -> Find {
    Find {
        text: "Found".to_owned(),
        theme: Theme::Children,
        note,
        example: true,
    }
}

fn recommending(finding: u32) -> Recommend {
    Recommend {
        finding,
        title: "Title".to_owned(),
        text: "Words".to_owned(),
        language: "en".to_owned(),
    }
}

fn held() -> Visit {
    let of = planned("2018-04-23", Some("2018-04-27"));
    let of = folded(Some(of.clone()), &confirm(id(), &of, &expert()).unwrap());
    folded(Some(of.clone()), &hold(id(), &of, today(), &expert()).unwrap())
}

#[test]
fn days_stand_in_order_and_a_note_is_of_a_day_of_the_visit() {
    let there = [Who::Partner.id()];
    let turned = plan(&planning("2018-04-23", Some("2018-04-22")), &there, &expert());
    assert_eq!(turned.unwrap_err(), Refusal::DaysTurned);
    let stranger = plan(&planning("2018-04-23", None), &[Who::PodulAlb.id()], &expert());
    assert_eq!(stranger.unwrap_err(), Refusal::NobodyGoes);
    let of = held();
    for (on, rule) in [("2018-04-22", Refusal::Outside), ("2018-05", Refusal::Outside)] {
        assert_eq!(
            note(id(), &of, &noting(on), today(), &expert()).unwrap_err(),
            rule,
            "{on}"
        );
    }
    for on in ["2018-04-23", "2018-04-27", "2018-04"] {
        note(id(), &of, &noting(on), today(), &expert()).unwrap();
    }
    let to_come = planned("2027-04", None);
    let to_come = folded(Some(to_come.clone()), &confirm(id(), &to_come, &expert()).unwrap());
    assert_eq!(
        hold(id(), &to_come, today(), &expert()).unwrap_err(),
        Refusal::DayToCome
    );
    let of = planned("2018-04-23", Some("2018-04-27"));
    let of = folded(Some(of.clone()), &confirm(id(), &of, &expert()).unwrap());
    let on = |day: &str| hold(id(), &of, day.parse().unwrap(), &expert());
    for early in ["2018-04-22", "2018-04-23", "2018-04-26"] {
        assert_eq!(
            on(early).unwrap_err(),
            Refusal::DayToCome,
            "{early}: its last day may still be noted"
        );
    }
    assert!(on("2018-04-27").is_ok());
    let early = note(id(), &to_come, &noting("2027-04-02"), today(), &expert());
    assert_eq!(early.unwrap_err(), Refusal::DayToCome);
}

#[test]
fn a_finding_leads_to_one_recommendation_that_names_the_visit() {
    let of = held();
    assert_eq!(
        find(id(), &of, &finding(Some(1)), &expert()).unwrap_err(),
        Refusal::NotThere
    );
    let of = folded(Some(of.clone()), &find(id(), &of, &finding(None), &expert()).unwrap());
    let none = recommend(id(), &of, &recommending(2), &expert());
    assert_eq!(none.unwrap_err(), Refusal::NotThere);
    let changes = recommend(id(), &of, &recommending(1), &expert()).unwrap();
    let written = changes
        .list()
        .iter()
        .find_map(|change| match recommendation::Event::of(&change.event) {
            Some(recommendation::Event::Recorded(first)) => Some(first),
            _ => None,
        });
    let source = &written.expect("it is written down in the same breath").source;
    assert_eq!(
        (source.kind, source.document.as_deref(), source.dated),
        (
            SourceKind::ExpertMission,
            Some("Mission of April"),
            Some(day("2018-04-27"))
        )
    );
    let of = folded(Some(of), &changes);
    let again = recommend(id(), &of, &recommending(1), &expert());
    assert_eq!(again.unwrap_err(), Refusal::RecommendedBefore);
}

/// One attempt of the machine.
fn step(of: &Visit, what: u8, nth: u32) -> Result<Changes, Refusal> {
    let text = "Words".to_owned();
    match what {
        0 => confirm(id(), of, &expert()),
        1 => plan_day(
            id(),
            of,
            &PlanDay {
                on: day("2018-04-23"),
                text,
            },
        ),
        2 => hold(id(), of, today(), &expert()),
        3 => note(id(), of, &noting("2018-04-24"), today(), &expert()),
        4 => find(id(), of, &finding(None), &expert()),
        5 => recommend(id(), of, &recommending(nth), &expert()),
        6 => report(id(), of, &Tell { text }, &expert()),
        _ => follow_up(id(), of, &Tell { text }, &expert()),
    }
}

const TRIED: [Act; 8] = [
    Act::Confirm,
    Act::PlanDay,
    Act::Hold,
    Act::Note,
    Act::Find,
    Act::Recommend,
    Act::Report,
    Act::FollowUp,
];

proptest! {
    #[test]
    fn what_is_offered_can_be_done_what_is_not_is_refused_and_nothing_told_is_lost(
        steps in proptest::collection::vec((0u8..8, 1u32..4), 0..60)
    ) {
        let mut of = planned("2018-04-23", Some("2018-04-27"));
        for (what, nth) in steps {
            let fits = TRIED[usize::from(what)].fits_on(&of, today());
            if fits.is_ok() {
                let most = u32::try_from(of.findings.len()).unwrap().max(1);
                prop_assert!((1..=most).any(|nth| step(&of, what, nth).is_ok()), "offered and never taken: {}", what);
            }
            let changes = match (step(&of, what, nth), fits) {
                (Ok(changes), fits) => {
                    prop_assert!(fits.is_ok(), "what is not offered is refused");
                    changes
                }
                (Err(refusal), Err(rule)) => {
                    prop_assert!(refusal == rule || refusal == Refusal::RecommendedBefore);
                    continue;
                }
                (Err(_), Ok(())) => continue,
            };
            let before = of.clone();
            of = folded(Some(of), &changes);
            prop_assert_eq!(&of.first, &before.first);
            prop_assert!(of.notes.starts_with(&before.notes) && of.days.starts_with(&before.days));
            for (now, then) in of.findings.iter().zip(&before.findings) {
                prop_assert_eq!(&now.text, &then.text);
                prop_assert!(then.recommendation.is_none() || now.recommendation == then.recommendation);
            }
            prop_assert!(of.findings.len() >= before.findings.len() && of.state as u8 >= before.state as u8);
            prop_assert_eq!(of.report.is_some(), matches!(of.state, State::Reported | State::FollowedUp));
        }
    }
}
