//! The person's say and the legal ground: two things, and what each allows.
use crate::world::{ALB, Act, Night, SHELTER, code, member, needed, say, sending};
use tiltas_domain::{
    Answer, Fields,
    case::{self, Urgency},
    consent::{self, Ground},
    content::Field,
    example::{self, Who},
    organisation::{self, NewFunction, OrganisationKind, Register, Registered},
    provider::{self, List, Service},
    task,
};

#[test]
fn only_the_persons_yes_is_a_yes() {
    for answer in Answer::ALL {
        let mut night = Night::begin(example::woman());
        night.act(&say(answer, needed())).unwrap();
        let done = code(night.act(&sending(Ground::Consent)));
        assert_eq!(
            done,
            if answer == Answer::Yes { "" } else { "REF-07" },
            "{}",
            answer.code()
        );
    }
    let mut night = Night::begin(example::woman());
    assert_eq!(
        code(night.act(&sending(Ground::Consent))),
        "REF-07",
        "who was not asked has not said yes"
    );
}

#[test]
fn each_ground_asks_what_it_asks_and_no_more() {
    // Ground, reason, child in doubt, consent, and what comes of it.
    for (ground, reason, child, yes, expected) in [
        (Ground::Consent, false, false, true, ""),
        (Ground::Consent, true, false, false, "REF-07"),
        (Ground::VitalInterest, true, false, false, ""),
        (Ground::VitalInterest, false, false, true, "REF-08"),
        (Ground::ChildProtection, false, true, false, ""),
        (Ground::ChildProtection, true, false, true, "REF-09"),
        (Ground::VitalInterest, true, true, false, ""),
        (Ground::Consent, false, true, true, ""),
    ] {
        let mut night = Night::begin(if child {
            example::unsure_of_age()
        } else {
            example::woman()
        });
        if yes {
            night.act(&say(Answer::Yes, needed())).unwrap();
        }
        let Act::Send {
            house,
            services,
            fields,
            hold,
            urgency,
            ..
        } = sending(ground)
        else {
            unreachable!()
        };
        let act = Act::Send {
            house,
            services,
            ground,
            reason,
            fields,
            hold,
            urgency,
            days: None,
            draft: None,
        };
        assert_eq!(code(night.act(&act)), expected, "{ground:?} {reason} {child} {yes}");
        if expected.is_empty() {
            let went = night.case().disclosures.last().unwrap();
            assert_eq!(went.ground, ground, "the ground is never empty");
            assert_eq!(went.say.is_some(), ground == Ground::Consent);
            assert_eq!(went.fields, needed(), "exactly what was shown goes");
        }
    }
}

#[test]
fn a_yes_covers_the_fields_the_receiver_and_the_service_it_names() {
    let mut night = Night::begin(example::woman());
    night.act(&say(Answer::Yes, Fields::of(&[Field::SpokenName]))).unwrap();
    assert_eq!(
        code(night.act(&sending(Ground::Consent))),
        "REF-07",
        "fields that the person did not name"
    );

    let mut night = Night::begin(example::woman());
    night
        .act(&Act::Consent {
            house: ALB,
            service: false,
            answer: Answer::Yes,
            fields: needed(),
            days: None,
        })
        .unwrap();
    assert_eq!(
        code(night.act(&sending(Ground::Consent))),
        "REF-07",
        "a yes to another house"
    );

    let mut night = Night::begin(example::woman());
    night
        .act(&Act::Consent {
            house: SHELTER,
            service: true,
            answer: Answer::Yes,
            fields: needed(),
            days: None,
        })
        .unwrap();
    let doctor = Act::Send {
        house: SHELTER,
        services: vec![Service::Medical],
        ground: Ground::Consent,
        reason: false,
        fields: needed(),
        hold: false,
        urgency: Urgency::Tonight,
        days: None,
        draft: None,
    };
    assert_eq!(
        code(night.act(&doctor)),
        "REF-07",
        "a yes to a bed is no yes to a doctor in the same house"
    );
    night.act(&sending(Ground::Consent)).unwrap();
}

#[test]
fn a_later_no_ends_the_yes_before_it() {
    let mut night = Night::begin(example::woman());
    night
        .act(&Act::Consent {
            house: SHELTER,
            service: true,
            answer: Answer::Yes,
            fields: needed(),
            days: None,
        })
        .unwrap();
    night.act(&say(Answer::No, Fields::NONE)).unwrap();
    assert_eq!(code(night.act(&sending(Ground::Consent))), "REF-07");
    night.act(&say(Answer::Yes, needed())).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
}

#[test]
fn nothing_runs_longer_than_the_person_said() {
    let mut night = Night::begin(example::woman());
    night
        .act(&Act::Consent {
            house: SHELTER,
            service: false,
            answer: Answer::Yes,
            fields: needed(),
            days: Some(10),
        })
        .unwrap();
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
    } = sending(Ground::Consent)
    else {
        unreachable!()
    };
    let until = |days| Act::Send {
        house,
        services: services.clone(),
        ground,
        reason,
        fields,
        hold,
        urgency,
        days,
        draft,
    };
    assert_eq!(code(night.act(&until(Some(11)))), "REF-18");
    night.act(&until(None)).unwrap();
    let went = night.case().disclosures.last().unwrap();
    assert_eq!(
        went.until,
        example::NIGHT.plus_hours(240),
        "without a day the person's last day counts"
    );
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    let case = night.case();
    assert!(!case.disclosures.last().unwrap().runs(night.world.now));
    let asked = night.tasks(task::Kind::ConfirmRemoval);
    assert!(
        asked
            .iter()
            .any(|task| task.opened.assignee.organisation == Who::CasaLiman.id())
    );
}

/// A yes about a house, or about whoever gives a bed, that stands for so many days.
fn yes_for(service: bool, days: u8) -> Act {
    Act::Consent {
        house: SHELTER,
        service,
        answer: Answer::Yes,
        fields: needed(),
        days: Some(days),
    }
}

#[test]
fn a_later_yes_with_an_earlier_last_day_shortens_what_runs() {
    // The yes before, the yes after, and whether the later word is about what goes to the house.
    for (before, after, shortens) in [
        (true, true, true),
        (false, false, true),
        (true, false, true),
        (false, true, false),
    ] {
        let mut night = Night::begin(example::woman());
        let day = |days: i64| example::NIGHT.plus_hours(days * 24);
        night.act(&yes_for(before, 10)).unwrap();
        night.act(&sending(Ground::Consent)).unwrap();
        night.act(&Act::Accept(0, None)).unwrap();
        night.act(&Act::Start(0)).unwrap();
        night.act(&yes_for(after, 20)).unwrap();
        assert_eq!(
            night.case().disclosures[0].until,
            day(10),
            "a longer word lengthens nothing"
        );
        night.act(&yes_for(after, 5)).unwrap();
        let went = night.case().disclosures[0].clone();
        let last = if shortens { day(5) } else { day(10) };
        assert_eq!(went.until, last, "{before} {after}");
        assert!(went.runs(last) && !went.runs(last.plus_minutes(1)));
        let kept = night.case().kept_by(Who::CasaLiman.id(), day(11)).unwrap();
        assert_eq!(kept.1, last, "the house's own record is as of that day");
        night.act(&yes_for(after, 7)).unwrap();
        assert_eq!(
            night.case().disclosures[0].until,
            last,
            "what was shortened stays short"
        );
        assert!(night.replayed() == night.world);
    }
}

#[test]
fn nothing_new_goes_on_the_longer_yes_before_a_shorter_one() {
    let mut night = Night::begin(example::woman());
    night.act(&yes_for(false, 10)).unwrap();
    night.act(&yes_for(false, 5)).unwrap();
    night.world.now = example::NIGHT.plus_hours(6 * 24);
    assert_eq!(code(night.act(&sending(Ground::Consent))), "REF-07");
}

#[test]
fn a_no_has_no_last_day_whatever_yes_follows() {
    let mut night = Night::begin(example::woman());
    let no = Act::Consent {
        house: SHELTER,
        service: true,
        answer: Answer::No,
        fields: needed(),
        days: None,
    };
    night.act(&no).unwrap();
    night.act(&yes_for(true, 5)).unwrap();
    let until: Vec<_> = night
        .case()
        .consents
        .iter()
        .map(|said| (said.said.answer, said.until.is_some()))
        .collect();
    assert_eq!(until, [(Answer::No, false), (Answer::Yes, true)]);
}

#[test]
fn two_words_of_one_moment_leave_the_shorter() {
    let mut night = Night::begin(example::woman());
    night.act(&yes_for(true, 10)).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
    let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
    let word = |to, days: i64| consent::AddConsent {
        until: Some(context.now.plus_hours(days * 24)),
        ..example::say(to, Answer::Yes, needed())
    };
    let named = consent::Recipient::Organisation(Who::CasaLiman.id());
    let words = [word(named, 3), word(consent::Recipient::Service(Service::Shelter), 6)];
    let sent = night.active(night.case());
    let said = consent::record(night.world.id, night.case(), &words, &sent, &night.profile, &context).unwrap();
    night.keep(&said);
    assert_eq!(night.case().disclosures[0].until, context.now.plus_hours(3 * 24));
}

#[test]
fn the_lead_passes_only_with_consent() {
    let mut night = Night::begin(example::woman());
    assert_eq!(code(night.act(&Act::OfferLead(1))), "CAS-06");
    let yes = Act::Consent {
        house: ALB,
        service: true,
        answer: Answer::Yes,
        fields: needed(),
        days: None,
    };
    night.act(&yes).unwrap();
    night.act(&Act::OfferLead(1)).unwrap();
    assert_eq!(code(night.act(&Act::AnswerLead(0, true))), "CAS-03");
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    assert_eq!(
        code(night.act(&Act::AnswerLead(1, true))),
        "CAS-03",
        "the person took it back meanwhile, and the offer ended with it"
    );
    night.act(&yes).unwrap();
    night.act(&Act::OfferLead(1)).unwrap();
    night.act(&Act::AnswerLead(1, true)).unwrap();
    assert_eq!(night.case().lead, Who::PodulAlb.id());
}

#[test]
fn an_offer_of_the_lead_goes_to_who_may_lead_and_blocks_nobody_for_ever() {
    let mut night = Night::begin(example::woman());
    let yes = Act::Consent {
        house: ALB,
        service: true,
        answer: Answer::Yes,
        fields: needed(),
        days: None,
    };
    let offer = |night: &mut Night, who: Who| {
        let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
        let (id, case) = (night.world.id, night.case().clone());
        let done = case::offer_lead(id, &case, (who.id(), &member(who)), &night.profile, &context);
        code(
            done.map(|changes| night.keep(&changes))
                .map_err(|refusal| refusal.code()),
        )
    };
    for who in [Who::ChildProtection, Who::PodulAlb] {
        assert_eq!(
            offer(&mut night, who),
            "CAS-06",
            "{who:?}: no yes, and no child is in doubt"
        );
    }
    night.act(&yes).unwrap();
    for who in [Who::Police, Who::CasaLiman, Who::Hospital, Who::NationalUnit] {
        assert_eq!(offer(&mut night, who), "CAS-09", "{who:?}");
    }
    assert_eq!(offer(&mut night, Who::PodulAlb), "");
    assert_eq!(offer(&mut night, Who::PodulAlb), "CAS-02");
    let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
    let back = case::withdraw_lead_offer(night.world.id, night.case(), &context).unwrap();
    night.keep(&back);
    assert!(case::withdraw_lead_offer(night.world.id, night.case(), &context).is_err());
    assert_eq!(
        offer(&mut night, Who::PodulAlb),
        "",
        "what was taken back does not wait"
    );
    night.world.now = night.case().lead_offer.as_ref().unwrap().1.due.unwrap().plus_minutes(1);
    assert_eq!(
        code(night.act(&Act::AnswerLead(1, true))),
        "CAS-03",
        "an offer falls at its clock"
    );
    assert_eq!(offer(&mut night, Who::PodulAlb), "", "and another can be made");
    night.act(&Act::AnswerLead(1, true)).unwrap();
}

#[test]
fn a_child_does_not_wait_for_a_yes_to_be_protected() {
    let mut night = Night::begin(example::unsure_of_age());
    let authority = (Who::ChildProtection.id(), &member(Who::ChildProtection));
    let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
    let (id, case, profile) = (night.world.id, night.case().clone(), night.profile.clone());
    night.keep(&case::offer_lead(id, &case, authority, &profile, &context).unwrap());
    let theirs = night.context(Who::ChildProtection.actor(tiltas_domain::Role::ChildProtection));
    let case = night.case().clone();
    night.keep(&case::answer_lead(id, &case, authority.1, true, &profile, &theirs).unwrap());
    assert_eq!(night.case().lead, Who::ChildProtection.id());
    let went = night.case().disclosures.last().unwrap();
    assert_eq!(
        (went.ground, went.fields),
        (Ground::ChildProtection, profile.child_notice_fields.value)
    );
}

#[test]
fn an_organisation_has_the_roles_of_its_kind_and_a_name_of_its_own() {
    let context = example::context(
        Who::NationalUnit.actor(tiltas_domain::Role::NationalUnit),
        example::NIGHT,
        1,
    );
    let tried = |command: &Register, others: &Registered| {
        let done = organisation::register(command, others, &context);
        code(done.map_err(|refusal| refusal.code()))
    };
    let nobody = Registered::default();
    for kind in OrganisationKind::ALL {
        for role in tiltas_domain::Role::ALL {
            let mut command = Who::PodulAlb.register(None);
            (command.kind, command.functions) = (*kind, vec![NewFunction::new(*role, "Somebody")]);
            let fits = kind.roles().contains(role);
            assert_eq!(
                tried(&command, &nobody),
                if fits { "" } else { "ORG-03" },
                "{kind:?} {role:?}"
            );
            assert!(
                !fits || *role != tiltas_domain::Role::Clock,
                "the clock is nobody's role"
            );
        }
    }
    let team = Who::BorderPost.register(Some(Who::Team.id()));
    assert_eq!(tried(&team, &nobody), "ORG-04");
    let there = |kind| Registered {
        contact_point: Some(kind),
        names: Vec::new(),
    };
    assert_eq!(tried(&team, &there(OrganisationKind::Shelter)), "ORG-04");
    assert_eq!(tried(&team, &there(OrganisationKind::TerritorialTeam)), "");
    let names = Registered {
        names: vec!["podul  ALB".to_owned()],
        ..nobody
    };
    assert_eq!(tried(&Who::PodulAlb.register(None), &names), "ORG-05");
    let mut list = Who::CasaLiman.list(Who::CasaLiman.id()).unwrap();
    let house = example::context(Who::CasaLiman.actor(tiltas_domain::Role::Provider), example::NIGHT, 1);
    let listed = |list: &List, names: &[String]| {
        let done = provider::list(list, names, &house);
        code(done.map_err(|refusal| refusal.code()))
    };
    assert_eq!(listed(&list, &["Casa-Liman".to_owned()]), "PRO-05");
    list.places = vec!["1".to_owned(), "1".to_owned()];
    assert_eq!(listed(&list, &[]), "PRO-06");
}
