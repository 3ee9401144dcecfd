//! What the person says: recorded, withdrawn.
use crate::{
    Act, App, Error, Read, Receipt,
    case::change,
    organisation::something_waits,
    referral::{active, help_again},
};
use tiltas_domain::{
    Changes, Context, Event, Id, Root,
    case::{self, Case},
    consent::{self, AddConsent, Withdraw},
    disclosure,
    organisation::Organisation,
    task,
};

/// Records what the person said, each about its recipient.
///
/// # Errors
/// When the actor does not lead the case, a yes names nothing, or its last day is past.
pub fn record(app: &App, root: &Root, id: Id<Case>, commands: &[AddConsent]) -> Result<Receipt, Error> {
    change(app, root, Act::RecordConsent, id, |read, context, _, case| {
        let sent = active(read, case)?;
        let changes = consent::record(id, case, commands, &sent, app.profile(), context)?;
        let changes = offer_falls(app, read, context, (id, case), changes)?;
        tell_readers(read, &changes)?;
        let again = help_again(app, read, context, (id, case), &changes)?;
        Ok(changes.and_all(again))
    })
}

/// Everyone whose sharing ends, now or sooner than it would have, or a part of it, to whom the lead is offered no more, or who is asked to end a service, gets "something waits".
pub(crate) fn tell_readers(read: &mut Read<'_>, changes: &Changes) -> Result<(), Error> {
    let mut told: Vec<Id<Organisation>> = Vec::new();
    for change in changes.list() {
        let reader = match &change.event {
            Event::Case(case::Event::Disclosure(
                disclosure::Event::Ended { to, .. }
                | disclosure::Event::Shortened { to, .. }
                | disclosure::Event::Narrowed { to, .. },
            )) => Some(*to),
            Event::Case(case::Event::LeadOfferEnded { to, .. } | case::Event::LeadOfferShortened { to, .. }) => {
                Some(*to)
            }
            Event::Task(task::Event::Opened(opened)) => Some(opened.assignee.organisation),
            _ => None,
        };
        if let Some(reader) = reader.filter(|reader| !told.contains(reader)) {
            told.push(reader);
            something_waits(read, reader)?;
        }
    }
    Ok(())
}

/// The offer of the lead that rested on the same word ends with it, or as soon as it.
fn offer_falls(
    app: &App,
    read: &mut Read<'_>,
    context: &Context,
    (id, case): (Id<Case>, &Case),
    said: Changes,
) -> Result<Changes, Error> {
    let Some((to, _)) = &case.lead_offer else {
        return Ok(said);
    };
    let offered = read.state(*to)?;
    let falls = case::lead_offer_falls(id, case, &offered, &said, app.profile(), context);
    Ok(said.and_all(falls))
}

/// Withdraws a consent: what rests on it ends, everyone who has it is asked to remove it and to say so, and a service that runs
/// is asked to end where the person wants that.
///
/// # Errors
/// When the actor does not lead the case, there is no such yes, or nothing is to stop.
pub fn withdraw(app: &App, root: &Root, id: Id<Case>, command: Withdraw) -> Result<Receipt, Error> {
    change(app, root, Act::WithdrawConsent, id, |read, context, _, case| {
        let sent = active(read, case)?;
        let changes = consent::withdraw(id, case, command, &sent, app.profile(), context)?;
        let changes = offer_falls(app, read, context, (id, case), changes)?;
        tell_readers(read, &changes)?;
        let again = help_again(app, read, context, (id, case), &changes)?;
        Ok(changes.and_all(again))
    })
}
