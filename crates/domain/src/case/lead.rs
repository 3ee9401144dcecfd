//! Who leads a case: offered, taken, declined; and telling anew who she is.
use super::{Case, Event, Person};
use crate::{
    Changes, Context, Id, consent,
    context::{Draw, Purpose},
    disclosure,
    known::Known,
    organisation::Organisation,
    profile::Profile,
};

/// Why the lead does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the lead offers.
    #[error("CAS-01: only the organisation that leads the case offers the lead")]
    NotLead,
    /// Another offer waits.
    #[error("CAS-02: an offer of the lead already waits for an answer")]
    OfferWaits,
    /// No offer to this organisation.
    #[error("CAS-03: the lead is not offered to your organisation")]
    NotOffered,
    /// The lead can't be offered to oneself.
    #[error("CAS-04: your organisation leads this case already")]
    OwnLead,
    /// She has not said yes to that organisation.
    #[error("CAS-06: she has not said yes to that organisation leading her case; ask her, and record what she says")]
    NoConsent,
    /// The age would be upgraded without a paper or an assessment.
    #[error("CAS-05: an age in doubt becomes adult by a checked document or an assessment, not by a word")]
    AgeNeedsBasis,
    /// An age that no person has.
    #[error("CAS-07: an age of {0} years is not accepted: give 0 to 120, or leave it not asked")]
    Years(u8),
}

/// Offers the lead to another organisation, which has until the profile's term to answer.
///
/// # Errors
/// When another leads, an offer waits, it is offered to oneself, or she has not said yes to it.
pub fn offer_lead(
    id: Id<Case>,
    case: &Case,
    to: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    if case.lead != context.actor.organisation {
        return Err(Refusal::NotLead);
    }
    if case.lead_offer.is_some() {
        return Err(Refusal::OfferWaits);
    }
    if to == case.lead {
        return Err(Refusal::OwnLead);
    }
    case.lead_say(to, context.now).ok_or(Refusal::NoConsent)?;
    Ok(Changes::new(
        id,
        Event::LeadOffered {
            to,
            clock: profile.start(&profile.lead_offer, context.now),
        },
    ))
}

/// Takes the lead, or declines it. With the lead goes what her yes names, and a disclosure says so.
///
/// # Errors
/// When it is not offered to the actor's organisation, or she took her yes back meanwhile.
pub fn answer_lead(
    id: Id<Case>,
    case: &Case,
    accept: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let by = context.actor.organisation;
    case.lead_offer
        .as_ref()
        .filter(|(to, _)| *to == by)
        .ok_or(Refusal::NotOffered)?;
    if !accept {
        return Ok(Changes::new(id, Event::LeadDeclined { by }));
    }
    let say = case.lead_say(by, context.now).ok_or(Refusal::NoConsent)?;
    let longest = profile.start(&profile.consent.until, context.now).due;
    let until = say.said.until.or(longest).unwrap_or(context.now);
    Ok(Changes::new(id, Event::LeadAccepted { by }).and(
        id,
        Event::Disclosure(disclosure::Event::Disclosed(disclosure::Disclosed {
            disclosure: context.part(Draw::Disclosure, 0),
            referral: None,
            to: by,
            fields: say.said.fields,
            ground: consent::Ground::Consent,
            say: Some(say.said.say),
            purpose: Purpose::Assistance,
            until,
            told_her: true,
        })),
    ))
}

/// Tells anew who she is, as far as rules need it; nothing that was known is emptied by a blank. `noticed` tells whether the
/// notice of a child was opened before.
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
    let doubt = case.person.age.takes_child_route();
    // WHY: neither a word nor "not known" ends a doubt about age; else two steps would do what one may not.
    if doubt && !person.age.takes_child_route() && !person.age.is_checked() {
        return Err(Refusal::AgeNeedsBasis);
    }
    let told = super::child_notice(id, noticed, &person.age, context.actor.organisation, profile, context);
    Ok(Changes::new(id, Event::Described(person)).and_all(told))
}
