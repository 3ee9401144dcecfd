//! The example plan of the story: its actions carry out what the committee adopted.
use super::{
    hands::{Hands, focal, root},
    recommendation::{contracts, of_visits},
    scene::Scene,
};
use crate::{Seed, country::Institution, plan};
use tiltas_app::{Act, Error, plan as app};
use tiltas_domain::{
    Id, Moment,
    plan::{Approve, Draft, Enforce, Item, Link, Plan, Report, Status},
};

/// One item a line.
const ITEMS: &str = include_str!("../../data/plan_2018.txt");
/// The item that carries out the story's recommendation.
pub(super) const BUY: &str = "4.1";
/// Those that carry out what the visits led to.
const LATER: [&str; 2] = ["2.1", "2.2"];

/// What is told of an item: its number, by whom, how far, in words, the value of its indicator, what shows it.
pub(super) type Told = (
    &'static str,
    Institution,
    Status,
    &'static str,
    &'static str,
    &'static str,
);

/// In July.
pub(super) const OF_HALF: [Told; 1] = [(
    BUY,
    Institution::PodulAlb,
    Status::UnderWay,
    "One of three contracts is signed.",
    "1",
    "Contract of 2 July 2018, 14 pages",
)];
/// In January.
pub(super) const OF_YEAR: [Told; 2] = [
    (
        BUY,
        Institution::PodulAlb,
        Status::Done,
        "Three contracts are signed.",
        "3",
        "Three contracts, signed",
    ),
    (
        LATER[0],
        Institution::BorderUngheni,
        Status::UnderWay,
        "The phone hangs on the wall of four posts of seven.",
        "4",
        "List of posts, without names",
    ),
];

fn adding(number: &str) -> String {
    format!("plan item {number}")
}

/// Which plan it is.
pub(super) fn id(seed: &Seed) -> Id<Plan> {
    let secretary = seed.member(Institution::Secretariat, 0);
    Act::DraftPlan.context(&root(seed, secretary, Moment(0), "plan")).id(0)
}

/// The item with this number.
pub(super) fn item(seed: &Seed, number: &str) -> Id<Item> {
    let secretary = seed.member(Institution::Secretariat, 0);
    let root = root(seed, secretary, Moment(0), &adding(number));
    Act::AddItem.context(&root).inside::<Plan, Item>(0)
}

impl Hands<'_> {
    /// The plan is written, approved and in force; what was adopted is linked to its actions, beside what public reports say alike.
    pub(super) fn link(&self) -> Result<(), Error> {
        self.go(self.way.day(Scene::Link))?;
        let day = |text: &str| text.parse().map_err(|_| Error::NotFound);
        let draft = Draft {
            title: "Example plan, 2018 to 2020".to_owned(),
            strategy: None,
            from: day("2018")?,
            until: day("2020")?,
            currency: Some("MDL".to_owned()),
            source: None,
            example: true,
        };
        let (id, _) = app::draft(self.app, &self.secretary("plan"), &draft)?;
        for line in plan::read(self.seed, ITEMS) {
            app::add(self.app, &self.secretary(&adding(line.number)), id, &line.says)?;
        }
        let approve = Approve {
            body: "National committee".to_owned(),
            on: self.way.day(Scene::Adopt).into(),
            act: None,
        };
        app::approve(self.app, &self.secretary("plan approval"), id, &approve)?;
        let on = self.today().into();
        app::enforce(self.app, &self.secretary("plan in force"), id, &Enforce { on })?;
        let found = of_visits(self.app, self.seed).into_iter().zip(LATER);
        for (recommendation, number) in [(contracts(self.seed), BUY)].into_iter().chain(found) {
            let link = Link {
                recommendation,
                linked: true,
            };
            let root = self.secretary(&format!("plan link {number}"));
            app::link(self.app, &root, (id, item(self.seed, number)), &link)?;
        }
        match self.way.likened {
            true => Ok(()),
            false => self.liken(),
        }
    }

    /// Those who answer for actions say how far these are.
    pub(super) fn report_on_plan(&self, told: &[Told]) -> Result<(), Error> {
        for (number, who, status, text, value, evidence) in told {
            let report = Report {
                status: *status,
                text: (*text).to_owned(),
                value: value.parse().ok(),
                evidence: vec![(*evidence).to_owned()],
            };
            let root = self.as_(
                focal(self.seed, *who),
                &format!("plan report {number} {}", self.today()),
            );
            app::report(self.app, &root, (id(self.seed), item(self.seed, number)), &report)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_plan_is_read_and_each_linked_item_is_there() {
        let seed = Seed::new(7);
        let written = ITEMS.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let numbers: Vec<&str> = plan::read(&seed, ITEMS).map(|line| line.number).collect();
        assert_eq!(numbers.len(), written.count());
        for number in LATER.into_iter().chain([BUY]) {
            assert!(numbers.contains(&number), "{number}");
        }
        let owned = plan::read(&seed, ITEMS).filter(|line| line.says.level.is_done());
        assert!(owned.into_iter().all(|line| !line.says.responsible.is_empty()));
    }
}
