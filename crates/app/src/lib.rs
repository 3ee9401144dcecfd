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
pub mod attempt;
pub mod audit;
pub mod case;
pub mod clock;
pub mod consent;
pub mod detail;
pub mod error;
pub mod journal;
pub mod need;
mod news;
pub mod note;
pub mod organisation;
pub mod place;
pub mod proceeding;
pub mod provider;
pub mod read;
pub mod referral;
pub mod risk;
pub mod screening;
pub mod signal;
pub mod task;
pub mod today;

use case::file::Folder;
pub use error::{Error, Refused};
pub use read::Read;
use std::sync::{Arc, RwLock};
use tiltas_access::{Permit, Shown};
use tiltas_domain::{Changes, Context, StreamId, profile::Profile};
use tiltas_store::{Answer, Commit, Draft, Store, reserve::Room};
pub use tiltas_store::{Deadline, Error as StoreError};

/// What a successful command returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The journal's position after it.
    pub position: i64,
    /// Whether the same request was answered before.
    pub repeated: bool,
    /// The streams that it began, in order; a repetition is told the same.
    pub made: Vec<StreamId>,
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
    pub(crate) fn read(read: &mut Read<'_>, permit: &Permit, folder: &Folder) -> Result<Kept, Error> {
        Ok(Kept {
            screenings: screening::kept(read, permit, folder),
            needs: need::kept(read, permit, folder)?,
        })
    }
}

/// What is not read any more when the disk is nearly full: lists and looking around. Today's list, a file, a referral and
/// whom to ring go on.
const ENDS_FIRST: [&str; 10] = [
    "audit.find",
    "audit.looked",
    "case.find",
    "case.list",
    "organisation.directory",
    "place.own",
    "referral.incoming",
    "referral.sent",
    "referral.tonight",
    "screening.list",
];

/// The use cases' common ground: one store, one country's profile.
pub struct App {
    store: Store,
    profile: Arc<Profile>,
    turn: RwLock<()>,
    sends_mail: bool,
    news: news::News,
}

impl App {
    /// Puts them together.
    pub fn new(store: Store, profile: Profile) -> App {
        App {
            store,
            profile: Arc::new(profile),
            turn: RwLock::new(()),
            sends_mail: true,
            news: news::News::default(),
        }
    }

    /// The same on a node that no mail server is named to: notices would wait for ever.
    pub fn without_mail(self) -> App {
        App {
            sends_mail: false,
            ..self
        }
    }

    /// For what is not a use case: verifying, rebuilding, backup, sessions.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The country.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The alphabet of the country: the order of names of its institutions, whatever the language of the page.
    pub fn alphabet(&self) -> tiltas_domain::alphabet::Alphabet {
        tiltas_domain::alphabet::Alphabet::of(self.profile.languages.first().map_or("", String::as_str))
    }

    /// The only way to write. Runs `decide` again on a fresh snapshot when another was first, three times at most.
    ///
    /// # Errors
    /// What the closure says, or that another was first three times, the key came with another command, or storage is away.
    pub fn decide(
        &self,
        name: &'static str,
        context: &Context,
        decide: impl Fn(&mut Read<'_>) -> Result<(Permit, Changes), Error>,
    ) -> Result<Receipt, Error> {
        let once = (context.once(name), context.request);
        let mut tries = 0;
        loop {
            // WHY: who lost once would lose again to newcomers; its second try runs alone in this process, so that only
            // another process can be first.
            let (_many, _alone) = if tries == 0 {
                (self.turn.read().ok(), None)
            } else {
                (None, self.turn.write().ok())
            };
            let mut read = Read::new(self.store.snapshot()?, context, &self.profile, name, true);
            // WHY here too: after a success the rules would refuse the repetition before the commit could recognise it.
            if let Some(Answer { position, made }) = read.answered(once)? {
                return Ok(Receipt {
                    position,
                    repeated: true,
                    made,
                });
            }
            let decided = decide(&mut read).and_then(|(permit, changes)| {
                read.fit(&changes)?;
                Ok((permit, changes))
            });
            let (mut seen, mut audit, mut outbox) = read.end();
            outbox.retain(|message| self.sends_mail || message.kind != "mail");
            let outcome = decided
                .and_then(|(permit, changes)| Ok(self.store.seal(&permit, changes, &mut seen, context.into())?));
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
                    self.store.commit(Commit {
                        name,
                        at: context.now,
                        stamp: context.into(),
                        once: None,
                        read: Vec::new(),
                        drafts: Vec::new(),
                        audit: audit.entries(context),
                        outbox: Vec::new(),
                    })?;
                    return Err(error);
                }
            };
            let made = drafts.iter().filter_map(Draft::begins).collect();
            let answer = self.store.commit(Commit {
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
        context: &Context,
        view: impl FnOnce(&mut Read<'_>) -> Result<V, Error>,
    ) -> Result<V, Error> {
        if self.store.room() >= Room::NoLists && ENDS_FIRST.contains(&name) {
            return Err(Error::Store(StoreError::DiskFull));
        }
        self.look(
            Read::new(self.store.snapshot()?, context, &self.profile, name, false),
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
        context: &Context,
        view: impl FnOnce(&mut Read<'_>) -> Result<V, Error>,
    ) -> Result<V, Error> {
        let read = Read::new(self.store.snapshot()?, context, &self.profile, name, false);
        self.look(read.glancing(), context, name, view)
    }

    fn look<V>(
        &self,
        mut read: Read<'_>,
        context: &Context,
        name: &'static str,
        view: impl FnOnce(&mut Read<'_>) -> Result<V, Error>,
    ) -> Result<V, Error> {
        let seen = view(&mut read);
        let (_, mut audit, _) = read.end();
        if let Err(error) = &seen {
            audit.failed(error);
        }
        let entries = audit.entries(context);
        if !entries.is_empty() {
            self.store.commit(Commit {
                name,
                at: context.now,
                stamp: context.into(),
                once: None,
                read: Vec::new(),
                drafts: Vec::new(),
                audit: entries,
                outbox: Vec::new(),
            })?;
        }
        seen
    }
}
