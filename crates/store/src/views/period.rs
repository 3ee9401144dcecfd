//! Reporting periods: a row each with its state. They are few, and about nobody.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    table::{Columns, digest},
};
use crate::{
    Error, Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{Event, Id, Moment, period::Period};

table! {
    PERIOD_TABLE = period (period text NOT NULL, opens text NOT NULL, began bigint NOT NULL, folded bytes NOT NULL) key (period)
}

pub(crate) const VIEW: View = View {
    name: "period",
    version: digest(concat!(
        include_str!("period.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/period.rs")
    )),
    tables: &[PERIOD_TABLE],
    project,
};
const FOLDED: Folded = folded!(period);
const ALL: &str = "SELECT period, folded FROM period ORDER BY opens, began, period";
const FOUNDED: &str = "SELECT at FROM event ORDER BY position LIMIT 1";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Period(event) = fact.event else {
        return Ok(());
    };
    let After { id, now, folded, began } = FOLDED.follow::<Period>(tx, fact, event)?;
    tx.execute(PERIOD_TABLE.new, &[&id, &now.opened.opens.to_string(), &began, &folded])
}

fn line(row: &Row<'_>) -> Result<(Id<Period>, Period)> {
    let mut next = Columns::of(row, "period");
    let id = next.id("period")?;
    let folded: Vec<u8> = next.next()?;
    let state = minicbor::decode(&folded).map_err(|_| Error::Sealed("a period does not decode"))?;
    Ok((id, state))
}

impl Snapshot<'_> {
    /// All periods, in the order in which they opened.
    ///
    /// # Errors
    /// When storage is away.
    pub fn periods(&self) -> Result<Vec<(Id<Period>, Period)>> {
        self.tx()?.readable(ALL, &[], line)
    }

    /// Since when this node works: the moment of its first event.
    ///
    /// # Errors
    /// When storage is away.
    pub fn founded(&self) -> Result<Option<Moment>> {
        self.tx()?.row(FOUNDED, &[], |row| Ok(Moment(row.get(0)?)))
    }
}
