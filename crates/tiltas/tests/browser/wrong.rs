//! After a wrong answer: the number of errors first, the summary has the focus, and nothing that was typed is lost.
use crate::{
    house::{House, walk},
    night,
    sound::{self, WIDTHS},
    tab::Tab,
};
use std::sync::Arc;

/// What every page says that came back with errors.
async fn came_back(tab: &Tab, found: &mut Vec<String>, name: &str) {
    let title: String = tab.ask("document.title").await;
    assert!(
        title.starts_with(|sign: char| sign.is_ascii_digit()),
        "the number of errors comes first: {title}"
    );
    tab.until("document.activeElement.matches('.errors')").await;
    let dead: Vec<String> = tab
        .ask(
            "[...document.querySelectorAll('.errors a')].map(link => link.getAttribute('href')).filter(to => {\
             const field = document.querySelector(to);\
             return !(field && (field.matches('[aria-invalid=true], fieldset, [tabindex]') || field.closest('.bad'))); })",
        )
        .await;
    assert!(dead.is_empty(), "lines that lead to no field: {dead:?}");
    let faults = sound::faults(tab, &format!("wrong/{name}"), &WIDTHS).await;
    found.extend(faults.into_iter().filter(|fault| !fault.contains("answers: 422")));
}

#[test]
fn a_form_with_errors_says_how_many_and_keeps_every_word() {
    walk(1, async |house: Arc<House>| {
        let mut found = Vec::new();
        let tab = house.tab(360, 740).await;
        tab.sign_in(night::OFFICER).await;
        night::screen(&tab, &mut Vec::new()).await;
        night::ask(&tab, &mut Vec::new()).await;

        tab.press("Ask for consent, and refer").await;
        tab.write("Words for", "She knows that you are asked.").await;
        tab.write("Until", "18 08 2026").await;
        tab.press("Send, and hold").await;
        came_back(&tab, &mut found, "referral").await;
        let kept = "[...document.querySelectorAll('input, textarea')].map(field => field.value)";
        for typed in ["She knows that you are asked.", "18 08 2026"] {
            assert!(
                tab.ask::<bool>(&format!("{kept}.includes('{typed}')")).await,
                "{typed} is gone"
            );
        }

        let case: String = tab.ask("document.querySelector('.crumb a').getAttribute('href')").await;
        tab.open(&format!("{case}/consents/new")).await;
        tab.write("A yes holds until", "18 08 2026").await;
        tab.write("In the person’s own words", "Only the doctor.").await;
        let send: String = tab.ask("document.querySelector('main form .btn').innerText").await;
        tab.press(&send).await;
        came_back(&tab, &mut found, "consent").await;
        for typed in ["Only the doctor.", "18 08 2026"] {
            assert!(
                tab.ask::<bool>(&format!("{kept}.includes('{typed}')")).await,
                "{typed} is gone"
            );
        }
        sound::none(&found);
    });
}

/// The node is away while someone types: the page says so, keeps every word, and sends it when the node is back.
#[test]
fn a_node_that_is_away_takes_no_words_from_anybody() {
    walk(1, async |house: Arc<House>| {
        let tab = house.tab(360, 740).await;
        tab.sign_in(night::OFFICER).await;
        tab.open("/signals/new").await;
        tab.choose("Direct contact").await;
        tab.choose("Ordinary").await;
        tab.write("What was told or seen", "Sleeps in the van; asks for water.")
            .await;
        tab.connected(false).await;
        let send: String = tab.ask("document.querySelector('main form .btn').innerText").await;
        tab.press_in_place(&send).await;
        tab.until("document.activeElement.matches('.unsent')").await;
        tab.see("Not sent: there is no connection.").await;
        assert_eq!(tab.path().await, "/signals/new");
        let kept = "document.querySelector('[name=account]').value";
        assert_eq!(tab.ask::<String>(kept).await, "Sleeps in the van; asks for water.");
        tab.connected(true).await;
        tab.press(&send).await;
        tab.until("location.pathname.startsWith('/cases/')").await;
        tab.see("Sleeps in the van; asks for water.").await;
    });
}

/// On paper there is no navigation, and a line says who printed it, why, and which copy it is. Any other page of a file prints
/// one sentence that says how a copy is made.
#[test]
fn the_summary_of_a_file_prints_without_navigation_and_the_file_itself_not_at_all() {
    walk(1, async |house: Arc<House>| {
        let tab = house.tab(1280, 800).await;
        tab.sign_in(night::OFFICER).await;
        night::screen(&tab, &mut Vec::new()).await;
        night::ask(&tab, &mut Vec::new()).await;
        let case: String = tab.ask("document.querySelector('a.case').getAttribute('href')").await;
        tab.open(&case).await;
        tab.press("Print").await;
        tab.media("print").await;
        let shown: Vec<String> = tab
            .ask(
                "[...document.querySelectorAll('header, nav, footer, .skip, .demo, form, button, .noprint')]\
                 .filter(part => part.getClientRects().length).map(part => part.outerHTML.slice(0, 90))",
            )
            .await;
        assert!(shown.is_empty(), "on paper stands: {shown:?}");
        assert!(
            tab.ask::<bool>("!!document.querySelector('.copyline')?.getClientRects().length")
                .await
        );
        tab.picture("print/summary-1280-paper").await;
        let name: String = tab.ask("document.querySelector('h1').innerText.trim()").await;
        let stands = "[...document.body.querySelectorAll('*')].filter(part => part.getClientRects().length)\
            .map(part => part.tagName + '.' + part.className)";
        for path in [&*case, "/today", "/screenings"] {
            tab.open(path).await;
            assert_eq!(
                tab.ask::<Vec<String>>(stands).await,
                ["P.onpaper", "P.onpaper"],
                "{path}"
            );
            for says in ["Use Print summary", "Folosiți „Tipăriți rezumatul”"] {
                assert!(tab.does_say(says).await, "{path}: {}", tab.says().await);
            }
            assert!(!tab.does_say(&name).await, "{path}: {}", tab.says().await);
        }
        tab.picture("print/file-1280-paper").await;
        tab.open("/providers").await;
        assert!(tab.does_say("Casa Liman").await, "a page about nobody prints as it is");
    });
}
