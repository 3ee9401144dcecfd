//! The one binary: command line, wiring, telemetry.
#![cfg_attr(
    not(feature = "demonstration"),
    expect(dead_code, reason = "only the demonstration starts a node until sign-in is built")
)]
mod clock;
mod command;
#[cfg(feature = "demonstration")]
mod demo;
mod doctor;
mod journal;
mod keys;
mod mail;
mod node;
mod profile;
mod serve;
mod settings;
mod state;
mod watch;
mod worker;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// WHY not the system's: a page is many small texts, made on one thread and freed on another. Without huge pages, which a node of a
/// few dozen megabytes would fill for nothing.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = command::Arguments::parse();
    command::listen(&arguments);
    match command::run(&arguments.command) {
        Ok(code) => code,
        Err(error) => {
            command::explain(&error);
            ExitCode::FAILURE
        }
    }
}
