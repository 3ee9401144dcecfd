//! Plans: a row for each plan without its items, and a row for each item, so that one report does not write a whole plan anew. They are
//! about nobody, so nothing of a row is sealed.
use super::{Fact, View, table::digest};
use crate::{Error, Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id,
    plan::{self, Item, Plan},
    recommendation::Recommendation,
};

table! {
    PLAN_TABLE = plan (plan text NOT NULL, began bigint NOT NULL, folded bytes NOT NULL) key (plan)
}
table! {
    ITEM_TABLE = plan_item (
        item text NOT NULL, plan text NOT NULL, links text NOT NULL, began bigint NOT NULL, nth bigint NOT NULL,
        folded bytes NOT NULL
    ) key (item) index "plan_item_plan ON plan_item (plan, began, nth)"
}

pub(crate) const VIEW: View = View {
    name: "plan",
    // The states that rows keep are the domain's: where those change, the view is built anew too.
    version: digest(concat!(
        include_str!("plan.rs"),
        include_str!("../../../domain/src/plan.rs"),
        include_str!("../../../domain/src/plan/event.rs"),
        include_str!("../../../domain/src/plan/item.rs")
    )),
    tables: &[PLAN_TABLE, ITEM_TABLE],
    project,
};
const HEAD: &str = "SELECT folded, began FROM plan WHERE plan = $1";
const DROP: &str = "DELETE FROM plan WHERE plan = $1";
const ITEM: &str = "SELECT item, folded FROM plan_item WHERE item = $1 AND plan = $2";
const ITEMS: &str = "SELECT item, folded FROM plan_item WHERE plan = $1 ORDER BY began, nth";
const KEEP: &str = "UPDATE plan_item SET links = $2, folded = $3 WHERE item = $1";
const TAKE: &str = "DELETE FROM plan_item WHERE item = $1";
const ALL: &str = "SELECT plan, folded FROM plan ORDER BY began, plan";
const LINKED: &str = "SELECT plan, folded FROM plan_item WHERE links LIKE '%' || $1 || '%' ORDER BY began, nth";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Plan(event) = fact.event else {
        return Ok(());
    };
    let id = Id::<Plan>::from_stored(fact.stream.id).to_string();
    let before = tx.row(HEAD, &[&id], |row| Ok((row.get::<Vec<u8>>(0)?, row.get::<i64>(1)?)))?;
    let (state, began) = match before {
        Some((folded, began)) => (Some(read::<Plan>(&folded)?), began),
        None => (None, fact.position),
    };
    let was = state.is_some();
    let now = Plan::head(state, event).ok_or_else(|| wrong("plan", &id))?;
    if was {
        tx.execute(DROP, &[&id])?;
    }
    tx.execute(PLAN_TABLE.new, &[&id, &began, &kept(&now)?])?;
    items(tx, fact.position, &id, event, now.number)
}

fn items(tx: &Tx<'_>, position: i64, plan: &str, event: &plan::Event, version: u16) -> Result<()> {
    let one = |id: Id<Item>| {
        let id = id.to_string();
        let found = tx.row(ITEM, &[&id, &plan], |row| row.get::<Vec<u8>>(1))?;
        let item = read::<Item>(&found.ok_or_else(|| wrong("plan_item", &id))?)?;
        follow(tx, item, event, version)
    };
    match event {
        plan::Event::Imported { changed, .. } => changed.iter().try_for_each(|row| one(row.item))?,
        plan::Event::ImportUndone { .. } => {
            let all = tx.rows(ITEMS, &[&plan], |row| row.get::<Vec<u8>>(1))?;
            for folded in all {
                follow(tx, read(&folded)?, event, version)?;
            }
        }
        event => {
            if let Some(id) = Plan::touched(event) {
                one(id)?;
            }
        }
    }
    let (added, import) = event.added();
    for (nth, row) in (0i64..).zip(added) {
        let item = Item::new(row.item, row.said.clone(), version, import);
        let id = row.item.to_string();
        tx.execute(ITEM_TABLE.new, &[&id, &plan, &"", &position, &nth, &kept(&item)?])?;
    }
    Ok(())
}

fn follow(tx: &Tx<'_>, mut item: Item, event: &plan::Event, version: u16) -> Result<()> {
    let before = item.clone();
    let id = item.id.to_string();
    if !item.follow(event, version) {
        return tx.execute(TAKE, &[&id]);
    }
    if item == before {
        return Ok(());
    }
    let links: Vec<String> = item.links.iter().map(ToString::to_string).collect();
    tx.execute(KEEP, &[&id, &links.join(" "), &kept(&item)?])
}

fn kept<T: minicbor::Encode<()>>(state: &T) -> Result<Vec<u8>> {
    minicbor::to_vec(state).map_err(|_| Error::Defect("encoding failed"))
}

fn read<T: for<'b> minicbor::Decode<'b, ()>>(folded: &[u8]) -> Result<T> {
    minicbor::decode(folded).map_err(|_| wrong("plan", ""))
}

fn wrong(table: &'static str, row: &str) -> Error {
    Error::Inconsistent {
        table,
        row: row.to_owned(),
        column: "folded",
    }
}

impl Snapshot<'_> {
    /// All plans without their items, the first begun first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn plans(&self) -> Result<Vec<(Id<Plan>, Plan)>> {
        let row = |row: &crate::seam::Row<'_>| Ok((super::id(row, 0, "plan", "plan")?, read(&row.get::<Vec<u8>>(1)?)?));
        self.tx()?.readable(ALL, &[], row)
    }

    /// A plan without its items.
    ///
    /// # Errors
    /// When storage is away.
    pub fn plan(&self, plan: Id<Plan>) -> Result<Option<Plan>> {
        let plan = plan.to_string();
        let found = self.tx()?.row(HEAD, &[&plan], |row| row.get::<Vec<u8>>(0))?;
        found.map(|folded| read(&folded)).transpose()
    }

    /// The items of a plan, in the order in which they were written.
    ///
    /// # Errors
    /// When storage is away.
    pub fn plan_items(&self, plan: Id<Plan>) -> Result<Vec<Item>> {
        let plan = plan.to_string();
        self.tx()?
            .readable(ITEMS, &[&plan], |row| read(&row.get::<Vec<u8>>(1)?))
    }

    /// The items that carry out a recommendation, each with its plan.
    ///
    /// # Errors
    /// When storage is away.
    pub fn items_for(&self, recommendation: Id<Recommendation>) -> Result<Vec<(Id<Plan>, Item)>> {
        let which = recommendation.to_string();
        let row =
            |row: &crate::seam::Row<'_>| Ok((super::id(row, 0, "plan_item", "plan")?, read(&row.get::<Vec<u8>>(1)?)?));
        self.tx()?.readable(LINKED, &[&which], row)
    }
}
