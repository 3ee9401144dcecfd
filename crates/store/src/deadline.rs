//! How long the asking thread will wait. A request sets a deadline for the work it starts; whatever waits below (a reader, a
//! statement, the writer's answer) looks at it. Work without a deadline waits for as long as it takes: the command line.
//!
//! WHY of the thread: a snapshot belongs to one thread, and every statement runs on the thread that asks.
use std::{
    cell::RefCell,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

thread_local! {
    static CURRENT: RefCell<Option<Deadline>> = const { RefCell::new(None) };
}

/// Until when an answer is of use, and whether somebody still waits for it. Clones are the same deadline.
#[derive(Clone, Debug)]
pub struct Deadline {
    until: Instant,
    cancelled: Arc<AtomicBool>,
    safety: bool,
}

impl Deadline {
    /// So long from now.
    pub fn after(time: Duration) -> Deadline {
        Deadline {
            until: Instant::now() + time,
            cancelled: Arc::default(),
            safety: false,
        }
    }

    /// For work that keeps people safe, escalation first: a reader is kept back for it, and a full queue takes it still.
    pub fn safety(time: Duration) -> Deadline {
        Deadline {
            safety: true,
            ..Deadline::after(time)
        }
    }

    /// Whoever asked has gone: work that was not handed to the writer yet ends at its next statement.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Runs `work` on this thread under the deadline.
    pub fn run<T>(&self, work: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(Some(self.clone()));
        let _restored = Restore(before);
        work()
    }

    /// Whether nobody waits any more.
    pub fn has_passed(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed) || Instant::now() >= self.until
    }

    /// The deadline of this thread's work.
    pub fn current() -> Option<Deadline> {
        CURRENT.with_borrow(Clone::clone)
    }

    pub(crate) fn is_safety(&self) -> bool {
        self.safety
    }

    pub(crate) fn left(&self) -> Duration {
        if self.has_passed() {
            Duration::ZERO
        } else {
            self.until.saturating_duration_since(Instant::now())
        }
    }
}

/// Whether this thread's work may stop here.
pub(crate) fn has_passed() -> bool {
    CURRENT.with_borrow(|current| current.as_ref().is_some_and(Deadline::has_passed))
}

/// Puts the outer deadline back, also when the work panics.
struct Restore(Option<Deadline>);

impl Drop for Restore {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_holds_for_its_work_alone_and_ends_when_whoever_asked_has_gone() {
        let (outer, inner) = (
            Deadline::after(Duration::from_secs(60)),
            Deadline::after(Duration::ZERO),
        );
        assert!(!has_passed(), "no deadline, no end");
        outer.run(|| {
            assert!(!has_passed());
            assert!(inner.run(has_passed));
            assert!(!has_passed(), "the outer one holds again");
            let panicked = std::panic::catch_unwind(|| inner.run(|| panic!("in the work")));
            assert!(panicked.is_err() && !has_passed(), "also after a panic");
            outer.clone().cancel();
            assert!(has_passed());
            assert_eq!(outer.left(), Duration::ZERO);
        });
        assert!(!has_passed());
    }
}
