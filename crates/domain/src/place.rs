//! Places and the timed holds on them. A hold is a fact with an end: it falls free by itself, nothing has to happen.
use crate::{
    Changes, Context, Id, Moment,
    known::codes,
    organisation::Organisation,
    provider::Provider,
    referral::{self, Referral},
};
use minicbor::{Decode, Encode};

codes! {
    /// What a place is, apart from holds.
    PlaceState {
        /// Nobody has it.
        0 Free = "free",
        /// Somebody has it.
        1 Taken = "taken",
        /// Not in use.
        2 OutOfUse = "out_of_use",
    }
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// How the house calls it: "2 B".
    pub label: String,
    /// Free, taken, not in use.
    pub state: PlaceState,
    /// For which referral it is taken.
    pub referral: Option<Id<Referral>>,
}

/// A hold on a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Which place.
    pub place: String,
    /// For which referral.
    pub referral: Id<Referral>,
    /// Who asked for it.
    pub by: Id<Organisation>,
    /// When it falls free by itself.
    pub until: Moment,
}

impl Hold {
    /// Whether it still holds.
    pub fn runs(&self, now: Moment) -> bool {
        now <= self.until
    }
}

/// What happens to places.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// A place more.
    #[n(0)]
    Added {
        /// How the house calls it.
        #[n(0)]
        label: String,
    },
    /// Held until the answer is due.
    #[n(1)]
    Held {
        /// Which place.
        #[n(0)]
        place: String,
        /// For which referral.
        #[n(1)]
        referral: Id<Referral>,
        /// Who.
        #[n(2)]
        by: Id<Organisation>,
        /// When it ends by itself.
        #[n(3)]
        until: Moment,
    },
    /// Released before its end.
    #[n(2)]
    Released {
        /// For which referral.
        #[n(0)]
        referral: Id<Referral>,
    },
    /// Somebody has it.
    #[n(3)]
    Taken {
        /// Which place.
        #[n(0)]
        place: String,
        /// For which referral.
        #[n(1)]
        referral: Id<Referral>,
    },
    /// Free again.
    #[n(4)]
    Freed {
        /// Which place.
        #[n(0)]
        place: String,
    },
    /// Not in use, or in use again.
    #[n(5)]
    InUse {
        /// Which place.
        #[n(0)]
        place: String,
        /// Whether it is in use from now on.
        #[n(1)]
        in_use: bool,
    },
}

crate::slice::refusal! {
    /// Why a place can't be released, freed or closed.
    Refusal {
        /// No such place.
        NotThere = "PLA-01", "there is no such place";
        /// No hold runs for this referral.
        NoHold = "PLA-02", "no hold runs for this referral";
        /// Somebody has it.
        Taken = "PLA-03", "somebody has this place; free it first";
        /// Nobody has it.
        NotTaken = "PLA-04", "nobody has this place";
        /// Run by another.
        NotOwn = "PLA-05", "only the organisation that runs the house changes its places";
        /// Held for somebody.
        Held = "PLA-06", "this place is held for a referral; release the hold first, or answer the referral";
        /// Another has it than was shown.
        OtherReferral = "PLA-07", "another referral has this place now; look again before you free it";
        /// It is in use, or out of it, as is asked.
        AlreadySo = "PLA-08", "nothing had to be changed: the place is as was asked";
    }
}

/// One thing that is done with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The hold on it is released.
    Release,
    /// It is free again.
    Free,
    /// It goes out of use.
    Close,
    /// It is in use again.
    Open,
}

impl Act {
    /// Whether this is done with a place that stands so; `held` tells whether a hold on it runs.
    ///
    /// # Errors
    /// When it is not.
    pub fn fits(self, state: PlaceState, held: bool) -> Result<(), Refusal> {
        match (self, state) {
            (Act::Release, _) if !held => Err(Refusal::NoHold),
            (Act::Free, PlaceState::Free | PlaceState::OutOfUse) => Err(Refusal::NotTaken),
            (Act::Close | Act::Open, PlaceState::Taken) => Err(Refusal::Taken),
            (Act::Close, _) if held => Err(Refusal::Held),
            (Act::Close, PlaceState::OutOfUse) | (Act::Open, PlaceState::Free) => Err(Refusal::AlreadySo),
            (Act::Release | Act::Free | Act::Close | Act::Open, _) => Ok(()),
        }
    }
}

/// The house releases a hold before its end; the sender of the referral is told.
///
/// # Errors
/// When no hold runs for the referral, or another runs the house.
pub fn release(
    id: Id<Provider>,
    provider: &Provider,
    referral: Id<Referral>,
    context: &Context,
) -> Result<Changes, Refusal> {
    own(provider, context)?;
    let hold = provider.hold(referral).filter(|hold| hold.runs(context.now));
    Act::Release.fits(PlaceState::Free, hold.is_some())?;
    Ok(Changes::new(id, Event::Released { referral }).and(referral, referral::Event::PlaceReleased))
}

/// The place is free again; the sender of the referral for which it was taken is told. `seen` is the referral that whoever frees
/// it was shown beside the place: nobody frees the place of another who came meanwhile.
///
/// # Errors
/// When nobody has it, another has it than was shown, or another runs the house.
pub fn free(
    id: Id<Provider>,
    provider: &Provider,
    label: &str,
    seen: Option<Id<Referral>>,
    context: &Context,
) -> Result<Changes, Refusal> {
    own(provider, context)?;
    let place = find(provider, label)?;
    Act::Free.fits(place.state, false)?;
    if seen.is_some() && seen != place.referral {
        return Err(Refusal::OtherReferral);
    }
    let freed = Changes::new(
        id,
        Event::Freed {
            place: label.to_owned(),
        },
    );
    Ok(match place.referral {
        Some(referral) => freed.and(referral, referral::Event::PlaceReleased),
        None => freed,
    })
}

/// Takes a place out of use, or back into it.
///
/// # Errors
/// When somebody has it, it is held, it stands so already, or another runs the house.
pub fn set_in_use(
    id: Id<Provider>,
    provider: &Provider,
    label: &str,
    in_use: bool,
    context: &Context,
) -> Result<Changes, Refusal> {
    own(provider, context)?;
    let mut holds = provider.holds.iter();
    let held = holds.any(|hold| hold.place == label && hold.runs(context.now));
    let act = if in_use { Act::Open } else { Act::Close };
    act.fits(find(provider, label)?.state, held)?;
    Ok(Changes::new(
        id,
        Event::InUse {
            place: label.to_owned(),
            in_use,
        },
    ))
}

fn own(provider: &Provider, context: &Context) -> Result<(), Refusal> {
    if provider.offer.organisation == context.actor.organisation {
        Ok(())
    } else {
        Err(Refusal::NotOwn)
    }
}

fn find<'p>(provider: &'p Provider, label: &str) -> Result<&'p Place, Refusal> {
    provider
        .places
        .iter()
        .find(|place| place.label == label)
        .ok_or(Refusal::NotThere)
}

pub(crate) fn evolve(mut provider: Provider, event: &Event) -> Option<Provider> {
    let at = |provider: &Provider, label: &str| provider.places.iter().position(|place| place.label == label);
    match event {
        Event::Added { label } => {
            if at(&provider, label).is_some() {
                return None;
            }
            provider.places.push(Place {
                label: label.clone(),
                state: PlaceState::Free,
                referral: None,
            });
        }
        Event::Held {
            place,
            referral,
            by,
            until,
        } => {
            at(&provider, place)?;
            provider.holds.push(Hold {
                place: place.clone(),
                referral: *referral,
                by: *by,
                until: *until,
            });
        }
        Event::Released { referral } => provider.holds.retain(|hold| hold.referral != *referral),
        Event::Taken { place, referral } => {
            provider.holds.retain(|hold| hold.referral != *referral);
            let place = provider
                .places
                .iter_mut()
                .find(|p| p.label == *place && p.state == PlaceState::Free)?;
            (place.state, place.referral) = (PlaceState::Taken, Some(*referral));
        }
        Event::Freed { place } => {
            let place = provider
                .places
                .iter_mut()
                .find(|p| p.label == *place && p.state == PlaceState::Taken)?;
            (place.state, place.referral) = (PlaceState::Free, None);
        }
        Event::InUse { place, in_use } => {
            let place = provider
                .places
                .iter_mut()
                .find(|p| p.label == *place && p.state != PlaceState::Taken)?;
            place.state = if *in_use {
                PlaceState::Free
            } else {
                PlaceState::OutOfUse
            };
        }
    }
    Some(provider)
}
