//! What a table comes into: what its rows make there, told by the slice of the target. Another target is another arm of each match.
use crate::{Error, Read, plan::institutions};
use tiltas_domain::{
    Changes, Context, Id,
    import::{Fault, Import, Table, Taken, Target},
    organisation::Organisation,
    plan::{self, Plan},
};

/// What a table would do to its target.
#[derive(Clone, Debug)]
pub enum Judged {
    /// To a plan.
    Plan(plan::Judged),
}

/// What a row would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It changes what is there.
    Changed,
}

/// A row that would come in, as a preview shows it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the file.
    pub row: u32,
    /// What it would do.
    pub what: What,
    /// By what it is known in the target: its number.
    pub known_by: String,
    /// What it says, in a line.
    pub says: String,
}

/// What keeps an import from being taken back.
#[derive(Clone, Debug)]
pub struct Kept {
    /// By what it is known in the target: its number.
    pub known_by: String,
    /// Its address.
    pub href: String,
    /// Why.
    pub why: plan::Built,
}

impl Judged {
    /// How much would come in.
    pub fn taken(&self) -> Taken {
        match self {
            Judged::Plan(judged) => judged.taken(),
        }
    }

    /// What is wrong, in the order of the rows.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Judged::Plan(judged) => &judged.faults,
        }
    }

    /// Whether anything would come in.
    pub fn brings(&self) -> bool {
        let taken = self.taken();
        taken.added > 0 || taken.changed > 0
    }

    /// What would come in, in the order of the rows.
    pub fn rows(&self) -> Vec<Row> {
        let Judged::Plan(judged) = self;
        let row = |row: u32, what: What, said: &plan::Said| Row {
            row,
            what,
            known_by: said.number.clone(),
            says: said.title.clone(),
        };
        let added = judged.added.iter().map(|(nth, said)| row(*nth, What::Added, said));
        let changed = judged
            .changed
            .iter()
            .map(|(nth, _, said)| row(*nth, What::Changed, said));
        let mut all: Vec<Row> = added.chain(changed).collect();
        all.sort_by_key(|row| row.row);
        all
    }
}

/// Whether there is such a target.
pub(super) fn is_there(read: &mut Read<'_>, into: Target) -> Result<(), Error> {
    match into {
        Target::Plan(id) => read.state(id).map(drop),
    }
}

/// Whether anything is written into it now.
pub(super) fn is_written(read: &mut Read<'_>, into: Target) -> Result<(), Error> {
    match into {
        Target::Plan(id) => Ok(plan::Act::Write.fits(&read.state(id)?)?),
    }
}

/// What it is called.
pub(super) fn title(read: &mut Read<'_>, into: Target) -> Result<String, Error> {
    match into {
        Target::Plan(id) => Ok(read.state(id)?.first.title),
    }
}

/// What a table would do to it; `columns` says which column is which.
pub(super) fn judge(
    read: &mut Read<'_>,
    into: Target,
    (table, columns): (&Table, &[Option<u16>]),
) -> Result<Judged, Error> {
    match into {
        Target::Plan(id) => {
            let plan: Plan = read.state(id)?;
            Ok(Judged::Plan(plan::judge(&plan, (table, columns), &names(read)?)))
        }
    }
}

/// Takes in what is right.
pub(super) fn take_in(
    read: &mut Read<'_>,
    into: Target,
    (import, judged): (Id<Import>, &Judged),
    context: &Context,
) -> Result<Changes, Error> {
    match (into, judged) {
        (Target::Plan(id), Judged::Plan(judged)) => {
            let plan = read.state(id)?;
            Ok(plan::take_in(id, &plan, import, judged, context)?)
        }
    }
}

/// Takes it back, whole.
pub(super) fn undo(read: &mut Read<'_>, into: Target, import: Id<Import>) -> Result<Changes, Error> {
    match into {
        Target::Plan(id) => Ok(plan::undo(id, &read.state(id)?, import)?),
    }
}

/// What was built on it.
pub(super) fn built_on(read: &mut Read<'_>, into: Target, import: Id<Import>) -> Result<Vec<Kept>, Error> {
    match into {
        Target::Plan(id) => {
            let plan = read.state(id)?;
            let built = plan::built_on(&plan, import).into_iter();
            let kept = built.filter_map(|(item, why)| {
                let known = plan.item(item)?;
                Some(Kept {
                    known_by: known.said.number.clone(),
                    href: format!("/plans/{id}/items/{item}"),
                    why,
                })
            });
            Ok(kept.collect())
        }
    }
}

/// What institutions are called that may stand in a plan.
fn names(read: &mut Read<'_>) -> Result<Vec<(Id<Organisation>, String)>, Error> {
    let there = institutions(read)?;
    let all = read.views().organisations()?.into_iter();
    let all = all.filter(|line| there.contains(&line.organisation));
    Ok(all.map(|line| (line.organisation, line.name)).collect())
}
