//! The server: its own loop over connections, because every way in needs an end. A connection that sends nothing is closed,
//! one that sends half a request too; when there are too many, the one that is idle longest makes room; a stop ends all of
//! them within seconds, whatever they are doing.
use anyhow::Result;
use axum::{
    Router,
    body::{Body, Bytes},
    http::Request,
};
use hyper::{
    body::{Frame, Incoming, SizeHint},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    collections::BTreeMap,
    io,
    pin::{Pin, pin},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};
use tiltas_kit::edge::Peer;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
    task::JoinSet,
    time::{Sleep, sleep, timeout},
};
use tower::ServiceExt;

/// So many connections at once; well below what a process may open by default.
const CONNECTIONS: usize = 512;
/// A request's head comes within this time; a connection between two requests is idle no longer either.
const HEAD: Duration = Duration::from_secs(15);
/// Its body comes within this time.
const BODY: Duration = Duration::from_secs(20);
/// Whoever takes nothing of an answer for so long is gone.
const TAKEN: Duration = Duration::from_secs(20);
/// The longest head.
const HEAD_BYTES: usize = 64 * 1024;
/// At a stop, requests that run have so long to end.
const FAREWELL: Duration = Duration::from_secs(2);
/// For whoever comes when every connection is busy.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// Serves until `stop` comes.
pub async fn serve(listener: TcpListener, site: Router, stop: impl Future<Output = ()>) -> Result<()> {
    let (mut stop, idle) = (pin!(stop), Arc::new(Idle::default()));
    let (closing, closed) = watch::channel(false);
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        while connections.try_join_next().is_some() {}
        let (stream, from) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // No files left, for one: an idle connection gives one back.
                tracing::warn!(target: "tiltas::serve", "a connection could not be taken: {error}");
                idle.close_oldest();
                sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        if connections.len() >= CONNECTIONS && !idle.close_oldest() {
            let _ = stream.try_write(FULL);
            continue;
        }
        let peer = Peer(from.ip().to_canonical());
        connections.spawn(connection((stream, peer), site.clone(), idle.clone(), closed.clone()));
    }
    drop(listener);
    let _ = closing.send(true);
    let all = async { while connections.join_next().await.is_some() {} };
    let _ = timeout(FAREWELL, all).await;
    connections.shutdown().await;
    Ok(())
}

async fn connection(
    (stream, peer): (TcpStream, Peer),
    site: Router,
    idle: Arc<Idle>,
    mut closed: watch::Receiver<bool>,
) {
    let _ = stream.set_nodelay(true);
    let place = Place::new(&idle);
    let here = &place;
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let busy = here.busy();
        let site = site.clone();
        async move {
            let answer = site.oneshot(request.map(|body| Body::new(Timely::new(body)))).await;
            drop(busy);
            answer
        }
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(Taken::new(stream)), service);
    let mut served = pin!(served);
    tokio::select! {
        _ = served.as_mut() => return,
        () = place.close.notified() => return,
        _ = closed.changed() => {}
    }
    // One that is between two requests, or in the middle of a head, has nothing to lose.
    if !idle.holds(place.number) {
        served.as_mut().graceful_shutdown();
        let _ = served.await;
    }
}

/// The connections that run no request now, the longest idle first.
#[derive(Default)]
struct Idle {
    next: AtomicU64,
    /// By when they became idle.
    waiting: Mutex<BTreeMap<u64, (u64, Arc<Notify>)>>,
}

impl Idle {
    fn waiting(&self) -> MutexGuard<'_, BTreeMap<u64, (u64, Arc<Notify>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn number(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Makes room; `false` when none is idle.
    fn close_oldest(&self) -> bool {
        let oldest = self.waiting().pop_first();
        oldest.inspect(|(_, (_, close))| close.notify_one()).is_some()
    }

    fn holds(&self, connection: u64) -> bool {
        self.waiting().values().any(|(number, _)| *number == connection)
    }
}

/// A connection's place among them.
struct Place<'i> {
    idle: &'i Idle,
    number: u64,
    /// Since when it is idle, as a number that grows.
    since: AtomicU64,
    close: Arc<Notify>,
}

impl<'i> Place<'i> {
    fn new(idle: &'i Idle) -> Place<'i> {
        let place = Place {
            idle,
            number: idle.number(),
            since: AtomicU64::new(0),
            close: Arc::default(),
        };
        place.rest();
        place
    }

    fn rest(&self) {
        let since = self.idle.number();
        self.since.store(since, Ordering::Relaxed);
        let entry = (self.number, self.close.clone());
        self.idle.waiting().insert(since, entry);
    }

    /// Until the guard is dropped it runs a request.
    fn busy(&self) -> Busy<'_, 'i> {
        self.idle.waiting().remove(&self.since.load(Ordering::Relaxed));
        Busy(self)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.idle.waiting().remove(&self.since.load(Ordering::Relaxed));
    }
}

struct Busy<'p, 'i>(&'p Place<'i>);

impl Drop for Busy<'_, '_> {
    fn drop(&mut self) {
        self.0.rest();
    }
}

/// The body of a request, with a time by which it is here.
struct Timely {
    body: Incoming,
    until: Pin<Box<Sleep>>,
}

impl Timely {
    fn new(body: Incoming) -> Timely {
        Timely {
            body,
            until: Box::pin(sleep(BODY)),
        }
    }
}

impl hyper::body::Body for Timely {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        ready!(self.until.as_mut().poll(context));
        Poll::Ready(Some(Err(late().into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

fn late() -> io::Error {
    io::Error::from(io::ErrorKind::TimedOut)
}

/// A stream whose other side takes what is written, or is given up.
struct Taken {
    stream: TcpStream,
    until: Option<Pin<Box<Sleep>>>,
}

impl Taken {
    fn new(stream: TcpStream) -> Taken {
        Taken { stream, until: None }
    }

    fn judged<T>(&mut self, written: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.until = None;
            return written;
        }
        let until = self.until.get_or_insert_with(|| Box::pin(sleep(TAKEN)));
        ready!(until.as_mut().poll(context));
        Poll::Ready(Err(late()))
    }
}

impl AsyncRead for Taken {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Taken {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.judged(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.judged(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
