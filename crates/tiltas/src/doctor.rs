//! `doctor`: what is well with a node and what is not, one line each, with what would be accepted.
use crate::{
    clock::{self, Clock, machine},
    command::{Data, Database},
    node::Folder,
    settings::Settings,
    state::State,
};
use anyhow::Result;
use std::{os::unix::fs::PermissionsExt, process::ExitCode};
use tiltas_domain::{Moment, example};
use tiltas_store::{Inspector, Missing, reserve};

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Doctor {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    database: Database,
}

/// What was found, and whether all of it was well.
#[derive(Default)]
struct Findings {
    ill: bool,
}

impl Findings {
    fn well(&self, what: &str, how: impl std::fmt::Display) {
        println!("well  {what}: {how}");
    }

    fn ill(&mut self, what: &str, why: impl std::fmt::Display) {
        self.ill = true;
        println!("ILL   {what}: {why}");
    }

    fn of<T>(&mut self, what: &str, found: Result<T>, how: impl FnOnce(&T) -> String) -> Option<T> {
        match found {
            Ok(found) => {
                self.well(what, how(&found));
                Some(found)
            }
            Err(error) => {
                self.ill(what, format!("{error:#}"));
                None
            }
        }
    }
}

impl Doctor {
    /// Looks at everything; code 2 when something is ill.
    pub fn run(&self) -> Result<ExitCode> {
        let mut findings = Findings::default();
        let path = self.data.folder()?;
        if let Some(folder) = findings.of("data folder", Folder::find(&path), |folder| {
            folder.path().display().to_string()
        }) {
            self.look(&folder, &mut findings)?;
        }
        let profile = example::moldova();
        findings.well("profile", format!("{}, {}", profile.edition(), profile.name));
        Ok(if findings.ill {
            ExitCode::from(2)
        } else {
            ExitCode::SUCCESS
        })
    }

    fn look(&self, folder: &Folder, findings: &mut Findings) -> Result<()> {
        let mode = std::fs::metadata(folder.path())?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            findings.ill(
                "data folder",
                format!("others can look into it (mode {mode:04o}); accepted: 0700"),
            );
        }
        match folder.readable_by_others() {
            Ok(found) if found.is_empty() => findings.well("files", "readable by their owner alone"),
            Ok(found) => {
                for (name, mode) in found {
                    findings.ill(
                        "files",
                        format!("others can read {name} (mode {mode:04o}); accepted: 0600"),
                    );
                }
            }
            Err(error) => findings.ill("files", format!("{error:#}")),
        }
        let missing = reserve::FILES.iter().find(|name| !folder.file(name).exists());
        match missing {
            Some(name) if folder.file("keys.db").exists() => findings.ill(
                "disk",
                format!(
                    "{name} is missing: the disk was full, and the node gave it up. Make room; the node makes it again"
                ),
            ),
            _ => findings.well("disk", "a reserve is kept for when it is full"),
        }
        let key = findings.of("node key", folder.key(), |key| match key {
            Some(_) => "32 bytes, readable by its owner alone".to_owned(),
            None => "none yet: drawn at the first start".to_owned(),
        });
        let database = self.database.url()?;
        match &database {
            None => findings.well("keys apart", "in keys.db, a file of its own beside the journal"),
            Some(_) => findings.well("keys apart", "in this folder, not in the database of the journal"),
        }
        if let Some(Some(key)) = key
            && let Some(inspector) = findings.of("database", folder.look(database.as_deref(), &key), |_| {
                "journal and keys open, and belong together".to_owned()
            })
        {
            let now = clock::now(folder)?;
            ask_journal(&inspector, now, findings);
            ask_keys(&inspector, findings);
            match inspector.waiting("mail") {
                Ok((0, _)) => findings.well("mail", "nothing waits"),
                Ok((count, _)) => findings.well("mail", format!("{count} notices wait")),
                Err(error) => findings.ill("mail", error),
            }
        }
        match State::kept(folder) {
            Ok(Some(state)) if !state.is_fresh() => findings.well("node", "not running"),
            Ok(Some(state)) => {
                for ill in state.ills() {
                    findings.ill("node", ill);
                }
                findings.well("node", "running");
            }
            Ok(None) => findings.well("node", "never ran"),
            Err(error) => findings.ill("node", format!("{error:#}")),
        }
        findings.of("settings", Settings::read(folder), |settings| match &settings.mail {
            Some(mail) => format!("mail by {}", mail.server),
            None => "no mail is sent".to_owned(),
        });
        let clock = Clock::kept(folder);
        findings.of("clock", clock, |kept| match kept {
            Some(kept) => {
                let hours = kept.offset / 3_600_000_000;
                format!(
                    "a demonstration, {hours} h from the machine’s {}",
                    machine().timestamp()
                )
            }
            None => format!("the machine’s, {}", machine().timestamp()),
        });
        Ok(())
    }
}

/// Whether the journal is whole, and signed as far as it should be.
fn ask_journal(inspector: &Inspector, now: Moment, findings: &mut Findings) {
    match inspector.verify() {
        Ok(report) if !report.is_whole() => findings.ill("journal", "not whole: run `tiltas journal verify`"),
        Ok(report) if report.is_overdue(now) => findings.ill(
            "journal",
            format!(
                "{} events older than two minutes are not signed: the node was killed, or its signing stopped. Start it; if that does not help, run `tiltas journal verify`",
                report.unproven
            ),
        ),
        Ok(report) => findings.well(
            "journal",
            format!("whole, {} events, {} unproven", report.events, report.unproven),
        ),
        Err(error) => findings.ill("journal", error),
    }
}

/// Whether each file still has its key, and no forgotten one has.
fn ask_keys(inspector: &Inspector, findings: &mut Findings) {
    match inspector.keys_missing() {
        Ok(Missing { without_key: 0, owners, .. }) => findings.well("keys", format!("{owners} files, each with its key")),
        Ok(Missing { without_key, owners, .. }) => findings.ill(
            "keys",
            format!(
                "{without_key} of {owners} files have no key and can't be read; accepted: keys.db as it was, or a backup of it with `tiltas keys restore`"
            ),
        ),
        Err(error) => findings.ill("keys", error),
    }
}
