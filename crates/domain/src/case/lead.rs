//! Who leads a case: offered, taken, declined; and telling anew who the person is.
use super::{Case, Event, OfferEnded, Person};
use crate::{
    Changes, Context, Id, Moment, Stream,
    clock::{Clock, Confidence},
    consent::Ground,
    context::{Draw, Purpose},
    disclosure,
    known::Known,
    organisation::Organisation,
    profile::Profile,
    provider::{Service, needed},
};

crate::slice::refusal! {
    /// Why the lead does not pass.
    Refusal {
        /// Only the lead offers.
        NotLead = "CAS-01", "only the organisation that leads the case offers the lead";
        /// Another offer waits.
        OfferWaits = "CAS-02", "an offer of the lead already waits for an answer";
        /// No offer to this organisation.
        NotOffered = "CAS-03", "the lead is not offered to your organisation";
        /// The lead can't be offered to oneself.
        OwnLead = "CAS-04", "your organisation leads this case already";
        /// The person has not said yes to that organisation.
        NoConsent = "CAS-06",
            "the person has not said yes to that organisation leading the case; ask them, and record what they say";
        /// The age would be upgraded without a paper or an assessment.
        AgeNeedsBasis = "CAS-05", "an age in doubt becomes adult by a checked document or an assessment, not by a word";
        /// An age that no person has.
        Years(u8) = "CAS-07", "an age of {0} years is not accepted: give 0 to 120, or leave it not asked";
        /// Two answers about one age.
        AgeContradicts = "CAS-08",
            "an adult is 18 or older and a child is younger: class, years and birth date say the same";
        /// Nobody there may lead.
        MayNotLead = "CAS-09", "nobody in that organisation may lead a case; choose one whose people lead cases";
        /// No offer waits.
        NoOffer = "CAS-10", "no offer of the lead waits for an answer";
        /// No duty lets it take the lead.
        NotByDuty = "CAS-11",
            "the profile lets your organisation take this lead only when it is offered; ask the lead for an offer";
    }
}

/// Offers the lead to another organisation, which has until the profile's term to answer.
///
/// # Errors
/// When another leads, an offer waits, it is offered to oneself or to who may not lead, or the person has not said yes to it.
/// Whose duty by the profile a child is may lead the case of a child without that.
pub fn offer_lead(
    id: Id<Case>,
    case: &Case,
    (to, organisation): (Id<Organisation>, &Organisation),
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    if case.lead != context.actor.organisation {
        return Err(Refusal::NotLead);
    }
    let fallen = may_offer_lead(case, context.now)?;
    if to == case.lead {
        return Err(Refusal::OwnLead);
    }
    if !organisation.may_lead() {
        return Err(Refusal::MayNotLead);
    }
    ground_to_lead(case, (to, organisation), profile, context.now).ok_or(Refusal::NoConsent)?;
    let ended = match fallen {
        Some(to) => Changes::new(
            id,
            Event::LeadOfferEnded {
                to,
                because: OfferEnded::Lapsed,
            },
        ),
        None => Changes::default(),
    };
    let term = profile.start(&profile.lead_offer, context.now);
    let clock = until_the_last_day(&term, case, (to, organisation), profile, context.now).unwrap_or(term);
    Ok(ended.and(id, Event::LeadOffered { to, clock }))
}

/// The clock of an offer where the person's yes that it rests on ends first: nobody may take the lead after it. `None` where the
/// offer may stand as long as its clock says.
fn until_the_last_day(
    clock: &Clock,
    case: &Case,
    to: (Id<Organisation>, &Organisation),
    profile: &Profile,
    now: Moment,
) -> Option<Clock> {
    let rests_on_duty = for_child(case, to.1, profile) || by_duty(case, to.1, profile);
    let last = case.lead_consent(to.0, now).filter(|_| !rests_on_duty)?.until?;
    clock.due.is_none_or(|due| last < due).then(|| Clock {
        due: Some(last),
        length: None,
        source: "the last day of the person's consent".to_owned(),
        confidence: Confidence::Verified,
        ..clock.clone()
    })
}

/// Whether the lead can be offered now; to whom an offer was made that has fallen, since nobody answered it in time.
///
/// # Errors
/// When an offer waits.
pub fn may_offer_lead(case: &Case, now: Moment) -> Result<Option<Id<Organisation>>, Refusal> {
    match &case.lead_offer {
        Some((_, clock)) if !clock.is_late(now) => Err(Refusal::OfferWaits),
        offer => Ok(offer.as_ref().map(|(to, _)| *to)),
    }
}

/// Whether there is an offer of the lead to take back: to whom it was made.
///
/// # Errors
/// When no offer waits.
pub fn may_withdraw_lead_offer(case: &Case, now: Moment) -> Result<Id<Organisation>, Refusal> {
    match &case.lead_offer {
        Some((to, clock)) if !clock.is_late(now) => Ok(*to),
        _ => Err(Refusal::NoOffer),
    }
}

/// Whether the lead is offered to this organisation now.
///
/// # Errors
/// When it is not, or the offer has fallen.
pub fn may_answer_lead(case: &Case, by: Id<Organisation>, now: Moment) -> Result<(), Refusal> {
    match may_withdraw_lead_offer(case, now) {
        Ok(to) if to == by => Ok(()),
        _ => Err(Refusal::NotOffered),
    }
}

/// Whether the organisation may lead this case by its duty to protect a child.
fn for_child(case: &Case, organisation: &Organisation, profile: &Profile) -> bool {
    profile.lead.child.value.contains(&organisation.kind) && case.person.age.takes_child_route()
}

/// Whether the lead may pass to it without a word of the person: whoever leads took it by a duty of coordination, to pass it on
/// to those whose duty that is too.
fn by_duty(case: &Case, organisation: &Organisation, profile: &Profile) -> bool {
    case.led_by_duty && profile.lead.vacant.value.contains(&organisation.kind)
}

/// On which ground the lead may pass to it by an offer: the person's yes before a duty.
fn ground_to_lead(
    case: &Case,
    (to, organisation): (Id<Organisation>, &Organisation),
    profile: &Profile,
    now: Moment,
) -> Option<Ground> {
    match case.lead_consent(to, now) {
        Some(_) => Some(Ground::Consent),
        None if for_child(case, organisation, profile) => Some(Ground::ChildProtection),
        None if by_duty(case, organisation, profile) => Some(Ground::PublicTask),
        None => None,
    }
}

/// What the person has just said takes the ground from the offer of the lead that waits, and the offer ends with it; or it lets
/// the ground end sooner, and the offer with it. `offered` is the organisation to which it was made, `said` what is to be written
/// of the person's word.
pub fn lead_offer_falls(
    id: Id<Case>,
    case: &Case,
    offered: &Organisation,
    said: &Changes,
    profile: &Profile,
    context: &Context,
) -> Changes {
    let Some((to, clock)) = case
        .lead_offer
        .as_ref()
        .filter(|(_, clock)| !clock.is_late(context.now))
    else {
        return Changes::default();
    };
    let (to, now) = (*to, context.now);
    let mut events = said.list().iter().filter_map(|change| match &change.event {
        crate::Event::Case(event @ Event::Consent(_)) => Some(event),
        _ => None,
    });
    let after = events.try_fold(case.clone(), |case, event| Case::evolve(Some(case), event));
    let Some(after) = after else { return Changes::default() };
    let stands = |case: &Case| ground_to_lead(case, (to, offered), profile, now).is_some();
    // An offer that rested on nothing before is not ended by this word: it is refused when it is answered, or falls in its time.
    if stands(case) && !stands(&after) {
        let because = OfferEnded::TakenBack;
        return Changes::new(id, Event::LeadOfferEnded { to, because });
    }
    match until_the_last_day(clock, &after, (to, offered), profile, now) {
        Some(clock) => Changes::new(id, Event::LeadOfferShortened { to, clock }),
        None => Changes::default(),
    }
}

/// Whether a delay in the case was escalated to whoever acts, and still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    /// None that concerns it.
    None,
    /// It was told of one.
    Escalated,
}

/// On which ground `ours` may take the lead that nobody offered, now held by `leads`: of a child in whose case it takes part; or
/// of a case of which a delay was escalated to it, by a duty of coordination or where nobody is left who could lead. Who may is
/// the profile's to say. A page that offers it asks this too. Whoever may not know who the person is (`knows_person`) learns
/// from no offer and no refusal that it is a child.
///
/// # Errors
/// When it leads already, or no duty of the profile lets it take the lead.
pub fn may_take_lead(
    case: &Case,
    (leads, ours): (&Organisation, &Organisation),
    by: Id<Organisation>,
    (delay, knows_person): (Delay, bool),
    profile: &Profile,
) -> Result<Ground, Refusal> {
    if case.lead == by {
        return Err(Refusal::OwnLead);
    }
    let rule = &profile.lead;
    let coordinates = rule.delay.value.contains(&ours.kind);
    let vacant = rule.vacant.value.contains(&ours.kind) && !leads.is_manned();
    match knows_person && for_child(case, ours, profile) && case.takes_part(by) {
        true => Ok(Ground::ChildProtection),
        false if delay == Delay::Escalated && (coordinates || vacant) => Ok(Ground::PublicTask),
        false => Err(Refusal::NotByDuty),
    }
}

/// Takes the lead that nobody offered. An offer that waits ends.
///
/// # Errors
/// As [`may_take_lead`].
pub fn take_lead(
    id: Id<Case>,
    case: &Case,
    (leads, ours): (&Organisation, &Organisation),
    known: (Delay, bool),
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let by = context.actor.organisation;
    let ground = may_take_lead(case, (leads, ours), by, known, profile)?;
    let offer = case.lead_offer.as_ref();
    let ended = offer.map_or_else(Changes::default, |(to, _)| {
        let because = OfferEnded::LeadPassed;
        Changes::new(id, Event::LeadOfferEnded { to: *to, because })
    });
    let taken = ended.and(id, Event::LeadTaken { by, ground });
    Ok(passed(id, case, taken, ground, profile, context))
}

/// Nobody answered an offer of the lead in its time, or the person's yes ended that it rested on: it falls, and another can be
/// made. `offered` is the organisation to which it was made.
///
/// # Errors
/// When no offer waits, or its time is not over.
pub fn lapse_lead_offer(
    id: Id<Case>,
    case: &Case,
    offered: &Organisation,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let late = case.lead_offer.as_ref().filter(|(_, clock)| clock.is_late(context.now));
    let (to, clock) = late.ok_or(Refusal::NoOffer)?;
    let over = Moment(clock.due.map_or(context.now.0, |due| due.0 + 1));
    let because = match ground_to_lead(case, (*to, offered), profile, over) {
        Some(_) => OfferEnded::Lapsed,
        None => OfferEnded::ConsentEnded,
    };
    Ok(Changes::new(id, Event::LeadOfferEnded { to: *to, because }))
}

/// Takes the offer of the lead back.
///
/// # Errors
/// When another leads, or no offer waits.
pub fn withdraw_lead_offer(id: Id<Case>, case: &Case, context: &Context) -> Result<Changes, Refusal> {
    if case.lead != context.actor.organisation {
        return Err(Refusal::NotLead);
    }
    let to = may_withdraw_lead_offer(case, context.now)?;
    Ok(Changes::new(
        id,
        Event::LeadOfferEnded {
            to,
            because: OfferEnded::Withdrawn,
        },
    ))
}

/// Takes the lead, or declines it. With the lead goes what the person's yes names, or what the profile lets a child-protection
/// authority know, and a disclosure says so; what had gone to the former lead for leading ends.
///
/// # Errors
/// When it is not offered to the actor's organisation, the offer has fallen, or the yes was withdrawn meanwhile.
pub fn answer_lead(
    id: Id<Case>,
    case: &Case,
    organisation: &Organisation,
    accept: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let by = context.actor.organisation;
    may_answer_lead(case, by, context.now)?;
    if !accept {
        return Ok(Changes::new(id, Event::LeadDeclined { by }));
    }
    let ground = ground_to_lead(case, (by, organisation), profile, context.now).ok_or(Refusal::NoConsent)?;
    let accepted = Changes::new(id, Event::LeadAccepted { by });
    Ok(passed(id, case, accepted, ground, profile, context))
}

/// With the lead goes what its ground lets go: what had gone to the former lead for leading ends.
fn passed(id: Id<Case>, case: &Case, passed: Changes, ground: Ground, profile: &Profile, context: &Context) -> Changes {
    let by = context.actor.organisation;
    let say = case.lead_consent(by, context.now).filter(|_| ground == Ground::Consent);
    let longest = profile.start(&profile.ground(ground).until, context.now).due;
    let said = say.and_then(|say| say.until);
    let until = [said, longest].into_iter().flatten().min().unwrap_or(context.now);
    let led = case
        .disclosures
        .iter()
        .filter(|d| d.to == case.lead && d.referral.is_none());
    let ended = led.fold(passed, |changes, held| {
        let because = disclosure::Ended::LeadPassed;
        changes.and_all(disclosure::end(id, case, held.id, because, context))
    });
    let fields = match (ground, say) {
        (Ground::Consent, Some(say)) => say.fields,
        (Ground::PublicTask, _) => needed(&[Service::CaseManagement]),
        _ => profile.child_notice_fields.value,
    };
    ended.and(
        id,
        Event::Disclosure(disclosure::Event::Disclosed(disclosure::Disclosed {
            disclosure: context.part(Draw::Disclosure, 0),
            referral: None,
            to: by,
            fields,
            ground,
            say: say.map(|say| say.said.say),
            purpose: match ground {
                Ground::ChildProtection => Purpose::ChildProtection,
                Ground::Consent | Ground::VitalInterest | Ground::PublicTask => Purpose::Assistance,
            },
            until,
            person_told: say.is_some(),
        })),
    )
}

/// Tells anew who the person is, as far as rules need it; nothing that was known is emptied by a blank. `noticed` tells
/// whether the notice of a child was opened before.
///
/// # Errors
/// When an age in doubt would become adult without a document or an assessment, or no person has that age.
pub fn describe(
    id: Id<Case>,
    case: &Case,
    person: &Person,
    noticed: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    if let Known::Is(years) = person.age.years
        && years > 120
    {
        return Err(Refusal::Years(years));
    }
    let person = case.person.told(person);
    // WHY as it would stand: years that are told alone meet the class that was told before.
    if person.age.contradicts() {
        return Err(Refusal::AgeContradicts);
    }
    let doubt = case.person.age.takes_child_route();
    // WHY: neither a word nor "not known" ends a doubt about age; else two steps would do what one may not.
    if doubt && !person.age.takes_child_route() && !person.age.is_checked() {
        return Err(Refusal::AgeNeedsBasis);
    }
    let told = super::child_notice(id, noticed, &person.age, context.actor.organisation, profile, context);
    Ok(Changes::new(id, Event::Described(person)).and_all(told))
}
