//! Pages and the interface for programs, in process: each promise to a person as she or he meets it.
mod account;
mod api;
mod case;
mod common;
mod consent;
mod contract;
mod coverage;
mod input;
mod programs;
mod pronouns;
mod referral;
mod routes;
mod screening;
mod task;
mod today;
mod tonight;
mod words;
