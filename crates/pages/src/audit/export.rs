//! The entries that were asked for as a table for other programs: what is shown on the page, one line an entry.
use super::{done_by, outcome, select};
use axum::{extract::Path, response::Response};
use tiltas_app::audit::{self, Line, Said};
use tiltas_kit::{Failure, Visit, component::shown::typed, edge::Asked, table::table};
use tiltas_words::Words;

/// The file. Its name tells nothing of the case.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (id, context) = (crate::case::id(&case)?, visit.reading()?);
    let chosen = select(&visit, &asked).map_err(|_| Failure::NotFound)?;
    let lines = visit
        .run(move |app| audit::exported(app, &context, id, &chosen))
        .await?;
    let words = &visit.words;
    let heads = [
        words.audit_time(),
        words.audit_organisation(),
        words.audit_role(),
        words.audit_action(),
        words.audit_outcome(),
        words.audit_reason_given(),
        words.audit_often(),
        words.audit_first(),
        words.audit_last(),
    ];
    let rows = lines.iter().map(|line| match &line.said {
        Some(said) => cells(words, line, said),
        None => {
            let mut cells = std::array::from_fn::<String, 9, _>(|_| String::new());
            cells[0] = line.at.timestamp().to_string();
            cells[4] = words.audit_unreadable();
            cells
        }
    });
    Ok(table("access-log", &heads, rows))
}

fn cells(words: &Words, line: &Line, said: &Said) -> [String; 9] {
    let again = said.again;
    [
        line.at.timestamp().to_string(),
        said.organisation.clone(),
        words.say_role(said.role),
        done_by(words, said),
        outcome(words, said, audit::opened(&said.outcome)),
        said.reason.as_ref().map(typed).unwrap_or_default(),
        again.map_or(1, |again| again.times).to_string(),
        again.map_or(line.at, |again| again.first).timestamp().to_string(),
        again.map_or(line.at, |again| again.last).timestamp().to_string(),
    ]
}
