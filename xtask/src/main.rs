//! Chores of the house. Not shipped.
//!
//! `cargo run -p xtask -- tidy` holds the code to ARCHITECTURE.md; every rule is a file under `tidy/`.
//! `cargo run -p xtask -- words` writes the table of messages anew after a key or an argument of a catalogue changed.
mod tidy;
mod words;

use anyhow::{Result, bail};
use std::process::ExitCode;

fn main() -> Result<ExitCode> {
    let clean = match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy::run()?,
        Some("words") => words::run(&tidy::tree::root()?)?,
        other => bail!(
            "{} is no chore of this house; known: tidy, words",
            other.unwrap_or("nothing")
        ),
    };
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
