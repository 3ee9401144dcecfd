//! What a desk sees of the rest of the work: programme, findings, plan, reports, the national report. Each line is opened by the use case
//! of real work, as the one who sits there; what is not theirs is withheld.
use super::{
    plan,
    report::{self, HALF, NATIONAL, OWN},
    scene::{Scene, Way},
};
use crate::{
    Seed,
    policy::{programme, visit},
};
use tiltas_app::{
    App, Error,
    national_report::{self, Story as National},
    period::story::{self as of_period, Story as Period},
    plan::tree::{self, Tree},
    programme::story::{self as of_programme, Story as Programme},
    report::story::{self as of_report, Story as Report},
    visit::story as of_visit,
};
use tiltas_domain::{Root, plan::Select, programme::ActivityState, report::Stage, visit::Kind};
use tiltas_words::{Html, Words};

/// Something at a desk.
#[derive(Debug)]
enum Sees<T> {
    /// It is not there yet.
    NotYet,
    /// It is there for others.
    Withheld,
    /// It is opened.
    Open(T),
}

impl<T> Sees<T> {
    fn of(opened: Result<T, Error>) -> Result<Sees<T>, Error> {
        match opened {
            Ok(opened) => Ok(Sees::Open(opened)),
            Err(Error::Denied(_) | Error::NotFound) => Ok(Sees::Withheld),
            Err(error) => Err(error),
        }
    }

    fn line(&self, words: &Words, why: &str, open: impl FnOnce(&T) -> Html) -> Result<Html, String> {
        match self {
            Sees::NotYet => Ok(words.chisinau_nothing().into()),
            Sees::Withheld => Err(words.say_code("chisinau-withheld", why)),
            Sees::Open(opened) => Ok(open(opened)),
        }
    }
}

/// What one of them sees.
#[derive(Debug)]
pub(super) struct Done {
    programme: Sees<Programme>,
    /// Findings, and how many of them led to a recommendation.
    findings: Sees<(usize, usize)>,
    plan: Sees<Tree>,
    period: Sees<Period>,
    /// The report of Podul Alb.
    report: Sees<Report>,
    national: Sees<National>,
}

/// Opens what stands so far.
///
/// # Errors
/// When storage is away.
pub(super) fn open(app: &App, seed: &Seed, root: &Root, way: &Way) -> Result<Done, Error> {
    let once = |scene: Scene| way.has(scene).then_some(());
    let period = once(Scene::Report).map(|()| report::period(app, HALF)).transpose()?;
    let period = period.flatten().map(|(id, _)| id);
    let national = once(Scene::National)
        .map(|()| report::period(app, NATIONAL))
        .transpose()?;
    let national = national.flatten().and_then(|(_, known)| known.national);
    let period = seen(period, |id| of_period::story(app, root, id))?;
    Ok(Done {
        programme: seen(once(Scene::Open), |()| {
            of_programme::story(app, root, programme::id(app, seed))
        })?,
        findings: seen(once(Scene::Mission), |()| findings(app, seed, root, way))?,
        plan: seen(once(Scene::Link), |()| {
            tree::tree(app, root, plan::id(seed), &Select::default())
        })?,
        report: own_report(app, seed, root, &period)?,
        period,
        national: seen(national, |id| national_report::story(app, root, id))?,
    })
}

fn seen<K, T>(known: Option<K>, open: impl FnOnce(K) -> Result<T, Error>) -> Result<Sees<T>, Error> {
    match known {
        Some(known) => Sees::of(open(known)),
        None => Ok(Sees::NotYet),
    }
}

/// The report of Podul Alb, for whoever may open it. WHY the others are not let ask: who is told no stands in the access log.
fn own_report(app: &App, seed: &Seed, root: &Root, period: &Sees<Period>) -> Result<Sees<Report>, Error> {
    let Sees::Open(period) = period else {
        return Ok(Sees::NotYet);
    };
    let whose = seed.organisation(OWN);
    match period.reports.iter().find(|one| one.organisation == whose) {
        Some(one) if one.opens => Sees::of(of_report::story(app, root, one.id)),
        Some(_) => Ok(Sees::Withheld),
        None => Ok(Sees::NotYet),
    }
}

fn findings(app: &App, seed: &Seed, root: &Root, way: &Way) -> Result<(usize, usize), Error> {
    let mut counts = (0, 0);
    for (scene, kind) in [(Scene::Mission, Kind::ExpertMission), (Scene::Visit, Kind::StudyVisit)] {
        if way.has(scene) {
            let story = of_visit::story(app, root, visit::id(app, seed, kind))?;
            counts.0 += story.of.findings.len();
            counts.1 += story.led.iter().flatten().count();
        }
    }
    Ok(counts)
}

impl Done {
    /// The line of this name: what it says, or why it is withheld; `None` where another part of the desk knows it.
    pub fn line(&self, words: &Words, line: &str) -> Option<Result<Html, String>> {
        Some(match line {
            "programme" => self.programme.line(words, line, |story| {
                let all = &story.of.activities;
                let held = all.iter().filter(|one| one.state == ActivityState::Held).count();
                words
                    .chisinau_programme(
                        held.to_string(),
                        all.len().to_string(),
                        story.of.partners.len().to_string(),
                    )
                    .into()
            }),
            "findings" => self.findings.line(words, line, |(found, led)| {
                words.chisinau_findings(found.to_string(), led.to_string()).into()
            }),
            "plan" => self.plan.line(words, line, |tree| {
                words
                    .chisinau_plan(tree.counts.actions, tree.counts.late.to_string())
                    .into()
            }),
            "reports" => self.reports(words)?,
            "national" => self.national.line(words, line, |story| match story.approval() {
                Some(approval) => words
                    .chisinau_national(words.dated(approval.on), story.institutions.len().to_string())
                    .into(),
                None => words.chisinau_nothing().into(),
            }),
            _ => return None,
        })
    }

    /// How the reports of the period stand; whoever may open that of Podul Alb reads its first words.
    fn reports(&self, words: &Words) -> Option<Result<Html, String>> {
        let Sees::Open(period) = &self.period else {
            return Some(self.period.line(words, "reports", |_| Html::default()));
        };
        let many = |stage: Stage| period.reports.iter().filter(|one| one.of.stage() == stage).count();
        let late = period.reports.iter().filter(|one| one.late.is_some()).count();
        let stand = words.chisinau_reports(
            many(Stage::Accepted).to_string(),
            many(Stage::Submitted).to_string(),
            many(Stage::Returned).to_string(),
            late.to_string(),
        );
        let stand = Html::from(stand);
        Some(Ok(match &self.report {
            Sees::Open(report) => match &report.of.written {
                Some(written) => stand.then(words.chisinau_report_of(&written.narrative)),
                None => stand,
            },
            Sees::Withheld => stand.then(words.say_code("chisinau-withheld", "reports")),
            Sees::NotYet => stand,
        }))
    }
}
