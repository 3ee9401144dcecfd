//! Those who work on policy find recommendations, practices and institutions by words, and no case; what is not there and what may not be
//! seen look the same.
use crate::{
    common::{TestSite, Visitor},
    coverage::night::{CANARY, Night},
    duty, plan,
    programs::Programs,
    report, training,
};
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);

const ORGANISER: (Who, Role) = (Who::Partner, Role::Organiser);
const NOTHING: &str = "Nothing with all of these words";

const DRAFT: [(&str, &str); 5] = [
    ("title", "Asistență la frontieră"),
    ("theme", "assistance"),
    ("done", "Houses answer the border post at night."),
    ("language", "en"),
    ("confidence", "verified"),
];
const SAID: [(&str, &str); 6] = [
    ("title", "Refer on the same day"),
    ("text", "Inspectors should refer a person on the same day."),
    ("wording", "verbatim"),
    ("language", "en"),
    ("theme", "labour"),
    ("source", "training"),
];

async fn sought(visitor: &Visitor<'_>, words: &str) -> String {
    let answer = visitor.post("/search", &[("q", words)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    // What was typed stands in the box.
    answer.body.replace(words, "")
}

#[tokio::test]
async fn words_find_what_stands_in_it_however_they_are_typed_and_a_draft_only_for_its_own() {
    let programs = Programs::new();
    let site = &programs.site;
    let expert = site.as_(EXPERT.0, EXPERT.1).await;
    expert.send("/practices/new", &DRAFT).await;
    expert.send("/recommendations/new", &SAID).await;
    let institution = [("country", "NL"), ("name", "House of Law")];
    site.as_(SECRETARY.0, SECRETARY.1)
        .await
        .send("/experts/new", &institution)
        .await;
    for (words, there) in [
        ("INSPECTORS same", "/recommendations/"),
        ("asistenta", "/practices/"),
        ("night houses", "/practices/"),
        ("house law", "/experts/"),
    ] {
        let page = sought(&expert, words).await;
        let list = page.split("<ul class=\"lines\">").nth(1).expect(words);
        assert!(list.contains(&format!("href=\"{there}")), "{words}: {page}");
    }
    let focal = site.as_(FOCAL.0, FOCAL.1).await;
    let (hidden, none) = (sought(&focal, "asistenta").await, sought(&focal, "nowherewords").await);
    assert!(hidden.contains(NOTHING) && none.contains(NOTHING), "{hidden}");
    let main = |page: &str| {
        page.split("<main")
            .nth(1)
            .map(|rest| rest.split("name=\"token\"").count())
    };
    assert_eq!(main(&hidden), main(&none));
    let of = |who: (Who, Role)| programs.token(who.0, who.1);
    let (own, other) = (
        programs.get(&of(EXPERT), "/api/v1/search?text=asistenta").await,
        programs.get(&of(FOCAL), "/api/v1/search?text=asistenta").await,
    );
    assert!(own.text.contains("\"kind\":\"practice\""), "{}", own.text);
    assert_eq!(other.text, "[]");
    let blank = programs.get(&of(EXPERT), "/api/v1/search?text=").await;
    assert_eq!(blank.status.as_u16(), 422, "{}", blank.text);
}

#[tokio::test]
async fn plans_trainings_visits_meetings_and_reports_are_found_by_those_who_may_open_them() {
    let site = TestSite::new();
    let (secretary, organiser) = (
        site.as_(SECRETARY.0, SECRETARY.1).await,
        site.as_(ORGANISER.0, ORGANISER.1).await,
    );
    let (focal, expert) = (site.as_(FOCAL.0, FOCAL.1).await, site.as_(EXPERT.0, EXPERT.1).await);
    let (_, action) = plan::written(&site).await;
    organiser.send("/trainings/new", &training::PLAN).await;
    let partner = site.organisation(Who::Partner).to_string();
    let visit = [
        ("kind", "study_visit"),
        ("title", "Visit of June"),
        ("place", "Vilnius"),
        ("begins", "2018-06"),
        ("delegation", partner.as_str()),
    ];
    organiser.send("/visits/new", &visit).await;
    let call = [
        ("title", "Second meeting of the year"),
        ("body", "National committee"),
        ("on", "19 8 2026"),
        ("invited", partner.as_str()),
    ];
    secretary.send("/meetings/new", &call).await;
    duty::pass(&site, report::TO_JANUARY);
    duty::pass(&site, 1);
    let owed = report::address(&focal.open("/reports").await, "/reports/");
    focal.send(&format!("{owed}/writing"), &report::WRITTEN).await;

    let everybody = [
        ("districts agreed", action.as_str()),
        ("speaks child", action.as_str()),
        ("plan 2028", "/plans/"),
        ("first help ngos", ""),
        ("first help chisinau", "/trainings/"),
        ("june vilnius", "/visits/"),
    ];
    for (words, there) in everybody {
        for reads in [&secretary, &focal, &expert] {
            let page = sought(reads, words).await;
            match there {
                "" => assert!(page.contains(NOTHING), "not sought in the audience: {page}"),
                there => assert!(page.contains(&format!("href=\"{there}")), "{words}: {page}"),
            }
        }
    }
    for (words, there, reads, others) in [
        ("second meeting", "/meetings/", [&secretary, &expert], [&focal]),
        ("seven posts officer", owed.as_str(), [&secretary, &focal], [&expert]),
    ] {
        for reads in reads {
            let page = sought(reads, words).await;
            assert!(page.contains(&format!("href=\"{there}")), "{words}: {page}");
        }
        for other in others {
            let page = sought(other, words).await;
            assert!(page.contains(NOTHING), "{words}: {page}");
        }
    }
    let page = sought(&focal, "ungheni").await;
    let told = "Border police, Ungheni, 1 January 2026 to 31 December 2026";
    assert!(page.contains(told), "which of its reports it is: {page}");
}

#[tokio::test]
async fn no_case_is_found_by_those_who_work_on_policy_and_those_who_work_on_cases_find_nothing_here() {
    let night = Night::new();
    let site = &night.programs.site;
    for who in [SECRETARY, FOCAL, EXPERT] {
        let visitor = site.as_(who.0, who.1).await;
        let front = visitor.open("/recommendations").await;
        assert!(
            front.contains("action=\"/search\"") && !front.contains("action=\"/cases/find\""),
            "{who:?}"
        );
        for words in [CANARY, night.spoken_name.as_str()] {
            let page = sought(&visitor, words).await;
            assert!(page.contains(NOTHING) && !page.contains("/cases/"), "{who:?}");
        }
    }
    for who in [(Who::BorderPost, Role::FirstResponder), (Who::Police, Role::Police)] {
        let visitor = site.as_(who.0, who.1).await;
        assert_eq!(visitor.get("/search").await.status, StatusCode::NOT_FOUND, "{who:?}");
        let sent = visitor.post("/search", &[("q", "inspectors")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{who:?}");
    }
}
