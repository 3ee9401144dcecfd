//! What the demonstration adds to a node, and what it remembers between two looks: nothing that the journal does not say.
use crate::{
    Seed,
    night::{self, Changed, Move, Night, Pressed},
    screen::{self, Screen},
};
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};
use tiltas_app::{
    App, Error,
    journal::{self, Line, Report},
};
use tiltas_domain::{Id, Moment, case::Case};

type Forward = dyn Fn(Moment) -> Moment + Send + Sync;

/// The three screens of one case, as they were opened together.
type Screens = Arc<[Screen; 3]>;

/// What the demonstration adds to a node.
pub struct Demo {
    /// From which all invented ids follow.
    pub seed: Seed,
    /// Moves the clock forward, never back; returns the time that it is then.
    forward: Arc<Forward>,
    /// Where a copy of the database may lie while it is looked at.
    scratch: PathBuf,
    turn: Mutex<()>,
    opened: Mutex<Option<Opened>>,
    changed: Mutex<Option<Changed>>,
    report: Mutex<Option<(i64, Report)>>,
}

/// The three screens as they were opened last. They open anew when her file changed: each opening stands in the journal.
struct Opened {
    case: Id<Case>,
    events: usize,
    screens: Screens,
    before: Option<Screens>,
}

/// What one look saw.
pub(super) struct Seen {
    pub night: Night,
    pub screens: Screens,
    /// The screens before her file changed last; `None` when nobody looked then.
    pub before: Option<Screens>,
    pub lines: Vec<Line>,
    pub report: Report,
    pub changed: Option<Changed>,
}

/// How many lines of the journal stand on the page.
const LINES: usize = 10;

impl Demo {
    /// `forward` moves the node's clock.
    pub fn new(seed: Seed, forward: impl Fn(Moment) -> Moment + Send + Sync + 'static, scratch: PathBuf) -> Demo {
        Demo {
            seed,
            forward: Arc::new(forward),
            scratch,
            turn: Mutex::default(),
            opened: Mutex::default(),
            changed: Mutex::default(),
            report: Mutex::default(),
        }
    }

    /// Everything that the page shows.
    pub(super) fn look(&self, app: &App, now: Moment, checked: &AtomicI64) -> Result<Seen, Error> {
        let night = Night::read(app, &self.seed, now)?.ok_or(Error::NotFound)?;
        let (screens, before) = self.screens(app, &night, now)?;
        Ok(Seen {
            screens,
            before,
            lines: journal::last(app, LINES)?,
            report: self.report(app, now, checked)?,
            changed: lock(&self.changed).clone(),
            night,
        })
    }

    fn screens(&self, app: &App, night: &Night, now: Moment) -> Result<(Screens, Option<Screens>), Error> {
        let mut opened = lock(&self.opened);
        if let Some(opened) = &*opened
            && (opened.case, opened.events) == (night.case, night.events)
        {
            return Ok((opened.screens.clone(), opened.before.clone()));
        }
        let screens = Arc::new(screen::open(app, &self.seed, night, now)?);
        let before = opened.take().filter(|before| before.case == night.case);
        let before = before.map(|before| before.screens);
        *opened = Some(Opened {
            case: night.case,
            events: night.events,
            screens: screens.clone(),
            before: before.clone(),
        });
        Ok((screens, before))
    }

    /// The journal is followed from its first event again whenever it grew.
    fn report(&self, app: &App, now: Moment, checked: &AtomicI64) -> Result<Report, Error> {
        let position = journal::position(app)?;
        let mut known = lock(&self.report);
        if let Some((at, report)) = &*known
            && *at == position
        {
            return Ok(report.clone());
        }
        let report = journal::check(app)?;
        if report.first_fault.is_none() {
            checked.store(now.0, Ordering::Relaxed);
        }
        *known = Some((position, report.clone()));
        Ok(report)
    }

    /// Presses a button; one at a time.
    pub(super) fn press(&self, app: &App, button: Move, stage: &str, now: Moment) -> Result<(), Error> {
        let _turn = lock(&self.turn);
        let forward = |moment| (self.forward)(moment);
        let pressed = night::press(app, &self.seed, (button, stage), now, &forward, &self.scratch)?;
        match pressed {
            Pressed::Changed(changed) => *lock(&self.changed) = Some(changed),
            Pressed::Done => *lock(&self.changed) = None,
            Pressed::Nothing => {}
        }
        Ok(())
    }
}

fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
