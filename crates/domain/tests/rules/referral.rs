//! One sending: places, drafts, outcomes, clocks.
use crate::world::{Act, Night, SHELTER, code, needed, sending};
use tiltas_domain::{
    Id, Moment, Recorded, Role,
    case::{Case, Urgency},
    clock::{ClockKind, Confidence, Length},
    consent::Ground,
    example::{self, Who},
    organisation::{self, Organisation, Registered},
    profile::Profile,
    provider::Service,
    referral::{Outcome, Referral, State, WithdrawnBecause, send},
    task,
};

#[test]
fn a_held_place_is_held_until_the_answer_is_due_and_then_falls_free_by_itself() {
    for urgency in Urgency::ALL {
        let mut night = Night::begin(example::woman());
        let Act::Send {
            house,
            services,
            ground,
            reason,
            fields,
            hold,
            days,
            draft,
            ..
        } = sending(Ground::VitalInterest)
        else {
            unreachable!()
        };
        night
            .act(&Act::Send {
                house,
                services,
                ground,
                reason,
                fields,
                hold,
                urgency: *urgency,
                days,
                draft,
            })
            .unwrap();
        let (id, referral) = night.referral(0).unwrap();
        let due = referral.sent().unwrap().0.answer.due.unwrap();
        let house = &night.world.providers[&night.houses[SHELTER]];
        let hold = house.hold(id).unwrap();
        assert_eq!(hold.until, due);
        assert_eq!(house.free(due), 2);
        assert_eq!(house.free(due.plus_minutes(1)), 3);
        assert_eq!(
            code(night.act(&Act::InUse(SHELTER, 0, false))),
            "PLA-06",
            "no bed that the person holds is taken"
        );
    }
}

#[test]
fn who_is_asked_for_a_doctor_takes_no_bed() {
    let mut night = Night::begin(example::woman());
    let doctor = Act::Send {
        house: SHELTER,
        services: vec![Service::Medical],
        ground: Ground::VitalInterest,
        reason: true,
        fields: needed(),
        hold: false,
        urgency: Urgency::Tonight,
        days: None,
        draft: None,
    };
    night.act(&doctor).unwrap();
    night.act(&Act::Accept(0, None)).unwrap();
    assert_eq!(night.world.providers[&night.houses[SHELTER]].free(night.world.now), 3);
}

#[test]
fn a_cap_that_nobody_confirmed_reminds_and_never_refuses() {
    for confidence in Confidence::ALL {
        let mut night = Night::begin(example::woman());
        night.profile.hold_cap.value = 1;
        night.profile.hold_cap.confidence = *confidence;
        night.act(&sending(Ground::VitalInterest)).unwrap();
        let mut doctor = sending(Ground::VitalInterest);
        if let Act::Send { services, .. } = &mut doctor {
            *services = vec![Service::Medical];
        }
        let second = code(night.act(&doctor));
        assert_eq!(
            second,
            if *confidence == Confidence::Verified {
                "REF-10"
            } else {
                ""
            }
        );
    }
    for confidence in Confidence::ALL {
        let mut night = Night::begin(example::woman());
        night.profile.vital_interest.until.length = Some(Length::Hours(24));
        night.profile.vital_interest.until.confidence = *confidence;
        let Act::Send {
            house,
            services,
            ground,
            reason,
            fields,
            hold,
            urgency,
            draft,
            ..
        } = sending(Ground::VitalInterest)
        else {
            unreachable!()
        };
        let done = code(night.act(&Act::Send {
            house,
            services,
            ground,
            reason,
            fields,
            hold,
            urgency,
            days: Some(2),
            draft,
        }));
        assert_eq!(
            done,
            if *confidence == Confidence::Verified {
                "REF-17"
            } else {
                ""
            }
        );
    }
}

#[test]
fn a_draft_is_sent_once_and_stays_with_its_file() {
    let mut night = Night::begin(example::woman());
    night.act(&Act::Draft(None)).unwrap();
    let Act::Send {
        house,
        services,
        ground,
        reason,
        fields,
        hold,
        urgency,
        days,
        ..
    } = sending(Ground::VitalInterest)
    else {
        unreachable!()
    };
    let send = Act::Send {
        house,
        services,
        ground,
        reason,
        fields,
        hold,
        urgency,
        days,
        draft: Some(0),
    };
    night.act(&send).unwrap();
    assert_eq!(code(night.act(&send)), "REF-02", "not twice");
    let other: Id<Case> = example::id(9);
    let context = night.context(Who::BorderPost.actor(Role::FirstResponder));
    let draft = Referral::Draft {
        case: other,
        from: Who::BorderPost.id(),
        to: None,
        urgency,
        services: Vec::new(),
        words: None,
    };
    let refusal = send::draft_stands(&draft, (night.world.id, night.case()), &context).unwrap_err();
    assert_eq!(refusal.code(), "REF-20");
}

#[test]
fn the_outcome_comes_back_and_frees_the_bed_unless_the_person_stays() {
    for (outcome, free) in [(Outcome::SelfReliant, 3), (Outcome::InProgramme, 2)] {
        let mut night = Night::begin(example::woman());
        night.act(&sending(Ground::VitalInterest)).unwrap();
        night.act(&Act::Accept(0, None)).unwrap();
        night.act(&Act::Start(0)).unwrap();
        assert_eq!(
            code(night.act(&Act::Withdraw(0, WithdrawnBecause::NotNeeded))),
            "REF-02"
        );
        night.act(&Act::Complete(0, outcome)).unwrap();
        assert_eq!(
            night.referral(0).unwrap().1.sent().unwrap().1,
            &State::Completed(outcome)
        );
        assert_eq!(
            night.world.providers[&night.houses[SHELTER]].free(night.world.now),
            free
        );
    }
}

#[test]
fn what_went_to_the_wrong_house_is_reported_within_its_hours() {
    let mut night = Night::begin(example::woman());
    night.act(&sending(Ground::VitalInterest)).unwrap();
    night.act(&Act::Withdraw(0, WithdrawnBecause::WrongReceiver)).unwrap();
    let report = &night.tasks(task::Kind::ReportIncident)[0].opened;
    assert_eq!(report.clock.due, Some(example::NIGHT.plus_hours(72)));
    assert_eq!(
        (report.clock.kind, report.clock.confidence),
        (ClockKind::Statutory, Confidence::Unsure)
    );
    assert!(!night.case().takes_part(Who::CasaLiman.id()));
}

#[test]
fn an_organisation_has_a_name_people_and_one_beginning() {
    use tiltas_domain::Stream;
    let context = example::context(Who::NationalUnit.actor(Role::NationalUnit), example::NIGHT, 1);
    for who in Who::ALL {
        let changes = organisation::register(&who.register(None), &Registered::default(), &context).unwrap();
        let mut state: Option<Organisation> = None;
        let mut first = None;
        for change in changes.list() {
            let event = organisation::Event::of(&change.event).unwrap().clone();
            first.get_or_insert_with(|| event.clone());
            state = Some(Organisation::evolve(state, &event).unwrap());
        }
        let state = state.unwrap();
        assert_eq!(
            (state.name.as_str(), state.members.len()),
            (who.name(), who.people().len())
        );
        assert_eq!(
            Organisation::evolve(Some(state.clone()), &first.unwrap()),
            None,
            "registered once"
        );
        let gone = organisation::Event::MemberLeft {
            account: example::id(255),
        };
        assert_eq!(
            Organisation::evolve(Some(state), &gone),
            None,
            "nobody leaves who never came"
        );
    }
    let mut nobody = Who::PodulAlb.register(None);
    nobody.functions.clear();
    assert_eq!(
        organisation::register(&nobody, &Registered::default(), &context).unwrap_err(),
        organisation::Refusal::NoMember
    );
    nobody.name = "  ".to_owned();
    assert_eq!(
        organisation::register(&nobody, &Registered::default(), &context).unwrap_err(),
        organisation::Refusal::NoName
    );
}

#[test]
fn a_clock_says_what_it_was_computed_from() {
    let profile: Profile = example::moldova();
    let clock = profile.start(&profile.tonight.answer, example::NIGHT);
    assert_eq!(clock.due, Some(example::NIGHT.plus_hours(3)));
    assert_eq!(
        (clock.profile.as_str(), clock.length),
        ("MD 2026-2", Some(Length::Hours(3)))
    );
    assert!(!clock.is_late(example::NIGHT.plus_hours(3)) && clock.is_late(example::NIGHT.plus_hours(4)));
    let opens = tiltas_domain::clock::Clock {
        kind: ClockKind::NotBefore,
        ..clock
    };
    assert!(!opens.is_late(Moment(i64::MAX)), "what opens is never late");
}
