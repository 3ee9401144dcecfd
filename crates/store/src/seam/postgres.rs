//! PostgreSQL on this machine, without TLS. The driver's futures are driven here, on the thread that asks: what does not
//! depend on an answer is sent together, because round trips are the cost.
use super::{Access, Bind, Held, Kind, Lasting, Value};
use crate::{Error, Result, deadline::Deadline};
use futures::Stream;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    fmt,
    future::{Future, poll_fn},
    net::IpAddr,
    pin::{Pin, pin},
    task::Poll,
    time::Duration,
};
use tokio::runtime::Runtime;
use tokio_postgres::{
    Client, Config, NoTls, Row, RowStream, Statement,
    config::Host,
    error::SqlState,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};

/// A failure as PostgreSQL names it. INVARIANT: no SQL, no value; its message could quote both.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("PostgreSQL reports {0}")]
    State(String),
    #[error("the connection to PostgreSQL is closed")]
    Closed,
    #[error("PostgreSQL did not answer in time")]
    Late,
    #[error("PostgreSQL can't be reached")]
    Unreachable(#[source] std::io::Error),
    #[error("the driver of PostgreSQL failed")]
    Driver,
    #[error(
        "PostgreSQL is reached without TLS, so only on this machine: give 127.0.0.1, ::1, localhost or the folder of a socket"
    )]
    Elsewhere,
    #[error("the address of PostgreSQL can't be read")]
    Address,
}

pub(super) fn error(error: tokio_postgres::Error) -> Error {
    match error.code() {
        Some(state) if *state == SqlState::UNIQUE_VIOLATION => return Error::Duplicate,
        Some(state) if *state == SqlState::DISK_FULL => return Error::DiskFull,
        Some(state) => return Error::unavailable(Failure::State(state.code().to_owned())),
        None => {}
    }
    if error.is_closed() {
        return Error::unavailable(Failure::Closed);
    }
    let Some(source) = error.into_source() else {
        return Error::unavailable(Failure::Driver);
    };
    match source.downcast::<std::io::Error>() {
        Ok(source) => Error::unavailable(Failure::Unreachable(*source)),
        Err(_) => Error::unavailable(Failure::Driver),
    }
}

/// A parameter that waits to be sent.
enum Owned {
    Null,
    Text(String),
    Integer(i64),
    Bytes(Vec<u8>),
}

/// The driver writes parameters to its log, where there is one.
impl fmt::Debug for Owned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl ToSql for Owned {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Owned::Null => return Ok(IsNull::Yes),
            Owned::Text(text) => out.extend_from_slice(text.as_bytes()),
            Owned::Integer(number) => out.extend_from_slice(&number.to_be_bytes()),
            Owned::Bytes(bytes) => out.extend_from_slice(bytes),
        }
        Ok(IsNull::No)
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::TEXT | Type::INT8 | Type::BYTEA)
    }

    to_sql_checked!();
}

fn owned(parameters: &[&dyn Bind]) -> Vec<Owned> {
    let own = |parameter: &&dyn Bind| match parameter.value() {
        Value::Null => Owned::Null,
        Value::Text(text) => Owned::Text(text.to_owned()),
        Value::Integer(number) => Owned::Integer(number),
        Value::Bytes(bytes) => Owned::Bytes(bytes.to_vec()),
    };
    parameters.iter().map(own).collect()
}

/// One connection with its prepared statements, and what waits to be sent with the next question.
pub(crate) struct Postgres {
    /// There until it is dropped.
    runtime: Option<Runtime>,
    client: Client,
    statements: RefCell<HashMap<&'static str, Statement>>,
    waiting: RefCell<Vec<(Statement, Vec<Owned>)>>,
    /// Whether changes wait for a question, or for [`Postgres::flush`].
    gathers: Cell<bool>,
    /// An answer did not come in time and may come later: nothing else can be asked here.
    is_late: Cell<bool>,
    state: Cell<State>,
}

/// Where the transaction stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Closed,
    /// Its beginning waits to be sent.
    Begins,
    Open,
}

pub(super) fn connect(url: &str, access: Access) -> Result<Postgres> {
    let mut config: Config = url.parse().map_err(|_| Error::unavailable(Failure::Address))?;
    let is_here = |host: &Host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback()),
        Host::Unix(_) => true,
    };
    let hosts = config.get_hosts();
    if hosts.is_empty() || !hosts.iter().all(is_here) || !config.get_hostaddrs().iter().all(IpAddr::is_loopback) {
        return Err(Error::unavailable(Failure::Elsewhere));
    }
    config
        .application_name("tiltas")
        .connect_timeout(Duration::from_secs(10));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::unavailable)?;
    let (client, connection) = in_time(&runtime, config.connect(NoTls))?.map_err(error)?;
    // Runs whenever this thread waits for an answer. Its error reaches every question as "closed".
    runtime.spawn(async move { drop(connection.await) });
    let postgres = Postgres {
        runtime: Some(runtime),
        client,
        statements: RefCell::default(),
        waiting: RefCell::default(),
        gathers: Cell::new(false),
        is_late: Cell::new(false),
        state: Cell::new(State::Closed),
    };
    postgres.batch("SET synchronous_commit TO on; SET client_min_messages TO warning; SET lock_timeout TO '60s'; SET search_path TO public")?;
    if access == Access::Read {
        // The server ends what the asking thread gave up, and a reader that went away without a word.
        postgres.batch(
            "SET default_transaction_read_only TO on; SET statement_timeout TO '15s';
             SET idle_in_transaction_session_timeout TO '60s'",
        )?;
    }
    if access == Access::Look {
        postgres.batch("SET default_transaction_read_only TO on")?;
    }
    Ok(postgres)
}

/// Without waiting: whoever drops it may stand in an async runtime.
impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Drives a future to its end, or to the deadline of this thread's work. A server that is frozen answers nothing at all.
fn in_time<F: Future>(runtime: &Runtime, future: F) -> Result<F::Output> {
    let Some(deadline) = Deadline::current() else {
        return Ok(runtime.block_on(future));
    };
    let timed = async { tokio::time::timeout(deadline.left(), future).await };
    runtime.block_on(timed).map_err(|_| Error::unavailable(Failure::Late))
}

type Sent<'c> = Pin<Box<dyn Future<Output = Result<RowStream, tokio_postgres::Error>> + 'c>>;

impl Postgres {
    /// Lost, or left in the middle of an answer.
    pub fn is_broken(&self) -> bool {
        self.is_late.get() || self.client.is_closed()
    }

    pub fn is_open(&self) -> bool {
        self.state.get() != State::Closed
    }

    /// From now on changes wait for the next question, for [`Postgres::flush`] or for the end of the transaction.
    pub fn gather(&self) {
        self.gathers.set(true);
    }

    /// Changes rows, at once or with the next question.
    pub fn execute(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<()> {
        let statement = self.statement(sql, parameters)?;
        self.waiting.borrow_mut().push((statement, owned(parameters)));
        if self.gathers.get() { Ok(()) } else { self.flush() }
    }

    /// Sends what waits. The first failure in order is the cause: those after it only say that the transaction is dead.
    pub fn flush(&self) -> Result<()> {
        self.send(Vec::new()).map(drop)
    }

    pub fn changed(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<u64> {
        let statement = self.statement(sql, parameters)?;
        let stream = self.send(vec![(statement, owned(parameters))])?.pop();
        let mut stream = pin!(stream.ok_or_else(|| Error::Defect("no answer"))?);
        while self.next(stream.as_mut())?.is_some() {}
        Ok(stream.rows_affected().unwrap_or(0))
    }

    pub fn each(
        &self,
        sql: &'static str,
        parameters: &[&dyn Bind],
        mut read: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        self.ask(&[(sql, parameters)], |_, row| read(row))
    }

    /// Several questions at once.
    pub fn ask(
        &self,
        questions: &[(&'static str, &[&dyn Bind])],
        mut read: impl FnMut(usize, &Row) -> Result<()>,
    ) -> Result<()> {
        let mut asked = Vec::with_capacity(questions.len());
        for (sql, parameters) in questions {
            asked.push((self.statement(sql, parameters)?, owned(parameters)));
        }
        for (nth, stream) in self.send(asked)?.into_iter().enumerate() {
            let mut stream = pin!(stream);
            while let Some(row) = self.next(stream.as_mut())? {
                read(nth, &row)?;
            }
        }
        Ok(())
    }

    /// `BEGIN …`, `COMMIT`, `ROLLBACK`, `SAVEPOINT one`: by text, for the driver's transactions borrow their client.
    pub fn run(&self, sql: &'static str) -> Result<()> {
        if sql.starts_with("ROLLBACK") {
            self.waiting.borrow_mut().clear();
        }
        let begins = sql.starts_with("BEGIN");
        if matches!(sql, "COMMIT" | "ROLLBACK") {
            self.gathers.set(false);
            let begun = self.state.replace(State::Closed);
            if begun == State::Begins && sql == "ROLLBACK" {
                return Ok(());
            }
        }
        let statement = self.statement(sql, &[])?;
        self.waiting.borrow_mut().push((statement, Vec::new()));
        if begins {
            // The first question takes it along.
            self.state.set(State::Begins);
            return Ok(());
        }
        if self.gathers.get() && sql.starts_with("RELEASE") {
            return Ok(());
        }
        self.flush()
    }

    /// In the simple protocol: migrations and tables.
    pub fn batch(&self, text: &str) -> Result<()> {
        self.flush()?;
        self.wait(self.client.batch_execute(text))?.map_err(error)
    }

    /// Sends what waits and then these, all together; answers the rows of these.
    fn send(&self, asked: Vec<(Statement, Vec<Owned>)>) -> Result<Vec<RowStream>> {
        let waiting = self.waiting.take();
        if self.state.get() == State::Begins {
            self.state.set(State::Open);
        }
        let count = waiting.len();
        let mut sent: Vec<Sent<'_>> = Vec::with_capacity(count + asked.len());
        for (statement, parameters) in waiting.into_iter().chain(asked) {
            // The statement is taken along: it must live until it is sent.
            sent.push(Box::pin(
                async move { self.client.query_raw(&statement, parameters).await },
            ));
        }
        if sent.is_empty() {
            return Ok(Vec::new());
        }
        let mut answers: Vec<Option<Result<RowStream, tokio_postgres::Error>>> = sent.iter().map(|_| None).collect();
        // Polled in order, so sent in order.
        self.wait(poll_fn(|context| {
            let mut missing = false;
            for (future, answer) in sent.iter_mut().zip(&mut answers) {
                if answer.is_none() {
                    match future.as_mut().poll(context) {
                        Poll::Ready(ready) => *answer = Some(ready),
                        Poll::Pending => missing = true,
                    }
                }
            }
            if missing { Poll::Pending } else { Poll::Ready(()) }
        }))?;
        drop(sent);
        let mut rows = Vec::new();
        for (nth, answer) in answers.into_iter().flatten().enumerate() {
            let stream = answer.map_err(error)?;
            if nth >= count {
                rows.push(stream);
                continue;
            }
            // A failure while executing comes after the binding was answered: to the end, before the next is looked at.
            let mut stream = pin!(stream);
            while self.next(stream.as_mut())?.is_some() {}
        }
        Ok(rows)
    }

    fn wait<F: Future>(&self, future: F) -> Result<F::Output> {
        let runtime = self
            .runtime
            .as_ref()
            .ok_or_else(|| Error::unavailable(Failure::Closed))?;
        if self.is_late.get() {
            return Err(Error::unavailable(Failure::Late));
        }
        in_time(runtime, future).inspect_err(|_| self.is_late.set(true))
    }

    fn next(&self, mut stream: Pin<&mut RowStream>) -> Result<Option<Row>> {
        let next = self.wait(poll_fn(|context| stream.as_mut().poll_next(context)))?;
        next.transpose().map_err(error)
    }

    fn statement(&self, sql: &'static str, parameters: &[&dyn Bind]) -> Result<Statement> {
        if let Some(statement) = self.statements.borrow().get(sql) {
            return Ok(statement.clone());
        }
        let kind = |parameter: &&dyn Bind| match parameter.kind() {
            Kind::Text => Type::TEXT,
            Kind::Integer => Type::INT8,
            Kind::Bytes => Type::BYTEA,
        };
        let kinds: Vec<Type> = parameters.iter().map(kind).collect();
        let prepared = self.wait(self.client.prepare_typed(sql, &kinds))?.map_err(error)?;
        self.statements.borrow_mut().insert(sql, prepared.clone());
        Ok(prepared)
    }
}

pub(super) fn cells(row: &Row) -> Result<Vec<Held>> {
    let cell = |index: usize| {
        let read = match *row.columns()[index].type_() {
            Type::INT8 => row
                .try_get::<_, Option<i64>>(index)
                .map(|value| value.map(Held::Integer)),
            Type::BYTEA => row
                .try_get::<_, Option<Vec<u8>>>(index)
                .map(|value| value.map(Held::Bytes)),
            _ => row
                .try_get::<_, Option<String>>(index)
                .map(|value| value.map(Held::Text)),
        };
        Ok(read.map_err(error)?.unwrap_or(Held::Null))
    };
    (0..row.len()).map(cell).collect()
}

/// PostgreSQL says `bytea`, and sorts text by its bytes only when told.
pub(super) fn table(text: &str, kind: Lasting) -> String {
    let kind = match kind {
        Lasting::Kept => "",
        Lasting::Temporary => "TEMPORARY ",
    };
    let text = super::words(text, &[("bytes", "bytea"), ("text", "text COLLATE \"C\"")]);
    format!("CREATE {kind}TABLE {text}")
}

/// An index lies in the schema of its table; unsaid, that would be the temporary one while it hides the other.
pub(super) fn index(text: &str, kind: Lasting) -> String {
    let schema = match kind {
        Lasting::Kept => "public",
        Lasting::Temporary => "pg_temp",
    };
    format!("CREATE INDEX {}", text.replacen(" ON ", &format!(" ON {schema}."), 1))
}
