//! The list as a table for other programs: what was chosen on the page, whole.
use super::list::select;
use axum::response::Response;
use tiltas_app::partnership::list;
use tiltas_kit::{Failure, Visit, edge::Asked, table::export};

/// The file.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, 0)).await?;
    let words = &visit.words;
    let heads = [
        words.partnerships_what(),
        words.partnerships_arrangement(),
        words.partnerships_parties(),
        words.partnerships_state(),
        words.partnerships_until(),
        words.partnerships_example(),
    ];
    let rows = found.lines.iter().map(|shown| {
        let first = &shown.of.first;
        [
            first.title.clone(),
            words.say_partnership_arrangement(first.arrangement),
            shown.parties.join("; "),
            words.say_partnership_state(shown.state),
            shown.of.term.map(|term| term.until.to_string()).unwrap_or_default(),
            match first.example {
                true => words.partnerships_example(),
                false => String::new(),
            },
        ]
    });
    export(&visit, "partnerships", &heads, rows)
}
