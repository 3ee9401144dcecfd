//! The national report: drafted from the reports that were accepted, written on, approved.
use crate::{
    Act, App, Error, Read, Receipt,
    act::{On, offered_by},
    organisation::Names,
    period::story::totals,
};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    national_report::{self, Approval, Approve, Basis, Draft, Edit, NationalReport, Version},
    period::{self, Period},
    report::{Report, Stage},
};

/// The accepted reports of the span that a national report tells of. One gives way to another of the same institution that tells of
/// all that it does: a half-year to the year, a report to its correction.
fn accepted(read: &mut Read<'_>, on: &Period) -> Result<Vec<(Id<Report>, Report)>, Error> {
    let (from, until) = (on.opened.from, on.opened.until);
    let mut chosen: Vec<(Id<Report>, Report)> = Vec::new();
    for (id, period) in read.views().periods()? {
        if period.opened.from < from || period.opened.until > until {
            continue;
        }
        for (id, report) in read.views().reports_of(id)? {
            if report.stage() != Stage::Accepted {
                continue;
            }
            let own = |known: &Report| known.opened.organisation == report.opened.organisation;
            chosen.retain(|(_, known)| !own(known) || !tells_more(&report, known));
            if !chosen.iter().any(|(_, known)| own(known) && tells_more(known, &report)) {
                chosen.push((id, report));
            }
        }
    }
    Ok(chosen)
}

/// Whether a report takes the place of another: it tells of all that the other does.
fn tells_more(report: &Report, known: &Report) -> bool {
    report.opened.from <= known.opened.from && report.opened.until >= known.opened.until
}

/// Its first words: each institution under its name, as it reported.
fn words(names: &Names, reports: &[(Id<Report>, Report)], obstacles: &str) -> String {
    let mut text = String::new();
    for (_, report) in reports {
        let Some(written) = &report.written else { continue };
        text.push_str(&format!(
            "# {}\n\n{}\n\n",
            names.of(report.opened.organisation),
            paragraphs(&written.narrative)
        ));
        for value in &written.values {
            text.push_str(&format!(
                "{}: {} ({})\n",
                value.indicator, value.figure, value.definition
            ));
        }
        if !written.values.is_empty() {
            text.push('\n');
        }
        if let Some(met) = &written.obstacles {
            text.push_str(&format!("## {obstacles}\n\n{}\n\n", paragraphs(met)));
        }
    }
    text.trim_end().to_owned()
}

/// What an institution wrote, in which no line begins a chapter: `# ` would put words under another institution's name.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|line| match line.starts_with('#') {
        true => format!(" {line}"),
        false => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Drafts it in the period that is for it.
///
/// # Errors
/// As [`national_report::draft`], and when the period is for none, has one, or is closed.
pub fn draft(
    app: &App,
    root: &Root,
    in_period: Id<Period>,
    command: &Draft,
) -> Result<(Id<NationalReport>, Receipt), Error> {
    let receipt =
        app.decide(Act::DraftNationalReport, root, |read, context| {
            let id = context.id::<NationalReport>(0);
            let action = Act::DraftNationalReport.action();
            let permit = read.permit(action, Subject::Other(id.into()), Facts::None)?;
            let on = read.state(in_period)?;
            period::Act::Draft.fits(&on, app.profile().date(context.now))?;
            let reports = accepted(read, &on)?;
            let names = Names::read(read)?;
            let basis =
                Basis {
                    period: in_period,
                    reports: reports.iter().map(|(id, _)| *id).collect(),
                    // Halves beside years would be counted under one total with them.
                    totals: totals(reports.iter().map(|(_, report)| report).filter(|report| {
                        (report.opened.from, report.opened.until) == (on.opened.from, on.opened.until)
                    })),
                    example: reports
                        .iter()
                        .any(|(_, report)| report.written.as_ref().is_some_and(|one| one.example)),
                };
            let text = words(&names, &reports, &command.obstacles);
            Ok((permit, national_report::draft(&basis, &command.title, &text, context)?))
        })?;
    Ok((receipt.id()?, receipt))
}

/// Writes it on.
///
/// # Errors
/// As [`national_report::edit`].
pub fn edit(app: &App, root: &Root, id: Id<NationalReport>, command: &Edit) -> Result<Receipt, Error> {
    app.decide(Act::EditNationalReport, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(Act::EditNationalReport.action(), Subject::Other(id.into()), Facts::None)?;
        Ok((permit, national_report::edit(id, &on, command, context)?))
    })
}

/// Writes down that it was approved.
///
/// # Errors
/// As [`national_report::approve`].
pub fn approve(app: &App, root: &Root, id: Id<NationalReport>, command: &Approve) -> Result<Receipt, Error> {
    app.decide(Act::ApproveNationalReport, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(
            Act::ApproveNationalReport.action(),
            Subject::Other(id.into()),
            Facts::None,
        )?;
        let today = app.profile().date(context.now);
        Ok((permit, national_report::approve(id, &on, command, today)?))
    })
}

/// A national report as a page shows it.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<NationalReport>,
    /// What it rests on, and what was approved; its versions are those of this story.
    pub of: NationalReport,
    /// The versions that this reader sees, each with its number, oldest first.
    pub versions: Vec<(u32, Version)>,
    /// The period that it is for.
    pub period: Period,
    /// The institutions whose reports it rests on.
    pub institutions: Vec<String>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// One of them.
///
/// # Errors
/// When the actor's role does not read periods, or there is none.
pub fn story(app: &App, root: &Root, id: Id<NationalReport>) -> Result<Story, Error> {
    app.view("national_report.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let mut of = read.state(id)?;
        // A draft tells what institutions reported: it is there for those who read every report.
        let action = match of.approvals.is_empty() {
            true => Action::ReadReport,
            false => Action::ReadPeriods,
        };
        let _permit = read.permit(action, subject, Facts::None)?;
        let all = read.may(Action::ReadReport, subject, Facts::None);
        let period = read.state(of.basis.period)?;
        let names = Names::read(read)?;
        let mut institutions = Vec::new();
        for report in &of.basis.reports {
            institutions.push(names.of(read.state(*report)?.opened.organisation));
        }
        let allows = |action| read.may(action, subject, Facts::None);
        let may = offered_by(allows, On::NationalReport(&of), context);
        let versions = (1..).zip(std::mem::take(&mut of.versions));
        let versions = versions.filter(|(nth, _)| all || of.approval(*nth).is_some()).collect();
        Ok(Story {
            id,
            period,
            institutions,
            may,
            versions,
            of,
        })
    })
}

impl Story {
    /// The last version that this reader sees.
    pub fn last(&self) -> Option<&(u32, Version)> {
        self.versions.last()
    }

    /// Its approval; none while it is a draft.
    pub fn approval(&self) -> Option<&Approval> {
        self.of.approval(self.last()?.0)
    }
}

/// Takes the national report out of a period for whoever may not see it yet.
///
/// # Errors
/// When storage is away.
pub(crate) fn hide_draft(read: &mut Read<'_>, period: &mut Period) -> Result<(), Error> {
    let all = read.may(Action::ReadReport, Subject::Own, Facts::None);
    if let Some(id) = period.national.filter(|_| !all)
        && read.state(id)?.approvals.is_empty()
    {
        period.national = None;
    }
    Ok(())
}
