//! What a person needs is met, or shows as unmet; nothing that ended is ended again.
use tiltas_domain::{
    Id, Recorded, Role, Stream,
    content::{Message, Sensitive},
    example::{self, NIGHT, Who},
    need::{self, End, Event, Kind, Needs, Pressing, Record, Refusal, Unmet},
};

fn recorded() -> Needs {
    let context = example::context(Who::BorderPost.actor(Role::FirstResponder), NIGHT, 9);
    let command = Record {
        kind: Kind::MentalHealth,
        pressing: Pressing::Needed,
        words: Some(Message::wrap("Does not sleep".to_owned())),
    };
    folded(None, &need::record(example::id(1), &command, &context))
}

fn folded(needs: Option<Needs>, changes: &tiltas_domain::Changes) -> Needs {
    let events = changes.list().iter().map(|change| Event::of(&change.event).unwrap());
    events.fold(needs, Needs::evolve).unwrap()
}

#[test]
fn a_need_that_nobody_could_meet_is_met_later_and_ends_once() {
    let mut needs = recorded();
    let which = needs.0[0].id;
    let end = |needs: &Needs, end| need::end(example::id(1), needs, which, end, true);
    needs = folded(
        Some(needs.clone()),
        &end(&needs, End::Unmet(Unmet::NoProvider)).unwrap(),
    );
    assert!(needs.0[0].may_end(), "what is not met today may be met later");
    needs = folded(Some(needs.clone()), &end(&needs, End::Met(Who::PodulAlb.id())).unwrap());
    for again in [
        End::Withdrawn,
        End::Unmet(Unmet::Refused),
        End::Met(Who::CasaLiman.id()),
    ] {
        assert_eq!(end(&needs, again).unwrap_err(), Refusal::Over, "{again:?}");
        let event = Event::Ended {
            need: which,
            end: again,
        };
        assert_eq!(Needs::evolve(Some(needs.clone()), &event), None, "nor can it be folded");
    }
}

#[test]
fn what_is_not_in_the_file_and_who_is_not_there_end_no_need() {
    let needs = recorded();
    let unknown = need::end(example::id(1), &needs, Id::from_stored([7; 16]), End::Withdrawn, true);
    assert_eq!(unknown.unwrap_err(), Refusal::NotThere);
    let nobody = need::end(example::id(1), &needs, needs.0[0].id, End::Met(example::id(99)), false);
    assert_eq!(nobody.unwrap_err(), Refusal::NoOrganisation);
}

#[test]
fn a_need_tells_what_how_pressing_and_by_whom_it_was_met() {
    let needs = recorded();
    let met = need::end(
        example::id(1),
        &needs,
        needs.0[0].id,
        End::Met(Who::PodulAlb.id()),
        true,
    )
    .unwrap();
    let summary = met.list()[0].event.summary().unwrap();
    assert_eq!(
        (summary.what, summary.organisation),
        ("need_ended", Some(Who::PodulAlb.id()))
    );
}
