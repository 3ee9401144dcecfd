//! Programmes: written down, countries and activities added, what came of each told. They are about institutions and open no case.
pub mod list;
pub mod story;

use crate::{Act, App, Error, Read, Receipt};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    programme::{self, Bring, Came, Close, End, Join, Open, Plan, Programme, Title},
};

/// Writes a programme down.
///
/// # Errors
/// When the actor's role does not, or as [`programme::open`].
pub fn open(app: &App, root: &Root, command: &Open) -> Result<(Id<Programme>, Receipt), Error> {
    let receipt = app.decide(Act::OpenProgramme, root, |read, context| {
        let subject = Subject::Other(context.id::<Programme>(0).into());
        let permit = read.permit(Act::OpenProgramme.action(), subject, Facts::None)?;
        Ok((permit, programme::open(command, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// One change of one programme.
fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Programme>,
    decide: impl Fn(&mut Read<'_>, &Programme, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Other(id.into()), Facts::None)?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// Puts its title into another language.
///
/// # Errors
/// As [`programme::title`].
pub fn title(app: &App, root: &Root, id: Id<Programme>, command: &Title) -> Result<Receipt, Error> {
    change(app, root, Act::TitleProgramme, id, |_, on, _| {
        Ok(programme::title(id, on, command)?)
    })
}

/// Lets a country take part.
///
/// # Errors
/// As [`programme::join`].
pub fn join(app: &App, root: &Root, id: Id<Programme>, command: &Join) -> Result<Receipt, Error> {
    change(app, root, Act::JoinProgramme, id, |_, on, _| {
        Ok(programme::join(id, on, command)?)
    })
}

/// Plans something in it.
///
/// # Errors
/// As [`programme::plan`].
pub fn plan(app: &App, root: &Root, id: Id<Programme>, command: &Plan) -> Result<Receipt, Error> {
    change(app, root, Act::PlanActivity, id, |_, on, _| {
        Ok(programme::plan(id, on, command)?)
    })
}

/// Says that an activity took place.
///
/// # Errors
/// As [`programme::hold`].
pub fn hold(app: &App, root: &Root, id: Id<Programme>, command: &End) -> Result<Receipt, Error> {
    change(app, root, Act::HoldActivity, id, |_, on, context| {
        let today = app.profile().date(context.now);
        Ok(programme::hold(id, on, command, today, context)?)
    })
}

/// Says that it did not.
///
/// # Errors
/// As [`programme::cancel`].
pub fn cancel(app: &App, root: &Root, id: Id<Programme>, command: &End) -> Result<Receipt, Error> {
    change(app, root, Act::CancelActivity, id, |_, on, context| {
        Ok(programme::cancel(id, on, command, context)?)
    })
}

/// Says what came of it.
///
/// # Errors
/// As [`programme::bring`].
pub fn bring(app: &App, root: &Root, id: Id<Programme>, command: &Bring) -> Result<Receipt, Error> {
    change(app, root, Act::BringOfActivity, id, |read, on, _| {
        let is_there = match command.of {
            Came::Recommendation(of) => read.find(of)?.is_some(),
            Came::Visit(of) => read.find(of)?.is_some(),
            Came::Training(of) => read.find(of)?.is_some(),
            // A draft is nobody's but its writers'.
            Came::Practice(of) => read.find(of)?.is_some_and(|practice| practice.is_open()),
        };
        Ok(programme::bring(id, on, command, is_there)?)
    })
}

/// The programmes to which this belongs, the first first, for whoever reads programmes.
pub(crate) fn holding(read: &mut Read<'_>, of: Came) -> Result<Vec<(Id<Programme>, Programme)>, Error> {
    if !read.may(Action::ReadProgrammes, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let mut programmes = read.views().programmes()?;
    programmes.retain(|(_, programme)| programme.holds(of));
    Ok(programmes)
}

/// Ends it.
///
/// # Errors
/// As [`programme::close`].
pub fn close(app: &App, root: &Root, id: Id<Programme>, command: &Close) -> Result<Receipt, Error> {
    change(app, root, Act::CloseProgramme, id, |_, on, context| {
        Ok(programme::close(id, on, command, context)?)
    })
}
