//! Reports of institutions, a row each with its state; and when the delay of one reaches somebody next.
use super::{
    Fact, View,
    folded::{After as Followed, Folded, folded},
    overdue::{After, Page},
    table::{Columns, digest},
};
use crate::{
    Error, Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{
    Event, Id, Moment,
    organisation::Organisation,
    period::Period,
    report::{Report, Step},
};

table! {
    REPORT_TABLE = report (
        report text NOT NULL, period text NOT NULL, organisation text NOT NULL, stage text NOT NULL, step text, next bigint,
        began bigint NOT NULL, folded bytes NOT NULL
    ) key (report)
    index "report_period ON report (period)"
    index "report_organisation ON report (organisation)"
    index "report_next ON report (next)"
}

pub(crate) const VIEW: View = View {
    name: "report",
    version: digest(concat!(
        include_str!("report.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/report.rs"),
        include_str!("../../../domain/src/report/event.rs"),
        include_str!("../../../domain/src/report/count.rs")
    )),
    tables: &[REPORT_TABLE],
    project,
};
const FOLDED: Folded = folded!(report);
const STOP: &str = "UPDATE report SET step = NULL, next = NULL WHERE period = $1";
const OF_PERIOD: &str = "SELECT report, folded FROM report WHERE period = $1 ORDER BY began, report";
const OF_ORGANISATION: &str = "SELECT report, folded FROM report WHERE organisation = $1 ORDER BY began, report";
const OPEN: &str = "SELECT report, folded FROM report WHERE stage <> 'accepted' ORDER BY began, report";
const LATE: &str = "SELECT report, step, next FROM report WHERE next <= $1 AND (next, report) > ($2, $3) ORDER BY next, report LIMIT $4";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let event = match fact.event {
        Event::Report(event) => event,
        // Nobody is told of a delay in what is frozen.
        Event::Period(tiltas_domain::period::Event::Closed { .. }) => {
            let period = Id::<Period>::from_stored(fact.stream.id).to_string();
            return tx.execute(STOP, &[&period]);
        }
        _ => return Ok(()),
    };
    let Followed { id, now, folded, began } = FOLDED.follow::<Report>(tx, fact, event)?;
    let next = now.next_step();
    tx.execute(
        REPORT_TABLE.new,
        &[
            &id,
            &now.opened.period.to_string(),
            &now.opened.organisation.to_string(),
            &now.stage().code(),
            &next.map(|(step, _)| step.code().to_owned()),
            &next.map(|(_, at)| at.0),
            &began,
            &folded,
        ],
    )
}

fn line(row: &Row<'_>) -> Result<(Id<Report>, Report)> {
    let mut next = Columns::of(row, "report");
    let id = next.id("report")?;
    let folded: Vec<u8> = next.next()?;
    let state = minicbor::decode(&folded).map_err(|_| Error::Sealed("a report does not decode"))?;
    Ok((id, state))
}

/// A report whose delay reaches somebody.
#[derive(Clone, Copy, Debug)]
pub struct Late {
    /// Which.
    pub report: Id<Report>,
    /// Whom.
    pub step: Step,
    /// Since when it is due.
    pub since: Moment,
}

impl Snapshot<'_> {
    /// The reports of a period.
    ///
    /// # Errors
    /// When storage is away.
    pub fn reports_of(&self, period: Id<Period>) -> Result<Vec<(Id<Report>, Report)>> {
        self.tx()?.readable(OF_PERIOD, &[&period.to_string()], line)
    }

    /// The reports of an institution, oldest first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn reports_by(&self, organisation: Id<Organisation>) -> Result<Vec<(Id<Report>, Report)>> {
        self.tx()?.readable(OF_ORGANISATION, &[&organisation.to_string()], line)
    }

    /// All reports that are owed, or wait to be read.
    ///
    /// # Errors
    /// When storage is away.
    pub fn open_reports(&self) -> Result<Vec<(Id<Report>, Report)>> {
        self.tx()?.readable(OPEN, &[], line)
    }

    /// The reports whose delay reaches somebody at `now`.
    ///
    /// # Errors
    /// When storage is away.
    pub fn late_reports(&self, now: Moment, after: Option<&After>, limit: i64) -> Result<Page<Late>> {
        self.overdue(("report", LATE), now, after, limit, |row| {
            let since: i64 = row.get(2)?;
            let read = || {
                let mut next = Columns::of(row, "report");
                Ok(Late {
                    report: next.id("report")?,
                    step: next.code("step")?,
                    since: Moment(since),
                })
            };
            Ok((since, read()))
        })
    }
}
