//! What a rule makes due stands on the list of whoever owes it and of whoever waits for it, until it is done; and an answer
//! that comes too late is told why.
use crate::common::TestSite;
use axum::http::StatusCode;
use tiltas_app::{case, clock, consent, place, provider, referral, signal, task};
use tiltas_domain::{
    Answer, Field, Fields, Id, Role, Sensitive,
    case::{Case, Person, Urgency},
    consent::Recipient,
    content::Message,
    example::{self, Who},
    provider::{Provider, Service},
    referral::{
        Outcome, Reason, Referral,
        answer::Answer as Reply,
        send::{Draft, Send},
    },
    task::Kind,
};

pub const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);
pub const HOUSE: (Who, Role) = (Who::CasaLiman, Role::Provider);
const OTHER: (Who, Role) = (Who::AdapostRasarit, Role::Provider);
const AUTHORITY: (Who, Role) = (Who::ChildProtection, Role::ChildProtection);

pub fn opened(site: &TestSite, person: Person) -> Id<Case> {
    let context = site.context(OFFICER.0, OFFICER.1);
    let record = tiltas_domain::signal::Record {
        person,
        urgency: Urgency::Tonight,
        ..example::signal()
    };
    let (case, _) = signal::record(&site.app, &context, &record).expect("a file");
    let yes = example::say(
        Recipient::Service(Service::Shelter),
        Answer::Yes,
        Fields::of(&[Field::SpokenName, Field::Work, Field::Person]),
    );
    let context = site.context(OFFICER.0, OFFICER.1);
    consent::record(&site.app, &context, case, &[yes]).expect("said");
    case
}

pub fn house(site: &TestSite, who: Who) -> Id<Provider> {
    let all = provider::directory(&site.app, &site.context(OFFICER.0, OFFICER.1)).expect("providers");
    let found = all.iter().find(|line| line.offer.name == who.name());
    found.expect("a house").provider
}

pub fn sent(site: &TestSite, case: Id<Case>, who: Who) -> Id<Referral> {
    let send = example::send(
        case,
        house(site, who),
        Fields::of(&[Field::SpokenName, Field::Work, Field::Person]),
    );
    let context = site.context(OFFICER.0, OFFICER.1);
    referral::send(&site.app, &context, &send).expect("sent").0
}

/// What the clock draws from, for the step of this name.
pub fn seed(name: &str) -> [u8; 32] {
    let mut seed = [0xC1; 32];
    for (nth, byte) in name.bytes().enumerate() {
        seed[nth % 32] ^= byte.rotate_left(nth as u32 / 32);
    }
    seed
}

/// Time passes, and the node's clock does what is due.
pub fn pass(site: &TestSite, minutes: i64) {
    site.pass(minutes);
    clock::tick(&site.app, site.now(), 64, seed).expect("the clock");
}

fn open_tasks(site: &TestSite, case: Id<Case>, kind: Kind) -> usize {
    task::open_tasks(&site.app, case, kind).expect("tasks").len()
}

#[tokio::test]
async fn a_house_whose_request_is_over_is_told_so_and_gives_no_second_bed() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let (first, second) = (sent(&site, case, HOUSE.0), sent(&site, case, OTHER.0));
    let (house, other) = (site.as_(HOUSE.0, HOUSE.1).await, site.as_(OTHER.0, OTHER.1).await);
    house
        .send(&format!("/referrals/{first}/answer"), &[("answer", "accept")])
        .await;
    let late = other
        .post(&format!("/referrals/{second}/answer"), &[("answer", "accept")])
        .await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Nobody waits for this any more"), "{}", late.text());
    assert!(late.body.contains("href=\"/referrals\""), "a way on: {}", late.text());
    assert!(!late.body.contains("Casa Liman"), "not by whom");
    assert_eq!(
        other.get(&format!("/referrals/{second}")).await.status,
        StatusCode::NOT_FOUND,
        "and nothing of it is shown"
    );
    let stranger = site.as_(Who::CentrulNistruNord, Role::Provider).await;
    let nothing = stranger
        .post(&format!("/referrals/{second}/answer"), &[("answer", "accept")])
        .await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let taken = place::own(&site.app, &site.context(OTHER.0, OTHER.1)).expect("places");
    assert!(
        taken
            .own
            .iter()
            .flat_map(|house| &house.places)
            .all(|place| place.who.is_none())
    );
}

#[tokio::test]
async fn a_full_house_is_told_what_a_house_can_do() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let id = sent(&site, case, HOUSE.0);
    let accept = format!("/referrals/{id}/answer?answer=accept");
    let offers = |page: &str| page.contains("value=\"accept\"") || page.contains(&accept);
    let pages = ["/tonight".to_owned(), format!("/referrals/{id}"), accept.clone()];
    let set_in_use = |in_use| {
        for line in place::own(&site.app, &site.context(HOUSE.0, HOUSE.1))
            .expect("places")
            .own
        {
            for place in line.places {
                let context = site.context(HOUSE.0, HOUSE.1);
                place::set_in_use(&site.app, &context, line.provider, &place.label, in_use).expect("set");
            }
        }
    };
    let visitor = site.as_(HOUSE.0, HOUSE.1).await;
    for path in &pages {
        assert!(offers(&visitor.open(path).await), "{path}: a place is free");
    }
    set_in_use(false);
    for path in &pages {
        let page = visitor.open(path).await;
        assert!(!offers(&page), "{path} offers what the rules refuse: {page}");
        assert!(
            page.contains("No place of your house is free") && page.contains("href=\"/places\""),
            "{path}"
        );
    }
    for language in ["en", "ro"] {
        let mut house = site.as_(HOUSE.0, HOUSE.1).await;
        house.language = language;
        let full = house
            .post(&format!("/referrals/{id}/answer"), &[("answer", "accept")])
            .await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.body.contains("href=\"/places\""), "{}", full.text());
        for word in ["another provider", "alt prestator", "{$", "{ $"] {
            assert!(!full.body.contains(word), "{language}: {word}: {}", full.text());
        }
    }
    set_in_use(true);
    for path in &pages {
        assert!(offers(&visitor.open(path).await), "{path}: a place is free again");
    }
}

#[tokio::test]
async fn the_notice_of_a_child_is_acknowledged_by_a_clock_and_both_see_until_when() {
    let site = TestSite::new();
    let case = opened(&site, example::unsure_of_age());
    let (notice, _) = task::open_tasks(&site.app, case, Kind::TellChildProtection).expect("a notice")[0].clone();
    let authority = site.organisation(AUTHORITY.0);
    let context = site.context(OFFICER.0, OFFICER.1);
    task::tell_child_protection(&site.app, &context, notice, authority).expect("told");
    let (officer, child) = (
        site.as_(OFFICER.0, OFFICER.1).await,
        site.as_(AUTHORITY.0, AUTHORITY.1).await,
    );
    let (owes, waits) = ("Acknowledge the notice of a child", "has not done this yet");
    let (theirs, ours) = (child.open("/today").await, officer.open("/today").await);
    assert!(theirs.contains(owes) && !theirs.contains(waits), "{theirs}");
    assert!(ours.contains(waits) && ours.contains(owes), "{ours}");
    pass(&site, 60 + 60 + 1);
    let unit = site.as_(Who::Team, Role::ContactPoint).await.open("/today").await;
    assert!(unit.contains("is late") && unit.contains(owes), "it escalates: {unit}");
    let (receipt, _) = task::open_tasks(&site.app, case, Kind::AcknowledgeNotice).expect("a receipt")[0].clone();
    child
        .send(&format!("/tasks/{receipt}"), &[("end", "done"), ("note", "We come")])
        .await;
    let (theirs, ours) = (child.open("/today").await, officer.open("/today").await);
    assert!(!theirs.contains(owes) && !ours.contains(waits), "{ours}");
    let team = site.as_(Who::Team, Role::ContactPoint).await.open("/today").await;
    assert!(!team.contains(owes), "what is done is late for nobody");
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("We come"), "the answer stands in the file");
}

#[tokio::test]
async fn an_urgent_referral_that_ends_without_help_makes_help_due_again() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    assert_eq!(open_tasks(&site, case, Kind::Refer), 1);
    let (first, second) = (sent(&site, case, HOUSE.0), sent(&site, case, OTHER.0));
    assert_eq!(open_tasks(&site, case, Kind::Refer), 0, "help is sought");
    let no = Reply::Refuse {
        reason: Reason::NotSafe,
        words: None,
    };
    referral::answer(&site.app, &site.context(HOUSE.0, HOUSE.1), first, &no).expect("refused");
    assert_eq!(open_tasks(&site, case, Kind::Refer), 0, "another still may help");
    pass(&site, 24 * 60 + 1);
    assert_eq!(open_tasks(&site, case, Kind::Refer), 1, "it expired unanswered");
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    assert!(officer.open("/today").await.contains("Find help: no referral is open"));
    let again = site.as_(OTHER.0, OTHER.1).await;
    let over = again
        .post(&format!("/referrals/{second}/answer"), &[("answer", "accept")])
        .await;
    assert!(over.body.contains("Nobody waits for this any more"), "{}", over.text());
    let third = sent(&site, case, HOUSE.0);
    let yes = Reply::Accept {
        place: None,
        words: None,
    };
    referral::answer(&site.app, &site.context(HOUSE.0, HOUSE.1), third, &yes).expect("accepted");
    assert_eq!(open_tasks(&site, case, Kind::Refer), 0);
    let missed = Message::wrap("Nobody came".to_owned());
    referral::fail(&site.app, &site.context(HOUSE.0, HOUSE.1), third, &missed).expect("failed");
    assert_eq!(open_tasks(&site, case, Kind::Refer), 1, "nobody came");
}

#[tokio::test]
async fn a_draft_that_lies_stands_on_the_list_until_it_is_sent() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let command = Draft {
        case,
        draft: None,
        to: Some(house(&site, HOUSE.0)),
        urgency: Urgency::Ordinary,
        services: vec![Service::Shelter],
        words: None,
    };
    let (draft, _) = referral::draft(&site.app, &site.context(OFFICER.0, OFFICER.1), &command).expect("a draft");
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let says = "Send the draft of a referral";
    assert!(officer.open("/today").await.contains(says));
    pass(&site, 48 * 60 + 1);
    let leader = site.as_(Who::BorderPost, Role::Supervisor).await;
    assert!(
        leader.open("/today").await.contains(says),
        "what lies for a day reaches the supervisor"
    );
    let send = Send {
        draft: Some(draft),
        urgency: Urgency::Ordinary,
        ..example::send(
            case,
            house(&site, HOUSE.0),
            Fields::of(&[Field::SpokenName, Field::Work, Field::Person]),
        )
    };
    referral::send(&site.app, &site.context(OFFICER.0, OFFICER.1), &send).expect("sent");
    assert_eq!(open_tasks(&site, case, Kind::SendDraft), 0);
    assert!(!officer.open("/today").await.contains(says));
}

#[tokio::test]
async fn a_team_to_which_a_delay_was_escalated_takes_over_with_its_duties() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let team = site.as_(Who::Team, Role::ContactPoint).await;
    let page = format!("/cases/{case}/lead");
    assert_eq!(team.get(&page).await.status, StatusCode::NOT_FOUND, "nobody told it");
    pass(&site, 60 + 60 + 1);
    let late = team.open("/today").await;
    let mut tasks = late.split("href=\"/tasks/").skip(1);
    let task = tasks.find_map(|rest| rest.split('"').next().filter(|task| *task != "new"));
    let task = format!("/tasks/{}", task.expect("a task"));
    let shown = team.open(&task).await;
    assert!(shown.contains(&page), "the delay leads to it: {shown}");
    let open = team.open(&page).await;
    assert!(open.contains("Take case lead"));
    let file = format!("href=\"/cases/{case}\"");
    assert!(!open.contains(&file), "no link to a file that is not open yet: {open}");
    assert_eq!(team.send(&page, &[]).await, format!("/cases/{case}?done=lead_taken"));
    let file = team.open(&format!("/cases/{case}")).await;
    assert!(file.contains("Case lead taken without an offer"), "{file}");
    let ours = task::open_tasks(&site.app, case, Kind::Refer).expect("tasks");
    let owner = site.organisation(Who::Team);
    assert_eq!(ours.len(), 1, "one duty, one owner");
    assert_eq!(ours[0].1.opened.assignee.organisation, owner);
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    assert!(!officer.open("/today").await.contains("Find help"));
    assert!(
        officer
            .open(&format!("/cases/{case}"))
            .await
            .contains("Case lead taken without an offer")
    );
    assert_eq!(
        officer
            .post(&format!("/cases/{case}/risk"), &[("level", "low")])
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn an_authority_that_takes_a_childs_case_has_been_told_and_every_duty_has_one_owner() {
    let site = TestSite::new();
    let case = opened(&site, example::unsure_of_age());
    let again = tiltas_domain::task::Write {
        work: tiltas_domain::task::Work::Refer,
        organisation: None,
        function: None,
        due: None,
    };
    task::write(&site.app, &site.context(OFFICER.0, OFFICER.1), case, &again).expect("a second duty of the same kind");
    let (notice, _) = task::open_tasks(&site.app, case, Kind::TellChildProtection).expect("a notice")[0].clone();
    let authority = site.organisation(AUTHORITY.0);
    task::tell_child_protection(&site.app, &site.context(OFFICER.0, OFFICER.1), notice, authority).expect("told");
    let child = site.as_(AUTHORITY.0, AUTHORITY.1).await;
    let page = format!("/cases/{case}/lead");
    assert!(
        child.open(&format!("/cases/{case}")).await.contains(&page),
        "the file leads to it"
    );
    child.send(&page, &[]).await;
    assert_eq!(
        open_tasks(&site, case, Kind::AcknowledgeNotice),
        0,
        "taking the lead says that it heard"
    );
    let sought = task::open_tasks(&site.app, case, Kind::Refer).expect("tasks");
    let owners: Vec<_> = sought
        .iter()
        .map(|(_, task)| task.opened.assignee.organisation)
        .collect();
    assert_eq!(owners, [authority, authority]);
}

#[tokio::test]
async fn an_offer_of_the_lead_that_nobody_answers_falls_by_the_clock_and_says_so() {
    let site = TestSite::new();
    let case = opened(&site, example::unsure_of_age());
    let to = site.organisation(AUTHORITY.0);
    case::offer_lead(&site.app, &site.context(OFFICER.0, OFFICER.1), case, to).expect("offered");
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let page = format!("/cases/{case}/lead");
    assert!(officer.open(&page).await.contains("Take the offer back"));
    pass(&site, 72 * 60 + 1);
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("not answered in time"), "{file}");
    assert!(officer.open(&page).await.contains("Offer case lead"));
    let child = site.as_(AUTHORITY.0, AUTHORITY.1).await;
    assert!(!child.open("/today").await.contains("Accept case lead"));
}

#[tokio::test]
async fn where_the_person_is_cared_for_shows_to_those_who_may_know_it_and_ends_with_the_service() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let (first, legal) = (sent(&site, case, HOUSE.0), sent(&site, case, OTHER.0));
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let says = "Now in care of Casa Liman";
    let file = format!("/cases/{case}");
    house
        .send(&format!("/referrals/{first}/answer"), &[("answer", "accept")])
        .await;
    assert!(!officer.open(&file).await.contains(says), "a promise is no care");
    house.send(&format!("/referrals/{first}/start"), &[]).await;
    assert!(officer.open(&file).await.contains(says));
    assert!(
        !house.open(&file).await.contains(says),
        "it was not told where the person is"
    );
    let other = site.as_(OTHER.0, OTHER.1).await;
    assert_eq!(other.get(&file).await.status, StatusCode::NOT_FOUND, "{legal}");
    let ended = referral::complete(
        &site.app,
        &site.context(HOUSE.0, HOUSE.1),
        first,
        Outcome::ServiceGiven,
        None,
    );
    ended.expect("ended");
    assert!(!officer.open(&file).await.contains(says));
    assert!(
        house.get(&file).await.status == StatusCode::OK,
        "its own record is there"
    );
    pass(&site, 100 * 24 * 60);
    let house = site.as_(HOUSE.0, HOUSE.1).await;
    assert_eq!(
        house.get(&file).await.status,
        StatusCode::NOT_FOUND,
        "and ends by the clock"
    );
}
