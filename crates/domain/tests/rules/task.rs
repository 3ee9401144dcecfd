//! What is to be done has an owner and an end, and does not stay undone unseen.
use crate::world::{Act, Night};
use tiltas_domain::{
    Context, Id, Recorded, Role, Stream,
    case::{self, Urgency},
    content::{Message, Sensitive},
    example::{self, NIGHT, Who},
    referral::Step,
    signal,
    task::{self, Assignee, Event, Kind, Refusal, State, Task, Work, Write},
};

fn words(text: &str) -> Message {
    Message::wrap(text.to_owned())
}

fn officer(now: tiltas_domain::Moment) -> Context {
    example::context(Who::BorderPost.actor(Role::FirstResponder), now, 9)
}

fn written(assignee: Assignee) -> (Id<Task>, Task) {
    let command = Write {
        work: Work::Written(words("Ring the interpreter").into()),
        organisation: Some(assignee.organisation),
        role: assignee.role,
        due: Some(NIGHT.plus_hours(2)),
    };
    let changes = task::write(
        Some(example::id(1)),
        &command,
        true,
        &example::moldova(),
        &officer(NIGHT),
    )
    .unwrap();
    (Id::from_stored(changes.list()[0].stream.id), folded(None, &changes))
}

fn folded(task: Option<Task>, changes: &tiltas_domain::Changes) -> Task {
    changes
        .list()
        .iter()
        .fold(task, |task, change| {
            Task::evolve(task, Event::of(&change.event).unwrap())
        })
        .unwrap()
}

#[test]
fn a_word_about_a_person_makes_help_due_as_soon_as_it_is_urgent() {
    for (urgency, minutes) in [
        (Urgency::DangerNow, Some(15)),
        (Urgency::Tonight, Some(60)),
        (Urgency::Ordinary, Some(72 * 60)),
    ] {
        let record = signal::Record {
            urgency,
            ..example::signal()
        };
        let (name, number) = ("Galium 246".to_owned(), "MD 000-000-0".to_owned());
        let changes = signal::record(&record, name, number, &example::moldova(), &officer(NIGHT)).unwrap();
        let due = changes.list().iter().find_map(|change| match &change.event {
            tiltas_domain::Event::Task(Event::Opened(opened)) => Some((opened.work.kind(), opened.clock.due)),
            _ => None,
        });
        let expected = minutes.map(|minutes| (Kind::Refer, Some(NIGHT.plus_minutes(minutes))));
        assert_eq!(due, expected, "{urgency:?}");
    }
}

#[test]
fn what_becomes_urgent_later_is_due_too_and_only_once() {
    let night = Night::begin(example::woman());
    let case = night.case();
    let opened = |awaited| {
        let changed = case::change_urgency(
            night.world.id,
            case,
            Urgency::DangerNow,
            awaited,
            &night.profile,
            &officer(NIGHT),
        );
        changed.list().len()
    };
    assert_eq!((opened(false), opened(true)), (2, 1));
    let same = case::change_urgency(
        night.world.id,
        case,
        case.urgency,
        false,
        &night.profile,
        &officer(NIGHT),
    );
    assert!(same.is_empty());
}

#[test]
fn a_late_task_reaches_supervisor_contact_point_and_national_unit_in_this_order() {
    let (id, mut task) = written(Who::BorderPost.id().into());
    let mut told = Vec::new();
    while let Some((step, at)) = task.next_escalation() {
        let early = officer(at.plus_minutes(-1));
        assert_eq!(
            task::escalate(id, &task, step, Who::Team.id(), &early).unwrap_err(),
            Refusal::NotDue
        );
        let skipped = Step::ALL.iter().copied().find(|other| *other > step);
        if let Some(later) = skipped {
            assert!(task::escalate(id, &task, later, Who::Team.id(), &officer(at)).is_err());
        }
        let changes = task::escalate(id, &task, step, Who::Team.id(), &officer(at)).unwrap();
        task = folded(Some(task), &changes);
        told.push((step, at.minutes_since(NIGHT.plus_hours(2))));
    }
    assert_eq!(
        told,
        [
            (Step::Supervisor, 24 * 60),
            (Step::ContactPoint, 72 * 60),
            (Step::NationalUnit, told[2].1),
        ]
    );
    let (id, task) = written(Who::BorderPost.id().into());
    let task = folded(
        Some(task.clone()),
        &task::finish(id, &task, None, &officer(NIGHT)).unwrap(),
    );
    assert_eq!(task.next_escalation(), None, "what is done is told to nobody");
}

#[test]
fn only_whoever_is_asked_ends_a_task_and_it_ends_once() {
    let (id, task) = written(Assignee {
        organisation: Who::BorderPost.id(),
        role: Some(Role::FirstResponder),
    });
    let other = example::context(Who::PodulAlb.actor(Role::CaseManager), NIGHT, 3);
    assert_eq!(task::finish(id, &task, None, &other).unwrap_err(), Refusal::NotAssigned);
    let refused = task::cancel(id, &task, words("Not needed"), false, &other);
    assert_eq!(refused.unwrap_err(), Refusal::NotAssigned);
    let supervisor = example::context(Who::BorderPost.actor(Role::Supervisor), NIGHT, 3);
    for ended in [
        task::finish(id, &task, Some(words("She comes at nine")), &supervisor).unwrap(),
        task::cancel(id, &task, words("Not needed"), true, &officer(NIGHT)).unwrap(),
    ] {
        let over = folded(Some(task.clone()), &ended);
        assert!(over.state != State::Open && over.note.is_some());
        assert_eq!(
            task::finish(id, &over, None, &officer(NIGHT)).unwrap_err(),
            Refusal::Over
        );
    }
}

#[test]
fn a_duty_that_a_rule_still_asks_for_is_done_and_not_cancelled() {
    let night = Night::begin(example::unsure_of_age());
    let (id, notice) = &night.world.tasks[0];
    let cancel = |still| task::cancel(*id, notice, words("She is grown up"), still, &officer(NIGHT));
    assert_eq!(cancel(true).unwrap_err(), Refusal::StillOwed);
    assert!(
        cancel(false).is_ok(),
        "the age was checked: the rule asks for it no more"
    );
    assert_eq!(
        task::finish(*id, notice, None, &officer(NIGHT)).unwrap_err(),
        Refusal::WhomTold
    );
}

#[test]
fn a_task_about_a_case_tells_nobody_outside_of_it() {
    let command = Write {
        work: Work::Screen,
        organisation: Some(Who::CasaLiman.id()),
        role: None,
        due: None,
    };
    let (profile, context) = (example::moldova(), officer(NIGHT));
    let write =
        |command: &Write, takes_part| task::write(Some(example::id(1)), command, takes_part, &profile, &context);
    assert_eq!(write(&command, false).unwrap_err(), Refusal::TakesNoPart);
    let past = Write {
        due: Some(NIGHT.plus_minutes(-1)),
        ..command.clone()
    };
    assert_eq!(write(&past, true).unwrap_err(), Refusal::DuePast);
    let task = folded(None, &write(&command, true).unwrap());
    assert_eq!(task.opened.clock.due, None);
    assert!(
        task.next_escalation().is_some(),
        "also without a day it does not stay unseen"
    );
}

#[test]
fn the_childs_notice_lets_the_authority_take_part() {
    let mut night = Night::begin(example::unsure_of_age());
    night.act(&Act::TellChildProtection(0)).unwrap();
    assert!(night.case().takes_part(Who::ChildProtection.id()));
    assert_eq!(night.tasks(Kind::TellChildProtection)[0].state, State::Done);
}

#[test]
fn a_file_without_any_referral_is_told_to_others_and_sooner_where_it_is_urgent() {
    let first = |urgency| {
        let record = signal::Record {
            urgency,
            ..example::signal()
        };
        let (name, number) = ("Galium 246".to_owned(), "MD 000-000-0".to_owned());
        let changes = signal::record(&record, name, number, &example::moldova(), &officer(NIGHT)).unwrap();
        let opened = changes.list().iter().find_map(|change| match &change.event {
            tiltas_domain::Event::Task(Event::Opened(opened)) => Some(opened.clone()),
            _ => None,
        });
        let opened = opened.unwrap();
        opened
            .escalates
            .first()
            .unwrap()
            .minutes_since(opened.clock.due.unwrap())
    };
    assert_eq!((first(Urgency::Tonight), first(Urgency::Ordinary)), (15, 24 * 60));
}

#[test]
fn whoever_refused_has_no_say_in_the_search_that_goes_on() {
    let profile = example::moldova();
    let refused = example::context(Who::CasaLiman.actor(Role::Provider), NIGHT, 4);
    let lead = Who::BorderPost.id();
    let again = |urgency| case::help_needed_again(example::id(1), urgency, lead, &profile, &refused);
    let task = folded(None, &again(Urgency::Tonight));
    assert_eq!(
        (
            task.opened.work.kind(),
            task.opened.assignee.organisation,
            task.opened.by
        ),
        (Kind::Refer, lead, lead)
    );
    assert!(
        again(Urgency::Ordinary).is_empty(),
        "the lead of a calm case has its clock already"
    );
}

#[test]
fn a_new_draft_is_due_once_and_may_be_dropped_with_a_reason() {
    let draft = |of| tiltas_domain::referral::send::Draft {
        case: example::id(1),
        draft: of,
        to: None,
        urgency: Urgency::Ordinary,
        services: vec![tiltas_domain::provider::Service::LegalAid],
        words: None,
    };
    let profile = example::moldova();
    let write = |of| tiltas_domain::referral::send::draft(&draft(of), &profile, &officer(NIGHT));
    let first = write(None);
    let opened = &first.list()[1];
    let task = Task::evolve(None, Event::of(&opened.event).unwrap()).unwrap();
    let referral = Id::from_stored(first.list()[0].stream.id);
    assert_eq!(task.opened.work, Work::SendDraft(referral));
    assert_eq!(task.opened.clock.due, Some(NIGHT.plus_hours(24)));
    assert_eq!(
        write(Some(referral)).list().len(),
        1,
        "written again it is due as before"
    );
    let id = Id::from_stored(opened.stream.id);
    assert!(task::cancel(id, &task, words("She has a lawyer"), true, &officer(NIGHT)).is_ok());
}

#[test]
fn a_task_about_no_case_is_written_in_words_and_reaches_the_supervisor_alone() {
    let (profile, context) = (example::moldova(), officer(NIGHT));
    let command = |work| Write {
        work,
        organisation: Some(Who::PodulAlb.id()),
        role: None,
        due: Some(NIGHT.plus_hours(2)),
    };
    let written = Work::Written(words("Order forms in Ukrainian").into());
    let changes = task::write(None, &command(written), true, &profile, &context).unwrap();
    let mut task = folded(None, &changes);
    assert_eq!((task.opened.case, task.opened.escalates.len()), (None, 1));
    let (step, due) = task.next_escalation().unwrap();
    assert_eq!(step, Step::Supervisor);
    let id = Id::from_stored(changes.list()[0].stream.id);
    let told = task::escalate(id, &task, step, Who::PodulAlb.id(), &officer(due)).unwrap();
    task = folded(Some(task), &told);
    assert_eq!(task.next_escalation(), None, "nobody beyond learns of it");
    for work in [Work::Refer, Work::Screen] {
        let refused = task::write(None, &command(work), true, &profile, &context);
        assert_eq!(refused.unwrap_err(), Refusal::NeedsCase);
    }
}
