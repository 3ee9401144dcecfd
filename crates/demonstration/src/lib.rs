//! An invented country, its people and one night, made by the same use cases as real work. Nobody here exists, no number
//! rings. Everything follows from one seed, so that the same seed tells the same story.
pub mod chisinau;
pub mod countries;
pub mod country;
pub mod door;
pub mod doors;
pub mod night;
pub mod one_night;
pub mod partnership;
pub mod people;
pub mod plan;
pub mod policy;
pub mod practice;
pub mod report;
pub mod screen;
mod seed;
pub mod sign_in;
pub mod story;
pub mod training;

pub use seed::Seed;
