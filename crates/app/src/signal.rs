//! Signals: recording one opens the file.
use crate::{Act, App, Error, Receipt};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    case::{Case, spoken_name},
    signal::{self, Record},
};

/// Records a signal; the file's id is the signal's too.
///
/// # Errors
/// When the actor may not, the signal is empty, or storage is away.
pub fn record(app: &App, root: &Root, command: &Record) -> Result<(Id<Case>, Receipt), Error> {
    let receipt = app.decide(Act::RecordSignal, root, |read, context| {
        let id = context.id::<Case>(0);
        let permit = read.permit(Action::RecordSignal, Subject::Case(id), Facts::None)?;
        let name = read
            .views()
            .first_free_name(|used| spoken_name::candidates(context, used))?;
        let country = &app.profile().country;
        let number = read.views().first_free_number(spoken_name::numbers(country, context))?;
        Ok((permit, signal::record(command, name, number, app.profile(), context)?))
    })?;
    Ok((receipt.id()?, receipt))
}
