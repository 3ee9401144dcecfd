//! What time does by itself: unanswered referrals escalate and expire, late tasks reach others, what has an end of its own ends.
//! Any process may run it; the state of each thing says whether a step is due, so that two that try the same do it once.
//!
//! INVARIANT: one thing that can't be dealt with never keeps another waiting. It is logged by its id, left alone for a while,
//! and tried again.
use crate::{App, Error, account, case, partnership, period, referral, report, task};
use std::{
    collections::HashMap,
    fmt::Display,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};
use tiltas_domain::{
    Id, Moment, Owner, Purpose, Root, StreamId,
    partnership::Partnership,
    profile::reporting::Occurrence,
    referral::{Referral, Step},
    report::{Report, Step as ReportStep},
    task::{self as tasks, Task},
};
use tiltas_store::{
    Deadline,
    views::{
        ending::Over,
        overdue::{After, Page},
        referral::Silent,
    },
};

/// What one step of the clock begins with.
fn root(now: Moment, seed: [u8; 32]) -> Root {
    Root {
        actor: account::clock(),
        purpose: Purpose::Administration,
        now,
        seed,
        request: [0; 32],
        correlation: 0,
        drawn: None,
    }
}

/// So many things whose time is over are forgotten in one turn.
pub(crate) const FORGOTTEN: i64 = 64;

/// Forgets each of these at `now`, and destroys its key; answers how many. One that fails is named by its id, and tried again at the
/// next turn. `seed` makes the contexts' seeds from the name of a step: `step` and the id.
///
/// # Errors
/// When storage is away.
pub(crate) fn forget_each<T: Copy + Display>(
    app: &App,
    now: Moment,
    (over, step): (&[T], &str),
    seed: impl Fn(&str) -> [u8; 32],
    forget: impl Fn(&Root, T) -> Result<Owner, Error>,
) -> Result<usize, Error> {
    let mut forgotten: Vec<Owner> = Vec::new();
    for id in over.iter().copied() {
        match forget(&root(now, seed(&format!("{step} {id}"))), id) {
            Ok(owner) => forgotten.push(owner),
            Err(error) => {
                tracing::error!(target: "tiltas::clock", thing = %id, "what is kept no longer can't be forgotten: {error}");
            }
        }
    }
    if !forgotten.is_empty() {
        app.store().destroy_keys(&forgotten)?;
    }
    Ok(forgotten.len())
}

/// One step that was due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Escalation reached a step.
    Escalated(Id<Referral>, Step),
    /// A referral expired.
    Expired(Id<Referral>),
    /// A late task reached a step.
    Told(Id<Task>, tasks::Step),
    /// Those who answer for a partnership were reminded of its end.
    Warned(Id<Partnership>),
    /// What had an end of its own is over.
    Ended(Over),
    /// A reporting period opened.
    Opened(Occurrence),
    /// The delay of a report reached somebody.
    ToldOfReport(Id<Report>, ReportStep),
}

impl Done {
    fn of(line: &Silent, now: Moment) -> Done {
        let step = Step::ALL.get(line.escalated).copied();
        match step.filter(|_| line.next_escalation.is_some_and(|at| at <= now)) {
            Some(step) => Done::Escalated(line.referral, step),
            None => Done::Expired(line.referral),
        }
    }

    fn stream(&self) -> StreamId {
        match self {
            Done::Escalated(referral, _) | Done::Expired(referral) => (*referral).into(),
            Done::Told(task, _) => (*task).into(),
            Done::Warned(partnership) => (*partnership).into(),
            Done::Ended(Over::LeadOffer(case) | Over::Record(case, _)) => (*case).into(),
            Done::Opened(occurrence) => period::left_alone(occurrence),
            Done::ToldOfReport(report, _) => (*report).into(),
        }
    }

    /// The same for the same step: another process that tries it draws the same ids.
    ///
    /// WHY with the time at which it is due: a sign of life begins the steps anew, and a step that comes a second time under
    /// the name of the first would be taken for a repetition and never done.
    fn name(&self, due: Moment) -> String {
        let due = due.0;
        match self {
            Done::Escalated(referral, step) => format!("escalate {referral} {} {due}", step.code()),
            Done::Expired(referral) => format!("expire {referral} {due}"),
            Done::Told(task, step) => format!("late {task} {} {due}", step.code()),
            Done::Warned(partnership) => format!("warn {partnership} {due}"),
            Done::Ended(Over::LeadOffer(case)) => format!("offer {case} {due}"),
            Done::Ended(Over::Record(_, record)) => format!("record {record} {due}"),
            Done::Opened(occurrence) => format!("period {} {}", occurrence.rule, occurrence.opens),
            Done::ToldOfReport(report, step) => format!("report {report} {} {due}", step.code()),
        }
    }
}

/// Something for which time has come.
struct Due {
    what: Done,
    /// Since when; it names the step.
    since: Moment,
    /// The first moment at which the step can be done.
    from: Moment,
}

/// A list of what time comes for.
#[derive(Clone, Copy)]
enum List {
    Referrals,
    Tasks,
    Endings,
    Partnerships,
    Periods,
    Reports,
}

const LISTS: [List; 6] = [
    List::Referrals,
    List::Tasks,
    List::Endings,
    List::Partnerships,
    List::Periods,
    List::Reports,
];

impl List {
    /// Shows what is due at `now`, the longest due first, as long as `each` wants more.
    fn walk(self, app: &App, now: Moment, mut each: impl FnMut(Due) -> Result<bool, Error>) -> Result<(), Error> {
        let mut after = None;
        loop {
            let page = Deadline::safety(STEP_IN).run(|| self.page(app, now, after.as_ref()))?;
            for due in page.lines {
                if !each(due)? {
                    return Ok(());
                }
            }
            if page.rows < PAGE as usize {
                return Ok(());
            }
            after = page.next;
        }
    }

    fn page(self, app: &App, now: Moment, after: Option<&After>) -> Result<Page<Due>, Error> {
        let snapshot = app.store().snapshot()?;
        Ok(match self {
            List::Referrals => snapshot.silent(now, after, PAGE)?.map(|line| {
                let since = line.next_escalation.or(line.expires).unwrap_or(now);
                Due {
                    what: Done::of(&line, now),
                    since,
                    from: since,
                }
            }),
            List::Tasks => snapshot.late_tasks(now, after, PAGE)?.map(|late| Due {
                what: Done::Told(late.task, late.step),
                since: late.since,
                from: late.since,
            }),
            List::Partnerships => snapshot.partnerships_ending(now, after, PAGE)?.map(|line| Due {
                what: Done::Warned(line.partnership),
                since: line.since,
                from: line.since,
            }),
            List::Endings => snapshot.ended(now, after, PAGE)?.map(|line| Due {
                what: Done::Ended(line.what),
                since: line.since,
                // It is over once its last moment has passed.
                from: Moment(line.since.0 + 1),
            }),
            List::Periods => {
                let lines = period::due(app, &snapshot, now)?.into_iter();
                let lines = lines.map(|(occurrence, since)| Due {
                    what: Done::Opened(occurrence),
                    since,
                    from: since,
                });
                // All of them stand on one page.
                Page::whole(lines.collect())
            }
            List::Reports => snapshot.late_reports(now, after, PAGE)?.map(|late| Due {
                what: Done::ToldOfReport(late.report, late.step),
                since: late.since,
                from: late.since,
            }),
        })
    }
}

/// So many rows are read at once.
const PAGE: i64 = 64;
/// A step that takes longer is given up and tried again.
const STEP_IN: Duration = Duration::from_secs(10);
/// How long a thing is left alone after its first failure, and after many.
const FIRST_PAUSE: i64 = 5_000_000;
const LAST_PAUSE: i64 = 15 * 60 * 1_000_000;

/// A thing that could not be dealt with.
#[derive(Clone, Copy, Debug)]
struct Failed {
    times: u32,
    until: Moment,
}

/// Deals with what is due, again and again; remembers what failed.
#[derive(Debug, Default)]
pub struct Timekeeper {
    failed: HashMap<StreamId, Failed>,
}

impl Timekeeper {
    /// How many referrals and tasks are left alone because a step of theirs failed.
    pub fn failing(&self) -> usize {
        self.failed.len()
    }

    /// Does all that is due at `now`, at most `limit` steps; `seed` makes the contexts' seeds from the name of a step, under
    /// the node's secret.
    ///
    /// # Errors
    /// When storage is away. A step that another process did meanwhile is no error, and neither is one that fails alone.
    pub fn tick(
        &mut self,
        app: &App,
        now: Moment,
        limit: usize,
        seed: impl Fn(&str) -> [u8; 32],
    ) -> Result<Vec<Done>, Error> {
        // What another process did, or what is over, is not due again.
        self.failed
            .retain(|_, failed| now.0 <= failed.until.0.saturating_add(LAST_PAUSE));
        let mut done = Vec::new();
        while done.len() < limit {
            let before = done.len();
            for list in LISTS {
                list.walk(app, now, |due| {
                    if done.len() < limit {
                        done.extend(self.deal_with(app, (due.what, due.since), now, &seed)?);
                    }
                    Ok(done.len() < limit)
                })?;
            }
            // A step may make the next one due; when nothing was done, nothing else becomes due.
            if done.len() == before {
                break;
            }
        }
        Ok(done)
    }

    /// When the next step of a thing that is not left alone is due, until then.
    fn next(&self, app: &App, now: Moment, until: Moment) -> Result<Option<Moment>, Error> {
        let mut next: Option<Moment> = None;
        for list in LISTS {
            let mut first = None;
            list.walk(app, until, |due| {
                if first.is_none() && !self.is_paused(due.what.stream(), now) {
                    first = Some(due.from);
                }
                Ok(first.is_none())
            })?;
            next = next.into_iter().chain(first).min();
        }
        Ok(next)
    }

    fn is_paused(&self, stream: StreamId, now: Moment) -> bool {
        self.failed.get(&stream).is_some_and(|failed| now < failed.until)
    }

    /// One step, unless its thing is left alone. What it fails of is its own, as long as storage answers at all.
    fn deal_with(
        &mut self,
        app: &App,
        (what, due): (Done, Moment),
        now: Moment,
        seed: &impl Fn(&str) -> [u8; 32],
    ) -> Result<Option<Done>, Error> {
        if self.is_paused(what.stream(), now) {
            return Ok(None);
        }
        let work = || {
            let root = root(now, seed(&what.name(due)));
            match &what {
                Done::Escalated(referral, step) => referral::escalate(app, &root, *referral, *step),
                Done::Expired(referral) => referral::expire(app, &root, *referral),
                Done::Told(task, step) => task::escalate(app, &root, *task, *step),
                Done::Warned(partnership) => partnership::warn(app, &root, *partnership),
                Done::Ended(Over::LeadOffer(of)) => case::lapse_lead_offer(app, &root, *of),
                Done::Ended(Over::Record(of, record)) => case::end_record(app, &root, *of, *record),
                Done::Opened(occurrence) => period::open(app, &root, occurrence),
                Done::ToldOfReport(report, step) => report::escalate(app, &root, *report, *step),
            }
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| Deadline::safety(STEP_IN).run(work)));
        let why = match outcome {
            Ok(Ok(receipt)) if !receipt.repeated => {
                self.failed.remove(&what.stream());
                return Ok(Some(what));
            }
            // Another process may have done it: then it is not due any more when it is looked at again.
            Ok(Ok(_)) => "it was done before, and is still due".to_owned(),
            Ok(Err(error)) if error.is_of_storage() => {
                Deadline::safety(STEP_IN).run(|| app.store().snapshot()?.silent(now, None, 1))?;
                error.to_string()
            }
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the step panicked".to_owned(),
        };
        self.pause(what.stream(), now, &why);
        Ok(None)
    }

    fn pause(&mut self, stream: StreamId, now: Moment, why: &str) {
        let times = self.failed.get(&stream).map_or(0, |failed| failed.times) + 1;
        let pause = FIRST_PAUSE.saturating_mul(1 << times.min(20)) / 2;
        let until = Moment(now.0 + pause.min(LAST_PAUSE));
        self.failed.insert(stream, Failed { times, until });
        if times > 1 {
            tracing::error!(target: "tiltas::clock", %stream, times, "a step that is due can't be done, the others go on: {why}");
        }
    }
}

/// When the last event of the journal was decided; the beginning of time where there is none.
///
/// # Errors
/// When storage is away.
pub fn last_event(app: &App) -> Result<Moment, Error> {
    let last = app.store().snapshot()?.last(1)?;
    Ok(last.first().map_or(Moment(0), |line| line.at))
}

/// Does all that is due at `now`, once.
///
/// # Errors
/// As [`Timekeeper::tick`].
pub fn tick(app: &App, now: Moment, limit: usize, seed: impl Fn(&str) -> [u8; 32]) -> Result<Vec<Done>, Error> {
    Timekeeper::default().tick(app, now, limit, seed)
}

/// Lets time pass from one moment to another: every step that comes due on the way is done at its own moment.
///
/// # Errors
/// As [`Timekeeper::tick`].
pub fn pass(app: &App, from: Moment, until: Moment, seed: impl Fn(&str) -> [u8; 32]) -> Result<(), Error> {
    let (mut timekeeper, mut at) = (Timekeeper::default(), from);
    while let Some(next) = timekeeper.next(app, at, until)? {
        // What was due before is done now: nobody acts in the past.
        at = next.max(at);
        timekeeper.tick(app, at, 1024, &seed)?;
    }
    Ok(())
}
