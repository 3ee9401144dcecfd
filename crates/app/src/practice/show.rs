//! One practice: what it tells, what was done with it, and what it became.
use super::{facts, open_plans, reading};
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
    plan::item::late,
    programme::holding,
};
use tiltas_access::Subject;
use tiltas_domain::{
    Id, Moment, Root,
    plan::{Item, Level, Plan},
    practice::Practice,
    programme::{Came, Programme},
    recommendation::{Recommendation, Stage},
};

/// What it became for one institution.
#[derive(Clone, Debug)]
pub struct Became {
    /// The institution's name.
    pub name: String,
    /// The recommendation.
    pub recommendation: Id<Recommendation>,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// When it was adopted.
    pub at: Moment,
}

/// The action of a plan that it became for one institution.
#[derive(Clone, Debug)]
pub struct Action {
    /// The institution's name.
    pub name: String,
    /// The plan and the action.
    pub at: (Id<Plan>, Id<Item>),
    /// Its number and its words.
    pub title: String,
    /// How far it is.
    pub item: Item,
    /// How many days it is late.
    pub late: Option<i32>,
    /// When it was adopted.
    pub on: Moment,
}

/// The practice as its reader sees it.
#[derive(Debug)]
pub struct Shown {
    /// Which.
    pub id: Id<Practice>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it.
    pub of: Practice,
    /// The name of the institution whose people wrote it down.
    pub writer: String,
    /// What it became, oldest first.
    pub became: Vec<Became>,
    /// The actions that it became, oldest first.
    pub actions: Vec<Action>,
    /// The objectives under which its reader may write it as an action: the item, the plan's name, number and words.
    pub under: Vec<(Id<Item>, String)>,
    /// The programmes of which it came.
    pub programmes: Vec<(Id<Programme>, Programme)>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// One practice.
///
/// # Errors
/// When the actor's role does not read it, or there is none.
pub fn show(app: &App, root: &Root, id: Id<Practice>) -> Result<Shown, Error> {
    app.view("practice.show", root, |read, context| {
        let of = read.state(id)?;
        let subject = Subject::Other(id.into());
        let (action, own) = reading(of.is_open(), of.by.organisation, &context.actor);
        let _permit = read.permit(action, subject, own)?;
        let names = Names::read(read)?;
        let mut became = Vec::new();
        for adopted in &of.adopted {
            let recommendation = read.state(adopted.recommendation)?;
            became.push(Became {
                name: names.of(adopted.organisation),
                recommendation: adopted.recommendation,
                title: recommendation.first.title.clone(),
                stage: recommendation.stage(),
                at: adopted.at,
            });
        }
        let allows = |act: Act| read.may(act.action(), subject, facts(act, &of, &context.actor));
        let acts = Act::ALL.iter().copied();
        let may = acts.filter(|act| offered_by(|_| allows(*act), On::Practice(&of), context).contains(act));
        let mut may: Vec<Act> = may.collect();
        let mut under = Vec::new();
        if may.contains(&Act::PlanPractice) {
            for (_, plan) in open_plans(read)? {
                let objectives = plan.items.iter().filter(|item| item.said.level == Level::Objective);
                let name = |item: &Item| format!("{}: {} {}", plan.first.title, item.said.number, item.said.title);
                under.extend(objectives.map(|item| (item.id, name(item))));
            }
        }
        // Where no plan is being written there is nothing to choose from.
        may.retain(|act| *act != Act::PlanPractice || !under.is_empty());
        let mut actions = Vec::new();
        for planned in &of.planned {
            let plan = read.state(planned.plan)?;
            let Some(item) = plan.item(planned.item) else { continue };
            actions.push(Action {
                name: names.of(planned.organisation),
                at: (planned.plan, planned.item),
                title: format!("{} {}", item.said.number, item.said.title),
                late: late(app, &plan, item, context),
                item: item.clone(),
                on: planned.at,
            });
        }
        Ok(Shown {
            id,
            version: read.version_of(id),
            writer: names.of(of.by.organisation),
            may,
            actions,
            under,
            became,
            programmes: holding(read, Came::Practice(id))?,
            of,
        })
    })
}
