//! The night as a story that a visitor plays: what one look at it saw.
use super::{Changed, Move, Night, Pressed, begin, press};
use crate::{
    Seed, country,
    screen::{self, Screen},
    story::Tale,
};
use std::{cell::Cell, path::Path, sync::Arc};
use tiltas_app::{
    App, Error,
    journal::{self, Line, Report},
};
use tiltas_domain::Moment;

/// How many lines of the journal stand on the page.
const LINES: usize = 10;

/// The three screens of the case, as they were opened together.
pub(crate) type Screens = Arc<[Screen; 3]>;

/// What one look saw.
#[derive(Clone)]
pub struct Seen {
    pub(crate) night: Arc<Night>,
    pub(crate) screens: Screens,
    /// The screens before the last press; `None` before the first.
    pub(crate) before: Option<Screens>,
    pub(crate) lines: Arc<Vec<Line>>,
    pub(crate) report: Report,
    pub(crate) changed: Option<Changed>,
    /// The story's own time. It stands still until the next press.
    pub(crate) now: Moment,
}

/// The night, played.
pub struct OneNight;

impl Tale for OneNight {
    type Seen = Seen;
    type Move = Move;

    fn begin(app: &App, seed: &Seed, start: Moment) -> Result<Seen, Error> {
        // The evening before, so that the journal on the page tells times of one night.
        country::found(app, seed, start.plus_hours(-3))?;
        begin(app, seed, start)?;
        app.store().sign_head()?;
        look(app, seed, start, None)
    }

    fn stage(seen: &Seen) -> String {
        seen.night.stage()
    }

    fn press(
        app: &App,
        seed: &Seed,
        seen: &Seen,
        button: Move,
        stage: &str,
        scratch: &Path,
    ) -> Result<Option<Seen>, Error> {
        let now = Cell::new(seen.now);
        let forward = |moment: Moment| {
            now.set(now.get().max(moment));
            now.get()
        };
        Ok(match press(app, seed, (button, stage), now.get(), &forward, scratch)? {
            Pressed::Nothing => None,
            Pressed::Done => Some(look(app, seed, now.get(), Some(seen.screens.clone()))?),
            // Only a copy was changed: the files are not opened again.
            Pressed::Changed(changed) => Some(Seen {
                changed: Some(changed),
                ..seen.clone()
            }),
        })
    }
}

/// Everything that the page shows.
fn look(app: &App, seed: &Seed, now: Moment, before: Option<Screens>) -> Result<Seen, Error> {
    let night = Night::read(app, seed, now)?.ok_or(Error::NotFound)?;
    Ok(Seen {
        screens: Arc::new(screen::open(app, seed, &night, now)?),
        before,
        lines: Arc::new(journal::last(app, LINES)?),
        report: journal::check(app)?,
        changed: None,
        now,
        night: Arc::new(night),
    })
}
