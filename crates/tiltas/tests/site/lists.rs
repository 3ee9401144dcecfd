//! Lists of referrals that are longer than a page: each is reached, all are counted, the urgent first.
use crate::{
    common::TestSite,
    programs::{Programs, secret},
};
use axum::http::StatusCode;
use std::collections::HashSet;
use tiltas_app::{
    consent,
    referral::{
        self,
        list::{self, Mark, Order},
    },
    signal,
};
use tiltas_domain::{
    Answer, Field, Fields, Id, Purpose, Role, Root,
    case::Urgency,
    consent::{AddConsent, Form, Ground, Recipient},
    example::{self, Who},
    provider::Service,
    referral::{Referral, send::Send},
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
    let yes = AddConsent {
        to: Recipient::Service(Service::Shelter),
        answer: Answer::Yes,
        fields,
        purpose: Purpose::Assistance,
        until: None,
        form: Form::Spoken,
        language: None,
        words: None,
    };
    consent::record(&site.app, &context(site, 3 * nth + 1), case, &[yes]).expect("said");
    let send = Send {
        case,
        draft: None,
        to: house,
        urgency,
        services: vec![Service::Shelter],
        fields,
        ground: Ground::Consent,
        ground_reason: None,
        until: None,
        hold: false,
        words: None,
    };
    referral::send(&site.app, &context(site, 3 * nth + 2), &send)
        .expect("sent")
        .0
}

/// All pages of a list, one after the other; between two of them somebody sends one more.
fn walked(site: &TestSite, who: (Who, Role), order: Order, mut nth: u32) -> Vec<Id<Referral>> {
    let reader = site.context(who.0, who.1);
    let (mut told, mut after) = (Vec::new(), None::<Mark>);
    loop {
        let page = list::page(&site.app, &reader, order, after.as_ref(), list::LISTED).expect("a page");
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
    for (who, order) in [
        (OFFICER, Order::Sent),
        (OFFICER, Order::SentByChange),
        (OFFICER, Order::SentByState),
        (HOUSE, Order::Incoming),
        (HOUSE, Order::IncomingByState),
    ] {
        let told = walked(site, who, order, many + 1 + 10 * order as u32);
        let once: HashSet<_> = told.iter().copied().collect();
        assert_eq!(once.len(), told.len(), "{order:?} tells none twice");
        assert!(all.is_subset(&once), "{order:?} loses none");
        all.extend(once);
        if matches!(order, Order::Incoming | Order::IncomingByState) {
            assert_eq!(told[0], danger, "{order:?}: danger now stands first, whatever is late");
        }
    }
    let reader = site.context(HOUSE.0, HOUSE.1);
    let page = list::page(&site.app, &reader, Order::Incoming, None, list::LISTED).expect("a page");
    let slowly = walked(site, HOUSE, Order::Incoming, many + 100).len();
    assert_eq!(
        (page.lines.len(), page.count, page.more),
        (list::LISTED, slowly - 1, false)
    );
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
    let wrong = programs.get(&token, "/api/v1/referrals?incoming_after=7").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
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
        path = next.trim_end_matches('"').replace("&#38;", "&").replace("&amp;", "&");
        assert!(path.starts_with("/today?show=us&after="), "{path}");
    }
    let href = |id: &str| format!("href=\"/referrals/{id}\"");
    for id in &all {
        assert_eq!(shown.matches(&href(id)).count(), 1, "each is on one page, once");
    }
    let places: Vec<_> = all.iter().map(|id| shown.find(&href(id)).expect("a line")).collect();
    assert_eq!(shown.find(&href(&danger)), places.into_iter().min(), "danger now first");
}
