//! A view of a stream under the node's key whose row keeps the folded state: the next event is folded over it, so the rules of states
//! stand in the domain alone.
use super::Fact;
use crate::{Error, Result, seam::Tx};
use minicbor::{Decode, Encode};
use tiltas_domain::{Id, Stream};

/// What is asked of such a table, made by `folded!`: its key is named as the table is, and it has the columns `folded` and `began`.
pub(crate) struct Folded {
    pub table: &'static str,
    pub read: &'static str,
    pub drop: &'static str,
    pub all: &'static str,
}

macro_rules! folded {
    ($table:ident) => {
        $crate::views::folded::Folded {
            table: stringify!($table),
            read: concat!(
                "SELECT folded, began FROM ",
                stringify!($table),
                " WHERE ",
                stringify!($table),
                " = $1"
            ),
            drop: concat!(
                "DELETE FROM ",
                stringify!($table),
                " WHERE ",
                stringify!($table),
                " = $1"
            ),
            all: concat!(
                "SELECT ",
                stringify!($table),
                ", folded FROM ",
                stringify!($table),
                " ORDER BY began, ",
                stringify!($table)
            ),
        }
    };
}
pub(crate) use folded;

/// A row after an event.
pub(crate) struct After<S> {
    /// The id of its stream.
    pub id: String,
    /// The state.
    pub now: S,
    /// The state as it is kept.
    pub folded: Vec<u8>,
    /// Where in the journal the stream began.
    pub began: i64,
}

impl Folded {
    /// What the row is after `event`; the row before it is taken away.
    ///
    /// # Errors
    /// When the event does not follow what the row keeps, or storage is away.
    pub fn follow<S>(&self, tx: &Tx<'_>, fact: &Fact<'_>, event: &S::Event) -> Result<After<S>>
    where
        S: Stream + Encode<()> + for<'b> Decode<'b, ()>,
    {
        let id = Id::<S>::from_stored(fact.stream.id).to_string();
        let wrong = || Error::Inconsistent {
            table: self.table,
            row: id.clone(),
            column: "folded",
        };
        let before = tx.row(self.read, &[&id], |row| {
            Ok((row.get::<Vec<u8>>(0)?, row.get::<i64>(1)?))
        })?;
        let (state, began) = match &before {
            Some((folded, began)) => (Some(minicbor::decode(folded).map_err(|_| wrong())?), *began),
            None => (None, fact.position),
        };
        let now = S::evolve(state, event).ok_or_else(wrong)?;
        if before.is_some() {
            tx.execute(self.drop, &[&id])?;
        }
        let folded = minicbor::to_vec(&now).map_err(|_| Error::Defect("encoding failed"))?;
        Ok(After { id, now, folded, began })
    }

    /// Every state with the id of its stream, in the order in which they began.
    ///
    /// # Errors
    /// When a row can't be read, or storage is away.
    pub fn all<S: for<'b> Decode<'b, ()>>(&self, tx: &Tx<'_>) -> Result<Vec<(Id<S>, S)>> {
        tx.readable(self.all, &[], |row| {
            let folded: Vec<u8> = row.get(1)?;
            let wrong = |_| super::wrong(self.table, "folded");
            let state = minicbor::decode(&folded).map_err(wrong)?;
            Ok((super::id(row, 0, self.table, self.table)?, state))
        })
    }
}
