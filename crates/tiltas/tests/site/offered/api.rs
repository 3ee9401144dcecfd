//! The same crawl at the door for programs: whatever a page offers to a role, its program can do with the documented body; what
//! is offered to somebody else is not there for it, and leaves nothing behind.
use super::{
    Form, NEUTRAL, PEOPLE, crawl,
    door::{Door, doors},
    happened,
};
use crate::{
    common::TestSite,
    contract::documented,
    duty::pass,
    hidden::acts::{Base, Stage, example},
    programs::{Programs, Reply, secret},
};
use axum::http::StatusCode;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;
use tiltas_app::Act;
use tiltas_domain::{
    Moment, Role,
    example::Who,
    organisation::{OpenFunction, ToldOfFunction},
};

/// What no page offers, and to whom the policy gives it: institutions are registered, houses listed, proceedings noted and
/// screenings begun anew by programs alone.
const BY_PROGRAMS_ALONE: [(&str, &[Role]); 4] = [
    ("/cases/{id}/proceedings", &[Role::FirstResponder]),
    ("/cases/{id}/screenings", &[Role::FirstResponder]),
    ("/organisations", &[Role::NationalUnit]),
    (
        "/providers",
        &[
            Role::Provider,
            Role::CaseManager,
            Role::ContactPoint,
            Role::ChildProtection,
        ],
    ),
];

/// Forms to which no address for programs belongs: a search, papers, and a screening that opens a file of its own.
const BY_PEOPLE_ALONE: [&str; 4] = ["/audits", "/summary", "/print", "/screenings/new"];

/// What whoever leads hears who takes back an offer that was not made: one page offers the lead and takes it back.
const NO_OFFER: &str = "CAS-10";

/// Pages to which a link leads only while something is late, and which are there before: the policy asks for no delay.
const WITHOUT_A_LINK: &str = "/attempts";

async fn sent(programs: &Programs, (who, role): (Who, Role), door: &Door, nth: usize) -> Reply {
    let token = secret(who.name(), role);
    programs
        .post(&token, &door.address, &format!("door {nth}"), &door.body)
        .await
}

/// The forms that each role is offered.
async fn forms(site: &TestSite) -> Vec<Vec<Form>> {
    let mut all: Vec<BTreeMap<String, Form>> = Vec::new();
    for (who, role) in PEOPLE {
        all.push(crawl(&site.as_(who, role).await).await.forms);
    }
    let quiet: BTreeMap<String, Form> = all
        .iter()
        .flatten()
        .map(|(which, form)| (which.clone(), form.clone()))
        .collect();
    for ((who, role), own) in PEOPLE.into_iter().zip(&mut all) {
        for (which, form) in quiet.iter().filter(|(_, form)| form.address.ends_with(WITHOUT_A_LINK)) {
            let page = site.as_(who, role).await.get(&form.address).await;
            if page.status == StatusCode::OK && page.body.contains(&format!("action=\"{}\"", form.address)) {
                own.insert(which.clone(), form.clone());
            }
        }
    }
    all.into_iter().map(|own| own.into_values().collect()).collect()
}

/// What these forms do at the door for programs; and the forms to which nothing there belongs.
fn offers(site: &TestSite, forms: Vec<Form>, alone: &mut BTreeSet<String>) -> Vec<Vec<Door>> {
    let mut own = Vec::new();
    let mut known = BTreeSet::new();
    for form in forms {
        let Some(doors) = doors(site, &form) else {
            alone.insert(form.address);
            continue;
        };
        // Two pages may hold the same form.
        own.extend(doors.into_iter().filter(|ways| known.insert(ways[0].to_string())));
    }
    own
}

/// The rule that said no.
fn code(reply: &Reply) -> Option<String> {
    let refused = reply.status == StatusCode::UNPROCESSABLE_ENTITY;
    refused.then(|| reply.json()["code"].as_str().unwrap_or_default().to_owned())
}

/// Whether the rules took it, or said no for a reason that anyone may hear.
fn is_taken(reply: &Reply) -> bool {
    reply.status.is_success() || code(reply).is_some_and(|code| NEUTRAL.contains(&code.as_str()))
}

/// The same node further on: a need is recorded, a place free and another closed, nobody is in a function, and what was asked is
/// late.
async fn later(base: &Base) -> (TempDir, Moment) {
    let site = TestSite::copy_of(base.folder.path(), base.now);
    for act in [Act::RecordNeed, Act::FreePlace] {
        let example = example(act).expect("an example");
        (example.done)(&site, base.ids(example.stage)).expect("done");
    }
    let unit = site.context(Who::NationalUnit, Role::NationalUnit);
    let open = OpenFunction {
        role: Role::Supervisor,
        told: ToldOfFunction {
            title: "Night shift".to_owned(),
            duty_phone: None,
            head: None,
        },
    };
    let of = site.organisation(Who::PodulAlb);
    tiltas_app::function::open(&site.app, &unit, of, &open).expect("opened");
    let programs = Programs::of(site);
    let house = (Who::AdapostRasarit, Role::Provider);
    let own = crawl(&programs.site.as_(house.0, house.1).await)
        .await
        .forms
        .into_values()
        .collect();
    let mut ways = offers(&programs.site, own, &mut BTreeSet::new()).into_iter();
    let closure = ways
        .find(|ways| ways[0].path == "/places/closures")
        .expect("a free place");
    assert!(sent(&programs, house, &closure[0], 0).await.status.is_success());
    pass(&programs.site, 130);
    let now = programs.site.now();
    (programs.site.closed(), now)
}

/// What came of a crawl.
#[derive(Default)]
struct Played {
    taken: BTreeSet<&'static str>,
    offered: usize,
    refused: usize,
    wrong: Vec<String>,
}

impl Played {
    /// Sends what each role is offered, and what it is not offered and another is, where its address was not tried before.
    async fn play(&mut self, copy: impl Fn() -> Programs) {
        let before: BTreeSet<&str> = self.taken.clone();
        let shared = copy();
        let mut alone = BTreeSet::new();
        let mut offered = Vec::new();
        for own in forms(&shared.site).await {
            offered.push(offers(&shared.site, own, &mut alone));
        }
        alone.retain(|address| !BY_PEOPLE_ALONE.iter().any(|end| address.ends_with(end)));
        assert!(alone.is_empty(), "which address for programs does the same? {alone:#?}");
        let is_new = |ways: &&Vec<Door>| ways.iter().any(|door| !before.contains(door.path));
        for (person, own) in PEOPLE.into_iter().zip(&offered) {
            for ways in own.iter().filter(is_new) {
                self.offer(person, ways, &copy).await;
            }
            let mine: BTreeSet<&str> = own.iter().flatten().map(|door| door.address.as_str()).collect();
            let others = offered.iter().flatten().filter(is_new).flatten();
            let others = others.filter(|door| !mine.contains(door.address.as_str()));
            let others: BTreeMap<String, &Door> = others.map(|door| (door.to_string(), door)).collect();
            self.refuse(person, (&mine, others.into_values()), &shared).await;
        }
    }

    async fn offer(&mut self, person: (Who, Role), ways: &[Door], copy: impl Fn() -> Programs) {
        let mut said = Vec::new();
        for door in ways {
            // Each on a copy of its own: one act may end what another would be done to.
            let reply = sent(&copy(), person, door, self.offered).await;
            self.offered += 1;
            if is_taken(&reply) {
                self.taken.insert(door.path);
            }
            if reply.status.is_server_error() {
                self.wrong.push(format!("{person:?} {door}: {}", reply.text));
            }
            said.push(reply);
        }
        if !said.iter().any(is_taken) {
            let said: Vec<&str> = said.iter().map(|reply| reply.text.as_str()).collect();
            self.wrong
                .push(format!("{person:?} is offered {}, and hears {said:?}", ways[0]));
        }
    }

    async fn refuse<'d>(
        &mut self,
        person: (Who, Role),
        (mine, doors): (&BTreeSet<&str>, impl Iterator<Item = &'d Door>),
        shared: &Programs,
    ) {
        let before = happened(&shared.site);
        for door in doors {
            let reply = sent(shared, person, door, self.refused).await;
            self.refused += 1;
            // The body is well made, for others did with it what it is for: only that it is not theirs can stand against it.
            let leads = door
                .address
                .strip_suffix("/withdrawals")
                .is_some_and(|offer| mine.contains(offer));
            let no_offer = leads && code(&reply).as_deref() == Some(NO_OFFER);
            if reply.status != StatusCode::NOT_FOUND && !no_offer {
                let (status, text) = (reply.status, reply.text);
                self.wrong
                    .push(format!("{person:?} is not offered {door}, and gets {status} {text}"));
            }
        }
        if happened(&shared.site) != before {
            self.wrong
                .push(format!("{person:?} left something behind with what is not offered"));
        }
    }
}

/// What is about institutions.
const OF_POLICY: &[&str] = &[
    "/recommendations",
    "/partnerships",
    "/programmes",
    "/meetings",
    "/trainings",
    "/certificates",
    "/visits",
    "/plans",
    "/imports",
    "/practices",
    "/experts",
    "/periods",
    "/reports",
    "/national-reports",
];

#[tokio::test]
async fn a_program_can_do_what_a_page_offers_and_finds_nothing_where_none_does() {
    let base = Base::build();
    let mut played = Played::default();
    played
        .play(|| Programs::of(TestSite::copy_of(base.folder.path(), base.now)))
        .await;
    let (folder, now) = later(&base).await;
    played
        .play(|| Programs::of(TestSite::copy_of(folder.path(), now)))
        .await;
    let Played {
        mut taken,
        offered,
        refused,
        wrong,
    } = played;
    println!(
        "{offered} offered and sent, {refused} not offered and sent, {} addresses",
        taken.len()
    );
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(
        offered > 200 && refused > 1300,
        "{offered} offered, {refused} not offered"
    );
    taken.extend(BY_PROGRAMS_ALONE.iter().map(|(path, _)| *path));
    let all = documented().into_iter().filter(|(method, _)| method == "POST");
    let left: Vec<String> = all
        .map(|(_, path)| path.trim_start_matches("/api/v1").to_owned())
        // They are about no file: what their pages offer is played in tests of their own.
        .filter(|path| !OF_POLICY.iter().any(|start| path.starts_with(start)) && !taken.contains(path.as_str()))
        .collect();
    assert!(left.is_empty(), "no page that offers these was met: {left:#?}");
}

#[tokio::test]
async fn what_no_page_offers_is_taken_from_whom_the_policy_names_and_is_not_there_for_others() {
    let base = Base::build();
    let case = base.ids(Stage::Child).case.to_string();
    let mut nth = 0;
    for (path, roles) in BY_PROGRAMS_ALONE {
        for person in PEOPLE {
            // Each on a copy of its own: a name is taken once.
            let copy = Programs::of(TestSite::copy_of(base.folder.path(), base.now));
            let police = copy.site.organisation(Who::Police).to_string();
            let with = if path.ends_with("/proceedings") {
                json!({"police": police})
            } else {
                json!({})
            };
            let before = happened(&copy.site);
            let reply = sent(&copy, person, &Door::new(path, &[("id", &case)], with), nth).await;
            nth += 1;
            match roles.contains(&person.1) {
                true => assert_eq!(reply.status, StatusCode::CREATED, "{person:?} {path}: {}", reply.text),
                false => {
                    assert_eq!(reply.status, StatusCode::NOT_FOUND, "{person:?} {path}: {}", reply.text);
                    assert_eq!(happened(&copy.site), before, "{person:?} {path}");
                }
            }
        }
    }
}
