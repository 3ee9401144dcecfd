//! What is to be done has an owner and an end, and does not stay undone unseen.
use crate::world::{Act, Night, member};
use tiltas_domain::{
    Context, Id, Moment, Owner, Recorded, Role, Stream,
    case::{self, Urgency},
    content::{Message, Sensitive},
    example::{self, NIGHT, Who},
    organisation::{self, Organisation},
    signal,
    task::{self, Assignee, Event, Kind, Refusal, State, Step, Task, Work, Write},
};

fn words(text: &str) -> Message {
    Message::wrap(text.to_owned())
}

fn officer(now: Moment) -> Context {
    example::context(Who::BorderPost.actor(Role::FirstResponder), now, 9)
}

fn written(assignee: Assignee) -> (Id<Task>, Task) {
    let command = Write {
        work: Work::Written(words("Ring the interpreter").into()),
        organisation: Some(assignee.organisation),
        function: assignee.function,
        due: Some(NIGHT.plus_hours(2)),
    };
    let changes = task::write(
        Some(example::id(1)),
        &command,
        Some(&member(Who::BorderPost)),
        &example::moldova(),
        &officer(NIGHT),
    )
    .unwrap();
    (Id::from_stored(changes.list()[0].stream.id), folded(None, &changes))
}

/// The duty officer of the border post, under its shift leader.
fn duty_officer() -> Assignee {
    in_role(&member(Who::BorderPost), Role::FirstResponder)
}

fn in_role(organisation: &Organisation, role: Role) -> Assignee {
    let function = organisation.functions.iter().find(|function| function.role == role);
    Assignee {
        organisation: Who::BorderPost.id(),
        function: Some(function.unwrap().id),
    }
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
            task::escalate(id, &task, (step, Who::Team.id().into()), &[], &early).unwrap_err(),
            Refusal::NotDue
        );
        let skipped = Step::ALL.iter().copied().find(|other| *other > step);
        if let Some(later) = skipped {
            assert!(task::escalate(id, &task, (later, Who::Team.id().into()), &[], &officer(at)).is_err());
        }
        let changes = task::escalate(id, &task, (step, Who::Team.id().into()), &[], &officer(at)).unwrap();
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
        &task::finish(id, &task, None, &example::moldova(), &officer(NIGHT)).unwrap(),
    );
    assert_eq!(task.next_escalation(), None, "what is done is told to nobody");
}

#[test]
fn only_whoever_is_asked_ends_a_task_and_it_ends_once() {
    let (id, task) = written(duty_officer());
    let other = example::context(Who::PodulAlb.actor(Role::CaseManager), NIGHT, 3);
    assert_eq!(
        task::finish(id, &task, None, &example::moldova(), &other).unwrap_err(),
        Refusal::NotAssigned
    );
    let refused = task::cancel(id, &task, words("Not needed"), false, &example::moldova(), &other);
    assert_eq!(refused.unwrap_err(), Refusal::NotAssigned);
    let supervisor = example::context(Who::BorderPost.actor(Role::Supervisor), NIGHT, 3);
    for ended in [
        task::finish(
            id,
            &task,
            Some(words("She comes at nine")),
            &example::moldova(),
            &supervisor,
        )
        .unwrap(),
        task::cancel(
            id,
            &task,
            words("Not needed"),
            true,
            &example::moldova(),
            &officer(NIGHT),
        )
        .unwrap(),
    ] {
        let over = folded(Some(task.clone()), &ended);
        assert!(over.state != State::Open && over.note.is_some());
        assert_eq!(
            task::finish(id, &over, None, &example::moldova(), &officer(NIGHT)).unwrap_err(),
            Refusal::Over
        );
    }
}

#[test]
fn a_duty_that_a_rule_still_asks_for_is_done_and_not_cancelled() {
    let night = Night::begin(example::unsure_of_age());
    let (id, notice) = &night.world.tasks[0];
    let cancel = |still| {
        task::cancel(
            *id,
            notice,
            words("She is grown up"),
            still,
            &example::moldova(),
            &officer(NIGHT),
        )
    };
    assert_eq!(cancel(true).unwrap_err(), Refusal::StillOwed);
    assert!(
        cancel(false).is_ok(),
        "the age was checked: the rule asks for it no more"
    );
    assert_eq!(
        task::finish(*id, notice, None, &example::moldova(), &officer(NIGHT)).unwrap_err(),
        Refusal::WhomTold
    );
}

#[test]
fn a_task_about_a_case_tells_nobody_outside_of_it() {
    let command = Write {
        work: Work::Screen,
        organisation: Some(Who::CasaLiman.id()),
        function: None,
        due: None,
    };
    let (profile, context) = (example::moldova(), officer(NIGHT));
    let house = member(Who::CasaLiman);
    let write = |command: &Write, takes_part: bool| {
        let to = takes_part.then_some(&house);
        task::write(Some(example::id(1)), command, to, &profile, &context)
    };
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
            .1
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
    assert!(
        task::cancel(
            id,
            &task,
            words("She has a lawyer"),
            true,
            &example::moldova(),
            &officer(NIGHT)
        )
        .is_ok()
    );
}

#[test]
fn a_task_about_no_case_is_written_in_words_and_reaches_the_supervisor_alone() {
    let (profile, context) = (example::moldova(), officer(NIGHT));
    let command = |work| Write {
        work,
        organisation: Some(Who::PodulAlb.id()),
        function: None,
        due: Some(NIGHT.plus_hours(2)),
    };
    let written = Work::Written(words("Order forms in Ukrainian").into());
    let to = member(Who::PodulAlb);
    let changes = task::write(None, &command(written), Some(&to), &profile, &context).unwrap();
    let mut task = folded(None, &changes);
    assert_eq!((task.opened.case, task.opened.escalates.len()), (None, 1));
    let (step, due) = task.next_escalation().unwrap();
    assert_eq!(step, Step::Supervisor);
    let id = Id::from_stored(changes.list()[0].stream.id);
    let told = task::escalate(id, &task, (step, Who::PodulAlb.id().into()), &[], &officer(due)).unwrap();
    task = folded(Some(task), &told);
    assert_eq!(task.next_escalation(), None, "nobody beyond learns of it");
    for work in [Work::Refer, Work::Screen] {
        let refused = task::write(None, &command(work), Some(&to), &profile, &context);
        assert_eq!(refused.unwrap_err(), Refusal::NeedsCase);
    }
}

#[test]
fn a_task_about_no_case_is_kept_for_the_time_of_the_profile_once_it_is_over_and_no_longer() {
    let (profile, context) = (example::moldova(), officer(NIGHT));
    let command = Write {
        work: Work::Written(words("Order forms in Ukrainian").into()),
        organisation: None,
        function: None,
        due: None,
    };
    let changes = task::write(None, &command, Some(&member(Who::BorderPost)), &profile, &context).unwrap();
    let (id, open) = (Id::from_stored(changes.list()[0].stream.id), folded(None, &changes));
    let kept = profile.after(profile.task_without_case.length.unwrap(), NIGHT);
    let forgotten = |task: &Task, at: Moment| task::forget(id, task, &officer(at));
    assert!(
        forgotten(&open, kept.plus_minutes(1)).is_none(),
        "it is to be done still"
    );
    for ended in [
        task::finish(id, &open, Some(words("They come on Monday")), &profile, &context).unwrap(),
        task::cancel(id, &open, words("Not needed"), false, &profile, &context).unwrap(),
    ] {
        let over = folded(Some(open.clone()), &ended);
        assert_eq!(over.until, Some(kept));
        assert!(forgotten(&over, kept).is_none(), "its time is not over");
        let gone = forgotten(&over, kept.plus_minutes(1)).unwrap();
        let owner = gone.list()[0].event.forgotten(id.into());
        assert_eq!(
            owner,
            Some(Owner::Thing(id.into())),
            "the key of the task, and no other"
        );
        assert!(Task::evolve(Some(open.clone()), Event::of(&gone.list()[0].event).unwrap()).is_none());
        folded(Some(over), &gone);
    }
}

#[test]
fn a_task_about_a_case_is_kept_as_long_as_the_case() {
    let (id, task) = written(duty_officer());
    let done = task::finish(id, &task, None, &example::moldova(), &officer(NIGHT)).unwrap();
    let over = folded(Some(task), &done);
    assert_eq!(over.until, None);
    assert!(task::forget(id, &over, &officer(NIGHT.plus_minutes(10 * 365 * 24 * 60))).is_none());
    assert!(Task::evolve(Some(over), &Event::Forgotten).is_none());
}

#[test]
fn the_head_of_a_function_is_told_first_and_as_soon_as_it_is_late() {
    let post = member(Who::BorderPost);
    let leader = in_role(&post, Role::Supervisor).function;
    assert_eq!(post.head_of(duty_officer().function.unwrap()), leader);
    let (id, task) = written(duty_officer());
    assert_eq!(task.next_escalation(), Some((Step::Head, NIGHT.plus_hours(2))));
    let to = Assignee {
        organisation: Who::BorderPost.id(),
        function: leader,
    };
    let told = task::escalate(id, &task, (Step::Head, to), &[], &officer(NIGHT.plus_hours(2))).unwrap();
    let after: Vec<Step> = {
        let task = folded(Some(task.clone()), &told);
        let next = task.next_escalation().map(|(step, _)| step);
        assert_eq!(next, Some(Step::Supervisor), "then as any other task");
        task.opened.escalates.iter().map(|(step, _)| *step).collect()
    };
    assert_eq!(after, Step::ALL);
    let (_, of_all) = written(Who::BorderPost.id().into());
    assert_eq!(
        of_all.opened.escalates,
        task.opened.escalates[1..],
        "the others are told when they were"
    );
    let passed = task::pass((id, &task), task.opened.work.clone(), example::id(7), &officer(NIGHT));
    let opened = passed.list().iter().find_map(|change| match &change.event {
        tiltas_domain::Event::Task(Event::Opened(opened)) => Some(opened.clone()),
        _ => None,
    });
    let opened = opened.unwrap();
    assert_eq!(
        (opened.assignee.function, opened.escalates[0].0),
        (None, Step::Supervisor)
    );
    assert_eq!(
        opened.by,
        officer(NIGHT).actor.organisation,
        "who owed it to themselves owe it anew"
    );
    let mut asked = task.clone();
    asked.opened.by = Who::CasaLiman.id();
    let passed = task::pass((id, &asked), asked.opened.work.clone(), example::id(7), &officer(NIGHT));
    let gave = passed.list().iter().find_map(|change| match &change.event {
        tiltas_domain::Event::Task(Event::Opened(opened)) => Some(opened.by),
        _ => None,
    });
    assert_eq!(gave, Some(Who::CasaLiman.id()), "who gave it still gave it");
}

#[test]
fn an_absent_head_is_passed_over_for_the_head_above() {
    let set_up = |nth: u8, head: Option<u8>| {
        organisation::Event::FunctionSetUp(organisation::Function {
            id: example::id(nth),
            role: Role::Supervisor,
            title: format!("Function {nth}"),
            duty_phone: None,
            head: head.map(example::id),
        })
    };
    let joins = |nth: u8| {
        organisation::Event::MemberJoined(organisation::Member {
            account: example::id(nth),
            function: example::id(nth),
            mail: None,
        })
    };
    let events = [
        set_up(0xE1, None),
        set_up(0xE2, Some(0xE1)),
        set_up(0xE3, Some(0xE2)),
        joins(0xE1),
        joins(0xE2),
        joins(0xE3),
    ];
    let post = events.iter().fold(member(Who::BorderPost), |state, event| {
        Organisation::evolve(Some(state), event).unwrap()
    });
    let (top, middle, low) = (example::id(0xE1), example::id(0xE2), example::id(0xE3));
    assert_eq!(post.head_of(low), Some(middle));
    let account = example::id(0xE2);
    let left = Organisation::evolve(Some(post), &organisation::Event::MemberLeft { account }).unwrap();
    assert_eq!(left.head_of(low), Some(top));
    let actor = |function| tiltas_domain::Actor {
        function: Some(function),
        ..officer(NIGHT).actor
    };
    assert!(left.of_colleagues(low, actor(top)).is_some());
    assert!(left.of_colleagues(low, actor(low)).is_none(), "it is their own");
    assert!(
        left.of_colleagues(middle, actor(top)).is_none(),
        "nobody is in it: it waits for all"
    );
}

#[test]
fn a_function_whose_people_left_or_are_suspended_is_empty() {
    let officer = duty_officer().function.unwrap();
    let post = member(Who::BorderPost);
    let account = |of| {
        post.members
            .iter()
            .find(|member| member.function == of)
            .unwrap()
            .account
    };
    let left = |state: Organisation, account| {
        Organisation::evolve(Some(state), &organisation::Event::MemberLeft { account }).unwrap()
    };
    assert!(post.is_filled(officer));
    assert!(!left(post.clone(), account(officer)).is_filled(officer));
    let suspended = organisation::Event::MemberRights {
        account: account(officer),
        function: officer,
        suspended: true,
        valid_from: NIGHT,
    };
    assert!(
        !Organisation::evolve(Some(post.clone()), &suspended)
            .unwrap()
            .is_filled(officer)
    );
    let leader = post.head_of(officer).unwrap();
    assert_eq!(
        left(post.clone(), account(leader)).head_of(officer),
        None,
        "a head who left is told nothing"
    );
}

#[test]
fn a_function_is_set_up_once_under_a_head_that_is_there() {
    let post = member(Who::BorderPost);
    let known = post.functions[0].clone();
    let set_up = |function: &organisation::Function| {
        Organisation::evolve(
            Some(post.clone()),
            &organisation::Event::FunctionSetUp(function.clone()),
        )
    };
    let another = organisation::Function {
        id: example::id(250),
        ..known.clone()
    };
    assert_eq!(set_up(&another).unwrap().functions.len(), post.functions.len() + 1);
    assert_eq!(set_up(&known), None);
    let lost = organisation::Function {
        head: Some(example::id(251)),
        ..another
    };
    assert_eq!(set_up(&lost), None);
    let joined = organisation::Event::MemberJoined(organisation::Member {
        account: example::id(1),
        function: example::id(250),
        mail: None,
    });
    assert_eq!(
        Organisation::evolve(Some(post), &joined),
        None,
        "nobody joins in a function that is not there"
    );
    let mut circle = Who::BorderPost.register(None);
    circle.functions[1].head = Some(0);
    let refused = organisation::register(&circle, &organisation::Registered::default(), &officer(NIGHT));
    assert_eq!(refused.unwrap_err(), organisation::Refusal::NoHead);
}

#[test]
fn a_task_goes_to_no_function_of_another_organisation_and_to_none_that_does_no_tasks() {
    let alb = member(Who::PodulAlb);
    let write = |function: Assignee, to: &Organisation| {
        let command = Write {
            work: Work::Screen,
            organisation: Some(Who::PodulAlb.id()),
            function: function.function,
            due: None,
        };
        task::write(
            Some(example::id(1)),
            &command,
            Some(to),
            &example::moldova(),
            &officer(NIGHT),
        )
    };
    let manager = in_role(&alb, Role::CaseManager);
    assert!(write(manager, &alb).is_ok());
    let unknown = Assignee {
        function: Some(example::id(250)),
        ..manager
    };
    assert_eq!(write(unknown, &alb).unwrap_err(), Refusal::NoFunction);
    let watches = in_role(&alb, Role::DataProtection);
    assert_eq!(write(watches, &alb).unwrap_err(), Refusal::NoFunction);
}
