//! A focal point on a phone: what the institution owes, a report that is kept, wrong, handed in, returned, mended and accepted; and what
//! the institution thinks of a recommendation.
use super::{FOCAL, SAVE, SECRETARY, desk, keeps, look, says};
use crate::{
    house::{House, walk},
    sound,
    tab::Tab,
};
use std::sync::Arc;

const REPORT: &str = "Report for 1 January 2026 to 30 June 2026";
const TITLE: &str = "Write the duty phone on the wall of each post";

/// Writes the report, once as a form can't take it.
async fn written(focal: &Tab, found: &mut Vec<String>) {
    focal.press(REPORT).await;
    says(focal, &["Returned", "The figure has no source."]).await;
    look(focal, found, "report/returned").await;
    focal.press("Write the report").await;
    focal
        .write(
            "Figures of the institution",
            "Posts with an officer; four; Posts that named one",
        )
        .await;
    focal
        .write("What was done", "Four of seven posts have named an officer.")
        .await;
    focal.write("Evidence", "List of 14 August, without names").await;
    focal.press("Write the report").await;
    says(focal, &["Figure 1: write it in digits"]).await;
    keeps(
        focal,
        &[
            "Posts with an officer; four; Posts that named one",
            "Four of seven posts have named an officer.",
            "List of 14 August, without names",
        ],
    )
    .await;
    let faults = sound::faults(focal, "journey/report/wrong", &[focal.width()]).await;
    found.extend(faults.into_iter().filter(|fault| !fault.contains("answers: 422")));
    focal
        .write(
            "Figures of the institution",
            "Posts with an officer; 4; Posts that named one",
        )
        .await;
    focal.press("Write the report").await;
    focal.until_says("Kept. It is not handed in yet.").await;
    says(
        focal,
        &["Returned", "Posts with an officer", "List of 14 August, without names"],
    )
    .await;
}

async fn handed_in(focal: &Tab) {
    focal.press("Hand it in").await;
    focal.press("Hand it in").await;
    focal.until_says("Handed in.").await;
    says(focal, &["Submitted", "Trainings held", "Partnerships in force"]).await;
}

/// The secretariat opens the report of the border post, from the period.
async fn to_judge(secretary: &Tab) {
    secretary.press("Reports").await;
    secretary.press("1 January 2026 to 30 June 2026").await;
    secretary.press("Border police, Ungheni").await;
}

#[test]
fn a_focal_point_reports_is_returned_to_mends_it_and_says_what_the_institution_thinks() {
    walk(1, async |house: Arc<House>| {
        let mut found = Vec::new();
        let focal = house.tab(360, 740).await;
        focal.sign_in(FOCAL).await;
        says(&focal, &["What we owe", REPORT, "Returned"]).await;
        look(&focal, &mut found, "report/owed").await;
        written(&focal, &mut found).await;
        handed_in(&focal).await;

        let secretary = desk(&house, SECRETARY).await;
        to_judge(&secretary).await;
        secretary.press("Give it back").await;
        secretary
            .select("Which figure needs another look?", "Posts with an officer")
            .await;
        secretary.write("Why?", "The list names three.").await;
        secretary.write("Until when", "31 8 2026").await;
        secretary.press("Give it back").await;
        secretary.until_says("Given back.").await;

        focal.press("What we owe").await;
        focal.press(REPORT).await;
        says(&focal, &["Returned", "The list names three."]).await;
        focal.press("Write the report").await;
        keeps(
            &focal,
            &[
                "Posts with an officer; 4; Posts that named one",
                "List of 14 August, without names",
            ],
        )
        .await;
        focal
            .write(
                "Figures of the institution",
                "Posts with an officer; 3; Posts that named one",
            )
            .await;
        focal.press("Write the report").await;
        focal.until_says("Kept.").await;
        handed_in(&focal).await;
        to_judge(&secretary).await;
        says(&secretary, &["3", "The list names three."]).await;
        secretary.press("Accept it").await;
        secretary.press("Accept it").await;
        secretary.until_says("Accepted.").await;
        focal.reload().await;
        says(&focal, &["Accepted"]).await;

        secretary.press("Recommendations").await;
        secretary.press("New recommendation").await;
        secretary.write("In a line", TITLE).await;
        secretary
            .write(
                "The words",
                "Each post should have the duty phone of the nearest shelter on its wall.",
            )
            .await;
        secretary.choose("Told in other words").await;
        secretary.select("Theme", "Coordination and policy").await;
        secretary.select("What kind of source?", "Expert mission").await;
        secretary.choose("It is invented, to show how this works").await;
        secretary.press(SAVE).await;
        secretary.until_says("Written down.").await;
        secretary.press("Ask what institutions think").await;
        secretary.choose("Border police, Ungheni").await;
        secretary.write("Until which day?", "31 8 2026").await;
        secretary.press(SAVE).await;
        secretary.until_says("The institutions were asked.").await;
        // What is asked of an institution stands with what it owes, with its day.
        focal.press("What we owe").await;
        says(&focal, &[TITLE, "by 31 August 2026"]).await;
        focal.press(TITLE).await;
        focal.press("Say what you think").await;
        focal.answer("What does your institution think?", "Supports").await;
        focal.write("Why?", "The shelter answers when it can.").await;
        focal.press(SAVE).await;
        focal.until_says("Your position was kept.").await;
        says(&focal, &["Supports", "The shelter answers when it can."]).await;
        look(&focal, &mut found, "report/position").await;
        focal.press("What we owe").await;
        assert!(!focal.does_say(TITLE).await, "it is answered; {}", focal.says().await);
        sound::none(&found);
    });
}
