//! The national report: drafted from the reports that were accepted, written on in versions, approved. Each version stays.
use crate::{
    Changes, Context, Id, Moment, Stream,
    changes::{Kind, Summary},
    context::Actor,
    dated::Dated,
    known::codes,
    period::{self, Period},
    report::{Counted, Report},
};
use jiff::civil::Date;
use minicbor::{Decode, Encode};

codes! {
    /// Where it stands.
    State {
        /// Its last version is not approved.
        0 Draft = "draft",
        /// It is.
        1 Approved = "approved",
    }
}

/// One version of its words. A line that begins with `# ` is a heading.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Version {
    /// Its title.
    #[n(0)]
    pub title: String,
    /// Its words.
    #[n(1)]
    pub text: String,
    /// Who wrote it.
    #[n(2)]
    pub by: Actor,
    /// When.
    #[n(3)]
    pub at: Moment,
}

/// That a version was approved.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Approval {
    /// Which, from 1.
    #[n(0)]
    pub version: u32,
    /// By which body.
    #[n(1)]
    pub body: String,
    /// On which day.
    #[n(2)]
    pub on: Dated,
}

/// What it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Basis {
    /// In which period.
    #[n(0)]
    pub period: Id<Period>,
    /// The reports that were accepted.
    #[n(1)]
    pub reports: Vec<Id<Report>>,
    /// Totals of what the node counted for them.
    #[n(2)]
    pub totals: Vec<Counted>,
    /// Invented, to show how it works.
    #[n(3)]
    pub example: bool,
}

/// What happens to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is drafted.
    #[n(0)]
    Drafted {
        /// From what.
        #[n(0)]
        basis: Basis,
        /// Its first words.
        #[n(1)]
        first: Version,
    },
    /// It is written on.
    #[n(1)]
    Edited(#[n(0)] Version),
    /// A version is approved.
    #[n(2)]
    Approved(#[n(0)] Approval),
}

/// The report, folded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct NationalReport {
    /// What it rests on.
    #[n(0)]
    pub basis: Basis,
    /// Every version, oldest first.
    #[n(1)]
    pub versions: Vec<Version>,
    /// What was approved, oldest first.
    #[n(2)]
    pub approvals: Vec<Approval>,
}

/// About so many signs of the words stand on one page, and in one form.
pub const PART: usize = 16_000;

/// What a line takes beside its own signs, so that many short ones make a part too.
const LINE: usize = 8;

/// The words in parts that a page and a form can hold: together they are the whole, sign by sign. What fits stands in one part; else
/// each chapter is one, and a longer chapter goes on in the next. WHY no two chapters together: what is written in one part would move
/// another into it, and whoever reads would look for it.
pub fn parts(text: &str) -> Vec<&str> {
    let size = |line: &str| line.chars().count() + LINE;
    if text.split_inclusive('\n').map(size).sum::<usize>() <= PART {
        return vec![text];
    }
    let mut parts = Vec::new();
    let (mut begins, mut held, mut at) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        let size = size(line);
        if at > begins && (line.starts_with("# ") || held + size > PART) {
            parts.extend(text.get(begins..at));
            (begins, held) = (at, 0);
        }
        (held, at) = (held + size, at + line.len());
    }
    parts.extend(text.get(begins..));
    parts
}

/// The words with other ones in the place of a part, counted from one; `None` where there is no such part.
fn with_part(text: &str, nth: u32, part: &str) -> Option<String> {
    let mut parts = parts(text);
    let place = parts.get_mut(usize::try_from(nth).ok()?.checked_sub(1)?)?;
    // What stood between it and the next part stays between them.
    let between = place.get(place.trim_end().len()..).unwrap_or_default();
    let part = format!("{}{between}", part.trim_end());
    *place = &part;
    Some(parts.concat().trim_end().to_owned())
}

impl NationalReport {
    /// The number of the last version.
    pub fn last(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX)
    }

    /// The approval of a version.
    pub fn approval(&self, version: u32) -> Option<&Approval> {
        self.approvals.iter().find(|approval| approval.version == version)
    }

    /// Where its last version stands.
    pub fn state(&self) -> State {
        match self.approval(self.last()) {
            Some(_) => State::Approved,
            None => State::Draft,
        }
    }
}

impl Stream for NationalReport {
    const KIND: Kind = Kind::NationalReport;
    type Event = Event;

    fn evolve(state: Option<NationalReport>, event: &Event) -> Option<NationalReport> {
        match (state, event.clone()) {
            (None, Event::Drafted { basis, first }) => Some(NationalReport {
                basis,
                versions: vec![first],
                approvals: Vec::new(),
            }),
            (Some(mut known), Event::Edited(version)) => {
                known.versions.push(version);
                Some(known)
            }
            (Some(mut known), Event::Approved(approval)) => {
                known.approvals.push(approval);
                Some(known)
            }
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(Summary::new(match event {
            Event::Drafted { .. } => "national_report_drafted",
            Event::Edited(_) => "national_report_edited",
            Event::Approved(_) => "national_report_approved",
        }))
    }
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Nothing to draft it from.
        NothingAccepted = "NAT-01", "no report of the year was accepted yet; the national report is drafted from those that are";
        /// Another wrote meanwhile.
        Stale = "NAT-02", "another version was written meanwhile; read it, and write on from there";
        /// Approved before.
        ApprovedBefore = "NAT-03", "the last version is approved; a change makes a new one";
        /// A day that is not there yet.
        DayToCome = "NAT-04", "this day is still to come; an approval is written down once it is given";
        /// No such part.
        NoPart = "NAT-06", "the report has no such part; read how many it has, and choose one of them";
        /// Nothing changed.
        Same = "NAT-05", "these are the words of the last version; change something, or leave the page";
    }
}

/// What is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Written on.
    Edit,
    /// Approved.
    Approve,
}

impl Act {
    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &NationalReport) -> Result<(), Refusal> {
        match (self, on.state()) {
            (Act::Edit, _) | (Act::Approve, State::Draft) => Ok(()),
            (Act::Approve, State::Approved) => Err(Refusal::ApprovedBefore),
        }
    }
}

/// Drafts it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its title.
    pub title: String,
    /// The word above what stood in the way, in its language.
    pub obstacles: String,
}

/// Writes it on.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The version that was read.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Its words, or those of a part.
    pub text: String,
    /// Which part they are, counted from one; `None`: all of it.
    pub part: Option<u32>,
}

/// Writes down that it was approved.
#[derive(Clone, Debug)]
pub struct Approve {
    /// The version that the body read.
    pub version: u32,
    /// By which body.
    pub body: String,
    /// On which day.
    pub on: Date,
}

/// Drafts it from the accepted reports. Its id is `context.id::<NationalReport>(0)`.
///
/// # Errors
/// When no report is accepted. That the period is for one, and has none, [`period::Act::Draft`] tells.
pub fn draft(basis: &Basis, title: &str, text: &str, context: &Context) -> Result<Changes, Refusal> {
    if basis.reports.is_empty() {
        return Err(Refusal::NothingAccepted);
    }
    let report = context.id::<NationalReport>(0);
    let first = Version {
        title: title.to_owned(),
        text: text.to_owned(),
        by: context.actor,
        at: context.now,
    };
    let (period, basis) = (basis.period, basis.clone());
    let changes = Changes::new(report, Event::Drafted { basis, first });
    Ok(changes.and(period, period::Event::NationalBegun { report }))
}

/// Writes it on.
///
/// # Errors
/// When another version was written meanwhile, there is no such part, or nothing changed.
pub fn edit(
    id: Id<NationalReport>,
    on: &NationalReport,
    command: &Edit,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Edit.fits(on)?;
    if command.version != on.last() {
        return Err(Refusal::Stale);
    }
    let last = on.versions.last().map_or("", |version| version.text.as_str());
    let text = match command.part {
        Some(nth) => with_part(last, nth, &command.text).ok_or(Refusal::NoPart)?,
        None => command.text.clone(),
    };
    let same = |version: &Version| (&version.title, &version.text) == (&command.title, &text);
    if on.versions.last().is_some_and(same) {
        return Err(Refusal::Same);
    }
    let version = Version {
        title: command.title.clone(),
        text,
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(id, Event::Edited(version)))
}

/// Writes down that its last version was approved.
///
/// # Errors
/// When it was before, another version was written meanwhile, or the day is still to come.
pub fn approve(
    id: Id<NationalReport>,
    on: &NationalReport,
    command: &Approve,
    today: Date,
) -> Result<Changes, Refusal> {
    Act::Approve.fits(on)?;
    // Nobody approves words that they did not read.
    if command.version != on.last() {
        return Err(Refusal::Stale);
    }
    if command.on > today {
        return Err(Refusal::DayToCome);
    }
    let approval = Approval {
        version: on.last(),
        body: command.body.clone(),
        on: command.on.into(),
    };
    Ok(Changes::new(id, Event::Approved(approval)))
}
