//! The invented year: every page of the demonstration finds something to show, and a practitioner who reads the files finds
//! people, not stock phrases. One country of 300 is drawn, and each promise is read from it.
#[path = "people/country.rs"]
mod country;

use country::{COUNT, Country};
use std::collections::{HashMap, HashSet};
use tiltas_app::{referral::list, today};
use tiltas_demonstration::country::{Institution, Persona};
use tiltas_domain::{
    case::{AgeClass, Sex, Urgency},
    known::Known,
    referral::{Referral, State},
    risk::{Channel, Safety},
};

#[test]
fn the_newest_files_give_every_page_something_to_show() {
    let country = Country::drawn();
    let (app, seed, now) = (&country.app, &country.seed, country.now);
    assert_eq!(app.store().verify().unwrap().first_fault, None);
    assert_eq!(app.store().rebuild().unwrap(), []);

    let look = |persona| seed.context(seed.persona(persona), now, "looks");
    let today = today::list(app, &look(Persona::CaseManager), now.plus_hours(7), &Default::default()).unwrap();
    assert!(today.counts.late > 0, "something is late at Podul Alb");
    let lists = list::lists(app, &look(Persona::ShelterCoordinator), &list::Asked::default()).unwrap();
    let incoming = lists.incoming.lines;
    assert!(!incoming.is_empty(), "somebody asks Casa Liman for a place tonight");
    let national = today::list(
        app,
        &look(Persona::NationalOfficer),
        now.plus_hours(7),
        &Default::default(),
    )
    .unwrap();
    assert!(
        national.duties().next().is_some(),
        "an unanswered referral has reached the national unit"
    );
    let free = app.store().snapshot().unwrap().providers(now).unwrap();
    let liman = free
        .iter()
        .find(|line| line.provider == seed.provider(Institution::CasaLiman))
        .unwrap();
    assert!(liman.free > 0, "a place is free for the night");
}

#[test]
fn whoever_watches_over_openings_finds_some_by_several_organisations() {
    let country = Country::drawn();
    let guard = country.seed.persona(Persona::DataProtectionOfficer);
    let root = country.seed.context(guard, country.now, "openings");
    let counted = tiltas_app::audit::list::days(&country.app, &root).unwrap();
    let opened: Vec<usize> = counted.days.iter().map(|day| day.all.opened).collect();
    let some = opened.iter().filter(|opened| **opened > 0).count();
    assert!(some > 1, "files are opened on more days than one: {opened:?}");
    let by: HashSet<_> = counted
        .days
        .iter()
        .flat_map(|day| &day.by)
        .filter(|(.., times)| times.opened > 0)
        .map(|(id, ..)| *id)
        .collect();
    assert!(by.len() > 1, "by more organisations than one: {opened:?}");
}

#[test]
fn six_in_ten_are_men_or_boys_and_one_in_six_is_a_child() {
    let files = &Country::drawn().files;
    let share = |of: &dyn Fn(&country::File) -> bool| 100 * files.iter().filter(|file| of(file)).count() / files.len();
    let men = share(&|file| file.person.sex == Known::Is(Sex::Man));
    assert!((55..=65).contains(&men), "{men}% men and boys");
    let children = share(&|file| file.person.age.class == Known::Is(AgeClass::Child));
    assert!((11..=21).contains(&children), "{children}% children");
}

#[test]
fn the_words_tell_of_several_kinds_of_exploitation() {
    const KINDS: [(&str, &[&str]); 5] = [
        (
            "building",
            &["uilding site", "bricks", "plaster", "caffolding", "roofs"],
        ),
        (
            "farms",
            &[
                "strawberries",
                "reenhouse",
                "cows",
                "pples",
                "sparagus",
                "grape",
                "cattle",
            ],
        ),
        ("begging", &["eg", "flowers", "accordion", "group that is said"]),
        (
            "crime",
            &[
                "locked house",
                "bank account",
                "packets",
                "steal",
                "cigarettes over",
                "carry a bag",
                "goods",
            ],
        ),
        (
            "sexual",
            &[
                "other work",
                "spoken of love",
                "flat to flat",
                "dance",
                "pictures",
                "studio",
                "list of people",
            ],
        ),
    ];
    let files = &Country::drawn().files;
    for (kind, words) in KINDS {
        let told = files
            .iter()
            .filter(|file| words.iter().any(|word| file.account.contains(word)));
        let told = told.count();
        assert!(told * 100 / files.len() >= 5, "{kind}: {told} of {}", files.len());
    }
}

#[test]
fn no_words_are_written_twice() {
    let files = &Country::drawn().files;
    let mut seen = HashSet::new();
    for file in files {
        let words = [&file.account, &file.reach, &file.feared, &file.plan].into_iter();
        let words = words
            .chain(&file.places)
            .chain(&file.health)
            .chain(&file.notes)
            .chain(&file.said);
        for words in words.filter(|words| !words.is_empty()) {
            assert!(seen.insert(words.clone()), "twice: {words}");
            assert!(!words.contains(['{', '}']), "a blank is left: {words}");
        }
    }
    assert!(
        seen.len() > 6 * files.len(),
        "{} texts in {} files",
        seen.len(),
        files.len()
    );
}

#[test]
fn the_ways_of_reaching_someone_say_what_the_words_beside_them_say() {
    for file in &Country::drawn().files {
        let (call, write) = (file.way(Channel::Call), file.way(Channel::Write));
        let words = file.reach.as_str();
        if words.starts_with("Call ") {
            assert_ne!(call, Safety::No, "{words}");
        }
        if words.starts_with("Call at any time") {
            assert_eq!((call, file.urgency), (Safety::Safe, Urgency::Ordinary), "{words}");
        }
        if words.starts_with("Write ") {
            assert_eq!(call, Safety::No, "{words}");
            assert_ne!(write, Safety::No, "{words}");
        }
        if words.starts_with("In person only") {
            assert_eq!((call, write), (Safety::No, Safety::No), "{words}");
        }
    }
}

#[test]
fn a_referral_for_tonight_asks_for_tonight() {
    let mut tonight = 0;
    for file in &Country::drawn().files {
        for (urgency, words) in file.urgencies.iter().zip(&file.asked) {
            let lower = words.to_lowercase();
            let at_once = lower.starts_with("now") || lower.starts_with("at once");
            match urgency {
                Urgency::DangerNow => assert!(at_once, "{words}"),
                Urgency::Tonight => assert!(lower.contains("tonight"), "{words}"),
                Urgency::Ordinary => assert!(!at_once && !lower.contains("tonight"), "{words}"),
            }
            tonight += usize::from(*urgency == Urgency::Tonight);
        }
    }
    assert!(tonight > 20, "{tonight}");
}

#[test]
fn no_two_files_share_a_genus_while_there_is_another() {
    let files = &Country::drawn().files;
    let genera: HashSet<&str> = files
        .iter()
        .map(|file| file.spoken_name.split(' ').next().unwrap())
        .collect();
    assert_eq!(genera.len(), COUNT as usize);
}

#[test]
fn nothing_is_late_by_more_than_a_week() {
    let country = Country::drawn();
    let now = country.now;
    let mut owed = 0;
    for institution in Institution::ALL {
        for (nth, (role, _)) in institution.entry().people.iter().enumerate() {
            let actor = country.seed.member(institution, nth);
            let Ok(rows) = country.app.store().snapshot().unwrap().due(actor, 1000, now) else {
                continue;
            };
            for row in rows {
                owed += 1;
                let late = row.clock.due.map_or(0, |due| now.minutes_since(due) / 60);
                assert!(late < 24 * 7, "{institution:?} {role:?}: {:?}, {late} h", row.duty);
            }
        }
    }
    assert!(owed > 20, "something is owed tonight: {owed}");
}

#[test]
fn what_began_long_ago_is_over_with_its_outcomes() {
    let country = Country::drawn();
    let old = country.now.plus_hours(-24 * 75);
    let (mut outcomes, mut helped, mut referred) = (HashMap::new(), 0, 0);
    for file in country.files.iter().filter(|file| file.opened < old) {
        for referral in &file.referrals {
            let Referral::Sending { state, .. } = referral else {
                continue;
            };
            assert!(!state.is_open(), "an old referral is open: {}", file.spoken_name);
            assert_ne!(*state, State::Accepted, "nobody came: {}", file.spoken_name);
            if let State::Completed(outcome) = state {
                *outcomes.entry(*outcome).or_insert(0) += 1;
            }
        }
        if !file.referrals.is_empty() {
            referred += 1;
            let done = |referral: &Referral| matches!(referral.sent(), Some((_, State::Completed(_) | State::Started)));
            helped += usize::from(file.referrals.iter().any(done));
        }
    }
    assert!(outcomes.len() >= 5, "{outcomes:?}");
    assert!(helped * 10 >= referred * 8, "{helped} of {referred} were helped");
}

#[test]
fn where_someone_is_changes_with_time() {
    let files = &Country::drawn().files;
    let moved = files.iter().filter(|file| file.places.len() > 1).count();
    assert!(moved * 100 / files.len() >= 15, "{moved} of {} moved", files.len());
}

#[test]
fn the_words_fit_the_person() {
    for file in &Country::drawn().files {
        let child = file.person.age.class == Known::Is(AgeClass::Child);
        let all: Vec<&String> = file.health.iter().chain(&file.notes).chain([&file.account]).collect();
        let says = |word: &str| all.iter().any(|words| words.to_lowercase().contains(word));
        if child {
            let grown_up = [
                "wages",
                "lawyer",
                "driving licence",
                "passport",
                "bank account opened",
                "pregnant",
            ];
            let said = grown_up.iter().find(|word| says(word));
            assert_eq!(said, None, "of a child: {all:?}");
        } else if file.person.age.class == Known::Is(AgeClass::Adult) {
            let childish = [
                "drawing pad",
                "guardian",
                "school in",
                "went to school",
                "birth certificate",
            ];
            let said = childish.iter().find(|word| says(word));
            assert_eq!(said, None, "of an adult: {all:?}");
        }
        if file.person.sex == Known::Is(Sex::Man) {
            assert!(!says("pregnant") && !says("woman doctor"), "{all:?}");
        }
        if let (Known::Is(years), true) = (file.person.age.years, child) {
            assert!((8..18).contains(&years), "{years}");
        }
    }
}
