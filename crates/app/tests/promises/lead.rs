//! A lead that passes: it is counted where it is, offered to whoever can take it, and what was left to do goes with it.
use super::{
    act::Act,
    counted, play, step, takeable,
    world::{World, say},
};
use tiltas_app::{
    Act as Does, account,
    case::{self, file::File},
    consent, referral, task,
    today::{self, Asked, Duty},
};
use tiltas_domain::{
    Actor, Answer, Field, Fields, Id, Role, Sensitive,
    case::Urgency,
    consent::Recipient,
    content::Message,
    example::Who,
    provider::Service,
    referral::send::Draft,
    task::{Kind, Task, Work, Write},
};

#[test]
fn a_lead_that_was_taken_is_counted_where_it_is() {
    let mut world = World::new(None);
    world.begin();
    play(&mut world, step(Act::TakeLead, 0, 400)).unwrap();
    let team = world.actor(Who::Team, Role::ContactPoint).organisation;
    assert_eq!(world.case(world.cases[0]).unwrap().lead, team);
    counted(&world).unwrap();
}

#[test]
fn an_offer_that_its_reader_may_not_answer_moves_no_file() {
    let mut world = World::new(None);
    world.begin();
    let case = world.cases[0];
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    let fields = Fields::of(&[Field::SpokenName, Field::Work]);
    let yes = say(Recipient::Service(Service::CaseManagement), Answer::Yes, fields);
    consent::record(&world.app, &world.context(officer), case, &[yes]).unwrap();
    for (act, minutes) in [
        (Act::OfferLead, 1),
        (Act::AnswerLead(true), 1),
        (Act::TakeLead, 400),
        (Act::OfferLead, 1),
    ] {
        play(&mut world, step(act, 0, minutes)).unwrap();
    }
    let offered = |role| case::is_offered(&world.app, &world.context(world.actor(Who::PodulAlb, role)), case).unwrap();
    assert!(offered(Role::CaseManager) && !offered(Role::Supervisor));
    counted(&world).unwrap();
    world.later(80 * 60);
    counted(&world).unwrap();
}

/// Whoever was on duty at the border post is not there any more.
fn leave(world: &World) {
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    let (of, unit) = ((officer.organisation, officer.id), unit(world));
    let rights = account::Rights::Suspended;
    account::set_rights(&world.app, &world.context(unit), of, rights, world.now()).unwrap();
}

fn unit(world: &World) -> Actor {
    world.actor(Who::NationalUnit, Role::NationalUnit)
}

fn file(world: &World, actor: Actor) -> File {
    case::file::file(&world.app, &world.context(actor), world.cases[0]).unwrap()
}

#[test]
fn a_lead_is_offered_to_be_taken_where_it_can_be() {
    let mut world = World::new(None);
    world.begin();
    world.pass(5 * 24 * 60);
    let (case, unit) = (world.cases[0], unit(&world));
    assert!(!file(&world, unit).may(Does::TakeLead), "somebody is there who leads");
    let asked = case::takeable(&world.app, &world.context(unit), case);
    assert!(matches!(asked, Err(tiltas_app::Error::Refused(rule)) if rule.code() == "CAS-11"));
    leave(&world);
    assert!(file(&world, unit).may(Does::TakeLead));
    case::takeable(&world.app, &world.context(unit), case).unwrap();
    takeable(&world).unwrap();
    assert_ne!(
        world.case(case).unwrap().signal.organisation,
        world.case(case).unwrap().lead
    );
}

fn duties(world: &World, actor: Actor) -> Vec<Duty> {
    let today = today::list(&world.app, &world.context(actor), world.now(), &Asked::default()).unwrap();
    today.duties().map(|line| line.duty).collect()
}

fn tasks(world: &World, actor: Actor) -> Vec<(Id<Task>, Kind)> {
    let due = duties(world, actor).into_iter();
    due.filter_map(|duty| match duty {
        Duty::Task(id, kind) => Some((id, kind)),
        _ => None,
    })
    .collect()
}

/// A draft that lies, and a task in words of one's own.
fn drafted_and_written(world: &World, actor: Actor) {
    let case = world.cases[0];
    let draft = Draft {
        case,
        draft: None,
        to: None,
        urgency: Urgency::Tonight,
        services: vec![Service::Shelter],
        words: None,
    };
    referral::draft(&world.app, &world.context(actor), &draft).unwrap();
    let write = Write {
        work: Work::Written(Message::wrap("Bring the coat".to_owned()).into()),
        organisation: None,
        function: None,
        due: None,
    };
    task::write(&world.app, &world.context(actor), case, &write).unwrap();
}

#[test]
fn a_question_waits_on_the_list_of_whoever_leads_by_now() {
    let mut world = World::new(None);
    world.begin();
    world.pass(400);
    play(&mut world, step(Act::Send(false), 1, 1)).unwrap();
    let (case, sent) = (world.cases[0], *world.referrals.last().unwrap());
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    drafted_and_written(&world, officer);
    let house = world.actor(Who::AdapostRasarit, Role::Provider);
    let team = world.actor(Who::Team, Role::ContactPoint);
    assert!(!duties(&world, team).contains(&Duty::TheirAcknowledgement(sent)));
    case::take_lead(&world.app, &world.context(team), case).unwrap();
    assert!(duties(&world, team).contains(&Duty::TheirAcknowledgement(sent)));
    let words = Message::wrap("Is a stair too much?".to_owned());
    referral::ask(&world.app, &world.context(house), sent, &words).unwrap();
    for reader in [team, officer] {
        assert!(duties(&world, reader).contains(&Duty::Reply(sent)), "{:?}", reader.role);
    }
    assert!(
        !tasks(&world, team).iter().any(|(_, kind)| *kind == Kind::Written),
        "what its people wrote for themselves stays with an organisation that is there"
    );
    counted(&world).unwrap();
    referral::reply(&world.app, &world.context(team), sent, &Message::wrap("No".to_owned())).unwrap();
    for reader in [team, officer] {
        let now = duties(&world, reader);
        assert!(now.contains(&Duty::TheirAnswer(sent)) && !now.contains(&Duty::Reply(sent)));
    }
    counted(&world).unwrap();
}

#[test]
fn the_last_who_leads_does_what_was_left() {
    let mut world = World::new(None);
    world.begin();
    world.pass(5 * 24 * 60);
    for act in [Act::Send(false), Act::Describe] {
        play(&mut world, step(act, 1, 1)).unwrap();
    }
    let (case, sent) = (world.cases[0], *world.referrals.last().unwrap());
    let house = world.actor(Who::AdapostRasarit, Role::Provider);
    let words = Message::wrap("Is a stair too much?".to_owned());
    referral::ask(&world.app, &world.context(house), sent, &words).unwrap();
    let officer = world.actor(Who::BorderPost, Role::FirstResponder);
    drafted_and_written(&world, officer);
    leave(&world);
    let unit = unit(&world);
    case::take_lead(&world.app, &world.context(unit), case).unwrap();
    let context = || world.context(unit);
    assert!(
        duties(&world, unit).contains(&Duty::Reply(sent)),
        "the question waits for whoever leads"
    );
    let ours: Vec<_> = tasks(&world, unit);
    let notice = ours.iter().find(|(_, kind)| *kind == Kind::TellChildProtection);
    let (notice, _) = *notice.expect("what was left is on the list of today");
    for kind in [Kind::SendDraft, Kind::Written] {
        let left = ours.iter().find(|(_, left)| *left == kind);
        let (left, _) = *left.unwrap_or_else(|| panic!("{} passes where nobody is left", kind.code()));
        let page = task::show(&world.app, &context(), left).unwrap();
        let told = page.words.open().is_some();
        assert_eq!(
            told,
            kind == Kind::Written,
            "what was written to do passes in its words"
        );
    }
    assert!(
        task::show(&world.app, &context(), notice)
            .unwrap()
            .may(Does::TellChildProtection)
    );
    let authority = world.actor(Who::ChildProtection, Role::ChildProtection).organisation;
    task::tell_child_protection(&world.app, &context(), notice, authority).unwrap();
    let seen = file(&world, unit);
    assert!(seen.tasks.iter().any(|line| line.id == notice));
    assert!(seen.referrals.iter().any(|line| line.id == sent));
    assert!(
        referral::page::page(&world.app, &context(), sent)
            .unwrap()
            .may(Does::ReplyReferral)
    );
    referral::reply(&world.app, &context(), sent, &Message::wrap("No".to_owned())).unwrap();
    let now = duties(&world, unit);
    assert!(now.contains(&Duty::TheirAnswer(sent)) && !now.contains(&Duty::Reply(sent)));
    let team = world.actor(Who::Team, Role::ContactPoint);
    case::offer_lead(&world.app, &context(), case, team.organisation).unwrap();
    let seen = file(&world, unit);
    assert_eq!(seen.lead_offer.as_ref().map(|(to, ..)| *to), Some(team.organisation));
    assert!(seen.may(Does::WithdrawLeadOffer));
}
