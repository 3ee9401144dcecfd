//! What may happen? The referral mechanism: states, commands, events, clocks, country profiles.
//! Pure: clock, ids and randomness are arguments.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic
    )
)]
#![deny(missing_docs)]
pub mod alphabet;
pub mod attempt;
pub mod audit;
pub mod case;
pub mod changes;
pub mod clock;
pub mod consent;
pub mod content;
pub mod context;
pub mod detail;
pub mod disclosure;
pub mod example;
pub mod id;
pub mod known;
pub mod note;
pub mod organisation;
pub mod place;
pub mod proceeding;
pub mod profile;
pub mod provider;
pub mod referral;
pub mod risk;
pub mod screening;
pub mod signal;
pub mod task;

pub use changes::{Changes, Event, Owner, Stream, StreamId};
pub use content::{Class, Content, Field, Fields, Sensitive};
pub use context::{Actor, Context, Purpose, Role};
pub use id::{Id, Moment};
pub use known::{Answer, Known};
