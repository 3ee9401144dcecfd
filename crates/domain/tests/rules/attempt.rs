//! What was tried is noted once, at its own hour.
use tiltas_domain::{
    Recorded, Role, Stream,
    attempt::{self, About, Attempt, Note, Outcome, Refusal},
    content::{Message, Sensitive},
    example::{self, NIGHT, Who},
};

#[test]
fn a_call_is_noted_after_it_was_made_and_not_before_what_it_is_about_began() {
    let now = NIGHT.plus_hours(3);
    let context = example::context(Who::Team.actor(Role::ContactPoint), now, 4);
    let note = |at| Note {
        whom: "Night coordinator".to_owned(),
        at,
        outcome: Outcome::NoAnswer,
        words: Some(Message::wrap("Nobody there".to_owned())),
    };
    let about = About::Task(example::id(9));
    let tried = |at| attempt::note(example::id(1), about, Who::CasaLiman.id(), NIGHT, &note(at), &context);
    for (at, right) in [
        (NIGHT.plus_minutes(-1), false),
        (NIGHT, true),
        (now, true),
        (now.plus_minutes(1), false),
    ] {
        let refused = tried(at).err();
        assert_eq!(refused.is_none(), right, "{at:?}");
        assert!(refused.is_none_or(|refusal| refusal == Refusal::OtherTime));
    }
    let changes = tried(now).unwrap();
    let event = Attempt::of(&changes.list()[0].event).unwrap().clone();
    let kept = Attempt::evolve(None, &event).unwrap();
    assert_eq!((kept.about, kept.to), (about, Who::CasaLiman.id()));
    assert!(Attempt::evolve(Some(kept), &event).is_none(), "it is written once");
    let summary = Attempt::summary(&event).unwrap();
    assert_eq!(
        (summary.how[0], summary.function),
        (Some(("attempt", "no_answer")), "Night coordinator")
    );
}
