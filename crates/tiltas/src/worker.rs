//! What a node does by itself, in one plain thread: time, and mail.
use crate::{clock::Clock, mail::Post};
use anyhow::Result;
use std::{
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};
use tiltas_app::{App, clock};
use tiltas_demonstration::Seed;

/// The thread; it ends when this is dropped.
pub struct Worker {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts it: every second it looks whether something is due.
    pub fn start(app: Arc<App>, time: Arc<Clock>, seed: Seed, post: Option<Post>) -> Result<Worker> {
        let (stop, stopped) = mpsc::channel();
        let work = move || {
            while stopped.recv_timeout(Duration::from_secs(1)) == Err(mpsc::RecvTimeoutError::Timeout) {
                let now = time.now();
                if let Err(error) = clock::tick(&app, now, 256, |step| seed.bytes(step)) {
                    tracing::error!(target: "tiltas::clock", "what is due could not be done: {error}");
                }
                if let Some(post) = &post
                    && let Err(error) = post.send(&app, now)
                {
                    tracing::error!(target: "tiltas::mail", "notices could not be taken: {error}");
                }
            }
        };
        Ok(Worker {
            stop: Some(stop),
            thread: Some(thread::Builder::new().name("clock".to_owned()).spawn(work)?),
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
