//! Chisinau 2018: a programme in twelve steps, and in it one sentence of a trainer, from the training to its result. Each press runs the
//! same use cases as real work, in a story of the visitor's own. Dates and countries are real; words and decisions are an example.
mod desk;
mod done;
mod hands;
mod living;
mod made;
mod meeting;
mod page;
mod plan;
mod recommendation;
mod report;
mod scene;
mod script;

pub use made::{Made, Reader};
pub use page::routes;
pub use scene::{Move, Scene, Way};
pub use script::{Chisinau, Seen, start};
