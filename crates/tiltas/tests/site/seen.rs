//! What one is shown beside a file hangs on the same right as the file: what search finds, what an own record keeps, who has the
//! person in care, how a need ended, who opened what was sent, who has a place.
use crate::{
    audit::events,
    common::TestSite,
    duty::{HOUSE, OFFICER, house, opened, pass, sent},
};
use axum::http::StatusCode;
use tiltas_app::{case, consent, need, place, referral, signal, task};
use tiltas_domain::{
    Answer, Field, Fields, Id, Role,
    audit::Result as Outcome,
    case::{Case, Person, Urgency},
    consent::Recipient,
    example::{self, Who},
    known::Known,
    need::{End, Kind, Pressing, Unmet},
    provider::Service,
    referral::{Outcome as Ended, Referral, answer::Answer as Reply, send::Send},
    task::Kind as Duty,
};

const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);
const AUTHORITY: (Who, Role) = (Who::ChildProtection, Role::ChildProtection);

/// Casa Liman gives its first place to the person, who comes.
fn sheltered(site: &TestSite, case: Id<Case>) -> Id<Referral> {
    let id = sent(site, case, HOUSE.0);
    let house = || site.context(HOUSE.0, HOUSE.1);
    let yes = Reply::Accept {
        place: Some("1 A".to_owned()),
        words: None,
    };
    referral::answer(&site.app, &house(), id, &yes).expect("accepted");
    referral::start(&site.app, &house(), id).expect("begun");
    id
}

/// The service ends; the house keeps its own record.
fn ended(site: &TestSite, id: Id<Referral>) {
    let house = site.context(HOUSE.0, HOUSE.1);
    referral::complete(&site.app, &house, id, Ended::ServiceGiven, None).expect("ended");
}

#[tokio::test]
async fn a_search_finds_no_file_for_those_who_may_not_read_one() {
    let site = TestSite::new();
    let manager = site.context(MANAGER.0, MANAGER.1);
    let (case, _) = signal::record(&site.app, &manager, &example::signal()).expect("a file");
    let name = case::file::file(&site.app, &site.context(MANAGER.0, MANAGER.1), case);
    let name = name.expect("a file").spoken_name;
    let digits = name.rsplit(' ').next().expect("digits");
    let guard = site.as_(Who::PodulAlb, Role::DataProtection).await;
    let nowhere = guard.post("/cases/find", &[("q", "Nothing 100")]).await.status;
    for typed in [name.as_str(), digits] {
        let found = guard.post("/cases/find", &[("q", typed)]).await;
        assert_eq!(found.status, nowhere, "{typed}: {}", found.text());
    }
    site.as_(MANAGER.0, MANAGER.1)
        .await
        .post("/cases/find", &[("q", digits)])
        .await;
    let own = events(&site.app, site.account(MANAGER.0, MANAGER.1).id);
    assert!(
        own.iter().any(|event| event.result == Outcome::Listed(vec![case])),
        "whom a search named is noted: {own:?}"
    );
}

#[test]
fn an_own_record_tells_no_day_of_years_told_after_its_sharing_ended() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let id = sheltered(&site, case);
    ended(&site, id);
    let told = || {
        let file = case::file::file(&site.app, &site.context(HOUSE.0, HOUSE.1), case).expect("its own record");
        (file.age.open().map(|age| age.years), file.years_told.open().copied())
    };
    let before = told();
    assert!(before.1.is_some(), "the years are in its record");
    site.pass(60);
    let mut anew: Person = example::woman();
    anew.age.years = Known::Is(31);
    case::describe(&site.app, &site.context(OFFICER.0, OFFICER.1), case, &anew).expect("told anew");
    assert_eq!(told(), before);
}

#[test]
fn who_may_know_where_the_person_is_learns_of_no_house_whose_referral_is_not_theirs() {
    let site = TestSite::new();
    let case = opened(&site, example::unsure_of_age());
    let (notice, _) = task::open_tasks(&site.app, case, Duty::TellChildProtection).expect("a notice")[0].clone();
    let authority = site.organisation(AUTHORITY.0);
    let officer = || site.context(OFFICER.0, OFFICER.1);
    task::tell_child_protection(&site.app, &officer(), notice, authority).expect("told");
    sheltered(&site, case);
    let leads = case::file::file(&site.app, &officer(), case).expect("a file");
    assert!(leads.in_care.open().is_some(), "those who lead know it");
    let told = case::file::file(&site.app, &site.context(AUTHORITY.0, AUTHORITY.1), case).expect("a file");
    assert!(
        told.open.contains(Field::Whereabouts),
        "it may know where the person is"
    );
    assert!(told.in_care.is_not_given(), "{:?}", told.in_care);
}

/// The person says yes to all of their file for a service.
pub fn agreed(site: &TestSite, case: Id<Case>, service: Service) {
    let yes = example::say(
        Recipient::Service(service),
        Answer::Yes,
        Field::ALL.iter().copied().collect::<Fields>(),
    );
    consent::record(&site.app, &site.context(OFFICER.0, OFFICER.1), case, &[yes]).expect("said");
}

/// The lead passes from the officer to the manager.
fn passed(site: &TestSite, case: Id<Case>) {
    agreed(site, case, Service::CaseManagement);
    let officer = || site.context(OFFICER.0, OFFICER.1);
    case::offer_lead(&site.app, &officer(), case, site.organisation(MANAGER.0)).expect("offered");
    case::answer_lead(&site.app, &site.context(MANAGER.0, MANAGER.1), case, true).expect("taken");
}

#[test]
fn whoever_recorded_a_need_and_leads_no_more_learns_nothing_of_its_end() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let record = tiltas_domain::need::Record {
        kind: Kind::Housing,
        pressing: Pressing::Urgent,
        words: None,
    };
    need::record(&site.app, &site.context(OFFICER.0, OFFICER.1), case, &record).expect("recorded");
    passed(&site, case);
    let seen = |(who, role)| {
        let file = case::file::file(&site.app, &site.context(who, role), case).expect("a file");
        let version = file.version;
        let mut needs = file.kept.needs;
        let need = needs.pop().expect("the need");
        (need.id, need.end, need.met_by, need.may_end, version)
    };
    let before = seen(OFFICER);
    assert!(!before.3, "another organisation says how it ends");
    assert!(seen(MANAGER).3);
    for end in [
        End::Unmet(Unmet::NoProvider),
        End::Met(site.organisation(Who::Hospital)),
    ] {
        need::end(&site.app, &site.context(MANAGER.0, MANAGER.1), case, before.0, end).expect("ended");
        assert_eq!(seen(MANAGER).1, Some(end), "those who lead see it");
        assert_eq!(seen(OFFICER), before);
    }
}

/// The house is asked for another service, with a language.
fn asked_for_more(site: &TestSite, case: Id<Case>) {
    agreed(site, case, Service::Psychosocial);
    let send = Send {
        urgency: Urgency::Ordinary,
        services: vec![Service::Psychosocial],
        ..example::send(
            case,
            house(site, HOUSE.0),
            Fields::of(&[Field::SpokenName, Field::Work, Field::Language]),
        )
    };
    referral::send(&site.app, &site.context(OFFICER.0, OFFICER.1), &send).expect("sent");
}

#[test]
fn a_referral_tells_of_openings_of_what_went_with_it_while_it_was_shared() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let id = sheltered(&site, case);
    asked_for_more(&site, case);
    let look = || case::file::file(&site.app, &site.context(HOUSE.0, HOUSE.1), case).expect("a file");
    assert!(look().open.contains(Field::Language), "by the other referral");
    let opened = || {
        let page = referral::page::page(&site.app, &site.context(OFFICER.0, OFFICER.1), id);
        let opened = page.expect("a page").opened;
        opened
            .iter()
            .map(|line| (line.times, line.last, line.fields))
            .collect::<Vec<_>>()
    };
    let before = opened();
    assert_eq!(before.len(), 1, "{before:?}");
    let went = Fields::of(&[Field::SpokenName, Field::Work, Field::Person]);
    assert!(went.covers(before[0].2), "fields of what went with it: {before:?}");
    ended(&site, id);
    site.pass(60);
    look();
    assert_eq!(opened(), before, "its own record is none of what was sent");
}

#[test]
fn whom_a_house_was_shown_beside_its_places_is_noted() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    sheltered(&site, case);
    let houses = place::own(&site.app, &site.context(HOUSE.0, HOUSE.1)).expect("places");
    let mut places = houses.own.iter().flat_map(|house| &house.places);
    assert!(places.any(|place| place.who.as_ref().is_some_and(|(id, _)| *id == case)));
    let own = events(&site.app, site.account(HOUSE.0, HOUSE.1).id);
    assert!(
        own.iter().any(|event| event.result == Outcome::Listed(vec![case])),
        "{own:?}"
    );
}

#[tokio::test]
async fn a_form_that_asks_for_a_reason_has_opened_no_name_yet() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let form = format!("/cases/{case}/name");
    site.as_(OFFICER.0, OFFICER.1).await.open(&form).await;
    let said = events(&site.app, case).remove(0);
    assert_eq!(said.action, "case.read");
    assert_eq!(said.result, Outcome::Opened(Fields::of(&[Field::SpokenName])));
    let stranger = site.as_(Who::CasaLiman, Role::Provider).await;
    assert_eq!(stranger.get(&form).await.status, StatusCode::NOT_FOUND);
    let said = events(&site.app, case).remove(0);
    assert!(matches!(said.result, Outcome::Denied(_)), "{said:?}");
}

#[tokio::test]
async fn a_referral_leads_to_who_tried_to_reach_its_receiver_where_the_reader_may_see_it() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let id = sent(&site, case, HOUSE.0);
    pass(&site, 24 * 60);
    let (mut shown, mut linked) = (0, 0);
    for (who, role) in [
        OFFICER,
        HOUSE,
        (Who::BorderPost, Role::Supervisor),
        (Who::PodulAlb, Role::CaseManager),
        (Who::Team, Role::ContactPoint),
        (Who::NationalUnit, Role::NationalUnit),
        (Who::Police, Role::Police),
    ] {
        let visitor = site.as_(who, role).await;
        let page = visitor.get(&format!("/referrals/{id}")).await;
        let attempts = format!("/referrals/{id}/attempts");
        let offered = page.body.contains(&format!("href=\"{attempts}\""));
        let may = visitor.get(&attempts).await.status == StatusCode::OK;
        shown += u8::from(page.status == StatusCode::OK);
        linked += u8::from(offered);
        assert_eq!(offered, may && page.status == StatusCode::OK, "{who:?} {role:?}");
    }
    assert!(linked >= 3 && shown >= linked, "{linked} of {shown}");
}
