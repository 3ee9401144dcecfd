//! What the rows of a table make of a plan: new items, changed ones, the same, and what is wrong with the rest.
use super::{Event, Indicator, Item, Level, Plan, Refusal, Row, Said, decide, number};
use crate::{
    Changes, Context, Id,
    import::{Cells, Column, Fault, FaultKind, Import, Names, Table, Taken},
    known::codes,
};
use std::collections::{HashMap, HashSet};

/// The columns of a plan.
pub const COLUMNS: [Column; 14] = [
    column("number", true, &["no", "nr", "nr.", "no.", "nr. crt.", "număr"]),
    column(
        "level",
        false,
        &["kind", "kind of item", "type", "nivel", "tip", "tipul elementului"],
    ),
    column(
        "title",
        true,
        &["action", "actions", "name", "acțiuni", "denumire", "titlu"],
    ),
    column(
        "responsible",
        false,
        &[
            "responsible institution",
            "responsabil",
            "instituții responsabile",
            "instituția responsabilă",
        ],
    ),
    column("partners", false, &["partner", "parteneri"]),
    column("from", false, &["begins", "start", "început", "de la"]),
    column("term", false, &["deadline", "due", "termen", "termen de realizare"]),
    column(
        "budget",
        false,
        &["cost", "costs", "amount", "buget", "costuri", "sumă", "suma"],
    ),
    column(
        "fund",
        false,
        &[
            "source of funding",
            "source of the money",
            "funding",
            "sursa de finanțare",
            "sursa banilor",
            "finanțare",
        ],
    ),
    column(
        "indicator",
        false,
        &["indicators", "indicator de progres", "indicatori de progres"],
    ),
    column("unit", false, &["unitate", "unitate de măsură"]),
    column(
        "baseline",
        false,
        &["value before", "valoare de bază", "valoare inițială"],
    ),
    column("target", false, &["țintă", "ținta", "valoare țintă"]),
    column(
        "verified",
        false,
        &[
            "source of verification",
            "where the value comes from",
            "sursa de verificare",
            "de unde vine valoarea",
        ],
    ),
];

const fn column(code: &'static str, needed: bool, heads: &'static [&'static str]) -> Column {
    Column { code, needed, heads }
}

/// Words for kinds of items in tables of the country.
const LEVELS: [(&str, Level); 6] = [
    ("strategie", Level::Strategy),
    ("obiectiv", Level::Objective),
    ("obiectiv specific", Level::Objective),
    ("acțiune", Level::Action),
    ("subacțiune", Level::SubAction),
    ("sub-acțiune", Level::SubAction),
];

/// What a table would do to a plan.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// New, each with its row.
    pub added: Vec<(u32, Said)>,
    /// There, and to be changed, each with its row.
    pub changed: Vec<(u32, Id<Item>, Said)>,
    /// There, and the same.
    pub same: usize,
    /// What is wrong, in the order of the rows.
    pub faults: Vec<Fault>,
    /// How many rows are left out for it.
    pub wrong: usize,
}

impl Judged {
    /// What would come in, counted.
    pub fn taken(&self) -> Taken {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        Taken {
            added: count(self.added.len()),
            changed: count(self.changed.len()),
            same: count(self.same),
            wrong: count(self.wrong),
        }
    }
}

/// One row as far as it can be read.
fn said(cells: &mut Cells<'_>, names: &Names) -> Option<Said> {
    let number = cells.needed("number");
    let number = number.and_then(|text| {
        let read = number::read(&text);
        if read.is_none() {
            cells.wrong("number", FaultKind::Number);
        }
        read
    });
    let level = cells.choice("level", &LEVELS);
    let title = cells.needed("title");
    let (responsible, partners) = (
        cells.institutions("responsible", names),
        cells.institutions("partners", names),
    );
    let (from, term) = (cells.day("from"), cells.day("term"));
    let budget = cells.figure("budget");
    if budget.is_some_and(super::Figure::is_negative) {
        cells.wrong("budget", FaultKind::Negative);
    }
    let (fund, definition, unit) = (cells.line("fund"), cells.line("indicator"), cells.line("unit"));
    let (baseline, target) = (cells.figure("baseline"), cells.figure("target"));
    let source = cells.line("verified");
    if definition.is_none() && (unit.is_some() || baseline.is_some() || target.is_some()) {
        cells.wrong("indicator", FaultKind::Indicator);
    }
    let indicator = definition.map(|definition| Indicator {
        definition,
        unit,
        baseline,
        target,
        source,
    });
    let number = number?;
    // Where no kind is told, the number tells it.
    let level = level.unwrap_or(match number.matches('.').count() {
        0 => Level::Objective,
        1 => Level::Action,
        _ => Level::SubAction,
    });
    Some(Said {
        level,
        number,
        title: title?,
        responsible,
        partners,
        from,
        term,
        budget,
        fund,
        indicator,
    })
}

/// What a table would do to a plan; `columns` says for each of [`COLUMNS`] which of the table. Rows may stand in any order: an item
/// may come before what it stands under.
pub fn judge(plan: &Plan, (table, columns): (&Table, &[Option<u16>]), names: &Names) -> Judged {
    let mut judged = Judged::default();
    let known: HashMap<&str, &Item> = plan
        .items
        .iter()
        .map(|item| (item.said.number.as_str(), item))
        .collect();
    let mut read: Vec<(Cells<'_>, Option<Said>)> = Vec::new();
    let mut seen: HashMap<String, u32> = HashMap::new();
    for line in &table.lines {
        let mut cells = Cells::new(table, line, &COLUMNS, columns);
        let row = said(&mut cells, names);
        if let Some(row) = &row {
            if seen.contains_key(&row.number) {
                cells.wrong("number", FaultKind::Twice);
            } else {
                seen.insert(row.number.clone(), line.number);
            }
            if decide::in_order(&plan.first, row).is_err() {
                cells.wrong("term", FaultKind::Order);
            }
        }
        read.push((cells, row));
    }
    place(&mut read, &known);
    for (line, (cells, row)) in table.lines.iter().zip(read) {
        let (number, sound) = (line.number, cells.faults.is_empty());
        judged.faults.extend(cells.faults);
        match row.filter(|_| sound) {
            None => judged.wrong += 1,
            Some(row) => match known.get(row.number.as_str()) {
                Some(item) if item.said == row => judged.same += 1,
                Some(item) => judged.changed.push((number, item.id, row)),
                None => judged.added.push((number, row)),
            },
        }
    }
    judged
}

/// Whether each stands where it may: under an item of the plan or of the table that comes in itself. From the top down, so that what
/// stands under a row that is left out is left out too.
fn place(read: &mut [(Cells<'_>, Option<Said>)], known: &HashMap<&str, &Item>) {
    let depth = |row: &Option<Said>| row.as_ref().map_or(0, |row| row.number.matches('.').count());
    let mut order: Vec<usize> = (0..read.len()).collect();
    order.sort_by_key(|nth| read.get(*nth).map_or(0, |(_, row)| depth(row)));
    let mut levels: HashMap<String, Level> = known
        .iter()
        .map(|(number, item)| ((*number).to_owned(), item.said.level))
        .collect();
    for nth in order {
        let Some((cells, Some(row))) = read.get_mut(nth) else {
            continue;
        };
        let above = number::above(&row.number).and_then(|above| levels.get(above)).copied();
        let moved = known
            .get(row.number.as_str())
            .is_some_and(|item| item.said.level != row.level);
        match (number::above(&row.number), above) {
            (Some(_), None) => cells.wrong("number", FaultKind::Above),
            (None, _) if !row.level.stands_alone() => cells.wrong("level", FaultKind::Place),
            (_, Some(above)) if !row.level.stands_under(above) => cells.wrong("level", FaultKind::Place),
            _ if moved => cells.wrong("level", FaultKind::Place),
            _ => {}
        }
        if cells.faults.is_empty() {
            levels.insert(row.number.clone(), row.level);
        }
    }
}

/// Takes in what is right; the new items are `context.inside::<Plan, Item>(0..)`.
///
/// # Errors
/// When the plan is not being written.
pub fn take_in(
    id: Id<Plan>,
    on: &Plan,
    import: Id<Import>,
    judged: &Judged,
    context: &Context,
) -> Result<Changes, Refusal> {
    decide::Act::Write.fits(on)?;
    let added = (0..).zip(&judged.added).map(|(nth, (_, said))| Row {
        item: context.inside::<Plan, Item>(nth),
        said: said.clone(),
    });
    let changed = judged.changed.iter().map(|(_, item, said)| Row {
        item: *item,
        said: said.clone(),
    });
    Ok(Changes::new(
        id,
        Event::Imported {
            import,
            added: added.collect(),
            changed: changed.collect(),
        },
    ))
}

codes! {
    /// What was built on what an import brought, so that it is not taken back.
    Built {
        /// It was reported on.
        0 Reported = "reported",
        /// A recommendation is linked to it.
        1 Linked = "linked",
        /// It was written anew since, by hand or by another table.
        2 Changed = "changed",
        /// Something else was written under it.
        3 Below = "below",
        /// A body approved it.
        4 Approved = "approved",
    }
}

/// What was built on an import: which items keep it from being taken back, and why.
pub fn built_on(on: &Plan, import: Id<Import>) -> Vec<(Id<Item>, Built)> {
    let own = |item: &Item| item.import == Some(import);
    // The numbers under which something stands that came from elsewhere.
    let mut held: HashSet<&str> = HashSet::new();
    for item in on.items.iter().filter(|item| !own(item)) {
        let above = std::iter::successors(number::above(&item.said.number), |number| number::above(number));
        held.extend(above);
    }
    let built = |item: &Item| {
        let changed = item.before.iter().any(|before| before.import == import);
        let last = item.before.last().is_some_and(|before| before.import == import);
        if !own(item) && !changed {
            return None;
        }
        let number = &item.said.number;
        Some(match () {
            () if own(item) && !item.reports.is_empty() => Built::Reported,
            () if own(item) && !item.links.is_empty() => Built::Linked,
            () if item.by_hand || (own(item) && !item.before.is_empty()) || (changed && !last) => Built::Changed,
            // What is in force is not taken back while the next version is written.
            () if item.since < on.number => Built::Approved,
            () if own(item) && held.contains(number.as_str()) => Built::Below,
            () => return None,
        })
    };
    on.items
        .iter()
        .filter_map(|item| Some((item.id, built(item)?)))
        .collect()
}

/// Takes back what an import brought, whole.
///
/// # Errors
/// When the plan is not being written, or something was built on it: a report, a recommendation, a later change, an item below, an
/// approval.
pub fn undo(id: Id<Plan>, on: &Plan, import: Id<Import>) -> Result<Changes, Refusal> {
    decide::Act::Write.fits(on)?;
    if !built_on(on, import).is_empty() {
        return Err(Refusal::BuiltOn);
    }
    Ok(Changes::new(id, Event::ImportUndone { import }))
}
