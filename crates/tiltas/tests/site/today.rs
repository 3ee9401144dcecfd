//! What is due, found and recorded: today's list, the search box, a new signal, the directories.

use crate::common::TestSite;
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

const SIGNAL: &[(&str, &str)] = &[
    ("channel", "encounter"),
    ("urgency", "tonight"),
    ("sex", "woman"),
    ("age_class", "unsure"),
    ("languages", "uk"),
    ("nationality", "UA"),
    ("account", "She waits at the border."),
];

#[tokio::test]
async fn a_signal_opens_a_file_and_what_follows_is_due_in_words() {
    let site = TestSite::new();
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    let empty = manager.open("/today").await;
    assert!(empty.contains("Nothing waits for you") && empty.contains("You wait for no answer."));
    let wrong = manager.post("/signals", &[("account", "A word <b>")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for says in [
        "2 answers need another look",
        "Choose how it came.",
        "A word &#60;b&#62;",
    ] {
        assert!(wrong.body.contains(says), "{says}: {}", wrong.text());
    }
    let first = manager.press("/signals", "once", SIGNAL).await;
    let again = manager.press("/signals", "once", SIGNAL).await;
    assert_eq!(
        first.location(),
        again.location(),
        "a second press opens no second file"
    );
    let today = manager.open("/today").await;
    for says in [
        "Tell the child-protection authority",
        "Girl or young woman, age in doubt",
        "<span class=\"tag strong\">child</span>",
    ] {
        assert!(today.contains(says), "{says}: {today}");
    }
    let tell = today
        .split("href=\"")
        .find(|part| part.contains("/tell-child-protection\""));
    let tell = tell.and_then(|part| part.split('"').next()).expect("where it is told");
    manager.open(tell).await;
    let cases = manager.open("/cases").await;
    assert!(cases.contains(&first.location()) && cases.contains("you lead"));
    let name = cases
        .split(&first.location())
        .nth(1)
        .and_then(|rest| rest.split(['>', '<']).nth(1));
    let name = name.expect("a spoken name").to_owned();
    let (genus, digits) = name.split_once(' ').expect("genus and digits");
    let sound = tiltas_domain::case::spoken_name::sound(genus);
    for typed in [
        name.clone(),
        name.to_lowercase(),
        format!("{genus}{digits}"),
        format!("{genus}-{digits}."),
        format!("{sound} {digits}"),
        digits.to_owned(),
    ] {
        let found = manager.post("/cases/find", &[("q", &typed)]).await;
        assert_eq!(
            found.status,
            axum::http::StatusCode::SEE_OTHER,
            "{typed}: {}",
            found.text()
        );
        assert_eq!(found.location(), first.location(), "{typed}");
    }
    let other = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let there = other.post("/cases/find", &[("q", &name)]).await;
    let nowhere = other.post("/cases/find", &[("q", "Nothing 100")]).await;
    let calm = |page: &str| {
        let main = page.split("<h1>").nth(1).unwrap_or_default();
        main.split("</main>").next().unwrap_or_default().to_owned()
    };
    assert_eq!(calm(&there.body), calm(&nowhere.body), "another's case looks like none");
    assert!(there.body.contains("No case by this spoken name"), "{}", there.text());
}

#[tokio::test]
async fn an_open_page_learns_of_news_without_noting_anybody() {
    let site = TestSite::new();
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    let before = manager.open("/today/news").await;
    assert_eq!(before, manager.open("/today/news").await);
    manager.open("/today").await;
    assert_eq!(before, manager.open("/today/news").await, "looking is no news");
    manager.send("/signals", SIGNAL).await;
    assert_ne!(before, manager.open("/today/news").await);
}

#[tokio::test]
async fn everyone_finds_a_phone_that_is_answered_at_night() {
    let site = TestSite::new();
    for (who, role) in [
        (Who::PodulAlb, Role::CaseManager),
        (Who::CasaLiman, Role::Provider),
        (Who::Police, Role::Police),
        (Who::NationalUnit, Role::NationalUnit),
        (Who::BorderPost, Role::Supervisor),
        (Who::ChildProtection, Role::ChildProtection),
        (Who::Team, Role::ContactPoint),
    ] {
        let visitor = site.as_(who, role).await;
        assert!(
            visitor.open("/organisations").await.contains("href=\"tel:022000112\""),
            "{who:?}"
        );
        let page = visitor.open("/providers?who=child&service=shelter").await;
        assert!(
            page.contains("Casa Liman") && !page.contains("Centrul Nistru Nord"),
            "{who:?}"
        );
        for path in ["/today", "/tonight", "/places", "/referrals", "/cases", "/services"] {
            visitor.open(path).await;
        }
    }
    let mut romanian = site.as_(Who::PodulAlb, Role::CaseManager).await;
    romanian.language = "ro";
    for path in [
        "/today",
        "/tonight",
        "/places",
        "/referrals",
        "/cases",
        "/services",
        "/providers",
        "/organisations",
        "/signals/new",
    ] {
        romanian.open(path).await;
    }
}

#[tokio::test]
async fn today_is_narrowed_by_kind_and_the_choice_stands_in_the_address() {
    let site = TestSite::new();
    let manager = site.as_(Who::PodulAlb, Role::CaseManager).await;
    manager.press("/signals", "once", SIGNAL).await;
    let children = manager.open("/today?show=children").await;
    assert!(
        children.contains("href=\"/today?show=children\" aria-current=\"page\""),
        "{children}"
    );
    assert!(children.contains("Tell the child-protection authority"));
    let others = manager.open("/today?show=them").await;
    assert!(others.contains("Nothing of this kind") && !others.contains("Tell the child-protection authority"));
    assert!(
        others.contains("href=\"/today\">All"),
        "the way back is a link: {others}"
    );
}

#[tokio::test]
async fn the_free_places_of_tonight_have_one_total_in_which_each_counts_once() {
    let site = TestSite::new();
    let context = site.context(Who::PodulAlb, Role::CaseManager);
    let lines = tiltas_app::provider::directory(&site.app, &context).expect("a directory");
    let sleeps = lines
        .iter()
        .filter(|line| line.offer.services.contains(&tiltas_domain::provider::Service::Shelter));
    let free: usize = sleeps.map(|line| line.free).sum();
    let page = site.as_(Who::PodulAlb, Role::CaseManager).await.open("/today").await;
    let total = format!("<dt>In all, each place once</dt><dd><b>{free}</b> free</dd>");
    assert!(free > 0 && page.contains(&total), "{page}");
}
