//! How much is worked on at once, how long it may take, and what happens to the rest: it is turned away at once with 503 and
//! told when to come again, instead of waiting where nobody sees it.
use crate::failure::Failure;
use std::{sync::Arc, time::Duration};
use tiltas_app::Deadline;
use tokio::sync::Semaphore;

/// So much runs on blocking threads at once: enough for the writer to share its syncs among many.
const AT_ONCE: usize = 64;
/// So much more may wait for a place.
const WAITING: usize = 512;
/// How long it waits.
const WAIT: Duration = Duration::from_secs(5);
/// How long a piece of work may take. Below here readers, statements and the writer's answer end by then.
const WORK: Duration = Duration::from_secs(10);
/// How long one request may take as a whole, its body included.
pub(super) const REQUEST: Duration = Duration::from_secs(40);

/// The places of a node. Clones are the same places.
#[derive(Clone)]
pub(super) struct Limit {
    at_once: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Limit {
    pub fn new() -> Limit {
        Limit {
            at_once: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(AT_ONCE + WAITING)),
        }
    }

    /// Runs `work` off the async threads. When whoever asked goes away, it does not begin, or ends at its next statement.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let _waiting = self.waiting.try_acquire().map_err(|_| Failure::Busy)?;
        let place = tokio::time::timeout(WAIT, self.at_once.clone().acquire_owned()).await;
        let Ok(Ok(place)) = place else {
            return Err(Failure::Busy);
        };
        let deadline = Deadline::after(WORK);
        let _cancelled = Cancel(deadline.clone());
        let done = tokio::task::spawn_blocking(move || {
            let _place = place;
            deadline.run(work)
        });
        done.await.map_err(|_| Failure::Unavailable)
    }
}

/// Cancels when the request's future is dropped: the connection is gone. After the work it cancels nothing.
struct Cancel(Deadline);

impl Drop for Cancel {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        Condvar, Mutex,
        atomic::{AtomicUsize, Ordering},
    };

    /// Work that waits until it is let go.
    #[derive(Clone, Default)]
    struct Gate(Arc<(Mutex<bool>, Condvar)>);

    impl Gate {
        fn wait(&self) {
            let (open, changed) = &*self.0;
            drop(changed.wait_while(open.lock().unwrap(), |open| !*open).unwrap());
        }

        fn open(&self) {
            *self.0.0.lock().unwrap() = true;
            self.0.1.notify_all();
        }
    }

    #[tokio::test]
    async fn more_than_can_wait_is_turned_away_at_once_and_what_nobody_waits_for_never_begins() {
        let (limit, gate, began) = (Limit::new(), Gate::default(), Arc::new(AtomicUsize::new(0)));
        let mut tasks = Vec::new();
        for _ in 0..AT_ONCE + WAITING {
            let (limit, gate, began) = (limit.clone(), gate.clone(), began.clone());
            tasks.push(tokio::spawn(async move {
                let work = move || {
                    began.fetch_add(1, Ordering::SeqCst);
                    gate.wait();
                };
                limit.run(work).await
            }));
        }
        while began.load(Ordering::SeqCst) < AT_ONCE || limit.waiting.available_permits() > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(matches!(limit.run(|| ()).await, Err(Failure::Busy)));
        // All who asked go away.
        tasks.iter().for_each(tokio::task::JoinHandle::abort);
        for task in tasks {
            assert!(task.await.is_err());
        }
        gate.open();
        assert!(limit.run(|| ()).await.is_ok(), "and there is room again");
        assert_eq!(began.load(Ordering::SeqCst), AT_ONCE, "those that waited never began");
    }

    #[tokio::test]
    async fn work_that_panics_is_a_failure_and_frees_its_place() {
        let limit = Limit::new();
        for _ in 0..AT_ONCE + 1 {
            let done = limit.run(|| panic!("a defect")).await;
            assert!(matches!(done, Err(Failure::Unavailable)));
        }
        assert!(limit.run(|| ()).await.is_ok());
    }
}
