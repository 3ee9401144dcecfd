//! What no sequence of steps may do, step by step and at random; and what stands in the journal.
mod act;
mod attempt;
mod consent;
mod encoding;
mod function;
mod lead;
mod machine;
mod need;
mod partnership;
mod person;
mod programme;
mod recommendation;
mod referral;
mod refusal;
mod task;
mod truth;
mod world;
