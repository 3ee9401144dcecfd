//! The stories that run: one a visitor, at most fifty. A story that rests for half an hour ends; where all places are taken
//! the one that rests longest makes room, if it has rested a while.
use super::{Beginning, Story, Tale, prepare, unavailable};
use crate::Seed;
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
    time::Duration,
};
use tiltas_app::{App, Error};
use tiltas_domain::Moment;
use tiltas_kit::edge::{Now, SessionHash};

/// So many stories run at once.
pub const MOST: usize = 50;
/// A story ends when nobody pressed or looked for so many minutes.
const RESTS: i64 = 30;
/// Where all places are taken, one that rested for so many minutes makes room.
const MAKES_ROOM: i64 = 5;
/// How often those that rest are looked for.
const ROUND: Duration = Duration::from_secs(30);

/// The stories of a demonstration.
pub struct Stories<T: Tale> {
    folder: PathBuf,
    beginning: Beginning,
    /// How a story looks that nobody has pressed yet. Prepared once, when it is first needed.
    first: Mutex<Option<Arc<T::Seen>>>,
    running: Arc<Running<T>>,
    keeper: Option<(mpsc::Sender<()>, JoinHandle<()>)>,
}

/// Those that run, and the machine's time.
struct Running<T: Tale> {
    places: Mutex<Vec<Place<T>>>,
    /// How many began: each has a folder of its own.
    began: AtomicU64,
    most: AtomicUsize,
    wall: Now,
}

/// A visitor's story; empty while its folder is copied.
type Shared<T> = Arc<Mutex<Option<Story<T>>>>;

/// A visitor's place.
struct Place<T: Tale> {
    visitor: SessionHash,
    story: Shared<T>,
    touched: Moment,
}

/// What came of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// The story went on, or the form was an old one.
    Pressed,
    /// Fifty others have a story now.
    Full,
    /// The form belongs to a story that has ended.
    Ended,
}

impl<T: Tale> Stories<T> {
    /// `folder` is theirs alone: what a crash left in it is taken away. `wall` is the machine's clock.
    ///
    /// # Errors
    /// When the folder can't be emptied or a thread can't begin.
    pub fn new(folder: PathBuf, beginning: Beginning, wall: Now) -> Result<Stories<T>, Error> {
        clear(&folder)?;
        let running = Arc::new(Running {
            places: Mutex::default(),
            began: AtomicU64::new(0),
            most: AtomicUsize::new(MOST),
            wall,
        });
        let (stop, stopped) = mpsc::channel();
        let kept = running.clone();
        let keep = move || {
            while stopped.recv_timeout(ROUND) == Err(mpsc::RecvTimeoutError::Timeout) {
                kept.end_resting();
            }
        };
        let keeper = thread::Builder::new().name("stories".to_owned()).spawn(keep);
        Ok(Stories {
            folder,
            beginning,
            first: Mutex::default(),
            running,
            keeper: Some((stop, keeper.map_err(unavailable)?)),
        })
    }

    /// From which the ids of every story follow.
    pub fn seed(&self) -> Seed {
        self.beginning.seed
    }

    /// What every story begins with, prepared; a second time it changes nothing.
    ///
    /// # Errors
    /// When storage is away.
    pub fn prepare(&self) -> Result<(), Error> {
        self.first().map(drop)
    }

    /// The same aside: whoever opens the page meanwhile waits for what is left of it. WHY not before the node is there: it takes its
    /// time, and most who come open another page first.
    ///
    /// # Errors
    /// When a thread can't begin.
    pub fn prepare_aside(self: &Arc<Self>) -> Result<(), Error> {
        let stories = self.clone();
        let prepare = move || {
            if let Err(error) = stories.prepare() {
                tracing::error!(target: "tiltas::demonstration", "a story could not be prepared: {error}");
            }
        };
        let begun = thread::Builder::new().name("prepare".to_owned()).spawn(prepare);
        begun.map(drop).map_err(unavailable)
    }

    /// Another number of places: a test needs no fifty.
    #[cfg(test)]
    pub(super) fn limit(&self, most: usize) {
        self.running.most.store(most, Ordering::Relaxed);
    }

    fn first(&self) -> Result<Arc<T::Seen>, Error> {
        let mut first = lock(&self.first);
        if let Some(first) = &*first {
            return Ok(first.clone());
        }
        let seen = prepare::<T>(&self.beginning, &self.folder.join("prepared"))?;
        *first = Some(seen.clone());
        Ok(seen)
    }

    /// How this visitor's story stands; the beginning for one who has pressed nothing.
    pub(crate) fn seen(&self, visitor: Option<SessionHash>) -> Result<Arc<T::Seen>, Error> {
        let story = visitor.and_then(|visitor| self.running.of(&visitor));
        let seen = story.and_then(|story| lock(&story).as_ref().map(Story::seen));
        match seen {
            Some(seen) => Ok(seen),
            None => self.first(),
        }
    }

    /// The node of this visitor's story, and how it stands; none where nothing was pressed, or the story has ended.
    pub(crate) fn node(&self, visitor: &SessionHash) -> Option<(Arc<App>, Arc<T::Seen>)> {
        let story = self.running.of(visitor)?;
        let story = lock(&story);
        story.as_ref().map(|story| (story.app(), story.seen()))
    }

    /// Presses a button in the visitor's story, which begins with the first press.
    pub(crate) fn press(&self, visitor: SessionHash, button: T::Move, stage: &str) -> Result<Taken, Error> {
        let first = self.first()?;
        if self.running.of(&visitor).is_none() && stage != T::stage(&first) {
            return Ok(Taken::Ended);
        }
        let Some(place) = self.running.take(visitor) else {
            return Ok(Taken::Full);
        };
        let mut story = lock(&place);
        if story.is_none() {
            let number = self.running.began.fetch_add(1, Ordering::Relaxed);
            let folder = self.folder.join(format!("story-{number}"));
            let copied = Story::copy(&self.beginning, &self.folder.join("prepared"), first, &folder);
            match copied {
                Ok(copied) => *story = Some(copied),
                Err(error) => {
                    drop(story);
                    self.running.end(&visitor);
                    return Err(error);
                }
            }
        }
        if let Some(story) = &mut *story {
            story.press(button, stage)?;
        }
        Ok(Taken::Pressed)
    }

    /// Ends the visitor's story: the next press begins another.
    pub(crate) fn end(&self, visitor: &SessionHash) {
        self.running.end(visitor);
    }
}

impl<T: Tale> Running<T> {
    /// The visitor's place, touched.
    fn of(&self, visitor: &SessionHash) -> Option<Shared<T>> {
        let now = (self.wall)();
        let mut places = lock(&self.places);
        let place = places.iter_mut().find(|place| place.visitor == *visitor)?;
        place.touched = now;
        Some(place.story.clone())
    }

    /// The visitor's place, or a new one; `None` when all are taken by others who were here just now.
    fn take(&self, visitor: SessionHash) -> Option<Shared<T>> {
        self.end_resting();
        if let Some(story) = self.of(&visitor) {
            return Some(story);
        }
        let now = (self.wall)();
        let mut left = None;
        let mut places = lock(&self.places);
        if places.len() >= self.most.load(Ordering::Relaxed) {
            let oldest = (0..places.len()).min_by_key(|nth| places.get(*nth).map(|place| place.touched))?;
            if now.minutes_since(places.get(oldest)?.touched) < MAKES_ROOM {
                return None;
            }
            left = Some(places.swap_remove(oldest));
        }
        let story = Arc::new(Mutex::default());
        places.push(Place {
            visitor,
            story: story.clone(),
            touched: now,
        });
        drop(places);
        // A store takes its time to close; nobody else waits for it.
        drop(left);
        Some(story)
    }

    fn end(&self, visitor: &SessionHash) {
        let mut places = lock(&self.places);
        let place = places.iter().position(|place| place.visitor == *visitor);
        let ended = place.map(|place| places.swap_remove(place));
        drop(places);
        drop(ended);
    }

    fn end_resting(&self) {
        let now = (self.wall)();
        let mut places = lock(&self.places);
        let rests = |place: &Place<T>| now.minutes_since(place.touched) >= RESTS;
        let (ended, running) = std::mem::take(&mut *places).into_iter().partition(rests);
        *places = running;
        drop(places);
        let ended: Vec<Place<T>> = ended;
        drop(ended);
    }
}

/// Every story ends, and nothing of them is left on disk.
impl<T: Tale> Drop for Stories<T> {
    fn drop(&mut self) {
        if let Some((stop, keeper)) = self.keeper.take() {
            drop(stop);
            let _ = keeper.join();
        }
        drop(std::mem::take(&mut *lock(&self.running.places)));
        if let Err(error) = clear(&self.folder) {
            tracing::error!(target: "tiltas::demonstration", "stories are left on disk: {error}");
        }
    }
}

fn clear(folder: &Path) -> Result<(), Error> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unavailable(error)),
        _ => Ok(()),
    }
}

fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
