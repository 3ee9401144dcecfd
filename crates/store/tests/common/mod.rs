//! A node in a fresh place, fictitious people, and the few commands that the tests of the store need.
#![allow(dead_code, reason = "each test executable uses its part")]
pub mod relay;
pub mod server;

use tiltas_access::{Action, CaseFacts, Part, Permit, Subject, permit};
use tiltas_domain::{
    Answer, Changes, Context, Fields, Id, Moment, Purpose, Role, Root, Stream,
    case::{self, Case, Person, Urgency},
    consent,
    content::{HealthNote, Message, Narrative, PersonName, Phone, Sensitive},
    context::{Actor, Draw},
    detail::{self, Detail, Name, Origin, Script},
    organisation::{self, Organisation, OrganisationKind},
    signal::{self, Channel},
};
use tiltas_store::{Commit, Error, Inspector, Location, Result, Seen, Snapshot, Store};

/// Each function of a list becomes two tests, one for each database.
#[macro_export]
macro_rules! on_both { ($($name:ident),* $(,)?) => {
    mod sqlite { $(
        #[test]
        fn $name() { super::$name(&$crate::common::Place::sqlite()) }
    )* }
    mod postgres { $(
        #[test]
        fn $name() {
            if let Some(place) = $crate::common::Place::postgres() { super::$name(&place) }
        }
    )* }
} }

/// The node's key in all tests.
pub const NODE: [u8; 32] = [7; 32];

/// A place for one node, gone when dropped.
pub struct Place {
    /// Where.
    pub location: Location,
    /// Files lie here: all of them, or the keys alone.
    pub folder: tempfile::TempDir,
}

impl Place {
    pub fn sqlite() -> Place {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Place {
            location: Location::Folder(folder.path().to_owned()),
            folder,
        }
    }

    /// `None` where PostgreSQL is not installed.
    pub fn postgres() -> Option<Place> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let location = Location::Postgres {
            url: server::database()?,
            keys: folder.path().to_owned(),
        };
        Some(Place { location, folder })
    }

    /// Changes the journal's database behind the store's back.
    pub fn tamper(&self, sql: &str) {
        match &self.location {
            Location::Folder(folder) => {
                let connection = rusqlite::Connection::open(folder.join("tiltas.db")).expect("the database");
                connection
                    .busy_timeout(std::time::Duration::from_secs(10))
                    .expect("a timeout");
                connection.execute_batch(sql).expect("changed");
            }
            Location::Postgres { url, .. } => drop(ask(url, sql)),
        }
    }

    /// Counts behind the store's back.
    pub fn count(&self, sql: &str) -> i64 {
        match &self.location {
            Location::Folder(folder) => {
                let connection = rusqlite::Connection::open(folder.join("tiltas.db")).expect("the database");
                connection.query_row(sql, [], |row| row.get(0)).expect("counted")
            }
            Location::Postgres { url, .. } => ask(url, sql).expect("a number"),
        }
    }

    /// Opens what is there, to look at it.
    pub fn look(&self) -> Inspector {
        Inspector::open(&self.location, &NODE).expect("it can be looked at")
    }

    pub fn open(&self) -> Store {
        Store::open(&self.location, &NODE).expect("the store opens")
    }
}

/// The first column of the first row, as a number.
fn ask(url: &str, sql: &str) -> Option<i64> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
            .await
            .expect("connected");
        tokio::spawn(async move { drop(connection.await) });
        let messages = client.simple_query(sql).await.expect("answered");
        messages.iter().find_map(|message| match message {
            tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0)?.parse().ok(),
            _ => None,
        })
    })
}

/// Moment zero of the tests: 2025-11-24.
pub const NOW: Moment = Moment(1_764_000_000_000_000);

/// A request; `key` is its idempotency key.
pub fn context(key: u32) -> Context {
    context_of(key, [0; 3])
}

/// The same, one of several under one key.
pub fn context_of(key: u32, which: [u64; 3]) -> Context {
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&key.to_be_bytes());
    for (place, one) in seed[8..].chunks_exact_mut(8).zip(which) {
        place.copy_from_slice(&one.to_be_bytes());
    }
    let root = Root {
        actor: Actor {
            id: Id::from_stored([1; 16]),
            role: Role::CaseManager,
            organisation: Id::from_stored([2; 16]),
            function: None,
        },
        purpose: Purpose::Assistance,
        now: NOW.plus_minutes(i64::from(key)),
        seed,
        request: seed,
        correlation: u64::from(key),
        drawn: None,
    };
    root.of("test")
}

/// The data protection officer, who alone forgets.
pub fn officer(key: u32) -> Context {
    let mut context = context(key);
    context.actor.role = Role::DataProtection;
    context
}

/// Leads the case and may open all of it.
pub fn facts() -> CaseFacts {
    CaseFacts::assumed(Part::Lead, false, true, Fields::of(tiltas_domain::Field::ALL))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the store's tests stand below the use cases that note it"
)]
pub fn allowed(context: &Context, action: Action, subject: Subject) -> Permit {
    permit(context, action, subject, facts()).expect("allowed in the tests")
}

pub fn for_case(context: &Context, case: Id<Case>) -> Permit {
    allowed(context, Action::OpenName, Subject::Case(case))
}

/// Snapshot, decision, seal, commit: what a use case does, without its retries.
pub fn decide(
    store: &Store,
    context: &Context,
    name: &'static str,
    decide: impl FnOnce(&Snapshot<'_>, &mut Vec<Seen>) -> Result<(Permit, Changes)>,
) -> Result<i64> {
    let mut read = Vec::new();
    let snapshot = store.snapshot()?;
    let once = (context.once(name), context.request);
    if let Some(answer) = snapshot.answered(once, context.now)? {
        return Ok(answer.position);
    }
    let (permit, changes) = decide(&snapshot, &mut read)?;
    drop(snapshot);
    let drafts = store.seal(&permit, changes, &mut read, context.into())?;
    store.commit(Commit {
        name,
        at: context.now,
        stamp: context.into(),
        once: Some(once),
        read,
        drafts,
        audit: Vec::new(),
        outbox: Vec::new(),
    })
}

/// What is told on a signal; every text bears the word that no file may hold.
pub fn signal(context: &Context) -> Changes {
    let id = context.id::<Case>(0);
    let told = |nth, value| detail::tell(id, value, Origin::Signal, nth, context);
    let key = context.correlation;
    let name = Name::given(PersonName::wrap(format!("CanaryOf Vera {key}")), Script::Latin);
    Changes::new(
        id,
        case::Event::Signal(signal::Event {
            spoken_name: format!("Larix {key}"),
            number: format!("MD {key}"),
            channel: Channel::Encounter,
            anonymous: false,
            urgency: Urgency::Tonight,
            person: Person::default(),
            by: context.actor,
            account: Some(Narrative::wrap(format!("CanaryOf told at the border {key}")).into()),
        }),
    )
    .and_all(told(0, Detail::Name(name)))
    .and_all(told(
        1,
        Detail::Phone(Phone::wrap(format!("CanaryOf +373 {key}")).into()),
    ))
    .and_all(told(
        2,
        Detail::Health(HealthNote::wrap(format!("CanaryOf asthma {key}")).into()),
    ))
}

/// Opens a file.
pub fn record(store: &Store, key: u32) -> Result<Id<Case>> {
    let context = context(key);
    let id = context.id::<Case>(0);
    decide(store, &context, "signal.record", |_, _| {
        let permit = allowed(&context, Action::RecordSignal, Subject::Case(id));
        Ok((permit, signal(&context)))
    })?;
    Ok(id)
}

/// What the person said, in words, noted on the case's own stream.
pub fn noted(context: &Context) -> case::Event {
    case::Event::Consent(consent::Event::Said(consent::Said {
        say: context.part(Draw::Consent, 0),
        to: consent::Recipient::Police,
        answer: Answer::NotAsked,
        fields: Fields::NONE,
        purpose: Purpose::Assistance,
        until: None,
        form: consent::Form::Spoken,
        language: None,
        words: Some(Message::wrap(format!("CanaryOf noted {}", context.correlation)).into()),
    }))
}

/// Notes it.
pub fn note(store: &Store, key: u32, case: Id<Case>) -> Result<i64> {
    let context = context(key);
    decide(store, &context, "note.add", |snapshot, read| {
        existing(snapshot, case, read)?;
        Ok((for_case(&context, case), Changes::new(case, noted(&context))))
    })
}

/// The state of a stream that is there, its version noted.
pub fn existing<K: Stream>(snapshot: &Snapshot<'_>, id: Id<K>, read: &mut Vec<Seen>) -> Result<K> {
    let (state, seen) = snapshot.state(id)?;
    read.push(seen);
    state.ok_or(Error::Forgotten)
}

/// Forgets a file: the event, then the key.
pub fn forget(store: &Store, key: u32, case: Id<Case>) -> Result<()> {
    forget_in_journal(store, key, case)?;
    store.destroy_keys(&[case.into()])
}

/// Only the event, as after a crash between the two.
pub fn forget_in_journal(store: &Store, key: u32, case: Id<Case>) -> Result<i64> {
    let context = officer(key);
    decide(store, &context, "case.forget", |snapshot, read| {
        let state = existing(snapshot, case, read)?;
        let permit = allowed(&context, Action::Forget, Subject::Case(case));
        let event = case::Event::Forgotten {
            spoken_name: state.spoken_name,
        };
        Ok((permit, Changes::new(case, event)))
    })
}

/// Registers an organisation: sealed under the node's key, of no case.
pub fn register(store: &Store, key: u32) -> Result<Id<Organisation>> {
    let mut context = context(key);
    context.actor.role = Role::NationalUnit;
    let id = context.id::<Organisation>(0);
    decide(store, &context, "organisation.register", |_, _| {
        let permit = allowed(&context, Action::RegisterOrganisation, Subject::Other(id.into()));
        let event = organisation::Event::Registered {
            name: format!("House {key}"),
            kind: OrganisationKind::Shelter,
            duty_phone: None,
            contact_point: None,
        };
        Ok((permit, Changes::new(id, event)))
    })?;
    Ok(id)
}

/// What another does while this thread decides: a thread holds one snapshot at a time.
pub fn meanwhile<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().expect("no panic"))
}
