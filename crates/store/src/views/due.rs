//! What is due: a row with its time for each duty and each organisation that it concerns, so that a list is a range of one
//! index and never a scan of cases.
mod lead;
mod referral;
mod task;

use super::{Fact, View, code, table::digest};
use crate::{
    Error, Result, Snapshot,
    seal::{card_handle, place},
    seam::{Bind, Row as Columns, Tx},
};
use tiltas_access::{RowFacts, Side};
use tiltas_domain::{
    Actor, Event, Id, Moment, Owner, Role,
    case::{Case, Urgency},
    clock::Clock,
    content::{Content, Message},
    organisation::{Function, Organisation},
    referral::{Referral, Step},
    task::{Kind, Task},
};

table! {
    DUE_TABLE = due (
        organisation text NOT NULL, due bigint NOT NULL, id text NOT NULL, case_id text, duty text NOT NULL,
        subject text NOT NULL, for_role text NOT NULL, for_function text, step_with text NOT NULL, other text, clock bytes NOT NULL, words bytes
    ) key (organisation, id) of case_id
    index "due_time ON due (organisation, due, id)"
    index "due_case ON due (case_id)"
    index "due_id ON due (id)"
}
table! {
    DUE_SENDING_TABLE = due_sending (
        referral text NOT NULL, case_id text NOT NULL, sender text NOT NULL, receiver text NOT NULL, lead text NOT NULL,
        answer bytes NOT NULL
    ) key (referral) of case_id
    index "due_sending_case ON due_sending (case_id)"
}

pub(crate) const VIEW: View = View {
    name: "due",
    version: digest(concat!(
        include_str!("due.rs"),
        include_str!("due/lead.rs"),
        include_str!("due/referral.rs"),
        include_str!("due/task.rs")
    )),
    tables: &[DUE_TABLE, DUE_SENDING_TABLE],
    project,
};
const NEW: &str = "INSERT INTO due (organisation, due, id, case_id, duty, subject, for_role, for_function, step_with, other, clock, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (organisation, id) DO UPDATE SET due = excluded.due, duty = excluded.duty, step_with = excluded.step_with, other = excluded.other, clock = excluded.clock";
const DONE: &str = "DELETE FROM due WHERE id = $1";
const LIST: &str = concat!(
    "SELECT d.case_id, c.spoken_name, c.urgency, d.duty, d.subject, d.step_with, d.other, d.clock, d.id, d.words, ",
    standing!("d.organisation", "$4"),
    ", r.urgency, g.sender, d.for_function FROM due d LEFT JOIN case_file c ON c.case_id = d.case_id LEFT JOIN referral r ON r.referral = d.subject LEFT JOIN due_sending g ON g.referral = d.subject LEFT JOIN takes_part t ON t.organisation = d.organisation AND t.case_id = d.case_id WHERE d.organisation = $1 AND (d.for_role = '' OR d.for_role = $2) ORDER BY d.organisation, d.due, d.id LIMIT $3"
);
/// A duty without a deadline sorts last.
const NEVER: i64 = i64::MAX;

/// A row to be.
struct New<'n> {
    organisation: Id<Organisation>,
    id: String,
    duty: &'static str,
    subject: String,
    for_role: &'static str,
    function: Option<Id<Function>>,
    with: With,
    other: Option<Id<Organisation>>,
    clock: &'n Clock,
    /// In a person's own words, sealed.
    words: Option<Vec<u8>>,
}

fn put(tx: &Tx<'_>, case: Option<&str>, new: &New<'_>) -> Result<()> {
    let clock = minicbor::to_vec(new.clock).map_err(|_| Error::Defect("encoding failed"))?;
    let due = new.clock.due.map_or(NEVER, |due| due.0);
    let other = new.other.map(|other| other.to_string());
    let case = case.map(str::to_owned);
    tx.execute(
        NEW,
        &[
            &new.organisation.to_string(),
            &due,
            &new.id,
            &case,
            &new.duty,
            &new.subject,
            &new.for_role,
            &new.function.map(|function| function.to_string()),
            &new.with.code(),
            &other,
            &clock,
            &new.words,
        ],
    )
}

/// A source of duties stands here; other slices owe nothing.
fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    match fact.event {
        Event::Case(event) => lead::project(tx, fact, event),
        Event::Referral(event) => referral::project(tx, fact, event),
        Event::Task(event) => task::project(tx, fact, event),
        _ => Ok(()),
    }
}

/// The role to which a step of escalation is addressed; empty: anyone there.
fn for_role(step: Step) -> &'static str {
    match step {
        Step::Supervisor => Role::Supervisor.code(),
        Step::Sender | Step::ContactPoint | Step::NationalUnit => "",
    }
}

/// Where the words of a row lie, as their seal names it.
fn words_place(organisation: Id<Organisation>, row: &str) -> String {
    place("due", &format!("{organisation} {row}"), "words")
}

/// With whom the next step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// With the organisation that reads.
    Us,
    /// With the other.
    Them,
}

impl With {
    fn code(self) -> &'static str {
        match self {
            With::Us => "us",
            With::Them => "them",
        }
    }

    fn from_code(code: &str) -> Option<With> {
        match code {
            "us" => Some(With::Us),
            "them" => Some(With::Them),
            _ => None,
        }
    }

    fn turned(self) -> With {
        match self {
            With::Us => With::Them,
            With::Them => With::Us,
        }
    }
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duty {
    /// Say that a referral was seen.
    Acknowledge(Id<Referral>),
    /// They say that ours was seen.
    TheirAcknowledgement(Id<Referral>),
    /// Answer a referral.
    Answer(Id<Referral>),
    /// They answer ours.
    TheirAnswer(Id<Referral>),
    /// Answer a question about our referral.
    Reply(Id<Referral>),
    /// They answer our question.
    TheirReply(Id<Referral>),
    /// A referral without reply was escalated to us.
    Escalated(Id<Referral>),
    /// Take or decline the lead.
    AnswerLead,
    /// Do what a task asks for.
    Task(Id<Task>, Kind),
    /// Another is to do what ours asked for.
    Theirs(Id<Task>, Kind),
    /// A task that another is to do is late.
    Late(Id<Task>, Kind),
}

impl Duty {
    /// The referral that it is about, and the end of it at which it is owed.
    pub fn side(&self) -> Option<(Id<Referral>, Side)> {
        match self {
            Duty::Acknowledge(referral) | Duty::Answer(referral) | Duty::TheirReply(referral) => {
                Some((*referral, Side::Receiver))
            }
            Duty::TheirAcknowledgement(referral) | Duty::TheirAnswer(referral) | Duty::Reply(referral) => {
                Some((*referral, Side::Sender))
            }
            Duty::Escalated(referral) => Some((*referral, Side::None)),
            Duty::AnswerLead | Duty::Task(..) | Duty::Theirs(..) | Duty::Late(..) => None,
        }
    }
}

fn duty(word: &str, subject: &str) -> Option<Duty> {
    let (first, second) = subject.split_once(' ').unwrap_or((subject, ""));
    Some(match word {
        "acknowledge" => Duty::Acknowledge(first.parse().ok()?),
        "their_acknowledgement" => Duty::TheirAcknowledgement(first.parse().ok()?),
        "answer" => Duty::Answer(first.parse().ok()?),
        "their_answer" => Duty::TheirAnswer(first.parse().ok()?),
        "reply" => Duty::Reply(first.parse().ok()?),
        "their_reply" => Duty::TheirReply(first.parse().ok()?),
        "escalated" => Duty::Escalated(first.parse().ok()?),
        "answer_lead" => Duty::AnswerLead,
        "theirs" => Duty::Theirs(first.parse().ok()?, Kind::from_code(second)?),
        "late" => Duty::Late(first.parse().ok()?, Kind::from_code(second)?),
        kind => Duty::Task(first.parse().ok()?, Kind::from_code(kind)?),
    })
}

/// A duty in a list.
#[derive(Debug)]
pub struct Row {
    /// Which row of the organisation.
    pub id: String,
    /// The case that it is about, if it is about one.
    pub about: Option<AboutCase>,
    /// Whose duty it is.
    pub owner: Id<Organisation>,
    /// The function of it that is meant; `None`: anyone there.
    pub function: Option<Id<Function>>,
    /// What.
    pub duty: Duty,
    /// The referral that it is about, and the end at which the organisation stands: whoever leads a case is told of what waits
    /// at the sender's end of it, and need not be the sender.
    pub side: Option<(Id<Referral>, Side)>,
    /// With whom the next step is.
    pub with: With,
    /// The other organisation.
    pub other: Option<Id<Organisation>>,
    /// By when.
    pub clock: Clock,
    /// In a person's own words, sealed.
    pub words: Option<Content<Message>>,
}

/// The case that a duty is about.
#[derive(Debug)]
pub struct AboutCase {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Urgency,
    /// How the organisation stands to the case.
    pub facts: RowFacts,
}

impl Snapshot<'_> {
    /// What is due for the actor's organisation and role, for whichever function, what is due first first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn due(&self, actor: Actor, limit: i64, now: Moment) -> Result<Vec<Row>> {
        let organisation = actor.organisation.to_string();
        let asked: [&dyn Bind; 4] = [&organisation, &actor.role.code(), &limit, &now.0];
        // The statement asks for the rows of this organisation alone.
        self.tx()?
            .readable(LIST, &asked, |columns| row(columns, actor.organisation))
    }
}

/// The case's, or that of the referral that the row is about where it is sooner.
fn urgency(columns: &Columns<'_>) -> Result<Urgency> {
    let of_case = code(columns, 2, "case_file", "urgency", Urgency::from_code)?;
    if columns.text(13, |text| text.is_none())? {
        return Ok(of_case);
    }
    let of_referral = code(columns, 13, "referral", "urgency", Urgency::from_code)?;
    Ok(of_case.or_sooner(of_referral))
}

fn row(columns: &Columns<'_>, owner: Id<Organisation>) -> Result<Row> {
    let (word, subject): (String, String) = (columns.get(3)?, columns.get(4)?);
    let clock: Vec<u8> = columns.get(7)?;
    let inconsistent = |column| Error::Inconsistent {
        table: "due",
        row: subject.clone(),
        column,
    };
    let duty = duty(&word, &subject).ok_or_else(|| inconsistent("duty"))?;
    let about = match super::id_or_none(columns, 0, "due", "case_id")? {
        None => None,
        Some(case) => Some(AboutCase {
            case,
            spoken_name: columns.get(1)?,
            urgency: urgency(columns)?,
            facts: super::standing(columns, 10)?,
        }),
    };
    let sender: Option<Id<Organisation>> = super::id_or_none(columns, 14, "due_sending", "sender")?;
    let side = duty.side().map(|(referral, side)| match side {
        Side::Sender if sender != Some(owner) => (referral, Side::None),
        side => (referral, side),
    });
    let key = match (&about, duty) {
        (Some(about), _) => Owner::Case(about.case),
        (None, Duty::Task(task, _) | Duty::Theirs(task, _) | Duty::Late(task, _)) => Owner::Thing(task.into()),
        (None, _) => return Err(inconsistent("case_id")),
    };
    let row: String = columns.get(8)?;
    Ok(Row {
        about,
        owner,
        function: super::id_or_none(columns, 15, "due", "for_function")?,
        duty,
        side,
        with: code(columns, 5, "due", "step_with", With::from_code)?,
        other: super::id_or_none(columns, 6, "due", "other")?,
        clock: minicbor::decode(&clock).map_err(|_| inconsistent("clock"))?,
        words: card_handle(words_place(owner, &row), key, columns.get(9)?),
        id: row,
    })
}
