//! The first word about a person.
pub mod form;
