//! Invented people over the last year, in the proportions of public figures (`people/exploitation.rs`). Everything that happens to
//! them is a use case of real work, in the order of time, with the clock running between.
mod answer;
mod draw;
mod exploitation;
mod name;
mod note;
mod phrase;
mod send;
mod timeline;

use super::{Seed, report::Script};
pub use draw::Fate;
use draw::Person;
use phrase::Phrases;
use std::{cmp::Reverse, collections::BinaryHeap};
use tiltas_app::{App, Error, clock};
use tiltas_domain::{Id, Moment, case::Case};
use timeline::Act;

/// The year as it is played: the country, its seed, and the words that were used so far.
struct Year<'y> {
    app: &'y App,
    seed: &'y Seed,
    phrases: Phrases,
    now: Moment,
}

/// The files of a country with `count` of them, oldest first.
pub fn cases(seed: &Seed, count: u32, now: Moment) -> Vec<Id<Case>> {
    let people = (0..count).map(|nth| Person::draw(seed, nth, count, now));
    people.map(|person| person.case).collect()
}

/// Lets `count` files begin and go on until `now`.
///
/// # Errors
/// When storage is away.
pub fn populate(app: &App, seed: &Seed, count: u32, now: Moment) -> Result<(), Error> {
    let mut people: Vec<Person> = (0..count).map(|nth| Person::draw(seed, nth, count, now)).collect();
    app.store().make_keys(&cases(seed, count, now))?;
    let mut year = Year {
        app,
        seed,
        phrases: Phrases::default(),
        now,
    };
    let mut agenda: BinaryHeap<Reverse<(Moment, u32, Act)>> = (0..)
        .zip(&people)
        .map(|(nth, person)| Reverse((person.found, nth, Act::Signal)))
        .collect();
    let Some(Reverse((mut time, ..))) = agenda.peek().copied() else {
        return Ok(());
    };
    let founded = app.store().snapshot()?.founded()?.unwrap_or(time);
    let mut reports = Script::new(app, seed, founded, now);
    while let Some(Reverse((at, nth, act))) = agenda.pop() {
        if at > now {
            continue;
        }
        time = reports.pass(time, at)?;
        clock::pass(app, time, at, |step| seed.bytes(step))?;
        time = at;
        let Some(person) = people.get_mut(nth as usize) else {
            continue;
        };
        let follow = match timeline::play(&mut year, person, at, act) {
            Ok(follow) => follow,
            // A rule said no, as it may: what would have followed does not happen.
            Err(Error::Refused(refused)) => {
                tracing::debug!(target: "tiltas::demonstration", rule = refused.code(), ?act, "refused");
                Vec::new()
            }
            Err(Error::Denied(_) | Error::NotFound) => Vec::new(),
            Err(error) => return Err(error),
        };
        agenda.extend(follow.into_iter().map(|(at, act)| Reverse((at, nth, act))));
    }
    time = reports.pass(time, now)?;
    clock::pass(app, time, now, |step| seed.bytes(step))
}
