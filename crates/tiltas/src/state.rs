//! How a running node is doing, written beside its data every few seconds, so that `doctor` can say it.
use crate::{clock::machine, node::Folder};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tiltas_domain::Moment;

const FILE: &str = "state.json";
/// Older than so many seconds: the node does not run, or its threads stand still.
pub const FRESH: i64 = 60;

/// What a node says of itself. Counts and reasons, nothing about anyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// When it was written, in seconds of the machine's clock.
    pub written: i64,
    /// When escalation last looked at what is due.
    pub escalated: i64,
    /// Why escalation waits; `None` when it does not.
    pub held: Option<String>,
    /// The node's time as it was last trusted: what can't be undone goes by it, and by no clock that nobody looked at.
    #[serde(skip)]
    pub trusted: Option<Moment>,
    /// How many referrals escalation leaves alone for a while because a step failed.
    pub failing: usize,
    /// How often each thread panicked and went on.
    pub panics: BTreeMap<String, u64>,
    /// Why mail could not be handed over the last time; `None` when it could.
    pub mail: Option<String>,
}

impl State {
    /// What the folder keeps; `None` before the first start.
    pub fn kept(folder: &Folder) -> Result<Option<State>> {
        let path = folder.file(FILE);
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .with_context(|| format!("{} can't be read", path.display())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("can't read {}", path.display())),
        }
    }

    /// Writes it.
    pub fn write(&self, folder: &Folder) -> Result<()> {
        folder.write(FILE, &serde_json::to_vec_pretty(self)?)
    }

    /// What is not well, a sentence each.
    pub fn ills(&self) -> Vec<String> {
        let mut ills = Vec::new();
        ills.extend(self.held.clone());
        if self.written - self.escalated > FRESH {
            ills.push(format!(
                "escalation has not looked at what is due for {} s",
                self.written - self.escalated
            ));
        }
        if self.failing > 0 {
            ills.push(format!(
                "{} referrals can't be escalated; the log names them by id",
                self.failing
            ));
        }
        for (thread, count) in &self.panics {
            ills.push(format!(
                "the thread {thread} panicked {count} times and was started again; the log says where"
            ));
        }
        if let Some(why) = &self.mail {
            ills.push(format!("mail could not be handed over: {why}"));
        }
        ills
    }

    /// Whether it is of a node that runs now.
    pub fn is_fresh(&self) -> bool {
        seconds() - self.written <= FRESH
    }
}

/// The machine's clock in seconds.
pub fn seconds() -> i64 {
    machine().0 / 1_000_000
}
