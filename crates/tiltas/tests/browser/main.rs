//! The journeys a person makes, in a real browser against the real binary with its invented country: the night from the
//! roadside to the shelter's yes, One night, every page that is reached from a first page, and what happens after a wrong
//! answer. Pictures of all that is seen lie in `target/shots`.
mod everywhere;
mod hands;
mod house;
mod journey;
mod night;
mod one_night;
mod sound;
mod tab;
mod wrong;
