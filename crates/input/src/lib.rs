//! What does the sender mean? What was sent, by a page's form or by a program, becomes a command.
//!
//! Each command has one struct of what is sent, with the same names at both doors: a form's fields and a JSON object are both
//! read into it, and [`Input::command`] checks it. There is one set of limits, and an error is a field, a code and facts; its
//! words are those of the page or of the API. Rules are not checked here: the decision does.
//! Pure: the time is an argument.
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
pub mod attempt;
pub mod audit;
pub mod case;
pub mod certificate;
pub mod consent;
pub mod day;
pub mod detail;
pub mod error;
pub mod expert_institution;
mod fields;
mod form;
pub mod function;
pub mod import;
pub mod language;
pub mod meeting;
pub mod national_report;
pub mod need;
pub mod note;
pub mod organisation;
pub mod partnership;
pub mod place;
pub mod plan;
pub mod practice;
pub mod programme;
pub mod provider;
mod reader;
pub mod recommendation;
pub mod referral;
pub mod report;
pub mod risk;
pub mod schema;
pub mod screening;
pub mod search;
pub mod signal;
pub mod task;
pub mod text;
pub mod training;
pub mod visit;

pub use error::{Errors, Wrong};
pub use fields::{DRAWN, Fields, KEY, SHELL, TOKEN, WRITTEN};
use jiff::tz::TimeZone;
pub use reader::Reader;
use serde::de::DeserializeOwned;
use tiltas_domain::{Moment, profile::Profile};

/// When and where something was sent.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The one reading of the clock of this request.
    pub now: Moment,
    /// The zone in which a day or an hour is meant.
    pub zone: &'a TimeZone,
    /// The country's profile.
    pub profile: &'a Profile,
}

/// What was sent, to become a command.
pub trait Input: DeserializeOwned {
    /// What it becomes.
    type Command;

    /// The command.
    ///
    /// # Errors
    /// The fields that need another look, all of them.
    fn command(&self, at: &At<'_>) -> Result<Self::Command, Errors>;
}

/// What a form brought.
///
/// # Errors
/// When a field can't be read at all.
pub fn of_form<T: DeserializeOwned>(fields: &Fields) -> Result<T, Errors> {
    form::read(fields)
}

/// What a program asks in an address.
///
/// # Errors
/// When a field can't be read at all, or is not known.
pub fn of_query<T: DeserializeOwned>(fields: &Fields) -> Result<T, Errors> {
    form::read_only(fields)
}

/// What a program sent.
///
/// # Errors
/// [`Malformed::Syntax`] where it is no JSON, [`Malformed::Field`] where a field is of another kind or not known.
pub fn of_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Malformed> {
    error::of_json(bytes)
}

/// Why a body can't be read.
#[derive(Clone, Debug)]
pub enum Malformed {
    /// No JSON: line and column, both from 1.
    Syntax(usize, usize),
    /// A field is of another kind than it has to be.
    Field(Errors),
}
