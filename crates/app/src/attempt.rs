//! Contact attempts: noted by those who see the delay, and shown to the next who is told of it.
use crate::{Act, App, Error, Read, Receipt, case::file::By, organisation::Names, referral};
use tiltas_access::{Action, Facts, Permit, Subject, TaskFacts};
use tiltas_domain::{
    Context, Id, Moment, Root,
    attempt::{self, About, Attempt, Note, Outcome},
    case::Case,
    organisation::Organisation,
};

/// What an attempt is about, and the permit for what is asked.
struct Loaded {
    case: Id<Case>,
    spoken_name: String,
    to: Id<Organisation>,
    began: Moment,
    permit: Permit,
}

fn load(read: &mut Read<'_>, context: &Context, about: About) -> Result<Loaded, Error> {
    let (case, id, to, began, facts): (Case, Id<Case>, Id<Organisation>, Moment, Facts) = match about {
        About::Task(id) => {
            let task = read.state(id)?;
            // Of a task about no case nobody beyond those who gave it and do it is told: they need no note of whom they rang.
            let of = task.opened.case.ok_or(Error::NotFound)?;
            let case = read.state(of)?;
            let facts = TaskFacts::of(&task, &case, &context.actor, context.now);
            let (to, began) = (task.opened.assignee.organisation, task.opened.clock.started);
            (case, of, to, began, facts.into())
        }
        About::Referral(id) => {
            let loaded = referral::load(read, id)?;
            let facts = referral::facts(context, &loaded);
            let sending = loaded.sending;
            let (to, began) = (sending.receiver, sending.acknowledge.started);
            (loaded.case, sending.case, to, began, facts.into())
        }
    };
    let permit = read.permit(Action::NoteAttempt, Subject::Case(id), facts)?;
    Ok(Loaded {
        case: id,
        spoken_name: case.spoken_name,
        to,
        began,
        permit,
    })
}

/// Notes that somebody was rung about this.
///
/// # Errors
/// When the delay is not the actor's to see, or the call lies ahead, or before what it is about.
pub fn note(app: &App, root: &Root, about: About, command: &Note) -> Result<(Id<Attempt>, Receipt), Error> {
    let receipt = app.decide(Act::NoteAttempt, root, |read, context| {
        let found = load(read, context, about)?;
        let changes = attempt::note(found.case, about, found.to, found.began, command, context)?;
        Ok((found.permit, changes))
    })?;
    Ok((receipt.id()?, receipt))
}

/// One attempt, as shown.
#[derive(Debug)]
pub struct Line {
    /// Which hand made it.
    pub by: By,
    /// When.
    pub at: Moment,
    /// The function that was rung.
    pub whom: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// The last attempts about this, the last first.
pub(crate) fn tried(read: &mut Read<'_>, about: About, limit: i64, names: &Names) -> Result<Vec<Line>, Error> {
    let rows = read.views().attempts(about, limit)?;
    let lines: Vec<Line> = rows
        .into_iter()
        .map(|row| Line {
            by: By {
                role: row.role,
                organisation: names.of(row.organisation),
            },
            at: row.at,
            whom: row.whom,
            outcome: row.outcome,
        })
        .collect();
    for line in &lines {
        read.shows(&(line.at, line.outcome, &line.whom));
    }
    Ok(lines)
}

/// What was tried, and whom to ring.
#[derive(Debug)]
pub struct Page {
    /// In which case.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Whether the actor may open the file.
    pub opens: bool,
    /// Whom to ring.
    pub to: String,
    /// Its duty phone.
    pub phone: Option<String>,
    /// The last first.
    pub tried: Vec<Line>,
}

/// What was tried about this.
///
/// # Errors
/// When there is no such thing, or its delay is not the actor's to see: outside they look the same.
pub fn show(app: &App, root: &Root, about: About) -> Result<Page, Error> {
    app.view("attempt.show", root, |read, context| {
        let found = load(read, context, about)?;
        read.opened(&found.permit, tiltas_domain::Field::SpokenName);
        let names = Names::read(read)?;
        let case = read.state(found.case)?;
        Ok(Page {
            opens: read.may(
                Action::ReadCase,
                Subject::Case(found.case),
                crate::case::facts(context, &case),
            ),
            case: found.case,
            spoken_name: found.spoken_name,
            to: names.of(found.to),
            phone: names.phone(found.to),
            tried: tried(read, about, 20, &names)?,
        })
    })
}
