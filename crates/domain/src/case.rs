//! One person's file: what every permit rests on. Who the person is as far as rules need it, who takes part, who leads, what the
//! person said, what went to whom. What else a slice keeps of a case is a stream of its own ([`crate::OfCase`]).
mod birth;
mod child;
mod lead;
mod person;
pub mod spoken_name;
mod summary;
mod urgency;

pub use birth::age_of_birth;
pub(crate) use child::notice as child_notice;
pub use child::tell_child_protection;
pub use lead::{
    Delay, Refusal, answer_lead, describe, lapse_lead_offer, lead_offer_falls, may_answer_lead, may_offer_lead,
    may_take_lead, may_withdraw_lead_offer, offer_lead, take_lead, withdraw_lead_offer,
};
pub use person::{Age, AgeBasis, AgeClass, Interpreter, Person, Sex};
pub(crate) use urgency::help_needed;
pub use urgency::{change_urgency, help_needed_again};

use crate::{
    Id, Moment, Summary,
    changes::{Kind, Stream},
    clock::Clock,
    consent::{self, Ground},
    content::{Field, Fields, Parts},
    context::Purpose,
    disclosure,
    known::{Answer, codes},
    organisation::Organisation,
    provider::Service,
    referral::Referral,
    signal,
};
use minicbor::{Decode, Encode};

codes! {
    /// How soon something is needed: a property of the request, never of the person.
    Urgency {
        /// Someone could be hurt before the next hour.
        0 DangerNow = "danger_now",
        /// No safe bed, medicine or company for this night.
        1 Tonight = "tonight",
        /// Safe where the person is; a service is needed.
        2 Ordinary = "ordinary",
    }
}

codes! {
    /// Why an offer of the lead ended without an answer.
    OfferEnded {
        /// Whoever made it took it back.
        0 Withdrawn = "withdrawn",
        /// Nobody answered in time.
        1 Lapsed = "lapsed",
        /// Another organisation leads the case now.
        2 LeadPassed = "lead_passed",
        /// The person took back their yes to it.
        3 TakenBack = "taken_back",
        /// The last day of the person's yes to it is past.
        4 ConsentEnded = "consent_ended",
    }
}

/// Why an organisation takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Because {
    /// It recorded the signal.
    #[n(0)]
    Recorded,
    /// A referral was sent to it.
    #[n(1)]
    Referral(#[n(0)] Id<Referral>),
    /// It took the lead.
    #[n(2)]
    Lead,
    /// It was told of a child.
    #[n(3)]
    ChildNotice,
    /// It leads a criminal proceeding, and may know that the case exists.
    #[n(4)]
    Proceeding,
}

/// All that can happen in one person's file.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// The file begins.
    #[n(0)]
    Signal(#[n(0)] signal::Event),
    /// What rules need to know of the person was told anew.
    #[n(2)]
    Described(#[n(0)] Person),
    /// Consent.
    #[n(6)]
    Consent(#[n(0)] consent::Event),
    /// Disclosure.
    #[n(7)]
    Disclosure(#[n(0)] disclosure::Event),
    /// An organisation takes part.
    #[n(8)]
    Joined {
        /// Which organisation.
        #[n(0)]
        organisation: Id<Organisation>,
        /// Why.
        #[n(1)]
        because: Because,
    },
    /// An organisation takes part no more.
    #[n(9)]
    Left {
        /// Which organisation.
        #[n(0)]
        organisation: Id<Organisation>,
        /// Why.
        #[n(1)]
        because: Because,
    },
    /// The lead is offered.
    #[n(10)]
    LeadOffered {
        /// To whom.
        #[n(0)]
        to: Id<Organisation>,
        /// Until when.
        #[n(1)]
        clock: Clock,
    },
    /// The offer is accepted: the lead passes.
    #[n(11)]
    LeadAccepted {
        /// Who.
        #[n(0)]
        by: Id<Organisation>,
    },
    /// The offer is declined.
    #[n(12)]
    LeadDeclined {
        /// Who.
        #[n(0)]
        by: Id<Organisation>,
    },
    /// How soon, told anew.
    #[n(13)]
    UrgencyChanged(#[n(0)] Urgency),
    /// The lead is taken without an offer.
    #[n(31)]
    LeadTaken {
        /// Who.
        #[n(0)]
        by: Id<Organisation>,
        /// By which duty.
        #[n(1)]
        ground: Ground,
    },
    /// The offer of the lead ends without an answer.
    #[n(30)]
    LeadOfferEnded {
        /// To whom it was made.
        #[n(0)]
        to: Id<Organisation>,
        /// Why.
        #[n(1)]
        because: OfferEnded,
    },
    /// The offer of the lead ends sooner: the person's yes that it rests on does.
    #[n(32)]
    LeadOfferShortened {
        /// To whom it was made.
        #[n(0)]
        to: Id<Organisation>,
        /// Until when it stands now.
        #[n(1)]
        clock: Clock,
    },
    /// The file is forgotten. Sealed under the node's key, with the name that is retired.
    #[n(14)]
    Forgotten {
        /// The name that is retired.
        #[n(0)]
        spoken_name: String,
    },
}

/// The file, folded: process state; content stays sealed handles.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// How staff speak of the person.
    pub spoken_name: String,
    /// For letters.
    pub number: String,
    /// How soon.
    pub urgency: Urgency,
    /// As far as rules need it.
    pub person: Person,
    /// How it began.
    pub signal: signal::Signal,
    /// Who leads.
    pub lead: Id<Organisation>,
    /// Whether whoever leads took the lead by a duty of coordination, and not on a yes of the person.
    pub led_by_duty: bool,
    /// To whom the lead is offered, and until when.
    pub lead_offer: Option<(Id<Organisation>, Clock)>,
    /// Who takes part, and why; an organisation may stand here more than once.
    pub parts: Vec<(Id<Organisation>, Because)>,
    /// What the person said, oldest first.
    pub consents: Vec<consent::Consent>,
    /// What went to whom.
    pub disclosures: Vec<disclosure::Disclosure>,
}

impl Stream for Case {
    const KIND: Kind = Kind::Case;
    type Event = Event;

    fn evolve(state: Option<Case>, event: &Event) -> Option<Case> {
        let Some(mut case) = state else {
            return match event {
                Event::Signal(signal) => Some(begin(signal)),
                _ => None,
            };
        };
        match event {
            Event::Signal(_) | Event::Forgotten { .. } => return None,
            Event::Described(person) => case.person = person.clone(),
            Event::Consent(event) => case.consents = consent::evolve(case.consents, event)?,
            Event::Disclosure(event) => case.disclosures = disclosure::evolve(case.disclosures, event)?,
            Event::Joined { organisation, because } => case.parts.push((*organisation, *because)),
            Event::Left { organisation, because } => {
                let at = case.parts.iter().position(|part| part == &(*organisation, *because))?;
                case.parts.remove(at);
            }
            Event::LeadOffered { to, clock } => case.lead_offer = Some((*to, clock.clone())),
            Event::LeadAccepted { by } => {
                case.lead_offer.take().filter(|(to, _)| to == by)?;
                (case.lead, case.led_by_duty) = (*by, false);
                case.parts.push((*by, Because::Lead));
            }
            // An offer that waits ends in an event of its own before it.
            Event::LeadTaken { by, ground } if case.lead_offer.is_none() && case.lead != *by => {
                (case.lead, case.led_by_duty) = (*by, *ground == Ground::PublicTask);
                case.parts.push((*by, Because::Lead));
            }
            Event::LeadTaken { .. } => return None,
            Event::LeadDeclined { by } => {
                case.lead_offer.take().filter(|(to, _)| to == by)?;
            }
            Event::LeadOfferShortened { to, clock } => {
                let offer = case.lead_offer.as_mut().filter(|(offered, _)| offered == to)?;
                offer.1 = clock.clone();
            }
            Event::LeadOfferEnded { to, .. } => {
                case.lead_offer.take().filter(|(offered, _)| offered == to)?;
            }
            Event::UrgencyChanged(urgency) => case.urgency = *urgency,
        }
        Some(case)
    }

    fn begins(event: &Event) -> Option<Id<()>> {
        match event {
            Event::Consent(crate::consent::Event::Said(said)) => Some(said.say.bare()),
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        summary::of(event)
    }
}

fn begin(event: &signal::Event) -> Case {
    Case {
        spoken_name: event.spoken_name.clone(),
        number: event.number.clone(),
        urgency: event.urgency,
        person: event.person.clone(),
        signal: signal::Signal {
            channel: event.channel,
            anonymous: event.anonymous,
            by: event.by.id,
            organisation: event.by.organisation,
            account: event.account.clone(),
        },
        lead: event.by.organisation,
        led_by_duty: false,
        lead_offer: None,
        parts: vec![(event.by.organisation, Because::Recorded)],
        consents: Vec::new(),
        disclosures: Vec::new(),
    }
}

impl Case {
    /// Whether the organisation takes part in any way.
    pub fn takes_part(&self, organisation: Id<Organisation>) -> bool {
        self.parts.iter().any(|(part, _)| *part == organisation)
    }

    /// Whether the organisation only knows that the case exists.
    pub fn only_exists_for(&self, organisation: Id<Organisation>) -> bool {
        let mut parts = self.parts.iter().filter(|(part, _)| *part == organisation).peekable();
        parts.peek().is_some() && parts.all(|(_, because)| *because == Because::Proceeding)
    }

    /// The fields that running disclosures give to the organisation.
    pub fn disclosed_to(&self, organisation: Id<Organisation>, now: Moment) -> Fields {
        self.disclosures
            .iter()
            .filter(|disclosure| disclosure.to == organisation && disclosure.runs(now))
            .fold(Fields::NONE, |fields, disclosure| fields.and(disclosure.fields))
    }

    /// The fields that the organisation opens from its own record only, and as of when: the latest end of a sharing with it.
    pub fn kept_by(&self, organisation: Id<Organisation>, now: Moment) -> Option<(Fields, Moment)> {
        let live = self.disclosed_to(organisation, now);
        let kept = self.disclosures.iter().filter(|d| d.to == organisation);
        let fields = kept.fold(Fields::NONE, |fields, d| fields.and(d.kept(now)));
        let fields = fields.without(live);
        let ended = fields
            .iter()
            .filter_map(|field| self.kept_until(organisation, field, now));
        ended.max().map(|at| (fields, at))
    }

    /// When the sharing of a field ended that the organisation opens from its own record only: the latest end of a sharing of
    /// this field with it. `None` where it is shared, or not kept.
    pub fn kept_until(&self, organisation: Id<Organisation>, field: Field, now: Moment) -> Option<Moment> {
        if self.disclosed_to(organisation, now).contains(field) {
            return None;
        }
        let kept = self.disclosures.iter().filter(|d| d.to == organisation);
        kept.filter(|d| d.kept(now).contains(field))
            .map(|d| d.shared_until(field))
            .max()
    }

    /// The referrals by which an organisation takes part: those that wait, run, or left a record.
    pub fn referrals(&self) -> impl Iterator<Item = Id<Referral>> {
        self.parts.iter().filter_map(|(_, because)| match because {
            Because::Referral(referral) => Some(*referral),
            _ => None,
        })
    }

    /// The organisations that hold `field` by a running disclosure, each once.
    pub fn holders_of(&self, field: Field, now: Moment) -> Vec<Id<Organisation>> {
        let mut holders: Vec<_> = self
            .disclosures
            .iter()
            .filter(|disclosure| disclosure.runs(now) && disclosure.fields.contains(field))
            .map(|disclosure| disclosure.to)
            .collect();
        holders.sort_unstable();
        holders.dedup();
        holders
    }

    /// The person's yes to this organisation leading the case, the last one first said, if it runs.
    pub fn lead_consent(&self, organisation: Id<Organisation>, now: Moment) -> Option<&consent::Consent> {
        self.yes_to(organisation, &[Service::CaseManagement], now).last()
    }

    /// What the person said yes to, and stands: for help by this organisation giving one of these services, oldest first.
    ///
    /// A word about this organisation by name is narrower than a word about whoever gives a service. The narrower word stands
    /// until the organisation is named again: a later general yes does not cover a house that was refused by name, and a later
    /// general no does not reach a house that was chosen by name.
    pub fn yes_to<'c>(
        &'c self,
        organisation: Id<Organisation>,
        services: &'c [Service],
        now: Moment,
    ) -> impl Iterator<Item = &'c consent::Consent> {
        let by_name = move |say: &consent::Consent| say.said.to == consent::Recipient::Organisation(organisation);
        let word = move |say: &consent::Consent| {
            say.said.purpose == Purpose::Assistance && matches!(say.said.answer, Answer::Yes | Answer::No)
        };
        let named = self.consents.iter().any(move |say| by_name(say) && word(say));
        let about = move |say: &consent::Consent| {
            word(say)
                && if named {
                    by_name(say)
                } else {
                    say.speaks_of(organisation, services)
                }
        };
        self.consents.iter().enumerate().filter_map(move |(nth, say)| {
            let mut later = self.consents.iter().skip(nth + 1);
            let ended_by_no = later.any(|no| about(no) && no.said.answer == Answer::No);
            (about(say) && say.is_yes(now) && !ended_by_no).then_some(say)
        })
    }
}
