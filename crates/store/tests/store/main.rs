//! What the store promises, on each database alike.
#[path = "../common/mod.rs"]
mod common;
mod keys;
mod looking;
mod opening;
mod outages;
mod outbox;
mod promises;
mod sequences;
mod session;
mod spoken_name;
mod starting;
mod statements;
mod tampering;
mod task;
mod waiting;
