//! Today's list narrowed to children: who is one is sealed, so it is read for all that is due, and only where that is asked for.
use super::{Placed, counted};
use crate::{Error, Read};
use std::collections::HashMap;
use tiltas_access::{Action, CaseFacts, Shown};
use tiltas_domain::{Context, Field, Id, case::Case};
use tiltas_store::views::{case::SHOWN as CARDS, due::Row};

/// The rows about whom their reader may know that the child's route is taken. Where that is withheld or can't be read a row is
/// not among them, as if the person were grown up. Nothing is noted yet: most of them stand on another page.
pub(super) fn only(read: &mut Read<'_>, context: &Context, rows: Vec<Placed>) -> Result<Vec<Placed>, Error> {
    let about = |row: &Row| row.about.as_ref().map(|about| about.case);
    let mut cases: Vec<Id<Case>> = rows.iter().filter_map(|(_, row, _)| about(row)).collect();
    cases.sort_unstable();
    cases.dedup();
    read.views().take_keys(&cases)?;
    let mut cards = HashMap::with_capacity(cases.len());
    for some in cases.chunks(CARDS) {
        cards.extend(read.views().cards(context.actor.organisation, some, context.now)?);
    }
    let (mut known, mut children) = (HashMap::new(), Vec::new());
    for (place, row, colleague) in rows {
        // What a colleague is to do stands under its own tab alone.
        if colleague.is_some() {
            continue;
        }
        let (Some(about), Some(thing)) = (&row.about, counted(read, context, &row)) else {
            continue;
        };
        let case = read.permit_counted(Action::ReadCase, about.case, CaseFacts::of_row(about.facts));
        let permit = case.as_ref().unwrap_or(&thing);
        let Some(card) = cards.get(&about.case).filter(|_| permit.covers(Field::Person).is_ok()) else {
            continue;
        };
        let child = match known.get(&about.case) {
            Some(child) => *child,
            None => {
                let person = read.person_of_row(permit, about.case, &card.person)?;
                let person = person.as_ref().and_then(Shown::open);
                let child = person.is_some_and(|person| person.age.takes_child_route());
                known.insert(about.case, child);
                child
            }
        };
        if child {
            children.push((place, row, colleague));
        }
    }
    Ok(children)
}
