//! What the store promises, on each database alike.
#[path = "../common/mod.rs"]
mod common;
mod keys;
mod opening;
mod promises;
mod statements;
mod tampering;
