//! The access log: for those who lead the case, for the data protection officer, and through them for the person.
use crate::{
    App, Error,
    case::{self, file::Folder},
    organisation::Names,
};
use tiltas_access::{Action, Facts, Record, Subject};
use tiltas_domain::{
    Context, Field, Fields, Id, Moment, Role,
    audit::{Event, Result as Outcome},
    case::Case,
};

/// One entry as it is shown: date, organisation, function's role, what, why; no officer's name.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Moment,
    /// Which organisation.
    pub organisation: String,
    /// In which role.
    pub role: Role,
    /// What was done: the action's code.
    pub action: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The reason that was given.
    pub reason: Option<String>,
}

/// Who looked at a case, newest first.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The case.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// The entries.
    pub lines: Vec<Line>,
}

/// The audit of a case.
///
/// # Errors
/// When the actor neither leads the case nor protects data.
pub fn looked(app: &App, context: &Context, id: Id<Case>) -> Result<Looked, Error> {
    app.view("audit.looked", context, |read| {
        let folder = Folder::fold(read.views().files(&[id])?)?;
        let permit = read.permit(Action::ReadAudit, Subject::Case(id), folder.facts(context))?;
        read.opened(&permit, Field::SpokenName);
        let names = Names::read(read)?;
        let lines = read.views().looked(id, 500)?.into_iter();
        let lines = lines.filter(|(_, event)| permit.sees(Record::Opening, &[event.actor.organisation]));
        let lines = lines.map(|(at, event)| line(at, event, &names)).collect();
        Ok(Looked {
            case: id,
            spoken_name: folder.case.spoken_name,
            lines,
        })
    })
}

/// Finds a case by its spoken name or number to see who looked, among those in which the actor's organisation takes part. One
/// that is not there and one whose audit the actor may not read look the same.
///
/// # Errors
/// When there is none for this actor.
pub fn find(app: &App, context: &Context, typed: &str) -> Result<Id<Case>, Error> {
    app.view("audit.find", context, |read| {
        let _permit = read.permit(Action::SearchAudit, Subject::Own, Facts::None)?;
        let [(id, _)] = case::list::found(app, read, context, typed)?
            .try_into()
            .map_err(|_| Error::NotFound)?;
        let case = read.state(id)?;
        let asked = case::facts(context, &case);
        let permit = read.permit(Action::ReadAudit, Subject::Case(id), asked);
        permit.map(|_| id).map_err(|_| Error::NotFound)
    })
}

fn line(at: Moment, event: Event, names: &Names) -> Line {
    Line {
        at,
        organisation: names.of(event.actor.organisation),
        role: event.actor.role,
        action: event.action,
        outcome: event.result,
        reason: event.reason,
    }
}

/// The fields of an entry that were opened.
pub fn opened(outcome: &Outcome) -> Fields {
    match outcome {
        Outcome::Opened(fields) => *fields,
        Outcome::Listed(_) | Outcome::Denied(_) | Outcome::Refused(_) | Outcome::NotFound => Fields::NONE,
    }
}
