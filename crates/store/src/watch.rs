//! A node looks through its own journal while it works, and says when something is not as it was written: soon after the start,
//! then every hour.
use crate::{
    Error, Result,
    keys::Keys,
    seam::Location,
    verify::{self, Report},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// WHY not at once: a start answers first, and a node that is started for a moment reads no whole journal.
pub(crate) const FIRST: Duration = Duration::from_secs(60);
pub(crate) const AGAIN: Duration = Duration::from_secs(3600);

/// The thread; it ends when this is dropped, in the middle of a journal too.
pub(crate) struct Watch {
    stop: Arc<AtomicBool>,
    stopped: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Starts it; `say` hears what came of each run.
    pub fn start(
        location: &Location,
        keys: &Arc<Keys>,
        (first, again): (Duration, Duration),
        say: impl Fn(Result<Report>) + Send + 'static,
    ) -> Result<Watch> {
        let (stopped, ended) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let (location, keys, stopping) = (location.clone(), keys.clone(), stop.clone());
        let work = move || {
            let mut wait = first;
            while ended.recv_timeout(wait) == Err(mpsc::RecvTimeoutError::Timeout) {
                wait = again;
                match verify::verify(&location, &keys, &stopping) {
                    Err(Error::Stopped) => return,
                    found => say(found),
                }
            }
        };
        let thread = thread::Builder::new().name("verifier".to_owned()).spawn(work);
        Ok(Watch {
            stop,
            stopped: Some(stopped),
            thread: Some(thread.map_err(Error::unavailable)?),
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        drop(self.stopped.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Into the log, by position and name and never by what an event holds.
pub(crate) fn say(found: Result<Report>) {
    match found {
        Ok(report) if report.is_whole() => tracing::info!(events = report.events, "the journal is whole"),
        Ok(report) => {
            if let Some(fault) = report.first_fault {
                tracing::error!(
                    position = fault.position,
                    what = ?fault.what,
                    "the journal is not whole: run `tiltas journal verify`"
                );
            }
            for foreign in report.foreign {
                tracing::error!("the journal's database is not as it was made: {foreign}");
            }
        }
        Err(error) => tracing::warn!(error = &error as &dyn std::error::Error, "the journal was not verified"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[test]
    fn a_node_at_work_finds_what_nobody_made() {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().to_owned());
        let store = Store::open(&location, &[7; 32]).unwrap();
        let (send, found) = mpsc::channel();
        let soon = Duration::from_millis(20);
        let watch = Watch::start(&location, &store.keys, (soon, soon), move |found| {
            let _ = send.send(found.is_ok_and(|report| report.is_whole()));
        })
        .unwrap();
        assert!(found.recv().unwrap());
        let journal = location.connect(crate::seam::Access::Write).unwrap();
        journal.tx().batch("CREATE TABLE yesterday (name TEXT)").unwrap();
        assert!(found.iter().take(3).any(|whole| !whole), "within the next runs");
        drop(watch);
        assert!(
            found.try_iter().last().is_none_or(|whole| !whole),
            "and then it has ended"
        );
        assert!(found.recv().is_err());
    }
}
