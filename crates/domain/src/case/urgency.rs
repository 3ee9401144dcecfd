//! How soon help is needed, and the duty to find it: an urgent word about a person is never only read.
use super::{Case, Event, Urgency};
use crate::{
    Changes, Context, Id,
    organisation::Organisation,
    profile::Profile,
    task::{self, Owed, Work},
};

impl Urgency {
    /// What comes first in a list: danger now, then tonight, then the rest, and with it what a reader may not know.
    pub fn rank(known: Option<Urgency>) -> u8 {
        match known {
            Some(Urgency::DangerNow) => 0,
            Some(Urgency::Tonight) => 1,
            Some(Urgency::Ordinary) | None => 2,
        }
    }

    /// The sooner of two.
    pub fn or_sooner(self, other: Urgency) -> Urgency {
        match Urgency::rank(Some(other)) < Urgency::rank(Some(self)) {
            true => other,
            false => self,
        }
    }
}

/// The duty to find help, where the profile gives this urgency a time for it.
pub(crate) fn help_needed(
    id: Id<Case>,
    urgency: Urgency,
    owner: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Changes {
    match sought(urgency, owner, profile) {
        Some(owed) => task::open(context.fork("help is needed", 0).id(0), id, owed, profile, context),
        None => Changes::default(),
    }
}

/// An urgent referral has ended without help, and nothing else waits or runs: finding help is due again. The lead owes it,
/// whoever refused.
pub fn help_needed_again(
    id: Id<Case>,
    urgency: Urgency,
    owner: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Changes {
    match sought(urgency, owner, profile).filter(|_| urgency != Urgency::Ordinary) {
        Some(owed) => task::open(
            context.fork("help is needed", 1).id(0),
            id,
            owed.of_its_own(),
            profile,
            context,
        ),
        None => Changes::default(),
    }
}

/// WHY also where nothing is urgent: a file without any referral is an alarm in the end, later and at slower steps.
fn sought(urgency: Urgency, owner: Id<Organisation>, profile: &Profile) -> Option<Owed<'_>> {
    let term = &profile.urgency(urgency).refer;
    let owed = Owed::new(Work::Refer, owner, term);
    let owed = match urgency {
        Urgency::DangerNow | Urgency::Tonight => owed,
        Urgency::Ordinary => owed.in_time(),
    };
    term.length.map(|_| owed)
}

/// Says anew how soon help is needed. `awaited` tells whether help was asked for, or the duty to find it is open and no less
/// urgent.
pub fn change_urgency(
    id: Id<Case>,
    case: &Case,
    urgency: Urgency,
    awaited: bool,
    profile: &Profile,
    context: &Context,
) -> Changes {
    if urgency == case.urgency {
        return Changes::default();
    }
    let changed = Changes::new(id, Event::UrgencyChanged(urgency));
    if awaited {
        return changed;
    }
    changed.and_all(help_needed(id, urgency, case.lead, profile, context))
}
