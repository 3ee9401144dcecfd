//! Chores of the house. Not shipped.
//!
//! `cargo run -p xtask -- tidy` holds the code to ARCHITECTURE.md; every rule is a file under `tidy/`.
mod tidy;

use anyhow::{Result, bail};
use std::process::ExitCode;

fn main() -> Result<ExitCode> {
    let clean = match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy::run()?,
        other => bail!("{} is no chore of this house; known: tidy", other.unwrap_or("nothing")),
    };
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
