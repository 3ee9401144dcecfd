//! Four persons' whole journeys through what a country was recommended and what it did: the secretariat's year of reports, an
//! institution's focal point, an expert mission whose finding ends as a closed action, and a stranger with a certificate. Whoever
//! walks presses what stands on the page by its words; no address is typed after the first.
mod certificate;
mod period;
mod report;
mod visit;

use crate::{house::House, sound, tab::Tab};

pub const SECRETARY: &str = "Secretary";
pub const FOCAL: &str = "Focal point, Border police, Ungheni";
pub const EXPERT: &str = "Expert";
pub const ORGANISER: &str = "Organiser";
pub const RAPPORTEUR: &str = "Head of office";
const SAVE: &str = "Save";

/// Somebody at a desk, signed in as one of the cards.
async fn desk(house: &House, who: &str) -> Tab {
    let tab = house.tab(1280, 800).await;
    tab.sign_in(who).await;
    tab
}

/// The same, from the list of all other accounts.
async fn other_desk(house: &House, who: &str) -> Tab {
    let tab = house.tab(1280, 800).await;
    tab.open("/account/sign-in").await;
    tab.press_in_place("More: all other accounts").await;
    tab.press(who).await;
    tab
}

/// A page of the journey is sound: its shape, and the accessibility check in light and dark.
async fn look(tab: &Tab, found: &mut Vec<String>, name: &str) {
    found.extend(sound::faults(tab, &format!("journey/{name}"), &[tab.width()]).await);
}

/// These words stand on the page.
async fn says(tab: &Tab, all: &[&str]) {
    for words in all {
        assert!(tab.does_say(words).await, "no {words}; {}", tab.says().await);
    }
}

/// What stands in the fields of the page.
async fn keeps(tab: &Tab, all: &[&str]) {
    let typed: Vec<String> = tab
        .ask("[...document.querySelectorAll('main input, main textarea')].map(field => field.value)")
        .await;
    for words in all {
        assert!(
            typed.iter().any(|typed| typed.contains(words)),
            "{words} is gone: {typed:?}"
        );
    }
}

/// The words of the page.
async fn page(tab: &Tab) -> String {
    tab.ask("document.querySelector('main').innerText").await
}
