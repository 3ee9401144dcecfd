//! What may happen? The referral mechanism: states, commands, events, clocks, country profiles.
//! Pure: clock, ids and randomness are arguments.
pub mod audit;
pub mod changes;
pub mod content;
pub mod context;
pub mod id;
pub mod known;
