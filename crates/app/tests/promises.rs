//! What no sequence of acts may break, whoever does them and in whatever order, on a store of real files.
#[path = "promises/act.rs"]
mod act;
#[path = "promises/lead.rs"]
mod lead;
#[path = "../../store/tests/common/server.rs"]
#[allow(dead_code, reason = "only the database of a test is asked for")]
mod server;
#[path = "promises/world.rs"]
#[allow(dead_code, reason = "another test uses the rest")]
mod world;

use act::{Act, Move, any_move};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tiltas_app::{
    Error,
    case::{
        self,
        queue::{self, Choice, Queue, Sort},
    },
    consent, detail, referral,
    today::{self, Asked, With},
};
use tiltas_domain::{
    Actor, Answer, Event, Field, Fields, Id, Moment, Role,
    case::{Because, Case, Urgency},
    consent::{Ground, Recipient},
    disclosure::Ended,
    example::{self, Who},
    organisation::Organisation,
    place::PlaceState,
    provider::Service,
    referral::{Referral, State},
    task::{Kind, Work},
};
use tiltas_store::{Location, views::case::SHOWN};
use world::{World, say};

/// One step, with what holds for each: a refusal leaves its audit entry and nothing else; a repetition does nothing.
fn play(world: &mut World, mut step: Move) -> Result<(), TestCaseError> {
    world.pass(step.minutes);
    // WHY: three files are enough to meet each other; another signal becomes something the person said.
    if matches!(step.act, Act::Signal) && world.cases.len() >= 3 {
        step.act = Act::SayYes(0);
    }
    let context = world.context(world.who(step));
    // What was counted is written and forgotten: the next no leaves an entry of its own.
    world.app.note_all_counted(world.now()).unwrap();
    let before = world.position();
    let outcome = world.step(step, &context);
    let after = world.position();
    let lines = world.app.store().snapshot().unwrap().last(after - before).unwrap();
    match outcome {
        Ok(receipt) => {
            prop_assert!(!receipt.repeated);
            prop_assert!(!lines.iter().all(is_audit), "{step:?} did nothing");
            let again = world.step(step, &context);
            let forgotten = matches!(step.act, Act::Forget);
            prop_assert!(forgotten || again.is_ok_and(|again| again.repeated), "{step:?}");
            prop_assert!(forgotten || world.position() == after, "{step:?} was done twice");
        }
        Err(no @ (Error::Denied(_) | Error::Refused(_) | Error::NotFound)) => {
            prop_assert!(lines.iter().all(is_audit), "{step:?} was refused, and did something");
            prop_assert_eq!(lines.len(), 1, "{:?}: a refusal leaves one entry: {}", step, no);
        }
        Err(error) => prop_assert!(false, "{step:?}: {error}"),
    }
    Ok(())
}

fn is_audit(line: &tiltas_store::Recorded) -> bool {
    matches!(line.event, Some((_, Event::Audit(_))))
}

/// What holds in every state that can be reached.
fn sound(world: &World) -> Result<(), TestCaseError> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for id in &world.referrals {
        let Some(Referral::Sending { sending, state, .. }) = world.referral(*id) else {
            continue;
        };
        let Some(case) = world.case(sending.case) else { continue };
        let takes_part = case.parts.contains(&(sending.receiver, Because::Referral(*id)));
        // A service that failed after it had begun leaves a record of its own, one that had not begun leaves none.
        if state != State::Failed {
            prop_assert_eq!(takes_part, !state.is_over_for_receiver(), "{:?}", state);
        }
        let disclosure = case.disclosures.iter().find(|d| d.id == sending.disclosure).unwrap();
        if state.is_over_for_receiver() {
            prop_assert!(!disclosure.runs(world.now()), "what went still runs after {state:?}");
        }
        if disclosure.ground == Ground::Consent {
            let say = case.consents.iter().find(|say| Some(say.said.say) == disclosure.say);
            let say = say.expect("consent has the person's say");
            prop_assert!(say.said.answer == Answer::Yes);
            let runs = disclosure.runs(world.now());
            prop_assert!(
                !runs || say.fields.covers(disclosure.fields),
                "a narrower yes narrows nothing"
            );
            prop_assert!(
                !say.taken_back || disclosure.ended.is_some(),
                "taken back, and it runs on"
            );
            if say.taken_back {
                let asked = world.tasks(sending.case, Kind::ConfirmRemoval);
                let asked = asked.iter().any(|(_, task)| {
                    let whom = task.opened.assignee.organisation;
                    task.opened.work == Work::ConfirmRemoval(say.said.say) && whom == sending.receiver
                });
                // A service that ended before leaves nothing but the receiver's own record; one that had not begun, nothing.
                let own = || {
                    let mut records = case.disclosures.iter();
                    records.any(|own| own.referral == disclosure.referral && own.record_until.is_some())
                };
                let over = match disclosure.ended {
                    Some(Ended::Failed) => true,
                    Some(Ended::Finished) => own(),
                    _ => false,
                };
                let ended_before = over || state.is_over_for_receiver();
                prop_assert!(asked || ended_before, "nobody asked the receiver to remove it");
            }
        }
        if matches!(state, State::Accepted | State::Started) {
            *taken.entry(format!("{}", sending.to)).or_default() += 1;
        }
    }
    for house in world.houses() {
        let state = world.house(*house);
        for place in &state.places {
            let holds = state
                .holds
                .iter()
                .filter(|hold| hold.runs(world.now()) && hold.place == place.label);
            let held = holds.count();
            prop_assert!(held <= 1, "{} is held {held} times", place.label);
            prop_assert!(
                held == 0 || place.state == PlaceState::Free,
                "{} is held and {:?}",
                place.label,
                place.state
            );
            prop_assert_eq!(place.referral.is_some(), place.state == PlaceState::Taken);
            let all = state
                .places
                .iter()
                .filter(|other| other.referral.is_some() && other.referral == place.referral);
            prop_assert!(all.count() <= 1, "one referral has two places");
        }
    }
    for id in &world.cases {
        let Some(case) = world.case(*id) else { continue };
        prop_assert!(case.takes_part(case.lead), "the lead takes part");
        let details = world.details(*id).0;
        for told in &details {
            let by = details.iter().filter(|other| told.replaced_by == Some(other.id));
            prop_assert!(
                told.replaced_by.is_none() || by.count() == 1,
                "a correction stands beside what it corrects"
            );
        }
    }
    Ok(())
}

/// The fields that the organisation may open, told from the file: shared with it, or kept in its own record.
fn open_to(case: &Case, organisation: Id<Organisation>, now: Moment) -> Fields {
    let kept = case.kept_by(organisation, now);
    case.disclosed_to(organisation, now)
        .and(kept.map_or(Fields::NONE, |(fields, _)| fields))
}

/// What each may still see.
fn seen(world: &World) -> Result<(), TestCaseError> {
    for id in &world.referrals {
        let Some(Referral::Sending { sending, state, .. }) = world.referral(*id) else {
            continue;
        };
        let receiver = world
            .people()
            .find(|actor| actor.organisation == sending.receiver)
            .unwrap();
        let page = referral::page::page(&world.app, &world.context(receiver), *id);
        let case = world.case(sending.case);
        let by_it = (sending.receiver, Because::Referral(*id));
        let takes_part = case.as_ref().is_some_and(|case| case.parts.contains(&by_it));
        prop_assert_eq!(page.is_ok(), takes_part, "{:?}", state);
        let file = case::file::file(&world.app, &world.context(receiver), sending.case);
        let part = case.as_ref().is_some_and(|case| case.takes_part(sending.receiver));
        prop_assert_eq!(file.is_ok(), part);
        if let (Ok(file), Some(case)) = (file, case) {
            let given = open_to(&case, sending.receiver, world.now());
            let always = Fields::of(&[Field::SpokenName, Field::Work]);
            prop_assert!(
                given.and(always).covers(file.open),
                "{:?} beyond {:?}",
                file.open,
                given
            );
        }
    }
    for id in &world.cases {
        let Some(case) = world.case(*id) else { continue };
        for actor in world.people() {
            let reached = matches!(actor.role, Role::NationalUnit | Role::ContactPoint);
            let file = case::file::file(&world.app, &world.context(actor), *id);
            let part = case.takes_part(actor.organisation) && actor.role != Role::DataProtection;
            prop_assert!(file.is_ok() == part || reached, "{:?}", actor.role);
            prop_assert!(detail::open_names(&world.app, &world.context(actor), *id, " ").is_err());
        }
    }
    Ok(())
}

/// When something is due in a file, and whether another organisation has that step: of two at one moment one's own is first.
type First = (i64, bool);

/// What is due first in each file, told from today's list, page by page.
fn first_due(world: &World, actor: Actor) -> BTreeMap<Id<Case>, First> {
    let mut first: BTreeMap<Id<Case>, First> = BTreeMap::new();
    let mut asked = Asked::default();
    loop {
        let list = today::list(&world.app, &world.context(actor), world.now(), &asked).unwrap();
        for line in list.duties() {
            let Some(about) = &line.about else { continue };
            let due = line.clock.due.map_or(i64::MAX, |due| due.0);
            let this = (due, line.with == With::Them);
            let known = first.entry(about.case).or_insert(this);
            *known = this.min(*known);
        }
        match list.next {
            Some(mark) => asked.after = Some(mark),
            None => return first,
        }
    }
}

/// What each queue counts is what its reader finds file by file, and what waits there is what today's list shows.
fn counted(world: &World) -> Result<(), TestCaseError> {
    for actor in world.people() {
        let choice = |urgency| Choice {
            queue: Queue::All,
            urgency,
            sort: Sort::Urgent,
            after: None,
        };
        let page = |urgency| queue::page(&world.app, &world.context(actor), &choice(urgency));
        let Ok(all) = page(None) else { continue };
        let takes_part = |id: &&_| world.case(**id).is_some_and(|case| case.takes_part(actor.organisation));
        let files = world.cases.iter().filter(takes_part);
        let files: Vec<_> = files
            .filter_map(|id| Some((*id, case::file::file(&world.app, &world.context(actor), *id).ok()?)))
            .collect();
        let first = first_due(world, actor);
        let waits = |of: &dyn Fn(First) -> bool| {
            let due = files.iter().filter_map(|(id, _)| first.get(id));
            due.filter(|first| of(**first)).count()
        };
        let of = |queue| {
            all.counts
                .iter()
                .find(|(known, _)| *known == queue)
                .map(|(_, count)| *count)
        };
        let lead = files.iter().filter(|(_, file)| file.leads).count();
        prop_assert_eq!((of(Queue::All), of(Queue::Lead)), (Some(files.len()), Some(lead)));
        prop_assert_eq!(of(Queue::Part), Some(files.len() - lead));
        let late = waits(&|(due, _)| Moment(due) < world.now());
        prop_assert_eq!(of(Queue::Late), Some(late), "{:?} late", actor.role);
        prop_assert_eq!(
            of(Queue::Waiting),
            Some(waits(&|(_, them)| them)),
            "{:?} waits",
            actor.role
        );
        prop_assert_eq!(all.lines.len(), files.len().min(SHOWN));
        for urgency in Urgency::ALL {
            let slow = files
                .iter()
                .filter(|(_, file)| file.urgency.open() == Some(urgency))
                .count();
            prop_assert_eq!(page(Some(*urgency)).unwrap().matching, slow, "{:?}", urgency);
        }
    }
    Ok(())
}

/// A file offers to take its lead to whoever can, and to nobody else. Each who can does.
fn takeable(world: &World) -> Result<(), TestCaseError> {
    for (id, actor) in world
        .cases
        .iter()
        .flat_map(|id| world.people().map(move |actor| (*id, actor)))
    {
        let Ok(file) = case::file::file(&world.app, &world.context(actor), id) else {
            continue;
        };
        let taken = case::take_lead(&world.app, &world.context(actor), id);
        prop_assert_eq!(
            file.may(tiltas_app::Act::TakeLead),
            taken.is_ok(),
            "{:?}: {:?}",
            actor.role,
            taken
        );
    }
    Ok(())
}

/// The journal is whole, the views are what it says, and a fresh look finds the same.
fn whole(world: &World) -> Result<(), TestCaseError> {
    let report = world.app.store().verify().unwrap();
    prop_assert!(report.first_fault.is_none());
    prop_assert_eq!(world.app.store().rebuild().unwrap(), Vec::new());
    let anew = world.reopened();
    let anew = anew.snapshot().unwrap();
    for id in &world.cases {
        let state = anew.state(*id).ok().and_then(|(state, _)| state);
        prop_assert!(state == world.case(*id), "a file is another after a start");
    }
    for id in &world.referrals {
        let state = anew.state(*id).ok().and_then(|(state, _)| state);
        prop_assert!(state == world.referral(*id), "a referral is another after a start");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_acts_breaks_a_promise(steps in prop::collection::vec(any_move(), 12..48)) {
        let mut world = World::new(None);
        world.begin();
        for step in steps {
            play(&mut world, step)?;
            sound(&world)?;
        }
        seen(&world)?;
        counted(&world)?;
        takeable(&world)?;
        counted(&world)?;
        whole(&world)?;
    }
}

fn places_of_a_race(world: &World) {
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    let house = world.houses()[1];
    let mut commands = Vec::new();
    for _ in 0..8 {
        let (case, _) =
            tiltas_app::signal::record(&world.app, &world.context(officer), &tiltas_domain::example::signal()).unwrap();
        let fields = Fields::of(&[Field::SpokenName, Field::Work]);
        let yes = say(Recipient::Service(Service::Shelter), Answer::Yes, fields);
        consent::record(&world.app, &world.context(officer), case, &[yes]).unwrap();
        let send = referral_to(case, house, fields);
        commands.push((world.context(officer), send));
    }
    let app = &world.app;
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let all: Vec<_> = commands
            .iter()
            .map(|(context, send)| scope.spawn(|| referral::send(app, context, send)))
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let sent = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let full = outcomes
        .iter()
        .filter(|outcome| matches!(outcome, Err(Error::Refused(why)) if why.code() == "REF-01"));
    assert_eq!(
        (sent, full.count()),
        (2, 6),
        "two places, and the others are told so: nobody gives up"
    );
    assert_eq!(world.house(house).free(world.now()), 0);
    assert_eq!(world.house(house).holds.len(), 2);
}

fn referral_to(
    case: tiltas_domain::Id<tiltas_domain::case::Case>,
    to: tiltas_domain::Id<tiltas_domain::provider::Provider>,
    fields: Fields,
) -> tiltas_domain::referral::send::Send {
    tiltas_domain::referral::send::Send {
        hold: true,
        ..example::send(case, to, fields)
    }
}

fn step(act: Act, which: usize, minutes: i64) -> Move {
    Move {
        act,
        who: None,
        which,
        minutes,
    }
}

#[test]
fn eight_officers_and_two_places_give_two_holds_and_six_plain_answers() {
    places_of_a_race(&World::new(None));
}

#[test]
fn the_same_on_a_database_of_several_hosts() {
    let Some(url) = server::database() else { return };
    let keys = tempfile::tempdir().unwrap();
    let location = Location::Postgres {
        url,
        keys: keys.path().to_owned(),
    };
    let mut world = World::new(Some(location));
    places_of_a_race(&world);
    world.begin();
    for act in [
        Act::Accept,
        Act::Start,
        Act::Tell,
        Act::TakeBack,
        Act::Finish,
        Act::Note,
        Act::Complete,
    ] {
        play(&mut world, step(act, 0, 1)).unwrap();
        sound(&world).unwrap();
    }
    assert_eq!(world.app.store().rebuild().unwrap(), Vec::new());
}
