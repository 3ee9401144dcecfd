//! What the law of the country keeps no longer leaves the node by itself.
#[path = "promises/act.rs"]
#[allow(dead_code, reason = "a few acts are enough here")]
mod act;
#[path = "promises/world.rs"]
#[allow(dead_code, reason = "a few acts are enough here")]
mod world;

use tiltas_app::{Error, journal, task};
use tiltas_domain::{
    Role,
    content::{Message, Sensitive},
    example::Who,
    task::{Work, Write},
};
use world::World;

fn words(text: &str) -> Message {
    Message::wrap(text.to_owned())
}

#[test]
fn a_task_about_no_case_is_forgotten_once_its_time_is_over() {
    let world = World::new(None);
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    let command = Write {
        work: Work::Written(words("Order forms in Ukrainian").into()),
        organisation: None,
        function: None,
        due: None,
    };
    let [over, open] = [(), ()].map(|()| {
        task::write(&world.app, &world.context(officer), None, &command)
            .unwrap()
            .0
    });
    task::finish(
        &world.app,
        &world.context(officer),
        over,
        Some(&words("They come on Monday")),
    )
    .unwrap();
    let profile = world.app.profile();
    let kept = profile.after(profile.task_without_case.length.unwrap(), world.now());
    let seed = |name: &str| {
        let mut seed = [0xF0; 32];
        seed.iter_mut()
            .zip(name.bytes().rev())
            .for_each(|(byte, sign)| *byte = sign);
        seed
    };
    assert_eq!(
        task::forget_all_over(&world.app, kept, seed).unwrap(),
        0,
        "it is kept still"
    );
    task::show(&world.app, &world.context(officer), over).unwrap();

    world.pass(kept.minutes_since(world.now()) + 1);
    assert_eq!(task::forget_all_over(&world.app, world.now(), seed).unwrap(), 1);
    assert_eq!(task::forget_all_over(&world.app, world.now(), seed).unwrap(), 0);
    let shown = task::show(&world.app, &world.context(officer), over);
    assert!(matches!(shown, Err(Error::NotFound)));
    let again = task::finish(&world.app, &world.context(officer), over, None);
    assert!(matches!(again, Err(Error::NotFound)));
    task::show(&world.app, &world.context(officer), open).unwrap();
    let told = journal::last(&world.app, 20).unwrap();
    assert_eq!(told.iter().filter(|line| line.what == "task-forgotten").count(), 1);
    assert!(journal::check(&world.app).unwrap().is_whole());
    assert_eq!(world.app.store().rebuild().unwrap(), []);
}
