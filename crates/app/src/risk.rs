//! Risk and safety.
use crate::{Act, App, Error, Read, Receipt, case::change, detail::same};
use tiltas_access::Permit;
use tiltas_domain::{
    Id, Root,
    case::Case,
    risk::{self, Assess, Risk},
};

/// Keeps a risk assessment.
///
/// # Errors
/// When the actor does not lead the case, or a channel stands in it twice.
pub fn assess(app: &App, root: &Root, id: Id<Case>, command: &Assess) -> Result<Receipt, Error> {
    change(app, root, Act::AssessRisk, id, |read, _, _, _| {
        read.find(id.of::<Risk>())?;
        Ok(risk::assess(id, command)?)
    })
}

/// Whether the assessment that stands says the same: a page that is saved again adds none.
pub(crate) fn stands(read: &mut Read<'_>, permit: &Permit, id: Id<Case>, command: &Assess) -> Result<bool, Error> {
    let Some(standing) = read.find(id.of::<Risk>())? else {
        return Ok(false);
    };
    let (old, new) = (&standing.assessment, &command.assessment);
    let plain = old.level == new.level
        && old.with_person == new.with_person
        && risk::Channel::ALL
            .iter()
            .all(|channel| standing.channel(*channel) == new.channel(*channel))
        && old.feared.len() == new.feared.len();
    if !plain
        || !same(read, permit, old.safe_contact.as_ref(), new.safe_contact.as_ref())?
        || !same(read, permit, old.plan.as_ref(), new.plan.as_ref())?
    {
        return Ok(false);
    }
    for (old, new) in old.feared.iter().zip(&new.feared) {
        if !same(read, permit, Some(old), Some(new))? {
            return Ok(false);
        }
    }
    Ok(true)
}
