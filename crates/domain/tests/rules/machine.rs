//! No sequence of steps reaches a state that harms the person; the journal replays to the same states.
use crate::world::{Act, HOUSES, Night, needed};
use proptest::{collection::vec, prelude::*, sample::select};
use tiltas_domain::{
    Answer, Fields,
    case::{AgeBasis, AgeClass, Because, Urgency},
    consent::Ground,
    content::Field,
    disclosure::Ended,
    example,
    known::Known,
    place::PlaceState,
    provider::Service,
    referral::{Outcome, Referral, State, WithdrawnBecause},
    task,
};

fn fields() -> impl Strategy<Value = Fields> {
    vec(select(Field::ALL.to_vec()), 0..4).prop_map(|more| needed().and(more.into_iter().collect()))
}

fn age() -> impl Strategy<Value = Act> {
    let class = prop_oneof![
        4 => select(AgeClass::ALL.to_vec()).prop_map(Known::Is),
        1 => Just(Known::NotAsked),
        1 => Just(Known::Unknown),
        1 => Just(Known::Refused),
    ];
    let years = prop_oneof![3 => Just(Known::NotAsked), 2 => (10u8..30).prop_map(Known::Is), 1 => Just(Known::Is(130))];
    (class, prop::option::of(select(AgeBasis::ALL.to_vec())), years)
        .prop_map(|(class, basis, years)| Act::Describe(class, basis, years))
}

/// Anything that could be sent.
fn send() -> impl Strategy<Value = Act> {
    let services = vec(
        select(vec![Service::Shelter, Service::Medical, Service::LegalAid]),
        0..3,
    );
    let urgency = select(Urgency::ALL.to_vec());
    let days = prop::option::weighted(0.2, 0u8..120);
    let ground = select(Ground::ALL.to_vec());
    let draft = prop::option::weighted(0.2, 0usize..4);
    (
        0usize..4,
        services,
        ground,
        any::<bool>(),
        fields(),
        any::<bool>(),
        urgency,
        days,
        draft,
    )
        .prop_map(
            |(house, services, ground, reason, fields, hold, urgency, days, draft)| Act::Send {
                house,
                services,
                ground,
                reason,
                fields,
                hold,
                urgency,
                days,
                draft,
            },
        )
}

/// What is mostly accepted: a bed in the house for women, or a lawyer.
fn likely_send() -> impl Strategy<Value = Act> {
    let house = select(vec![
        (0usize, Service::Shelter),
        (0, Service::Medical),
        (2, Service::LegalAid),
    ]);
    let ground = select(vec![Ground::Consent, Ground::VitalInterest]);
    (house, ground, any::<bool>(), select(Urgency::ALL.to_vec())).prop_map(
        |((house, service), ground, hold, urgency)| {
            let hold = hold && house == 0;
            Act::Send {
                house,
                services: vec![service],
                ground,
                reason: true,
                fields: needed(),
                hold,
                urgency,
                days: None,
                draft: None,
            }
        },
    )
}

fn act() -> impl Strategy<Value = Act> {
    let n = || 0usize..4;
    let days = || prop::option::weighted(0.2, 0u8..120);
    prop_oneof![
        6 => prop_oneof![3 => (1u16..90).prop_map(Act::Wait), 1 => (90u16..6_000).prop_map(Act::Wait)],
        5 => (n(), any::<bool>(), select(Answer::ALL.to_vec()), fields(), days())
            .prop_map(|(house, service, answer, fields, days)| Act::Consent { house, service, answer, fields, days }),
        5 => (n(), any::<bool>(), Just(Answer::Yes), fields(), days())
            .prop_map(|(house, service, answer, fields, days)| Act::Consent { house, service, answer, fields, days }),
        3 => (n(), any::<bool>(), any::<bool>()).prop_map(|(nth, sharing, service)| Act::TakeBack(nth, sharing, service)),
        1 => prop::option::of(n()).prop_map(Act::Draft),
        5 => send(),
        9 => likely_send(),
        3 => (n(), any::<bool>()).prop_map(|(nth, phone)| Act::Acknowledge(nth, phone)),
        2 => n().prop_map(Act::Ask),
        2 => n().prop_map(Act::Reply),
        8 => (n(), prop::option::of(0u8..4)).prop_map(|(nth, place)| Act::Accept(nth, place)),
        1 => (n(), any::<bool>()).prop_map(|(nth, said)| Act::Refuse(nth, said)),
        1 => n().prop_map(Act::NoCapacity),
        3 => n().prop_map(Act::Start),
        2 => (n(), select(Outcome::ALL.to_vec())).prop_map(|(nth, outcome)| Act::Complete(nth, outcome)),
        1 => n().prop_map(Act::Fail),
        2 => (n(), select(WithdrawnBecause::ALL.to_vec())).prop_map(|(nth, because)| Act::Withdraw(nth, because)),
        3 => n().prop_map(Act::Expire),
        2 => (n(), n()).prop_map(|(nth, place)| Act::GivePlace(nth, place)),
        5 => (n(), n()).prop_map(|(nth, step)| Act::Escalate(nth, step)),
        3 => age(),
        1 => Just(Act::Tell),
        2 => n().prop_map(Act::Correct),
        2 => n().prop_map(Act::OfferLead),
        2 => (n(), any::<bool>()).prop_map(|(by, accept)| Act::AnswerLead(by, accept)),
        2 => n().prop_map(Act::Finish),
        1 => n().prop_map(Act::TellChildProtection),
        1 => (n(), n()).prop_map(|(house, nth)| Act::Release(house, nth)),
        1 => (n(), n()).prop_map(|(house, nth)| Act::Free(house, nth)),
        2 => (n(), n(), any::<bool>()).prop_map(|(house, nth, on)| Act::InUse(house, nth, on)),
    ]
}

/// What holds after every step.
fn check(night: &Night) {
    let (case, now) = (night.case(), night.world.now);
    for (id, referral) in &night.world.referrals {
        assert_eq!(referral.case(), night.world.id);
        let Referral::Sending {
            sending,
            state,
            escalations,
            escalated,
            ..
        } = referral
        else {
            continue;
        };
        assert!(
            sending.answer.due.is_some() && sending.expires.is_some(),
            "an answer is owed by an hour, and ends by itself"
        );
        assert!(escalations.is_sorted(), "escalations are in order");
        if state.is_open() {
            let ends = sending.expires.unwrap();
            assert!(
                escalations.iter().all(|at| *at <= ends),
                "every escalation comes before the referral ends"
            );
            assert!(
                referral.next_escalation().is_some() || escalated.is_some(),
                "escalation always reaches somebody"
            );
        } else {
            assert!(
                referral.next_escalation().is_none(),
                "an answered referral is escalated no more"
            );
        }
        let disclosure = case
            .disclosures
            .iter()
            .find(|d| d.id == sending.disclosure)
            .expect("what went is written");
        let part = (sending.receiver, Because::Referral(*id));
        let ran = case.parts.contains(&part);
        let ended =
            matches!(state, State::Completed(outcome) if *outcome != Outcome::InProgramme) || *state == State::Failed;
        if state.is_over_for_receiver() || (ended && !ran) {
            assert!(
                disclosure.ended.is_some(),
                "{state:?}: the receiver opens nothing any more"
            );
            assert!(
                disclosure.kept(now).is_empty(),
                "{state:?}: what never began leaves no record"
            );
            assert!(
                !case.parts.contains(&part),
                "{state:?}: the receiver takes part no more"
            );
        } else {
            assert!(case.parts.contains(&part));
            let record = disclosure.record.is_some();
            assert!(
                record || !(state.is_running() || ended),
                "{state:?}: a service that ran leaves a record"
            );
            if ended {
                assert!(disclosure.ended.is_some(), "{state:?}: nothing told later is seen");
                assert!(disclosure.record_until.is_some(), "a record is kept until a day");
            } else if state.may_have_place() {
                assert!(matches!(disclosure.ended, None | Some(Ended::TakenBack)));
            } else {
                assert_eq!(
                    disclosure.ended, None,
                    "{state:?}: nobody waits for what may not be shared"
                );
            }
        }
        let house = &night.world.providers[&sending.to];
        let taken = house.places.iter().filter(|place| place.referral == Some(*id)).count();
        assert!(
            taken <= 1 && (taken == 0 || state.may_have_place()),
            "{state:?} has {taken} places"
        );
        let board = house.places.iter().find(|place| place.referral == Some(*id));
        let held = house.hold(*id).map(|hold| hold.place.as_str());
        let told = board.map(|place| place.label.as_str()).or(held);
        assert_eq!(
            referral.place(),
            told,
            "{state:?}: what the sender is told is what the house's board says"
        );
        let beds = night.world.referrals.values().filter(|other| {
            let sent = other.sent();
            sent.is_some_and(|(other, state)| {
                state.is_open() && other.to == sending.to && other.services.contains(&Service::Shelter)
            })
        });
        assert!(beds.count() <= 1, "one bed is asked once of one house");
        if !state.is_open() {
            assert!(
                house.hold(*id).is_none_or(|hold| !hold.runs(now)),
                "{state:?} holds no place"
            );
        }
        if let Some(hold) = house.hold(*id).filter(|_| state.is_open()) {
            assert!(
                hold.until >= sending.answer.due.unwrap(),
                "a place is held as long as the answer is owed"
            );
        }
    }
    for house in night.world.providers.values() {
        for place in &house.places {
            let holds = house
                .holds
                .iter()
                .filter(|hold| hold.place == place.label && hold.runs(now))
                .count();
            assert!(holds <= 1, "one place, one hold");
            assert!(
                holds == 0 || place.state == PlaceState::Free,
                "a held place is nobody's, and in use"
            );
            assert_eq!(place.referral.is_some(), place.state == PlaceState::Taken);
        }
    }
    for disclosure in case
        .disclosures
        .iter()
        .filter(|disclosure| disclosure.ground == Ground::Consent)
    {
        let say = case
            .consents
            .iter()
            .find(|say| Some(say.said.say) == disclosure.say)
            .expect("consent is somebody's yes");
        assert_eq!(say.said.answer, Answer::Yes);
        assert!(
            say.said.fields.covers(disclosure.fields),
            "nothing goes that the person did not name"
        );
        assert!(
            say.said.until.is_none_or(|until| disclosure.until <= until),
            "no sharing has a later day than the person said, ended or not"
        );
        assert!(
            disclosure.ended.is_some() || say.until.is_none_or(|until| disclosure.until <= until),
            "nothing runs longer than the person said"
        );
        assert!(
            disclosure.ended.is_some() || !say.taken_back,
            "what the person took back runs no more"
        );
    }
    let notices = night.tasks(task::Kind::TellChildProtection).len();
    assert!(notices <= 1);
    assert!(
        notices == 1 || !case.person.age.takes_child_route(),
        "a child's notice starts by itself"
    );
    assert!(case.takes_part(case.lead), "who leads takes part");
    assert!(
        night
            .world
            .tasks
            .iter()
            .all(|(_, task)| !task.opened.clock.source.is_empty() && !task.opened.clock.profile.is_empty())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_steps_reaches_a_forbidden_state(acts in vec(act(), 1..60), child in any::<bool>()) {
        let mut night = Night::begin(if child { example::unsure_of_age() } else { example::woman() });
        check(&night);
        for act in &acts {
            let doubt = night.case().person.age.takes_child_route();
            let done = night.act(act);
            let age = night.case().person.age;
            prop_assert!(!doubt || age.takes_child_route() || age.is_checked(), "a doubt about age ended by a word: {:?}", act);
            if let (Ok(()), Act::Send { ground: Ground::ChildProtection, .. }) = (&done, act) {
                prop_assert!(doubt);
            }
            check(&night);
        }
        prop_assert!(night.replayed() == night.world, "the journal replays to the same states");
    }

    #[test]
    fn escalation_reaches_everyone_in_order_and_then_the_referral_ends(urgency in select(Urgency::ALL.to_vec()), sign in prop::option::of(0u16..60)) {
        let mut night = Night::begin(example::woman());
        night.act(&Act::Send {
            house: 0, services: vec![Service::Shelter], ground: Ground::VitalInterest, reason: true, fields: needed(), hold: true, urgency, days: None, draft: None,
        }).unwrap();
        if let Some(minutes) = sign {
            night.act(&Act::Wait(minutes % 15)).unwrap();
            night.act(&Act::Acknowledge(0, true)).unwrap();
        }
        let mut steps = Vec::new();
        while let Some((step, at)) = night.referral(0).unwrap().1.next_escalation() {
            prop_assert!(night.act(&Act::Escalate(0, step as usize)).is_err(), "not before its time");
            prop_assert!(at >= night.world.now);
            night.world.now = at;
            night.act(&Act::Escalate(0, step as usize)).unwrap();
            steps.push(step.code());
        }
        prop_assert_eq!(steps, ["sender", "supervisor", "contact_point", "national_unit"]);
        let (_, referral) = night.referral(0).unwrap();
        let ends = referral.sent().unwrap().0.expires.unwrap();
        if night.world.now < ends {
            prop_assert!(night.act(&Act::Expire(0)).is_err(), "not before its time");
            night.world.now = ends;
        }
        night.act(&Act::Expire(0)).unwrap();
        let (_, referral) = night.referral(0).unwrap();
        prop_assert_eq!(referral.sent().unwrap().1, &State::Expired);
        prop_assert_eq!(HOUSES[0].id(), night.case().disclosures[0].to);
        prop_assert_eq!(night.case().disclosures[0].ended, Some(Ended::Expired));
        check(&night);
    }
}
