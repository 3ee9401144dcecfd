//! Her own say: recorded, taken back.
use crate::{App, Error, Receipt, case::change, organisation::something_waits};
use tiltas_access::Action;
use tiltas_domain::{
    Context, Id,
    case::Case,
    consent::{self, RecordSay, Say},
};

/// Records what she said, each about its recipient.
///
/// # Errors
/// When the actor does not lead the case, a yes names nothing, or its last day is past.
pub fn record(app: &App, context: &Context, id: Id<Case>, commands: &[RecordSay]) -> Result<Receipt, Error> {
    change(app, context, "consent.record", Action::RecordSay, id, |_, _, case| {
        Ok(consent::record(id, case, commands, app.profile(), context)?)
    })
}

/// She takes it back: what rests on it ends, and everyone who has it is asked to remove it and to say so.
///
/// # Errors
/// When the actor does not lead the case, or she never said it.
pub fn take_back(app: &App, context: &Context, id: Id<Case>, say: Id<Say>) -> Result<Receipt, Error> {
    change(
        app,
        context,
        "consent.take_back",
        Action::TakeBackSay,
        id,
        |read, _, case| {
            for held in case
                .disclosures
                .iter()
                .filter(|d| d.say == Some(say) && d.ended.is_none())
            {
                something_waits(read, held.to)?;
            }
            Ok(consent::take_back(id, case, say, app.profile(), context)?)
        },
    )
}
