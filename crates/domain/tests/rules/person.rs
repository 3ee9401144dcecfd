//! Who the person is, as far as rules need it: children, doubts, blanks.
use crate::world::{Act, Night, code};
use tiltas_domain::{
    Answer,
    case::{Age, AgeBasis, AgeClass, Person, Sex, age_of_birth},
    clock::Confidence,
    consent::Ground,
    content::{BirthDate, Field, Sensitive},
    detail::Detail,
    example::{self, Who},
    known::Known,
    provider::{Fits, Service},
    task,
};

#[test]
fn a_child_takes_its_own_route_by_itself() {
    let of = |class, basis, years| Age { class, basis, years };
    for (age, child) in [
        (of(Known::Is(AgeClass::Child), None, Known::NotAsked), true),
        (of(Known::Is(AgeClass::Unsure), None, Known::NotAsked), true),
        (
            of(Known::Is(AgeClass::Adult), Some(AgeBasis::Declared), Known::Is(17)),
            true,
        ),
        (
            of(Known::Is(AgeClass::Adult), Some(AgeBasis::Assessed), Known::Is(17)),
            false,
        ),
        (of(Known::Unknown, None, Known::Is(15)), true),
        (
            of(Known::Is(AgeClass::Adult), Some(AgeBasis::Declared), Known::Is(18)),
            false,
        ),
        (of(Known::NotAsked, None, Known::NotAsked), false),
        (of(Known::Refused, None, Known::Refused), false),
    ] {
        assert_eq!(age.takes_child_route(), child, "{age:?}");
        // WHY: no signal opens a file with an age that contradicts itself; a file of before bears one.
        if age.contradicts() {
            continue;
        }
        let night = Night::begin(Person {
            age,
            ..example::woman()
        });
        let notices = night.tasks(task::Kind::TellChildProtection);
        assert_eq!(notices.len(), usize::from(child), "{age:?}");
    }
    let mut night = Night::begin(example::unsure_of_age());
    let notice = &night.tasks(task::Kind::TellChildProtection)[0].opened;
    assert_eq!(notice.assignee.organisation, Who::BorderPost.id());
    assert_eq!(notice.clock.due, Some(example::NIGHT.plus_hours(24)));
    assert_eq!(notice.clock.confidence, Confidence::Proposed);
    assert_eq!(code(night.act(&Act::Finish(0))), "TSK-04", "say whom you told");
    night.act(&Act::TellChildProtection(0)).unwrap();
    assert!(night.case().takes_part(Who::ChildProtection.id()));
    let told = night.case().disclosures.last().unwrap();
    assert_eq!((told.ground, told.say), (Ground::ChildProtection, None));
    assert_eq!(
        told.fields, night.profile.child_notice_fields.value,
        "what the profile lists goes"
    );
    assert!(told.fields.contains(Field::BirthDate) && !told.fields.contains(Field::Story));
}

#[test]
fn no_word_and_no_blank_ends_a_doubt_about_age() {
    let mut night = Night::begin(example::unsure_of_age());
    let adult = Known::Is(AgeClass::Adult);
    assert_eq!(
        code(night.act(&Act::Describe(adult, Some(AgeBasis::Declared), Known::NotAsked))),
        "CAS-05"
    );
    assert_eq!(
        code(night.act(&Act::Describe(Known::Unknown, None, Known::NotAsked))),
        "CAS-05"
    );
    assert_eq!(
        code(night.act(&Act::Describe(Known::Refused, None, Known::Is(30)))),
        "CAS-05"
    );
    night
        .act(&Act::Describe(Known::NotAsked, None, Known::NotAsked))
        .unwrap();
    assert_eq!(night.case().person, example::unsure_of_age(), "a blank empties nothing");
    assert_eq!(
        code(night.act(&Act::Describe(adult, Some(AgeBasis::Declared), Known::NotAsked))),
        "CAS-05"
    );
    night
        .act(&Act::Describe(adult, Some(AgeBasis::Documented), Known::NotAsked))
        .unwrap();
    assert!(!night.case().person.age.takes_child_route());
    assert_eq!(
        code(night.act(&Act::Describe(Known::NotAsked, None, Known::Is(121)))),
        "CAS-07"
    );
}

#[test]
fn a_blank_is_never_a_no() {
    let blank = Person::default();
    let offer = Who::CentrulNistruNord.list(Who::CentrulNistruNord.id()).unwrap().offer;
    let fit = offer.fit(&blank, &[Service::Shelter]);
    assert_eq!(
        (fit.sex, fit.age, fit.accompanying_child, fit.language),
        (Fits::Unknown, Fits::Unknown, Fits::Unknown, Fits::Unknown)
    );
    assert!(fit.allows(), "what nobody asked excludes nobody");
    let told = example::woman().told(&blank);
    assert_eq!(told, example::woman());
    for answer in [Answer::Unknown, Answer::NotAsked, Answer::Refused] {
        let person = Person {
            accompanying_child: answer,
            ..example::woman()
        };
        assert_eq!(offer.fit(&person, &[]).accompanying_child, Fits::Unknown);
    }
    assert_eq!(Answer::default(), Answer::NotAsked);
    assert_eq!(Known::<u8>::default(), Known::NotAsked);
}

#[test]
fn in_doubt_about_age_no_house_for_adults_only_fits() {
    let adults = Who::AdapostRasarit.list(Who::AdapostRasarit.id()).unwrap().offer;
    let families = Who::CasaLiman.list(Who::CasaLiman.id()).unwrap().offer;
    let young = Person {
        age: Age {
            class: Known::Is(AgeClass::Adult),
            basis: Some(AgeBasis::Declared),
            years: Known::Is(16),
        },
        ..example::woman()
    };
    for person in [example::unsure_of_age(), young] {
        assert_eq!(adults.fit(&person, &[Service::Shelter]).age, Fits::No);
        assert_eq!(families.fit(&person, &[Service::Shelter]).age, Fits::Yes);
    }
    let man = Person {
        sex: Known::Is(Sex::Man),
        ..example::woman()
    };
    assert!(!families.fit(&man, &[Service::Shelter]).allows());
}

#[test]
fn class_years_and_birth_date_are_one_fact_of_age() {
    for (class, years) in [
        (AgeClass::Adult, 17),
        (AgeClass::Adult, 12),
        (AgeClass::Child, 18),
        (AgeClass::Child, 44),
    ] {
        let mut night = Night::begin(Person::default());
        let basis = Some(AgeBasis::Documented);
        let told = Act::Describe(Known::Is(class), basis, Known::Is(years));
        assert_eq!(code(night.act(&told)), "CAS-08", "{class:?} {years}");
        let mut record = example::signal();
        record.person.age = Age {
            class: Known::Is(class),
            basis,
            years: Known::Is(years),
        };
        let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
        let name = ("Galium 246".to_owned(), "MD 000-000-0".to_owned());
        let refused = tiltas_domain::signal::record(&record, name.0, name.1, &night.profile, &context);
        assert_eq!(code(refused.map_err(|refusal| refusal.code())), "SIG-03");
    }
}

#[test]
fn what_is_told_alone_says_the_same_as_what_stands() {
    let documented = Some(AgeBasis::Documented);
    for (stands, years, alone) in [
        (AgeClass::Child, Known::Is(12), Known::Is(44)),
        (AgeClass::Child, Known::NotAsked, Known::Is(18)),
        (AgeClass::Adult, Known::Is(30), Known::Is(17)),
        (AgeClass::Adult, Known::NotAsked, Known::Is(12)),
    ] {
        let age = Age {
            class: Known::Is(stands),
            basis: documented,
            years,
        };
        let mut night = Night::begin(Person {
            age,
            ..example::woman()
        });
        let told = Act::Describe(Known::NotAsked, None, alone);
        assert_eq!(code(night.act(&told)), "CAS-08", "{stands:?}, then {alone:?}");
        assert_eq!(night.case().person.age, age, "what stood stands");
    }
}

#[test]
fn a_child_by_birth_date_takes_the_childs_route() {
    let born = |night: &mut Night, date: &str| {
        let value = Detail::BirthDate(BirthDate::wrap(date.to_owned()).into());
        let context = night.context(Who::BorderPost.actor(tiltas_domain::Role::FirstResponder));
        let (id, case, profile) = (night.world.id, night.case().clone(), night.profile.clone());
        let changes = age_of_birth(id, &case, &value, false, &profile, &context)?;
        night.keep(&changes);
        Ok::<(), tiltas_domain::case::Refusal>(())
    };
    // The night is the 20th of August 2026.
    for (date, class, years) in [
        ("2012-05-17", AgeClass::Child, Known::Is(14)),
        ("2008-08-21", AgeClass::Child, Known::Is(17)),
        ("2008-08-20", AgeClass::Adult, Known::Is(18)),
        ("2008", AgeClass::Unsure, Known::Unknown),
        ("2008-08", AgeClass::Unsure, Known::Unknown),
        ("1996-05", AgeClass::Adult, Known::Is(30)),
    ] {
        let mut night = Night::begin(example::woman());
        born(&mut night, date).unwrap();
        let age = night.case().person.age;
        assert_eq!((age.class, age.years), (Known::Is(class), years), "{date}");
        let child = class != AgeClass::Adult;
        assert_eq!(age.takes_child_route(), child, "{date}");
        assert_eq!(
            night.tasks(task::Kind::TellChildProtection).len(),
            usize::from(child),
            "{date}"
        );
    }
    let mut night = Night::begin(example::unsure_of_age());
    born(&mut night, "1996-05-17").unwrap();
    assert!(
        night.case().person.age.takes_child_route(),
        "a date that was only told ends no doubt"
    );
    let mut checked = example::woman();
    checked.age.basis = Some(AgeBasis::Documented);
    let mut night = Night::begin(checked);
    let young = born(&mut night, "2012-05-17");
    assert_eq!(code(young.map_err(|refusal| refusal.code())), "CAS-08");
}
