//! How much is worked on at once, how long it may take, and what happens to the rest: it is turned away at once with 503 and
//! told when to come again, instead of waiting where nobody sees it. One account, or one address before anybody signed in, can
//! have a share of the places and never all of them.
use crate::failure::Failure;
use std::{
    collections::{BTreeSet, HashMap},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tiltas_app::Deadline;
use tiltas_domain::{Actor, Id, Moment};
use tokio::sync::Semaphore;

/// So much runs on blocking threads at once: enough for the writer to share its syncs among many.
const AT_ONCE: usize = 64;
/// So much more may wait for a place.
const WAITING: usize = 512;
/// So much of what runs may be of one account or address.
pub(super) const SHARE: usize = 32;
/// So much more of the same may wait.
pub(super) const SHARE_WAITING: usize = 96;
/// How long it waits.
const WAIT: Duration = Duration::from_secs(5);
/// How long a piece of work may take. Below here readers, statements and the writer's answer end by then.
const WORK: Duration = Duration::from_secs(10);
/// How long one request may take as a whole, its body included.
pub(super) const REQUEST: Duration = Duration::from_secs(40);
/// So many sessions are known; then all are looked up anew.
const KNOWN: usize = 4096;

/// Who has a share of the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Whose {
    /// An account that is signed in, in whichever sessions and with whichever tokens.
    Account(Id<Actor>),
    /// Everybody who is not and comes from this address; `None` where nobody tells it.
    Address(Option<IpAddr>),
}

/// The places of a node. Clones are the same places.
#[derive(Clone)]
pub(super) struct Limit {
    at_once: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    shares: Arc<Mutex<HashMap<Whose, Share>>>,
    /// Whose session a hash was at its last request. It decides whose share the next look at it takes, and lets nobody
    /// in: otherwise whoever floods an address would keep out all who came in from there before.
    known: Arc<Mutex<HashMap<[u8; 32], Id<Actor>>>>,
}

/// What one account or address has at work.
struct Share {
    /// What runs and what waits.
    asked: usize,
    at_once: Arc<Semaphore>,
}

impl Limit {
    pub fn new() -> Limit {
        Limit {
            at_once: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(AT_ONCE + WAITING)),
            shares: Arc::default(),
            known: Arc::default(),
        }
    }

    /// Whose share a look at this session takes.
    pub fn whose(&self, hash: &[u8; 32], address: Option<IpAddr>) -> Whose {
        let known = lock(&self.known).get(hash).copied();
        known.map_or(Whose::Address(address), Whose::Account)
    }

    /// Keeps who was found behind a session, or that nobody was.
    pub fn found(&self, hash: [u8; 32], account: Option<Id<Actor>>) {
        let mut known = lock(&self.known);
        match account {
            Some(account) => {
                if known.len() >= KNOWN && !known.contains_key(&hash) {
                    known.clear();
                }
                known.insert(hash, account);
            }
            None => drop(known.remove(&hash)),
        }
    }

    /// Runs `work` off the async threads. When whoever asked goes away, it does not begin, or ends at its next statement.
    pub async fn run<T: Send + 'static>(
        &self,
        whose: Whose,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let entered = self.enter(whose)?;
        let _waiting = self.waiting.try_acquire().map_err(|_| Failure::Busy)?;
        let places = async {
            let own = entered.at_once.clone().acquire_owned().await;
            (own, self.at_once.clone().acquire_owned().await)
        };
        let Ok((Ok(own), Ok(place))) = tokio::time::timeout(WAIT, places).await else {
            return Err(Failure::Busy);
        };
        let deadline = Deadline::after(WORK);
        let _cancelled = Cancel(deadline.clone());
        let done = tokio::task::spawn_blocking(move || {
            let _held = (place, own, entered);
            deadline.run(work)
        });
        done.await.map_err(|_| Failure::Unavailable)
    }

    /// How much of this account or address runs or waits.
    #[cfg(test)]
    pub fn asked(&self, whose: Whose) -> usize {
        lock(&self.shares).get(&whose).map_or(0, |share| share.asked)
    }

    /// Counts a piece of work of this account or address until it ends.
    fn enter(&self, whose: Whose) -> Result<Entered, Failure> {
        let mut shares = lock(&self.shares);
        let share = shares.entry(whose).or_insert_with(|| Share {
            asked: 0,
            at_once: Arc::new(Semaphore::new(SHARE)),
        });
        if share.asked >= SHARE + SHARE_WAITING {
            return Err(Failure::Busy);
        }
        share.asked += 1;
        Ok(Entered {
            at_once: share.at_once.clone(),
            shares: self.shares.clone(),
            whose,
        })
    }
}

/// So often an hour anyone may try a code from one address.
const TRIES: usize = 10;
/// So long a try is counted, in microseconds.
const COUNTED: i64 = 3_600_000_000;
/// So many addresses are counted at once; beyond them the one is forgotten whose last try is the longest ago.
const ADDRESSES: usize = 65_536;

/// Who tried a code, and when. Addresses stand here as digests under the node's secret, and nowhere else.
#[derive(Clone, Default)]
pub(super) struct Tries(Arc<Mutex<Tried>>);

#[derive(Default)]
struct Tried {
    tries: HashMap<[u8; 32], Vec<Moment>>,
    /// The same addresses by their last try: whom to forget is found without a walk over all.
    last: BTreeSet<(Moment, [u8; 32])>,
}

impl Tried {
    /// Forgets whose tries count no more; with `for_another` also one more where there is no room.
    fn forget(&mut self, counts: impl Fn(&Moment) -> bool, for_another: bool) {
        let is_full = |tried: &Tried| for_another && tried.last.len() >= ADDRESSES;
        while self.last.first().is_some_and(|(last, _)| !counts(last)) || is_full(self) {
            let Some((_, whose)) = self.last.pop_first() else {
                return;
            };
            self.tries.remove(&whose);
        }
    }
}

impl Tries {
    /// Counts a try at `now`.
    ///
    /// # Errors
    /// In how many seconds there may be another, where there were as many as an hour has.
    pub fn count(&self, whose: [u8; 32], now: Moment) -> Result<(), u32> {
        let mut all = lock(&self.0);
        let counts = |at: &Moment| now.0.saturating_sub(at.0) < COUNTED;
        let is_new = !all.tries.contains_key(&whose);
        all.forget(counts, is_new);
        let Tried { tries, last } = &mut *all;
        let tries = tries.entry(whose).or_default();
        let before = tries.last().copied();
        tries.retain(counts);
        match tries.first() {
            Some(first) if tries.len() >= TRIES => Err(seconds(COUNTED.saturating_sub(now.0.saturating_sub(first.0)))),
            _ => {
                tries.push(now);
                before.map(|before| last.remove(&(before, whose)));
                last.insert((now, whose));
                Ok(())
            }
        }
    }
}

/// Whole seconds, at least one.
fn seconds(microseconds: i64) -> u32 {
    u32::try_from((microseconds + 999_999) / 1_000_000).unwrap_or(1).max(1)
}

/// What is counted as one address: of IPv6 the first 48 bits, for so much one owner is given, with very many networks in it.
pub(super) fn counted_as(address: Option<IpAddr>) -> String {
    match address {
        None => String::new(),
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => match address.to_ipv4_mapped() {
            Some(address) => address.to_string(),
            None => format!("{:x?}", &address.segments()[..3]),
        },
    }
}

/// A poisoned lock is taken as it is: a number is added or taken away, and nothing is half done.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A piece of work that is counted. The last one of a share takes it away.
struct Entered {
    at_once: Arc<Semaphore>,
    shares: Arc<Mutex<HashMap<Whose, Share>>>,
    whose: Whose,
}

impl Drop for Entered {
    fn drop(&mut self) {
        let mut shares = lock(&self.shares);
        if let Some(share) = shares.get_mut(&self.whose) {
            share.asked -= 1;
            if share.asked == 0 {
                shares.remove(&self.whose);
            }
        }
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

    const NOBODY: Whose = Whose::Address(None);

    fn account(nth: u8) -> Whose {
        Whose::Account(Id::from_bytes([nth; 16]))
    }

    #[tokio::test]
    async fn who_asks_for_everything_leaves_room_for_the_next() {
        for greedy in [account(1), NOBODY] {
            let (limit, gate) = (Limit::new(), Gate::default());
            let mut tasks = Vec::new();
            for _ in 0..SHARE + SHARE_WAITING {
                let (limit, gate) = (limit.clone(), gate.clone());
                tasks.push(tokio::spawn(
                    async move { limit.run(greedy, move || gate.wait()).await },
                ));
            }
            while limit.asked(greedy) < tasks.len() {
                tokio::task::yield_now().await;
            }
            assert!(
                matches!(limit.run(greedy, || ()).await, Err(Failure::Busy)),
                "{greedy:?}"
            );
            assert!(limit.run(account(2), || ()).await.is_ok(), "another gets its answer");
            gate.open();
            for task in tasks {
                assert!(task.await.unwrap().is_ok(), "what waited was done");
            }
            assert!(limit.run(greedy, || ()).await.is_ok(), "and there is room again");
            assert!(lock(&limit.shares).is_empty(), "nothing is kept of who asks no more");
        }
    }

    #[tokio::test]
    async fn more_than_can_wait_is_turned_away_at_once_and_what_nobody_waits_for_never_begins() {
        let (limit, gate, began) = (Limit::new(), Gate::default(), Arc::new(AtomicUsize::new(0)));
        let mut tasks = Vec::new();
        for nth in 0..AT_ONCE + WAITING {
            let (limit, gate, began) = (limit.clone(), gate.clone(), began.clone());
            tasks.push(tokio::spawn(async move {
                let work = move || {
                    began.fetch_add(1, Ordering::SeqCst);
                    gate.wait();
                };
                limit.run(account((nth / SHARE) as u8), work).await
            }));
        }
        while began.load(Ordering::SeqCst) < AT_ONCE || limit.waiting.available_permits() > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(matches!(limit.run(NOBODY, || ()).await, Err(Failure::Busy)));
        // All who asked go away.
        tasks.iter().for_each(tokio::task::JoinHandle::abort);
        for task in tasks {
            assert!(task.await.is_err());
        }
        gate.open();
        assert!(limit.run(NOBODY, || ()).await.is_ok(), "and there is room again");
        assert_eq!(began.load(Ordering::SeqCst), AT_ONCE, "those that waited never began");
    }

    #[test]
    fn ten_tries_an_hour_are_counted_and_the_eleventh_is_told_when_to_come_again() {
        let (tries, minute) = (Tries::default(), |minute: i64| Moment(minute * 60_000_000));
        for nth in 0..10 {
            assert_eq!(tries.count([1; 32], minute(nth)), Ok(()));
        }
        assert_eq!(tries.count([1; 32], minute(10)), Err(50 * 60));
        assert_eq!(tries.count([2; 32], minute(10)), Ok(()), "another is not held up");
        assert_eq!(
            tries.count([1; 32], minute(59)),
            Err(60),
            "who is refused waits no longer for it"
        );
        assert_eq!(tries.count([1; 32], minute(60)), Ok(()));
        assert_eq!(tries.count([1; 32], minute(60)), Err(60));
    }

    #[test]
    fn whoever_fills_the_table_holds_up_nobody_else() {
        let tries = Tries::default();
        let of = |nth: usize| {
            let mut whose = [0; 32];
            whose[..8].copy_from_slice(&nth.to_be_bytes());
            whose
        };
        for _ in 0..TRIES {
            assert_eq!(tries.count(of(0), Moment(0)), Ok(()));
        }
        for nth in 1..ADDRESSES {
            assert_eq!(tries.count(of(nth), Moment(i64::try_from(nth).unwrap())), Ok(()));
        }
        let full = Moment(i64::try_from(ADDRESSES).unwrap());
        assert!(tries.count(of(0), full).is_err(), "there was room for all of them");
        assert_eq!(tries.count(of(ADDRESSES), full), Ok(()), "another is not held up");
        assert_eq!(tries.count(of(0), full), Ok(()), "the longest ago was forgotten");
        let counted = || {
            let kept = lock(&tries.0);
            (kept.tries.len(), kept.last.len())
        };
        assert_eq!(counted(), (ADDRESSES, ADDRESSES));
        assert_eq!(tries.count(of(1), Moment(full.0 + COUNTED)), Ok(()));
        assert_eq!(counted(), (1, 1), "nothing is kept of who tries no more");
    }

    #[test]
    fn a_network_of_the_new_kind_is_one_address() {
        let of = |text: &str| counted_as(Some(text.parse().unwrap()));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"), "of one owner");
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:2:2::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }

    #[tokio::test]
    async fn work_that_panics_is_a_failure_and_frees_its_place() {
        let limit = Limit::new();
        for _ in 0..AT_ONCE + 1 {
            let done = limit.run(NOBODY, || panic!("a defect")).await;
            assert!(matches!(done, Err(Failure::Unavailable)));
        }
        assert!(limit.run(NOBODY, || ()).await.is_ok());
    }
}
