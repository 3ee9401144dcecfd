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
    national_report::{self, Approve, Basis, Draft, Edit, NationalReport},
    period::{self, Period},
    report::{Report, Stage},
};

/// The accepted reports of the span that a national report tells of: of each institution the one that tells the most of it; a
/// report that was corrected gives way to its correction.
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
            let same = chosen
                .iter_mut()
                .find(|(_, known)| known.opened.organisation == report.opened.organisation);
            match same {
                Some(known) => *known = (id, report),
                None => chosen.push((id, report)),
            }
        }
    }
    Ok(chosen)
}

/// Its first words: each institution under its name, as it reported.
fn words(names: &Names, reports: &[(Id<Report>, Report)], obstacles: &str) -> String {
    let mut text = String::new();
    for (_, report) in reports {
        let Some(written) = &report.written else { continue };
        text.push_str(&format!(
            "# {}\n\n{}\n\n",
            names.of(report.opened.organisation),
            written.narrative
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
            text.push_str(&format!("## {obstacles}\n\n{met}\n\n"));
        }
    }
    text.trim_end().to_owned()
}

/// Drafts it in the period that is for it.
///
/// # Errors
/// As [`national_report::draft`], and when the period is for none, or has one.
pub fn draft(
    app: &App,
    root: &Root,
    in_period: Id<Period>,
    command: &Draft,
) -> Result<(Id<NationalReport>, Receipt), Error> {
    let receipt = app.decide(Act::DraftNationalReport, root, |read, context| {
        let id = context.id::<NationalReport>(0);
        let action = Act::DraftNationalReport.action();
        let permit = read.permit(action, Subject::Other(id.into()), Facts::None)?;
        let on = read.state(in_period)?;
        period::Act::Draft.fits(&on)?;
        let reports = accepted(read, &on)?;
        let names = Names::read(read)?;
        let basis = Basis {
            period: in_period,
            reports: reports.iter().map(|(id, _)| *id).collect(),
            totals: totals(reports.iter().map(|(_, report)| report)),
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
    /// All of it.
    pub of: NationalReport,
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
        let _permit = read.permit(Action::ReadPeriods, subject, Facts::None)?;
        let of = read.state(id)?;
        let period = read.state(of.basis.period)?;
        let names = Names::read(read)?;
        let mut institutions = Vec::new();
        for report in &of.basis.reports {
            institutions.push(names.of(read.state(*report)?.opened.organisation));
        }
        let allows = |action| read.may(action, subject, Facts::None);
        let may = offered_by(allows, On::NationalReport(&of), context);
        Ok(Story {
            id,
            period,
            institutions,
            may,
            of,
        })
    })
}
