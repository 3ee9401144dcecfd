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
    Actor, Answer, Field, Fields, Role, Sensitive, consent::Recipient, content::Message, example::Who,
    provider::Service, task::Kind,
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
    let asked = case::takeable(&world.app, &world.context(unit), case).unwrap_err();
    assert!(asked.to_string().starts_with("CAS-11"), "{asked}");
    leave(&world);
    assert!(file(&world, unit).may(Does::TakeLead));
    case::takeable(&world.app, &world.context(unit), case).unwrap();
    takeable(&world).unwrap();
    assert_ne!(
        world.case(case).unwrap().signal.organisation,
        world.case(case).unwrap().lead
    );
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
    leave(&world);
    let unit = unit(&world);
    case::take_lead(&world.app, &world.context(unit), case).unwrap();
    let context = || world.context(unit);
    let today = today::list(&world.app, &context(), world.now(), &Asked::default()).unwrap();
    let mut ours = today.duties().filter_map(|line| match line.duty {
        Duty::Task(id, kind) => Some((id, kind)),
        _ => None,
    });
    let (notice, kind) = ours.next().expect("what was left is on the list of today");
    assert_eq!(kind, Kind::TellChildProtection);
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
    let team = world.actor(Who::Team, Role::ContactPoint);
    case::offer_lead(&world.app, &context(), case, team.organisation).unwrap();
    let seen = file(&world, unit);
    assert_eq!(seen.lead_offer.as_ref().map(|(to, ..)| *to), Some(team.organisation));
    assert!(seen.may(Does::WithdrawLeadOffer));
}
