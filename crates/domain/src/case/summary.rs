//! How the events of a case stand among its steps.
use super::{Because, Event};
use crate::{
    Summary,
    consent::{self, Recipient},
    disclosure,
};

/// A new event of a case is told here, folded in [`super`], and thought of by the view of cases: nowhere else.
pub(super) fn of(event: &Event) -> Option<Summary<'_>> {
    Some(match event {
        Event::Signal(signal) => Summary::new("signal").how("case-signal", signal.channel.code()),
        Event::Described(_) => Summary::new("described"),
        Event::Consent(event) => return of_consent(event),
        Event::Disclosure(event) => return of_disclosure(event),
        Event::Joined { organisation, because } => Summary::new(match because {
            Because::Proceeding => "joined_proceeding",
            Because::Recorded | Because::Referral(_) | Because::Lead | Because::ChildNotice => "joined",
        })
        .with(*organisation),
        Event::Left { organisation, .. } => Summary::new("left").with(*organisation),
        Event::LeadOffered { to, .. } => Summary::new("lead_offered").with(*to),
        Event::LeadAccepted { by } => Summary::new("lead_accepted").with(*by),
        Event::LeadTaken { by, ground } => Summary::new("lead_taken").with(*by).how("case-ground", ground.code()),
        Event::LeadDeclined { by } => Summary::new("lead_declined").with(*by),
        Event::LeadOfferEnded { to, because } => Summary::new("lead_offer_ended")
            .with(*to)
            .how("lead-offer-ended", because.code()),
        Event::LeadOfferShortened { to, .. } => Summary::new("lead_offer_shortened").with(*to),
        Event::UrgencyChanged(urgency) => Summary::new("urgency").how("urgency", urgency.code()),
        Event::Forgotten { .. } => return None,
    })
}

fn of_consent(event: &consent::Event) -> Option<Summary<'_>> {
    Some(match event {
        consent::Event::Said(said) => {
            let summary = Summary::new("said");
            let to = match said.to {
                Recipient::Service(service) => summary.how("case-service", service.code()),
                Recipient::Police => summary.how("case", "police"),
                // Which one is not told: what the person said about an organisation is no step of that organisation.
                Recipient::Organisation(_) => summary.how("case", "organisation"),
            };
            to.how("answer", said.answer.code())
        }
        consent::Event::TakenBack { say } => Summary::new("taken_back").about(*say),
    })
}

fn of_disclosure(event: &disclosure::Event) -> Option<Summary<'_>> {
    Some(match event {
        disclosure::Event::Disclosed(went) => Summary::new("disclosed").with(went.to).fields(went.fields),
        disclosure::Event::Ended { to, because, .. } => Summary::new("disclosure_ended")
            .with(*to)
            .how("case-ended", because.code()),
        disclosure::Event::Shortened { to, .. } => Summary::new("disclosure_shortened").with(*to),
        disclosure::Event::Narrowed { to, gone, .. } => Summary::new("disclosure_narrowed").with(*to).fields(*gone),
        disclosure::Event::RecordOpened(_) => Summary::new("record_opened").quiet(),
        disclosure::Event::RecordUntil { .. } => Summary::new("record_until").quiet(),
        disclosure::Event::RecordEnded { .. } => Summary::new("record_ended").quiet(),
    })
}
