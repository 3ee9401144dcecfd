//! A disclosure: exactly which fields went to whom, for what, on which ground, with which say of hers, and until when.
use crate::{
    Id, Moment,
    consent::{Ground, Say},
    content::Fields,
    context::Purpose,
    known::codes,
    organisation::Organisation,
    referral::Referral,
};
use minicbor::{Decode, Encode};

codes! {
    /// Why a disclosure ended before its last day.
    Ended {
        /// The referral was withdrawn.
        0 Withdrawn = "withdrawn",
        /// She took her yes back.
        1 TakenBack = "taken_back",
        /// The receiver refused, or had no place.
        2 Refused = "refused",
        /// Nobody answered in time.
        3 Expired = "expired",
    }
}

/// It went, or it ended.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It went.
    #[n(0)]
    Disclosed(#[n(0)] Disclosed),
    /// It ended before its last day.
    #[n(1)]
    Ended {
        /// Which disclosure.
        #[n(0)]
        disclosure: Id<Disclosure>,
        /// Why.
        #[n(1)]
        because: Ended,
    },
}

/// What went.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Disclosed {
    /// Which.
    #[n(0)]
    pub disclosure: Id<Disclosure>,
    /// With which referral.
    #[n(1)]
    pub referral: Option<Id<Referral>>,
    /// To whom.
    #[n(2)]
    pub to: Id<Organisation>,
    /// Exactly these.
    #[n(3)]
    pub fields: Fields,
    /// On which ground. Never empty.
    #[n(4)]
    pub ground: Ground,
    /// Her say, where the ground asks for it.
    #[n(5)]
    pub say: Option<Id<Say>>,
    /// For what.
    #[n(6)]
    pub purpose: Purpose,
    /// The last moment.
    #[n(7)]
    pub until: Moment,
    /// Whether she was told, with the same words, who gets what.
    #[n(8)]
    pub told_her: bool,
}

/// A disclosure as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Which.
    pub id: Id<Disclosure>,
    /// With which referral.
    pub referral: Option<Id<Referral>>,
    /// To whom.
    pub to: Id<Organisation>,
    /// Exactly these.
    pub fields: Fields,
    /// On which ground.
    pub ground: Ground,
    /// Her say.
    pub say: Option<Id<Say>>,
    /// For what.
    pub purpose: Purpose,
    /// The last moment.
    pub until: Moment,
    /// Why it ended before.
    pub ended: Option<Ended>,
}

impl Disclosure {
    /// Whether the receiver may still open it.
    pub fn runs(&self, now: Moment) -> bool {
        self.ended.is_none() && now <= self.until
    }
}

pub(crate) fn evolve(mut disclosures: Vec<Disclosure>, event: &Event) -> Option<Vec<Disclosure>> {
    match event {
        Event::Disclosed(d) => disclosures.push(Disclosure {
            id: d.disclosure,
            referral: d.referral,
            to: d.to,
            fields: d.fields,
            ground: d.ground,
            say: d.say,
            purpose: d.purpose,
            until: d.until,
            ended: None,
        }),
        Event::Ended { disclosure, because } => {
            disclosures
                .iter_mut()
                .find(|d| d.id == *disclosure && d.ended.is_none())?
                .ended = Some(*because);
        }
    }
    Some(disclosures)
}
