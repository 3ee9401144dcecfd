//! Risk and safety.
use crate::{App, Error, Receipt, case::change};
use tiltas_access::Action;
use tiltas_domain::{
    Context, Id,
    case::Case,
    risk::{self, Assess},
};

/// Keeps a risk assessment.
///
/// # Errors
/// When the actor does not lead the case, or a channel stands in it twice.
pub fn assess(app: &App, context: &Context, id: Id<Case>, command: &Assess) -> Result<Receipt, Error> {
    change(app, context, "risk.assess", Action::AssessRisk, id, |_, _, _| {
        Ok(risk::assess(id, command)?)
    })
}
