//! The list as a table for other programs: what was chosen on the page, whole.
use super::{days, list::select};
use axum::response::Response;
use tiltas_app::training::list;
use tiltas_kit::{Failure, Visit, edge::Asked, table::export};

/// The file.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, 0)).await?;
    let words = &visit.words;
    let heads = [
        words.training_when(),
        words.training_title(),
        words.training_place(),
        words.training_competence(),
        words.recommendations_state(),
        words.recommendation_example(),
    ];
    let rows = found.lines.iter().map(|line| {
        [
            days(words, line.from, line.to),
            line.title.clone(),
            line.place.clone(),
            line.competence.clone(),
            words.say_training_state(line.state),
            match line.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    });
    export(&visit, "trainings", &heads, rows)
}
