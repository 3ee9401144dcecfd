//! What can be asked of the binary, and how it says what it could not do.
#[cfg(feature = "demonstration")]
use crate::demo;
use crate::{doctor::Doctor, journal::Journal, keys::Keys, profile::Profile};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::{path::PathBuf, process::ExitCode};

/// Runs a country's referral mechanism for victims of human trafficking.
#[derive(Debug, Parser)]
#[command(name = "tiltas", version, about, long_about = None)]
pub struct Arguments {
    /// How log lines look on standard error. Quiet by default: warnings only.
    #[arg(long, global = true, value_enum, default_value_t = Log::Text)]
    log: Log,
    /// Also say what is done request by request; never about whom.
    #[arg(long, short, global = true)]
    verbose: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Log {
    /// For people.
    Text,
    /// For programs: one object a line.
    Json,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// An invented country on this machine: everyone and everything in it is made up.
    #[cfg(feature = "demonstration")]
    Demo(demo::Demo),
    /// Is the journal whole, and do the tables say what it says?
    #[command(subcommand)]
    Journal(Journal),
    /// Backups of the keys.
    #[command(subcommand)]
    Keys(Keys),
    /// A country's file.
    #[command(subcommand)]
    Profile(Profile),
    /// What is well with a node, and what is not.
    Doctor(Doctor),
}

/// Where the node keeps what it keeps.
#[derive(Args, Clone, Debug)]
pub struct Data {
    /// The folder with journal, keys and node key. Default: tiltas in the user's data folder.
    #[arg(long = "data", value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Data {
    /// The chosen folder, or the user's own.
    pub fn folder(&self) -> anyhow::Result<PathBuf> {
        if let Some(folder) = &self.folder {
            return Ok(std::path::absolute(folder)?);
        }
        let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/share"));
        let data = std::env::var_os("XDG_DATA_HOME")
            .map(PathBuf::from)
            .filter(|folder| folder.is_absolute())
            .or_else(home);
        let data = data.ok_or_else(|| {
            anyhow::anyhow!("there is neither XDG_DATA_HOME nor HOME: say where the data lies with --data DIR")
        })?;
        Ok(data.join("tiltas"))
    }
}

/// Where the journal lies, when not in a file of the folder.
#[derive(Args, Clone, Debug)]
pub struct Database {
    /// A PostgreSQL database on this machine for the journal. With a password in it, only by the environment variable
    /// TILTAS_DATABASE.
    #[arg(long = "database", value_name = "URL")]
    url: Option<String>,
}

impl Database {
    /// The address, from the command line or the environment; `None`: a file in the folder.
    pub fn url(&self) -> anyhow::Result<Option<String>> {
        if let Some(url) = &self.url {
            // WHY: every user of this machine reads the command lines of all processes.
            if has_password(url) {
                anyhow::bail!(
                    "a password on the command line is seen by every user of this machine; accepted: the address in the environment variable TILTAS_DATABASE, and no --database"
                );
            }
            return Ok(Some(url.clone()));
        }
        match std::env::var("TILTAS_DATABASE") {
            Ok(url) if !url.is_empty() => Ok(Some(url)),
            Ok(_) | Err(std::env::VarError::NotPresent) => Ok(None),
            Err(error) => Err(anyhow::anyhow!("TILTAS_DATABASE can't be read: {error}")),
        }
    }
}

/// In both forms that PostgreSQL takes: `postgres://user:password@host/name`, and `host=… password=…`.
fn has_password(url: &str) -> bool {
    let user = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split(['/', '?']).next())
        .and_then(|host| host.rsplit_once('@'));
    user.is_some_and(|(user, _)| user.contains(':')) || url.to_ascii_lowercase().contains("password")
}

/// A whole number within bounds, or what would be accepted.
pub fn whole(text: &str, most: u64) -> Result<u64, String> {
    match text.parse::<u64>() {
        Ok(number) if number <= most => Ok(number),
        _ => Err(format!("accepted: a whole number from 0 to {most}")),
    }
}

/// Lines to standard error, warnings unless asked for more. INVARIANT: no line names anyone; the types see to that.
pub fn listen(arguments: &Arguments) {
    let level = if arguments.verbose {
        tracing::Level::INFO
    } else {
        tracing::Level::WARN
    };
    let lines = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(level)
        .with_ansi(false);
    match arguments.log {
        Log::Text => lines.init(),
        Log::Json => lines.json().init(),
    }
}

/// Does it.
pub fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        #[cfg(feature = "demonstration")]
        Command::Demo(demo) => demo.run(),
        Command::Journal(journal) => journal.run(),
        Command::Keys(keys) => keys.run(),
        Command::Profile(profile) => profile.run(),
        Command::Doctor(doctor) => doctor.run(),
    }
}

/// What could not be done, and why, each reason on its own line.
pub fn explain(error: &anyhow::Error) {
    eprintln!("tiltas: {error}");
    for reason in error.chain().skip(1) {
        eprintln!("  because: {reason}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_an_address_is_seen_in_either_form() {
        for with in [
            "postgres://tiltas:secret@127.0.0.1/tiltas",
            "postgresql://tiltas:s%40cret@localhost:5432/tiltas",
            "host=127.0.0.1 user=tiltas password=secret",
            "postgres://127.0.0.1/tiltas?password=secret",
        ] {
            assert!(has_password(with), "{with}");
        }
        for without in [
            "postgres://tiltas@127.0.0.1:5432/tiltas",
            "postgres://127.0.0.1:5432/tiltas",
            "host=/run/postgresql user=tiltas",
        ] {
            assert!(!has_password(without), "{without}");
        }
    }

    #[test]
    fn a_number_out_of_bounds_is_answered_with_the_bounds() {
        assert_eq!(whole("300", 20_000), Ok(300));
        for wrong in ["-5", "20001", "many", "", "1.5", "99999999999999999999999"] {
            let said = whole(wrong, 20_000).unwrap_err();
            assert_eq!(said, "accepted: a whole number from 0 to 20000", "{wrong}");
        }
    }
}
