//! What a referral says is true, and what the person said last holds.
use crate::world::{Act, Night, SHELTER, code, needed, say, sending};
use tiltas_domain::{
    Answer, Field, Fields, Moment,
    case::{Because, Urgency},
    consent::Ground,
    disclosure::Ended,
    example::{self, Who},
    provider::Service,
    referral::{How, Outcome, State, Step, WithdrawnBecause, answer},
    task::Kind,
};

/// Who needs shelter may be told these.
fn general(answer: Answer, fields: Fields) -> Act {
    Act::Consent {
        house: SHELTER,
        service: true,
        answer,
        fields,
        days: None,
    }
}

/// A referral on the person's consent to a house, with a place held.
fn to(house: usize, services: Vec<Service>) -> Act {
    Act::Send {
        house,
        services,
        ground: Ground::Consent,
        reason: false,
        fields: needed(),
        hold: house == SHELTER,
        urgency: Urgency::Tonight,
        days: None,
        draft: None,
    }
}

fn state(night: &Night, nth: usize) -> State {
    night.referral(nth).unwrap().1.sent().unwrap().1.clone()
}

/// Sheltered on the person's consent.
fn sheltered() -> Night {
    let mut night = Night::begin(example::woman());
    for act in [
        general(Answer::Yes, needed()),
        sending(Ground::Consent),
        Act::Accept(0, None),
        Act::Start(0),
    ] {
        night.act(&act).unwrap();
    }
    night
}

#[test]
fn a_withdrawn_consent_ends_the_referral_that_waits_for_an_answer() {
    for accepted in [false, true] {
        // WHY: who only wants no more sharing, and is on the way to a promised bed, keeps the bed.
        let service = accepted;
        let mut night = Night::begin(example::woman());
        night.act(&general(Answer::Yes, needed())).unwrap();
        night.act(&sending(Ground::Consent)).unwrap();
        if accepted {
            night.act(&Act::Accept(0, None)).unwrap();
        }
        night.act(&Act::TakeBack(0, true, service)).unwrap();
        assert_eq!(state(&night, 0), State::Withdrawn(WithdrawnBecause::PersonsWish));
        let case = night.case();
        assert_eq!(case.disclosures[0].ended, Some(Ended::TakenBack));
        assert_eq!(case.disclosures[0].ended_at, Some(night.world.now));
        assert!(!case.takes_part(Who::CasaLiman.id()));
        assert_eq!(night.world.providers[&night.houses[SHELTER]].free(night.world.now), 3);
        assert_eq!(
            night.tasks(Kind::ConfirmRemoval).len(),
            1,
            "the house is told, and asked to remove it"
        );
        assert_eq!(
            code(night.act(&Act::Accept(0, None))),
            "REF-02",
            "nobody accepts it any more"
        );
    }
}

#[test]
fn a_promised_bed_is_not_lost_by_a_word_about_sharing() {
    let mut night = Night::begin(example::woman());
    for act in [
        general(Answer::Yes, needed()),
        sending(Ground::Consent),
        Act::Accept(0, None),
    ] {
        night.act(&act).unwrap();
    }
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    assert_eq!(state(&night, 0), State::Accepted);
    let (house, now) = (Who::CasaLiman.id(), night.world.now);
    assert!(night.case().disclosed_to(house, now).is_empty());
    assert!(night.case().kept_by(house, now).unwrap().0.contains(Field::Risk));
    night.act(&Act::Fail(0)).unwrap();
    assert!(
        night.case().kept_by(house, night.world.now).is_none(),
        "what never began leaves no record"
    );
}

#[test]
fn a_house_that_shelters_keeps_what_keeps_the_person_safe_as_it_stood_then() {
    let mut night = sheltered();
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    let (case, now, house) = (night.case(), night.world.now, Who::CasaLiman.id());
    assert_eq!(state(&night, 0), State::Started, "the person still sleeps there");
    assert!(case.takes_part(house));
    assert!(case.disclosed_to(house, now).is_empty(), "nothing new is shared");
    let (kept, at) = case.kept_by(house, now).unwrap();
    assert!(kept.contains(Field::Risk), "whom to fear is not forgotten");
    assert!(!kept.contains(Field::Work) && night.profile.own_record.fields.value.covers(kept));
    assert_eq!(at, now, "nothing newer");
    let record = case.disclosures[0].record.as_ref().unwrap();
    assert_eq!(record.article, night.profile.own_record.article.value);
    night.act(&Act::Wait(600)).unwrap();
    night.act(&Act::Complete(0, Outcome::LostContact)).unwrap();
    let case = night.case();
    assert_eq!(
        case.kept_by(house, night.world.now).unwrap().1,
        now,
        "the end of the service opens nothing newer"
    );
    let until = case.disclosures[0].record_until.unwrap();
    assert_eq!(
        Some(until),
        night
            .profile
            .start(&night.profile.own_record.until, night.world.now)
            .due
    );
    assert!(case.kept_by(house, until.plus_minutes(1)).is_none(), "and it ends");
}

#[test]
fn the_last_day_of_a_sharing_does_not_blind_a_house_that_shelters() {
    let night = sheltered();
    let case = night.case();
    let (until, house) = (case.disclosures[0].until, Who::CasaLiman.id());
    let after = until.plus_minutes(1);
    assert!(case.disclosed_to(house, after).is_empty());
    assert_eq!(case.kept_by(house, after).unwrap().1, until, "as of the last day");
}

#[test]
fn each_field_of_an_own_record_stands_as_of_the_end_of_its_own_sharing() {
    let mut night = sheltered();
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    let (mut case, first, house) = (night.case().clone(), night.world.now, Who::CasaLiman.id());
    let later = first.plus_minutes(90);
    let mut second = case.disclosures[0].clone();
    second.ended_at = Some(later);
    second.record.as_mut().unwrap().fields = Fields::of(&[Field::Language]);
    case.disclosures.push(second);
    let now = later.plus_minutes(1);
    assert_eq!(case.kept_until(house, Field::Risk, now), Some(first));
    assert_eq!(case.kept_until(house, Field::Language, now), Some(later));
    assert_eq!(case.kept_until(house, Field::Work, now), None, "it is not kept");
    case.disclosures[0].ended = None;
    assert_eq!(case.kept_until(house, Field::Risk, first), None, "it is shared");
}

#[test]
fn a_later_yes_with_fewer_fields_narrows_what_runs_and_nothing_of_another() {
    let (house, less) = (Who::CasaLiman.id(), Fields::ALWAYS.and(Fields::of(&[Field::Language])));
    // The yes that names the house narrows what rests on the general one too; a general one narrows no yes by name.
    for (first, then, narrows) in [
        (general(Answer::Yes, needed()), general(Answer::Yes, less), true),
        (general(Answer::Yes, needed()), say(Answer::Yes, less), true),
        (say(Answer::Yes, needed()), say(Answer::Yes, less), true),
        (say(Answer::Yes, needed()), general(Answer::Yes, less), false),
    ] {
        let mut night = Night::begin(example::woman());
        for act in [first.clone(), sending(Ground::Consent), then.clone()] {
            night.act(&act).unwrap();
        }
        let case = night.case();
        let (shared, tasks) = (
            case.disclosed_to(house, night.world.now),
            night.tasks(Kind::ConfirmRemoval),
        );
        assert_eq!(shared, if narrows { less } else { needed() }, "{first:?} {then:?}");
        assert_eq!(tasks.len(), usize::from(narrows), "who has it is asked to remove it");
        assert!(
            case.kept_by(house, night.world.now).is_none(),
            "a house that was only asked keeps nothing"
        );
        night.act(&then).unwrap();
        let again = night.tasks(Kind::ConfirmRemoval).len();
        assert_eq!(again, usize::from(narrows), "the same word again asks nobody anew");
        assert!(night.replayed() == night.world);
    }
    let mut night = Night::begin(example::woman());
    for act in [sending(Ground::VitalInterest), say(Answer::Yes, less)] {
        night.act(&act).unwrap();
    }
    let live = night.case().disclosed_to(house, night.world.now);
    assert_eq!(live, needed(), "what went on a duty rests on no yes");
}

#[test]
fn nothing_new_goes_on_a_wider_yes_before_a_narrower_one() {
    let less = Fields::ALWAYS.and(Fields::of(&[Field::Language]));
    let mut night = Night::begin(example::woman());
    night.act(&general(Answer::Yes, needed())).unwrap();
    night.act(&general(Answer::Yes, less)).unwrap();
    assert_eq!(code(night.act(&sending(Ground::Consent))), "REF-07");
    night.act(&general(Answer::Yes, needed())).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
}

#[test]
fn a_house_that_shelters_keeps_of_what_a_narrower_yes_left_out_only_what_keeps_the_person_safe() {
    let mut night = sheltered();
    let (house, narrowed) = (Who::CasaLiman.id(), night.world.now);
    let less = Fields::ALWAYS.and(Fields::of(&[Field::Language]));
    night.act(&general(Answer::Yes, less)).unwrap();
    let case = night.case();
    assert_eq!(state(&night, 0), State::Started, "the person still sleeps there");
    assert_eq!(case.disclosed_to(house, narrowed), less);
    let (kept, at) = case.kept_by(house, narrowed).unwrap();
    assert!(kept.contains(Field::Risk) && kept.and_only(less).is_empty());
    assert!(night.profile.own_record.fields.value.covers(kept));
    assert_eq!(at, narrowed, "nothing newer");
    let open = case.disclosures[0].open(narrowed);
    assert_eq!(open, less.and(kept));
    night.act(&Act::Wait(60)).unwrap();
    night.act(&Act::TakeBack(1, true, false)).unwrap();
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    let case = night.case();
    let until = |field| case.kept_until(house, field, night.world.now);
    assert_eq!(until(Field::Risk), Some(narrowed), "each field as of its own end");
    assert_eq!(until(Field::Language), Some(night.world.now));
}

#[test]
fn a_service_that_is_to_stop_is_asked_to_end_and_never_ended_by_a_form() {
    let mut night = sheltered();
    assert_eq!(code(night.act(&Act::TakeBack(0, false, false))), "CON-05");
    night.act(&Act::TakeBack(0, false, true)).unwrap();
    assert_eq!(state(&night, 0), State::Started);
    let duty = night.tasks(Kind::EndService)[0];
    assert_eq!(duty.opened.assignee.organisation, Who::CasaLiman.id());
    assert!(
        night.case().disclosures[0].ended.is_none(),
        "the sharing was not withdrawn"
    );
    let mut night = Night::begin(example::woman());
    night.act(&general(Answer::Yes, needed())).unwrap();
    assert_eq!(
        code(night.act(&Act::TakeBack(0, false, true))),
        "CON-06",
        "nothing rests on it"
    );
}

#[test]
fn the_narrower_word_about_a_house_stands_until_that_house_is_named_again() {
    // A later no to one house ends what goes to it on a wider yes.
    let mut night = sheltered();
    night.act(&say(Answer::No, Fields::NONE)).unwrap();
    assert_eq!(night.case().disclosures[0].ended, Some(Ended::TakenBack));
    assert!(
        night.case().consents[0].is_yes(night.world.now),
        "the yes to other shelters stands"
    );
    let removal = night.tasks(Kind::ConfirmRemoval)[0];
    assert_eq!(removal.opened.assignee.organisation, Who::CasaLiman.id());
    // An earlier no to one house is not overridden by a later general yes.
    let mut night = Night::begin(example::woman());
    night.act(&say(Answer::No, Fields::NONE)).unwrap();
    night.act(&general(Answer::Yes, needed())).unwrap();
    assert_eq!(code(night.act(&sending(Ground::Consent))), "REF-07");
    night.act(&say(Answer::Yes, needed())).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
    // An earlier yes to one house stands under a later general no.
    let mut night = Night::begin(example::woman());
    night.act(&say(Answer::Yes, needed())).unwrap();
    night.act(&general(Answer::No, Fields::NONE)).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
    // A narrower yes that was withdrawn is not replaced by a general one.
    let mut night = Night::begin(example::woman());
    night.act(&general(Answer::Yes, needed())).unwrap();
    night.act(&say(Answer::Yes, needed())).unwrap();
    night.act(&Act::TakeBack(1, true, false)).unwrap();
    assert_eq!(code(night.act(&sending(Ground::Consent))), "REF-07");
}

#[test]
fn a_part_ends_with_its_reason() {
    let mut night = Night::begin(example::woman());
    for act in [
        general(Answer::Yes, needed()),
        sending(Ground::Consent),
        Act::Accept(0, None),
        Act::Fail(0),
    ] {
        night.act(&act).unwrap();
    }
    assert!(
        !night.case().takes_part(Who::CasaLiman.id()),
        "what was not given gives nothing to read"
    );
    assert_eq!(night.case().disclosures[0].ended, Some(Ended::Failed));
    for outcome in Outcome::ALL {
        let mut night = sheltered();
        night.act(&Act::Complete(0, *outcome)).unwrap();
        let case = night.case();
        let live = case.disclosed_to(Who::CasaLiman.id(), night.world.now);
        assert_eq!(live.is_empty(), *outcome != Outcome::InProgramme, "{outcome:?}");
        let kept = case.kept_by(Who::CasaLiman.id(), night.world.now);
        assert!(!live.contains(Field::Phone) && kept.is_none_or(|(fields, _)| !fields.contains(Field::Phone)));
        if *outcome == Outcome::InProgramme {
            night.act(&Act::Complete(0, Outcome::SelfReliant)).unwrap();
            assert!(
                night.case().disclosures[0].ended.is_some(),
                "help that went on ends too"
            );
        }
    }
}

#[test]
fn one_person_holds_one_bed_and_is_taken_in_once() {
    let mut night = Night::begin(example::woman());
    night.act(&general(Answer::Yes, needed())).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
    assert_eq!(code(night.act(&sending(Ground::Consent))), "REF-21");
    assert_eq!(night.world.providers[&night.houses[SHELTER]].free(night.world.now), 2);
    night.act(&Act::NoCapacity(0)).unwrap();
    night.act(&sending(Ground::Consent)).unwrap();
}

#[test]
fn what_is_not_needed_any_more_ends_and_does_not_say_for_whom() {
    let mut person = example::woman();
    person.sex = tiltas_domain::known::Known::Is(tiltas_domain::case::Sex::Other);
    let mut night = Night::begin(person);
    night.act(&general(Answer::Yes, needed())).unwrap();
    night.act(&to(0, vec![Service::Shelter])).unwrap();
    night.act(&to(1, vec![Service::Shelter])).unwrap();
    let first = usize::from(night.referral(0).unwrap().1.sent().unwrap().0.receiver != Who::CasaLiman.id());
    night.act(&Act::Accept(first, None)).unwrap();
    let other = 1 - first;
    assert_eq!(state(&night, other), State::Withdrawn(WithdrawnBecause::NotNeeded));
    assert_eq!(code(night.act(&Act::Accept(other, None))), "REF-02");
    let parts = &night.case().parts;
    assert_eq!(
        parts
            .iter()
            .filter(|(_, because)| matches!(because, Because::Referral(_)))
            .count(),
        1
    );
}

#[test]
fn a_call_lies_between_the_sending_and_now() {
    let mut night = Night::begin(example::woman());
    night.act(&sending(Ground::VitalInterest)).unwrap();
    let sent = night.world.now;
    night.act(&Act::Wait(10)).unwrap();
    let (id, referral) = night.referral(0).unwrap();
    let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
    let told = |at: Moment| {
        let how = How::ByPhone {
            function: "Night coordinator".to_owned(),
            at,
        };
        let done = answer::acknowledge(id, &referral, &how, &context);
        code(done.map_err(|refusal| refusal.code()))
    };
    assert_eq!(told(sent.plus_minutes(-1)), "REF-22");
    assert_eq!(told(Moment(0)), "REF-22");
    assert_eq!(told(sent.plus_minutes(11)), "REF-13");
    assert_eq!(told(sent), "");
    assert_eq!(
        told(Moment(sent.0 - 30_000_000)),
        "",
        "a page tells the call in whole minutes"
    );
}

#[test]
fn after_a_sign_of_life_escalation_begins_with_the_sender_again() {
    let mut night = Night::begin(example::woman());
    night.act(&sending(Ground::VitalInterest)).unwrap();
    for step in 0..2 {
        night.world.now = night.referral(0).unwrap().1.next_escalation().unwrap().1;
        night.act(&Act::Escalate(0, step)).unwrap();
    }
    night.act(&Act::Acknowledge(0, false)).unwrap();
    let (_, referral) = night.referral(0).unwrap();
    let due = referral.sent().unwrap().0.answer.due;
    assert_eq!(
        referral.next_escalation().map(|(step, at)| (step, Some(at))),
        Some((Step::Sender, due))
    );
}

#[test]
fn the_sender_reads_what_the_houses_board_says() {
    let mut night = Night::begin(example::woman());
    night.act(&sending(Ground::VitalInterest)).unwrap();
    assert_eq!(night.referral(0).unwrap().1.place(), Some("1 A"));
    night.act(&Act::Release(SHELTER, 0)).unwrap();
    assert_eq!(
        night.referral(0).unwrap().1.place(),
        None,
        "a house that takes its place back says so"
    );
    assert_eq!(code(night.act(&Act::GivePlace(0, 1))), "REF-26");
    night.act(&Act::Accept(0, Some(1))).unwrap();
    assert_eq!(night.referral(0).unwrap().1.place(), Some("2 A"));
    night.act(&Act::Start(0)).unwrap();
    night.act(&Act::Free(SHELTER, 1)).unwrap();
    assert_eq!(night.referral(0).unwrap().1.place(), None);
    night.act(&Act::GivePlace(0, 2)).unwrap();
    assert_eq!(
        night.referral(0).unwrap().1.place(),
        Some("2 B"),
        "a running service is given a place again"
    );
    assert_eq!(night.world.providers[&night.houses[SHELTER]].free(night.world.now), 2);
}

#[test]
fn a_place_that_is_not_there_and_one_that_is_not_free_are_told_apart() {
    let mut night = Night::begin(example::woman());
    night.act(&sending(Ground::VitalInterest)).unwrap();
    night.act(&Act::InUse(SHELTER, 2, false)).unwrap();
    assert_eq!(code(night.act(&Act::Accept(0, Some(2)))), "REF-24");
    assert_eq!(code(night.act(&Act::GivePlace(0, 0))), "REF-26");
    let (id, referral) = night.referral(0).unwrap();
    let house = night.world.providers[&night.houses[SHELTER]].clone();
    let context = night.context(Who::CasaLiman.actor(tiltas_domain::Role::Provider));
    let reply = answer::Answer::Accept {
        place: Some("Attic".to_owned()),
        words: None,
    };
    let refused = answer::answer(id, &referral, night.case(), &house, &[], &reply, &context).unwrap_err();
    assert_eq!(refused.code(), "REF-23");
}
