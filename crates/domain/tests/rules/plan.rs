//! A plan is written, approved, put into force and reported on by its own steps; nothing that was reported is lost.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    dated::Dated,
    example::{self, NIGHT, Who},
    plan::{
        Act, Amend, Approve, Draft, Enforce, Event, Figure, Indicator, Item, Level, Link, Plan, Refusal, Report, Said,
        Stage, Status, add, amend, approve, change, draft, enforce, link, report,
    },
};

fn id() -> Id<Plan> {
    example::id(1)
}

fn secretary(nth: u8) -> Context {
    example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT, nth)
}

fn today() -> jiff::civil::Date {
    example::moldova().date(NIGHT)
}

fn day(text: &str) -> Dated {
    text.parse().unwrap()
}

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

fn there() -> [Id<tiltas_domain::organisation::Organisation>; 1] {
    [Who::BorderPost.id()]
}

fn folded(state: Option<Plan>, changes: &Changes) -> Plan {
    let events = changes.list().iter().map(|change| Event::of(&change.event).unwrap());
    events.fold(state, Plan::evolve).unwrap()
}

fn begun() -> Plan {
    let command = Draft {
        title: "Plan 2026 to 2028".to_owned(),
        strategy: None,
        from: day("2026"),
        until: day("2028"),
        currency: Some("MDL".to_owned()),
        source: None,
        example: true,
    };
    folded(None, &draft(&command, &secretary(1)).unwrap())
}

fn said(level: Level, number: &str, term: Option<&str>) -> Said {
    Said {
        level,
        number: number.to_owned(),
        title: format!("Item {number}"),
        responsible: vec![Who::BorderPost.id()],
        partners: Vec::new(),
        from: None,
        term: term.map(day),
        budget: None,
        fund: None,
        indicator: Some(Indicator {
            definition: "Posts with a named officer".to_owned(),
            unit: Some("posts".to_owned()),
            baseline: None,
            target: Some(figure("7")),
            source: None,
        }),
    }
}

fn with(plan: Plan, nth: u8, said: &Said) -> Result<Plan, Refusal> {
    let changes = add(id(), &plan, said, &there(), &secretary(nth))?;
    Ok(folded(Some(plan), &changes))
}

fn written() -> Plan {
    let plan = with(begun(), 2, &said(Level::Objective, "1", None)).unwrap();
    with(plan, 3, &said(Level::Action, "1.1", Some("2026-06-30"))).unwrap()
}

fn in_force() -> Plan {
    let plan = written();
    let approval = Approve {
        body: "National committee".to_owned(),
        on: day("2026-01-15"),
        act: None,
    };
    let plan = folded(
        Some(plan.clone()),
        &approve(id(), &plan, &approval, (today(), None)).unwrap(),
    );
    let on = day("2026-01-20");
    folded(
        Some(plan.clone()),
        &enforce(id(), &plan, &Enforce { on }, today()).unwrap(),
    )
}

fn told(status: Status, evidence: bool) -> Report {
    Report {
        status,
        text: "As far as it is.".to_owned(),
        value: None,
        evidence: evidence.then(|| "A letter".to_owned()).into_iter().collect(),
    }
}

fn item(plan: &Plan, number: &str) -> Id<Item> {
    plan.numbered(number).unwrap().id
}

#[test]
fn an_item_stands_under_what_its_number_says_and_nowhere_else() {
    let plan = written();
    for (level, number, refusal) in [
        (Level::Action, "2.1", Refusal::NoAbove),
        (Level::Action, "3", Refusal::NoAbove),
        (Level::SubAction, "1.2", Refusal::WrongLevel),
        (Level::Objective, "1.1.1", Refusal::WrongLevel),
        (Level::Action, "1.1", Refusal::NumberTaken),
    ] {
        assert_eq!(
            with(plan.clone(), 4, &said(level, number, None)).unwrap_err(),
            refusal,
            "{number}"
        );
    }
    let mut stranger = said(Level::Action, "1.2", None);
    stranger.partners = vec![Who::PodulAlb.id()];
    assert_eq!(with(plan.clone(), 4, &stranger).unwrap_err(), Refusal::NotThere);
    for term in ["2025-12-31", "2029"] {
        let late = said(Level::Action, "1.2", Some(term));
        assert_eq!(with(plan.clone(), 4, &late).unwrap_err(), Refusal::DayOrder, "{term}");
    }
    let mut turned = said(Level::Action, "1.2", Some("2026-03"));
    turned.from = Some(day("2026-04"));
    assert_eq!(with(plan.clone(), 4, &turned).unwrap_err(), Refusal::DayOrder);
    let moved = said(Level::Objective, "2", None);
    let moved = change(id(), &plan, (item(&plan, "1"), &moved), &there());
    assert_eq!(moved.unwrap_err(), Refusal::HasBelow);
}

#[test]
fn what_is_in_force_is_reported_on_and_what_is_written_is_not() {
    let draft = written();
    let on = (item(&draft, "1.1"), &told(Status::UnderWay, false));
    assert_eq!(report(id(), &draft, on, &secretary(5)).unwrap_err(), Refusal::NotNow);
    let plan = in_force();
    assert_eq!(
        with(plan.clone(), 4, &said(Level::Action, "1.2", None)).unwrap_err(),
        Refusal::NotNow
    );
    let action = item(&plan, "1.1");
    let done = report(id(), &plan, (action, &told(Status::Done, false)), &secretary(5));
    assert_eq!(done.unwrap_err(), Refusal::NoEvidence);
    let objective = (item(&plan, "1"), &told(Status::UnderWay, false));
    assert_eq!(
        report(id(), &plan, objective, &secretary(5)).unwrap_err(),
        Refusal::NotThere
    );
    let because = Amend {
        reason: "A budget line".to_owned(),
    };
    let amended = folded(
        Some(plan.clone()),
        &amend(id(), &plan, &because, &secretary(6)).unwrap(),
    );
    assert_eq!((amended.stage, amended.number), (Stage::Amended, 2));
    let amended = with(amended, 7, &said(Level::Action, "1.2", None)).unwrap();
    let new = |number: &str| amended.is_new(amended.numbered(number).unwrap().since);
    assert!(new("1.2") && !new("1.1"), "what changed since stands out");
    assert!(report(id(), &amended, (action, &told(Status::UnderWay, false)), &secretary(8)).is_ok());
}

#[test]
fn no_version_is_in_force_from_a_day_to_come_or_approved_before_it_was_begun() {
    let approval = |on: &str| Approve {
        body: "National committee".to_owned(),
        on: day(on),
        act: None,
    };
    let plan = written();
    let changes = approve(id(), &plan, &approval("2026-01-15"), (today(), None)).unwrap();
    let approved = folded(Some(plan), &changes);
    let to_come = Enforce { on: day("2028-01-01") };
    assert_eq!(
        enforce(id(), &approved, &to_come, today()).unwrap_err(),
        Refusal::DayToCome
    );
    let (plan, because) = (
        in_force(),
        Amend {
            reason: "A budget line".to_owned(),
        },
    );
    let amended = folded(
        Some(plan.clone()),
        &amend(id(), &plan, &because, &secretary(6)).unwrap(),
    );
    let begun = amended.amended.map(|at| example::moldova().date(at));
    assert_eq!(begun, Some(today()));
    let early = Dated::from(today().yesterday().unwrap()).to_string();
    assert_eq!(
        approve(id(), &amended, &approval(&early), (today(), begun)).unwrap_err(),
        Refusal::DayBefore
    );
    let now = Dated::from(today()).to_string();
    assert!(approve(id(), &amended, &approval(&now), (today(), begun)).is_ok());
}

/// How late an item is, as the pages tell it.
fn days_late(plan: &Plan, number: &str) -> Option<i32> {
    let owed = plan.numbered(number).unwrap().owed(plan);
    owed.and_then(|term| example::moldova().days_late(term, NIGHT))
}

#[test]
fn what_no_body_approved_yet_takes_nothing_from_what_is_in_force() {
    let (plan, because) = (
        in_force(),
        Amend {
            reason: "Another term".to_owned(),
        },
    );
    let late = days_late(&plan, "1.1");
    assert!(late.is_some());
    let mut amended = folded(
        Some(plan.clone()),
        &amend(id(), &plan, &because, &secretary(6)).unwrap(),
    );
    let action = item(&plan, "1.1");
    let there = [Who::BorderPost.id(), Who::PodulAlb.id()];
    for term in ["2027-06-30", "2028-06-30"] {
        let mut moved = said(Level::Action, "1.1", Some(term));
        (moved.responsible, moved.indicator) = (vec![Who::PodulAlb.id()], None);
        let changes = change(id(), &amended, (action, &moved), &there).unwrap();
        amended = folded(Some(amended), &changes);
    }
    let new = said(Level::Action, "1.2", Some("2026-06-30"));
    let amended = with(amended, 7, &new).unwrap();
    let valued = Report {
        value: Some(figure("3")),
        ..told(Status::UnderWay, false)
    };
    let approval = Approve {
        body: "National committee".to_owned(),
        on: today().into(),
        act: None,
    };
    let approved = folded(
        Some(amended.clone()),
        &approve(id(), &amended, &approval, (today(), None)).unwrap(),
    );
    for plan in [&amended, &approved] {
        let of = plan.item(action).unwrap();
        assert_eq!(
            days_late(plan, "1.1"),
            late,
            "a term that was moved by nobody's decision"
        );
        assert_eq!(of.responsible(plan), [Who::BorderPost.id()]);
        assert!(report(id(), plan, (action, &valued), &secretary(8)).is_ok());
        let ahead = (item(plan, "1.2"), &told(Status::UnderWay, false));
        assert_eq!(report(id(), plan, ahead, &secretary(8)).unwrap_err(), Refusal::NotThere);
        assert_eq!(days_late(plan, "1.2"), None);
    }
    let on = Enforce { on: today().into() };
    let second = folded(Some(approved.clone()), &enforce(id(), &approved, &on, today()).unwrap());
    assert_eq!(days_late(&second, "1.1"), None);
    assert!(days_late(&second, "1.2").is_some());
    assert_eq!(second.item(action).unwrap().responsible(&second), [Who::PodulAlb.id()]);
}

#[test]
fn late_stands_instead_of_under_way_and_never_of_done() {
    let plan = in_force();
    let action = item(&plan, "1.1");
    let is_late = |plan: &Plan| days_late(plan, "1.1").is_some();
    assert!(is_late(&plan));
    let after = |plan: &Plan, report_: &Report| {
        let changes = report(id(), plan, (action, report_), &secretary(9)).unwrap();
        folded(Some(plan.clone()), &changes)
    };
    assert!(is_late(&after(&plan, &told(Status::PartlyDone, false))));
    assert!(!is_late(&after(&plan, &told(Status::Dropped, false))));
    let done = after(&plan, &told(Status::Done, true));
    assert!(!is_late(&done));
    let again = after(&done, &told(Status::UnderWay, false));
    assert!(
        is_late(&again) && again.item(action).unwrap().reports.len() == 2,
        "both words stay"
    );
}

proptest! {
    /// Any acts in any order: what fits succeeds with a sound command, what does not fit is refused, and no report is lost.
    #[test]
    fn what_is_offered_succeeds_and_nothing_reported_is_lost(acts in proptest::collection::vec(0usize..6, 0..40)) {
        let mut plan = begun();
        let mut reports = 0;
        for (nth, act) in acts.into_iter().enumerate() {
            let act = Act::ALL[act];
            let context = example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT, u8::try_from(nth).unwrap());
            let number = format!("1.{nth}");
            let action = plan.items.iter().find(|item| item.said.level.is_done()).map(|item| item.id);
            let decided = match act {
                Act::Write if plan.items.is_empty() => add(id(), &plan, &said(Level::Objective, "1", None), &there(), &context),
                Act::Write => add(id(), &plan, &said(Level::Action, &number, None), &there(), &context),
                Act::Approve => {
                    let approval = Approve { body: "Committee".to_owned(), on: today().into(), act: None };
                    let begun = plan.amended.map(|at| example::moldova().date(at));
                    approve(id(), &plan, &approval, (today(), begun))
                }
                Act::Enforce => enforce(id(), &plan, &Enforce { on: today().into() }, today()),
                Act::Amend => amend(id(), &plan, &Amend { reason: "A budget line".to_owned() }, &context),
                Act::Report | Act::Link if action.is_none() => continue,
                Act::Report => report(id(), &plan, (action.unwrap(), &told(Status::UnderWay, false)), &context),
                Act::Link => {
                    let known = plan.item(action.unwrap()).unwrap().links.is_empty();
                    let command = Link { recommendation: example::id(7), linked: known };
                    link(id(), &plan, (action.unwrap(), &command), true)
                }
            };
            prop_assert_eq!(act.fits(&plan).is_ok(), decided.is_ok(), "{:?} {:?}", act, plan.stage);
            let Ok(changes) = decided else { continue };
            reports += usize::from(act == Act::Report);
            plan = folded(Some(plan), &changes);
            prop_assert_eq!(plan.items.iter().map(|item| item.reports.len()).sum::<usize>(), reports);
            prop_assert_eq!(plan.is_carried_out(), plan.in_force.is_some());
        }
    }
}
