//! The list as a table for other programs: what was chosen on the page, whole.
use super::{due, list::select, source};
use axum::response::Response;
use tiltas_app::recommendation::list;
use tiltas_kit::{Failure, Visit, edge::Asked, table::export};

/// The file.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, 0)).await?;
    let words = &visit.words;
    let heads = [
        words.recommendations_says(),
        words.recommendation_words(),
        words.recommendations_source(),
        words.recommendation_priority(),
        words.recommendations_theme(),
        words.recommendations_addressee(),
        words.recommendations_due(),
        words.recommendations_state(),
        words.recommendation_example(),
    ];
    let rows = found.lines.iter().map(|shown| {
        let line = &shown.line;
        [
            line.title.clone(),
            line.words.clone(),
            source(words, line.source, line.document.as_deref(), line.dated),
            line.priority.clone().unwrap_or_default(),
            words.say_recommendation_theme(line.theme),
            shown.addressees.join(", "),
            due(words, shown).0,
            words.say_recommendation_stage(line.stage),
            match line.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    });
    export(&visit, "recommendations", &heads, rows)
}
