//! Lists of referrals that are longer than a page: each is reached, all are counted, the urgent first.
use crate::{
    audit::position,
    common::{TestSite, plain},
    programs::{Programs, secret},
    spoil,
};
use axum::http::StatusCode;
use std::collections::HashSet;
use tiltas_app::{
    consent,
    referral::{
        self,
        list::{self, Asked, Mark, Page, Sort},
    },
    signal,
};
use tiltas_domain::{
    Answer, Event, Field, Fields, Id, Purpose, Role, Root, audit,
    case::{Case, Urgency},
    consent::{Ground, Recipient},
    content::{Message, Sensitive},
    example::{self, Who},
    provider::Service,
    referral::{Referral, WithdrawnBecause, send::Send},
};

const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);
const HOUSE: (Who, Role) = (Who::CasaLiman, Role::Provider);

/// A context of its own, however many there are.
fn context(site: &TestSite, nth: u32) -> Root {
    let mut context = example::root(site.account(OFFICER.0, OFFICER.1), site.now(), 0xEE);
    context.seed[..4].copy_from_slice(&nth.to_be_bytes());
    Root {
        purpose: Purpose::Assistance,
        request: context.seed,
        ..context
    }
}

/// One more person, for whom a place is asked at Casa Liman.
fn sent(site: &TestSite, nth: u32, urgency: Urgency) -> Id<Referral> {
    let own = site.organisation(HOUSE.0);
    let providers = site.app.store().snapshot().expect("a snapshot").providers(site.now());
    let mut providers = providers.expect("providers").into_iter();
    let house = providers
        .find(|line| line.offer.organisation == own)
        .expect("a house")
        .provider;
    let fields = Fields::of(&[Field::SpokenName, Field::Person, Field::Language, Field::Work]);
    let (case, _) = signal::record(&site.app, &context(site, 3 * nth), &example::signal()).expect("recorded");
    let yes = example::say(Recipient::Service(Service::Shelter), Answer::Yes, fields);
    consent::record(&site.app, &context(site, 3 * nth + 1), case, &[yes]).expect("said");
    let send = Send {
        urgency,
        ..example::send(case, house, fields)
    };
    referral::send(&site.app, &context(site, 3 * nth + 2), &send)
        .expect("sent")
        .0
}

/// The end of its referrals at which an organisation looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Sent,
    Incoming,
}

fn page(site: &TestSite, who: (Who, Role), (end, sort): (End, Sort), after: Option<Mark>) -> Page {
    let asked = Asked {
        sent: (sort, after.clone()),
        incoming: (sort, after),
        ..Asked::default()
    };
    let lists = list::lists(&site.app, &site.context(who.0, who.1), &asked).expect("the lists");
    match end {
        End::Sent => lists.sent,
        End::Incoming => lists.incoming,
    }
}

/// All pages of a list, one after the other; between two of them somebody sends one more.
fn walked(site: &TestSite, who: (Who, Role), order: (End, Sort), mut nth: u32) -> Vec<Id<Referral>> {
    let (mut told, mut after) = (Vec::new(), None::<Mark>);
    loop {
        let page = page(site, who, order, after);
        told.extend(page.lines.iter().map(|line| line.referral));
        let Some(next) = page.next else { return told };
        assert_eq!(Mark::parse(&next.code()), Some(next.clone()));
        after = Some(next);
        site.pass(1);
        sent(site, nth, Urgency::Ordinary);
        nth += 1;
    }
}

#[tokio::test]
async fn every_referral_of_a_long_list_is_reached_once_and_counted_and_the_urgent_stands_first() {
    let programs = Programs::new();
    let site = &programs.site;
    let many = list::LISTED as u32 + 5;
    let mut all: HashSet<Id<Referral>> = (0..many).map(|nth| sent(site, nth, Urgency::Tonight)).collect();
    site.pass(300);
    let danger = sent(site, many, Urgency::DangerNow);
    all.insert(danger);
    let orders = [
        (OFFICER, (End::Sent, Sort::Sent)),
        (OFFICER, (End::Sent, Sort::Changed)),
        (OFFICER, (End::Sent, Sort::Urgent)),
        (HOUSE, (End::Incoming, Sort::Changed)),
        (HOUSE, (End::Incoming, Sort::Urgent)),
    ];
    for (nth, (who, order)) in (0_u32..).zip(orders) {
        let told = walked(site, who, order, many + 1 + 10 * nth);
        let once: HashSet<_> = told.iter().copied().collect();
        assert_eq!(once.len(), told.len(), "{order:?} tells none twice");
        assert!(all.is_subset(&once), "{order:?} loses none");
        all.extend(once);
        if order.1 == Sort::Urgent {
            assert_eq!(told[0], danger, "{order:?}: danger now stands first, whatever is late");
        }
    }
    let first = page(site, HOUSE, (End::Incoming, Sort::Urgent), None);
    let slowly = walked(site, HOUSE, (End::Incoming, Sort::Urgent), many + 100).len();
    assert_eq!((first.lines.len(), first.count), (list::LISTED, slowly - 1));
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let shown = house.open("/referrals").await;
    assert!(
        shown.contains(&danger.to_string()) && shown.contains("incoming_after="),
        "{shown}"
    );
    assert!(shown.contains(&format!("{} shown of {slowly}", list::SHOWN)), "{shown}");
    let (token, mut told) = (secret(HOUSE.0.name(), HOUSE.1), 0);
    let mut path = "/api/v1/referrals".to_owned();
    loop {
        let reply = programs.get(&token, &path).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        let lists = reply.json();
        told += lists["incoming"].as_array().expect("a list").len();
        assert_eq!(lists["incoming_count"]["count"], slowly);
        match lists["incoming_next"].as_str() {
            Some(next) => path = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(told, slowly);
    for wrong in ["incoming_after=7", "show=late", "urgency=soon", "sort=name", "case=7"] {
        let wrong = programs.get(&token, &format!("/api/v1/referrals?{wrong}")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// All marks of today's pages of the house, and the duties on them; each page keeps what was chosen.
async fn walked_today(programs: &Programs) -> Vec<String> {
    let token = secret(HOUSE.0.name(), HOUSE.1);
    let (mut told, mut path) = (Vec::new(), "/api/v1/today".to_owned());
    loop {
        let reply = programs.get(&token, &path).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        let list = reply.json();
        for group in ["urgent", "late", "soon", "later"] {
            for line in list[group].as_array().expect("a list") {
                told.push(line["of"].as_str().expect("a duty of a thing").to_owned());
            }
        }
        match list["next"].as_str() {
            Some(next) => path = next.to_owned(),
            None => return told,
        }
    }
}

#[tokio::test]
async fn danger_now_stands_first_on_today_behind_no_late_line_and_each_duty_is_counted_and_reached_once() {
    let programs = Programs::new();
    let site = &programs.site;
    let mut all: HashSet<String> = (0..60)
        .map(|nth| sent(site, nth, Urgency::Ordinary).to_string())
        .collect();
    site.pass(72 * 60);
    let tonight = sent(site, 60, Urgency::Tonight).to_string();
    let danger = sent(site, 61, Urgency::DangerNow).to_string();
    all.extend([tonight, danger.clone()]);

    let told = walked_today(&programs).await;
    let once: HashSet<String> = told.iter().cloned().collect();
    assert_eq!(once.len(), told.len(), "none is told twice");
    assert!(all.is_subset(&once), "none is lost");
    assert_eq!(told[0], danger, "danger now stands first");
    let token = secret(HOUSE.0.name(), HOUSE.1);
    let first = programs.get(&token, "/api/v1/today").await.json();
    assert_eq!(first["count"]["count"], told.len());
    let late = first["late_count"]["count"].as_u64().expect("a number");
    assert!(late >= 60, "all that is late is counted: {late}");
    let wrong = programs.get(&token, "/api/v1/today?after=7").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);

    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let (mut path, mut shown) = ("/today?show=us".to_owned(), String::new());
    loop {
        let page = house.open(&path).await;
        assert!(page.contains(&format!("{late} things are <b>late</b>")), "{page}");
        let (_, list) = page.split_once("id=\"due\"").expect("the list");
        let (list, _) = list.split_once("id=\"owed\"").expect("its end");
        shown.push_str(list);
        let Some((before, _)) = page.split_once(">Next page</a>") else {
            break;
        };
        let (_, next) = before.rsplit_once("href=\"").expect("an address");
        path = plain(next.trim_end_matches('"'));
        assert!(path.starts_with("/today?show=us&after="), "{path}");
    }
    let href = |id: &str| format!("href=\"/referrals/{id}\"");
    for id in &all {
        assert_eq!(shown.matches(&href(id)).count(), 1, "each is on one page, once");
    }
    let places: Vec<_> = all.iter().map(|id| shown.find(&href(id)).expect("a line")).collect();
    assert_eq!(shown.find(&href(&danger)), places.into_iter().min(), "danger now first");
}

/// The number beside a tab or choice of this label.
fn count<'p>(page: &'p str, label: &str) -> &'p str {
    let tab = page.split_once(&format!(">{label} <span class=\"n\">"));
    let choice = page.split_once(&format!(">{label} ("));
    let (_, rest) = tab.or(choice).unwrap_or_else(|| panic!("no {label}: {page}"));
    rest.split(['<', ')']).next().unwrap_or_default()
}

fn shows(page: &str, id: &Id<Referral>) -> bool {
    page.contains(&format!("href=\"/referrals/{id}\""))
}

#[tokio::test]
async fn referrals_are_narrowed_over_all_pages_and_the_choice_stands_in_the_address() {
    let programs = Programs::new();
    let site = &programs.site;
    let ordinary: Vec<_> = (0..33).map(|nth| sent(site, nth, Urgency::Ordinary)).collect();
    let (danger, accepted) = (sent(site, 33, Urgency::DangerNow), ordinary[0]);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    house
        .send(&format!("/referrals/{accepted}/answer"), &[("answer", "accept")])
        .await;
    let all = house.open("/referrals").await;
    for (label, so_many) in [
        ("All", "34"),
        ("Waiting for an answer", "33"),
        ("Accepted and running", "1"),
        ("Drafts", "0"),
        ("Danger now", "1"),
        ("Ordinary", "33"),
    ] {
        assert_eq!(count(&all, label), so_many, "{label}");
    }
    assert!(!shows(&all, &accepted), "it stands on the second page");
    let running = house.open("/referrals?show=running").await;
    assert!(shows(&running, &accepted) && !shows(&running, &danger));
    assert_eq!(count(&running, "Danger now"), "0", "the counts follow the choice");
    let urgent = house.open("/referrals?urgency=danger_now").await;
    assert!(shows(&urgent, &danger) && !shows(&urgent, &ordinary[1]));
    assert_eq!(count(&urgent, "Waiting for an answer"), "1");
    let kept = house
        .open("/referrals?show=waiting&urgency=ordinary&sort=changed")
        .await;
    for way in [
        "/referrals?show=waiting&urgency=ordinary&sort=changed&incoming_after=",
        "/referrals?show=running&urgency=ordinary&sort=changed",
    ] {
        assert!(plain(&kept).contains(way), "{way}: {kept}");
    }
    let none = house.open("/referrals?show=running&urgency=danger_now").await;
    assert!(none.contains("No referral fits what you chose") && none.contains("href=\"/referrals\""));
    let token = secret(HOUSE.0.name(), HOUSE.1);
    let told = programs.get(&token, "/api/v1/referrals?show=running").await.json();
    assert_eq!(told["incoming"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (
            &told["by_state"]["waiting"]["count"],
            &told["by_urgency"]["all"]["count"]
        ),
        (&33.into(), &1.into())
    );
}

#[tokio::test]
async fn whoever_waits_for_nothing_is_told_neither_to_ring_nor_that_it_is_urgent() {
    let site = TestSite::new();
    let referral = sent(&site, 0, Urgency::Tonight);
    crate::duty::pass(&site, 120);
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let silent = officer.open("/referrals").await;
    assert!(
        shows(&silent, &referral) && silent.contains("No reply. Ring them"),
        "{silent}"
    );
    assert!(silent.contains("class=\"tag"), "{silent}");
    referral::withdraw(&site.app, &context(&site, 9), referral, WithdrawnBecause::NotNeeded).expect("withdrawn");
    let over = officer.open("/referrals").await;
    assert!(
        shows(&over, &referral) && !over.contains("No reply. Ring them"),
        "{over}"
    );
    assert!(!over.contains("class=\"tag"), "{over}");
    let refused = sent(&site, 1, Urgency::Tonight);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let no = [("answer", "refuse"), ("reason", "does_not_fit")];
    house.send(&format!("/referrals/{refused}/answer"), &no).await;
    let now = officer.open("/referrals?show=no").await;
    assert!(
        shows(&now, &refused) && now.contains("class=\"tag"),
        "a new no still is urgent: {now}"
    );
    site.pass(60 * 24 * 10);
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let old = officer.open("/referrals?show=no").await;
    assert!(shows(&old, &refused) && !old.contains("class=\"tag"), "{old}");
}

/// The files that the access log says somebody was shown in a list since.
fn listed(site: &TestSite, since: i64) -> Vec<Id<Case>> {
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    let lines = snapshot.last(100).expect("lines").into_iter();
    let results = lines
        .filter(|line| line.position > since)
        .filter_map(|line| match line.event {
            Some((_, Event::Audit(entry))) => Some(entry.result),
            _ => None,
        });
    let cases = results.filter_map(|result| match result {
        audit::Result::Listed(cases) => Some(cases),
        _ => None,
    });
    cases.flatten().collect()
}

#[tokio::test]
async fn whom_a_list_names_is_noted_and_nobody_else() {
    let site = TestSite::new();
    let referral = sent(&site, 0, Urgency::Tonight);
    let case = {
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        snapshot.case_of(referral).expect("asked").expect("a case")
    };
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let before = position(&site);
    let only = officer.open(&format!("/referrals?case={case}&show=draft")).await;
    assert!(
        !shows(&only, &referral) && only.contains("Only the referrals of"),
        "{only}"
    );
    assert_eq!(listed(&site, before), [case], "its name stood there");
    let before = position(&site);
    officer.open("/services").await;
    assert_eq!(listed(&site, before), [], "what it sent is given by another");
}

#[tokio::test]
async fn a_referral_is_found_by_spoken_name_and_no_address_bears_the_name() {
    let programs = Programs::new();
    let site = &programs.site;
    let id = sent(site, 0, Urgency::Tonight);
    let other = sent(site, 1, Urgency::Tonight);
    let lines = page(site, HOUSE, (End::Incoming, Sort::Urgent), None).lines;
    let line = lines.iter().find(|line| line.referral == id).expect("listed");
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let found = house.post("/referrals/find", &[("q", &line.spoken_name)]).await;
    assert_eq!(found.location(), format!("/referrals?case={}", line.case));
    let only = house.open(&found.location()).await;
    assert!(shows(&only, &id) && !shows(&only, &other));
    assert!(
        only.contains(&format!("Only the referrals of {}.", line.spoken_name)),
        "{only}"
    );
    // Another's referral and none look the same.
    let stranger = site.as_(Who::CasaSalcia, Role::Provider).await;
    let main = |page: String| page.split("<h1>").nth(1).map(str::to_owned);
    let hidden = stranger.post("/referrals/find", &[("q", &line.spoken_name)]).await;
    let nowhere = stranger.post("/referrals/find", &[("q", "Nothing 100")]).await;
    let bare = |page: String| main(page).map(|page| page.split("</main>").next().unwrap_or_default().to_owned());
    assert_eq!(bare(hidden.body), bare(nowhere.body));
    let theirs = stranger.open(&found.location()).await;
    assert!(!theirs.contains(&line.spoken_name) && theirs.contains("No referral fits what you chose"));
}

#[tokio::test]
async fn a_hidden_referral_changes_no_count_and_an_urgency_that_is_withheld_is_none() {
    let programs = Programs::new();
    let site = &programs.site;
    for nth in 0..3 {
        sent(site, nth, Urgency::Ordinary);
    }
    let danger = sent(site, 3, Urgency::DangerNow);
    let lines = page(site, HOUSE, (End::Incoming, Sort::Urgent), None).lines;
    assert_eq!(lines[0].referral, danger);
    let (case, name) = (lines[0].case, lines[0].spoken_name.clone());
    let own = site.organisation(HOUSE.0);
    spoil::existence_only(site.folder(), own, case);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let withheld = house.open("/referrals").await;
    assert_eq!((count(&withheld, "All"), count(&withheld, "Danger now")), ("4", "0"));
    assert!(!shows(&house.open("/referrals?urgency=danger_now").await, &danger));
    let lines = page(site, HOUSE, (End::Incoming, Sort::Urgent), None).lines;
    let line = lines.iter().find(|line| line.referral == danger).expect("listed");
    assert!(line.urgency.is_withheld());
    spoil::no_part(site.folder(), own, case);
    let hidden = house.open("/referrals").await;
    assert_eq!(
        (count(&hidden, "All"), count(&hidden, "Waiting for an answer")),
        ("3", "3")
    );
    assert!(!hidden.contains(&name) && !hidden.contains("can’t be read"));
    let found = house.post("/referrals/find", &[("q", &name)]).await;
    assert_eq!(found.status, StatusCode::OK, "as one that is not there");
}

/// Lines of today's list that are about a child, and how many of the kind there are.
async fn children(programs: &Programs, who: (Who, Role), query: &str) -> (Vec<String>, u64, bool) {
    let reply = programs
        .get(&secret(who.0.name(), who.1), &format!("/api/v1/today{query}"))
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let list = reply.json();
    let groups = ["urgent", "late", "soon", "later"].map(|group| list[group].as_array().expect("a list").clone());
    let lines = groups.iter().flatten().filter(|line| line["child"] == true);
    let of = lines.map(|line| line["case"].as_str().expect("a case").to_owned());
    (
        of.collect(),
        list["chosen_count"]["count"].as_u64().expect("a number"),
        list["next"].is_null(),
    )
}

#[tokio::test]
async fn children_are_sought_on_all_pages_of_today_and_shown_to_those_who_may_know() {
    let programs = Programs::new();
    let site = &programs.site;
    for nth in 0..41 {
        signal::record(&site.app, &context(site, 3 * nth), &example::signal()).expect("recorded");
    }
    site.pass(1);
    let young = tiltas_domain::signal::Record {
        person: example::unsure_of_age(),
        urgency: Urgency::Ordinary,
        ..example::signal()
    };
    let [known, unknown] = [200, 201].map(|nth| {
        signal::record(&site.app, &context(site, 3 * nth), &young)
            .expect("recorded")
            .0
    });
    let (told, count, whole) = children(&programs, OFFICER, "?show=children").await;
    assert_eq!((told.len() as u64, whole), (count, true));
    for case in [known, unknown] {
        assert!(told.contains(&case.to_string()), "{told:?}");
    }
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let page = officer.open("/today?show=children").await;
    assert!(
        page.contains(&format!(">Children <span class=\"n\">{count}</span>")),
        "{page}"
    );
    // Of one the house is told who the person is, of the other nothing but that a place is needed.
    let person = [Field::SpokenName, Field::Work, Field::Person];
    for (nth, case, fields) in [(300, known, &person[..]), (301, unknown, &person[..2])] {
        let send = Send {
            ground: Ground::VitalInterest,
            ground_reason: Some(Message::wrap("No bed.".to_owned())),
            ..example::send(case, crate::duty::house(site, HOUSE.0), Fields::of(fields))
        };
        referral::send(&site.app, &context(site, 3 * nth), &send).expect("sent");
    }
    let (told, count, _) = children(&programs, HOUSE, "?show=children").await;
    assert_eq!(told, vec![known.to_string(); told.len()]);
    assert_eq!(told.len() as u64, count, "a child that is withheld is in no count");
    assert!(count > 0);
}
