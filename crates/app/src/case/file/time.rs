//! What happened, in the file's order: each step with the hand that did it, and as much of its content as the role may open.
//! Which steps there are for whom is the policy's to say.
use super::{Folder, Words};
use crate::{Error, Read, organisation::Names};
use tiltas_access::{Permit, Record, Scope, Shown, named_in_step};
use tiltas_domain::{
    Actor, Event, Fields, Id, Moment, Role,
    changes::Summary,
    content::{Message, NoteText},
    note::Note,
    referral::{self, How, Referral},
    task::{self, Task},
};
use tiltas_store::Line;

/// Who did something, as far as a page says it: the function's role and the organisation, never a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// In which role.
    pub role: Role,
    /// For whom.
    pub organisation: String,
}

impl By {
    pub(crate) fn of(actor: Actor, names: &Names) -> By {
        By {
            role: actor.role,
            organisation: names.of(actor.organisation),
        }
    }
}

/// One step.
#[derive(Debug)]
pub struct Step {
    /// The journal's position.
    pub position: i64,
    /// When.
    pub at: Moment,
    /// Which hand.
    pub by: By,
    /// What.
    pub what: What,
    /// The steps of escalation that were passed for it, since nobody is there.
    pub passed: Vec<referral::Step>,
}

/// What happened.
#[derive(Debug)]
pub enum What {
    /// What a slice tells of itself.
    Telling(Telling),
    /// A note.
    Note(Id<Note>, bool, Option<Id<Note>>, Shown<NoteText>),
    /// A task began: what, in whose words, and who is to do it.
    TaskOpened(task::Kind, Words, String),
    /// A task is done, by whom, and what was said.
    TaskDone(task::Kind, String, Words),
    /// A task is no longer needed.
    TaskCancelled(task::Kind, String, Words),
    /// A late task reached an organisation.
    TaskLate(task::Kind, String),
    /// Something of a referral: its receiver, the step's code, words.
    Referral(Id<Referral>, String, &'static str, Words),
    /// The receiver was told by phone: the function.
    ToldByPhone(Id<Referral>, String, String),
}

/// What a slice tells of itself, as shown.
#[derive(Debug)]
pub struct Telling {
    /// What: the code of its words.
    pub what: &'static str,
    /// How it went: a list of the catalogues and a code of it.
    pub how: Vec<(&'static str, &'static str)>,
    /// The organisation that it concerns.
    pub organisation: Option<String>,
    /// The function that it concerns there.
    pub function: String,
    /// The fields that it concerns.
    pub fields: Fields,
    /// How many things it tells.
    pub count: usize,
    /// The thing that it is about.
    pub about: Option<Id<()>>,
    /// In words.
    pub words: Words,
}

impl What {
    /// Whether a slice tells this of itself.
    pub fn is(&self, what: &str) -> bool {
        matches!(self, What::Telling(telling) if telling.what == what)
    }
}

/// Every step that the role may see, newest first.
pub(crate) fn steps(read: &mut Read<'_>, permit: &Permit, folder: &Folder, names: &Names) -> Result<Vec<Step>, Error> {
    let mut steps = Vec::with_capacity(folder.lines.len());
    for line in &folder.lines {
        let referral = match &line.event {
            Event::Referral(_) => folder.referral(Id::from_stored(line.stream.id)),
            _ => None,
        };
        let task = match &line.event {
            Event::Task(_) => folder.task(Id::from_stored(line.stream.id)),
            _ => None,
        };
        let named = named_in_step(&line.event, line.stamp.actor.organisation, &folder.case, referral, task);
        if !permit.sees(Record::Step, &named) {
            continue;
        }
        read.shows(&line.position);
        let what = match &line.event {
            Event::Note(note) => {
                let text = read.open(permit, Some(&note.text))?;
                Some(What::Note(note.note, note.own_words, note.adds_to, text))
            }
            Event::Referral(event) => Some(of_referral(
                read,
                permit,
                Id::from_stored(line.stream.id),
                event,
                folder,
                names,
            )?),
            Event::Task(event) => task.map(|task| of_task(read, permit, event, task, names)).transpose()?,
            other => match other.summary().filter(|summary| !summary.quiet) {
                Some(summary) => Some(What::Telling(telling(read, permit, &summary, names)?)),
                None => None,
            },
        };
        if let Some(what) = what {
            steps.push(Step {
                position: line.position,
                at: line.at,
                by: By::of(hand(permit, line, referral), names),
                what,
                passed: passed(&line.event),
            });
        }
    }
    steps.reverse();
    Ok(steps)
}

/// The steps of escalation that were passed: at a task the head is the supervisor, and is named once.
fn passed(event: &Event) -> Vec<referral::Step> {
    match event {
        Event::Referral(referral::Event::Escalated { passed, .. }) => passed.clone(),
        Event::Task(task::Event::Escalated { passed, .. }) => {
            let mut steps: Vec<referral::Step> = passed.iter().map(|step| (*step).into()).collect();
            steps.dedup();
            steps
        }
        _ => Vec::new(),
    }
}

/// Whose hand a step shows. WHY: a referral that is not needed any more ends with the answer of another receiver, and who that was
/// is told to those only who see all that happened; the others see that its sender needs it no more.
fn hand(permit: &Permit, line: &Line, referral: Option<&Referral>) -> Actor {
    let Event::Referral(referral::Event::Withdrawn { .. }) = &line.event else {
        return line.stamp.actor;
    };
    match referral.and_then(Referral::sent) {
        Some((sending, _)) if permit.scope(Record::Step) != Scope::All => sending.by,
        _ => line.stamp.actor,
    }
}

fn telling(read: &mut Read<'_>, permit: &Permit, summary: &Summary<'_>, names: &Names) -> Result<Telling, Error> {
    Ok(Telling {
        what: summary.what,
        how: summary.how.into_iter().flatten().collect(),
        organisation: summary.organisation.map(|id| names.of(id)),
        function: summary.function.to_owned(),
        fields: summary.fields,
        count: summary.count,
        about: summary.about,
        words: read.open(permit, summary.words)?,
    })
}

fn of_task(
    read: &mut Read<'_>,
    permit: &Permit,
    event: &task::Event,
    task: &Task,
    names: &Names,
) -> Result<What, Error> {
    let work = &task.opened.work;
    let kind = work.kind();
    Ok(match event {
        task::Event::Opened(opened) => {
            let words = read.open(permit, work.words())?;
            What::TaskOpened(kind, words, names.of(opened.assignee.organisation))
        }
        task::Event::Done { by, note, .. } => What::TaskDone(kind, names.of(*by), read.open(permit, note.as_ref())?),
        task::Event::Cancelled { by, note, .. } => {
            What::TaskCancelled(kind, names.of(*by), read.open(permit, note.as_ref())?)
        }
        task::Event::Escalated { to, .. } => What::TaskLate(kind, names.of(*to)),
        task::Event::Forgotten => return Err(Error::NotFound),
    })
}

/// The code of a referral's step, and its words.
fn of_referral(
    read: &mut Read<'_>,
    permit: &Permit,
    id: Id<Referral>,
    event: &referral::Event,
    folder: &Folder,
    names: &Names,
) -> Result<What, Error> {
    use referral::Event as E;
    let to = folder
        .referral(id)
        .and_then(Referral::sent)
        .map(|(sending, _)| names.of(sending.receiver))
        .unwrap_or_default();
    if let E::Acknowledged {
        how: How::ByPhone { function, .. },
        ..
    } = event
    {
        return Ok(What::ToldByPhone(id, to, function.clone()));
    }
    let (code, words): (&'static str, Option<&tiltas_domain::Content<Message>>) = match event {
        E::Drafted { words, .. } => ("drafted", words.as_ref()),
        E::Sent(sending) => ("sent", sending.words.as_ref()),
        E::Acknowledged { .. } => ("acknowledged", None),
        E::QuestionAsked { question, .. } => ("question_asked", Some(question)),
        E::QuestionAnswered { answer } => ("question_answered", Some(answer)),
        E::Accepted { words, .. } => ("accepted", words.as_ref()),
        E::Refused { words, .. } => ("refused", words.as_ref()),
        E::NoCapacity { words } => ("no_capacity", words.as_ref()),
        E::Started => ("started", None),
        E::Completed { words, .. } => ("completed", words.as_ref()),
        E::Failed { words } => ("failed", Some(words)),
        E::Withdrawn { .. } => ("withdrawn", None),
        E::Expired { .. } => ("expired", None),
        E::PlaceReleased => ("place_released", None),
        E::PlaceGiven { .. } => ("place_given", None),
        E::Escalated { step, .. } => (
            match step {
                referral::Step::Sender => "escalated_sender",
                referral::Step::Supervisor => "escalated_supervisor",
                referral::Step::ContactPoint => "escalated_contact_point",
                referral::Step::NationalUnit => "escalated_national_unit",
            },
            None,
        ),
    };
    Ok(What::Referral(id, to, code, read.open(permit, words)?))
}
