//! A visitor's own story: a small store, copied from a prepared one at the first press, with a clock and accounts of its own.
//! Nobody else moves it, it moves nothing of the country, and when it ends nothing of it is left on disk.
//!
//! INVARIANT: one visitor's requests to a story stand in line, so that no two of them wait for each other's snapshots; what a
//! page shows was read after the last press, and looking at it again asks no store.
mod list;
#[cfg(test)]
mod tests;
pub(crate) mod visitor;

use crate::Seed;
pub(crate) use list::Taken;
pub use list::{MOST, Stories};
use std::{
    fs::DirBuilder,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    sync::Arc,
};
use tiltas_app::{App, Error};
use tiltas_domain::{Moment, profile::Profile};
use tiltas_store::{Location, Store};

/// What every story begins with.
#[derive(Clone)]
pub struct Beginning {
    /// From which all invented ids follow.
    pub seed: Seed,
    /// The country's rules.
    pub profile: Profile,
    /// The key of all stories. WHY in memory only: what a crash leaves on disk can be read by nobody.
    pub key: [u8; 32],
    /// When it begins.
    pub start: Moment,
}

/// What is played: how it begins, and what its presses do.
pub trait Tale: 'static {
    /// What one look saw: the story's own time too, which stands still until the next press.
    type Seen: Send + Sync;
    /// A button.
    type Move: Copy + Send;

    /// Draws the beginning, and tells how it looks.
    ///
    /// # Errors
    /// When storage is away.
    fn begin(app: &App, seed: &Seed, start: Moment) -> Result<Self::Seen, Error>;

    /// Names what was seen: a form that was shown before another press carries another name.
    fn stage(seen: &Self::Seen) -> String;

    /// Presses a button, and looks; `None` where nothing was to be done. A copy of the store may lie in `scratch` while it is looked at.
    ///
    /// # Errors
    /// When storage is away.
    fn press(
        app: &App,
        seed: &Seed,
        seen: &Self::Seen,
        button: Self::Move,
        stage: &str,
        scratch: &Path,
    ) -> Result<Option<Self::Seen>, Error>;
}

/// A story that runs.
pub(crate) struct Story<T: Tale> {
    app: Arc<App>,
    seed: Seed,
    seen: Arc<T::Seen>,
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

/// Draws the beginning in `folder`, closes it there, and tells how it looks.
pub(crate) fn prepare<T: Tale>(beginning: &Beginning, folder: &Path) -> Result<Arc<T::Seen>, Error> {
    let app = open(beginning, folder)?;
    let seen = T::begin(&app, &beginning.seed, beginning.start)?;
    Ok(Arc::new(seen))
}

fn open(beginning: &Beginning, folder: &Path) -> Result<App, Error> {
    // SQLite, wherever the country lies.
    let store = Store::open(&Location::Folder(folder.to_owned()), &beginning.key)?;
    // Nobody reads mail in a story.
    Ok(App::new(store, beginning.profile.clone()).without_mail())
}

impl<T: Tale> Story<T> {
    /// A copy of the prepared folder, in a folder of its own.
    pub fn copy(beginning: &Beginning, prepared: &Path, first: Arc<T::Seen>, folder: &Path) -> Result<Story<T>, Error> {
        let folder = Scratch(folder.to_owned());
        copy_files(prepared, &folder.0).map_err(unavailable)?;
        Ok(Story {
            app: Arc::new(open(beginning, &folder.0)?),
            seed: beginning.seed,
            seen: first,
            folder,
        })
    }

    /// How things stand.
    pub fn seen(&self) -> Arc<T::Seen> {
        self.seen.clone()
    }

    /// Its own node, for pages that only show what is in it.
    pub fn app(&self) -> Arc<App> {
        self.app.clone()
    }

    /// Presses a button; a form that was shown before another press does nothing.
    pub fn press(&mut self, button: T::Move, stage: &str) -> Result<(), Error> {
        let scratch = self.folder.0.join("copy");
        let pressed = T::press(&self.app, &self.seed, &self.seen, button, stage, &scratch)?;
        if let Some(seen) = pressed {
            self.seen = Arc::new(seen);
        }
        Ok(())
    }
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
