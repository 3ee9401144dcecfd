//! Plans as lists: all of them, and the items of one as a tree, narrowed and counted in one place for page, table and program.
use super::facts;
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
};
use std::{cmp::Ordering, collections::HashMap};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    likeness::Sought,
    organisation::Organisation,
    plan::{Item, Level, Plan, Select, Status, number},
};

/// An item as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The item.
    pub item: Item,
    /// The names of those who answer for it.
    pub responsible: Vec<String>,
    /// How many days it is late; none where it is not.
    pub late: Option<i32>,
    /// Written in a version that no body has approved yet, while another is in force.
    pub new: bool,
}

/// Items, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// What is to be done.
    pub actions: usize,
    /// What is done.
    pub done: usize,
    /// What is late.
    pub late: usize,
}

impl Counts {
    fn add(&mut self, shown: &Shown) {
        if shown.item.said.level.is_done() {
            self.actions += 1;
            self.done += usize::from(shown.item.status() == Status::Done);
            self.late += usize::from(shown.late.is_some());
        }
    }
}

/// An item at the top of the tree, with what stands under it.
#[derive(Debug)]
pub struct Branch {
    /// The item.
    pub top: Shown,
    /// What stands under it, counted.
    pub counts: Counts,
    /// What stands under it, in its order, as far as it was asked for.
    pub below: Vec<Shown>,
}

/// A plan in the list of plans.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Plan>,
    /// The plan, without its items.
    pub of: Plan,
    /// Its items, counted.
    pub counts: Counts,
    /// How many objectives.
    pub objectives: usize,
}

/// A plan, as its page shows it.
#[derive(Debug)]
pub struct Tree {
    /// Which.
    pub id: Id<Plan>,
    /// The plan, without its items.
    pub of: Plan,
    /// The items that fit what was chosen, as branches.
    pub branches: Vec<Branch>,
    /// All items, counted.
    pub counts: Counts,
    /// How many objectives.
    pub objectives: usize,
    /// How many items fit what was chosen.
    pub found: usize,
    /// The institutions that answer for something, in the order of the plan, each with its counts.
    pub institutions: Vec<(Id<Organisation>, String, Counts)>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// All plans.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn plans(app: &App, root: &Root) -> Result<Vec<Line>, Error> {
    app.view("plan.list", root, |read, context| {
        let _permit = read.permit(Action::ReadPlans, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let mut lines = Vec::new();
        for (id, of) in read.views().plans()? {
            let all = shown(app, &names, &of, read.views().plan_items(id)?, context.now);
            let (counts, objectives) = counted(&all);
            lines.push(Line {
                id,
                of,
                counts,
                objectives,
            });
        }
        Ok(lines)
    })
}

/// One plan with its items.
///
/// # Errors
/// When the actor's role does not read plans, or there is none.
pub fn tree(app: &App, root: &Root, id: Id<Plan>, select: &Select) -> Result<Tree, Error> {
    app.view("plan.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadPlans, subject, Facts::None)?;
        let names = Names::read(read)?;
        let mut on = read.views().plan(id)?.ok_or(Error::NotFound)?;
        on.items = read.views().plan_items(id)?;
        let may = Act::ALL.iter().copied().filter(|act| {
            let allows = |action| read.may(action, subject, facts(*act, None, context));
            offered_by(allows, On::Plan(&on), context).contains(act)
        });
        let may = may.collect();
        let items = std::mem::take(&mut on.items);
        let of = on;
        let mut all = shown(app, &names, &of, items, context.now);
        all.sort_by(|one, other| number::order(&one.item.said.number, &other.item.said.number));
        let (counts, objectives) = counted(&all);
        let institutions = by_institution(&of, &all, &names);
        let (branches, found) = branches(&of, all, select);
        Ok(Tree {
            id,
            of,
            branches,
            counts,
            objectives,
            found,
            institutions,
            may,
        })
    })
}

/// The names of all institutions.
///
/// # Errors
/// When the actor's role does not read plans, or storage is away.
pub fn names(app: &App, root: &Root) -> Result<HashMap<Id<Organisation>, String>, Error> {
    app.view("plan.names", root, |read, _| {
        let _permit = read.permit(Action::ReadPlans, Subject::Own, Facts::None)?;
        let all = read.views().organisations()?.into_iter();
        Ok(all.map(|line| (line.organisation, line.name)).collect())
    })
}

/// Those that follow a number in the order of the plan: also where the item with this number is gone meanwhile.
pub fn following<'a>(all: impl IntoIterator<Item = &'a Shown>, after: Option<&str>) -> impl Iterator<Item = &'a Shown> {
    let comes = move |shown: &Shown| {
        after.is_none_or(|after| number::order(&shown.item.said.number, after) == Ordering::Greater)
    };
    all.into_iter().skip_while(move |shown| !comes(shown))
}

fn shown(app: &App, names: &Names, of: &Plan, items: Vec<Item>, now: tiltas_domain::Moment) -> Vec<Shown> {
    let late = |item: &Item| item.owed(of).and_then(|term| app.profile().days_late(term, now));
    let one = |item: Item| Shown {
        responsible: item.said.responsible.iter().map(|who| names.of(*who)).collect(),
        late: late(&item),
        new: of.is_new(item.since),
        item,
    };
    items.into_iter().map(one).collect()
}

fn counted(all: &[Shown]) -> (Counts, usize) {
    let mut counts = Counts::default();
    all.iter().for_each(|shown| counts.add(shown));
    let objectives = all.iter().filter(|shown| shown.item.said.level == Level::Objective);
    (counts, objectives.count())
}

/// In the order of the plan: it ranks nobody.
fn by_institution(of: &Plan, all: &[Shown], names: &Names) -> Vec<(Id<Organisation>, String, Counts)> {
    let mut found: Vec<(Id<Organisation>, String, Counts)> = Vec::new();
    let mut places: HashMap<Id<Organisation>, usize> = HashMap::new();
    for shown in all {
        for who in shown.item.responsible(of) {
            let place = *places.entry(*who).or_insert_with(|| {
                found.push((*who, names.of(*who), Counts::default()));
                found.len() - 1
            });
            if let Some((_, _, counts)) = found.get_mut(place) {
                counts.add(shown);
            }
        }
    }
    found.retain(|(_, _, counts)| counts.actions > 0);
    found
}

/// The tree: objectives, each with what stands under it where it is open or something there was asked for.
fn branches(of: &Plan, all: Vec<Shown>, select: &Select) -> (Vec<Branch>, usize) {
    let sought = select.text.as_deref().map(Sought::of);
    let mut branches: Vec<Branch> = Vec::new();
    let mut found = 0;
    for shown in all {
        if !shown.item.said.level.is_done() {
            branches.push(Branch {
                top: shown,
                counts: Counts::default(),
                below: Vec::new(),
            });
            continue;
        }
        let number = &shown.item.said.number;
        let above = branches.iter_mut().rev();
        let mut above = above.filter(|branch| number::is_under(number, &branch.top.item.said.number));
        let Some(branch) = above.next() else { continue };
        branch.counts.add(&shown);
        if fits(of, &shown, select, sought.as_ref()) {
            found += 1;
            branch.below.push(shown);
        }
    }
    if select.is_narrow() {
        branches.retain(|branch| !branch.below.is_empty());
    }
    (branches, found)
}

fn fits(of: &Plan, shown: &Shown, select: &Select, sought: Option<&Sought>) -> bool {
    let (item, said) = (&shown.item, &shown.item.said);
    select.status.is_none_or(|status| item.status() == status)
        && (select.under.as_ref()).is_none_or(|under| number::is_under(&said.number, under))
        && select.responsible.is_none_or(|who| item.responsible(of).contains(&who))
        && (!select.late || shown.late.is_some())
        && sought.is_none_or(|sought| sought.stands_in([said.title.as_str()]) || is_number(select, &said.number))
}

/// Whether the number of an item was typed, and not words.
fn is_number(select: &Select, number: &str) -> bool {
    select
        .text
        .as_deref()
        .is_some_and(|text| number.eq_ignore_ascii_case(text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiltas_domain::{example, plan::Said};

    fn shown(nth: u8, number: &str) -> Shown {
        let said = Said {
            level: Level::Action,
            number: number.to_owned(),
            title: "Agree".to_owned(),
            responsible: Vec::new(),
            partners: Vec::new(),
            from: None,
            term: None,
            budget: None,
            fund: None,
            indicator: None,
        };
        Shown {
            item: Item::new(example::id(nth), said, 1, None),
            responsible: Vec::new(),
            late: None,
            new: false,
        }
    }

    #[test]
    fn a_page_goes_on_where_it_stood_though_the_item_is_gone() {
        let all = [shown(1, "1.2"), shown(2, "1.9"), shown(3, "1.10")];
        let numbers = |after: Option<&str>| -> Vec<String> {
            following(&all, after)
                .map(|shown| shown.item.said.number.clone())
                .collect()
        };
        assert_eq!(numbers(None), ["1.2", "1.9", "1.10"]);
        assert_eq!(numbers(Some("1.2")), ["1.9", "1.10"]);
        assert_eq!(numbers(Some("1.3")), ["1.9", "1.10"], "gone meanwhile");
        assert!(numbers(Some("2")).is_empty());
    }

    #[test]
    fn a_number_with_letters_is_found_however_it_is_typed() {
        for (text, number, found) in [
            ("A.1", "A.1", true),
            ("a.1", "A.1", true),
            ("1.2", "2.1", false),
            ("A.1", "A.12", false),
        ] {
            let select = Select {
                text: Some(text.to_owned()),
                ..Select::default()
            };
            assert_eq!(is_number(&select, number), found, "{text} {number}");
        }
    }
}
