//! Functions of an organisation that stands: opened, changed, closed, and nobody left out by it.
use crate::world::member;
use tiltas_domain::{
    Id, Role, Stream,
    example::{self, NIGHT, Who},
    organisation::{
        self, Function, OpenFunction, Organisation, Refusal, ToldOfFunction, change_function, close_function,
        open_function,
    },
};

fn told(title: &str, head: Option<Id<Function>>) -> ToldOfFunction {
    ToldOfFunction {
        title: title.to_owned(),
        duty_phone: None,
        head,
    }
}

/// Opens a function, and tells what it is.
fn opened(state: &Organisation, role: Role, told: ToldOfFunction, seed: u8) -> Result<Organisation, Refusal> {
    let context = example::context(Who::NationalUnit.actor(Role::NationalUnit), NIGHT, seed);
    let changes = open_function(Who::PodulAlb.id(), state, &OpenFunction { role, told }, &context)?;
    Ok(kept(state, &changes))
}

fn kept(state: &Organisation, changes: &tiltas_domain::Changes) -> Organisation {
    changes
        .list()
        .iter()
        .fold(state.clone(), |state, change| match &change.event {
            tiltas_domain::Event::Organisation(event) => Organisation::evolve(Some(state), event).expect("it folds"),
            other => panic!("{other:?}"),
        })
}

fn titled(state: &Organisation, title: &str) -> Id<Function> {
    let found = state.functions.iter().find(|function| function.title == title);
    found.expect("a function").id
}

#[test]
fn a_function_is_opened_with_a_role_and_a_title_of_its_own_under_a_head_that_is_there() {
    let alb = member(Who::PodulAlb);
    let manager = titled(&alb, "Case manager");
    let open = |role, title: &str, head| opened(&alb, role, told(title, head), 0x77).map(|_| ());
    assert_eq!(open(Role::Police, "Investigator", None), Err(Refusal::RoleDoesNotFit));
    assert_eq!(open(Role::CaseManager, "case MANAGER", None), Err(Refusal::TitleTaken));
    assert_eq!(
        open(Role::CaseManager, "Night shift", Some(example::id(0xEE))),
        Err(Refusal::NoHead)
    );
    assert_eq!(open(Role::CaseManager, "Night shift", Some(manager)), Ok(()));
    let state = opened(&alb, Role::CaseManager, told("Night shift", Some(manager)), 0x77).expect("opened");
    let night = titled(&state, "Night shift");
    assert!(!state.is_filled(night), "nobody is in it yet");
    let round = change_function(Who::PodulAlb.id(), &state, manager, &told("Case manager", Some(night)));
    assert_eq!(round.map(|_| ()), Err(Refusal::NoHead), "the way up ends");
    let changed = change_function(Who::PodulAlb.id(), &state, night, &told("Late shift", None)).expect("changed");
    let state = kept(&state, &changed);
    let late = state.function(night).expect("it is there");
    assert_eq!(
        (late.title.as_str(), late.head, late.role),
        ("Late shift", None, Role::CaseManager)
    );
}

#[test]
fn a_function_is_closed_when_nobody_is_in_it_and_those_under_it_stand_under_its_head() {
    let alb = member(Who::PodulAlb);
    let (id, head, manager) = (
        Who::PodulAlb.id(),
        titled(&alb, "Head of cases"),
        titled(&alb, "Case manager"),
    );
    assert_eq!(
        close_function(id, &alb, manager).map(|_| ()),
        Err(Refusal::FunctionInUse)
    );
    assert_eq!(
        close_function(id, &alb, example::id(0xEE)).map(|_| ()),
        Err(Refusal::NoFunction)
    );
    let state = opened(&alb, Role::Supervisor, told("Deputy", Some(head)), 0x77).expect("opened");
    let deputy = titled(&state, "Deputy");
    let under = change_function(id, &state, manager, &told("Case manager", Some(deputy))).expect("changed");
    let state = kept(&state, &under);
    let closed = kept(&state, &close_function(id, &state, deputy).expect("closed"));
    assert!(closed.function(deputy).is_none());
    assert_eq!(closed.function(manager).and_then(|function| function.head), Some(head));
    assert!(!closed.may_own_tasks(deputy) && closed.head_of(deputy).is_none());
}

#[test]
fn the_last_who_registers_organisations_is_never_left_out() {
    let unit = member(Who::NationalUnit);
    let manages = titled(
        &unit,
        &unit
            .functions
            .iter()
            .find(|f| f.role == Role::NationalUnit)
            .expect("one")
            .title,
    );
    let last = unit
        .members
        .iter()
        .find(|member| member.function == manages)
        .expect("somebody")
        .account;
    assert_eq!(unit.may_move(last, None), Err(Refusal::LastManager));
    assert_eq!(unit.may_move(last, Some(manages)), Ok(()));
    let joined = organisation::Event::MemberJoined(organisation::Member {
        account: example::id(0xE1),
        function: manages,
        mail: None,
    });
    let two = Organisation::evolve(Some(unit), &joined).expect("it folds");
    assert_eq!(two.may_move(last, None), Ok(()));
    let alb = member(Who::PodulAlb);
    assert!(alb.members.iter().all(|one| alb.may_move(one.account, None).is_ok()));
}
