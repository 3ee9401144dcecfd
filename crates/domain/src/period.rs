//! A reporting period: opened by itself by a rule of the country profile, with a report for each institution that owes one; closed by
//! the secretariat, and frozen from then on.
use crate::{
    Changes, Context, Id, Moment, Stream,
    changes::{Kind, Summary},
    clock::Confidence,
    context::Role,
    dated::Dated,
    known::codes,
    national_report::NationalReport,
    organisation::{Function, Organisation, OrganisationKind},
    profile::{
        Profile,
        reporting::{Occurrence, ReportingRule},
    },
    report::{self, Report, Stage},
};
use jiff::civil::Date;
use minicbor::{Decode, Encode};

codes! {
    /// Where a period stands.
    State {
        /// Reports are written.
        0 Open = "open",
        /// Nothing in it changes any more.
        1 Closed = "closed",
    }
}

/// Who owes which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Owes {
    /// Which institution.
    #[n(0)]
    pub organisation: Id<Organisation>,
    /// Its report.
    #[n(1)]
    pub report: Id<Report>,
}

/// How a period begins.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Opened {
    /// By which rule of the profile.
    #[n(0)]
    pub rule: String,
    /// What is reported, and to whom.
    #[n(1)]
    pub what: String,
    /// The day on which it opens.
    #[n(2)]
    pub opens: Dated,
    /// The last day.
    #[n(3)]
    pub due: Dated,
    /// The first day that is told of.
    #[n(4)]
    pub from: Dated,
    /// The last day that is told of.
    #[n(5)]
    pub until: Dated,
    /// Whether the secretariat draws up the national report in it.
    #[n(6)]
    pub national: bool,
    /// Who owes a report.
    #[n(7)]
    pub owes: Vec<Owes>,
    /// Who would owe one, and has nobody who answers for it.
    #[n(8)]
    pub without: Vec<Id<Organisation>>,
    /// Where the last day was read.
    #[n(9)]
    pub source: String,
    /// How sure it is.
    #[n(10)]
    pub confidence: Confidence,
    /// The version of the profile.
    #[n(11)]
    pub profile: String,
    /// When.
    #[n(12)]
    pub at: Moment,
}

/// What happens to a period.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It opens.
    #[n(0)]
    Opened(#[n(0)] Opened),
    /// The national report is begun in it.
    #[n(1)]
    NationalBegun {
        /// Which.
        #[n(0)]
        report: Id<NationalReport>,
    },
    /// It is frozen.
    #[n(2)]
    Closed {
        /// Reports that never came, or were not accepted.
        #[n(0)]
        missing: Vec<Id<Report>>,
        /// When.
        #[n(1)]
        at: Moment,
    },
}

/// A period, folded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Period {
    /// How it began.
    #[n(0)]
    pub opened: Opened,
    /// The national report that was begun in it.
    #[n(1)]
    pub national: Option<Id<NationalReport>>,
    /// When it was closed.
    #[n(2)]
    pub closed: Option<Moment>,
    /// What was missing then.
    #[n(3)]
    pub missing: Vec<Id<Report>>,
}

impl Period {
    /// Where it stands.
    pub fn state(&self) -> State {
        match self.closed {
            Some(_) => State::Closed,
            None => State::Open,
        }
    }
}

impl Stream for Period {
    const KIND: Kind = Kind::Period;
    type Event = Event;

    fn evolve(state: Option<Period>, event: &Event) -> Option<Period> {
        match (state, event) {
            (None, Event::Opened(opened)) => Some(Period {
                opened: opened.clone(),
                national: None,
                closed: None,
                missing: Vec::new(),
            }),
            (Some(mut period), Event::NationalBegun { report }) => {
                period.national = Some(*report);
                Some(period)
            }
            (Some(mut period), Event::Closed { missing, at }) => {
                (period.closed, period.missing) = (Some(*at), missing.clone());
                Some(period)
            }
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Opened(opened) => Summary::new("period_opened").count(opened.owes.len()),
            Event::NationalBegun { .. } => Summary::new("period_national"),
            Event::Closed { missing, .. } => Summary::new("period_closed").count(missing.len()),
        })
    }
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Frozen.
        Closed = "PER-01", "this period is closed; what was reported stands, a correction is a new report";
        /// Somebody waits for an answer.
        Waiting = "PER-02", "a report of this period waits to be read; accept it or return it first";
        /// Not over.
        NotOver = "PER-03", "a period is closed after its last day";
        /// Already there.
        OpenedBefore = "PER-04", "this period was opened before";
        /// No national report in it.
        NotNational = "PER-05", "no national report is drawn up in this period; choose one that is for it";
        /// Begun.
        BegunBefore = "PER-06", "the national report of this period was begun before; go on with that one";
    }
}

/// What is done to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Closed.
    Close,
    /// Its national report is begun.
    Draft,
}

impl Act {
    /// Whether it is done on this day to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Period, today: Date) -> Result<(), Refusal> {
        match self {
            Act::Close if on.closed.is_some() => Err(Refusal::Closed),
            Act::Close if on.opened.due.last().is_none_or(|due| today <= due) => Err(Refusal::NotOver),
            Act::Close => Ok(()),
            Act::Draft if on.closed.is_some() => Err(Refusal::Closed),
            Act::Draft if !on.opened.national => Err(Refusal::NotNational),
            Act::Draft if on.national.is_some() => Err(Refusal::BegunBefore),
            Act::Draft => Ok(()),
        }
    }
}

/// An institution that a rule names, and who answers for it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reporter {
    /// Which.
    pub organisation: Id<Organisation>,
    /// Its focal function; none where nobody answers for it.
    pub function: Option<Id<Function>>,
}

/// The institutions that a rule names, and the first focal function of each.
pub fn reporters(
    rule: &ReportingRule,
    organisations: &[(Id<Organisation>, OrganisationKind)],
    functions: &[(Id<Organisation>, Function)],
) -> Vec<Reporter> {
    let answers = |who: Id<Organisation>| {
        let own = functions
            .iter()
            .filter(|(of, function)| *of == who && function.role == Role::FocalFunction);
        own.map(|(_, function)| function.id).next()
    };
    let named = organisations.iter().filter(|(_, kind)| rule.who.value.contains(kind));
    named
        .map(|(organisation, _)| Reporter {
            organisation: *organisation,
            function: answers(*organisation),
        })
        .collect()
}

/// Opens a period with a report for each who owes one. The id of the period is `context.id::<Period>(0)`.
pub fn open(
    rule: &ReportingRule,
    occurrence: &Occurrence,
    reporters: &[Reporter],
    profile: &Profile,
    context: &Context,
) -> Changes {
    let id = context.id::<Period>(0);
    let mut reports = Changes::default();
    let (mut owes, mut without) = (Vec::new(), Vec::new());
    for (reporter, nth) in reporters.iter().zip(0..) {
        if reporter.function.is_none() {
            without.push(reporter.organisation);
            continue;
        }
        let report = context.id::<Report>(nth);
        owes.push(Owes {
            organisation: reporter.organisation,
            report,
        });
        reports = reports.and(report, report::opened(id, occurrence, reporter, profile, context));
    }
    let (from, until) = occurrence.span;
    let opened = Opened {
        rule: rule.id.clone(),
        what: rule.what.value.clone(),
        opens: occurrence.opens.into(),
        due: occurrence.due.into(),
        from: from.into(),
        until: until.into(),
        national: rule.is_national(),
        owes,
        without,
        source: rule.what.source.clone(),
        confidence: rule.what.confidence,
        profile: profile.edition(),
        at: context.now,
    };
    Changes::new(id, Event::Opened(opened)).and_all(reports)
}

/// Closes it; `reports` are all of it with their states.
///
/// # Errors
/// When it is closed, its last day is not over, or a report waits to be read.
pub fn close(
    id: Id<Period>,
    on: &Period,
    reports: &[(Id<Report>, &Report)],
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Close.fits(on, today)?;
    if reports.iter().any(|(_, report)| report.stage() == Stage::Submitted) {
        return Err(Refusal::Waiting);
    }
    let missing = reports.iter().filter(|(_, report)| report.stage() != Stage::Accepted);
    let missing = missing.map(|(id, _)| *id).collect();
    Ok(Changes::new(
        id,
        Event::Closed {
            missing,
            at: context.now,
        },
    ))
}
