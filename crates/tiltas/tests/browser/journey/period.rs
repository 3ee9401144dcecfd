//! The secretariat's year: the clock opens a period, institutions report, one is returned, one is late and reaches the secretariat, the
//! period is closed, and what was accepted becomes the national report.
use super::{FOCAL, SAVE, SECRETARY, desk, keeps, look, other_desk, says};
use crate::{
    house::{House, walk},
    sound,
    tab::Tab,
};
use std::{
    io::{Cursor, Read},
    sync::Arc,
};

const YEAR: &str = "1 January 2026 to 31 December 2026";
const REPORT: &str = "Report for 1 January 2026 to 31 December 2026";
const DUE: &str = "15 January 2027";
const LATE: &str = "Labour inspectorate, north";

/// Writes a report of the year, and hands it in.
async fn reports(focal: &Tab, words: &str) {
    focal.press("What we owe").await;
    focal.press(REPORT).await;
    focal.press("Write the report").await;
    focal.write("What was done", words).await;
    focal
        .write(
            "Figures of the institution",
            "Posts with an officer; 4; Posts that named one",
        )
        .await;
    focal.press("Write the report").await;
    focal.until_says("Kept. It is not handed in yet.").await;
    focal.press("Hand it in").await;
    focal.press("Hand it in").await;
    focal.until_says("Handed in.").await;
}

/// What an institution does each month beside it: it says how far an action of the plan is.
async fn goes_on(focal: &Tab) {
    focal.press("Plan").await;
    focal.press("Plan 2025 to 2028").await;
    focal.press("Name a contact for children at each border post").await;
    focal.press("Report how far it is").await;
    focal.answer("How far is it?", "Under way").await;
    focal.write("What was done?", "The posts were asked again.").await;
    focal.press(SAVE).await;
    focal.until_says("Your report is kept.").await;
}

/// To the period in the row that says this: several tell of one year, and a person goes by the day on which they are due.
async fn to_period(secretary: &Tab, due: &str) {
    secretary.press("Reports").await;
    let row = format!(
        "[...document.querySelectorAll('main tbody tr')].findIndex(row => row.innerText.includes({}))",
        serde_json::json!(due)
    );
    for _ in 0..60 {
        let nth: i64 = secretary.ask(&row).await;
        if let Ok(nth) = usize::try_from(nth) {
            return secretary.press_nth("main tbody tr a", nth).await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        secretary.reload().await;
    }
    panic!("no period is due on {due}; {}", secretary.says().await);
}

/// The secretariat opens a report of the year, from its period.
async fn opens(secretary: &Tab, institution: &str) {
    to_period(secretary, DUE).await;
    secretary.press(institution).await;
}

async fn accepts(secretary: &Tab, institution: &str) {
    opens(secretary, institution).await;
    secretary.press("Accept it").await;
    secretary.press("Accept it").await;
    secretary.until_says("Accepted.").await;
}

/// Waits until a page that is asked for again says this.
async fn comes(tab: &Tab, words: &str) {
    for _ in 0..60 {
        if tab.does_say(words).await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        tab.reload().await;
    }
    panic!("never {words}; {}", tab.says().await);
}

/// The words of the document that a link leads to, as a word processor finds them.
async fn document(tab: &Tab) -> String {
    let bytes: Vec<u8> = tab
        .ask(
            "fetch(document.querySelector('main a[href$=\".docx\"]').href).then(answer => answer.arrayBuffer())\
             .then(bytes => [...new Uint8Array(bytes)])",
        )
        .await;
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut words = String::new();
    let mut main = file.by_name("word/document.xml").expect("its words");
    main.read_to_string(&mut words).expect("text");
    words
}

/// The national report: drafted, written on, approved, printed, and kept as a document.
async fn national(secretary: &Tab, found: &mut Vec<String>) {
    secretary.press("Draft the national report").await;
    keeps(secretary, &["National report for 2026", "What stood in the way"]).await;
    secretary.press("Draft the national report").await;
    secretary.until_says("Drafted.").await;
    says(
        secretary,
        &[
            "Border police, Ungheni",
            "Three of seven posts have named an officer.",
            "Posts with an officer: 3",
        ],
    )
    .await;
    look(secretary, found, "period/national").await;
    secretary.press("Write a new version").await;
    let text: String = secretary.ask("document.querySelector('main textarea').value").await;
    let text = text.replace("Three of seven posts", "Three of the seven posts");
    secretary.write("The report", &text).await;
    secretary.press(SAVE).await;
    secretary.until_says("A new version stands.").await;
    says(secretary, &["Three of the seven posts have named an officer."]).await;
    secretary.press("Record the approval").await;
    secretary.write("Which body?", "National committee").await;
    secretary.write("On which day?", "15 2 2027").await;
    secretary.write("Version that you read", "2").await;
    secretary.press(SAVE).await;
    secretary.until_says("The approval stands.").await;
    says(secretary, &["Approved by National committee on 15 February 2027"]).await;
    secretary.media("print").await;
    let printed: String = secretary
        .ask("[...document.querySelectorAll('main article')].filter(part => part.getClientRects().length).map(part => part.innerText).join(' ')")
        .await;
    assert!(
        printed.contains("Three of the seven posts have named an officer."),
        "{printed}"
    );
    let buttons: usize = secretary
        .ask("[...document.querySelectorAll('main .btn')].filter(part => part.getClientRects().length).length")
        .await;
    assert_eq!(buttons, 0, "nothing to press on paper");
    let told: String = secretary.ask("document.querySelector('main').innerText").await;
    assert!(
        !told.contains("The approval stands."),
        "what was just done is no part of the report: {told}"
    );
    secretary.picture("journey/period/paper").await;
    secretary.media("light").await;
    let words = document(secretary).await;
    for says in [
        "National report for 2026",
        "Border police, Ungheni",
        "Three of the seven posts have named an officer.",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
}

#[test]
fn a_year_of_reports_goes_from_its_opening_to_the_approved_national_report() {
    walk(1, async |house: Arc<House>| {
        let mut found = Vec::new();
        let secretary = desk(&house, SECRETARY).await;
        secretary.press("Plan 2025 to 2028").await;
        says(&secretary, &["By institution", LATE, "are late"]).await;
        secretary.press("Reports").await;
        says(&secretary, &["The next period opens on 1 January 2027."]).await;

        let border = desk(&house, FOCAL).await;
        let monthly = async || goes_on(&border).await;
        house.pass("2027-01-02T09:00", monthly).await;
        to_period(&secretary, DUE).await;
        says(&secretary, &[YEAR]).await;
        look(&secretary, &mut found, "period/open").await;
        says(
            &secretary,
            &["0 of 4 reports are accepted.", "Border police, Ungheni", LATE],
        )
        .await;
        assert!(!secretary.does_say("Close the period").await, "its last day is to come");

        let child = other_desk(&house, "Focal point for the plan, Child protection, Ungheni").await;
        reports(&border, "Four of seven posts have named an officer.").await;
        reports(&child, "Each district has a duty phone.").await;
        opens(&secretary, "Border police, Ungheni").await;
        look(&secretary, &mut found, "period/report").await;
        secretary.press("Give it back").await;
        secretary
            .select("Which figure needs another look?", "Posts with an officer")
            .await;
        secretary.write("Why?", "The list names three.").await;
        secretary.write("Until when", "10 1 2027").await;
        secretary.press("Give it back").await;
        secretary.until_says("Given back.").await;
        border.press("What we owe").await;
        border.press(REPORT).await;
        says(&border, &["Returned", "The list names three."]).await;
        border.press("Write the report").await;
        border
            .write("What was done", "Three of seven posts have named an officer.")
            .await;
        border
            .write(
                "Figures of the institution",
                "Posts with an officer; 3; Posts that named one",
            )
            .await;
        border.press("Write the report").await;
        border.press("Hand it in").await;
        border.press("Hand it in").await;
        border.until_says("Handed in.").await;
        accepts(&secretary, "Border police, Ungheni").await;
        accepts(&secretary, "Child protection, Ungheni").await;

        // The last day passes, and one institution has not reported: its head is told, and at last the secretariat.
        house.pass("2027-02-16T09:00", monthly).await;
        to_period(&secretary, DUE).await;
        comes(&secretary, "days late").await;
        secretary.press(LATE).await;
        comes(&secretary, "told to the secretariat").await;
        says(
            &secretary,
            &["told to the focal function", "told to the head of the focal function"],
        )
        .await;
        secretary.press(YEAR).await;
        secretary.press("Close the period").await;
        secretary.press("Close the period").await;
        secretary.until_says("Closed. What was reported stands.").await;
        says(&secretary, &["are missing"]).await;
        look(&secretary, &mut found, "period/closed").await;
        border.press("What we owe").await;
        assert!(!border.does_say(REPORT).await, "what is frozen is not owed");

        to_period(&secretary, "31 March 2027").await;
        says(&secretary, &["The national report is drawn up in it."]).await;
        national(&secretary, &mut found).await;
        sound::none(&found);
    });
}
