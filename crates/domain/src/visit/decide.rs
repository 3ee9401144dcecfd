//! What may happen to a visit: the commands, the rules that let them, and why one says no.
use super::{Day, Event, Finding, First, Kind, Note, State, Told, Visit};
use crate::{
    Changes, Context, Id,
    dated::Dated,
    organisation::Organisation,
    recommendation::{self, Record, Source, SourceKind, Theme, Wording, WordingKind},
};
use jiff::civil::Date;

/// Plans it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What kind.
    pub kind: Kind,
    /// In a line.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// Its first day.
    pub begins: Dated,
    /// Its last day.
    pub ends: Option<Dated>,
    /// The institutions that go.
    pub delegation: Vec<Id<Organisation>>,
    /// Who receives them.
    pub hosts: Vec<String>,
    /// Where this was read.
    pub source: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Says what is done on a day.
pub type PlanDay = Day;

/// Notes something.
#[derive(Clone, Debug)]
pub struct NoteDown {
    /// Of which day.
    pub on: Dated,
    /// What.
    pub text: String,
    /// Invented.
    pub example: bool,
}

/// Writes down what was found.
#[derive(Clone, Debug)]
pub struct Find {
    /// What.
    pub text: String,
    /// About what.
    pub theme: Theme,
    /// The day note that it rests on, counted from one.
    pub note: Option<u32>,
    /// Invented.
    pub example: bool,
}

/// Makes a recommendation of a finding.
#[derive(Clone, Debug)]
pub struct Recommend {
    /// Which, counted from one.
    pub finding: u32,
    /// The recommendation in a line.
    pub title: String,
    /// Its first words.
    pub text: String,
    /// Their language (ISO 639-1).
    pub language: String,
}

/// Writes the report, or what came of the visit.
#[derive(Clone, Debug)]
pub struct Tell {
    /// The words.
    pub text: String,
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "VIS-01", "this is not done to a visit that stands where this one does; read what may be done now";
        /// Nobody goes.
        NobodyGoes = "VIS-02", "at least one institution goes; choose one that is registered";
        /// Days the wrong way round.
        DaysTurned = "VIS-03", "the last day lies before the first; write a later one";
        /// Not a day of the visit.
        Outside = "VIS-04", "this is no day of the visit; write one within its days";
        /// A day that is not there yet.
        DayToCome = "VIS-05", "this day is still to come; it is written down once it is there";
        /// No such note or finding.
        NotThere = "VIS-06", "there is no such day note or finding; choose one from the list";
        /// Led to one before.
        RecommendedBefore = "VIS-07", "this finding led to a recommendation before; open that one";
        /// Nothing to report.
        NothingNoted = "VIS-08", "a report rests on at least one day note or finding; write one first";
    }
}

/// What is done to a visit, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The hosts agreed.
    Confirm,
    /// A day gets its programme.
    PlanDay,
    /// It took place.
    Hold,
    /// Something is noted.
    Note,
    /// Something is found.
    Find,
    /// A finding becomes a recommendation.
    Recommend,
    /// Its report is written.
    Report,
    /// What came of it is told.
    FollowUp,
}

impl Act {
    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Visit) -> Result<(), Refusal> {
        let state = on.state;
        let fits = match self {
            Act::Confirm => state == State::Planned,
            Act::PlanDay => matches!(state, State::Planned | State::Confirmed),
            Act::Hold => state == State::Confirmed,
            // Notes are written while it lasts.
            Act::Note => matches!(state, State::Confirmed | State::Held),
            Act::Find => state == State::Held,
            Act::Recommend if on.findings.iter().all(|finding| finding.recommendation.is_some()) => false,
            Act::Recommend => matches!(state, State::Held | State::Reported | State::FollowedUp),
            Act::Report if state == State::Held && on.notes.is_empty() && on.findings.is_empty() => {
                return Err(Refusal::NothingNoted);
            }
            Act::Report => state == State::Held,
            Act::FollowUp => state == State::Reported,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }

    /// The same on this day: what is still to come was not held.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits_on(self, on: &Visit, today: Date) -> Result<(), Refusal> {
        self.fits(on)?;
        match self {
            Act::Hold => not_to_come(on.first.ends.unwrap_or(on.first.begins), today),
            _ => Ok(()),
        }
    }
}

/// Plans a visit; its id is `context.id::<Visit>(0)`. `there` are the institutions that are registered.
///
/// # Errors
/// When the days are turned, or nobody goes who is registered.
pub fn plan(command: &Plan, there: &[Id<Organisation>], context: &Context) -> Result<Changes, Refusal> {
    if command.ends.is_some_and(|ends| ends.last() < command.begins.first()) {
        return Err(Refusal::DaysTurned);
    }
    if command.delegation.is_empty() || !command.delegation.iter().all(|who| there.contains(who)) {
        return Err(Refusal::NobodyGoes);
    }
    let first = First {
        kind: command.kind,
        title: command.title.clone(),
        place: command.place.clone(),
        begins: command.begins,
        ends: command.ends,
        delegation: command.delegation.clone(),
        hosts: command.hosts.clone(),
        source: command.source.clone(),
        example: command.example,
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(context.id::<Visit>(0), Event::Planned(first)))
}

/// Says that the hosts agreed.
///
/// # Errors
/// None but those of [`Act::fits`].
pub fn confirm(id: Id<Visit>, on: &Visit, context: &Context) -> Result<Changes, Refusal> {
    Act::Confirm.fits(on)?;
    Ok(Changes::new(id, Event::Confirmed { at: context.now }))
}

/// Whether a day may be one of the visit.
fn within(on: &Visit, day: Dated) -> Result<(), Refusal> {
    let last = on.first.ends.unwrap_or(on.first.begins);
    let inside = day.is_within(on.first.begins, Some(last));
    inside.then_some(()).ok_or(Refusal::Outside)
}

/// Says what is done on a day.
///
/// # Errors
/// When it was held, or it is no day of the visit.
pub fn plan_day(id: Id<Visit>, on: &Visit, command: &PlanDay) -> Result<Changes, Refusal> {
    Act::PlanDay.fits(on)?;
    within(on, command.on)?;
    Ok(Changes::new(id, Event::DayPlanned(command.clone())))
}

fn not_to_come(day: Dated, today: Date) -> Result<(), Refusal> {
    day.has_begun(today).then_some(()).ok_or(Refusal::DayToCome)
}

/// Says that it took place; `today` is the day in the country.
///
/// # Errors
/// When it is not confirmed, or its last day is to come.
pub fn hold(id: Id<Visit>, on: &Visit, today: Date, context: &Context) -> Result<Changes, Refusal> {
    Act::Hold.fits_on(on, today)?;
    Ok(Changes::new(id, Event::Held { at: context.now }))
}

/// Notes something of a day.
///
/// # Errors
/// When it is not confirmed or its report is written, the day is none of the visit, or is to come.
pub fn note(id: Id<Visit>, on: &Visit, command: &NoteDown, today: Date, context: &Context) -> Result<Changes, Refusal> {
    Act::Note.fits(on)?;
    within(on, command.on)?;
    not_to_come(command.on, today)?;
    let note = Note {
        on: command.on,
        text: command.text.clone(),
        example: command.example,
        by: context.actor.organisation,
        at: context.now,
    };
    Ok(Changes::new(id, Event::Noted(note)))
}

/// Writes down what was found.
///
/// # Errors
/// When it was not held or its report is written, or there is no such day note.
pub fn find(id: Id<Visit>, on: &Visit, command: &Find, context: &Context) -> Result<Changes, Refusal> {
    Act::Find.fits(on)?;
    let known = |note: u32| note > 0 && note as usize <= on.notes.len();
    if command.note.is_some_and(|note| !known(note)) {
        return Err(Refusal::NotThere);
    }
    let finding = Finding {
        text: command.text.clone(),
        theme: command.theme,
        note: command.note,
        example: command.example,
        by: context.actor.organisation,
        at: context.now,
        recommendation: None,
    };
    Ok(Changes::new(id, Event::Found(finding)))
}

/// Makes a recommendation of a finding; its id is `context.id::<Recommendation>(0)`. Its source is the visit, by its title.
///
/// # Errors
/// When the visit was not held, there is no such finding, or it led to one before.
pub fn recommend(id: Id<Visit>, on: &Visit, command: &Recommend, context: &Context) -> Result<Changes, Refusal> {
    let finding = on.finding(command.finding);
    if finding.is_some_and(|finding| finding.recommendation.is_some()) {
        return Err(Refusal::RecommendedBefore);
    }
    Act::Recommend.fits(on)?;
    let finding = finding.ok_or(Refusal::NotThere)?;
    let record = Record {
        title: command.title.clone(),
        source: Source {
            kind: match on.first.kind {
                Kind::StudyVisit => SourceKind::StudyVisit,
                Kind::ExpertMission => SourceKind::ExpertMission,
            },
            document: Some(on.first.title.clone()),
            round: None,
            paragraph: None,
            dated: Some(on.first.ends.unwrap_or(on.first.begins)),
            page: None,
            priority: None,
        },
        wording: Wording {
            text: command.text.clone(),
            language: command.language.clone(),
            kind: WordingKind::Verbatim,
        },
        theme: finding.theme,
        example: finding.example || on.first.example,
    };
    let led = Event::Recommended {
        finding: command.finding,
        recommendation: context.id(0),
    };
    Ok(recommendation::record(&record, context).and(id, led))
}

fn told(command: &Tell, context: &Context) -> Told {
    Told {
        text: command.text.clone(),
        by: context.actor.organisation,
        at: context.now,
    }
}

/// Writes its report.
///
/// # Errors
/// When it was not held, was reported before, or nothing was noted.
pub fn report(id: Id<Visit>, on: &Visit, command: &Tell, context: &Context) -> Result<Changes, Refusal> {
    Act::Report.fits(on)?;
    Ok(Changes::new(id, Event::Reported(told(command, context))))
}

/// Tells what came of it.
///
/// # Errors
/// When its report is not written, or it was told before.
pub fn follow_up(id: Id<Visit>, on: &Visit, command: &Tell, context: &Context) -> Result<Changes, Refusal> {
    Act::FollowUp.fits(on)?;
    Ok(Changes::new(id, Event::FollowedUp(told(command, context))))
}
