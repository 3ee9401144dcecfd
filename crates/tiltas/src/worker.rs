//! What a node does by itself, each kind in a thread of its own, so that none waits for another: escalation, mail, and the
//! small duties of the house. A thread that panics is started again, and both log and `doctor` say so.
use crate::{
    clock::{Clock, machine},
    mail::{self, Post},
    node::Folder,
    state::{State, seconds},
    watch::Watch,
};
use anyhow::Result;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use tiltas_app::{App, Deadline, account, clock::Timekeeper, import, task};
use tiltas_domain::Moment;

const SECOND: Duration = Duration::from_secs(1);
/// How often what the node says of itself is written, and how often old sessions are swept.
const WRITTEN: Duration = Duration::from_secs(10);
/// How often what is kept no longer is looked for.
const KEPT: Duration = Duration::from_secs(60);
/// At a stop a thread has so long to end; one that waits for a silent server is left to the end of the process.
const FAREWELL: Duration = Duration::from_secs(1);
/// What a turn without its own limits may take of the store.
const TURN: Duration = Duration::from_secs(10);

/// Makes the seed of a step from its name.
pub type Seeds = Arc<dyn Fn(&str) -> [u8; 32] + Send + Sync>;

/// The threads; they end when this is dropped.
pub struct Worker {
    stop: Stop,
    threads: Vec<JoinHandle<()>>,
}

/// Tells all threads at once.
#[derive(Clone, Default)]
struct Stop(Arc<(Mutex<bool>, Condvar)>);

impl Stop {
    /// Waits so long; `true` when it is time to stop.
    fn within(&self, time: Duration) -> bool {
        let (stopped, changed) = &*self.0;
        let stopped = stopped.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = changed.wait_timeout_while(stopped, time, |stopped| !*stopped);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn now(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.1.notify_all();
    }
}

/// What the threads share: what the node says of itself.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<State>>);

impl Said {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn panicked(&self, thread: &str) {
        tracing::error!(target: "tiltas::worker", thread, "a thread panicked and is started again");
        *self.state().panics.entry(thread.to_owned()).or_default() += 1;
    }
}

impl Worker {
    /// Starts the threads.
    pub fn start(
        app: &Arc<App>,
        time: &Arc<Clock>,
        seed: Seeds,
        post: Option<Post>,
        folder: &Folder,
    ) -> Result<Worker> {
        let (stop, said) = (Stop::default(), Said::default());
        said.state().escalated = seconds();
        let mut worker = Worker {
            stop,
            threads: Vec::new(),
        };
        let mut escalation = Escalation::new(app.clone(), time.clone(), seed.clone(), said.clone());
        worker.every(SECOND, "clock", &said, move || escalation.turn())?;
        let (sender, clock, state) = (app.clone(), time.clone(), said.clone());
        worker.every(SECOND, "mail", &said, move || {
            let sent = match &post {
                Some(post) => post.send(&sender, clock.now()),
                None => mail::discard(&sender, clock.now()),
            };
            state.state().mail = sent.inspect_err(log_mail).err().map(|error| error.to_string());
        })?;
        let (counted, clock) = (app.clone(), time.clone());
        worker.every(WRITTEN, "access log", &said, move || {
            if let Err(error) = Deadline::after(TURN).run(|| counted.note_counted(clock.now())) {
                tracing::warn!(target: "tiltas::worker", "denials that were counted could not be noted: {error}");
            }
        })?;
        let (keeper, state) = (app.clone(), said.clone());
        worker.every(KEPT, "retention", &said, move || {
            // By a clock that jumps, what is to be kept would be gone for good.
            let Some(now) = state.state().trusted else { return };
            let forgotten = Deadline::after(TURN).run(|| {
                import::forget_all_over(&keeper, now, |step| seed(step))?;
                task::forget_all_over(&keeper, now, |step| seed(step))
            });
            if let Err(error) = forgotten {
                tracing::warn!(target: "tiltas::worker", "what is kept no longer could not be forgotten: {error}");
            }
        })?;
        let (app, state, folder) = (app.clone(), said.clone(), folder.clone());
        worker.every(WRITTEN, "state", &said, move || {
            let held = state.state().held.is_some();
            let swept = Deadline::after(TURN).run(|| match held {
                true => Ok(()),
                false => account::sweep_sessions(&app, machine()),
            });
            if let Err(error) = swept {
                tracing::warn!(target: "tiltas::worker", "old sessions could not be swept: {error}");
            }
            let store = app.store().counters().panics;
            let mut said = state.state();
            said.written = seconds();
            if store > 0 {
                said.panics.insert("store".to_owned(), store);
            }
            let said = said.clone();
            if let Err(error) = said.write(&folder) {
                tracing::warn!(target: "tiltas::worker", "{error:#}");
            }
        })?;
        Ok(worker)
    }

    /// Runs `turn` again and again in a thread of its own, the pause before each.
    fn every(
        &mut self,
        pause: Duration,
        name: &'static str,
        said: &Said,
        mut turn: impl FnMut() + Send + 'static,
    ) -> Result<()> {
        let (stop, said) = (self.stop.clone(), said.clone());
        let work = move || {
            while !stop.within(pause) {
                if catch_unwind(AssertUnwindSafe(&mut turn)).is_err() {
                    said.panicked(name);
                }
            }
        };
        self.threads
            .push(thread::Builder::new().name(name.to_owned()).spawn(work)?);
        Ok(())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop.now();
        let began = Instant::now();
        while began.elapsed() < FAREWELL && !self.threads.iter().all(JoinHandle::is_finished) {
            thread::sleep(Duration::from_millis(10));
        }
    }
}

fn log_mail(error: &anyhow::Error) {
    tracing::error!(target: "tiltas::mail", "notices could not be taken: {error}");
}

/// The safety clock: what is due is escalated. It asks nothing that may block: a reader is kept back for it, the writer's
/// queue takes it when it is full for others, and each step has its own limit.
struct Escalation {
    app: Arc<App>,
    time: Arc<Clock>,
    seed: Seeds,
    said: Said,
    timekeeper: Timekeeper,
    watch: Watch,
    /// When the last event was decided, as it was at the start.
    last: Option<Moment>,
}

impl Escalation {
    fn new(app: Arc<App>, time: Arc<Clock>, seed: Seeds, said: Said) -> Escalation {
        Escalation {
            app,
            time,
            seed,
            said,
            timekeeper: Timekeeper::default(),
            watch: Watch::new(),
            last: None,
        }
    }

    fn turn(&mut self) {
        self.said.state().trusted = None;
        let now = self.time.now();
        let last = match self.last {
            Some(last) => last,
            None => match Deadline::safety(TURN).run(|| tiltas_app::clock::last_event(&self.app)) {
                Ok(last) => *self.last.insert(last),
                Err(error) => return tracing::error!(target: "tiltas::clock", "the last event can't be read: {error}"),
            },
        };
        let held = self
            .watch
            .look(Instant::now(), machine(), now, last)
            .map(|held| held.why().to_owned());
        let before = std::mem::replace(&mut self.said.state().held, held.clone());
        if let Some(why) = held {
            if before.as_ref() != Some(&why) {
                tracing::error!(target: "tiltas::clock", "{why}");
            }
            self.said.state().escalated = seconds();
            return;
        }
        self.said.state().trusted = Some(now);
        match self.timekeeper.tick(&self.app, now, 256, |step| (self.seed)(step)) {
            Ok(_) => self.said.state().escalated = seconds(),
            Err(error) => tracing::error!(target: "tiltas::clock", "what is due could not be done: {error}"),
        }
        self.said.state().failing = self.timekeeper.failing();
    }
}
