//! Partnerships: a row each, with the state that the next event follows, and when the next reminder of its end is due. They are
//! about nobody, so nothing of a row is sealed.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    overdue,
    table::{Columns, digest},
};
use crate::{
    Error, Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{Event, Id, Moment, partnership::Partnership};

table! {
    PARTNERSHIP_TABLE = partnership (
        partnership text NOT NULL, warns bigint, began bigint NOT NULL, folded bytes NOT NULL
    ) key (partnership)
}

pub(crate) const VIEW: View = View {
    name: "partnership",
    // The state that a row keeps is the domain's: where that changes, the view is built anew too.
    version: digest(concat!(
        include_str!("partnership.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/partnership.rs"),
        include_str!("../../../domain/src/partnership/event.rs"),
        include_str!("../../../domain/src/partnership/kind.rs")
    )),
    tables: &[PARTNERSHIP_TABLE],
    project,
};
const FOLDED: Folded = folded!(partnership);
const ALL: &str = "SELECT partnership, folded FROM partnership ORDER BY began, partnership";
const WARNS: &str = "SELECT partnership, warns FROM partnership WHERE warns <= $1 AND (warns > $2 OR (warns = $2 AND partnership > $3)) ORDER BY warns, partnership LIMIT $4";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Partnership(event) = fact.event else {
        return Ok(());
    };
    let After { id, now, folded, began } = FOLDED.follow::<Partnership>(tx, fact, event)?;
    let warns = now.warns_at().map(|at| at.0);
    tx.execute(PARTNERSHIP_TABLE.new, &[&id, &warns, &began, &folded])
}

/// A partnership in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Partnership>,
    /// All of it.
    pub of: Partnership,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "partnership");
    let id = next.id("partnership")?;
    let folded: Vec<u8> = next.next()?;
    let of = minicbor::decode(&folded).map_err(|_| next.wrong("folded"))?;
    Ok(Line { id, of })
}

/// A partnership whose end is to be reminded of.
#[derive(Clone, Copy, Debug)]
pub struct Warns {
    /// Which.
    pub partnership: Id<Partnership>,
    /// Since when.
    pub since: Moment,
}

impl Snapshot<'_> {
    /// All partnerships, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn partnerships(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }

    /// The partnerships of whose end a reminder is due at `now`, the longest due first, after the one that ended the last page.
    ///
    /// # Errors
    /// When storage is away.
    pub fn partnerships_ending(
        &self,
        now: Moment,
        after: Option<&overdue::After>,
        limit: i64,
    ) -> Result<overdue::Page<Warns>> {
        self.overdue(("partnership", WARNS), now, after, limit, |row| {
            let since = Moment(row.get(1)?);
            let id = super::id(row, 0, "partnership", "partnership");
            let line: Result<Warns, Error> = id.map(|partnership| Warns { partnership, since });
            Ok((since.0, line))
        })
    }
}
