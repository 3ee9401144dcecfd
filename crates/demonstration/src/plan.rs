//! An invented plan of the invented country, in force and reported on: everything in it is an example.
use crate::{Seed, country::Institution};
use tiltas_app::{Act, App, Error, plan as app};
use tiltas_domain::{
    Id, Moment, Root,
    plan::{Approve, Draft, Enforce, Indicator, Item, Level, Link, Plan, Report, Status, Write},
};

/// One item a line.
const ITEMS: &str = include_str!("../data/plan.txt");

/// Which items carry out which of the invented recommendations.
const LINKS: [(&str, &str); 4] = [
    ("4.1", "border"),
    ("4.2.1", "contracts"),
    ("4.2.2", "contracts"),
    ("4.3", "inspectors"),
];

/// A line of the file.
pub(crate) struct Line<'t> {
    pub number: &'t str,
    pub says: Write,
    report: Option<Report>,
}

fn lines(seed: &Seed) -> impl Iterator<Item = Line<'static>> {
    read(seed, ITEMS)
}

/// The items of a text, one a line.
pub(crate) fn read<'t>(seed: &Seed, text: &'t str) -> impl Iterator<Item = Line<'t>> {
    let all = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    all.filter_map(|text| line(seed, text))
}

/// A line of the file; `None` where it is not one.
fn line<'t>(seed: &Seed, text: &'t str) -> Option<Line<'t>> {
    let cells: Vec<&str> = text.split('|').map(str::trim).collect();
    let given = |nth: usize| cells.get(nth).copied().filter(|cell| !cell.is_empty());
    let owned = |nth: usize| given(nth).map(str::to_owned);
    let institutions = |nth: usize| {
        let codes = given(nth).into_iter();
        let known = codes.filter_map(|code| Institution::ALL.iter().find(|one| one.key() == code));
        known.map(|one| seed.organisation(*one)).collect()
    };
    let indicator = owned(8).map(|definition| Indicator {
        definition,
        unit: owned(9),
        baseline: given(10).and_then(|figure| figure.parse().ok()),
        target: given(11).and_then(|figure| figure.parse().ok()),
        source: None,
    });
    let status = given(12).and_then(Status::from_code);
    Some(Line {
        number: given(0)?,
        says: Write {
            level: given(1).and_then(Level::from_code)?,
            number: owned(0)?,
            title: owned(2)?,
            responsible: institutions(3),
            partners: institutions(4),
            from: None,
            term: given(5).and_then(|term| term.parse().ok()),
            budget: given(6).and_then(|figure| figure.parse().ok()),
            fund: owned(7),
            indicator,
        },
        report: status.zip(owned(14)).map(|(status, text)| Report {
            status,
            text,
            value: given(13).and_then(|figure| figure.parse().ok()),
            evidence: owned(15).into_iter().collect(),
        }),
    })
}

fn root(seed: &Seed, at: Moment, name: &str) -> Root {
    seed.context(seed.member(Institution::Secretariat, 0), at, name)
}

fn item(seed: &Seed, at: Moment, number: &str) -> Id<Item> {
    let root = root(seed, at, &format!("plan item {number}"));
    Act::AddItem.context(&root).inside::<Plan, Item>(0)
}

fn plan(seed: &Seed, at: Moment) -> Id<Plan> {
    Act::DraftPlan.context(&root(seed, at, "plan")).id(0)
}

/// Writes the plan and puts it into force.
///
/// # Errors
/// When storage is away.
pub fn begin(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    let today = app.profile().date(now);
    let (from, until) = (today.first_of_year().into(), today.first_of_year());
    let draft = Draft {
        title: format!("Plan {} to {}", today.year(), today.year() + 3),
        strategy: Some("No one is left without an answer".to_owned()),
        from,
        until: until.saturating_add(jiff::Span::new().years(3)).last_of_year().into(),
        currency: Some("MDL".to_owned()),
        source: None,
        example: true,
    };
    let (id, _) = app::draft(app, &root(seed, now, "plan"), &draft)?;
    for line in lines(seed) {
        let root = root(seed, now, &format!("plan item {}", line.number));
        app::add(app, &root, id, &line.says)?;
    }
    let approve = Approve {
        body: "National committee".to_owned(),
        on: today.into(),
        act: None,
    };
    app::approve(app, &root(seed, now, "plan approval"), id, &approve)?;
    app::enforce(
        app,
        &root(seed, now, "plan in force"),
        id,
        &Enforce { on: today.into() },
    )?;
    for (number, key) in LINKS {
        let link = Link {
            recommendation: crate::policy::recommendation(seed, now, key),
            linked: true,
        };
        let root = root(seed, now, &format!("plan link {number} {key}"));
        app::link(app, &root, (id, item(seed, now, number)), &link)?;
    }
    Ok(())
}

/// What was done since.
///
/// # Errors
/// When storage is away.
pub fn report(app: &App, seed: &Seed, begun: Moment, now: Moment) -> Result<(), Error> {
    for line in lines(seed) {
        let Some(report) = line.report else { continue };
        let on = (plan(seed, begun), item(seed, begun, line.number));
        let root = root(seed, now, &format!("plan report {}", line.number));
        app::report(app, &root, on, &report)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_plan_is_read() {
        let seed = Seed::new(7);
        let count = ITEMS.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(lines(&seed).count(), count.count());
        let owned = lines(&seed).filter(|line| line.says.level.is_done());
        assert!(owned.into_iter().all(|line| !line.says.responsible.is_empty()));
    }
}
