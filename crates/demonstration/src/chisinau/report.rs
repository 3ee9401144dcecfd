//! What institutions report in the story, and the national report that drafts itself from it. The clock opens each period; who reports
//! what, late or wrong is invented.
use super::{
    hands::{Hands, focal},
    plan::{OF_HALF, OF_YEAR},
    scene::Scene,
};
use crate::{Seed, country::Institution};
use jiff::civil::{Date, date};
use tiltas_app::{App, Error, national_report, report as app};
use tiltas_domain::{
    Id,
    dated::Dated,
    national_report::{Approve, Draft, Edit, NationalReport},
    period::Period,
    report::{Report, Return, Stage, Value, Write},
};

/// A rule of the profile, and the day on which its period opens.
pub(super) type Rule = (&'static str, Date);

/// Of the first half of the year.
pub(super) const HALF: Rule = ("mid_year", date(2018, 7, 1));
/// Of the whole year.
const YEAR: Rule = ("whole_year", date(2019, 1, 1));
/// Of those who give services.
const PROVIDERS: Rule = ("providers", date(2019, 1, 1));
/// In which the national report is written.
pub(super) const NATIONAL: Rule = ("national", date(2019, 2, 1));

/// The one that is late, and the one whose report goes back.
pub(super) const LATE: Institution = Institution::LabourInspectorate;
pub(super) const RETURNED: Institution = Institution::BorderUngheni;
/// The visitor may give this one's report back.
pub(super) const OWN: Institution = Institution::PodulAlb;

const FIGURE: &str = "People who were trained";
const SOURCE: &str = "List of the training of May 2018, counted, without names";

/// The days of the reports that the profile does not set: an example.
const JUDGED: Date = date(2018, 7, 26);
const MENDED_BY: Date = date(2018, 8, 10);
const ESCALATED: Date = date(2018, 7, 31);
const MENDED: Date = date(2018, 8, 6);
const READ: Date = date(2018, 8, 9);
const HANDED_IN: Date = date(2019, 1, 10);
const ACCEPTED: Date = date(2019, 1, 16);
const DRAFTED: Date = date(2019, 2, 20);
const EDITED: Date = date(2019, 3, 12);
const APPROVED: Date = date(2019, 3, 29);

/// The period of this rule; none before the clock opened it.
///
/// # Errors
/// When storage is away.
pub(super) fn period(app: &App, rule: Rule) -> Result<Option<(Id<Period>, Period)>, Error> {
    let (name, opens) = (rule.0, Dated::from(rule.1));
    let mut all = app.store().snapshot()?.periods()?.into_iter();
    Ok(all.find(|(_, known)| known.opened.rule == name && known.opened.opens == opens))
}

/// The report of this institution in the period of this rule.
///
/// # Errors
/// When storage is away.
pub(super) fn of(app: &App, seed: &Seed, rule: Rule, who: Institution) -> Result<Option<(Id<Report>, Report)>, Error> {
    let Some((period, _)) = period(app, rule)? else {
        return Ok(None);
    };
    let mut all = app.store().snapshot()?.reports_of(period)?.into_iter();
    Ok(all.find(|(_, known)| known.opened.organisation == seed.organisation(who)))
}

/// What an institution reports: words, a figure, what stood in the way.
fn said(rule: Rule, who: Institution) -> (&'static str, &'static str, &'static str) {
    match (who, rule == HALF) {
        (Institution::BorderUngheni, true) => (
            "Shift leaders and duty officers came to both trainings.",
            "10",
            "Nights have one officer a post.",
        ),
        (Institution::BorderUngheni, false) => (
            "The duty phone hangs on the wall of four posts of seven. The page of first words is written.",
            "10",
            "Three posts have no place for it yet.",
        ),
        (Institution::ChildUngheni, _) => (
            "One officer is on call each night.",
            "2",
            "Two officers for four districts.",
        ),
        (Institution::LabourInspectorate, _) => (
            "Inspectors carry a card with the duty phone.",
            "3",
            "There was nobody to write the report in July.",
        ),
        (Institution::CasaLiman, _) => (
            "Eight places were open all year, two for families.",
            "2",
            "No place for men.",
        ),
        (_, true) => (
            "The first contract is signed. We work under it since July.",
            "12",
            "It pays for one shelter.",
        ),
        (_, false) => (
            "We work under the contract. Escort runs in all districts.",
            "12",
            "The money came in September.",
        ),
    }
}

impl Hands<'_> {
    /// An institution writes its report and hands it in; `mended` is written after it was given back.
    fn hand_in(&self, rule: Rule, who: Institution, mended: bool) -> Result<(), Error> {
        let (id, _) = of(self.app, self.seed, rule, who)?.ok_or(Error::NotFound)?;
        let (narrative, figure, obstacles) = said(rule, who);
        let sourced = mended || who != RETURNED || rule != HALF;
        let write = Write {
            narrative: narrative.to_owned(),
            values: vec![Value {
                indicator: FIGURE.to_owned(),
                figure: figure.to_owned(),
                definition: "People of the institution who took part in a training, each once".to_owned(),
            }],
            evidence: sourced.then(|| SOURCE.to_owned()).into_iter().collect(),
            obstacles: Some(obstacles.to_owned()),
            example: true,
        };
        let root = |step: &str| {
            let name = format!("{step} {} {who:?} {mended}", rule.0);
            self.as_(focal(self.seed, who), &name)
        };
        app::write(self.app, &root("write"), id, &write)?;
        app::submit(self.app, &root("submit"), id, &()).map(drop)
    }

    fn accept(&self, rule: Rule, who: Institution) -> Result<(), Error> {
        let (id, _) = of(self.app, self.seed, rule, who)?.ok_or(Error::NotFound)?;
        let root = self.secretary(&format!("accept {} {who:?}", rule.0));
        app::accept(self.app, &root, id, &()).map(drop)
    }

    fn give_back(&self, who: Institution, reason: &str, until: Date) -> Result<(), Error> {
        let (id, _) = of(self.app, self.seed, HALF, who)?.ok_or(Error::NotFound)?;
        let back = Return {
            figure: Some(FIGURE.to_owned()),
            reason: reason.to_owned(),
            until: until.into(),
        };
        let root = self.secretary(&format!("return {who:?}"));
        app::give_back(self.app, &root, id, &back).map(drop)
    }

    /// The clock opens the period on 1 July. Three report, one of these is given back; one never does, and the delay reaches others.
    pub(super) fn report(&self) -> Result<(), Error> {
        self.go(self.way.day(Scene::Report))?;
        self.carry_out()?;
        self.report_on_plan(&OF_HALF)?;
        for who in [OWN, Institution::ChildUngheni, RETURNED] {
            self.hand_in(HALF, who, false)?;
        }
        self.go(JUDGED)?;
        self.accept(HALF, Institution::ChildUngheni)?;
        let reason = "The figure has no source. Name the list from which it was counted.";
        self.give_back(RETURNED, reason, MENDED_BY)?;
        self.go(ESCALATED)
    }

    /// The secretariat gives the report of Podul Alb back, as a visitor lets it.
    pub(super) fn return_report(&self) -> Result<(), Error> {
        self.go(self.today())?;
        let reason = "Say which training the twelve came to: there were two.";
        self.give_back(OWN, reason, MENDED_BY)
    }

    /// What was given back comes again, and is accepted.
    pub(super) fn mend(&self) -> Result<(), Error> {
        self.go(MENDED)?;
        for who in [RETURNED, OWN] {
            let known = of(self.app, self.seed, HALF, who)?;
            if known.is_some_and(|(_, known)| known.stage() == Stage::Returned) {
                self.hand_in(HALF, who, true)?;
            }
        }
        self.go(READ)?;
        self.accept(HALF, RETURNED)?;
        self.accept(HALF, OWN)
    }

    /// A year of reports; the national report drafts itself from those that were accepted, is written on, and approved.
    pub(super) fn national(&self) -> Result<(), Error> {
        self.go(HANDED_IN)?;
        let of_year = [OWN, Institution::ChildUngheni, RETURNED, LATE].map(|who| (YEAR, who));
        let all = of_year.into_iter().chain([(PROVIDERS, Institution::CasaLiman)]);
        for (rule, who) in all.clone() {
            self.hand_in(rule, who, false)?;
        }
        self.report_on_plan(&OF_YEAR)?;
        self.go(ACCEPTED)?;
        for (rule, who) in all {
            self.accept(rule, who)?;
        }
        self.go(DRAFTED)?;
        let (period, _) = period(self.app, NATIONAL)?.ok_or(Error::NotFound)?;
        let draft = Draft {
            title: "National report for 2018".to_owned(),
            obstacles: "What stood in the way".to_owned(),
        };
        let (id, _) = national_report::draft(self.app, &self.secretary("national draft"), period, &draft)?;
        self.go(EDITED)?;
        self.edit(id)?;
        self.go(APPROVED)?;
        let approve = Approve {
            version: 2,
            body: "National committee".to_owned(),
            on: self.today(),
        };
        national_report::approve(self.app, &self.secretary("national approval"), id, &approve)?;
        self.go(self.way.day(Scene::National))
    }

    /// A person writes a chapter before what institutions reported.
    fn edit(&self, id: Id<NationalReport>) -> Result<(), Error> {
        let known = national_report::story(self.app, &self.secretary("national reading"), id)?;
        let (version, last) = known.last().ok_or(Error::NotFound)?;
        let edit = Edit {
            version: *version,
            title: last.title.clone(),
            text: format!("# The year in short\n\n{SHORT}\n\n{}", last.text),
            part: None,
        };
        national_report::edit(self.app, &self.secretary("national edit"), id, &edit).map(drop)
    }
}

const SHORT: &str = "Two trainings, a mission and a visit led to four recommendations. Three were adopted, one was declined. The first was carried out, checked and closed within the year.";
