//! Tables made for one page each, written in the commit that changes them. A closed list: the match over events is
//! exhaustive in each view, so the compiler names every view that a new event must think of. A table is told once (`table!`); a
//! view whose source changed is built anew.
//!
//! INVARIANT: a row belongs to one case or to none, and a row that outlives cases is fed by no event of a case or a referral,
//! but by how many there were (`genus`) and by what is retired (`forgotten`);
//! no column holds what time alone changes; audit entries feed no view. Clear columns sort and filter; what is said about a
//! person is a sealed card.
/// The columns that say how the organisation stands to the case `c`, in which it takes part by the row `t`, if any: read by
/// [`standing`].
macro_rules! standing {
    ($organisation:literal, $now:literal) => {
        concat!(
            "CASE WHEN c.lead = ", $organisation, " THEN 'lead' WHEN t.reasons IS NULL THEN 'none' WHEN c.recorder = ",
            $organisation,
            " THEN 'recorded' WHEN t.led > 0 THEN 'former_lead' WHEN t.proceedings = t.reasons THEN 'existence' ELSE 'part' END, ",
            "(SELECT count(*) FROM disclosed x WHERE x.organisation = ", $organisation,
            " AND x.case_id = c.case_id AND x.person > 0 AND x.until >= ", $now,
            " AND (x.with_referral > 0 OR t.led = 0 OR c.recorder = ", $organisation, " OR c.lead = ", $organisation, ")), ",
            "(SELECT count(*) FROM due s WHERE s.organisation = ", $organisation,
            " AND s.case_id = c.case_id AND s.duty = 'escalated')"
        )
    };
}

/// One of fifty ids, the first of them the third parameter: see [`among`].
macro_rules! among {
    () => {
        "IN ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52)"
    };
}

#[macro_use]
mod table;
pub(crate) mod answered;
pub mod attempt;
pub mod case;
pub mod certificate;
pub mod due;
pub mod ending;
pub mod expert_institution;
mod folded;
pub(crate) mod forgotten;
pub mod import;
pub mod meeting;
pub mod organisation;
pub mod overdue;
pub mod partnership;
pub mod period;
pub mod plan;
pub mod practice;
pub mod programme;
pub mod provider;
pub mod recommendation;
pub mod referral;
pub mod report;
pub(crate) mod spoken_name;
pub mod task;
pub mod training;
pub mod visit;

use crate::{
    Error, Result,
    event::Stamp,
    seal::Key,
    seam::{Bind, Lasting, Row, Tx},
};
pub(crate) use table::Table;
use tiltas_access::{Part, RowFacts};
use tiltas_domain::{Event, Field, Fields, Id, Moment, Owner, StreamId, changes::Kind};

/// One event as a view sees it: content new in the commit that writes it, sealed when the view is rebuilt.
pub(crate) struct Fact<'e> {
    pub position: i64,
    pub stream: StreamId,
    pub at: Moment,
    pub event: &'e Event,
    /// Who did it, for what.
    pub stamp: &'e Stamp,
    /// Seals cards: the case's key, or the node's where the event belongs to no case and where it forgets one.
    pub key: &'e Key,
}

/// A view: its tables, and how an event changes them.
pub(crate) struct View {
    pub name: &'static str,
    /// Follows from its source: when it differs, the next start builds the view anew.
    pub version: i64,
    pub tables: &'static [Table],
    pub project: fn(&Tx<'_>, &Fact<'_>) -> Result<()>,
}

/// All of them.
pub(crate) const ALL: &[View] = &[
    forgotten::VIEW,
    organisation::VIEW,
    case::VIEW,
    referral::VIEW,
    provider::VIEW,
    recommendation::VIEW,
    programme::VIEW,
    partnership::VIEW,
    visit::VIEW,
    plan::VIEW,
    import::VIEW,
    practice::VIEW,
    expert_institution::VIEW,
    period::VIEW,
    report::VIEW,
    answered::VIEW,
    training::VIEW,
    certificate::VIEW,
    meeting::VIEW,
    due::VIEW,
    ending::VIEW,
    task::VIEW,
    attempt::VIEW,
];

/// Shows one event to these views. What forgets a case takes its rows away: no view has to think of it. A task about no case has
/// its row in its own view.
pub(crate) fn project<'v>(views: impl IntoIterator<Item = &'v View>, tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    if fact.stream.kind == Kind::Audit {
        return Ok(());
    }
    for view in views {
        if let Some(Owner::Case(case)) = fact.event.forgotten(fact.stream) {
            let case = case.to_string();
            let mut rows = view.tables.iter().filter_map(|table| table.forget);
            rows.try_for_each(|forget| tx.execute(forget, &[&case]))?;
        }
        (view.project)(tx, fact)?;
    }
    Ok(())
}

impl View {
    /// Makes the tables.
    pub fn create(&self, tx: &Tx<'_>, lasting: Lasting) -> Result<()> {
        for table in self.tables {
            tx.table(table.text, lasting)?;
            table.indexes.iter().try_for_each(|index| tx.index(index, lasting))?;
        }
        Ok(())
    }
}

/// An id in a column.
pub(crate) fn id<T>(row: &Row<'_>, index: usize, table: &'static str, column: &'static str) -> Result<Id<T>> {
    let id = row.text(index, |text| text.and_then(|text| text.parse().ok()))?;
    id.ok_or_else(|| wrong(table, column))
}

/// What stands in this column is impossible.
fn wrong(table: &'static str, column: &'static str) -> Error {
    Error::Inconsistent {
        table,
        row: String::new(),
        column,
    }
}

/// An id in a column that may be empty.
pub(crate) fn id_or_none<T>(
    row: &Row<'_>,
    index: usize,
    table: &'static str,
    column: &'static str,
) -> Result<Option<Id<T>>> {
    let id = row.text(index, |text| text.map(|text| text.parse().ok()))?;
    id.map(|id| id.ok_or_else(|| wrong(table, column))).transpose()
}

/// A number that counts something.
pub(crate) fn count(row: &Row<'_>, index: usize, table: &'static str, column: &'static str) -> Result<usize> {
    usize::try_from(row.get::<i64>(index)?).map_err(|_| wrong(table, column))
}

/// A code in a column.
pub(crate) fn code<T>(
    row: &Row<'_>,
    index: usize,
    table: &'static str,
    column: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T> {
    let value = row.text(index, |text| text.and_then(read))?;
    value.ok_or_else(|| wrong(table, column))
}

/// How an organisation stands to a case, as a column says it.
fn part(row: &Row<'_>, index: usize) -> Result<Part> {
    code(row, index, "case_file", "part", |code| {
        Some(match code {
            "none" => Part::None,
            "existence" => Part::Existence,
            "part" => Part::Part,
            "recorded" => Part::Recorded,
            "former_lead" => Part::FormerLead,
            "lead" => Part::Lead,
            _ => return None,
        })
    })
}

/// So many ids `among!` names.
pub(crate) const AT_ONCE: usize = 50;

/// The parameters of a statement that asks for some ids `among!` others: two of its own, then the ids, [`AT_ONCE`] at most. A
/// shorter list repeats its last.
pub(crate) fn among<'p>(own: [&'p dyn Bind; 2], ids: &'p [String]) -> Vec<&'p dyn Bind> {
    let padded = ids.iter().chain(ids.last().into_iter().cycle()).take(AT_ONCE);
    own.into_iter().chain(padded.map(|id| id as &dyn Bind)).collect()
}

/// Reads the three columns of `standing!`.
pub(crate) fn standing(row: &Row<'_>, index: usize) -> Result<RowFacts> {
    let part = part(row, index)?;
    let person = row.get::<i64>(index + 1)? > 0;
    Ok(RowFacts {
        part,
        disclosed: if person {
            Fields::of(&[Field::Person])
        } else {
            Fields::NONE
        },
        reached: row.get::<i64>(index + 2)? > 0,
    })
}
