//! What is not noted a second time: a page that asks for itself again, and the same denial. What is left out stays true: the
//! entry that stands says that the fields were shown, or how often it was denied.
//!
//! INVARIANT: the first is written before it is remembered, so that a crash loses a count and never the first.
use crate::{Error, Session};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tiltas_domain::{
    Fields, Id, Moment, StreamId,
    audit::{Again, Event, Result as Outcome},
    case::Case,
    clock::Term,
    context::Actor,
    profile::Profile,
};
use tiltas_store::Stamp;

/// So much is remembered at once; what comes beyond it is written each time.
const REMEMBERED: usize = 8192;

/// An entry and where it goes.
pub(crate) type Entry = (StreamId, Event);

/// What one process remembers of its entries.
#[derive(Default)]
pub(crate) struct Repetitions(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    denied: HashMap<DeniedKey, Denied>,
    /// Counted to the end, and not written yet.
    over: Vec<(Stamp, Entry)>,
    shown: HashMap<(Session, StreamId, String), Shown>,
}

/// Who was told no to what, and by which rule.
#[derive(Clone, PartialEq, Eq, Hash)]
struct DeniedKey {
    actor: Id<Actor>,
    stream: StreamId,
    action: String,
    rule: String,
}

/// The same no, counted since it was written.
struct Denied {
    since: Moment,
    until: Moment,
    counted: Option<(Stamp, Event)>,
}

/// What a session was shown of one subject, and when it was noted.
#[derive(Default)]
struct Shown {
    noted: Vec<(Moment, What)>,
}

enum What {
    Fields(Fields),
    Cases(Vec<Id<Case>>),
}

impl What {
    fn of(outcome: &Outcome) -> Option<What> {
        match outcome {
            Outcome::Opened(fields) => Some(What::Fields(*fields)),
            Outcome::Listed(cases) => Some(What::Cases(cases.clone())),
            Outcome::Denied(_) | Outcome::Refused(_) | Outcome::NotFound => None,
        }
    }

    /// Whether who was shown this was shown the other too.
    fn covers(&self, other: &What) -> bool {
        match (self, other) {
            (What::Fields(these), What::Fields(those)) => these.covers(*those),
            (What::Cases(these), What::Cases(those)) => those.iter().all(|case| these.contains(case)),
            _ => false,
        }
    }
}

/// The name of a no; `None` for what was shown. A reason that was given is never only counted.
fn denied_key(entry: &Entry) -> Option<DeniedKey> {
    let (stream, event) = entry;
    let rule = match &event.result {
        Outcome::Denied(rule) | Outcome::Refused(rule) => rule.clone(),
        Outcome::NotFound => String::new(),
        Outcome::Opened(_) | Outcome::Listed(_) => return None,
    };
    event.reason.is_none().then(|| DeniedKey {
        actor: event.actor.id,
        stream: *stream,
        action: event.action.clone(),
        rule,
    })
}

/// The moment until which a length of the profile runs; where it has none, nothing is left out.
fn until(profile: &Profile, term: &Term, from: Moment) -> Moment {
    profile.start(term, from).due.unwrap_or(from)
}

impl Repetitions {
    /// A poisoned lock is taken as it is: a count may be short by one, and nothing else can be wrong.
    fn lock(&self) -> MutexGuard<'_, Remembered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The entries that are to be written: a no that stands already is counted, and what an open page asks for by itself is
    /// left out where this session was shown the same or more a short while ago.
    pub fn left(
        &self,
        entries: Vec<Entry>,
        refreshed: Option<Session>,
        stamp: Stamp,
        now: Moment,
        profile: &Profile,
    ) -> Vec<Entry> {
        let mut remembered = self.lock();
        let again = |entry: &Entry| match denied_key(entry) {
            Some(key) => remembered.counts(&key, entry, stamp, now),
            None => refreshed.is_some_and(|session| remembered.was_shown(session, entry, now, profile)),
        };
        let mut again = again;
        entries.into_iter().filter(|entry| !again(entry)).collect()
    }

    /// These entries are durable.
    pub fn written(&self, entries: &[Entry], session: Option<Session>, now: Moment, profile: &Profile) {
        let mut remembered = self.lock();
        for entry in entries {
            match (denied_key(entry), session) {
                (Some(key), _) => remembered.denies(key, now, until(profile, &profile.denied_again, now)),
                (None, Some(session)) => remembered.shows(session, entry, now, profile),
                (None, None) => {}
            }
        }
    }

    /// Writes by `write` what was counted and whose time is over, or everything where `all` is said. What could not be written
    /// is kept and tried again.
    ///
    /// # Errors
    /// What `write` says of the first that fails.
    pub fn write_counted(
        &self,
        now: Moment,
        all: bool,
        mut write: impl FnMut(Stamp, Entry) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut over = self.lock().take_over(now, all).into_iter();
        while let Some((stamp, entry)) = over.next() {
            if let Err(error) = write(stamp, entry.clone()) {
                self.lock().over.extend([(stamp, entry)].into_iter().chain(over));
                return Err(error);
            }
        }
        Ok(())
    }
}

impl Remembered {
    /// Counts a no that stands already, and says so.
    fn counts(&mut self, key: &DeniedKey, entry: &Entry, stamp: Stamp, now: Moment) -> bool {
        let Some(denied) = self.denied.get_mut(key) else {
            return false;
        };
        if now < denied.since || now >= denied.until {
            return false;
        }
        let before = denied.counted.as_ref().and_then(|(_, event)| event.again);
        let counted = Event {
            again: Some(Again {
                times: before.map_or(0, |again| again.times).saturating_add(1),
                first: before.map_or(now, |again| again.first),
                last: now,
            }),
            ..entry.1.clone()
        };
        denied.counted = Some((stamp, counted));
        true
    }

    /// A no was written; what was counted of an hour before it is over.
    fn denies(&mut self, key: DeniedKey, since: Moment, until: Moment) {
        if self.denied.len() >= REMEMBERED && !self.denied.contains_key(&key) {
            return;
        }
        let stream = key.stream;
        let denied = Denied {
            since,
            until,
            counted: None,
        };
        let before = self.denied.insert(key, denied).and_then(|before| before.counted);
        self.over.extend(before.map(|(stamp, event)| (stamp, (stream, event))));
    }

    /// Takes out what is to be written now.
    fn take_over(&mut self, now: Moment, all: bool) -> Vec<(Stamp, Entry)> {
        // A clock that was put back must not keep a count for ever.
        let is_over = |denied: &Denied| all || now >= denied.until || now < denied.since;
        let ended = self.denied.extract_if(|_, denied| is_over(denied));
        let ended = ended.filter_map(|(key, denied)| denied.counted.map(|(stamp, event)| (stamp, (key.stream, event))));
        self.over.extend(ended);
        std::mem::take(&mut self.over)
    }

    fn was_shown(&self, session: Session, entry: &Entry, now: Moment, profile: &Profile) -> bool {
        let (stream, event) = entry;
        let Some(what) = What::of(&event.result).filter(|_| event.reason.is_none() && event.copy.is_none()) else {
            return false;
        };
        let key = (session, *stream, event.action.clone());
        let noted = self.shown.get(&key).map_or(&[][..], |shown| &shown.noted);
        noted
            .iter()
            .any(|(at, before)| *at <= now && now < until(profile, &profile.opened_again, *at) && before.covers(&what))
    }

    fn shows(&mut self, session: Session, entry: &Entry, now: Moment, profile: &Profile) {
        let (stream, event) = entry;
        let Some(what) = What::of(&event.result) else { return };
        let fresh = |at: Moment| at <= now && now < until(profile, &profile.opened_again, at);
        let key = (session, *stream, event.action.clone());
        if self.shown.len() >= REMEMBERED && !self.shown.contains_key(&key) {
            self.shown
                .retain(|_, shown| shown.noted.iter().any(|(at, _)| fresh(*at)));
        }
        if self.shown.len() < REMEMBERED || self.shown.contains_key(&key) {
            let shown = self.shown.entry(key).or_default();
            // What it covers, and what is too old, would never be asked again.
            shown.noted.retain(|(at, before)| fresh(*at) && !what.covers(before));
            shown.noted.push((now, what));
        }
    }
}
