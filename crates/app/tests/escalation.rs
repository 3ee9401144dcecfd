//! Escalation goes on, whatever is wrong with one referral.
#[path = "promises/act.rs"]
#[allow(dead_code, reason = "a few acts are enough here")]
mod act;
#[path = "promises/world.rs"]
#[allow(dead_code, reason = "a few acts are enough here")]
mod world;

use tiltas_app::{
    clock::{Done, Timekeeper},
    consent, referral, signal,
};
use tiltas_domain::{
    Answer, Field, Fields, Role,
    consent::Recipient,
    example::{self, Who},
    provider::Service,
    referral::Step,
};
use world::{World, say};

fn seed(name: &str) -> [u8; 32] {
    let mut seed = [0xC1; 32];
    for (nth, byte) in name.bytes().enumerate() {
        seed[nth % 32] ^= byte.rotate_left(nth as u32 / 32);
    }
    seed
}

/// Three files, each with a referral that nobody answers.
fn three_referrals() -> World {
    let mut world = World::new(None);
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    let fields = Fields::of(&[Field::SpokenName, Field::Person]);
    for _ in 0..3 {
        let (case, _) = signal::record(&world.app, &world.context(officer), &example::signal()).unwrap();
        let yes = say(Recipient::Service(Service::Shelter), Answer::Yes, fields);
        consent::record(&world.app, &world.context(officer), case, &[yes]).unwrap();
        let command = example::send(case, world.houses()[0], fields);
        let (referral, _) = referral::send(&world.app, &world.context(officer), &command).unwrap();
        world.referrals.push(referral);
    }
    world
}

#[test]
fn one_referral_that_can_not_be_read_keeps_no_other_waiting() {
    let mut world = three_referrals();
    let broken = world.referrals[0];
    world.turn_a_bit(broken);
    let mut timekeeper = Timekeeper::default();
    let mut reached = 0;
    // Two hours in steps of a minute: long enough for each step of escalation of a referral of tonight.
    for _ in 0..120 {
        world.later(1);
        let done = timekeeper
            .tick(&world.app, world.now(), 100, seed)
            .expect("the others are dealt with");
        assert!(
            !done
                .iter()
                .any(|done| matches!(done, Done::Escalated(id, _) | Done::Expired(id) if *id == broken))
        );
        reached += done.len();
    }
    assert_eq!(timekeeper.failing(), 1, "the broken one is known");
    assert!(
        reached >= 2 * 2,
        "each of the others went at least two steps: {reached}"
    );
    world.turn_a_bit(broken);
    world.later(60);
    let done = timekeeper.tick(&world.app, world.now(), 100, seed).unwrap();
    assert!(
        done.contains(&Done::Escalated(broken, Step::Sender)),
        "it goes on once it can be read: {done:?}"
    );
    assert_eq!(timekeeper.failing(), 0);
}

#[test]
fn a_step_that_panics_keeps_no_other_waiting() {
    let world = three_referrals();
    let broken = world.referrals[1];
    world.later(120);
    let mut timekeeper = Timekeeper::default();
    let done = timekeeper.tick(&world.app, world.now(), 100, |name| {
        assert!(!name.contains(&broken.to_string()), "a defect in one step");
        seed(name)
    });
    let done = done.expect("the others are dealt with");
    for id in [world.referrals[0], world.referrals[2]] {
        assert!(done.contains(&Done::Escalated(id, Step::Sender)), "{done:?}");
    }
    assert_eq!(timekeeper.failing(), 1);
}

#[test]
fn a_step_that_comes_again_after_a_sign_of_life_is_done_again() {
    let world = three_referrals();
    let referral = world.referrals[0];
    let house = world.actor(Who::CasaLiman, Role::Provider);
    let mut timekeeper = Timekeeper::default();
    let mut steps = Vec::new();
    let mut answered = false;
    for _ in 0..24 * 60 {
        world.later(1);
        let done = timekeeper.tick(&world.app, world.now(), 100, seed).unwrap();
        assert_eq!(timekeeper.failing(), 0, "nothing that is due is left undone: {steps:?}");
        steps.extend(
            done.into_iter()
                .filter(|done| matches!(done, Done::Escalated(id, _) if *id == referral)),
        );
        if !answered && !steps.is_empty() {
            referral::acknowledge(&world.app, &world.context(house), referral).unwrap();
            answered = true;
        }
    }
    let to_sender = steps
        .iter()
        .filter(|done| matches!(done, Done::Escalated(_, Step::Sender)));
    assert_eq!(
        to_sender.count(),
        2,
        "once for the first word, once for the answer: {steps:?}"
    );
}
