//! An item of a plan: what is to be done, by whom, until when, for how much, and what was reported of it.
use super::{Event, Figure, Level, Plan, Stage, Status, number};
use crate::{Id, Moment, dated::Dated, import::Import, organisation::Organisation, recommendation::Recommendation};
use minicbor::{Decode, Encode};

/// What shows how far an item is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Indicator {
    /// What is counted, and how.
    #[n(0)]
    pub definition: String,
    /// In what.
    #[n(1)]
    pub unit: Option<String>,
    /// What it was before.
    #[n(2)]
    pub baseline: Option<Figure>,
    /// What it is to be.
    #[n(3)]
    pub target: Option<Figure>,
    /// Where the value comes from.
    #[n(4)]
    pub source: Option<String>,
}

/// An item as the plan says it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Said {
    /// What kind of item.
    #[n(0)]
    pub level: Level,
    /// Its number, which says what it stands under.
    #[n(1)]
    pub number: String,
    /// In a line.
    #[n(2)]
    pub title: String,
    /// Who answers for it.
    #[n(3)]
    pub responsible: Vec<Id<Organisation>>,
    /// Who takes part.
    #[n(4)]
    pub partners: Vec<Id<Organisation>>,
    /// From when.
    #[n(5)]
    pub from: Option<Dated>,
    /// Until when; `None` where the plan sets no term.
    #[n(6)]
    pub term: Option<Dated>,
    /// How much money, in the plan's currency; `None` is not nothing.
    #[n(7)]
    pub budget: Option<Figure>,
    /// Where the money comes from.
    #[n(8)]
    pub fund: Option<String>,
    /// What shows how far it is.
    #[n(9)]
    pub indicator: Option<Indicator>,
}

/// What was reported of an item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Told {
    /// Who says so.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// How far it is.
    #[n(1)]
    pub status: Status,
    /// In words.
    #[n(2)]
    pub text: String,
    /// The value of its indicator.
    #[n(3)]
    pub value: Option<Figure>,
    /// What shows it: an address, the name of a document, a figure with its definition.
    #[n(4)]
    pub evidence: Vec<String>,
    /// When it was said.
    #[n(5)]
    pub at: Moment,
}

/// An item with all that was reported.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Item {
    /// Which.
    #[n(0)]
    pub id: Id<Item>,
    /// What the plan says.
    #[n(1)]
    pub said: Said,
    /// What was reported, oldest first.
    #[n(2)]
    pub reports: Vec<Told>,
    /// The recommendations that it carries out.
    #[n(3)]
    pub links: Vec<Id<Recommendation>>,
    /// The number of the version in which its words were written last.
    #[n(4)]
    pub since: u16,
    /// What brought it in, where it was no hand.
    #[n(5)]
    pub import: Option<Id<Import>>,
    /// What it said before each import that changed it, oldest first: what an undo brings back.
    #[n(6)]
    pub before: Vec<Before>,
    /// Written anew by hand since it came in.
    #[n(7)]
    pub by_hand: bool,
    /// What it said in the versions before the one in which its words were written last; `None` where it was not there.
    #[n(8)]
    pub in_force: Option<Said>,
}

/// What an item said before an import changed it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Before {
    /// Which import.
    #[n(0)]
    pub import: Id<Import>,
    /// What it said.
    #[n(1)]
    pub said: Said,
    /// In which version that was written.
    #[n(2)]
    pub since: u16,
    /// Whether a hand had written that.
    #[n(3)]
    pub by_hand: bool,
}

impl Item {
    /// One as it is written first.
    pub fn new(id: Id<Item>, said: Said, since: u16, import: Option<Id<Import>>) -> Item {
        Item {
            id,
            said,
            reports: Vec::new(),
            links: Vec::new(),
            since,
            import,
            before: Vec::new(),
            by_hand: false,
            in_force: None,
        }
    }

    /// How far it is: the last word.
    pub fn status(&self) -> Status {
        self.reports.last().map_or(Status::NotStarted, |told| told.status)
    }

    /// The last value of its indicator.
    pub fn value(&self) -> Option<Figure> {
        self.reports.iter().rev().find_map(|told| told.value)
    }

    /// What counts of it now. While a version is written beside the one in force, that is what the one in force says; `None` where
    /// it does not know the item.
    pub fn stands(&self, plan: &Plan) -> Option<&Said> {
        let beside = plan.is_carried_out() && matches!(plan.stage, Stage::Amended | Stage::Approved);
        let is_ahead = beside && self.since == plan.number;
        if is_ahead {
            self.in_force.as_ref()
        } else {
            Some(&self.said)
        }
    }

    /// The term, where it is still owed. Late stands instead of under way, never of done.
    pub fn owed(&self, plan: &Plan) -> Option<Dated> {
        let said = self.stands(plan).filter(|_| plan.is_carried_out())?;
        let open = said.level.is_done() && !matches!(self.status(), Status::Done | Status::Dropped);
        said.term.filter(|_| open)
    }

    /// Who answers for it now; of an item that is not in force yet, who will.
    pub fn responsible(&self, plan: &Plan) -> &[Id<Organisation>] {
        &self.stands(plan).unwrap_or(&self.said).responsible
    }

    /// Writes it anew in a version, and keeps what the version in force says of it.
    fn write(&mut self, said: Said, version: u16) -> Said {
        let old = std::mem::replace(&mut self.said, said);
        if self.since < version {
            self.in_force = Some(old.clone());
        }
        self.since = version;
        old
    }

    /// What an event changes of it; `version` is the number of the plan's version. `false`: it is gone.
    pub fn follow(&mut self, event: &Event, version: u16) -> bool {
        match event {
            Event::Changed { said, .. } => {
                self.write(said.clone(), version);
                self.by_hand = true;
            }
            Event::Reported { told, .. } => self.reports.push(told.clone()),
            Event::Linked {
                recommendation, linked, ..
            } => {
                self.links.retain(|known| known != recommendation);
                if *linked {
                    self.links.push(*recommendation);
                }
            }
            Event::Imported { import, changed, .. } => {
                if let Some(row) = changed.iter().find(|row| row.item == self.id) {
                    let (since, by_hand) = (self.since, self.by_hand);
                    let said = self.write(row.said.clone(), version);
                    self.before.push(Before {
                        import: *import,
                        said,
                        since,
                        by_hand,
                    });
                    self.by_hand = false;
                }
            }
            Event::ImportUndone { import, .. } => {
                if self.import == Some(*import) {
                    return false;
                }
                if let Some(before) = self.before.pop_if(|before| before.import == *import) {
                    if before.since < self.since {
                        self.in_force = None;
                    }
                    (self.said, self.since, self.by_hand) = (before.said, before.since, before.by_hand);
                }
            }
            _ => {}
        }
        true
    }
}

impl Plan {
    /// An item.
    pub fn item(&self, id: Id<Item>) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The item with this number.
    pub fn numbered(&self, number: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.said.number == number)
    }

    /// The first number that is free under this one: after the last figure that stands there.
    pub fn next_under(&self, above: &str) -> String {
        let below = self.items.iter().map(|item| item.said.number.as_str());
        let below = below.filter(|number| number::above(number) == Some(above));
        let last = below.filter_map(|number| number.rsplit('.').next()?.parse::<u32>().ok());
        format!("{above}.{}", last.max().unwrap_or_default().saturating_add(1))
    }
}
