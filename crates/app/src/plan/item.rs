//! One item of a plan with its whole story: what the plan says, what was reported, which recommendations it carries out.
use super::facts;
use crate::{
    Act, App, Error, Read,
    act::{On, offered_by},
    organisation::Names,
    practice::reading,
};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Actor, Context, Id, Root,
    organisation::Organisation,
    plan::{Item, Plan, number},
    practice::Practice,
    recommendation::Recommendation,
};

/// Another item that is named in the story.
#[derive(Clone, Debug)]
pub struct Other {
    /// Its plan.
    pub plan: Id<Plan>,
    /// The item.
    pub item: Item,
    /// How many days it is late.
    pub late: Option<i32>,
}

/// The story.
#[derive(Debug)]
pub struct Story {
    /// Which plan.
    pub id: Id<Plan>,
    /// The plan, without its items.
    pub plan: Plan,
    /// The item.
    pub item: Item,
    /// How many days it is late.
    pub late: Option<i32>,
    /// What stands above it, from the top.
    pub above: Vec<Other>,
    /// What stands right under it.
    pub below: Vec<Other>,
    /// The recommendations that it carries out, each with its title.
    pub links: Vec<(Id<Recommendation>, String)>,
    /// The practice that it was before, where an institution adopted one as this action.
    pub practices: Vec<(Id<Practice>, String)>,
    /// The names of the institutions in it.
    pub names: HashMap<Id<Organisation>, String>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

impl Story {
    /// Whether the reader may do this to it now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }

    /// The name of an institution.
    pub fn name(&self, who: Id<Organisation>) -> String {
        self.names.get(&who).cloned().unwrap_or_default()
    }
}

/// The whole story.
///
/// # Errors
/// When the actor's role does not read plans, or there is no such item.
pub fn story(app: &App, root: &Root, (id, item): (Id<Plan>, Id<Item>)) -> Result<Story, Error> {
    app.view("plan.item", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadPlans, subject, Facts::None)?;
        let on = read.state(id)?;
        let of = on.item(item).ok_or(Error::NotFound)?;
        let names = Names::read(read)?;
        let said = of.reports.iter().map(|told| told.organisation);
        let named = of.said.responsible.iter().chain(&of.said.partners).copied().chain(said);
        let other = |item: &Item| Other {
            plan: id,
            item: item.clone(),
            late: late(app, &on, item, context),
        };
        let own = &of.said.number;
        let mut above: Vec<Other> = on
            .items
            .iter()
            .filter(|item| number::is_under(own, &item.said.number))
            .map(other)
            .collect();
        above.sort_by_key(|other| other.item.said.number.len());
        let below = on.items.iter();
        let mut below: Vec<Other> = below
            .filter(|item| number::above(&item.said.number) == Some(own))
            .map(other)
            .collect();
        below.sort_by(|one, other| number::order(&one.item.said.number, &other.item.said.number));
        let may = Act::ALL.iter().copied().filter(|act| {
            let allows = |action| read.may(action, subject, facts(*act, Some((&on, of)), context));
            let done = *act != Act::ReportItem || of.stands(&on).is_some_and(|said| said.level.is_done());
            done && offered_by(allows, On::Plan(&on), context).contains(act)
        });
        let may = may.collect();
        Ok(Story {
            id,
            late: late(app, &on, of, context),
            above,
            below,
            links: links(read, of)?,
            practices: adopted(read, item, &context.actor)?,
            names: named.map(|who| (who, names.of(who))).collect(),
            may,
            item: of.clone(),
            plan: Plan {
                items: Vec::new(),
                ..on.clone()
            },
        })
    })
}

pub(crate) fn late(app: &App, plan: &Plan, item: &Item, context: &Context) -> Option<i32> {
    item.owed(plan)
        .and_then(|term| app.profile().days_late(term, context.now))
}

fn links(read: &mut Read<'_>, item: &Item) -> Result<Vec<(Id<Recommendation>, String)>, Error> {
    let mut links = Vec::new();
    for id in &item.links {
        if let Some(of) = read.find(*id)? {
            links.push((*id, of.first.title.clone()));
        }
    }
    Ok(links)
}

/// The practices that became this item, as far as this reader may open them.
fn adopted(read: &mut Read<'_>, item: Id<Item>, actor: &Actor) -> Result<Vec<(Id<Practice>, String)>, Error> {
    let mut practices = read.views().practices()?;
    practices.retain(|line| {
        let (action, own) = reading(line.open, line.writer, actor);
        line.planned.contains(&item) && read.may(action, Subject::Other(line.id.into()), own)
    });
    Ok(practices.into_iter().map(|line| (line.id, line.title)).collect())
}

/// The items that carry out a recommendation, each with the name of its plan, for whoever reads plans.
///
/// # Errors
/// When storage is away.
pub fn carrying_out(
    app: &App,
    read: &mut Read<'_>,
    of: Id<Recommendation>,
    context: &Context,
) -> Result<Vec<(Other, String)>, Error> {
    if !read.may(Action::ReadPlans, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let plans: HashMap<Id<Plan>, Plan> = read.views().plans()?.into_iter().collect();
    let items = read.views().items_for(of)?.into_iter();
    let other = |(plan, item): (Id<Plan>, Item)| {
        let on = plans.get(&plan);
        let late = on.and_then(|on| late(app, on, &item, context));
        let title = on.map(|on| on.first.title.clone()).unwrap_or_default();
        (Other { plan, item, late }, title)
    };
    Ok(items.map(other).collect())
}
