//! An expert mission: what was noted on a day becomes a finding, a recommendation that institutions discuss and a meeting adopts, an
//! action that is carried out, reviewed and closed; and one page tells all of it.
use super::{EXPERT, FOCAL, ORGANISER, RAPPORTEUR, SAVE, SECRETARY, desk, look, says};
use crate::{
    house::{House, walk},
    sound,
    tab::Tab,
};
use std::sync::Arc;

const MISSION: &str = "Mission to the northern posts";
const TITLE: &str = "Keep one list of whom to ring at night";
const MEETING: &str = "Meeting of August";
const ACTION: &str = "Name a contact for children at each border post";

/// Planned with the hosts, held, and what was seen on one of its days.
async fn mission(organiser: &Tab, expert: &Tab, found: &mut Vec<String>) {
    organiser.press("Programmes").await;
    organiser.press("Visits").await;
    organiser.press("New visit").await;
    organiser.write("Title", MISSION).await;
    organiser.select("What kind of visit?", "Expert mission").await;
    organiser.write("First day", "17 8 2026").await;
    organiser.write("Last day", "19 8 2026").await;
    organiser.write("Where?", "Ungheni").await;
    organiser.choose("Baltic team").await;
    organiser
        .write("Which institutions receive them?", "Border police, Ungheni")
        .await;
    organiser.press(SAVE).await;
    organiser.until_says("The visit is planned.").await;
    organiser.press("Say that the hosts agreed").await;
    organiser.press(SAVE).await;
    organiser.until_says("It is confirmed.").await;
    organiser.press("Plan a day").await;
    organiser.write("Which day?", "18 8 2026").await;
    organiser.write("What is done?", "The night shift of two posts").await;
    organiser.press(SAVE).await;
    organiser.until_says("The day is planned.").await;
    organiser.press("Say that it took place").await;
    organiser.press(SAVE).await;
    organiser.until_says("It is written down as held.").await;

    expert.press("Programmes").await;
    expert.press("Visits").await;
    expert.press(MISSION).await;
    expert.press("Add a day note").await;
    expert.write("Which day?", "18 8 2026").await;
    expert
        .write("What do you note?", "Two posts keep two lists of whom to ring.")
        .await;
    expert.press(SAVE).await;
    expert.until_says("The note was kept.").await;
    expert.press("Write a finding").await;
    expert.select("On which day note does it rest?", "18 August 2026").await;
    expert
        .write("What did you find?", "No post knows which list is the newer one.")
        .await;
    expert.select("Theme", "Identification").await;
    expert.press(SAVE).await;
    expert.until_says("The finding was kept.").await;
    look(expert, found, "visit/found").await;
    expert.press("Recommend from a finding").await;
    expert.select("Which finding?", "No post knows").await;
    expert.write("In a line", TITLE).await;
    expert
        .write("The words", "The border police should keep one list of whom to ring.")
        .await;
    expert.press(SAVE).await;
    expert.until_says("The recommendation is written down.").await;
}

/// To the recommendation, by the words in it.
async fn open(tab: &Tab) {
    tab.press("Recommendations").await;
    tab.write("Words in it", "whom to ring at night").await;
    tab.press("Show").await;
    tab.press(TITLE).await;
}

/// Institutions say what they think, the words are agreed, and a meeting adopts them.
async fn adopted(secretary: &Tab, focal: &Tab, found: &mut Vec<String>) {
    open(secretary).await;
    secretary.press("Ask what institutions think").await;
    secretary.choose("Border police, Ungheni").await;
    secretary.choose("Podul Alb").await;
    secretary.write("Until which day?", "31 8 2026").await;
    secretary.press(SAVE).await;
    secretary.until_says("The institutions were asked.").await;
    open(focal).await;
    focal.press("Say what you think").await;
    focal
        .answer("What does your institution think?", "Supports with changes")
        .await;
    focal.write("Why?", "The list belongs to the shift leaders.").await;
    focal
        .write("The words that you propose", "The shift leaders should keep one list.")
        .await;
    focal.press(SAVE).await;
    focal.until_says("Your position was kept.").await;
    open(secretary).await;
    says(
        secretary,
        &["Supports with changes", "The list belongs to the shift leaders."],
    )
    .await;
    secretary.press("Fix the agreed words").await;
    secretary
        .write(
            "As agreed",
            "The border police should keep one list of whom to ring, with the shift leaders.",
        )
        .await;
    secretary.press(SAVE).await;
    secretary.until_says("The agreed words stand.").await;

    secretary.press("Programmes").await;
    secretary.press("Meetings").await;
    secretary.press("New meeting").await;
    secretary.write("Title", MEETING).await;
    secretary.write("Body", "National committee").await;
    secretary.write("Day", "19 8 2026").await;
    secretary.choose("Border police, Ungheni").await;
    secretary.press(SAVE).await;
    secretary.until_says("The meeting is called.").await;
    says(secretary, &[TITLE, "Words agreed, to decide"]).await;
    secretary.press("Say that it was held").await;
    secretary.press(SAVE).await;
    secretary.until_says("The agenda stands.").await;
    secretary.press("Decide on a recommendation").await;
    secretary.select("Which recommendation?", TITLE).await;
    secretary.answer("What was decided?", "Adopted").await;
    secretary.press(SAVE).await;
    secretary.until_says("The decision was recorded").await;
    look(secretary, found, "visit/meeting").await;
    secretary.press(TITLE).await;
    secretary.press("Say who is to carry it out").await;
    secretary.select("Who", "Border police, Ungheni").await;
    secretary.write("Term", "31 12 2026").await;
    secretary.press(SAVE).await;
    secretary.until_says("The addressee was recorded.").await;
}

/// An action of the plan carries it out, and is reported done; the recommendation is too, and a reviewer looks.
async fn carried_out(house: &House, secretary: &Tab, focal: &Tab, found: &mut Vec<String>) {
    secretary.press("Plan").await;
    secretary.press("Plan 2025 to 2028").await;
    secretary.press(ACTION).await;
    secretary.press("Link a recommendation").await;
    secretary.select("Which recommendation?", TITLE).await;
    secretary.press(SAVE).await;
    secretary.until_says("It is kept.").await;
    secretary.press(TITLE).await;
    says(secretary, &[ACTION, "Under way", "31 December 2026"]).await;

    focal.press("What we owe").await;
    says(focal, &[TITLE]).await;
    focal.press(TITLE).await;
    focal.press(ACTION).await;
    focal.press("Report how far it is").await;
    focal.answer("How far is it?", "Done").await;
    focal.write("What was done?", "All seven posts have one list.").await;
    focal.press(SAVE).await;
    says(focal, &["What is done is shown by something"]).await;
    focal.press("Open that form anew").await;
    focal.answer("How far is it?", "Done").await;
    focal.write("What was done?", "All seven posts have one list.").await;
    focal.write("What shows it", "Order of 19 August, without names").await;
    focal.press(SAVE).await;
    focal.until_says("Your report is kept.").await;
    look(focal, found, "visit/action").await;
    focal.press(TITLE).await;
    focal.press("Report").await;
    focal.answer("How far is it?", "Done").await;
    focal.write("What was done?", "One list hangs in each post.").await;
    focal.write("What shows it?", "Order of 19 August, without names").await;
    focal.press(SAVE).await;
    focal.until_says("Your report was kept.").await;

    let rapporteur = desk(house, RAPPORTEUR).await;
    open(&rapporteur).await;
    rapporteur.press("Say what you find").await;
    rapporteur.answer("How far is it?", "Done").await;
    rapporteur
        .write("What do you find?", "Two posts were visited at night; both had it.")
        .await;
    rapporteur
        .write("What shows it?", "Note of 20 August, without names")
        .await;
    rapporteur.press(SAVE).await;
    rapporteur.until_says("What you found was kept.").await;
    open(secretary).await;
    secretary.press("Close it").await;
    secretary.write("Why?", "It is done and was looked at.").await;
    secretary.press(SAVE).await;
    secretary.until_says("It is closed.").await;
}

#[test]
fn a_note_of_a_mission_ends_as_an_action_that_was_closed() {
    walk(1, async |house: Arc<House>| {
        let mut found = Vec::new();
        let organiser = desk(&house, ORGANISER).await;
        let expert = desk(&house, EXPERT).await;
        mission(&organiser, &expert, &mut found).await;
        let (secretary, focal) = (desk(&house, SECRETARY).await, desk(&house, FOCAL).await);
        adopted(&secretary, &focal, &mut found).await;
        carried_out(&house, &secretary, &focal, &mut found).await;
        // One page tells all of it, to whoever works on policy.
        open(&expert).await;
        says(
            &expert,
            &[
                MISSION,
                "The border police should keep one list of whom to ring.",
                "Supports with changes",
                "National committee",
                MEETING,
                "31 December 2026",
                ACTION,
                "One list hangs in each post.",
                "Two posts were visited at night; both had it.",
                "It is done and was looked at.",
                "Closed",
            ],
        )
        .await;
        look(&expert, &mut found, "visit/story").await;
        expert.press(ACTION).await;
        says(
            &expert,
            &[
                "All seven posts have one list.",
                "Order of 19 August, without names",
                TITLE,
            ],
        )
        .await;
        expert.press(TITLE).await;
        expert.press(MEETING).await;
        expert.press(TITLE).await;
        expert.press(MISSION).await;
        says(&expert, &["No post knows which list is the newer one.", TITLE]).await;
        sound::none(&found);
    });
}
