//! What can be asked of the binary, and how it says what it could not do.
use crate::{demo, doctor::Doctor, journal::Journal, keys::Keys, profile::Profile};
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
