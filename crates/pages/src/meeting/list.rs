//! The list of meetings, and the same as a table.
use super::light;
use crate::programme::list::{Listed, drawn, exported, select};
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::{
    meeting,
    programme::list::{PAGE, Page},
};
use tiltas_domain::meeting::State;
use tiltas_kit::{Failure, Fields, Visit, edge::Asked};

fn listed(visit: &Visit) -> Listed {
    let words = &visit.words;
    Listed {
        path: "/meetings",
        title: words.meetings_title(),
        none: words.meetings_none(),
        new: visit.may(Action::SteerMeeting).then(|| words.meeting_new()),
        beside: words.meeting_body(),
        states: State::ALL
            .iter()
            .map(|state| (state.code(), words.say_meeting_state(*state)))
            .collect(),
        light,
    }
}

async fn found(visit: &Visit, asked: &Fields, size: usize) -> Result<Page, Failure> {
    let (context, chosen) = (visit.reading()?, select(visit, asked));
    visit.run(move |app| meeting::list(app, &context, &chosen, size)).await
}

/// The meetings.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, PAGE).await?;
    drawn(&visit, &asked, listed(&visit), found)
}

/// The same as a table.
pub async fn table(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, 0).await?;
    exported(&visit, &listed(&visit), &found)
}
