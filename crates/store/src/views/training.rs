//! Trainings: a row each, with what a list sorts and filters by, and the state that the next event follows. They name nobody, so
//! nothing of a row is sealed.
//!
//! WHY no number of people in a column that a list reads: what a reader may count is told by the training's own page, group by group.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    table::{Columns, digest},
};
use crate::{
    Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{
    Event, Id,
    dated::Dated,
    organisation::Organisation,
    training::{State, Training},
};

table! {
    TRAINING_TABLE = training (
        training text NOT NULL, state text NOT NULL, title text NOT NULL, competence text NOT NULL, place text NOT NULL,
        first text NOT NULL, last text NOT NULL, owner text NOT NULL, example bigint NOT NULL, began bigint NOT NULL, folded bytes NOT NULL
    ) key (training)
}

pub(crate) const VIEW: View = View {
    name: "training",
    // The state that a row keeps is the domain's: where that changes, the view is built anew too.
    version: digest(concat!(
        include_str!("training.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/training.rs"),
        include_str!("../../../domain/src/training/event.rs"),
        include_str!("../../../domain/src/training/command.rs")
    )),
    tables: &[TRAINING_TABLE],
    project,
};
const FOLDED: Folded = folded!(training);
const ALL: &str = "SELECT training, state, title, competence, place, first, last, owner, example FROM training ORDER BY began, training";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Training(event) = fact.event else {
        return Ok(());
    };
    let After { id, now, folded, began } = FOLDED.follow::<Training>(tx, fact, event)?;
    let plan = &now.plan;
    tx.execute(
        TRAINING_TABLE.new,
        &[
            &id,
            &now.state.code(),
            &plan.title,
            &plan.curriculum.competence,
            &plan.place,
            &plan.from.to_string(),
            &plan.to.to_string(),
            &now.first.by.organisation.to_string(),
            &i64::from(plan.example),
            &began,
            &folded,
        ],
    )
}

/// A training in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Training>,
    /// Where it stands.
    pub state: State,
    /// In a line.
    pub title: String,
    /// What whoever attended can do.
    pub competence: String,
    /// Where.
    pub place: String,
    /// Its first day.
    pub from: Dated,
    /// Its last day.
    pub to: Dated,
    /// Who planned it.
    pub owner: Id<Organisation>,
    /// Participants and outcomes are invented.
    pub example: bool,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "training");
    let line = Line {
        id: next.id("training")?,
        state: next.code("state")?,
        title: next.next()?,
        competence: next.next()?,
        place: next.next()?,
        from: dated(&mut next, "first")?,
        to: dated(&mut next, "last")?,
        owner: next.id("owner")?,
        example: next.next::<i64>()? > 0,
    };
    Ok(line)
}

/// A day that is always there.
pub(super) fn dated(next: &mut Columns<'_>, column: &'static str) -> Result<Dated> {
    let text: String = next.next()?;
    text.parse().map_err(|_| next.wrong(column))
}

impl Snapshot<'_> {
    /// All trainings, in the order in which they were planned.
    ///
    /// # Errors
    /// When storage is away.
    pub fn trainings(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }

    /// All trainings with all that is kept of them.
    ///
    /// # Errors
    /// When storage is away.
    pub fn trainings_whole(&self) -> Result<Vec<(Id<Training>, Training)>> {
        FOLDED.all(&self.tx()?)
    }
}
