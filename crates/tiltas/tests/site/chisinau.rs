//! Chisinau 2018 at a browser: each thing that a step made opens on its living page for whom the step names, and is only looked at there.
use crate::common::{Answer, TestSite, Visitor};
use axum::http::StatusCode;
use std::collections::BTreeSet;
use tiltas_demonstration::chisinau::{Reader, Scene};

const STORY: &str = "/chisinau-2018";

/// A visitor with a story of their own.
struct Player<'s> {
    visitor: Visitor<'s>,
}

impl<'s> Player<'s> {
    /// Presses the first step: the story begins, and a cookie leads back to it.
    async fn new(site: &'s TestSite) -> Player<'s> {
        let nobody = site.nobody();
        let page = nobody.open(STORY).await;
        let answer = nobody.post(STORY, &[("do", "next"), ("stage", stage(&page))]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        Player {
            visitor: nobody.with_cookie_of(&answer),
        }
    }

    async fn page(&self) -> String {
        self.visitor.open(STORY).await
    }

    async fn press(&self, button: &str) -> Answer {
        let page = self.page().await;
        self.visitor
            .post(STORY, &[("do", button), ("stage", stage(&page))])
            .await
    }
}

fn stage(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"stage\" value=\"").expect("a form");
    rest.split('"').next().expect("its stage")
}

/// Where the page says that the last step, or each step, made something.
fn made(page: &str) -> Vec<String> {
    let block = page.split("id=\"made\"").nth(1).expect("what was made");
    let block = block.split("</section>").next().expect("its end");
    let links = block.split("<a href=\"").skip(1);
    links
        .map(|rest| rest.split('"').next().expect("an address").to_owned())
        .collect()
}

#[tokio::test]
async fn each_link_of_each_step_opens_for_whom_it_names_and_offers_nothing() {
    let site = TestSite::empty();
    let player = Player::new(&site).await;
    let (mut seen, mut readers) = (BTreeSet::new(), BTreeSet::new());
    for nth in 1..=Scene::ALL.len() {
        let links = made(&player.page().await);
        assert!(!links.is_empty(), "step {nth} made something");
        for href in links {
            let reader = href.split('/').nth(2).expect("a reader").to_owned();
            let answer = player.visitor.get(&href).await;
            assert_eq!(answer.status, StatusCode::OK, "step {nth} {href}");
            readers.insert(reader.clone());
            if !href.ends_with(".docx") {
                let main = answer.body.split("<main").nth(1).expect("a page");
                assert!(!main.contains("method=\"post\""), "step {nth} {href} can be pressed");
                let own = main
                    .split("href=\"/")
                    .skip(1)
                    .map(|rest| rest.split('"').next().expect("an address"));
                for address in own {
                    let within = address.starts_with(&format!("chisinau-2018/{reader}/"));
                    assert!(within || address == "chisinau-2018#made", "{href} leads to /{address}");
                }
            }
            seen.insert(href);
        }
        if nth < Scene::ALL.len() {
            let answer = player.press("next").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "step {nth}: {}", answer.text());
        }
    }
    assert_eq!(readers.len(), Reader::ALL.len(), "{readers:?}");

    let page = player.page().await;
    let all: BTreeSet<String> = made(&page).into_iter().collect();
    assert_eq!(all, seen, "at the end, each of them is still there");
    let national = made(&page)
        .into_iter()
        .find(|href| href.contains("/secretariat/national-reports/"));
    let national = player.visitor.open(&national.expect("the national report")).await;
    let counted = national.split("Recommendations found done").nth(1).expect("a count");
    assert!(
        counted.split("</tr>").next().expect("its row").contains(">1<"),
        "the one that was closed"
    );
}

#[tokio::test]
async fn nobody_opens_the_story_of_another_nor_what_is_not_of_this_work() {
    let site = TestSite::empty();
    let player = Player::new(&site).await;
    let programme = made(&player.page().await).remove(0);
    let other = site.nobody().get(&programme).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.text());
    assert_eq!(other.location(), STORY, "whoever has no story begins one");
    for elsewhere in [
        "/chisinau-2018/secretariat/cases",
        "/chisinau-2018/secretariat/today",
        "/chisinau-2018/secretariat/account/sign-in",
        "/chisinau-2018/secretariat/programmes/new",
        "/chisinau-2018/nobody/programmes",
        &programme.replace("/secretariat/", "/case_manager/"),
    ] {
        assert_eq!(
            player.visitor.get(elsewhere).await.status,
            StatusCode::NOT_FOUND,
            "{elsewhere}"
        );
    }
    let secretariat = player.visitor.get("/chisinau-2018/secretariat/reports").await;
    assert_eq!(secretariat.status, StatusCode::OK);
    assert!(
        site.app
            .store()
            .snapshot()
            .expect("a snapshot")
            .programmes()
            .expect("programmes")
            .is_empty()
    );
}

#[tokio::test]
async fn a_press_out_of_its_order_says_when_it_opens_and_writes_nothing() {
    let site = TestSite::empty();
    let player = Player::new(&site).await;
    for (button, rule) in [
        ("wait", "For step 10"),
        ("return", "For step 11"),
        ("decline", "For step 8"),
        ("liken", "From step 5"),
    ] {
        let before = stage(&player.page().await).to_owned();
        let answer = player.press(button).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{button}");
        let notice = answer.body.split("role=\"status\">").nth(1).expect("a notice");
        assert!(notice.starts_with(rule), "{button}: {notice:.60}");
        assert_eq!(stage(&player.page().await), before, "{button}");
    }
}

#[tokio::test]
async fn the_journal_shows_what_the_press_wrote_with_a_way_to_earlier_lines() {
    let site = TestSite::empty();
    let player = Player::new(&site).await;
    let lines = |page: &str| page.matches("<time datetime").count();
    assert_eq!(lines(&player.page().await), 16, "the opening, whole");
    player.press("next").await;
    player.press("next").await;
    let page = player.page().await;
    assert_eq!(lines(&page), 40, "of a step that wrote more, the last");
    let mut earlier = page;
    let mut seen = 40;
    while let Some((_, rest)) = earlier.split_once("href=\"/chisinau-2018?before=") {
        let before = rest.split('#').next().expect("a line").to_owned();
        earlier = player.visitor.open(&format!("{STORY}?before={before}")).await;
        assert!(earlier.contains("Back to the last press"));
        seen += lines(&earlier);
    }
    let whole = earlier.split("whole.").nth(1).expect("the check");
    assert!(whole.contains(&format!("{seen} events")), "each line once: {seen}");
}

#[tokio::test]
async fn the_story_starts_anew_and_what_it_made_is_gone() {
    let site = TestSite::empty();
    let player = Player::new(&site).await;
    let programme = made(&player.page().await).remove(0);
    let begun = stage(&site.nobody().open(STORY).await).to_owned();
    assert_ne!(stage(&player.page().await), begun);
    assert_eq!(player.press("again").await.status, StatusCode::SEE_OTHER);
    let page = player.page().await;
    assert_eq!(stage(&page), begun);
    assert!(!page.contains("id=\"made\""));
    assert_eq!(player.visitor.get(&programme).await.location(), STORY);
    assert_eq!(
        player.press("next").await.status,
        StatusCode::SEE_OTHER,
        "and it can be played again"
    );
    assert_eq!(player.visitor.get(&programme).await.status, StatusCode::OK);
}
