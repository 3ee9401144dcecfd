//! Each door of the first page leads to the place behind it, and counts what stands there when the page is opened.
use crate::common::TestSite;
use axum::http::StatusCode;
use tiltas_app::{place, proceeding, recommendation};
use tiltas_demonstration::{
    Seed, countries,
    country::{self, Institution, Persona},
    door::DOORS,
    partnership, people, plan, policy, training,
};
use tiltas_domain::{
    example::NIGHT,
    place::PlaceState,
    recommendation::{Record, Source, SourceKind, Theme, Wording, WordingKind},
};

struct House {
    site: TestSite,
    seed: Seed,
}

impl House {
    fn new() -> House {
        let (site, seed) = (TestSite::empty(), Seed::new(1));
        country::found(&site.app, &seed, NIGHT.plus_hours(-24 * 400)).expect("a country");
        House { site, seed }
    }

    /// What the door with this code counts.
    async fn figure(&self, code: &str) -> usize {
        let page = self.site.nobody().open("/").await;
        let nth = DOORS.iter().position(|door| door.code == code).expect("a door");
        let row = page.split("<li data-s=").nth(nth + 1).expect("its row");
        let figure = row.split("<p class=\"fig\"><b>").nth(1).expect("a figure");
        figure
            .split("</b>")
            .next()
            .expect("a number")
            .parse()
            .expect("a number")
    }
}

fn one_more() -> Record {
    Record {
        title: "One more".to_owned(),
        source: Source {
            kind: SourceKind::Exercise,
            document: None,
            round: None,
            paragraph: None,
            dated: None,
            page: None,
            priority: None,
        },
        wording: Wording {
            text: "One more should be written down.".to_owned(),
            language: "en".to_owned(),
            kind: WordingKind::Verbatim,
        },
        theme: Theme::Training,
        example: true,
    }
}

#[tokio::test]
async fn each_door_opens_the_place_behind_it_for_whoever_belongs_there_and_nothing_else() {
    let House { site, seed } = House::new();
    for door in DOORS {
        let Some((href, who)) = door.leads else {
            assert_eq!(door.stands.code(), "not", "{} is shut", door.code);
            continue;
        };
        let Some(who) = who else {
            assert_eq!(site.nobody().get(href).await.status, StatusCode::OK, "{href}");
            continue;
        };
        let account = seed.persona(who).id.to_string();
        let nobody = site.nobody();
        let answer = nobody.post("/account/sign-in", &[("as", &account), ("to", href)]).await;
        assert_eq!(answer.location(), href, "{}", door.code);
        let visitor = nobody.with_session_of(&answer);
        assert_eq!(visitor.get(href).await.status, StatusCode::OK, "{href}");
        for elsewhere in [
            "/cases/new",
            "//example.org",
            "https://example.org",
            "/account/sign-out",
        ] {
            let answer = site
                .nobody()
                .post("/account/sign-in", &[("as", &account), ("to", elsewhere)])
                .await;
            assert_ne!(answer.location(), elsewhere, "a door is no way to anywhere");
        }
    }
}

#[tokio::test]
async fn what_a_door_counts_changes_with_what_stands_behind_it() {
    let house = House::new();
    let (app, seed) = (&house.site.app, &house.seed);
    assert_eq!(house.figure("recommendation").await, 0);
    policy::recommend(app, seed, NIGHT.plus_hours(-24 * 400)).expect("recommendations");
    let recommended = house.figure("recommendation").await;
    assert_eq!(recommended, 52);
    let expert = seed.context(seed.persona(Persona::Expert), NIGHT, "one more");
    recommendation::record(app, &expert, &one_more()).expect("one more");
    assert_eq!(house.figure("recommendation").await, recommended + 1);

    for code in [
        "protection",
        "exchange",
        "partnership",
        "enforcement",
        "plan",
        "training",
    ] {
        assert_eq!(house.figure(code).await, 0, "{code}");
    }
    plan::begin(app, seed, NIGHT.plus_hours(-24 * 400)).expect("a plan");
    training::teach(app, seed, NIGHT).expect("trainings");
    people::populate(app, seed, 30, NIGHT).expect("people");
    partnership::agree(app, seed, NIGHT).expect("partnerships");
    for code in ["protection", "exchange", "partnership", "plan", "training"] {
        assert!(house.figure(code).await > 0, "{code}");
    }

    let police = seed.organisation(Institution::Police);
    let led = people::cases(seed, 30, NIGHT).into_iter().find(|case| {
        let leads = seed.context(seed.persona(Persona::CaseManager), house.site.now(), &format!("{case}"));
        proceeding::note(app, &leads, *case, police).is_ok()
    });
    assert!(led.is_some(), "Podul Alb leads a case");
    assert_eq!(house.figure("enforcement").await, 1);

    let shelter = |name: &str| seed.context(seed.persona(Persona::ShelterCoordinator), house.site.now(), name);
    let houses = place::own(app, &shelter("own")).expect("places").own;
    let free = houses
        .iter()
        .flat_map(|own| own.places.iter().map(|place| (own.provider, place)));
    let (provider, label) = free
        .filter(|(_, place)| place.state == PlaceState::Free && place.hold.is_none())
        .map(|(provider, place)| (provider, place.label.clone()))
        .next()
        .expect("a free place");
    let before = house.figure("help").await;
    place::set_in_use(app, &shelter("out"), provider, &label, false).expect("out of use");
    assert_eq!(house.figure("help").await, before - 1);

    assert_eq!(house.figure("countries").await, countries::values().len());
}

#[tokio::test]
async fn those_who_answer_for_the_country_find_its_meetings_and_land_where_their_work_is() {
    let House { site, seed } = House::new();
    let founded = NIGHT.plus_hours(-24 * 400);
    policy::recommend(&site.app, &seed, founded).expect("recommendations");
    policy::programme::found(&site.app, &seed, founded).expect("a programme");
    policy::meeting::meet(&site.app, &seed, NIGHT).expect("meetings");
    for (persona, lands, offered) in [
        (Persona::Secretary, "/plans", true),
        (Persona::Organiser, "/programmes", false),
        (Persona::Rapporteur, "/plans", false),
        (Persona::Observer, "/programmes", false),
    ] {
        let (nobody, account) = (site.nobody(), seed.persona(persona).id.to_string());
        let answer = nobody.post("/account/sign-in", &[("as", &account)]).await;
        assert_eq!(answer.location(), lands, "{persona:?}");
        let visitor = nobody.with_session_of(&answer);
        visitor.open(lands).await;
        let list = visitor.open("/meetings").await;
        let known = |word: &str| list.matches(word).count();
        assert_eq!(
            (known("Third meeting of the year"), known("Fourth meeting of the year")),
            (1, 1)
        );
        assert_eq!(list.contains("href=\"/meetings/new\""), offered, "{persona:?}");
        let at = list
            .split("Third meeting of the year")
            .next()
            .and_then(|before| before.rsplit("href=\"").next());
        let held = at.and_then(|at| at.split('"').next()).expect("its address");
        let page = visitor.open(held).await;
        for part in ["Minutes agreed", "Adopted", "Decisions that became tasks", "Present"] {
            assert!(page.contains(part), "{persona:?}: {part}");
        }
    }
}
