//! What is done here? Use cases and jobs: the only room that sees the rules and the store together.
//!
//! Content opens with a permit:
//! ```
//! fn show(read: &mut tiltas_app::Read<'_>, permit: &tiltas_access::Permit, name: &tiltas_domain::Content<tiltas_domain::content::PersonName>) { let _ = read.open(permit, Some(name)); }
//! ```
//! and without one it does not compile (the twin above shows that nothing else is wrong):
//! ```compile_fail
//! fn show(read: &mut tiltas_app::Read<'_>, name: &tiltas_domain::Content<tiltas_domain::content::PersonName>) { let _ = read.open(Some(name)); }
//! ```
pub mod account;
pub mod act;
pub mod attempt;
pub mod audit;
pub mod case;
pub mod certificate;
pub mod clock;
pub mod consent;
pub mod detail;
pub mod error;
pub mod expert_institution;
pub mod function;
pub mod import;
pub mod journal;
pub mod meeting;
pub mod national_report;
pub mod need;
mod news;
pub mod note;
pub mod organisation;
mod paging;
pub mod partnership;
pub mod period;
pub mod place;
pub mod plan;
pub mod practice;
pub mod proceeding;
pub mod programme;
pub mod provider;
pub mod read;
pub mod recommendation;
pub mod referral;
pub mod report;
pub mod risk;
pub mod screening;
pub mod search;
pub mod signal;
pub mod task;
pub mod today;
pub mod training;
pub mod visit;

pub use act::Act;
use audit::repetition::{Entry, Repetitions};
use case::file::Seen;
pub use error::{Error, Refused};
pub use read::Read;
use std::sync::{Arc, RwLock};
use tiltas_access::{Permit, Shown, Subject};
use tiltas_domain::{Changes, Context, Id, Made, Moment, Root, Stream, changes::Misfit, profile::Profile};
use tiltas_store::{Answer, Commit, Draft, Stamp, Store, reserve::Room};
pub use tiltas_store::{Deadline, Error as StoreError};

/// What a successful command returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The journal's position after it.
    pub position: i64,
    /// Whether the same request was answered before.
    pub repeated: bool,
    /// What it began, in order; a repetition is told the same.
    pub made: Vec<Made>,
}

impl Receipt {
    /// The stream of this kind that it began, the first where it began several.
    ///
    /// # Errors
    /// When it began none: a fault of the program.
    pub fn id<K: Stream>(&self) -> Result<Id<K>, Error> {
        let found = self.made.iter().find_map(|made| match made {
            Made::Stream(stream) if stream.kind == K::KIND => Some(Id::from_stored(stream.id)),
            _ => None,
        });
        found.ok_or(Error::Defect(Misfit::BeginsNothing(K::KIND.word())))
    }

    /// The same of a thing inside a stream of the kind `K`.
    ///
    /// # Errors
    /// As [`Receipt::id`].
    pub fn inside<K: Stream, T>(&self) -> Result<Id<T>, Error> {
        let found = self.made.iter().find_map(|made| match made {
            Made::Inside(kind, id) if *kind == K::KIND => Some(Id::from_stored(*id.as_bytes())),
            _ => None,
        });
        found.ok_or(Error::Defect(Misfit::BeginsNothing(K::KIND.word())))
    }
}

/// What slices keep of a case, as one reader sees it: a line a slice.
#[derive(Debug)]
pub struct Kept {
    /// Screenings, for those who may know what happened.
    pub screenings: Shown<Vec<tiltas_domain::screening::Screening>>,
    /// Needs.
    pub needs: Vec<need::Line>,
}

impl Kept {
    pub(crate) fn read(
        read: &mut Read<'_>,
        permit: &Permit,
        context: &Context,
        seen: &Seen<'_>,
    ) -> Result<Kept, Error> {
        Ok(Kept {
            screenings: screening::kept(read, permit, seen),
            needs: need::kept(read, permit, context, seen)?,
        })
    }
}

/// What is not read any more when the disk is nearly full: lists and looking around. Today's list, a file, a referral and
/// whom to ring go on.
const ENDS_FIRST: &[&str] = &[
    "audit.days",
    "audit.exported",
    "audit.files",
    "audit.find",
    "audit.looked",
    "audit.organisations",
    "case.find",
    "case.list",
    "certificate.list",
    "expert_institution.list",
    "import.list",
    "meeting.list",
    "open_items.list",
    "organisation.directory",
    "partnership.list",
    "partnership.picture",
    "period.list",
    "place.own",
    "plan.list",
    "practice.list",
    "programme.list",
    "recommendation.list",
    "recommendation.pairs",
    "referral.find",
    "referral.list",
    "referral.tonight",
    "screening.list",
    "search.find",
    "training.list",
    "visit.list",
];

/// What a page counts it counts exactly up to here; of more it says that there is more.
pub const COUNTED: usize = 1000;

/// What stands for a session in memory: a digest, never the session itself.
pub type Session = [u8; 32];

/// The use cases' common ground: one store, one country's profile. A clone is the same.
#[derive(Clone)]
pub struct App {
    shared: Arc<Shared>,
    sends_mail: bool,
    /// The session that asks, and whether its open page asks by itself to stay fresh.
    session: Option<(Session, bool)>,
}

struct Shared {
    store: Store,
    profile: Profile,
    turn: RwLock<()>,
    repetitions: Repetitions,
    news: news::News,
    likeness: recommendation::likeness::Likeness,
    accounts: account::Accounts,
}

impl App {
    /// Puts them together.
    pub fn new(store: Store, profile: Profile) -> App {
        App {
            shared: Arc::new(Shared {
                store,
                profile,
                turn: RwLock::new(()),
                repetitions: Repetitions::default(),
                news: news::News::default(),
                likeness: recommendation::likeness::Likeness::default(),
                accounts: account::Accounts::default(),
            }),
            sends_mail: true,
            session: None,
        }
    }

    pub(crate) fn likeness(&self) -> &recommendation::likeness::Likeness {
        &self.shared.likeness
    }

    /// The same on a node that no mail server is named to: notices would wait for ever.
    pub fn without_mail(self) -> App {
        App {
            sends_mail: false,
            ..self
        }
    }

    /// The same for one request of a session. `refresh`: its open page asks by itself, and nobody opened anything anew.
    pub fn asked_by(&self, session: Session, refresh: bool) -> App {
        App {
            session: Some((session, refresh)),
            ..self.clone()
        }
    }

    /// For what is not a use case: verifying, rebuilding, backup, sessions.
    pub fn store(&self) -> &Store {
        &self.shared.store
    }

    /// The country.
    pub fn profile(&self) -> &Profile {
        &self.shared.profile
    }

    /// The alphabet of the country: the order of names of its institutions, whatever the language of the page.
    pub fn alphabet(&self) -> tiltas_domain::alphabet::Alphabet {
        tiltas_domain::alphabet::Alphabet::of(self.profile().languages.first().map_or("", String::as_str))
    }

    /// The only way to write. Runs `decide` again on a fresh snapshot when another was first, three times at most. The closure
    /// gets the context of this use case, from which it draws; `root` draws nothing.
    ///
    /// # Errors
    /// What the closure says, or that another was first three times, the key came with another command, or storage is away.
    pub fn decide(
        &self,
        act: Act,
        root: &Root,
        decide: impl Fn(&mut Read<'_>, &Context) -> Result<(Permit, Changes), Error>,
    ) -> Result<Receipt, Error> {
        let (name, context) = (act.code(), &act.context(root));
        let once = (context.once(name), context.request);
        let mut tries = 0;
        loop {
            // WHY: who lost once would lose again to newcomers; its second try runs alone in this process, so that only
            // another process can be first.
            let (_many, _alone) = if tries == 0 {
                (self.shared.turn.read().ok(), None)
            } else {
                (None, self.shared.turn.write().ok())
            };
            let mut read = Read::new(self.store().snapshot()?, context, self.profile(), name, true);
            // WHY here too: after a success the rules would refuse the repetition before the commit could recognise it.
            if let Some(Answer { position, made }) = read.answered(once)? {
                return Ok(Receipt {
                    position,
                    repeated: true,
                    made,
                });
            }
            let decided = decide(&mut read, context).and_then(|(permit, changes)| {
                read.fit(&changes)?;
                match (root.drawn, permit.subject()) {
                    // Nobody approves or replaces words that they did not read.
                    (Some(drawn), Subject::Other(on)) if drawn != read.version_of(on) => Err(Error::Conflict),
                    _ => Ok((permit, changes)),
                }
            });
            let (mut seen, mut audit, mut outbox) = read.end();
            outbox.retain(|message| self.sends_mail || message.kind != "mail");
            let outcome = decided
                .and_then(|(permit, changes)| Ok(self.store().seal(&permit, changes, &mut seen, context.into())?));
            let drafts = match outcome {
                Ok(drafts) => drafts,
                Err(error)
                    if !audit.has_denials()
                        && (error.is_of_program()
                            || error.is_of_storage()
                            || matches!(error, Error::Conflict | Error::KeyReused | Error::KeyTooOld)) =>
                {
                    return Err(error);
                }
                Err(error) => {
                    audit.failed(&error);
                    self.note(name, context, audit.entries(context))?;
                    return Err(error);
                }
            };
            let made = drafts.iter().flat_map(Draft::made).collect();
            let answer = self.store().commit(Commit {
                name,
                at: context.now,
                stamp: context.into(),
                once: Some(once),
                read: seen,
                drafts,
                audit: audit.entries(context),
                outbox,
            });
            match answer {
                Err(tiltas_store::Error::Conflict(_) | tiltas_store::Error::Duplicate) if tries < 2 => tries += 1,
                answer => {
                    return Ok(Receipt {
                        position: answer?,
                        repeated: false,
                        made,
                    });
                }
            }
        }
    }

    /// The only way to look: what was opened is noted durably before the view leaves.
    ///
    /// # Errors
    /// What the closure says, or that storage is away.
    pub fn view<V>(
        &self,
        name: &'static str,
        root: &Root,
        view: impl FnOnce(&mut Read<'_>, &Context) -> Result<V, Error>,
    ) -> Result<V, Error> {
        let context = &root.of(name);
        if self.store().room() >= Room::NoLists && ENDS_FIRST.contains(&name) {
            return Err(Error::Store(StoreError::DiskFull));
        }
        self.look(
            Read::new(self.store().snapshot()?, context, self.profile(), name, false),
            context,
            name,
            view,
        )
    }

    /// Looks whether a view has changed, by the same closure: nothing is opened, and nothing but a denial is noted.
    ///
    /// # Errors
    /// As [`App::view`].
    pub fn glance<V>(
        &self,
        name: &'static str,
        root: &Root,
        view: impl FnOnce(&mut Read<'_>, &Context) -> Result<V, Error>,
    ) -> Result<V, Error> {
        let context = &root.of(name);
        let read = Read::new(self.store().snapshot()?, context, self.profile(), name, false);
        self.look(read.glancing(), context, name, view)
    }

    fn look<V>(
        &self,
        mut read: Read<'_>,
        context: &Context,
        name: &'static str,
        view: impl FnOnce(&mut Read<'_>, &Context) -> Result<V, Error>,
    ) -> Result<V, Error> {
        let seen = view(&mut read, context);
        let (_, mut audit, _) = read.end();
        if let Err(error) = &seen {
            audit.failed(error);
        }
        self.note(name, context, audit.entries(context))?;
        seen
    }

    /// Writes what a view or a no leaves in the access log, but for what stands there already.
    fn note(&self, name: &'static str, context: &Context, entries: Vec<Entry>) -> Result<(), Error> {
        if entries.is_empty() {
            return Ok(());
        }
        let (now, profile, repetitions) = (context.now, self.profile(), &self.shared.repetitions);
        let session = self.session.map(|(session, _)| session);
        let refreshed = self.session.filter(|(_, refresh)| *refresh).and(session);
        let entries = repetitions.left(entries, refreshed, context.into(), now, profile);
        if entries.is_empty() {
            return Ok(());
        }
        self.store()
            .commit(entries_only(name, now, context.into(), entries.clone()))?;
        repetitions.written(&entries, session, now, profile);
        Ok(())
    }

    /// Writes the denials that were counted and whose hour is over: a node at work does it again and again.
    ///
    /// # Errors
    /// When storage is away; the counts stay.
    pub fn note_counted(&self, now: Moment) -> Result<(), Error> {
        self.shared.write_counted(now, false)
    }

    /// Writes all denials that were counted: what a node does at its end.
    ///
    /// # Errors
    /// When storage is away; the counts stay.
    pub fn note_all_counted(&self, now: Moment) -> Result<(), Error> {
        self.shared.write_counted(now, true)
    }
}

impl Shared {
    fn write_counted(&self, now: Moment, all: bool) -> Result<(), Error> {
        self.repetitions.write_counted(now, all, |stamp, entry| {
            // Not later than its last: at the end of a process nobody reads the clock for it.
            let at = entry.1.again.map_or(now, |again| again.last.max(now));
            self.store
                .commit(entries_only("audit.counted", at, stamp, vec![entry]))?;
            Ok(())
        })
    }
}

fn entries_only(name: &'static str, at: Moment, stamp: Stamp, audit: Vec<Entry>) -> Commit {
    Commit {
        name,
        at,
        stamp,
        once: None,
        read: Vec::new(),
        drafts: Vec::new(),
        audit,
        outbox: Vec::new(),
    }
}

/// Whoever drops the last clone ends the process's work on this store; the counts are written with it.
impl Drop for Shared {
    fn drop(&mut self) {
        if let Err(error) = self.write_counted(Moment(0), true) {
            tracing::error!(target: "tiltas::app", "denials that were counted are lost: {error}");
        }
    }
}
