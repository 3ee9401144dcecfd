//! How soon help is needed, and the duty to find it: an urgent word about a person is never only read.
use super::{Case, Event, Urgency};
use crate::{
    Changes, Context, Id,
    organisation::Organisation,
    profile::Profile,
    task::{self, Work},
};

/// The duty to find help, where the profile gives this urgency a time for it.
pub(crate) fn help_needed(
    id: Id<Case>,
    urgency: Urgency,
    owner: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Changes {
    let term = &profile.urgency(urgency).refer;
    if term.length.is_none() {
        return Changes::default();
    }
    // Beside the notice of a child, which may open in the same commit.
    task::open(context.id(33), id, Work::Refer, owner, term, profile, context)
}

/// Says anew how soon help is needed. `awaited` tells whether the duty to find help is open already, or help was asked for.
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
