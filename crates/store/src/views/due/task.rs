//! A task stands on the list of whoever is to do it; once it is late, also on the lists of those who were told.
use super::{DONE, New, With, put, words_place};
use crate::{
    Error, Result,
    seam::Tx,
    views::{Fact, code, id},
};
use tiltas_domain::{
    Id,
    organisation::Function,
    referral,
    task::{self, Kind, Step, Task},
};

/// WHY by the side: whoever waits for a task has a row of the same id.
const TASK: &str = "SELECT case_id, organisation, duty, clock FROM due WHERE id = $1 AND step_with = 'us'";

pub(super) fn project(tx: &Tx<'_>, fact: &Fact<'_>, event: &task::Event) -> Result<()> {
    let which = Id::<Task>::from_stored(fact.stream.id).to_string();
    match event {
        task::Event::Opened(opened) => {
            let (assignee, file) = (opened.assignee, opened.case.map(|case| case.to_string()));
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
                for_role: "",
                function: assignee.function,
                with: With::Us,
                other: (opened.by != organisation).then_some(opened.by),
                clock: &opened.clock,
                words: words.transpose()?,
            };
            put(tx, file.as_deref(), &new)?;
            if opened.work.kind() != Kind::AcknowledgeNotice || opened.by == organisation {
                return Ok(());
            }
            // Whoever told of a child waits for the word that it was heard.
            let theirs = New {
                organisation: opened.by,
                duty: "theirs",
                subject: format!("{} {}", new.subject, opened.work.kind().code()),
                for_role: "",
                function: None,
                with: With::Them,
                other: Some(organisation),
                words: None,
                ..new
            };
            put(tx, file.as_deref(), &theirs)
        }
        task::Event::Done { .. } | task::Event::Cancelled { .. } => {
            tx.execute(DONE, &[&format!("task {which}")])?;
            Step::ALL
                .iter()
                .try_for_each(|step| tx.execute(DONE, &[&late_row(&which, *step)]))
        }
        // Nothing of it is due since it was over.
        task::Event::Forgotten => Ok(()),
        task::Event::Escalated { step, to, function, .. } => {
            let row = tx.row(TASK, &[&format!("task {which}")], |columns| {
                let clock: Vec<u8> = columns.get(3)?;
                Ok((
                    columns.get::<Option<String>>(0)?,
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
                for_role: for_role(*step, *function),
                function: *function,
                with: With::Us,
                other: Some(owner),
                clock: &clock,
                words: None,
            };
            put(tx, file.as_deref(), &new)
        }
    }
}

/// The role to which a step is addressed; empty: the function that is named, or anyone there.
fn for_role(step: Step, function: Option<Id<Function>>) -> &'static str {
    match step {
        Step::Head if function.is_some() => "",
        Step::Head | Step::Supervisor => super::for_role(referral::Step::Supervisor),
        Step::ContactPoint | Step::NationalUnit => "",
    }
}

fn late_row(task: &str, step: Step) -> String {
    format!("late {task} {}", step.code())
}
