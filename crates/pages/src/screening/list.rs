//! Screenings that were saved and stopped: to go on with.
use super::Step;
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::screening::{self, Begun};
use tiltas_domain::screening::advice;
use tiltas_kit::{Failure, Page, Visit, component::Empty, edge::show};

#[derive(Template)]
#[template(path = "screening/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    empty: Empty,
}

struct Line {
    href: String,
    advice: String,
    case: String,
    spoken_name: String,
    opened: String,
    answered: String,
}

fn line(visit: &Visit, begun: Begun) -> Line {
    let words = &visit.words;
    let address = format!("/cases/{}/screenings/{}", begun.case, begun.nth);
    let first = Step::first(advice::edition(&begun.set).unwrap_or(advice::standing()));
    Line {
        href: format!("{address}/{first}"),
        advice: address,
        case: format!("/cases/{}", begun.case),
        opened: words.near(begun.opened, visit.now),
        answered: words.screening_answered(begun.answered),
        spoken_name: begun.spoken_name,
    }
}

/// Those of the actor's organisation.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::RecordSignal) {
        return Err(Failure::NotFound);
    }
    let context = visit.reading()?;
    let begun = visit.run(move |app| screening::begun(app, &context)).await?;
    let words = &visit.words;
    show(&ListPage {
        lines: begun.into_iter().map(|begun| line(&visit, begun)).collect(),
        empty: Empty::new(words.screening_none(), words.screening_none_says())
            .way("/screenings/new", words.screening_new()),
        page: visit.page(&words.screening_list_title()),
    })
}
