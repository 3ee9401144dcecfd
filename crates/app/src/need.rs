//! Needs: recorded by those who lead the case, seen by them, and one by one by whoever meets it.
use crate::{
    Act, App, Error, Read, Receipt,
    case::{
        change,
        file::{Seen, Words},
    },
    organisation::Names,
};
use tiltas_access::{Permit, Record};
use tiltas_domain::{
    Id, Root,
    case::Case,
    need::{self, End, Kind, Need, Needs, Pressing},
};

/// Records what the person needs.
///
/// # Errors
/// When the actor does not lead the case.
pub fn record(app: &App, root: &Root, id: Id<Case>, command: &need::Record) -> Result<Receipt, Error> {
    change(app, root, Act::RecordNeed, id, |read, context, _, _| {
        read.find(id.of::<Needs>())?;
        Ok(need::record(id, command, context))
    })
}

/// Says how a need ended.
///
/// # Errors
/// When the actor does not lead the case, there is no such need, or it was met or dropped before.
pub fn end(app: &App, root: &Root, id: Id<Case>, which: Id<Need>, end: End) -> Result<Receipt, Error> {
    change(app, root, Act::EndNeed, id, |read, _, _, _| {
        let is_there = match end {
            End::Met(by) => read.find(by)?.is_some(),
            End::Unmet(_) | End::Withdrawn => true,
        };
        Ok(need::end(id, &read.of_case(id)?, which, end, is_there)?)
    })
}

/// A need, as shown.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Need>,
    /// What.
    pub kind: Kind,
    /// How pressing.
    pub pressing: Pressing,
    /// In words.
    pub words: Words,
    /// How it ended.
    pub end: Option<End>,
    /// The organisation that met it.
    pub met_by: Option<String>,
    /// Whether it may still be met.
    pub may_end: bool,
}

/// The needs that are there for this reader: all to those who lead the case, else those that the reader's organisation recorded
/// or meets. What a person needs is told to nobody else: it may say more than a name.
pub(crate) fn kept(read: &mut Read<'_>, permit: &Permit, seen: &Seen<'_>) -> Result<Vec<Line>, Error> {
    let needs: Needs = seen.records().of_case().unwrap_or_default();
    let names = Names::read(read)?;
    let mut lines = Vec::new();
    for need in &needs.0 {
        let met_by = match need.end {
            Some(End::Met(by)) => Some(by),
            _ => None,
        };
        let mut named = vec![need.by];
        named.extend(met_by);
        if !permit.sees(Record::Need, &named) {
            continue;
        }
        read.shows(&(need.id, need.end.map(|end| end.ended().code())));
        let words = read.open(permit, need.words.as_ref())?;
        lines.extend(permit.record(Record::Need, &named, || Line {
            id: need.id,
            kind: need.kind,
            pressing: need.pressing,
            words,
            end: need.end,
            met_by: met_by.map(|by| names.of(by)),
            may_end: need.may_end(),
        }));
    }
    Ok(lines)
}
