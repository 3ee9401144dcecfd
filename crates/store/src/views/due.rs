//! What is due: a row with its time for each duty and each organisation that it concerns, so that a list is a range of one
//! index and never a scan of cases.
use super::{Fact, Table, View, code, id};
use crate::{
    Error, Result, Snapshot,
    seal::{card_handle, place},
    seam::{Row as Columns, Tx},
};
use tiltas_access::{RowFacts, Side};
use tiltas_domain::{
    Actor, Event, Id, Moment, Owner, Role,
    case::{self, Case, Urgency},
    clock::Clock,
    content::{Content, Message},
    organisation::Organisation,
    referral::{self, Referral, Sending, Step},
    task::{self, Kind, STEPS, Task},
};

pub(crate) const VIEW: View = View {
    name: "due",
    version: 2,
    tables: &[
        Table {
            name: "due",
            text: "due (organisation text NOT NULL, due bigint NOT NULL, id text NOT NULL, case_id text NOT NULL, duty text NOT NULL, subject text NOT NULL, for_role text NOT NULL, step_with text NOT NULL, other text, clock bytes NOT NULL, words bytes, PRIMARY KEY (organisation, id))",
            indexes: &[
                "due_time ON due (organisation, due, id)",
                "due_case ON due (case_id)",
                "due_id ON due (id)",
            ],
            all: "SELECT organisation, due, id, case_id, duty, subject, for_role, step_with, other, clock, words FROM due ORDER BY organisation, id",
        },
        Table {
            name: "due_sending",
            text: "due_sending (referral text PRIMARY KEY, case_id text NOT NULL, sender text NOT NULL, receiver text NOT NULL, answer bytes NOT NULL)",
            indexes: &["due_sending_case ON due_sending (case_id)"],
            all: "SELECT referral, case_id, sender, receiver, answer FROM due_sending ORDER BY referral",
        },
    ],
    project,
};
const NEW: &str = "INSERT INTO due (organisation, due, id, case_id, duty, subject, for_role, step_with, other, clock, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (organisation, id) DO UPDATE SET due = excluded.due, duty = excluded.duty, step_with = excluded.step_with, other = excluded.other, clock = excluded.clock";
const TASK: &str = "SELECT case_id, organisation, duty, clock FROM due WHERE id = $1";
const DONE: &str = "DELETE FROM due WHERE id = $1";
const SENDING: &str =
    "INSERT INTO due_sending (referral, case_id, sender, receiver, answer) VALUES ($1, $2, $3, $4, $5)";
const SENDING_OF: &str = "SELECT case_id, sender, receiver, answer FROM due_sending WHERE referral = $1";
const SENDING_OVER: &str = "DELETE FROM due_sending WHERE referral = $1";
const FORGET: &str = "DELETE FROM due WHERE case_id = $1";
const FORGET_SENDING: &str = "DELETE FROM due_sending WHERE case_id = $1";
const LIST: &str = concat!(
    "SELECT d.case_id, c.spoken_name, c.urgency, c.person, d.duty, d.subject, d.step_with, d.other, d.clock, d.id, d.words, ",
    standing!("d.organisation", "$4"),
    " FROM due d JOIN case_file c ON c.case_id = d.case_id LEFT JOIN takes_part t ON t.organisation = d.organisation AND t.case_id = d.case_id WHERE d.organisation = $1 AND (d.for_role = '' OR d.for_role = $2) ORDER BY d.organisation, d.due, d.id LIMIT $3"
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
    with: With,
    other: Option<Id<Organisation>>,
    clock: &'n Clock,
    /// In a person's own words, sealed.
    words: Option<Vec<u8>>,
}

fn put(tx: &Tx<'_>, case: &str, new: &New<'_>) -> Result<()> {
    let clock = minicbor::to_vec(new.clock).map_err(|_| Error::Defect("encoding failed"))?;
    let due = new.clock.due.map_or(NEVER, |due| due.0);
    let other = new.other.map(|other| other.to_string());
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
            &new.with.code(),
            &other,
            &clock,
            &new.words,
        ],
    )
}

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    match fact.event {
        Event::Case(event) => of_case(tx, fact, event),
        Event::Referral(event) => of_referral(tx, fact, event),
        Event::Task(event) => of_task(tx, fact, event),
        // A source of duties stands here; other slices owe nothing.
        _ => Ok(()),
    }
}

fn of_case(tx: &Tx<'_>, fact: &Fact<'_>, event: &case::Event) -> Result<()> {
    let file = Id::<Case>::from_stored(fact.stream.id).to_string();
    match event {
        case::Event::LeadOffered { to, clock } => {
            let id = format!("lead {file}");
            let by = Some(fact.stamp.actor.organisation);
            let row = New {
                organisation: *to,
                id,
                duty: "answer_lead",
                subject: file.clone(),
                for_role: "",
                with: With::Us,
                other: by,
                clock,
                words: None,
            };
            put(tx, &file, &row)
        }
        case::Event::LeadAccepted { .. } | case::Event::LeadDeclined { .. } | case::Event::LeadOfferEnded { .. } => {
            tx.execute(DONE, &[&format!("lead {file}")])
        }
        case::Event::Forgotten { .. } => {
            tx.execute(FORGET, &[&file])?;
            tx.execute(FORGET_SENDING, &[&file])
        }
        _ => Ok(()),
    }
}

/// A task stands on the list of whoever is to do it; once it is late, also on the lists of those who were told.
fn of_task(tx: &Tx<'_>, fact: &Fact<'_>, event: &task::Event) -> Result<()> {
    let which = Id::<Task>::from_stored(fact.stream.id).to_string();
    match event {
        task::Event::Opened(opened) => {
            let (assignee, file) = (opened.assignee, opened.case.to_string());
            let organisation = assignee.organisation;
            let row = format!("task {which}");
            let words = opened.work.words().map(|words| {
                let place = words_place(organisation, &row);
                fact.key.card(&place, fact.position, words)
            });
            let new = New {
                organisation,
                id: row,
                duty: opened.work.kind().code(),
                subject: which,
                for_role: assignee.role.map_or("", Role::code),
                with: With::Us,
                other: (opened.by != organisation).then_some(opened.by),
                clock: &opened.clock,
                words: words.transpose()?,
            };
            put(tx, &file, &new)
        }
        task::Event::Done { .. } | task::Event::Cancelled { .. } => {
            tx.execute(DONE, &[&format!("task {which}")])?;
            STEPS
                .iter()
                .try_for_each(|step| tx.execute(DONE, &[&late_row(&which, *step)]))
        }
        task::Event::Escalated { step, to } => {
            let row = tx.row(TASK, &[&format!("task {which}")], |columns| {
                let clock: Vec<u8> = columns.get(3)?;
                Ok((
                    columns.get::<String>(0)?,
                    id(columns, 1, "due", "organisation")?,
                    code(columns, 2, "due", "duty", Kind::from_code)?,
                    minicbor::decode(&clock).map_err(|_| Error::Sealed("a clock does not decode"))?,
                ))
            })?;
            let (file, owner, kind, clock) = row.ok_or_else(|| Error::Sealed("a task escalates that is not due"))?;
            let new = New {
                organisation: *to,
                id: late_row(&which, *step),
                duty: "late",
                subject: format!("{which} {}", kind.code()),
                for_role: match step {
                    Step::Supervisor => Role::Supervisor.code(),
                    Step::Sender | Step::ContactPoint | Step::NationalUnit => "",
                },
                with: With::Us,
                other: Some(owner),
                clock: &clock,
                words: None,
            };
            put(tx, &file, &new)
        }
    }
}

fn late_row(task: &str, step: Step) -> String {
    format!("late {task} {}", step.code())
}

/// Where the words of a row lie, as their seal names it.
fn words_place(organisation: Id<Organisation>, row: &str) -> String {
    place("due", &format!("{organisation} {row}"), "words")
}

/// The two sides of one referral have each a row with the same id: us on one, them on the other.
fn both(
    tx: &Tx<'_>,
    case: &str,
    which: &str,
    (receiver, sender): (Id<Organisation>, Id<Organisation>),
    duties: (&'static str, &'static str),
    with: With,
    clock: &Clock,
) -> Result<()> {
    let row = |organisation, duty, with, other| New {
        organisation,
        id: format!("referral {which}"),
        duty,
        subject: which.to_owned(),
        for_role: "",
        with,
        other: Some(other),
        clock,
        words: None,
    };
    put(tx, case, &row(receiver, duties.0, with, sender))?;
    put(tx, case, &row(sender, duties.1, with.turned(), receiver))
}

fn of_referral(tx: &Tx<'_>, fact: &Fact<'_>, event: &referral::Event) -> Result<()> {
    let which = Id::<Referral>::from_stored(fact.stream.id).to_string();
    if let referral::Event::Sent(Sending {
        case,
        from,
        receiver,
        acknowledge,
        answer,
        ..
    }) = event
    {
        let file = case.to_string();
        let answer = minicbor::to_vec(answer).map_err(|_| Error::Defect("encoding failed"))?;
        tx.execute(
            SENDING,
            &[&which, &file, &from.to_string(), &receiver.to_string(), &answer],
        )?;
        return both(
            tx,
            &file,
            &which,
            (*receiver, *from),
            ("acknowledge", "their_acknowledgement"),
            With::Us,
            acknowledge,
        );
    }
    let Some((file, sender, receiver, answer)) = sending_of(tx, &which)? else {
        return Ok(());
    };
    let sides = (receiver, sender);
    match event {
        referral::Event::Acknowledged { .. } | referral::Event::QuestionAnswered { .. } => {
            // A sign of life ends the escalation; the clock of the answer runs now, and calls anew.
            escalation_ends(tx, &which)?;
            both(tx, &file, &which, sides, ("answer", "their_answer"), With::Us, &answer)
        }
        referral::Event::QuestionAsked { .. } => {
            escalation_ends(tx, &which)?;
            both(tx, &file, &which, sides, ("their_reply", "reply"), With::Them, &answer)
        }
        referral::Event::Escalated { step, to, .. } => {
            let for_role = match step {
                Step::Sender => return Ok(()),
                Step::Supervisor => Role::Supervisor.code(),
                Step::ContactPoint | Step::NationalUnit => "",
            };
            let id = format!("escalated {which} {}", step.code());
            let row = New {
                organisation: *to,
                id,
                duty: "escalated",
                subject: which.clone(),
                for_role,
                with: With::Us,
                other: Some(receiver),
                clock: &answer,
                words: None,
            };
            put(tx, &file, &row)
        }
        referral::Event::Accepted { .. }
        | referral::Event::Refused { .. }
        | referral::Event::NoCapacity { .. }
        | referral::Event::Withdrawn { .. }
        | referral::Event::Expired { .. } => {
            tx.execute(DONE, &[&format!("referral {which}")])?;
            escalation_ends(tx, &which)?;
            tx.execute(SENDING_OVER, &[&which])
        }
        referral::Event::Drafted { .. }
        | referral::Event::Sent(_)
        | referral::Event::Started
        | referral::Event::PlaceReleased
        | referral::Event::PlaceGiven { .. }
        | referral::Event::Completed { .. }
        | referral::Event::Failed { .. } => Ok(()),
    }
}

fn escalation_ends(tx: &Tx<'_>, which: &str) -> Result<()> {
    Step::ALL
        .iter()
        .try_for_each(|step| tx.execute(DONE, &[&format!("escalated {which} {}", step.code())]))
}

type Sides = (String, Id<Organisation>, Id<Organisation>, Clock);

fn sending_of(tx: &Tx<'_>, which: &str) -> Result<Option<Sides>> {
    tx.row(SENDING_OF, &[&which], |columns| {
        let answer: Vec<u8> = columns.get(3)?;
        Ok((
            columns.get(0)?,
            id(columns, 1, "due_sending", "sender")?,
            id(columns, 2, "due_sending", "receiver")?,
            minicbor::decode(&answer).map_err(|_| Error::Sealed("a clock does not decode"))?,
        ))
    })
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// A task that another is to do is late.
    Late(Id<Task>, Kind),
}

impl Duty {
    /// The referral that it is about, and the end at which the organisation stands that owes it.
    pub fn side(&self) -> Option<(Id<Referral>, Side)> {
        match self {
            Duty::Acknowledge(referral) | Duty::Answer(referral) | Duty::TheirReply(referral) => {
                Some((*referral, Side::Receiver))
            }
            Duty::TheirAcknowledgement(referral) | Duty::TheirAnswer(referral) | Duty::Reply(referral) => {
                Some((*referral, Side::Sender))
            }
            Duty::Escalated(referral) => Some((*referral, Side::None)),
            Duty::AnswerLead | Duty::Task(..) | Duty::Late(..) => None,
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
        "late" => Duty::Late(first.parse().ok()?, Kind::from_code(second)?),
        kind => Duty::Task(first.parse().ok()?, Kind::from_code(kind)?),
    })
}

/// A duty in a list.
#[derive(Debug)]
pub struct Row {
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Urgency,
    /// Whose duty it is.
    pub owner: Id<Organisation>,
    /// How that organisation stands to the case.
    pub facts: RowFacts,
    /// Who the person is, sealed: opens with the snapshot's `person_card`.
    pub person: Vec<u8>,
    /// What.
    pub duty: Duty,
    /// With whom the next step is.
    pub with: With,
    /// The other organisation.
    pub other: Option<Id<Organisation>>,
    /// By when.
    pub clock: Clock,
    /// In a person's own words, sealed.
    pub words: Option<Content<Message>>,
}

impl Snapshot<'_> {
    /// What is due for the actor's organisation and role, what is due first first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn due(&self, actor: Actor, limit: i64, now: Moment) -> Result<Vec<Row>> {
        let organisation = actor.organisation.to_string();
        self.tx()?.readable(
            LIST,
            &[&organisation, &actor.role.code(), &limit, &now.0],
            |columns: &Columns<'_>| {
                let (word, subject): (String, String) = (columns.get(4)?, columns.get(5)?);
                let clock: Vec<u8> = columns.get(8)?;
                let inconsistent = |column| Error::Inconsistent {
                    table: "due",
                    row: subject.clone(),
                    column,
                };
                let case = id(columns, 0, "due", "case_id")?;
                let row: String = columns.get(9)?;
                Ok(Row {
                    case,
                    spoken_name: columns.get(1)?,
                    urgency: code(columns, 2, "case_file", "urgency", Urgency::from_code)?,
                    owner: actor.organisation, // the statement asks for these rows
                    facts: super::standing(columns, 11)?,
                    person: columns.get(3)?,
                    duty: duty(&word, &subject).ok_or_else(|| inconsistent("duty"))?,
                    with: code(columns, 6, "due", "step_with", With::from_code)?,
                    other: super::id_or_none(columns, 7, "due", "other")?,
                    clock: minicbor::decode(&clock).map_err(|_| inconsistent("clock"))?,
                    words: card_handle(
                        words_place(actor.organisation, &row),
                        Owner::Case(case),
                        columns.get(10)?,
                    ),
                })
            },
        )
    }
}
