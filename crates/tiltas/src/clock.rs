//! The demonstration's clock: the machine's, shifted by an offset that only grows.
use crate::node::Folder;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::sync::Mutex;
use tiltas_domain::Moment;

const FILE: &str = "demo.json";

/// What the demonstration keeps beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The seed of the country.
    pub seed: u64,
    /// How many people's files it began with.
    pub cases: u32,
    /// When the first night began, in microseconds of UTC.
    pub start: i64,
    /// How far the demonstration's clock is from the machine's, in microseconds.
    pub offset: i64,
}

/// The clock.
pub struct Clock {
    folder: Folder,
    kept: Mutex<Kept>,
}

impl Clock {
    /// What the folder keeps; `None` before the country stands.
    pub fn kept(folder: &Folder) -> Result<Option<Kept>> {
        let path = folder.file(FILE);
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).with_context(|| {
                format!(
                    "{} is not what the demonstration wrote; delete the folder to begin anew",
                    path.display()
                )
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("can't read {}", path.display())),
        }
    }

    /// A clock that goes on from what is kept.
    pub fn new(folder: &Folder, kept: Kept) -> Result<Clock> {
        let clock = Clock {
            folder: folder.clone(),
            kept: Mutex::new(kept),
        };
        clock.write(&kept)?;
        Ok(clock)
    }

    /// The demonstration's time.
    pub fn now(&self) -> Moment {
        let offset = self.kept.lock().map_or(0, |kept| kept.offset);
        Moment(machine().0.saturating_add(offset))
    }

    /// Forward to `moment`; a moment that is past changes nothing. Returns the time that it is then.
    pub fn forward(&self, moment: Moment) -> Result<Moment> {
        let mut kept = self.kept.lock().map_err(|_| anyhow::anyhow!("the clock has stopped"))?;
        let ahead = moment.0 - machine().0.saturating_add(kept.offset);
        if ahead > 0 {
            let next = Kept {
                offset: kept.offset + ahead,
                ..*kept
            };
            self.write(&next)?;
            *kept = next;
        }
        Ok(Moment(machine().0.saturating_add(kept.offset)))
    }

    fn write(&self, kept: &Kept) -> Result<()> {
        self.folder.write(FILE, &serde_json::to_vec_pretty(kept)?)
    }
}

/// What time it is for the node of this folder.
pub fn now(folder: &Folder) -> Result<Moment> {
    let offset = Clock::kept(folder)?.map_or(0, |kept| kept.offset);
    Ok(Moment(machine().0.saturating_add(offset)))
}

/// The machine's time.
pub fn machine() -> Moment {
    #[expect(clippy::disallowed_methods, reason = "the binary's one reading of the clock")]
    let now = jiff::Timestamp::now();
    Moment(now.as_microsecond())
}
