//! Tasks: which of a kind a case has, which are late enough that others must know, and which are over and kept no longer.
use super::{
    Fact, View, id,
    overdue::{After, Page},
    table::digest,
};
use crate::{Error, Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id, Moment,
    case::Case,
    task::{self, Kind, State, Step, Task},
};

table! {
    TASK_TABLE = task (
        task text NOT NULL, case_id text, kind text NOT NULL, state text NOT NULL, escalates bytes NOT NULL,
        told bigint NOT NULL, next_step bigint, kept_until bigint
    ) key (task) of case_id
    index "task_case ON task (case_id, kind)"
    index "task_next_step ON task (next_step)"
    index "task_kept_until ON task (kept_until)"
}

pub(crate) const VIEW: View = View {
    name: "task",
    version: digest(include_str!("task.rs")),
    tables: &[TASK_TABLE],
    project,
};
const NEW: &str =
    "INSERT INTO task (task, case_id, kind, state, escalates, told, next_step) VALUES ($1, $2, $3, $4, $5, 0, $6)";
const OVER: &str = "UPDATE task SET state = $2, next_step = NULL, kept_until = $3 WHERE task = $1";
const FORGOTTEN: &str = "DELETE FROM task WHERE task = $1";
const KEPT_NO_LONGER: &str = "SELECT task FROM task WHERE kept_until < $1 ORDER BY kept_until, task LIMIT $2";
const ESCALATES: &str = "SELECT escalates FROM task WHERE task = $1";
const ESCALATED: &str = "UPDATE task SET told = $2, next_step = $3 WHERE task = $1";
const OF_CASE: &str = "SELECT task, state FROM task WHERE case_id = $1 AND kind = $2 ORDER BY task";
const LATE: &str = "SELECT task, told, next_step, escalates FROM task WHERE next_step <= $1 AND (next_step, task) > ($2, $3) ORDER BY next_step, task LIMIT $4";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Task(event) = fact.event else {
        return Ok(());
    };
    let which = Id::<Task>::from_stored(fact.stream.id).to_string();
    match event {
        task::Event::Opened(opened) => {
            let escalates = minicbor::to_vec(&opened.escalates).map_err(|_| Error::Defect("encoding failed"))?;
            tx.execute(
                NEW,
                &[
                    &which,
                    &opened.case.map(|case| case.to_string()),
                    &opened.work.kind().code(),
                    &State::Open.code(),
                    &escalates,
                    &opened.escalates.first().map(|(_, at)| at.0),
                ],
            )
        }
        task::Event::Done { until, .. } => {
            tx.execute(OVER, &[&which, &State::Done.code(), &until.map(|until| until.0)])
        }
        task::Event::Cancelled { until, .. } => {
            tx.execute(OVER, &[&which, &State::Cancelled.code(), &until.map(|until| until.0)])
        }
        task::Event::Forgotten => tx.execute(FORGOTTEN, &[&which]),
        task::Event::Escalated { step, .. } => {
            let bytes: Option<Vec<u8>> = tx.row(ESCALATES, &[&which], |columns| columns.get(0))?;
            let bytes = bytes.ok_or_else(|| Error::Sealed("a task escalates that was not opened"))?;
            let escalates = steps(&bytes)?;
            let told = escalates
                .iter()
                .position(|(known, _)| known == step)
                .map_or(escalates.len(), |at| at + 1);
            let next = escalates.get(told).map(|(_, at)| at.0);
            tx.execute(ESCALATED, &[&which, &(told as i64), &next])
        }
    }
}

fn steps(bytes: &[u8]) -> Result<Vec<(Step, Moment)>> {
    minicbor::decode(bytes).map_err(|_| Error::Sealed("the times of a task do not decode"))
}

/// A task that others must be told of.
#[derive(Clone, Copy, Debug)]
pub struct LateTask {
    /// Which.
    pub task: Id<Task>,
    /// Who is next.
    pub step: Step,
    /// Since when.
    pub since: Moment,
}

impl Snapshot<'_> {
    /// The tasks of one kind that a case has or had, with where each stands.
    ///
    /// # Errors
    /// When storage is away.
    pub fn tasks(&self, case: Id<Case>, kind: Kind) -> Result<Vec<(Id<Task>, State)>> {
        self.tx()?.rows(OF_CASE, &[&case.to_string(), &kind.code()], |columns| {
            Ok((
                id(columns, 0, "task", "task")?,
                super::code(columns, 1, "task", "state", State::from_code)?,
            ))
        })
    }

    /// The tasks about no case that were kept until before `now`, the longest over first, at most `limit`.
    ///
    /// # Errors
    /// When storage is away.
    pub fn tasks_kept_no_longer(&self, now: Moment, limit: i64) -> Result<Vec<Id<Task>>> {
        self.tx()?.rows(KEPT_NO_LONGER, &[&now.0, &limit], |columns| {
            id(columns, 0, "task", "task")
        })
    }

    /// The open tasks whose next step is due at `now`, longest due first, after the one that ended the last page.
    ///
    /// # Errors
    /// When storage is away.
    pub fn late_tasks(&self, now: Moment, after: Option<&After>, limit: i64) -> Result<Page<LateTask>> {
        self.overdue(("task", LATE), now, after, limit, |columns| {
            let since = Moment(columns.get(2)?);
            let line = id(columns, 0, "task", "task").and_then(|task| {
                let told = super::count(columns, 1, "task", "told")?;
                let escalates = steps(&columns.get::<Vec<u8>>(3)?)?;
                let (step, _) = escalates.get(told).copied().ok_or(Error::Inconsistent {
                    table: "task",
                    row: task.to_string(),
                    column: "told",
                })?;
                Ok(LateTask { task, step, since })
            });
            Ok((since.0, line))
        })
    }
}
