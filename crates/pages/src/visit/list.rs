//! The list of visits, and the same as a table.
use super::light;
use crate::programme::list::{Listed, drawn, exported, select};
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::{
    programme::list::{PAGE, Page},
    visit,
};
use tiltas_domain::visit::State;
use tiltas_kit::{Failure, Fields, Visit, edge::Asked};

fn listed(visit: &Visit) -> Listed {
    let words = &visit.words;
    Listed {
        path: "/visits",
        title: words.visits_title(),
        none: words.visits_none(),
        new: visit.may(Action::SteerProgramme).then(|| words.visit_new()),
        beside: words.programme_place(),
        states: State::ALL
            .iter()
            .map(|state| (state.code(), words.say_visit_state(*state)))
            .collect(),
        light,
    }
}

async fn found(visit: &Visit, asked: &Fields, size: usize) -> Result<Page, Failure> {
    let (context, chosen) = (visit.reading()?, select(visit, asked));
    visit.run(move |app| visit::list(app, &context, &chosen, size)).await
}

/// The visits.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, PAGE).await?;
    drawn(&visit, &asked, listed(&visit), found)
}

/// The same as a table.
pub async fn table(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let found = found(&visit, &asked, 0).await?;
    exported(&visit, &listed(&visit), &found)
}
