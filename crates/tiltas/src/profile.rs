//! `profile check`: every fault of a country's file, with its line, its rule and what would be accepted.
use anyhow::{Context, Result};
use clap::Subcommand;
use std::{path::PathBuf, process::ExitCode};
use tiltas_domain::profile::Profile as Country;

/// What can be asked about a profile.
#[derive(Debug, Subcommand)]
pub enum Profile {
    /// Read a profile and tell every fault.
    Check {
        /// The profile, as profiles/md.toml.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

impl Profile {
    /// Reads it. A profile with faults is code 2.
    pub fn run(&self) -> Result<ExitCode> {
        let Profile::Check { file } = self;
        let text = std::fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
        match Country::parse(&text) {
            Ok(profile) => {
                println!("{}: {}, no fault", file.display(), profile.edition());
                Ok(ExitCode::SUCCESS)
            }
            Err(faults) => {
                for fault in &faults {
                    println!("{}: {fault}", file.display());
                }
                println!("{} faults", faults.len());
                Ok(ExitCode::from(2))
            }
        }
    }
}
