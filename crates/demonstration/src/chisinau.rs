//! Chisinau 2018: one sentence of a trainer, from the training to its result. Each press runs the same use cases as real work, in a
//! story of the visitor's own. Dates and countries are real; words and decisions are an example.
mod desk;
mod page;
mod script;

pub use page::routes;
pub use script::{Chisinau, Move, Scene, Seen, Way, start};
