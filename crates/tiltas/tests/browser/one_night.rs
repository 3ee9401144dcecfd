//! One night, the demonstration's first page: every press leads where its words say, and each state is a sound page.
use crate::{
    house::{House, walk},
    sound,
    tab::Tab,
};
use std::sync::Arc;

const WIDTHS: [i64; 2] = [1280, 360];
const WAIT: &str = "Let 4 hours pass";
const NO: &str = "Say no";
const CHANGE: &str = "Change the database";
const BACK: &str = "Withdraw consent";
const AGAIN: &str = "Start the night again";

/// Someone who has not signed in and follows the story.
async fn begin(house: &House) -> (Tab, Vec<String>) {
    let tab = house.tab(1280, 800).await;
    tab.open("/").await;
    let follow = "document.querySelector('.starts a').click() ?? true";
    tab.leave_for(async {
        tab.ask::<bool>(follow).await;
    })
    .await;
    assert_eq!(tab.path().await, "/one-night", "one press from the first page");
    (tab, Vec::new())
}

async fn look(tab: &Tab, found: &mut Vec<String>, name: &str) {
    found.extend(sound::faults(tab, &format!("one-night/{name}"), &WIDTHS).await);
}

/// Whether the button opens something now.
async fn is_open(tab: &Tab, name: &str) -> bool {
    tab.ask(&format!(
        "[...document.querySelectorAll('.moves button')].some(part => part.innerText.trim() === '{name}' && \
         part.getAttribute('aria-disabled') !== 'true')"
    ))
    .await
}

/// Presses what is the next step until the stage begins so.
async fn step_to(tab: &Tab, standing: &str) {
    for _ in 0..9 {
        if tab.does_say(standing).await {
            return;
        }
        tab.press("Next step").await;
    }
    panic!("never {standing}: {}", tab.says().await);
}

#[test]
fn next_step_leads_to_the_morning_and_the_night_begins_again() {
    walk(1, async |house: Arc<House>| {
        let (tab, mut found) = begin(&house).await;
        let first: String = tab.ask("document.querySelector('#screens').innerText").await;
        for standing in [
            "found",
            "asked",
            "said",
            "sent",
            "told",
            "accepted",
            "led",
            "sheltered",
            "morning",
        ] {
            look(&tab, &mut found, &format!("next-{standing}")).await;
            if !is_open(&tab, "Next step").await {
                break;
            }
            tab.press("Next step").await;
            assert!(
                tab.does_say("just now").await,
                "what changed says so: {}",
                tab.says().await
            );
        }
        assert!(
            tab.does_say("The officer reads the outcome").await,
            "{}",
            tab.says().await
        );
        println!("the whole night: {:?}", tab.count());
        tab.press(AGAIN).await;
        assert!(
            tab.does_say("She stands in front of the post.").await,
            "{}",
            tab.says().await
        );
        let second: String = tab.ask("document.querySelector('#screens').innerText").await;
        assert_eq!(first, second, "the beginning again");
        sound::none(&found);
    });
}

#[test]
fn no_reply_is_escalated_and_a_no_shows_who_fits_next() {
    walk(1, async |house: Arc<House>| {
        let (tab, mut found) = begin(&house).await;
        assert!(
            !is_open(&tab, WAIT).await && !is_open(&tab, NO).await,
            "nothing waits for an answer yet"
        );
        step_to(&tab, ": sent.").await;
        tab.press(WAIT).await;
        assert!(tab.does_say("No reply: escalation").await, "{}", tab.says().await);
        look(&tab, &mut found, "wait").await;
        tab.press(NO).await;
        assert!(tab.does_say("Fits next").await, "{}", tab.says().await);
        look(&tab, &mut found, "no").await;
        tab.press("Next step").await;
        assert!(
            tab.does_say(": sent.").await,
            "the next that fits is one press away: {}",
            tab.says().await
        );
        look(&tab, &mut found, "next-provider").await;
        sound::none(&found);
    });
}

#[test]
fn a_changed_byte_is_named_and_a_taken_back_yes_ends_what_rested_on_it() {
    walk(1, async |house: Arc<House>| {
        let (tab, mut found) = begin(&house).await;
        assert!(!is_open(&tab, BACK).await, "the person has not said yes yet");
        step_to(&tab, "accepted.").await;
        tab.press(CHANGE).await;
        let named: bool = tab.ask("/[Ee]vent [0-9 ,.\u{a0}\u{202f}]+/.test(document.querySelector('#night').innerText + document.querySelector('#journal').innerText)").await;
        assert!(named, "the event that is not what it was: {}", tab.says().await);
        look(&tab, &mut found, "change").await;
        tab.press(BACK).await;
        assert!(
            tab.does_say("asked to remove what it has").await,
            "{}",
            tab.says().await
        );
        look(&tab, &mut found, "take-back").await;
        sound::none(&found);
    });
}

#[test]
fn what_is_not_possible_yet_is_reached_by_keyboard_and_changes_nothing() {
    walk(1, async |house: Arc<House>| {
        let (tab, _) = begin(&house).await;
        tab.without_scripts().await;
        tab.reload().await;
        tab.by_keyboard();
        tab.press(NO).await;
        assert!(
            tab.does_say("Opens when a referral waits for an answer.").await,
            "{}",
            tab.says().await
        );
    });
}
