//! A plan: a strategy, its objectives, their actions and sub-actions, who answers for each until when, and what was reported. It has
//! versions; what is in force goes on while the next one is written.
mod command;
mod decide;
mod event;
mod figure;
mod item;
pub mod number;
mod row;

pub use command::{Amend, Approve, Draft, Enforce, Link, Refusal, Report, Write};
pub use decide::{Act, add, amend, approve, change, draft, enforce, link, report};
pub use event::{Approval, Event, First, Row};
pub use figure::{Figure, NoFigure};
pub use item::{Before, Indicator, Item, Said, Told};
pub use row::{Built, COLUMNS, Judged, built_on, judge, take_in, undo};

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    dated::Dated,
    known::codes,
    organisation::Organisation,
};
use minicbor::{Decode, Encode};

codes! {
    /// Where a plan stands.
    Stage {
        /// It is being written.
        0 Draft = "draft",
        /// A body approved it.
        1 Approved = "approved",
        /// It is to be carried out.
        2 InForce = "in_force",
        /// It is in force, and its next version is being written.
        3 Amended = "amended",
    }
}

codes! {
    /// What kind of item.
    Level {
        /// What is to be reached in the end.
        0 Strategy = "strategy",
        /// A part of that.
        1 Objective = "objective",
        /// What is to be done for it.
        2 Action = "action",
        /// A part of what is to be done.
        3 SubAction = "sub_action",
    }
}

impl Level {
    /// Whether it is something that is done, and not only held together.
    pub fn is_done(self) -> bool {
        matches!(self, Level::Action | Level::SubAction)
    }

    /// Whether it may stand under nothing.
    pub fn stands_alone(self) -> bool {
        !self.is_done()
    }

    /// Whether it may stand under another.
    pub fn stands_under(self, above: Level) -> bool {
        matches!(
            (above, self),
            (Level::Strategy, Level::Objective) | (Level::Objective, Level::Action) | (Level::Action, Level::SubAction)
        )
    }
}

codes! {
    /// How far an item is.
    Status {
        /// Not begun.
        0 NotStarted = "not_started",
        /// Begun.
        1 UnderWay = "under_way",
        /// In part.
        2 PartlyDone = "partly_done",
        /// Done.
        3 Done = "done",
        /// It is not to be done any more.
        4 Dropped = "dropped",
    }
}

/// What the tree of a plan is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// How far they are.
    pub status: Option<Status>,
    /// Who answers for them.
    pub responsible: Option<Id<Organisation>>,
    /// Only those that are late.
    pub late: bool,
    /// Words that stand in them, or their number.
    pub text: Option<String>,
    /// Only the branch under this number.
    pub under: Option<String>,
    /// Of that branch, those that follow this number.
    pub after: Option<String>,
}

impl Select {
    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        self.status.is_some() || self.responsible.is_some() || self.late || self.text.is_some() || self.under.is_some()
    }
}

/// A plan with its items.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Plan {
    /// What it is about.
    #[n(0)]
    pub first: First,
    /// Where it stands.
    #[n(1)]
    pub stage: Stage,
    /// The number of its version, from 1.
    #[n(2)]
    pub number: u16,
    /// Who approved which version, oldest first.
    #[n(3)]
    pub approvals: Vec<Approval>,
    /// Since when a version is in force.
    #[n(4)]
    pub in_force: Option<Dated>,
    /// Why the version being written was begun.
    #[n(5)]
    pub reason: Option<String>,
    /// Its items, in the order in which they were written.
    #[n(6)]
    pub items: Vec<Item>,
    /// When the version being written was begun; `None` for the first.
    #[n(7)]
    pub amended: Option<Moment>,
}

impl Plan {
    /// Whether it is carried out: a version was put into force.
    pub fn is_carried_out(&self) -> bool {
        self.in_force.is_some()
    }

    /// Whether an item was written in the version that no body has approved yet, while another is in force.
    pub fn is_new(&self, since: u16) -> bool {
        self.stage == Stage::Amended && since == self.number
    }

    /// What an event changes of the plan itself, apart from its items.
    pub fn steer(&mut self, event: &Event) {
        match event {
            Event::Approved(approval) => {
                self.approvals.push(approval.clone());
                self.stage = Stage::Approved;
            }
            Event::Enforced { on } => {
                (self.in_force, self.stage, self.reason) = (Some(*on), Stage::InForce, None);
            }
            Event::Amended { reason, at } => {
                self.stage = Stage::Amended;
                self.number = self.number.saturating_add(1);
                (self.reason, self.amended) = (Some(reason.clone()), Some(*at));
            }
            _ => {}
        }
    }

    /// What an event makes of a plan, its items left out of account; `None` where it can't follow.
    pub fn head(state: Option<Plan>, event: &Event) -> Option<Plan> {
        match (state, event) {
            (None, Event::Drafted(first)) => Some(Plan {
                first: first.clone(),
                stage: Stage::Draft,
                number: 1,
                approvals: Vec::new(),
                in_force: None,
                reason: None,
                items: Vec::new(),
                amended: None,
            }),
            (None, _) | (Some(_), Event::Drafted(_)) => None,
            (Some(mut plan), event) => {
                plan.steer(event);
                Some(plan)
            }
        }
    }

    /// The item that an event is about, where it is about one that is there.
    pub fn touched(event: &Event) -> Option<Id<Item>> {
        match event {
            Event::Changed { item, .. } | Event::Reported { item, .. } | Event::Linked { item, .. } => Some(*item),
            _ => None,
        }
    }
}

impl Stream for Plan {
    const KIND: Kind = Kind::Plan;
    type Event = Event;

    fn evolve(state: Option<Plan>, event: &Event) -> Option<Plan> {
        let mut plan = Plan::head(state, event)?;
        let version = plan.number;
        match Plan::touched(event) {
            Some(id) => {
                let item = plan.items.iter_mut().find(|item| item.id == id)?;
                item.follow(event, version);
            }
            // Each item is asked: an import changes many of them.
            None if matches!(event, Event::Imported { .. } | Event::ImportUndone { .. }) => {
                plan.items.retain_mut(|item| item.follow(event, version));
            }
            None => {}
        }
        let (added, import) = event.added();
        let added = added.iter().cloned();
        plan.items
            .extend(added.map(|row| Item::new(row.item, row.said, version, import)));
        Some(plan)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Drafted(_) => Summary::new("plan_drafted"),
            Event::Added(row) => Summary::new("plan_added").how("plan-level", row.said.level.code()),
            Event::Changed { said, .. } => Summary::new("plan_changed").how("plan-level", said.level.code()),
            Event::Approved(_) => Summary::new("plan_approved"),
            Event::Enforced { .. } => Summary::new("plan_enforced"),
            Event::Amended { .. } => Summary::new("plan_amended"),
            Event::Reported { told, .. } => Summary::new("plan_reported")
                .how("plan-status", told.status.code())
                .with(told.organisation),
            Event::Linked { .. } => Summary::new("plan_linked"),
            Event::Imported { added, changed, .. } => Summary::new("plan_imported").count(added.len() + changed.len()),
            Event::ImportUndone { .. } => Summary::new("plan_import_undone"),
        })
    }

    fn begins(event: &Event) -> Option<Id<()>> {
        match event {
            Event::Added(row) => Some(Id::from_stored(*row.item.as_bytes())),
            _ => None,
        }
    }
}
