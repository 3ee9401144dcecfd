//! A visitor's own night: a small store, copied from a prepared one at the first press, with a clock and accounts of its own.
//! Nobody else moves it, it moves nothing of the country, and when it ends nothing of it is left on disk.
//!
//! INVARIANT: one visitor's requests to a story stand in line, so that no two of them wait for each other's snapshots; what a
//! page shows was read after the last press, and looking at it again asks no store.
mod list;
#[cfg(test)]
mod tests;

use crate::{
    Seed, country,
    night::{self, Changed, Move, Night, Pressed},
    screen::{self, Screen},
};
pub(crate) use list::Taken;
pub use list::{MOST, Stories};
use std::{
    cell::Cell,
    fs::DirBuilder,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    sync::Arc,
};
use tiltas_app::{
    App, Error,
    journal::{self, Line, Report},
};
use tiltas_domain::{Moment, profile::Profile};
use tiltas_store::{Location, Store};

/// How many lines of the journal stand on the page.
const LINES: usize = 10;

/// What every story begins with.
#[derive(Clone)]
pub struct Beginning {
    /// From which all invented ids follow.
    pub seed: Seed,
    /// The country's rules.
    pub profile: Profile,
    /// The key of all stories. WHY in memory only: what a crash leaves on disk can be read by nobody.
    pub key: [u8; 32],
    /// When the person is found.
    pub start: Moment,
}

/// The three screens of the case, as they were opened together.
pub(crate) type Screens = Arc<[Screen; 3]>;

/// What one look saw.
#[derive(Clone)]
pub(crate) struct Seen {
    pub night: Arc<Night>,
    pub screens: Screens,
    /// The screens before the last press; `None` before the first.
    pub before: Option<Screens>,
    pub lines: Arc<Vec<Line>>,
    pub report: Report,
    pub changed: Option<Changed>,
    /// The story's own time. It stands still until the next press.
    pub now: Moment,
}

/// A story that runs.
pub(crate) struct Story {
    app: App,
    seed: Seed,
    seen: Arc<Seen>,
    // Declared last, so that the store is closed when its folder is taken away.
    folder: Scratch,
}

/// A folder that goes when this does.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::error!(target: "tiltas::demonstration", "a story is left on disk: {error}");
        }
    }
}

/// Draws the small country in `folder`, up to the moment in which the person is found, closes it there, and tells how it
/// looks.
pub(crate) fn prepare(beginning: &Beginning, folder: &Path) -> Result<Arc<Seen>, Error> {
    let app = open(beginning, folder)?;
    let (seed, start) = (&beginning.seed, beginning.start);
    // The evening before, so that the journal on the page tells times of one night.
    country::found(&app, seed, start.plus_hours(-3))?;
    night::begin(&app, seed, start)?;
    app.store().sign_head()?;
    let seen = look(&app, seed, start, None)?;
    Ok(Arc::new(seen))
}

fn open(beginning: &Beginning, folder: &Path) -> Result<App, Error> {
    // SQLite, wherever the country lies.
    let store = Store::open(&Location::Folder(folder.to_owned()), &beginning.key)?;
    // Nobody reads mail in a story.
    Ok(App::new(store, beginning.profile.clone()).without_mail())
}

impl Story {
    /// A copy of the prepared folder, in a folder of its own.
    pub fn copy(beginning: &Beginning, prepared: &Path, first: Arc<Seen>, folder: &Path) -> Result<Story, Error> {
        let folder = Scratch(folder.to_owned());
        copy_files(prepared, &folder.0).map_err(unavailable)?;
        Ok(Story {
            app: open(beginning, &folder.0)?,
            seed: beginning.seed,
            seen: first,
            folder,
        })
    }

    /// How things stand.
    pub fn seen(&self) -> Arc<Seen> {
        self.seen.clone()
    }

    /// Presses a button; a form that was shown before another press does nothing.
    pub fn press(&mut self, button: Move, stage: &str) -> Result<(), Error> {
        let now = Cell::new(self.seen.now);
        let forward = |moment: Moment| {
            now.set(now.get().max(moment));
            now.get()
        };
        let scratch = self.folder.0.join("copy");
        let pressed = night::press(&self.app, &self.seed, (button, stage), now.get(), &forward, &scratch)?;
        self.seen = Arc::new(match pressed {
            Pressed::Nothing => return Ok(()),
            Pressed::Done => look(&self.app, &self.seed, now.get(), Some(self.seen.screens.clone()))?,
            // Only a copy was changed: the files are not opened again.
            Pressed::Changed(changed) => Seen {
                changed: Some(changed),
                ..Seen::clone(&self.seen)
            },
        });
        Ok(())
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

/// The files of the prepared folder; it has no folders in it.
fn copy_files(from: &Path, to: &Path) -> std::io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn unavailable(error: std::io::Error) -> Error {
    Error::Store(tiltas_store::Error::Unavailable(Arc::new(error)))
}
