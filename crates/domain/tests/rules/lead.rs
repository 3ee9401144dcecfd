//! The lead does not stay where nobody can lead: who may take it without an offer, on which ground, and what ends with it.
use crate::world::{Act, Night, member};
use tiltas_domain::{
    Answer, Changes, Context, Role,
    case::{self, Because, Delay, OfferEnded},
    consent::Ground,
    disclosure,
    example::{self, Who},
    organisation::Organisation,
    referral::Outcome,
};

/// The same for one who may not know who the person is.
fn take_unknowing(night: &mut Night, who: (Who, Role), delay: Delay) -> Result<Changes, case::Refusal> {
    let context = night.context(who.0.actor(who.1));
    let (id, case, parties) = (night.world.id, night.case(), (&member(Who::BorderPost), &member(who.0)));
    case::take_lead(id, case, parties, (delay, false), &night.profile, &context)
}

fn take(night: &mut Night, who: (Who, Role), leads: &Organisation, delay: Delay) -> Result<Changes, case::Refusal> {
    let context = night.context(who.0.actor(who.1));
    let (id, case) = (night.world.id, night.case());
    case::take_lead(
        id,
        case,
        (leads, &member(who.0)),
        (delay, true),
        &night.profile,
        &context,
    )
}

fn officer(night: &mut Night) -> Context {
    night.context(Who::BorderPost.actor(Role::FirstResponder))
}

const AUTHORITY: (Who, Role) = (Who::ChildProtection, Role::ChildProtection);
const TEAM: (Who, Role) = (Who::Team, Role::ContactPoint);
const UNIT: (Who, Role) = (Who::NationalUnit, Role::NationalUnit);
const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);

#[test]
fn the_authority_for_children_takes_a_childs_case_in_which_it_takes_part_and_no_other() {
    let post = member(Who::BorderPost);
    let mut night = Night::begin(example::unsure_of_age());
    let outside = take(&mut night, AUTHORITY, &post, Delay::None);
    assert_eq!(outside.unwrap_err(), case::Refusal::NotByDuty, "it was told of nothing");
    night.act(&Act::TellChildProtection(0)).unwrap();
    let taken = take(&mut night, AUTHORITY, &post, Delay::None).unwrap();
    night.keep(&taken);
    assert_eq!(night.case().lead, AUTHORITY.0.id());
    let went = night.case().disclosures.last().unwrap();
    assert_eq!((went.ground, went.to), (Ground::ChildProtection, AUTHORITY.0.id()));
    let again = take(&mut night, AUTHORITY, &post, Delay::None);
    assert_eq!(again.unwrap_err(), case::Refusal::OwnLead);
    let mut grown = Night::begin(example::woman());
    let refused = take(&mut grown, AUTHORITY, &post, Delay::Escalated);
    assert_eq!(refused.unwrap_err(), case::Refusal::NotByDuty);
}

#[test]
fn a_team_takes_over_where_a_delay_was_escalated_to_it() {
    let post = member(Who::BorderPost);
    let mut night = Night::begin(example::woman());
    assert!(take(&mut night, TEAM, &post, Delay::None).is_err());
    assert!(
        take(&mut night, MANAGER, &post, Delay::Escalated).is_err(),
        "it is no duty of theirs"
    );
    assert!(
        take(&mut night, UNIT, &post, Delay::Escalated).is_err(),
        "somebody is there who leads"
    );
    let taken = take(&mut night, TEAM, &post, Delay::Escalated).unwrap();
    night.keep(&taken);
    assert_eq!((night.case().lead, night.case().led_by_duty), (TEAM.0.id(), true));
    assert_eq!(night.case().disclosures.last().unwrap().ground, Ground::PublicTask);
}

#[test]
fn a_lead_that_nobody_holds_is_taken_and_passed_on_to_those_whose_duty_it_is() {
    let mut gone = member(Who::BorderPost);
    gone.members.clear();
    let mut night = Night::begin(example::woman());
    let unasked = take(&mut night, UNIT, &gone, Delay::None).unwrap_err();
    assert_eq!(unasked, case::Refusal::NotByDuty, "no delay came to it");
    let taken = take(&mut night, UNIT, &gone, Delay::Escalated).unwrap();
    night.keep(&taken);
    let unit = night.context(UNIT.0.actor(UNIT.1));
    let (id, profile) = (night.world.id, night.profile.clone());
    let offer = |night: &Night, who: Who, context: &Context| {
        case::offer_lead(id, night.case(), (who.id(), &member(who)), &profile, context)
    };
    let asked = offer(&night, MANAGER.0, &unit);
    assert_eq!(
        asked.unwrap_err(),
        case::Refusal::NoConsent,
        "an organisation of choice is asked about"
    );
    let offered = offer(&night, TEAM.0, &unit).unwrap();
    night.keep(&offered);
    let team = night.context(TEAM.0.actor(TEAM.1));
    let accepted = case::answer_lead(id, night.case(), &member(TEAM.0), true, &profile, &team).unwrap();
    night.keep(&accepted);
    assert_eq!(night.case().lead, TEAM.0.id());
}

/// The organisation after all of its people lost their rights for a time.
fn suspended(who: Who) -> Organisation {
    let organisation = member(who);
    let members = organisation.members.clone();
    members.iter().fold(organisation, |state, member| {
        let event = tiltas_domain::organisation::Event::MemberRights {
            account: member.account,
            function: member.function,
            suspended: true,
            valid_from: example::NIGHT,
        };
        <Organisation as tiltas_domain::Stream>::evolve(Some(state), &event).unwrap()
    })
}

#[test]
fn whoever_may_not_know_the_person_learns_from_no_offer_that_it_is_a_child() {
    let mut night = Night::begin(example::unsure_of_age());
    night.act(&Act::TellChildProtection(0)).unwrap();
    assert_eq!(
        take_unknowing(&mut night, AUTHORITY, Delay::None).unwrap_err(),
        case::Refusal::NotByDuty
    );
    assert!(take(&mut night, AUTHORITY, &member(Who::BorderPost), Delay::None).is_ok());
}

#[test]
fn whoever_may_do_nothing_leads_nothing() {
    assert!(!suspended(Who::BorderPost).is_manned());
    let gone = suspended(MANAGER.0);
    assert!(member(MANAGER.0).may_lead() && !gone.may_lead());
    let mut night = Night::begin(example::woman());
    let context = officer(&mut night);
    let (id, to) = (night.world.id, (MANAGER.0.id(), &gone));
    let refused = case::offer_lead(id, night.case(), to, &night.profile, &context).unwrap_err();
    assert_eq!(refused, case::Refusal::MayNotLead);
}

#[test]
fn whose_duty_a_child_is_the_profile_says() {
    let mut night = Night::begin(example::unsure_of_age());
    night.profile.lead.child.value = vec![tiltas_domain::organisation::OrganisationKind::TerritorialTeam];
    let (id, profile) = (night.world.id, night.profile.clone());
    let context = officer(&mut night);
    let offer =
        |night: &Night, who: Who| case::offer_lead(id, night.case(), (who.id(), &member(who)), &profile, &context);
    assert_eq!(offer(&night, AUTHORITY.0).unwrap_err(), case::Refusal::NoConsent);
    let offered = offer(&night, TEAM.0).unwrap();
    night.keep(&offered);
    let team = night.context(TEAM.0.actor(TEAM.1));
    let accepted = case::answer_lead(id, night.case(), &member(TEAM.0), true, &profile, &team).unwrap();
    night.keep(&accepted);
    let went = night.case().disclosures.last().unwrap();
    assert_eq!((went.ground, went.to), (Ground::ChildProtection, TEAM.0.id()));
}

#[test]
fn an_offer_that_waits_falls_with_its_time_or_with_the_lead() {
    let mut night = Night::begin(example::unsure_of_age());
    let (id, profile) = (night.world.id, night.profile.clone());
    let context = officer(&mut night);
    let to = (AUTHORITY.0.id(), &member(AUTHORITY.0));
    let offered = case::offer_lead(id, night.case(), to, &profile, &context).unwrap();
    night.keep(&offered);
    let due = night.case().lead_offer.as_ref().unwrap().1.due.unwrap();
    night.world.now = due;
    let early = officer(&mut night);
    assert!(
        case::lapse_lead_offer(id, night.case(), to.1, &profile, &early).is_err(),
        "it can be answered to the last moment"
    );
    night.world.now = due.plus_minutes(1);
    let late = officer(&mut night);
    let lapsed = case::lapse_lead_offer(id, night.case(), to.1, &profile, &late).unwrap();
    assert!(matches!(
        lapsed.list()[0].event,
        tiltas_domain::Event::Case(case::Event::LeadOfferEnded {
            because: OfferEnded::Lapsed,
            ..
        })
    ));
    let taken = take(&mut night, TEAM, &member(Who::BorderPost), Delay::Escalated).unwrap();
    let ended = taken.list().iter().any(|change| {
        matches!(
            &change.event,
            tiltas_domain::Event::Case(case::Event::LeadOfferEnded {
                because: OfferEnded::LeadPassed,
                ..
            })
        )
    });
    assert!(ended, "who leads no more offers nothing");
    night.keep(&taken);
    assert!(night.case().lead_offer.is_none());
}

#[test]
fn an_offer_of_the_lead_ends_with_the_yes_that_it_rests_on_and_with_no_other() {
    let yes = |answer| Act::Consent {
        house: crate::act::ALB,
        service: false,
        answer,
        fields: crate::act::needed(),
        days: None,
    };
    let offered = |person| {
        let mut night = Night::begin(person);
        night.act(&yes(Answer::Yes)).unwrap();
        night.act(&Act::OfferLead(1)).unwrap();
        night
    };
    for word in [Act::TakeBack(0, true, false), yes(Answer::No)] {
        let mut night = offered(example::woman());
        let said = night.journal.len();
        night.act(&word).unwrap();
        assert!(night.case().lead_offer.is_none(), "{word:?}");
        let ended = night.journal[said..].iter().any(|(_, event)| {
            matches!(
                event,
                tiltas_domain::Event::Case(case::Event::LeadOfferEnded {
                    because: OfferEnded::TakenBack,
                    ..
                })
            )
        });
        assert!(ended, "with its reason");
        night.act(&yes(Answer::Yes)).unwrap();
        night.act(&Act::OfferLead(1)).unwrap();
    }
    let mut night = offered(example::woman());
    night.act(&crate::act::say(Answer::No, crate::act::needed())).unwrap();
    assert!(night.case().lead_offer.is_some(), "the word was about another");
    let mut night = offered(example::unsure_of_age());
    night.profile.lead.child.value = vec![member(MANAGER.0).kind];
    night.act(&Act::TakeBack(0, true, false)).unwrap();
    assert!(night.case().lead_offer.is_some(), "a duty to a child asks for no yes");
}

#[test]
fn an_offer_of_the_lead_stands_no_longer_than_the_yes_that_it_rests_on() {
    let yes = |days| Act::Consent {
        house: crate::act::ALB,
        service: false,
        answer: Answer::Yes,
        fields: crate::act::needed(),
        days,
    };
    let due = |night: &Night| night.case().lead_offer.as_ref().and_then(|(_, clock)| clock.due);
    let day = |days: i64| example::NIGHT.plus_hours(days * 24);
    // Said before the offer, and said while it waits.
    for (before, after) in [(Some(1), None), (None, Some(1))] {
        let mut night = Night::begin(example::woman());
        night.act(&yes(before)).unwrap();
        night.act(&Act::OfferLead(1)).unwrap();
        if after.is_some() {
            assert!(due(&night).unwrap() > day(1));
            night.act(&yes(after)).unwrap();
        }
        assert_eq!(due(&night), Some(day(1)));
        let (id, profile) = (night.world.id, night.profile.clone());
        night.world.now = day(1);
        let context = officer(&mut night);
        let podul = member(MANAGER.0);
        assert!(case::lapse_lead_offer(id, night.case(), &podul, &profile, &context).is_err());
        night.world.now = day(1).plus_minutes(1);
        let context = officer(&mut night);
        let ended = case::lapse_lead_offer(id, night.case(), &podul, &profile, &context).unwrap();
        let because = ended.list().iter().find_map(|change| match &change.event {
            tiltas_domain::Event::Case(case::Event::LeadOfferEnded { because, .. }) => Some(*because),
            _ => None,
        });
        assert_eq!(because, Some(OfferEnded::ConsentEnded), "and says why");
        night.keep(&ended);
        assert!(night.case().lead_offer.is_none() && night.replayed() == night.world);
    }
    let mut night = Night::begin(example::unsure_of_age());
    night.profile.lead.child.value = vec![member(MANAGER.0).kind];
    night.act(&yes(Some(1))).unwrap();
    night.act(&Act::OfferLead(1)).unwrap();
    assert!(due(&night).unwrap() > day(1), "a duty to a child asks for no yes");
}

#[test]
fn a_receivers_own_record_ends_with_its_time_and_its_part_with_it() {
    let mut night = Night::begin(example::woman());
    for act in [
        crate::act::sending(Ground::VitalInterest),
        Act::Accept(0, None),
        Act::Start(0),
        Act::Complete(0, Outcome::ServiceGiven),
    ] {
        night.act(&act).unwrap();
    }
    let (house, went) = (Who::CasaLiman.id(), night.case().disclosures.last().unwrap().clone());
    let until = went.record_until.unwrap();
    night.world.now = until.plus_minutes(-1);
    let early = officer(&mut night);
    assert!(disclosure::end_record(night.world.id, night.case(), went.id, &early).is_none());
    assert!(night.case().takes_part(house));
    night.world.now = until;
    let late = officer(&mut night);
    let ended = disclosure::end_record(night.world.id, night.case(), went.id, &late).unwrap();
    night.keep(&ended);
    let case = night.case();
    assert!(!case.takes_part(house) && !case.parts.iter().any(|(_, why)| matches!(why, Because::Referral(_))));
    assert!(case.kept_by(house, until).is_none());
    assert!(
        disclosure::end_record(night.world.id, case, went.id, &late).is_none(),
        "it ends once"
    );
}
