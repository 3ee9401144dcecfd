//! A child, or one whose age is in doubt: the notice to the child-protection authority opens by itself, and telling it lets the
//! authority take part on the ground of child protection, which asks no consent.
use super::{Age, Because, Case, Event};
use crate::{
    Changes, Context, Id,
    consent::Ground,
    context::{Draw, Purpose},
    disclosure,
    organisation::Organisation,
    profile::Profile,
    task::{self, Owed, Task, Work},
};

/// The notice, once for a file: `noticed` tells whether it was opened before.
pub(crate) fn notice(
    id: Id<Case>,
    noticed: bool,
    age: &Age,
    owner: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Changes {
    if noticed || !age.takes_child_route() {
        return Changes::default();
    }
    let task = context.fork("notice of a child", 0).id::<Task>(0);
    let owed = Owed::new(Work::TellChildProtection, owner, &profile.child_notice);
    task::open(task, id, owed, profile, context)
}

/// Tells the child-protection authority: it takes part from now on, and says by a clock that it has the notice.
///
/// # Errors
/// When the notice is over, or another is to give it.
pub fn tell_child_protection(
    (id, notice): (Id<Task>, &Task),
    authority: Id<Organisation>,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, task::Refusal> {
    let case = notice.opened.case.ok_or(task::Refusal::NeedsCase)?;
    let until = profile
        .start(&profile.child_protection.until, context.now)
        .due
        .unwrap_or(context.now);
    let told = task::give_notice(id, notice, context)?;
    let receipt = Owed::new(Work::AcknowledgeNotice, authority, &profile.child_notice_receipt);
    Ok(told
        .and_all(task::open(
            context.fork("acknowledge the notice", 0).id(0),
            case,
            receipt,
            profile,
            context,
        ))
        .and::<Case>(
            case,
            Event::Joined {
                organisation: authority,
                because: Because::ChildNotice,
            },
        )
        .and::<Case>(
            case,
            Event::Disclosure(disclosure::Event::Disclosed(disclosure::Disclosed {
                disclosure: context.part(Draw::Disclosure, 0),
                referral: None,
                to: authority,
                fields: profile.child_notice_fields.value,
                ground: Ground::ChildProtection,
                say: None,
                purpose: Purpose::ChildProtection,
                until,
                person_told: false,
            })),
        ))
}
