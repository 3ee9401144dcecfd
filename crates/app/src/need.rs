//! Needs: recorded by those who lead the case, seen by them, and one by one by whoever meets it.
use crate::{
    Act, App, Error, Read, Receipt,
    act::{On, offered},
    case::{
        change,
        file::{Seen, Words},
    },
    organisation::Names,
};
use tiltas_access::{Permit, Record, named_in_need};
use tiltas_domain::{
    Context, Id, Root,
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
    /// Whether the reader may say how it ended.
    pub may_end: bool,
}

/// The needs that are there for this reader: all to those who lead the case, else those that the reader's organisation recorded
/// or meets. What a person needs is told to nobody else: it may say more than a name.
/// How one ended is told to those who lead, and to whoever met it: whoever recorded it and leads no more learns no more of it.
pub(crate) fn kept(
    read: &mut Read<'_>,
    permit: &Permit,
    context: &Context,
    seen: &Seen<'_>,
) -> Result<Vec<Line>, Error> {
    let needs: Needs = seen.records().of_case().unwrap_or_default();
    let names = Names::read(read)?;
    let mut lines = Vec::new();
    for need in &needs.0 {
        let named = named_in_need(need);
        if !permit.sees(Record::Need, &named) {
            continue;
        }
        let met_by = need.met_by();
        let end = need.end.filter(|_| permit.sees(Record::Need, met_by.as_slice()));
        read.shows(&(need.id, end.map(|end| end.ended().code())));
        let words = read.open(permit, need.words.as_ref())?;
        lines.extend(permit.record(Record::Need, &named, || Line {
            id: need.id,
            kind: need.kind,
            pressing: need.pressing,
            words,
            end,
            met_by: met_by.filter(|_| end.is_some()).map(|by| names.of(by)),
            may_end: offered(permit, On::Need(need), context).contains(&Act::EndNeed),
        }));
    }
    Ok(lines)
}
