//! The national report as a document for word processors.
use super::{Piece, id, pieces};
use crate::period::figures;
use axum::{extract::Path, response::Response};
use tiltas_app::national_report;
use tiltas_domain::national_report::State;
use tiltas_kit::{Failure, Visit, docx::Docx};

/// The file: the last version, whether it is approved, and the totals.
pub async fn page(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit
        .run(move |app| national_report::story(app, &context, which))
        .await?;
    let (words, of) = (&visit.words, &story.of);
    let (nth, last) = story.last().ok_or(Failure::NotFound)?;
    let version = words.national_report_version(nth.to_string(), words.date(last.at));
    let mut document = Docx::new().heading(0, &last.title).paragraph(&version);
    if of.basis.example {
        document = document.paragraph(&words.recommendation_example());
    }
    document = match story.approval() {
        Some(approval) => document.paragraph(&words.national_report_approved(&approval.body, words.dated(approval.on))),
        None => document.paragraph(&words.say_national_report_state(State::Draft)),
    };
    for piece in pieces(&last.text) {
        document = match piece {
            Piece::Chapter(text) => document.heading(1, text),
            Piece::Heading(text) => document.heading(2, text),
            Piece::Paragraph(text) => document.paragraph(text),
        };
    }
    let document = document
        .heading(1, &words.period_totals())
        .table(&figures(words, &of.basis.totals));
    document
        .paragraph(&words.period_totals_note())
        .answer("national-report")
}
