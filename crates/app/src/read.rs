//! What a use case may look at: states with their versions, permits, and content through a permit. Everything is noted.
use crate::{Error, audit::entry::Audit, organisation::Names};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};
use tiltas_access::{Action, Facts, Permit, Shown, Subject};
use tiltas_domain::{
    Changes, Content, Context, Field, Fields, Id, OfCase, Owner, Sensitive, Stream, StreamId, audit,
    case::{Case, Interpreter, Person},
    changes::{Lent, State},
    profile::Profile,
};
use tiltas_store::{Answer, Past, Seen, Snapshot, outbox::Message};

/// One snapshot, and what was done with it.
pub struct Read<'s> {
    snapshot: Snapshot<'s>,
    context: &'s Context,
    profile: &'s Profile,
    name: &'static str,
    deciding: bool,
    seen: Vec<Seen>,
    /// The states that a decision rests on.
    lent: Vec<(StreamId, Arc<State>)>,
    audit: Audit,
    outbox: Vec<Message>,
    /// Only looks whether something has changed: nothing is opened, so nothing is noted but a denial.
    glance: bool,
    shown: DefaultHasher,
    /// The names of organisations, once they were read.
    pub(crate) names: Option<Names>,
    /// How many rows of a list were left out because they can't be read.
    unreadable: usize,
}

/// Who the person is: the languages are a field of their own, and stand here only where that field may be seen too.
pub(crate) fn told_by_field(permit: &Permit, mut person: Person) -> Person {
    if permit.covers(Field::Language).is_err() {
        person.languages = Vec::new();
        person.interpreter = Interpreter::NotAsked;
    }
    person
}

impl<'s> Read<'s> {
    pub(crate) fn new(
        snapshot: Snapshot<'s>,
        context: &'s Context,
        profile: &'s Profile,
        name: &'static str,
        deciding: bool,
    ) -> Self {
        Read {
            snapshot,
            context,
            profile,
            name,
            deciding,
            seen: Vec::new(),
            lent: Vec::new(),
            audit: Audit::new(name),
            outbox: Vec::new(),
            glance: false,
            shown: DefaultHasher::new(),
            names: None,
            unreadable: 0,
        }
    }

    /// The same, to look only whether something has changed.
    pub(crate) fn glancing(mut self) -> Self {
        self.glance = true;
        self.audit.glances();
        self
    }

    pub(crate) fn end(self) -> (Vec<Seen>, Audit, Vec<Message>) {
        (self.seen, self.audit, self.outbox)
    }

    /// Folds the changes over the states that were lent.
    pub(crate) fn fit(&self, changes: &Changes) -> Result<(), Error> {
        let lent = |stream| match self.lent.iter().find(|(known, _)| *known == stream) {
            Some((_, state)) => Lent::State(state.clone()),
            None if self.seen.iter().any(|seen| seen.stream == stream && seen.version > 0) => Lent::Version,
            None => Lent::Nothing,
        };
        changes.fit(lent).map_err(Error::Defect)
    }

    /// Keeps a state that a decision rests on.
    fn lend(&mut self, stream: StreamId, state: Arc<State>) {
        if self.deciding && !self.lent.iter().any(|(known, _)| *known == stream) {
            self.lent.push((stream, state));
        }
    }

    pub(crate) fn answered(&self, once: ([u8; 32], [u8; 32])) -> Result<Option<Answer>, Error> {
        Ok(self.snapshot.answered(once, self.context.now)?)
    }

    /// The state of a stream; its version must still hold at the commit.
    ///
    /// # Errors
    /// When there is no such stream, or its case was forgotten.
    pub fn state<K: Stream>(&mut self, id: Id<K>) -> Result<K, Error> {
        let (state, seen) = self.snapshot.shared(id)?;
        self.note(seen);
        let state = state.ok_or(Error::NotFound)?;
        self.lend(id.into(), state.clone());
        Ok(Arc::unwrap_or_clone(state))
    }

    /// The version of what was read; 0 where it was not, or is not there.
    pub fn version_of(&self, id: impl Into<StreamId>) -> i64 {
        let id = id.into();
        let seen = self.seen.iter().find(|seen| seen.stream == id);
        seen.map_or(0, |seen| seen.version)
    }

    /// The state of a stream that need not be there.
    ///
    /// # Errors
    /// When its case was forgotten, or storage is away.
    pub fn find<K: Stream>(&mut self, id: Id<K>) -> Result<Option<K>, Error> {
        match self.state(id) {
            Ok(state) => Ok(Some(state)),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What a slice keeps of a case; empty where nothing was written yet.
    ///
    /// # Errors
    /// As [`Read::find`].
    pub fn of_case<K: OfCase + Default>(&mut self, case: Id<Case>) -> Result<K, Error> {
        Ok(self.find(case.of::<K>())?.unwrap_or_default())
    }

    /// All events of a stream, and its state.
    ///
    /// # Errors
    /// As [`Read::state`].
    pub fn past<K: Stream>(&mut self, id: Id<K>) -> Result<Past<K>, Error> {
        let past = self.snapshot.past(id)?;
        self.note(Seen {
            stream: id.into(),
            version: past.version,
            owner: past.owner,
        });
        let state = past.state.as_ref().ok_or(Error::NotFound)?;
        if self.deciding {
            self.lend(id.into(), Arc::new(state.clone()));
        }
        Ok(past)
    }

    fn note(&mut self, seen: Seen) {
        if !self.seen.iter().any(|before| before.stream == seen.stream) {
            self.seen.push(seen);
        }
    }

    /// The country.
    pub fn profile(&self) -> &'s Profile {
        self.profile
    }

    /// Views may find; what a rule rests on is a stream.
    pub fn views(&mut self) -> &mut Snapshot<'s> {
        &mut self.snapshot
    }

    /// Asks the policy, and notes the question and its answer.
    ///
    /// # Errors
    /// When the policy says no.
    #[expect(clippy::disallowed_methods, reason = "this is the place that notes it")]
    pub fn permit(&mut self, action: Action, subject: Subject, facts: impl Into<Facts>) -> Result<Permit, Error> {
        self.audit.asks(subject, action);
        // WHY: what is sealed under a case's key expects that case's version, so that a forgotten file can't be written to.
        if let (Subject::Case(case), true) = (subject, self.deciding) {
            let stream = StreamId::from(case);
            if !self.seen.iter().any(|seen| seen.stream == stream) {
                let version = self.snapshot.case_version(case)?;
                self.seen.push(Seen {
                    stream,
                    version,
                    owner: Some(case.into()),
                });
            }
        }
        tiltas_access::permit(self.context, action, subject, facts).map_err(|denial| {
            self.audit.denies(denial);
            denial.into()
        })
    }

    /// Whether the policy would say yes, for what is only counted or offered: nothing is opened, so nothing is noted.
    #[expect(
        clippy::disallowed_methods,
        reason = "nothing is shown by this answer but what the actor may do"
    )]
    pub fn may(&self, action: Action, subject: Subject, facts: impl Into<Facts>) -> bool {
        tiltas_access::permit(self.context, action, subject, facts).is_ok()
    }

    /// A permit for a row that is only counted and sorted. What is opened with it is noted like anything else.
    #[expect(clippy::disallowed_methods, reason = "a count names nobody")]
    pub fn permit_counted(&self, action: Action, case: Id<Case>, facts: impl Into<Facts>) -> Option<Permit> {
        tiltas_access::permit(self.context, action, Subject::Case(case), facts).ok()
    }

    /// A permit for one row of a list: a row denied is left out, and the list as a whole is one entry that names its cases.
    #[expect(clippy::disallowed_methods, reason = "the list is noted as one entry")]
    pub fn permit_row(&mut self, action: Action, case: Id<Case>, facts: impl Into<Facts>) -> Option<Permit> {
        let permit = tiltas_access::permit(self.context, action, Subject::Case(case), facts).ok()?;
        self.audit.lists(case);
        Some(permit)
    }

    /// A permit for a thing of a list that is about no case. It names nobody, so nothing is noted.
    #[expect(clippy::disallowed_methods, reason = "a thing about no case tells of nobody")]
    pub fn permit_thing(&self, action: Action, thing: StreamId, facts: impl Into<Facts>) -> Option<Permit> {
        tiltas_access::permit(self.context, action, Subject::Other(thing), facts).ok()
    }

    /// Keeps the reason that was given, for the audit entry.
    pub fn reason(&mut self, reason: &str) {
        self.audit.because(reason);
    }

    /// Keeps in which way it leaves the screen, for the audit entry.
    pub fn copies(&mut self, copy: audit::Copy) {
        self.audit.copies(copy);
    }

    /// Opens content under a permit, or tells why not; what was opened is noted by field.
    ///
    /// # Errors
    /// When the content can't be read, never because it is withheld.
    pub fn open<T: Sensitive + Clone>(
        &mut self,
        permit: &Permit,
        content: Option<&Content<T>>,
    ) -> Result<Shown<T>, Error> {
        if let (true, Some(content)) = (permit.covers(T::FIELD).is_ok(), content) {
            content.place().hash(&mut self.shown);
        }
        if self.glance {
            return permit.reveal(T::FIELD, content.map(Content::owner), || Ok(None));
        }
        let shown = self.snapshot.open(permit, content)?;
        if shown.open().is_some() {
            self.opened(permit, T::FIELD);
        }
        Ok(shown)
    }

    /// Opens who the person is from the sealed card of a row, as far as the permit lets it.
    ///
    /// # Errors
    /// When the card can't be read, never because it is withheld.
    pub fn person(&mut self, permit: &Permit, case: Id<Case>, card: &[u8]) -> Result<Shown<Person>, Error> {
        if permit.covers(Field::Person).is_ok() {
            card.hash(&mut self.shown);
        }
        let (glance, snapshot) = (self.glance, &self.snapshot);
        let shown = permit.reveal(Field::Person, Some(Some(Owner::Case(case))), || match glance {
            true => Ok(None),
            false => snapshot.person_card(case, card).map_err(Error::from),
        })?;
        Ok(shown.map(|person| told_by_field(permit, person)))
    }

    /// The same for a row of a list; `None` where the card can't be read. Such a row is left out and named in the log: it takes
    /// the list from nobody.
    ///
    /// # Errors
    /// When storage is away.
    pub fn person_of_row(
        &mut self,
        permit: &Permit,
        case: Id<Case>,
        card: &[u8],
    ) -> Result<Option<Shown<Person>>, Error> {
        match self.person(permit, case, card) {
            Err(Error::Store(error)) if error.is_unreadable() => {
                tracing::error!(target: "tiltas::store", %case, "a row was left out of a list: {error}");
                self.unreadable += 1;
                Ok(None)
            }
            shown => shown.map(Some),
        }
    }

    /// Counts rows that the actor may see and that are left out because they can't be read; the store named them in the log.
    pub(crate) fn leave_out(&mut self, rows: usize) {
        self.unreadable += rows;
    }

    /// How many rows that the actor may see were left out because they can't be read.
    pub fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// Counts something as shown: what an open page asks for is whether any of this has changed.
    pub fn shows(&mut self, shown: &impl Hash) {
        shown.hash(&mut self.shown);
    }

    /// A number that changes when anything does that was shown, and only then.
    pub fn version(&self) -> u64 {
        self.shown.finish()
    }

    /// Notes that a field of the process part was shown.
    pub fn opened(&mut self, permit: &Permit, field: Field) {
        let Some(case) = permit.case() else { return };
        self.audit.opens(case, Fields::of(&[field]));
    }

    /// A mail without content goes out with this commit: "something waits", to this address. A repetition sends none twice.
    pub fn mail(&mut self, address: String) {
        let once = self.context.once(self.name);
        let digest: String = once.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        self.outbox.push(Message {
            key: format!("mail {digest} {}", self.outbox.len()),
            kind: "mail".to_owned(),
            case: None,
            due: self.context.now,
            payload: address.into_bytes(),
        });
    }
}
