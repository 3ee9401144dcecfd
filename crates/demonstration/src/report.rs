//! The year of reports of the invented country: what its institutions hand in, what goes back, what never comes, and the national
//! report. The clock opens the periods; everything that is said is an example.
use crate::{Seed, country::Institution};
use tiltas_app::{App, Error, clock, national_report, period, report};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    national_report::{Approve, Draft, NationalReport},
    organisation::Organisation,
    period::Period,
    profile::reporting::Occurrence,
    report::{Report, Return, Stage, Value, Write},
};

/// What happens in a period, and how many days after its opening, or its last day.
#[derive(Clone, Debug)]
enum What {
    HandIn,
    Judge,
    Close,
    Draft,
    Approve,
}

/// One thing that is done.
#[derive(Clone, Debug)]
struct Step {
    at: Moment,
    what: What,
    of: Occurrence,
    /// Whether it is the period that is open on the last day.
    open: bool,
}

/// What is still to be done, the nearest first.
pub struct Script<'a> {
    app: &'a App,
    seed: &'a Seed,
    steps: std::vec::IntoIter<Step>,
    until: Moment,
}

/// The one that never reports on the last period, and the one whose report goes back.
const LATE: Institution = Institution::LabourInspectorate;
const RETURNED: Institution = Institution::BorderUngheni;
/// The one whose report waits to be read.
const WAITS: Institution = Institution::ChildUngheni;

impl<'a> Script<'a> {
    /// The reports between two moments.
    pub fn new(app: &'a App, seed: &'a Seed, from: Moment, until: Moment) -> Script<'a> {
        let profile = app.profile();
        let years = profile.date(from).year()..=profile.date(until).year();
        let all = profile.reporting.iter().flat_map(|rule| {
            let national = rule.is_national();
            years
                .clone()
                .filter_map(move |year| Some((national, rule.in_year(year)?)))
        });
        let days =
            |from: jiff::civil::Date, days: i64| profile.first_moment(from).map(|at| at.plus_hours(24 * days + 10));
        let over = |one: &Occurrence| days(one.due, 1).is_some_and(|due| due <= until);
        let all: Vec<(bool, Occurrence)> = all.filter(|(_, one)| days(one.opens, 0) >= Some(from)).collect();
        let told = all.iter().filter(|(national, one)| !national && over(one));
        let last = told.map(|(_, one)| one.due).max();
        let mut steps = Vec::new();
        for (national, of) in all {
            let open = Some(of.due) == last;
            let plan: &[(What, Option<Moment>)] = match (national, open) {
                (true, _) => &[
                    (What::Draft, days(of.opens, 20)),
                    (What::Approve, days(of.due, -2)),
                    (What::Close, days(of.due, 3)),
                ],
                (false, true) => &[(What::HandIn, days(of.opens, 9)), (What::Judge, days(of.due, 1))],
                (false, false) => &[
                    (What::HandIn, days(of.opens, 9)),
                    (What::Judge, days(of.opens, 12)),
                    (What::Close, days(of.due, 3)),
                ],
            };
            steps.extend(plan.iter().filter_map(|(what, at)| {
                Some(Step {
                    at: (*at)?,
                    what: what.clone(),
                    of: of.clone(),
                    open,
                })
            }));
        }
        steps.retain(|step| step.at <= until);
        steps.sort_by_key(|step| step.at);
        Script {
            app,
            seed,
            steps: steps.into_iter(),
            until,
        }
    }

    /// Does what lies between two moments, each at its own; tells where time stands then.
    ///
    /// # Errors
    /// When storage is away.
    pub fn pass(&mut self, mut time: Moment, until: Moment) -> Result<Moment, Error> {
        while let Some(step) = self.steps.as_slice().first().filter(|step| step.at <= until).cloned() {
            self.steps.next();
            let at = step.at.max(time);
            clock::pass(self.app, time, at, |name| self.seed.bytes(name))?;
            time = at;
            self.play(&step, at)?;
        }
        Ok(time)
    }

    fn root(&self, by: Actor, at: Moment, step: &Step, name: &str) -> Root {
        self.seed
            .context(by, at, &format!("report {} {}: {name}", step.of.rule, step.of.opens))
    }

    fn secretary(&self) -> Actor {
        self.seed.member(Institution::Secretariat, 0)
    }

    fn play(&self, step: &Step, at: Moment) -> Result<(), Error> {
        let snapshot = self.app.store().snapshot()?;
        let opens = step.of.opens.into();
        let periods = snapshot.periods()?;
        let found = periods
            .into_iter()
            .find(|(_, known)| known.opened.rule == step.of.rule && known.opened.opens == opens);
        let Some((period, known)) = found else { return Ok(()) };
        let reports = snapshot.reports_of(period)?;
        drop(snapshot);
        let by_secretary = |name: &str| self.root(self.secretary(), at, step, name);
        match step.what {
            What::HandIn => reports
                .iter()
                .try_for_each(|(id, known)| self.hand_in(step, at, *id, known)),
            What::Judge => reports
                .iter()
                .try_for_each(|(id, known)| self.judge(step, at, *id, known)),
            What::Close => period::close(self.app, &by_secretary("close"), period, &()).map(|_| ()),
            What::Draft => self.draft(&by_secretary("draft"), period, &step.of),
            What::Approve => known
                .national
                .map_or(Ok(()), |id| self.approve(&by_secretary("approve"), id, at)),
        }
    }

    fn institution(&self, of: Id<Organisation>) -> Option<Institution> {
        Institution::ALL
            .into_iter()
            .find(|one| self.seed.organisation(*one) == of)
    }

    fn hand_in(&self, step: &Step, at: Moment, id: Id<Report>, known: &Report) -> Result<(), Error> {
        let Some(who) = self.institution(known.opened.organisation) else {
            return Ok(());
        };
        if step.open && who == LATE {
            return Ok(());
        }
        let focal = self.seed.member(who, usize::MAX);
        let root = |name: &str| self.root(focal, at, step, &format!("{name} of {who:?}"));
        report::write(self.app, &root("write"), id, &written(who))?;
        report::submit(self.app, &root("submit"), id, &()).map(|_| ())
    }

    fn judge(&self, step: &Step, at: Moment, id: Id<Report>, known: &Report) -> Result<(), Error> {
        let Some(who) = self.institution(known.opened.organisation) else {
            return Ok(());
        };
        if known.stage() != Stage::Submitted || (step.open && who == WAITS) {
            return Ok(());
        }
        let root = self.root(self.secretary(), at, step, &format!("judge {who:?}"));
        if !(step.open && who == RETURNED) {
            return report::accept(self.app, &root, id, &()).map(|_| ());
        }
        let back = Return {
            figure: Some(FIGURE.to_owned()),
            reason: "The figure has no source. Name the list from which it was counted.".to_owned(),
            until: self.app.profile().date(self.until.plus_hours(24 * 11)).into(),
        };
        report::give_back(self.app, &root, id, &back).map(|_| ())
    }

    fn draft(&self, root: &Root, period: Id<Period>, of: &Occurrence) -> Result<(), Error> {
        let command = Draft {
            title: format!("National report for {}", of.span.1.year()),
            obstacles: "What stood in the way".to_owned(),
        };
        match national_report::draft(self.app, root, period, &command) {
            // Where the country was founded too late in its year, nothing was reported yet.
            Err(Error::Refused(_)) => Ok(()),
            done => done.map(|_| ()),
        }
    }

    fn approve(&self, root: &Root, id: Id<NationalReport>, at: Moment) -> Result<(), Error> {
        let command = Approve {
            version: 1,
            body: "National committee".to_owned(),
            on: self.app.profile().date(at),
        };
        national_report::approve(self.app, root, id, &command).map(|_| ())
    }
}

const FIGURE: &str = "Staff who were trained";

fn written(who: Institution) -> Write {
    let (narrative, figure, obstacles) = match who {
        Institution::BorderUngheni => (
            "Four of seven posts have named an officer for children.",
            "21",
            "Two posts have no deputy.",
        ),
        Institution::LabourInspectorate => (
            "Inspectors carry the card with the duty phone.",
            "14",
            "No duty phone at night yet.",
        ),
        Institution::ChildUngheni => (
            "One officer is on call each night.",
            "6",
            "Two officers for four districts.",
        ),
        Institution::PodulAlb => (
            "We work under the model contract. Escort runs in all districts.",
            "9",
            "The budget ends in December.",
        ),
        Institution::CasaLiman => (
            "Eight places were open all the time, two for families.",
            "8",
            "No place for men.",
        ),
        _ => ("We did what the plan asks of us.", "5", "None that we would name."),
    };
    Write {
        narrative: narrative.to_owned(),
        values: vec![Value {
            indicator: FIGURE.to_owned(),
            figure: figure.to_owned(),
            definition: "People of the institution who took part in a training, each once".to_owned(),
        }],
        evidence: vec!["List of trainings, without names".to_owned()],
        obstacles: Some(obstacles.to_owned()),
        example: true,
    }
}
