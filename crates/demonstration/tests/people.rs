//! The invented year: every page of the demonstration finds something to show, and nothing in it is out of order.
use tiltas_app::{App, referral::list, today};
use tiltas_demonstration::{
    Seed,
    country::{self, Institution, Persona},
    people,
};
use tiltas_domain::example;
use tiltas_store::{Location, Store};

#[test]
fn the_newest_files_give_every_page_something_to_show() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Folder(folder.path().to_owned()), &[7; 32]).unwrap();
    let app = App::new(store, example::moldova());
    let (seed, now) = (Seed::new(1), example::NIGHT);
    country::found(&app, &seed, now.plus_hours(-24 * 400)).unwrap();
    people::populate(&app, &seed, 60, now).unwrap();
    let report = app.store().verify().unwrap();
    assert_eq!(report.first_fault, None);
    assert_eq!(app.store().rebuild().unwrap(), []);

    let look = |persona| seed.context(seed.persona(persona), now, "looks");
    let today = today::list(&app, &look(Persona::CaseManager), now.plus_hours(7)).unwrap();
    assert!(!today.late.is_empty(), "something is late at Podul Alb");
    let incoming = list::incoming(&app, &look(Persona::ShelterCoordinator)).unwrap();
    assert!(!incoming.is_empty(), "somebody asks Casa Liman for a place tonight");
    let national = today::list(&app, &look(Persona::NationalOfficer), now.plus_hours(7)).unwrap();
    let reached = national.late.len() + national.soon.len() + national.later.len();
    assert!(reached > 0, "silence has reached the national unit");
    let free = app.store().snapshot().unwrap().providers(now).unwrap();
    let liman = free
        .iter()
        .find(|line| line.provider == seed.provider(Institution::CasaLiman))
        .unwrap();
    assert!(liman.free > 0, "a place is free for the night");
}
